// The canvas in a real browser: one transform for the world, only what is visible in the DOM, drags that draw nothing
// but what is dragged, the keyboard's way.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands'
import '../../../client/canvas/canvas.ts'
import type { TacitCanvas } from '../../../client/canvas/canvas.ts'
import type { CanvasEvents } from '../../../client/canvas/carry-out.ts'
import type { CanvasItem } from '../../../client/canvas/item.ts'
import { until } from '../../support/local-session.ts'

const at = (id: string, x: number, y: number): CanvasItem => ({ id, bounds: { x, y, width: 200, height: 100 } })
const rows = (count: number): CanvasItem[] => Array.from({ length: count }, (_, n) => at(`n${n}`, (n % 50) * 240, Math.floor(n / 50) * 140))

async function show(items: readonly CanvasItem[], canEdit = true): Promise<TacitCanvas> {
  const box = await fixture<HTMLElement>(html`<div style="position:fixed;inset:0;width:800px;height:600px"><tacit-canvas style="height:100%" label="Board" ?canEdit=${canEdit}
    .items=${items} .renderItem=${(id: string) => html`<p class="face" role="article" aria-label=${id} style="margin:0;height:100%">${id}</p>`}></tacit-canvas></div>`)
  const canvas = box.firstElementChild as TacitCanvas
  await canvas.updateComplete
  canvas.camera = { x: 0, y: 0, z: 1 }
  await until('measured', () => canvas.size.width === 800)
  await canvas.updateComplete
  return canvas
}

const item = (canvas: TacitCanvas, id: string): HTMLElement | null => canvas.shadowRoot?.querySelector<HTMLElement>(`.item[data-id="${id}"]`) ?? null
const world = (canvas: TacitCanvas): HTMLElement => canvas.shadowRoot?.querySelector<HTMLElement>('.world') as HTMLElement
const focused = (canvas: TacitCanvas): string | undefined => canvas.shadowRoot?.activeElement?.closest<HTMLElement>('.item')?.dataset['id']

function heard<E extends keyof CanvasEvents>(canvas: TacitCanvas, event: E): CanvasEvents[E][] {
  const all: CanvasEvents[E][] = []
  canvas.addEventListener(event, (told) => all.push((told as CustomEvent<CanvasEvents[E]>).detail))
  return all
}

async function drag(from: [number, number], to: [number, number], drop = true): Promise<void> {
  await sendMouse({ type: 'move', position: from })
  await sendMouse({ type: 'down' })
  await sendMouse({ type: 'move', position: [from[0] + 6, from[1]] })
  await sendMouse({ type: 'move', position: to })
  if (drop) await sendMouse({ type: 'up' })
}

