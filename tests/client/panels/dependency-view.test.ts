// All dependencies in one view: what changed for one's own team with old and new words and everybody it lands on, the
// table of teams, the chip, and the notice that waits for two quiet minutes by a clock of the test's own.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import '../../../client/panels/dependencies/dependencies-dialog.ts'
import '../../../client/panels/dependencies/dependency-watch.ts'
import type { TacitDependencyWatch } from '../../../client/panels/dependencies/dependency-watch.ts'
import { linesBetweenTeams } from '../../../client/panels/dependencies/lines.ts'
import { QUIET_MS, QuietAlerts, type Changed, type Clock } from '../../../client/panels/dependencies/quiet-alerts.ts'
import type { Session } from '../../../client/session/session.ts'
import '../../../client/ui/toasts.ts'
import type { TacitToasts } from '../../../client/ui/toasts.ts'
import type { Board } from '../../../shared/board/document.ts'
import { deleteCard, setCardField } from '../../../shared/board/write-cards.ts'
import { putLink } from '../../../shared/board/write-board.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import { fillSaidBoard, NEED, PROMISE } from '../../support/said-board.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, buttons, find, need, stillPage, textOf } from './shadow.ts'

const closing: (() => void)[] = []

function answered(board: Board): void {
  fillSaidBoard(board)
  addRecord(board, 'acks', { id: 'k1', link: 'dp', side: 'consumer', person: 'ana', team: 'product', response: 'ok', basis: PROMISE, seq: 1, at: '2026-06-01T09:00:00Z' })
  addRecord(board, 'acks', { id: 'k2', link: 'dp', side: 'provider', person: 'bo', team: 'sre', response: 'yes', basis: NEED, seq: 1, at: '2026-06-01T09:00:00Z' })
}

/** SRE has moved its date. */
function moved(board: Board): void {
  answered(board)
  setCardField(board, 'prov', 'due', '2026-07-24')
}

async function join(fill: (board: Board) => void, team = 'product'): Promise<{ hub: Hub; session: Session }> {
  const hub = new Hub(fill)
  for (const [id, of] of [['ana', 'product'], ['bo', 'sre']] as const) hub.join(person(id, of)).close()
  const session = hub.join(person(team === 'product' ? 'ana' : team === 'sre' ? 'bo' : 'cy', team))
  closing.push(() => session.close())
  await until('ready', () => session.ready.value)
  return { hub, session }
}

/** A clock that stands until it is told. */
class StillClock implements Clock {
  at = Date.parse('2026-06-02T09:00:00Z')
  readonly #waiting: { readonly due: number; readonly run: () => void }[] = []

  readonly now = (): number => this.at

  readonly after = (ms: number, run: () => void): (() => void) => {
    const one = { due: this.at + ms, run }
    this.#waiting.push(one)
    return () => { this.#waiting.splice(this.#waiting.indexOf(one), this.#waiting.includes(one) ? 1 : 0) }
  }

  pass(ms: number): void {
    this.at += ms
    for (const one of this.#waiting.filter(({ due }) => due <= this.at)) {
      this.#waiting.splice(this.#waiting.indexOf(one), 1)
      one.run()
    }
  }
}

describe('the view of all dependencies', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => { closing.splice(0).forEach((close) => close()) })

  it('shows the change with old and new words, everybody it lands on, and asks what it requires', async () => {
    const { session } = await join((board) => {
      moved(board)
      addRecord(board, 'changeNotes', { id: 'n', card: 'prov', person: 'bo', team: 'sre', basis: PROMISE, needs: 'A test tenant', seq: 1, at: '2026-06-02T09:00:00Z' })
    })
    const page = await fixture<HTMLElement>(html`<tacit-dependencies-dialog open .session=${session}></tacit-dependencies-dialog>`)
    const text = textOf(page)
    for (const words of ['Changed since product last answered', 'What does it require of you?', 'Rate limiter in gateway', 'Who it lands on · 0 of 1 answered', 'Fine, on what stood there before', 'A test tenant']) expect(text).to.contain(words)
    expect(need(page, 'del').textContent).to.contain('1 Jul')
    expect(need(page, 'ins').textContent).to.contain('24 Jul')
    await expect(page).to.be.accessible()
  })

  it('says who needs whom, and a cell shows its lines', async () => {
    const { session } = await join(moved, 'sales')
    const page = await fixture<HTMLElement>(html`<tacit-dependencies-dialog open .session=${session}></tacit-dependencies-dialog>`)
    expect(textOf(page)).to.contain('Nothing waits for sales.')
    button(page, 'product needs sre: Changed').click()
    await until('its lines are there', () => find(page, 'tacit-line-row') !== undefined)
    expect(textOf(page)).to.contain('product needs sre')
    expect(textOf(page)).to.contain('14 days too late')
    await expect(page).to.be.accessible()
    button(page, 'product needs sre: Changed').click()
    await until('they are away', () => find(page, 'tacit-line-row') === undefined)
  })

  it('narrows who needs whom to one type of what is needed', async () => {
    const { session } = await join((board) => {
      answered(board)
      putLink(board, { id: 'data', from: 'own', to: 'prov', type: 'depends_on', what: 'data' })
      putLink(board, { id: 'other', from: 'prov', to: 'own', type: 'depends_on', what: 'approval' })
    }, 'sales')
    const page = await fixture<HTMLElement>(html`<tacit-dependencies .session=${session}></tacit-dependencies>`)
    const cells = (): readonly string[] => buttons(page, / needs /).map((cell) => cell.getAttribute('aria-label') ?? '')
    expect(cells()).to.deep.equal(['product needs sre: Requested, In step', 'sre needs product: Requested'])
    button(page, 'Data').click()
    await until('only data', () => cells().length === 1)
    expect(cells()).to.deep.equal(['product needs sre: Requested'])
    button(page, 'Any type').click()
    await until('all again', () => cells().length === 2)
  })

