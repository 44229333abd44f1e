// The links to draw: those whose line touches what is mounted, with their ends where the cards are shown now (drags
// included) and in the line of their foundation.
import type { BoardState, Link } from '../../../shared/board/records.ts'
import { intersects, type Rect } from '../../../shared/geometry/geometry.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import type { Offset } from '../../canvas/item.ts'
import type { LinkItem } from '../../cards/links.ts'
import { sizeOf } from '../../cards/size.ts'
import { words as cardWords } from '../../cards/words.ts'
import { lookOf } from '../../ui/looks.ts'

export interface LinkView {
  readonly board: BoardState
  readonly judgements: Judgements
  readonly region: Rect
  readonly selected: string | undefined
  offsetOf(cardId: string): Offset | undefined
}

const LEANS = new Set<Link['type']>(['rests_on', 'depends_on'])

function rectOf(view: LinkView, cardId: string): Rect | undefined {
  const card = view.board.cards.get(cardId)
  if (card === undefined || card.deleted) return undefined
  const offset = view.offsetOf(cardId)
  return { x: card.x + (offset?.dx ?? 0), y: card.y + (offset?.dy ?? 0), ...sizeOf(card) }
}

function spanOf(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

export function linkItems(view: LinkView): LinkItem[] {
  const items: LinkItem[] = []
  for (const link of view.board.links.values()) {
    const from = rectOf(view, link.from)
    const to = rectOf(view, link.to)
    if (from === undefined || to === undefined || !intersects(spanOf(from, to), view.region)) continue
    const marked = LEANS.has(link.type) && view.board.cards.get(link.to)?.kind === 'assumption'
    items.push({
      id: link.id, from, to, selected: link.id === view.selected, label: cardWords.link(link.type),
      look: marked ? lookOf(view.judgements.assumption(link.to).state) : 'note',
      beam: marked && view.judgements.loadBearing(link.to),
    })
  }
  return items
}
