// Dependencies as people meet them: in the inspector of both cards both sides answer, a change shows the old and the new
// words, a delay that was answered stays late, and everything of it is heard and pressed by keyboard.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/panels/dependencies/card-dependencies.ts'
import type { TacitCardDependencies } from '../../../client/panels/dependencies/card-dependencies.ts'
import { changeLink } from '../../../client/commands/facts.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import type { Person } from '../../../shared/board/records.ts'
import { setCardField } from '../../../shared/board/write-cards.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import type { PostAck } from '../../../shared/protocol/said.ts'
import { fillSaidBoard, NEED, PROMISE } from '../../support/said-board.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, find, need, stillPage, textOf } from './shadow.ts'

const closing: (() => void)[] = []
const PRODUCT = person('ana', 'product')
const SRE = person('bo', 'sre')

/** Answers the acknowledgements of the page as the server does. */
function serve(hub: Hub, me: Person): void {
  const real = window.fetch
  window.fetch = (path, init) => {
    if (!String(path).endsWith('/acks')) return real(path, init)
    const body = JSON.parse(String(init?.body)) as PostAck
    const record = { ...body, id: body.id ?? 'one', person: me.id, team: me.team, seq: hub.board.doc.share.size + 10, at: new Date().toISOString() }
    hub.board.doc.transact(() => addRecord(hub.board, 'acks', record))
    return Promise.resolve(Response.json({ record, current: true }, { status: 201 }))
  }
  closing.push(() => { window.fetch = real })
}

/** Both sides know what is written, unless `more` says otherwise. */
function inStep(board: Board): void {
  fillSaidBoard(board)
  const at = '2026-06-01T09:00:00Z'
  addRecord(board, 'acks', { id: 'k1', link: 'dp', side: 'consumer', person: 'ana', team: 'product', response: 'ok', basis: PROMISE, seq: 1, at })
  addRecord(board, 'acks', { id: 'k2', link: 'dp', side: 'provider', person: 'bo', team: 'sre', response: 'yes', basis: NEED, seq: 1, at })
}

interface Open { readonly hub: Hub; readonly session: Session; readonly page: TacitCardDependencies }

async function open(card: string, me: Person | undefined, fill: (board: Board) => void = inStep): Promise<Open> {
  const hub = new Hub(fill)
  for (const one of [PRODUCT, SRE]) if (one.id !== me?.id) hub.join(one).close()
  const session = hub.join(me)
  if (me !== undefined) serve(hub, me)
  closing.push(() => session.close())
  await until('ready', () => session.ready.value)
  const page = await fixture<TacitCardDependencies>(html`<tacit-card-dependencies .session=${session} card=${card}></tacit-card-dependencies>`)
  const draw = (): void => { page.moment = [session.board.value, session.judgements.value, session.outbox.value] }
  for (const store of [session.board, session.judgements, session.outbox]) store.subscribe(draw)
  return { hub, session, page }
}

const stateIn = (session: Session): string => session.judgements.value.dependency('dp').state

async function choose(page: Element, response: string, reason: string): Promise<void> {
  need<HTMLInputElement>(page, `input[value=${response}]`).click()
  await until('it can be given', () => find(page, '.reason') !== undefined)
  const field = need<HTMLInputElement>(page, '.reason')
  field.focus()
  if (reason !== '') await sendKeys({ type: reason })
  await sendKeys({ press: 'Enter' })
}

