// Notices stay for eight seconds that nobody spends on them, and offer one way back.
import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendMouse } from '@web/test-runner-commands'
import '../../../client/ui/dialog.ts'
import type { TacitDialog } from '../../../client/ui/dialog.ts'
import '../../../client/ui/toasts.ts'
import { showToast, TOAST_MS, type TacitToasts } from '../../../client/ui/toasts.ts'
import { css, LitElement } from 'lit'
import { AtFoot } from '../../../client/ui/foot.ts'
import { dressPage } from '../support/dress.ts'

class FootBar extends LitElement {
  static override styles = css`:host { position: fixed; left: 0; right: 0; bottom: 0; height: 160px; }`
  protected readonly foot = new AtFoot(this, () => this)
}
customElements.define('foot-bar', FootBar)

class FootCorner extends FootBar {
  static override styles = css`:host { position: fixed; right: 12px; bottom: 12px; height: 140px; }`
}
customElements.define('foot-corner', FootCorner)

async function toasts(): Promise<TacitToasts> {
  return fixture<TacitToasts>(html`<tacit-toasts></tacit-toasts>`)
}

function texts(element: TacitToasts): (string | undefined)[] {
  return [...element.renderRoot.querySelectorAll('.text')].map((text) => text.textContent ?? undefined)
}

