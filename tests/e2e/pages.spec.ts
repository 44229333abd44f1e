// Axe finds nothing on any page, in both themes, on a desk and on a phone.
import { expect, test } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { faults } from './axe.ts'
import { boardFrom, card, complaintsOf, enterAs, launchBoard, nameOneself, somebody, type Look } from './visit.ts'

let product: Product
let launch: CreatedBoard
test.beforeAll(async () => {
  product = await startProduct()
  launch = await launchBoard(product.url)
})
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

const LOOKS: Readonly<Record<string, Look>> = {
  'a desk in light': { colorScheme: 'light' },
  'a desk in dark': { colorScheme: 'dark' },
  'a phone in light': { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true },
  'a phone in dark': { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true },
}

for (const [name, look] of Object.entries(LOOKS)) {
  test(`axe finds nothing on ${name}`, async ({ browser }) => {
    const page = await somebody(browser, look)
    const found: Record<string, string[]> = {}
    const check = async (where: string): Promise<void> => { found[where] = await faults(page) }

    await page.goto(product.url)
    await expect(page.getByRole('heading', { name: 'Live Dispatch: from pilot to everyone' })).toBeVisible()
    await check('home')
    await page.goto(launch.urls.edit)
    await expect(page.getByLabel('Your name')).toBeVisible()
    await check('entering')
    await nameOneself(page, 'Ana Lima', 'SRE')
    await check('board')
    await card(page, 'Peak load is 3,000 open boards').click({ position: { x: 20, y: 12 } })
    await page.keyboard.press('Space')
    await expect(page.locator('tacit-inspector').getByText('Who depends on this')).toBeVisible()
    await check('inspector')
    await page.keyboard.press('Escape')
    await expect(page.locator('tacit-inspector').getByText('Who depends on this')).toHaveCount(0)

    await page.goto(`${product.url}/b/nosuchboard1`)
    await expect(page.getByRole('link', { name: /board/i }).first()).toBeVisible()
    await check('no such board')
    const empty = await boardFrom(product.url, { title: 'Empty' })
    await page.goto(empty.urls.own)
    await page.getByLabel('Name of the new team').fill('Legal')
    await page.getByRole('button', { name: 'Enter', exact: true }).click()
    await expect(page.getByText('Dashed means we only believe it.')).toBeVisible()
    await check('empty board')
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((where) => [where, []])))
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  })
}

test('axe finds nothing in the dialogs of a board', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await somebody(browser, { colorScheme })
    await enterAs(page, launch.urls.own, `Owner ${colorScheme}`, 'SRE')
    for (const name of ['Teams', 'Share']) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await faults(page), `${name} in ${colorScheme}`).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.context().close()
  }
})
