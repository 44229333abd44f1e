// "Why?" and "What must be true?": a new card near the old one with its line, in one step, its words open; the chain of
// reasons with its numbers, and the end of a chain taken further. And what the ledger says of dependencies and decisions.
import { expect, fixture, html } from '@open-wc/testing'
import { ask, canAsk } from '../../../client/commands/plan/asking.ts'
import { reasonsOf } from '../../../client/panels/asking/reasons.ts'
import { stanceTiles } from '../../../client/panels/decisions/stance-tiles.ts'
import { linesSaying, urgentStateOf } from '../../../client/panels/dependencies/line-saying.ts'
import '../../../client/panels/inspector.ts'
import { headingOf } from '../../../client/panels/ledger/groups.ts'
import { factsOf, sayingOf } from '../../../client/panels/ledger/row-facts.ts'
import type { TacitInspector } from '../../../client/panels/inspector.ts'
import type { CardView } from '../../../client/cards/view.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import { DECISION, fillSaidBoard } from '../../support/said-board.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, buttons, find, need, stillPage, textOf } from './shadow.ts'

const closing: (() => void)[] = []

async function join(fill: (board: Board) => void = fillSaidBoard, right?: 'view'): Promise<{ hub: Hub; session: Session; view: (id: string) => CardView }> {
  const hub = new Hub(fill)
  hub.join(person('bo', 'sre')).close()
  const session = right === undefined ? hub.join(person('ana', 'product')) : hub.join(undefined, right)
  closing.push(() => session.close())
  await until('ready', () => session.ready.value)
  const view = (id: string): CardView => ({ card: session.board.value.cards.get(id) ?? expect.fail(id), board: session.board.value, judgements: session.judgements.value })
  return { hub, session, view }
}

describe('asking why, and what must be true', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => { closing.splice(0).forEach((close) => close()) })

  it('makes an assumption that the card rests on, close to it and on no other card, in one step', async () => {
    const { session, view } = await join()
    const before = session.board.value.asks
    const { id = '', said } = ask(session, 'd', 'premise')
    expect(said).to.equal('Launch on 1 July rests on a new assumption. Write what must be true')
    expect(view(id).card.kind).to.equal('assumption')
    expect(session.board.value.links.get(`d~rests_on~${id}`)?.type).to.equal('rests_on')
    expect(Math.hypot(view(id).card.x - view('d').card.x, view(id).card.y - view('d').card.y)).to.be.lessThan(1_500)
    expect(view('d').judgements.decision('d').unexamined).to.equal(false)
    // Nobody is asked but whom the line itself asks.
    expect([session.board.value.asks, view(id).card.fields.askTeams]).to.deep.equal([before, undefined])
    session.undo()
    expect(session.board.value.cards.get(id)?.deleted).to.equal(true)
    expect([...session.board.value.links.values()].some(({ to }) => to === id)).to.equal(false)
  })

  it('is asked of what stands on something, why of every card, and says why not', async () => {
    const { session } = await join()
    expect(['goal', 'decision', 'proposal', 'commitment', 'action'].every((kind) => canAsk({ kind: kind as 'goal', deleted: false }, 'premise'))).to.equal(true)
    expect([canAsk({ kind: 'note', deleted: false }, 'premise'), canAsk({ kind: 'note', deleted: false }, 'why'), canAsk({ kind: 'frame', deleted: false }, 'why'), canAsk({ kind: 'goal', deleted: true }, 'why')]).to.deep.equal([false, true, false, false])
    expect(ask(session, 'ctx', 'premise')).to.deep.include({ id: undefined })
    expect(ask(session, undefined, 'why')).to.deep.equal({ id: undefined, said: 'Choose one card first' })
    const { session: reader } = await join(fillSaidBoard, 'view')
    expect(ask(reader, 'd', 'why')).to.deep.equal({ id: undefined, said: 'You can look, not change.' })
  })

  it('numbers a chain of five from 1 to 5, each branch on its own, and ends in a circle', async () => {
    const { session } = await join((board) => {
      for (let n = 0; n <= 6; n++) addCard(board, { id: `w${n}`, kind: 'why', x: n === 6 ? 400 : 0, y: n * 200, title: `Reason ${n}` })
      for (let n = 1; n <= 5; n++) addLink(board, `w${n}`, 'because', `w${n - 1}`)
      addLink(board, 'w6', 'because', 'w1')
      addLink(board, 'w0', 'because', 'w5')
      addCard(board, { id: 'gone', kind: 'why', x: 0, y: 0, title: 'Gone' })
      addLink(board, 'gone', 'because', 'w0')
      deleteCard(board, 'gone')
    })
    const walk = (reasons: ReturnType<typeof reasonsOf>): readonly string[] => reasons.flatMap(({ card, depth, because }) => [`${card.id} ${depth}`, ...walk(because)])
    expect(walk(reasonsOf(session.board.value, 'w0'))).to.deep.equal(['w1 1', 'w2 2', 'w3 3', 'w4 4', 'w5 5', 'w6 2'])
  })

  it('stands in the details of the card: both questions, the reasons, and what the last of them becomes', async () => {
    const { session, view } = await join()
    const page = await fixture<TacitInspector>(html`<tacit-inspector .session=${session} card="need"></tacit-inspector>`)
    page.addEventListener('card-opened', (event) => { page.card = (event as CustomEvent<{ id: string }>).detail.id })
    expect(button(page, /^What must be true\?/).getAttribute('aria-keyshortcuts')).to.equal('m')
    button(page, /^Why\?/).click()
    await until('the new card is open for its words', () => page.card !== 'need' && find(page, '.ProseMirror-focused') !== undefined)
    const reason = page.card
    expect(view(reason).card.kind).to.equal('why')
    page.card = 'need'
    await page.updateComplete
    const asking = need(page, 'tacit-card-asking')
    await until('the reason', () => textOf(asking).includes('Because 1'))
    await expect(asking).to.be.accessible()
    button(asking, 'Take it as an assumption').click()
    expect(view(reason).card.kind).to.equal('assumption')
  })

  it('offers only the last reason of a chain to become something else, and readers nothing', async () => {
    const { view } = await join((board) => {
      for (let n = 0; n <= 2; n++) addCard(board, { id: `w${n}`, kind: 'why', x: 0, y: n * 200, title: `Reason ${n}` })
      for (let n = 1; n <= 2; n++) addLink(board, `w${n}`, 'because', `w${n - 1}`)
    })
    const { card, board } = view('w0')
    const turned: string[] = []
    const asking = await fixture<HTMLElement>(html`<tacit-card-asking .card=${card} .board=${board} writable @reason-turned=${({ detail: { id, kind } }: CustomEvent<{ id: string; kind: string }>) => turned.push(`${id} ${kind}`)}></tacit-card-asking>`)
    for (const one of buttons(asking, /^(Take it|Do something)/)) one.click()
    expect(turned).to.deep.equal(['w2 assumption', 'w2 action'])
    const read = await fixture<HTMLElement>(html`<tacit-card-asking .card=${card} .board=${board}></tacit-card-asking>`)
    expect(textOf(read)).to.contain('Reason 2')
    expect(buttons(read, /^(Take it|Do something|Why|What must)/)).to.deep.equal([])
  })
})

