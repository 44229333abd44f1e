// The caret of a browser that means harm: it names a place in the document that nobody made.
import { expect, fixture, html } from '@open-wc/testing'
import { yCursorPluginKey } from '@tiptap/y-tiptap'
import '../../../client/editor/editor.ts'
import type { TacitEditor } from '../../../client/editor/editor.ts'
import { liveOf } from '../../../client/session/live.ts'
import { Hub, person, until, withCards } from '../../support/local-session.ts'

describe('a hostile caret', () => {
  it('makes no root in the document of whoever looks at it', async () => {
    const hub = new Hub(withCards('safe'))
    const [a, b] = [hub.join(person('ana')), hub.join(person('ben'))]
    await until('both are ready', () => a.ready.value && b.ready.value)
    const editor = await fixture<TacitEditor>(html`<tacit-editor .session=${a} cardId="card1" .field=${'title'}></tacit-editor>`)
    await until('the editor is there', () => editor.view !== undefined)
    const { view } = editor
    if (view === undefined) throw new Error('no editor')
    const { awareness, board } = liveOf(a).value
    const roots = [...board.doc.share.keys()].sort()
    for (const tname of ['evil', '', 'cards', '__proto__']) {
      const end = { type: { client: 1, clock: 0 }, tname }
      liveOf(b).value.awareness.setLocalStateField('cursor', { anchor: end, head: end })
      await until('it has arrived', () => [...awareness.getStates().values()].some((state) => state['cursor']?.head?.tname === tname))
      view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }))
      expect([...board.doc.share.keys()].sort()).to.deep.equal(roots)
      expect(view.dom.querySelector('.caret')).to.equal(null)
    }
    a.close()
    b.close()
  })
})
