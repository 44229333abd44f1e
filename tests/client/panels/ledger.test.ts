// The ledger on a live session: a treegrid that is walked, answered and edited by keys alone, that keeps its place under
// its reader, and that has only the rows in view in the page; the sheet of paper; the dialog that finds.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands'
import '../../../client/app/board/board-ledger.ts'
import type { TacitBoardLedger } from '../../../client/app/board/board-ledger.ts'
import '../../../client/app/board/in-turn.ts'
import '../../../client/app/board/view-switch.ts'
import type { TacitViewSwitch } from '../../../client/app/board/view-switch.ts'
import '../../../client/panels/find/find-dialog.ts'
import type { TacitFindDialog } from '../../../client/panels/find/find-dialog.ts'
import type { TacitLedger } from '../../../client/panels/ledger/ledger.ts'
import '../../../client/panels/ledger/print-sheet.ts'
import type { TacitPrintSheet } from '../../../client/panels/ledger/print-sheet.ts'
import { NO_FILTER, type Filter } from '../../../client/session/filter.ts'
import type { Session } from '../../../client/session/session.ts'
import '../../../client/ui/toasts.ts'
import type { Board } from '../../../shared/board/document.ts'
import type { Person } from '../../../shared/board/records.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { type Hub, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { DELE, GUEST, INES, isDeleted, PageServer, pricingHub, QUOTES, said } from './pricing-board.ts'
import { button, buttons, everything, find, focused, need, stillPage, textOf } from './shadow.ts'

interface Open { readonly hub: Hub; readonly session: Session; readonly page: HTMLElement; readonly ledger: TacitBoardLedger; readonly server: PageServer }
const closing: (() => void)[] = []

/** `me` is null for readers. */
async function open(me: Person | null = INES, more: (board: Board) => void = () => undefined, filter: Filter = NO_FILTER): Promise<Open> {
  localStorage.removeItem('tacit:ledger')
  const hub = pricingHub(more)
  const session = hub.join(me ?? undefined, me === null ? 'view' : me.role === 'guest' ? 'contribute' : 'edit')
  const server = new PageServer(hub, me ?? GUEST)
  closing.push(() => { session.close(); server.stop() })
  await until('the session is ready', () => session.ready.value)
  const page = await fixture<HTMLElement>(html`<div style="position: relative; height: 780px"><tacit-board-ledger .session=${session} .filter=${filter}></tacit-board-ledger><tacit-toasts></tacit-toasts></div>`)
  const ledger = need<TacitBoardLedger>(page, 'tacit-board-ledger')
  // What the page of the board does with it.
  page.addEventListener('rows-selected', (event) => { ledger.selection = new Set((event as CustomEvent<{ ids: string[] }>).detail.ids) })
  page.addEventListener('filter-wanted', (event) => { ledger.filter = (event as CustomEvent<{ filter: Filter }>).detail.filter })
  await ledger.goTo(undefined, false)
  return { hub, session, page, ledger, server }
}

const rowsOf = (root: Element): HTMLElement[] => [...everything(root)].filter((element): element is HTMLElement => element.matches('[role="row"][data-key]'))
const row = (root: Element, words: string): HTMLElement => {
  const found = rowsOf(root).find((one) => textOf(one).includes(words))
  if (found === undefined) throw new Error(`no row ${words}`)
  return found
}
const here = (): string => focused()?.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? ''

/** Many assumptions that Product is asked for. */
const many = (count: number) => (board: Board): void => {
  for (let at = 0; at < count; at++) addCard(board, { id: `m${at}`, kind: 'assumption', x: 0, y: at * 64, title: `Assumption number ${at}`, fields: { askTeams: ['legal'] } })
}

