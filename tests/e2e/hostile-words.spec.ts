// Markup in every text of a board is shown as text, wherever it is shown: nothing of it becomes an element, opens a
// dialog, or is left for the Content-Security-Policy to stop. The policy is the second wall; this holds the first.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, complaintsOf, nameOneself, somebody } from './visit.ts'

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

const MARKUP = '<img src=x onerror=alert(1)><b data-broke-out>b</b><script>alert(2)</script>"> onload=alert(3)'
const KINDS = ['goal', 'assumption', 'risk', 'decision', 'question', 'commitment', 'action', 'metric', 'context', 'tradeoff', 'proposal', 'non_goal', 'value', 'signal', 'conflict', 'why', 'note', 'frame']
const BASIS = JSON.stringify(['assumption', 'Other words', '', ''])
const FILE = {
  format: 'tacit-board/1', title: `Board ${MARKUP}`, summary: MARKUP,
  teams: [{ id: 'a', name: 'SRE' }, { id: 'b', name: MARKUP.slice(0, 60) }],
  people: [{ id: 'p', name: MARKUP.slice(0, 60), team: 'b', role: 'member' }],
  cards: KINDS.map((kind, n) => ({
    id: kind, kind, title: `${kind} ${MARKUP}`, body: `${MARKUP} [link](https://e.example/%22onmouseover=alert(4))`, x: (n % 6) * 260, y: Math.floor(n / 6) * 220, team: 'b', notes: MARKUP,
    ...(kind === 'assumption' ? { criterion: MARKUP, askTeams: ['a', 'b'] } : {}), ...(kind === 'goal' ? { forWhom: MARKUP, why: MARKUP } : {}),
  })),
  links: [{ id: 'l', from: 'goal', to: 'assumption', type: 'rests_on' }, { id: 'd', from: 'commitment', to: 'action', type: 'depends_on', ask: MARKUP }],
  attestations: [{ id: 'refutation-1', card: 'assumption', person: 'p', team: 'b', verdict: 'refute', basis: BASIS, seq: 1, at: '2026-01-01T00:00:00Z', reason: MARKUP }],
}

/** Elements, handlers and addresses that only markup of the board could have made, also inside of elements. */
function brokenOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        const leads = element instanceof HTMLAnchorElement && element.hasAttribute('href') && !/^(https?|mailto|blob):/.test(element.href)
        if (element.matches('img[src=x], [data-broke-out], script:not([src])') || [...element.attributes].some(({ name }) => name.startsWith('on')) || leads) found.push(element.outerHTML.slice(0, 120))
        if (element.shadowRoot !== null) look(element.shadowRoot)
      }
    }
    look(document)
    return [...found, ...(window as unknown as { stopped: string[] }).stopped]
  })
}

test('markup in the texts of a board stays text on canvas, in the details, the ledger, gaps, drift and agenda, the dialogs and the list of boards', async ({ browser }) => {
  const board = await boardFrom(product.url, { file: FILE })
  const page = await somebody(browser)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await page.addInitScript(() => {
    const stopped: string[] = []
    Object.assign(window, { stopped })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => stopped.push(`${violatedDirective} ${blockedURI}`))
  })
  const clean = async (): Promise<void> => { expect(await brokenOut(page)).toEqual([]) }

  await page.goto(board.urls.own)
  await nameOneself(page, '<img src=x onerror=alert(5)>', 'SRE')
  await clean()
  // What is looked for is found when it is there.
  await page.evaluate(() => document.querySelector('tacit-app, body')?.append(Object.assign(document.createElement('b'), { id: 'probe' })))
  await page.evaluate(() => document.querySelector('#probe')?.setAttribute('data-broke-out', ''))
  expect(await brokenOut(page)).toHaveLength(1)
  await page.evaluate(() => document.querySelector('#probe')?.remove())

  await page.getByRole('article').filter({ hasText: 'assumption <img' }).first().click({ position: { x: 20, y: 12 } })
  await page.keyboard.press('Space')
  await expect(page.locator('tacit-inspector').getByText('Who depends on this')).toBeVisible()
  await clean()
  await page.getByRole('button', { name: 'Share' }).first().click()
  await expect(page.getByRole('dialog').first()).toBeVisible()
  await clean()
  await page.keyboard.press('Escape')
  await page.getByText('Ledger', { exact: true }).first().click()
  await expect(page.locator('tacit-ledger').getByText('risk <img').first()).toBeVisible()
  await clean()
  for (const part of ['agenda', 'gaps', 'drift']) {
    await page.goto(`${product.url}/b/${board.id}?view=overview&part=${part}`)
    await expect(page.locator(`tacit-${part}`)).toContainText('<img')
    await clean()
  }
  await page.goto(product.url)
  await expect(page.getByText('Board <img').first()).toBeVisible()
  await clean()
  expect(dialogs).toEqual([])
  expect(complaintsOf(page)).toEqual([])
})
