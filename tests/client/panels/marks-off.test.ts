// Marks that went without an answer: told with name, change and state before, undone exactly, unless others moved on;
// noticed by those who are on the board; in the story of the card. The server's records are written here by hand.
import { expect, fixture, html } from '@open-wc/testing'
import { putBack } from '../../../client/commands/plan/put-back.ts'
import '../../../client/panels/changes/changes-view.ts'
import { tellMarksOff } from '../../../client/panels/changes/mark-news.ts'
import '../../../client/panels/inspector.ts'
import type { Session } from '../../../client/session/session.ts'
import '../../../client/ui/toasts.ts'
import type { Board } from '../../../shared/board/document.ts'
import { readMarkOff, type MarkOff } from '../../../shared/board/marks-off.ts'
import type { BoardRecord } from '../../../shared/board/records.ts'
import { addLink, putLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, restoreCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, buttons, stillPage, textOf } from './shadow.ts'

const closing: (() => void)[] = []
const AT = '2026-11-20T11:00:00Z'

function fill(board: Board): void {
  for (const [id, name] of [['product', 'Product'], ['sre', 'SRE'], ['sales', 'Sales']] as const) putTeam(board, { id, name })
  addCard(board, { id: 'a', kind: 'assumption', x: 0, y: 0, title: 'Tenants stay small', fields: { team: 'product', askTeams: ['sre'] } })
  addCard(board, { id: 'g', kind: 'goal', x: 0, y: 300, title: 'Launch', fields: { team: 'product' } })
  addCard(board, { id: 'p', kind: 'commitment', x: 0, y: 600, title: 'Rate limiter', fields: { team: 'sre' } })
  addLink(board, 'g', 'about', 'a')
}

const MARKS: readonly MarkOff[] = [
  { id: 'asked', at: AT, person: 'bo', card: 'a', was: 'partly', waited: ['sales'], changes: [{ card: 'a', field: 'askTeams', was: ['sales', 'sre'], now: ['sre'] }] },
  { id: 'meant', at: '2026-11-19T11:00:00Z', person: 'bo', card: 'a', was: 'unconfirmed', waited: ['product'], changes: [{ link: 'g~rests_on~a', was: { id: 'g~rests_on~a', from: 'g', to: 'a', type: 'rests_on' } }, { link: 'g~about~a', now: { id: 'g~about~a', from: 'g', to: 'a', type: 'about' } }] },
  { id: 'line', at: '2026-11-18T11:00:00Z', link: 'dp', was: 'requested', waited: ['sre'], changes: [{ link: 'dp', was: { id: 'dp', from: 'g', to: 'p', type: 'depends_on', ask: 'Two weeks' } }] },
  { id: 'much', at: '2026-11-17T11:00:00Z', person: 'bo', card: 'a', was: 'expired', waited: [], changes: [] },
]

async function join(marks: readonly MarkOff[] = MARKS): Promise<{ hub: Hub; session: Session }> {
  const hub = new Hub((board) => { fill(board); for (const mark of marks) addRecord(board, 'marksOff', mark) })
  hub.join(person('bo', 'sre')).close()
  const session = hub.join(person('ana', 'product'))
  closing.push(() => session.close())
  await until('ready', () => session.ready.value)
  return { hub, session }
}

const one = (id: string): MarkOff => MARKS.find((mark) => mark.id === id) ?? expect.fail(id)

