// Every key of the help sheet, pressed on a whole page, on the canvas and in the ledger: each has the effect that it is
// listed with. The walk must press all of the map: a key that is added without a step here fails the test.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { KEY_IDS, KEY_MAP, type KeyPlace } from '../../client/ui/key-map.ts'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, enterAs, somebody } from './visit.ts'

const GOAL = 'Invoices are predictable'
const BELIEF = 'Meter events arrive in a minute'
const GROUND = 'The queue drops nothing'
const RISK = 'Reps lose commission'

const FILE = {
  format: 'tacit-board/1', title: 'Pricing', people: [], attestations: [],
  teams: [{ id: 'product', name: 'Product' }, { id: 'sales', name: 'Sales' }],
  cards: [
    { id: 'goal', kind: 'goal', title: GOAL, x: 0, y: 0 },
    { id: 'belief', kind: 'assumption', title: BELIEF, x: 320, y: 0, askTeams: ['product', 'sales'] },
    { id: 'ground', kind: 'assumption', title: GROUND, x: 640, y: 0, askTeams: ['product'] },
    { id: 'risk', kind: 'risk', title: RISK, x: 0, y: 320 },
  ],
  links: [{ id: 'goal~rests_on~belief', from: 'goal', to: 'belief', type: 'rests_on' }, { id: 'belief~rests_on~ground', from: 'belief', to: 'ground', type: 'rests_on' }],
}

const NAMES: Readonly<Record<string, string>> = { arrowup: 'ArrowUp', arrowdown: 'ArrowDown', arrowleft: 'ArrowLeft', arrowright: 'ArrowRight', space: 'Space', enter: 'Enter', escape: 'Escape', delete: 'Delete', backspace: 'Backspace', home: 'Home', end: 'End', mod: 'Control', alt: 'Alt', shift: 'Shift' }

/** `mod+shift+z` as the test's keyboard calls it. */
function pressOf(key: string): string {
  if (key === '+') return key
  const parts = key.split('+')
  return parts.map((part) => NAMES[part] ?? (parts.includes('shift') && /^\d$/.test(part) ? `Digit${part}` : part)).join('+')
}

const keysOf = (place: KeyPlace): readonly string[] => [...new Set(KEY_IDS.filter((id) => (KEY_MAP[id].on as readonly KeyPlace[]).includes(place)).flatMap((id) => [...KEY_MAP[id].keys]))]

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

/** Somebody who presses keys and keeps the list of them. */
class Walk {
  readonly page: Page
  readonly pressed = new Set<string>()
  constructor(page: Page) {
    this.page = page
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.pressed.add(key)
      await this.page.keyboard.press(pressOf(key))
    }
  }

  /** Each digit chooses in the address; 0 takes all of it away. */
  async filters(): Promise<void> {
    const search = (): string => decodeURIComponent(new URL(this.page.url()).search).replace(/^\?(view=ledger&?)?/, '')
    for (const [key, wanted] of [['1', 'state=unconfirmed'], ['2', 'state=stale'], ['3', 'state=disputed'], ['4', 'state=refuted'], ['5', 'state=confirmed']] as const) {
      await this.press(key)
      await expect.poll(search).toBe(wanted)
      await this.press('0')
      await expect.poll(search).toBe('')
    }
    await this.press('6')
    await expect.poll(search).toMatch(/^unheard=/)
    await this.press('0')
    await expect.poll(search).toBe('')
  }

  async dialogs(back: Locator): Promise<void> {
    await this.press('?')
    await expect(this.page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
    await this.press('escape')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
    await expect(back).toBeFocused()
    await this.press('mod+k')
    await expect(this.page.getByRole('combobox', { name: 'Words of the card' })).toBeFocused()
    await this.press('escape')
    await expect(back).toBeFocused()
  }

  async inTurn(): Promise<void> {
    const bar = this.page.getByRole('group', { name: 'Answer in turn' })
    await this.press('t')
    await expect(bar).toContainText('1 of 2')
    await this.press('escape')
    await expect(bar).toHaveCount(0)
  }
}

async function come(page: Page): Promise<Walk> {
  const { urls } = await boardFrom(product.url, { file: FILE })
  await enterAs(page, urls.edit, 'Ana Lima', 'Product')
  return new Walk(page)
}

