// Puts back what turned a mark off: exactly that, in one step to undo. What others have changed since is left to them.
// Knows the session and the writers; no element, no words of the list.
import type { Board } from '../../../shared/board/document.ts'
import { sameJson } from '../../../shared/board/json.ts'
import type { FieldTurned, LinkTurned, MarkOff, Turned } from '../../../shared/board/marks-off.ts'
import type { BoardState, Json, Link } from '../../../shared/board/records.ts'
import { checkCardField, checkLinkValue } from '../../../shared/board/schema.ts'
import { putLink, removeLink } from '../../../shared/board/write-board.ts'
import { deleteCard, restoreCard, setCardField } from '../../../shared/board/write-cards.ts'
import { shownTitle } from '../../cards/size.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { planWords, putBackWords as words } from './words.ts'

/** `back`: it is as it was; `there`: it can be put back; `moved`: somebody has made something else of it since. */
export type Fate = 'back' | 'there' | 'moved'

const teamsIn = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? (value as readonly Json[]).filter((team): team is string => typeof team === 'string') : [])
const same = (a: Json | undefined, b: Json | undefined): boolean => sameJson(a ?? null, b ?? null)

/** Teams that were asked before and are not any more. */
export function teamsGone({ field, was, now }: FieldTurned): readonly string[] {
  const left = new Set(field === 'askTeams' ? teamsIn(now) : [])
  return field === 'askTeams' ? teamsIn(was).filter((team) => !left.has(team)) : []
}

function valueNow({ cards }: BoardState, { card: id, field }: FieldTurned): Json | undefined {
  const card = cards.get(id)
  return field === 'kind' ? card?.kind : field === 'deleted' ? card?.deleted : field === 'retired' ? card?.retired : card?.fields[field]
}

function fateOfField(board: BoardState, turned: FieldTurned): Fate {
  const is = valueNow(board, turned)
  if (same(is, turned.was) && board.cards.has(turned.card)) return 'back'
  const gone = teamsGone(turned)
  if (gone.length > 0) return gone.every((team) => teamsIn(is).includes(team)) ? 'back' : board.cards.has(turned.card) ? 'there' : 'moved'
  const fits = turned.was === undefined || turned.field === 'deleted' || checkCardField(turned.field, turned.was) === undefined
  return fits && same(is, turned.now) && board.cards.has(turned.card) ? 'there' : 'moved'
}

const asLink = (value: Json | undefined): Link | undefined => (value === undefined ? undefined : (value as unknown as Link))

function writable(id: string, value: Json | undefined): boolean {
  const { id: _id, ...rest } = (value ?? {}) as { readonly id?: Json }
  return value === undefined || checkLinkValue(id, rest) === undefined
}

function fateOfLink({ links, cards }: BoardState, { link: id, was, now }: LinkTurned): Fate {
  const is = links.get(id) as Json | undefined
  if (same(is, was)) return 'back'
  const ends = asLink(was)
  const there = ends === undefined || (cards.get(ends.from)?.deleted === false && cards.get(ends.to)?.deleted === false)
  return there && writable(id, was) && same(is, now) ? 'there' : 'moved'
}

function fateOf(board: BoardState, turned: Turned): Fate {
  return 'link' in turned ? fateOfLink(board, turned) : fateOfField(board, turned)
}

const endsIn = ({ was, now }: LinkTurned): readonly Link[] => [asLink(was), asLink(now)].filter((link) => link !== undefined)
const isBetween = (pair: readonly [string, string], { from, to }: Link): boolean => (from === pair[0] && to === pair[1]) || (from === pair[1] && to === pair[0])

/** Has a change to do with its mark: its card, a link of it or a card that one leads to? A file may say anything. */
function isAbout(board: BoardState, { card, link, changes }: MarkOff, turned: Turned): boolean {
  const drawn = changes.flatMap((one) => ('link' in one ? endsIn(one).map((end) => ({ id: one.link, end })) : []))
  if (card !== undefined) {
    if ('link' in turned) return endsIn(turned).some(({ from, to }) => from === card || to === card)
    if (turned.card === card || drawn.some(({ end }) => isBetween([turned.card, card], end))) return true
    for (const one of board.links.values()) if (isBetween([turned.card, card], one)) return true
    return false
  }
  const line = board.links.get(link ?? '') ?? drawn.find(({ id }) => id === link)?.end
  if (line === undefined) return false
  if (!('link' in turned)) return turned.card === line.from || turned.card === line.to
  return turned.link === link || endsIn(turned).some((end) => isBetween([line.from, line.to], end))
}

function fateIn(board: BoardState, mark: MarkOff, turned: Turned): Fate {
  const fate = fateOf(board, turned)
  return fate === 'there' && !isAbout(board, mark, turned) ? 'moved' : fate
}

/** Whether all of it is as it was, some of it can be, or none of it. Of what was not kept nothing can. */
export function fateOfMark(board: BoardState, mark: MarkOff): Fate {
  const fates = mark.changes.map((turned) => fateIn(board, mark, turned))
  if (fates.length > 0 && fates.every((fate) => fate === 'back')) return 'back'
  return fates.includes('there') ? 'there' : 'moved'
}

function restoreField(doc: Board, board: BoardState, turned: FieldTurned): void {
  const { card, field, was } = turned
  if (field === 'deleted') return was === true ? deleteCard(doc, card) : restoreCard(doc, card)
  const gone = teamsGone(turned)
  const to = gone.length > 0 ? [...new Set([...teamsIn(valueNow(board, turned)), ...gone])] : field === 'retired' && was !== true ? undefined : was
  setCardField(doc, card, field, to)
}

function restoreLink(doc: Board, { link: id, was }: LinkTurned): void {
  const link = asLink(was)
  if (link === undefined) removeLink(doc, id)
  else putLink(doc, { ...link, id })
}

export function putBack(session: Session, mark: MarkOff): string {
  const board = session.board.value
  if (!session.canEdit) return planWords.readOnly
  const turned = mark.changes.filter((one) => fateIn(board, mark, one) === 'there')
  if (turned.length === 0) return fateOfMark(board, mark) === 'back' ? words.already : words.movedOn
  session.edit(words.label, (doc) => {
    for (const one of turned) {
      if ('link' in one) restoreLink(doc, one)
      else restoreField(doc, board, one)
    }
  })
  session.endUndoStep()
  const card = board.cards.get(mark.card ?? '')
  return card === undefined ? words.done : words.doneOn(isolated(shownTitle(card)))
}
