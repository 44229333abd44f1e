// Gaps as sentences whose cards open, by type with what closes them, definitions side by side; what is asked of each team
// and of which asks nobody knows a customer; the gaps of one card; and all of it live.
import { expect, fixture, html } from '@open-wc/testing'
import { factsOf } from '../../../client/panels/ledger/row-facts.ts'
import { loadOf } from '../../../client/panels/gaps/asks.ts'
import '../../../client/panels/gaps/card-gaps.ts'
import '../../../client/panels/gaps/gaps-view.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import { addLink, putLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import { dependencyBasis } from '../../../shared/rules/contract.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { buttons, find, need, stillPage, textOf } from './shadow.ts'

const closing: (() => void)[] = []

/** Product, SRE and Marketing ask five things of Sales. */
function fill(board: Board): void {
  for (const id of ['product', 'sre', 'marketing', 'sales']) putTeam(board, { id, name: id.toUpperCase() })
  addCard(board, { id: 'goal', kind: 'goal', x: 0, y: 0, title: 'Customers stay', fields: { team: 'product' } })
  for (const [at, team] of ['product', 'product', 'sre', 'marketing', 'marketing'].entries()) {
    addCard(board, { id: `n${at}`, kind: 'commitment', x: 0, y: 0, title: `Need ${at}`, fields: { team } })
    addCard(board, { id: `p${at}`, kind: 'commitment', x: 0, y: 0, title: `Work ${at}`, fields: { team: 'sales', due: '2100-03-10', ...(at === 1 ? { what: 'Two reps, a week' } : {}) } })
    putLink(board, { id: `l${at}`, from: `n${at}`, to: `p${at}`, type: 'depends_on', ask: `Ask ${at}`, needBy: `2100-03-${10 + at}`, ...(at < 3 ? { outcome: 'They pay in time' } : {}) })
  }
  addLink(board, 'n3', 'serves', 'goal')
  addCard(board, { id: 'late', kind: 'commitment', x: 0, y: 0, title: 'Delivered late', fields: { team: 'sre', due: '2100-04-01' } })
  putLink(board, { id: 'tooLate', from: 'n0', to: 'late', type: 'depends_on', needBy: '2100-03-25' })
  addCard(board, { id: 'm1', kind: 'metric', x: 0, y: 0, title: 'Qualified lead', fields: { team: 'marketing', definition: 'Asked for a talk' } })
  addCard(board, { id: 'm2', kind: 'metric', x: 0, y: 0, title: 'qualified lead', fields: { team: 'sales', definition: 'Did not hang up' } })
}

async function join(hub = new Hub(fill)): Promise<{ hub: Hub; session: Session }> {
  const session = hub.join(person('ana', 'product'))
  closing.push(() => session.close())
  await until('ready', () => session.ready.value)
  return { hub, session }
}

describe('the gaps of a board', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => { closing.splice(0).forEach((close) => close()) })

  it('are sentences by type, with what closes them; empty types are not listed', async () => {
    const { session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-gaps .session=${session}></tacit-gaps>`)
    const text = textOf(page)
    for (const words of ['Too late 1', '7 days too late', 'What closes it: An earlier delivery, or a later day of need.', 'One name, two definitions 1', 'Asked for a talk', 'Did not hang up']) expect(text).to.contain(words)
    for (const words of ['No date', 'Nobody provides it', 'Conflicts']) expect(text).not.to.contain(words)
    let opened = ''
    page.addEventListener('card-opened', (event) => { opened = (event as CustomEvent<{ id: string }>).detail.id })
    for (const [name, id] of [['Delivered late', 'late'], ['Need 0', 'n0'], ['qualified lead', 'm2']] as const) {
      buttons(page, name)[0]?.click()
      expect(opened).to.equal(id)
    }
    await expect(page).to.be.accessible()
  })

  it('come and go while they are looked at', async () => {
    const { hub, session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-gaps .session=${session}></tacit-gaps>`)
    setCardField(hub.board, 'late', 'due', '2100-03-01')
    setCardField(hub.board, 'p2', 'due', undefined)
    await until('one is closed, another one is there', () => !textOf(page).includes('Too late') && textOf(page).includes('No date 1'))
  })

  it('a board without any says so', async () => {
    const { session } = await join(new Hub())
    const page = await fixture<HTMLElement>(html`<tacit-gaps .session=${session}></tacit-gaps>`)
    expect(textOf(page)).to.contain('There is no gap').and.to.contain('No team asks anything of another one yet.')
    await expect(page).to.be.accessible()
  })

  it('counts what is asked of a team, and lists first what says nothing of customers until somebody says it', async () => {
    const { hub, session } = await join()
    hub.join(person('bo', 'sales')).close()
    const [sales] = loadOf(session.board.value, session.judgements.value)
    expect([sales?.team.id, sales?.asks.length, sales?.teams, sales?.latest, sales?.asks[0]?.link.id]).to.deep.equal(['sales', 5, 3, '2100-03-14', 'l4'])
    const page = await fixture<HTMLElement>(html`<tacit-gaps .session=${session}></tacit-gaps>`)
    expect(textOf(page)).to.contain('SALES 5 asks of 3 teams · the latest by 14 Mar 2100 · 1 says nothing of customers').and.to.contain('Takes: Two reps, a week')
    const field = need<HTMLTextAreaElement>(need(page, 'tacit-team-load'), 'textarea')
    field.focus()
    field.value = 'Shorter calls'
    field.blur()
    await until('it is said', () => session.board.value.links.get('l4')?.outcome === 'Shorter calls')
    await until('nothing lacks one', () => !textOf(need(page, 'tacit-team-load')).includes('nothing of customers'))
    setCardField(hub.board, 'p0', 'done', true)
    await until('what is done is not asked any more', () => textOf(page).includes('4 asks of 3 teams'))
    setCardField(hub.board, 'goal', 'retired', true)
    await until('what serves a goal that is retired serves no customer', () => textOf(page).includes('1 says nothing of customers'))
    const { board } = session
    addRecord(hub.board, 'acks', { id: 'no', link: 'l2', person: 'bo', team: 'sales', side: 'provider', response: 'no', basis: dependencyBasis(board.value, board.value.links.get('l2') ?? expect.fail('l2'), 'provider') ?? '', seq: 1, at: '2026-06-01T09:00:00Z' })
    await until('what was declined is not open', () => textOf(page).includes('3 asks of 2 teams'))
  })

  it('one card has its own, in the inspector and in its row', async () => {
    const { session } = await join()
    const [board, judgements] = [session.board.value, session.judgements.value]
    const part = await fixture<HTMLElement>(html`<tacit-card-gaps card="n0" .board=${board} .judgements=${judgements}></tacit-card-gaps>`)
    expect(textOf(part)).to.contain('Gaps 1').and.to.contain('too late')
    expect(buttons(part, 'Need 0').length).to.equal(0)
    expect(buttons(part, 'Delivered late').length).to.equal(1)
    await expect(part).to.be.accessible()
    const none = await fixture<HTMLElement>(html`<tacit-card-gaps card="n1" .board=${board} .judgements=${judgements}></tacit-card-gaps>`)
    expect(find(none, 'section')).to.equal(undefined)
    const rowOf = (id: string): string => { const card = board.cards.get(id); return card === undefined ? '?' : factsOf({ card, board, judgements }).gaps }
    expect([rowOf('n0'), rowOf('n1'), rowOf('m1')]).to.deep.equal(['1 gap', '', '1 gap'])
  })
})