test('each key of the canvas does what the help sheet says', async ({ browser }) => {
  const page = await somebody(browser)
  const walk = await come(page)
  const named = (words: string): Locator => card(page, words)
  const selected = page.locator('tacit-canvas tacit-card[selected]')
  const place = (id = 'goal'): Promise<readonly number[]> => page.locator(`tacit-canvas .item[data-id="${id}"]`).evaluate((item: HTMLElement) => [Number.parseFloat(item.style.left), Number.parseFloat(item.style.top)])
  const zoom = page.getByRole('button', { name: /^Zoom \d+ percent/ })
  const inspector = page.locator('tacit-inspector')
  /** Alone selected, with the focus. */
  const on = async (words: string): Promise<void> => {
    await named(words).first().click({ position: { x: 20, y: 12 } })
    await expect(selected).toHaveCount(1)
    await expect(named(words).first()).toBeFocused()
  }
  const goes = async (key: string, words: string): Promise<void> => {
    await walk.press(key)
    await expect(named(words)).toBeFocused()
  }

  await on(BELIEF)
  for (const [key, words] of [['arrowleft', GOAL], ['arrowdown', RISK], ['arrowup', GOAL], ['arrowright', BELIEF], ['k', GOAL], ['j', BELIEF], [']', GROUND], ['[', BELIEF], ['end', RISK], ['home', GOAL]] as const) await goes(key, words)

  for (const [from, key, to] of [[GOAL, 'shift+arrowright', BELIEF], [BELIEF, 'shift+arrowleft', GOAL], [GOAL, 'shift+arrowdown', RISK], [RISK, 'shift+arrowup', GOAL]] as const) {
    await on(from)
    await goes(key, to)
    await expect(selected).toHaveCount(2)
  }
  await walk.press('escape')
  await expect(selected).toHaveCount(0)

  await on(GOAL)
  const [x = 0, y = 0] = await place()
  for (const [key, dx, dy] of [['alt+arrowright', 8, 0], ['alt+arrowdown', 8, 8], ['alt+arrowleft', 0, 8], ['alt+arrowup', 0, 0], ['alt+shift+arrowright', 40, 0], ['alt+shift+arrowdown', 40, 40], ['alt+shift+arrowleft', 0, 40], ['alt+shift+arrowup', 0, 0]] as const) {
    await walk.press(key)
    await expect.poll(() => place(), key).toEqual([x + dx, y + dy])
  }

  await walk.press('space')
  await expect(inspector.getByRole('heading', { level: 2 })).toBeFocused()
  await walk.press('escape')
  await expect(named(GOAL)).toBeFocused()
  await walk.press('enter')
  await expect(page.locator('.ProseMirror-focused')).toBeVisible()
  await walk.press('escape')
  await expect(named(GOAL)).toBeFocused()
  await walk.press('l')
  await expect(page.locator('tacit-canvas .aim')).toBeAttached()
  await walk.press('escape')
  await expect(page.locator('tacit-canvas .aim')).toHaveCount(0)
  await walk.press('a')
  await expect(page.getByRole('menuitem', { name: 'Assumption' })).toBeVisible()
  await walk.press('escape')
  await expect(page.getByRole('menuitem', { name: 'Assumption' })).toBeHidden()

  // The new card is open for its words; one step takes it back.
  for (const [key, made] of [['w', 'why'], ['m', 'assumption']] as const) {
    await on(GOAL)
    const before = await page.locator('tacit-canvas .item').count()
    await walk.press(key)
    await expect(page.locator('.ProseMirror-focused'), made).toBeVisible()
    await expect(page.locator('tacit-canvas .item'), made).toHaveCount(before + 1)
    await walk.press('escape', 'mod+z')
    await expect(page.locator('tacit-canvas .item'), made).toHaveCount(before)
  }

  await on(RISK)
  await walk.press('mod+a')
  await expect(selected).toHaveCount(4)
  await on(RISK)
  await walk.press('mod+c')
  await expect(page.locator('body > [role="status"]')).toContainText('1 card copied')
  await walk.press('mod+v')
  await expect(named(RISK)).toHaveCount(2)
  await walk.press('mod+z')
  await expect(named(RISK)).toHaveCount(1)
  for (const redo of ['mod+shift+z', 'mod+y']) {
    await walk.press(redo)
    await expect(named(RISK)).toHaveCount(2)
    await walk.press('mod+z')
    await expect(named(RISK)).toHaveCount(1)
  }
  for (const [key, left] of [['mod+d', 2], ['mod+x', 0], ['delete', 0], ['backspace', 0]] as const) {
    await on(RISK)
    await walk.press(key)
    await expect(named(RISK), key).toHaveCount(left)
    await walk.press('mod+z')
    await expect(named(RISK), key).toHaveCount(1)
  }

  await on(GOAL)
  const tool = page.locator('tacit-tool-dock [aria-pressed="true"]')
  for (const [key, name] of [['h', /^Pan/], ['f', /^Draw a frame/], ['v', /^Select/]] as const) {
    await walk.press(key)
    await expect(tool).toHaveAccessibleName(name)
  }
  const percent = async (): Promise<number> => Number(/\d+/.exec((await zoom.getAttribute('aria-label')) ?? '')?.[0])
  for (const [key, by] of [['-', -1], ['+', 1], ['-', -1], ['=', 1]] as const) {
    const before = await percent()
    await walk.press(key)
    await expect.poll(async () => Math.sign((await percent()) - before), key).toBe(by)
  }
  const view = (): Promise<string> => page.locator('tacit-canvas .world').evaluate((world: HTMLElement) => world.style.transform)
  for (const key of ['shift+2', 'shift+1']) {
    const before = await view()
    await walk.press(key)
    await expect.poll(view, key).not.toBe(before)
  }

  await named(BELIEF).focus()
  await walk.filters()
  await walk.dialogs(named(BELIEF))
  await walk.press('/')
  await expect(page.getByRole('combobox', { name: 'Words of the card' })).toBeFocused()
  await walk.press('escape')
  await expect(named(BELIEF)).toBeFocused()
  await walk.inTurn()
  // At the card that has the focus, selected or not.
  await on(BELIEF)
  await walk.press('escape')
  await expect(selected).toHaveCount(0)
  await walk.press('o')
  await expect(page.locator('tacit-board-overview h2')).toBeFocused()
  await walk.press('o')
  await expect(named(BELIEF)).toBeFocused()
  await walk.press('b')
  await expect(page.locator('tacit-ledger [role="row"]').filter({ hasText: BELIEF })).toBeFocused()
  await walk.press('b')
  await expect(named(BELIEF)).toBeFocused()

  await walk.press('q')
  await expect(page.getByText(/^Sales: asked/).first()).toBeVisible()
  await named(BELIEF).focus()
  await walk.press('e')
  await expect(inspector.getByLabel('What does it show?')).toBeFocused()
  await walk.press('escape', 'escape')
  await named(BELIEF).focus()
  await walk.press('n')
  await expect(page.getByLabel('What do you know that makes it false?')).toBeFocused()
  await walk.press('escape')
  await expect(page.getByLabel('What do you know that makes it false?')).toBeHidden()
  await expect(named(BELIEF)).toBeFocused()
  await walk.press('y')
  await expect(named(BELIEF)).toHaveAccessibleName(/1 of 2 confirmed/)
  await walk.press('u')
  await expect(named(BELIEF)).toHaveAccessibleName(/0 of 2 confirmed/)

  expect(keysOf('canvas').filter((key) => !walk.pressed.has(key))).toEqual([])
  expect(complaintsOf(page)).toEqual([])
})

