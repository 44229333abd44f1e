// Binds an editor to the words of a card in the live document: typing becomes Yjs transactions, others' typing appears
// in place, their carets are shown with their names. Undo is the session's (own work only), so y-tiptap's own undo
// plugin, which would end the board's history with the editor, is not used.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { XmlFragment } from 'yjs'
import type { Live } from '../session/live.ts'
import { carets, readBrowser } from './carets.ts'

/** The origin of what is typed; the session's undo manager has to know it. */
export const TYPED = ySyncPluginKey

export interface SharedTextOptions {
  readonly fragment: XmlFragment
  readonly live: Live
  readonly undo: () => void
  readonly redo: () => void
}

/** Others' changes move the selection: what the browser has done to it is read before they are applied. */
function readingFirst({ beforeRemote }: Live): Plugin {
  return new Plugin({
    view: (view) => {
      const read = (): void => readBrowser(view)
      beforeRemote.add(read)
      return { destroy: () => { beforeRemote.delete(read) } }
    },
  })
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
    const { fragment, live } = this.options
    if (fragment === undefined || live === undefined) throw new Error('shared text needs a fragment and a live document')
    return [ySyncPlugin(fragment) as Plugin, ...carets(fragment, live.awareness), readingFirst(live)]
  },
})
