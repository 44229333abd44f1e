// The one map of keys: what each key means on the canvas and in the ledger. Elements ask it what a pressed key means,
// and the help sheet lists it, so that no key works unlisted and none is listed that does not work. A press is written
// as `mod+shift+z`: modifiers in that order (mod, alt, shift), then the key as it is printed, in lower case. Keys of a
// single character are off while somebody types, and can be switched off altogether (WCAG 2.1.4).

export type KeyPlace = 'canvas' | 'ledger' | 'overview'

interface KeyEntry { readonly keys: readonly string[]; readonly on: readonly KeyPlace[]; readonly group: KeyGroup }

export const KEY_GROUPS = ['answer', 'go', 'card', 'view', 'find', 'undo'] as const
export type KeyGroup = (typeof KEY_GROUPS)[number]

const EVERY = ['canvas', 'ledger', 'overview'] as const
const BOTH = ['canvas', 'ledger'] as const
const CANVAS = ['canvas'] as const
const LEDGER = ['ledger'] as const

/** In the order of the help sheet. */
export const KEY_MAP = {
  confirm: { keys: ['y'], on: BOTH, group: 'answer' },
  dispute: { keys: ['n'], on: BOTH, group: 'answer' },
  unsure: { keys: ['u'], on: BOTH, group: 'answer' },
  ask: { keys: ['q'], on: BOTH, group: 'answer' },
  evidence: { keys: ['e'], on: BOTH, group: 'answer' },
  inTurn: { keys: ['t'], on: BOTH, group: 'answer' },
  nearest: { keys: ['arrowup', 'arrowdown', 'arrowleft', 'arrowright'], on: CANVAS, group: 'go' },
  extend: { keys: ['shift+arrowup', 'shift+arrowdown', 'shift+arrowleft', 'shift+arrowright'], on: CANVAS, group: 'go' },
  ends: { keys: ['home', 'end'], on: CANVAS, group: 'go' },
  rows: { keys: ['arrowup', 'arrowdown', 'home', 'end'], on: LEDGER, group: 'go' },
  fold: { keys: ['arrowleft', 'arrowright'], on: LEDGER, group: 'go' },
  next: { keys: ['j'], on: BOTH, group: 'go' },
  previous: { keys: ['k'], on: BOTH, group: 'go' },
  toFoundation: { keys: [']'], on: BOTH, group: 'go' },
  toCarried: { keys: ['['], on: BOTH, group: 'go' },
  open: { keys: ['space'], on: CANVAS, group: 'go' },
  openRow: { keys: ['enter'], on: LEDGER, group: 'go' },
  selectRow: { keys: ['space'], on: LEDGER, group: 'go' },
  leave: { keys: ['escape'], on: BOTH, group: 'go' },
  add: { keys: ['a'], on: BOTH, group: 'card' },
  edit: { keys: ['enter'], on: CANVAS, group: 'card' },
  move: { keys: ['alt+arrowup', 'alt+arrowdown', 'alt+arrowleft', 'alt+arrowright'], on: CANVAS, group: 'card' },
  moveFar: { keys: ['alt+shift+arrowup', 'alt+shift+arrowdown', 'alt+shift+arrowleft', 'alt+shift+arrowright'], on: CANVAS, group: 'card' },
  link: { keys: ['l'], on: BOTH, group: 'card' },
  why: { keys: ['w'], on: BOTH, group: 'card' },
  premise: { keys: ['m'], on: BOTH, group: 'card' },
  selectAll: { keys: ['mod+a'], on: BOTH, group: 'card' },
  copy: { keys: ['mod+c'], on: BOTH, group: 'card' },
  cut: { keys: ['mod+x'], on: CANVAS, group: 'card' },
  paste: { keys: ['mod+v'], on: CANVAS, group: 'card' },
  duplicate: { keys: ['mod+d'], on: CANVAS, group: 'card' },
  remove: { keys: ['delete', 'backspace'], on: BOTH, group: 'card' },
  toolSelect: { keys: ['v'], on: CANVAS, group: 'view' },
  toolHand: { keys: ['h'], on: CANVAS, group: 'view' },
  toolFrame: { keys: ['f'], on: CANVAS, group: 'view' },
  zoomIn: { keys: ['+', '='], on: CANVAS, group: 'view' },
  zoomOut: { keys: ['-'], on: CANVAS, group: 'view' },
  fitBoard: { keys: ['shift+1'], on: CANVAS, group: 'view' },
  fitSelection: { keys: ['shift+2'], on: CANVAS, group: 'view' },
  otherView: { keys: ['b'], on: EVERY, group: 'view' },
  overview: { keys: ['o'], on: EVERY, group: 'view' },
  filterUnconfirmed: { keys: ['1'], on: BOTH, group: 'find' },
  filterStale: { keys: ['2'], on: BOTH, group: 'find' },
  filterDisputed: { keys: ['3'], on: BOTH, group: 'find' },
  filterRefuted: { keys: ['4'], on: BOTH, group: 'find' },
  filterConfirmed: { keys: ['5'], on: BOTH, group: 'find' },
  filterNotHeard: { keys: ['6'], on: BOTH, group: 'find' },
  filterNone: { keys: ['0'], on: BOTH, group: 'find' },
  find: { keys: ['mod+k'], on: EVERY, group: 'find' },
  findHere: { keys: ['/'], on: BOTH, group: 'find' },
  help: { keys: ['?'], on: EVERY, group: 'find' },
  undo: { keys: ['mod+z'], on: EVERY, group: 'undo' },
  redo: { keys: ['mod+shift+z', 'mod+y'], on: EVERY, group: 'undo' },
} as const satisfies Record<string, KeyEntry>

