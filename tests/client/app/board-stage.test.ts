// The stage with real sessions: two people on one board, each with a stage of their own, wired by a hub in the page.
import type { Map as YMap } from 'yjs'
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands'
import '../../../client/app/board-stage.ts'
import type { TacitBoardStage } from '../../../client/app/board-stage.ts'
import type { TacitCanvas } from '../../../client/canvas/canvas.ts'
import type { TacitCard } from '../../../client/cards/card.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import { addLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard, moveCard, setCardField } from '../../../shared/board/write-cards.ts'
import { Hub, person, until } from '../../support/local-session.ts'

const ana = person('ana')
const ben = person('ben', 'sales')

function fill(board: Board): void {
  putTeam(board, { id: 'product', name: 'Product' })
  putTeam(board, { id: 'sales', name: 'Sales' })
  addCard(board, { id: 'goal', kind: 'goal', x: 0, y: 0, title: 'Launch on 1 March', fields: { team: 'sales' } })
  addCard(board, { id: 'belief', kind: 'assumption', x: 320, y: 0, title: 'Sales will stop quoting seats' })
  addCard(board, { id: 'risk', kind: 'risk', x: 0, y: 240, title: 'Reps lose commission' })
  addLink(board, 'goal', 'rests_on', 'belief')
}

interface Seat { readonly session: Session; readonly stage: TacitBoardStage; readonly canvas: TacitCanvas }

async function sit(hub: Hub, me: Parameters<Hub['join']>[0], left = 0): Promise<Seat> {
  const session = hub.join(me)
  const box = await fixture<HTMLElement>(html`<div style="position:fixed;left:${left}px;top:0;width:800px;height:600px"><tacit-board-stage .session=${session}></tacit-board-stage></div>`)
  const stage = box.firstElementChild as TacitBoardStage
  await until('ready', () => session.ready.value)
  await oneEvent(stage, 'board-shown')
  stage.camera = { x: -100, y: -100, z: 1 }
  await stage.updateComplete
  return { session, stage, canvas: stage.shadowRoot?.querySelector('tacit-canvas') as TacitCanvas }
}

const card = ({ canvas }: Seat, id: string): TacitCard | null => canvas.shadowRoot?.querySelector<TacitCard>(`.item[data-id="${id}"] > tacit-card`) ?? null
const shifted = ({ canvas }: Seat, id: string): string | undefined => canvas.shadowRoot?.querySelector<HTMLElement>(`.item[data-id="${id}"]`)?.style.translate
const inStage = ({ stage }: Seat, selector: string): HTMLElement | null => stage.shadowRoot?.querySelector<HTMLElement>(selector) ?? null
const words = (seat: Seat, id: string): string => card(seat, id)?.querySelector('.ProseMirror')?.textContent ?? ''

async function moveMouse(...path: [number, number][]): Promise<void> {
  for (const position of path) await sendMouse({ type: 'move', position })
}

/** The browser's own double click cannot be sent here. */
function doubleClick({ canvas }: Seat, clientX: number, clientY: number): void {
  canvas.shadowRoot?.elementFromPoint(clientX, clientY)?.dispatchEvent(new MouseEvent('dblclick', { clientX, clientY, bubbles: true, composed: true }))
}

