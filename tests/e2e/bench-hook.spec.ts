// The hook for measuring programs: there when the address asks for it, beside other questions too, and absent otherwise.
import { expect, test, type Page } from '@playwright/test'
import { benchBoard } from '../bench/client-board.ts'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, complaintsOf, somebody } from './visit.ts'

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { await product.stop() })

async function visit(page: Page, cards: number, query: string): Promise<void> {
  const { id, keys } = await boardFrom(product.url, { file: benchBoard(cards) })
  const entered = await page.request.post(`${product.url}/api/boards/${id}/enter`, { data: { key: keys.edit, name: 'Bench', team: 'product' }, headers: { origin: product.url } })
  expect(entered.ok()).toBe(true)
  await page.goto(`${product.url}/b/${id}${query}`)
}

test('a board opened with ?bench can be measured: counted, looked at, selected', async ({ browser }) => {
  const page = await somebody(browser)
  await visit(page, 300, '?card=c7&bench')
  await page.waitForFunction(() => globalThis.__bench?.ready === true)
  expect(await page.evaluate(() => globalThis.__bench?.count())).toBe(300)

  await page.evaluate(() => globalThis.__bench?.fit())
  expect(await page.evaluate(() => globalThis.__bench?.visible())).toBe(300)
  const far = await page.evaluate(() => globalThis.__bench?.camera())
  await page.evaluate(() => globalThis.__bench?.view100())
  const near = await page.evaluate(() => ({ camera: globalThis.__bench?.camera(), visible: globalThis.__bench?.visible(), middle: globalThis.__bench?.nearest() }))
  expect(near.camera?.z).toBeGreaterThan(far?.z ?? 1)
  expect(near.visible).toBeGreaterThan(60)
  expect(near.visible).toBeLessThan(140)

  expect(await page.evaluate(() => globalThis.__bench?.select(5))).toBe(5)
  const middle = near.middle ?? { id: '', x: 0, y: 0 }
  const before = await page.evaluate((id) => globalThis.__bench?.pos(id), middle.id)
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  await page.mouse.move(middle.x + 40, middle.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => page.evaluate((id) => globalThis.__bench?.pos(id)?.x, middle.id)).not.toBe(before?.x)
  await page.evaluate(() => globalThis.__bench?.clear())
  await expect(page.getByRole('toolbar', { name: /selected/ })).toHaveCount(0)
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
})

test('without ?bench there is no hook, and its script is not asked for', async ({ browser }) => {
  const page = await somebody(browser)
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  await visit(page, 20, '')
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page.locator('tacit-minimap canvas')).toBeVisible()
  expect(await page.evaluate(() => globalThis.__bench === undefined)).toBe(true)
  expect(scripts.filter((url) => url.includes('bench'))).toEqual([])
  await page.context().close()
})
