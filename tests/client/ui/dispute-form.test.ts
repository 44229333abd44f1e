// A dispute asks for its reason, and takes none only when the person insists.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/ui/dispute-form.ts'
import type { DisputeGiven, TacitDisputeForm } from '../../../client/ui/dispute-form.ts'
import { dressPage } from '../support/dress.ts'

async function form(): Promise<{ element: TacitDisputeForm; given: DisputeGiven[]; press: (label: string) => Promise<void> }> {
  const given: DisputeGiven[] = []
  const element = await fixture<TacitDisputeForm>(html`<tacit-dispute-form @dispute-given=${({ detail }: CustomEvent<DisputeGiven>) => given.push(detail)}></tacit-dispute-form>`)
  const press = async (label: string): Promise<void> => {
    const button = [...element.renderRoot.querySelectorAll('button')].find(({ textContent }) => textContent === label)
    if (button === undefined) throw new Error(`no button “${label}”`)
    button.click()
    await element.updateComplete
  }
  element.focus()
  return { element, given, press }
}

describe('dispute form', () => {
  before(() => dressPage())

  it('tells the reason that was typed, and passes axe', async () => {
    const { element, given, press } = await form()
    await expect(element).to.be.accessible()
    await sendKeys({ type: ' One of them left ' })
    await press('Dispute')
    expect(given).to.deep.equal([{ reason: 'One of them left' }])
  })

  it('asks again without a reason, then takes it as it is', async () => {
    const { element, given, press } = await form()
    await press('Dispute')
    expect(given).to.deep.equal([])
    expect(element.shadowRoot?.activeElement?.localName).to.equal('textarea')
    await press('Dispute without a reason')
    expect(given).to.deep.equal([{}])
  })
})