export type KeyId = keyof typeof KEY_MAP
export const KEY_IDS: readonly KeyId[] = (Object.keys(KEY_MAP) as readonly string[]).filter((id): id is KeyId => id in KEY_MAP)

/** What was pressed, as the map writes it. */
export function pressOf(event: KeyboardEvent): string {
  // AltGr makes characters, on many keyboards the brackets: it is no modifier of ours.
  const graph = event.getModifierState('AltGraph')
  const mod = !graph && (event.ctrlKey || event.metaKey)
  const alt = !graph && event.altKey
  // The digit as it stands on the key: with Shift it is another character on most keyboards.
  const digit = event.shiftKey && /^Digit\d$/.test(event.code) ? event.code.slice(-1) : undefined
  const key = event.key === ' ' ? 'space' : (digit ?? event.key).toLowerCase()
  // Shift that made the character itself ("?", "+") is part of it.
  const shift = event.shiftKey && (digit !== undefined || key.length > 1 || /^[a-z]$/.test(key))
  return [mod ? 'mod+' : '', alt ? 'alt+' : '', shift ? 'shift+' : '', key].join('')
}

const isSingle = (press: string): boolean => press.length === 1

/** True while somebody types. */
export function isTyping(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof HTMLElement && (node.isContentEditable || node.matches('input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select')))
}

let singlesOn = true

/** Whether keys of one character do anything; a setting of this browser. */
export function useSingleKeys(on: boolean): void {
  singlesOn = on
}

export function usesSingleKeys(): boolean {
  return singlesOn
}

/** What a press means at `place`; undefined when it means nothing there, was taken already, or somebody types. */
export function keyAt(event: KeyboardEvent, place: KeyPlace): KeyId | undefined {
  if (event.defaultPrevented || event.isComposing || isTyping(event)) return undefined
  const press = pressOf(event)
  if (isSingle(press) && !singlesOn) return undefined
  return KEY_IDS.find((id) => {
    const { keys, on }: KeyEntry = KEY_MAP[id]
    return on.includes(place) && keys.includes(press)
  })
}
