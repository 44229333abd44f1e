// Freshness, drift since a baseline and the agenda that the board writes itself: what each says, who may take a baseline,
// and that page and Markdown say the same words.
import { expect, fixture, html } from '@open-wc/testing'
import { agendaTextWords } from '../../../client/panels/agenda/words.ts'
import '../../../client/panels/agenda/agenda-view.ts'
import '../../../client/panels/drift/drift-view.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import type { Role } from '../../../shared/board/records.ts'
import { addLink, putLink, putTeam, renameBoard } from '../../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addAttestation, addRecord, putSettings } from '../../../shared/board/write-records.ts'
import { agendaMarkdown, agendaOf } from '../../../shared/export/agenda.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, buttons, everything, find, need, stillPage, textOf } from './shadow.ts'

const DAY = 86_400_000
const closing: (() => void)[] = []
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString()

function fill(board: Board): void {
  renameBoard(board, 'Launch *now*')
  for (const id of ['product', 'sre']) putTeam(board, { id, name: id.toUpperCase() })
  addCard(board, { id: 'a', kind: 'assumption', x: 0, y: 0, title: 'Load stays <b>low</b>', fields: { team: 'product' } })
  addCard(board, { id: 'g', kind: 'goal', x: 0, y: 0, title: 'Calm nights', fields: { team: 'sre' } })
  addCard(board, { id: 'new', kind: 'risk', x: 0, y: 0, title: 'A new risk', fields: { team: 'sre' } })
  addCard(board, { id: 'need', kind: 'commitment', x: 0, y: 0, title: 'Needs', fields: { team: 'product' } })
  addCard(board, { id: 'prov', kind: 'commitment', x: 0, y: 0, title: 'Provides', fields: { team: 'sre' } })
  addLink(board, 'g', 'rests_on', 'a')
  putLink(board, { id: 'dp', from: 'need', to: 'prov', type: 'depends_on' })
  addAttestation(board, { id: 'c', card: 'a', person: 'bo', team: 'sre', verdict: 'confirm', basis: '["assumption","Load stays <b>low</b>","",""]', seq: 1, at: ago(100), evidence: { kind: 'data' } })
  addRecord(board, 'baselines', { id: 'first', at: ago(60), person: 'ana', name: 'Start', states: { a: 'confirmed', g: 'sound', gone: 'open' } })
}

async function join(role: Role = 'owner', hub = new Hub(fill)): Promise<{ hub: Hub; session: Session }> {
  hub.join(person('bo', 'sre')).close()
  const session = hub.join(person('ana', 'product', role))
  closing.push(() => session.close())
  await until('ready', () => session.ready.value)
  return { hub, session }
}

/** Answers the requests of the page until the test ends. */
function serve(answer: (path: string, body: Record<string, unknown>) => object): { readonly path: string; readonly body: Record<string, unknown> }[] {
  const real = window.fetch
  const asked: { path: string; body: Record<string, unknown> }[] = []
  window.fetch = (input, init) => {
    const path = (input as string).replace('/api/boards/local/', '')
    const body = JSON.parse((init?.body as string | undefined) ?? '{}') as Record<string, unknown>
    asked.push({ path, body })
    return Promise.resolve(Response.json(answer(path, body), { status: path === 'baselines' ? 201 : 200 }))
  }
  closing.push(() => { window.fetch = real })
  return asked
}

const linesOf = (root: Element): string[] => [...everything(need(root, '.agenda'))].filter((element) => element.matches('h3, h4, p, li')).map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())

