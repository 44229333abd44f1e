// Drawing a board from nothing: cards, links, moves, deleting, undo of one's own work only, teams, links to share.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, openWords, somebody } from './visit.ts'

let product: Product
let ana: Page
let bo: Page

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

async function enterNew(page: Page, link: string, name: string, team: string, made: boolean): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  if (made) {
    await page.getByLabel('Your team').selectOption({ label: 'A new team' })
    await page.getByLabel('Name of the new team').fill(team)
  } else await page.getByLabel('Your team').selectOption({ label: team })
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await expect(page.getByRole('main', { name: 'Board' })).toBeVisible()
}

test.beforeEach(async ({ browser }) => {
  const { urls } = await boardFrom(product.url, { title: 'Pricing' })
  ana = await somebody(browser)
  bo = await somebody(browser)
  await enterNew(ana, urls.own, 'Ana Lima', 'Product', true)
  await enterNew(bo, urls.edit, 'Bo Berg', 'Product', false)
})

test.afterEach(async () => {
  expect([...complaintsOf(ana), ...complaintsOf(bo)]).toEqual([])
  await ana.context().close()
  await bo.context().close()
})

async function addAt(page: Page, x: number, y: number, kind: string, words: string): Promise<void> {
  await page.mouse.dblclick(x, y)
  await page.getByRole('menuitem', { name: kind }).click()
  await expect(page.locator('.ProseMirror-focused')).toBeVisible()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(card(page, words)).toBeVisible()
}

test('a first goal, an assumption below it, a link: both see that the goal rests on something unconfirmed', async () => {
  await ana.getByLabel('First, what is this board for?').fill('Predictable invoices')
  await ana.keyboard.press('Enter')
  await expect(card(bo, 'Goal: Predictable invoices')).toBeVisible()
  await ana.keyboard.press('Escape')
  await addAt(ana, 900, 700, 'Assumption', 'Meter events arrive in a minute')
  await expect(card(bo, 'Assumption: Meter events arrive in a minute. Unconfirmed')).toBeVisible()

  await card(bo, 'Predictable invoices').click()
  await bo.keyboard.press('l')
  await bo.keyboard.press('ArrowDown')
  await bo.keyboard.press('Enter')
  await expect(card(ana, 'Predictable invoices')).toHaveAccessibleName(/Rests on 1 unconfirmed/)
  await bo.keyboard.press('Control+z')
  await expect(card(ana, 'Predictable invoices')).not.toHaveAccessibleName(/Rests on/)
})

test('deleting offers undo, and undo takes back one\'s own work only', async () => {
  await ana.getByLabel('First, what is this board for?').fill('Goal of Ana')
  await ana.keyboard.press('Enter')
  await ana.keyboard.press('Escape')
  await addAt(bo, 300, 650, 'Risk', 'Risk of Bo')
  await openWords(ana, 'Goal of Ana')
  await ana.keyboard.press('Control+End')
  await ana.keyboard.type(' Lima')
  await ana.keyboard.press('Escape')
  await expect(card(bo, 'Goal of Ana Lima')).toBeVisible()

  await bo.locator('body').press('Control+z')
  await bo.keyboard.press('Control+z')
  await expect(card(ana, 'Risk of Bo')).toHaveCount(0)
  await expect(card(ana, 'Goal of Ana Lima')).toBeVisible()

  await card(ana, 'Goal of Ana').click()
  await ana.keyboard.press('Delete')
  await expect(card(bo, 'Goal of Ana')).toHaveCount(0)
  await ana.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(card(bo, 'Goal of Ana Lima')).toBeVisible()
})

test('a link is made, copied by its address, opened by somebody else, and revoked', async ({ browser }) => {
  await ana.getByLabel('First, what is this board for?').fill('Goal of Ana')
  await ana.keyboard.press('Enter')
  await expect(card(bo, 'Goal of Ana')).toBeVisible()
  await ana.getByRole('button', { name: 'Share', exact: true }).click()
  await ana.getByLabel('What it allows').selectOption({ label: 'Look' })
  await ana.getByLabel(/^For whom/).fill('The wiki')
  await ana.getByRole('button', { name: 'Make a link' }).click()
  await expect(ana.getByRole('button', { name: /^Copy/ }).first()).toBeVisible()
  const address = await ana.locator('input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).find((value) => value.includes('#')))
  expect(address).toContain(`${product.url}/b/`)

  const guest = await somebody(browser)
  await guest.goto(address ?? '')
  await expect(card(guest, 'Goal of Ana')).toBeVisible()
  await expect(guest.getByText('You can look, not change.').first()).toBeVisible()
  await ana.getByRole('button', { name: /^Revoke .*The wiki/ }).click()
  await ana.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(guest.getByRole('heading', { name: 'This board is not here' })).toBeVisible()
  await guest.context().close()
})