test('each key of the ledger does what the help sheet says', async ({ browser }) => {
  const page = await somebody(browser)
  const walk = await come(page)
  await card(page, BELIEF).click({ position: { x: 20, y: 12 } })
  await page.keyboard.press('b')
  const rows = page.locator('tacit-ledger [role="row"][data-id]')
  const row = (words: string): Locator => rows.filter({ hasText: words })
  const selected = page.locator('tacit-ledger [role="row"][aria-selected="true"]')
  const inspector = page.locator('tacit-inspector')
  await expect(row(BELIEF)).toBeFocused()
  await walk.press('escape')
  await expect(selected).toHaveCount(0)

  const ids = await rows.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['id']))
  const at = (id: string | undefined): Locator => page.locator(`tacit-ledger [role="row"][data-id="${id}"]`)
  expect(ids.slice(0, 2).toSorted()).toEqual(['belief', 'ground'])
  await walk.press('home')
  await expect(page.locator('tacit-ledger [role="row"]:focus')).toHaveAttribute('aria-level', '1')
  await walk.press('j')
  await expect(at(ids[0])).toBeFocused()
  await walk.press('arrowdown')
  await expect(at(ids[1])).toBeFocused()
  await walk.press('arrowup')
  await expect(at(ids[0])).toBeFocused()
  await walk.press('end')
  await expect(at(ids.at(-1))).toBeFocused()
  await walk.press('k')
  await expect(at(ids.at(-1))).not.toBeFocused()
  await walk.press('home', 'arrowleft')
  await expect(row(BELIEF)).toHaveCount(0)
  await walk.press('arrowright')
  await expect(row(BELIEF)).toHaveCount(1)

  const on = async (words: string): Promise<void> => {
    await row(words).click({ position: { x: 60, y: 10 } })
    await expect(row(words)).toBeFocused()
  }
  await on(BELIEF)
  await walk.press(']')
  await expect(row(GROUND)).toBeFocused()
  await walk.press('[')
  await expect(row(BELIEF)).toBeFocused()
  await walk.press('escape')
  await expect(selected).toHaveCount(0)
  await walk.press('space')
  await expect(selected).toHaveCount(1)
  await walk.press('mod+a')
  await expect(selected).toHaveCount(4)
  await walk.press('escape')
  await expect(selected).toHaveCount(0)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await walk.press('mod+c')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(BELIEF)
  await walk.press('enter')
  await expect(inspector.getByRole('heading', { level: 2 })).toBeFocused()
  await walk.press('escape')
  await expect(row(BELIEF)).toBeFocused()
  await walk.press('l')
  await expect(page.locator('tacit-link-chooser').getByRole('combobox', { name: /./ }).last()).toBeFocused()
  await walk.press('escape')
  await on(BELIEF)
  await walk.press('a')
  await expect(page.getByRole('menuitem', { name: 'Assumption' })).toBeVisible()
  await walk.press('escape')
  await expect(page.getByRole('menuitem', { name: 'Assumption' })).toBeHidden()

  for (const key of ['w', 'm']) {
    await on(GOAL)
    await walk.press(key)
    await expect(page.locator('.ProseMirror-focused')).toBeVisible()
    await expect(rows).toHaveCount(5)
    await walk.press('escape', 'mod+z')
    await expect(rows).toHaveCount(4)
  }
  for (const key of ['delete', 'backspace']) {
    await on(RISK)
    await walk.press(key)
    await expect(row(RISK)).toHaveCount(0)
    await walk.press('mod+z')
    await expect(row(RISK)).toHaveCount(1)
  }
  for (const redo of ['mod+shift+z', 'mod+y']) {
    await walk.press(redo)
    await expect(row(RISK)).toHaveCount(0)
    await walk.press('mod+z')
    await expect(row(RISK)).toHaveCount(1)
  }

  await on(BELIEF)
  await walk.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await walk.press('escape')
  await on(BELIEF)
  await walk.dialogs(row(BELIEF))
  await walk.press('b')
  await expect(card(page, BELIEF)).toBeFocused()
  await page.keyboard.press('b')
  await expect(row(BELIEF)).toBeFocused()
  await walk.press('o')
  await expect(page.locator('tacit-board-overview h2')).toBeFocused()
  await page.keyboard.press('o')
  await expect(row(BELIEF)).toBeFocused()
  await walk.inTurn()

  await on(BELIEF)
  await walk.press('q')
  await expect(page.getByText(/^Sales: asked/).first()).toBeVisible()
  await on(BELIEF)
  await walk.press('e')
  await expect(page.getByLabel('What does it show?')).toBeFocused()
  await walk.press('escape', 'escape')
  await on(BELIEF)
  await walk.press('n')
  await expect(row(BELIEF).getByRole('textbox')).toBeFocused()
  await walk.press('escape')
  await on(BELIEF)
  await walk.press('u')
  await expect(row(GROUND)).toBeFocused()
  await on(BELIEF)
  await walk.press('y')
  await expect(row(BELIEF)).toContainText('1 of 2')
  await on(RISK)
  await walk.filters()

  expect(keysOf('ledger').filter((key) => !walk.pressed.has(key))).toEqual([])
  expect(complaintsOf(page)).toEqual([])
})
