// A team's sheet while somebody edits it: lines of currency and constraints as they are typed, and what is to be written
// of them in the end. A team is one value: whatever others changed on it meanwhile, and this person did not touch, stays.
import type { CurrencyMetric, Team } from '../../../shared/board/records.ts'

export interface SheetDraft { readonly currency: readonly CurrencyMetric[]; readonly constraints: readonly string[] }

/** Without what says nothing. */
function tidy({ id, ...texts }: CurrencyMetric): CurrencyMetric {
  const said = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()]).filter(([, text]) => text !== ''))
  return { id, ...said, metric: texts.metric.trim() }
}

function same(a: CurrencyMetric | undefined, b: CurrencyMetric | undefined): boolean {
  return a?.metric === b?.metric && (a?.direction ?? '') === (b?.direction ?? '') && (a?.now ?? '') === (b?.now ?? '') && (a?.target ?? '') === (b?.target ?? '')
}

/** The lines of `mine`, where they are not as they began; of the others those that stand now. */
function mergedCurrency(began: readonly CurrencyMetric[], mine: readonly CurrencyMetric[], now: readonly CurrencyMetric[]): readonly CurrencyMetric[] {
  const was = new Map(began.map((one) => [one.id, one]))
  const standing = new Map(now.map((one) => [one.id, one]))
  const kept = mine.flatMap((one) => (same(one, was.get(one.id)) ? (standing.get(one.id) ?? []) : one))
  const listed = new Set([...kept, ...began].map(({ id }) => id))
  return [...kept, ...now.filter(({ id }) => !listed.has(id))]
}

function mergedLines(began: readonly string[], mine: readonly string[], now: readonly string[]): readonly string[] {
  if (began.join('\n') === now.join('\n')) return mine
  const gone = new Set(began.filter((line) => !mine.includes(line)))
  const come = mine.filter((line) => !began.includes(line) && !now.includes(line))
  return [...now.filter((line) => !gone.has(line)), ...come]
}

/** What is to be written on the sheet as it stands now; nothing where nothing was touched. */
export function sheetChange(began: SheetDraft, mine: SheetDraft, now: SheetDraft): Partial<Pick<Team, 'currency' | 'constraints'>> {
  const currency = mine.currency.map(tidy).filter(({ metric }) => metric !== '')
  const constraints = mine.constraints.map((line) => line.trim()).filter((line) => line !== '')
  const metricsTouched = currency.length !== began.currency.length || currency.some((one, at) => one.id !== began.currency[at]?.id || !same(one, began.currency[at]))
  return {
    ...(metricsTouched ? { currency: mergedCurrency(began.currency, currency, now.currency) } : {}),
    ...(constraints.join('\n') === began.constraints.join('\n') ? {} : { constraints: mergedLines(began.constraints, constraints, now.constraints) }),
  }
}

export function draftOf({ currency = [], constraints = [] }: Team): SheetDraft {
  return { currency, constraints }
}
