// What a key means on the board, as a pure step: walk from item to item, move, size, link, edit, delete, zoom. Which
// press it is was found in the one map of keys; here it becomes intents. Only what concerns any item whatever; keys of
// cards (answers, kinds) belong to those who know cards.
//
//   rest ─L─► aiming ─arrows─► aiming ─Enter─► rest (link)      Esc ─► rest
//   rest ─asked─► sizing ─arrows─► sizing ─Enter, Esc─► rest
import type { KeyId } from '../../ui/key-map.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

export interface KeyPress {
  /** What the map of keys says of it; undefined when it says nothing. */
  readonly id: KeyId | undefined
  /** As the browser names it: for arrows, and the ends. */
  readonly key: string
}

export interface KeyView {
  /** The item that has the focus. */
  readonly focused: string | undefined
  readonly selection: ReadonlySet<string>
  readonly canEdit: boolean
  nearest(id: string, direction: Direction): string | undefined
  /** The next or previous item in reading order; from undefined: the first or last. */
  neighbour(id: string | undefined, by: 1 | -1): string | undefined
}

export type KeyState =
  | { readonly at: 'rest' }
  | { readonly at: 'aiming'; readonly from: string; readonly over: string | undefined }
  | { readonly at: 'sizing'; readonly id: string }

export type KeyIntent =
  | { readonly do: 'focus'; readonly id: string; readonly extend: boolean }
  /** Board pixels. */
  | { readonly do: 'nudge'; readonly dx: number; readonly dy: number }
  | { readonly do: 'size'; readonly id: string; readonly dw: number; readonly dh: number }
  | { readonly do: 'stop-sizing' }
  | { readonly do: 'activate'; readonly id: string }
  | { readonly do: 'delete' }
  | { readonly do: 'aim-at'; readonly from: string; readonly over: string | undefined }
  | { readonly do: 'stop-aiming' }
  | { readonly do: 'link'; readonly from: string; readonly to: string }
  | { readonly do: 'deselect' }
  | { readonly do: 'select-all' }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'fit'; readonly what: 'board' | 'selection' }

export interface KeyStep { readonly state: KeyState; readonly intents: readonly KeyIntent[] }

const NUDGE = 8
const FAR_NUDGE = 40
const ZOOM_STEP = 1.25

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const WAY: Readonly<Record<Direction, readonly [number, number]>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }

export const KEYS_REST: KeyState = { at: 'rest' }
const rest = (...intents: KeyIntent[]): KeyStep => ({ state: KEYS_REST, intents })

/** undefined: this key means nothing here. */
export function stepKey(state: KeyState, press: KeyPress, view: KeyView): KeyStep | undefined {
  if (state.at === 'aiming') return aimingKey(state, press, view)
  if (state.at === 'sizing') return sizingKey(state, press)
  return walkingKey(press, view) ?? changingKey(press, view) ?? lookingKey(press)
}

function aimingKey(state: Extract<KeyState, { at: 'aiming' }>, { id, key }: KeyPress, view: KeyView): KeyStep | undefined {
  const direction = DIRECTIONS[key]
  if (direction !== undefined) {
    const next = view.nearest(state.over ?? state.from, direction)
    const over = next === undefined || next === state.from ? (next === state.from ? view.nearest(state.from, direction) : state.over) : next
    return { state: { ...state, over }, intents: [{ do: 'aim-at', from: state.from, over }] }
  }
  if (id === 'edit') return state.over === undefined ? { state, intents: [] } : rest({ do: 'stop-aiming' }, { do: 'link', from: state.from, to: state.over })
  return id === 'leave' || key === 'Tab' ? rest({ do: 'stop-aiming' }) : undefined
}

/** Arrow keys pull the lower right corner. */
function sizingKey(state: Extract<KeyState, { at: 'sizing' }>, { id, key }: KeyPress): KeyStep | undefined {
  const direction = DIRECTIONS[key]
  if (direction !== undefined) {
    const [x, y] = WAY[direction]
    const by = id === 'extend' || id === 'moveFar' ? FAR_NUDGE : NUDGE
    return { state, intents: [{ do: 'size', id: state.id, dw: x * by, dh: y * by }] }
  }
  return id === 'edit' || id === 'leave' || key === 'Tab' ? rest({ do: 'stop-sizing' }) : undefined
}

function walkingKey({ id, key }: KeyPress, view: KeyView): KeyStep | undefined {
  if (id === 'nearest' || id === 'extend') {
    const next = view.focused === undefined ? view.neighbour(undefined, 1) : view.nearest(view.focused, DIRECTIONS[key] ?? 'right')
    return next === undefined ? rest() : rest({ do: 'focus', id: next, extend: id === 'extend' })
  }
  if (id !== 'next' && id !== 'previous' && id !== 'ends') return undefined
  const next = id === 'ends' ? view.neighbour(undefined, key === 'Home' ? 1 : -1) : view.neighbour(view.focused, id === 'next' ? 1 : -1)
  return next === undefined ? rest() : rest({ do: 'focus', id: next, extend: false })
}

function changingKey({ id, key }: KeyPress, view: KeyView): KeyStep | undefined {
  switch (id) {
    case 'move':
    case 'moveFar': {
      const alone = view.selection.size === 0 ? view.focused : undefined
      if (!view.canEdit || (view.selection.size === 0 && alone === undefined)) return rest()
      const [x, y] = WAY[DIRECTIONS[key] ?? 'right']
      const by = id === 'moveFar' ? FAR_NUDGE : NUDGE
      return rest(...(alone === undefined ? [] : [{ do: 'focus', id: alone, extend: false } as const]), { do: 'nudge', dx: x * by, dy: y * by })
    }
    case 'selectAll': return rest({ do: 'select-all' })
    case 'edit': return view.focused === undefined ? undefined : rest({ do: 'activate', id: view.focused })
    case 'leave': return view.selection.size === 0 ? undefined : rest({ do: 'deselect' })
    case 'remove': return !view.canEdit || view.selection.size === 0 ? undefined : rest({ do: 'delete' })
    case 'link': return !view.canEdit || view.focused === undefined ? undefined
      : { state: { at: 'aiming', from: view.focused, over: undefined }, intents: [{ do: 'aim-at', from: view.focused, over: undefined }] }
    default: return undefined
  }
}

function lookingKey({ id }: KeyPress): KeyStep | undefined {
  switch (id) {
    case 'zoomIn': return rest({ do: 'zoom', factor: ZOOM_STEP })
    case 'zoomOut': return rest({ do: 'zoom', factor: 1 / ZOOM_STEP })
    case 'fitBoard': return rest({ do: 'fit', what: 'board' })
    case 'fitSelection': return rest({ do: 'fit', what: 'selection' })
    default: return undefined
  }
}
