// The map of the board: it shows where the view is, moves it by pointer and by arrow keys, and is remembered.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands'
import '../../../client/app/stage/minimap.ts'
import type { TacitMinimap } from '../../../client/app/stage/minimap.ts'
import '../../../client/app/stage/zoom-control.ts'
import type { TacitZoomControl } from '../../../client/app/stage/zoom-control.ts'
import type { CanvasItem } from '../../../client/canvas/item.ts'
import { until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'

const items: CanvasItem[] = Array.from({ length: 40 }, (_, n) => ({ id: `n${n}`, bounds: { x: (n % 8) * 300, y: Math.floor(n / 8) * 200, width: 216, height: 120 } }))

async function show(): Promise<{ map: TacitMinimap; wanted: { x: number; y: number }[] }> {
  const map = await fixture<TacitMinimap>(html`<tacit-minimap style="position:fixed;left:100px;top:100px" .items=${items}></tacit-minimap>`)
  const wanted: { x: number; y: number }[] = []
  map.addEventListener('pan-wanted', (event) => wanted.push((event as CustomEvent<{ x: number; y: number }>).detail))
  map.look({ x: 0, y: 0, width: 800, height: 400 })
  return { map, wanted }
}

describe('map of the board', () => {
  before(() => dressPage())
  afterEach(() => resetMouse())

  it('shows the part that is in view, and follows it', async () => {
    const { map } = await show()
    const frame = map.renderRoot.querySelector<HTMLElement>('.view') as HTMLElement
    const before = frame.getBoundingClientRect()
    map.look({ x: 900, y: 300, width: 400, height: 200 })
    const after = frame.getBoundingClientRect()
    expect(after.left).to.be.greaterThan(before.left)
    expect(after.width).to.be.closeTo(before.width / 2, 2)
  })

  it('a press beside the view asks for that place, a drag of the view for as much as it goes', async () => {
    const { wanted } = await show()
    await sendMouse({ type: 'move', position: [260, 180] })
    await sendMouse({ type: 'down' })
    expect(wanted[0]?.x).to.be.greaterThan(800)
    await sendMouse({ type: 'up' })
    wanted.length = 0
    await sendMouse({ type: 'move', position: [120, 125] })
    await sendMouse({ type: 'down' })
    expect(wanted).to.deep.equal([])
    await sendMouse({ type: 'move', position: [130, 125] })
    await sendMouse({ type: 'up' })
    expect(wanted[0]?.x).to.be.within(100, 200)
    expect(wanted[0]?.y).to.be.closeTo(0, 1)
  })

  it('shows the ground around a lone card, too', async () => {
    const map = await fixture<TacitMinimap>(html`<tacit-minimap .items=${items.slice(0, 1)}></tacit-minimap>`)
    map.look({ x: 0, y: 0, width: 216, height: 120 })
    const { width } = map.renderRoot.querySelector('.view')?.getBoundingClientRect() ?? new DOMRect()
    expect(width).to.be.within(10, map.offsetWidth / 4)
  })

  it('arrow keys move the view', async () => {
    const { map, wanted } = await show()
    map.focus()
    await sendKeys({ press: 'ArrowRight' })
    expect(wanted).to.deep.equal([{ x: 100, y: 0 }])
  })

  it('pales with the filter', async () => {
    const { map } = await show()
    const canvas = map.renderRoot.querySelector('canvas') as HTMLCanvasElement
    const ink = (): number => Array.from(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []).reduce((sum, value, at) => (at % 4 === 3 ? sum + value : sum), 0)
    const all = ink()
    map.matching = new Set(['n0'])
    await map.updateComplete
    const some = ink()
    expect(some).to.be.within(1, all / 2)
    map.matching = undefined
    await map.updateComplete
    expect(ink()).to.equal(all)
  })

  it('can be hidden, which is remembered, and has nothing that axe finds', async () => {
    localStorage.removeItem('tacit:map')
    const zoom = await fixture<TacitZoomControl>(html`<tacit-zoom-control .boardShown=${true} .items=${items}></tacit-zoom-control>`)
    await until('the map is there', () => zoom.renderRoot.querySelector('tacit-minimap')?.shadowRoot?.querySelector('canvas') !== undefined)
    await expect(zoom).to.be.accessible()
    zoom.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.click()
    await zoom.updateComplete
    expect(zoom.renderRoot.querySelector('tacit-minimap')).to.equal(null)
    expect(localStorage.getItem('tacit:map')).to.equal('false')
    localStorage.removeItem('tacit:map')
  })
})
