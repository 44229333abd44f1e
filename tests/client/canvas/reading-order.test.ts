// The reading order is kept from one list of items to the next: after any changes it is that of all sorted anew, and one
// change looks at few of many items. Looks are counted, not timed.
import { expect } from '@open-wc/testing'
import type { CanvasItem } from '../../../client/canvas/item.ts'
import { ReadingOrder, readingOrder } from '../../../client/canvas/reading-order.ts'

const MANY = 2_000
const SEED = 20_261_121

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const item = (id: string, x: number, y: number, more: Partial<CanvasItem> = {}): CanvasItem => ({ id, bounds: { x, y, width: 200, height: 100 }, ...more })

/** Items that count how often their place is looked at. */
function counted(count: number): { readonly items: CanvasItem[]; readonly looks: () => number } {
  let looks = 0
  const items = Array.from({ length: count }, (_, n): CanvasItem => {
    const bounds = { x: (n % 50) * 240, y: Math.floor(n / 50) * 140, width: 200, height: 100 }
    return { id: `n${n}`, get bounds() { looks++; return bounds } }
  })
  return { items, looks: () => looks }
}

describe('reading order', () => {
  it('is frame by frame, in rows, loose items last', () => {
    const items = [item('loose', 0, 0), item('b', 700, 900, { group: 'f' }), item('a', 400, 910, { group: 'f' }), item('f', 300, 800, { layer: 'ground' }), item('e', 0, 800, { layer: 'ground' }), item('lost', 0, 10, { group: 'gone' })]
    expect(readingOrder(items)).to.deep.equal(['e', 'f', 'a', 'b', 'loose', 'lost'])
  })

  it('looks at few items for one that moves or is new', () => {
    const { items, looks } = counted(MANY)
    const order = new ReadingOrder()
    order.update(items)
    const before = looks()
    const moved = items.with(40, item('n40', 5_000, 2_000))
    order.update(moved)
    const made = [...moved, item('new', 240, 140)]
    order.update(made)
    const ranks = ['new', 'n40'].map((id) => order.rank(id))
    expect(looks() - before).to.be.within(1, 400)
    expect(ranks).to.deep.equal(['new', 'n40'].map((id) => readingOrder(made).indexOf(id)))
  })

  it(`is that of all sorted anew after any changes (seed ${SEED})`, () => {
    const any = numbers(SEED)
    for (let run = 0; run < 30; run++) {
      const make = (id: string): CanvasItem => item(id, any(2_000), any(1_000), any(8) === 0 ? { layer: 'ground' } : any(2) === 0 ? { group: `n${any(40)}` } : {})
      let items = Array.from({ length: 40 }, (_, n) => make(`n${n}`))
      const order = new ReadingOrder()
      order.update(items)
      for (let step = 0; step < 30; step++) {
        const at = any(items.length)
        const what = any(6)
        if (what === 0) items = [...items, make(`s${run}-${step}`)]
        else if (what === 1 && items.length > 10) items = items.toSpliced(at, 1)
        else items = items.with(at, make(items[at]?.id ?? ''))
        order.update(items)
        expect(order.order.map(({ id }) => id), `run ${run}, step ${step}`).to.deep.equal(readingOrder(items))
        expect(order.order.every(({ id }, place) => order.rank(id) === place)).to.equal(true)
      }
    }
  })
})
