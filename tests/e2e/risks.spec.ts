// Risks and goals between two people: a refuted assumption triggers its risk and breaks its goal in front of both; a risk
// is rated, answered and accepted; the north star is one; and all of it goes with the file and is in the report.
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, enterAs, somebody } from './visit.ts'

const QUOTES = 'Sales will stop quoting seats'
const STEER = 'Reps steer accounts back to seats'
const INVOICE = 'Customers can predict their next invoice'

const BOARD = {
  format: 'tacit-board/1', title: 'Pricing',
  teams: [{ id: 'product', name: 'Product' }, { id: 'sales', name: 'Sales' }],
  people: [],
  cards: [
    { id: 'invoice', kind: 'goal', title: INVOICE, x: 0, y: 0, team: 'product', northStar: true, shared: true },
    { id: 'bookings', kind: 'goal', title: 'Hit €2m', x: 0, y: 240, team: 'sales' },
    { id: 'quotes', kind: 'assumption', title: QUOTES, x: 320, y: 0, team: 'sales' },
    { id: 'steer', kind: 'risk', title: STEER, x: 640, y: 0, team: 'sales', likelihood: 2, impact: 3 },
    { id: 'list', kind: 'action', title: 'Keep the old price list', x: 640, y: 240, team: 'sales' },
  ],
  links: [{ id: 'l1', from: 'invoice', to: 'quotes', type: 'rests_on' }, { id: 'l2', from: 'quotes', to: 'steer', type: 'if_false' }],
}

let product: Product
let board: CreatedBoard
let ana: Page
let bo: Page

test.beforeEach(async ({ browser }) => {
  product ??= await startProduct()
  board = await boardFrom(product.url, { file: BOARD })
  ;[ana, bo] = [await somebody(browser), await somebody(browser)]
  await enterAs(ana, board.urls.edit, 'Ana Lima', 'Product')
  await enterAs(bo, board.urls.edit, 'Bo Berg', 'Sales')
})
test.afterEach(async () => {
  expect([ana, bo].flatMap((page) => complaintsOf(page))).toEqual([])
  for (const page of [ana, bo]) await page.context().close()
})
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

/** Opens an address of the board. */
const at = (page: Page, query: string): Promise<unknown> => page.goto(`${product.url}/b/${board.id}?${query}`)

async function details(page: Page, id: string): Promise<Locator> {
  await at(page, `card=${id}`)
  const inspector = page.locator('tacit-inspector')
  await expect(inspector.getByRole('complementary')).toBeVisible()
  return inspector
}

async function read(id: string, key: string, what: 'file' | 'report'): Promise<Record<string, unknown>> {
  const answer = await fetch(`${product.url}/api/boards/${id}/${what}`, { headers: { authorization: `Bearer ${key}` } })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Record<string, unknown>
}

test('an assumption refuted by one person triggers its risk and breaks its goal in front of both', async () => {
  await expect(card(ana, STEER)).toContainText('Exposure 6 → 9')
  await expect(card(ana, INVOICE)).toContainText('Goal · North star')
  await at(bo, 'view=overview&part=risks')
  await expect(bo.locator('tacit-risks-view')).toContainText(`Raised from 6 to 9 because ${QUOTES} is not confirmed.`)

  await card(ana, QUOTES).click()
  await ana.getByRole('button', { name: /^Details/ }).click()
  const inspector = ana.locator('tacit-inspector')
  await inspector.getByRole('button', { name: 'Dispute' }).click()
  await inspector.getByLabel('What do you know that makes it false?').fill('Two reps still quote seats')
  await inspector.getByRole('button', { name: 'Dispute' }).click()
  const from = Date.now()

  await expect(bo.locator('tacit-risks-view')).toContainText(`Raised from 6 to 15 because ${QUOTES} is refuted.`)
  await expect(bo.getByRole('region', { name: 'By exposure' }).getByRole('listitem').filter({ hasText: STEER })).toContainText('Triggered')
  await expect(card(ana, STEER)).toContainText('Triggered · exposure 15')
  await expect(card(ana, INVOICE)).toContainText('Rests on 1 refuted')
  test.info().annotations.push({ type: 'seen by both after', description: `${Date.now() - from} ms` })
  await expect(bo.getByRole('row').filter({ hasText: 'almost certain' })).toContainText(STEER)
  await at(bo, 'view=overview&part=goals')
  await expect(bo.locator('tacit-goals-view')).toContainText('Rests on 1 refuted')
  const report = await read(board.id, board.keys.edit, 'report') as { risks: Record<string, object>; standings: Record<string, object> }
  expect(report.risks['steer']).toEqual({ likelihood: 5, impact: 3, exposure: 15, band: 'critical', raisedBy: ['quotes'], triggered: true })
  expect(report.standings['invoice']).toEqual({ state: 'broken', because: ['quotes'] })
})

