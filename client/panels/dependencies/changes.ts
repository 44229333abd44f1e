// What changed between what a team answered to and what is written now, part by part: only the parts that differ, each
// as people read it. Pure.
import { REMOVED, splitContract, splitNeed, type AckSide, type Contract } from '../../../shared/rules/contract.ts'
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { personName } from '../../cards/view.ts'
import { dayInField } from '../../ui/day-text.ts'
import { teamNamed, type Side } from './lines.ts'
import { dependencyWords } from './words.ts'

/** `whole`: a day, which is replaced as one. */
export interface ChangedPart { readonly label: string; readonly was: string; readonly now: string; readonly whole: boolean }

type Parts = readonly (readonly [label: string, text: string, whole?: true])[]

function partsOfContract({ title, body, criterion, due }: Contract): Parts {
  const { parts } = dependencyWords
  return [[parts.title, title], [parts.body, body], [parts.criterion, criterion], [parts.due, dayInField(due) || due, true]]
}

function partsOf(side: AckSide, basis: string): Parts | undefined {
  if (side === 'consumer') {
    const contract = splitContract(basis)
    return contract === undefined ? undefined : partsOfContract(contract)
  }
  const need = splitNeed(basis)
  if (need === undefined) return undefined
  const { parts } = dependencyWords
  return [[parts.ask, need.ask], [parts.needBy, dayInField(need.needBy) || need.needBy, true], ...partsOfContract(need.of)]
}

/** Empty when one of them is gone or unreadable: there is nothing to compare. */
export function changedParts(side: AckSide, was: string, now: string | undefined): readonly ChangedPart[] {
  if (now === undefined || now === REMOVED || was === REMOVED) return []
  const [before, after] = [partsOf(side, was), partsOf(side, now)]
  return (after ?? []).flatMap(([label, text, whole = false], at) => {
    const earlier = before?.[at]?.[1] ?? ''
    return before === undefined || earlier === text ? [] : [{ label, was: earlier, now: text, whole }]
  })
}

/** Who changed it: the person where the card's own words changed, because only those have a last editor; else its team. */
export function whoChanged(board: BoardState, card: Card, { side, earlier, basis }: Side): string {
  const { title, body, criterion } = dependencyWords.parts
  const worded = changedParts(side, earlier[0]?.basis ?? '', basis).some(({ label }) => label === title || label === body || label === criterion)
  return (worded ? personName({ board }, card.editedBy) : '') || teamNamed(board, card.fields.team ?? '').name
}