describe('ledger', () => {
  before(async () => {
    stillPage()
    await setViewport({ width: 1280, height: 800 })
    await dressPage()
  })
  afterEach(() => {
    for (const toasts of document.querySelectorAll('tacit-toasts')) for (const dismiss of buttons(toasts, 'Dismiss')) dismiss.click()
    closing.splice(0).forEach((close) => close())
  })

  it('is a treegrid: groups and cards with levels, one stop of the Tab key', async () => {
    const { page } = await open()
    const grid = need(page, '[role="treegrid"]')
    expect(grid.getAttribute('aria-rowcount')).to.equal('9')
    expect(rowsOf(page).map((one) => [one.getAttribute('aria-level'), one.getAttribute('aria-expanded'), one.getAttribute('aria-rowindex')])).to.deep.equal([
      ['1', 'true', '2'], ['2', null, '3'], ['1', 'true', '4'], ['2', null, '5'], ['1', 'true', '6'], ['2', null, '7'], ['1', 'true', '8'], ['2', null, '9'],
    ])
    expect(textOf(row(page, QUOTES))).to.match(/^Assumption, Unconfirmed .*seat prices on 1 March\. 0 of 3/)
    expect(rowsOf(page).filter((one) => one.tabIndex === 0)).to.have.length(1)
    expect([...everything(grid)].filter((one) => one instanceof HTMLElement && one.tabIndex === 0 && one.checkVisibility())).to.have.length(1)
  })

  it('is walked by keys: rows, ends, groups, and the buttons of a row', async () => {
    const { page, ledger } = await open()
    await ledger.goTo('quotes')
    await until('the row has the focus', () => here() === 'quotes')
    const walk = async (key: string, to: string): Promise<void> => {
      await sendKeys({ press: key })
      await until(`${key} leads to ${to}`, () => here() === to)
    }
    await walk('j', 'invoice')
    await walk('k', 'quotes')
    await walk('ArrowUp', 'look:unconfirmed')
    await walk('End', 'reps')
    await walk('Home', 'look:unconfirmed')
    await sendKeys({ press: 'ArrowLeft' })
    await until('the group is closed', () => row(page, 'Most carried first').getAttribute('aria-expanded') === 'false')
    expect(rowsOf(page).some((one) => one.dataset['key'] === 'quotes')).to.equal(false)
    await sendKeys({ press: 'ArrowRight' })
    await until('the group is open', () => rowsOf(page).some((one) => one.dataset['key'] === 'quotes'))
    await walk('ArrowRight', 'quotes')
    await sendKeys({ press: 'ArrowRight' })
    await until('a button has the focus', () => textOf(focused() ?? page).startsWith('Confirm for Product'))
    await walk('ArrowLeft', 'quotes')
    await walk('ArrowLeft', 'look:unconfirmed')
  })

  it('goes to the row that gets the focus from a script or a screen reader, and walks on from there', async () => {
    const { page } = await open()
    const rows = rowsOf(page).filter((one) => one.matches('.card'))
    const [first, second, third] = rows.map((one) => one.dataset['key'] ?? '')
    rows[2]?.focus()
    await until('the row is the current one', () => rowsOf(page).find((one) => one.tabIndex === 0)?.dataset['key'] === third)
    expect(find(page, `[data-key="${third}"] tacit-row-actions`)).to.not.equal(undefined)
    expect(here()).to.equal(third)
    await sendKeys({ press: 'k' })
    await until('it goes on from there', () => here() === second)
    const cell = need(page, `[data-key="${first}"] [role="rowheader"]`)
    cell.tabIndex = -1
    cell.focus()
    await until('a cell stands for its row', () => rowsOf(page).find((one) => one.tabIndex === 0)?.dataset['key'] === first)
    cell.removeAttribute('tabindex')
  })

  it('does not move a row between the press and the release of the mouse on it', async () => {
    const { page } = await open()
    const last = rowsOf(page).at(-1) as HTMLElement
    const { left, top } = need(last, '.words').getBoundingClientRect()
    await sendMouse({ type: 'move', position: [Math.round(left) + 20, Math.round(top) + 8] })
    await sendMouse({ type: 'down' })
    await need<TacitLedger>(page, 'tacit-ledger').updateComplete
    expect(need(last, '.words').getBoundingClientRect().top).to.equal(top)
    await sendMouse({ type: 'up' })
    await until('it is the current row', () => rowsOf(page).find((one) => one.tabIndex === 0) === last)
    await resetMouse()
  })

  it('follows links, opens, selects and leaves', async () => {
    const { page, ledger } = await open()
    await ledger.goTo('invoice')
    await until('the row has the focus', () => here() === 'invoice')
    await sendKeys({ press: ']' })
    await until('it went to the foundation', () => here() === 'quotes')
    const opened = oneEvent(page, 'card-opened')
    await sendKeys({ press: 'Enter' })
    expect(((await opened) as CustomEvent<{ id: string }>).detail).to.deep.equal({ id: 'quotes' })
    await sendKeys({ press: 'Space' })
    await until('it is selected', () => row(page, QUOTES).getAttribute('aria-selected') === 'true')
    await sendKeys({ press: 'Escape' })
    await until('nothing is selected', () => row(page, QUOTES).getAttribute('aria-selected') === 'false')
    const shown = oneEvent(page, 'view-wanted')
    await sendKeys({ press: 'b' })
    expect(((await shown) as CustomEvent<{ id: string }>).detail).to.deep.equal({ id: 'quotes' })
  })

  it('takes an answer by one key and goes on to the next open row', async () => {
    const { session, ledger, server } = await open(INES, (board) => addCard(board, { id: 'later', kind: 'assumption', x: 0, y: 900, title: 'Later', fields: { askTeams: ['product'] } }))
    await ledger.goTo('quotes')
    await until('the row has the focus', () => here() === 'quotes')
    await sendKeys({ press: 'y' })
    await until('the next open row has the focus', () => here() === 'later')
    await until('it is confirmed', () => session.judgements.value.assumption('quotes').seats['product'] === 'confirmed')
    expect(server.asked.filter(({ path }) => path.endsWith('/attestations'))).to.have.length(1)
  })

  it('asks for the reason of a dispute, and sends it', async () => {
    const { page, session, ledger, server } = await open()
    await ledger.goTo('quotes')
    await until('the row has the focus', () => here() === 'quotes')
    await sendKeys({ press: 'n' })
    await until('the reason can be typed', () => focused()?.localName === 'textarea')
    await sendKeys({ type: 'Two deals say otherwise' })
    buttons(need(page, 'tacit-row-actions'), 'Dispute').at(-1)?.click()
    await until('it is disputed', () => session.judgements.value.assumption('quotes').state === 'refuted')
    expect(server.asked.at(-1)?.body).to.include({ verdict: 'refute', reason: 'Two deals say otherwise' })
  })

  it('keeps the row under its reader when its state changes, and lets it go when they move on', async () => {
    const { hub, page, session, ledger } = await open()
    await ledger.goTo('quotes')
    await until('the row has the focus', () => here() === 'quotes')
    hub.board.doc.transact(() => setCardField(hub.board, 'quotes', 'retired', true))
    await until('it is retired', () => session.board.value.cards.get('quotes')?.retired === true)
    await ledger.updateComplete
    expect(rowsOf(page).map((one) => one.dataset['key']).slice(0, 2)).to.deep.equal(['look:unconfirmed', 'quotes'])
    expect(here()).to.equal('quotes')
    await sendKeys({ press: 'j' })
    await until('it stands where it belongs', () => rowsOf(page)[0]?.dataset['key'] === 'look:retired')
  })

  it('deletes the row, goes to the next one, and takes it back', async () => {
    const { hub, page, ledger } = await open()
    await ledger.goTo('invoice')
    await until('the row has the focus', () => here() === 'invoice')
    await sendKeys({ press: 'Delete' })
    await until('the next row has the focus', () => here() === 'first')
    expect(isDeleted(hub.board, 'invoice')).to.equal(true)
    button(page, 'Undo').click()
    await until('it is back', () => rowsOf(page).some((one) => one.dataset['key'] === 'invoice'))
  })

  it('edits the statement in place, and says what that pauses', async () => {
    const { page, session, ledger } = await open(INES, (board) => said(board, DELE, 'confirm'))
    await ledger.goTo('quotes')
    await until('the row has the focus', () => here() === 'quotes')
    await sendKeys({ press: 'F2' })
    await until('the words can be typed', () => focused()?.classList.contains('ProseMirror') === true)
    expect(textOf(page)).to.contain('1 confirmation pauses when these words change.')
    await sendKeys({ press: 'Control+End' })
    await sendKeys({ type: ' Really.' })
    await sendKeys({ press: 'Escape' })
    await until('the words are there', () => session.board.value.cards.get('quotes')?.title === `${QUOTES} Really.`)
    await until('the row has the focus again', () => focused()?.getAttribute('role') === 'row')
    expect(textOf(row(page, 'Really.'))).to.contain('Sales confirmed')
  })

  it('makes a link from a list', async () => {
    const { page, session, ledger } = await open()
    await ledger.goTo('reps')
    await until('the row has the focus', () => here() === 'reps')
    await sendKeys({ press: 'l' })
    await until('the chooser is there', () => find(page, '[role="combobox"]') !== undefined)
    need(page, '[role="combobox"]').focus()
    await sendKeys({ type: 'stop quoting' })
    await expect(page).to.be.accessible()
    await sendKeys({ press: 'Enter' })
    await until('the link is there', () => [...session.board.value.links.values()].some(({ from, to }) => from === 'reps' && to === 'quotes'))
  })

  it('adds a card and opens its words', async () => {
    const { session, ledger } = await open()
    await ledger.goTo('quotes')
    await until('the row has the focus', () => here() === 'quotes')
    await sendKeys({ press: 'a' })
    await until('the kinds are offered', () => focused()?.getAttribute('role') === 'menuitem')
    await sendKeys({ press: 'a' })
    await until('the words can be typed', () => focused()?.classList.contains('ProseMirror') === true)
    await sendKeys({ type: 'Nobody reads the log' })
    await until('it is there', () => [...session.board.value.cards.values()].some(({ title, kind, deleted }) => !deleted && kind === 'assumption' && title === 'Nobody reads the log'))
  })

  it('finds while one types, by slash, and goes back to the rows', async () => {
    const { page, ledger } = await open()
    await ledger.goTo('quotes')
    await until('the row has the focus', () => here() === 'quotes')
    await sendKeys({ press: '/' })
    await until('the field has the focus', () => focused()?.localName === 'input')
    await sendKeys({ type: 'reps' })
    await until('one row is left', () => rowsOf(page).map((one) => one.dataset['key']).join() === 'kind:risk,reps')
    await sendKeys({ press: 'ArrowDown' })
    await until('the row has the focus', () => here() === 'reps')
    await sendKeys({ press: 'Escape' })
    await until('all rows are back', () => rowsOf(page).length === 8)
  })

  it('has the rows in view in the page and no more, of 2,000, and goes to the last one', async () => {
    const { page, ledger } = await open(INES, many(2_000))
    expect(Number(need(page, '[role="treegrid"]').getAttribute('aria-rowcount'))).to.equal(2_009)
    expect(rowsOf(page).length).to.be.below(60)
    await ledger.goTo('m1999')
    await until('the row has the focus', () => here() === 'm1999')
    expect(Number(focused()?.getAttribute('aria-rowindex'))).to.be.above(1_990)
    const box = focused()?.getBoundingClientRect()
    expect(box?.bottom ?? 0).to.be.below(790)
    await sendKeys({ press: 'Home' })
    await until('the first row has the focus', () => here() === 'look:unconfirmed')
    expect(rowsOf(page).length).to.be.below(60)
  })

  it('keeps the focused row while it is scrolled out of view', async () => {
    const { page, ledger } = await open(INES, many(300))
    await ledger.goTo('m0')
    await until('the row has the focus', () => here() === 'm0')
    await until('other rows are shown', () => {
      need(page, '.scroll').scrollTop = 8_000
      return rowsOf(page).some((one) => one.dataset['key'] === 'm200')
    })
    expect(here()).to.equal('m0')
    await sendKeys({ press: 'j' })
    await until('it goes on from there', () => here() === 'm1')
  })

  it('gives readers no way to change anything', async () => {
    const { page, ledger } = await open(null)
    await ledger.goTo('quotes')
    expect(buttons(page, /Confirm|Dispute|Ask|Edit|Delete|Move|Retire/)).to.have.length(0)
    expect(buttons(page, /Details/).length).to.be.above(0)
  })

  it('arranges by team, as an outline, and remembers it', async () => {
    const { page } = await open()
    button(page, 'team').click()
    await until('teams are headings', () => rowsOf(page).some((one) => one.dataset['key'] === 'team:billing'))
    button(page, 'Outline').click()
    await until('foundations stand below what they carry', () => rowsOf(page).map((one) => one.getAttribute('aria-level')).includes('2') && rowsOf(page)[0]?.dataset['key'] === 'invoice')
    expect(JSON.parse(localStorage.getItem('tacit:ledger') ?? '')).to.include({ grouping: 'team', outline: true })
  })

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1280, 390, 320]) {
      it(`has nothing that axe finds, ${theme}, ${width} px`, async () => {
        await dressPage(theme)
        await setViewport({ width, height: 800 })
        const { page, ledger } = await open(INES, (board) => said(board, DELE, 'confirm'))
        await ledger.goTo('quotes')
        await until('the row has the focus', () => here() === 'quotes')
        await expect(page).to.be.accessible()
        expect(need(page, '.scroll').scrollWidth).to.be.at.most(need(page, '.scroll').clientWidth)
        await setViewport({ width: 1280, height: 800 })
        await dressPage()
      })
    }
  }
})