describe('the ledger', () => {
  afterEach(() => { closing.splice(0).forEach((close) => close()) })

  it('groups cards by the most urgent of their dependencies, and says each with its day', async () => {
    const { session, view } = await join()
    const { board: { value: board }, judgements: { value: judgements } } = session
    expect([urgentStateOf(board, judgements, 'need'), urgentStateOf(board, judgements, 'own'), urgentStateOf(board, judgements, 'd')]).to.deep.equal(['requested', 'internal', undefined])
    expect([headingOf('dependency', board, judgements, view('prov').card), headingOf('dependency', board, judgements, view('d').card)]).to.deep.equal([{ by: 'line', of: 'requested' }, { by: 'line', of: '' }])
    const said = linesSaying({ board, judgements }, view('need').card)
    expect(said).to.match(/Needs Rate limiter in gateway: requested, by /)
    expect(linesSaying({ board, judgements }, view('prov').card)).to.match(/^Public API beta needs it: requested, by /)
    expect(sayingOf(view('need'))).to.contain(said)
    expect(said).not.to.contain('too late')
    const { session: later, view: seen } = await join((made) => { fillSaidBoard(made); setCardField(made, 'prov', 'due', '2026-07-24') })
    expect(linesSaying({ board: later.board.value, judgements: later.judgements.value }, seen('need').card)).to.contain('14 days too late')
  })

  it('shows where each asked team stands on a decision, in the tile and in words', async () => {
    const { session, view } = await join((board) => {
      fillSaidBoard(board)
      addCard(board, { id: 'dd', kind: 'decision', x: 0, y: 0, title: 'Launch on 1 July', fields: { team: 'product', askTeams: ['sre', 'sales', 'product'] } })
      for (const [id, team, stance] of [['bo', 'sre', 'block'], ['ana', 'product', 'agree']] as const) addRecord(board, 'stances', { id: `s-${id}`, card: 'dd', person: id, team, stance, basis: DECISION, seq: 1, at: '2026-06-02T09:00:00Z' })
    })
    await until('everybody is known', () => session.board.value.people.has('bo') && session.judgements.value.decision('dd').tally.block.length === 1)
    expect(stanceTiles(view('dd')).map(({ team, stance, said }) => [team, stance, said])).to.deep.equal([
      ['product', 'yes', 'product: Agrees'], ['sales', 'quiet', 'sales: Not yet heard'], ['sre', 'no', 'sre: Blocks'],
    ])
    expect(factsOf(view('dd')).tiles.length).to.equal(3)
  })
})
