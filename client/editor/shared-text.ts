// Binds an editor to the words of a card in the live document: typing becomes Yjs transactions, others' typing appears
// in place, their carets are shown with their names. Undo is the session's (own work only), so y-tiptap's own undo
// plugin, which would end the board's history with the editor, is not used.
import { Extension } from '@tiptap/core'
import { yCursorPlugin, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type { XmlFragment } from 'yjs'
import { words } from './words.ts'

/** The origin of what is typed; the session's undo manager has to know it. */
export const TYPED = ySyncPluginKey

export interface SharedTextOptions {
  readonly fragment: XmlFragment
  readonly awareness: Awareness
  readonly undo: () => void
  readonly redo: () => void
}

type Fields = Readonly<Record<string, unknown>>
interface User { readonly name?: unknown; readonly color?: unknown }

const COLOR = /^#[0-9a-f]{6}$/i
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
/** Yjs throws on the places before the first. */
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
const isPlace = (value: unknown): boolean => value === undefined || value === null || (isFields(value) && isCount(value['client']) && isCount(value['clock']))

/** A caret is what another browser says it is: only well-made ones are looked up in the document. */
function isCaret(value: unknown): boolean {
  if (!isFields(value)) return false
  return [value['anchor'], value['head']].every((end) => isFields(end) && isPlace(end['item']) && isPlace(end['type'])
    && (end['tname'] === undefined || end['tname'] === null || typeof end['tname'] === 'string') && (isFields(end['item']) || isFields(end['type'])))
}

const nameOf = ({ name }: User): string => (typeof name === 'string' && name !== '' ? name : words.somebody)
const colorOf = ({ color }: User): string => (typeof color === 'string' && COLOR.test(color) ? color : '#50606b')

function caret(user: User): HTMLElement {
  const line = document.createElement('span')
  line.className = 'caret'
  line.style.setProperty('--c', colorOf(user))
  const name = document.createElement('span')
  name.className = 'caret-name'
  name.textContent = nameOf(user)
  // Word joiners: the browser must be able to put its own caret beside this one.
  line.append('\u2060', name, '\u2060')
  return line
}

export const SharedText = Extension.create<Partial<SharedTextOptions>>({
  name: 'sharedText',
  priority: 1_000,

  addKeyboardShortcuts() {
    const run = (command: (() => void) | undefined) => (): boolean => {
      command?.()
      return true
    }
    return { 'Mod-z': run(this.options.undo), 'Mod-Shift-z': run(this.options.redo), 'Mod-y': run(this.options.redo) }
  },

  addProseMirrorPlugins() {
    const { fragment, awareness } = this.options
    if (fragment === undefined || awareness === undefined) throw new Error('shared text needs a fragment and an awareness')
    return [
      ySyncPlugin(fragment),
      yCursorPlugin(awareness, {
        awarenessStateFilter: (own: number, other: number, state: unknown) => own !== other && isFields(state) && isFields(state['user']) && isCaret(state['cursor']),
        cursorBuilder: caret,
        selectionBuilder: (user: User) => ({ class: 'selected-by', style: `--c: ${colorOf(user)}` }),
      }),
    ]
  },
})
