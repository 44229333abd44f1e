// The rows of the ledger's table: headings with their cards below, what carries most first. Pure, and in proportion to
// the board: one pass and one sort. The row that somebody is on keeps its place until they move on.
import type { BoardState, Card, CardKind } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { byWeight } from '../waiting.ts'
import { compareHeadings, headingOf, keyOfHeading, startsOpen, type Grouping, type Heading } from './groups.ts'

export interface HeadingRow { readonly type: 'heading'; readonly key: string; readonly level: 1; readonly heading: Heading; readonly count: number; readonly open: boolean }
export interface CardRow {
  readonly type: 'card'
  /** Unlike a card, which the outline may show twice, a row has a key of its own. */
  readonly key: string
  readonly id: string
  readonly level: number
  /** Of a row with rows below it. */
  readonly open?: boolean
  /** Only there to lead to rows that match. */
  readonly pale?: boolean
  /** Shown in full further up. */
  readonly again?: boolean
}
export type LedgerRow = HeadingRow | CardRow

/** Where the row that somebody is on stands until they leave it. */
export interface Held { readonly id: string; readonly heading: Heading; readonly place: number }

export interface Folds { get(key: string): boolean | undefined }

export interface RowsWanted {
  readonly board: BoardState
  readonly judgements: Judgements
  readonly grouping: Grouping
  /** Undefined: all kinds. */
  readonly kind: CardKind | undefined
  /** Undefined: nothing is filtered. */
  readonly matches: ((card: Card) => boolean) | undefined
  /** What somebody opened or closed, by key of heading or row. */
  readonly folds: Folds
  readonly held: Held | undefined
}

/** Cards that a ledger lists: frames are headings, and cards only where kinds are. */
export function listed({ kind, deleted }: Card, grouping: Grouping, only: CardKind | undefined): boolean {
  if (deleted || (only !== undefined && kind !== only)) return false
  return kind !== 'frame' || grouping === 'kind' || only === 'frame'
}

interface Group { readonly heading: Heading; readonly cards: Card[] }

function groupsOf({ board, judgements, grouping, kind, matches, held }: RowsWanted): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const card of board.cards.values()) {
    if (!listed(card, grouping, kind)) continue
    const stays = card.id === held?.id
    if (!stays && matches?.(card) === false) continue
    const heading = stays ? held.heading : headingOf(grouping, board, judgements, card)
    const key = keyOfHeading(heading)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { heading, cards: [card] })
    else group.cards.push(card)
  }
  return groups
}

/** The held card goes back to where it stood among the others. */
function sorted(cards: readonly Card[], order: (a: Card, b: Card) => number, held: Held | undefined): readonly Card[] {
  const all = [...cards].sort(order)
  const at = held === undefined ? -1 : all.findIndex(({ id }) => id === held.id)
  if (at >= 0) all.splice(held?.place ?? 0, 0, ...all.splice(at, 1))
  return all
}

/** Whether the cards of a heading or the children of a row are shown. */
export function isOpen(folds: Folds, key: string, usually: boolean): boolean {
  return folds.get(key) ?? usually
}

export function tableRows(wanted: RowsWanted): readonly LedgerRow[] {
  const order = byWeight(wanted.judgements)
  const compare = compareHeadings(wanted.board)
  const rows: LedgerRow[] = []
  for (const { heading, cards } of [...groupsOf(wanted).values()].sort((a, b) => compare(a.heading, b.heading))) {
    const key = keyOfHeading(heading)
    const open = isOpen(wanted.folds, key, wanted.matches !== undefined || startsOpen(heading))
    rows.push({ type: 'heading', key, level: 1, heading, count: cards.length, open })
    if (open) for (const { id } of sorted(cards, order, wanted.held)) rows.push({ type: 'card', key: id, id, level: 2 })
  }
  return rows
}

/** How a row would be held now. */
export function holdOf(rows: readonly LedgerRow[], key: string): Held | undefined {
  const at = rows.findIndex((row) => row.key === key)
  const row = rows[at]
  if (row === undefined || row.type === 'heading') return undefined
  for (let up = at - 1; up >= 0; up--) {
    const above = rows[up]
    if (above?.type === 'heading') return { id: row.id, heading: above.heading, place: at - up - 1 }
  }
  return undefined
}
