// Instants and days in a reader's words: "30 Jan", "in 12 days", "2 hr ago", in the language of the page. Always told
// `now`, so that tests and judgements agree; days are counted in UTC as the rules count them.
import { locale } from './language.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Within ten months a day and a month name one day only. */
const NEAR_MS = 300 * DAY

const STYLES = {
  day: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  dayOfYear: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  weekday: { weekday: 'long', timeZone: 'UTC' },
  time: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
type Style = keyof typeof STYLES

const formats = new Map<Style, Intl.DateTimeFormat>()
let near: Intl.RelativeTimeFormat | undefined
let brief: Intl.RelativeTimeFormat | undefined

function written(style: Style, at: number): string {
  const known = formats.get(style) ?? new Intl.DateTimeFormat(locale(), STYLES[style])
  formats.set(style, known)
  return known.format(at)
}

function inDays(days: number): string {
  near ??= new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  return near.format(days, 'day')
}

function ago(count: number, unit: 'second' | 'minute' | 'hour'): string {
  brief ??= new Intl.RelativeTimeFormat(locale(), { style: 'short', numeric: 'auto' })
  return brief.format(-count, unit)
}

function dayNumber(at: number): number {
  return Math.floor(at / DAY)
}

/** "30 Jan", with the year when it is not this one. Empty for what is no date. */
export function dayInWords(date: string | undefined, now: number): string {
  const at = Date.parse(date ?? '')
  if (Number.isNaN(at)) return ''
  return written(new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear() ? 'day' : 'dayOfYear', at)
}

/** "12 Nov"; with the year only where a day and a month could mean two days. For the narrow places on cards. */
export function nearDayInWords(date: string, now: number): string {
  const at = Date.parse(date)
  if (Number.isNaN(at)) return ''
  return written(Math.abs(at - now) < NEAR_MS ? 'day' : 'dayOfYear', at)
}

/** How long ago: "now", "5 min ago", "2 hr ago", "yesterday", "Friday", "20 Jan". */
export function agoInWords(date: string | undefined, now: number): string {
  const at = Date.parse(date ?? '')
  if (Number.isNaN(at)) return ''
  const age = now - at
  if (age < 60_000) return ago(0, 'second')
  if (age < HOUR) return ago(Math.floor(age / 60_000), 'minute')
  const days = dayNumber(now) - dayNumber(at)
  if (days === 0) return ago(Math.floor(age / HOUR), 'hour')
  if (days === 1) return inDays(-1)
  return days < 7 ? written('weekday', at) : dayInWords(date, now)
}

/** "today", "in 12 days", "3 days ago". Empty for what is no date. */
export function distanceInWords(date: string | undefined, now: number): string {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? '' : inDays(dayNumber(at) - dayNumber(now))
}

/** "14:05", by the person's clock. */
export function timeInWords(at: number): string {
  return written('time', at)
}

/** The `YYYY-MM-DD` of an instant or a day, for a date field. */
export function dayOf(date: string | undefined): string {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10)
}
