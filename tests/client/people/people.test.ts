// People on a board: who is here, where they point, who one is, who is who, and one's other devices.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { pointAt, type TacitCursors } from '../../../client/people/cursors.ts'
import { qrPath, type TacitDeviceDialog } from '../../../client/people/device-dialog.ts'
import type { TacitEnterDialog, WhoGiven } from '../../../client/people/enter-dialog.ts'
import '../../../client/people/enter-dialog.ts'
import '../../../client/people/people-dialog.ts'
import type { ClaimDecided, PersonChanged, PersonClaimed, PersonMerged, TacitPeopleDialog, TeamSaved } from '../../../client/people/people-dialog.ts'
import '../../../client/people/ask-in.ts'
import { newcomers, watchComings } from '../../../client/people/comings.ts'
import { between, cameraFor } from '../../../client/people/following.ts'
import { leaderOf, othersHere } from '../../../client/people/here.ts'
import '../../../client/people/presence.ts'
import type { TacitPresence } from '../../../client/people/presence.ts'
import { TacitTeamForm } from '../../../client/people/team-form.ts'
import type { Peer } from '../../../client/session/session.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { BoardState, Person } from '../../../shared/board/records.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import '../../../client/ui/toasts.ts'
import { until } from '../../support/local-session.ts'
import { GUEST, INES, PRIYA, pricingHub } from '../panels/pricing-board.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'

const board = (): BoardState => readBoard(pricingHub().board)
const peer = (clientId: number, name: string, more: Partial<Peer> = {}): Peer => ({ clientId, person: name.toLowerCase(), name, color: '#8a4e8e', ...more })
const THEMES = ['light', 'dark'] as const

async function detailOf<T>(element: Element, event: string, press: () => unknown): Promise<T> {
  const told = oneEvent(element, event)
  press()
  return ((await told) as CustomEvent<T>).detail
}

async function type(element: HTMLElement, words: string): Promise<void> {
  element.focus()
  await sendKeys({ type: words })
}

describe('presence', () => {
  before(() => dressPage())

  it('counts each person once, and not oneself', () => {
    const here = othersHere([peer(1, 'Tomasz'), peer(2, 'Tomasz'), peer(3, 'Ines'), peer(4, 'Guest', { person: '' }), peer(5, 'Guest', { person: '' })], 'ines')
    expect(here.map(({ name }) => name)).to.deep.equal(['Guest', 'Guest', 'Tomasz'])
  })

  it('says who is here in words, and counts those who are not drawn', async () => {
    const peers = ['Tomasz', 'Priya', 'Dele', 'Aroha', 'Mei', 'Kai'].map((name, at) => peer(at, name))
    const element = await fixture<TacitPresence>(html`<tacit-presence .peers=${peers} .me=${INES} .most=${4}></tacit-presence>`)
    expect(need(element, '[role=group]').getAttribute('aria-label')).to.equal('On this board now: you, Aroha, Dele, Kai and 3 others')
    expect([...(element.shadowRoot?.querySelectorAll('button') ?? [])].map((one) => one.getAttribute('aria-label'))).to.include.members(['Follow Aroha', 'Follow Dele', 'Kai, Mei, Priya and Tomasz'])
    expect(need(element, '.rest').dataset['short']).to.equal('+4')
    await expect(element).to.be.accessible()
  })

  it('says when nobody else is here', async () => {
    const element = await fixture<TacitPresence>(html`<tacit-presence .peers=${[]} .me=${INES}></tacit-presence>`)
    expect(need(element, '[role=group]').getAttribute('aria-label')).to.equal('On this board now: only you')
  })

  it('says what somebody does, on whichever device', () => {
    const here = othersHere([peer(1, 'Tomasz', { view: { x: 0, y: 0, width: 9, height: 9 } }), peer(2, 'Tomasz', { editing: 'card1' })], undefined)
    expect(here).to.have.length(1)
    expect(here[0]).to.include({ verb: 'editing' })
    expect(here[0]?.view).to.deep.equal({ x: 0, y: 0, width: 9, height: 9 })
  })

  it('finds whose view is seen by following: past those who follow, and never in a circle', () => {
    const here = othersHere([peer(1, 'Ana', { following: 'bo' }), peer(2, 'Bo'), peer(3, 'Cy', { following: 'dee' }), peer(4, 'Dee', { following: 'cy' }), peer(5, 'Eve', { following: 'me' })], 'me')
    expect(leaderOf(here, 'ana', 'me')?.key).to.equal('bo')
    for (const key of ['cy', 'eve', 'nobody']) expect(leaderOf(here, key, 'me'), key).to.equal(undefined)
  })

  it('shows all of a view in the middle, and glides there without leaving the way', () => {
    const size = { width: 800, height: 600 }
    expect(cameraFor({ x: 100, y: 100, width: 1600, height: 600 }, size)).to.deep.equal({ x: 100, y: -200, z: 0.5 })
    const [from, to] = [{ x: 0, y: 0, z: 1 }, { x: 100, y: -200, z: 0.5 }]
    expect(between(from, to, 0, size)).to.deep.equal(from)
    expect(between(from, to, 1, size)).to.deep.equal(to)
  })
})

