// A card that nobody pointed a place for covers no other, as near as there is room.
import { expect } from '@open-wc/testing'
import { freePlace } from '../../../client/app/stage/free-place.ts'
import { intersects, type Rect } from '../../../shared/geometry/geometry.ts'

const cardAt = ({ x, y }: { x: number; y: number }): Rect => ({ x: x - 108, y: y - 24, width: 216, height: 120 })

describe('free place', () => {
  it('is the wanted place when nothing is there', () => {
    expect(freePlace({ x: 40, y: 80 }, [cardAt({ x: 400, y: 80 })])).to.deep.equal({ x: 40, y: 80 })
  })

  it('is found for thirty cards one after the other, and none covers another', () => {
    const taken: Rect[] = []
    for (let n = 0; n < 30; n++) {
      const rect = cardAt(freePlace({ x: 0, y: 0 }, taken))
      expect(taken.filter((other) => intersects(other, rect)), `card ${n}`).to.deep.equal([])
      taken.push(rect)
    }
    expect(Math.max(...taken.map(({ x }) => x))).to.be.below(1000)
  })

  it('is the wanted place when all is full', () => {
    expect(freePlace({ x: 0, y: 0 }, [{ x: -9000, y: -9000, width: 18000, height: 18000 }])).to.deep.equal({ x: 0, y: 0 })
  })
})
