// The steps of a proposal as they are read: how far it has come, what each step asks and how that stands in words, on
// which card, and what is missing next. The rules check; this only arranges and says it.
import type { BoardState, Card, Json } from '../../../shared/board/records.ts'
import { plainObject } from '../../../shared/board/json.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { conditionsMet } from '../../../shared/rules/tiers.ts'
import { shownTitle } from '../../cards/size.ts'
import { lineWords, words as cardWords } from '../../cards/words.ts'
import { fieldWords } from '../words.ts'
import { stepWords as words } from './words.ts'

export interface Seen { readonly board: BoardState; readonly judgements: Judgements }

export interface ShownCondition {
  /** What it asks for. */
  readonly asked: string
  /** The card that it speaks of; of a dependency the one that provides. Undefined when it is gone. */
  readonly card: Card | undefined
  /** How that stands now. */
  readonly state: string
  readonly met: boolean
}
export interface ShownStep { readonly name: string; readonly met: number; readonly done: boolean; readonly conditions: readonly ShownCondition[] }
export interface ShownProposal { readonly card: Card; readonly level: number; readonly steps: readonly ShownStep[] }

type Fields = Readonly<Record<string, Json | undefined>>

function listOf(value: Json | undefined): readonly Fields[] {
  return Array.isArray(value) ? (value as readonly Json[]).flatMap((item) => plainObject(item) ?? []) as readonly Fields[] : []
}

const textOf = (condition: Fields, name: string): string => (typeof condition[name] === 'string' ? condition[name] : '')

/** How what a condition names stands now, in a word or two. */
export function stateOfCondition({ judgements }: Seen, condition: Fields): string {
  const id = textOf(condition, 'card') || textOf(condition, 'link')
  switch (condition['type']) {
    case 'confirmed': return cardWords.state(judgements.assumption(id).state)
    case 'decided': return cardWords.status(judgements.decision(id).state)
    case 'in_step': return lineWords[judgements.dependency(id).state] || words.gone
    case 'exposure_max': {
      const { exposure } = judgements.risk(id)
      return exposure === null ? words.unrated : words.exposure(exposure)
    }
    case 'answered': return cardWords.status(judgements.status(id))
    case 'direction': return cardWords.said(judgements.direction(id).filled)
    default: return words.unknown
  }
}

function conditionOf(seen: Seen, condition: Fields, met: boolean): ShownCondition {
  const { board } = seen
  const link = board.links.get(textOf(condition, 'link'))
  const card = board.cards.get(link?.to ?? textOf(condition, 'card'))
  const there = card !== undefined && !card.deleted
  const most = typeof condition['max'] === 'number' ? condition['max'] : undefined
  return { asked: fieldWords.condition(textOf(condition, 'type'), most), card: there ? card : undefined, state: there ? stateOfCondition(seen, condition) : words.gone, met }
}

export function stepsOf(seen: Seen, card: Card): ShownProposal {
  const judged = seen.judgements.tiers(card.id)
  const met = conditionsMet(card, seen.judgements)
  const steps = listOf(card.fields['tiers']).map(({ conditions }, at): ShownStep => ({
    name: judged.tiers[at]?.name || words.step(at + 1), met: judged.tiers[at]?.met ?? 0, done: judged.tiers[at]?.done === true,
    conditions: listOf(conditions).map((condition, n) => conditionOf(seen, condition, met[at]?.[n] === true)),
  }))
  return { card, level: judged.level, steps }
}

/** What is missing of the first step that is not reached. */
export function nextOf({ level, steps }: ShownProposal): readonly ShownCondition[] {
  return (steps[level]?.conditions ?? []).filter(({ met }) => !met)
}

/** Proposals with steps, the least far first; then those that have none yet. */
export function proposalsOf(seen: Seen): readonly ShownProposal[] {
  return [...seen.board.cards.values()].filter(({ kind, deleted, retired }) => kind === 'proposal' && !deleted && !retired).map((card) => stepsOf(seen, card))
    .sort((a, b) => Number(b.steps.length > 0) - Number(a.steps.length > 0) || a.level - b.level || a.card.y - b.card.y || a.card.x - b.card.x || (a.card.id < b.card.id ? -1 : 1))
}

export function levelSaid({ level, steps }: ShownProposal): string {
  return steps.length === 0 ? words.none : level === steps.length ? words.all(steps.length) : words.level(level, steps.length)
}

/** The level, and what is missing next, in a line: for the ledger. */
export function stepsSaying(proposal: ShownProposal): string {
  const next = nextOf(proposal).map(({ asked, card }) => words.missing(asked, card === undefined ? words.gone : shownTitle(card)))
  return [levelSaid(proposal), next.length === 0 ? '' : words.nextIs(next)].filter((said) => said !== '').join(' ')
}
