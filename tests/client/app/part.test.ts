// A part of the page that could not be fetched comes by itself when it can be: nobody has to load the page anew.
import { expect, fixture, html } from '@open-wc/testing'
import { Part } from '../../../client/app/board/part.ts'
import '../../../client/ui/toasts.ts'
import { until } from '../../support/local-session.ts'

/** A part behind a connection, with a host that draws; the time is the test's. */
function standing(): { part: Part; line: { up: boolean; asked: number }; draw: () => boolean; later: (ms: number) => void; drawn: () => number } {
  const line = { up: false, asked: 0 }
  const part = new Part(async () => {
    line.asked++
    if (!line.up) throw new TypeError('Failed to fetch dynamically imported module')
  })
  let drawn = 0
  let now = 1_000
  performance.now = () => now
  const host = { requestUpdate: () => { drawn++ } } as unknown as Parameters<Part['hereFor']>[0]
  return { part, line, draw: () => part.hereFor(host), later: (ms) => { now += ms }, drawn: () => drawn }
}

describe('a part of the page', () => {
  const real = performance.now.bind(performance)
  afterEach(() => { performance.now = real })

  it('that could not be fetched is said once, and tried again by a drawing some seconds later', async () => {
    const toasts = await fixture(html`<tacit-toasts></tacit-toasts>`)
    const said = (): number => toasts.shadowRoot?.querySelectorAll('.toast').length ?? 0
    const before = said()
    const { line, draw, later, drawn } = standing()
    expect(draw()).to.equal(false)
    await until('it is said', () => said() === before + 1)
    expect(draw()).to.equal(false)
    expect(line.asked).to.equal(1)
    later(5_001)
    draw()
    draw()
    await until('it was tried again', () => line.asked === 2)
    await Promise.resolve()
    line.up = true
    later(5_001)
    await until('it is fetched', () => { draw(); return line.asked === 3 })
    await until('the host is drawn anew', () => drawn() === 1)
    expect(draw()).to.equal(true)
    expect(said()).to.equal(before + 1)
  })

  it('that failed in a quiet moment is fetched when it is wanted', async () => {
    const { part, line, draw, drawn } = standing()
    await part.fetch().catch(() => undefined)
    line.up = true
    expect(draw()).to.equal(false)
    await until('the host is drawn anew', () => drawn() === 1)
    expect(draw()).to.equal(true)
  })
})
