// What a pointer does, as tables: state and event in, state and intents out. No DOM.
import { expect } from '@open-wc/testing'
import { asTool, REST, step, type PointerState } from '../../../client/canvas/tools/pointer-tool.ts'
import { resized } from '../../../client/canvas/tools/resizing.ts'
import { snapped } from '../../../client/canvas/tools/snapping.ts'
import { intersects, type Rect } from '../../../shared/geometry/geometry.ts'
import type { Intent, Target, ToolEvent, ToolView } from '../../../client/canvas/tools/tool.ts'

const GROUND: Target = { on: 'ground' }
const item = (id: string): Target => ({ on: 'item', id })
const at = (x: number, y: number): { x: number; y: number } => ({ x, y })
const facts = (x: number, y: number, on: Target, more: { shift?: boolean; ctrl?: boolean; alt?: boolean } = {}): { at: { x: number; y: number }; on: Target; shift: boolean; ctrl: boolean; alt: boolean } =>
  ({ at: at(x, y), on, shift: more.shift ?? false, ctrl: more.ctrl ?? false, alt: more.alt ?? false })
const down = (x: number, y: number, on: Target, more: { shift?: boolean; touch?: boolean; pan?: boolean } = {}): ToolEvent =>
  ({ type: 'down', ...facts(x, y, on, more), touch: more.touch ?? false, pan: more.pan ?? false })
const move = (x: number, y: number, on: Target = GROUND, more: { ctrl?: boolean } = {}): ToolEvent => ({ type: 'move', ...facts(x, y, on, more) })
const up = (x: number, y: number, on: Target = GROUND, more: { alt?: boolean; shift?: boolean } = {}): ToolEvent => ({ type: 'up', ...facts(x, y, on, more) })

function view(more: Partial<Pick<ToolView, 'canEdit' | 'camera'>> & { selection?: string[]; within?: string[] } = {}): ToolView {
  return {
    camera: more.camera ?? { x: 0, y: 0, z: 1 }, size: { width: 1000, height: 800 }, selection: new Set(more.selection), canEdit: more.canEdit ?? true,
    bounds: (id) => (id === 'a' ? { x: 100, y: 100, width: 200, height: 100 } : { x: 500, y: 100, width: 200, height: 100 }),
    within: () => more.within ?? [],
    sizing: (id) => (id === 'a' ? { width: [168, 320] } : undefined),
    members: (id) => (id === 'frame' ? ['a', 'b'] : []),
    near: () => [],
  }
}

function run(events: readonly ToolEvent[], facing: ToolView): { state: PointerState; intents: Intent[] } {
  let state = REST
  const intents: Intent[] = []
  let { selection } = facing
  for (const event of events) {
    const next = step(state, event, { ...facing, selection })
    state = next.state
    intents.push(...next.intents)
    for (const intent of next.intents) if (intent.do === 'select') selection = new Set(intent.ids)
  }
  return { state, intents }
}

