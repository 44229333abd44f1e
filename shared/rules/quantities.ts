// Quantities with a unit in what people wrote, so that "99.9%" beside "99.5%" is named however close the sentences are.
// Bare numbers, dates and clock times are left alone: they differ for too many reasons. The list of units is closed, and
// no locale is asked: a comma or point before the last one or two digits is a decimal sign, whoever wrote it.
import { group } from './groups.ts'

/** Written unit → the one that it is compared as. */
const UNITS: Readonly<Record<string, string>> = unitsOf({
  '%': ['%', 'percent', 'prozent'],
  ms: ['ms', 'millisecond', 'milliseconds'],
  s: ['s', 'sec', 'secs', 'second', 'seconds', 'sekunde', 'sekunden'],
  min: ['min', 'mins', 'minute', 'minutes', 'minuten'],
  h: ['h', 'hr', 'hrs', 'hour', 'hours', 'stunde', 'stunden'],
  days: ['day', 'days', 'tag', 'tage', 'tagen'],
  weeks: ['week', 'weeks', 'woche', 'wochen'],
  months: ['month', 'months', 'monat', 'monate', 'monaten'],
  years: ['year', 'years', 'jahr', 'jahre', 'jahren'],
  kb: ['kb'], mb: ['mb'], gb: ['gb'], tb: ['tb'],
  rps: ['rps'],
})

/** How many, of money. */
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, millions: 1e6, millionen: 1e6, b: 1e9, bn: 1e9, billion: 1e9, billions: 1e9, mrd: 1e9, milliarden: 1e9,
}

const QUANTITY = /(\p{Sc}?)\s?(?<![\p{L}\d.,:])(\d+(?:[.,:]\d+)*)\s?(%|\p{L}*)\.?\s?(\p{Sc}?)/gu

function unitsOf(written: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(written).flatMap(([unit, names]) => names.map((name) => [name, unit])))
}

/** "1,200", "1.200.000" and "1,200.5" have groups; "99.95" and "99,9" have decimals. */
function numberOf(digits: string): number {
  const signs = [...new Set(digits.replace(/\d/g, ''))]
  const last = signs.at(-1) ?? ''
  const isGrouped = signs.length === 1 && /^\d{1,3}([.,]\d{3})+$/.test(digits) && (last === ',' || digits.split(last).length > 2)
  const parts = signs.length === 0 || isGrouped ? [digits] : [digits.slice(0, digits.lastIndexOf(last)), digits.slice(digits.lastIndexOf(last) + 1)]
  return Number(parts.map((part) => part.replace(/[.,]/g, '')).join('.'))
}

/** Unit → the values that the text gives in it. */
function quantitiesIn(text: string): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const [, before = '', digits = '', word = '', after = ''] of text.normalize('NFKC').toLowerCase().matchAll(QUANTITY)) {
    const money = before === '' ? after : before
    const unit = money === '' ? (Object.hasOwn(UNITS, word) ? UNITS[word] : undefined) : money
    if (unit === undefined || digits.includes(':')) continue
    const scale = money !== '' && Object.hasOwn(SCALES, word) ? (SCALES[word] ?? 1) : 1
    // Fifteen digits and a rest of binary fractions behind them: "1.1m" is 1100000.
    const value = Number((numberOf(digits) * scale).toPrecision(12))
    found.set(unit, (found.get(unit) ?? new Set()).add(value))
  }
  return found
}

/** `unit:a|b` for each unit in which two texts that use it do not say the same. */
export function numbersThatDiffer(texts: readonly string[]): string[] {
  const byUnit = new Map<string, Set<number>[]>()
  for (const text of texts) for (const [unit, values] of quantitiesIn(text)) group(byUnit, unit, values)
  const differing: string[] = []
  for (const [unit, said] of byUnit) {
    const all = new Set(said.flatMap((values) => [...values]))
    if (said.some((values) => values.size !== all.size)) differing.push(`${unit}:${[...all].sort((a, b) => a - b).join('|')}`)
  }
  return differing.sort()
}
