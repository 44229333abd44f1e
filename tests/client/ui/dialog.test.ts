// A dialog holds the page until it is answered, by keyboard too.
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { announce } from '../../../client/ui/announce.ts'
import '../../../client/ui/dialog.ts'
import type { TacitDialog } from '../../../client/ui/dialog.ts'
import { dressPage } from '../support/dress.ts'

async function page(firm = false): Promise<{ opener: HTMLButtonElement; dialog: TacitDialog; inner: HTMLDialogElement }> {
  const host = await fixture<HTMLElement>(html`<div><button id="opener">Open</button>
    <tacit-dialog heading="Delete this board?" ?firm=${firm}>It cannot be brought back.<button slot="actions" id="no">Keep it</button><button slot="actions" id="yes">Delete</button></tacit-dialog></div>`)
  const dialog = host.querySelector('tacit-dialog')
  const opener = host.querySelector('button')
  const inner = dialog?.renderRoot.querySelector('dialog')
  if (dialog === null || opener === null || inner === null || inner === undefined) throw new Error('No dialog')
  opener.focus()
  dialog.show()
  await dialog.updateComplete
  return { opener, dialog, inner }
}

describe('dialog', () => {
  before(() => dressPage())

  it('opens over the page, with a name, and passes axe', async () => {
    const { dialog, inner } = await page()
    expect(inner.matches(':modal')).to.equal(true)
    await expect(dialog).to.be.accessible()
    dialog.close()
  })

  it('closes on Escape, tells so, and gives focus back', async () => {
    const { opener, dialog, inner } = await page()
    const closed = oneEvent(dialog, 'dialog-closed')
    await sendKeys({ press: 'Escape' })
    await closed
    expect(inner.open).to.equal(false)
    expect(dialog.open).to.equal(false)
    expect(document.activeElement).to.equal(opener)
  })

  it('gives focus to what is around the place that had it when that has gone meanwhile', async () => {
    const { opener, dialog } = await page()
    const around = opener.parentElement
    around?.setAttribute('tabindex', '-1')
    opener.remove()
    const closed = oneEvent(dialog, 'dialog-closed')
    await sendKeys({ press: 'Escape' })
    await closed
    await waitUntil(() => document.activeElement === around, 'the focus is there')
  })

  it('is where one hears what is said while it is open, and the page afterwards', async () => {
    const { dialog, inner } = await page()
    announce('Saved in here.')
    await waitUntil(() => inner.querySelector('[aria-live="polite"]')?.textContent === 'Saved in here.')
    await expect(dialog).to.be.accessible()
    announce('Done and closed.')
    dialog.close()
    await waitUntil(() => document.body.querySelector(':scope > [aria-live="polite"]')?.textContent === 'Done and closed.')
  })

  it('closes by its button', async () => {
    const { dialog } = await page()
    const closed = oneEvent(dialog, 'dialog-closed')
    dialog.renderRoot.querySelector<HTMLButtonElement>('[aria-label="Close"]')?.click()
    await closed
    expect(dialog.open).to.equal(false)
  })

  it('focuses what asks for it', async () => {
    const host = await fixture<HTMLElement>(html`<tacit-dialog heading="Name"><input id="a" /><input id="b" autofocus /></tacit-dialog>`)
    const dialog = host as TacitDialog
    dialog.show()
    await dialog.updateComplete
    expect(document.activeElement?.id).to.equal('b')
    dialog.close()
  })

  it('stays on Escape when it needs an answer, and has no other way out', async () => {
    const { dialog, inner } = await page(true)
    await sendKeys({ press: 'Escape' })
    expect(inner.open).to.equal(true)
    expect(dialog.renderRoot.querySelector('[aria-label="Close"]')).to.equal(null)
    dialog.close()
    await dialog.updateComplete
    expect(inner.open).to.equal(false)
  })
})
