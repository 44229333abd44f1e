// Asked again by something outside: who confirmed before is asked in the details, in turn and in the ledger whether it
// changes their answer; the mark stays as it is, and an answer ends it.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import '../../../client/app/stage/card-toolbar.ts'
import '../../../client/panels/answers/assumption-sections.ts'
import type { TacitAssumptionSections } from '../../../client/panels/answers/assumption-sections.ts'
import { answer } from '../../../client/commands/answers.ts'
import { sayingOf } from '../../../client/panels/ledger/row-facts.ts'
import { waitingFor } from '../../../client/panels/waiting.ts'
import type { Session } from '../../../client/session/session.ts'
import type { CardView } from '../../../client/cards/view.ts'
import type { Board } from '../../../shared/board/document.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { putAuthorship } from '../../../shared/board/write-records.ts'
import type { Person } from '../../../shared/board/records.ts'
import { until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { DELE, INES, PageServer, pricingHub, PRIYA, said } from './pricing-board.ts'
import { button, buttons, find, need, textOf } from './shadow.ts'

const RIVAL = 'A rival bills by the day.'
const closing: (() => void)[] = []
const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()

/** Ines confirmed two hours ago, Priya just now; between them a card came that speaks against it. */
function outside(board: Board): void {
  addCard(board, { id: 'rival', kind: 'signal', x: 900, y: 80, title: RIVAL })
  putAuthorship(board, 'rival', { author: 'priya', createdAt: ago(1) })
  addLink(board, 'rival', 'evidence_against', 'quotes')
  said(board, INES, 'confirm', { id: 'ines1', at: ago(2), evidence: { kind: 'data', note: 'CRM export' } })
  said(board, PRIYA, 'confirm', { id: 'priya1', at: ago(0.5) })
  setCardField(board, 'quotes', 'signpost', 'Rivals that change how they bill')
}

async function join(me: Person, more: (board: Board) => void = () => undefined): Promise<{ session: Session; server: PageServer }> {
  const hub = pricingHub((board) => { outside(board); more(board) })
  const session = hub.join(me, 'edit')
  const server = new PageServer(hub, me)
  closing.push(() => { session.close(); server.stop() })
  await until('the session is ready', () => session.ready.value)
  return { session, server }
}

function viewOf({ board, judgements }: Session): CardView {
  const card = board.value.cards.get('quotes')
  if (card === undefined) throw new Error('no card')
  return { card, board: board.value, judgements: judgements.value }
}

async function details(session: Session): Promise<TacitAssumptionSections> {
  const element = await fixture<TacitAssumptionSections>(html`<tacit-assumption-sections .session=${session} .view=${viewOf(session)} .me=${session.me.value}></tacit-assumption-sections>`)
  await settled(element)
  return element
}

async function settled(element: TacitAssumptionSections): Promise<void> {
  await element.updateComplete
  await need<HTMLElement & { updateComplete: Promise<unknown> }>(element, 'tacit-answer-form').updateComplete
  await find<HTMLElement & { updateComplete: Promise<unknown> }>(element, 'tacit-prompt-note')?.updateComplete
}

const waits = ({ board, judgements }: Session, me: Person): readonly string[] => waitingFor(board.value, judgements.value, me.team, new Set(), me.id)

describe('asked again', () => {
  before(() => dressPage())
  afterEach(() => closing.splice(0).forEach((close) => close()))

  it('names what is new since you confirmed and what to watch for, and offers to confirm again', async () => {
    const { session } = await join(INES)
    const element = await details(session)
    const note = need(element, 'tacit-prompt-note')
    const words = textOf(note).replace(/[\u2066-\u2069]/g, '')
    for (const part of ['New since you confirmed:', RIVAL, 'Watch for: Rivals that change how they bill', 'Does this change your answer?']) expect(words).to.contain(part)
    for (const name of ['Confirm again for Product', 'Dispute', 'Unsure', 'Withdraw']) expect(buttons(element, name), name).to.have.length(1)
    const opened = oneEvent(element, 'card-opened')
    need(note, '.ref').click()
    expect(((await opened) as CustomEvent<{ id: string }>).detail.id).to.equal('rival')
  })

  it('says nothing to those who answered since or never, and no signpost where there is none', async () => {
    for (const me of [PRIYA, DELE]) expect(find(await details((await join(me)).session), 'tacit-prompt-note')).to.equal(undefined)
    const { session } = await join(INES, (board) => setCardField(board, 'quotes', 'signpost', undefined))
    expect(textOf(need(await details(session), 'tacit-prompt-note'))).not.to.contain('Watch for')
  })

  it('ends with the answer: the evidence stays with who confirms again, and the mark was never another', async () => {
    const { session, server } = await join(INES)
    const element = await details(session)
    const { state } = session.judgements.value.assumption('quotes')
    button(element, 'Confirm again for Product').click()
    await until('the answer is stored', () => session.judgements.value.prompts('quotes').length === 0)
    expect(server.asked.at(-1)?.body).to.deep.include({ verdict: 'confirm', evidence: { kind: 'data', note: 'CRM export' } })
    expect(session.judgements.value.assumption('quotes').state).to.equal(state)
    element.view = viewOf(session)
    await settled(element)
    expect(find(element, 'tacit-prompt-note')).to.equal(undefined)
    expect(buttons(element, /^Confirm/)).to.have.length(0)
    // Nobody asked: a confirmation says of itself what it shows.
    await answer(session, 'quotes', { verdict: 'confirm' })
    expect(server.asked.at(-1)?.body).not.to.have.property('evidence')
  })

  it('waits in turn for that person alone, and a dispute ends it, too', async () => {
    const { session } = await join(INES)
    expect(waits(session, INES)).to.contain('quotes')
    expect(waits(session, { ...INES, id: 'lea' })).not.to.contain('quotes')
    expect(waits(session, PRIYA)).not.to.contain('quotes')
    await answer(session, 'quotes', { verdict: 'refute', reason: 'They all change.' })
    await until('the answer is stored', () => session.judgements.value.prompts('quotes').length === 0)
    expect(waits(session, INES)).not.to.contain('quotes')
  })

  it('is one sentence in the ledger', async () => {
    const { session } = await join(DELE)
    expect(sayingOf(viewOf(session))).to.contain(`Asked again since “${RIVAL}”.`)
    const { session: two } = await join(DELE, (board) => {
      addCard(board, { id: 'law', kind: 'context', x: 900, y: 200, title: 'A law is coming.' })
      putAuthorship(board, 'law', { author: 'priya', createdAt: ago(0.1) })
      addLink(board, 'law', 'evidence_against', 'quotes')
    })
    expect(sayingOf(viewOf(two))).to.contain('Asked again since “A law is coming.” and 1 more.')
  })

  it('offers to confirm again above the card, too, and leads to what is new', async () => {
    for (const me of [INES, PRIYA]) {
      const { session } = await join(me)
      const { card, board, judgements } = viewOf(session)
      const toolbar = await fixture<HTMLElement>(html`<tacit-card-toolbar .board=${board} .judgements=${judgements} .cards=${[card]} .me=${me} .writable=${true}></tacit-card-toolbar>`)
      expect(buttons(toolbar, /^Confirm again/)).to.have.length(me === INES ? 1 : 0)
      expect(buttons(toolbar, 'What changed')).to.have.length(me === INES ? 1 : 0)
      expect(buttons(toolbar, /^Dispute/)).not.to.have.length(0)
    }
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      const { session } = await join(INES)
      await expect(await details(session)).to.be.accessible()
      await dressPage()
    })
  }
})
