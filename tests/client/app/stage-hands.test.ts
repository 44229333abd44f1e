// The stage in the hand: fingers, right clicks, handles, guides, the bar at a link, the clipboard of the browser.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands'
import '../../../client/app/board-stage.ts'
import type { TacitBoardStage } from '../../../client/app/board-stage.ts'
import type { TacitCanvas } from '../../../client/canvas/canvas.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import { addLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { Hub, person, until } from '../../support/local-session.ts'

function fill(board: Board): void {
  putTeam(board, { id: 'product', name: 'Product' })
  addCard(board, { id: 'goal', kind: 'goal', x: 0, y: 0, title: 'Launch on 1 March' })
  addCard(board, { id: 'belief', kind: 'assumption', x: 320, y: 0, title: 'Sales will stop quoting seats' })
  addCard(board, { id: 'risk', kind: 'risk', x: 4, y: 240, title: 'Reps lose commission' })
  addCard(board, { id: 'frame', kind: 'frame', x: 560, y: 240, width: 240, title: 'Why', fields: { height: 160 } })
  addLink(board, 'goal', 'rests_on', 'belief')
}

interface Seat { readonly hub: Hub; readonly session: Session; readonly stage: TacitBoardStage; readonly canvas: TacitCanvas }

/** Board pixels are pixels of the window, 100 to the right and down. */
async function sit(mayEdit = true): Promise<Seat> {
  const hub = new Hub(fill)
  const session = hub.join(mayEdit ? person('ana') : undefined)
  const box = await fixture<HTMLElement>(html`<div style="position:fixed;left:0;top:0;width:1000px;height:600px"><tacit-board-stage .session=${session}></tacit-board-stage></div>`)
  const stage = box.firstElementChild as TacitBoardStage
  await until('ready', () => session.ready.value)
  await oneEvent(stage, 'board-shown')
  stage.camera = { x: -100, y: -100, z: 1 }
  await stage.updateComplete
  return { hub, session, stage, canvas: stage.canvas }
}

const inCanvas = ({ canvas }: Seat, selector: string): HTMLElement | null => canvas.shadowRoot?.querySelector<HTMLElement>(selector) ?? null
const inStage = ({ stage }: Seat, selector: string): HTMLElement | null => stage.shadowRoot?.querySelector<HTMLElement>(selector) ?? null
const card = ({ session }: Seat, id: string) => session.board.value.cards.get(id)
const menuItems = (seat: Seat): string[] => [...(inStage(seat, 'tacit-stage-menu')?.shadowRoot?.querySelector('tacit-menu')?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])].map((item) => item.dataset['label'] ?? '')
const choose = (seat: Seat, label: string): void => [...(inStage(seat, 'tacit-stage-menu')?.shadowRoot?.querySelector('tacit-menu')?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])].find((item) => item.dataset['label'] === label)?.click()

async function mouse(...path: [number, number][]): Promise<void> {
  for (const position of path) await sendMouse({ type: 'move', position })
}

/** A finger of a hand that is not here: the browser's own events, by hand. */
function finger(seat: Seat, pointerId: number): (type: 'pointerdown' | 'pointermove' | 'pointerup', x: number, y: number) => void {
  const view = inCanvas(seat, '.view') as HTMLElement
  view.setPointerCapture = () => undefined
  return (type, x, y) => {
    const target = type === 'pointerdown' ? (seat.canvas.shadowRoot?.elementFromPoint(x, y) ?? view) : view
    target.dispatchEvent(new PointerEvent(type, { pointerId, pointerType: 'touch', clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1, bubbles: true, composed: true, cancelable: true }))
  }
}

describe('fingers', () => {
  it('one pans, and moves no card', async () => {
    const seat = await sit()
    const one = finger(seat, 1)
    one('pointerdown', 200, 140)
    one('pointermove', 220, 160)
    one('pointermove', 260, 190)
    one('pointerup', 260, 190)
    await until('panned', () => seat.stage.camera.x === -160 && seat.stage.camera.y === -150)
    expect(seat.hub.updates.length).to.equal(0)
    seat.session.close()
  })

  it('two zoom about the place between them, and let go of what one had begun', async () => {
    const seat = await sit()
    const [one, two] = [finger(seat, 1), finger(seat, 2)]
    one('pointerdown', 400, 400)
    two('pointerdown', 500, 400)
    one('pointermove', 350, 400)
    two('pointermove', 550, 400)
    await until('twice as near', () => Math.abs(seat.stage.camera.z - 2) < 0.001)
    const { x, y, z } = seat.stage.camera
    expect([Math.round(x + 450 / z), Math.round(y + 400 / z)]).to.deep.equal([350, 300])
    one('pointerup', 350, 400)
    two('pointerup', 550, 400)
    expect(seat.hub.updates.length).to.equal(0)
    seat.session.close()
  })

  it('one that taps selects, one that rests lifts the card and drags it', async () => {
    const seat = await sit()
    const one = finger(seat, 1)
    one('pointerdown', 200, 140)
    one('pointerup', 200, 140)
    expect([...seat.canvas.selection]).to.deep.equal(['goal'])
    one('pointerdown', 450, 140)
    await until('lifted', () => inCanvas(seat, '.item.lifted')?.dataset['id'] === 'belief')
    one('pointermove', 450, 300)
    one('pointerup', 450, 300)
    await until('dropped', () => card(seat, 'belief')?.y === 160)
    expect(seat.hub.updates.length).to.equal(1)
    seat.session.close()
  })
})

