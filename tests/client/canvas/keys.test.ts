// What keys mean on the board, as tables, and the order in which items follow each other.
import { expect } from '@open-wc/testing'
import type { CanvasItem } from '../../../client/canvas/item.ts'
import { readingOrder } from '../../../client/canvas/reading-order.ts'
import { SpatialIndex } from '../../../client/canvas/spatial-index.ts'
import type { KeyId } from '../../../client/ui/key-map.ts'
import { KEYS_REST, stepKey, type KeyIntent, type KeyPress, type KeyState, type KeyView } from '../../../client/canvas/tools/keys.ts'

const press = (id: KeyId | undefined, key = ''): KeyPress => ({ id, key })
const NEAR = new Map([['a:right', 'b'], ['b:left', 'a'], ['b:right', 'c']])
const view = (more: Partial<KeyView> = {}): KeyView => ({
  focused: 'a', selection: new Set(['a']), canEdit: true,
  nearest: (id, direction) => NEAR.get(`${id}:${direction}`),
  neighbour: (id, by) => (id === undefined ? (by === 1 ? 'first' : 'last') : `${id}${by}`),
  ...more,
})

const TABLE: readonly { name: string; key: KeyPress; view?: KeyView; wants: readonly KeyIntent[] | undefined }[] = [
  { name: 'an arrow goes to the nearest', key: press('nearest', 'ArrowRight'), wants: [{ do: 'focus', id: 'b', extend: false }] },
  { name: 'Shift and an arrow add the nearest', key: press('extend', 'ArrowRight'), wants: [{ do: 'focus', id: 'b', extend: true }] },
  { name: 'an arrow into nothing does nothing', key: press('nearest', 'ArrowUp'), wants: [] },
  { name: 'an arrow with no focus goes to the first', key: press('nearest', 'ArrowUp'), view: view({ focused: undefined }), wants: [{ do: 'focus', id: 'first', extend: false }] },
  { name: 'J goes on in reading order', key: press('next'), wants: [{ do: 'focus', id: 'a1', extend: false }] },
  { name: 'K goes back', key: press('previous'), wants: [{ do: 'focus', id: 'a-1', extend: false }] },
  { name: 'Home goes to the first', key: press('ends', 'Home'), wants: [{ do: 'focus', id: 'first', extend: false }] },
  { name: 'End goes to the last', key: press('ends', 'End'), wants: [{ do: 'focus', id: 'last', extend: false }] },
  { name: 'Alt and an arrow move by 8', key: press('move', 'ArrowLeft'), wants: [{ do: 'nudge', dx: -8, dy: 0 }] },
  { name: 'with Shift by 40', key: press('moveFar', 'ArrowDown'), wants: [{ do: 'nudge', dx: 0, dy: 40 }] },
  { name: 'a reader moves nothing', key: press('move', 'ArrowDown'), view: view({ canEdit: false }), wants: [] },
  { name: 'Enter edits', key: press('edit'), wants: [{ do: 'activate', id: 'a' }] },
  { name: 'Delete deletes', key: press('remove'), wants: [{ do: 'delete' }] },
  { name: 'a reader deletes nothing', key: press('remove'), view: view({ canEdit: false }), wants: undefined },
  { name: 'Escape deselects', key: press('leave'), wants: [{ do: 'deselect' }] },
  { name: 'Escape without a selection is left to others', key: press('leave'), view: view({ selection: new Set() }), wants: undefined },
  { name: 'Ctrl+A selects all', key: press('selectAll'), wants: [{ do: 'select-all' }] },
  { name: '+ zooms in', key: press('zoomIn'), wants: [{ do: 'zoom', factor: 1.25 }] },
  { name: '- zooms out', key: press('zoomOut'), wants: [{ do: 'zoom', factor: 0.8 }] },
  { name: 'Shift+1 shows the board', key: press('fitBoard'), wants: [{ do: 'fit', what: 'board' }] },
  { name: 'Shift+2 shows the selection', key: press('fitSelection'), wants: [{ do: 'fit', what: 'selection' }] },
  { name: 'a key of cards is left to others', key: press('confirm', 'y'), wants: undefined },
  { name: 'Ctrl+Z is left to others', key: press('undo', 'z'), wants: undefined },
  { name: 'a key that means nothing is left to others', key: press(undefined, 'w'), wants: undefined },
]

describe('canvas keys', () => {
  for (const { name, key, view: facing, wants } of TABLE) {
    it(name, () => {
      expect(stepKey(KEYS_REST, key, facing ?? view())?.intents).to.deep.equal(wants)
    })
  }

  function run(state: KeyState, keys: readonly KeyPress[]): { state: KeyState; intents: readonly KeyIntent[] } {
    const intents: KeyIntent[] = []
    for (const key of keys) {
      const next = stepKey(state, key, view())
      state = next?.state ?? state
      intents.push(...(next?.intents ?? []))
    }
    return { state, intents }
  }

  it('L, arrows and Enter draw a link; Escape leaves it', () => {
    const right = press('nearest', 'ArrowRight')
    const { state, intents } = run(KEYS_REST, [press('link'), right, right, press('edit')])
    expect(intents.at(-1)).to.deep.equal({ do: 'link', from: 'a', to: 'c' })
    expect(state).to.deep.equal(KEYS_REST)
    const aiming = stepKey(KEYS_REST, press('link'), view())?.state ?? KEYS_REST
    expect(stepKey(aiming, press('leave'), view())).to.deep.equal({ state: KEYS_REST, intents: [{ do: 'stop-aiming' }] })
    expect(stepKey(aiming, press('edit'), view())?.state).to.deep.equal(aiming)
  })

  it('while an item is sized, arrows change its size by 8, with Shift by 40, and Enter ends it', () => {
    const sizing: KeyState = { at: 'sizing', id: 'a' }
    const { state, intents } = run(sizing, [press('nearest', 'ArrowRight'), press('extend', 'ArrowUp'), press('edit')])
    expect(intents).to.deep.equal([{ do: 'size', id: 'a', dw: 8, dh: 0 }, { do: 'size', id: 'a', dw: 0, dh: -40 }, { do: 'stop-sizing' }])
    expect(state).to.deep.equal(KEYS_REST)
    expect(run(sizing, [press('leave')]).state).to.deep.equal(KEYS_REST)
    expect(stepKey(sizing, press('confirm', 'y'), view())).to.equal(undefined)
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
