// A short window, as a phone on its side or a window beside others: the sheet under a card and its details leave what is
// needed in sight.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { AS_OF, card, complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

let product: Product
let ana: Page

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

test.beforeEach(async ({ browser }) => {
  ana = await somebody(browser, { viewport: { width: 720, height: 450 }, at: AS_OF })
  await enterAs(ana, (await launchBoard(product.url)).urls.edit, 'Ana Lima', 'Product')
})

test.afterEach(() => { expect(complaintsOf(ana)).toEqual([]) })

/** All of it is on screen, and a press in its middle hits it. */
async function isAtHand(control: Locator): Promise<void> {
  await expect(control).toBeInViewport({ ratio: 1 })
  await control.click({ trial: true })
}

test('a card that is picked keeps its beginning in sight above the sheet with the answers', async () => {
  const belief = card(ana, 'Peak load is 3,000 open boards')
  await belief.click()
  const sheet = ana.locator('tacit-card-toolbar')
  for (const answer of ['Confirm', 'Dispute', 'Unsure']) await isAtHand(sheet.getByRole('button', { name: answer }))
  await expect(async () => {
    const [seen, over, strip] = [await belief.boundingBox(), await sheet.locator('.sheet').boundingBox(), await ana.locator('tacit-alignment-strip').boundingBox()]
    expect(seen?.y).toBeGreaterThanOrEqual((strip?.y ?? 0) + (strip?.height ?? 0))
    expect((over?.y ?? 0) - (seen?.y ?? 0)).toBeGreaterThan(80)
  }).toPass()
})

test('details show statement and answers together, and the board stays at hand above them', async () => {
  await card(ana, 'Peak load is 3,000 open boards').click()
  await ana.keyboard.press('Space')
  const details = ana.locator('tacit-inspector')
  await expect(details.getByText('Peak load is 3,000 open boards').first()).toBeInViewport({ ratio: 1 })
  for (const answer of ['Confirm', 'Dispute', 'Unsure']) await isAtHand(details.getByRole('button', { name: new RegExp(`^${answer}`) }))
  await isAtHand(ana.locator('tacit-alignment-strip').getByRole('button').first())
  await isAtHand(details.getByRole('button', { name: 'Close' }))
  await ana.keyboard.press('Escape')
  await expect(details.getByText('Peak load is 3,000 open boards').first()).toBeHidden()
})
