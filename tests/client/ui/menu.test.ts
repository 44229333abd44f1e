// A menu is worked with the keyboard alone and tells what was chosen.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys, sendMouse } from '@web/test-runner-commands'
import '../../../client/ui/menu.ts'
import type { MenuItem, TacitMenu } from '../../../client/ui/menu.ts'
import { stillPage } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'

const ITEMS: readonly MenuItem[] = [
  { id: 'goal', label: 'Goal', icon: 'goal', kbd: 'G' },
  { id: 'risk', label: 'Risk', icon: 'risk' },
  { id: 'decision', label: 'Decision', disabled: true },
  { id: 'question', label: 'Question', checked: true },
]

async function menu(): Promise<{ menu: TacitMenu; trigger: HTMLButtonElement; focused: () => string }> {
  const element = await fixture<TacitMenu>(html`<tacit-menu label="Kinds" .items=${ITEMS}><button slot="trigger">Add</button></tacit-menu>`)
  const trigger = element.querySelector('button')
  if (trigger === null) throw new Error('No trigger')
  return { menu: element, trigger, focused: () => element.shadowRoot?.activeElement?.textContent.trim().split('\n')[0]?.trim() ?? '' }
}

describe('menu', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  it('opens at its trigger with the first item focused, and passes axe', async () => {
    const { menu: element, trigger, focused } = await menu()
    trigger.focus()
    await sendKeys({ press: 'Enter' })
    expect(focused()).to.contain('Goal')
    await expect(element).to.be.accessible()
    element.close()
  })

  it('moves by arrows, ends and first letters', async () => {
    const { menu: element, focused } = await menu()
    element.show()
    await sendKeys({ press: 'ArrowDown' })
    expect(focused()).to.contain('Risk')
    await sendKeys({ press: 'ArrowUp' })
    await sendKeys({ press: 'ArrowUp' })
    expect(focused()).to.contain('Question')
    await sendKeys({ press: 'Home' })
    expect(focused()).to.contain('Goal')
    await sendKeys({ press: 'd' })
    expect(focused()).to.contain('Decision')
    await sendKeys({ press: 'End' })
    expect(focused()).to.contain('Question')
    element.close()
  })

  it('reads groups by their names, and passes over them by arrows', async () => {
    const { menu: element, focused } = await menu()
    element.items = [{ id: 'a', label: 'Rests on', checked: true, heading: 'Ground' }, { id: 'b', label: 'Depends on', checked: false }, { id: 'c', label: 'Serves', checked: false, heading: 'Goals' }]
    await element.updateComplete
    element.show()
    const groups = [...(element.shadowRoot?.querySelectorAll('[role="group"]') ?? [])]
    expect(groups.map((group) => [group.getAttribute('aria-label'), group.querySelectorAll('.item').length])).to.deep.equal([['Ground', 2], ['Goals', 1]])
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'ArrowDown' })
    expect(focused()).to.contain('Serves')
    await expect(element).to.be.accessible()
    element.close()
  })

  it('tells what was chosen and gives focus back', async () => {
    const { menu: element, trigger } = await menu()
    element.show()
    await sendKeys({ press: 'r' })
    const chosen = oneEvent(element, 'menu-chosen')
    await sendKeys({ press: 'Enter' })
    const event: CustomEvent<{ id: string }> = await chosen
    expect(event.detail.id).to.equal('risk')
    expect(document.activeElement).to.equal(trigger)
    expect(element.open).to.equal(false)
  })

  it('cannot choose what is disabled', async () => {
    const { menu: element } = await menu()
    let chosen = 0
    element.addEventListener('menu-chosen', () => chosen++)
    element.show()
    await sendKeys({ press: 'd' })
    await sendKeys({ press: 'Enter' })
    expect(chosen).to.equal(0)
    element.close()
  })

  it('closes on Escape without a choice', async () => {
    const { menu: element, trigger } = await menu()
    trigger.focus()
    element.show()
    await sendKeys({ press: 'Escape' })
    expect(element.renderRoot.querySelector('.float')?.matches(':popover-open')).to.equal(false)
    expect(document.activeElement).to.equal(trigger)
  })

  it('opens at a point, inside of the view', async () => {
    const { menu: element } = await menu()
    element.show({ x: window.innerWidth - 5, y: window.innerHeight - 5 })
    const box = element.renderRoot.querySelector('.float')?.getBoundingClientRect()
    expect(box?.right).to.be.at.most(window.innerWidth)
    expect(box?.bottom).to.be.at.most(window.innerHeight)
    element.close()
  })

  it('tells at once that it is open or closed', async () => {
    const { menu: element, trigger } = await menu()
    const seen: [boolean, string | null][] = []
    const look = (): void => { seen.push([element.open, trigger.getAttribute('aria-expanded')]) }
    element.show()
    look()
    element.close()
    look()
    element.show()
    element.renderRoot.querySelector<HTMLElement>('.float')?.hidePopover()
    look()
    expect(seen).to.deep.equal([[true, 'true'], [false, 'false'], [false, 'false']])
  })

  it('closes by a second click on its trigger', async () => {
    const { menu: element, trigger } = await menu()
    const { left, top } = trigger.getBoundingClientRect()
    for (const open of [true, false, true]) {
      await sendMouse({ type: 'click', position: [Math.round(left + 4), Math.round(top + 4)] })
      expect([element.open, element.renderRoot.querySelector('.float')?.matches(':popover-open')]).to.deep.equal([open, open])
    }
    element.close()
  })
})
