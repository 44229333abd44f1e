// The tokens keep their promises in both themes: contrast of text and lines, motion that can be switched off, lines that
// survive forced colours.
import { expect } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import { PERSON_COLORS } from '../../../shared/protocol/person-color.ts'
import { dressPage, type Theme } from '../support/dress.ts'

type Rgb = readonly [number, number, number]

function colorOf(token: string): Rgb {
  const probe = document.createElement('i')
  probe.style.color = `var(--${token})`
  document.body.append(probe)
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g)?.map(Number) ?? []
  probe.remove()
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0]
}

/** Contrast of WCAG 2.2 between two tokens. */
function contrast(a: string, b: string): number {
  const light = (token: string): number => {
    const [r, g, blue] = colorOf(token).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (blue ?? 0)
  }
  const [x, y] = [light(a), light(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const GROUNDS = ['canvas', 'frame', 'surface']
const STATES = ['believed', 'stale', 'disputed', 'refuted', 'known']

describe('tokens', () => {
  for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
    describe(`in the ${theme} theme`, () => {
      before(() => dressPage(theme))

      it('text is readable on every ground', () => {
        for (const text of ['ink', 'ink-2', 'ink-3']) for (const ground of [...GROUNDS, 'sunk', 'context-paper']) expect(contrast(text, ground), `${text} on ${ground}`).to.be.at.least(4.45)
        expect(contrast('on-ink', 'ink')).to.be.at.least(4.5)
        expect(contrast('on-accent', 'accent')).to.be.at.least(4.5)
      })

      it('each state is readable as text on its own ground and on the grounds of the board', () => {
        for (const state of STATES) for (const ground of [`${state}-tint`, ...GROUNDS]) expect(contrast(state, ground), `${state} on ${ground}`).to.be.at.least(4.5)
      })

      it('each state is visible as a line on its own ground and on the grounds of the board', () => {
        for (const state of STATES) for (const ground of [`${state}-tint`, ...GROUNDS]) expect(contrast(`${state}-line`, ground), `${state}-line on ${ground}`).to.be.at.least(3)
      })

      it('inherited doubt is readable on the dark ground of a goal', () => {
        for (const state of ['believed', 'stale', 'disputed', 'refuted']) expect(contrast(`${state}-on-ink`, 'ink'), state).to.be.at.least(4.5)
      })

      it('the colours of people are the ones that the server gives', () => {
        PERSON_COLORS.forEach((color, i) => {
          document.documentElement.style.setProperty('--probe-person', color)
          expect(colorOf(`p${i + 1}`)).to.deep.equal(colorOf('probe-person'))
        })
      })

      it('initials are readable on every colour of people', () => {
        for (let i = 1; i <= 6; i++) {
          document.documentElement.style.setProperty('--probe-white', '#fff')
          expect(contrast('probe-white', `p${i}`), `p${i}`).to.be.at.least(4.5)
        }
      })
    })
  }

  it('a part of a page can wear the other theme', async () => {
    await dressPage('light')
    const part = document.createElement('div')
    part.dataset['theme'] = 'dark'
    part.style.color = 'var(--ink)'
    document.body.append(part)
    expect(getComputedStyle(part).color).to.equal('rgb(236, 239, 238)')
    part.remove()
  })

  it('the theme follows the system until somebody chooses', async () => {
    await dressPage('light')
    delete document.documentElement.dataset['theme']
    await emulateMedia({ colorScheme: 'dark' })
    expect(colorOf('canvas')).to.deep.equal([17, 19, 20])
    await emulateMedia({ colorScheme: 'light' })
    expect(colorOf('canvas')).to.deep.equal([242, 244, 243])
  })

  it('nothing moves when the system asks for no motion', async () => {
    await dressPage('light')
    await emulateMedia({ reducedMotion: 'reduce' })
    const style = getComputedStyle(document.documentElement)
    expect(['--t-press', '--t-panel', '--t-ring', '--t-trace'].map((token) => style.getPropertyValue(token))).to.deep.equal(['0ms', '0ms', '0ms', '0ms'])
    await emulateMedia({ reducedMotion: 'no-preference' })
  })
})
