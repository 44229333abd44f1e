// What others rely on is said while it is changed, and afterwards it is asked once what the change asks of them.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/panels/dependencies/change-note.ts'
import type { TacitChangeNote } from '../../../client/panels/dependencies/change-note.ts'
import { asksForNote, editsNow, noteDone } from '../../../client/panels/dependencies/editing-sessions.ts'
import { QUIET_MS } from '../../../client/panels/dependencies/quiet-alerts.ts'
import { setField } from '../../../client/commands/cards.ts'
import type { Session } from '../../../client/session/session.ts'
import { fillSaidBoard } from '../../support/said-board.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, find, need, stillPage, textOf } from './shadow.ts'

const real = window.fetch
const closing: (() => void)[] = []

async function open(card: string): Promise<{ session: Session; page: TacitChangeNote }> {
  const session = new Hub(fillSaidBoard).join(person('bo', 'sre'))
  closing.push(() => session.close())
  await until('ready', () => session.ready.value)
  const page = await fixture<TacitChangeNote>(html`<tacit-change-note .session=${session} card=${card}></tacit-change-note>`)
  session.board.subscribe(() => { page.moment = [session.board.value] })
  return { session, page }
}

async function moveDate({ session, page }: { session: Session; page: TacitChangeNote }, due: string): Promise<void> {
  editsNow(session, 'prov')
  setField(session, 'prov', 'due', due)
  await page.updateComplete
}

describe('the note on a change', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => {
    closing.splice(0).forEach((close) => close())
    window.fetch = real
  })

  it('says who relies on it while it is being changed, and nothing where nobody does', async () => {
    const { page } = await open('prov')
    expect(textOf(page)).to.equal('')
    page.editing = true
    await page.updateComplete
    expect(textOf(page)).to.contain('1 team relies on this: product')
    await expect(page).to.be.accessible()
    const alone = await open('own')
    alone.page.editing = true
    await alone.page.updateComplete
    expect(textOf(alone.page)).to.equal('')
  })

  it('asks once what the change asks of them, and sends only what was said', async () => {
    const opened = await open('prov')
    const { page } = opened
    await moveDate(opened, '2026-07-24')
    expect(textOf(page)).to.contain('You changed what product relies on')
    await expect(page).to.be.accessible()
    let sent: unknown
    window.fetch = (_path, init) => {
      sent = JSON.parse(String(init?.body))
      return Promise.resolve(Response.json({ record: {}, current: true }, { status: 201 }))
    }
    need<HTMLInputElement>(page, '#needs').value = ' A test tenant '
    button(page, 'Send along').click()
    await until('it is sent', () => find(page, 'form') === undefined)
    expect(sent).to.deep.include({ card: 'prov', needs: 'A test tenant', basis: JSON.stringify(['commitment', 'Rate limiter in gateway', '', '', '2026-07-24']) })
    await moveDate(opened, '2026-07-25')
    expect(find(page, 'form')).to.equal(undefined)
  })

  it('may stay unsaid, and keeps what was written when it was not stored', async () => {
    const opened = await open('prov')
    const { page } = opened
    await moveDate(opened, '2026-07-24')
    window.fetch = () => Promise.resolve(Response.json({ error: { code: 'wrong_body', message: 'This may not be.' } }, { status: 400 }))
    need<HTMLInputElement>(page, '#requires').value = 'Retry'
    button(page, 'Send along').click()
    await until('it is said', () => textOf(page).includes('Your note was not stored. This may not be.'))
    expect(need<HTMLInputElement>(page, '#requires').value).to.equal('Retry')
    button(page, 'Nothing to add').click()
    await until('it is gone', () => find(page, 'form') === undefined)
  })

  it('asks again after two quiet minutes, and not for what was taken back', async () => {
    const { session } = await open('prov')
    const begin = 1_000_000
    editsNow(session, 'prov', begin)
    setField(session, 'prov', 'due', '2026-07-24')
    expect(asksForNote(session, 'prov')).to.equal(true)
    setField(session, 'prov', 'due', '2026-07-01')
    expect(asksForNote(session, 'prov')).to.equal(false)
    setField(session, 'prov', 'due', '2026-07-24')
    noteDone(session, 'prov')
    editsNow(session, 'prov', begin + QUIET_MS)
    setField(session, 'prov', 'due', '2026-07-25')
    expect(asksForNote(session, 'prov')).to.equal(false)
    editsNow(session, 'prov', begin + 2 * QUIET_MS + 1)
    setField(session, 'prov', 'due', '2026-07-26')
    expect(asksForNote(session, 'prov')).to.equal(true)
  })
})