const TABLE: readonly { name: string; events: readonly ToolEvent[]; view?: ToolView; wants: readonly Intent[] }[] = [
  { name: 'a click selects', events: [down(150, 150, item('a')), up(150, 150)], wants: [{ do: 'select', ids: ['a'] }] },
  { name: 'a click on one of several selects it alone, at the end', events: [down(150, 150, item('a')), up(150, 150)], view: view({ selection: ['a', 'b'] }), wants: [{ do: 'select', ids: ['a'] }] },
  { name: 'Shift adds', events: [down(150, 150, item('a'), { shift: true }), up(150, 150)], view: view({ selection: ['b'] }), wants: [{ do: 'select', ids: ['b', 'a'] }] },
  { name: 'Shift takes out', events: [down(150, 150, item('a'), { shift: true }), up(150, 150)], view: view({ selection: ['a', 'b'] }), wants: [{ do: 'select', ids: ['b'] }] },
  { name: 'a click on the ground clears', events: [down(10, 10, GROUND), up(10, 10)], view: view({ selection: ['a'] }), wants: [{ do: 'select', ids: [] }] },
  { name: 'less than 4 px is a click', events: [down(150, 150, item('a')), move(153, 151), up(153, 151)], view: view({ selection: ['a'] }), wants: [] },
  {
    name: 'from 4 px on it is a drag, on the grid of 8, dropped once',
    events: [down(150, 150, item('a')), move(160, 150), move(181, 150), up(181, 150)], view: view({ selection: ['a'] }),
    wants: [{ do: 'drag', ids: ['a'], dx: 12, dy: 4, guides: [] }, { do: 'drag', ids: ['a'], dx: 28, dy: 4, guides: [] }, { do: 'drop', ids: ['a'], dx: 28, dy: 4, copy: false }],
  },
  {
    name: 'a drag moves all that is selected',
    events: [down(150, 150, item('a')), move(158, 150), up(158, 150)], view: view({ selection: ['a', 'b'] }),
    wants: [{ do: 'drag', ids: ['a', 'b'], dx: 12, dy: 4, guides: [] }, { do: 'drop', ids: ['a', 'b'], dx: 12, dy: 4, copy: false }],
  },
  {
    name: 'Escape puts back',
    events: [down(150, 150, item('a')), move(190, 150), { type: 'cancel' }, up(190, 150)], view: view({ selection: ['a'] }),
    wants: [{ do: 'drag', ids: ['a'], dx: 44, dy: 4, guides: [] }, { do: 'put-back', ids: ['a'] }],
  },
  {
    name: 'a drag back to where it began moves nothing',
    events: [down(150, 150, item('a')), move(190, 150, GROUND, { ctrl: true }), move(150, 150, GROUND, { ctrl: true }), up(150, 150)], view: view({ selection: ['a'] }),
    wants: [{ do: 'drag', ids: ['a'], dx: 40, dy: 0, guides: [] }, { do: 'drag', ids: ['a'], dx: 0, dy: 0, guides: [] }, { do: 'put-back', ids: ['a'] }],
  },
  {
    name: 'a marquee takes what it touches',
    events: [down(10, 10, GROUND), move(400, 300), up(400, 300)], view: view({ within: ['a'] }),
    wants: [{ do: 'marquee', rect: { x: 10, y: 10, width: 390, height: 290 } }, { do: 'select', ids: ['a'] }, { do: 'marquee', rect: undefined }],
  },
  {
    name: 'Shift lets a marquee add',
    events: [down(10, 10, GROUND, { shift: true }), move(400, 300), up(400, 300)], view: view({ within: ['a'], selection: ['b'] }),
    wants: [{ do: 'marquee', rect: { x: 10, y: 10, width: 390, height: 290 } }, { do: 'select', ids: ['b', 'a'] }, { do: 'marquee', rect: undefined }],
  },
  { name: 'space, middle button or hand pan, on an item too', events: [down(10, 10, item('a'), { pan: true }), move(30, 15), up(30, 15)], wants: [{ do: 'pan', dx: 20, dy: 5 }] },
  { name: 'one finger pans, from the ground or an item', events: [down(10, 10, item('a'), { touch: true }), move(30, 15), move(40, 15), up(40, 15)], wants: [{ do: 'pan', dx: 20, dy: 5 }, { do: 'pan', dx: 10, dy: 0 }] },
  { name: 'a tap selects', events: [down(150, 150, item('a'), { touch: true }), up(150, 150)], wants: [{ do: 'select', ids: ['a'] }] },
  {
    name: 'a finger that rests lifts the item',
    events: [down(150, 150, item('a'), { touch: true }), { type: 'hold' }, move(170, 150), up(170, 150)], view: view({ selection: ['a'] }),
    wants: [{ do: 'drag', ids: ['a'], dx: 4, dy: 4, guides: [] }, { do: 'drag', ids: ['a'], dx: 20, dy: 4, guides: [] }, { do: 'drop', ids: ['a'], dx: 20, dy: 4, copy: false }],
  },
  { name: 'a reader drags nothing: the board is panned', events: [down(150, 150, item('a')), move(170, 150), up(170, 150)], view: view({ canEdit: false, selection: ['a'] }), wants: [{ do: 'pan', dx: 20, dy: 0 }] },
  {
    name: 'from a dot to an item draws a link',
    events: [down(300, 150, { on: 'dot', id: 'a' }), move(510, 150, item('b')), up(510, 150, item('b'))],
    wants: [{ do: 'aim', from: 'a', to: at(510, 150), over: 'b' }, { do: 'stop-aiming' }, { do: 'link', from: 'a', to: 'b' }],
  },
  {
    name: 'a link let go over the ground asks what it rests on',
    events: [down(300, 150, { on: 'dot', id: 'a' }), up(400, 400, GROUND)],
    wants: [{ do: 'stop-aiming' }, { do: 'link-to-ground', from: 'a', at: at(400, 400) }],
  },
  { name: 'a press on a dot that goes nowhere takes its item', events: [down(300, 150, { on: 'dot', id: 'a' }), up(301, 151, item('a'))], wants: [{ do: 'stop-aiming' }, { do: 'select', ids: ['a'] }] },
  { name: 'with Shift it adds the item', events: [down(300, 150, { on: 'dot', id: 'a' }, { shift: true }), up(301, 151, item('a'), { shift: true })], view: view({ selection: ['b'] }), wants: [{ do: 'stop-aiming' }, { do: 'select', ids: ['b', 'a'] }] },
  { name: 'a link back to its own item is left to be refused', events: [down(300, 150, { on: 'dot', id: 'a' }), up(150, 150, item('a'))], wants: [{ do: 'stop-aiming' }, { do: 'link', from: 'a', to: 'a' }] },
  { name: 'a click on a line picks the link', events: [down(400, 150, { on: 'link', id: 'l' }), up(401, 150)], wants: [{ do: 'pick-link', id: 'l', at: at(400, 150) }] },
  {
    name: 'with Alt a drag ends in copies',
    events: [down(150, 150, item('a')), move(158, 150), up(158, 150, GROUND, { alt: true })], view: view({ selection: ['a'] }),
    wants: [{ do: 'drag', ids: ['a'], dx: 12, dy: 4, guides: [] }, { do: 'drop', ids: ['a'], dx: 12, dy: 4, copy: true }],
  },
  {
    name: 'what lies on a frame is dragged with it, once, and not selected',
    events: [down(10, 10, item('frame')), move(18, 10), up(18, 10)], view: view({ selection: ['frame', 'a'] }),
    wants: [{ do: 'drag', ids: ['frame', 'a', 'b'], dx: 12, dy: 4, guides: [] }, { do: 'drop', ids: ['frame', 'a', 'b'], dx: 12, dy: 4, copy: false }],
  },
  {
    name: 'an edge changes the size, within its limits, told once at the end',
    events: [down(300, 150, { on: 'edge', id: 'a', edge: 'e' }), move(330, 150), move(900, 150), up(900, 150)],
    wants: [
      { do: 'resize', id: 'a', rect: { x: 100, y: 100, width: 232, height: 100 } }, { do: 'resize', id: 'a', rect: { x: 100, y: 100, width: 320, height: 100 } },
      { do: 'resized', id: 'a', rect: { x: 100, y: 100, width: 320, height: 100 } }, { do: 'resize', id: 'a', rect: undefined },
    ],
  },
  {
    name: 'Escape puts the size back',
    events: [down(300, 150, { on: 'edge', id: 'a', edge: 'e' }), move(330, 150), { type: 'cancel' }, up(330, 150)],
    wants: [{ do: 'resize', id: 'a', rect: { x: 100, y: 100, width: 232, height: 100 } }, { do: 'resize', id: 'a', rect: undefined }],
  },
  { name: 'a reader changes no size', events: [down(300, 150, { on: 'edge', id: 'a', edge: 'e' }), move(330, 150), up(330, 150)], view: view({ canEdit: false }), wants: [] },
  {
    name: 'the frame tool draws on the grid, from anywhere',
    events: [asTool('frame', down(13, 13, item('a'))), move(203, 99), up(203, 99)],
    wants: [{ do: 'marquee', rect: { x: 16, y: 16, width: 184, height: 80 } }, { do: 'marquee', rect: undefined }, { do: 'draw-frame', rect: { x: 16, y: 16, width: 184, height: 80 } }],
  },
  { name: 'a frame that is left in the making is none', events: [asTool('frame', down(13, 13, GROUND)), move(203, 99), { type: 'cancel' }], wants: [{ do: 'marquee', rect: { x: 16, y: 16, width: 184, height: 80 } }, { do: 'marquee', rect: undefined }] },
  { name: 'a double click on the ground asks for a card there', events: [{ type: 'double', ...facts(40, 50, GROUND) }], view: view({ camera: { x: 100, y: 0, z: 2 } }), wants: [{ do: 'ground', at: at(120, 25) }] },
  { name: 'a double click on an item edits it', events: [{ type: 'double', ...facts(150, 150, item('a')) }], wants: [{ do: 'activate', id: 'a', at: at(150, 150) }] },
]

