// An element in motion is moved by an animation that stands still, begins from its own style, and leaves that at rest.
import { expect, fixture, html } from '@open-wc/testing'
import { Glide } from '../../../client/canvas/glide.ts'

const STARTS = 'translate(10px, 20px)'
const ENDS = 'translate(30px, 40px)'

async function world(): Promise<{ element: HTMLElement; glide: Glide; left: () => number }> {
  const element = await fixture<HTMLElement>(html`<div style="position: fixed; left: 0; top: 0; width: 5px; height: 5px"></div>`)
  return { element, glide: new Glide(element), left: () => element.getBoundingClientRect().left }
}

describe('an element that glides', () => {
  it('stands where it is moved to, and stays there at rest', async () => {
    const { element, glide, left } = await world()
    glide.to(STARTS)
    expect(left()).to.equal(10)
    glide.to(ENDS)
    expect([left(), element.getAnimations().length]).to.deep.equal([30, 1])
    glide.rest(ENDS)
    expect([left(), element.getAnimations().length]).to.deep.equal([30, 0])
  })

  // What the browser worked out for it before must not be gone on from: it may have been inert then.
  it('has its first place from its style', async () => {
    const { element, glide } = await world()
    glide.to(STARTS)
    expect(element.style.transform).to.equal(STARTS)
  })

  it('is left alone where it stands already', async () => {
    const { element, glide, left } = await world()
    glide.rest(STARTS)
    glide.to(STARTS)
    expect([left(), element.getAnimations().length]).to.deep.equal([10, 0])
    glide.to(ENDS)
    glide.to(STARTS)
    expect(left()).to.equal(10)
  })
})
