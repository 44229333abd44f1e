// What a browser keeps of a board when its person changes: who lost the right keeps nothing but words of their own that
// did not arrive, and whoever becomes somebody else on the same device writes under the new name only.
import { expect, test, type Page } from '@playwright/test'
import { BrowserPerson } from '../support/browser-person.ts'
import { startProduct, type Product } from '../support/product.ts'
import { allLeave, comes, saved } from './away.ts'
import { card, launchBoard, typeAtEndOf } from './visit.ts'

const FIREWALLS = 'firewalls let WebSockets through'

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })
// Who may no longer come is told so with 403 or 404.
test.afterEach(() => allLeave(/status of 403/))

/** How many rows of the board this browser has, by store. */
function rowsOf(page: Page, board: string): Promise<Record<string, number>> {
  return page.evaluate((id) => new Promise<Record<string, number>>((resolve, reject) => {
    const opening = indexedDB.open('tacit')
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
    opening.addEventListener('success', () => {
      const db = opening.result
      const found: Record<string, number> = {}
      const reading = db.transaction([...db.objectStoreNames], 'readonly')
      for (const name of db.objectStoreNames) {
        const all = reading.objectStore(name).getAll()
        all.addEventListener('success', () => { found[name] = (all.result as { board?: string }[]).filter((one) => one.board === id).length })
      }
      reading.addEventListener('complete', () => { db.close(); resolve(found) })
    })
  }), board)
}

test('who is removed while away finds the board gone, and of its copy only the words that did not arrive', async ({ browser }) => {
  const { id, urls, keys } = await launchBoard(product.url)
  const owner = new BrowserPerson(product.url)
  await owner.enter(id, { key: keys.own, name: 'Ona Wirth', team: 'sales' })
  const bo = await comes(browser, urls.edit, 'Bo Berg', 'SRE')
  await expect.poll(async () => (await rowsOf(bo, id))['copies']).toBe(1)
  const person = await bo.evaluate(async (board) => ((await (await fetch(`/api/boards/${board}`)).json()) as { person: { id: string } }).person.id, id)
  await bo.context().setOffline(true)
  await saved(bo, 'Offline')
  await typeAtEndOf(bo, FIREWALLS, ' but for two')
  await bo.keyboard.press('Escape')
  await saved(bo, 'Offline, 1 change kept here')

  expect((await owner.ask('PUT', `/api/boards/${id}/people/${person}`, { removed: true })).status).toBe(200)
  await bo.context().setOffline(false)
  await expect(bo.getByRole('heading', { name: 'This board is not here' })).toBeVisible()
  await expect(bo.getByLabel('Kept for you: words that did not arrive there')).toHaveValue(/but for two/)
  await expect(bo.getByText('Dispatchers run their whole day')).toHaveCount(0)
  await expect.poll(async () => { const { copies, updates, debts, infos } = await rowsOf(bo, id); return { copies, updates, debts, infos } }).toEqual({ copies: 0, updates: 0, debts: 0, infos: 0 })
})

test('who becomes somebody else on this device has the board at once and writes under the new name', async ({ browser }) => {
  const { id, urls } = await launchBoard(product.url)
  const ana = await comes(browser, urls.edit, 'Ana Lima', 'Sales')
  const bo = await comes(browser, urls.edit, 'Bo Berg', 'SRE')
  await typeAtEndOf(ana, FIREWALLS, ' of hers')
  await ana.keyboard.press('Escape')
  await saved(ana, 'Saved')
  await expect.poll(async () => (await rowsOf(ana, id))['copies']).toBe(1)

  await bo.getByRole('button', { name: 'More', exact: true }).click()
  await bo.getByRole('menuitem', { name: /another device/ }).click()
  const link = await bo.getByLabel('One-time link').inputValue()
  await ana.goto(link)
  await ana.getByRole('button', { name: 'Yes, this is me' }).click()
  await expect(ana.getByRole('heading', { name: /boards/i }).first()).toBeVisible()
  await ana.goto(`${product.url}/b/${id}`)
  await expect(card(ana, `${FIREWALLS} of hers`)).toBeVisible()
  await expect(ana.getByRole('img', { name: 'Bo Berg, you' })).toBeVisible()
  await card(ana, FIREWALLS).click()
  await ana.getByRole('button', { name: 'Unsure', exact: true }).click()
  await expect(ana.getByText(/for SRE|SRE is unsure|You are unsure/i).first()).toBeVisible()
  await typeAtEndOf(ana, FIREWALLS, ' and his')
  await ana.keyboard.press('Escape')
  await saved(ana, 'Saved')
  const file = await bo.evaluate(async (board) => (await fetch(`/api/boards/${board}/file`)).json() as Promise<{ people: { id: string; name: string }[]; attestations: { person: string; card: string; verdict: string }[] }>, id)
  const nameOf = (person: string): string => file.people.find((one) => one.id === person)?.name ?? person
  expect(file.attestations.filter((one) => one.verdict === 'unsure').map((one) => nameOf(one.person))).toContain('Bo Berg')
  expect(file.attestations.map((one) => nameOf(one.person))).not.toContain('Ana Lima')
})
