// What listeners and people with other eyes have: every card by name in the tree that the browser gives to screen
// readers, on small boards and large; and axe finds nothing in German, in forced colours, at 200 % and at 320 pixels.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { faults } from './axe.ts'
import { tourBoard, tourPages, type Look as Visit } from './tour.ts'
import { AS_OF, boardFrom, complaintsOf, enterAs, launchBoard, somebody, type Look } from './visit.ts'

interface BoardFile { readonly cards: readonly { readonly id: string; readonly kind: string; readonly title: string }[]; readonly links: readonly { readonly from: string; readonly to: string; readonly type: string }[] }

const FILE = JSON.parse(readFileSync(join(import.meta.dirname, '../../server/templates/launch-product-sre-sales.json'), 'utf8')) as BoardFile

let product: Product
let launch: CreatedBoard
test.beforeAll(async () => {
  product = await startProduct()
  launch = await launchBoard(product.url)
})
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

interface Heard { readonly role: string; readonly name: string; readonly description: string; readonly at: Readonly<Record<string, unknown>> }

/** The tree that the browser gives to screen readers, flat. */
async function heardOn(page: Page): Promise<Heard[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  await client.detach()
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name, description, properties }) => ({
    role: String(role?.value ?? ''), name: String(name?.value ?? ''), description: String(description?.value ?? ''),
    at: Object.fromEntries((properties ?? []).map((one) => [one.name, one.value.value])),
  }))
}

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ')

test('every card is heard with kind, state, links and place, on the canvas, in the outline and in the ledger', async ({ browser }) => {
  const page = await somebody(browser, { at: AS_OF })
  await enterAs(page, launch.urls.edit, 'Ana Lima', 'SRE')
  await expect(page.locator('tacit-card-outline button')).toHaveCount(FILE.cards.filter(({ kind }) => kind !== 'frame').length)
  const heard = await heardOn(page)

  const canvas = heard.find(({ at }) => at['roledescription'] === 'canvas')
  expect(canvas).toMatchObject({ role: 'group', name: 'Board: Live Dispatch: from pilot to everyone' })
  const outline = heard.filter(({ role }) => role === 'button').map(({ name }) => spaced(name))
  for (const { title, kind } of FILE.cards) expect(outline.some((name) => kind === 'frame' || name.includes(spaced(title))), title).toBe(true)
  // Each with its kind and, where it has one, its state; a link is heard from the card that it goes out from.
  const kinds: Readonly<Record<string, string>> = { goal: 'Goal', assumption: 'Assumption', risk: 'Risk', decision: 'Decision', question: 'Question', context: 'Hidden context' }
  for (const { id, title, kind } of FILE.cards.filter((one) => kinds[one.kind] !== undefined)) {
    const name = outline.find((one) => one.startsWith(`${kinds[kind]}: ${spaced(title)}`)) ?? `nothing for ${id}`
    expect(name, id).toContain(spaced(title))
    if (kind === 'assumption') expect(name).toMatch(/(Unconfirmed|Confirmed|Re-confirm|Out of date|Disputed|Refuted)/)
    if (FILE.links.some((link) => link.type === 'rests_on' && link.from === id)) expect(name, id).toMatch(/Rests on \d/)
  }
  const load = 'Assumption: Peak load is 3,000 open boards, Mondays 06:30 to 08:00. Re-confirm, 1 of 2 confirmed. Load-bearing: 3 rest on it.'
  expect(outline.find((name) => name.startsWith(load))).toMatch(/Carries 3\.$/)

  const articles = heard.filter(({ role }) => role === 'article')
  expect(articles.length).toBeGreaterThan(5)
  expect(articles.some(({ name }) => name === load)).toBe(true)
  const stops = await page.locator('tacit-canvas tacit-card[tabindex="0"]').count()
  expect(stops).toBe(1)
  const places = await page.locator('tacit-canvas tacit-card').evaluateAll((cards) => cards.map((card) => [Number(card.getAttribute('aria-posinset')), Number(card.getAttribute('aria-setsize'))] as const))
  expect(places.every(([place, all]) => place >= 1 && place <= all && all === FILE.cards.length)).toBe(true)
  expect(places.map(([place]) => place)).toEqual(places.map(([place]) => place).toSorted((a, b) => a - b))

  await page.locator('tacit-canvas tacit-card').first().focus()
  await page.keyboard.press('b')
  await expect(page.getByRole('treegrid')).toBeVisible()
  await expect(page.locator('tacit-ledger [role="row"]').nth(5)).toBeVisible()
  // Each row that is in the page: kind, words, state, links; its place among all rows is said beside the name.
  const rows = new Map((await page.locator('tacit-ledger [role="row"][data-id]').evaluateAll((all) => all.map((row) => [row.getAttribute('data-id') ?? '', Number(row.getAttribute('aria-rowindex'))] as const))))
  const names = (await heardOn(page)).filter(({ role, at }) => role === 'row' && at['level'] === 2).map(({ name }) => spaced(name))
  expect(rows.size).toBeGreaterThan(8)
  for (const { id, kind, title } of FILE.cards.filter((one) => rows.has(one.id))) {
    const name = names.find((one) => one.includes(spaced(title))) ?? `nothing for ${title}`
    if (kinds[kind] !== undefined) expect(name, id).toMatch(new RegExp(`^${kinds[kind]}\\b`))
    if (kind === 'assumption') expect(name, id).toMatch(/^Assumption, (Unconfirmed|Confirmed|Re-confirm|Out of date|Disputed|Refuted)\b/)
    if (FILE.links.some((link) => link.type === 'rests_on' && link.from === id)) expect(name, id).toMatch(/rests on \d/)
    if (FILE.links.some((link) => link.type === 'rests_on' && link.to === id)) expect(name, id).toMatch(/carries \d/)
  }
  const rowsAt = [...rows.values()]
  expect(rowsAt).toEqual(rowsAt.toSorted((a, b) => a - b))
  expect(new Set(rowsAt).size).toBe(rowsAt.length)
  const all = Number(await page.getByRole('treegrid').getAttribute('aria-rowcount'))
  expect(rowsAt.every((place) => place > 1 && place <= all)).toBe(true)
  expect(complaintsOf(page)).toEqual([])
})

