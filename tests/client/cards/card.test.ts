// A card in a real browser: its state is told by line, glyph, word and colour; its inside follows the zoom, its size
// does not; nothing is drawn again that looks the same.
import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import { levelAt, type TacitCard } from '../../../client/cards/card.ts'
import '../../../client/cards/card.ts'
import { sizeOf } from '../../../client/cards/size.ts'
import type { Seat } from '../../../shared/rules/judgements.ts'
import { dressPage } from '../support/dress.ts'
import { answer, assumption, boardOf, card, judgementsOf, type Sample } from './sample-board.ts'

const SEATS = { billing: 'confirmed', product: 'not_heard', sales: 'not_heard' } as const satisfies Record<string, Seat>
const STATES = ['partly', 'confirmed', 'reopened', 'contested', 'refuted'] as const

async function drawn(sample: Sample, level: 'full' | 'compact' | 'block' = 'full', zoom = 1): Promise<TacitCard> {
  const answers = [answer('1', sample.card.id, 'dele', 'sales', 'refute')]
  const host = await fixture<HTMLElement>(html`<div style="--z:${zoom};transform:scale(${zoom});transform-origin:0 0"><tacit-card .card=${sample.card} .judgements=${judgementsOf([sample])} .board=${boardOf([sample], { answers })} .level=${level}></tacit-card></div>`)
  const element = host.querySelector('tacit-card')
  if (element === null) throw new Error('No card')
  await element.updateComplete
  return element
}

function find(element: TacitCard, selector: string): Element {
  const found = element.renderRoot.querySelector(selector)
  if (found === null) throw new Error(`The card has no ${selector}`)
  return found
}

function inState(state: (typeof STATES)[number]): Sample {
  return assumption('a', 'Sales will stop quoting seat prices on 1 March.', state, SEATS, { carries: 5, assumption: { state, marked: true, seats: SEATS, reasons: state === 'contested' || state === 'refuted' ? ['refuted_by:dele'] : [] } })
}

