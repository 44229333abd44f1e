// What keys mean on the board, as tables, and the order in which items follow each other.
import { expect } from '@open-wc/testing'
import type { CanvasItem } from '../../../client/canvas/item.ts'
import { readingOrder } from '../../../client/canvas/reading-order.ts'
import { SpatialIndex } from '../../../client/canvas/spatial-index.ts'
import { KEYS_REST, stepKey, type KeyIntent, type KeyPress, type KeyState, type KeyView } from '../../../client/canvas/tools/keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, shift: false, alt: false, mod: false, ...more })
const NEAR = new Map([['a:right', 'b'], ['b:left', 'a'], ['b:right', 'c']])
const view = (more: Partial<KeyView> = {}): KeyView => ({
  focused: 'a', selection: new Set(['a']), canEdit: true,
  nearest: (id, direction) => NEAR.get(`${id}:${direction}`),
  neighbour: (id, by) => (id === undefined ? (by === 1 ? 'first' : 'last') : `${id}${by}`),
  ...more,
})

const TABLE: readonly { name: string; key: KeyPress; view?: KeyView; wants: readonly KeyIntent[] | undefined }[] = [
  { name: 'an arrow goes to the nearest', key: press('ArrowRight'), wants: [{ do: 'focus', id: 'b', extend: false }] },
  { name: 'Shift and an arrow add the nearest', key: press('ArrowRight', { shift: true }), wants: [{ do: 'focus', id: 'b', extend: true }] },
  { name: 'an arrow into nothing does nothing', key: press('ArrowUp'), wants: [] },
  { name: 'an arrow with no focus goes to the first', key: press('ArrowUp'), view: view({ focused: undefined }), wants: [{ do: 'focus', id: 'first', extend: false }] },
  { name: 'J goes on in reading order', key: press('j'), wants: [{ do: 'focus', id: 'a1', extend: false }] },
  { name: 'K goes back', key: press('k'), wants: [{ do: 'focus', id: 'a-1', extend: false }] },
  { name: 'End goes to the last', key: press('End'), wants: [{ do: 'focus', id: 'last', extend: false }] },
  { name: 'Alt and an arrow move by 8', key: press('ArrowLeft', { alt: true }), wants: [{ do: 'nudge', dx: -8, dy: 0 }] },
  { name: 'with Shift by 40', key: press('ArrowDown', { alt: true, shift: true }), wants: [{ do: 'nudge', dx: 0, dy: 40 }] },
  { name: 'a reader moves nothing', key: press('ArrowDown', { alt: true }), view: view({ canEdit: false }), wants: [] },
  { name: 'Enter edits', key: press('Enter'), wants: [{ do: 'activate', id: 'a' }] },
  { name: 'Delete deletes', key: press('Delete'), wants: [{ do: 'delete' }] },
  { name: 'a reader deletes nothing', key: press('Delete'), view: view({ canEdit: false }), wants: undefined },
  { name: 'Escape deselects', key: press('Escape'), wants: [{ do: 'deselect' }] },
  { name: 'Ctrl+A selects all', key: press('a', { mod: true }), wants: [{ do: 'select-all' }] },
  { name: '+ zooms in', key: press('+'), wants: [{ do: 'zoom', factor: 1.25 }] },
  { name: '- zooms out', key: press('-'), wants: [{ do: 'zoom', factor: 0.8 }] },
  { name: 'Shift+1 shows the board', key: press('1', { shift: true }), wants: [{ do: 'fit', what: 'board' }] },
  { name: 'Shift+2 shows the selection', key: press('2', { shift: true }), wants: [{ do: 'fit', what: 'selection' }] },
  { name: 'a key of cards is left to others', key: press('y'), wants: undefined },
  { name: 'Ctrl+Z is left to others', key: press('z', { mod: true }), wants: undefined },
]

describe('canvas keys', () => {
  for (const { name, key, view: facing, wants } of TABLE) {
    it(name, () => {
      expect(stepKey(KEYS_REST, key, facing ?? view())?.intents).to.deep.equal(wants)
    })
  }

  it('L, arrows and Enter draw a link; Escape leaves it', () => {
    const intents: KeyIntent[] = []
    let state: KeyState = KEYS_REST
    for (const key of ['l', 'ArrowRight', 'ArrowRight', 'Enter']) {
      const next = stepKey(state, press(key), view())
      state = next?.state ?? state
      intents.push(...(next?.intents ?? []))
    }
    expect(intents.at(-1)).to.deep.equal({ do: 'link', from: 'a', to: 'c' })
    expect(state).to.deep.equal(KEYS_REST)
    const aiming = stepKey(KEYS_REST, press('L'), view())?.state ?? KEYS_REST
    expect(stepKey(aiming, press('Escape'), view())).to.deep.equal({ state: KEYS_REST, intents: [{ do: 'stop-aiming' }] })
    expect(stepKey(aiming, press('Enter'), view())?.state).to.deep.equal(aiming)
  })
})

const at = (id: string, x: number, y: number, more: Partial<CanvasItem> = {}): CanvasItem => ({ id, bounds: { x, y, width: 200, height: 100 }, ...more })

describe('reading order', () => {
  it('is frame by frame, in rows, loose items last', () => {
    const items = [
      at('loose', 0, 0), at('right', 1000, 0, { layer: 'ground' }), at('left', 100, 0, { layer: 'ground' }),
      at('l2', 400, 20, { group: 'left' }), at('l1', 120, 40, { group: 'left' }), at('l3', 120, 300, { group: 'left' }), at('r1', 1020, 40, { group: 'right' }),
    ]
    expect(readingOrder(items)).to.deep.equal(['left', 'l1', 'l2', 'l3', 'right', 'r1', 'loose'])
  })
})

describe('spatial index', () => {
  it('finds the nearest in each direction, and prefers the same row or column', () => {
    const index = new SpatialIndex()
    index.update([at('a', 0, 0), at('right', 300, 10), at('far-right', 900, 0), at('below', 20, 200), at('diagonal', 250, 160)])
    expect(index.nearest('a', 'right')).to.equal('right')
    expect(index.nearest('a', 'down')).to.equal('below')
    expect(index.nearest('a', 'left')).to.equal(undefined)
    expect(index.nearest('right', 'right')).to.equal('far-right')
  })

  it('follows items that move, come and go', () => {
    const index = new SpatialIndex()
    const a = at('a', 0, 0)
    expect(index.update([a, at('b', 500, 0)])).to.equal(true)
    expect(index.update([a, at('b', 500, 0)])).to.equal(false)
    expect(index.update([a, at('b', 500, 900)])).to.equal(true)
    expect(index.touching({ x: 450, y: 0, width: 300, height: 200 }).map(({ id }) => id)).to.deep.equal([])
    expect(index.within({ x: 0, y: 0, width: 2000, height: 2000 }).sort()).to.deep.equal(['a', 'b'])
    expect(index.update([a])).to.equal(true)
    expect(index.get('b')).to.equal(undefined)
  })

  it('a marquee takes a frame only when it goes around it', () => {
    const index = new SpatialIndex()
    index.update([at('frame', 0, 0, { layer: 'ground' }), at('card', 20, 20)])
    expect(index.within({ x: 10, y: 10, width: 50, height: 50 })).to.deep.equal(['card'])
    expect(index.within({ x: -10, y: -10, width: 500, height: 500 }).sort()).to.deep.equal(['card', 'frame'])
  })
})
