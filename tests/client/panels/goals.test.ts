// Goals: the north star pinned, what has no line to it, the direction of each with what is missing, what all teams share,
// work that serves none of it; on the inspector, in the overview and in the ledger.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/panels/goals/goals-view.ts'
import '../../../client/panels/inspector.ts'
import { factsOf, sayingOf } from '../../../client/panels/ledger/row-facts.ts'
import { tableGroups } from '../../../client/panels/ledger/rows.ts'
import type { Session } from '../../../client/session/session.ts'
import '../../../client/ui/toasts.ts'
import type { Board } from '../../../shared/board/document.ts'
import { readBoard } from '../../../shared/board/read.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { Person } from '../../../shared/board/records.ts'
import { type Hub, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { DELE, pricingHub } from './pricing-board.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from './shadow.ts'

type Change = (board: Board) => void
const INVOICE = 'Customers can predict their next invoice.'

/** The invoice goal is the north star; one goal leads to it, one does not, and two commitments. */
const plans: Change = (board) => {
  setCardField(board, 'invoice', 'northStar', true)
  setCardField(board, 'invoice', 'shared', true)
  addCard(board, { id: 'calm', kind: 'goal', x: 0, y: 900, title: 'Billing sleeps', fields: { team: 'billing', forWhom: 'Those who are on call' } })
  addCard(board, { id: 'revenue', kind: 'goal', x: 0, y: 1100, title: 'Hit €2m', fields: { team: 'sales' } })
  addCard(board, { id: 'alerts', kind: 'commitment', x: 0, y: 1300, title: 'Alerts by March', fields: { team: 'billing' } })
  addCard(board, { id: 'slides', kind: 'commitment', x: 0, y: 1500, title: 'New slides', fields: { team: 'sales' } })
  addLink(board, 'calm', 'serves', 'invoice')
  addLink(board, 'alerts', 'serves', 'calm')
}

interface Open { readonly hub: Hub; readonly session: Session; readonly page: HTMLElement }
const closing: (() => void)[] = []

async function open(what: (session: Session) => ReturnType<typeof html>, change: Change = plans, me: Person | null = DELE): Promise<Open> {
  const hub = pricingHub(change)
  const session = hub.join(me ?? undefined, me === null ? 'view' : 'edit')
  closing.push(() => session.close())
  await until('the session is ready', () => session.ready.value)
  return { hub, session, page: await fixture<HTMLElement>(html`<div style="position: relative; height: 900px">${what(session)}<tacit-toasts></tacit-toasts></div>`) }
}

const inspector = (card: string) => (session: Session): ReturnType<typeof html> => html`<tacit-inspector .session=${session} card=${card}></tacit-inspector>`
const view = (session: Session): ReturnType<typeof html> => html`<tacit-goals-view .session=${session}></tacit-goals-view>`
const star = ({ session }: Open, id: string): unknown => session.board.value.cards.get(id)?.fields['northStar']
const part = (page: HTMLElement, id: string): string => textOf(need(page, `[aria-labelledby="${id}"]`))

async function choose(select: HTMLSelectElement, value: string): Promise<void> {
  select.value = value
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('goals', () => {
  before(async () => {
    stillPage()
    await dressPage()
  })
  afterEach(() => closing.splice(0).forEach((close) => close()))

  describe('in the overview', () => {
    it('the north star is pinned, with what is not said of it and who leads to it', async () => {
      const { page } = await open(view)
      expect(part(page, 'north')).to.contain(INVOICE).and.contain('1 of 5 said. Not said yet: for whom, how it is measured, what you are not doing and why.').and.contain('1 goal leads to it, from 2 of 5 teams.').and.contain('Rests on 1 unconfirmed')
      await expect(page).to.be.accessible()
    })

    it('names goals and teams with no line to it, and draws the line', async () => {
      const { page, session } = await open(view)
      expect(part(page, 'aside')).to.contain('Hit €2m has no line to the north star.')
      for (const team of ['Sales', 'Finance', 'Legal']) expect(part(page, 'aside')).to.contain(`Nothing of ${team} leads to the north star.`)
      expect(part(page, 'aside')).not.to.contain('Billing')
      button(page, 'Draw the line: Hit €2m serves the north star').click()
      await until('the line is drawn', () => [...session.board.value.links.values()].some(({ from, type, to }) => from === 'revenue' && type === 'serves' && to === 'invoice'))
      await until('it is named no more', () => !part(page, 'aside').includes('Hit €2m'))
      expect(part(page, 'aside')).not.to.contain('Sales')
      expect(focused()?.id).to.equal('aside')
    })

    it('says what is a number and no direction', async () => {
      const { page, session } = await open(view)
      expect(part(page, 'all')).to.contain('Hit €2m 1 of 5 said.').and.contain('A number, not a direction: nobody is named for whom it is.')
      session.edit('', (board) => setCardField(board, 'revenue', 'forWhom', 'Owners'))
      await until('it is a direction', () => !part(page, 'all').includes('A number'))
    })

    it('names teams with no part in what all share, and work that serves none of it', async () => {
      const { page, session } = await open(view)
      expect(part(page, 'shared')).to.contain(`${INVOICE} Nothing of Finance, Legal and Sales serves it.`)
      expect(part(page, 'none')).to.contain('New slides').and.not.contain('Alerts')
      session.edit('', (board) => addLink(board, 'slides', 'serves', 'calm'))
      await until('Sales has a part', () => part(page, 'shared').includes('Nothing of Finance and Legal'))
      expect(find(page, '[aria-labelledby="none"]')).to.equal(undefined)
    })

    it('another goal is chosen to be the north star, or none', async () => {
      const opened = await open(view)
      const select = need<HTMLSelectElement>(opened.page, 'select')
      await choose(select, 'calm')
      await until('it is', () => star(opened, 'calm') === true && star(opened, 'invoice') === undefined)
      await until('it is pinned', () => part(opened.page, 'north').includes('Billing sleeps 2 of 5 said.'))
      await choose(need<HTMLSelectElement>(opened.page, 'select'), '')
      await until('none is', () => star(opened, 'calm') === undefined)
      await until('it says so', () => part(opened.page, 'north').includes('No goal is the north star yet'))
      expect(find(opened.page, '[aria-labelledby="aside"]')).to.equal(undefined)
    })

    it('of two that were marked at the same time one is kept', async () => {
      const opened = await open(view, (board) => { plans(board); setCardField(board, 'revenue', 'northStar', true) })
      expect(part(opened.page, 'north')).to.contain('2 goals are marked as the north star. Keep one.')
      await expect(opened.page).to.be.accessible()
      button(opened.page, 'Keep this one: Hit €2m').click()
      await until('one is kept', () => star(opened, 'revenue') === true && star(opened, 'invoice') === undefined)
    })

    it('shows readers all of it and nothing to press but cards; says so when there is no goal', async () => {
      const { page } = await open(view, plans, null)
      expect(find(page, 'select')).to.equal(undefined)
      expect(buttons(page, /Draw|Keep/)).to.deep.equal([])
      const { page: empty } = await open(view, (board) => setCardField(board, 'invoice', 'kind', 'note'))
      expect(textOf(empty)).to.contain('No goal is written down yet.')
    })
  })

  describe('on the inspector', () => {
    it('a goal becomes the north star and lets go of it, by its part and by the menu', async () => {
      const opened = await open(inspector('calm'))
      expect(textOf(opened.page)).to.contain(`Leads to the north star: ${INVOICE}`)
      await expect(need(opened.page, 'tacit-goal-place')).to.be.accessible()
      button(need(opened.page, 'tacit-goal-place'), 'Make it the north star').click()
      await until('it is, and alone', () => star(opened, 'calm') === true && star(opened, 'invoice') === undefined)
      await until('it says so', () => textOf(opened.page).includes('The north star: all other goals lead here.'))
      button(opened.page, 'More').click()
      await until('the menu is open', () => find(opened.page, '[role="menuitem"][data-id="north"], [role="menuitem"]') !== undefined)
      await sendKeys({ press: 'n' })
      await sendKeys({ press: 'Enter' })
      await until('it is not any more', () => star(opened, 'calm') === undefined)
    })

    it('draws the line that is missing', async () => {
      const { page } = await open(inspector('revenue'))
      expect(textOf(page)).to.contain(`No line leads from here to the north star: ${INVOICE}`).and.contain('A number, not a direction')
      button(page, 'It serves the north star').click()
      await until('it leads there', () => textOf(page).includes(`Leads to the north star: ${INVOICE}`))
      expect(focused()?.textContent).to.contain('Make it the north star')
    })

    it('is shared by all teams, and names those that have no part in it', async () => {
      const { page, session } = await open(inspector('calm'))
      need<HTMLInputElement>(need(page, 'tacit-goal-place'), 'input').click()
      await until('it is shared', () => session.board.value.cards.get('calm')?.fields['shared'] === true)
      await until('it names them', () => textOf(need(page, 'tacit-goal-place')).includes('Nothing of Finance, Legal, Product and Sales serves it.'))
    })

    it('a commitment that serves no shared goal says so, and is given one', async () => {
      const { page, session } = await open(inspector('slides'))
      expect(textOf(page)).to.contain('Serves no shared goal.')
      button(page, 'Add what it serves').click()
      await until('the words have the focus', () => focused()?.getAttribute('role') === 'combobox')
      await sendKeys({ type: 'bill' })
      await sendKeys({ press: 'Enter' })
      await until('it serves one', () => [...session.board.value.links.values()].some(({ from, type, to }) => from === 'slides' && type === 'serves' && to === 'calm'))
      await until('it says so no more', () => !textOf(page).includes('Serves no shared goal.'))
    })

    it('offers readers nothing', async () => {
      const { page } = await open(inspector('revenue'), plans, null)
      expect(textOf(need(page, 'tacit-goal-place'))).to.contain('No line leads from here')
      expect(buttons(need(page, 'tacit-goal-place'), /north star|Shared/)).to.deep.equal([])
    })
  })

  it('in the ledger the north star stands first, and each goal says what it lacks', () => {
    const board = readBoard(pricingHub((made) => { plans(made); setCardField(made, 'invoice', 'northStar', undefined); setCardField(made, 'revenue', 'northStar', true) }).board)
    const judgements = judge(board, Date.parse('2026-11-20T12:00:00Z'))
    for (const grouping of ['kind', 'team', 'frame'] as const) {
      const group = tableGroups({ board, judgements, grouping, kind: undefined, matches: undefined }).find(({ ids }) => ids.includes('revenue'))
      expect(group?.ids[0], grouping).to.equal('revenue')
    }
    const row = (id: string): { yes: string; saying: string } => {
      const card = board.cards.get(id)
      if (card === undefined) throw new Error(id)
      return { yes: factsOf({ card, board, judgements }).yes, saying: sayingOf({ card, board, judgements }) }
    }
    expect(row('revenue').yes).to.equal('North star')
    expect([row('slides').saying, row('alerts').saying]).to.deep.equal(['Serves no shared goal.', ''])
    expect(row('calm')).to.deep.equal({ yes: '2 of 5 said', saying: 'Not said yet: how it is measured, what you are not doing and why. No line leads from here to the north star “Hit €2m”.' })
  })
})