describe('pointer tool', () => {
  for (const { name, events, view: facing, wants } of TABLE) {
    it(name, () => {
      const { state, intents } = run(events, facing ?? view())
      expect(intents).to.deep.equal(wants)
      expect(state).to.deep.equal(REST)
    })
  }

  it('selects what is pressed before it is dragged', () => {
    const { intents } = run([down(150, 150, item('a'))], view())
    expect(intents).to.deep.equal([{ do: 'select', ids: ['a'] }])
  })

  it('at the edge of the view a drag moves the board with it, at most 12 px a frame', () => {
    const facing = view({ selection: ['a'] })
    const dragging = run([down(150, 150, item('a')), move(1000, 400, GROUND, { ctrl: true })], facing).state
    const next = step(dragging, { type: 'tick' }, facing)
    expect(next.intents).to.deep.equal([{ do: 'pan', dx: -12, dy: 0 }, { do: 'drag', ids: ['a'], dx: 862, dy: 250, guides: [] }])
    const still = run([down(150, 150, item('a')), move(500, 400)], facing).state
    expect(step(still, { type: 'tick' }, facing).intents).to.deep.equal([])
  })

  it('the hand pans on anything, the link tool draws from anywhere on an item', () => {
    expect(asTool('hand', down(0, 0, item('a')))).to.include({ pan: true })
    expect(asTool('link', down(0, 0, item('a')))).to.deep.include({ on: { on: 'dot', id: 'a' } })
    expect(asTool('link', down(0, 0, GROUND))).to.deep.include({ on: GROUND })
  })
})

