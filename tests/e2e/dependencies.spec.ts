// Nobody is blindsided: the provider moves a date, the consumer's team is told after two quiet minutes, answers that it
// adapts, and the line is in step while the delay stays in front of everybody.
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, complaintsOf, enterAs, somebody } from './visit.ts'

const GATEWAY = 'Connection limit in the gateway'
const SWITCH = 'A switch per customer'

const BOARD = {
  format: 'tacit-board/1', title: 'Two teams',
  teams: [{ id: 'product', name: 'Product' }, { id: 'sre', name: 'SRE' }],
  cards: [
    { id: 'need', kind: 'commitment', title: SWITCH, x: 0, y: 0, team: 'product' },
    { id: 'give', kind: 'commitment', title: GATEWAY, x: 480, y: 0, team: 'sre', due: '2027-01-04' },
  ],
  links: [{ id: 'dp', from: 'need', to: 'give', type: 'depends_on', ask: '400 sockets per customer', needBy: '2027-01-05' }],
}

let product: Product
let board: CreatedBoard
let lina: Page
let teo: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  board = await boardFrom(product.url, { file: BOARD })
  ;[lina, teo] = await Promise.all([somebody(browser), somebody(browser)])
  // Two minutes pass here when the test says so.
  await teo.clock.install()
  await enterAs(lina, board.urls.edit, 'Lina Dahl', 'SRE')
  await enterAs(teo, board.urls.edit, 'Teo Lind', 'Product')
})
test.afterAll(async () => {
  for (const page of [lina, teo]) await page.context().close()
  expect(await product.stop()).toBe(0)
})
test.afterEach(() => { expect([lina, teo].flatMap((page) => complaintsOf(page))).toEqual([]) })

/** Opens a card's details by its address. */
async function inspect(page: Page, id: string): Promise<void> {
  await page.goto(`${product.url}/b/${board.id}?card=${id}`)
  await expect(page.locator('tacit-card-dependencies').getByRole('heading', { name: 'Dependencies' })).toBeVisible()
}

async function answer(page: Page | Locator, response: string, reason = ''): Promise<void> {
  const form = page.locator('tacit-line-answer').first()
  await form.getByRole('radio', { name: new RegExp(`^${response}\\.`) }).check({ force: true })
  if (reason !== '') await form.getByRole('textbox').fill(reason)
  await form.getByRole('button', { name: 'Answer', exact: true }).click()
}

async function judged(): Promise<unknown> {
  const reply = await fetch(`${product.url}/api/boards/${board.id}/report`, { headers: { authorization: `Bearer ${board.keys.edit}` } })
  const report = (await reply.json()) as { dependencies: Record<string, { state: string; slackDays: number; alerts: unknown[] }>; gaps: { type: string; ids: string[]; size: number }[] }
  return { state: report.dependencies['dp']?.state, slackDays: report.dependencies['dp']?.slackDays, alerts: report.dependencies['dp']?.alerts.length, late: report.gaps.filter(({ type }) => type === 'date').map(({ size }) => size) }
}

test('the provider moves a date, the consumer is told, adapts, and the delay stays listed', async () => {
  await inspect(lina, 'give')
  await answer(lina, 'Yes')
  await inspect(teo, 'give')
  await answer(teo, 'Fine')
  await expect(lina.locator('tacit-card-dependencies')).toContainText('In step')
  expect(await judged()).toEqual({ state: 'in_step', slackDays: 1, alerts: 0, late: [] })

  const due = lina.locator('tacit-card-facts').getByLabel('Due', { exact: true })
  await due.fill('2027-01-19')
  await due.press('Enter')
  // The state changes at once, for both and on the card; the notice waits.
  await expect(teo.locator('tacit-card-dependencies')).toContainText('Changed')
  await expect(teo.getByRole('article', { name: GATEWAY })).toContainText('Changed')
  const notice = teo.getByRole('status').getByText(`“${GATEWAY}”, which Product relies on`)
  await expect(teo.getByRole('button', { name: /^1 waits for you/ })).toBeVisible()
  await expect(notice).toHaveCount(0)
  await teo.clock.fastForward('02:10')
  await expect(notice).toBeVisible()
  await teo.getByRole('button', { name: 'Look', exact: true }).click()

  const view = teo.locator('tacit-dependencies-dialog')
  await expect(view).toContainText('SRE changed this. What does it require of you?')
  await expect(view.locator('tacit-change-view del')).toContainText('4 Jan 2027')
  await expect(view.locator('tacit-change-view ins')).toContainText('19 Jan 2027')
  await answer(view, 'We adapt', 'Wave 1 begins on 20 January')
  await expect(view).toContainText('Nothing waits for Product.')
  await view.getByRole('button', { name: 'Product needs SRE: In step' }).click()
  await expect(view).toContainText('14 days too late')
  await expect(view).toContainText('Wave 1 begins on 20 January')
  expect(await judged()).toEqual({ state: 'in_step', slackDays: -14, alerts: 0, late: [14] })

  const theirs = lina.locator('tacit-card-dependencies')
  await expect(theirs).toContainText('We adapt')
  await expect(theirs).toContainText('14 days too late')
})

test('the need changes, and the provider is asked again; all by keyboard', async () => {
  await teo.keyboard.press('Escape')
  await inspect(teo, 'need')
  const ask = teo.locator('tacit-card-dependencies').getByLabel('What is needed', { exact: true })
  await ask.fill('600 sockets per customer')
  await ask.press('Control+Enter')
  const chip = lina.getByRole('button', { name: /^1 waits for you/ })
  await expect(chip).toBeVisible()
  await chip.focus()
  await lina.keyboard.press('Enter')
  const view = lina.locator('tacit-dependencies-dialog')
  await expect(view.locator('tacit-change-view ins')).toContainText('600')
  await view.getByRole('radio', { name: /^Yes\./ }).focus()
  await lina.keyboard.press('ArrowRight')
  await expect(view.getByRole('radio', { name: /^Will try\./ })).toBeChecked()
  await view.getByRole('textbox').focus()
  await lina.keyboard.press('Enter')
  await expect(view).toContainText('Nothing waits for SRE.')
  await expect(teo.locator('tacit-card-dependencies')).toContainText('Will try')
})
