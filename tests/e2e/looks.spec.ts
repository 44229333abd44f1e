// How the product looks in states that only a real server and a real screen have: the home page, a board that is on its
// way, an empty one, a phone, a reader, forced colours.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { AS_OF, boardFrom, card, complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

const PHONE = { width: 390, height: 844 }
const SMALLEST = { width: 320, height: 640 }

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It is not on screen')
  return box
}

/** Elements whose words do not fit into them, by their words. */
async function cut(page: Page, selectors: string): Promise<string[]> {
  for (const selector of selectors.split(', ')) expect(await page.locator(selector).count(), selector).toBeGreaterThan(0)
  return page.locator(selectors).evaluateAll((all) => all.filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0).map((element) => element.textContent?.trim() ?? ''))
}

test('the home page shows boards in the language of lines', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const page = await somebody(browser, { at: AS_OF })
  await enterAs(page, urls.edit, 'Ana Lima', 'SRE')
  await page.goto(product.url)
  const tile = page.locator('tacit-board-tile').filter({ hasText: 'Live Dispatch' })
  await expect(tile.getByText('2 unconfirmed')).toBeVisible()
  await expect(tile.getByRole('img', { name: /2 unconfirmed/ })).toBeVisible()
  expect(await tile.locator('.stamp .s-unconfirmed').count()).toBe(2)
  expect(await tile.locator('.stamp .outer').count()).toBe(1)
  await tile.getByRole('link').click()
  await expect(card(page, 'firewalls')).toBeVisible()
  expect(complaintsOf(page)).toEqual([])
})

test('a board on its way stands as blocks where its cards will be, and nothing shimmers', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  // For somebody who wants movement: for others nothing would move anyway.
  const page = await somebody(browser, { at: AS_OF, reducedMotion: 'no-preference' })
  let open = (): void => undefined
  const gone = new Promise<void>((resolve) => { open = resolve })
  await page.routeWebSocket(/\/sync\//, async (socket) => {
    await gone
    socket.connectToServer()
  })
  await page.goto(urls.view)
  const blocks = page.locator('tacit-opening .block')
  await expect(blocks.first()).toBeVisible()
  const first = await boxOf(blocks.first())
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  open()
  await expect(page.locator('tacit-opening')).toHaveCount(0)
  // The first card of the reading order lies where the first block lay.
  const goal = card(page, 'Dispatchers run their whole day')
  await expect.poll(async () => Math.round(Math.hypot((await boxOf(goal)).x - first.x, (await boxOf(goal)).y - first.y))).toBeLessThan(4)
})

test('an empty board teaches the line without a cut sentence at 320 px, and leaves for its goal', async ({ browser }) => {
  const { urls } = await boardFrom(product.url, { title: 'A board for the launch' })
  const page = await somebody(browser, { viewport: SMALLEST, hasTouch: true })
  await page.goto(urls.edit)
  await page.getByLabel('Your name').fill('Ana Lima')
  await page.getByLabel('Your team').selectOption({ label: 'A new team' })
  await page.getByLabel('Name of the new team').fill('SRE')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  const figure = page.locator('tacit-first-run')
  await expect(figure.getByText('Dashed means we only believe it.')).toBeVisible()
  expect(await cut(page, 'tacit-first-run h2, tacit-first-run p, tacit-first-run li > *, tacit-first-run .words, tacit-alignment-strip .strip')).toEqual([])
  await expect(page.getByText('No assumptions written down yet. There are always some.')).toBeVisible()
  const field = page.getByLabel('First, what is this board for?')
  await expect(field).toBeInViewport()
  await field.fill('Everybody is paged by the right team')
  await page.getByRole('button', { name: 'Write the goal' }).click()
  await expect(figure).toHaveCount(0)
  await expect(card(page, 'Everybody is paged by the right team')).toBeVisible()
})

test('on a phone the answers come up from below, large enough for a thumb, and the card stays in sight', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const page = await somebody(browser, { at: AS_OF, viewport: PHONE, hasTouch: true })
  await enterAs(page, urls.edit, 'Ana Lima', 'SRE')
  await card(page, 'All three pilot customers').tap()
  const sheet = page.locator('tacit-card-toolbar .sheet')
  await expect(sheet.getByRole('heading', { name: /All three pilot customers/ })).toBeVisible()
  for (const name of ['Confirm for SRE', 'Dispute', 'Unsure']) expect((await boxOf(sheet.getByRole('button', { name, exact: true }))).height, name).toBeGreaterThanOrEqual(44)
  expect((await boxOf(page.locator('tacit-view-switch').getByText('Ledger'))).y, 'the tabs stay below it').toBeGreaterThan((await boxOf(sheet)).y)
  await expect.poll(async () => (await boxOf(card(page, 'All three pilot customers'))).y + (await boxOf(card(page, 'All three pilot customers'))).height).toBeLessThanOrEqual((await boxOf(sheet)).y)
  await sheet.locator('.grab').click()
  await expect(page.locator('tacit-inspector').getByText('Who depends on this')).toBeVisible()
  await expect(sheet).toHaveCount(0)
  expect(complaintsOf(page)).toEqual([])
})

test('a reader sees no tools and no way to share; a board that is not there is one sentence and a way home', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const page = await somebody(browser, { at: AS_OF })
  await page.goto(urls.view)
  await expect(card(page, 'firewalls')).toBeVisible()
  await expect(page.getByText('You can look, not change.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Share' })).toHaveCount(0)
  await expect(page.locator('tacit-tool-dock')).toHaveCount(0)
  await page.goto(`${product.url}/b/nobody-made-this`)
  await expect(page.getByRole('heading', { name: 'This board is not here' })).toBeVisible()
  await page.getByRole('link', { name: 'To your boards' }).click()
  await expect(page.getByPlaceholder('What are you trying to agree on?')).toBeVisible()
})

test('forced colours keep every line and drop every tint', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const page = await somebody(browser, { at: AS_OF })
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.goto(urls.view)
  await expect(card(page, 'firewalls')).toBeVisible()
  const lines = await page.locator('tacit-card .outline').evaluateAll((all) => all.map((outline) => {
    const { stroke, fill, strokeDasharray, transitionDuration } = getComputedStyle(outline)
    return { stroke, fill, dashed: strokeDasharray !== 'none', still: transitionDuration.split(', ').every((time) => time === '0s') }
  }))
  expect(new Set(lines.map(({ stroke }) => stroke)).size).toBe(1)
  expect(new Set(lines.map(({ fill }) => fill)).size).toBe(1)
  expect(new Set(lines.map(({ dashed }) => dashed)).size, 'dashed ones and solid ones').toBe(2)
  expect(lines.every(({ still }) => still), 'nothing moves').toBe(true)
})
