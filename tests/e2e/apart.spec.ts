// Two browsers apart for hours, by their own clocks: both edit and answer without the server, one is closed and opened
// again meanwhile, and then both see everything, each edit and each answer once.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { allLeave, comes, saved } from './away.ts'
import { card, launchToday, typeAtEndOf } from './visit.ts'

const FIREWALLS = 'firewalls let WebSockets through'
const PILOTS = 'All three pilot customers'
const SHARED = 'Nobody answers the phone'
const HOURS = 6

const NOW = new Date().toISOString()

let product: Product

test.beforeEach(async () => { product = await startProduct() })
test.afterEach(async () => {
  await allLeave()
  await product.stop()
})

async function adds(page: Page, words: string, text: string): Promise<void> {
  await typeAtEndOf(page, words, text)
  await page.keyboard.press('Escape')
}

async function disputes(page: Page, words: string, reason: string): Promise<void> {
  await card(page, words).click()
  await page.getByRole('button', { name: /^Details/ }).click()
  const inspector = page.locator('tacit-inspector')
  await inspector.getByRole('button', { name: 'Dispute' }).click()
  await inspector.getByLabel('What do you know that makes it false?').fill(reason)
  await inspector.getByRole('button', { name: 'Dispute' }).click()
  await expect(page.getByText('1 answer waits to be sent.')).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Whom it asks is told when it is sent, and this is said. */
async function asks(page: Page, words: string): Promise<void> {
  await card(page, words).click()
  await page.keyboard.press('q')
  await expect(page.getByText(/asked\. It waits here to be sent\./).first()).toBeVisible()
}

test('two browsers that were apart for six hours of edits and answers have all of them in the end, once', async ({ browser }) => {
  const { urls } = await launchToday(product.url)
  const ana = await comes(browser, urls.edit, 'Ana Lima', 'Sales', NOW)
  const bo = await comes(browser, urls.edit, 'Bo Berg', 'SRE', NOW)
  for (const page of [ana, bo]) await page.context().setOffline(true)
  await saved(ana, 'Offline')
  for (let hour = 1; hour <= HOURS; hour++) {
    for (const page of [ana, bo]) await page.clock.fastForward('01:00:00')
    await adds(ana, FIREWALLS, ` a${hour}`)
    await adds(bo, PILOTS, ` b${hour}`)
    if (hour === 2) await disputes(ana, PILOTS, 'Two of them have said no')
    if (hour === 3) await disputes(bo, FIREWALLS, 'One bank blocks them')
    if (hour === 4) await bo.reload()
    if (hour === 6) await asks(ana, FIREWALLS)
    if (hour === 5) for (const [page, word] of [[ana, ' Anas'], [bo, ' Bos']] as const) await adds(page, SHARED, word)
  }
  for (const page of [ana, bo]) await page.context().setOffline(false)
  for (const page of [ana, bo]) {
    await expect(page.getByText(/Back online, \d+ changes and \d answers? sent/)).toBeVisible({ timeout: 40_000 })
  }
  for (const page of [ana, bo]) {
    await expect(card(page, `${FIREWALLS} a1 a2 a3 a4 a5 a6`)).toBeVisible({ timeout: 40_000 })
    await expect(card(page, 'b1 b2 b3 b4 b5 b6')).toBeVisible()
    await expect(card(page, 'Anas')).toHaveAccessibleName(/Bos/)
    await saved(page, 'Saved')
  }
  const [board, key] = (urls.own.split('/b/')[1] ?? '').split('#')
  const file = (await (await fetch(`${product.url}/api/boards/${board}/file`, { headers: { authorization: `Bearer ${key}` } })).json()) as { attestations: { reason?: string; basis: string }[] }
  const saidOf = (reason: string): string[] => file.attestations.filter((record) => record.reason === reason).map(({ basis }) => basis)
  expect(saidOf('Two of them have said no').length).toBe(1)
  expect(saidOf('One bank blocks them').length).toBe(1)
  expect(saidOf('One bank blocks them')[0]).not.toContain('a1')
})
