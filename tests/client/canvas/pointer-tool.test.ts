// What a pointer does, as tables: state and event in, state and intents out. No DOM.
import { expect } from '@open-wc/testing'
import { asTool, REST, snapped, step, type PointerState } from '../../../client/canvas/tools/pointer-tool.ts'
import type { Intent, Target, ToolEvent, ToolView } from '../../../client/canvas/tools/tool.ts'

const GROUND: Target = { on: 'ground' }
const item = (id: string): Target => ({ on: 'item', id })
const at = (x: number, y: number): { x: number; y: number } => ({ x, y })
const facts = (x: number, y: number, on: Target, more: { shift?: boolean; ctrl?: boolean } = {}): { at: { x: number; y: number }; on: Target; shift: boolean; ctrl: boolean } =>
  ({ at: at(x, y), on, shift: more.shift ?? false, ctrl: more.ctrl ?? false })
const down = (x: number, y: number, on: Target, more: { shift?: boolean; touch?: boolean; pan?: boolean } = {}): ToolEvent =>
  ({ type: 'down', ...facts(x, y, on, more), touch: more.touch ?? false, pan: more.pan ?? false })
const move = (x: number, y: number, on: Target = GROUND, more: { ctrl?: boolean } = {}): ToolEvent => ({ type: 'move', ...facts(x, y, on, more) })
const up = (x: number, y: number, on: Target = GROUND): ToolEvent => ({ type: 'up', ...facts(x, y, on) })

function view(more: Partial<Pick<ToolView, 'canEdit' | 'camera'>> & { selection?: string[]; within?: string[] } = {}): ToolView {
  return {
    camera: more.camera ?? { x: 0, y: 0, z: 1 }, size: { width: 1000, height: 800 }, selection: new Set(more.selection), canEdit: more.canEdit ?? true,
    bounds: (id) => (id === 'a' ? { x: 100, y: 100, width: 200, height: 100 } : { x: 500, y: 100, width: 200, height: 100 }),
    within: () => more.within ?? [],
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
    wants: [{ do: 'drag', ids: ['a'], dx: 12, dy: 4 }, { do: 'drag', ids: ['a'], dx: 28, dy: 4 }, { do: 'drop', ids: ['a'], dx: 28, dy: 4 }],
  },
  {
    name: 'a drag moves all that is selected',
    events: [down(150, 150, item('a')), move(158, 150), up(158, 150)], view: view({ selection: ['a', 'b'] }),
    wants: [{ do: 'drag', ids: ['a', 'b'], dx: 12, dy: 4 }, { do: 'drop', ids: ['a', 'b'], dx: 12, dy: 4 }],
  },
  {
    name: 'Escape puts back',
    events: [down(150, 150, item('a')), move(190, 150), { type: 'cancel' }, up(190, 150)], view: view({ selection: ['a'] }),
    wants: [{ do: 'drag', ids: ['a'], dx: 44, dy: 4 }, { do: 'put-back', ids: ['a'] }],
  },
  {
    name: 'a drag back to where it began moves nothing',
    events: [down(150, 150, item('a')), move(190, 150, GROUND, { ctrl: true }), move(150, 150, GROUND, { ctrl: true }), up(150, 150)], view: view({ selection: ['a'] }),
    wants: [{ do: 'drag', ids: ['a'], dx: 40, dy: 0 }, { do: 'drag', ids: ['a'], dx: 0, dy: 0 }, { do: 'put-back', ids: ['a'] }],
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
    wants: [{ do: 'drag', ids: ['a'], dx: 4, dy: 4 }, { do: 'drag', ids: ['a'], dx: 20, dy: 4 }, { do: 'drop', ids: ['a'], dx: 20, dy: 4 }],
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
  { name: 'no link from an item to itself', events: [down(300, 150, { on: 'dot', id: 'a' }), up(150, 150, item('a'))], wants: [{ do: 'stop-aiming' }] },
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
    expect(next.intents).to.deep.equal([{ do: 'pan', dx: -12, dy: 0 }, { do: 'drag', ids: ['a'], dx: 862, dy: 250 }])
    const still = run([down(150, 150, item('a')), move(500, 400)], facing).state
    expect(step(still, { type: 'tick' }, facing).intents).to.deep.equal([])
  })

  it('snaps the item that was taken to the grid of 8, and with Ctrl only to whole pixels', () => {
    expect(snapped({ x: 3, y: 5, width: 10, height: 10 }, 10, 10, false)).to.deep.equal({ dx: 13, dy: 11 })
    expect(snapped({ x: 3, y: 5, width: 10, height: 10 }, 10.4, 9.6, true)).to.deep.equal({ dx: 10, dy: 10 })
  })

  it('the hand pans on anything, the link tool draws from anywhere on an item', () => {
    expect(asTool('hand', down(0, 0, item('a')))).to.include({ pan: true })
    expect(asTool('link', down(0, 0, item('a')))).to.deep.include({ on: { on: 'dot', id: 'a' } })
    expect(asTool('link', down(0, 0, GROUND))).to.deep.include({ on: GROUND })
  })
})
