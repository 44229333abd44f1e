// Who is here, where they point, whose view is followed, and who comes.
import { expect, fixture, html } from '@open-wc/testing'
import { pointAt, type TacitCursors } from '../../../client/people/cursors.ts'
import { newcomers, watchComings } from '../../../client/people/comings.ts'
import { between, cameraFor } from '../../../client/people/following.ts'
import { leaderOf, othersHere } from '../../../client/people/here.ts'
import '../../../client/people/presence.ts'
import type { TacitPresence } from '../../../client/people/presence.ts'
import type { Peer } from '../../../client/session/session.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import '../../../client/ui/toasts.ts'
import { until } from '../../support/local-session.ts'
import { INES, pricingHub } from '../panels/pricing-board.ts'
import { button, find, need, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'

const peer = (clientId: number, name: string, more: Partial<Peer> = {}): Peer => ({ clientId, person: name.toLowerCase(), name, color: '#8a4e8e', ...more })

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
    expect(textOf(toasts)).to.not.contain('Bo B (Sales)')
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