test('a risk is rated by keys, answered by a card that stands and accepted until a day; the other sees each', async () => {
  const [mine, theirs] = [await details(ana, 'steer'), await details(bo, 'steer')]
  await mine.getByRole('group', { name: 'Impact' }).getByRole('radio', { name: '3: hurts' }).focus()
  await ana.keyboard.press('ArrowRight')
  await expect(theirs).toContainText(`Raised from 8 to 12 because ${QUOTES} is not confirmed.`)
  await expect(theirs.getByRole('radio', { name: '4: severe' })).toBeChecked()

  await mine.getByRole('button', { name: 'Add a hedge' }).click()
  await mine.getByRole('combobox', { name: 'What is the way back?' }).fill('old price')
  await mine.getByRole('option', { name: 'Keep the old price list' }).click()
  await expect(theirs.getByRole('list', { name: 'Hedges' })).toContainText('Keep the old price list')
  await expect(theirs.getByRole('heading', { level: 2 })).toContainText('Being mitigated')

  await mine.getByRole('button', { name: /^Accept it/ }).click()
  await mine.getByRole('textbox', { name: 'Until' }).fill('2099-02-14')
  await ana.keyboard.press('Enter')
  await mine.getByRole('form', { name: 'Accept it' }).getByRole('button', { name: 'Accept it' }).click()
  await expect(theirs).toContainText('Accepted. Ana answers for it, until 14 Feb 2099.')

  await theirs.getByRole('button', { name: /^It has happened/ }).click()
  await expect(mine.getByRole('heading', { level: 2 })).toContainText('It happened')
  await bo.keyboard.press('Escape')
  await card(bo, 'Hit €2m').click()
  await bo.keyboard.press('Control+z')
  await expect(mine.getByRole('heading', { level: 2 })).toContainText('Accepted')
})

test('a risk is moved in the matrix by keys and keeps the focus', async () => {
  for (const page of [ana, bo]) await at(page, 'view=overview&part=risks')
  const mark = (page: Page): Locator => page.locator('tacit-risk-matrix').getByRole('button', { name: STEER })
  const row = (page: Page, name: string): Locator => page.locator('tacit-risk-matrix').getByRole('row').filter({ hasText: name })
  await expect(row(bo, '3 possible').getByRole('button', { name: STEER })).toBeVisible()
  await mark(ana).focus()
  await ana.keyboard.press('Shift+ArrowUp')
  await expect(bo.getByLabel(`Likelihood: ${STEER}`)).toHaveValue('3')
  await ana.keyboard.press('Shift+ArrowUp')
  await expect(row(bo, '4 likely').getByRole('button', { name: STEER })).toBeVisible()
  await expect(mark(ana)).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(ana.locator('tacit-inspector')).toContainText(STEER)
})

test('there is one north star: made so from the menu of its card, pinned for the other', async () => {
  await at(bo, 'view=overview&part=goals')
  const goals = bo.locator('tacit-goals-view')
  await expect(goals.getByRole('region', { name: 'North star' })).toContainText(INVOICE)
  await expect(goals).toContainText('Hit €2m has no line to the north star.')
  await expect(goals).toContainText('A number, not a direction')
  await card(ana, 'Hit €2m').click({ button: 'right' })
  await ana.getByRole('menuitem', { name: 'Make it the north star' }).click()
  await expect(goals.getByRole('region', { name: 'North star' })).toContainText('Hit €2m')
  await expect(goals).toContainText(`${INVOICE} has no line to the north star.`)
  await expect(card(ana, INVOICE)).not.toContainText('North star')
  await ana.keyboard.press('Control+z')
  await expect(goals.getByRole('region', { name: 'North star' })).toContainText(INVOICE)
})

test('what is said of risks and goals goes with the file and makes the same board again; a reader sees it and changes nothing', async ({ browser }) => {
  const inspector = await details(ana, 'steer')
  await inspector.getByRole('button', { name: 'Add a shaping action' }).click()
  await inspector.getByRole('combobox', { name: 'What makes it come true?' }).fill('Pay reps the same')
  await inspector.getByRole('option', { name: 'New action: Pay reps the same' }).click()
  await inspector.getByRole('button', { name: /^It has happened/ }).click()
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('It happened')
  const report = async (id: string, key: string): Promise<unknown> => ((await read(id, key, 'report'))['risks'] as Record<string, unknown>)['steer']
  await expect.poll(async () => ((await read(board.id, board.keys.edit, 'file'))['cards'] as Record<string, unknown>[]).find(({ id }) => id === 'steer')).toMatchObject({ materialised: true, likelihood: 2, impact: 3 })
  const file = await read(board.id, board.keys.edit, 'file')
  const cards = file['cards'] as Record<string, unknown>[]
  const made = cards.find(({ title }) => title === 'Pay reps the same')
  expect(made).toMatchObject({ kind: 'action', strategy: 'shape', team: 'product' })
  expect(file['links']).toContainEqual(expect.objectContaining({ from: made?.['id'], to: 'steer', type: 'mitigates' }))
  const again = await boardFrom(product.url, { file })
  const copy = await read(again.id, again.keys.edit, 'file')
  expect(copy['cards']).toEqual(cards)
  expect(copy['links']).toEqual(file['links'])
  expect(await report(again.id, again.keys.edit)).toEqual(await report(board.id, board.keys.edit))

  const reader = await somebody(browser)
  await reader.goto(again.urls.view)
  await expect(card(reader, STEER)).toContainText('It happened')
  await reader.goto(`${product.url}/b/${again.id}?view=overview&part=risks`)
  await expect(reader.locator('tacit-risks-view')).toContainText('It has happened')
  await expect(reader.locator('tacit-risks-view').getByRole('combobox')).toHaveCount(0)
  expect(complaintsOf(reader)).toEqual([])
  await reader.context().close()
})
