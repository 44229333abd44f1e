// The rows of the ledger's table: headings with their cards below, what carries most first. Pure, and in proportion to
// the board: one pass and one sort. The row that somebody is on keeps its place until they move on.
import type { BoardState, Card, CardKind } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { weightOf } from '../risks/risk-facts.ts'
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

/** A heading with its cards in order, as they stand when nobody holds one. */
export interface Group { readonly heading: Heading; readonly ids: readonly string[] }

/** The dear half of the table: one pass over the cards and one sort. Knows no folds and nothing held. */
export function tableGroups({ board, judgements, grouping, kind, matches }: Omit<RowsWanted, 'folds' | 'held'>): readonly Group[] {
  const groups = new Map<string, { readonly heading: Heading; readonly cards: Card[] }>()
  for (const card of board.cards.values()) {
    if (!listed(card, grouping, kind) || matches?.(card) === false) continue
    const heading = headingOf(grouping, board, judgements, card)
    const key = keyOfHeading(heading)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { heading, cards: [card] })
    else group.cards.push(card)
  }
  const compare = compareHeadings(board)
  return [...groups.values()].sort((a, b) => compare(a.heading, b.heading)).map(({ heading, cards }) => ({ heading, ids: cards.sort(orderIn(heading, judgements)).map(({ id }) => id) }))
}

/** The north star is pinned above all; risks among themselves by their exposure; else what carries most. */
function orderIn({ by, of }: Heading, judgements: Judgements): (a: Card, b: Card) => number {
  const weight = byWeight(judgements)
  if (by === 'kind' && of === 'risk') return (a, b) => weightOf(judgements.risk(b.id)) - weightOf(judgements.risk(a.id)) || weight(a, b)
  return (a, b) => Number(isPinned(b)) - Number(isPinned(a)) || weight(a, b)
}

function isPinned({ kind, retired, fields }: Card): boolean {
  return kind === 'goal' && !retired && fields['northStar'] === true
}

/** The held card stands where it stood, whatever it has become. */
function withHeld(groups: readonly Group[], board: BoardState, held: Held | undefined): readonly Group[] {
  if (held === undefined || board.cards.get(held.id)?.deleted !== false) return groups
  const key = keyOfHeading(held.heading)
  const now = groups.find(({ heading }) => keyOfHeading(heading) === key)
  if (now?.ids[held.place] === held.id) return groups
  const without = groups.map((group) => (group.ids.includes(held.id) ? { ...group, ids: group.ids.filter((id) => id !== held.id) } : group))
  const home = without.find(({ heading }) => keyOfHeading(heading) === key) ?? { heading: held.heading, ids: [] }
  const placed = { ...home, ids: home.ids.toSpliced(held.place, 0, held.id) }
  const rest = without.filter((group) => group !== home && group.ids.length > 0)
  const compare = compareHeadings(board)
  return [...rest, placed].sort((a, b) => compare(a.heading, b.heading))
}

/** Whether the cards of a heading or the children of a row are shown. */
export function isOpen(folds: Folds, key: string, usually: boolean): boolean {
  return folds.get(key) ?? usually
}

export function tableRows(wanted: RowsWanted, groups: readonly Group[] = tableGroups(wanted)): readonly LedgerRow[] {
  const rows: LedgerRow[] = []
  for (const { heading, ids } of withHeld(groups, wanted.board, wanted.held)) {
    const key = keyOfHeading(heading)
    const open = isOpen(wanted.folds, key, wanted.matches !== undefined || startsOpen(heading))
    rows.push({ type: 'heading', key, level: 1, heading, count: ids.length, open })
    if (open) for (const id of ids) rows.push({ type: 'card', key: id, id, level: 2 })
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
