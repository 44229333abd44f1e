// The text editor in a real browser: typing, two people in one sentence, undo of own words, limits, leaving.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { TextSelection } from '@tiptap/pm/state'
import '../../../client/editor/editor.ts'
import type { EditorLeft, HistoryUsed, TacitEditor } from '../../../client/editor/editor.ts'
import { liveOf } from '../../../client/session/live.ts'
import type { Session } from '../../../client/session/session.ts'
import { replaceTitle, setCardField } from '../../../shared/board/write-cards.ts'
import { Hub, person, until, withCards } from '../../support/local-session.ts'

const ana = person('ana')
const ben = person('ben')

async function two(...titles: string[]): Promise<{ hub: Hub; a: Session; b: Session }> {
  const hub = new Hub(withCards(...titles))
  const a = hub.join(ana)
  const b = hub.join(ben)
  await until('both are ready', () => a.ready.value && b.ready.value)
  return { hub, a, b }
}

async function open(session: Session, field: 'title' | 'body' = 'title', cardId = 'card1'): Promise<TacitEditor> {
  const editor = await fixture<TacitEditor>(html`<tacit-editor .session=${session} cardId=${cardId} .field=${field}></tacit-editor>`)
  await until('the editor is there', () => editor.view !== undefined)
  return editor
}

const titleOf = (session: Session): string | undefined => session.board.value.cards.get('card1')?.title
const words = (editor: TacitEditor): string => {
  const copy = editor.view?.dom.cloneNode(true) as HTMLElement
  copy.querySelectorAll('.caret').forEach((caret) => caret.remove())
  return copy.textContent ?? ''
}

/** The caret to the front: the first navigation key after a mount may be lost beside another's caret. */
function toFront(editor: TacitEditor): void {
  editor.view?.focus()
  if (editor.view !== undefined) editor.view.dispatch(editor.view.state.tr.setSelection(TextSelection.atStart(editor.view.state.doc)))
}

