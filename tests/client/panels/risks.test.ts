// Risks: an exposure with its reason in a sentence, two scales by keyboard, what a risk hangs on and what is done about
// it, accepted by whom and until when; the matrix and the list of the overview; the ledger.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/panels/inspector.ts'
import { sayingOf, factsOf } from '../../../client/panels/ledger/row-facts.ts'
import { tableGroups } from '../../../client/panels/ledger/rows.ts'
import { doubtLook, exposureText, reasonText, riskFacts, risksOf } from '../../../client/panels/risks/risk-facts.ts'
import '../../../client/panels/risks/risks-view.ts'
import type { TacitRiskMatrix } from '../../../client/panels/risks/risk-matrix.ts'
import type { Session } from '../../../client/session/session.ts'
import '../../../client/ui/toasts.ts'
import type { Board } from '../../../shared/board/document.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { CardFields, Person } from '../../../shared/board/records.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { type Hub, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { DELE, pricingHub, PRIYA, QUOTES, said } from './pricing-board.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from './shadow.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
type Change = (board: Board) => void

const hangs: Change = (board) => addLink(board, 'quotes', 'if_false', 'reps')
const refuted: Change = (board) => { hangs(board); said(board, PRIYA, 'refute', { reason: 'Two reps still quote seats' }) }
const fields = (of: CardFields): Change => (board) => { for (const [field, value] of Object.entries(of)) setCardField(board, 'reps', field, value) }

function facts(...changes: Change[]): ReturnType<typeof riskFacts> {
  const board = readBoard(pricingHub((made) => changes.forEach((change) => change(made))).board)
  const card = board.cards.get('reps')
  if (card === undefined) throw new Error('no card')
  return riskFacts({ card, board, judgements: judge(board, NOW) })
}

interface Open { readonly hub: Hub; readonly session: Session; readonly page: HTMLElement }
const closing: (() => void)[] = []

async function open(what: (session: Session) => ReturnType<typeof html>, change: Change = hangs, me: Person | null = DELE): Promise<Open> {
  const hub = pricingHub(change)
  const session = hub.join(me ?? undefined, me === null ? 'view' : 'edit')
  closing.push(() => session.close())
  await until('the session is ready', () => session.ready.value)
  return { hub, session, page: await fixture<HTMLElement>(html`<div style="position: relative; height: 900px">${what(session)}<tacit-toasts></tacit-toasts></div>`) }
}

const inspector = (session: Session): ReturnType<typeof html> => html`<tacit-inspector .session=${session} card="reps"></tacit-inspector>`
const view = (session: Session): ReturnType<typeof html> => html`<tacit-risks-view .session=${session}></tacit-risks-view>`
const risk = ({ session }: Open): CardFields => session.board.value.cards.get('reps')?.fields ?? {}
const radios = (page: HTMLElement, scale: number): HTMLInputElement[] => {
  const scales = [...need(page, 'tacit-risk-sections').shadowRoot?.querySelectorAll('tacit-rating-scale') ?? []]
  return [...scales[scale]?.shadowRoot?.querySelectorAll('input') ?? []]
}

describe('risks', () => {
  before(async () => {
    stillPage()
    await dressPage()
  })
  afterEach(() => {
    for (const toasts of document.querySelectorAll('tacit-toasts')) for (const dismiss of buttons(toasts, 'Dismiss')) dismiss.click()
    closing.splice(0).forEach((close) => close())
  })

  describe('why the exposure is what it is', () => {
    it('is said in one sentence that names what raises it', () => {
      expect([exposureText(facts(hangs)), reasonText(facts(hangs))]).to.deep.equal(['Exposure 12, high', `Raised from 8 to 12 because “${QUOTES}” is not confirmed.`])
      expect([exposureText(facts(refuted)), reasonText(facts(refuted))]).to.deep.equal(['Exposure 20, critical', `Raised from 8 to 20 because “${QUOTES}” is refuted.`])
      const two = facts(hangs, (board) => { addCard(board, { id: 'z', kind: 'assumption', x: 0, y: 0, title: 'Reps listen' }); addLink(board, 'z', 'if_false', 'reps') })
      expect(reasonText(two)).to.equal(`Raised from 8 to 12 because “${QUOTES}” is not confirmed and “Reps listen” is not confirmed.`)
    })

    it('says what is missing, and never counts it as nothing', () => {
      expect([exposureText(facts(fields({ likelihood: undefined, impact: undefined }))), reasonText(facts(fields({ likelihood: undefined, impact: undefined })))]).to.deep.equal(['Not rated', 'Nobody has rated it yet.'])
      expect(reasonText(facts(hangs, fields({ impact: undefined })))).to.equal(`Nobody has said how bad it would be: it has no exposure yet. Likelihood raised from 2 to 3 because “${QUOTES}” is not confirmed.`)
      expect(reasonText(facts(fields({ likelihood: undefined })))).to.equal('Nobody has said how likely it is: it has no exposure yet.')
      expect(reasonText(facts(hangs, fields({ likelihood: undefined })))).to.equal(`Nobody has estimated the likelihood: it counts as 3 because “${QUOTES}” is not confirmed.`)
    })

    it('says when it stands where people put it', () => {
      expect(reasonText(facts())).to.equal('As people estimate it. No assumption is written down under it; there are always some.')
      expect(reasonText(facts(hangs, fields({ likelihood: 4 })))).to.equal('As people estimate it: high enough for the doubt in what it hangs on.')
      expect(reasonText(facts(hangs, (board) => setCardField(board, 'quotes', 'retired', true)))).to.equal('As people estimate it. What it hangs on is confirmed.')
    })

    it('what raises it comes first, the worst of it gives the look, and what is retired says nothing', () => {
      const premise = (id: string): Change => (board) => { addCard(board, { id, kind: 'assumption', x: 0, y: 900, title: id }); addLink(board, id, 'if_false', 'reps') }
      expect(doubtLook(facts(premise('a0'), refuted))).to.equal('refuted')
      const one = facts(premise('a0'), hangs, (board) => setCardField(board, 'a0', 'retired', true))
      expect(one.premises.map(({ card, raises }) => [card.id, raises])).to.deep.equal([['quotes', true], ['a0', false]])
      expect(doubtLook(facts())).to.equal(undefined)
      expect([facts(hangs).floor, facts(hangs, (board) => setCardField(board, 'quotes', 'retired', true)).floor]).to.deep.equal([3, 0])
    })

    it('answers are mitigations, hedges and shaping actions, also those on what it hangs on', () => {
      const work = (id: string, strategy: string | undefined, type: 'mitigates' | 'tests', to: string): Change => (board) => { addCard(board, { id, kind: 'action', x: 0, y: 900, title: id, fields: { strategy } }); addLink(board, id, type, to) }
      const { answers } = facts(hangs, work('train', undefined, 'mitigates', 'reps'), work('old-list', 'hedge', 'mitigates', 'reps'), work('talk', 'shape', 'tests', 'quotes'), work('ask', undefined, 'tests', 'quotes'))
      expect(Object.values(answers).map((of) => of.map(({ card }) => card.id))).to.deep.equal([['train'], ['old-list'], ['talk']])
      expect(answers.shape[0]?.link).to.equal(undefined)
    })
  })

  describe('on the inspector', () => {
    it('the reason names its card as a button, and only the doubt has a colour', async () => {
      const { page } = await open(inspector)
      const note = need(page, 'tacit-exposure-note')
      expect(textOf(note)).to.contain('Exposure 12, high')
      expect(textOf(note)).to.contain(`Raised from 8 to 12 because ${QUOTES} is not confirmed.`)
      let opened = ''
      page.addEventListener('card-opened', (event) => { opened = (event as CustomEvent<{ id: string }>).detail.id })
      button(note, QUOTES).click()
      expect(opened).to.equal('quotes')
      expect(note.shadowRoot?.querySelectorAll('[class*="s-unconfirmed"]').length).to.be.greaterThan(0)
      await expect(need(page, 'tacit-risk-sections')).to.be.accessible()
      const { page: calm } = await open(inspector, () => undefined)
      expect(textOf(need(calm, 'tacit-exposure-note'))).to.contain('Exposure 8, medium')
      expect(need(calm, 'tacit-exposure-note').shadowRoot?.querySelectorAll('[class*="s-"]').length).to.equal(0)
    })

    it('the scales go by arrow keys, say their words, and can be taken back', async () => {
      const opened = await open(inspector)
      const { page } = opened
      radios(page, 1)[3]?.focus()
      await sendKeys({ press: 'ArrowRight' })
      await until('the impact is 5', () => risk(opened).impact === 5)
      expect(focused()?.getAttribute('aria-label')).to.equal('5: ends it')
      await until('the exposure follows', () => textOf(need(page, 'tacit-exposure-note')).includes('Raised from 10 to 15'))
      expect(radios(page, 0).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal(['1: very unlikely', '2: unlikely', '3: possible', '4: likely', '5: almost certain'])
      expect(textOf(need(page, 'tacit-rating-scale'))).to.contain('Counts as 3')
      button(page, 'Likelihood: not rated').click()
      await until('the likelihood is gone', () => risk(opened).likelihood === undefined)
      expect(focused()).to.equal(radios(page, 0)[0])
    })

    it('work is added right there: typed anew, or a card that stands', async () => {
      const { page, session } = await open(inspector)
      button(page, 'Add a hedge').click()
      await until('the words have the focus', () => focused()?.getAttribute('role') === 'combobox')
      await expect(need(page, 'tacit-risk-sections')).to.be.accessible()
      await sendKeys({ type: 'Old price list' })
      await sendKeys({ press: 'Enter' })
      await until('it is listed', () => textOf(page).includes('Hedges a way back if it comes Old price list'))
      expect(focused()?.textContent).to.contain('Add a hedge')
      button(page, 'Add a mitigation').click()
      await until('the words have the focus', () => focused()?.getAttribute('role') === 'combobox')
      await sendKeys({ type: 'self' })
      await sendKeys({ press: 'ArrowDown' })
      await sendKeys({ press: 'Enter' })
      await until('it is linked', () => [...session.board.value.links.values()].some(({ from, type, to }) => from === 'first' && type === 'mitigates' && to === 'reps'))
      await until('it is listed', () => textOf(page).includes('Mitigations make it less likely or less bad Self-serve first.'))
      button(page, 'Not for this risk: Self-serve first.').click()
      await until('it is gone', () => !textOf(need(page, 'tacit-risk-sections')).includes('Self-serve first.'))
      await until('it can come back', () => buttons(page, 'Undo').length > 0)
      button(page, 'Undo').click()
      await until('it is back', () => textOf(need(page, 'tacit-risk-sections')).includes('Self-serve first.'))
    })

    it('Escape leaves the adding and gives the focus back; the inspector stays', async () => {
      const { page } = await open(inspector)
      button(page, 'Add what it hangs on').click()
      await until('the words have the focus', () => focused()?.getAttribute('role') === 'combobox')
      await sendKeys({ press: 'Escape' })
      await until('the button has the focus', () => focused()?.textContent?.includes('Add what it hangs on') === true)
      expect(find(page, 'tacit-card-adder')).to.equal(undefined)
    })

    it('is accepted by somebody until a day, and says when that day has passed', async () => {
      const opened = await open(inspector)
      const { page, session } = opened
      button(page, /^Accept it/).click()
      await until('who answers has the focus', () => focused()?.localName === 'select')
      expect((focused() as HTMLSelectElement).value).to.equal('dele')
      await expect(need(page, 'tacit-risk-sections')).to.be.accessible()
      button(need(page, 'form'), 'Accept it').click()
      await until('it is accepted', () => risk(opened).accepted === true)
      expect(risk(opened).owner).to.equal('dele')
      await until('it says so', () => textOf(page).includes('Accepted. Dele answers for it, and no day is set to look again.'))
      expect(focused()?.textContent).to.equal('What has become of it')
      session.edit('', (board) => setCardField(board, 'reps', 'reviewBy', '2026-01-05T00:00:00Z'))
      await until('it asks to look again', () => /look again whether you still accept it/.test(textOf(page)))
      button(page, 'Do not accept it any more').click()
      await until('it is not', () => risk(opened).accepted === undefined)
      button(page, /^It has happened/).click()
      await until('it has happened', () => risk(opened).materialised === true && textOf(page).includes('It is no risk any more, it is a fact.'))
      expect(buttons(page, /^Accept it/)).to.deep.equal([])
    })

    it('shows readers all of it and offers them nothing', async () => {
      const { page } = await open(inspector, (board) => { refuted(board); fields({ accepted: true })(board) }, null)
      const sections = need(page, 'tacit-risk-sections')
      for (const words of ['Raised from 8 to 20', 'Triggered', '2 · unlikely', '4 · severe', 'Nobody does anything about it yet.', 'Accepted. Nobody answers for it']) expect(textOf(sections)).to.contain(words)
      expect(find(sections, 'input, select, textarea')).to.equal(undefined)
      expect(buttons(sections, /./).map((one) => one.textContent?.includes(QUOTES))).to.deep.equal([true, true])
    })
  })

  describe('in the overview', () => {
    const many: Change = (board) => {
      hangs(board)
      for (let at = 0; at < 6; at++) addCard(board, { id: `r${at}`, kind: 'risk', x: 0, y: 900, title: `Small ${at}`, fields: { likelihood: 1, impact: 2 } })
      addCard(board, { id: 'blank', kind: 'risk', x: 0, y: 900, title: 'Not looked at' })
    }
    const cell = (matrix: HTMLElement, row: number, column: number): Element => [...matrix.shadowRoot?.querySelectorAll('tbody tr') ?? []][5 - row]?.querySelectorAll('td')[column - 1] ?? matrix

    it('stands in a table by likelihood and impact, where it is and where it was', async () => {
      const { page } = await open(view, many)
      const matrix = need(page, 'tacit-risk-matrix')
      expect(textOf(matrix)).to.contain('Risks by likelihood, upwards, and impact, to the right')
      expect(matrix.shadowRoot?.querySelectorAll('th[scope="col"]').length).to.equal(5)
      expect(matrix.shadowRoot?.querySelectorAll('th[scope="row"]').length).to.equal(5)
      expect(textOf(cell(matrix, 3, 4))).to.equal('12 1 Reps steer accounts back to seats. was 2. Exposure 12, high. Likelihood raised from 2 to 3.')
      expect(cell(matrix, 2, 4).querySelector('.was')?.textContent).to.equal('1')
      expect(textOf(page)).to.contain('1 risk is not on it')
      await expect(page).to.be.accessible()
      await dressPage('dark')
      await expect(page).to.be.accessible()
      await dressPage()
    })

    it('counts what is too much for one cell, and shows it when asked', async () => {
      const { page } = await open(view, many)
      const matrix = need<TacitRiskMatrix>(page, 'tacit-risk-matrix')
      expect(cell(matrix, 1, 2).querySelectorAll('.risk').length).to.equal(3)
      const more = button(matrix, '3 more: likelihood very unlikely, impact a nuisance')
      expect(more.getAttribute('aria-expanded')).to.equal('false')
      more.click()
      await matrix.updateComplete
      expect(cell(matrix, 1, 2).querySelectorAll('.risk').length).to.equal(6)
    })

    it('lists by exposure, the unrated before the low, each with its reason', async () => {
      const { page } = await open(view, many)
      const rows = [...need(page, 'tacit-risks-view').shadowRoot?.querySelectorAll('.risks > li') ?? []].map((row) => textOf(row))
      expect(rows[0]).to.contain(`Raised from 8 to 12 because ${QUOTES} is not confirmed.`)
      expect(rows[1]).to.contain('Not looked at')
      expect(rows[2]).to.contain('Small 0').and.contain('Exposure 2, low')
    })

    it('Shift and an arrow move a risk, which keeps the focus; what is in doubt holds it up', async () => {
      const opened = await open(view, many)
      const matrix = need(opened.page, 'tacit-risk-matrix')
      const mark = (): HTMLElement => need(matrix, '[data-risk="reps"]')
      mark().focus()
      await sendKeys({ press: 'Shift+ArrowRight' })
      await until('the impact is 5', () => risk(opened).impact === 5)
      await until('it moved and has the focus', () => cell(matrix, 3, 5).contains(focused()))
      opened.session.edit('', (board) => setCardField(board, 'reps', 'impact', 4))
      await until('moved by another it has the focus', () => cell(matrix, 3, 4).contains(focused()))
      opened.session.edit('', (board) => setCardField(board, 'reps', 'impact', 5))
      await until('it is back with the focus', () => cell(matrix, 3, 5).contains(focused()))
      await sendKeys({ press: 'Shift+ArrowDown' })
      await until('the estimate is 1', () => risk(opened).likelihood === 1)
      await until('it is said', () => document.body.textContent?.includes('It stays at 3: what it hangs on is not confirmed.'))
      await until('where it was follows', () => cell(matrix, 1, 5).querySelector('.was') !== null)
      expect(cell(matrix, 3, 5).contains(mark())).to.equal(true)
      await sendKeys({ press: 'ArrowUp' })
      expect(risk(opened).likelihood).to.equal(1)
    })

    it('a choice sets an estimate, seen by others at once; readers have none', async () => {
      const opened = await open(view, many)
      const select = need<HTMLSelectElement>(need(opened.page, '[data-side="likelihood"]'), 'select')
      select.value = '5'
      select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
      select.dispatchEvent(new Event('change', { bubbles: true }))
      await until('it is 5', () => risk(opened).likelihood === 5)
      const reader = opened.hub.join(undefined, 'view')
      closing.push(() => reader.close())
      await until('the reader has it', () => reader.ready.value)
      const page = await fixture<HTMLElement>(html`<div>${view(reader)}</div>`)
      expect(textOf(page)).to.contain('Exposure 20, critical')
      expect(find(page, 'select')).to.equal(undefined)
      need(page, '[data-risk="reps"]').focus()
      await sendKeys({ press: 'Shift+ArrowDown' })
      expect(risk(opened).likelihood).to.equal(5)
    })

    it('says so when there is none', async () => {
      const { page } = await open(view, (board) => setCardField(board, 'reps', 'retired', true))
      expect(textOf(page)).to.contain('No risk is written down.')
    })
  })

  it('in the ledger risks go by exposure, with their reason', () => {
    const board = readBoard(pricingHub((made) => { hangs(made); addCard(made, { id: 'a0', kind: 'risk', x: 0, y: 0, title: 'First on the board', fields: { likelihood: 1, impact: 1 } }) }).board)
    const judgements = judge(board, NOW)
    const groups = tableGroups({ board, judgements, grouping: 'kind', kind: undefined, matches: undefined })
    expect(groups.find(({ heading: { of } }) => of === 'risk')?.ids).to.deep.equal(['reps', 'a0'])
    expect(risksOf({ board, judgements }).map(({ card }) => card.id)).to.deep.equal(['reps', 'a0'])
    const [reps] = risksOf({ board, judgements })
    if (reps === undefined) throw new Error('no risk')
    const row = { card: reps.card, board, judgements }
    expect(factsOf(row).yes).to.equal('Exposure 12')
    expect(sayingOf(row)).to.equal(`Open. Likelihood 3, impact 4. Raised from 8 to 12 because “${QUOTES}” is not confirmed.`)
  })
})
