// Minimum viable alignment: the level of a proposal, what is missing next with the card it speaks of, in the overview, in
// the inspector, on the card and in the ledger; steps and conditions are changed by form alone.
import { expect, fixture, html } from '@open-wc/testing'
import { footers } from '../../../client/cards/footers.ts'
import '../../../client/panels/inspector.ts'
import { factsOf, sayingOf } from '../../../client/panels/ledger/row-facts.ts'
import '../../../client/panels/tiers/alignment-view.ts'
import type { CardView } from '../../../client/cards/view.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import type { Json } from '../../../shared/board/records.ts'
import { putLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addAttestation } from '../../../shared/board/write-records.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, buttons, find, need, stillPage, textOf } from './shadow.ts'

const closing: (() => void)[] = []
const TIERS: Json = [
  { name: 'Before the trial', conditions: [{ type: 'confirmed', card: 'a' }, { type: 'in_step', link: 'dp' }] },
  { name: 'Before all', conditions: [{ type: 'exposure_max', card: 'r', max: 9 }, { type: 'direction', card: 'g' }, { type: 'answered', card: 'q' }, { type: 'decided', card: 'd' }, { type: 'of_tomorrow', card: 'a' }] },
]

function fill(board: Board): void {
  for (const [id, name] of [['product', 'Product'], ['sre', 'SRE']] as const) putTeam(board, { id, name })
  addCard(board, { id: 'p', kind: 'proposal', x: 0, y: 0, title: 'The least we need', fields: { team: 'product', tiers: TIERS } })
  addCard(board, { id: 'empty', kind: 'proposal', x: 0, y: 900, title: 'Nothing yet', fields: { team: 'product' } })
  addCard(board, { id: 'a', kind: 'assumption', x: 0, y: 0, title: 'Tenants stay small' })
  addCard(board, { id: 'r', kind: 'risk', x: 0, y: 0, title: 'An outage', fields: { likelihood: 3, impact: 5 } })
  addCard(board, { id: 'g', kind: 'goal', x: 0, y: 0, title: 'Launch' })
  addCard(board, { id: 'q', kind: 'question', x: 0, y: 0, title: 'Who is first?' })
  addCard(board, { id: 'd', kind: 'decision', x: 0, y: 0, title: 'Go on 1 July' })
  addCard(board, { id: 'need', kind: 'commitment', x: 0, y: 0, title: 'Beta', fields: { team: 'product' } })
  addCard(board, { id: 'give', kind: 'commitment', x: 0, y: 0, title: 'Rate limiter', fields: { team: 'sre' } })
  putLink(board, { id: 'dp', from: 'need', to: 'give', type: 'depends_on' })
}

async function join(): Promise<{ hub: Hub; session: Session; view: (id: string) => CardView }> {
  const hub = new Hub(fill)
  hub.join(person('bo', 'sre')).close()
  const session = hub.join(person('ana', 'product'))
  closing.push(() => session.close())
  await until('ready', () => session.ready.value)
  const view = (id: string): CardView => ({ card: session.board.value.cards.get(id) ?? expect.fail(id), board: session.board.value, judgements: session.judgements.value })
  return { hub, session, view }
}

function confirm({ board }: Hub): void {
  addAttestation(board, { id: 'c', card: 'a', person: 'bo', team: 'sre', verdict: 'confirm', basis: JSON.stringify(['assumption', 'Tenants stay small', '', '']), seq: 1, at: new Date(Date.now() - 60_000).toISOString() })
}

