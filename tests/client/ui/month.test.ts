// A month by itself: a grid that is walked by keys, with one stop of Tab, whose days say their whole date.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/ui/month.ts'
import type { DayChosen, TacitMonth } from '../../../client/ui/month.ts'
import { dressPage } from '../support/dress.ts'

const show = (value = ''): Promise<TacitMonth> => fixture<TacitMonth>(html`<tacit-month value=${value} today="2026-02-20"></tacit-month>`)
const stops = (month: TacitMonth): string[] => [...month.renderRoot.querySelectorAll('[tabindex="0"]')].map((day) => day.getAttribute('aria-label') ?? '')

describe('month', () => {
  before(() => dressPage())

  it('passes axe with and without a chosen day, and its one stop says the whole date', async () => {
    for (const [value, said] of [['', /20 February 2026|February 20, 2026/], ['2026-03-01', /1 March 2026|March 1, 2026/]] as const) {
      const month = await show(value)
      await expect(month).to.be.accessible()
      expect(stops(month)).to.have.length(1)
      expect(stops(month)[0]).to.match(said)
    }
  })

  it('is walked by keys over the end of the month, and tells the day that is chosen', async () => {
    const month = await show('2026-02-26')
    await month.focus()
    await sendKeys({ press: 'ArrowDown' })
    await month.updateComplete
    await expect(month).to.be.accessible()
    const chosen = oneEvent(month, 'day-chosen') as unknown as Promise<CustomEvent<DayChosen>>
    await sendKeys({ press: 'Enter' })
    expect((await chosen).detail).to.deep.equal({ day: '2026-03-05' })
  })
})
