// What "the whole board" is: all that lies together, without the few that lie at the end of the world.
import { expect } from '@open-wc/testing'
import { gather, Gathering } from '../../../client/canvas/gathering.ts'
import type { CanvasItem } from '../../../client/canvas/item.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'

const at = (id: string, x: number, y: number): CanvasItem => ({ id, bounds: { x, y, width: 200, height: 100 } })
/** Cards in rows of ten. */
const rows = (count: number, x = 0, y = 0, name = 'n'): CanvasItem[] => Array.from({ length: count }, (_, n) => at(`${name}${n}`, x + (n % 10) * 240, y + Math.floor(n / 10) * 140))
const END = 1e7

describe('what lies together', () => {
  const cases: readonly { readonly name: string; readonly items: readonly CanvasItem[]; readonly rect: Rect | undefined; readonly far: readonly string[] }[] = [
    { name: 'is nothing of nothing', items: [], rect: undefined, far: [] },
    { name: 'is all of a board', items: rows(40), rect: { x: 0, y: 0, width: 2360, height: 520 }, far: [] },
    { name: 'passes over one at each end of the world', items: [...rows(40), at('e', END, 0), at('w', -END, -END), at('s', 300, END)], rect: { x: 0, y: 0, width: 2360, height: 520 }, far: ['e', 's', 'w'] },
    { name: 'of a few, is where most are', items: [at('a', 0, 0), at('b', 300, 0), at('c', END, END), at('d', -END, END)], rect: { x: 0, y: 0, width: 500, height: 100 }, far: ['c', 'd'] },
    { name: 'of two that lie apart, is the one that lies nearer to the beginning', items: [at('far', END, 0), at('near', 400, 0)], rect: { x: 400, y: 0, width: 200, height: 100 }, far: ['far'] },
    { name: 'has two parts with a wide gap between them, when each has its share', items: [...rows(40), ...rows(20, 20_000, 0, 'm')], rect: { x: 0, y: 0, width: 22_360, height: 520 }, far: [] },
    { name: 'has one that was carried a few screens off', items: [...rows(40), at('off', 6_000, 0)], rect: { x: 0, y: 0, width: 6_200, height: 520 }, far: [] },
    { name: 'has a board as long as it grew', items: Array.from({ length: 300 }, (_, n) => at(`n${n}`, n * 240, 0)), rect: { x: 0, y: 0, width: 299 * 240 + 200, height: 100 }, far: [] },
    { name: 'is not drawn out by a trail of a few', items: [...rows(200), ...Array.from({ length: 20 }, (_, n) => at(`t${n}`, 2_400 + (n + 1) * 2_500, 0))], rect: { x: 0, y: 0, width: 12_600, height: 2_760 }, far: Array.from({ length: 16 }, (_, n) => `t${n + 4}`) },
  ]
  for (const { name, items, rect, far } of cases) {
    it(name, () => { expect(gather(items)).to.deep.equal({ rect, far }) })
  }

  it('is the same whatever the order of the items', () => {
    const items = [...rows(40), at('e', END, 0), at('w', -END, 0), ...rows(20, 20_000, 0, 'm')]
    expect(gather([...items].reverse()).rect).to.deep.equal(gather(items).rect)
  })

  it('is not looked for again while somebody moves a card in the midst of the others', () => {
    const items = rows(40)
    const gathering = new Gathering()
    const before = gathering.of(items)
    const moved = items.map((item) => (item.id === 'n15' ? at('n15', 1_300, 200) : item))
    expect(gathering.of(moved)).to.equal(before)
    expect(gathering.of(moved.map((item) => (item.id === 'n15' ? at('n15', END, 0) : item))).far).to.deep.equal(['n15'])
    expect(gathering.of(moved)).to.deep.equal(before)
    expect(gathering.of(moved.slice(1)).rect?.x).to.equal(0)
    expect(gathering.of([at('n15', 8, 8)]).rect).to.deep.equal({ x: 8, y: 8, width: 200, height: 100 })
  })
})
