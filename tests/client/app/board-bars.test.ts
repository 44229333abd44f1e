// What lies around a board: the bar, the strip, the banner and the first run say what is true.
import { expect, fixture, fixtureCleanup, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { alignmentOf, type FilterWanted, type TacitAlignmentStrip } from '../../../client/app/board/alignment-strip.ts'
import '../../../client/app/board/board-banner.ts'
import '../../../client/app/board/first-run.ts'
import type { GoalWritten, TacitFirstRun } from '../../../client/app/board/first-run.ts'
import { faceOf } from '../../../client/app/board/save-state.ts'
import '../../../client/app/board/top-bar.ts'
import type { BoardTitled, TacitTopBar } from '../../../client/app/board/top-bar.ts'
import { NO_FILTER } from '../../../client/session/filter.ts'
import type { SaveState } from '../../../client/session/session.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { until } from '../../support/local-session.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'
import { DELE, INES, pricingHub, said } from '../panels/pricing-board.ts'
import { button, buttons, find, focused, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'
import { real } from './board-answers.ts'

const THEMES = ['light', 'dark'] as const

interface WrittenReport { readonly file: string; readonly at: string; readonly assumptions: Readonly<Record<string, { readonly state: string }>> }

async function json<T>(path: string): Promise<T> {
  return (await real(new URL(`../../../${path}`, import.meta.url))).json() as Promise<T>
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
    // Whose time is over is counted, and is none of those that somebody has to agree on.
    const retired = stateOf({ cards: [{ id: 'a', kind: 'assumption', title: 'It held', x: 0, y: 0, retired: true }, { id: 'b', kind: 'assumption', title: 'It holds', x: 0, y: 0 }] } as unknown as PartialFile)
    const { counts, total } = alignmentOf(retired, judge(retired, Date.parse('2026-11-20T12:00:00Z')))
    expect([counts.retired, counts.unconfirmed, total]).to.deep.equal([1, 1, 1])
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