describe('cursors', () => {
  before(() => dressPage())

  it('glides for 80 ms from where it was', () => {
    const glide = { from: { x: 0, y: 0 }, to: { x: 80, y: 160 }, start: 1_000 }
    expect(pointAt(glide, 1_000)).to.deep.equal({ x: 0, y: 0 })
    expect(pointAt(glide, 1_040)).to.deep.equal({ x: 40, y: 80 })
    expect(pointAt(glide, 2_000)).to.deep.equal({ x: 80, y: 160 })
  })

  it('draws each pointer at its place under the camera, with a name and what is being done', async () => {
    const peers = [peer(1, 'Tomasz', { cursor: { x: 100, y: 50 }, editing: 'a' }), peer(2, 'Priya', { cursor: { x: 0, y: 0 }, dragging: { cards: ['b'], dx: 1, dy: 1 } }), peer(3, 'Dele')]
    const element = await fixture<TacitCursors>(html`<tacit-cursors .peers=${peers} .camera=${{ x: 20, y: 10, z: 2 }}></tacit-cursors>`)
    expect(textOf(element)).to.equal('Tomasz, editing Priya, moving')
    await until('the pointer is at its place', () => need(element, '[data-client="1"]').style.transform === 'translate(160px, 80px)')
    element.camera = { x: 0, y: 0, z: 1 }
    await element.updateComplete
    expect(need(element, '[data-client="1"]').style.transform).to.equal('translate(100px, 50px)')
    element.peers = [peer(1, 'Tomasz', { cursor: { x: 300, y: 50 } })]
    await until('it has come to where it points now', () => need(element, '[data-client="1"]').style.transform === 'translate(300px, 50px)')
    expect(find(element, '[data-client="2"]')).to.equal(undefined)
  })

  it('is silent and in nobody’s way', async () => {
    const element = await fixture<TacitCursors>(html`<tacit-cursors .peers=${[peer(1, 'Tomasz', { cursor: { x: 1, y: 1 } })]}></tacit-cursors>`)
    expect(element.getAttribute('aria-hidden')).to.equal('true')
    expect(getComputedStyle(element).pointerEvents).to.equal('none')
  })
})

