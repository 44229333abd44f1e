// What people do with frames: draw one around cards, change its size, put cards on it. A frame has the cards whose centre
// lies in it; each command writes the places and who belongs to whom together, as one undo step.
import { newId } from '../../shared/board/ids.ts'
import type { Board } from '../../shared/board/document.ts'
import type { Card } from '../../shared/board/records.ts'
import { addCard, moveCard, resizeCard as writeWidth, revealCard, setCardField } from '../../shared/board/write-cards.ts'
import type { BoardPoint, Rect } from '../../shared/geometry/geometry.ts'
import { MAX_WIDTH, MIN_WIDTH, sizeOf } from '../cards/size.ts'
import { isolated } from '../language/isolated.ts'
import type { Session } from '../session/session.ts'
import { centreOf, FRAME_LIMITS, frameOf, isIn, membersOf, rectOf } from './frame-facts.ts'
import { inParts } from './parts.ts'
import { canvasWords, words } from './words.ts'

/** Board pixels of a frame that was only pointed at. */
const FRAME_SIZE = { width: 480, height: 320 }
const GRID = 8
/** Board pixels from the edges of a frame to the cards that are put on it; its title stands above them. */
const PAD = 24
const HEAD = 56

const onGrid = (at: number): number => Math.round(at / GRID) * GRID
const clamp = (value: number, [least, most]: readonly [number, number]): number => Math.min(most, Math.max(least, onGrid(value)))

/** Makes a frame and takes the loose cards in it. A rectangle without an extent asks for one of the usual size there. */
export function addFrame(session: Session, drawn: Rect): { readonly id: string | undefined; readonly said: string } {
  if (!session.canEdit) return { id: undefined, said: words.readOnly }
  const id = newId()
  const pointed = drawn.width < FRAME_LIMITS.width[0] / 2 && drawn.height < FRAME_LIMITS.height[0] / 2
  const size = pointed ? FRAME_SIZE : { width: clamp(drawn.width, FRAME_LIMITS.width), height: clamp(drawn.height, FRAME_LIMITS.height) }
  const rect = { x: onGrid(drawn.x), y: onGrid(drawn.y), ...size }
  const taken = looseIn(session, rect)
  session.prepare((board) => addCard(board, { id, kind: 'frame', x: rect.x, y: rect.y, width: rect.width, hidden: true, fields: { height: rect.height } }))
  session.edit(canvasWords.labels.frame, (board) => revealCard(board, id))
  inParts(taken, (part) => session.edit(canvasWords.labels.frame, (board) => part.forEach((card) => setCardField(board, card.id, 'frame', id))))
  session.endUndoStep()
  return { id, said: taken.length === 0 ? canvasWords.framed : canvasWords.framedWith(taken.length) }
}

function looseIn(session: Session, rect: Rect): Card[] {
  const board = session.board.value
  return [...board.cards.values()].filter((card) => !card.deleted && card.kind !== 'frame' && isIn(centreOf(rectOf(card)), rect) && frameOf(board, card) === undefined)
}

/** Changes the size of a card or frame: steps in one breath are one undo step, the caller ends it. */
export function resizeCard(session: Session, cardId: string, rect: Rect): string {
  const card = session.board.value.cards.get(cardId)
  if (card === undefined || card.deleted || !session.canEdit) return words.readOnly
  if (card.kind === 'frame') return resizeFrame(session, card, rect)
  const width = clamp(rect.width, [MIN_WIDTH, MAX_WIDTH])
  session.edit(canvasWords.labels.size, (board) => writeWidth(board, cardId, width))
  return canvasWords.wide(width)
}

