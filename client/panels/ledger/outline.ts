// The rows of the ledger's outline: what rests on what, as an indented tree with the foundations below what they carry.
// A card is opened where it is met first; where it is met again, it says so. So rings end, and a board with many paths
// to one card stays as long as its cards and links. Walks without recursion: a chain may be as long as the board.
import type { Card } from '../../../shared/board/records.ts'
import { linksFrom } from '../../cards/view.ts'
import { byWeight } from '../waiting.ts'
import { isOpen, listed, type LedgerRow, type RowsWanted } from './rows.ts'

type Grounds = ReadonlyMap<string, readonly Card[]>

/** For each listed card what it rests on, what carries most first. */
function groundsOf({ board, judgements, kind, grouping }: RowsWanted): Grounds {
  const order = byWeight(judgements)
  const grounds = new Map<string, readonly Card[]>()
  for (const card of board.cards.values()) {
    if (!listed(card, grouping, undefined)) continue
    const ids = new Set(linksFrom({ board }, card.id).flatMap(({ type, to }) => (type === 'rests_on' || type === 'depends_on' ? [to] : [])))
    const below = [...ids].flatMap((id) => board.cards.get(id) ?? []).filter((ground) => ground.id !== card.id && listed(ground, grouping, undefined))
    if (kind === undefined || card.kind === kind || below.length > 0) grounds.set(card.id, below.sort(order))
  }
  return grounds
}

/** Cards that match and all that lead down to them. */
function reached(wanted: RowsWanted, grounds: Grounds): ReadonlySet<string> {
  const above = new Map<string, string[]>()
  for (const [id, below] of grounds) {
    for (const ground of below) {
      const ups = above.get(ground.id)
      if (ups === undefined) above.set(ground.id, [id])
      else ups.push(id)
    }
  }
  const found = new Set([...grounds.keys()].filter((id) => isWanted(wanted, id)))
  for (const id of found) for (const up of above.get(id) ?? []) found.add(up)
  return found
}

function isWanted({ board, matches, kind, held }: RowsWanted, id: string): boolean {
  const card = board.cards.get(id)
  if (card === undefined) return false
  return id === held?.id || ((kind === undefined || card.kind === kind) && matches?.(card) !== false)
}

/** Where to begin: what nothing rests on, then, for rings that nothing leads into, their first card. */
function* beginnings(wanted: RowsWanted, grounds: Grounds, met: ReadonlySet<string>): Generator<Card> {
  const order = byWeight(wanted.judgements)
  const carried = new Set([...grounds.values()].flatMap((below) => below.map(({ id }) => id)))
  const all = [...grounds.keys()].flatMap((id) => wanted.board.cards.get(id) ?? [])
  const tops = all.filter(({ id }) => !carried.has(id))
  const rests = ({ id }: Card): number => Number((grounds.get(id)?.length ?? 0) === 0)
  yield* tops.sort((a, b) => rests(a) - rests(b) || order(a, b))
  for (const card of all.sort(order)) if (!met.has(card.id)) yield card
}

export function outlineRows(wanted: RowsWanted): readonly LedgerRow[] {
  const grounds = groundsOf(wanted)
  const narrowed = wanted.matches !== undefined || wanted.kind !== undefined
  const shown = narrowed ? reached(wanted, grounds) : undefined
  const met = new Set<string>()
  const rows: LedgerRow[] = []
  for (const top of beginnings(wanted, grounds, met)) {
    const stack: { readonly card: Card; readonly key: string; readonly level: number; readonly hidden: boolean }[] = [{ card: top, key: top.id, level: 1, hidden: false }]
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { card: { id }, key, level, hidden } = next
      if (shown?.has(id) === false) continue
      const again = met.has(id)
      met.add(id)
      const below = again ? [] : (grounds.get(id) ?? []).filter((ground) => shown?.has(ground.id) !== false)
      const open = below.length > 0 ? isOpen(wanted.folds, key, true) : undefined
      if (!hidden) rows.push({ type: 'card', key, id, level, ...(open === undefined ? {} : { open }), ...(narrowed && !isWanted(wanted, id) ? { pale: true } : {}), ...(again ? { again } : {}) })
      for (const ground of [...below].reverse()) stack.push({ card: ground, key: `${id}>${ground.id}`, level: level + 1, hidden: hidden || open === false })
    }
  }
  return rows
}
