// A decision between two people: open until everybody is heard, blocked, committed with the dissent on record, open again
// when its words change; a stance that waits without the server; and the keys and buttons of a stance on the board.
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { card, complaintsOf, enterAs, launchBoard, somebody, typeAtEndOf } from './visit.ts'

const DATE = 'Live Dispatch is on for everyone'
const SLA = 'Live Dispatch stays outside'

let product: Product
let board: CreatedBoard
let ana: Page
let bo: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  board = await launchBoard(product.url)
  ;[ana, bo] = [await somebody(browser), await somebody(browser)]
  await enterAs(ana, board.urls.edit, 'Ana Lima', 'Support')
  await enterAs(bo, board.urls.edit, 'Bo Berg', 'SRE')
})
test.afterAll(async () => {
  for (const page of [ana, bo]) await page.context().close()
  expect(await product.stop()).toBe(0)
})
test.afterEach(() => { expect([ana, bo].flatMap((page) => complaintsOf(page))).toEqual([]) })

/** Opens the card's details by its address, as a copied link does. */
async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`${product.url}/b/${board.id}?card=${id}`)
  const inspector = page.locator('tacit-inspector')
  await expect(inspector.getByRole('complementary')).toBeVisible()
  return inspector
}

const stance = (place: Locator, name: RegExp): Locator => place.locator('tacit-stance-form').getByRole('button', { name })

test('a decision goes from open to blocked to committed with dissent, and opens again when its words change', async () => {
  const mine = await open(ana, 'd-date')
  const theirs = await open(bo, 'd-date')
  await expect(theirs).toContainText('Open: Support has not been heard. Silence is not a yes.')

  await stance(mine, /^Block/).click()
  await mine.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(mine).toContainText('Nobody can answer an objection without a reason.')
  await mine.getByLabel('What has to be different?').fill('Nobody answers the phone in that week')
  await mine.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(theirs).toContainText('Blocked by Ana Lima (Support).')
  await expect(theirs.locator('tacit-stance-seats').getByRole('listitem').first()).toContainText('Nobody answers the phone in that week')

  await stance(mine, /^Disagree but commit/).click()
  await mine.getByLabel('What speaks against it?').fill('We stay for it')
  await mine.getByRole('button', { name: 'Disagree but commit', exact: true }).click()
  await expect(theirs).toContainText('that stays on record')
  await expect(theirs.getByRole('heading', { level: 2 })).toContainText('Somebody disagrees, commits')
  await expect(theirs.locator('tacit-card-history')).toContainText('blocked it for Support')

  await bo.goto(`${product.url}/b/${board.id}`)
  await typeAtEndOf(bo, DATE, ', all of them')
  await bo.keyboard.press('Escape')
  await expect(mine).toContainText('Open again: the words have changed')
  await expect(mine).toContainText('You took a stance on an earlier wording.')
  await expect(mine.locator('tacit-stance-form ins')).toContainText('all of them')
  await expect(mine.locator('tacit-stance-seats').getByRole('listitem').filter({ hasText: 'Ana Lima' })).toContainText('Then: Disagree but commit')
})

test('a stance is taken on the board by the toolbar and by a key, and the card says what it came to', async () => {
  await ana.goto(`${product.url}/b/${board.id}`)
  await card(ana, SLA).click()
  await ana.getByRole('button', { name: 'Take a stance' }).click()
  const box = ana.locator('tacit-stance-box')
  await box.getByRole('button', { name: /^Block/ }).click()
  await box.getByLabel('What has to be different?').fill('Not without a number')
  await box.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(ana.getByRole('dialog', { name: 'Your stance on' })).toBeHidden()
  await expect(ana.locator('tacit-toasts').getByText('Blocked for Support')).toBeVisible()
  await expect(card(ana, `${SLA} the 99.95% promise until 31 March. Blocked.`)).toContainText(/Blocked by (Sales and Support|Support and Sales)/)
  await card(ana, SLA).focus()
  await ana.keyboard.press('y')
  await expect(ana.locator('tacit-toasts').getByText('Agreed for Support')).toBeVisible()
  await expect(card(ana, SLA)).not.toContainText('Support')
})

test('without the server a stance waits in sight, and arrives when the server is back', async () => {
  const mine = await open(ana, 'd-sla')
  const theirs = await open(bo, 'd-sla')
  await expect(ana.locator('tacit-save-state')).toContainText('Saved')
  await product.kill()
  await stance(mine, /^Pass/).click()
  await expect(mine.locator('tacit-stance-form')).toContainText('You pass, for Support. It waits here to be sent')
  await product.start()
  await expect(mine.locator('tacit-stance-form')).toContainText('You pass, for Support,')
  await expect(theirs.locator('tacit-stance-seats')).toContainText('Passes')
})
