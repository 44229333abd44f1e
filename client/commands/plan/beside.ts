// Makes a card beside another and draws the line between them, in one step to undo: what a list of the inspector adds
// where nobody pointed at a place. Knows the session and the writers; no element.
import { newId } from '../../../shared/board/ids.ts'
import { orderAbove } from '../../../shared/board/order.ts'
import type { BoardState, Card, CardFields, CardKind, LinkType } from '../../../shared/board/records.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, revealCard } from '../../../shared/board/write-cards.ts'
import { intersects, type BoardPoint, type Rect } from '../../../shared/geometry/geometry.ts'
import { DEFAULT_WIDTH } from '../../cards/size.ts'
import type { Session } from '../../session/session.ts'
import { frameAt, framesOf, rectOf } from '../frame-facts.ts'

export interface NewBeside {
  readonly kind: CardKind
  readonly title: string
  readonly fields?: CardFields
  readonly type: LinkType
  /** The line goes from the new card to the other. */
  readonly outward: boolean
}

/** Board pixels: what a new card takes, and the air around it. */
const HEIGHT = 140
const AIR = 24
/** How many places are tried to each side. */
const REACH = 6

/** Below first, then to the right and to the left, ever further; on no other card. */
export function placeBeside({ cards }: BoardState, near: Card): BoardPoint {
  const taken = Array.from(cards.values()).filter(({ kind, deleted }) => !deleted && kind !== 'frame').map(rectOf)
  const { x, y, height } = rectOf(near)
  const tried: BoardPoint[] = []
  for (let down = 0; down <= REACH; down++) {
    for (const right of [0, 1, -1, 2, -2]) tried.push({ x: x + right * (DEFAULT_WIDTH + AIR), y: y + height + AIR + down * (HEIGHT + AIR) })
  }
  const rect = (at: BoardPoint): Rect => ({ ...at, width: DEFAULT_WIDTH, height: HEIGHT })
  const free = tried.find((at) => !taken.some((other) => intersects(other, rect(at)))) ?? { x: x + AIR, y: y + height + AIR }
  return { x: Math.round(free.x), y: Math.round(free.y) }
}

/** Returns the id of the new card. Undo hides it, whatever others have written in it. */
export function addBeside(session: Session, near: Card, { kind, title, fields = {}, type, outward }: NewBeside, label: string): string {
  const id = newId()
  const board = session.board.value
  const at = placeBeside(board, near)
  const frame = frameAt(framesOf(board), { x: at.x + DEFAULT_WIDTH / 2, y: at.y + HEIGHT / 2 })?.id
  const team = session.me.value?.team ?? ''
  session.prepare((doc) => addCard(doc, {
    id, kind, title, ...at, hidden: true, order: orderAbove(board.cards.values()), ...(frame === undefined ? {} : { frame }), fields: { ...(team === '' ? {} : { team }), ...fields },
  }))
  session.edit(label, (doc) => {
    revealCard(doc, id)
    addLink(doc, outward ? id : near.id, type, outward ? near.id : id)
  })
  session.endUndoStep()
  return id
}

/** True when this very line stands already. */
export function isLinked({ links }: BoardState, from: string, type: LinkType, to: string): boolean {
  return [...links.values()].some((link) => link.from === from && link.to === to && link.type === type)
}