function resizeFrame(session: Session, frame: Card, rect: Rect): string {
  const next = { x: onGrid(rect.x), y: onGrid(rect.y), width: clamp(rect.width, FRAME_LIMITS.width), height: clamp(rect.height, FRAME_LIMITS.height) }
  const left = membersOf(session.board.value, new Set([frame.id])).filter((card) => !isIn(centreOf(rectOf(card)), next))
  const taken = looseIn(session, next)
  session.edit(canvasWords.labels.size, (board) => {
    moveCard(board, frame.id, next.x, next.y)
    writeWidth(board, frame.id, next.width)
    setCardField(board, frame.id, 'height', next.height)
  })
  const changed = [...left.map(({ id }) => [id, undefined] as const), ...taken.map(({ id }) => [id, frame.id] as const)]
  inParts(changed, (part) => session.edit(canvasWords.labels.size, (board) => part.forEach(([id, to]) => setCardField(board, id, 'frame', to))))
  return canvasWords.sized(next.width, next.height)
}

/** Wider and higher by this much, by keyboard or by a menu. */
export function resizeBy(session: Session, cardId: string, dw: number, dh: number): string {
  const card = session.board.value.cards.get(cardId)
  if (card === undefined) return words.readOnly
  const { x, y, width, height } = rectOf(card)
  return resizeCard(session, cardId, { x, y, width: width + dw, height: height + dh })
}

/** Puts cards on a frame, below those that are there; the frame grows when they need it. */
export function moveToFrame(session: Session, cardIds: Iterable<string>, frameId: string): string {
  const board = session.board.value
  const frame = board.cards.get(frameId)
  const cards = standing(session, cardIds).filter((card) => card.kind !== 'frame' && card.frame !== frameId)
  if (frame?.deleted !== false || !session.canEdit) return words.readOnly
  const box = rectOf(frame)
  const places = rowsIn(box, membersOf(board, new Set([frameId])).map(rectOf), cards)
  const foot = Math.max(0, ...cards.map((card, at) => (places[at]?.y ?? 0) + sizeOf(card).height + PAD))
  if (foot > box.y + box.height) session.edit(canvasWords.labels.toFrame, (doc) => setCardField(doc, frameId, 'height', onGrid(foot - box.y + GRID / 2)))
  place(session, cards.map((card, at) => ({ id: card.id, at: places[at] ?? card, frame: frameId })))
  return canvasWords.movedTo(cards.length, isolated(frame.title))
}

/** Takes cards off their frames: to the right of each, in a column. */
export function takeOffFrame(session: Session, cardIds: Iterable<string>): string {
  const board = session.board.value
  const feet = new Map<string, number>()
  const cards = standing(session, cardIds).flatMap((card) => {
    const frame = frameOf(board, card)
    return frame === undefined ? [] : [{ card, box: rectOf(frame), frame: frame.id }]
  })
  place(session, cards.map(({ card, box, frame }) => {
    const y = feet.get(frame) ?? box.y
    feet.set(frame, y + onGrid(sizeOf(card).height + PAD))
    return { id: card.id, at: { x: onGrid(box.x + box.width + PAD), y }, frame: undefined }
  }))
  return canvasWords.takenOff(cards.length)
}

interface Placed { readonly id: string; readonly at: BoardPoint; readonly frame: string | undefined }

function place(session: Session, placed: readonly Placed[]): void {
  inParts(placed, (part) => session.edit(canvasWords.labels.toFrame, (board: Board) => {
    for (const { id, at, frame } of part) {
      moveCard(board, id, at.x, at.y)
      setCardField(board, id, 'frame', frame)
    }
  }))
  session.endUndoStep()
}

function standing(session: Session, ids: Iterable<string>): Card[] {
  return [...new Set(ids)].flatMap((id) => session.board.value.cards.get(id) ?? []).filter(({ deleted }) => !deleted)
}

/** Places in rows from the left, below everything that is taken. */
function rowsIn(box: Rect, taken: readonly Rect[], cards: readonly Card[]): BoardPoint[] {
  let y = Math.max(box.y + HEAD, ...taken.map((rect) => onGrid(rect.y + rect.height + PAD)))
  let x = box.x + PAD
  let tall = 0
  return cards.map((card) => {
    const { width, height } = sizeOf(card)
    if (x > box.x + PAD && x + width > box.x + box.width - PAD) {
      x = box.x + PAD
      y += onGrid(tall + PAD)
      tall = 0
    }
    const at = { x: onGrid(x), y: onGrid(y) }
    x += width + PAD
    tall = Math.max(tall, height)
    return at
  })
}
