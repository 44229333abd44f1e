// Trades: the four checks in words for each thing that can be missing, one word on the card and in the ledger, the list
// of the board, and which numbers can be chosen. The tip of a team's tile says the same as its sheet.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/panels/facts/card-facts.ts'
import '../../../client/panels/teams/team-tip.ts'
import '../../../client/panels/teams/trade-checks.ts'
import type { TacitTeamTip } from '../../../client/panels/teams/team-tip.ts'
import { footers } from '../../../client/cards/footers.ts'
import type { CardView } from '../../../client/cards/view.ts'
import { factsOf, sayingOf } from '../../../client/panels/ledger/row-facts.ts'
import { currencySaid } from '../../../client/panels/teams/currency.ts'
import { sheetChange } from '../../../client/panels/teams/sheet-edit.ts'
import type { Session } from '../../../client/session/session.ts'
import { addLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { detailOf } from '../support/told.ts'
import { button, find, need, stillPage, textOf } from './shadow.ts'
import { ANA, closeAll, openTeams } from './teams-board.ts'

function viewOf({ board, judgements }: Session, id = 'trade'): CardView {
  const card = board.value.cards.get(id)
  if (card === undefined) throw new Error('no card')
  return { card, board: board.value, judgements: judgements.value }
}

/** What is missing first, of a trade with these fields. */
async function checked(fields: Readonly<Record<string, string | undefined>>): Promise<{ readonly states: string; readonly text: string; readonly foot: string; readonly row: string; readonly saying: string }> {
  const { session } = await openTeams(ANA, (board) => { for (const [field, value] of Object.entries(fields)) setCardField(board, 'trade', field, value) })
  const view = viewOf(session)
  const element = await fixture(html`<tacit-trade-checks .view=${view}></tacit-trade-checks>`)
  await expect(element).to.be.accessible()
  const states = [...element.shadowRoot?.querySelectorAll('li') ?? []].map(({ dataset }) => dataset['state']).join(' ')
  return { states, text: textOf(element), foot: footers.tradeoff(view).text, row: factsOf(view).yes, saying: sayingOf(view) }
}

describe('a trade', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(closeAll)

  it('names what is missing first, on the card, in the inspector and in the ledger', async () => {
    const whole = await checked({})
    expect(whole).to.include({ states: 'done done done done', foot: 'In their currency · Product ⇄ SRE', row: 'In their currency', saying: 'It is worth something to SRE, in a number of its own.' })
    expect(whole.text).to.contain('What is given improves a number of SRE: Pages per week, down, 3.4 → 2.')
    expect(await checked({ toTeam: undefined })).to.include({ states: 'missing later later later', row: 'No partner', saying: 'Name another team that it is offered to.' })
    expect(await checked({ toTeam: 'product' })).to.include({ states: 'missing later later later', row: 'No partner' })
    expect(await checked({ give: ' ' })).to.include({ states: 'done missing later later', foot: 'Nothing given · Product ⇄ SRE', saying: 'Say what you give. The give comes before the get.' })
    expect(await checked({ toTeam: 'sales' })).to.include({ states: 'done done missing later', row: 'Currency unknown', saying: 'Sales has not said what it counts in. Its sheet is empty there.' })
    expect(await checked({ giveMetric: undefined })).to.include({ states: 'done done done missing', row: 'Not their currency', saying: 'Choose which number of SRE it improves.' })
    expect(await checked({ giveMetric: 'wad' })).to.include({ states: 'done done done missing', saying: 'Weekly active dispatchers is no number of SRE. Choose one that is.' })
  })

  it('leads to the sheet of its partner', async () => {
    const { session } = await openTeams(ANA)
    const element = await fixture(html`<tacit-trade-checks .view=${viewOf(session)}></tacit-trade-checks>`)
    expect(await detailOf<{ team: string }>(element, 'team-wanted', () => button(element, 'Sheet of SRE').click())).to.deep.equal({ team: 'sre' })
  })

  it('offers the numbers of the partner, once there is one', async () => {
    const { session } = await openTeams(ANA)
    const options = async (view: CardView): Promise<readonly string[]> => {
      const element = await fixture(html`<tacit-card-facts .card=${view.card} .board=${view.board} writable></tacit-card-facts>`)
      const select = [...element.shadowRoot?.querySelectorAll('tacit-fact-field') ?? []].map((field) => find<HTMLSelectElement>(field, 'select')).find((one) => [...one?.options ?? []].some(({ value }) => value === 'pages' || value === 'wad'))
      return [...select?.options ?? []].map(({ label }) => label)
    }
    expect(await options(viewOf(session))).to.deep.equal(['Empty', 'Pages per week (SRE)'])
    session.edit('x', (board) => setCardField(board, 'trade', 'toTeam', undefined))
    await until('it is written', () => viewOf(session).card.fields['toTeam'] === undefined)
    expect(await options(viewOf(session))).to.deep.equal(['Empty', 'Pages per week (SRE)', 'Weekly active dispatchers (Product)'])
  })

  it('is listed with the teams, what lacks something first, and follows the sheet of its partner', async () => {
    const { page, hub } = await openTeams(ANA, (board) => {
      addCard(board, { id: 'without', kind: 'tradeoff', x: 0, y: 300, title: 'Only wanted', fields: { team: 'product', toTeam: 'sre', get: 'More of Lina' } })
      addCard(board, { id: 'old', kind: 'tradeoff', x: 0, y: 600, title: 'Long past', fields: { team: 'product' } })
      setCardField(board, 'old', 'retired', true)
    })
    expect([...page.shadowRoot?.querySelectorAll<HTMLElement>('[data-trade]') ?? []].map(({ dataset }) => dataset['trade'])).to.deep.equal(['without', 'trade'])
    const row = (): string => textOf(need(page, '[data-trade=trade]'))
    for (const words of ['Calm Fridays', 'Product ⇄ SRE', 'Product gives: No release after noon', 'Product gets: Two weeks of Lina', 'Improves: Pages per week']) expect(row()).to.contain(words)
    expect(await detailOf<{ id: string }>(page, 'card-opened', () => need(page, '[data-trade=trade] button').click())).to.deep.equal({ id: 'trade' })
    hub.board.doc.transact(() => putTeam(hub.board, { id: 'sre', name: 'SRE' }))
    await until('it says what is missing', () => row().includes('Currency unknown') && row().includes('SRE has not said what it counts in.'))
  })

  it('says on an empty sheet how many cards need something of its team', async () => {
    const { page, hub } = await openTeams(ANA)
    const sheet = need(page, 'tacit-team-sheet[data-team=sales]')
    expect(textOf(sheet)).not.to.contain('nobody can say')
    hub.board.doc.transact(() => {
      addCard(hub.board, { id: 'need', kind: 'commitment', x: 0, y: 500, title: 'Need', fields: { team: 'product' } })
      addCard(hub.board, { id: 'give', kind: 'commitment', x: 300, y: 500, title: 'Give', fields: { team: 'sales' } })
      addLink(hub.board, 'need', 'depends_on', 'give')
    })
    await until('it is said', () => textOf(sheet).includes('1 card of another team needs something of it, and nobody can say what that costs it.'))
  })
})