test('choosing a card in the outline brings it into view with the focus', async ({ browser }) => {
  const page = await somebody(browser, { at: AS_OF, viewport: { width: 700, height: 500 } })
  await enterAs(page, launch.urls.edit, 'Bo Berg', 'SRE')
  const last = page.locator('tacit-card-outline button').last()
  const id = (await last.getAttribute('data-id')) ?? ''
  await last.evaluate((button: HTMLElement) => button.click())
  await expect(page.locator(`tacit-canvas [data-id="${id}"] > tacit-card`)).toBeFocused()
  await expect(page.locator(`tacit-canvas [data-id="${id}"] > tacit-card`)).toBeInViewport()
})

test('of 500 cards all are heard, and the page stays small', async ({ browser }) => {
  const cards = Array.from({ length: 500 }, (_, at) => ({ id: `card-${at}`, kind: 'assumption', title: `Belief number ${at}`, x: (at % 25) * 260, y: Math.floor(at / 25) * 180 }))
  const large = await boardFrom(product.url, { file: { ...FILE, title: 'Large', cards, links: [], attestations: [], stances: [], acks: [], rounds: [], restatements: [], perceptions: [], perceptionReplies: [], baselines: [] } })
  const page = await somebody(browser, { at: AS_OF })
  await page.goto(large.urls.view)
  await expect(page.locator('tacit-card-outline button')).toHaveCount(500)
  const names = new Set((await heardOn(page)).filter(({ role }) => role === 'button').map(({ name }) => /Belief number \d+/.exec(name)?.[0]))
  expect(cards.filter(({ title }) => !names.has(title))).toEqual([])
  const elements = await page.evaluate(() => {
    const count = (root: ParentNode): number => [...root.querySelectorAll('*')].reduce((sum, one) => sum + 1 + (one.shadowRoot === null ? 0 : count(one.shadowRoot)), 0)
    return count(document)
  })
  expect(elements).toBeLessThan(4000)
})