describe('entering', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  async function enter(more: Partial<TacitEnterDialog> = {}): Promise<TacitEnterDialog> {
    const teams = more.teams ?? [...board().teams.values()]
    return fixture<TacitEnterDialog>(html`<tacit-enter-dialog open .purpose=${more.purpose ?? 'enter'} board="Pricing" .teams=${teams} .name=${more.name ?? ''} .team=${more.team ?? ''} .guest=${more.guest ?? false}></tacit-enter-dialog>`)
  }

  const choose = (element: Element, value: string): void => {
    const select = need<HTMLSelectElement>(element, 'select')
    select.value = value
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }

  it('asks for a name, and then tells it with the team', async () => {
    const element = await enter()
    button(element, 'Enter').click()
    await element.updateComplete
    expect(textOf(element)).to.contain('Write the name that the others know you by.')
    await type(need(element, 'tacit-field.name'), 'Ines')
    choose(element, 'sales')
    expect(await detailOf<WhoGiven>(element, 'who-given', () => button(element, 'Enter').click())).to.deep.equal({ name: 'Ines', team: 'sales' })
  })

  it('knows the name from before', async () => {
    const element = await enter({ name: 'Ines' })
    expect(await detailOf<WhoGiven>(element, 'who-given', () => button(element, 'Enter').click())).to.deep.equal({ name: 'Ines', team: '' })
  })

  it('lets a member name a new team, not one that is there', async () => {
    const element = await enter({ name: 'Ines' })
    choose(element, '+')
    await element.updateComplete
    await type(need(element, 'tacit-field.new-team'), 'sales')
    button(element, 'Enter').click()
    await element.updateComplete
    expect(textOf(element)).to.contain('There is a team of that name already.')
    await type(need(element, 'tacit-field.new-team'), ' ops')
    expect(await detailOf<WhoGiven>(element, 'who-given', () => button(element, 'Enter').click())).to.deep.equal({ name: 'Ines', team: '', newTeam: 'sales ops' })
  })

  it('begins with a new team on a board that has none, but offers guests none', async () => {
    const member = await enter({ teams: [] })
    expect(find(member, 'tacit-field.new-team')).to.not.equal(undefined)
    const guest = await enter({ teams: [], guest: true })
    expect(find(guest, 'tacit-field.new-team')).to.equal(undefined)
    expect([...need<HTMLSelectElement>(guest, 'select').options].map((option) => option.value)).to.deep.equal([''])
  })

  it('stays open with what was written when the server refuses', async () => {
    const element = await enter({ name: 'Ines' })
    button(element, 'Enter').click()
    element.settle('You are not in yet. The server cannot be reached.')
    await element.updateComplete
    expect(textOf(element)).to.contain('You are not in yet.')
    expect(need<HTMLInputElement>(element, 'input').value).to.equal('Ines')
  })

  it('cannot be left by Escape on entering, but as a profile it can', async () => {
    const element = await enter()
    await sendKeys({ press: 'Escape' })
    expect(need<HTMLDialogElement>(element, 'dialog').open).to.equal(true)
    const profile = await enter({ purpose: 'profile', name: 'Ines', team: 'sales' })
    const closed = oneEvent(profile, 'dialog-closed')
    await sendKeys({ press: 'Escape' })
    await closed
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      await expect(await enter()).to.be.accessible()
      await dressPage()
    })
  }
})