describe('text editor', () => {
  it('has the focus at once, at the end, and what is typed is in the document', async () => {
    const { a, b } = await two('Sales will stop')
    const editor = await open(a)
    expect(editor.view?.hasFocus()).to.equal(true)
    await sendKeys({ type: ' now' })
    expect(titleOf(b)).to.equal('Sales will stop now')
    a.close()
    b.close()
  })

  it('two people type in one sentence, and each sees the other and the name at the caret', async () => {
    const { a, b } = await two('Hello world')
    const editor = await open(a)
    const other = await open(b)
    toFront(other)
    await sendKeys({ type: 'Oh. ' })
    editor.view?.focus()
    await sendKeys({ type: '!' })
    await until('both have both', () => words(editor) === 'Oh. Hello world!' && words(other) === 'Oh. Hello world!')
    expect(titleOf(a)).to.equal('Oh. Hello world!')
    other.view?.focus()
    await until('a caret with a name', () => editor.view?.dom.querySelector('.caret-name')?.textContent === 'Ben')
    a.close()
    b.close()
  })

  it('a key that moves the caret is not lost beside the caret of another', async () => {
    const { a, b } = await two('Hello world')
    const editor = await open(a)
    for (let n = 0; n < 5; n++) {
      const other = await open(b)
      editor.view?.focus()
      await sendKeys({ press: n % 2 === 0 ? 'Home' : 'End' })
      await sendKeys({ type: String(n) })
      other.remove()
    }
    expect(titleOf(a)).to.equal('420Hello world13')
    a.close()
    b.close()
  })

  it('typed apart, both keep their words', async () => {
    const { hub, a, b } = await two('middle')
    hub.pause()
    const editor = await open(a)
    await sendKeys({ type: ' end' })
    const other = await open(b)
    toFront(other)
    await sendKeys({ type: 'start ' })
    hub.resume()
    await until('merged', () => words(editor) === 'start middle end' && words(other) === 'start middle end')
    a.close()
    b.close()
  })

  it('Ctrl+Z takes back own words only and leaves the words of another', async () => {
    const { a, b } = await two('base')
    const editor = await open(a)
    await sendKeys({ type: ' mine' })
    b.edit('rename', (board) => replaceTitle(board, 'card1', 'their base mine'))
    await until('theirs is seen', () => words(editor) === 'their base mine')
    const used = oneEvent(editor, 'history-used') as unknown as Promise<CustomEvent<HistoryUsed>>
    await sendKeys({ press: 'Control+z' })
    expect((await used).detail).to.deep.equal({ way: 'undo', step: { kind: 'done', label: 'typing' } })
    await until('mine is gone', () => words(editor) === 'their base')
    await sendKeys({ press: 'Control+Shift+z' })
    await until('mine is back', () => words(editor) === 'their base mine')
    a.close()
    b.close()
  })

  it('typing is its own undo step, apart from what was done before and after', async () => {
    const { a, b } = await two('base')
    a.edit('change of Team', (board) => setCardField(board, 'card1', 'team', 'sales'))
    const editor = await open(a)
    await sendKeys({ type: '!' })
    editor.remove()
    a.edit('change of Team', (board) => setCardField(board, 'card1', 'team', 'legal'))
    a.undo()
    expect(a.board.value.cards.get('card1')?.fields.team).to.equal('sales')
    expect(titleOf(a)).to.equal('base!')
    a.undo()
    expect(titleOf(a)).to.equal('base')
    expect(a.board.value.cards.get('card1')?.fields.team).to.equal('sales')
    a.close()
    b.close()
  })

  it('opening and leaving writes nothing', async () => {
    const { hub, a, b } = await two('Quiet')
    for (const field of ['title', 'body'] as const) {
      const editor = await open(a, field)
      editor.remove()
    }
    expect(hub.updates.length).to.equal(0)
    a.close()
    b.close()
  })

  it('Enter commits a title, Escape leaves, a blur leaves; a title stays one line', async () => {
    const { a, b } = await two('One')
    for (const [key, by] of [['Enter', 'enter'], ['Escape', 'escape']] as const) {
      const editor = await open(a)
      const left = oneEvent(editor, 'editor-left') as unknown as Promise<CustomEvent<EditorLeft>>
      await sendKeys({ press: key })
      expect((await left).detail.by).to.equal(by)
      editor.remove()
    }
    const editor = await open(a)
    const left = oneEvent(editor, 'editor-left') as unknown as Promise<CustomEvent<EditorLeft>>
    ;(document.activeElement as HTMLElement).blur()
    expect((await left).detail.by).to.equal('blur')
    expect(titleOf(a)).to.equal('One')
    a.close()
    b.close()
  })

  it('a title takes 300 characters and pasted lines as one line', async () => {
    const { a, b } = await two('x')
    const editor = await open(a)
    const paste = (text: string): void => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      editor.view?.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }
    paste('\nsecond\nthird')
    expect(titleOf(a)).to.equal('x second third')
    paste('y'.repeat(400))
    expect(titleOf(a)?.length).to.equal(300)
    await sendKeys({ type: 'more' })
    expect(titleOf(a)?.length).to.equal(300)
    a.close()
    b.close()
  })

  it('a body takes bold, lists and links, and no heading', async () => {
    const { a, b } = await two('x')
    const editor = await open(a, 'body')
    const press = (name: string): void => editor.querySelector<HTMLElement>(`button[aria-label="${name}"]`)?.click()
    await editor.updateComplete
    press('Bold')
    await sendKeys({ type: 'loud' })
    press('Bold')
    await sendKeys({ press: 'Enter' })
    await sendKeys({ type: '# no heading' })
    press('List')
    expect(editor.view?.dom.querySelector('p > strong')?.textContent).to.equal('loud')
    expect(editor.view?.dom.querySelector('ul > li > p')?.textContent).to.equal('# no heading')
    expect(editor.view?.dom.querySelector('h1')).to.equal(null)
    press('Link')
    await editor.updateComplete
    const input = editor.querySelector<HTMLInputElement>('input[name="address"]')
    expect(input).not.to.equal(null)
    if (input !== null) input.value = 'javascript:alert(1)'
    editor.querySelector<HTMLFormElement>('form')?.requestSubmit()
    expect(input?.validationMessage).to.contain('https://')
    expect(b.board.value.cards.get('card1')?.body).to.equal('loud\n# no heading')
    a.close()
    b.close()
  })

  it('a malformed caret of another browser harms nobody', async () => {
    const { a, b } = await two('safe')
    await open(a)
    liveOf(b).value.awareness.setLocalStateField('cursor', { anchor: { item: 5 }, head: 'x' })
    await until('it has arrived', () => [...liveOf(a).value.awareness.getStates().values()].some((state) => state['cursor']?.head === 'x'))
    await sendKeys({ type: '!' })
    expect(titleOf(b)).to.equal('safe!')
    const nowhere = { item: { client: 1, clock: -1 } }
    liveOf(b).value.awareness.setLocalStateField('cursor', { anchor: nowhere, head: nowhere })
    await until('it has arrived', () => [...liveOf(a).value.awareness.getStates().values()].some((state) => state['cursor']?.head?.item?.clock === -1))
    liveOf(b).value.board.doc.transact(() => replaceTitle(liveOf(b).value.board, 'card1', 'safe?'), 'elsewhere')
    await until('the change of the other has arrived', () => titleOf(a) === 'safe?')
    await sendKeys({ type: '!' })
    await until('both read the same', () => titleOf(b) === titleOf(a) && titleOf(b)?.includes('!') === true)
    a.close()
    b.close()
  })
})
