// What every state of an assumption says at every level of detail, read from the gallery as a person would see it: the
// line of its outline and its beam, its sign, its words, its numbers. And the same without colour, in forced colours.
import { expect } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import type { Level, TacitCard } from '../../../client/cards/card.ts'
import { GALLERY_STATES, renderGallery } from '../gallery.ts'
import { dressPage } from '../support/dress.ts'

const LEVELS = ['full', 'compact', 'block'] as const satisfies readonly Level[]
type State = (typeof GALLERY_STATES)[number] | 'bare'

/** Dashes and width in screen pixels; `double` and `hatched` are drawn beside the outline. */
interface Told { readonly dash: readonly number[]; readonly width: number; readonly more: 'double' | 'hatched' | ''; readonly beam: readonly number[] | 'none'; readonly sign: string; readonly label: string; readonly short: string; readonly count: string }

const CHECK = 'check'
const SIGNS: Readonly<Record<string, string>> = { 'M6.6 10.2l2.3 2.3 4.5-4.8': CHECK, 'M7.2 8.3a3.3 3.3 0 1 1-.4 2.7M6.8 6.3v2.3h2.3': 'return', 'M6.8 8.8h6.4M6.8 11.2h6.4M11.5 6.8l-3 6.4': 'not equal', 'M7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4': 'cross' }
const STALE = { dash: [12, 3, 2, 3], width: 1.5, more: '', beam: [30, 4, 4, 4], sign: 'return' } as const
const BELIEVED = { dash: [5, 4], width: 1.5, more: '', beam: [14, 6], sign: '' } as const

const EXPECTED: Readonly<Record<State, Told>> = {
  unconfirmed: { ...BELIEVED, label: 'Unconfirmed · 0 of 4', short: 'Unconfirmed 0/4', count: '0/4' },
  partly: { ...BELIEVED, label: 'Unconfirmed · 1 of 4', short: 'Unconfirmed 1/4', count: '1/4' },
  bare: { ...BELIEVED, label: 'Unconfirmed', short: 'Unconfirmed', count: '' },
  confirmed: { dash: [], width: 1.5, more: '', beam: [], sign: CHECK, label: 'Confirmed · 4 of 4', short: 'Confirmed 4/4', count: '4/4' },
  reopened: { ...STALE, label: 'Re-confirm · 1 of 4', short: 'Re-confirm 1/4', count: '1/4' },
  expired: { ...STALE, label: 'Out of date · 1 of 4', short: 'Out of date 1/4', count: '1/4' },
  contested: { dash: [], width: 1.5, more: 'double', beam: [], sign: 'not equal', label: 'Disputed · 3–1', short: 'Disputed 3–1', count: '3/4' },
  refuted: { dash: [], width: 1, more: 'hatched', beam: [3, 6], sign: 'cross', label: 'Refuted · 12 Nov', short: 'Refuted 12 Nov', count: '0/4' },
  retired: { dash: [], width: 1, more: '', beam: 'none', sign: '', label: 'Retired', short: 'Retired', count: '' },
}

let page: HTMLElement

function shown(state: State, level: Level): TacitCard {
  const found = page.querySelector<TacitCard>(`[data-shows="l-${state} ${level}"]`)
  if (found === null) throw new Error(`The gallery has no ${state} at ${level}`)
  return found
}

const within = (card: TacitCard, selector: string): Element | null => card.renderRoot.querySelector(selector)
const textOf = (card: TacitCard, selector: string): string => [...card.renderRoot.querySelectorAll(selector)].map((part) => part.textContent ?? '').join(' ').replaceAll(/\s+/g, ' ').trim()

/** CSS lengths of board pixels as screen pixels at the card's zoom. */
function inScreen(card: TacitCard, lengths: string): readonly number[] {
  const zoom = Number(getComputedStyle(card).getPropertyValue('--z') || '1')
  return lengths === 'none' ? [] : lengths.split(',').map((length) => Math.round(Number.parseFloat(length) * zoom * 10) / 10)
}

function told(card: TacitCard): Omit<Told, 'label' | 'short' | 'count'> {
  const outline = getComputedStyle(within(card, '.outline') ?? card)
  const beam = within(card, '.beam')
  return {
    dash: inScreen(card, outline.strokeDasharray),
    width: inScreen(card, outline.strokeWidth)[0] ?? 0,
    more: within(card, '.outer') !== null ? 'double' : within(card, '.hatched') !== null ? 'hatched' : '',
    beam: beam === null ? 'none' : inScreen(card, getComputedStyle(beam).strokeDasharray),
    sign: SIGNS[within(card, '.ring path')?.getAttribute('d') ?? ''] ?? '',
  }
}

