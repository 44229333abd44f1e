// A board at a glance, for a list of boards: how many assumptions are in which state, and a few of its cards as
// rectangles. And only the rectangles, for whoever waits for the board. Made of facts; knows no room and no request.
import type { BoardState, Card } from '../../shared/board/records.ts'
import type { BoardGlance, BoardOutline, Box, GlanceCard } from '../../shared/protocol/http.ts'
import { judge } from '../../shared/rules/judge.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'

/** A glance, and the instant (ms) up to which time alone changes nothing in it. */
export interface TimedGlance { readonly glance: BoardGlance; readonly until: number }

/** More cannot be told apart in the size of a stamp. */
const MOST_CARDS = 40
/** About what is seen at first. */
const MOST_BLOCKS = 80
const FRAME = { w: 480, h: 320 }
const WIDTH = 216
/** Without measuring text: a card of two lines, and what each further line takes. */
const HEIGHT = 98
const LINE = 20
const CHARS_PER_LINE = 28
const MOST_LINES = 5

function isShown({ kind, deleted }: Card): boolean {
  return !deleted && kind !== 'frame' && kind !== 'text' && kind !== 'ink'
}

/** So many of them that lie evenly over the board, read from the top. */
function spread(cards: readonly Card[]): readonly Card[] {
  if (cards.length <= MOST_CARDS) return cards
  return Array.from({ length: MOST_CARDS }, (_, at) => cards[Math.floor((at * cards.length) / MOST_CARDS)]).filter((card) => card !== undefined)
}

function fieldOf({ fields }: Card, ...names: readonly string[]): number | undefined {
  return names.map((name) => fields[name]).find((value) => typeof value === 'number' && value > 0) as number | undefined
}

function boxOf(card: Card): Box {
  const at = { x: Math.round(card.x), y: Math.round(card.y) }
  if (card.kind === 'frame') return { ...at, w: Math.round(card.width ?? fieldOf(card, 'w') ?? FRAME.w), h: Math.round(fieldOf(card, 'height', 'h') ?? FRAME.h) }
  const lines = Math.min(MOST_LINES, Math.max(1, Math.ceil(card.title.length / CHARS_PER_LINE)))
  return { ...at, w: Math.round(card.width ?? WIDTH), h: HEIGHT + (lines - 2) * LINE }
}

function rectangle(card: Card, judgements: Judgements): GlanceCard {
  const { kind } = card
  return { ...boxOf(card), kind, ...(kind === 'assumption' ? { state: judgements.assumption(card.id).state } : {}) }
}

function byPlace(a: Card, b: Card): number {
  return a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1)
}

function boundsOf(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/** Of every state once, however often it is asked for. */
const OUTLINES = new WeakMap<BoardState, { readonly outline: BoardOutline | undefined }>()

/** Undefined for a board without cards. */
export function outlineOf(board: BoardState): BoardOutline | undefined {
  const known = OUTLINES.get(board) ?? { outline: drawOutline(board) }
  OUTLINES.set(board, known)
  return known.outline
}

function drawOutline(board: BoardState): BoardOutline | undefined {
  const cards = [...board.cards.values()].filter(({ deleted }) => !deleted)
  if (cards.length === 0) return undefined
  const first = cards.sort(byPlace).slice(0, MOST_BLOCKS)
  return { bounds: boundsOf(cards.map(boxOf)), blocks: first.map((card) => (card.kind === 'frame' ? { ...boxOf(card), frame: true } : boxOf(card))) }
}

export function glanceOf(board: BoardState, now: number): TimedGlance {
  const judgements = judge(board, now)
  const cards = [...board.cards.values()].filter(isShown).sort(byPlace)
  const states: Record<string, number> = {}
  for (const { id, kind } of cards) {
    if (kind !== 'assumption') continue
    const { state } = judgements.assumption(id)
    states[state] = (states[state] ?? 0) + 1
  }
  return { glance: { states, cards: spread(cards).map((card) => rectangle(card, judgements)) }, until: judgements.nextChangeAt() ?? Infinity }
}
