// The three written boards: opened as files in the browser, they show the states they were written with, and come out
// as they went in.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { AS_OF, card, complaintsOf, somebody } from './visit.ts'

const root = join(import.meta.dirname, '..', '..')
interface Written { readonly file: string; readonly at: string; readonly assumptions: Record<string, { readonly state: string }>; readonly standings: unknown; readonly directions: unknown; readonly statuses: unknown }
const reports = (JSON.parse(readFileSync(join(root, 'tests/data/vectors/reports.json'), 'utf8')) as { reports: Written[] }).reports

interface BoardJson { readonly title: string; readonly cards: readonly { readonly id: string; readonly kind: string; readonly title: string }[] }

/** What a card says for a state of the domain. */
const WORDS: Readonly<Record<string, RegExp>> = {
  unconfirmed: /Unconfirmed/, partly: /Unconfirmed/, reopened: /Re-confirm/, expired: /Out of date/, contested: /Disputed/, refuted: /Refuted/, confirmed: /\. Confirmed/, retired: /Retired/,
}

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

for (const report of reports) {
  test(`${report.file} imports, shows its states, and exports unchanged`, async ({ browser }) => {
    const path = join(root, 'server/templates', report.file)
    const written = JSON.parse(readFileSync(path, 'utf8')) as BoardJson
    const page = await somebody(browser, { at: AS_OF })
    await page.goto(product.url)
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByLabel('Your name').fill('Ana Lima')
    await page.getByRole('button', { name: 'Enter', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(written.title)
    await page.getByRole('button', { name: 'Show the whole board' }).click()
    for (const [id, { state }] of Object.entries(report.assumptions)) {
      const title = written.cards.find((one) => one.id === id)?.title ?? ''
      await expect(card(page, title)).toHaveAccessibleName(WORDS[state] ?? /never/)
    }
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const got = await page.evaluate(async ([board, at]) => Promise.all([
      fetch(`/api/boards/${board}/report?at=${at}`).then((answer) => answer.json()),
      fetch(`/api/boards/${board}/file`).then((answer) => answer.json()),
    ]), [id ?? '', report.at] as const)
    const [judged, exported] = got as [Written, { people: { id: string; name: string }[] }]
    for (const part of ['assumptions', 'standings', 'directions', 'statuses'] as const) expect(judged[part]).toEqual(report[part])
    // Who opened the file is on the board now; everything else is as it was.
    expect({ ...exported, people: exported.people.filter(({ name }) => name !== 'Ana Lima'), exportedAt: '' }).toEqual({ ...written, exportedAt: '' })
    expect(complaintsOf(page)).toEqual([])
  })
}

test('a broken file gets one sentence with the place, and no board is made', async ({ browser }) => {
  const page = await somebody(browser)
  await page.goto(product.url)
  const broken = { format: 'tacit-board/1', title: 'Broken', cards: [{ id: 'a', kind: 'assumption', title: 'x', x: 0, y: 0 }, { id: 'a', kind: 'goal', title: 'y', x: 0, y: 0 }] }
  await page.locator('input[type=file]').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(broken)) })
  await expect(page.getByText(/cards\[1\]/)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${product.url}/?$`))
})
