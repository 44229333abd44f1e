// A day is read as people write it, chosen from a month by keyboard alone, and what cannot be read is said and kept.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/ui/day-field.ts'
import type { TacitDayField } from '../../../client/ui/day-field.ts'
import { addMonths, dayInField, readDay } from '../../../client/ui/day-text.ts'
import { until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from '../panels/shadow.ts'

const NOW = Date.parse('2026-02-20T12:00:00Z')

const field = (value = ''): Promise<TacitDayField> => fixture<TacitDayField>(html`<tacit-day-field label="Review by" .value=${value} .now=${NOW}></tacit-day-field>`)
const inputOf = (element: TacitDayField): HTMLInputElement => need<HTMLInputElement>(element, 'input')

async function write(element: TacitDayField, text: string): Promise<void> {
  element.focus()
  inputOf(element).select()
  await sendKeys({ type: text })
  await sendKeys({ press: 'Enter' })
  await element.updateComplete
}

describe('a day in text', () => {
  it('is read in every form that has one meaning', () => {
    const same = ['2027-03-01', '1.3.2027', '1. 3. 2027', '01.03.27', '1 Mar 2027', '1 March 2027', 'March 1, 2027', 'mar 1 2027', '1st march 2027', ' 1  Mar  2027 ']
    for (const text of same) expect(readDay(text, NOW), text).to.equal('2027-03-01')
  })

  it('is the next such day when the year is left out', () => {
    const cases = [['1.3.', '2026-03-01'], ['1 Mar', '2026-03-01'], ['20 Feb', '2026-02-20'], ['19 Feb', '2027-02-19'], ['29 Feb', undefined]] as const
    for (const [text, day] of cases) expect(readDay(text, NOW), text).to.equal(day)
  })

  it('may be told by its distance', () => {
    const cases = [['today', '2026-02-20'], ['Tomorrow', '2026-02-21'], ['in 1 day', '2026-02-21'], ['in 2 weeks', '2026-03-06'], ['in 6 months', '2026-08-20']] as const
    for (const [text, day] of cases) expect(readDay(text, NOW), text).to.equal(day)
    expect(addMonths('2026-01-31', 1)).to.equal('2026-02-28')
    expect(addMonths('2026-02-28', -12)).to.equal('2025-02-28')
  })

  it('is not guessed where people would disagree', () => {
    for (const text of ['1/3/2026', '31 Feb 2026', '2026-13-01', 'soon', '5', 'in a while', '1 Foo 2026', '2026-02-30', '99.99.2026', '']) expect(readDay(text, NOW), text).to.equal(undefined)
  })

  it('is written so that reading it gives the same day', () => {
    for (const day of ['2026-03-01', '2026-09-30', '2027-12-31', '1999-06-15']) expect(readDay(dayInField(day), NOW)).to.equal(day)
  })
})

describe('field of a day', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  it('shows the day in words and takes another one that is typed', async () => {
    const element = await field('2026-02-14')
    expect(inputOf(element).value).to.equal('14 Feb 2026')
    const changed = oneEvent(element, 'change')
    await write(element, '1.3.2026')
    await changed
    expect(element.value).to.equal('2026-03-01')
    expect(inputOf(element).value).to.equal('1 Mar 2026')
  })

  it('says what it cannot read, keeps it, and lets it go with Escape', async () => {
    const element = await field('2026-02-14')
    await write(element, '1/3/2026')
    expect(textOf(element)).to.contain('Write a day like 1 Mar 2026')
    expect(inputOf(element).value).to.equal('1/3/2026')
    expect(inputOf(element).getAttribute('aria-invalid')).to.equal('true')
    expect(element.value).to.equal('2026-02-14')
    await sendKeys({ press: 'Escape' })
    await element.updateComplete
    expect(inputOf(element).value).to.equal('14 Feb 2026')
    expect(inputOf(element).hasAttribute('aria-invalid')).to.equal(false)
  })

  it('keeps what is being typed while another day comes from elsewhere', async () => {
    const element = await field('2026-02-14')
    element.focus()
    inputOf(element).select()
    await sendKeys({ type: '1 M' })
    element.value = '2026-05-05'
    await element.updateComplete
    expect(inputOf(element).value).to.equal('1 M')
  })

  it('is empty again when its words are deleted', async () => {
    const element = await field('2026-02-14')
    element.focus()
    inputOf(element).select()
    await sendKeys({ press: 'Delete' })
    const changed = oneEvent(element, 'change')
    await sendKeys({ press: 'Enter' })
    await changed
    expect(element.value).to.equal('')
  })

  it('opens its month on the day, walks by keys, chooses and gives the focus back', async () => {
    const element = await field('2026-02-14')
    const open = button(element, 'Choose a day: Review by')
    open.focus()
    await sendKeys({ press: 'Enter' })
    await until('the day has the focus', () => focused()?.getAttribute('aria-label') === 'Saturday 14 February 2026' || focused()?.getAttribute('aria-label') === 'Saturday, 14 February 2026')
    expect(focused()?.getAttribute('aria-selected')).to.equal('true')
    const walk = [['ArrowRight', '15'], ['ArrowUp', '8'], ['Home', '2'], ['End', '8'], ['ArrowDown', '15'], ['PageDown', '15'], ['Shift+PageUp', '15'], ['ArrowLeft', '14']] as const
    for (const [press, day] of walk) {
      await sendKeys({ press })
      await until(`${press} goes to ${day}`, () => focused()?.textContent === day)
    }
    expect(focused()?.getAttribute('aria-label')).to.contain('14 March 2025')
    const changed = oneEvent(element, 'change')
    await sendKeys({ press: 'Enter' })
    await changed
    expect(element.value).to.equal('2025-03-14')
    expect(focused()).to.equal(open)
  })

  it('goes to today, takes the day away, and closes with Escape where it came from', async () => {
    const element = await field('2026-02-14')
    const open = button(element, 'Choose a day: Review by')
    open.click()
    button(element, 'Today').click()
    expect(element.value).to.equal('2026-02-20')
    open.click()
    button(element, 'No date').click()
    expect(element.value).to.equal('')
    open.click()
    await until('today has the focus', () => focused()?.textContent === '20')
    expect(focused()?.getAttribute('aria-current')).to.equal('date')
    await sendKeys({ press: 'Escape' })
    expect(focused()).to.equal(open)
    expect(find(element, '.float:popover-open')).to.equal(undefined)
  })

  it('leaves the month behind when Tab goes on', async () => {
    const page = await fixture<HTMLElement>(html`<div><tacit-day-field label="Due" .now=${NOW}></tacit-day-field><button>after</button></div>`)
    button(page, 'Choose a day: Due').click()
    await until('a day has the focus', () => focused()?.getAttribute('role') === 'gridcell')
    for (let n = 0; n < 3 && focused()?.textContent !== 'after'; n++) await sendKeys({ press: 'Tab' })
    expect(focused()?.textContent).to.equal('after')
    expect(buttons(page, 'after')).to.have.length(1)
    await until('the month is gone', () => find(page, '.float:popover-open') === undefined)
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      const element = await field('2026-02-14')
      await expect(element).to.be.accessible()
      button(element, /^Choose a day/).click()
      await until('the month is there', () => focused()?.getAttribute('role') === 'gridcell')
      await expect(element).to.be.accessible()
      await write(element, 'some day')
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }
})