describe('dependencies of a card', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => { closing.splice(0).forEach((close) => close()) })

  it('says who needs what by when, what both sides said, and how much time there is', async () => {
    const { page } = await open('prov', SRE)
    const text = textOf(page)
    for (const words of ['Is needed by', 'Public API beta', 'In step', '9 days to spare', 'product', 'Fine', 'sre', 'Yes']) expect(text).to.contain(words)
    await expect(page).to.be.accessible()
  })

  it('shows the consumer what changed since, and takes that it adapts; late it stays', async () => {
    const { page, session, hub } = await open('need', PRODUCT)
    hub.board.doc.transact(() => setCardField(hub.board, 'prov', 'due', '2026-07-24'))
    await until('it changed', () => stateIn(session) === 'changed')
    await until('it is shown', () => find(page, 'ins') !== undefined)
    expect(textOf(page)).to.contain('This changed since product answered. What does it require of you?')
    expect(need(page, 'del').textContent).to.contain('1')
    expect(need(page, 'ins').textContent).to.contain('24')
    expect(textOf(page)).to.contain('14 days too late')
    await expect(page).to.be.accessible()
    await choose(page, 'adapting', 'Beta a fortnight later')
    await until('it is in step', () => stateIn(session) === 'in_step')
    await until('it is said', () => textOf(page).includes('Beta a fortnight later'))
    expect(textOf(page)).to.contain('We adapt')
    expect(textOf(page)).to.contain('14 days too late')
  })

  it('asks the provider again when the need changes, from the inspector of either card', async () => {
    const { page, session } = await open('prov', SRE)
    changeLink(session, 'dp', { ask: '400 rps per tenant' })
    await until('the need changed', () => stateIn(session) === 'need_changed')
    await until('it is asked', () => textOf(page).includes('Will you deliver it?'))
    expect(need(page, 'ins').textContent).to.contain('400')
    await choose(page, 'will_try', '')
    await until('it is soft', () => stateIn(session) === 'soft')
    await until('the word is there', () => textOf(page).includes('Will try'))
  })

  it('puts the note on the change on top, and only for those whom it is for', async () => {
    const fill = (board: Board): void => {
      inStep(board)
      setCardField(board, 'prov', 'due', '2026-07-24')
      addRecord(board, 'changeNotes', { id: 'n1', card: 'prov', person: 'bo', team: 'sre', basis: PROMISE.replace('07-01', '07-24'), requires: 'Retry on 429', ifNot: 'Calls fail', seq: 1, at: '2026-06-02T09:00:00Z' })
    }
    const { page } = await open('need', PRODUCT, fill)
    for (const words of ['Bo about the change', 'What does it require of them? Retry on 429', 'What if they cannot? Calls fail']) expect(textOf(page)).to.contain(words)
    const theirs = await open('need', SRE, fill)
    expect(textOf(theirs.page)).not.to.contain('Retry on 429')
  })

  it('asks nobody who is of neither team, nor readers, and shows them all the same', async () => {
    for (const me of [person('cy', 'sales'), undefined]) {
      const { page } = await open('need', me, fillSaidBoard)
      expect(textOf(page)).to.contain('Requested')
      expect(find(page, 'input[type=radio]')).to.equal(undefined)
    }
  })

  it('says that an answer was not stored, and keeps what was written', async () => {
    const { page } = await open('prov', SRE, fillSaidBoard)
    window.fetch = () => Promise.resolve(Response.json({ error: { code: 'wrong_body', message: 'This may not be.' } }, { status: 400 }))
    await choose(page, 'no', 'No people')
    await until('it is said', () => textOf(page).includes('Your answer was not stored. This may not be.'))
    expect(need<HTMLInputElement>(page, '.reason').value).to.equal('No people')
  })

  it('tells an answer that waits for the server, and takes it back', async () => {
    const { page, session } = await open('prov', SRE, fillSaidBoard)
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    await choose(page, 'yes', '')
    await until('it waits', () => textOf(page).includes('“Yes” waits here to be sent.'))
    button(page, 'Take it back').click()
    await until('it is gone', () => session.outbox.value.length === 0)
    await until('it can be answered', () => find(page, 'input[type=radio]') !== undefined)
  })

  it('has no ceremony within one team', async () => {
    const { page } = await open('own', PRODUCT)
    expect(textOf(page)).to.contain('One team needs this of itself.')
    expect(find(page, 'tacit-line-answer')).to.equal(undefined)
  })
})
