// A live board around a session without a server: inspector, first goal, name, dialogs, readers.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/app/board/board-page.ts'
import { fileName } from '../../../client/app/board/download.ts'
import type { TacitFirstRun } from '../../../client/app/board/first-run.ts'
import type { TacitLiveBoard } from '../../../client/app/board/live-board.ts'
// Fetched before anybody waits for it: unbundled it is some hundred files.
import '../../../client/panels/inspector.ts'
import type { Session } from '../../../client/session/session.ts'
import { Hub, until } from '../../support/local-session.ts'
import { INES, PageServer, pricingHub } from '../panels/pricing-board.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'
import { INFO } from './board-answers.ts'

const THEMES = ['light', 'dark'] as const

describe('live board', () => {
  const closing: (() => void)[] = []
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => {
    closing.splice(0).forEach((close) => close())
    history.replaceState(null, '', '/')
  })

  async function live(hub: Hub, me: typeof INES | null = INES, cardId = ''): Promise<{ element: TacitLiveBoard; session: Session; server: PageServer }> {
    const session = hub.join(me ?? undefined, me === null ? 'view' : 'own')
    const server = new PageServer(hub, me ?? INES)
    const before = location.href
    closing.push(() => { session.close(); server.stop(); history.replaceState(null, '', before) })
    await until('ready', () => session.ready.value)
    const element = await fixture<TacitLiveBoard>(html`<tacit-live-board .session=${session} .info=${INFO} cardId=${cardId}></tacit-live-board>`)
    return { element, session, server }
  }

  const tell = (element: TacitLiveBoard, name: string, detail: unknown): boolean =>
    need(element, 'tacit-board-stage').dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))

  it('opens the inspector for a card, follows the selection, and closes by Escape', async () => {
    const { element } = await live(pricingHub())
    tell(element, 'card-opened', { id: 'quotes' })
    await until('the heading has the focus', () => focused()?.textContent === 'Unconfirmed · 0 of 3')
    expect(location.search).to.equal('?card=quotes')
    tell(element, 'card-selected', { ids: ['invoice'] })
    await element.updateComplete
    expect(textOf(need(element, 'tacit-inspector'))).to.contain('Customers can predict their next invoice.')
    tell(element, 'card-opened', { id: 'quotes' })
    await until('the heading has the focus', () => focused()?.textContent === 'Unconfirmed · 0 of 3')
    await sendKeys({ press: 'Escape' })
    await until('it is closed', () => find(element, 'tacit-inspector') === undefined)
    expect(location.search).to.equal('')
  })

  it('shows the card that the address names', async () => {
    const { element } = await live(pricingHub(), INES, 'quotes')
    await until('the inspector is there', () => find(element, 'tacit-inspector') !== undefined)
  })

  it('shows the figure on an empty board and leaves it with the first goal', async () => {
    const { element, session } = await live(new Hub())
    await until('the figure is there', () => find(element, 'tacit-first-run') !== undefined)
    need<TacitFirstRun>(element, 'tacit-first-run').focus()
    await sendKeys({ type: 'Predictable invoices' })
    await sendKeys({ press: 'Enter' })
    await until('the goal is written', () => [...session.board.value.cards.values()].some(({ kind, title }) => kind === 'goal' && title === 'Predictable invoices'))
    await until('the figure has left', () => find(element, 'tacit-first-run') === undefined)
  })

  it('renames the board, for everybody and in the title of the window', async () => {
    const hub = pricingHub()
    const { element, session } = await live(hub)
    need(element, 'tacit-top-bar').dispatchEvent(new CustomEvent('board-titled', { detail: { title: 'Prices' }, bubbles: true, composed: true }))
    await until('the window is named', () => document.title === 'Prices · Tacit')
    expect(session.board.value.title).to.equal('Prices')
  })

  it('opens one dialog at a time and makes a team in it', async () => {
    const { element, session } = await live(pricingHub())
    button(element, 'Teams').click()
    await until('people and teams are shown', () => find(element, 'tacit-people-dialog') !== undefined)
    await until('the button is there', () => buttons(element, 'New team').length > 0)
    button(element, 'New team').click()
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ type: 'Partners' })
    button(element, 'Save team').click()
    await until('the team is there', () => [...session.board.value.teams.values()].some(({ name }) => name === 'Partners'))
    await sendKeys({ press: 'Escape' })
    await until('the dialog is closed', () => find(element, 'tacit-people-dialog') === undefined)
  })

  it('says to readers that they can look, and gives them nothing to change', async () => {
    const { element } = await live(pricingHub(), null)
    expect(textOf(element)).to.contain('You can look, not change.')
    expect(buttons(element, /Rename|Your name and team/)).to.have.length(0)
  })

  it('names a file as every system takes it', () => {
    expect(fileName('Live Dispatch: from pilot to everyone')).to.equal('live-dispatch-from-pilot-to-everyone.json')
    expect(fileName('Größe & Übersicht')).to.equal('gro-e-ubersicht.json')
    expect(fileName('…')).to.equal('board.json')
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, with the inspector open, ${theme}`, async () => {
      await dressPage(theme)
      const { element } = await live(pricingHub(), INES, 'quotes')
      await until('the inspector is there', () => find(element, 'tacit-inspector') !== undefined)
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }
})
