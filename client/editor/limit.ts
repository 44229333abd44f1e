// Keeps a text within its limit: what others have written is never cut, but typing and pasting here stop at the limit
// that the server keeps.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { TYPED } from './shared-text.ts'

export interface LimitOptions {
  readonly most: number
  /** A title takes pasted text as one line. */
  readonly oneLine: boolean
  readonly onFull: () => void
}

export const Limit = Extension.create<LimitOptions>({
  name: 'limit',

  addOptions() {
    return { most: Infinity, oneLine: false, onFull: () => undefined }
  },

  addProseMirrorPlugins() {
    const { most, oneLine, onFull } = this.options
    return [new Plugin({
      filterTransaction: (transaction, state) => {
        if (!transaction.docChanged || transaction.getMeta(TYPED) !== undefined) return true
        const after = transaction.doc.textContent.length
        if (after <= most || after <= state.doc.textContent.length) return true
        onFull()
        return false
      },
      props: {
        handlePaste: (view, event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? ''
          const { from, to } = view.state.selection
          const room = most - view.state.doc.textContent.length + view.state.doc.textBetween(from, to).length
          if (!oneLine && pasted.length <= room) return false
          const line = oneLine ? pasted.replace(/\s*\n\s*/g, ' ') : pasted
          if (line.length > room) onFull()
          view.dispatch(view.state.tr.insertText(line.slice(0, Math.max(0, room)), from, to).scrollIntoView())
          return true
        },
      },
    })]
  },
})
