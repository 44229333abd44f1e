// What must be true for a decision is asked by a key and written at once; a proposal's level falls and rises with what
// its steps name; who needs what of whom is narrowed to a type.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, enterAs, somebody } from './visit.ts'

const DECISION = 'Launch on 1 July'
const BOARD = {
  format: 'tacit-board/1', title: 'Asking',
  teams: [{ id: 'product', name: 'Product' }, { id: 'sre', name: 'SRE' }],
  cards: [
    { id: 'd', kind: 'decision', title: DECISION, x: 0, y: 0, team: 'product' },
    { id: 'p', kind: 'proposal', title: 'The least we need', x: 480, y: 0, tiers: [{ name: 'Before the trial', conditions: [{ type: 'decided', card: 'd' }] }] },
    { id: 'need', kind: 'commitment', title: 'Public API beta', x: 960, y: 0, team: 'product' },
    { id: 'give', kind: 'commitment', title: 'Rate limiter', x: 960, y: 320, team: 'sre' },
  ],
  links: [{ id: 'dp', from: 'need', to: 'give', type: 'depends_on' }],
}

let product: Product
let page: Page
let place: string
test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  const { id, urls } = await boardFrom(product.url, { file: BOARD })
  place = `${product.url}/b/${id}`
  page = await somebody(browser)
  await enterAs(page, urls.edit, 'Ana Lima', 'Product')
})
test.afterAll(async () => {
  await page.context().close()
  expect(await product.stop()).toBe(0)
})
test.afterEach(() => { expect(complaintsOf(page)).toEqual([]) })

test('what must be true is asked by a key, written at once, and found again in the details', async () => {
  await card(page, DECISION).click({ position: { x: 20, y: 12 } })
  await page.keyboard.press('m')
  await expect(page.locator('.ProseMirror-focused')).toBeVisible()
  await page.keyboard.type('The press embargo holds')
  await page.keyboard.press('Escape')
  await expect(card(page, 'The press embargo holds')).toBeFocused()
  await page.keyboard.press('[')
  await expect(card(page, DECISION)).toBeFocused()
  await page.keyboard.press('Space')
  const asking = page.locator('tacit-inspector tacit-card-asking')
  await asking.getByRole('button', { name: /^Why\?/ }).click()
  await expect(page.locator('tacit-inspector .ProseMirror-focused')).toBeVisible()
  await page.keyboard.type('Customers were told so')
  await page.keyboard.press('Escape')
  await page.goto(`${place}?card=d`)
  await expect(asking).toContainText('Customers were told so')
})

test('the level of a proposal rises when what its step names holds', async () => {
  await page.goto(`${place}?view=overview&part=alignment`)
  const view = page.locator('tacit-alignment')
  await expect(view).toContainText('No step of 1 is reached.')
  await view.getByRole('button', { name: DECISION }).first().click()
  await page.locator('tacit-inspector tacit-stance-form').getByRole('button', { name: /^Agree/ }).or(page.locator('tacit-inspector tacit-stance-form').getByRole('radio', { name: /^Agree/ })).first().click()
  await expect(view).toContainText('The only step is reached.')
})

test('a dependency has a type, and the view of all is narrowed to it', async () => {
  await page.goto(`${place}?card=need`)
  await page.locator('tacit-card-dependencies').getByLabel('Type', { exact: true }).selectOption({ label: 'Interface' })
  await page.goto(`${place}?view=overview&part=dependencies`)
  const types = page.getByRole('group', { name: 'Type of what is needed' })
  await types.getByRole('button', { name: 'Interface' }).click()
  await expect(types.getByRole('button', { name: 'Interface' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('tacit-dependencies').getByRole('table')).toContainText('Product')
})
