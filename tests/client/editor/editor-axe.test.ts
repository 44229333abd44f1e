// The text editor by itself for people who listen: a named text box, in one line and in many, with its bar of marks.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/editor/editor.ts'
import type { TacitEditor } from '../../../client/editor/editor.ts'
import { Hub, person, until, withCards } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'

describe('text editor, heard', () => {
  before(() => dressPage())

  for (const [field, lines] of [['title', 'false'], ['body', 'true']] as const) {
    it(`is a text box with a name, for the ${field}, and passes axe`, async () => {
      const session = new Hub(withCards('Sales will stop')).join(person('ana'))
      await until('ready', () => session.ready.value)
      const editor = await fixture<TacitEditor>(html`<tacit-editor .session=${session} cardId="card1" .field=${field}></tacit-editor>`)
      await until('the editor is there', () => editor.view !== undefined)
      const box = editor.querySelector('[role="textbox"]')
      expect(box?.getAttribute('aria-multiline')).to.equal(lines)
      expect(box?.getAttribute('aria-label')).not.to.equal('')
      await expect(editor).to.be.accessible()
      session.close()
    })
  }
})
