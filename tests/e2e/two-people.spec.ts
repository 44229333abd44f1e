// Two people on one live board: they type in one sentence, drag and edit at once, answer, re-open, undo, and go on
// after the server was killed.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { card, complaintsOf, enterAs, launchBoard, openWords, somebody } from './visit.ts'

const FIREWALLS = 'firewalls let WebSockets through'
const PILOTS = 'All three pilot customers'

let product: Product
let ana: Page
let bo: Page

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

test.beforeEach(async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  ana = await somebody(browser)
  bo = await somebody(browser)
  await enterAs(ana, urls.edit, 'Ana Lima', 'Sales')
  await enterAs(bo, urls.edit, 'Bo Berg', 'SRE')
})

test.afterEach(async () => {
  expect([...complaintsOf(ana), ...complaintsOf(bo)]).toEqual([])
  await ana.context().close()
  await bo.context().close()
})

test('both see who is here', async () => {
  await expect(ana.getByRole('group', { name: /On this board now: .*Bo Berg/ })).toBeVisible()
  await expect(bo.getByRole('group', { name: /On this board now: .*Ana Lima/ })).toBeVisible()
})

test('both type in one title, each sees the other\'s caret, and both end with the same words', async () => {
  await openWords(ana, FIREWALLS)
  await openWords(bo, FIREWALLS)
  await ana.keyboard.press('Control+Home')
  await bo.keyboard.press('Control+End')
  await expect(ana.locator('tacit-editor .caret-name', { hasText: 'Bo' })).toBeAttached()
  await expect(bo.locator('tacit-editor .caret-name', { hasText: 'Ana' })).toBeAttached()
  await Promise.all([ana.keyboard.type('Most of ', { delay: 15 }), bo.keyboard.type(' today', { delay: 15 })])
  for (const page of [ana, bo]) {
    await page.keyboard.press('Escape')
    await expect(card(page, 'Most of Customers\' firewalls let WebSockets through today')).toBeVisible()
  }
})

test('one drags a card while the other edits it; the drag is seen while it happens', async () => {
  await openWords(ana, FIREWALLS)
  await ana.keyboard.press('Control+End')
  const before = await card(ana, FIREWALLS).boundingBox()
  const grip = await card(bo, FIREWALLS).boundingBox()
  if (before === null || grip === null) throw new Error('the card is not on screen')
  await bo.mouse.move(grip.x + 60, grip.y + 10)
  await bo.mouse.down()
  await bo.mouse.move(grip.x + 140, grip.y + 60, { steps: 4 })
  await ana.keyboard.type(' always')
  await expect.poll(async () => (await card(ana, 'firewalls').boundingBox())?.x).toBeGreaterThan(before.x + 40)
  await bo.mouse.up()
  await ana.keyboard.press('Escape')
  await expect(card(bo, `${FIREWALLS} always`)).toBeVisible()
  const [there, here] = await Promise.all([card(ana, 'firewalls').boundingBox(), card(bo, 'firewalls').boundingBox()])
  expect(there?.x).toBeGreaterThan(before.x + 40)
  expect(Math.round((here?.x ?? 0) - grip.x)).toBe(Math.round((there?.x ?? 0) - before.x))
})

test('one confirms for her team with evidence and the other sees the mark close; a changed wording opens it, undo closes it', async () => {
  await expect(card(bo, PILOTS)).toHaveAccessibleName(/Unconfirmed, 0 of 1/)
  await card(ana, PILOTS).click()
  await ana.getByRole('button', { name: /^Details/ }).click()
  const inspector = ana.locator('tacit-inspector')
  await inspector.getByRole('button', { name: 'Add evidence' }).click()
  await inspector.getByLabel('Kind of evidence').selectOption({ label: 'Document' })
  await inspector.getByLabel('What does it show?').fill('Signed letters of all three, 19 November')
  await inspector.getByRole('button', { name: /^Confirm for Sales/ }).click()
  await expect(card(bo, PILOTS)).toHaveAccessibleName(/Confirmed, 1 of 1/)
  await expect(card(ana, PILOTS)).toHaveAccessibleName(/Confirmed, 1 of 1/)
  await ana.keyboard.press('Escape')

  await openWords(bo, PILOTS)
  await bo.keyboard.press('Control+End')
  await bo.keyboard.type(' 2028')
  await bo.keyboard.press('Escape')
  await expect(card(ana, PILOTS)).toHaveAccessibleName(/Re-confirm, 0 of 1/)
  await bo.keyboard.press('Control+z')
  await expect(card(ana, PILOTS)).toHaveAccessibleName(/Confirmed, 1 of 1/)
  await expect(card(bo, PILOTS)).toHaveAccessibleName(/Confirmed, 1 of 1/)
})

test('the server is killed and started again: both carry on and nothing is lost', async () => {
  await openWords(ana, FIREWALLS)
  await ana.keyboard.press('Control+End')
  await ana.keyboard.type(' before')
  await openWords(bo, PILOTS)
  await bo.keyboard.press('Control+End')
  await product.kill()
  await ana.keyboard.type(' and during')
  await expect(ana.getByRole('status').filter({ hasText: /Offline|Reconnecting/ }).first()).toBeVisible()
  await bo.keyboard.type(' too')
  await product.start()
  await ana.keyboard.press('Escape')
  await bo.keyboard.press('Escape')
  for (const page of [ana, bo]) {
    await expect(card(page, `${FIREWALLS} before and during`)).toBeVisible({ timeout: 30_000 })
    await expect(card(page, '10 January too')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('status').filter({ hasText: 'Saved' }).first()).toBeVisible()
  }
})
