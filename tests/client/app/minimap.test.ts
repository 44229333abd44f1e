// The map of the board: it shows where the view is, moves it by pointer and by arrow keys, and is remembered.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands'
import '../../../client/app/stage/minimap.ts'
import type { TacitMinimap } from '../../../client/app/stage/minimap.ts'
import '../../../client/app/stage/zoom-control.ts'
import type { TacitZoomControl } from '../../../client/app/stage/zoom-control.ts'
import { CardItems } from '../../../client/app/stage/card-items.ts'
import type { CanvasItem } from '../../../client/canvas/item.ts'
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { answer, boardOf, card } from '../cards/sample-board.ts'
import { until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'

const NOW = Date.parse('2026-02-02T10:00:00Z')
const items: CanvasItem[] = Array.from({ length: 40 }, (_, n) => ({ id: `n${n}`, bounds: { x: (n % 8) * 300, y: Math.floor(n / 8) * 200, width: 216, height: 120 } }))

async function show(): Promise<{ map: TacitMinimap; wanted: { x: number; y: number }[] }> {
  const map = await fixture<TacitMinimap>(html`<tacit-minimap style="position:fixed;left:100px;top:100px" .items=${items}></tacit-minimap>`)
  const wanted: { x: number; y: number }[] = []
  map.addEventListener('pan-wanted', (event) => wanted.push((event as CustomEvent<{ x: number; y: number }>).detail))
  map.look({ x: 0, y: 0, width: 800, height: 400 })
  return { map, wanted }
}

function pixelsOf(map: TacitMinimap): Uint8ClampedArray {
  const canvas = map.renderRoot.querySelector('canvas')
  return canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
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

  it('looks at what changed alone: one card in two thousand that moves, or is judged otherwise', async () => {
    const cards = Array.from({ length: 2_000 }, (_, n): Card => ({ ...card(`n${n}`, 'assumption', `Belief ${n}`), x: (n % 50) * 300, y: Math.floor(n / 50) * 200 }))
    const state = (all: readonly Card[]): BoardState => boardOf(all.map((one) => ({ card: one })))
    const stage = new CardItems()
    const before = state(cards)
    const was = judge(before, NOW)
    const map = await fixture<TacitMinimap>(html`<tacit-minimap .items=${stage.of(before)} .board=${before} .judgements=${was}></tacit-minimap>`)
    const retired = { ...before, cards: before.cards.set('n7', { ...(cards[7] as Card), retired: true, x: 40 }) }
    const now = judge(retired, NOW + 1, { judgements: was })
    const asked: string[] = []
    const assumption = now.assumption.bind(now)
    now.assumption = (id) => { asked.push(id); return assumption(id) }
    Object.assign(map, { items: stage.of(retired), board: retired, judgements: now })
    await map.updateComplete
    expect(asked).to.contain('n7')
    expect(asked.length).to.be.below(20)
    const full = await fixture<TacitMinimap>(html`<tacit-minimap .items=${stage.of(retired)} .board=${retired} .judgements=${now}></tacit-minimap>`)
    const [patched, whole] = [pixelsOf(map), pixelsOf(full)]
    expect(patched.filter((value, at) => Math.abs(value - (whole[at] ?? 0)) > 48).length, 'pixels unlike those of a picture painted whole').to.equal(0)
  })

  it('shows what time alone has changed', async () => {
    const due = { ...card('due', 'assumption', 'Belief'), fields: { reviewBy: '2026-02-01T00:00:00Z', askTeams: ['sales'] } }
    const board = boardOf([{ card: due }], { answers: [{ ...answer('a1', 'due', 'dele', 'sales', 'confirm'), at: '2026-01-01T00:00:00Z', basis: statementOf(due) }] })
    const [early, late] = [Date.parse('2026-01-20T00:00:00Z'), Date.parse('2026-03-20T00:00:00Z')]
    const was = judge(board, early)
    const items = new CardItems().of(board)
    const map = await fixture<TacitMinimap>(html`<tacit-minimap .items=${items} .board=${board} .judgements=${was}></tacit-minimap>`)
    const picture = (): string | undefined => map.renderRoot.querySelector('canvas')?.toDataURL()
    const before = picture()
    const now = judge(board, late, { judgements: was })
    expect(now.assumption('due').state).not.to.equal(was.assumption('due').state)
    map.judgements = now
    await map.updateComplete
    expect(picture() !== before, 'another picture').to.equal(true)
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
