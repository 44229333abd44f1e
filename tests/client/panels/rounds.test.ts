// Rounds of own words: what was opened together stands side by side with the one to begin with first; what is sealed
// shows counts and names only; the overview around it leads from part to part.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import '../../../client/app/board/board-overview.ts'
import type { PartChosen, TacitBoardOverview } from '../../../client/app/board/board-overview.ts'
import { OVERVIEW_PARTS } from '../../../client/panels/overview/parts.ts'
import { overviewWords } from '../../../client/panels/overview/words.ts'
import { roundsOf } from '../../../client/panels/rounds/rounds.ts'
import '../../../client/panels/rounds/rounds-view.ts'
import type { TacitRounds } from '../../../client/panels/rounds/rounds-view.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import { replaceTitle } from '../../../shared/board/write-cards.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import { dressPage } from '../support/dress.ts'
import { until } from '../../support/local-session.ts'
import { DELE, INES, PRIYA, pricingHub } from './pricing-board.ts'
import { button, buttons, focused, need, stillPage, textOf } from './shadow.ts'

const closing: (() => void)[] = []
const AT = '2026-11-02T09:00:00Z'

function round(board: Board, more: object = {}): void {
  addRecord(board, 'rounds', { id: 'one', goal: 'invoice', opened: AT, invited: [INES.id, DELE.id, PRIYA.id], revealed: true, revealedAt: '2026-11-05T14:00:00Z', ...more })
}

function says(board: Board, person: string, slots: { what: string; who?: string; measure?: string; not?: string }, seq = 1): void {
  addRecord(board, 'restatements', { id: `${person}-${seq}`, round: 'one', goal: 'invoice', person, seq, who: '', measure: '', not: '', ...slots })
}

function opened(board: Board): void {
  round(board)
  says(board, INES.id, { what: 'Customers know their bill', measure: '99.5% of bills within 5 days' })
  says(board, DELE.id, { what: 'Win bigger accounts that will not buy seats', measure: '99.9% signed' })
}

async function shown(fill: (board: Board) => void, goal?: string): Promise<{ element: TacitRounds; session: Session }> {
  const session = pricingHub(fill).join(INES)
  closing.push(() => session.close())
  const element = await fixture<TacitRounds>(goal === undefined ? html`<tacit-rounds .session=${session}></tacit-rounds>` : html`<tacit-rounds .session=${session} goal=${goal}></tacit-rounds>`)
  return { element, session }
}

before(async () => {
  await dressPage()
  stillPage()
})

afterEach(async () => {
  for (const close of closing.splice(0)) close()
  await setViewport({ width: 1280, height: 800 })
})

