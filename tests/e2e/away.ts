// People who will be away from the server: they come with a browser that keeps the product's files, and are ready to go
// when all of them are there. What their copy of the board holds, and what the page says of their work.
import { expect, type Browser, type Page } from '@playwright/test'
import { complaintsOf, enterAs, somebody, type Look } from './visit.ts'

const here: Page[] = []

/** A browser that `allLeave` looks after. */
export async function visitor(browser: Browser, look: Look = {}): Promise<Page> {
  const page = await somebody(browser, look)
  here.push(page)
  return page
}

/** Somebody on the board whose page needs no server from now on. `clock`: the instant that their own clock begins at. */
export async function comes(browser: Browser, link: string, name: string, team: string, clock?: string): Promise<Page> {
  const page = await visitor(browser, { serviceWorkers: 'allow' })
  if (clock !== undefined) await page.clock.install({ time: clock })
  await enterAs(page, link, name, team)
  await saved(page, 'Saved')
  await shellKept(page)
  return page
}

/** For after each test: nothing was complained of but what is `expected`, and every browser is closed. */
export async function allLeave(expected?: RegExp): Promise<void> {
  const pages = here.splice(0)
  const complaints = pages.flatMap((page) => complaintsOf(page)).filter((line) => expected?.test(line) !== true)
  for (const page of pages) await page.context().close()
  expect(complaints).toEqual([])
}

export const saved = (page: Page, text: string | RegExp): Promise<void> => expect(page.locator('tacit-save-state')).toContainText(text)

/** The browser has taken the files of the page: every part of it opens without the server. */
export async function shellKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), { timeout: 30_000 }).toBe('activated')
}

/** The copy in this browser holds these words: what comes from others is kept a moment after it is seen. */
export const keeps = (page: Page, words: string): Promise<boolean> => page.evaluate(async (wanted) => {
  const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('no copy')))
  })
  const textOf = (value: unknown): string => {
    if (value instanceof Uint8Array) return new TextDecoder().decode(value)
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value)
    return typeof value === 'object' && value !== null ? Object.values(value).map(textOf).join() : ''
  }
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name))
    try {
      for (const store of database.objectStoreNames) if (textOf(await done(database.transaction(store).objectStore(store).getAll())).includes(wanted)) return true
    } finally {
      database.close()
    }
  }
  return false
}, words)
