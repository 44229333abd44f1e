// The ring: one arc per seat in the order yes, no, lapsed, unsure, not heard; in proportion when there are many.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/ui/ring.ts'
import { LOOKS, lookOf, stanceOf, type Stance } from '../../../client/ui/looks.ts'
import { arcsOf } from '../../../client/ui/ring-arcs.ts'
import type { TacitRing } from '../../../client/ui/ring.ts'
import { ASSUMPTION_STATES } from '../../../shared/rules/judgements.ts'

const sum = (seats: readonly Stance[]): number => arcsOf(seats).reduce((length, arc) => length + arc.length, 0)

describe('ring', () => {
  it('draws one arc for each seat, yes first and not heard last', () => {
    expect(arcsOf(['quiet', 'no', 'yes', 'was', 'unsure']).map((arc) => arc.stance)).to.deep.equal(['yes', 'no', 'was', 'unsure', 'quiet'])
  })

  it('leaves 5% beside thick arcs and 8.5% beside thin ones', () => {
    const [yes, quiet] = arcsOf(['yes', 'quiet', 'quiet', 'quiet'])
    expect(yes?.length).to.be.closeTo(0.8, 0.001)
    expect(yes?.start).to.be.closeTo(0.1, 0.001)
    expect(quiet?.length).to.be.closeTo(0.66, 0.001)
    expect(quiet?.start).to.be.closeTo(1.17, 0.001)
  })

  it('closes for a single yes, and stays open for a single seat that is not heard', () => {
    expect(arcsOf(['yes'])).to.deep.equal([{ stance: 'yes', length: 1, start: 0 }])
    expect(arcsOf(['quiet'])[0]?.length).to.be.closeTo(0.915, 0.001)
  })

  it('keeps the shares with more than eight seats', () => {
    const seats = [...Array.from({ length: 6 }, (): Stance => 'yes'), ...Array.from({ length: 6 }, (): Stance => 'quiet')]
    const arcs = arcsOf(seats)
    expect(arcs.map((arc) => arc.stance)).to.deep.equal(['yes', 'quiet'])
    expect(arcs[1]?.start).to.be.greaterThan(6)
    expect(sum(seats)).to.be.lessThan(12)
  })

  it('never overlaps and never leaves the circle', () => {
    const stances: readonly Stance[] = ['yes', 'no', 'was', 'unsure', 'quiet']
    for (let n = 1; n <= 30; n++) {
      const arcs = arcsOf(Array.from({ length: n }, (_, i) => stances[(i * 7) % 5] ?? 'yes'))
      let end = 0
      for (const arc of arcs) {
        expect(arc.start, `${n} seats`).to.be.at.least(end)
        end = arc.start + arc.length
      }
      expect(end).to.be.at.most(n + 0.001)
    }
  })

  it('gives every state of the rules a look, and nobody asked four short dashes', async () => {
    for (const state of ASSUMPTION_STATES) expect(LOOKS).to.include(lookOf(state))
    expect(stanceOf('earlier_text')).to.equal('was')
    const ring = await fixture<TacitRing>(html`<tacit-ring .seats=${[]} state="unconfirmed"></tacit-ring>`)
    expect(ring.renderRoot.querySelector('circle')?.getAttribute('stroke-dasharray')).to.equal('1.7 2.3')
  })

  it('carries the sign of the state for those who see no colour', async () => {
    const paths = new Set<string>()
    for (const look of LOOKS) {
      const ring = await fixture<TacitRing>(html`<tacit-ring .seats=${['confirmed', 'not_heard']} state=${look}></tacit-ring>`)
      paths.add(ring.renderRoot.querySelector('path')?.getAttribute('d') ?? '')
    }
    expect(paths.size).to.equal(5)
  })
})
