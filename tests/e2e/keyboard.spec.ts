// The whole main job with keys only: nobody touches a mouse here. After every key the focus is somewhere, and to be seen.
import { expect, test, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, complaintsOf, somebody } from './visit.ts'

let product: Product
let board: CreatedBoard
test.beforeAll(async () => {
  product = await startProduct()
  board = await boardFrom(product.url, { template: 'launch-product-sre-sales' })
})
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

/** What has the focus, by its name and element; and whether anybody can see that it has. */
interface Focus { readonly element: string; readonly name: string; readonly seen: boolean }

function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement != null) at = at.shadowRoot.activeElement
    if (at === null) return { element: 'nothing', name: '', seen: false }
    const drawn = (one: Element): boolean => { const { outlineStyle, outlineWidth } = getComputedStyle(one); return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 }
    const ring = [...(at.shadowRoot?.querySelectorAll('.ring-around.own') ?? [])].some((one) => getComputedStyle(one).display !== 'none' && (drawn(one) || getComputedStyle(one).borderStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none'))
    const rows = at.matches('[role="row"], [role="gridcell"]') && [at, ...at.children].some((one) => drawn(one) || getComputedStyle(one).boxShadow !== 'none')
    const written = at instanceof HTMLElement && at.isContentEditable
    // A menu marks the item it is on by its ground.
    const marked = at.getAttribute('role')?.startsWith('menuitem') === true && getComputedStyle(at).backgroundColor !== 'rgba(0, 0, 0, 0)'
    const labelled = (at as HTMLInputElement).labels?.[0]?.textContent ?? ''
    return { element: at.localName, name: (at.getAttribute('aria-label') ?? (labelled === '' ? (at.textContent ?? '') : labelled)).trim().replaceAll(/\s+/g, ' '), seen: written || ring || rows || marked || (at.matches(':focus-visible') && drawn(at)) }
  })
}

/** Somebody at a keyboard. */
class Hands {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async press(key: string): Promise<Focus> {
    await this.page.keyboard.press(key)
    await expect.poll(async () => { const { element, seen } = await focusOf(this.page); return element === 'body' || element === 'html' ? `lost after ${key}` : seen ? 'seen' : `not seen after ${key}: ${element}` }).toBe('seen')
    return focusOf(this.page)
  }