describe('own words', () => {
  it('stand side by side, with what is missing and who is', async () => {
    const { element } = await shown(opened)
    const text = textOf(element)
    expect(text).to.contain('Customers can predict their next invoice.')
    expect(text).to.contain('2 of 3 have answered').and.to.contain('Not yet heard: Priya')
    expect(text).to.match(/Wording spread \d+ of 100/).and.to.contain('Nobody has sorted them by meaning yet.')
    expect(text).to.contain('Different numbers in “How will we know”: 99.5 % and 99.9 %.')
    expect(text).to.contain('2 left it empty')
    expect(element.shadowRoot?.querySelectorAll('tbody tr')).to.have.length(2)
    const first = textOf(need(element, 'tbody tr th'))
    expect(text).to.contain(`Begin with ${first.replace(/^\S+ /, '')}: `)
    await expect(element).to.be.accessible()
  })

  it('begin with whose words are the furthest from the others', async () => {
    const same = { what: 'Win bigger accounts that will not buy seats', measure: '99.9% signed' }
    for (const first of [DELE, INES, PRIYA]) {
      const { session } = await shown((board) => {
        round(board)
        for (const one of [DELE, INES, PRIYA]) says(board, one.id, one === first ? { what: 'Customers know their bill' } : same)
      })
      const [seen] = roundsOf({ board: session.board.value, judgements: session.judgements.value })
      expect(seen?.judged).to.include({ startWith: first.id })
      expect(seen?.answers[0]?.person).to.equal(first.id)
    }
  })

  it('say that they are about earlier words, and how many meanings people found', async () => {
    const { element } = await shown((board) => {
      round(board, { basis: 'Something else', groups: { 'ines-1': 'a', 'dele-1': 'b' } })
      says(board, INES.id, { what: 'A' })
      says(board, DELE.id, { what: 'B' })
    })
    expect(textOf(element)).to.contain('sorted them into 2 meanings').and.to.contain('the earlier ones')
  })

  it('of a sealed round are counts and names, never words', async () => {
    const { element, session } = await shown((board) => {
      round(board, { revealed: false, revealedAt: '' })
      says(board, INES.id, { what: 'SECRET' })
    })
    expect(textOf(element)).to.contain('Sealed').and.to.contain('Not yet heard: Dele and Priya').and.not.to.contain('SECRET')
    expect(roundsOf({ board: session.board.value, judgements: session.judgements.value }).map(({ answers }) => answers)).to.deep.equal([[]])
    await expect(element).to.be.accessible()
  })

  it('of one goal come without its name; a goal without a round shows nothing', async () => {
    expect(textOf((await shown(opened, 'invoice')).element)).to.contain('In their own words').and.not.to.contain('Customers can predict')
    expect(textOf((await shown(opened, 'quotes')).element)).to.equal('')
    expect(textOf((await shown(() => undefined)).element)).to.contain('Nobody was asked yet')
  })

  it('follow what others write, and stand below each other where there is no room', async () => {
    await setViewport({ width: 390, height: 844 })
    const { element, session } = await shown(opened)
    session.edit('words', (board) => replaceTitle(board, 'invoice', 'Another aim'))
    await until('the new name', () => textOf(element).includes('Another aim'))
    expect(element.scrollWidth).to.be.at.most(element.clientWidth)
    expect(getComputedStyle(need(element, 'tbody td')).display).to.equal('block')
  })
})

describe('overview', () => {
  const open = async (): Promise<TacitBoardOverview> => {
    const session = pricingHub(opened).join(INES)
    closing.push(() => session.close())
    const element = await fixture<TacitBoardOverview>(html`<tacit-board-overview .session=${session} chosen="words"></tacit-board-overview>`)
    element.addEventListener('part-chosen', (event) => { element.chosen = (event as CustomEvent<PartChosen>).detail.part })
    return element
  }

  it('lists every part by name, opens what is chosen and has the focus at its heading', async () => {
    const element = await open()
    for (const { id } of OVERVIEW_PARTS) {
      button(element, overviewWords.parts[id]).click()
      await until(`${id} is open`, () => focused()?.localName === 'h2' && textOf(focused() ?? element) === overviewWords.parts[id])
      await until(`${id} is here`, () => !textOf(element).includes(overviewWords.opening))
      expect(button(element, overviewWords.parts[id]).getAttribute('aria-current')).to.equal('page')
      expect(buttons(element, /./).filter((one) => one.getAttribute('aria-current') === 'page')).to.have.length(1)
      await expect(element).to.be.accessible()
    }
  })

  it('lists no part that has nothing to say and nothing to do, as long as nobody leads there', async () => {
    const session = pricingHub().join(INES)
    closing.push(() => session.close())
    const element = await fixture<TacitBoardOverview>(html`<tacit-board-overview .session=${session}></tacit-board-overview>`)
    expect(buttons(element, overviewWords.parts.words)).to.have.length(0)
    session.edit('ask', (board) => opened(board))
    await until('it is listed', () => buttons(element, overviewWords.parts.words).length === 1)
  })

  it('tells which card is opened, and has the focus there again after it', async () => {
    const element = await open()
    const told: string[] = []
    element.addEventListener('card-opened', (event) => told.push((event as CustomEvent<{ id: string }>).detail.id))
    await until('the round', () => buttons(element, /Customers can predict/).length === 1)
    const ref = button(element, /Customers can predict/)
    ref.focus()
    await sendKeys({ press: 'Enter' })
    expect(told).to.deep.equal(['invoice'])
    ref.blur()
    element.focusBack()
    expect(focused()).to.equal(ref)
  })
})
