// What a movement of the board costs, counted instead of timed: items drawn, items painted, changes of the DOM. A board of
// 10,000 items costs what one of 2,000 does, and nothing is done for each item in each frame.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/canvas/canvas.ts'
import type { TacitCanvas } from '../../../client/canvas/canvas.ts'
import type { CanvasItem } from '../../../client/canvas/item.ts'
import { until } from '../../support/local-session.ts'

const FRAMES = 40
const COLUMNS = 50
const rows = (count: number): CanvasItem[] => Array.from({ length: count }, (_, n) => ({ id: `n${n}`, bounds: { x: (n % COLUMNS) * 240, y: Math.floor(n / COLUMNS) * 140, width: 200, height: 100 } }))

interface Work { drawn: number; painted: number; mutations: number; transforms: number; seen: number }

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame)

/** Pans there and back by the wheel, a step in each frame, and waits until all in view is there again. */
async function pan(count: number, zoom: number): Promise<Work> {
  const work: Work = { drawn: 0, painted: 0, mutations: 0, transforms: 0, seen: 0 }
  const painter = { picture: 1, links: () => undefined, left: () => undefined, item: () => { work.painted++ } }
  const renderItem = (id: string) => { work.drawn++; return html`<p role="article" aria-label=${id} style="margin:0;height:100%">${id}</p>` }
  const box = await fixture<HTMLElement>(html`<div style="position:fixed;inset:0;width:800px;height:600px"><tacit-canvas style="height:100%" label="Board" .items=${rows(count)} .painter=${painter} .renderItem=${renderItem}></tacit-canvas></div>`)
  const canvas = box.firstElementChild as TacitCanvas
  await until('measured', () => canvas.size.width === 800)
  canvas.camera = { x: 2_000, y: 1_000, z: zoom }
  const settled = (): boolean => !canvas.moving && (canvas.far || canvas.visibleIds().every((id) => canvas.mountedIds.includes(id)))
  await until('all in view is there', settled)
  Object.assign(work, { drawn: 0, painted: 0 })
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      if (target instanceof HTMLElement && (target.classList.contains('world') || target.classList.contains('ground'))) work.transforms++
      else work.mutations++
    }
  })
  observer.observe(canvas.renderRoot, { subtree: true, childList: true, attributes: true })
  const view = canvas.renderRoot.querySelector('.view')
  for (let frame = 0; frame < FRAMES; frame++) {
    view?.dispatchEvent(new WheelEvent('wheel', { deltaX: frame < FRAMES / 2 ? 24 : -24, deltaY: frame < FRAMES / 2 ? 8 : -8, bubbles: true, cancelable: true }))
    await nextFrame()
  }
  await until('all in view is there again', settled)
  observer.disconnect()
  work.seen = canvas.visibleIds().length
  box.remove()
  return work
}

describe('the work of a movement', () => {
  it('near by, items are drawn for what comes into view, whatever the size of the board', async () => {
    for (const count of [2_000, 10_000]) {
      const work = await pan(count, 0.5)
      expect(work.seen, `${count} items`).to.be.within(20, 80)
      expect(work.drawn, `items drawn of ${count}`).to.be.below(8 * work.seen)
      expect(work.painted, `items painted of ${count}`).to.be.below(40 * work.seen)
      expect(work.mutations, `changes of the DOM with ${count}`).to.be.below(40 * work.seen)
    }
  })

  it('from far away no item is drawn, and each is painted some times and not in each frame', async () => {
    for (const count of [2_000, 10_000]) {
      const work = await pan(count, 0.1)
      expect(work.seen, `${count} items`).to.be.above(700)
      expect(work.drawn, `items drawn of ${count}`).to.be.below(10)
      // Tiles are squares: an item at their edge belongs to several.
      expect(work.painted, `items painted of ${count}`).to.be.below(8 * work.seen)
    }
  })

  it('from far away, bitmaps that have left the view are used again: a long way needs no more of them than a short one', async () => {
    const painter = { picture: 1, links: () => undefined, left: () => undefined, item: () => undefined }
    const box = await fixture<HTMLElement>(html`<div style="position:fixed;inset:0;width:800px;height:600px"><tacit-canvas style="height:100%" label="Board" .items=${rows(10_000)} .painter=${painter}></tacit-canvas></div>`)
    const canvas = box.firstElementChild as TacitCanvas
    await until('measured', () => canvas.size.width === 800)
    canvas.camera = { x: 0, y: 0, z: 0.1 }
    await until('far', () => canvas.far)
    const bitmaps = (): number => canvas.renderRoot.querySelectorAll('.tiles canvas').length
    let most = 0
    for (let step = 0; step < 40; step++) {
      canvas.renderRoot.querySelector('.view')?.dispatchEvent(new WheelEvent('wheel', { deltaY: 400, bubbles: true, cancelable: true }))
      await nextFrame()
      most = Math.max(most, bitmaps())
    }
    expect(canvas.camera.y).to.be.above(100_000)
    // Two by three are in view at the most, two more lie around on each side, and one is on its way.
    expect(most).to.be.within(2, 60)
    box.remove()
  })

  it('a drag is shown and told once a frame, however many places the pointer tells of', async () => {
    const renderItem = (id: string) => html`<p role="article" aria-label=${id} style="margin:0;height:100%">${id}</p>`
    const box = await fixture<HTMLElement>(html`<div style="position:fixed;inset:0;width:800px;height:600px"><tacit-canvas style="height:100%" label="Board" canEdit .items=${rows(4)} .renderItem=${renderItem}></tacit-canvas></div>`)
    const canvas = box.firstElementChild as TacitCanvas
    await until('measured', () => canvas.size.width === 800)
    canvas.camera = { x: 0, y: 0, z: 1 }
    await canvas.updateComplete
    const told: number[] = []
    canvas.addEventListener('items-dragging', (event) => told.push((event as CustomEvent<{ dx: number }>).detail.dx))
    canvas.showDrag(['n0'], 8, 0, [])
    for (let dx = 16; dx <= 160; dx += 8) canvas.showDrag(['n0'], dx, 0, [])
    expect(told).to.deep.equal([8])
    await until('the last place', () => told.at(-1) === 160)
    expect(told).to.deep.equal([8, 160])
    canvas.endDrag(false)
    box.remove()
  })
})
