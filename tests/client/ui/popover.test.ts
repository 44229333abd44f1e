// A popover floats at its trigger, says that it is open, and closes without touching what is above it.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys, sendMouse } from '@web/test-runner-commands'
import '../../../client/ui/popover.ts'
import type { TacitPopover } from '../../../client/ui/popover.ts'
import { dressPage } from '../support/dress.ts'

async function popover(): Promise<{ popover: TacitPopover; trigger: HTMLButtonElement; isOpen: () => boolean }> {
  const element = await fixture<TacitPopover>(html`<tacit-popover label="Share"><button slot="trigger">Share</button><p>Link: <input aria-label="Link" /></p></tacit-popover>`)
  const trigger = element.querySelector('button')
  if (trigger === null) throw new Error('No trigger')
  return { popover: element, trigger, isOpen: () => element.renderRoot.querySelector('.float')?.matches(':popover-open') === true }
}

describe('popover', () => {
  before(() => dressPage())

  it('opens and closes by its trigger, and passes axe', async () => {
    const { popover: element, trigger, isOpen } = await popover()
    trigger.click()
    expect(isOpen()).to.equal(true)
    await expect(element).to.be.accessible()
    element.close()
    expect(isOpen()).to.equal(false)
  })

  it('stands under its trigger', async () => {
    const { popover: element, trigger } = await popover()
    element.show()
    const float = element.renderRoot.querySelector('.float')
    await Promise.all(float?.getAnimations().map((animation) => animation.finished) ?? [])
    const box = float?.getBoundingClientRect()
    expect(box?.top).to.be.closeTo(trigger.getBoundingClientRect().bottom + 6, 1)
    element.close()
  })

  it('closes on Escape, gives focus back, and lets nobody above hear of it', async () => {
    const { popover: element, trigger, isOpen } = await popover()
    let heard = 0
    const listen = (event: KeyboardEvent): void => { if (event.key === 'Escape') heard++ }
    document.addEventListener('keydown', listen)
    element.show()
    element.querySelector('input')?.focus()
    await sendKeys({ press: 'Escape' })
    document.removeEventListener('keydown', listen)
    expect(isOpen()).to.equal(false)
    expect(document.activeElement).to.equal(trigger)
    expect(heard).to.equal(0)
  })

  it('tells at once that it is open or closed', async () => {
    const { popover: element, trigger } = await popover()
    const told: [string, boolean, string | null][] = []
    const note = (what: string): void => { told.push([what, element.open, trigger.getAttribute('aria-expanded')]) }
    element.addEventListener('popover-toggled', (event) => note(String((event as CustomEvent<{ open: boolean }>).detail.open)))
    element.show()
    note('shown')
    element.close()
    note('gone')
    element.close()
    element.show()
    element.show({ x: 40, y: 40 })
    element.renderRoot.querySelector<HTMLElement>('.float')?.hidePopover()
    note('gone by the browser')
    expect(told).to.deep.equal([
      ['true', true, 'true'], ['shown', true, 'true'], ['false', false, 'false'], ['gone', false, 'false'],
      ['true', true, 'true'], ['false', false, 'false'], ['gone by the browser', false, 'false'],
    ])
  })

  it('hears Escape in the moment it opened', async () => {
    const { popover: element, isOpen } = await popover()
    element.show()
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true })
    element.querySelector('input')?.dispatchEvent(escape)
    expect(isOpen()).to.equal(false)
    expect(escape.defaultPrevented).to.equal(true)
  })

  it('gives the focus on Escape to where it was, when it was not opened by its trigger', async () => {
    const { popover: element } = await popover()
    const elsewhere = await fixture<HTMLButtonElement>(html`<button>Card</button>`)
    elsewhere.focus()
    element.show()
    element.querySelector('input')?.focus()
    await sendKeys({ press: 'Escape' })
    expect(document.activeElement).to.equal(elsewhere)
  })

  it('closes by a second click on its trigger, and by a click elsewhere', async () => {
    const { popover: element, trigger, isOpen } = await popover()
    const { left, top } = trigger.getBoundingClientRect()
    const on: [number, number] = [Math.round(left + 4), Math.round(top + 4)]
    await sendMouse({ type: 'click', position: on })
    expect(isOpen()).to.equal(true)
    await sendMouse({ type: 'click', position: on })
    expect([isOpen(), element.open]).to.deep.equal([false, false])
    await sendMouse({ type: 'click', position: on })
    expect(isOpen()).to.equal(true)
    await sendMouse({ type: 'click', position: [window.innerWidth - 5, window.innerHeight - 5] })
    expect([isOpen(), element.open]).to.deep.equal([false, false])
  })
})
