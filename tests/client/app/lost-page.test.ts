// A board that is gone: what was this person's own is still there to copy.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/app/lost-page.ts'
import type { TacitLostPage } from '../../../client/app/lost-page.ts'
import { dressPage } from '../support/dress.ts'

describe('the page of a board that is gone', () => {
  before(() => dressPage())

  it('shows the words that are kept, under a name, and passes axe', async () => {
    const element = await fixture<TacitLostPage>(html`<tacit-lost-page board .kept=${['My words', 'Others of mine']}></tacit-lost-page>`)
    const field = element.renderRoot.querySelector('textarea')
    expect(field?.value).to.equal('My words\n\nOthers of mine')
    expect(field?.labels?.[0]?.textContent).to.contain('Kept for you')
    await expect(element).to.be.accessible()
  })

  it('has no field where nothing is kept', async () => {
    const element = await fixture<TacitLostPage>(html`<tacit-lost-page board></tacit-lost-page>`)
    expect(element.renderRoot.querySelector('textarea')).to.equal(null)
  })
})
