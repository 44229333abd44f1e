// A first visit that loses the network before the parts that come later were fetched: what is wanted says that it could
// not be loaded, the board stays as it was, and all of it works once the network is back.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { AS_OF, card, complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

let product: Product

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

/** Scripts that are asked for after the first card is there do not come until `back`. */
async function withoutLaterParts(page: Page): Promise<{ back: () => void }> {
  let away = true
  const later = /\/(editor|card-toolbar|stage-menus?|clipboard|inspector|board-ledger|link-bar|more-items|minimap|card-outline)-[^/]*\.js/
  await page.route(later, (route) => (away ? route.abort('internetdisconnected') : route.continue()))
  return { back: () => { away = false } }
}

test('parts that cannot be fetched say so, and work when the network is back', async ({ browser }) => {
  const page = await somebody(browser, { at: AS_OF })
  const { back } = await withoutLaterParts(page)
  await enterAs(page, (await launchBoard(product.url)).urls.edit, 'Ana Lima', 'Product')
  const load = card(page, 'Peak load is 3,000 open boards')
  const toasts = page.locator('tacit-toasts')
  await load.focus()
  await page.keyboard.press('Enter')
  await expect(toasts).toContainText('could not be loaded')
  await load.focus()
  await page.keyboard.press('Space')
  await expect(toasts.getByRole('button', { name: 'Try again' }).first()).toBeVisible()
  await expect(load).toBeVisible()
  back()
  await toasts.getByRole('button', { name: 'Try again' }).last().click()
  await expect(page.locator('tacit-inspector').getByText('Peak load is 3,000 open boards').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await load.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.ProseMirror-focused')).toBeVisible()
  await page.keyboard.press('Escape')
  // What nobody presses for comes by itself.
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.locator('tacit-card-outline button').first()).toBeAttached()
  await expect(page.locator('tacit-minimap canvas')).toBeVisible()
  expect(complaintsOf(page)).toEqual([])
})
