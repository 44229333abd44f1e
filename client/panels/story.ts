// What was said about a card so far: the evidence, and everything that happened, in order. Arranges records; judges nothing.
import type { Ask, Attestation, BoardState, Card, Evidence } from '../../shared/board/records.ts'
import { verdictsOf } from '../../shared/rules/attestations.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'
import { statementOf } from '../../shared/rules/statement.ts'
import { isOn, marksOff } from './changes/marks.ts'
import { changeWords } from './changes/words.ts'
import { recordsOn, type Heard, type HeardOnCard } from './heard.ts'

export interface EvidenceRow { readonly evidence: Evidence; readonly heard: Heard; readonly supports: boolean }

/** Everything that somebody brought forward with a standing answer; what weakens comes after what supports. */
export function evidenceOf({ seats, others }: HeardOnCard): readonly EvidenceRow[] {
  return [...seats.flatMap((seat) => seat.answers), ...others]
    .flatMap((heard) => (heard.record.evidence === undefined ? [] : [{ evidence: heard.record.evidence, heard, supports: heard.record.verdict === 'confirm' }]))
    .sort((a, b) => Number(b.supports) - Number(a.supports))
}

export type StoryItem =
  | { readonly kind: 'wrote'; readonly person: string | undefined; readonly at: string | undefined }
  /** `was`: the last wording before that somebody answered; `paused`: how many confirmations stand on such words; `pausedSaid`: that, in words. */
  | { readonly kind: 'edited'; readonly person: string | undefined; readonly at: string | undefined; readonly was: string | undefined; readonly paused: number; readonly pausedSaid?: string }
  | { readonly kind: 'answered'; readonly record: Attestation; readonly current: boolean; readonly at: string | undefined }
  /** Said in the words that it brings: who, and what. */
  | { readonly kind: 'said'; readonly id: string; readonly person: string; readonly team: string; readonly say: (who: string, team: string) => readonly [string, string]; readonly basis: string; readonly reason: string; readonly current: boolean; readonly at: string | undefined }
  /** `relieved`: the team has no seat any more. */
  | { readonly kind: 'asked'; readonly ask: Ask; readonly at: string | undefined; readonly relieved: boolean }

const latest = (a: { readonly at?: string | undefined }, b: { readonly at?: string | undefined }): number => (b.at ?? '').localeCompare(a.at ?? '')

function confirmedEarlier(board: BoardState, records: readonly Attestation[], statement: string): number {
  return verdictsOf(records, board.people, statement).earlier.filter((record) => record.verdict === 'confirm').length
}

/** What happened with an assumption, the latest first; what has no date comes last. */
export function storyOf(board: BoardState, judgements: Judgements, card: Card): readonly StoryItem[] {
  const statement = statementOf(card)
  const records = recordsOn(board, card.id)
  const answered = records.map((record): StoryItem => ({ kind: 'answered', record, current: record.basis === statement, at: record.at }))
  const was = records.filter((record) => record.basis !== statement).toSorted(latest)[0]?.basis
  return toldOf(board, judgements, card, answered, { was, paused: was === undefined ? 0 : confirmedEarlier(board, records, statement) })
}

/** What people said of a card, between who wrote it, who changed its words and who asked whom. */
export function toldOf(board: BoardState, judgements: Judgements, card: Card, said: readonly StoryItem[], before: { readonly was: string | undefined; readonly paused: number; readonly pausedSaid?: string }): readonly StoryItem[] {
  const items: StoryItem[] = [...said]
  const required = judgements.requiredTeams(card.id)
  for (const ask of board.asks.values()) if (ask.card === card.id) items.push({ kind: 'asked', ask, at: ask.at, relieved: !required.includes(ask.team) })
  items.push(...wentOff(board, judgements, card))
  if (card.editedAt !== undefined && card.editedAt !== card.createdAt) items.push({ kind: 'edited', person: card.editedBy, at: card.editedAt, ...before })
  if (card.author !== undefined || card.createdAt !== undefined) items.push({ kind: 'wrote', person: card.author, at: card.createdAt })
  return items.sort(latest)
}

/** Marks that went without an answer, each told with what took it away. */
function wentOff(board: BoardState, judgements: Judgements, card: Card): readonly StoryItem[] {
  return marksOff({ board, judgements }, isOn(card.id)).map(({ mark, who, did, was, fate }): StoryItem => ({
    kind: 'said', id: mark.id, person: mark.person ?? '', team: '', say: () => changeWords.story(who, fate === 'back' ? `${did} (${changeWords.wasBack})` : did, was), basis: '', reason: '', current: true, at: mark.at,
  }))
}
