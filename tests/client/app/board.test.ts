// The page of a board: what the bar, the strip and the banner say is true; entering, being gone, the first goal; and a
// live board around a session without a server.
import { expect, fixture, fixtureCleanup, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { alignmentOf, type FilterWanted, type TacitAlignmentStrip } from '../../../client/app/board/alignment-strip.ts'
import '../../../client/app/board/board-banner.ts'
import '../../../client/app/board/board-page.ts'
import type { TacitBoardPage } from '../../../client/app/board/board-page.ts'
import { arrivalOf } from '../../../client/app/board/entrance.ts'
import { fileName } from '../../../client/app/board/download.ts'
import '../../../client/app/board/first-run.ts'
import type { GoalWritten, TacitFirstRun } from '../../../client/app/board/first-run.ts'
import type { TacitLiveBoard } from '../../../client/app/board/live-board.ts'
import { faceOf } from '../../../client/app/board/save-state.ts'
import '../../../client/app/board/top-bar.ts'
import type { BoardTitled, TacitTopBar } from '../../../client/app/board/top-bar.ts'
import '../../../client/app/device-page.ts'
import type { TacitDevicePage } from '../../../client/app/device-page.ts'
import '../../../client/app/lost-page.ts'
import { NO_FILTER } from '../../../client/session/filter.ts'
import type { SaveState, Session } from '../../../client/session/session.ts'
import type { BoardInfo } from '../../../shared/protocol/http.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { Hub, until } from '../../support/local-session.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'
import { DELE, INES, PageServer, pricingHub, said } from '../panels/pricing-board.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'

const THEMES = ['light', 'dark'] as const
const INFO: BoardInfo = { id: 'local', title: 'Usage-based pricing launch', right: 'edit', person: INES, people: [INES], teams: [], updatedAt: '2026-02-02T09:00:00Z' }
const real = window.fetch

interface WrittenReport { readonly file: string; readonly at: string; readonly assumptions: Readonly<Record<string, { readonly state: string }>> }

async function json<T>(path: string): Promise<T> {
  return (await real(new URL(`../../../${path}`, import.meta.url))).json() as Promise<T>
}

/** A server in the page that answers these and nothing else. */
function answers(of: Readonly<Record<string, readonly [status: number, body: unknown]>>): string[] {
  const asked: string[] = []
  window.fetch = (input, init) => {
    const path = String(input)
    if (!path.startsWith('/api/')) return real(input, init)
    const key = `${init?.method ?? 'GET'} ${path}`
    asked.push(`${key} ${(init?.body as string | undefined) ?? ''}`.trim())
    const [status, body] = of[key] ?? [404, { error: { code: 'not_found', message: 'There is no such board.' } }]
    return Promise.resolve(Response.json(body, { status }))
  }
  return asked
}

describe('save state', () => {
  it('says each state in a word, and how much is kept', () => {
    const said = (state: SaveState): readonly [string, string] => [faceOf(state).text, faceOf(state).tone]
    expect(said({ kind: 'saved' })).to.deep.equal(['Saved', 'quiet'])
    expect(said({ kind: 'saving', pending: 2 })).to.deep.equal(['Saving', 'quiet'])
    expect(said({ kind: 'offline', pending: 3 })).to.deep.equal(['Offline, 3 changes kept here', 'waiting'])
    expect(said({ kind: 'offline', pending: 1 })).to.deep.equal(['Offline, 1 change kept here', 'waiting'])
    expect(said({ kind: 'offline', pending: 0 })).to.deep.equal(['Offline', 'waiting'])
    expect(said({ kind: 'not-saved', pending: 1, sentence: '' })).to.deep.equal(['Not saved', 'wrong'])
    expect(said({ kind: 'view-only' })).to.deep.equal(['View only', 'quiet'])
    expect(said({ kind: 'connecting' })).to.deep.equal(['Connecting', 'quiet'])
    expect(said({ kind: 'gone', sentence: '' })).to.deep.equal(['Gone', 'wrong'])
  })
})

describe('alignment strip', () => {
  const GROUP: Readonly<Record<string, string>> = { unconfirmed: 'unconfirmed', partly: 'unconfirmed', reopened: 'stale', expired: 'stale', contested: 'disputed', refuted: 'refuted', confirmed: 'confirmed', retired: 'retired' }

  it('counts the three written boards as their reports do', async () => {
    const { reports } = await json<{ reports: readonly WrittenReport[] }>('tests/data/vectors/reports.json')
    for (const { file, at, assumptions } of reports) {
      const board = stateOf(await json<PartialFile>(`server/templates/${file}`))
      const counts: Record<string, number> = { unconfirmed: 0, stale: 0, disputed: 0, refuted: 0, confirmed: 0, retired: 0 }
      for (const { state } of Object.values(assumptions)) counts[GROUP[state] ?? ''] = (counts[GROUP[state] ?? ''] ?? 0) + 1
      expect(alignmentOf(board, judge(board, Date.parse(at))).counts, file).to.deep.equal(counts)
    }
  })

  it('says the counts in words, and whose answer was never heard', async () => {
    const hub = pricingHub()
    const session = hub.join(INES)
    await until('ready', () => session.ready.value)
    const element = await fixture<TacitAlignmentStrip>(html`<tacit-alignment-strip .board=${session.board.value} .judgements=${session.judgements.value} ready></tacit-alignment-strip>`)
    expect(textOf(button(element, '1 unconfirmed'))).to.equal('1 unconfirmed')
    expect(textOf(button(element, '3 not yet heard'))).to.equal('3 not yet heard')
    expect(textOf(element)).to.match(/Billing, Product, Sales$/)
    await expect(element).to.be.accessible()
    session.close()
  })

  it('filters by its chips: pressed ones combine, and everything comes back', async () => {
    const hub = pricingHub((board) => said(board, DELE, 'confirm'))
    const session = hub.join(INES)
    await until('ready', () => session.ready.value)
    const element = await fixture<TacitAlignmentStrip>(html`<tacit-alignment-strip .board=${session.board.value} .judgements=${session.judgements.value} ready></tacit-alignment-strip>`)
    element.addEventListener('filter-wanted', (event) => { element.filter = (event as CustomEvent<FilterWanted>).detail.filter })
    const pressed = (): string[] => buttons(element, /./).filter((one) => one.getAttribute('aria-pressed') === 'true').map((one) => textOf(one))
    button(element, '1 unconfirmed').click()
    await element.updateComplete
    button(element, /^Product ?1 assumption waits for it/).click()
    await element.updateComplete
    expect(element.filter).to.deep.equal({ looks: ['unconfirmed'], unheard: ['product'] })
    expect(pressed()).to.deep.equal(['1 unconfirmed', '2 not yet heard'])
    await expect(element).to.be.accessible()
    element.filter = { ...element.filter, team: 'sales', find: 'seat' }
    await element.updateComplete
    button(element, 'Take out of the filter: Team: Sales').click()
    await element.updateComplete
    expect(element.filter.team).to.equal(undefined)
    button(element, 'Show all').click()
    await element.updateComplete
    expect(pressed()).to.deep.equal([])
    expect(element.filter).to.equal(NO_FILTER)
    session.close()
  })

  it('is one stop of the Tab key, and arrow keys go along it', async () => {
    const session = pricingHub().join(INES)
    await until('ready', () => session.ready.value)
    const element = await fixture<TacitAlignmentStrip>(html`<tacit-alignment-strip .board=${session.board.value} .judgements=${session.judgements.value} ready></tacit-alignment-strip>`)
    button(element, '1 unconfirmed').focus()
    await sendKeys({ press: 'ArrowRight' })
    expect(textOf(focused() ?? element)).to.equal('3 not yet heard')
    expect(buttons(element, /yet heard|unconfirmed/).filter((one) => one.tabIndex === 0)).to.have.length(1)
    session.close()
  })

  it('says that there are always some', async () => {
    const board = stateOf({ title: 'T' })
    const element = await fixture<TacitAlignmentStrip>(html`<tacit-alignment-strip .board=${board} .judgements=${judge(board, 0)} ready></tacit-alignment-strip>`)
    expect(textOf(element)).to.equal('No assumptions written down yet. There are always some.')
  })
})

describe('top bar', () => {
  before(() => dressPage())

  async function bar(writable = true): Promise<TacitTopBar> {
    return fixture<TacitTopBar>(html`<tacit-top-bar boardTitle="Pricing" .save=${{ kind: 'saved' }} .me=${INES} .writable=${writable}></tacit-top-bar>`)
  }

  it('renames the board in place by keyboard', async () => {
    const element = await bar()
    button(element, 'Pricing, Rename the board').focus()
    await sendKeys({ press: 'Enter' })
    await until('the name can be typed', () => focused()?.localName === 'input')
    await sendKeys({ type: 'Prices' })
    const titled = oneEvent(element, 'board-titled')
    await sendKeys({ press: 'Enter' })
    expect(((await titled) as CustomEvent<BoardTitled>).detail).to.deep.equal({ title: 'Prices' })
    await until('the focus is back on the name', () => focused()?.classList.contains('title') === true)
  })

  it('leaves the name alone on Escape, and to readers', async () => {
    const element = await bar()
    let titled = 0
    element.addEventListener('board-titled', () => { titled++ })
    button(element, 'Pricing, Rename the board').click()
    await until('the name can be typed', () => focused()?.localName === 'input')
    await sendKeys({ type: 'Prices' })
    await sendKeys({ press: 'Escape' })
    await element.updateComplete
    expect(titled).to.equal(0)
    expect(buttons(await bar(false), /Rename/)).to.have.length(0)
  })

  it('tells what is wanted, by its buttons and its menu', async () => {
    const element = await bar()
    for (const [name, event] of [['Teams', 'teams-wanted'], ['Share', 'share-wanted']] as const) {
      const wanted = oneEvent(element, event)
      button(element, name).click()
      await wanted
    }
    const wanted = oneEvent(element, 'file-wanted')
    button(element, 'Download the board file').click()
    await wanted
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      await expect(await bar()).to.be.accessible()
      fixtureCleanup()
      await expect(await bar(false)).to.be.accessible()
      await dressPage()
    })
  }
})