describe('freshness, drift and the check-in', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => { closing.splice(0).forEach((close) => close()) })

  it('says what is in date in words, and lists what is not', async () => {
    const { session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-drift .session=${session}></tacit-drift>`)
    const text = textOf(page)
    for (const words of ['0 of 2 things that others lean on are in date, 2 are not', 'Not in date 2', '” is past its date.', 'SRE has not answered.']) expect(text).to.contain(words)
    expect(text).not.to.match(/%/)
    await expect(page).to.be.accessible()
  })

  it('one refuted assumption makes it less at once, in front of whoever looks', async () => {
    const { hub, session } = await join()
    const statement = '["assumption","Load stays <b>low</b>","",""]'
    addAttestation(hub.board, { id: 'c2', card: 'a', person: 'bo', team: 'sre', verdict: 'confirm', basis: statement, seq: 2, at: ago(1), evidence: { kind: 'data' } })
    const page = await fixture<HTMLElement>(html`<tacit-drift .session=${session}></tacit-drift>`)
    await until('it is in date', () => textOf(page).includes('1 of 2 things'))
    addAttestation(hub.board, { id: 'c3', card: 'a', person: 'bo', team: 'sre', verdict: 'refute', basis: statement, seq: 3, at: ago(0), reason: 'It rose' })
    await until('it is not any more', () => textOf(page).includes('0 of 2 things'))
    expect(textOf(page)).to.contain('Slipped 2')
  })

  it('says what slipped, was added and was removed, what it was, what it is, and since when', async () => {
    const { hub, session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-drift .session=${session}></tacit-drift>`)
    const expired = agendaTextWords.day(Date.parse(ago(10)))
    for (const words of ['Compared with: Start', 'Slipped 2', `was confirmed and is past its date now, since ${expired}.`, `was well founded and is in doubt now, since ${expired}.`, 'Added 1', 'Removed 1', 'is not on the board any more. It was open.']) expect(textOf(page)).to.contain(words)
    let opened = ''
    page.addEventListener('card-opened', (event) => { opened = (event as CustomEvent<{ id: string }>).detail.id })
    buttons(page, 'Calm nights')[0]?.click()
    expect(opened).to.equal('g')
    // Another one is taken: since that one nothing drifted, and the older one can be chosen.
    addRecord(hub.board, 'baselines', { id: 'second', at: ago(1), person: 'ana', states: { a: 'expired', g: 'at_risk', new: 'open' } })
    await until('the newest counts', () => textOf(page).includes('Nothing has drifted since then.'))
    const choice = need<HTMLSelectElement>(need(page, 'tacit-field.choose'), 'select')
    choice.value = 'first'
    choice.dispatchEvent(new Event('change', { bubbles: true }))
    await until('the older one is compared with', () => textOf(page).includes('Slipped 2'))
    await expect(page).to.be.accessible()
  })

  it('a baseline is taken by name by those who lead, and others are told who may', async () => {
    const { hub, session } = await join('facilitator', new Hub((board) => addCard(board, { id: 'a', kind: 'assumption', x: 0, y: 0, title: 'One' })))
    const asked = serve((_path, { id, name }) => {
      const record = { id: String(id), at: new Date().toISOString(), person: 'ana', name: String(name), states: { a: 'unconfirmed' } }
      addRecord(hub.board, 'baselines', record)
      return { record, current: true }
    })
    const page = await fixture<HTMLElement>(html`<tacit-drift .session=${session}></tacit-drift>`)
    expect(textOf(page)).to.contain('There is no baseline yet.')
    const name = need<HTMLInputElement>(need(page, 'tacit-take-baseline tacit-field, tacit-field'), 'input')
    name.value = 'Kick-off'
    name.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    button(page, 'Take a baseline').click()
    await until('it is there, with name and person', () => textOf(page).includes('Compared with: Kick-off') && textOf(page).includes('Ana') && textOf(page).includes('Nothing has drifted'))
    expect(asked.map(({ path, body: { name } }) => [path, name])).to.deep.equal([['baselines', 'Kick-off']])
    const { session: member } = await join('member')
    const theirs = await fixture<HTMLElement>(html`<tacit-drift .session=${member}></tacit-drift>`)
    expect(buttons(theirs, 'Take a baseline').length).to.equal(0)
    expect(textOf(theirs)).to.contain('Owners and facilitators take a baseline.')
  })

  it('the agenda says on the page what its Markdown says', async () => {
    const { session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-agenda .session=${session}></tacit-agenda>`)
    const markdown = agendaMarkdown(agendaOf({ board: session.board.value, judgements: session.judgements.value, words: agendaTextWords }))
    expect(linesOf(page)).to.deep.equal(markdown.trim().split('\n').filter((line) => line !== '').map((line) => line.replace(/^(#{1,2}|-) /, '').replace(/\\([!-/:-@[-`{-~])/g, '$1')))
    expect(markdown).to.contain('# Check-in: Launch \\*now\\*').and.to.contain('Load stays \\<b\\>low\\</b\\>')
    for (const part of ['slipped', 'dependencies', 'gaps']) expect(find(page, `[data-part="${part}"]`), part).not.to.equal(undefined)
    await expect(page).to.be.accessible()
  })

  it('keeps up with the board', async () => {
    const { hub, session } = await join()
    const page = await fixture<HTMLElement>(html`<tacit-agenda .session=${session}></tacit-agenda>`)
    expect(textOf(page)).to.contain('which has no date')
    setCardField(hub.board, 'prov', 'due', '2100-01-01')
    await until('the gap is closed', () => !textOf(page).includes('which has no date'))
  })

  it('the rhythm is chosen by those who lead, and the agenda says when the next check-in is due', async () => {
    const { hub, session } = await join()
    putSettings(hub.board, { validDays: 90 })
    await until('the settings came', () => session.board.value.settings.validDays === 90)
    const asked = serve((_path, body) => {
      putSettings(hub.board, body)
      return { settings: body }
    })
    const page = await fixture<HTMLElement>(html`<tacit-agenda .session=${session}></tacit-agenda>`)
    const choice = need<HTMLSelectElement>(need(page, '.do tacit-field'), 'select')
    choice.value = '91'
    choice.dispatchEvent(new Event('change', { bubbles: true }))
    await until('it is said', () => textOf(page).includes('A check-in every 91 days: the next one is due on'))
    expect(asked).to.deep.equal([{ path: 'settings', body: { validDays: 90, cadenceDays: 91 } }])
    const { session: member } = await join('member', hub)
    const theirs = await fixture<HTMLElement>(html`<tacit-agenda .session=${member}></tacit-agenda>`)
    expect(need<HTMLSelectElement>(need(theirs, '.do tacit-field'), 'select').disabled).to.equal(true)
    expect(textOf(theirs)).to.contain('Owners and facilitators choose the rhythm.')
  })
})
