// The ledger beside the canvas: answers by one key that others see, cards answered in turn, the same selection in both
// views, everything by keyboard, on paper and on a phone.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, enterAs, launchToday, somebody } from './visit.ts'

const FREEZE = 'No other change is planned for the week of 18 January'
const PEAK = 'Peak load is 3,000 open boards'
const FIREWALLS = 'firewalls let WebSockets through'

const NOW = new Date().toISOString()

let product: Product
let ana: Page
let link = ''

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

test.beforeEach(async ({ browser }) => {
  const { urls } = await launchToday(product.url)
  link = urls.edit
  ana = await somebody(browser, { at: NOW })
})

test.afterEach(async () => {
  expect(complaintsOf(ana)).toEqual([])
  await ana.context().close()
})

const row = (page: Page, words: string): Locator => page.locator('tacit-ledger').getByRole('row').filter({ hasText: words })

async function toLedger(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Ledger' }).click()
  await expect(page.getByRole('treegrid')).toBeVisible()
}

test('an answer by one key is seen by somebody else', async ({ browser }) => {
  await enterAs(ana, link, 'Ana Lima', 'SRE')
  const bo = await somebody(browser, { at: NOW })
  await enterAs(bo, link, 'Bo Berg', 'Sales')
  await toLedger(ana)
  await row(ana, PEAK).click()
  await ana.keyboard.press('y')
  await expect(card(bo, PEAK)).toHaveAccessibleName(/2 of 2 confirmed/)
  await toLedger(bo)
  await row(bo, 'All three pilot customers').click()
  await bo.keyboard.press('n')
  const disputed = row(bo, 'All three pilot customers')
  await disputed.getByRole('textbox').fill('One of them left')
  await disputed.getByRole('button', { name: 'Dispute' }).last().click()
  await expect(row(ana, 'All three pilot customers')).toContainText('Refuted')
  expect(complaintsOf(bo)).toEqual([])
  await bo.context().close()
})

test('what waits for a team is answered in turn, on the canvas and in the ledger', async () => {
  const cards = ['Seats stay cheap', 'Reps know the price', 'Nobody leaves'].map((title, n) => ({ id: `card-${n}`, kind: 'assumption', title, x: 0, y: n * 200, askTeams: ['sales'] }))
  const { urls } = await boardFrom(product.url, { file: { format: 'tacit-board/1', title: 'Pricing', teams: [{ id: 'sales', name: 'Sales' }], people: [], cards, links: [], attestations: [] } })
  await enterAs(ana, urls.edit, 'Ana Lima', 'Sales')
  await card(ana, 'Nobody leaves').click()
  await ana.keyboard.press('t')
  const bar = ana.getByRole('group', { name: 'Answer in turn' })
  await expect(bar).toContainText('1 of 3')
  await ana.keyboard.press('u')
  await expect(bar).toContainText('2 of 3')
  await ana.keyboard.press('y')
  await expect(bar).toContainText('3 of 3')
  await bar.getByRole('button', { name: 'Skip' }).click()
  await expect(bar).toHaveCount(0)
  await expect(card(ana, 'Seats stay cheap')).toHaveAccessibleName(/Unconfirmed, 0 of 1/)
  await expect(card(ana, 'Reps know the price')).toHaveAccessibleName(/Confirmed, 1 of 1/)
  await expect(ana.getByRole('status').filter({ hasText: '1 skipped' })).toBeVisible()
  await toLedger(ana)
  await ana.getByRole('button', { name: 'Answer them in turn' }).click()
  await expect(bar).toContainText('1 of 1')
  await ana.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
})

test('the selection goes with the reader from one view to the other and back', async () => {
  await enterAs(ana, link, 'Ana Lima', 'Product')
  await card(ana, PEAK).click()
  await ana.keyboard.press('b')
  await expect(row(ana, PEAK)).toBeFocused()
  await expect(row(ana, PEAK)).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => new URL(ana.url()).search).toBe('?view=ledger')
  await ana.keyboard.press('k')
  await ana.keyboard.press('Space')
  await ana.keyboard.press('b')
  await expect(card(ana, 'All three pilot customers')).toBeFocused()
  await expect(ana.locator('tacit-card[selected]')).toHaveCount(2)
  await ana.goBack()
  await expect(ana.getByRole('treegrid')).toBeVisible()
  await expect(ana.locator('tacit-ledger [aria-selected="true"]')).toHaveCount(2)
})

