// Somebody takes a team that was asked off an assumption, and with it the mark. Everybody hears who it was; whoever comes
// later finds it listed, and puts exactly that back.
import { expect, test, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, complaintsOf, enterAs, somebody } from './visit.ts'

const STATEMENT = 'Tenants stay small'
const DID = `Lina Dahl no longer asks Sales about “${STATEMENT}”`

const BOARD = {
  format: 'tacit-board/1', title: 'Three teams',
  teams: [{ id: 'product', name: 'Product' }, { id: 'sre', name: 'SRE' }, { id: 'sales', name: 'Sales' }],
  people: [{ id: 'bo', name: 'Bo', team: 'sre', role: 'member' }],
  cards: [{ id: 'a', kind: 'assumption', title: STATEMENT, x: 0, y: 0, team: 'product', askTeams: ['sre', 'sales'] }],
  links: [],
  attestations: [{ id: 'c1', card: 'a', person: 'bo', team: 'sre', verdict: 'confirm', basis: JSON.stringify(['assumption', STATEMENT, '', '']), seq: 1, at: new Date(Date.now() - 86_400_000).toISOString() }],
}

let product: Product
let board: CreatedBoard
let lina: Page
let teo: Page
const pages: Page[] = []

async function arrive(browser: Parameters<typeof somebody>[0], name: string, team: string): Promise<Page> {
  const page = await somebody(browser, { at: new Date().toISOString() })
  pages.push(page)
  await enterAs(page, board.urls.edit, name, team)
  return page
}

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  board = await boardFrom(product.url, { file: BOARD })
  lina = await arrive(browser, 'Lina Dahl', 'SRE')
  teo = await arrive(browser, 'Teo Lind', 'Product')
})
test.afterAll(async () => {
  for (const page of pages) await page.context().close()
  expect(await product.stop()).toBe(0)
})
test.afterEach(() => { expect(pages.flatMap((page) => complaintsOf(page))).toEqual([]) })

async function stateNow(): Promise<string | undefined> {
  const reply = await fetch(`${product.url}/api/boards/${board.id}/report`, { headers: { authorization: `Bearer ${board.keys.edit}` } })
  const report = (await reply.json()) as { assumptions: Record<string, { state: string }> }
  return report.assumptions['a']?.state
}

test.setTimeout(40_000)

test('a mark that goes without an answer is told with a name, listed for those who come later, and undone', async ({ browser }) => {
  await teo.goto(`${product.url}/b/${board.id}?view=overview&part=changes`)
  await expect(teo.getByText('No mark went without an answer.')).toBeVisible()
  await lina.goto(`${product.url}/b/${board.id}?card=a`)
  expect(await stateNow()).toBe('partly')
  await lina.getByRole('button', { name: 'Do not ask Sales any more' }).click()
  await expect.poll(stateNow).toBe('confirmed')

  await expect(teo.getByRole('status').getByText(DID)).toBeVisible()
  await expect(lina.locator('tacit-card-history').getByText('a mark went without an answer')).toBeVisible()

  const later = await arrive(browser, 'Mara Voss', 'Sales')
  await later.goto(`${product.url}/b/${board.id}?view=overview&part=changes`)
  const entry = later.locator('tacit-changes li')
  await expect(entry).toContainText(DID)
  await expect(entry).toContainText('asked Sales; now: confirmed')
  await entry.getByRole('button', { name: `Undo: ${STATEMENT}` }).click()
  await expect.poll(stateNow).toBe('partly')
  await expect(later.getByRole('heading', { name: 'Undone since' })).toBeVisible()
})
