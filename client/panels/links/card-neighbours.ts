// The links of one card as rows to show: what it rests on, what rests on it, and the rest; and the cards that a new
// link may go to. Reads the board, writes nothing.
import { drawnLinkId } from '../../../shared/board/ids.ts'
import type { BoardState, Card, LinkType } from '../../../shared/board/records.ts'
import { byName } from '../../language/lists.ts'

export interface LinkRow {
  readonly id: string
  readonly type: LinkType
  /** The link goes from this card to `other`. */
  readonly outward: boolean
  readonly other: Card
}

export interface Neighbours {
  readonly restsOn: readonly LinkRow[]
  readonly restsOnIt: readonly LinkRow[]
  readonly others: readonly LinkRow[]
}

const GROUNDS: ReadonlySet<LinkType> = new Set(['rests_on', 'depends_on'])

/** One pass over the links. A deleted foundation is shown, because it still counts as doubt; other deleted ends are not. */
export function neighboursOf(board: BoardState | undefined, cardId: string): Neighbours {
  const restsOn: LinkRow[] = []
  const restsOnIt: LinkRow[] = []
  const others: LinkRow[] = []
  for (const { id, from, to, type } of board?.links.values() ?? []) {
    if (from !== cardId && to !== cardId) continue
    const outward = from === cardId
    const other = board?.cards.get(outward ? to : from)
    if (other === undefined || (other.deleted && !(outward && GROUNDS.has(type)))) continue
    const row: LinkRow = { id, type, outward, other }
    if (!GROUNDS.has(type)) others.push(row)
    else if (outward) restsOn.push(row)
    else restsOnIt.push(row)
  }
  return { restsOn: restsOn.sort(byTitle), restsOnIt: restsOnIt.sort(byTitle), others: others.sort((a, b) => a.type.localeCompare(b.type) || byTitle(a, b)) }
}

function byTitle(a: LinkRow, b: LinkRow): number {
  return byName(a.other.title, b.other.title) || (a.id < b.id ? -1 : 1)
}

/** More would not be read; typing narrows them. */
const OFFERED = 30

/** Cards that a new link of this kind may go to, those that begin with the words first. */
export function candidatesFor(board: BoardState, cardId: string, type: LinkType, outward: boolean, words: string): readonly Card[] {
  const wanted = words.trim().toLocaleLowerCase()
  const found: { readonly card: Card; readonly at: number }[] = []
  for (const card of board.cards.values()) {
    if (card.id === cardId || card.deleted || card.kind === 'frame' || card.kind === 'ink' || card.title === '') continue
    if (board.links.has(outward ? drawnLinkId(cardId, type, card.id) : drawnLinkId(card.id, type, cardId))) continue
    const at = card.title.toLocaleLowerCase().indexOf(wanted)
    if (at >= 0) found.push({ card, at })
  }
  return found.sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || byName(a.card.title, b.card.title)).slice(0, OFFERED).map(({ card }) => card)
}
