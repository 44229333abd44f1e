// The links to draw: those whose line touches what is mounted, with their ends where the cards are shown now (drags
// included) and in the line of their foundation.
import type { BoardState, Link } from '../../../shared/board/records.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import type { Offset } from '../../canvas/item.ts'
import { linkCurve, linkTouches } from '../../cards/link-path.ts'
import type { LinkItem } from '../../cards/links.ts'
import { sizeOf } from '../../cards/size.ts'
import { lineWords, words as cardWords } from '../../cards/words.ts'
import { lineLookOf, lookOf } from '../../ui/looks.ts'
import type { LinkIndex } from './link-index.ts'

export interface LinkView {
  readonly board: BoardState
  /** Follows this board. */
  readonly index: LinkIndex
  readonly judgements: Judgements
  readonly region: Rect
  readonly selected: string | undefined
  /** Cards that a filter matches; undefined: no filter. */
  readonly matching?: ReadonlySet<string> | undefined
  offsetOf(cardId: string): Offset | undefined
}

/** Board pixels. The dashes of a line to the end of the world would keep a browser busy for minutes. */
const LONGEST = 40_000
/** From here on only what is seen of a line is drawn. */
const LONG = 1_000

const LEANS = new Set<Link['type']>(['rests_on', 'depends_on'])

function rectOf(view: LinkView, cardId: string): Rect | undefined {
  const card = view.board.cards.get(cardId)
  if (card === undefined || card.deleted) return undefined
  const offset = view.offsetOf(cardId)
  return { x: card.x + (offset?.dx ?? 0), y: card.y + (offset?.dy ?? 0), ...sizeOf(card) }
}

const apart = (a: Rect, b: Rect): number => Math.hypot(b.x - a.x, b.y - a.y)

/** The part of a very long link that passes an area: its ends come as near as they may, on the line between them. */
function cut(from: Rect, to: Rect, region: Rect): { readonly from: Rect; readonly to: Rect } {
  const length = apart(from, to)
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const seen = (region.x + region.width / 2 - from.x) * dx + (region.y + region.height / 2 - from.y) * dy
  const at = (way: number): Rect => ({ ...(way <= 0 ? from : to), x: from.x + dx * way, y: from.y + dy * way })
  const near = Math.min(length, Math.max(0, seen))
  return { from: at(Math.max(0, near - LONGEST / 2)), to: at(Math.min(length, near + LONGEST / 2)) }
}

export function linkItems(view: LinkView, moved: Iterable<string> = []): LinkItem[] {
  const links = new Set(view.index.touching(view.region))
  for (const id of moved) for (const link of view.index.of(id)) links.add(link)
  return itemsOf(view, links)
}

/** Those of these links that are seen. */
export function itemsOf(view: LinkView, links: Iterable<Link>): LinkItem[] {
  return [...links].flatMap((link) => linkItem(view, link) ?? [])
}

function linkItem(view: LinkView, link: Link): LinkItem | undefined {
  const from = rectOf(view, link.from)
  const to = rectOf(view, link.to)
  if (from === undefined || to === undefined || !linkTouches(linkCurve(from, to), view.region)) return undefined
  const ends = apart(from, to) > LONGEST ? cut(from, to, view.region) : { from, to }
  const marked = LEANS.has(link.type) && view.board.cards.get(link.to)?.kind === 'assumption'
  const line = link.type === 'depends_on' ? view.judgements.dependency(link.id).state : 'void'
  return {
    id: link.id, ...ends, ...(apart(from, to) > LONG ? { within: view.region } : {}), selected: link.id === view.selected,
    label: cardWords.and(cardWords.link(link.type), lineWords[line]),
    look: marked ? lookOf(view.judgements.assumption(link.to).state) : lineLookOf(line),
    beam: marked && view.judgements.loadBearing(link.to),
    ...(view.matching === undefined || (view.matching.has(link.from) && view.matching.has(link.to)) ? {} : { pale: true }),
  }
}
