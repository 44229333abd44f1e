// People beside each other on one board: following somebody's view, entering, saying who one is, two entries of one
// person, and one person on two devices.
import { expect, test, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

let product: Product
let board: CreatedBoard
let pages: Page[] = []

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })
test.beforeEach(async () => { board = await launchBoard(product.url) })
test.afterEach(async () => {
  // Who is not let in yet is told so with 403.
  expect(pages.flatMap((page) => complaintsOf(page).filter((line) => !/status of 403/.test(line)))).toEqual([])
  for (const page of pages) await page.context().close()
  pages = []
})

async function come(browser: Parameters<typeof somebody>[0], right: 'own' | 'edit', name: string, team = 'SRE', look = {}): Promise<Page> {
  const page = await somebody(browser, look)
  pages.push(page)
  await enterAs(page, board.urls[right], name, team)
  return page
}

/** The board point in the middle of the view, and the zoom. */
async function lookOf(page: Page): Promise<{ x: number; y: number; z: number }> {
  return page.locator('tacit-canvas').evaluate((canvas) => {
    const { camera, size } = canvas as HTMLElement & { camera: { x: number; y: number; z: number }; size: { width: number; height: number } }
    return { x: Math.round(camera.x + size.width / 2 / camera.z), y: Math.round(camera.y + size.height / 2 / camera.z), z: camera.z }
  })
}

async function sameLook(a: Page, b: Page, timeout?: number): Promise<void> {
  await expect.poll(async () => {
    const [one, other] = [await lookOf(a), await lookOf(b)]
    return Math.hypot(one.x - other.x, one.y - other.y)
  }, timeout === undefined ? {} : { timeout }).toBeLessThan(4)
}

/** The view of `a` goes where `b` moves to. What `b` did before its page tells where it looks may need a next movement. */
async function comesAlong(a: Page, b: Page): Promise<void> {
  await expect(async () => {
    await wheel(b, 40, 0)
    await sameLook(a, b, 2_000)
  }).toPass({ timeout: 30_000 })
}

async function wheel(page: Page, dx: number, dy: number): Promise<void> {
  await page.mouse.move(700, 500)
  await page.mouse.wheel(dx, dy)
}

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`a view keeps to somebody's until one moves oneself (${reducedMotion})`, async ({ browser }) => {
    const [ana, bo] = [await come(browser, 'edit', 'Ana Lima', 'Sales', { reducedMotion }), await come(browser, 'edit', 'Bo Berg')]
    await wheel(bo, 400, 300)
    await ana.getByRole('button', { name: 'Follow Bo Berg' }).click()
    await expect(ana.getByText('Following Bo Berg', { exact: true })).toBeVisible()
    await comesAlong(ana, bo)
    await wheel(bo, -500, 200)
    await sameLook(ana, bo)
    const followed = await lookOf(ana)
    await wheel(ana, 0, 240)
    await expect(ana.getByText('Following Bo Berg', { exact: true })).toBeHidden()
    await expect.poll(async () => (await lookOf(ana)).y).toBeCloseTo(followed.y + 240 / followed.z, -1)
    const [before, theirs] = [await lookOf(ana), await lookOf(bo)]
    await wheel(bo, 300, 300)
    await expect.poll(async () => (await lookOf(bo)).x).not.toBe(theirs.x)
    // What they select comes after where they look.
    await bo.keyboard.press('Control+a')
    await expect(ana.locator('tacit-card .ring-around.peer').first()).toBeAttached()
    expect(await lookOf(ana)).toEqual(before)
  })
}