const OTHER: Rect = { x: 500, y: 203, width: 200, height: 100 }
const asked = (area: Rect): readonly Rect[] => (intersects(area, OTHER) ? [OTHER] : [])

describe('snapping', () => {
  it('takes the grid of 8, and with Ctrl only whole pixels', () => {
    expect(snapped({ x: 3, y: 5, width: 10, height: 10 }, 10, 10, false)).to.deep.equal({ dx: 13, dy: 11, guides: [] })
    expect(snapped({ x: 3, y: 5, width: 10, height: 10 }, 10.4, 9.6, true, 1, asked)).to.deep.equal({ dx: 10, dy: 10, guides: [] })
  })

  it('takes the edges and centres of neighbours within 6 screen pixels, and says where', () => {
    const own: Rect = { x: 100, y: 100, width: 200, height: 60 }
    expect(snapped(own, 150, 107, false, 1, asked), 'top edges').to.deep.equal({ dx: 148, dy: 103, guides: [{ axis: 'y', at: 203, from: 248, to: 700 }] })
    expect(snapped(own, 150, 126, false, 1, asked), 'centres').to.deep.include({ dy: 123 })
    expect(snapped(own, 403, 300, false, 1, asked), 'left edges').to.deep.include({ dx: 400, guides: [{ axis: 'x', at: 500, from: 203, to: 460 }] })
    expect(snapped(own, 150, 110, false, 1, asked), '7 pixels away').to.deep.include({ dy: 108, guides: [] })
    expect(snapped(own, 150, 110, false, 0.5, asked), '7 pixels away, seen from afar').to.deep.include({ dy: 103 })
  })

  it('looks at what is near only, and never at more than it can', () => {
    const areas: Rect[] = []
    snapped({ x: 0, y: 0, width: 200, height: 100 }, 40, 0, false, 2, (area) => { areas.push(area); return [] })
    expect(areas).to.deep.equal([{ x: -120, y: -160, width: 520, height: 420 }])
    const looked = new Set<number>()
    const many = Array.from({ length: 5_000 }, (_, n) => ({ get x() { looked.add(n); return n * 1_000 }, y: 0, width: 10, height: 10 }))
    snapped({ x: 0, y: 0, width: 200, height: 100 }, 40, 0, false, 1, () => many)
    expect(looked.size).to.be.within(1, 200)
  })
})

describe('sizes', () => {
  const was: Rect = { x: 96, y: 96, width: 480, height: 320 }
  const frame = { width: [160, 4_000], height: [120, 4_000] } as const
  for (const [edge, dx, dy, rect] of [
    ['e', 21, 99, { x: 96, y: 96, width: 504, height: 320 }],
    ['w', 16, 99, { x: 112, y: 96, width: 464, height: 320 }],
    ['n', 50, -24, { x: 96, y: 72, width: 480, height: 344 }],
    ['s', 50, -1_000, { x: 96, y: 96, width: 480, height: 120 }],
    ['se', 8, 8, { x: 96, y: 96, width: 488, height: 328 }],
    ['nw', 1_000, 1_000, { x: 416, y: 296, width: 160, height: 120 }],
  ] as const) {
    it(`pulled at ${edge} by ${dx}, ${dy}`, () => {
      expect(resized(was, edge, dx, dy, frame)).to.deep.equal(rect)
    })
  }

  it('have no height where the height follows from the words', () => {
    expect(resized({ x: 0, y: 0, width: 216, height: 100 }, 'se', 24, 80, { width: [168, 320] })).to.deep.equal({ x: 0, y: 0, width: 240, height: 100 })
  })
})
