// Which assumptions and decisions wait for an answer of a team, and in which order one walks through them: as the ledger shows them,
// the most doubtful state first and in it what carries most. Pure.
import type { BoardState, Card } from '../../shared/board/records.ts'
import type { Judgements, Seat } from '../../shared/rules/judgements.ts'
import type { Waiting } from '../session/shelf.ts'
import { lookOf, LOOKS } from '../ui/looks.ts'

/** Unsure is an answer; what was said long ago, or on other words, is none any more. */
const OPEN: ReadonlySet<Seat> = new Set<Seat>(['not_heard', 'expired', 'earlier_text'])

/** Rows of the board's reading order: cards whose tops lie in one band are one row. */
const BAND = 64

/** People take stances on it. */
export function isDecided({ kind }: Card): boolean {
  return kind === 'decision' || kind === 'proposal'
}

/** Something outside that is newer than this person's confirmation asks them whether it changes their answer. */
export function isAskedAgain(judgements: Judgements, cardId: string, person: string | undefined): boolean {
  return judgements.prompts(cardId).some((prompt) => prompt.person === person)
}

/** For the team, or for this one person of it. */
export function waitsFor(judgements: Judgements, card: Card, team: string, person?: string): boolean {
  if (card.deleted || card.retired) return false
  if (isDecided(card)) return judgements.decision(card.id).notHeard.includes(team)
  if (card.kind !== 'assumption') return false
  const seat = judgements.assumption(card.id).seats[team]
  return (seat !== undefined && OPEN.has(seat)) || isAskedAgain(judgements, card.id, person)
}

/** Cards whose answer waits in this browser for the server. */
export function givenIn(outbox: readonly Waiting[]): ReadonlySet<string> {
  return new Set(outbox.flatMap((one) => ((one.root === 'attestations' || one.root === 'stances') && one.refused === undefined ? [one.card] : [])))
}

/** Most carried first, then as they are read on the board. */
export function byWeight(judgements: Judgements): (a: Card, b: Card) => number {
  const weights = new Map<string, number>()
  const weight = ({ id, kind }: Card): number => {
    const known = weights.get(id)
    if (known !== undefined) return known
    const carried = kind === 'frame' ? 0 : judgements.carries(id).length
    weights.set(id, carried)
    return carried
  }
  return (a, b) => weight(b) - weight(a) || Math.floor(a.y / BAND) - Math.floor(b.y / BAND) || a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1)
}

/** `given`: cards with an answer that is on its way to the server. */
export function waitingFor(board: BoardState, judgements: Judgements, team: string | undefined, given: ReadonlySet<string>, person?: string): readonly string[] {
  if (team === undefined || team === '') return []
  const waiting = [...board.cards.values()].filter((card) => waitsFor(judgements, card, team, person) && !given.has(card.id))
  const place = new Map(waiting.map((card) => [card.id, LOOKS.indexOf(lookOf(judgements.assumption(card.id).state))]))
  const weight = byWeight(judgements)
  return waiting.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0) || weight(a, b)).map(({ id }) => id)
}

/** Teams whose answer to a card is missing, without one's own: those that a question goes to. */
export function askable({ teams, cards }: BoardState, judgements: Judgements, cardId: string, own: string | undefined): readonly string[] {
  const card = cards.get(cardId)
  const open = (seat: Seat): boolean => seat !== 'confirmed' && seat !== 'refuted'
  const silent = card !== undefined && isDecided(card) ? judgements.decision(cardId).notHeard
    : Object.entries(judgements.assumption(cardId).seats).flatMap(([team, seat]) => (open(seat) ? [team] : []))
  return silent.filter((team) => team !== own && teams.get(team) !== undefined && teams.get(team)?.removed !== true)
}