test('following ends by Stop, by Escape, and when they leave; nobody follows in a circle', async ({ browser }) => {
  const [ana, bo] = [await come(browser, 'edit', 'Ana Lima', 'Sales'), await come(browser, 'edit', 'Bo Berg')]
  const follow = ana.getByRole('button', { name: 'Follow Bo Berg' })
  const frame = ana.getByText('Following Bo Berg', { exact: true })
  await follow.click()
  await ana.getByRole('button', { name: 'Stop following Bo Berg' }).click()
  await expect(frame).toBeHidden()
  await follow.click()
  await expect(frame).toBeVisible()
  await bo.getByRole('button', { name: 'Follow Ana Lima' }).click()
  await expect(bo.getByText(/Ana Lima follows you/)).toBeVisible()
  await ana.keyboard.press('Escape')
  await expect(frame).toBeHidden()
  await follow.click()
  await expect(frame).toBeVisible()
  await bo.close()
  await expect(ana.getByText(/Bo Berg has left/)).toBeVisible()
  await expect(frame).toBeHidden()
})

async function peopleOf(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Teams$|wait.* for you/ }).first().click()
  await expect(page.getByRole('dialog', { name: 'People and teams' })).toBeVisible()
}

async function fromMenu(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('who enters for the first time is told to those who are here, and is new in the list', async ({ browser }) => {
  const ana = await come(browser, 'own', 'Ana Lima', 'Sales')
  const bo = await come(browser, 'edit', 'Bo Berg')
  await expect(ana.getByText('Bo Berg (SRE) entered')).toBeVisible()
  await bo.reload()
  await expect(bo.getByRole('group', { name: /On this board now: .*Ana Lima/ })).toBeVisible()
  await expect(ana.getByRole('button', { name: 'Follow Bo Berg' })).toBeVisible()
  expect(await ana.getByText('Bo Berg (SRE) entered').count()).toBeLessThanOrEqual(1)
  await peopleOf(ana)
  await expect(ana.getByRole('listitem').filter({ hasText: 'Bo Berg' }).getByText('new', { exact: true })).toBeVisible()
  await fromMenu(ana, 'Bo Berg', 'Rename')
  await ana.getByLabel('New name of Bo Berg').fill('Bo B')
  await ana.getByRole('button', { name: 'Save' }).click()
  await expect(ana.getByText('Now called Bo B')).toBeVisible()
  await ana.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(ana.getByRole('button', { name: 'More for Bo Berg' })).toBeVisible()
})

test('somebody says to be a person of the file, and the owner admits it', async ({ browser }) => {
  const ana = await come(browser, 'own', 'Ana Lima', 'Sales')
  const tom = await come(browser, 'edit', 'Tom')
  const members = await (await fetch(`${product.url}/api/boards/${board.id}`, { headers: { authorization: `Bearer ${board.keys.view}` } })).json() as { people: { name: string }[] }
  const written = members.people.map(({ name }) => name).find((name) => !['Ana Lima', 'Tom'].includes(name)) ?? ''
  await peopleOf(tom)
  await fromMenu(tom, written, 'That is me')
  await expect(tom.getByText(`You said: I am ${written}.`)).toBeVisible()
  await ana.getByRole('button', { name: '1 waits for you' }).click()
  await ana.getByRole('button', { name: 'Admit Tom' }).click()
  await expect(ana.getByText(`the same person as ${written}`)).toBeVisible()
  await expect(ana.getByRole('button', { name: '1 waits for you' })).toBeHidden()
  await expect(tom.getByRole('listitem').filter({ hasText: `${written} you` })).toBeVisible()
})

test('an owner makes two entries of one person one, and parts them again', async ({ browser }) => {
  const [ana, bo, again] = [await come(browser, 'own', 'Ana Lima', 'Sales'), await come(browser, 'edit', 'Bo Berg'), await come(browser, 'edit', 'Bo B')]
  await peopleOf(ana)
  await fromMenu(ana, 'Bo B', 'Is the same person as')
  await ana.getByLabel('Bo B is the same person as').selectOption({ label: 'Bo Berg' })
  await ana.getByRole('button', { name: 'Merge' }).click()
  await expect(ana.getByText('the same person as Bo Berg, who has not said so yet')).toBeVisible()
  await expect(again.getByRole('article')).toHaveCount(0)
  await peopleOf(bo)
  await bo.getByRole('button', { name: 'That is me' }).click()
  await expect(bo.getByText('The answers of that entry are yours now.')).toBeVisible()
  await ana.getByRole('button', { name: 'Separate again, Bo B' }).click()
  await expect(ana.getByRole('button', { name: 'More for Bo B', exact: true })).toBeVisible()
})

test('a one-time link makes another device the same person', async ({ browser }) => {
  const ana = await come(browser, 'edit', 'Ana Lima', 'Sales')
  const bo = await come(browser, 'edit', 'Bo Berg')
  await ana.getByRole('button', { name: 'More', exact: true }).click()
  await ana.getByRole('menuitem', { name: /another device/ }).click()
  await expect(ana.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  const link = await ana.getByLabel('One-time link').inputValue()
  const phone = await somebody(browser, { viewport: { width: 390, height: 844 } })
  pages.push(phone)
  await phone.goto(link)
  await phone.getByRole('button', { name: 'Yes, this is me' }).click()
  await expect(phone.getByRole('heading', { name: /boards/i }).first()).toBeVisible()
  await phone.goto(`${product.url}/b/${board.id}`)
  await expect(phone.getByRole('article').first()).toBeVisible()
  // One person on two devices is there once.
  await expect(bo.getByRole('button', { name: /^Follow Ana Lima/ })).toHaveCount(1)
  await phone.goto(link)
  await phone.getByRole('button', { name: 'Yes, this is me' }).click()
  await expect(phone.getByText(/was used or has expired/)).toBeVisible()
})

test('whom the file of a board knows asks to be let in, and comes when an owner agrees', async ({ browser }) => {
  const bo = await come(browser, 'edit', 'Bo Berg')
  const file = await (await fetch(`${product.url}/api/boards/${board.id}/file`, { headers: { authorization: `Bearer ${board.keys.view}` } })).json() as object
  board = await boardFrom(product.url, { file })
  const ana = await come(browser, 'own', 'Ana Lima', 'Sales')
  await bo.goto(board.urls.edit)
  await bo.getByRole('button', { name: 'Ask to be let in' }).click()
  await expect(bo.getByText(/The owners see that you ask/)).toBeVisible()
  await ana.getByRole('button', { name: '1 waits for you' }).click()
  await expect(ana.getByText(/asks to be let in/).last()).toBeVisible()
  await ana.getByRole('button', { name: 'Admit Bo Berg' }).click()
  await expect(bo.getByRole('article').first()).toBeVisible()
})

test('pointers have a name and say what is done; what somebody is on has their colour; both go with them', async ({ browser }) => {
  const [ana, bo] = [await come(browser, 'edit', 'Ana Lima', 'Sales'), await come(browser, 'edit', 'Bo Berg')]
  const cursor = ana.locator('tacit-cursors .cursor')
  const peer = ana.locator('tacit-card .ring-around.peer')
  const card = bo.getByRole('article', { name: 'firewalls let WebSockets' })
  await card.click({ position: { x: 20, y: 12 } })
  await expect(cursor).toHaveText('Bo Berg')
  await expect(peer).toHaveCount(1)
  await bo.keyboard.press('Enter')
  await expect(bo.locator('.ProseMirror-focused')).toBeVisible()
  // Who writes has no pointer until it is moved again.
  await expect(cursor).toHaveCount(0)
  await bo.mouse.move(200, 600)
  await bo.mouse.move(220, 620)
  await expect(cursor).toHaveText('Bo Berg, editing')
  await bo.keyboard.press('Escape')
  await bo.mouse.move(240, 640)
  await bo.mouse.move(260, 660)
  await expect(cursor).toHaveText('Bo Berg')
  await bo.close()
  await expect(cursor).toHaveCount(0)
  await expect(peer).toHaveCount(0)
})
