// Where the board is put so that no tool lies over a card of it.
import { expect } from '@open-wc/testing'
import { fitting, usualTools, type Look } from '../../../client/canvas/fitting.ts'
import { around, intersects, toScreen, type Camera, type Rect } from '../../../shared/geometry/geometry.ts'

const grid = (columns: number, count: number): Rect[] => Array.from({ length: count }, (_, n) => ({ x: (n % columns) * 380, y: Math.floor(n / columns) * 200, width: 216, height: 110 }))
const VIEWS = [{ width: 1440, height: 812 }, { width: 900, height: 612 }, { width: 390, height: 700 }]

function look(rects: readonly Rect[], view: (typeof VIEWS)[number], how: Look, covered = usualTools(view)): { camera: Camera; seen: Rect[] } {
  const camera = fitting(around(rects) as Rect, { view, covered, lies: (area) => rects.some((rect) => intersects(rect, area)) }, how)
  return { camera, seen: rects.map((rect) => ({ ...toScreen(camera, rect), width: rect.width * camera.z, height: rect.height * camera.z })) }
}

describe('fitting a board', () => {
  for (const view of VIEWS) {
    for (const [columns, count] of [[5, 40], [5, 5], [2, 30], [12, 24], [1, 1]] as const) {
      it(`${count} cards in ${columns} columns are in view and under no tool, ${view.width} px`, () => {
        const { seen } = look(grid(columns, count), view, 'whole')
        for (const card of seen) {
          expect(card.x >= 0 && card.y >= 0 && card.x + card.width <= view.width && card.y + card.height <= view.height, JSON.stringify(card)).to.equal(true)
          for (const tool of usualTools(view)) expect(intersects(card, tool), JSON.stringify([card, tool])).to.equal(false)
        }
      })
    }

    it(`at first look the column at the left is clear of the tools, ${view.width} px`, () => {
      const { camera, seen } = look(grid(5, 40), view, 'first')
      expect(camera.z).to.be.at.least(0.5)
      const [dock] = usualTools(view)
      if (view.width > 720) for (const card of seen) expect(dock !== undefined && intersects(card, dock)).to.equal(false)
      expect(seen[0]?.x).to.be.greaterThan(0)
      expect(seen[0]?.y).to.be.greaterThan(0)
    })
  }

  it('takes all of the view when tools stand where nothing lies', () => {
    const view = { width: 1440, height: 812 }
    const corner: Rect = { x: 1244, y: 660, width: 184, height: 140 }
    const wide = grid(5, 5)
    expect(look(wide, view, 'whole', [corner]).camera).to.deep.equal(look(wide, view, 'whole', []).camera)
  })

  it('gives a tool no more than half of the view', () => {
    const view = { width: 900, height: 612 }
    const all: Rect = { x: 0, y: 0, width: 900, height: 612 }
    expect(look(grid(5, 20), view, 'whole', [all]).camera).to.deep.equal(look(grid(5, 20), view, 'whole', []).camera)
  })
})
