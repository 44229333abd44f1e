// Marks that went without an answer, as they are told: whose change, what it did, what the mark was, and whether it can
// be put back. Arranges what the server wrote down; judges nothing.
import { readMarkOff, type FieldTurned, type LinkTurned, type MarkOff, type Turned } from '../../../shared/board/marks-off.ts'
import { CARD_KINDS, LINK_TYPES, type BoardState, type Card, type CardKind, type Json, type LinkType } from '../../../shared/board/records.ts'
import type { AssumptionState, DecisionState, DependencyState, Judgements } from '../../../shared/rules/judgements.ts'
import { shownTitle } from '../../cards/size.ts'
import { lineWords, words as cardWords } from '../../cards/words.ts'
import { fateOfMark, teamsGone, type Fate } from '../../commands/plan/put-back.ts'
import { isolated } from '../../language/isolated.ts'
import { fieldWords } from '../words.ts'
import { changeWords as words } from './words.ts'

export interface ShownMark {
  readonly mark: MarkOff
  readonly fate: Fate
  /** The card with the mark; of a dependency the one that needs. Undefined when it is not on the board. */
  readonly card: Card | undefined
  /** What the mark was on, in words. */
  readonly title: string
  readonly who: string
  readonly did: string
  readonly was: string
  /** What it is now; '' when it is gone. */
  readonly now: string
}

export interface Seen { readonly board: BoardState; readonly judgements: Judgements }

const titleOf = (board: BoardState, id: string): string => {
  const card = board.cards.get(id)
  return card === undefined ? cardWords.untitled : isolated(shownTitle(card))
}
const teamName = (board: BoardState, team: Json | undefined): string => (typeof team === 'string' && team !== '' ? (board.teams.get(team)?.name ?? team) : words.did.nobody)
const kindName = (kind: Json | undefined): string => cardWords.kind(CARD_KINDS.find((known) => known === kind) ?? 'note')

function didField(board: BoardState, turned: FieldTurned): string {
  const { card, field, was, now } = turned
  const title = titleOf(board, card)
  const gone = teamsGone(turned)
  if (gone.length > 0) return words.did.asked(gone.map((team) => teamName(board, team)), title)
  if (field === 'team') return words.did.team(title, teamName(board, was), teamName(board, now))
  if (field === 'kind') return words.did.kind(title, kindName(was), kindName(now))
  if (field === 'deleted') return now === true ? words.did.deleted(title) : words.did.restored(title)
  if (field === 'retired') return now === true ? words.did.retired(title) : words.did.unretired(title)
  return words.did.field(title, fieldWords.label[field] ?? field)
}

interface Drawn { readonly from: string; readonly to: string; readonly type: string }
function drawn(value: Json | undefined): Drawn | undefined {
  const { from, to, type } = (value ?? {}) as Readonly<Record<string, Json | undefined>>
  return typeof from === 'string' && typeof to === 'string' && typeof type === 'string' ? { from, to, type } : undefined
}
const typeName = (type: string): string => (LINK_TYPES.some((known) => known === type) ? cardWords.link(type as LinkType) : type)

function didLink(board: BoardState, { was, now }: LinkTurned): string {
  const [before, after] = [drawn(was), drawn(now)]
  const line = before ?? after
  if (line === undefined) return words.did.much
  const [from, to] = [titleOf(board, line.from), titleOf(board, line.to)]
  if (before === undefined) return words.did.linked(from, typeName(line.type), to)
  return after === undefined ? words.did.unlinked(from, typeName(line.type), to) : words.did.relinked(from, typeName(before.type), typeName(after.type), to)
}

/** A line that went and one that came between the same cards are one line with another meaning. */
function joined(changes: readonly Turned[]): readonly Turned[] {
  const links = changes.filter((turned): turned is LinkTurned => 'link' in turned)
  const came = links.filter(({ was }) => was === undefined)
  const renamed = links.filter(({ now }) => now === undefined).flatMap((gone) => {
    const [line, other] = [drawn(gone.was), came.find(({ now }) => drawn(now)?.from === drawn(gone.was)?.from && drawn(now)?.to === drawn(gone.was)?.to)]
    return line === undefined || other === undefined ? [] : [{ gone, other }]
  })
  const taken = new Set<Turned>(renamed.flatMap(({ gone, other }) => [gone, other]))
  return [...renamed.map(({ gone, other }): Turned => ({ link: gone.link, ...(gone.was === undefined ? {} : { was: gone.was }), ...(other.now === undefined ? {} : { now: other.now }) })), ...changes.filter((turned) => !taken.has(turned))]
}

export function didOf(board: BoardState, { changes }: MarkOff): string {
  const [first, ...others] = joined(changes).map((turned) => ('link' in turned ? didLink(board, turned) : didField(board, turned)))
  if (first === undefined) return words.did.much
  return others.length === 0 ? first : words.more(first, others.length)
}

function stateWord(kind: CardKind | 'line', state: string): string {
  const said = kind === 'line' ? lineWords[state as DependencyState] : kind === 'assumption' ? cardWords.state(state as AssumptionState) : cardWords.decided(state as DecisionState)
  return ((said as string | undefined) ?? state).toLocaleLowerCase()
}

function nowOf({ board, judgements }: Seen, { card: id, link }: MarkOff): string {
  const card = board.cards.get(id ?? '')
  if (link !== undefined) return board.links.get(link)?.type === 'depends_on' ? stateWord('line', judgements.dependency(link).state) : words.gone
  if (card === undefined || card.deleted) return words.gone
  if (card.kind === 'assumption') return stateWord('assumption', judgements.assumption(card.id).state)
  return card.kind === 'decision' || card.kind === 'proposal' ? stateWord(card.kind, judgements.decision(card.id).state) : cardWords.kind(card.kind).toLocaleLowerCase()
}

function shown(seen: Seen, mark: MarkOff): ShownMark {
  const { board } = seen
  const line = mark.link === undefined ? undefined : (drawn(board.links.get(mark.link) as Json | undefined) ?? drawn(mark.changes.flatMap((turned) => ('link' in turned && turned.link === mark.link && turned.was !== undefined ? [turned.was] : []))[0]))
  const card = board.cards.get(mark.card ?? line?.from ?? '')
  const kind = mark.link !== undefined ? 'line' : (CARD_KINDS.find((known) => known === mark.kind) ?? card?.kind ?? 'assumption')
  return {
    mark, card, fate: fateOfMark(board, mark),
    title: line === undefined ? titleOf(board, card?.id ?? '') : words.line(titleOf(board, line.from), titleOf(board, line.to)),
    who: mark.person === undefined ? words.program : (board.people.get(mark.person)?.name ?? cardWords.somebody),
    did: didOf(board, mark),
    was: words.was(stateWord(kind, mark.was), mark.waited.map((team) => teamName(board, team))),
    now: words.now(nowOf(seen, mark)),
  }
}

/** The latest first. */
export function marksOff(seen: Seen, which: (mark: MarkOff) => boolean = () => true): readonly ShownMark[] {
  return [...seen.board.records.marksOff.values()].flatMap((record) => readMarkOff(record) ?? []).filter(which)
    .sort((a, b) => b.at.localeCompare(a.at) || (a.id < b.id ? -1 : 1)).map((mark) => shown(seen, mark))
}

/** Those on a card itself, and on dependencies that it was an end of. */
export function isOn(cardId: string): (mark: MarkOff) => boolean {
  return ({ card, link, changes }) => card === cardId || (link !== undefined && changes.some((turned) => 'link' in turned && [turned.was, turned.now].some((value) => drawn(value)?.from === cardId || drawn(value)?.to === cardId)))
}
