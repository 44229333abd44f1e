// Floating boxes stand beside their anchor and never leave the view.
import { expect } from '@open-wc/testing'
import { place, placeAt } from '../../../client/ui/placement.ts'

const VIEW = { width: 1000, height: 800 }
const BOX = { width: 200, height: 300 }

describe('placement', () => {
  it('stands below its anchor, aligned at its start', () => {
    expect(place({ x: 100, y: 100, width: 80, height: 32 }, BOX, VIEW)).to.include({ x: 100, y: 138, side: 'below' })
  })

  it('turns above where below has no room', () => {
    expect(place({ x: 100, y: 700, width: 80, height: 32 }, BOX, VIEW)).to.include({ y: 394, side: 'above' })
  })

  it('stays on the wanted side where the other has even less room, and is told to scroll', () => {
    const placed = place({ x: 0, y: 300, width: 80, height: 32 }, { width: 200, height: 900 }, VIEW)
    expect(placed.side).to.equal('below')
    expect(placed.maxHeight).to.equal(454)
  })

  it('aligns at the end and in the middle', () => {
    const anchor = { x: 500, y: 100, width: 80, height: 32 }
    expect(place(anchor, BOX, VIEW, 'below', 'end').x).to.equal(380)
    expect(place(anchor, BOX, VIEW, 'below', 'center').x).to.equal(440)
  })

  it('stays below a bar at the top while it fits there, and covers it when it does not', () => {
    expect(placeAt({ x: 500, y: 600 }, BOX, VIEW, 400).y).to.equal(408)
    expect(placeAt({ x: 500, y: 600 }, BOX, VIEW, 600).y).to.equal(300)
  })

  it('is never outside of the view, wherever it is asked for', () => {
    for (let x = -50; x <= 1050; x += 50) {
      for (let y = -50; y <= 850; y += 50) {
        for (const placed of [place({ x, y, width: 40, height: 40 }, BOX, VIEW), placeAt({ x, y }, BOX, VIEW)]) {
          expect(placed.x).to.be.within(0, VIEW.width - BOX.width)
          expect(placed.y).to.be.within(0, VIEW.height - Math.min(BOX.height, placed.maxHeight))
        }
      }
    }
  })
})