describe('every state at every level', () => {
  before(async () => {
    await dressPage()
    page = document.createElement('div')
    document.body.append(page)
    renderGallery(page, 'light')
    await Promise.all([...page.querySelectorAll('tacit-card')].map((card) => card.updateComplete))
  })
  after(() => page.remove())

  for (const state of [...GALLERY_STATES, 'bare'] as const) {
    const { label, short, count, ...drawn } = EXPECTED[state]
    for (const level of LEVELS) {
      it(`${state}, ${level}: line, beam, sign and words`, () => {
        const card = shown(state, level)
        const { beam, ...line } = told(card)
        const { beam: expectedBeam, ...expectedLine } = drawn
        expect(line).to.deep.equal(expectedLine)
        // Far away a beam is as much thinner as its gaps are shorter.
        if (level === 'full') expect(beam).to.deep.equal(expectedBeam)
        else expect(beam === 'none', 'a beam where one is').to.equal(expectedBeam === 'none')
        if (level === 'block') expect(textOf(card, '.count')).to.equal(count)
        else expect(textOf(card, '.head .state')).to.equal(level === 'full' ? label : short)
      })
    }
  }

  it('asks for somebody to ask, where there is room for it', () => {
    const card = page.querySelector<TacitCard>('[data-shows="s-bare full"]')
    if (card === null) throw new Error('The gallery has no card that nobody is asked about')
    expect(textOf(card, '.head .state')).to.equal('Unconfirmed · ask someone')
    expect(textOf(shown('bare', 'full'), '.foot')).to.equal('Nobody is asked yet')
  })

  it('cuts a long word before its numbers', async () => {
    const card = shown('partly', 'full')
    const [word, numbers] = card.renderRoot.querySelectorAll<HTMLElement>('.head .state.whole span')
    if (word === undefined || numbers === undefined) throw new Error('The head has no word and numbers')
    const before = word.textContent
    word.textContent = 'A word that is much longer than any'
    expect(numbers.scrollWidth).to.equal(numbers.offsetWidth)
    expect(word.scrollWidth).to.be.greaterThan(word.offsetWidth)
    expect(numbers.getBoundingClientRect().right).to.be.at.most((within(card, '.head .end') ?? page).getBoundingClientRect().left)
    word.textContent = before
  })

  it('strikes through what is refuted, and nothing else', () => {
    for (const state of GALLERY_STATES) {
      const struck = getComputedStyle(within(shown(state, 'full'), '.text') ?? page).textDecorationLine === 'line-through'
      expect(struck, state).to.equal(state === 'refuted')
    }
  })

  it('keeps every line in forced colours, in the colour of text, without tints, and marks the selection', async () => {
    // Without motion: a colour on its way to another is neither.
    await emulateMedia({ reducedMotion: 'reduce' })
    await emulateMedia({ forcedColors: 'active' })
    try {
      const probe = document.createElement('p')
      probe.style.cssText = 'color: CanvasText; background: Canvas; outline: 1px solid Highlight; forced-color-adjust: none'
      page.append(probe)
      const { color, backgroundColor, outlineColor } = getComputedStyle(probe)
      for (const state of GALLERY_STATES) {
        const card = shown(state, 'full')
        const outline = getComputedStyle(within(card, '.outline') ?? card)
        expect([outline.stroke, outline.fill], state).to.deep.equal([color, backgroundColor])
        expect(told(card).dash, state).to.deep.equal(EXPECTED[state].dash)
      }
      const selected = page.querySelector<TacitCard>('tacit-card[selected]')
      if (selected === null) throw new Error('The gallery has no selected card')
      expect(getComputedStyle(within(selected, '.ring-around.own') ?? page).borderTopColor).to.equal(outlineColor)
      probe.remove()
    } finally {
      await emulateMedia({ forcedColors: 'none' })
      await emulateMedia({ reducedMotion: 'no-preference' })
    }
  })

  it('takes no time for anything under reduced motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' })
    try {
      const moving = [within(shown('partly', 'full'), '.outline'), within(shown('partly', 'full'), '.ring circle'), within(shown('partly', 'full'), '.tile')]
      for (const part of moving) expect(getComputedStyle(part ?? page).transitionDuration.split(', ').every((time) => time === '0s'), part?.getAttribute('class') ?? '').to.equal(true)
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' })
    }
  })
})
