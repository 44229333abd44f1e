// The path of a link: from the nearer sides, in an S, to a dot just short of the foundation.
import { expect } from '@open-wc/testing'
import { DOT_GAP, linkPath, nearestSides } from '../../../client/cards/link-path.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'

const at = (x: number, y: number, width = 216, height = 116): Rect => ({ x, y, width, height })
const numbers = (d: string): number[] => (d.match(/-?[\d.]+/g) ?? []).map(Number)

describe('link path', () => {
  it('leaves and arrives by the sides that face each other', () => {
    expect(nearestSides(at(0, 0), at(400, 20))).to.deep.equal(['right', 'left'])
    expect(nearestSides(at(400, 0), at(0, 20))).to.deep.equal(['left', 'right'])
    expect(nearestSides(at(0, 0), at(20, 400))).to.deep.equal(['bottom', 'top'])
    expect(nearestSides(at(0, 400), at(20, 0))).to.deep.equal(['top', 'bottom'])
  })

  it('ends at a dot just short of the foundation', () => {
    const { dot, d } = linkPath(at(0, 0), at(400, 0))
    expect(dot).to.deep.equal({ x: 400 - DOT_GAP, y: 58 })
    expect(numbers(d).slice(-2)).to.deep.equal([400 - DOT_GAP, 58])
    expect(numbers(d).slice(0, 2)).to.deep.equal([216, 58])
  })

  it('has its handles at half the distance', () => {
    const [x0 = 0, y0, x1, y1, x2, y2, x3 = 0] = numbers(linkPath(at(0, 0), at(416, 200)).d)
    expect([x1, y1]).to.deep.equal([x0 + (x3 - x0) / 2, y0])
    expect([x2, y2]).to.deep.equal([x0 + (x3 - x0) / 2, 258])
  })

  it('stops below the beam of a foundation that bears load', () => {
    expect(linkPath(at(0, 400), at(0, 0), true).dot.y - linkPath(at(0, 400), at(0, 0)).dot.y).to.equal(10)
    expect(linkPath(at(400, 0), at(0, 0), true).dot).to.deep.equal(linkPath(at(400, 0), at(0, 0)).dot)
  })

  it('is a path of finite numbers wherever the cards are, even on top of each other', () => {
    for (let x = -600; x <= 600; x += 75) {
      for (let y = -600; y <= 600; y += 75) {
        const { d, middle } = linkPath(at(0, 0), at(x, y))
        expect(d, `${x} ${y}`).to.match(/^M-?[\d.]+ -?[\d.]+C(-?[\d.]+ ?){6}$/)
        expect(Number.isFinite(middle.x) && Number.isFinite(middle.y)).to.equal(true)
      }
    }
  })

  it('puts the cross in the middle of the curve', () => {
    expect(linkPath(at(0, 0), at(424, 0)).middle).to.deep.equal({ x: 318, y: 58 })
  })
})
