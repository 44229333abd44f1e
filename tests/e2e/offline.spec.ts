// Away from the server: the page and the board open without it, edits and answers wait, everything arrives once it is
// back, and nothing is lost when the browser has no room or the server refuses.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { card, complaintsOf, enterAs, launchBoard, somebody, typeAtEndOf } from './visit.ts'

const FIREWALLS = 'firewalls let WebSockets through'
const PILOTS = 'All three pilot customers'

let product: Product
const pages: Page[] = []

test.beforeEach(async () => { product = await startProduct() })
test.afterEach(async () => {
  for (const page of pages.splice(0)) {
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  }
  await product.stop()
})

async function comes(browser: Parameters<typeof somebody>[0], link: string, name: string, team: string): Promise<Page> {
  const page = await somebody(browser)
  pages.push(page)
  await enterAs(page, link, name, team)
  return page
}

const saved = (page: Page, text: string | RegExp): Promise<void> => expect(page.locator('tacit-save-state')).toContainText(text)

/** The browser has taken the files of the page. */
async function shellKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), { timeout: 30_000 }).toBe('activated')
}

test('with the server away the page opens again with the board and what was done there, and both come together', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const ana = await comes(browser, urls.edit, 'Ana Lima', 'Sales')
  const bo = await comes(browser, urls.edit, 'Bo Berg', 'SRE')
  await saved(ana, 'Saved')
  await shellKept(ana)
  await product.kill()
  await typeAtEndOf(ana, FIREWALLS, ' mostly')
  await ana.keyboard.press('Escape')
  await saved(ana, 'Offline, 1 change kept here')
  await typeAtEndOf(bo, PILOTS, ' at last')
  await bo.keyboard.press('Escape')

  await ana.reload()
  await expect(card(ana, `${FIREWALLS} mostly`)).toBeVisible()
  await saved(ana, 'Offline, 1 change kept here')
  await typeAtEndOf(ana, FIREWALLS, ' and again')
  await ana.keyboard.press('Escape')
  await saved(ana, 'Offline, 2 changes kept here')
  await ana.reload()
  await expect(card(ana, `${FIREWALLS} mostly and again`)).toBeVisible()

  await product.start()
  await expect(ana.getByText('Back online, 2 changes sent')).toBeVisible({ timeout: 40_000 })
  for (const page of [ana, bo]) {
    await expect(card(page, `${FIREWALLS} mostly and again`)).toBeVisible({ timeout: 40_000 })
    await expect(card(page, `10 January at last`)).toBeVisible()
    await saved(page, 'Saved')
  }
})
