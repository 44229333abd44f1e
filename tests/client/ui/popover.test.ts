// A popover floats at its trigger, says that it is open, and closes without touching what is above it.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
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
})