describe('banner', () => {
  const banner = (save: SaveState, right = 'edit'): Promise<HTMLElement> => fixture<HTMLElement>(html`<tacit-board-banner .save=${save} .right=${right}></tacit-board-banner>`)

  it('says offline, to writers and to readers', async () => {
    expect(textOf(await banner({ kind: 'offline', pending: 1 }))).to.equal('You are offline. Keep working; it will be sent when you are back.')
    expect(textOf(await banner({ kind: 'offline', pending: 0 }, 'view'))).to.contain('This is the board as it was')
    expect(textOf(await banner({ kind: 'saved' }))).to.equal('')
  })

  it('says what was refused, lets one copy the words and put it aside', async () => {
    const element = await banner({ kind: 'not-saved', pending: 2, sentence: 'The server refused the last 2 changes.', kept: 'My words' })
    expect(textOf(element)).to.contain('The server refused the last 2 changes.')
    button(element, 'Copy').click()
    await until('it is copied, or can be by hand', () => textOf(element).includes('Copied') || find<HTMLTextAreaElement>(element, 'textarea')?.value === 'My words')
    const read = oneEvent(element, 'refusal-read')
    button(element, 'I have seen it').click()
    await read
    await expect(element).to.be.accessible()
  })
})

describe('first run', () => {
  before(() => dressPage())

  it('teaches the line and writes the goal by Enter', async () => {
    const element = await fixture<TacitFirstRun>(html`<tacit-first-run writable></tacit-first-run>`)
    for (const words of ['Dashed means we only believe it.', 'Unconfirmed · 0 of 3', 'Unconfirmed · 2 of 3', 'Confirmed · 3 of 3']) expect(textOf(element)).to.contain(words)
    element.focus()
    await sendKeys({ type: ' Predictable invoices ' })
    const written = oneEvent(element, 'goal-written')
    await sendKeys({ press: 'Enter' })
    expect(((await written) as CustomEvent<GoalWritten>).detail).to.deep.equal({ title: 'Predictable invoices' })
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, with and without the field, ${theme}`, async () => {
      await dressPage(theme)
      await expect(await fixture(html`<div style="position: relative; height: 900px; background: var(--canvas)"><tacit-first-run writable></tacit-first-run></div>`)).to.be.accessible()
      const reader = await fixture<TacitFirstRun>(html`<tacit-first-run></tacit-first-run>`)
      expect(find(reader, 'input')).to.equal(undefined)
      await dressPage()
    })
  }
})

describe('coming to a board', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  beforeEach(() => localStorage.clear())
  afterEach(() => { window.fetch = real })

  const page = (secret?: string): Promise<TacitBoardPage> => fixture<TacitBoardPage>(html`<tacit-board-page boardId="b1" .secret=${secret}></tacit-board-page>`)
  const stranger: BoardInfo = { ...INFO, id: 'b1', person: null, teams: [{ id: 'sales', name: 'Sales' }] }

  it('asks those for a name who may do more than look', () => {
    expect(arrivalOf(stranger).kind).to.equal('who')
    expect(arrivalOf({ ...stranger, right: 'contribute' }).kind).to.equal('who')
    expect(arrivalOf({ ...stranger, right: 'view' }).kind).to.equal('in')
    expect(arrivalOf(INFO).kind).to.equal('in')
  })

  it('hands the key over once and asks who is coming', async () => {
    localStorage.setItem('tacit:name', '"Ines"')
    const asked = answers({ 'POST /api/boards/b1/enter': [200, { right: 'edit', person: null }], 'GET /api/boards/b1': [200, stranger] })
    const element = await page('KEY-key_123456')
    await until('it asks', () => find(element, 'tacit-enter-dialog') !== undefined)
    expect(asked).to.deep.equal(['POST /api/boards/b1/enter {"key":"KEY-key_123456"}', 'GET /api/boards/b1'])
    expect(textOf(element)).to.contain('Enter “Usage-based pricing launch”')
    expect(need<HTMLInputElement>(need(element, 'tacit-field.name'), 'input').value).to.equal('Ines')
    await expect(element).to.be.accessible()
  })

  it('keeps asking when the server does not take the name', async () => {
    answers({ 'POST /api/boards/b1/enter': [400, { error: { code: 'wrong_body', message: 'The name holds no line breaks.' } }], 'GET /api/boards/b1': [200, stranger] })
    const element = await page()
    await until('it asks', () => find(element, 'tacit-enter-dialog') !== undefined)
    need(element, 'tacit-field.name').focus()
    await sendKeys({ type: 'Ines' })
    button(element, 'Enter').click()
    await until('it is said', () => textOf(element).includes('You are not in yet. The name holds no line breaks.'))
  })

  it('says that there is no such board, and the way home', async () => {
    answers({})
    const element = await page()
    await until('it is said', () => textOf(element).includes('This board is not here'))
    expect(need<HTMLAnchorElement>(element, 'a').getAttribute('href')).to.equal('/')
    await expect(element).to.be.accessible()
  })

  it('lets somebody in whom an owner has let in without a link', async () => {
    let invited = false
    window.fetch = (input, init) => {
      if (!String(input).startsWith('/api/')) return real(input, init)
      if (init?.method === 'POST') {
        invited = true
        return Promise.resolve(Response.json({ right: 'edit', person: null }))
      }
      return Promise.resolve(invited ? Response.json(stranger) : Response.json({ error: { code: 'not_found', message: 'No.' } }, { status: 404 }))
    }
    const element = await page()
    await until('it asks', () => find(element, 'tacit-enter-dialog') !== undefined)
  })

  it('offers to try again when the server cannot be reached', async () => {
    window.fetch = (input, init) => (String(input).startsWith('/api/') ? Promise.reject(new TypeError('no network')) : real(input, init))
    const element = await page()
    await until('it is said', () => textOf(element).includes('this board is not kept in this browser'))
    answers({ 'GET /api/boards/b1': [200, stranger] })
    button(element, 'Try again').click()
    await until('it asks', () => find(element, 'tacit-enter-dialog') !== undefined)
  })
})

describe('another device', () => {
  before(() => dressPage())
  afterEach(() => { window.fetch = real })

  it('asks first, then becomes the person', async () => {
    const asked = answers({ 'POST /api/me/devices/open': [200, { name: 'Ines' }] })
    const element = await fixture<TacitDevicePage>(html`<tacit-device-page .token=${'one-time-code'}></tacit-device-page>`)
    expect(asked).to.deep.equal([])
    const opened = oneEvent(element, 'device-opened')
    button(element, 'Yes, this is me').click()
    await opened
    expect(asked).to.deep.equal(['POST /api/me/devices/open {"code":"one-time-code"}'])
    await expect(element).to.be.accessible()
  })

  it('says when the link was used, or is incomplete', async () => {
    answers({ 'POST /api/me/devices/open': [404, { error: { code: 'no_such_code', message: 'This link was used or has expired.' } }] })
    const element = await fixture<TacitDevicePage>(html`<tacit-device-page .token=${'one-time-code'}></tacit-device-page>`)
    button(element, 'Yes, this is me').click()
    await until('it is said', () => textOf(element).includes('This device is as it was. This link was used or has expired.'))
    const incomplete = await fixture<TacitDevicePage>(html`<tacit-device-page></tacit-device-page>`)
    expect(textOf(incomplete)).to.contain('The link is incomplete.')
    expect(buttons(incomplete, 'Yes, this is me')).to.have.length(0)
  })
})

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
