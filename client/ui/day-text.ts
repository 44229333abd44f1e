// A day as people write it, and as it is kept (`YYYY-MM-DD`). Understood: 2026-03-01 · 1.3.2026 · 1.3. · 1 Mar 2026 ·
// 1 March · March 1 (month names of the page's language and English) · today, tomorrow · in 3 days, in 2 weeks, in 1
// month. Not understood, because people disagree about it: 1/3/2026. A day without a year is the next one from `now`.
import { locale } from '../language/language.ts'
import { dayWords as words } from './later-words.ts'

const DAY = 86_400_000

const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Undefined for what is no day of the calendar, as 31 February. */
export function dayAt(year: number, month: number, day: number): string | undefined {
  const at = Date.UTC(year, month - 1, day)
  const made = new Date(at)
  return year >= 1900 && year <= 9999 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? isoOf(at) : undefined
}

/** The same day of another month, or its last. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return isoOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date.getUTCDate(), last)))
}

export function addDays(day: string, days: number): string {
  return isoOf(Date.parse(`${day}T00:00:00Z`) + days * DAY)
}

let names: ReadonlyMap<string, number> | undefined

const plain = (name: string): string => name.toLocaleLowerCase().normalize('NFD').replace(/[.\p{M}]/gu, '')

/** Month by its name, long and short, in the language of the page and in English. */
function months(): ReadonlyMap<string, number> {
  if (names !== undefined) return names
  const found = new Map<string, number>()
  for (const tag of ['en', locale()]) {
    for (const length of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(tag, { month: length, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const name = plain(format.format(Date.UTC(2026, month - 1, 15)))
        found.set(name, month)
        // "Sept" in one English, "Sep" in the other.
        if (name.length > 3) found.set(name.slice(0, 3), month)
      }
    }
  }
  names = found
  return found
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

/** Without a year: this year's day, or next year's when it has passed. */
function near(year: number | undefined, month: number, day: number, today: string): string | undefined {
  if (year !== undefined) return dayAt(year, month, day)
  const thisYear = Number(today.slice(0, 4))
  const found = dayAt(thisYear, month, day)
  return found !== undefined && found >= today ? found : (dayAt(thisYear + 1, month, day) ?? found)
}

function relative(text: string, today: string): string | undefined {
  if (words.today.includes(text)) return today
  if (words.tomorrow.includes(text)) return addDays(today, 1)
  const found = /^in (\d{1,3}) (\p{L}+)$/u.exec(text)
  const [, count = '', unit = ''] = found ?? []
  if (words.dayUnits.days.includes(unit)) return addDays(today, Number(count))
  if (words.dayUnits.weeks.includes(unit)) return addDays(today, 7 * Number(count))
  return words.dayUnits.months.includes(unit) ? addMonths(today, Number(count)) : undefined
}

/** What somebody wrote as `YYYY-MM-DD`; undefined when it is none of the forms above. */
export function readDay(text: string, now: number): string | undefined {
  const today = isoOf(now)
  const typed = plain(text.trim().replaceAll(/\s+/gu, ' '))
  const [, y = '', m = '', d = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []
  if (y !== '') return dayAt(Number(y), Number(m), Number(d))
  const [, day1 = '', month1 = '', year1] = /^(\d{1,2})\.\s?(\d{1,2})(?:\.\s?(\d{4}|\d{2})?)?$/.exec(text.trim()) ?? []
  if (day1 !== '') return near(yearOf(year1), Number(month1), Number(day1), today)
  const [, day2 = '', name2 = '', year2] = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}+),?(?: (\d{4}))?$/u.exec(typed) ?? []
  const [, name3 = '', day3 = '', year3] = /^(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/u.exec(typed) ?? []
  const month = months().get(name2 === '' ? name3 : name2)
  if (month !== undefined) return near(yearOf(year2 ?? year3), month, Number(day2 === '' ? day3 : day2), today)
  return relative(typed, today)
}

let long: Intl.DateTimeFormat | undefined

/** "14 Feb 2026": always with its year, so that reading it again gives the same day. */
export function dayInField(day: string): string {
  long ??= new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const at = Date.parse(day)
  return Number.isNaN(at) ? '' : long.format(at)
}
