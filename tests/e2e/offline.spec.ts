// Away from the server: the page and the board open without it, edits and answers wait, everything arrives once it is
// back, and nothing is lost when the browser has no room or the server refuses.
import { cp, rename, rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import * as Y from 'yjs'
import { startProduct, type Product } from '../support/product.ts'
import { allLeave, comes, keeps, saved, shellKept, visitor } from './away.ts'
import { card, enterAs, launchBoard, typeAtEndOf } from './visit.ts'

const FIREWALLS = 'firewalls let WebSockets through'
const PILOTS = 'All three pilot customers'

let product: Product

test.beforeEach(async () => { product = await startProduct() })
test.afterEach(async () => {
  await allLeave()
  await product.stop()
})

test('with the server away the page opens again with the board and what was done there, and both come together', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const ana = await comes(browser, urls.edit, 'Ana Lima', 'Sales')
  const bo = await comes(browser, urls.edit, 'Bo Berg', 'SRE')
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

test('an answer given offline waits, is sent once, and says that it met newer words', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const ana = await comes(browser, urls.edit, 'Ana Lima', 'Sales')
  const bo = await comes(browser, urls.edit, 'Bo Berg', 'SRE')
  await ana.context().setOffline(true)
  await saved(ana, 'Offline')
  await card(ana, PILOTS).click()
  await ana.getByRole('button', { name: /^Details/ }).click()
  const inspector = ana.locator('tacit-inspector')
  await inspector.getByRole('button', { name: 'Dispute' }).click()
  await inspector.getByLabel('What do you know that makes it false?').fill('Two of them have said no')
  await inspector.getByRole('button', { name: 'Dispute' }).click()
  await expect(ana.getByText('1 answer waits to be sent.')).toBeVisible()
  await expect(card(ana, PILOTS)).toHaveAccessibleName(/Unconfirmed, 0 of 1/)

  await typeAtEndOf(bo, PILOTS, ' of 2028')
  await bo.keyboard.press('Escape')
  await saved(bo, 'Saved')
  await ana.context().setOffline(false)
  await expect(ana.getByText('Back online, 1 answer sent; 1 answer met newer words')).toBeVisible()
  await ana.getByRole('button', { name: 'See what changed' }).click()
  await expect(inspector.getByText('Two of them have said no')).toBeVisible()
  await expect(inspector.locator('tacit-diff').first()).toContainText('of 2028')
  await expect(inspector.getByRole('button', { name: 'Dispute' })).toBeVisible()
  const file = (await (await fetch(`${product.url}/api/boards/${urls.own.split('/b/')[1]?.split('#')[0] ?? ''}/file`, { headers: { authorization: `Bearer ${urls.own.split('#')[1] ?? ''}` } })).json()) as { attestations: { reason?: string; basis: string }[] }
  expect(file.attestations.filter(({ reason }) => reason === 'Two of them have said no').map(({ basis }) => basis.includes('2028'))).toEqual([false])
})

test('[AP3] a server that was put back to a backup gets what was made since, and open pages and kept copies hear its new writes', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const ana = await comes(browser, urls.edit, 'Ana Lima', 'Sales')
  const bo = await comes(browser, urls.edit, 'Bo Berg', 'Sales')
  await typeAtEndOf(ana, FIREWALLS, ' mostly')
  await ana.keyboard.press('Escape')
  await expect(card(bo, `${FIREWALLS} mostly`)).toBeVisible()
  await saved(ana, 'Saved')
  await product.kill()
  const backup = `${product.data}-backup`
  await cp(product.data, backup, { recursive: true })
  await product.start()
  await saved(ana, 'Saved')
  await saved(bo, 'Saved')
  // After the backup: an answer, which the server writes, and words of Ana's.
  await card(bo, PILOTS).click()
  for (const again of [true, true, true, true, false]) {
    await bo.getByRole('button', { name: 'Confirm for Sales' }).click()
    await expect(card(ana, PILOTS)).toHaveAccessibleName(/, 1 of 1 confirmed/)
    if (!again) break
    await bo.getByRole('button', { name: 'Take your answer back' }).click()
    await expect(card(ana, PILOTS)).toHaveAccessibleName(/, 0 of 1 confirmed/)
  }
  await typeAtEndOf(ana, FIREWALLS, ' and often')
  await ana.keyboard.press('Escape')
  await expect(card(bo, `${FIREWALLS} mostly and often`)).toBeVisible()
  await saved(ana, 'Saved')
  await expect.poll(() => keeps(bo, ' and often')).toBe(true)
  await product.kill()
  await rm(product.data, { recursive: true })
  await rename(backup, product.data)
  await bo.reload()
  await expect(card(bo, PILOTS)).toHaveAccessibleName(/, 1 of 1 confirmed/)
  await product.start()

  for (const page of [ana, bo]) {
    await expect(card(page, PILOTS)).not.toHaveAccessibleName(/, 1 of 1 confirmed/, { timeout: 40_000 })
    await expect(card(page, `${FIREWALLS} mostly and often`)).toBeVisible()
    await saved(page, 'Saved')
  }
  await card(ana, PILOTS).click()
  await ana.getByRole('button', { name: 'Confirm for Sales' }).click()
  for (const page of [ana, bo]) await expect(card(page, PILOTS)).toHaveAccessibleName(/, 1 of 1 confirmed/)
})

