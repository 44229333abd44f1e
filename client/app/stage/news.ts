// What others did to the cards that concern one person, as sentences for those who listen: answers, new words, asking,
// deleting. Compares two moments, so that ten changes of one wording are one sentence. Pure.
import type { BoardState, CardKind, Person } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { words as cardWords } from '../../cards/words.ts'
import { newsWords as words } from './later-words.ts'
import { isReworded } from './reworded.ts'

export interface Moment { readonly board: BoardState; readonly judgements: Judgements }

/** More than these are counted, not read out. */
const MOST = 3

function answered(kind: CardKind | undefined): boolean {
  return kind === 'assumption' || kind === 'decision' || kind === 'proposal'
}

/** Whether a card concerns a person: it has the focus, or their team depends on it. */
function concerns({ judgements, board }: Moment, cardId: string, focused: ReadonlySet<string>, me: Person | undefined): boolean {
  if (focused.has(cardId)) return true
  if (me === undefined || me.team === '' || !answered(board.cards.get(cardId)?.kind)) return false
  return judgements.requiredTeams(cardId).includes(me.team)
}

function answers(before: Moment, after: Moment, me: Person | undefined): { card: string; text: string }[] {
  if (before.board.attestations === after.board.attestations) return []
  return [...after.board.attestations.values()].flatMap(({ id, card, person, team, verdict }) => {
    if (person === me?.id || before.board.attestations.get(id) !== undefined) return []
    const who = after.board.teams.get(team)?.name ?? after.board.people.get(person)?.name ?? words.somebody
    return [{ card, text: words.answered[verdict](who, titleOf(after, card)) }]
  })
}

function stances(before: Moment, after: Moment, me: Person | undefined): { card: string; text: string }[] {
  const now = after.board.records.stances
  if (before.board.records.stances === now) return []
  return [...now.values()].flatMap(({ id, card, person, team }) => {
    if (typeof card !== 'string' || person === me?.id || before.board.records.stances.get(id) !== undefined) return []
    const who = after.board.teams.get(typeof team === 'string' ? team : '')?.name ?? words.somebody
    return [{ card, text: words.stood(who, titleOf(after, card), cardWords.status(after.judgements.decision(card).state)) }]
  })
}

function titleOf({ board }: Moment, cardId: string): string {
  const title = board.cards.get(cardId)?.title ?? ''
  return title === '' ? words.untitled : title
}

function changedCards(before: Moment, after: Moment, theirs: Iterable<string>, me: Person | undefined): { card: string; text: string }[] {
  return [...theirs].flatMap((id) => {
    const was = before.board.cards.get(id)
    const card = after.board.cards.get(id)
    if (card === undefined || was === undefined || was.deleted) return []
    if (card.deleted) return [{ card: card.id, text: words.deleted(titleOf(before, card.id)) }]
    return isReworded(was, card) && card.editedBy !== me?.id ? [{ card: card.id, text: words.reworded(titleOf(after, card.id)) }] : []
  })
}

function asked(before: Moment, after: Moment, me: Person | undefined): { card: string; text: string }[] {
  if (me === undefined || me.team === '' || before.board.asks === after.board.asks) return []
  return [...after.board.asks.values()]
    .filter(({ id, team, person }) => team === me.team && person !== me.id && before.board.asks.get(id) === undefined)
    .map(({ card, team }) => ({ card, text: words.asked(after.board.teams.get(team)?.name ?? words.somebody, titleOf(after, card)) }))
}

/** The cards that a person is at, and those whose words others have changed, or which they have deleted. */
export interface AtCards { readonly focused: ReadonlySet<string>; readonly theirs: ReadonlySet<string> }

/** The sentences, in the order of their weight; what one does oneself is said elsewhere and at once. */
export function newsBetween(before: Moment, after: Moment, { focused, theirs }: AtCards, me: Person | undefined): readonly string[] {
  const all = [...asked(before, after, me), ...answers(before, after, me), ...stances(before, after, me), ...changedCards(before, after, theirs, me)]
    .filter(({ card }) => concerns(after, card, focused, me) || concerns(before, card, focused, me))
    .map(({ text }) => text)
  const told = [...new Set(all)]
  return told.length <= MOST ? told : [...told.slice(0, MOST), words.more(told.length - MOST)]
}