describe('people and teams', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  async function open(me: Person, more: Partial<TacitPeopleDialog> = {}): Promise<TacitPeopleDialog> {
    const owns = me.role === 'owner'
    return fixture<TacitPeopleDialog>(html`<tacit-people-dialog open .board=${more.board ?? board()} .me=${me} .here=${new Set(['priya'])} .owns=${owns} .organises=${owns} .writable=${me.role !== 'guest'} .failure=${more.failure ?? ''}></tacit-people-dialog>`)
  }

  it('lists people with role and team, and who is here', async () => {
    const text = textOf(await open(PRIYA))
    for (const words of ['Priya Raman you, here now', 'Member, Billing', 'Owner, Product', 'Guest, No team', 'Sales 1 person', 'Finance Nobody yet']) expect(text).to.contain(words)
  })

  it('lets an owner set role and team and remove others, not oneself', async () => {
    const element = await open(INES)
    const role = need<HTMLSelectElement>(element, 'select[aria-label="Role of Priya Raman"]')
    role.value = 'facilitator'
    expect(await detailOf<PersonChanged>(element, 'person-changed', () => role.dispatchEvent(new Event('change')))).to.deep.equal({ person: 'priya', change: { role: 'facilitator' } })
    expect(await detailOf<PersonChanged>(element, 'person-changed', () => button(element, 'Remove Priya Raman from the board').click())).to.deep.equal({ person: 'priya', change: { removed: true } })
    expect(button(element, 'Remove Ines Okafor from the board')).to.have.property('disabled', true)
  })

  it('lets others look only', async () => {
    const element = await open(PRIYA)
    expect(find(element, 'select')).to.equal(undefined)
    expect(buttons(element, /^Remove/)).to.have.length(0)
    expect(buttons(await open(GUEST), /team|Edit/)).to.have.length(0)
  })

  it('brings somebody back', async () => {
    const removed = board()
    const element = await open(INES, { board: { ...removed, people: removed.people.set('priya', { ...PRIYA, removed: true }) } })
    expect(await detailOf<PersonChanged>(element, 'person-changed', () => button(element, 'Bring back Priya Raman').click())).to.deep.equal({ person: 'priya', change: { removed: false } })
  })

  it('says what went wrong', async () => {
    expect(textOf(await open(INES, { failure: 'Nothing was changed. A board keeps at least one owner.' }))).to.contain('A board keeps at least one owner.')
  })

  it('makes a team with name, code, colour and constraints', async () => {
    const element = await open(PRIYA)
    button(element, 'New team').click()
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ type: 'Partners' })
    await type(need(element, 'tacit-field.code'), 'pa')
    need<HTMLInputElement>(element, 'input[type=radio][aria-label="Colour 2"]').click()
    const { team, before } = await detailOf<TeamSaved>(element, 'team-saved', () => button(element, 'Save team').click())
    expect(before).to.equal(undefined)
    expect(team).to.include({ name: 'Partners', code: 'PA', color: '#8a4e8e' })
    expect(team.id).to.match(/^[\w-]{12}$/)
  })

  it('refuses a name or a code that another team has', async () => {
    const element = await open(PRIYA)
    button(element, 'Edit Sales').click()
    await until('the form is there', () => find(element, 'tacit-team-form') instanceof TacitTeamForm)
    await until('the form has the focus', () => focused()?.localName === 'input')
    need<HTMLElement & { select(): void }>(element, 'tacit-field.name').select()
    await sendKeys({ type: 'Product' })
    await type(need(element, 'tacit-field.code'), 'PD')
    button(element, 'Save team').click()
    await need<TacitTeamForm>(element, 'tacit-team-form').updateComplete
    await until('it is said', () => textOf(element).includes('There is a team of that name already.') && textOf(element).includes('Product has this code already.'))
  })

  it('removes a team, and keeps what it cannot show', async () => {
    const state = board()
    const currency = [{ id: 'm', metric: 'Invoices disputed' }]
    const element = await open(PRIYA, { board: { ...state, teams: state.teams.set('billing', { id: 'billing', name: 'Billing', currency }) } })
    button(element, 'Edit Billing').click()
    await until('the form is there', () => buttons(element, 'Save team').length > 0)
    expect((await detailOf<TeamSaved>(element, 'team-saved', () => button(element, 'Save team').click())).team).to.deep.include({ id: 'billing', name: 'Billing', currency })
    await element.updateComplete
    button(element, 'Edit Billing').click()
    await until('the form is there again', () => buttons(element, 'Remove this team').length > 0)
    expect((await detailOf<TeamSaved>(element, 'team-saved', () => button(element, 'Remove this team').click())).team).to.include({ id: 'billing', removed: true })
  })

  it('leaves the form with Escape, and the dialog stays', async () => {
    const element = await open(PRIYA)
    button(element, 'New team').click()
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ press: 'Escape' })
    await until('the form is gone', () => find(element, 'tacit-team-form') === undefined)
    expect(need<HTMLDialogElement>(element, 'dialog').open).to.equal(true)
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      const element = await open(INES)
      button(element, 'New team').click()
      await until('the form is there', () => find(element, 'tacit-team-form') !== undefined)
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }
})