describe('a team as a sentence, as a tip, as it is edited', () => {
  afterEach(closeAll)

  it('is said as one line', () => {
    expect(currencySaid({ id: 't', name: 'T', currency: [{ id: 'a', metric: 'A', direction: 'up', now: '1' }, { id: 'b', metric: 'B', target: '2' }, { id: 'c', metric: 'C' }] })).to.equal('A, up, now 1; B, to 2; C')
    expect(currencySaid(undefined)).to.equal('')
  })

  it('comes up beside its tile, and says when there is nothing', async () => {
    const { session } = await openTeams(person('cy', 'sales'))
    const tip = await fixture<TacitTeamTip>(html`<tacit-team-tip></tacit-team-tip>`)
    const at = await fixture<HTMLElement>(html`<span data-about-team="sre" data-said="SRE: not yet heard">SR</span>`)
    tip.show(session, at, false)
    await until('it is open', () => tip.open)
    for (const words of ['SRE: not yet heard', 'Counts in', 'Pages per week', '3.4 → 2', 'Cannot change', 'Three on the rota']) expect(textOf(tip)).to.contain(words)
    await expect(tip).to.be.accessible()
    at.dataset['aboutTeam'] = 'sales'
    tip.show(session, at, false)
    await until('it is another', () => textOf(tip).includes('Nothing is written on its sheet yet.'))
    tip.hide()
    expect(tip.open).to.equal(false)
  })

  it('keeps on a sheet what others wrote and this person did not touch', () => {
    const began = { currency: [{ id: 'a', metric: 'A', now: '1' }, { id: 'b', metric: 'B' }], constraints: ['one', 'two'] }
    expect(sheetChange(began, began, began)).to.deep.equal({})
    expect(sheetChange(began, { ...began, currency: [{ id: 'a', metric: ' A ', now: '1' }, { id: 'b', metric: 'B' }] }, began)).to.deep.equal({})
    const now = { currency: [{ id: 'a', metric: 'A', now: '5' }, { id: 'b', metric: 'B' }, { id: 'c', metric: 'C' }], constraints: ['one', 'two', 'three'] }
    const mine = { currency: [{ id: 'a', metric: 'A', now: '1' }, { id: 'd', metric: 'D', direction: '' }, { id: 'e', metric: ' ' }], constraints: ['one', '', 'four'] }
    expect(sheetChange(began, mine, now)).to.deep.equal({ currency: [{ id: 'a', metric: 'A', now: '5' }, { id: 'd', metric: 'D' }, { id: 'c', metric: 'C' }], constraints: ['one', 'three', 'four'] })
  })
})
