// How far the board moves so that what has the focus is seen: inside the view and out from under tools.
import { expect } from '@open-wc/testing'
import { clearing } from '../../../client/canvas/clearing.ts'

const VIEW = { width: 1000, height: 800 }
const DOCK = { x: 12, y: 250, width: 46, height: 300 }
const ZOOM = { x: 850, y: 750, width: 138, height: 38 }
const card = (x: number, y: number): { x: number; y: number; width: number; height: number } => ({ x, y, width: 200, height: 100 })

describe('clearing', () => {
  for (const [name, seen, way] of [
    ['leaves what is seen where it is', card(400, 300), { dx: 0, dy: 0 }],
    ['brings it in from the left and the top', card(-100, 10), { dx: 124, dy: 14 }],
    ['brings it in from the right and the bottom', card(900, 760), { dx: -124, dy: -134 }],
    ['brings it out from under the tools at the left', card(30, 350), { dx: 52, dy: 0 }],
    ['brings it out from under the tools in the corner', card(700, 660), { dx: 0, dy: -34 }],
  ] as const) {
    it(name, () => {
      expect(clearing(seen, VIEW, 24, [DOCK, ZOOM])).to.deep.equal(way)
    })
  }

  it('shows the beginning of what is larger than the view, whatever covers it', () => {
    expect(clearing({ x: -500, y: -500, width: 3000, height: 3000 }, VIEW, 24, [DOCK])).to.deep.equal({ dx: 524, dy: 524 })
  })
})