test('a browser without room says so first, sends everything all the same, and goes quiet when there is room again', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const bo = await comes(browser, urls.edit, 'Bo Berg', 'SRE')
  const ana = await visitor(browser)
  await ana.addInitScript(() => {
    const { add } = IDBObjectStore.prototype
    IDBObjectStore.prototype.add = function full(value: unknown, key?: IDBValidKey) {
      if (sessionStorage.getItem('full') !== null) throw new DOMException('The disk is full.', 'QuotaExceededError')
      return key === undefined ? add.call(this, value) : add.call(this, value, key)
    }
  })
  await enterAs(ana, urls.edit, 'Ana Lima', 'Sales')
  await saved(ana, 'Saved')
  await ana.evaluate(() => sessionStorage.setItem('full', 'yes'))
  await typeAtEndOf(ana, FIREWALLS, ' mostly')
  await ana.keyboard.press('Escape')
  await expect(ana.getByText('This browser cannot keep changes: it has no room left.')).toBeVisible()
  await expect(card(bo, `${FIREWALLS} mostly`)).toBeVisible()
  await ana.evaluate(() => sessionStorage.removeItem('full'))
  await typeAtEndOf(ana, FIREWALLS, ' today')
  await ana.keyboard.press('Escape')
  await expect(ana.getByText('This browser cannot keep changes: it has no room left.')).toHaveCount(0)
  await expect(card(bo, `${FIREWALLS} mostly today`)).toBeVisible()
})

/** A change that no server takes, as damaged storage could bring it. */
function wrongUpdate(): number[] {
  const doc = new Y.Doc()
  doc.getMap('people').set('mallory', { name: 'Mallory', team: '', role: 'owner' })
  return [...Y.encodeStateAsUpdate(doc)]
}

test('what the server refuses is kept for its writer over reloads, until it stands on a new card', async ({ browser }) => {
  const { urls, id } = await launchBoard(product.url)
  const ana = await comes(browser, urls.edit, 'Ana Lima', 'Sales')
  await product.kill()
  await typeAtEndOf(ana, FIREWALLS, ' never')
  await ana.keyboard.press('Escape')
  await saved(ana, 'Offline, 1 change kept here')
  await ana.evaluate(async ({ board, bytes }) => {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('tacit')
      opening.onsuccess = () => {
        const adding = opening.result.transaction('updates', 'readwrite')
        adding.objectStore('updates').add({ board, bytes: new Uint8Array(bytes) })
        adding.addEventListener('complete', () => resolve())
        adding.addEventListener('error', () => reject(adding.error ?? new Error('not added')))
      }
    })
  }, { board: id, bytes: wrongUpdate() })
  await ana.reload()
  await expect(card(ana, `${FIREWALLS} never`)).toBeVisible()
  await product.start()
  await expect(ana.getByText('The server refused the last change')).toBeVisible({ timeout: 40_000 })
  await expect(card(ana, `${FIREWALLS} never`)).toHaveCount(0)
  await ana.reload()
  await expect(ana.getByText('Kept for you')).toBeVisible()
  await ana.getByRole('button', { name: 'Put into a new card' }).click()
  await expect(card(ana, `${FIREWALLS} never`)).toBeVisible()
  await expect(ana.getByText('Kept for you')).toHaveCount(0)
  await saved(ana, 'Saved')
})

test('whose connection ended before the page was whole is told so, and opens words after it came back, without a new page', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const ana = await visitor(browser)
  await ana.route(/\/assets\/editor-/, (route) => route.abort())
  await enterAs(ana, urls.edit, 'Ana Lima', 'Sales')
  await card(ana, FIREWALLS).click()
  await ana.keyboard.press('Enter')
  await expect(ana.getByText('The text editor could not be loaded. Check the connection and try again.')).toBeVisible()
  await expect(card(ana, FIREWALLS)).toBeFocused()
  await ana.unroute(/\/assets\/editor-/)
  await typeAtEndOf(ana, FIREWALLS, ' mostly')
  await ana.keyboard.press('Escape')
  await expect(card(ana, `${FIREWALLS} mostly`)).toBeVisible()
  await saved(ana, 'Saved')
})

test('a reader reads without the server, home lists what this browser knows, and a board that it does not know says so', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const page = await visitor(browser, { serviceWorkers: 'allow' })
  await page.goto(urls.view)
  await expect(card(page, FIREWALLS)).toBeVisible()
  await shellKept(page)
  const address = page.url()
  await product.kill()
  await page.goto(address)
  await expect(card(page, FIREWALLS)).toBeVisible()
  await expect(page.getByText('You are offline. This is the board as it was')).toBeVisible()
  await page.goto(product.url)
  await expect(page.getByText('These are the boards that this browser knows')).toBeVisible()
  await expect(page.getByRole('link', { name: /Live Dispatch/ }).first()).toBeVisible()
  await page.goto(`${product.url}/b/unknown`)
  await expect(page.getByText('this board is not kept in this browser')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})
