// The first minute on a board: keys work without a click, the first goal can be typed at once, and what comes over the
// board covers neither the card it is about nor the answers of a phone.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { AS_OF, boardFrom, card, complaintsOf, enterAs, launchBoard, somebody, type Look } from './visit.ts'

let product: Product
let page: Page

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

test.afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
})

async function onBoard(browser: Parameters<typeof somebody>[0], look: Look = {}): Promise<void> {
  page = await somebody(browser, { at: AS_OF, ...look })
  await enterAs(page, (await launchBoard(product.url)).urls.edit, 'Ana Lima', 'Product')
}

const bounds = async (locator: ReturnType<Page['locator']>): Promise<{ x: number; y: number; width: number; height: number }> => (await locator.boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN }

test('a board that is opened again answers to its keys at once', async ({ browser }) => {
  await onBoard(browser)
  await page.reload()
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('1')
  await expect(page).toHaveURL(/show=|unconfirmed/)
  await page.keyboard.press('0')
  await page.keyboard.press('b')
  await expect(page.locator('tacit-ledger [role="row"]').first()).toBeVisible()
  await page.keyboard.press('b')
  await page.reload()
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.locator('tacit-help-sheet dialog[open]')).toBeVisible()
  // Under a dialog the board hears nothing.
  await page.locator('tacit-help-sheet').evaluate(() => { const { activeElement } = document; if (activeElement instanceof HTMLElement) activeElement.blur() })
  await page.keyboard.press('1')
  await expect(page).not.toHaveURL(/show=|unconfirmed/)
})

test('the first goal is typed without a click, and an empty board has no map', async ({ browser }) => {
  const { urls } = await boardFrom(product.url, { title: 'Empty' })
  page = await somebody(browser)
  await page.goto(urls.own)
  await page.getByLabel('Your name').fill('Ana Lima')
  await page.getByLabel('Name of the new team').fill('Legal')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await expect(page.getByPlaceholder('First, what is this board for?')).toBeFocused()
  await expect(page.locator('tacit-zoom-control')).toBeHidden()
  await page.keyboard.type('Ship it')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Ship it')).toBeVisible()
  await expect(page.locator('tacit-zoom-control')).toBeVisible()
})

test('details that lie over the board leave their card to be seen', async ({ browser }) => {
  await onBoard(browser, { viewport: { width: 900, height: 1000 } })
  const decision = card(page, 'Live Dispatch is on for everyone')
  await decision.click()
  await page.keyboard.press('Space')
  const panel = page.locator('tacit-inspector aside')
  await expect(panel).toBeVisible()
  const left = (await bounds(panel)).x
  await expect.poll(async () => { const { x, width } = await bounds(decision); return x + width }).toBeLessThan(left)
})

test('on a phone a notice covers neither the answers nor the tabs', async ({ browser }) => {
  await onBoard(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await card(page, 'Peak load').tap()
  await page.locator('tacit-card-toolbar').getByRole('button', { name: /^Confirm/ }).tap()
  const notice = page.locator('tacit-toasts .toast')
  await expect(notice).toContainText('Confirmed for Product')
  const sheet = (await bounds(page.locator('tacit-card-toolbar'))).y
  await expect.poll(async () => { const { y, height } = await bounds(notice); return y + height }).toBeLessThanOrEqual(sheet)
})

test('at 320 pixels the tools lie beside each other', async ({ browser }) => {
  await onBoard(browser, { viewport: { width: 320, height: 640 } })
  const dock = await bounds(page.locator('tacit-tool-dock .float'))
  expect(dock.x + dock.width).toBeLessThanOrEqual((await bounds(page.locator('tacit-zoom-control .float'))).x)
})
