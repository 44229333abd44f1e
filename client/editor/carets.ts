// The carets of others in a text. y-tiptap redraws at every awareness change, and a redraw puts the browser's selection
// back to what the editor knows: a key that has just moved the caret would be lost. So the text is redrawn only when a
// caret of somebody else has changed, and what the browser has done meanwhile is read first.
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { yCursorPlugin, yCursorPluginKey } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromJSON, type Doc, type XmlFragment } from 'yjs'
import { words } from './words.ts'

type Fields = Readonly<Record<string, unknown>>
interface User { readonly name?: unknown; readonly color?: unknown }

/** ms in which changes of several carets are one redraw. */
const TOGETHER = 30
const COLOR = /^#[0-9a-f]{6}$/i
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isPlace = (value: unknown): boolean => value === undefined || value === null || (isFields(value) && Number.isInteger(value['client']) && Number.isInteger(value['clock']))

/** No text of a card is a root, and looking one up by its name would make it, in every board and for good. */
const namesRoot = ({ tname }: Fields): boolean => tname !== undefined && tname !== null

const isEnd = (end: unknown): boolean => isFields(end) && isPlace(end['item']) && isPlace(end['type']) && !namesRoot(end) && (isFields(end['item']) || isFields(end['type']))

/** A caret is what another browser says it is: only one that is well made, and leads somewhere, is looked up. */
function isCaret(doc: Doc | null, value: unknown): boolean {
  if (doc === null || !isFields(value)) return false
  try {
    return [value['anchor'], value['head']].every((end) => isEnd(end) && createAbsolutePositionFromRelativePosition(createRelativePositionFromJSON(end), doc) !== undefined)
  } catch {
    return false
  }
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

/** Reads what the browser has done to text and selection and not told yet. */
export function readBrowser(view: EditorView): void {
  if (view.isDestroyed || view.composing) return
  // ProseMirror's own observer does this a moment later; it has no public name for doing it now.
  const { domObserver } = view as unknown as { readonly domObserver?: { flush(): void } }
  domObserver?.flush()
}

/** The carets of others as one string: equal strings need no redraw. */
function caretsOf(awareness: Awareness): string {
  return JSON.stringify([...awareness.getStates()].filter(([client]) => client !== awareness.clientID)
    .map(([client, state]) => [client, (state as Fields)['cursor'], (state as Fields)['user']]).sort((a, b) => Number(a[0]) - Number(b[0])))
}

/** The same awareness, but for those who would redraw at every change of it. */
function withoutChanges(awareness: Awareness): Awareness {
  const seen = Object.create(awareness) as Awareness
  seen.on = ((name: 'change', listener: () => void) => (name === 'change' ? listener : awareness.on(name, listener))) as Awareness['on']
  seen.off = ((name: 'change', listener: () => void) => { if (name !== 'change') awareness.off(name, listener) }) as Awareness['off']
  return seen
}

function redrawing(awareness: Awareness): Plugin {
  return new Plugin({
    view: (view) => {
      let shown = caretsOf(awareness)
      let timer: ReturnType<typeof setTimeout> | undefined
      const redraw = (): void => {
        timer = undefined
        readBrowser(view)
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }))
      }
      const changed = (): void => {
        const carets = caretsOf(awareness)
        if (carets === shown) return
        shown = carets
        timer ??= setTimeout(redraw, TOGETHER)
      }
      awareness.on('change', changed)
      // The first picture, once the text is bound.
      timer = setTimeout(redraw, 0)
      return {
        destroy: () => {
          clearTimeout(timer)
          awareness.off('change', changed)
        },
      }
    },
  })
}

export function carets({ doc }: XmlFragment, awareness: Awareness): Plugin[] {
  return [
    yCursorPlugin(withoutChanges(awareness), {
      awarenessStateFilter: (own: number, other: number, state: unknown) => own !== other && isFields(state) && isFields(state['user']) && isCaret(doc, state['cursor']),
      cursorBuilder: caret,
      selectionBuilder: (user: User) => ({ class: 'selected-by', style: `--c: ${colorOf(user)}` }),
    }) as Plugin,
    redrawing(awareness),
  ]
}
