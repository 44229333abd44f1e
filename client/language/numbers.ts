// Numbers in the language of the page: "12,345" or "12.345". Knows no words.
import { locale } from './language.ts'

let numbers: Intl.NumberFormat | undefined
let percents: Intl.NumberFormat | undefined

export function numberInWords(value: number): string {
  numbers ??= new Intl.NumberFormat(locale())
  return numbers.format(value)
}

/** "75%" or "75 %", of a share of 1. */
export function percentInWords(share: number): string {
  percents ??= new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 })
  return percents.format(share)
}
