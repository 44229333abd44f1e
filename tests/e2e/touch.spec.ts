// The board under fingers: one finger pans, two zoom, a tap selects, a long press takes a card along and a short one
// does not. The fingers are the browser's own, not events that a script makes.
import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, enterAs, somebody } from './visit.ts'

const GOAL = 'Predictable invoices'
const BELIEF = 'Meter events arrive in a minute'
const FILE = {
  format: 'tacit-board/1', title: 'Pricing', teams: [{ id: 'product', name: 'Product' }], people: [], attestations: [], links: [],
  cards: [{ id: 'goal', kind: 'goal', title: GOAL, x: 0, y: 0 }, { id: 'belief', kind: 'assumption', title: BELIEF, x: 0, y: 320 }],
}

let product: Product
let page: Page
let fingers: CDPSession

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })
test.beforeEach(async ({ browser }) => {
  page = await somebody(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await enterAs(page, (await boardFrom(product.url, { file: FILE })).urls.edit, 'Ana Lima', 'Product')
  fingers = await page.context().newCDPSession(page)
})
test.afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
})

type Point = readonly [x: number, y: number]

const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly Point[]): Promise<unknown> =>
  fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })

interface Camera { readonly x: number; readonly y: number; readonly z: number }

/** Where the view stands on the board; once it has come to rest there. */
async function camera(): Promise<Camera> {
  const now = (): Promise<Camera> => page.locator('tacit-canvas').evaluate((canvas) => ({ ...(canvas as HTMLElement & { camera: Camera }).camera }))
  let last = await now()
  await expect.poll(async () => { const before = last; last = await now(); return Math.hypot(last.x - before.x, last.y - before.y, last.z - before.z) }).toBe(0)
  return last
}

/** The middle of a card on the page. */
async function middleOf(words: string): Promise<Point> {
  const box = await card(page, words).boundingBox()
  if (box === null) throw new Error(`${words} is not to be seen`)
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]
}

const placeOf = (id: string): Promise<readonly number[]> => page.locator(`tacit-canvas .item[data-id="${id}"]`).evaluate((item: HTMLElement) => [Number.parseFloat(item.style.left), Number.parseFloat(item.style.top)])

test('one finger pans over ground and over cards, and moves no card', async () => {
  const before = [await placeOf('goal'), await placeOf('belief')]
  for (const from of [[195, 640], await middleOf(GOAL)] as const) {
    const was = await camera()
    await touch('touchStart', from)
    for (const step of [15, 30, 45, 60]) await touch('touchMove', [from[0] + step, from[1] - step])
    await touch('touchEnd')
    const is = await camera()
    expect(is.z).toBe(was.z)
    expect((was.x - is.x) * is.z, 'to the right').toBeGreaterThan(30)
    expect((is.y - was.y) * is.z, 'and up').toBeGreaterThan(30)
  }
  expect([await placeOf('goal'), await placeOf('belief')]).toEqual(before)
  await expect(page.locator('tacit-card[selected]')).toHaveCount(0)
})

test('two fingers zoom around what lies between them', async () => {
  const was = await camera()
  await touch('touchStart', [175, 400], [215, 400])
  for (const step of [10, 20, 30, 40]) await touch('touchMove', [175 - step, 400], [215 + step, 400])
  await touch('touchEnd')
  const is = await camera()
  expect(is.z / was.z).toBeGreaterThan(1.5)
  const { top, left } = await page.locator('tacit-canvas').evaluate((canvas) => canvas.getBoundingClientRect().toJSON() as { top: number; left: number })
  const under = ({ x, y, z }: Camera): readonly number[] => [Math.round(x + (195 - left) / z), Math.round(y + (400 - top) / z)]
  const [[x = 0, y = 0], [a = 0, b = 0]] = [under(was), under(is)]
  expect(Math.hypot(x - a, y - b), 'the point between the fingers stays').toBeLessThan(8)
  await touch('touchStart', [95, 400], [295, 400])
  for (const step of [20, 40, 60, 80]) await touch('touchMove', [95 + step, 400], [295 - step, 400])
  await touch('touchEnd')
  expect((await camera()).z).toBeLessThan(is.z)
})

test('a tap selects, a tap on the ground lets go', async () => {
  await card(page, BELIEF).tap()
  await expect(page.locator('tacit-card[selected]')).toHaveCount(1)
  await page.touchscreen.tap(40, 200)
  await expect(page.locator('tacit-card[selected]')).toHaveCount(0)
})

test('a long press takes a card along, one step to undo', async () => {
  const [x, y] = await middleOf(BELIEF)
  const before = await placeOf('belief')
  await touch('touchStart', [x, y])
  await expect(page.locator('tacit-card[selected]'), 'the press has been long enough').toHaveCount(1)
  for (const step of [20, 40, 60]) await touch('touchMove', [x, y + step])
  await touch('touchEnd')
  await expect.poll(() => placeOf('belief')).not.toEqual(before)
  await page.keyboard.press('Control+z')
  await expect.poll(() => placeOf('belief')).toEqual(before)
})
