// What a person does in a browser, for end-to-end tests: opens a link, enters with name and team, finds a card by its
// words. Every page is watched: an uncaught error or a line on the console's error channel fails the test that made it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'

/** The instant that the written boards were written for: their answers do not age while the project does. */
export const AS_OF = '2026-11-20T12:00:00Z'

const complaints = new WeakMap<Page, string[]>()

/**
 * A connection that a test cuts, a board that is not there, and a browser that looks for a newer service worker while the
 * server is away, are told by the browser on the error channel; nothing else may be.
 */
const EXPECTED = /WebSocket connection|net::ERR|status of 404|error occurred when fetching the script/

export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page) ?? []
}

export interface Look { readonly viewport?: { readonly width: number; readonly height: number }; readonly colorScheme?: 'light' | 'dark'; readonly at?: string; readonly hasTouch?: boolean; readonly locale?: string; readonly forcedColors?: 'active'; readonly deviceScaleFactor?: number; readonly reducedMotion?: 'reduce' | 'no-preference'; readonly serviceWorkers?: 'allow' }

/** Open browsers with the spec that opened them. */
const opened = new Map<BrowserContext, string>()

/** Pages that a spec before left open would go on asking for their servers, which have gone, beside all that follow. */
async function closeOthers(file: string): Promise<void> {
  for (const [context, of] of opened) {
    if (of === file) continue
    opened.delete(context)
    await context.close()
  }
}

/**
 * A browser of somebody's own: own cookies, own storage, own window. It keeps the product's files for later only where
 * that is the matter: `serviceWorkers`.
 */
export async function somebody(browser: Browser, look: Look = {}): Promise<Page> {
  const { at, ...options } = look
  await closeOthers(test.info().file)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
  opened.set(context, test.info().file)
  context.once('close', () => opened.delete(context))
  const page = await context.newPage()
  if (at !== undefined) await page.clock.setFixedTime(at)
  const heard: string[] = []
  complaints.set(page, heard)
  page.on('pageerror', (error) => heard.push(String(error.stack)))
  page.on('console', (message) => { if (message.type() === 'error' && !EXPECTED.test(message.text())) heard.push(message.text()) })
  return page
}

export async function enterAs(page: Page, link: string, name: string, team: string): Promise<void> {
  await page.goto(link)
  await nameOneself(page, name, team)
}

/** Says who one is where the board asks for it. */
export async function nameOneself(page: Page, name: string, team: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your team').selectOption({ label: team })
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
}

export async function boardFrom(url: string, body: object): Promise<CreatedBoard> {
  const answer = await fetch(`${url}/api/boards`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  expect(answer.status).toBe(201)
  return (await answer.json()) as CreatedBoard
}

export const launchBoard = (url: string): Promise<CreatedBoard> => boardFrom(url, { template: 'launch-product-sre-sales' })

const DAY = 86_400_000

/**
 * The same board with all its days as far from today as they were from `AS_OF`: for those who answer on it. The server has
 * its own clock, and an answer that is dated a day ahead of a page does not count there.
 */
export function launchToday(url: string): Promise<CreatedBoard> {
  const days = Math.floor((Date.now() - Date.parse(AS_OF)) / DAY)
  const moved = (day: string): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, day.length === 10 ? 10 : undefined)
  const file: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../server/templates/launch-product-sre-sales.json'), 'utf8'), (_, value: unknown) =>
    (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(value) ? moved(value) : value))
  return boardFrom(url, { file })
}

/** The card on the canvas whose words contain `words`. */
export function card(page: Page, words: string): Locator {
  return page.getByRole('article', { name: words })
}

/** Writes at the end of a card's words, in one go: typed letter by letter on a slow machine it would be several changes. */
export async function typeAtEndOf(page: Page, words: string, text: string): Promise<void> {
  await openWords(page, words)
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(text)
}

/** The card's words are open for typing: waits until a key typed now lands in them. */
export async function openWords(page: Page, words: string): Promise<void> {
  await card(page, words).click()
  await page.keyboard.press('Enter')
  await expect(page.locator('.ProseMirror-focused')).toBeVisible()
}