describe('around the ledger', () => {
  before(() => dressPage())
  afterEach(() => closing.splice(0).forEach((close) => close()))

  it('prints every row in words', async () => {
    const { session } = await open(INES, many(500))
    const sheet = await fixture<TacitPrintSheet>(html`<tacit-print-sheet .session=${session}></tacit-print-sheet>`)
    const rows = [...everything(sheet.shadowRoot ?? sheet)].filter((one) => one.localName === 'tr')
    expect(rows).to.have.length(504 + 4 + 1)
    expect(textOf(sheet)).to.match(/^Usage-based pricing launch 504 cards · 501 unconfirmed/)
    expect(textOf(sheet)).to.contain('Legal: not yet heard')
  })

  it('finds a card by its words and goes there', async () => {
    const { session } = await open()
    const dialog = await fixture<TacitFindDialog>(html`<tacit-find-dialog .session=${session}></tacit-find-dialog>`)
    await until('the field has the focus', () => focused()?.localName === 'input')
    await sendKeys({ type: 'self' })
    await until('it is found', () => need(dialog, '[aria-selected="true"]').textContent?.includes('Self-serve first.') ?? false)
    await expect(dialog).to.be.accessible()
    const found = oneEvent(dialog, 'card-found')
    await sendKeys({ press: 'Enter' })
    expect(((await found) as CustomEvent<{ id: string }>).detail).to.deep.equal({ id: 'first' })
  })

  it('leads through what waits, passes over what others answer, and says when it is done', async () => {
    const { hub, session } = await open(INES, (board) => {
      for (const id of ['one', 'two']) addCard(board, { id, kind: 'assumption', x: 0, y: 900, title: id, fields: { askTeams: ['product'] } })
    })
    const to: string[] = []
    const over: string[] = []
    const listen = html`<tacit-in-turn .session=${session} team="product" .ids=${['quotes', 'one', 'two']} @turn-to=${(event: CustomEvent<{ id: string }>) => to.push(event.detail.id)} @turn-over=${(event: CustomEvent<{ sentence: string }>) => over.push(event.detail.sentence)}></tacit-in-turn>`
    const element = await fixture<HTMLElement>(listen)
    await until('it begins', () => textOf(element).includes('1 of 3'))
    await expect(element).to.be.accessible()
    hub.board.doc.transact(() => setCardField(hub.board, 'one', 'retired', true))
    button(element, 'Skip').click()
    await until('it goes on to what still waits', () => textOf(element).includes('3 of 3'))
    hub.board.doc.transact(() => setCardField(hub.board, 'two', 'retired', true))
    await until('it is over', () => over.length === 1)
    expect(to).to.deep.equal(['quotes', 'two'])
    expect(over[0]).to.equal('2 answered, 1 skipped.')
  })

  it('lets go of the turns at Escape, and says so only to those who listen', async () => {
    const { session } = await open(INES, (board) => addCard(board, { id: 'one', kind: 'assumption', x: 0, y: 900, title: 'one', fields: { askTeams: ['product'] } }))
    const over: unknown[] = []
    const element = await fixture<HTMLElement>(html`<tacit-in-turn .session=${session} team="product" .ids=${['one']} @turn-over=${(event: CustomEvent<unknown>) => over.push(event.detail)}></tacit-in-turn>`)
    await until('it begins', () => textOf(element).includes('1 of 1'))
    await sendKeys({ press: 'Escape' })
    expect(over).to.deep.equal([{}])
    await until('it is said', () => document.querySelector('[aria-live="polite"]')?.textContent === 'Stopped answering in turn')
  })

  it('switches views by arrow keys as well', async () => {
    const element = await fixture<TacitViewSwitch>(html`<tacit-view-switch view="canvas"></tacit-view-switch>`)
    element.addEventListener('view-chosen', (event) => { element.view = (event as CustomEvent<{ view: 'canvas' | 'ledger' | 'overview' }>).detail.view })
    button(element, 'Canvas').focus()
    await sendKeys({ press: 'ArrowRight' })
    for (const name of ['Ledger', 'Overview', 'Canvas']) {
      await until(`${name} is chosen`, () => textOf(focused() ?? element) === name)
      expect(focused()?.getAttribute('aria-checked')).to.equal('true')
      await sendKeys({ press: 'ArrowRight' })
    }
    await until('on from the first', () => textOf(focused() ?? element) === 'Ledger')
    await sendKeys({ press: 'ArrowLeft' })
    await until('and back', () => textOf(focused() ?? element) === 'Canvas')
    await expect(element).to.be.accessible()
  })
})
