// People beside each other on one board: following somebody's view, entering, saying who one is, two entries of one
// person, and one person on two devices.
import { expect, test, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

let product: Product
let board: CreatedBoard
let pages: Page[] = []

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })
test.beforeEach(async () => { board = await launchBoard(product.url) })
test.afterEach(async () => {
  expect(pages.flatMap((page) => [...complaintsOf(page)])).toEqual([])
  for (const page of pages) await page.context().close()
  pages = []
})

async function come(browser: Parameters<typeof somebody>[0], right: 'own' | 'edit', name: string, team = 'SRE', look = {}): Promise<Page> {
  const page = await somebody(browser, look)
  pages.push(page)
  await enterAs(page, board.urls[right], name, team)
  return page
}

/** The board point in the middle of the view, and the zoom. */
async function lookOf(page: Page): Promise<{ x: number; y: number; z: number }> {
  return page.locator('tacit-canvas').evaluate((canvas) => {
    const { camera, size } = canvas as HTMLElement & { camera: { x: number; y: number; z: number }; size: { width: number; height: number } }
    return { x: Math.round(camera.x + size.width / 2 / camera.z), y: Math.round(camera.y + size.height / 2 / camera.z), z: camera.z }
  })
}

async function sameLook(a: Page, b: Page): Promise<void> {
  await expect.poll(async () => {
    const [one, other] = [await lookOf(a), await lookOf(b)]
    return Math.hypot(one.x - other.x, one.y - other.y)
  }).toBeLessThan(4)
}

async function wheel(page: Page, dx: number, dy: number): Promise<void> {
  await page.mouse.move(700, 500)
  await page.mouse.wheel(dx, dy)
}

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`a view keeps to somebody's until one moves oneself (${reducedMotion})`, async ({ browser }) => {
    const [ana, bo] = [await come(browser, 'edit', 'Ana Lima', 'Sales', { reducedMotion }), await come(browser, 'edit', 'Bo Berg')]
    await wheel(bo, 400, 300)
    await ana.getByRole('button', { name: 'Follow Bo Berg' }).click()
    await expect(ana.getByText('Following Bo Berg', { exact: true })).toBeVisible()
    await sameLook(ana, bo)
    await wheel(bo, -500, 200)
    await sameLook(ana, bo)
    await wheel(ana, 0, 240)
    await expect(ana.getByText('Following Bo Berg', { exact: true })).toBeHidden()
    const before = await lookOf(ana)
    await wheel(bo, 300, 300)
    await expect.poll(async () => (await lookOf(bo)).x).not.toBe(before.x)
    expect(await lookOf(ana)).toEqual(before)
  })
}

test('following ends by Stop, by Escape, and when they leave; nobody follows in a circle', async ({ browser }) => {
  const [ana, bo] = [await come(browser, 'edit', 'Ana Lima', 'Sales'), await come(browser, 'edit', 'Bo Berg')]
  const follow = ana.getByRole('button', { name: 'Follow Bo Berg' })
  const frame = ana.getByText('Following Bo Berg', { exact: true })
  await follow.click()
  await ana.getByRole('button', { name: 'Stop following Bo Berg' }).click()
  await expect(frame).toBeHidden()
  await follow.click()
  await expect(frame).toBeVisible()
  await bo.getByRole('button', { name: 'Follow Ana Lima' }).click()
  await expect(bo.getByText(/Ana Lima follows you/)).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(frame).toBeHidden()
  await follow.click()
  await expect(frame).toBeVisible()
  await bo.close()
  await expect(ana.getByText(/Bo Berg has left/)).toBeVisible()
  await expect(frame).toBeHidden()
})
