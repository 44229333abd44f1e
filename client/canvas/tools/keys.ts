// What a key means on the board, as a pure step: walk from item to item, move, link, edit, delete, zoom. Only keys
// that concern any item whatever; keys of cards (answers, kinds) belong to those who know cards.
//
//   rest ─L─► aiming ─arrows─► aiming ─Enter─► rest (link)      Esc ─► rest
export type Direction = 'left' | 'right' | 'up' | 'down'

export interface KeyPress {
  readonly key: string
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Command on a Mac. */
  readonly mod: boolean
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

export type KeyState = { readonly at: 'rest' } | { readonly at: 'aiming'; readonly from: string; readonly over: string | undefined }

export type KeyIntent =
  | { readonly do: 'focus'; readonly id: string; readonly extend: boolean }
  /** Board pixels. */
  | { readonly do: 'nudge'; readonly dx: number; readonly dy: number }
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

/** undefined: this key means nothing here. */
export function stepKey(state: KeyState, press: KeyPress, view: KeyView): KeyStep | undefined {
  return state.at === 'aiming' ? aimingKey(state, press, view) : (walkingKey(press, view) ?? changingKey(press, view) ?? lookingKey(press))
}

const rest = (...intents: KeyIntent[]): KeyStep => ({ state: KEYS_REST, intents })

function aimingKey(state: Extract<KeyState, { at: 'aiming' }>, press: KeyPress, view: KeyView): KeyStep | undefined {
  const direction = DIRECTIONS[press.key]
  if (direction !== undefined) {
    const next = view.nearest(state.over ?? state.from, direction)
    const over = next === undefined || next === state.from ? (next === state.from ? view.nearest(state.from, direction) : state.over) : next
    return { state: { ...state, over }, intents: [{ do: 'aim-at', from: state.from, over }] }
  }
  if (press.key === 'Enter') return state.over === undefined ? { state, intents: [] } : rest({ do: 'stop-aiming' }, { do: 'link', from: state.from, to: state.over })
  return press.key === 'Escape' || press.key === 'Tab' ? rest({ do: 'stop-aiming' }) : undefined
}

function walkingKey({ key, shift, alt, mod }: KeyPress, view: KeyView): KeyStep | undefined {
  if (mod || alt) return undefined
  const direction = DIRECTIONS[key]
  if (direction !== undefined) {
    const next = view.focused === undefined ? view.neighbour(undefined, 1) : view.nearest(view.focused, direction)
    return next === undefined ? rest() : rest({ do: 'focus', id: next, extend: shift })
  }
  const by = { j: 1, k: -1, home: 1, end: -1 }[key.toLowerCase()] as 1 | -1 | undefined
  if (by === undefined) return undefined
  const next = view.neighbour(key.length > 1 ? undefined : view.focused, by)
  return next === undefined ? rest() : rest({ do: 'focus', id: next, extend: false })
}

function changingKey({ key, shift, alt, mod }: KeyPress, view: KeyView): KeyStep | undefined {
  const direction = DIRECTIONS[key]
  if (direction !== undefined && alt && !mod) {
    if (!view.canEdit || view.selection.size === 0) return rest()
    const [x, y] = WAY[direction]
    const by = shift ? FAR_NUDGE : NUDGE
    return rest({ do: 'nudge', dx: x * by, dy: y * by })
  }
  if (alt || mod) return mod && key.toLowerCase() === 'a' ? rest({ do: 'select-all' }) : undefined
  if (key === 'Enter') return view.focused === undefined ? undefined : rest({ do: 'activate', id: view.focused })
  if (key === 'Escape') return view.selection.size === 0 ? undefined : rest({ do: 'deselect' })
  if (!view.canEdit) return undefined
  if (key === 'Delete' || key === 'Backspace') return view.selection.size === 0 ? undefined : rest({ do: 'delete' })
  if (key.toLowerCase() !== 'l' || view.focused === undefined) return undefined
  return { state: { at: 'aiming', from: view.focused, over: undefined }, intents: [{ do: 'aim-at', from: view.focused, over: undefined }] }
}

function lookingKey({ key, shift, alt, mod }: KeyPress): KeyStep | undefined {
  if (alt || mod) return undefined
  if (key === '+' || key === '=') return rest({ do: 'zoom', factor: ZOOM_STEP })
  if (key === '-' || key === '_') return rest({ do: 'zoom', factor: 1 / ZOOM_STEP })
  // Shift+1 and Shift+2 are other characters on many keyboards: see `digitOf` where keys come in.
  if (shift && key === '1') return rest({ do: 'fit', what: 'board' })
  return shift && key === '2' ? rest({ do: 'fit', what: 'selection' }) : undefined
}
