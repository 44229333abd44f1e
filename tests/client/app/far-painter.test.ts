// What is painted from far away says what cards say near by: each state by its own lines, without any colour; what does
// not fit is left out in the same order.
import { expect, fixture, html } from '@open-wc/testing'
import { LitElement } from 'lit'
import { StagePainter } from '../../../client/app/stage/far-painter.ts'
import { faceOf } from '../../../client/cards/face.ts'
import type { LinkItem } from '../../../client/cards/links.ts'
import { LOOKS } from '../../../client/ui/looks.ts'
import type { AssumptionState, Seat } from '../../../shared/rules/judgements.ts'
import { assumption, boardOf, card, judgementsOf, type Sample } from '../cards/sample-board.ts'
import { dressPage } from '../support/dress.ts'

class PaintHost extends LitElement {}
customElements.define('paint-host', PaintHost)

const SEATS = { billing: 'confirmed', product: 'not_heard' } as const satisfies Record<string, Seat>
const STATES = ['partly', 'confirmed', 'reopened', 'contested', 'refuted', 'retired'] as const satisfies readonly AssumptionState[]

/** A context that keeps what is drawn as words, without its colours. */
function recorder(): { context: CanvasRenderingContext2D; drawn: string[] } {
  const drawn: string[] = []
  const real = document.createElement('canvas').getContext('2d')
  if (real === null) throw new Error('This browser has no canvas')
  const context = new Proxy(real, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        drawn.push(`${String(name)}(${JSON.stringify(given)})`)
        return Reflect.apply(value, target, given)
      }
    },
    set: (target, name, value) => {
      if (name === 'lineWidth') drawn.push(`width ${String(value)}`)
      return Reflect.set(target, name, value)
    },
  })
  return { context, drawn }
}

async function painterOf(samples: readonly Sample[], links: readonly LinkItem[] = []): Promise<StagePainter> {
  const host = await fixture(html`<paint-host></paint-host>`)
  return new StagePainter(host, () => ({ board: boardOf(samples), judgements: judgementsOf(samples), shown: [], links: () => links, shows: () => true }))
}

async function painted(sample: Sample, z: number): Promise<string[]> {
  const { context, drawn } = recorder()
  const painter = await painterOf([sample])
  painter.item(context, sample.card.id, { x: 0, y: 0, width: 216 * z, height: 108 * z }, z)
  return drawn
}

const inState = (state: AssumptionState): Sample => assumption('a', 'Sales will stop quoting.', state, SEATS, { carries: 3 })

describe('cards painted from far away', () => {
  before(() => dressPage())

  for (const z of [0.3, 0.18, 0.08]) {
    it(`tell every state by lines alone, at ${z * 100} %`, async () => {
      const told = await Promise.all(STATES.map(async (state) => (await painted(inState(state), z)).join(' ')))
      expect(new Set(told).size).to.equal(STATES.length)
    })
  }

  it('have the dashes of their state in screen pixels at every zoom', async () => {
    for (const z of [0.3, 0.1]) {
      expect(await painted(inState('partly'), z)).to.include('setLineDash([[5,4]])')
      expect(await painted(inState('reopened'), z)).to.include('setLineDash([[12,3,2,3]])')
    }
  })

  it('have numbers from 48 pixels, a ring from 24 and below that the outline only', async () => {
    const has = async (z: number, what: string): Promise<boolean> => (await painted(inState('partly'), z)).some((call) => call.startsWith(what))
    expect([await has(0.3, 'fillText(["1/2"'), await has(0.2, 'fillText')]).to.deep.equal([true, false])
    expect([await has(0.2, 'arc'), await has(0.1, 'arc')]).to.deep.equal([true, false])
  })

  it('show the glyph of a kind where it can be seen', async () => {
    const risk: Sample = { card: card('r', 'risk', 'Reps lose commission') }
    const strokes = async (z: number): Promise<number> => (await painted(risk, z)).filter((call) => call.startsWith('stroke')).length
    expect(await strokes(0.3)).to.equal((await strokes(0.1)) + 1)
  })

  it('are told by silhouette, glyph and name of the kind where words can be read', async () => {
    const risk: Sample = { card: card('r', 'risk', 'Reps lose commission') }
    const question: Sample = { card: card('q', 'question', 'Reps lose commission') }
    expect(await painted(risk, 1)).to.include.members(['fillText(["Risk",33,18])'])
    expect((await painted(risk, 0.5)).some((call) => call.includes('"Risk"'))).to.equal(false)
    expect(await painted(question, 1)).to.include.members(['fillText(["Question",31,18])'])
  })

  it('say their state in words like the cards near by', async () => {
    expect((await painted(inState('partly'), 1)).some((call) => call.includes('"Unconfirmed · 1 of 2"'))).to.equal(true)
    expect((await painted(inState('partly'), 0.7)).some((call) => call.includes('"Unconfirmed 1/2"'))).to.equal(true)
    expect((await painted(inState('partly'), 0.5)).some((call) => call.includes('"1/2"'))).to.equal(true)
  })

  it('have their foot where they are shown in full: tiles by their stance, or the line of their kind', async () => {
    const stance = async (seat: Seat): Promise<string> => (await painted(assumption('a', 'Sales will stop quoting.', 'partly', { billing: seat }), 1)).join(' ')
    const tiles = await Promise.all((['confirmed', 'not_heard', 'refuted', 'unsure'] as const).map(stance))
    for (const tile of tiles) expect(tile).to.match(/fillText\(\["BI"/)
    expect(new Set(tiles).size).to.equal(tiles.length)
    expect((await painted(inState('partly'), 0.7)).some((call) => call.includes('"BI"'))).to.equal(false)
    const risk: Sample = { card: card('r', 'risk', 'Reps lose commission') }
    const foot = faceOf({ card: risk.card, board: boardOf([risk]), judgements: judgementsOf([risk]) }).footer?.text ?? ''
    expect(foot).not.to.equal('')
    expect((await painted(risk, 1)).some((call) => call.includes(JSON.stringify(foot)))).to.equal(true)
  })

  it('are joined by links that tell every state of what they rest on', async () => {
    const told = await Promise.all([...LOOKS.filter((look) => look !== 'retired'), 'note' as const].map(async (look) => {
      const painter = await painterOf([], [{ id: 'l', look, label: 'rests on', selected: false, from: { x: 0, y: 0, width: 216, height: 98 }, to: { x: 500, y: 200, width: 216, height: 98 } }])
      const { context, drawn } = recorder()
      painter.links(context, { x: 0, y: 0, width: 1000, height: 1000 }, 0.3)
      // The dot of a confirmed foundation is filled with its line's colour, of any other with the ground's.
      return [...drawn, look === 'confirmed'].join(' ')
    }))
    expect(new Set(told).size).to.equal(told.length)
  })
})
