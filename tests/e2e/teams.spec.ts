// What each team carries and wants: one team writes what it believes of another, the other says that it is partly right
// and how it is really, and both see who has understood whom; a trade goes through its four checks; a tile tells whose
// it is.
import { expect, test, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { faults } from './axe.ts'
import { boardFrom, complaintsOf, enterAs, somebody } from './visit.ts'

const BOARD = {
  format: 'tacit-board/1', title: 'Two teams',
  teams: [
    { id: 'product', name: 'Product', currency: [{ id: 'wad', metric: 'Weekly active dispatchers', direction: 'up', now: '310', target: '1,200' }] },
    { id: 'sre', name: 'SRE', constraints: ['Three on the rota until March'] },
  ],
  cards: [
    { id: 'calm', kind: 'tradeoff', title: 'Calm Fridays', x: 0, y: 0, team: 'product' },
    { id: 'load', kind: 'assumption', title: 'Peak load stays under 3,000', x: 480, y: 0, team: 'product', askTeams: ['sre'] },
  ],
}

let product: Product
let board: CreatedBoard
let teo: Page
let lina: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  board = await boardFrom(product.url, { file: BOARD })
  ;[teo, lina] = await Promise.all([somebody(browser), somebody(browser)])
  await enterAs(teo, board.urls.edit, 'Teo Lind', 'Product')
  await enterAs(lina, board.urls.edit, 'Lina Dahl', 'SRE')
})
test.afterAll(async () => {
  for (const page of [teo, lina]) await page.context().close()
  expect(await product.stop()).toBe(0)
})
test.afterEach(() => { expect([teo, lina].flatMap((page) => complaintsOf(page))).toEqual([]) })

async function toTeams(page: Page): Promise<void> {
  await page.goto(`${product.url}/b/${board.id}?view=overview&part=teams`)
  await expect(page.getByRole('table', { name: 'Who has understood whom' })).toBeVisible()
}

test('one team says what it believes of another, which says that it is partly right, and how it is', async () => {
  await Promise.all([toTeams(teo), toTeams(lina)])
  // All by keyboard: from the cell of the table to the sentence.
  const cell = teo.getByRole('button', { name: 'Product about SRE: Nothing yet' })
  await cell.focus()
  await teo.keyboard.press('Enter')
  await expect(teo.getByRole('heading', { name: 'Product about SRE' })).toBeFocused()
  await teo.keyboard.press('Tab')
  await teo.keyboard.press('Enter')
  await expect(teo.getByRole('textbox', { name: 'What you believe SRE counts in' })).toBeFocused()
  await teo.keyboard.insertText('Every release of ours on a Friday is your weekend.')
  await teo.keyboard.press('Control+Enter')
  for (const page of [teo, lina]) await expect(page.getByRole('button', { name: 'Product about SRE: Not checked' })).toBeVisible()

  const sheet = lina.locator('tacit-team-sheet[data-team=sre]')
  await sheet.getByRole('button', { name: 'Is this right, what Product believes?' }).click()
  await sheet.getByRole('radio', { name: /^Partly right/ }).check({ force: true })
  await sheet.getByRole('textbox', { name: 'What is otherwise?' }).fill('Saturdays, since the rota changed')
  await lina.keyboard.press('Control+Enter')
  for (const page of [teo, lina]) await expect(page.getByRole('button', { name: 'Product about SRE: Partly right' })).toBeVisible()
  await expect(teo.locator('.chosen')).toContainText('Saturdays, since the rota changed')

  // Other words are to be checked again.
  await teo.locator('.chosen').getByRole('button', { name: 'Change what you wrote about SRE' }).click()
  await teo.getByRole('textbox', { name: 'What you believe SRE counts in' }).fill('A release of ours before noon on a Friday costs you a Saturday.')
  await teo.keyboard.press('Control+Enter')
  for (const page of [teo, lina]) await expect(page.getByRole('button', { name: 'Product about SRE: New words' })).toBeVisible()
  await expect(sheet).toContainText('On earlier words')
  expect(await faults(lina, { contrast: false })).toEqual([])
})

test('a trade goes through its four checks, to a number of its partner', async () => {
  await teo.goto(`${product.url}/b/${board.id}?card=calm`)
  const checks = teo.locator('tacit-trade-checks')
  const facts = teo.locator('tacit-card-facts')
  await expect(checks).toContainText('No partner')
  await facts.getByLabel('With team', { exact: true }).selectOption({ label: 'SRE' })
  await expect(checks).toContainText('Nothing given')
  await facts.getByLabel('We give', { exact: true }).fill('No release after Friday noon')
  await facts.getByLabel('We give', { exact: true }).press('Control+Enter')
  await expect(checks).toContainText('SRE has not said what it counts in.')

  // The partner fills its sheet, to which the trade leads.
  await toTeams(lina)
  const sheet = lina.locator('tacit-team-sheet[data-team=sre]')
  await sheet.getByRole('button', { name: 'Edit the sheet of SRE' }).click()
  await sheet.getByRole('textbox', { name: 'What is counted' }).fill('Pages per on-call week')
  await sheet.getByRole('combobox', { name: 'Better is' }).selectOption({ label: 'less' })
  await sheet.getByRole('textbox', { name: 'Now' }).fill('3.4')
  await sheet.getByRole('textbox', { name: 'Target' }).fill('2')
  await lina.keyboard.press('Enter')
  await expect(sheet).toContainText('3.4 → 2')

  await expect(checks).toContainText('Choose which number of SRE it improves.')
  await facts.getByLabel('In their measure', { exact: true }).selectOption({ label: 'Pages per on-call week (SRE)' })
  await expect(checks).toContainText('What is given improves a number of SRE: Pages per on-call week, down, 3.4 → 2.')
  await expect(teo.getByRole('article', { name: 'Calm Fridays' })).toContainText('In their currency')
  await expect(lina.locator('[data-trade=calm]')).toContainText('Improves: Pages per on-call week')
  await checks.getByRole('button', { name: 'Sheet of SRE' }).click()
  await expect(teo.getByRole('heading', { name: 'SRE', exact: true })).toBeFocused()
})

test('a tile tells what its team counts in, to the pointer and to the keyboard, and its name leads to the sheet', async () => {
  const tip = teo.locator('tacit-team-tip')
  await teo.goto(`${product.url}/b/${board.id}?card=load`)
  await teo.getByRole('article', { name: 'Peak load' }).locator('[data-about-team=sre]').hover()
  await expect(tip).toContainText('Three on the rota until March')
  await teo.mouse.move(5, 500)
  await expect(tip.locator('.float')).toBeHidden()
  const name = teo.locator('tacit-inspector').getByRole('button', { name: 'About SRE' })
  await name.focus()
  await teo.keyboard.press('Shift+Tab')
  await teo.keyboard.press('Tab')
  await expect(tip).toContainText('Three on the rota until March')
  await teo.keyboard.press('Escape')
  await expect(tip.locator('.float')).toBeHidden()
  await expect(name).toBeFocused()
  await teo.keyboard.press('Enter')
  await expect(teo.getByRole('heading', { name: 'SRE', exact: true })).toBeFocused()
  await expect(teo).toHaveURL(/view=overview&part=teams/)

  await teo.goto(`${product.url}/b/${board.id}?view=ledger`)
  await teo.getByRole('button', { name: 'Teams', exact: true }).click()
  await teo.locator('tacit-people-dialog').getByRole('button', { name: 'About Product' }).click()
  await expect(teo.getByRole('heading', { name: 'Product', exact: true })).toBeFocused()
  await expect(teo.locator('tacit-people-dialog')).toHaveCount(0)
})