describe('another device', () => {
  const real = window.fetch
  afterEach(() => { window.fetch = real })

  it('draws the code as one path on its grid', () => {
    const { size, path } = qrPath('http://127.0.0.1:4310/device#abc')
    expect(size).to.be.greaterThan(24)
    expect(path.split('M').length).to.be.greaterThan(200)
  })

  for (const theme of THEMES) {
    it(`makes a link when it opens, says until when, and passes axe, ${theme}`, async () => {
      stillPage()
      await dressPage(theme)
      window.fetch = (input, init) => (String(input) === '/api/me/devices' ? Promise.resolve(Response.json({ url: 'http://h/device#abc', expiresAt: '2026-02-02T12:10:00Z' }, { status: 201 })) : real(input, init))
      const element = await fixture<TacitDeviceDialog>(html`<tacit-device-dialog open></tacit-device-dialog>`)
      await until('the link is there', () => find<HTMLInputElement>(element, 'input')?.value === 'http://h/device#abc')
      expect(textOf(element)).to.match(/Open it there before \d/)
      expect(need(element, 'svg.qr').getAttribute('aria-label')).to.equal('QR code of the link')
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }

  it('says why there is none, and tries again', async () => {
    let working = false
    window.fetch = (input, init) => (String(input) !== '/api/me/devices' ? real(input, init)
      : Promise.resolve(working ? Response.json({ url: 'http://h/device#abc', expiresAt: '2026-02-02T12:10:00Z' }, { status: 201 }) : Response.json({ error: { code: 'needs_person', message: 'Enter a board first.' } }, { status: 403 })))
    const element = await fixture<TacitDeviceDialog>(html`<tacit-device-dialog open></tacit-device-dialog>`)
    await until('it is said', () => textOf(element).includes('No link was made. Enter a board first.'))
    working = true
    button(element, 'Make a new link').click()
    await until('the link is there', () => find(element, 'input') !== undefined)
  })
})

describe('one person, two entries', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  const BO2: Person = { id: 'priya2', name: 'Priya', team: 'billing', role: 'member' }

  function withPeople(...more: readonly Person[]): BoardState {
    const state = board()
    return { ...state, people: more.reduce((people, one) => people.set(one.id, one), state.people) }
  }

  async function open(me: Person, state: BoardState, more: Partial<TacitPeopleDialog> = {}): Promise<TacitPeopleDialog> {
    const owns = me.role === 'owner'
    return fixture<TacitPeopleDialog>(html`<tacit-people-dialog open .board=${state} .me=${me} .owns=${owns} .organises=${owns} .writable=${true} .notice=${more.notice}></tacit-people-dialog>`)
  }

  async function fromMenu(element: TacitPeopleDialog, id: string, label: string): Promise<void> {
    const menu = need(need(element, `[data-person="${id}"]`), 'tacit-menu')
    menu.querySelector('button')?.click()
    const items = [...(menu.shadowRoot?.querySelectorAll('button') ?? [])]
    items.find((item) => item.textContent?.includes(label))?.click()
    await element.updateComplete
  }

  it('renames in place, and gives the focus back when left', async () => {
    const element = await open(INES, withPeople(BO2))
    await fromMenu(element, 'priya2', 'Rename')
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ press: 'Escape' })
    await until('the button has the focus', () => focused()?.getAttribute('aria-label') === 'More for Priya')
    await fromMenu(element, 'priya2', 'Rename')
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ press: 'Control+A' })
    await sendKeys({ type: 'Priya R' })
    expect(await detailOf<PersonChanged>(element, 'person-changed', () => button(element, 'Save').click())).to.deep.equal({ person: 'priya2', change: { name: 'Priya R' } })
  })

  it('lets an owner say that two entries are one person', async () => {
    const element = await open(INES, withPeople(BO2))
    await fromMenu(element, 'priya2', 'Is the same person as')
    await until('the form is there', () => find(element, 'tacit-person-form') !== undefined)
    await until('its choice has the focus', () => focused()?.localName === 'select')
    const select = need<HTMLSelectElement>(need(element, 'tacit-person-form'), 'select')
    expect([...select.options].map(({ value }) => value)).to.not.include('priya2')
    select.value = 'priya'
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    expect(await detailOf<PersonMerged>(element, 'person-merged', () => button(element, 'Merge').click())).to.deep.equal({ person: 'priya2', into: 'priya' })
  })

  it('parts merged entries again, and asks only the person whether it is them', async () => {
    const state = withPeople({ ...BO2, mergedInto: 'priya', mergedSeq: 1 })
    const owner = await open(INES, state)
    expect(textOf(owner)).to.contain('the same person as Priya Raman, who has not said so yet')
    expect(await detailOf<PersonMerged>(owner, 'person-merged', () => button(owner, 'Separate again, Priya').click())).to.deep.equal({ person: 'priya2', into: null })
    const priya = await open(PRIYA, state)
    expect(await detailOf<PersonClaimed>(priya, 'person-claimed', () => need<HTMLButtonElement>(need(priya, '[data-person="priya2"]'), '.primary').click())).to.deep.equal({ person: 'priya2' })
  })

  it('shows owners who waits, and members nothing of it', async () => {
    const state = withPeople({ ...BO2, claims: 'priya' }, { id: 'own', name: 'Kai', team: '', role: 'guest', claims: 'own' })
    const owner = await open(INES, state)
    expect(textOf(owner)).to.contain('Waiting for you 2').and.to.contain('says: I am Priya Raman').and.to.contain('asks to be let in')
    expect(await detailOf<ClaimDecided>(owner, 'claim-decided', () => button(owner, 'Admit Priya').click())).to.deep.equal({ person: 'priya2', admit: true, claims: 'priya' })
    expect(await detailOf<ClaimDecided>(owner, 'claim-decided', () => button(owner, 'Decline Kai').click())).to.deep.equal({ person: 'own', admit: false, claims: 'own' })
    expect(textOf(await open(PRIYA, state))).to.not.contain('Waiting for you')
  })

  it('offers the way back of what was done', async () => {
    let undone = 0
    const element = await open(INES, withPeople(), { notice: { text: 'Now called Bo', undo: () => { undone++ } } })
    button(element, 'Undo').click()
    expect(undone).to.equal(1)
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      const element = await open(INES, withPeople({ ...BO2, claims: 'priya' }, { ...BO2, id: 'priya3', mergedInto: 'priya', mergedSeq: 0 }), { notice: { text: 'Done', undo: () => undefined } })
      await fromMenu(element, 'priya2', 'Is the same person as')
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }
})

