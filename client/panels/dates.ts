// Instants and days in a reader's words: "30 Jan", "in 12 days", "2 h ago". Always told `now`, so that tests and
// judgements agree; days are counted in UTC as the rules count them.

const HOUR = 3_600_000
const DAY = 24 * HOUR

const DAY_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const DAY_MONTH_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

function dayNumber(at: number): number {
  return Math.floor(at / DAY)
}

/** "30 Jan", with the year when it is not this one. Empty for what is no date. */
export function dayInWords(date: string | undefined, now: number): string {
  const at = Date.parse(date ?? '')
  if (Number.isNaN(at)) return ''
  return new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear() ? DAY_MONTH.format(at) : DAY_MONTH_YEAR.format(at)
}

/** How long ago: "now", "5 min ago", "2 h ago", "yesterday", "Friday", "20 Jan". */
export function agoInWords(date: string | undefined, now: number): string {
  const at = Date.parse(date ?? '')
  if (Number.isNaN(at)) return ''
  const age = now - at
  if (age < 60_000) return 'now'
  if (age < HOUR) return `${Math.floor(age / 60_000)} min ago`
  const days = dayNumber(now) - dayNumber(at)
  if (days === 0) return `${Math.floor(age / HOUR)} h ago`
  if (days === 1) return 'yesterday'
  return days < 7 ? WEEKDAY.format(at) : dayInWords(date, now)
}

/** "today", "in 12 days", "3 days ago". Empty for what is no date. */
export function distanceInWords(date: string | undefined, now: number): string {
  const at = Date.parse(date ?? '')
  if (Number.isNaN(at)) return ''
  const days = dayNumber(at) - dayNumber(now)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

/** The `YYYY-MM-DD` of an instant or a day, for a date field. */
export function dayOf(date: string | undefined): string {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10)
}