describe('canvas', () => {
  afterEach(() => resetMouse())

  it('mounts what is in view and a part of a screen around it, of any number', async () => {
    const canvas = await show(rows(5_000))
    expect(canvas.mountedIds.length).to.be.within(10, 100)
    expect(canvas.shadowRoot?.querySelectorAll('.item').length).to.equal(canvas.mountedIds.length)
    canvas.camera = { x: 6_000, y: 7_000, z: 1 }
    await canvas.updateComplete
    expect(canvas.visibleIds().every((id) => item(canvas, id) !== null)).to.equal(true)
    expect(canvas.mountedIds.length).to.be.within(10, 100)
  })

  it('pans by one transform and draws no item for it', async () => {
    const canvas = await show(rows(200))
    const records: MutationRecord[] = []
    const observer = new MutationObserver((more) => records.push(...more))
    observer.observe(world(canvas), { attributes: true, childList: true, subtree: true })
    await sendMouse({ type: 'move', position: [400, 300] })
    const cameras = heard(canvas, 'camera-changed')
    canvas.shadowRoot?.querySelector('.view')?.dispatchEvent(new WheelEvent('wheel', { deltaX: 20, deltaY: 10, bubbles: true, cancelable: true }))
    await until('panned', () => cameras.length > 0)
    observer.disconnect()
    expect(canvas.camera).to.deep.include({ x: 20, y: 10, z: 1 })
    expect(records.filter((record) => record.target !== world(canvas) && (record.target as Element).classList.contains('item'))).to.deep.equal([])
  })

  it('zooms to the pointer: the point under it stays, between 10 and 400 percent', async () => {
    const canvas = await show(rows(10))
    const view = canvas.shadowRoot?.querySelector('.view') as HTMLElement
    const wheel = (deltaY: number): void => { view.dispatchEvent(new WheelEvent('wheel', { deltaY, ctrlKey: true, clientX: 300, clientY: 200, bubbles: true, cancelable: true })) }
    wheel(-40)
    const { x, y, z } = canvas.camera
    expect(z).to.be.greaterThan(1.4)
    expect(x + 300 / z).to.be.closeTo(300, 0.01)
    expect(y + 200 / z).to.be.closeTo(200, 0.01)
    for (let n = 0; n < 40; n++) wheel(-40)
    expect(canvas.camera.z).to.equal(4)
    for (let n = 0; n < 80; n++) wheel(40)
    expect(canvas.camera.z).to.equal(0.1)
  })

  it('drags by a transform on what is dragged, tells each movement, and the move once, at the drop', async () => {
    const canvas = await show([at('a', 80, 80), at('b', 400, 80)])
    const moved = heard(canvas, 'items-moved')
    const dragging = heard(canvas, 'items-dragging')
    await drag([120, 100], [220, 180], false)
    await until('moved', () => getComputedStyle(item(canvas, 'a') as HTMLElement).translate === '104px 80px')
    expect(item(canvas, 'b')?.style.translate).to.equal('')
    expect(item(canvas, 'a')?.style.left).to.equal('80px')
    expect(moved).to.deep.equal([])
    await sendMouse({ type: 'up' })
    expect(moved).to.deep.equal([{ ids: ['a'], dx: 104, dy: 80 }])
    expect(dragging.at(-1)).to.deep.equal({ ids: [], dx: 0, dy: 0 })
  })

  it('many are dragged as a picture: their elements stay under a veil until the drop', async () => {
    const canvas = await show(rows(40))
    const [veiled, pictured] = [new Set<string>(), new Set<string>()]
    canvas.painter = { picture: 1, links: () => undefined, left: (_context, id) => veiled.add(id), item: (_context, id) => pictured.add(id) }
    const ids = Array.from({ length: 20 }, (_, n) => `n${n}`)
    canvas.selection = new Set(ids)
    await canvas.updateComplete
    const moved = heard(canvas, 'items-moved')
    const planes = (): readonly HTMLElement[] => [...canvas.renderRoot.querySelectorAll<HTMLElement>('.lift .plane')]
    await drag([120, 40], [220, 120], false)
    await until('a picture', () => pictured.has('n0') && veiled.has('n0'))
    expect(canvas.pictured).to.equal(true)
    expect([...pictured, ...veiled].every((id) => ids.includes(id))).to.equal(true)
    expect(ids.every((id) => (item(canvas, id)?.style.translate ?? '') === '')).to.equal(true)
    const lefts = (): readonly number[] => planes().map((plane) => new DOMMatrix(getComputedStyle(plane).transform).e)
    await until('moved', () => lefts().join() === '0,104')
    canvas.renderRoot.querySelector('.view')?.dispatchEvent(new WheelEvent('wheel', { deltaX: 40, bubbles: true, cancelable: true }))
    await until('the veil goes with the board', () => lefts()[0] === -40)
    canvas.camera = { x: 0, y: 0, z: 1 }
    await sendKeys({ press: 'Escape' })
    expect([planes().length, moved.length]).to.deep.equal([0, 0])
    await sendMouse({ type: 'up' })
    await drag([120, 40], [220, 120])
    expect(moved).to.deep.equal([{ ids, dx: 104, dy: 80 }])
    await until('gone', () => planes().length === 0)
  })

  it('Escape puts a drag back', async () => {
    const canvas = await show([at('a', 80, 80)])
    const moved = heard(canvas, 'items-moved')
    await drag([120, 100], [220, 180], false)
    await sendKeys({ press: 'Escape' })
    await canvas.updateComplete
    expect(item(canvas, 'a')?.style.translate).to.equal('')
    await sendMouse({ type: 'up' })
    expect(moved).to.deep.equal([])
  })

  it('a reader cannot drag', async () => {
    const canvas = await show([at('a', 80, 80)], false)
    const moved = heard(canvas, 'items-moved')
    await drag([120, 100], [220, 180])
    expect(moved).to.deep.equal([])
    expect(canvas.camera.x).to.be.lessThan(0)
  })

  it('a marquee selects what it touches, a click on the ground clears', async () => {
    const canvas = await show([at('a', 80, 80), at('b', 400, 80), at('c', 80, 400)])
    await drag([40, 40], [500, 150])
    expect([...canvas.selection].sort()).to.deep.equal(['a', 'b'])
    await sendMouse({ type: 'click', position: [700, 500] })
    expect(canvas.selection.size).to.equal(0)
  })

  it('is one stop for Tab; arrow keys go from item to item and select', async () => {
    const canvas = await show([at('a', 80, 80), at('b', 400, 80), at('c', 80, 300)])
    expect([...(canvas.shadowRoot?.querySelectorAll('[tabindex="0"]') ?? [])].length).to.equal(1)
    await sendKeys({ press: 'Tab' })
    expect(focused(canvas)).to.equal('a')
    await sendKeys({ press: 'ArrowRight' })
    await canvas.updateComplete
    expect(focused(canvas)).to.equal('b')
    expect([...canvas.selection]).to.deep.equal(['b'])
    const moved = heard(canvas, 'items-moved')
    await sendKeys({ press: 'Alt+Shift+ArrowDown' })
    expect(moved).to.deep.equal([{ ids: ['b'], dx: 0, dy: 40 }])
    const activated = heard(canvas, 'item-activated')
    await sendKeys({ press: 'Enter' })
    expect(activated).to.deep.equal([{ id: 'b', client: undefined }])
  })

  it('an item far away is brought into view when the keyboard goes there', async () => {
    const canvas = await show([at('a', 80, 80), at('far', 5_000, 80)])
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'ArrowRight' })
    await canvas.updateComplete
    expect(focused(canvas)).to.equal('far')
    expect(canvas.visibleIds()).to.include('far')
  })

  it('the focus of an item that goes is handed to the next in reading order', async () => {
    const canvas = await show([at('a', 80, 80), at('b', 400, 80), at('c', 80, 300)])
    await sendKeys({ press: 'Tab' })
    canvas.items = [at('b', 400, 80), at('c', 80, 300)]
    await canvas.updateComplete
    await until('the next has the focus', () => focused(canvas) === 'b')
  })

  it('the DOM has the reading order, also after a move, and the focus stays', async () => {
    const canvas = await show([at('b', 400, 80), at('c', 80, 300), at('a', 80, 80)])
    const order = (): string[] => [...(canvas.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])].map((node) => node.dataset['id'] ?? '')
    expect(order()).to.deep.equal(['a', 'b', 'c'])
    canvas.focusItem('a')
    await canvas.updateComplete
    canvas.items = [at('b', 400, 80), at('c', 80, 300), at('a', 80, 500)]
    await canvas.updateComplete
    expect(order()).to.deep.equal(['b', 'c', 'a'])
    expect(focused(canvas)).to.equal('a')
  })

  it('L, an arrow and Enter draw a link; so does dragging a dot', async () => {
    const canvas = await show([at('a', 80, 80), at('b', 400, 80)])
    const drawn = heard(canvas, 'link-drawn')
    await sendKeys({ press: 'Tab' })
    for (const press of ['l', 'ArrowRight', 'Enter']) await sendKeys({ press })
    expect(drawn).to.deep.equal([{ from: 'a', to: 'b' }])
    await sendMouse({ type: 'move', position: [180, 130] })
    await until('dots', () => canvas.shadowRoot?.querySelector('.dot') !== null)
    await drag([280, 130], [450, 130])
    expect(drawn.length).to.equal(2)
  })

  it('dots leave a small item to be taken, and many in the hand', async () => {
    const canvas = await show([at('a', 80, 200), at('b', 400, 200)])
    const dots = (): number => canvas.shadowRoot?.querySelectorAll('.dot').length ?? 0
    const taken = (x: number, y: number): boolean => canvas.shadowRoot?.elementFromPoint(x, y)?.closest('.item') !== null
    canvas.camera = { x: 0, y: 0, z: 0.3 }
    await until('sharp', () => canvas.style.getPropertyValue('--z') === '0.3')
    await sendMouse({ type: 'move', position: [54, 75] })
    await until('dots', () => dots() === 4)
    for (const y of [61, 75, 89]) expect(taken(54, y), `at ${y}`).to.equal(true)
    canvas.select(['a', 'b'])
    await until('no dots', () => dots() === 0)
    const moved = heard(canvas, 'items-moved')
    await drag([54, 62], [94, 82])
    expect(moved.map(({ ids }) => ids)).to.deep.equal([['a', 'b']])
  })

  it('space and a drag pan; space alone opens', async () => {
    const canvas = await show([at('a', 80, 80)])
    await sendKeys({ press: 'Tab' })
    const opened = heard(canvas, 'item-opened')
    await sendKeys({ down: ' ' })
    await drag([120, 100], [220, 150])
    await sendKeys({ up: ' ' })
    expect(opened).to.deep.equal([])
    expect(canvas.camera.x).to.be.closeTo(-100, 1)
    const next = oneEvent(canvas, 'item-opened')
    await sendKeys({ press: ' ' })
    expect(((await next) as unknown as CustomEvent<{ id: string }>).detail.id).to.equal('a')
  })

  it('from far away items are painted; one that is taken becomes an element and can be dragged', async () => {
    const canvas = await show(rows(2_000))
    const painted = new Set<string>()
    canvas.painter = { picture: 1, links: () => undefined, left: () => undefined, item: (_context, id) => painted.add(id) }
    canvas.camera = { x: 0, y: 0, z: 0.1 }
    await until('painted', () => painted.size > 1_000)
    expect(canvas.far).to.equal(true)
    expect(canvas.mountedIds.length).to.be.at.most(2)
    const moved = heard(canvas, 'items-moved')
    painted.clear()
    await drag([610, 285], [650, 325])
    await until('taken', () => canvas.selection.has('n1025') && moved.length > 0)
    expect(moved[0]?.ids).to.deep.equal(['n1025'])
    expect(item(canvas, 'n1025')).not.to.equal(null)
    await until('painted without it', () => painted.has('n1026'))
    expect(painted.has('n1025')).to.equal(false)
    canvas.camera = { x: 0, y: 0, z: 1 }
    await canvas.updateComplete
    expect(canvas.far).to.equal(false)
    await until('all in view are elements', () => canvas.visibleIds().every((id) => item(canvas, id) !== null))
  })

  it('what lies around the view is mounted little by little, what is in view at once', async () => {
    const canvas = await show(rows(5_000))
    canvas.camera = { x: 5_000, y: 5_000, z: 0.8 }
    await canvas.updateComplete
    expect(canvas.visibleIds().every((id) => item(canvas, id) !== null)).to.equal(true)
    const first = canvas.mountedIds.length
    await until('the surroundings follow', () => canvas.mountedIds.length > first)
  })

  it('an item above another is drawn and taken first', async () => {
    const canvas = await show([{ ...at('low', 80, 80), order: 'a2' }, { ...at('high', 120, 100), order: 'a1' }])
    await sendMouse({ type: 'click', position: [200, 140] })
    expect([...canvas.selection]).to.deep.equal(['low'])
    expect(Number(item(canvas, 'low')?.style.zIndex)).to.be.greaterThan(Number(item(canvas, 'high')?.style.zIndex))
  })

  it('an item in somebody else’s hand is drawn above those that it passes', async () => {
    const canvas = await show([{ ...at('carried', 80, 80), order: 'a1' }, { ...at('lying', 120, 100), order: 'a2' }, { ...at('frame', 0, 0), layer: 'ground' }])
    const onTop = (): string | undefined => canvas.shadowRoot?.elementFromPoint(200, 140)?.closest<HTMLElement>('.item')?.dataset['id']
    expect(onTop()).to.equal('lying')
    canvas.offsets = new Map([['carried', { dx: 8, dy: 8 }], ['frame', { dx: 8, dy: 8 }]])
    await canvas.updateComplete
    expect(onTop()).to.equal('carried')
    canvas.offsets = new Map()
    await canvas.updateComplete
    expect(onTop()).to.equal('lying')
  })

  it('has nothing that axe finds', async () => {
    const canvas = await show([at('a', 80, 80), at('b', 400, 80)])
    await expect(canvas).to.be.accessible()
  })
})
