// Elements that only show: a board on its way, the summary of a selected card on a phone, the figure of an empty board.
import { expect, fixture, html } from '@open-wc/testing'
import { LitElement, type TemplateResult } from 'lit'
import '../../../client/app/board/first-run.ts'
import '../../../client/app/board/opening.ts'
import type { TacitOpening } from '../../../client/app/board/opening.ts'
import { summaryHtml, summaryStyles } from '../../../client/app/stage/card-summary.ts'
import { fitting, usualTools } from '../../../client/canvas/fitting.ts'
import { faceOf } from '../../../client/cards/face.ts'
import { sheet } from '../../../client/theme/sheet.ts'
import { toScreen } from '../../../shared/geometry/geometry.ts'
import type { BoardOutline } from '../../../shared/protocol/http.ts'
import { until } from '../../support/local-session.ts'
import { assumption, boardOf, card, judgementsOf, type Sample } from '../cards/sample-board.ts'
import { textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'

const OUTLINE: BoardOutline = {
  bounds: { x: -100, y: 40, w: 1200, h: 700 },
  blocks: [{ x: 0, y: 100, w: 216, h: 98 }, { x: -100, y: 40, w: 700, h: 400, frame: true }, { x: 884, y: 642, w: 216, h: 98 }],
}
const SAMPLES: readonly Sample[] = [
  assumption('a', 'Sales will stop quoting seat prices on 1 March.', 'partly', { billing: 'confirmed', sales: 'not_heard' }, { carries: 5 }),
  { card: card('d', 'decision', 'Self-serve first.'), standing: { state: 'at_risk', because: ['a'] } },
]

class SummaryPaper extends LitElement {
  static override styles = [...sheet, summaryStyles]
  static override properties = { shown: { attribute: false }, team: { attribute: false } }
  declare shown: string
  declare team: string
  override render(): TemplateResult {
    const sample = SAMPLES.find((each) => each.card.id === this.shown)
    return sample === undefined ? html`` : summaryHtml(faceOf({ card: sample.card, board: boardOf(SAMPLES), judgements: judgementsOf(SAMPLES) }), this.team)
  }
}
customElements.define('summary-paper', SummaryPaper)

describe('a board on its way', () => {
  before(() => dressPage())

  it('stands where the first look will show its cards, frames below them', async () => {
    const host = await fixture<HTMLElement>(html`<div style="position:relative;width:900px;height:600px"><tacit-opening .outline=${OUTLINE}></tacit-opening></div>`)
    const opening = host.querySelector<TacitOpening>('tacit-opening')
    if (opening === null) throw new Error('There is nothing on its way')
    await until('it knows its size', () => opening.renderRoot.querySelector('rect') !== null)
    const rects = [...opening.renderRoot.querySelectorAll('rect')]
    expect(rects.map((rect) => rect.getAttribute('class'))).to.deep.equal(['frame', 'block', 'block'])
    const size = { width: 900, height: 600 }
    const expected = toScreen(fitting({ x: -100, y: 40, width: 1200, height: 700 }, { view: size, covered: usualTools(size), lies: () => true }, 'first'), { x: 0, y: 100 })
    const box = rects[1]?.getBoundingClientRect()
    const from = host.getBoundingClientRect()
    expect((box?.left ?? 0) - from.left).to.be.closeTo(expected.x, 0.5)
    expect((box?.top ?? 0) - from.top).to.be.closeTo(expected.y, 0.5)
    await expect(host).to.be.accessible()
  })

  it('shows an empty ground while nothing is known', async () => {
    const opening = await fixture<TacitOpening>(html`<tacit-opening></tacit-opening>`)
    expect(opening.renderRoot.querySelector('rect')).to.equal(null)
  })
})

describe('the summary of a selected card', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`says state, weight, statement, who, and for whom one answers, ${theme}`, async () => {
      await dressPage(theme)
      const paper = await fixture<SummaryPaper>(html`<summary-paper style="display:block;width:350px;background:var(--surface)" .shown=${'a'} .team=${'Sales'}></summary-paper>`)
      const text = textOf(paper)
      for (const said of ['Unconfirmed · 1 of 2', '5', 'Sales will stop quoting seat prices on 1 March.', 'BI', 'You answer for Sales']) expect(text).to.contain(said)
      await expect(paper).to.be.accessible()
      paper.shown = 'd'
      paper.team = ''
      await paper.updateComplete
      expect(textOf(paper)).to.contain('Decision')
      expect(textOf(paper)).to.contain('Rests on 1 unconfirmed')
      await dressPage()
    })
  }
})

describe('the figure of an empty board', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      const page = await fixture<HTMLElement>(html`<main style="position:relative;height:700px;background:var(--canvas)"><h1>Board</h1><tacit-first-run writable></tacit-first-run></main>`)
      await expect(page).to.be.accessible()
      await dressPage()
    })
  }

  it('has no field for those who may not write', async () => {
    const page = await fixture<HTMLElement>(html`<tacit-first-run></tacit-first-run>`)
    expect(page.shadowRoot?.querySelector('form')).to.equal(null)
    expect(textOf(page)).to.contain('Dashed means we only believe it.')
  })
})
