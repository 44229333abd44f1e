// The ledger arranged by state, team and frame; the teams that were not heard; asking them by name; and that an answer
// leads to the next row that waits.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, enterAs, somebody } from './visit.ts'

const EVENTS = 'Meter events arrive in a minute'
const QUEUE = 'The queue drops nothing'
const PRICES = 'Prices hold for a year'
const FILE = {
  format: 'tacit-board/1', title: 'Pricing', people: [], attestations: [], links: [],
  teams: [{ id: 'product', name: 'Product' }, { id: 'sales', name: 'Sales' }, { id: 'legal', name: 'Legal' }],
  cards: [
    { id: 'later', kind: 'frame', title: 'Later', x: 900, y: 0, w: 600, h: 600 },
    { id: 'goal', kind: 'goal', title: 'Predictable invoices', x: 0, y: 0, team: 'sales' },
    { id: 'events', kind: 'assumption', title: EVENTS, x: 0, y: 200, team: 'product', askTeams: ['product', 'sales', 'legal'] },
    { id: 'queue', kind: 'assumption', title: QUEUE, x: 320, y: 200, team: 'product', askTeams: ['product'] },
    { id: 'prices', kind: 'assumption', title: PRICES, x: 940, y: 200, frame: 'later', askTeams: ['product', 'legal'] },
  ],
}

let product: Product
let ana: Page
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })
test.beforeEach(async ({ browser }) => {
  ana = await somebody(browser)
  await enterAs(ana, (await boardFrom(product.url, { file: FILE })).urls.edit, 'Ana Lima', 'Product')
})
test.afterEach(async () => {
  expect(complaintsOf(ana)).toEqual([])
  await ana.context().close()
})

const rows = (): Locator => ana.locator('tacit-ledger [role="row"][data-id]')
const row = (words: string): Locator => rows().filter({ hasText: words })

async function toLedger(): Promise<void> {
  await ana.getByRole('radio', { name: 'Ledger' }).click()
  await expect(rows().first()).toBeVisible()
}

/** Headings with the cards below them, as they stand. */
function table(): Promise<readonly (readonly string[])[]> {
  return ana.locator('tacit-ledger [role="row"]').evaluateAll((all) => {
    const groups: string[][] = []
    for (const one of all) {
      if (one.getAttribute('aria-level') === '1') groups.push([one.querySelector('b')?.textContent?.trim() ?? ''])
      else if ((one as HTMLElement).dataset['id'] !== undefined) groups.at(-1)?.push((one as HTMLElement).dataset['id'] ?? '')
    }
    return groups
  })
}

test('rows stand below their state, their team or their frame, and an answer takes a row to its new state', async () => {
  await toLedger()
  const arrange = async (from: string, to: string): Promise<void> => {
    await ana.getByRole('button', { name: `Group: ${from}` }).click()
    await ana.getByRole('menuitemcheckbox', { name: to, exact: true }).click()
  }
  await expect.poll(async () => (await table())[0]?.slice(1).toSorted()).toEqual(['events', 'prices', 'queue'])
  await arrange('state', 'team')
  await expect.poll(async () => (await table()).map(([name, ...ids]) => [name, ...ids.toSorted()])).toEqual([['Product', 'events', 'queue'], ['Sales', 'goal'], [expect.any(String), 'prices']])
  await arrange('team', 'frame')
  await expect.poll(async () => (await table()).map(([name, ...ids]) => [name, ...ids.toSorted()])).toEqual([['Later', 'prices'], [expect.any(String), 'events', 'goal', 'queue']])
  await arrange('frame', 'state')
  await row(QUEUE).click({ position: { x: 60, y: 10 } })
  await ana.keyboard.press('y')
  // What is confirmed needs nobody and is folded away below its heading.
  await expect.poll(async () => (await table())[0]?.slice(1).toSorted()).toEqual(['events', 'prices'])
  expect((await table()).map(([name]) => name)).toContain('Confirmed')
})

test('an answer goes on to the next row that waits for one\'s team, to the last', async () => {
  await toLedger()
  const ids = await rows().evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['id'] ?? '').filter((id) => ['events', 'queue', 'prices'].includes(id)))
  const at = (id: string | undefined): Locator => ana.locator(`tacit-ledger [role="row"][data-id="${id}"]`)
  await at(ids[0]).click({ position: { x: 60, y: 10 } })
  await expect(at(ids[0])).toBeFocused()
  for (const next of ids.slice(1)) {
    await ana.keyboard.press('u')
    await expect(at(next)).toBeFocused()
  }
  await ana.keyboard.press('u')
  for (const id of ids) await expect(at(id)).toContainText(/unsure/i)
})

test('a team that was not heard is chosen by name, on both views, and is asked by name', async () => {
  const chip = ana.locator('tacit-alignment-strip [data-look="not-heard"]')
  await chip.click()
  await ana.getByRole('menuitemcheckbox', { name: /^Legal/ }).click()
  await expect.poll(() => new URL(ana.url()).search).toBe('?unheard=legal')
  await expect(ana.locator('tacit-card[dimmed]').filter({ hasText: QUEUE })).toHaveCount(1)
  await expect(ana.locator('tacit-card[dimmed]').filter({ hasText: EVENTS })).toHaveCount(0)
  await toLedger()
  await expect(rows()).toHaveCount(2)
  await row(EVENTS).click({ position: { x: 60, y: 10 } })
  await row(EVENTS).getByRole('button', { name: /^Ask (Legal and Sales|Sales and Legal)/ }).click()
  await expect(ana.getByText(/(Legal and Sales|Sales and Legal): asked|(Legal and Sales|Sales and Legal) were asked/).first()).toBeVisible()
  await ana.getByRole('button', { name: 'Show all' }).first().click()
  await ana.getByRole('radio', { name: 'Canvas' }).click()
  await card(ana, EVENTS).click()
  await ana.getByRole('button', { name: /^Details/ }).click()
  await expect(ana.locator('tacit-seats').getByRole('listitem').filter({ hasText: 'Legal' })).toContainText('Silence is not a yes.')
})