describe('asking to be let in', () => {
  before(() => dressPage())

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      await expect(await fixture(html`<tacit-ask-in board="b" .secret=${'k'}></tacit-ask-in>`)).to.be.accessible()
      await dressPage()
    })
  }
})

describe('who comes', () => {
  before(() => dressPage())

  it('is told once for somebody who was never there, not for a change or for oneself', async () => {
    const hub = pricingHub()
    const session = hub.join(INES)
    await until('the board is there', () => session.ready.value)
    const toasts = await fixture(html`<tacit-toasts></tacit-toasts>`)
    const stop = watchComings(session, () => undefined)
    hub.board.doc.transact(() => putPerson(hub.board, { id: 'new', name: 'Bo Berg', team: 'sales', role: 'member' }))
    await until('it is told', () => textOf(toasts).includes('Bo Berg (Sales) entered'))
    expect(newcomers.value.has('new')).to.equal(true)
    hub.board.doc.transact(() => putPerson(hub.board, { id: 'new', name: 'Bo B', team: 'sales', role: 'member' }))
    hub.board.doc.transact(() => { for (const id of ['x', 'y']) putPerson(hub.board, { id, name: id.toUpperCase(), team: '', role: 'member' }) })
    await until('both are told at once', () => textOf(toasts).includes('X and Y entered'))
    expect(textOf(toasts)).to.not.contain('Bo B entered')
    stop()
    session.close()
  })

  it('tells an owner who says to be whom', async () => {
    const hub = pricingHub()
    const session = hub.join(INES, 'own')
    await until('the board is there', () => session.ready.value)
    const toasts = await fixture(html`<tacit-toasts></tacit-toasts>`)
    let looked = 0
    const stop = watchComings(session, () => { looked++ })
    hub.board.doc.transact(() => putPerson(hub.board, { id: 'tom', name: 'Tom', team: '', role: 'member', claims: 'priya' }))
    await until('it is told', () => textOf(toasts).includes('Tom says: I am Priya Raman on this board'))
    button(toasts, 'Look').click()
    expect(looked).to.equal(1)
    stop()
    session.close()
  })
})