  /** Presses a key until something of that name has the focus. */
  async until(name: RegExp, key = 'Tab', most = 60): Promise<void> {
    for (let pressed = 0; pressed < most; pressed++) {
      if (name.test((await focusOf(this.page)).name)) return
      await this.press(key)
    }
    throw new Error(`${key} never came to ${name.source}, but to ${(await focusOf(this.page)).name}`)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async focusIs(name: RegExp): Promise<void> {
    await expect.poll(async () => (await focusOf(this.page)).name).toMatch(name)
  }

  async enter(link: string, name: string, team: string): Promise<void> {
    await this.page.goto(link)
    await expect(this.page.getByLabel('Your name')).toBeFocused()
    await this.type(name)
    await this.until(/Your team/)
    await this.type(team)
    await expect(this.page.getByLabel('Your team')).toHaveValue(/.+/)
    await this.until(/^Enter$/)
    await this.press('Enter')
    await expect(this.page.getByRole('article').first()).toBeVisible()
    // Whoever comes in stands on the board, or a few stops of Tab before it.
    if ((await focusOf(this.page)).element !== 'tacit-card') await this.until(/^(Goal|Assumption|Risk)/)
  }

  /** A new card: A, the letter of its kind, its words. */
  async write(kind: string, words: string): Promise<void> {
    await this.press('a')
    await expect(this.page.getByRole('menuitem').first()).toBeVisible()
    await this.press(kind)
    await expect(this.page.locator('.ProseMirror-focused')).toBeVisible()
    await this.type(words)
    await this.press('Control+Enter')
    await this.focusIs(new RegExp(words))
  }

  /** Goes to a card by walking through all in reading order. */
  async goTo(words: RegExp): Promise<void> {
    await this.press('Home')
    await this.until(words, 'j')
  }
}

const GOAL = 'Every team ships on one day'
const BELIEF = 'The mirrors hold for a week'

test('a board is written, asked about, confirmed, changed and asked again, by two people with keys only', async ({ browser }) => {
  const ana = new Hands(await somebody(browser))
  const bo = new Hands(await somebody(browser))
  await ana.enter(board.urls.own, 'Ana Lima', 'Sales')
  await bo.enter(board.urls.edit, 'Bo Berg', 'SRE')

  // A goal, an assumption, and that the one rests on the other.
  await ana.write('g', GOAL)
  await ana.write('a', BELIEF)
  await ana.goTo(new RegExp(GOAL))
  await ana.press('l')
  const said = ana.page.locator('body > [role="status"]')
  for (let turn = 0; turn < 12 && !(await said.textContent())?.includes(BELIEF); turn++) {
    await ana.press((['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowDown'] as const)[turn % 4] ?? 'ArrowDown')
  }
  await expect(said).toContainText(BELIEF)
  await ana.press('Enter')
  await expect(said).toContainText('rests on')
  await ana.press(']')
  await ana.focusIs(new RegExp(BELIEF))

  // Ask SRE, in the card's details.
  await ana.press('Space')
  await ana.until(/Ask another team/)
  await ana.press('Enter')
  await ana.until(/^Ask SRE$/, 'ArrowDown')
  await ana.press('Enter')
  await expect(ana.page.locator('tacit-inspector').getByText('SRE', { exact: true }).first()).toBeVisible()
  await ana.press('Escape')
  await ana.focusIs(new RegExp(BELIEF))

  // Bo goes to it and confirms with evidence.
  await bo.goTo(new RegExp(BELIEF))
  await bo.press('Space')
  await bo.until(/Add evidence/)
  await bo.press('Enter')
  await bo.until(/What does it show/)
  await bo.type('Four weeks of logs')
  await bo.until(/^Confirm/)
  await bo.press('Enter')
  await expect(bo.page.locator('tacit-inspector').getByText('You confirmed', { exact: false }).first()).toBeVisible()
  await bo.press('Escape')
  await bo.focusIs(new RegExp(`${BELIEF}.*1 of 2 confirmed`))

  // Ana sees it and confirms for her own team; then she changes the words, and Bo answers again by one key.
  await ana.focusIs(/1 of 2 confirmed/)
  await ana.press('y')
  await ana.focusIs(/Confirmed, 2 of 2/)
  await bo.focusIs(/Confirmed, 2 of 2/)
  await ana.press('Enter')
  await expect(ana.page.locator('.ProseMirror-focused')).toBeVisible()
  await ana.press('End')
  await ana.type(' or two')
  await ana.press('Control+Enter')
  await ana.focusIs(/or two.*Re-confirm/)
  await bo.focusIs(/or two.*Re-confirm/)
  await bo.press('y')
  await bo.focusIs(/or two.*1 of 2 confirmed/)

  // Moving a card and taking it back.
  const place = (): Promise<string | undefined> => ana.page.evaluate((words) => {
    const board = document.querySelector('tacit-app')?.shadowRoot?.querySelector('tacit-board-page')?.shadowRoot?.querySelector('tacit-live-board')?.shadowRoot?.querySelector('tacit-board-stage')?.shadowRoot?.querySelector('tacit-canvas')?.shadowRoot
    return [...(board?.querySelectorAll<HTMLElement>('.item') ?? [])].find((item) => item.firstElementChild?.getAttribute('aria-label')?.includes(words) === true)?.style.left
  }, BELIEF)
  const before = await place()
  await ana.press('Alt+ArrowRight')
  await expect.poll(place).not.toBe(before)
  await ana.press('Control+z')
  await expect.poll(place).toBe(before)
  expect([...complaintsOf(ana.page), ...complaintsOf(bo.page)]).toEqual([])
})

test('the ledger, its filter, sharing, help and the way home by keys only', async ({ browser }) => {
  const cy = new Hands(await somebody(browser))
  await cy.enter(board.urls.own, 'Cy Dahl', 'SRE')
  await cy.goTo(/Peak load/)
  await cy.press('b')
  await cy.focusIs(/Peak load/)
  await cy.press('j')
  await cy.press('1')
  await expect(cy.page).toHaveURL(/[?&][a-z]+=[^&]*unconfirmed/)
  await cy.press('0')
  await cy.press('b')
  await expect(cy.page.getByRole('article').first()).toBeVisible()
  await cy.focusIs(/^(Goal|Assumption|Risk|Decision|Question|Commitment|Dependency|Action|Metric)/)

  await cy.press('?')
  await expect(cy.page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
  await cy.press('Escape')
  await expect(cy.page.getByRole('dialog')).toHaveCount(0)
  await cy.until(/^Share$/, 'Shift+Tab')
  await cy.press('Enter')
  await expect(cy.page.getByRole('dialog', { name: 'Share this board' })).toBeVisible()
  await cy.press('Escape')
  await expect(cy.page.getByRole('dialog')).toHaveCount(0)
  await cy.focusIs(/^Share$/)
  await cy.until(/^All boards$/, 'Shift+Tab')
  await cy.page.keyboard.press('Enter')
  await expect(cy.page.getByRole('heading', { name: 'Your boards' })).toBeVisible()
  expect(complaintsOf(cy.page)).toEqual([])
})

test('keys of a single letter can be switched off; the others stay', async ({ browser }) => {
  const dee = new Hands(await somebody(browser))
  await dee.enter(board.urls.edit, 'Dee Eide', 'Sales')
  await dee.goTo(/Peak load/)
  await dee.until(/^More$/, 'Shift+Tab')
  await dee.press('Enter')
  await dee.until(/^Settings/, 'ArrowDown')
  await dee.press('Enter')
  await expect(dee.page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await dee.until(/^Keys of a single letter/)
  await dee.press('Space')
  await dee.press('Escape')
  await dee.until(/Peak load/)
  await dee.press('a')
  await dee.press('j')
  await dee.focusIs(/Peak load/)
  await expect(dee.page.getByRole('menuitem').first()).not.toBeVisible()
  await dee.press('Enter')
  await expect(dee.page.locator('.ProseMirror-focused')).toBeVisible()
  await dee.press('Escape')
  await dee.page.reload()
  await expect(dee.page.getByRole('article').first()).toBeVisible()
  await dee.until(/^(Goal|Assumption)/)
  const { name } = await focusOf(dee.page)
  await dee.press('j')
  expect((await focusOf(dee.page)).name).toBe(name)
})
