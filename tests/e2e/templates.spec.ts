// Boards to start from: one press on the home page makes one, in the page's language; its own open questions stand on
// the canvas and in the ledger, nothing lies on anything else, and nobody has confirmed anything.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { BoardFile } from '../../shared/board/board-file.ts'
import { saidIn } from '../../shared/board/file-words.ts'
import { startProduct, type Product } from '../support/product.ts'
import { faults } from './axe.ts'
import { card, complaintsOf, somebody } from './visit.ts'

/** All of them are laid out in both languages by tests/client/templates.test.ts, and made by tests/server/http/templates.test.ts. */
const SITUATIONS = [['api-contract', 'en'], ['definition-of-done', 'de'], ['launch-reliability', 'en'], ['one-stack', 'de']] as const
const TALL = { width: 1440, height: 1500 }

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../server/templates', `${path}.json`), 'utf8'))
}

function boardIn(id: string, language: string): BoardFile {
  const file = json(id) as BoardFile
  return language === 'en' ? file : saidIn(file, json(`${language}/${id}`))
}

const titlesOf = ({ cards }: BoardFile, kind: string): readonly string[] => cards.filter((one) => one.kind === kind).map(({ title }) => title)

/** From the home page to the canvas. */
async function start(page: Page, board: BoardFile): Promise<void> {
  await page.goto(product.url)
  await page.getByRole('button', { name: `${board.title} ${board.summary ?? ''}` }).click()
  await page.getByLabel(/^(Your name|Dein Name)$/).fill('Ana Lima')
  await page.getByLabel(/^(Your team|Dein Team)$/).selectOption({ label: String(board.teams[0]?.name) })
  await page.keyboard.press('Enter')
  for (const title of titlesOf(board, 'question')) await expect(card(page, title)).toBeVisible()
}

/** Pairs of cards of which one lies on the other, as they are drawn. */
async function meeting(page: Page): Promise<readonly string[]> {
  const cards = await page.getByRole('article', { name: /^(?!Frame|Rahmen)/ }).evaluateAll((all) => all.map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect()
    return { name: one.getAttribute('aria-label') ?? '', left, top, right, bottom }
  }))
  expect(cards.length).toBeGreaterThan(20)
  return cards.flatMap((a, at) => cards.slice(at + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map((b) => `${a.name} | ${b.name}`))
}

for (const [id, language] of SITUATIONS) {
  test(`${id} opens at once, ${language}, with its own open questions on the canvas and in the ledger`, async ({ browser }) => {
    const page = await somebody(browser, { locale: language === 'en' ? 'en-GB' : 'de-DE', viewport: TALL })
    const board = boardIn(id, language)
    await start(page, board)
    for (const title of titlesOf(board, 'assumption')) await expect(card(page, title)).toHaveAccessibleName(language === 'en' ? /Unconfirmed, 0 of \d confirmed/ : /Unbestätigt, 0 von \d/)
    expect(await meeting(page)).toEqual([])
    await page.getByRole('radio', { name: language === 'en' ? 'Ledger' : 'Tabelle' }).click()
    for (const title of titlesOf(board, 'question')) {
      const row = page.locator('tacit-ledger').getByRole('row').filter({ hasText: title })
      await expect(row).toContainText(language === 'en' ? 'Open' : 'Offen')
    }
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  })
}

test('axe finds nothing on a board to start from, on a desk and on a phone', async ({ browser }) => {
  const board = boardIn('definition-of-done', 'en')
  for (const look of [{ colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 }, hasTouch: true }]) {
    const page = await somebody(browser, look)
    await page.goto(product.url)
    await page.getByRole('button', { name: board.title }).click()
    await page.getByLabel('Your name').fill('Ana Lima')
    await page.getByLabel('Your team').selectOption({ label: 'Sales' })
    await page.getByRole('button', { name: 'Enter', exact: true }).click()
    await expect(card(page, 'When we say done, a customer can use it')).toBeVisible()
    expect(await faults(page)).toEqual([])
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  }
})