  it('opens a card only after it has closed', async () => {
    const { session } = await join(moved)
    const page = await fixture<HTMLElement>(html`<tacit-dependencies-dialog open .session=${session}></tacit-dependencies-dialog>`)
    const told: string[] = []
    for (const name of ['dialog-closed', 'card-opened']) page.addEventListener(name, () => told.push(name))
    const opened = oneEvent(page, 'card-opened')
    button(page, 'Rate limiter in gateway').click()
    expect(((await opened) as CustomEvent).detail).to.deep.equal({ id: 'prov' })
    expect(told).to.deep.equal(['dialog-closed', 'card-opened'])
  })

  it('counts what waits for a team on a chip, and nothing for others', async () => {
    const { session } = await join(moved)
    const chip = await fixture<HTMLElement>(html`<tacit-dependency-watch .session=${session}></tacit-dependency-watch>`)
    await expect(chip).to.be.accessible()
    const wanted = oneEvent(chip, 'dependencies-wanted')
    button(chip, '1 waits for you on dependencies of product').click()
    await wanted
    const theirs = await join(moved, 'sales')
    const none = await fixture<HTMLElement>(html`<tacit-dependency-watch .session=${theirs.session}></tacit-dependency-watch>`)
    expect(buttons(none, /./)).to.deep.equal([])
  })

  it('tells a team after two quiet minutes, once, and not while words still change', async () => {
    const { hub, session } = await join(answered)
    const clock = new StillClock()
    const page = await fixture<HTMLElement>(html`<div><tacit-dependency-watch .session=${session} .clock=${clock}></tacit-dependency-watch><tacit-toasts></tacit-toasts></div>`)
    const change = async (due: string): Promise<void> => {
      hub.board.doc.transact(() => setCardField(hub.board, 'prov', 'due', due))
      await until('it changed at once', () => session.judgements.value.dependency('dp').state === 'changed' && session.board.value.cards.get('prov')?.fields.due === due)
      await until('it is seen', () => buttons(page, /waits for you/).length === 1)
      await need<TacitDependencyWatch>(page, 'tacit-dependency-watch').updateComplete
    }
    const notice = 'changed “Rate limiter in gateway”, which product relies on'
    await change('2026-07-24')
    clock.pass(QUIET_MS - 1)
    await change('2026-07-25')
    clock.pass(QUIET_MS - 1)
    expect(textOf(page)).not.to.contain(notice)
    clock.pass(1)
    await until('it is told', () => textOf(page).includes(notice))
    await expect(page).to.be.accessible()
    const wanted = oneEvent(page, 'dependencies-wanted')
    button(page, 'Look').click()
    await wanted
    clock.pass(10 * QUIET_MS)
    await need<TacitToasts>(page, 'tacit-toasts').updateComplete
    expect(textOf(page)).not.to.contain(notice)
  })

  it('does not tell again what changed long before the page was opened, nor what was taken back', async () => {
    const { hub, session } = await join(moved)
    const told: Changed[][] = []
    const clock = new StillClock()
    const alerts = new QuietAlerts((changed) => told.push([...changed]), clock)
    const heed = (): void => alerts.heed(linesBetweenTeams({ board: session.board.value, judgements: session.judgements.value }), 'product')
    heed()
    clock.pass(10 * QUIET_MS)
    expect(told).to.deep.equal([])
    const state = (): string => session.judgements.value.dependency('dp').state
    hub.board.doc.transact(() => setCardField(hub.board, 'prov', 'due', '2026-07-30'))
    await until('other words', () => session.board.value.cards.get('prov')?.fields.due === '2026-07-30')
    heed()
    hub.board.doc.transact(() => setCardField(hub.board, 'prov', 'due', '2026-07-01'))
    await until('as it was', () => state() === 'in_step')
    heed()
    clock.pass(10 * QUIET_MS)
    expect(told).to.deep.equal([])
    hub.board.doc.transact(() => deleteCard(hub.board, 'prov'))
    await until('gone', () => state() === 'removed')
    heed()
    // What else is written on the board meanwhile does not put it off, nor is it told twice.
    clock.pass(119_000)
    heed()
    expect(told).to.deep.equal([])
    clock.pass(1_000)
    expect(told.length).to.equal(1)
    heed()
    clock.pass(10 * QUIET_MS)
    expect(told.map((changed) => changed.map(({ side }) => side.alert))).to.deep.equal([['removed']])
    alerts.stop()
  })

  it('tells whoever comes right after a change when its two minutes are over', async () => {
    const { session } = await join((board) => {
      moved(board)
      addRecord(board, 'acks', { id: 'k3', link: 'dp', side: 'consumer', person: 'ana', team: 'product', response: 'ok', basis: PROMISE, seq: 2, at: '2026-06-02T08:59:30Z' })
    })
    const told: Changed[][] = []
    const clock = new StillClock()
    const alerts = new QuietAlerts((changed) => told.push([...changed]), clock)
    alerts.heed(linesBetweenTeams({ board: session.board.value, judgements: session.judgements.value }), 'product')
    clock.pass(89_999)
    expect(told).to.deep.equal([])
    clock.pass(1)
    expect(told.map((changed) => changed.map(({ side }) => side.alert))).to.deep.equal([['changed']])
    alerts.stop()
  })
})
