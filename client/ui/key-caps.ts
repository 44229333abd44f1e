// What stands on the keys of a press of the key map: "mod+shift+z" is Ctrl, Shift, Z; on a Mac ⌘, ⇧, Z. For marks beside
// buttons and in the help sheet, and for `aria-keyshortcuts`.
import { keyCapWords as words } from './later-words.ts'

const ON_MAC: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧', enter: '↩', backspace: '⌫', delete: '⌦', escape: 'esc' }
const ARROWS: Readonly<Record<string, string>> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' }
const NAMED: Readonly<Record<string, string>> = words

export const isMac = (): boolean => /mac|iphone|ipad/iu.test(navigator.platform)

/** The parts of a press; the plus sign itself may be one. */
function partsOf(press: string): string[] {
  return press.split(/(?<=[^+])\+/)
}

export function keyCaps(press: string, mac = isMac()): readonly string[] {
  return partsOf(press).map((part) => ARROWS[part] ?? (mac ? ON_MAC[part] : undefined) ?? NAMED[part] ?? (part === '-' ? '−' : part.toUpperCase()))
}

const ARIA: Readonly<Record<string, string>> = { alt: 'Alt', shift: 'Shift', enter: 'Enter', escape: 'Escape', space: 'Space', delete: 'Delete', backspace: 'Backspace', arrowup: 'ArrowUp', arrowdown: 'ArrowDown', arrowleft: 'ArrowLeft', arrowright: 'ArrowRight', '+': 'Plus' }

/** As `aria-keyshortcuts` has it, in no language. */
export function ariaKeys(presses: readonly string[], mac = isMac()): string {
  return presses.map((press) => partsOf(press).map((part) => (part === 'mod' ? (mac ? 'Meta' : 'Control') : (ARIA[part] ?? part))).join('+')).join(' ')
}
