// Two languages: the browser's is followed, another can be chosen and is kept, nothing is left untranslated, and every
// layout has room for words that are 40 % longer.
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { layoutFaults } from './layout-faults.ts'
import { strangerOf, textsOn } from './spoken-texts.ts'
import { enterAnyhow, tourBoard, tourPages, tourReader } from './tour.ts'
import { AS_OF, complaintsOf, launchBoard, somebody } from './visit.ts'

let product: Product
let launch: CreatedBoard
test.beforeAll(async () => {
  product = await startProduct()
  launch = await launchBoard(product.url)
})
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

async function german(browser: Browser): Promise<Page> {
  return somebody(browser, { at: AS_OF, locale: 'de-AT' })
}

test('follows the browser, and keeps another choice at the same place', async ({ browser }) => {
  const page = await german(browser)
  await enterAnyhow(page, launch.urls.edit, 'Ana Lima')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('button', { name: 'Teilen', exact: true })).toBeVisible()
  const place = page.url()

  await page.locator('tacit-top-bar .more').click()
  await page.getByRole('menuitem', { name: 'Einstellungen' }).click()
  await page.getByRole('radio', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible()
  expect(page.url()).toBe(place)
  await page.goto(product.url)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { name: 'Your boards' })).toBeVisible()

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'As the browser (Deutsch)' }).click()
  await expect(page.getByRole('heading', { name: 'Deine Tafeln' })).toBeVisible()
  expect(complaintsOf(page)).toEqual([])
})

test('leaves nothing in English for those who read German', async ({ browser }) => {
  const templates: unknown = await (await fetch(`${product.url}/api/templates?language=de`)).json()
  const pages = await german(browser)
  const board = await german(browser)
  const reader = await german(browser)
  await enterAnyhow(board, launch.urls.own, 'Ana Lima')
  const file: unknown = await board.evaluate(async (id) => (await fetch(`/api/boards/${id}/file`)).json() as Promise<unknown>, launch.id)
  const firstNames = JSON.stringify(file).match(/(?<="name":")\p{L}+/gu)
  const stranger = strangerOf([templates, file, firstNames, 'Ana Lima', 'English', 'Empty', 'Sales'])
  expect(stranger('Confirm for Sales · Bestätigen · 12. Nov.')).toBe('Confirm for')

  const found: Record<string, string[]> = {}
  const check = (page: Page) => async (place: string): Promise<void> => {
    const left = (await textsOn(page)).map((text) => [text, stranger(text)] as const).filter(([, strange]) => strange !== '')
    if (left.length > 0) found[place] = left.map(([text, strange]) => `${strange} ← ${text.slice(0, 120)}`)
  }
  await tourPages(pages, product.url, check(pages))
  await tourReader(reader, launch, check(reader))
  const fresh = await german(browser)
  await tourBoard(fresh, launch, check(fresh))
  expect(found).toEqual({})
})

/** The faults that stay: elements that measure themselves draw again a frame after their size has changed. */
async function lastingFaults(page: Page): Promise<string[]> {
  let faults: string[] = []
  await page.evaluate(() => new Promise<void>((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve())) }))
  await expect.poll(async () => { faults = await layoutFaults(page); return faults }, { timeout: 3_000 }).toEqual([]).catch(() => undefined)
  return faults
}

/** One walk for two sizes of a window: at each place it is made smaller and larger again. */
const SIZES = {
  'on a desk': [{ width: 1440, height: 900 }, { width: 900, height: 800 }],
  'on a phone': [{ width: 390, height: 844 }, { width: 320, height: 640 }],
} as const
for (const [name, [wide, narrow]] of Object.entries(SIZES)) {
  test(`has room for words 40 % longer ${name}`, async ({ browser }) => {
    const found: Record<string, string[]> = {}
    const check = (page: Page) => async (place: string): Promise<void> => {
      for (const size of [narrow, wide]) {
        await page.setViewportSize(size)
        const faults = await lastingFaults(page)
        if (faults.length > 0) found[`${place} at ${size.width} pixels`] = faults
      }
    }
    const long = async (): Promise<Page> => {
      const page = await somebody(browser, { at: AS_OF, locale: 'en-GB', viewport: wide, hasTouch: name === 'on a phone' })
      await page.addInitScript(() => localStorage.setItem('tacit:language', '"long"'))
      return page
    }
    const pages = await long()
    await tourPages(pages, product.url, check(pages))
    await expect(pages.locator('tacit-first-run')).toContainText('Dashedda')
    const board = await long()
    await tourBoard(board, launch, check(board))
    const reader = await long()
    await tourReader(reader, launch, check(reader))
    expect(found).toEqual({})
  })
}