test('all of it works by keyboard alone', async () => {
  await enterAs(ana, link, 'Ana Lima', 'Product')
  const view = ana.getByRole('radio', { name: 'Canvas' })
  await view.focus()
  await ana.keyboard.press('ArrowRight')
  await expect(ana.getByRole('treegrid')).toBeVisible()
  for (let stop = 0; stop < 25 && !(await ana.evaluate(() => document.activeElement?.shadowRoot !== null && (document.querySelector('tacit-app')?.shadowRoot?.querySelector('tacit-board-page')?.shadowRoot?.querySelector('tacit-live-board')?.shadowRoot?.querySelector('tacit-board-ledger')?.shadowRoot?.querySelector('tacit-ledger')?.shadowRoot?.activeElement?.getAttribute('role') === 'row'))); stop++) await ana.keyboard.press('Tab')
  await expect(row(ana, FIREWALLS)).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(ana.getByRole('heading', { name: /Unconfirmed · 1 of 2/ })).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(row(ana, FIREWALLS)).toBeFocused()
  await ana.keyboard.press('F2')
  await expect(ana.locator('tacit-ledger .ProseMirror-focused')).toBeVisible()
  await ana.keyboard.press('Control+End')
  await ana.keyboard.type(' today')
  await ana.keyboard.press('Escape')
  await expect(row(ana, `${FIREWALLS} today`)).toBeFocused()
  await ana.keyboard.press('Delete')
  await expect(row(ana, FIREWALLS)).toHaveCount(0)
  await ana.keyboard.press('Control+z')
  await expect(row(ana, FIREWALLS)).toHaveCount(1)
})

test('paper has title, counts and every row, from the canvas too', async () => {
  await enterAs(ana, link, 'Ana Lima', 'Product')
  await expect(ana.locator('tacit-print-sheet')).toHaveCount(0)
  await ana.emulateMedia({ media: 'print' })
  const sheet = ana.locator('tacit-print-sheet')
  await expect(sheet.getByRole('heading', { name: 'Live Dispatch: from pilot to everyone' })).toBeVisible()
  await expect(sheet).toContainText('30 cards · 2 unconfirmed · 2 need re-confirming · 1 disputed · 1 refuted · 1 confirmed')
  await expect(sheet.locator('td.words')).toHaveCount(30)
  await expect(sheet.getByText('We can put one customer back on polling')).toBeVisible()
  await expect(ana.getByRole('button', { name: 'Share' })).toBeHidden()
  await expect(ana.locator('tacit-board-stage')).toBeHidden()
  await ana.emulateMedia({ media: 'screen' })
  await expect(card(ana, FIREWALLS)).toBeVisible()
})

test('a phone has the rows stacked, tabs at its foot and buttons for a thumb', async ({ browser }) => {
  const phone = await somebody(browser, { at: NOW, viewport: { width: 390, height: 844 }, hasTouch: true })
  await enterAs(phone, link, 'Pia Holm', 'Product')
  await phone.getByRole('radio', { name: 'Ledger' }).tap()
  await row(phone, FREEZE).tap()
  const confirm = row(phone, FREEZE).getByRole('button', { name: 'Confirm' })
  for (const width of [390, 320]) {
    await phone.setViewportSize({ width, height: 844 })
    await expect.poll(async () => (await confirm.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await expect(phone.getByRole('radio', { name: 'Canvas' })).toBeInViewport()
  }
  await confirm.tap()
  await expect(phone.getByText('Confirmed for Product', { exact: false }).first()).toBeVisible()
  expect(complaintsOf(phone)).toEqual([])
  await phone.context().close()
  await ana.goto(link)
})

test('a part that cannot be fetched says so and can be asked for again', async () => {
  await ana.route(/board-ledger/, (route) => route.abort())
  await enterAs(ana, link, 'Ana Lima', 'Product')
  await ana.getByRole('radio', { name: 'Ledger' }).click()
  await expect(ana.getByText('This part of Tacit could not be loaded.')).toBeVisible()
  await expect(card(ana, FIREWALLS)).toBeVisible()
  await ana.unroute(/board-ledger/)
  await ana.getByRole('button', { name: 'Try again' }).click()
  await expect(ana.getByRole('treegrid')).toBeVisible()
})
