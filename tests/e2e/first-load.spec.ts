// What a person waits for: the scripts of a board's page until its first card is drawn are those that the build says, and
// together they stay small.
import { expect, test } from '@playwright/test'
import { chunkOf, firstLoad, MOST_BYTES } from '../../scripts/first-load.mjs'
import { startProduct, type Product } from '../support/product.ts'
import { complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { await product.stop() })

test('a board needs little script before its first card can be read and moved, and no later part', async ({ browser }) => {
  const { bytes, chunks } = firstLoad()
  expect(bytes, chunks.map((chunk) => `${chunk.file} ${chunk.bytes}`).join('\n')).toBeLessThanOrEqual(MOST_BYTES)

  const { urls } = await launchBoard(product.url)
  const page = await somebody(browser)
  await enterAs(page, urls.edit, 'Mara', 'Product')
  // The second visit: the board knows who comes.
  await page.addInitScript(() => {
    document.addEventListener('board-shown', () => {
      const scripts = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))
      Object.assign(globalThis, { __scripts: scripts })
    }, { once: true })
  })
  await page.reload()
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => '__scripts' in globalThis)).toBe(true)
  const asked = await page.evaluate(() => (globalThis as unknown as { __scripts: string[] }).__scripts)
  const known = new Set(chunks.map(({ file }) => file))
  expect(asked.map(chunkOf).filter((file) => !known.has(file))).toEqual([])
  expect(asked.length).toBeGreaterThan(1)
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
})
