// The layer of links: line by the foundation's state, a hit area that can be found, and one event.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { LINK_GROUPS } from '../../../client/cards/link-groups.ts'
import type { LinkItem, TacitLinks } from '../../../client/cards/links.ts'
import '../../../client/cards/links.ts'
import { words } from '../../../client/cards/words.ts'
import { LINK_TYPES } from '../../../shared/board/records.ts'
import { LOOKS } from '../../../client/ui/looks.ts'
import { dressPage } from '../support/dress.ts'

/** A retired foundation says nothing about certainty; its line is as quiet as a note's. */
const DRAWN = LOOKS.filter((look) => look !== 'retired')

const item = (look: LinkItem['look'], more: Partial<LinkItem> = {}): LinkItem => ({ id: `to-${look}`, look, selected: false, label: 'rests on', from: { x: 0, y: 0, width: 200, height: 100 }, to: { x: 400, y: 0, width: 200, height: 100 }, ...more })

async function links(items: readonly LinkItem[]): Promise<TacitLinks> {
  const host = await fixture<HTMLElement>(html`<div style="position:relative;width:800px;height:200px"><tacit-links .links=${items}></tacit-links></div>`)
  const element = host.querySelector('tacit-links')
  if (element === null) throw new Error('No links')
  return element
}

describe('links', () => {
  before(() => dressPage())

  it('draws every state in its own line, whatever its colour', async () => {
    const element = await links([...DRAWN, 'note' as const].map((look) => item(look)))
    const lines = [...element.renderRoot.querySelectorAll('g')].map((group) => {
      const line = group.querySelector('.line')
      const style = line === null ? undefined : getComputedStyle(line)
      return [style?.strokeDasharray, style?.strokeWidth].join(' ')
    })
    expect(new Set(lines).size).to.equal(DRAWN.length + 1)
    expect(element.renderRoot.querySelectorAll('.gap')).to.have.length(1)
    expect(element.renderRoot.querySelectorAll('.cross')).to.have.length(1)
  })

  it('draws a link to a card that a filter leaves out without colour, and pale', async () => {
    const element = await links([item('disputed', { pale: true }), item('note')])
    const [pale, note] = [...element.renderRoot.querySelectorAll('g')]
    const stroke = (group: Element | undefined): string => getComputedStyle(group?.querySelector('.line') ?? document.body).stroke
    expect(getComputedStyle(pale ?? document.body).opacity).to.equal('0.28')
    expect(stroke(pale)).to.equal(stroke(note))
  })

  it('fills the dot of a confirmed foundation only', async () => {
    const element = await links([item('confirmed'), item('unconfirmed')])
    const fills = [...element.renderRoot.querySelectorAll('circle')].map((circle) => getComputedStyle(circle).fill)
    expect(fills[0]).to.equal('rgb(60, 67, 72)')
    expect(fills[1]).to.equal('rgb(249, 250, 250)')
  })

  it('can be hit beside its thin line, and tells which', async () => {
    const element = await links([item('unconfirmed')])
    const box = element.getBoundingClientRect()
    const hit = element.shadowRoot?.elementFromPoint(box.left + 300, box.top + 50 + 5)
    expect(hit?.getAttribute('class')).to.equal('hit')
    expect(hit?.textContent).to.equal('rests on')
    const picked = oneEvent(element, 'link-picked')
    hit?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    const event: CustomEvent<{ id: string }> = await picked
    expect(event.detail.id).to.equal('to-unconfirmed')
  })

  it('follows its cards', async () => {
    const element = await links([item('unconfirmed')])
    const before = element.renderRoot.querySelector('.line')?.getAttribute('d')
    element.links = [item('unconfirmed', { to: { x: 400, y: 300, width: 200, height: 100 } })]
    await element.updateComplete
    expect(element.renderRoot.querySelector('.line')?.getAttribute('d')).not.to.equal(before)
    expect(element.renderRoot.querySelectorAll('g')).to.have.length(1)
  })

  it('says its word when it is pointed at or selected', async () => {
    const element = await links([item('unconfirmed', { label: 'threatens' }), item('note', { label: 'serves', to: { x: 400, y: 300, width: 200, height: 100 } })])
    const said = (which: string): string => element.renderRoot.querySelector(`.said.${which}`)?.textContent ?? 'missing'
    const hit = element.renderRoot.querySelector('[data-link="to-note"] .hit')
    hit?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    expect(said('pointed')).to.equal('serves')
    hit?.dispatchEvent(new PointerEvent('pointerout', { bubbles: true }))
    expect(said('pointed')).to.equal('')
    element.links = [item('unconfirmed', { label: 'threatens', selected: true })]
    await element.updateComplete
    expect(said('selected')).to.equal('threatens')
    element.links = [item('unconfirmed', { label: 'threatens' })]
    await element.updateComplete
    expect(said('selected')).to.equal('')
  })

  it('has a word for every type, each of its own', () => {
    expect(LINK_GROUPS.flatMap(({ types }) => types).sort()).to.deep.equal([...LINK_TYPES].sort())
    const said = LINK_TYPES.map((type) => words.link(type))
    expect(new Set(said).size).to.equal(LINK_TYPES.length)
    expect(said.every((word) => word.trim() !== '')).to.equal(true)
  })
})