describe('the mouse', () => {
  afterEach(() => resetMouse())

  it('sees a line where the card it drags stands level with another, and comes to rest there', async () => {
    const seat = await sit()
    await mouse([200, 370])
    await sendMouse({ type: 'down' })
    await mouse([206, 370], [201, 430])
    const line = (): HTMLElement | null => inCanvas(seat, '.guide[data-axis="x"]:not([hidden])')
    await until('a line', () => line() !== null)
    expect(line()?.style.left).to.be.oneOf(['0px', '108px', '216px'])
    await sendMouse({ type: 'up' })
    await until('dropped', () => card(seat, 'risk')?.x === 0)
    expect(line() === null).to.equal(true)
    seat.session.close()
  })

  it('changes a width by the right edge, on the grid, as one step', async () => {
    const seat = await sit()
    seat.canvas.select(['belief'])
    await until('a handle', () => inCanvas(seat, '.edge[data-sizes="belief"]') !== null)
    const { right, top } = inCanvas(seat, '.item[data-id="belief"]')?.getBoundingClientRect() ?? new DOMRect()
    await mouse([right + 3, top + 20])
    await sendMouse({ type: 'down' })
    await mouse([right + 20, top + 20], [right + 44, top + 20])
    await until('shown', () => inCanvas(seat, '.item[data-id="belief"]')?.style.width === '256px')
    expect(seat.hub.updates.length).to.equal(0)
    await sendMouse({ type: 'up' })
    await until('written', () => card(seat, 'belief')?.width === 256)
    seat.session.undo()
    expect(card(seat, 'belief')?.width).to.equal(undefined)
    seat.session.close()
  })

  it('edits the title of a frame by a double click on it, in place', async () => {
    const seat = await sit()
    seat.canvas.shadowRoot?.elementFromPoint(700, 355)?.dispatchEvent(new MouseEvent('dblclick', { clientX: 700, clientY: 355, bubbles: true, composed: true }))
    await until('an editor', () => inCanvas(seat, '.item[data-id="frame"] .ProseMirror') !== null)
    await sendKeys({ type: '!' })
    await until('typed', () => card(seat, 'frame')?.title.includes('!') === true)
    seat.session.close()
  })

  it('opens More by a right click, on a card and on the ground, and not by a finger that rests', async () => {
    const seat = await sit()
    const right = (x: number, y: number, pointerType: string): boolean => seat.canvas.shadowRoot?.elementFromPoint(x, y)?.dispatchEvent(new PointerEvent('contextmenu', { clientX: x, clientY: y, pointerType, bubbles: true, composed: true, cancelable: true })) ?? true
    right(200, 140, 'touch')
    await seat.stage.updateComplete
    expect(menuItems(seat)).to.deep.equal([])
    expect(right(200, 140, 'mouse'), 'the browser shows none of its own').to.equal(false)
    await until('a menu', () => menuItems(seat).includes('Duplicate'))
    expect([...seat.canvas.selection]).to.deep.equal(['goal'])
    expect(menuItems(seat)).to.include.members(['Edit the words', 'Details', 'Link to what it rests on', 'Its links', 'Size', 'Move to a frame', 'Copy', 'Delete'])
    await expect(inStage(seat, 'tacit-stage-menu')).to.be.accessible()
    await sendKeys({ press: 'Escape' })
    right(700, 140, 'mouse')
    await until('another', () => menuItems(seat).includes('Add a card here'))
    choose(seat, 'Add a frame here')
    await until('a frame', () => [...seat.session.board.value.cards.values()].filter(({ kind, deleted }) => kind === 'frame' && !deleted).length === 2)
    seat.session.close()
  })

  it('picks a link by its line: its meaning is changed and it is removed, each one step', async () => {
    const seat = await sit()
    await mouse([368, 145])
    const path = seat.stage.shadowRoot?.querySelector('tacit-links')?.shadowRoot?.querySelector<SVGPathElement>('.hit')
    const middle = path?.getPointAtLength((path.getTotalLength() ?? 0) / 2)
    await mouse([Math.round(middle?.x ?? 0) + 100, Math.round(middle?.y ?? 0) + 100])
    await sendMouse({ type: 'down' })
    await sendMouse({ type: 'up' })
    await until('a bar', () => inStage(seat, 'tacit-link-bar:not([data-away])') !== null)
    await expect(inStage(seat, 'tacit-link-bar')).to.be.accessible()
    inStage(seat, 'tacit-link-bar')?.shadowRoot?.querySelector<HTMLElement>('button')?.click()
    await until('kinds', () => menuItems(seat).includes('threatens'))
    expect(menuItems(seat)[0]).to.equal('rests on')
    expect([...(inStage(seat, 'tacit-stage-menu')?.shadowRoot?.querySelector('tacit-menu')?.shadowRoot?.querySelectorAll('[role="group"]') ?? [])].map((group) => group.getAttribute('aria-label'))).to.deep.equal(['What it stands on', 'Goals and risks', 'Reasons and evidence', 'Decisions and trades', 'Same subject'])
    choose(seat, 'threatens')
    await until('changed', () => seat.session.board.value.links.has('goal~threatens~belief'))
    await until('the bar has the focus', () => seat.stage.shadowRoot?.activeElement?.localName === 'tacit-link-bar')
    await sendKeys({ press: 'Escape' })
    await until('back on the card', () => seat.canvas.shadowRoot?.activeElement?.closest<HTMLElement>('.item')?.dataset['id'] === 'goal')
    expect(inStage(seat, 'tacit-link-bar') === null).to.equal(true)
    seat.session.undo()
    expect([...seat.session.board.value.links.keys()]).to.deep.equal(['goal~rests_on~belief'])
    await mouse([(Math.round(middle?.x ?? 0)) + 100, Math.round(middle?.y ?? 0) + 100])
    await sendMouse({ type: 'down' })
    await sendMouse({ type: 'up' })
    await until('picked again', () => inStage(seat, 'tacit-link-bar') !== null)
    await mouse([700, 500])
    await sendMouse({ type: 'down' })
    await sendMouse({ type: 'up' })
    await until('left by a press on the ground', () => inStage(seat, 'tacit-link-bar') === null)
    seat.session.close()
  })

  it('is offered the answer in one place only', async () => {
    const seat = await sit()
    seat.canvas.select(['belief'])
    const answers = (): boolean => inStage(seat, 'tacit-card-toolbar')?.shadowRoot?.textContent?.includes('Confirm for Product') === true
    await until('asked', answers)
    seat.stage.inspected = 'belief'
    await until('asked elsewhere', () => inStage(seat, 'tacit-card-toolbar') !== null && !answers())
    seat.session.close()
  })

  it('is offered the details until they are open', async () => {
    const seat = await sit()
    seat.canvas.select(['belief'])
    const offers = (): boolean => inStage(seat, 'tacit-card-toolbar')?.shadowRoot?.querySelector('[aria-label="Details (Space)"]') != null
    await until('offered', offers)
    seat.stage.inspected = 'belief'
    await until('open', () => !offers())
    seat.stage.inspected = 'risk'
    await until('those of another card are open', offers)
    seat.session.close()
  })

  it('of a reader finds no handles and no entries that change', async () => {
    const seat = await sit(false)
    seat.canvas.select(['goal'])
    await seat.stage.updateComplete
    await seat.canvas.updateComplete
    expect(inCanvas(seat, '.edge, .dot') === null).to.equal(true)
    seat.canvas.shadowRoot?.elementFromPoint(200, 140)?.dispatchEvent(new MouseEvent('contextmenu', { clientX: 200, clientY: 140, bubbles: true, composed: true, cancelable: true }))
    await until('a menu', () => menuItems(seat).length > 0)
    expect(menuItems(seat)).to.deep.equal(['Details', 'Its links', 'Copy'])
    seat.session.close()
  })
})

describe('the clipboard of the browser', () => {
  function paste(seat: Seat, text: string): void {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    seat.stage.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }))
  }

  it('lays pasted lines in the middle of the view and selects them', async () => {
    const seat = await sit()
    paste(seat, 'One thing\nAnother')
    await until('two more', () => seat.canvas.selection.size === 2)
    const titles = [...seat.canvas.selection].map((id) => card(seat, id)?.title)
    expect(titles).to.deep.equal(['One thing', 'Another'])
    seat.session.close()
  })

  it('says why nothing was made of what is no card', async () => {
    await fixture(html`<tacit-toasts></tacit-toasts>`)
    const seat = await sit()
    paste(seat, 'tacit-cards/1 {"cards":[{"id":"a","kind":"virus"}]}')
    await until('said', () => document.querySelector('tacit-toasts')?.shadowRoot?.textContent?.includes('Nothing was pasted') === true)
    expect(seat.hub.updates.length).to.equal(0)
    seat.session.close()
  })

  it('is left alone while somebody types, and by what is pasted elsewhere on the page', async () => {
    const seat = await sit()
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Elsewhere">`)
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'Words')
    expect(field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }))).to.equal(true)
    expect(seat.hub.updates.length).to.equal(0)
    seat.session.close()
  })
})
