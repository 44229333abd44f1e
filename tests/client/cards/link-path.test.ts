// The path of a link: from the nearer sides, in an S, to a dot just short of the foundation.
import { expect } from '@open-wc/testing'
import { DOT_GAP, linkCurve, linkPath, nearestSides, partIn, type LinkCurve } from '../../../client/cards/link-path.ts'
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

  describe('of a long link', () => {
    const far = linkCurve(at(0, 0), at(9_000, 5_000))
    const place = ({ start, c1, c2, dot }: LinkCurve, t: number): { x: number; y: number } => {
      const of = (axis: 'x' | 'y'): number => (1 - t) ** 3 * start[axis] + 3 * (1 - t) ** 2 * t * c1[axis] + 3 * (1 - t) * t ** 2 * c2[axis] + t ** 3 * dot[axis]
      return { x: of('x'), y: of('y') }
    }
    const whole = Array.from({ length: 20_001 }, (_, n) => place(far, n / 20_000))
    const away = (p: { x: number; y: number }, q: { x: number; y: number } | undefined): number => Math.hypot(p.x - (q?.x ?? NaN), p.y - (q?.y ?? NaN))

    for (const area of [{ x: 4_000, y: 2_000, width: 800, height: 800 }, { x: -50, y: -50, width: 900, height: 900 }, { x: 8_500, y: 4_800, width: 900, height: 900 }]) {
      it(`only what comes into an area is drawn: ${area.x} ${area.y}`, () => {
        const part = partIn(far, area)
        expect(part).not.to.equal(undefined)
        if (part === undefined) return
        const shown = Array.from({ length: 201 }, (_, n) => place(part.curve, n / 200))
        expect(Math.max(...shown.map((point) => Math.min(...whole.map((other) => away(point, other)))))).to.be.below(1)
        const inside = whole.filter(({ x, y }) => x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height)
        expect(inside.length).to.be.above(50)
        expect(Math.max(...inside.filter((_, n) => n % 20 === 0).map((point) => Math.min(...shown.map((other) => away(point, other)))))).to.be.below(20)
        expect(away(part.curve.start, part.curve.dot)).to.be.below(3_000)
        const first = whole.findIndex((point) => away(point, part.curve.start) < 1)
        const length = whole.slice(1, first + 1).reduce((sum, point, n) => sum + away(point, whole[n]), 0)
        expect(part.before).to.be.closeTo(length, 40)
      })
    }

    it('nothing is where it does not pass, and a short one is drawn whole', () => {
      expect(partIn(far, { x: 8_000, y: 0, width: 500, height: 500 })).to.equal(undefined)
      const near = linkCurve(at(0, 0), at(500, 0))
      expect(partIn(near, { x: 9_000, y: 0, width: 5, height: 5 })).to.deep.equal({ curve: near, before: 0 })
    })
  })

  it('puts the cross in the middle of the curve', () => {
    expect(linkPath(at(0, 0), at(424, 0)).middle).to.deep.equal({ x: 318, y: 58 })
  })
})
