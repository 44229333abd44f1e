// Dates of a board as milliseconds since 1970, UTC. Strict and the same in every engine: `Date.parse` reads texts
// without a zone by the local clock, and some engines roll 30 February over.

export const DAY_MS = 86_400_000
/** How far ahead of now a date may lie and still be read as now: covers a wrong time zone. */
export const CLOCK_TOLERANCE_MS = DAY_MS
/** Instants outside are no dates for a timer or a calendar. */
const LAST_INSTANT_MS = 8.64e15

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** The instant of an ISO text (a day alone is its start in UTC, no zone means UTC), or undefined when it is none. */
export function instantOf(text: unknown): number | undefined {
  const match = typeof text === 'string' ? ISO.exec(text.trim()) : null
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const local = Date.UTC(year, month - 1, day, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0')))
  const date = new Date(local)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return local - zoneOffsetMs(match[8])
}

function zoneOffsetMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const digits = zone.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000
}

/** The instant at which a day (`YYYY-MM-DD`) has ended in UTC. */
export function endOfDay(day: unknown): number | undefined {
  const start = instantOf(day)
  return start === undefined ? undefined : Math.floor(start / DAY_MS) * DAY_MS + DAY_MS
}

/** The earliest of the instants after `now`; Infinity when there is none. */
export function nextOf(now: number, instants: Iterable<number | undefined>): number {
  let next = Infinity
  for (const instant of instants) if (instant !== undefined && instant > now && instant < next && instant <= LAST_INSTANT_MS) next = instant
  return next
}