describe('toasts', () => {
  before(() => dressPage())
  let element: TacitToasts
  beforeEach(async () => {
    element = await toasts()
    element.elapse(10 * TOAST_MS)
    await element.updateComplete
  })

  it('shows a notice in a polite region, and passes axe', async () => {
    showToast('3 cards deleted')
    await element.updateComplete
    expect(texts(element)).to.deep.equal(['3 cards deleted'])
    expect(element.renderRoot.querySelector('[role="status"]')?.getAttribute('aria-live')).to.equal('polite')
    await expect(element).to.be.accessible()
  })

  it('rises above what lies over the foot of the page', async () => {
    const bar = document.createElement('foot-bar')
    document.body.append(bar)
    showToast('Confirmed for Product')
    await element.updateComplete
    const foot = (): number => element.renderRoot.querySelector('.toast')?.getBoundingClientRect().bottom ?? 0
    expect(foot()).to.be.at.most(bar.getBoundingClientRect().top)
    bar.remove()
    element.elapse(100)
    expect(foot()).to.be.greaterThan(innerHeight - 100)
  })

  it('rises above tools in a corner that it would lie over, and above no others', async () => {
    const corner = document.createElement('foot-corner')
    document.body.append(corner)
    showToast('Confirmed for Product')
    await element.updateComplete
    const box = (): DOMRect => element.renderRoot.querySelector('.toast')?.getBoundingClientRect() ?? new DOMRect()
    corner.style.left = `${box().right + 20}px`
    element.elapse(100)
    expect(box().bottom).to.be.greaterThan(innerHeight - 100)
    corner.style.left = `${box().right - 20}px`
    element.elapse(100)
    expect(box().bottom).to.be.at.most(corner.getBoundingClientRect().top)
    corner.remove()
  })

  it('stands in the middle of what a tall panel at the right leaves', async () => {
    const panel = document.createElement('foot-corner')
    panel.style.cssText = `left: ${innerWidth - 300}px; top: 12px; height: auto`
    document.body.append(panel)
    showToast('Confirmed for Product')
    await element.updateComplete
    const { left, right, bottom } = element.renderRoot.querySelector('.toast')?.getBoundingClientRect() ?? new DOMRect()
    expect((left + right) / 2).to.be.closeTo((innerWidth - 300) / 2, 1)
    expect(bottom).to.be.greaterThan(innerHeight - 100)
    panel.remove()
  })

  it('is gone after eight seconds', async () => {
    showToast('Saved')
    element.elapse(TOAST_MS - 100)
    await element.updateComplete
    expect(texts(element)).to.deep.equal(['Saved'])
    element.elapse(100)
    await element.updateComplete
    expect(texts(element)).to.deep.equal([])
  })

  it('stays while somebody is on it', async () => {
    showToast('3 cards deleted', { label: 'Undo', run: () => undefined })
    await element.updateComplete
    element.renderRoot.querySelector<HTMLButtonElement>('.action')?.focus()
    element.elapse(3 * TOAST_MS)
    await element.updateComplete
    expect(texts(element)).to.have.length(1)
    element.renderRoot.querySelector<HTMLButtonElement>('.action')?.blur()
    await Promise.resolve()
    element.elapse(TOAST_MS)
    await element.updateComplete
    expect(texts(element)).to.have.length(0)
  })

  it('gives the focus back to where it came from', async () => {
    const before = await fixture<HTMLInputElement>(html`<input aria-label="Words">`)
    before.focus()
    showToast('1 card deleted', { label: 'Undo', run: () => undefined })
    await element.updateComplete
    const undo = element.renderRoot.querySelector<HTMLButtonElement>('.action')
    undo?.focus()
    undo?.click()
    expect(document.activeElement).to.equal(before)
  })

  it('runs its action once and goes', async () => {
    let undone = 0
    showToast('3 cards deleted', { label: 'Undo', run: () => undone++ })
    await element.updateComplete
    element.renderRoot.querySelector<HTMLButtonElement>('.action')?.click()
    await element.updateComplete
    expect(undone).to.equal(1)
    expect(texts(element)).to.deep.equal([])
  })

  it('shows three at most, the newest kept', async () => {
    for (const text of ['one', 'two', 'three', 'four']) showToast(text)
    await element.updateComplete
    expect(texts(element)).to.deep.equal(['two', 'three', 'four'])
  })

  it('stands in the topmost modal dialog while one is open, where it can be pressed, and on the page again after it', async () => {
    let undone = 0
    const [under, over] = [await fixture<TacitDialog>(html`<tacit-dialog heading="Under"></tacit-dialog>`), await fixture<TacitDialog>(html`<tacit-dialog heading="Over"></tacit-dialog>`)]
    const within = (dialog: TacitDialog): TacitToasts | null => dialog.renderRoot.querySelector('tacit-toasts')
    for (const dialog of [under, over]) {
      dialog.show()
      await dialog.updateComplete
    }
    showToast('1 card deleted', { label: 'Undo', run: () => undone++ })
    const inside = within(over)
    await inside?.updateComplete
    expect([texts(element), within(under) === null ? undefined : texts(within(under) as TacitToasts), inside === null ? undefined : texts(inside)]).to.deep.equal([[], [], ['1 card deleted']])
    const undo = inside?.renderRoot.querySelector<HTMLButtonElement>('.action')
    undo?.focus()
    expect(inside?.shadowRoot?.activeElement).to.equal(undo)
    const box = undo?.getBoundingClientRect()
    await sendMouse({ type: 'click', position: [Math.round((box?.left ?? 0) + 10), Math.round((box?.top ?? 0) + 10)] })
    expect(undone).to.equal(1)
    expect(over.open).to.equal(true)
    // Half transparent words have too little contrast.
    await Promise.all(over.renderRoot.querySelector('dialog')?.getAnimations().map((animation) => animation.finished) ?? [])
    await expect(over).to.be.accessible()
    showToast('Saved')
    over.close()
    under.close()
    await waitUntil(() => texts(element).length === 1)
    // Half of its time: real time passes too, on a busy machine more of it.
    element.elapse(TOAST_MS / 2)
    await element.updateComplete
    expect([texts(element), within(over)]).to.deep.equal([['Saved'], null])
    element.elapse(TOAST_MS / 2)
  })

  it('can be taken back by who showed it', async () => {
    const takeBack = showToast('Offline')
    await element.updateComplete
    takeBack()
    await element.updateComplete
    expect(texts(element)).to.deep.equal([])
  })
})