describe('marks that went without an answer', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => { closing.splice(0).forEach((close) => close()) })

  it('are listed with who did what, and what the mark was', async () => {
    const { session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-changes .session=${session}></tacit-changes>`)
    const text = textOf(page)
    for (const said of [
      'Gone without an answer 4', 'was: unconfirmed, asked Sales; now: unconfirmed', 'Bo no longer asks Sales about “Tenants stay small”',
      'Bo changed what the line from “Launch” to “Tenants stay small” means, from “rests on” to “is about”',
      '“Launch” depends on “Rate limiter”', 'A program removed the line “Launch” depends on “Rate limiter”', 'was: requested, asked SRE; now: gone',
      'changed many things at once', 'That was too much at once to be undone here.',
    ]) expect(text).to.contain(said)
    expect(buttons(page, /^Undo: /).length).to.equal(3)
    await expect(page).to.be.accessible()
  })

  it('are undone exactly, in one step of one’s own, and listed as undone', async () => {
    const { session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-changes .session=${session}></tacit-changes>`)
    buttons(page, /^Undo: Tenants/)[0]?.click()
    expect(session.board.value.cards.get('a')?.fields.askTeams).to.deep.equal(['sre', 'sales'])
    buttons(page, /^Undo: Tenants/)[1]?.click()
    expect([...session.board.value.links.keys()]).to.deep.equal(['g~rests_on~a'])
    button(page, /^Undo: “Launch”/).click()
    expect(session.board.value.links.get('dp')).to.deep.include({ from: 'g', to: 'p', type: 'depends_on', ask: 'Two weeks' })
    await until('all are back', () => textOf(page).includes('Undone since 3'))
    session.undo()
    expect(session.board.value.links.has('dp')).to.equal(false)
    session.undo()
    expect([...session.board.value.links.keys()]).to.deep.equal(['g~about~a'])
  })

  it('keep what others have made of it since', async () => {
    const { hub, session } = await join()
    setCardField(hub.board, 'a', 'askTeams', ['product'])
    expect(putBack(session, one('asked'))).to.contain('Put back')
    expect(session.board.value.cards.get('a')?.fields.askTeams).to.deep.equal(['product', 'sales'])
    expect(putBack(session, one('asked'))).to.equal('It is as it was already')
    deleteCard(hub.board, 'p')
    expect(putBack(session, one('line'))).to.contain('Others have changed it')
    const team: MarkOff = { id: 't', at: AT, card: 'a', was: 'partly', waited: [], changes: [{ card: 'g', field: 'team', was: 'sales', now: 'sre' }] }
    expect(putBack(session, team)).to.contain('Others have changed it')
    expect(session.board.value.cards.get('g')?.fields.team).to.equal('product')
    putLink(hub.board, { id: 'dp', from: 'g', to: 'a', type: 'depends_on' })
    restoreCard(hub.board, 'p')
    expect(putBack(session, one('line'))).to.contain('Others have changed it')
    expect(session.board.value.links.get('dp')?.to).to.equal('a')
  })

  it('take nothing of a file on trust', () => {
    const read = (fields: object): MarkOff | undefined => readMarkOff({ id: 'x', ...fields } as BoardRecord)
    expect(read({ was: 'partly', at: AT })).to.equal(undefined)
    expect(read({ was: 'partly', at: AT, card: 'a', link: 'b' })).to.equal(undefined)
    expect(read({ was: 'partly', at: AT, card: 'a', waited: 'all', changes: [null, 3, { card: 'a', field: 'title', was: 'x' }, { link: 'l', was: null }, { card: 'a', field: 'team' }] })).to.deep.include({ waited: [], changes: [{ card: 'a', field: 'team' }] })
  })

  it('put back only what has to do with the mark, and no card away', async () => {
    const { hub, session } = await join([])
    addCard(hub.board, { id: 'far', kind: 'assumption', x: 0, y: 900, title: 'Elsewhere', fields: { team: 'sre' } })
    putLink(hub.board, { id: 'away', from: 'far', to: 'p', type: 'depends_on' })
    addLink(hub.board, 'far', 'about', 'p')
    await until('the card', () => session.board.value.links.has('far~about~p'))
    const said = (changes: readonly object[], of: object = { card: 'a' }): string => putBack(session, readMarkOff({ id: 'x', at: AT, was: 'partly', waited: [], ...of, changes } as unknown as BoardRecord) ?? expect.fail('unread'))
    const drawn = { link: 'far~about~p', now: { id: 'far~about~p', from: 'far', to: 'p', type: 'about' } }
    for (const of of [{ card: 'a' }, { link: 'dp' }, { link: 'g~about~a' }]) {
      expect(said([{ card: 'far', field: 'team', was: 'sales', now: 'sre' }, drawn], of)).to.contain('Others have changed it')
    }
    for (const turned of [{ field: 'deleted', was: true, now: false }, { field: 'retired', was: true }, { field: 'kind', now: 'assumption' }]) {
      expect(said([{ card: 'a', ...turned }])).to.contain('Others have changed it')
    }
    const { cards, links } = session.board.value
    expect([cards.get('far')?.fields.team, cards.get('a')?.deleted, cards.get('a')?.retired, cards.get('a')?.kind, links.has('far~about~p')]).to.deep.equal(['sre', false, false, 'assumption', true])
    expect(said([{ card: 'g', field: 'team', was: 'sales', now: 'product' }])).to.contain('Put back')
    deleteCard(hub.board, 'g')
    await until('the card is gone', () => session.board.value.cards.get('g')?.deleted === true)
    expect(said([{ card: 'g', field: 'deleted', was: false, now: true }])).to.contain('Put back')
    expect(session.board.value.cards.get('g')?.deleted).to.equal(false)
  })

  it('are noticed by those who are there, with the way to undo it; not those of before', async () => {
    const { hub, session } = await join([one('much')])
    const toasts = await fixture<HTMLElement>(html`<tacit-toasts></tacit-toasts>`)
    closing.push(tellMarksOff(session))
    addRecord(hub.board, 'marksOff', one('asked'))
    await until('the notice', () => textOf(toasts).includes('Bo no longer asks Sales about “Tenants stay small”. It was: unconfirmed, asked Sales, and nobody answered.'))
    expect(textOf(toasts)).not.to.contain('many things')
    await expect(toasts).to.be.accessible()
    const asked = (teams: readonly string[]): void => { session.edit('', (board) => setCardField(board, 'a', 'askTeams', teams)) }
    asked(['sales', 'sre'])
    await until('put back elsewhere it is no news any more', () => textOf(toasts) === '')
    asked(['sre'])
    addRecord(hub.board, 'marksOff', { ...one('asked'), id: 'again' })
    await until('the notice of what is gone again', () => buttons(toasts, /^Undo$/).length === 1)
    button(toasts, 'Undo').click()
    expect(session.board.value.cards.get('a')?.fields.askTeams).to.deep.equal(['sre', 'sales'])
    hub.board.doc.transact(() => { for (const id of ['line', 'meant']) addRecord(hub.board, 'marksOff', one(id)) })
    await until('several', () => textOf(toasts).includes('2 marks went without an answer'))
  })

  it('are not told again to whoever was offered the way back already; what offered none is', async () => {
    const { hub } = await join([])
    const bo = hub.join(person('bo', 'sre'))
    closing.push(() => bo.close())
    await until('ready', () => bo.ready.value)
    const toasts = await fixture<HTMLElement>(html`<tacit-toasts></tacit-toasts>`)
    closing.push(tellMarksOff(bo))
    addRecord(hub.board, 'marksOff', one('asked'))
    addRecord(hub.board, 'marksOff', { ...one('asked'), id: 'team', changes: [{ card: 'a', field: 'team', was: 'product', now: 'sre' }] })
    await until('the notice of the team', () => buttons(toasts, /^Dismiss$/).length > 0)
    expect(textOf(toasts)).not.to.contain('no longer asks Sales')
  })

  it('are noticed by readers, too, who cannot undo them', async () => {
    const { hub } = await join([])
    const reader = hub.join(undefined, 'view')
    closing.push(() => reader.close())
    await until('ready', () => reader.ready.value)
    const toasts = await fixture<HTMLElement>(html`<tacit-toasts></tacit-toasts>`)
    closing.push(tellMarksOff(reader))
    addRecord(hub.board, 'marksOff', { ...one('asked'), id: 'again' })
    await until('the notice', () => textOf(toasts).includes('nobody answered'))
    expect(buttons(toasts, 'Undo').length).to.equal(0)
  })

  it('stand in the story of the card, and of both ends of a line', async () => {
    const { session } = await join()
    const story = async (card: string): Promise<string> => {
      const page = await fixture<HTMLElement>(html`<tacit-inspector .session=${session} card=${card}></tacit-inspector>`)
      return textOf(page)
    }
    expect(await story('a')).to.contain('Bo no longer asks Sales about “Tenants stay small”: a mark went without an answer (was: unconfirmed, asked Sales)')
    for (const card of ['g', 'p']) expect(await story(card)).to.contain('removed the line “Launch” depends on “Rate limiter”')
  })

  it('say so when there are none', async () => {
    const { session } = await join([])
    const page = await fixture<HTMLElement>(html`<tacit-changes .session=${session}></tacit-changes>`)
    expect(textOf(page)).to.contain('No mark went without an answer.')
    await expect(page).to.be.accessible()
  })
})