describe('card', () => {
  before(() => dressPage())

  it('tells every state by line, glyph, word and colour, each different from the others', async () => {
    const told = { line: new Set<string>(), glyph: new Set<string>(), word: new Set<string>(), color: new Set<string>() }
    for (const state of STATES) {
      const element = await drawn(inState(state))
      const line = getComputedStyle(find(element, '.outline'))
      told.line.add([line.strokeDasharray, line.strokeWidth, element.renderRoot.querySelector('.outer') !== null].join(' '))
      told.glyph.add(element.renderRoot.querySelector('.ring path')?.getAttribute('d') ?? 'open')
      told.word.add(find(element, '.state').textContent ?? '')
      told.color.add(line.stroke)
    }
    expect(Object.entries(told).map(([way, values]) => `${way} ${values.size}`)).to.deep.equal(['line 5', 'glyph 5', 'word 5', 'color 5'])
  })

  it('keeps its lines without colour, in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' })
    const dashes = new Set<string>()
    const strokes = new Set<string>()
    for (const state of ['partly', 'confirmed', 'reopened'] as const) {
      const line = getComputedStyle(find(await drawn(inState(state)), '.outline'))
      dashes.add(line.strokeDasharray)
      strokes.add(line.stroke)
    }
    await emulateMedia({ forcedColors: 'none' })
    expect([dashes.size, strokes.size]).to.deep.equal([3, 1])
  })

  it('holds its lines at the same screen width at any zoom', async () => {
    for (const zoom of [0.1, 0.5, 1, 4]) {
      const line = getComputedStyle(find(await drawn(inState('partly'), levelAt(zoom), zoom), '.outline'))
      expect(Number.parseFloat(line.strokeWidth) * zoom, `at ${zoom}`).to.be.closeTo(1.5, 0.01)
      expect(Number.parseFloat(line.strokeDasharray) * zoom, `dashes at ${zoom}`).to.be.closeTo(5, 0.05)
    }
  })

  it('has a beam as whole as it is certain, and none when nothing rests on it', async () => {
    expect(find(await drawn(inState('partly')), '.beam')).not.to.equal(null)
    expect(getComputedStyle(find(await drawn(inState('confirmed')), '.beam')).strokeDasharray).to.equal('none')
    expect((await drawn(inState('contested'))).renderRoot.querySelectorAll('.beam')).to.have.length(2)
    const light = await drawn(assumption('b', 'Light', 'partly', SEATS))
    expect(light.renderRoot.querySelector('.beam')).to.equal(null)
  })

  it('shows less inside when it is far away, at the same size', async () => {
    const sample = inState('partly')
    const size = sizeOf(sample.card)
    const full = await drawn(sample)
    expect([full.offsetWidth, full.offsetHeight]).to.deep.equal([size.width, size.height])
    expect(full.renderRoot.querySelectorAll('.tile')).to.have.length(3)
    const compact = await drawn(sample, 'compact', 0.6)
    expect([compact.offsetWidth, compact.offsetHeight]).to.deep.equal([size.width, size.height])
    expect(compact.renderRoot.querySelectorAll('.tile')).to.have.length(0)
    expect(find(compact, '.head').textContent.replaceAll(/\s+/g, ' ')).to.contain('1/3')
    const block = await drawn(sample, 'block', 0.3)
    expect([block.offsetWidth, block.offsetHeight]).to.deep.equal([size.width, size.height])
    expect(block.renderRoot.querySelector('.text')).to.equal(null)
    expect(find(block, '.count').textContent).to.equal('1/3')
  })

  it('drops the word under 140 and the number under 48 screen pixels, and keeps the text readable', async () => {
    const sample = inState('partly')
    const width = (element: TacitCard, selector: string): number => find(element, selector).getBoundingClientRect().width
    expect(width(await drawn(sample, 'compact', 0.7), '.word')).to.be.greaterThan(50)
    expect(width(await drawn(sample, 'compact', 0.5), '.word')).to.equal(0)
    expect(width(await drawn(sample, 'block', 0.3), '.count')).to.be.greaterThan(10)
    expect(width(await drawn(sample, 'block', 0.2), '.count')).to.equal(0)
    for (const zoom of [0.45, 0.7]) expect(Number.parseFloat(getComputedStyle(find(await drawn(sample, 'compact', zoom), '.text')).fontSize) * zoom).to.be.closeTo(12, 0.01)
  })

  it('never shows half a line', async () => {
    for (let zoom = 0.4; zoom < 0.75; zoom += 0.05) {
      const element = await drawn(assumption('a', 'A statement that is long enough for many lines when there is little room for it to be read.', 'partly', SEATS), 'compact', zoom)
      const text = find(element, '.text').getBoundingClientRect()
      const face = find(element, '.face').getBoundingClientRect()
      expect(text.height / 16, `lines at ${zoom}`).to.be.closeTo(Math.round(text.height / 16), 0.02)
      expect(text.bottom, `inside at ${zoom}`).to.be.at.most(face.bottom)
    }
  })

  it('begins with a word, however narrow it is', async () => {
    const narrow = (sample: Sample, title: string): Sample => ({ ...sample, card: { ...sample.card, width: 168, title } })
    for (const kind of ['value', 'context'] as const) {
      for (const title of ['Self-serve', 'Selbstbedienungskasse']) {
        const element = await drawn(narrow({ card: card('c', kind, '') }, title), 'compact', 0.4)
        const text = find(element, '.text')
        const words = [...text.childNodes].findLast((node) => node instanceof globalThis.Text && node.data.trim() !== '')
        if (words === undefined) throw new Error('no words')
        const first = document.createRange()
        first.setStart(words, 0)
        first.setEnd(words, 3)
        const [seen, box] = [first.getBoundingClientRect(), text.getBoundingClientRect()]
        expect(seen.bottom, `${kind}: ${title}`).to.be.at.most(box.top + 17)
        expect(seen.right).to.be.at.most(box.right)
        expect(find(element, '.lead').getBoundingClientRect().right).to.be.at.most(seen.left)
      }
    }
  })

  it('keeps one line of words within its outline, also where nobody is asked', async () => {
    for (const zoom of [0.4, 0.42, 0.5]) {
      const element = await drawn(assumption('a', 'Sales will stop', 'unconfirmed', {}), 'compact', zoom)
      expect(find(element, '.text').getBoundingClientRect().bottom, `at ${zoom}`).to.be.at.most(find(element, '.face').getBoundingClientRect().bottom)
      expect(find(element, '.head').getBoundingClientRect().top).to.be.at.least(find(element, '.face').getBoundingClientRect().top)
    }
  })

  it('is named for people who listen', async () => {
    const element = await drawn(inState('partly'))
    expect(element.getAttribute('aria-label')).to.equal('Assumption: Sales will stop quoting seat prices on 1 March. Unconfirmed, 1 of 3 confirmed. Load-bearing: 5 rest on it.')
    expect(element.getAttribute('aria-description')).to.equal('Not yet heard: Product and Sales. Carries 5.')
    await expect(element).to.be.accessible()
  })

  it('gives its place to the editor and grows with what is typed', async () => {
    const sample = inState('partly')
    const element = await drawn(sample)
    const editor = document.createElement('div')
    editor.slot = 'text'
    editor.style.height = '200px'
    element.editing = true
    element.append(editor)
    await element.updateComplete
    expect(editor.getBoundingClientRect().height).to.equal(200)
    expect(element.offsetHeight).to.be.greaterThan(sizeOf(sample.card).height)
    for (let i = 0; i < 20 && Number(find(element, '.outline').getAttribute('height')) < 200; i++) await nextFrame()
    expect(Number(find(element, '.outline').getAttribute('height')) + 1.5).to.be.closeTo(element.offsetHeight, 1)
    editor.remove()
    element.editing = false
    await element.updateComplete
    expect(find(element, '.text').getBoundingClientRect().height).to.equal(40)
  })

  it('is drawn again only when something on it changes', async () => {
    const sample = inState('partly')
    const element = await drawn(sample)
    const seen: MutationRecord[] = []
    const watch = new MutationObserver((records) => seen.push(...records))
    watch.observe(element.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true })
    element.judgements = judgementsOf([sample])
    element.board = boardOf([sample], { answers: [answer('1', 'a', 'dele', 'sales', 'refute')] })
    await element.updateComplete
    await aTimeout(0)
    expect(seen).to.deep.equal([])
    element.judgements = judgementsOf([inState('confirmed')])
    await element.updateComplete
    await aTimeout(0)
    expect(seen.length).to.be.greaterThan(0)
    expect(find(element, '.state').textContent).to.equal('Confirmed · 1 of 3')
    watch.disconnect()
  })

  it('leaves a trace when something on it changed that nobody did here', async () => {
    const sample = inState('partly')
    const element = await drawn(sample)
    const trace = (): Element | null => element.renderRoot.querySelector('.trace')
    const say = async (title: string): Promise<void> => {
      element.card = { ...sample.card, title }
      await element.updateComplete
    }
    expect(trace(), 'none at first').to.equal(null)
    element.selected = true
    await say('Sales will stop quoting seat prices in May.')
    expect(trace(), 'none where somebody is').to.equal(null)
    element.selected = false
    await say('Sales will stop quoting seat prices in June.')
    expect(trace()).not.to.equal(null)
    await Promise.all(element.renderRoot.querySelector('.trace')?.getAnimations().map((animation) => animation.finished) ?? [])
    await nextFrame()
    expect(trace(), 'gone').to.equal(null)
    await emulateMedia({ reducedMotion: 'reduce' })
    await say('Sales will stop quoting seat prices in July.')
    await emulateMedia({ reducedMotion: 'no-preference' })
    expect(trace(), 'none without motion').to.equal(null)
  })

  it('closes its line when the last one says yes', async () => {
    const element = await drawn(inState('partly'))
    element.judgements = judgementsOf([inState('confirmed')])
    await element.updateComplete
    const moving = find(element, '.outline').getAnimations().filter((animation) => !(animation instanceof CSSTransition))
    expect(moving).to.have.length(1)
    expect(moving[0]?.effect?.getTiming().duration).to.equal(240)
  })

  it('fades a statement that is too long for it', async () => {
    const element = await drawn({ card: card('n', 'note', 'word '.repeat(120)) })
    expect(find(element, '.text').getBoundingClientRect().height).to.equal(100)
    expect(getComputedStyle(find(element, '.text')).maskImage).not.to.equal('none')
  })

  it('has a ring around it when it is selected, focused or somebody else is on it', async () => {
    const element = await drawn(inState('partly'))
    const ring = (): string => getComputedStyle(find(element, '.ring-around.own')).display
    expect(ring()).to.equal('none')
    element.selected = true
    await element.updateComplete
    expect(ring()).to.equal('block')
    element.selected = false
    element.peerColor = '#8a4e8e'
    await element.updateComplete
    expect(getComputedStyle(find(element, '.ring-around.peer')).borderTopColor).to.equal('rgb(138, 78, 142)')
  })

  it('shows words as words: nothing in a title is taken for markup', async () => {
    const element = await drawn({ card: card('n', 'note', '<img src=x onerror=alert(1)><b>bold</b>') })
    expect(find(element, '.text').textContent).to.contain('<b>bold</b>')
    expect(element.renderRoot.querySelector('img, b')).to.equal(null)
  })
})