test('others\' changes to what my team depends on are read out, and nothing of presence', async ({ browser }) => {
  const ana = await somebody(browser, { at: AS_OF })
  const bo = await somebody(browser, { at: AS_OF })
  const own = await launchBoard(product.url)
  await enterAs(ana, own.urls.edit, 'Ana Lima', 'Sales')
  await ana.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { __heard: heard })
    const region = document.querySelector('body > [role="status"]')
    new MutationObserver(() => heard.push(region?.textContent ?? '')).observe(region ?? document.body, { childList: true, characterData: true, subtree: true })
  })
  await enterAs(bo, own.urls.edit, 'Bo Berg', 'Product')
  // Selecting and pointing are presence.
  await bo.locator('tacit-canvas tacit-card[aria-label*="firewalls"]').click({ position: { x: 20, y: 12 } })
  await expect(ana.locator('tacit-card .ring-around.peer').first()).toBeAttached()
  await bo.locator('tacit-canvas tacit-card[aria-label*="firewalls"]').focus()
  await bo.keyboard.press('u')
  await expect(ana.locator('body > [role="status"]')).toHaveText(/^Product is unsure: .*firewalls/)
  const heard = await ana.evaluate(() => (globalThis as unknown as { __heard: string[] }).__heard)
  expect(heard.filter((text) => text !== '' && !text.startsWith('Product is unsure'))).toEqual([])
})

/** Axe takes its time: where it has the most to read. pages.spec.ts asks it at the others. */
const PLACES: ReadonlySet<string> = new Set(['home', 'assumption in the inspector', 'tacit-help-sheet', 'ledger'])

const LOOKS: Readonly<Record<string, Look>> = {
  'in German': { locale: 'de-DE' },
  'in forced colours': { forcedColors: 'active' },
  'at 200 %': { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  'at 320 pixels': { viewport: { width: 320, height: 640 }, hasTouch: true },
}

for (const [name, look] of Object.entries(LOOKS)) {
  test(`axe finds nothing ${name}, and nothing moves for those who want no movement`, async ({ browser }) => {
    const found: Record<string, string[]> = {}
    const looked = new Set<string>()
    const check = (page: Page): Visit => async (place) => {
      if (!PLACES.has(place)) return
      looked.add(place)
      const all = [...(await faults(page, { contrast: false })), ...(await movesOn(page))]
      if (all.length > 0) found[place] = all
    }
    const page = await somebody(browser, { at: AS_OF, ...look })
    await tourPages(page, product.url, check(page), PLACES)
    await tourBoard(page, launch, check(page), PLACES)
    await page.context().close()
    expect([...PLACES].filter((place) => !looked.has(place))).toEqual([])
    expect(found).toEqual({})
  })
}

/** Everything that would take time to change or move. */
function movesOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        const { transitionDuration, transitionProperty, animationName, animationDuration } = getComputedStyle(element)
        const takes = (durations: string): boolean => durations.split(',').some((one) => Number.parseFloat(one) > 0)
        const name = `${element.localName}.${[...element.classList].join('.')}`
        if (takes(transitionDuration) && transitionProperty !== 'none') found.add(`${name} takes ${transitionDuration} for ${transitionProperty}`)
        if (animationName !== 'none' && takes(animationDuration)) found.add(`${name} is animated by ${animationName}`)
        if (element.shadowRoot !== null) visit(element.shadowRoot)
      }
    }
    visit(document)
    return [...found]
  })
}
