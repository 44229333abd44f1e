// The size of a card, reckoned without the DOM, is the size that a browser gives it.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/cards/card.ts'
import type { TacitCard } from '../../../client/cards/card.ts'
import { linesOf } from '../../../client/cards/text-lines.ts'
import { sizeOf } from '../../../client/cards/size.ts'
import { CARD_KINDS, type Card } from '../../../shared/board/records.ts'
import { dressPage } from '../support/dress.ts'
import { assumption, boardOf, card, judgementsOf } from './sample-board.ts'

const WORDS = ['a', 'I', 'on', 'the', 'seat', 'prices', 'quoting', 'will', 'enterprise', 'self-serve', 'go-to-market', 'reliability', '99.95%', '€1,400', '3,000', '12:30', '1 March', '(really)', '“quoted”', 'and/or', 'Norrland’s', 'ümläute', 'straße', 'A/B', 'e.g.', 'v2', 'API', 'Mon–Fri', 'now—then', 'a…', 'https://example.com/a/very/long/path?with=query', 'Donaudampfschifffahrtsgesellschaftskapitän', 'C++', '50%', '#42', '@mara', '10²', 'x-ray', 'well-', '-5', 'no.', 'yes!', 'why?', 'one,two', '2026-11-20', 'Preis', 'naïve', 'co‑op', 'tab\tbed', '1\u00a0March', 'Dr.\u202fNo', 'rock’n’roll', 'a—b', '¿qué?', 'end…start']

/** A small generator of random numbers with a seed (mulberry32), so that a failure can be played again. */
function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function sentence(next: () => number): string {
  const count = 1 + Math.floor(next() * 18)
  return Array.from({ length: count }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ')
}

function renderedLines(text: string, width: number): number {
  const p = document.createElement('p')
  p.style.cssText = `font:500 14px/20px var(--font);font-variant-numeric:tabular-nums;width:${width}px;overflow-wrap:anywhere;white-space:pre-line;text-wrap:pretty;margin:0;min-height:20px`
  p.textContent = text
  document.body.append(p)
  const lines = Math.round(p.getBoundingClientRect().height / 20)
  p.remove()
  return lines
}

async function drawn(subject: Card): Promise<TacitCard> {
  const sample = subject.kind === 'assumption' ? assumption(subject.id, subject.title, 'partly', { sre: 'not_heard' }) : { card: subject }
  const samples = [{ ...sample, card: subject }]
  return fixture<TacitCard>(html`<tacit-card .card=${subject} .judgements=${judgementsOf(samples)} .board=${boardOf(samples)}></tacit-card>`)
}

/** What the content takes when nothing holds it to the reckoned height. */
function contentHeight(element: TacitCard): number {
  const face = element.renderRoot.querySelector<HTMLElement>('.face')
  if (face === null) throw new Error('The card drew nothing')
  face.style.minHeight = '0'
  return face.getBoundingClientRect().height
}

describe('size of a card', () => {
  before(() => dressPage())

  it('counts lines as the browser does, for 4,000 random sentences at random widths', async () => {
    const seed = 20_261_120
    await document.fonts.ready
    const next = random(seed)
    const wrong: string[] = []
    for (let i = 0; i < 4000; i++) {
      const text = sentence(next)
      const width = 140 + Math.floor(next() * 20) * 8
      const [ours, theirs] = [linesOf(text, width), renderedLines(text, width)]
      if (ours !== theirs) wrong.push(`${width}px: ${ours} for ${theirs}: ${text}`)
    }
    expect(wrong.slice(0, 5).join('\n'), `seed ${seed}, ${wrong.length} wrong`).to.equal('')
  })

  it('breaks a sentence without spaces between its letters, but not before a closing mark', () => {
    for (const text of ['料金は三月一日から営業が見積もりをやめる、と全員が思っている。', '定价「按量」从三月一日开始，没有人再报价。']) {
      for (let width = 40; width < 300; width += 7) expect(linesOf(text, width), `${width}px ${text}`).to.equal(renderedLines(text, width))
    }
  })

  it('keeps the lines that somebody typed', () => {
    for (const text of ['one\ntwo', 'one\n\nthree', 'a line that is long enough to be broken somewhere\nshort', 'ends\n', '\nstarts', '  indented', '']) expect(linesOf(text, 192), text).to.equal(renderedLines(text, 192))
  })

  for (const kind of CARD_KINDS) {
    if (kind === 'frame') continue
    it(`is what a browser gives a ${kind}, within 1 px`, async () => {
      for (const title of ['Short.', 'Sales will stop quoting seat prices on 1 March, and nobody will ask for them.', 'A statement that goes on and on, because somebody pasted a whole paragraph into the title and did not notice that a card is for one sentence, so it has to fade out.']) {
        for (const width of [undefined, 168, 320]) {
          const subject = card(`${kind}-${width ?? 0}`, kind, title, {}, { width })
          const element = await drawn(subject)
          const size = sizeOf(subject)
          expect(element.getBoundingClientRect().width, `${kind} width`).to.equal(size.width)
          expect(contentHeight(element), `${kind} ${width ?? ''} ${title}`).to.be.closeTo(size.height, 1)
        }
      }
    })
  }

  it('does not change with a judgement', async () => {
    const before = assumption('a', 'We can launch on 1 March.', 'unconfirmed', {})
    const element = await fixture<TacitCard>(html`<tacit-card .card=${before.card} .judgements=${judgementsOf([before])} .board=${boardOf([before])}></tacit-card>`)
    const height = contentHeight(element)
    const after = [{ ...assumption('a', '', 'confirmed', { sre: 'confirmed', sales: 'confirmed' }, { carries: 7 }), card: before.card }]
    element.judgements = judgementsOf(after)
    await element.updateComplete
    expect(contentHeight(element)).to.equal(height)
    expect(sizeOf(before.card).height).to.equal(height)
  })
})