describe('board stage', () => {
  afterEach(() => resetMouse())

  it('shows every card and link of the board', async () => {
    const seat = await sit(new Hub(fill), ana)
    expect(['goal', 'belief', 'risk'].map((id) => card(seat, id)?.card?.id)).to.deep.equal(['goal', 'belief', 'risk'])
    const links = seat.stage.shadowRoot?.querySelector('tacit-links')
    expect(links?.links.map(({ id, look }) => [id, look])).to.deep.equal([['goal~rests_on~belief', 'unconfirmed']])
    seat.session.close()
  })

  it('a drag is seen live by others, is one update, and jumps nowhere at the drop', async () => {
    const hub = new Hub(fill)
    const a = await sit(hub, ana)
    const b = await sit(hub, ben, 2_000)
    await moveMouse([480, 120])
    await sendMouse({ type: 'down' })
    await moveMouse([490, 120], [560, 200])
    expect(hub.updates.length).to.equal(0)
    await until('Ben sees it move', () => shifted(b, 'belief') === '80px 80px')
    const places = new Set<number>()
    const sample = (): number => {
      const item = b.canvas.shadowRoot?.querySelector<HTMLElement>('.item[data-id="belief"]')
      return Number.parseFloat(item?.style.left ?? '') + (Number.parseFloat(item?.style.translate ?? '') || 0)
    }
    await sendMouse({ type: 'up' })
    await until('dropped', () => {
      places.add(sample())
      return b.session.board.value.cards.get('belief')?.x === 400 && shifted(b, 'belief') === ''
    })
    expect([...places]).to.deep.equal([400])
    expect(hub.updates.length).to.equal(1)
    expect(a.session.board.value.cards.get('belief')).to.include({ x: 400, y: 80 })
    expect(shifted(a, 'belief')).to.equal('')
    a.session.close()
    b.session.close()
  })

  it('a drag of two cards is one update and one undo', async () => {
    const hub = new Hub(fill)
    const a = await sit(hub, ana)
    a.canvas.select(['goal', 'risk'])
    await moveMouse([160, 120])
    await sendMouse({ type: 'down' })
    await moveMouse([170, 120], [200, 160])
    await sendMouse({ type: 'up' })
    expect(hub.updates.length).to.equal(1)
    expect(a.session.board.value.cards.get('risk')).to.include({ x: 40, y: 280 })
    a.session.undo()
    expect(a.session.board.value.cards.get('risk')).to.include({ x: 0, y: 240 })
    expect(a.session.board.value.cards.get('goal')).to.include({ x: 0, y: 0 })
    a.session.close()
  })

  it('two people type in one card while one of them drags another', async () => {
    const hub = new Hub(fill)
    const a = await sit(hub, ana)
    const b = await sit(hub, ben, 2_000)
    b.stage.edit('belief')
    await until('Ben edits', () => words(b, 'belief') !== '')
    await sendKeys({ type: '!' })
    a.stage.edit('belief')
    await until('Ana edits too', () => words(a, 'belief').includes('!'))
    await sendKeys({ type: '?' })
    await until('both have both', () => b.session.board.value.cards.get('belief')?.title === 'Sales will stop quoting seats!?')
    b.session.edit('move', (board) => moveCard(board, 'risk', 400, 400))
    await until('Ana sees it', () => a.session.board.value.cards.get('risk')?.x === 400)
    await sendKeys({ type: '…' })
    expect(a.session.board.value.cards.get('belief')?.title).to.equal('Sales will stop quoting seats!?…')
    a.session.close()
    b.session.close()
  })

  it('a double click on the ground asks for the kind, a letter picks it, and typing begins', async () => {
    const hub = new Hub(fill)
    const a = await sit(hub, ana)
    doubleClick(a, 600, 400)
    await until('the picker is open', () => a.stage.shadowRoot?.querySelector('tacit-kind-picker')?.shadowRoot?.querySelector('tacit-menu')?.open === true)
    await sendKeys({ press: 'r' })
    await until('an editor', () => a.canvas.shadowRoot?.querySelector('.ProseMirror') !== null)
    await sendKeys({ type: 'It may rain' })
    await sendKeys({ press: 'Enter' })
    const made = [...hub.join(undefined).board.value.cards.values()].find(({ title }) => title === 'It may rain')
    expect(made).to.include({ kind: 'risk', deleted: false })
    expect(made?.fields.team).to.equal('product')
    await until('static text again', () => a.canvas.shadowRoot?.querySelector('.ProseMirror') === null)
    a.session.close()
  })

  it('a double click on a card edits its words where it was clicked; Escape leaves and gives the focus back', async () => {
    const a = await sit(new Hub(fill), ana)
    doubleClick(a, 460, 150)
    await until('an editor', () => words(a, 'belief') !== '')
    await sendKeys({ press: 'Escape' })
    await until('static text', () => card(a, 'belief')?.querySelector('.ProseMirror') === null)
    await until('the card has the focus', () => a.canvas.shadowRoot?.activeElement === card(a, 'belief'))
    a.session.close()
  })

  it('Delete hides the card, says so with Undo, and the focus goes on', async () => {
    const a = await sit(new Hub(fill), ana)
    a.stage.focusCard('goal')
    await a.canvas.updateComplete
    await sendKeys({ press: 'Delete' })
    await until('gone', () => card(a, 'goal') === null)
    await until('the next has the focus', () => a.canvas.shadowRoot?.activeElement === card(a, 'belief'))
    expect(a.stage.shadowRoot?.querySelector('tacit-links')?.links).to.deep.equal([])
    await sendKeys({ press: 'Control+z' })
    await until('back', () => card(a, 'goal') !== null)
    a.session.close()
  })

  it('arrow keys with Alt in one breath are one undo step', async () => {
    const a = await sit(new Hub(fill), ana)
    a.stage.focusCard('risk')
    await a.canvas.updateComplete
    for (let n = 0; n < 3; n++) await sendKeys({ press: 'Alt+ArrowRight' })
    expect(a.session.board.value.cards.get('risk')?.x).to.equal(24)
    a.session.undo()
    expect(a.session.board.value.cards.get('risk')?.x).to.equal(0)
    a.session.close()
  })

  it('the toolbar of an assumption has the answer first, for the team of who is here', async () => {
    const a = await sit(new Hub(fill), ben)
    a.canvas.select(['belief'])
    await until('a toolbar', () => inStage(a, 'tacit-card-toolbar:not([data-away])') !== null)
    const buttons = [...(inStage(a, 'tacit-card-toolbar')?.shadowRoot?.querySelectorAll<HTMLElement>('.bar button') ?? [])].map((button) => button.getAttribute('aria-label') ?? button.textContent?.trim())
    expect(buttons.slice(0, 3)).to.deep.equal(['Confirm for Sales', 'Dispute', 'Unsure'])
    expect(buttons).to.include.members(['Details (Space)', 'More'])
    a.canvas.select(['goal'])
    await a.stage.updateComplete
    await (inStage(a, 'tacit-card-toolbar') as TacitBoardStage).updateComplete
    expect(inStage(a, 'tacit-card-toolbar')?.shadowRoot?.textContent).not.to.contain('Confirm')
    a.session.close()
  })

  it('others see what is selected in the colour of who selected it', async () => {
    const hub = new Hub(fill)
    const a = await sit(hub, ana)
    const b = await sit(hub, ben, 2_000)
    a.canvas.select(['risk'])
    await until('Ben sees it', () => card(b, 'risk')?.peerColor !== undefined)
    a.canvas.select([])
    await until('and that it is over', () => card(b, 'risk')?.peerColor === undefined)
    a.session.close()
    b.session.close()
  })

  it('a card that somebody else deletes leaves the selection and the editor', async () => {
    const hub = new Hub(fill)
    const a = await sit(hub, ana)
    const b = hub.join(ben)
    await until('Ben is ready', () => b.ready.value)
    a.stage.edit('belief')
    a.canvas.select(['belief'])
    await until('an editor', () => words(a, 'belief') !== '')
    b.edit('delete', (board) => { board.doc.getMap<YMap<unknown>>('cards').get('belief')?.set('deleted', true) })
    await until('gone', () => card(a, 'belief') === null)
    expect([...a.canvas.selection]).not.to.include('belief')
    a.session.close()
    b.close()
  })

  it('] goes to what a card rests on, [ back', async () => {
    const a = await sit(new Hub(fill), ana)
    a.stage.focusCard('goal')
    await a.canvas.updateComplete
    await sendKeys({ press: ']' })
    expect([...a.canvas.selection]).to.deep.equal(['belief'])
    await a.canvas.updateComplete
    await sendKeys({ press: '[' })
    expect([...a.canvas.selection]).to.deep.equal(['goal'])
    a.session.close()
  })

  it('Space and the toolbar open a card, a drawn link is in the document', async () => {
    const a = await sit(new Hub(fill), ana)
    a.stage.focusCard('risk')
    await a.canvas.updateComplete
    const opened = oneEvent(a.stage, 'card-opened') as unknown as Promise<CustomEvent<{ id: string }>>
    await sendKeys({ press: ' ' })
    expect((await opened).detail.id).to.equal('risk')
    for (const press of ['l', 'ArrowUp', 'Enter']) await sendKeys({ press })
    expect(a.session.board.value.links.has('risk~rests_on~goal')).to.equal(true)
    a.session.close()
  })

  it('a reader has no tools, and nothing changes', async () => {
    const hub = new Hub(fill)
    const reader = await sit(hub, undefined)
    expect(inStage(reader, 'tacit-tool-dock')).to.equal(null)
    await moveMouse([480, 120])
    await sendMouse({ type: 'down' })
    await moveMouse([490, 120], [560, 200])
    await sendMouse({ type: 'up' })
    reader.stage.focusCard('goal')
    await reader.canvas.updateComplete
    for (const press of ['Delete', 'Alt+ArrowDown', 'a', 'Enter']) await sendKeys({ press })
    expect(hub.updates.length).to.equal(0)
    expect(reader.canvas.shadowRoot?.querySelector('.ProseMirror')).to.equal(null)
    reader.session.close()
  })

  it('levels follow the zoom', async () => {
    const a = await sit(new Hub(fill), ana)
    for (const [z, level] of [[1, 'full'], [0.5, 'compact'], [0.3, 'block'], [0.75, 'full']] as const) {
      a.stage.camera = { x: -100, y: -100, z }
      await until(`level at ${z}`, () => card(a, 'goal')?.level === level)
    }
    a.session.close()
  })

  it('a retired card is told as such, at once', async () => {
    const a = await sit(new Hub(fill), ana)
    a.session.edit('retire', (board) => setCardField(board, 'belief', 'retired', true))
    await until('the link is quiet', () => a.stage.shadowRoot?.querySelector('tacit-links')?.links[0]?.look === 'retired')
    a.session.close()
  })

  it('has nothing that axe finds, with a selection and while editing', async () => {
    const a = await sit(new Hub(fill), ana)
    a.canvas.select(['belief'])
    await until('a toolbar', () => inStage(a, 'tacit-card-toolbar:not([data-away])') !== null)
    await expect(a.stage).to.be.accessible()
    a.stage.edit('belief')
    await until('an editor', () => words(a, 'belief') !== '')
    await expect(a.stage).to.be.accessible()
    a.session.close()
  })
})