describe('minimum viable alignment', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => { closing.splice(0).forEach((close) => close()) })

  it('lists proposals with the level, what is missing next first, and every step with how it stands', async () => {
    const { hub, session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-alignment .session=${session}></tacit-alignment>`)
    const text = textOf(page)
    for (const said of [
      'No step of 2 is reached.', 'Next, for “Before the trial”', 'Not met Tenants stay small needs: Confirmed · now: Unconfirmed', 'Not met Rate limiter needs: In step · now: Requested', 'Before the trial 0 of 2',
      'Before all 0 of 5', 'Exposure 9 at most · now: exposure 15', 'Launch needs: All five said · now: 1 of 5 said', 'Who is first? needs: Answered · now: Open', 'Go on 1 July needs: Decided · now: Open', 'now: not known to this version', 'Nothing yet No steps yet.',
    ]) expect(text).to.contain(said)
    expect(text.indexOf('Next, for')).to.be.lessThan(text.indexOf('Before all'))
    let opened = ''
    page.addEventListener('card-opened', (event) => { opened = (event as CustomEvent<{ id: string }>).detail.id })
    buttons(page, 'Rate limiter')[0]?.click()
    expect(opened).to.equal('give')
    await expect(page).to.be.accessible()
    confirm(hub)
    await until('the first condition is met', () => textOf(page).includes('Before the trial 1 of 2') && textOf(page).includes('Met Tenants stay small Confirmed'))
  })

  it('says of what is next only what is missing, names what is gone, and lists what has come least far first', async () => {
    const { hub, session } = await join()
    addCard(hub.board, { id: 'far', kind: 'proposal', x: 0, y: -900, title: 'Further', fields: { team: 'product', tiers: [{ name: 'First', conditions: [{ type: 'confirmed', card: 'a' }] }, { name: 'Second', conditions: [{ type: 'confirmed', card: 'a' }, { type: 'answered', card: 'q' }, { type: 'decided', card: 'd' }] }] } })
    deleteCard(hub.board, 'd')
    confirm(hub)
    const page = await fixture<HTMLElement>(html`<tacit-alignment .session=${session}></tacit-alignment>`)
    const far = (): Element | null | undefined => page.shadowRoot?.querySelector('[data-proposal="far"]')
    await until('the first step', () => far()?.textContent.includes('1 of 2') === true)
    const next = far()?.querySelector('.next')
    expect(next?.querySelectorAll('li').length).to.equal(2)
    expect(next?.textContent).to.contain('Who is first?').and.not.to.contain('Tenants stay small')
    expect(next?.textContent).to.contain('gone')
    // What is missing next is not said a second time below.
    expect([...far()?.querySelectorAll('.steps > li') ?? []].map((step) => step.querySelectorAll('li').length)).to.deep.equal([1, 1])
    expect([...page.shadowRoot?.querySelectorAll<HTMLElement>('[data-proposal]') ?? []].map(({ dataset }) => dataset['proposal'])).to.deep.equal(['p', 'far', 'empty'])
  })

  it('is one word on the card, and a line in the ledger', async () => {
    const { hub, view } = await join()
    expect(footers.proposal(view('p')).text).to.equal('0 of 2 steps')
    expect(sayingOf(view('p'))).to.equal('No step of 2 is reached. Next: Tenants stay small (confirmed) and Rate limiter (in step).')
    confirm(hub)
    setCardField(hub.board, 'p', 'tiers', [{ name: 'Only', conditions: [{ type: 'confirmed', card: 'a' }] }])
    await until('reached', () => footers.proposal(view('p')).text === '1 of 1 step')
    expect(sayingOf(view('p'))).to.equal('The only step is reached.')
    expect(factsOf(view('p')).kind).to.equal('Proposal')
  })

  it('is changed by form: a step, its name, its place, what it needs, and how much', async () => {
    const { session, view } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-inspector .session=${session} card="p"></tacit-inspector>`)
    const steps = need(page, 'tacit-proposal-steps')
    expect(textOf(steps)).to.contain('No step of 2 is reached.')
    expect(textOf(steps)).to.contain('now: exposure 15')
    const tiers = (): { name: string; conditions: { [field: string]: unknown }[] }[] => view('p').card.fields['tiers'] as never
    const most = need<HTMLInputElement>(steps, 'input[type="number"]')
    most.value = '15'
    most.dispatchEvent(new Event('change'))
    expect(tiers()[1]?.conditions[0]).to.deep.equal({ type: 'exposure_max', card: 'r', max: 15 })
    await until('met', () => find(steps, '.state .icon') !== undefined)
    most.value = '99'
    most.dispatchEvent(new Event('change'))
    expect([most.value, tiers()[1]?.conditions[0]?.['max']]).to.deep.equal(['15', 15])
    button(steps, '“Before all” one step earlier').click()
    expect(tiers().map(({ name }) => name)).to.deep.equal(['Before all', 'Before the trial'])
    await until('moved', () => find<HTMLInputElement>(steps, '.name input')?.value === 'Before all')
    button(steps, 'Add a step').click()
    const chooser = async (): Promise<HTMLSelectElement> => {
      await until('the third step', () => find(steps, '[aria-label="Add what “Step 3” needs"]') !== undefined)
      return need<HTMLSelectElement>(steps, '[aria-label="Add what “Step 3” needs"]')
    }
    const select = await chooser()
    select.value = [...select.options].find(({ text }) => text === 'Decided: Go on 1 July')?.value ?? ''
    select.dispatchEvent(new Event('change'))
    expect(tiers()[2]?.conditions).to.deep.equal([{ type: 'decided', card: 'd' }])
    session.undo()
    expect(tiers()[2]?.conditions).to.deep.equal([])
    await expect(steps).to.be.accessible()
  })
})
