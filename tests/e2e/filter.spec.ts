// The filter: chips, keys and address choose among the cards of a board, on canvas and ledger alike, and a link that
// somebody sends shows the same.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { AS_OF, card, complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

let product: Product
let ana: Page
let link = ''

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

test.beforeEach(async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  link = urls.edit
  ana = await somebody(browser, { at: AS_OF })
  await enterAs(ana, link, 'Ana Lima', 'Product')
})

test.afterEach(async () => {
  expect(complaintsOf(ana)).toEqual([])
  await ana.context().close()
})

const chip = (page: Page, name: string): ReturnType<Page['getByRole']> => page.getByRole('button', { name, exact: true })
const query = (page: Page): string => new URL(page.url()).search
const pale = (page: Page, words = ''): ReturnType<Page['locator']> => page.locator('tacit-card[dimmed]').filter({ hasText: words })
const rows = (page: Page): ReturnType<Page['locator']> => page.locator('tacit-ledger [role="row"][data-id]')

test('chips combine on the canvas, the rest goes pale, and back and forward go through it', async () => {
  const place = async (): Promise<number> => (await card(ana, 'firewalls let WebSockets').boundingBox())?.x ?? 0
  const before = await place()
  await chip(ana, '2 unconfirmed').click()
  await expect(chip(ana, '2 unconfirmed')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => query(ana)).toBe('?state=unconfirmed')
  await expect(pale(ana, 'Customers pay')).toHaveCount(1)
  await expect(pale(ana, 'firewalls let WebSockets')).toHaveCount(0)
  await chip(ana, '1 disputed').click()
  await expect.poll(() => query(ana)).toBe('?state=unconfirmed,disputed')
  await expect(pale(ana, 'Customers pay')).toHaveCount(0)
  await expect(pale(ana, 'Peak load')).toHaveCount(1)
  // What comes to rest is drawn on whole pixels.
  expect(Math.abs((await place()) - before)).toBeLessThan(2)
  await ana.goBack()
  await expect(chip(ana, '1 disputed')).toHaveAttribute('aria-pressed', 'false')
  await ana.goBack()
  await expect(pale(ana)).toHaveCount(0)
  await ana.goForward()
  await expect(chip(ana, '2 unconfirmed')).toHaveAttribute('aria-pressed', 'true')
})

test('keys filter, and Escape shows everything again', async () => {
  await card(ana, 'firewalls let WebSockets').click()
  await ana.keyboard.press('1')
  await expect(pale(ana, 'Peak load')).toHaveCount(1)
  // Keys pass over what is pale.
  await ana.keyboard.press('j')
  await expect(card(ana, 'All three pilot customers')).toBeFocused()
  await ana.keyboard.press('3')
  await expect.poll(() => query(ana)).toContain('state=unconfirmed,disputed')
  await ana.keyboard.press('Escape')
  await ana.keyboard.press('Escape')
  await expect(pale(ana)).toHaveCount(0)
  await expect.poll(() => query(ana)).not.toContain('state')
})

test('the ledger shows the same, and a link opens the same for somebody else', async ({ browser }) => {
  await chip(ana, '2 need re-confirming').click()
  await ana.getByRole('radio', { name: 'Ledger' }).click()
  await expect(rows(ana)).toHaveCount(2)
  await ana.getByRole('searchbox').fill('peak')
  await expect(rows(ana)).toHaveCount(1)
  await expect.poll(() => query(ana)).toBe('?view=ledger&state=stale&find=peak')
  const bo = await somebody(browser, { at: AS_OF })
  const { search } = new URL(ana.url())
  await bo.goto(link.replace('#', `${search}#`))
  await bo.getByLabel('Your name').fill('Bo Berg')
  await bo.getByLabel('Your team').selectOption({ label: 'SRE' })
  await bo.getByRole('button', { name: 'Enter', exact: true }).click()
  await expect(rows(bo)).toHaveCount(1)
  await expect(rows(bo)).toContainText('Peak load is 3,000 open boards')
  await expect(chip(bo, 'Take out of the filter: With “peak”')).toBeVisible()
  expect(bo.url()).not.toContain('#')
  await bo.getByRole('button', { name: 'Show all' }).click()
  await expect(rows(bo).first()).toBeVisible()
  await expect.poll(() => query(bo)).toBe('?view=ledger')
  expect(complaintsOf(bo)).toEqual([])
  await bo.context().close()
})

test('what is wrong in an address is ignored', async () => {
  await ana.goto(`${ana.url().split('?')[0] ?? ''}?state=good,unconfirmed&team=%3Cb%3E&card=nothing&view=table`)
  await expect(chip(ana, '2 unconfirmed')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => query(ana)).toBe('?state=unconfirmed')
})

test('the view goes to what matches only when none of it is seen', async () => {
  const place = (): Promise<string> => ana.locator('tacit-canvas').evaluate((canvas) => JSON.stringify((canvas as HTMLElement & { camera: object }).camera))
  const still = await place()
  await chip(ana, '2 unconfirmed').click()
  await expect(pale(ana, 'Customers pay')).toHaveCount(1)
  expect(await place()).toBe(still)
  await ana.keyboard.press('Escape')
  await ana.mouse.move(700, 500)
  for (let i = 0; i < 3; i++) await ana.mouse.wheel(0, 3_000)
  await expect.poll(place).not.toBe(still)
  await expect(card(ana, 'firewalls let WebSockets')).not.toBeInViewport()
  await chip(ana, '2 unconfirmed').click()
  await chip(ana, '1 refuted').click()
  await expect(card(ana, 'Support can carry the launch')).toBeInViewport()
})

test('a card is found by its words from anywhere on the page', async () => {
  await ana.keyboard.press('Control+k')
  await ana.getByRole('combobox', { name: 'Words of the card' }).fill('calm fri')
  await expect(ana.getByRole('option', { selected: true })).toContainText('Calm Fridays for two SRE weeks')
  await ana.keyboard.press('Enter')
  await expect(card(ana, 'Calm Fridays')).toBeFocused()
})
