// The inspector in real browsers: who was heard on which words, who is asked, the direction of a goal, the facts of
// every kind, the sheet on a phone, where the focus goes, and what stays when others change the card meanwhile.
import { expect, test, type Locator, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { AS_OF, card, complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

const FIREWALLS = 'firewalls let WebSockets through'
const PILOTS = 'All three pilot customers'

let product: Product
let board: CreatedBoard
let ana: Page
let bo: Page
/** Ana's phone. */
let phone: Page

async function enter(page: Page, name: string, team: string): Promise<Page> {
  await enterAs(page, board.urls.edit, name, team)
  return page
}

// One board and three browsers for all: each test has cards of its own.
test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  board = await launchBoard(product.url)
  const pages = await Promise.all([somebody(browser, { at: AS_OF }), somebody(browser), somebody(browser, { viewport: { width: 390, height: 844 }, hasTouch: true })])
  ;[ana, bo, phone] = [await enter(pages[0], 'Ana Lima', 'Sales'), await enter(pages[1], 'Bo Berg', 'SRE'), await enter(pages[2], 'Ana Lima', 'Sales')]
})
test.afterAll(async () => {
  for (const page of [ana, bo, phone]) await page.context().close()
  expect(await product.stop()).toBe(0)
})
test.afterEach(() => { expect([ana, bo, phone].flatMap((page) => complaintsOf(page))).toEqual([]) })

/** Opens the card's details by its address, as a copied link does. */
async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(`${product.url}/b/${board.id}?card=${id}`)
  const inspector = page.locator('tacit-inspector')
  await expect(inspector.getByRole('complementary')).toBeVisible()
  return inspector
}

/** The text of all cards' fields in the board's file. */
async function cardInFile(id: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${product.url}/api/boards/${board.id}/file`, { headers: { authorization: `Bearer ${board.keys.edit}` } })
  const file = (await answer.json()) as { cards: Record<string, unknown>[]; links: Record<string, unknown>[] }
  return [...file.cards, ...file.links].find((one) => one['id'] === id) ?? {}
}

test('each team has its seat, with the words it answered on and what changed since; asking again is seen', async () => {
  const inspector = await open(ana, 'a-load')
  const seats = inspector.locator('tacit-seats')
  await expect(seats.getByRole('listitem').filter({ hasText: 'Product' })).toContainText('Confirmed')
  const sre = seats.getByRole('listitem').filter({ hasText: 'Confirmed earlier words' })
  await expect(sre.locator('del')).toHaveText(/1,800/)
  await expect(sre.locator('ins')).toHaveText(/3,000/)
  await expect(sre).toContainText('Not heard since the words changed')
  await sre.getByRole('button', { name: 'Ask again: SRE' }).click()
  await expect(sre).toContainText('Silence is not a yes.')
  await expect(inspector.locator('tacit-card-history')).toContainText('Ana Lima asked SRE')
})

test('a team is asked and relieved again, for everybody, and Undo asks it anew', async () => {
  const mine = await open(ana, 'a-pilot')
  const theirs = await open(bo, 'a-pilot')
  const seat = theirs.locator('tacit-seats').getByRole('listitem').filter({ hasText: 'Support' })
  await mine.getByRole('button', { name: 'Ask another team' }).click()
  await mine.getByRole('menuitem', { name: 'Ask Support' }).click()
  await expect(seat).toContainText('Not yet heard')
  await mine.getByRole('button', { name: 'Do not ask Support any more' }).click()
  await expect(seat).toHaveCount(0)
  await ana.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(seat).toContainText('Not yet heard')
})

test('the ring of a goal fills with its slots, and another person sees it', async () => {
  const mine = await open(ana, 'g-book')
  const theirs = await open(bo, 'g-book')
  await expect(theirs).toContainText('3 of 5 said')
  await expect(theirs).toContainText('Not said yet: what you are not doing and why.')
  await mine.getByLabel('Why', { exact: true }).fill('Renewals pay for the next year')
  await mine.getByLabel('Not doing', { exact: true }).fill('Discounts')
  await mine.getByLabel('Not doing', { exact: true }).press('Enter')
  await expect(mine).toContainText('4 of 5 said')
  await mine.getByLabel('Not doing', { exact: true }).press('Control+Enter')
  await expect(theirs).toContainText('All five are said.')
  await mine.getByRole('button', { name: /^What: / }).click()
  await expect(mine.locator('.ProseMirror-focused')).toBeVisible()
})

test('facts of every kind are written by keyboard, one undo step each, and stand in the file', async () => {
  const inspector = ana.locator('tacit-inspector')
  const more = (): Promise<void> => inspector.locator('tacit-card-facts summary').click()
  const write = async (label: string, text: string): Promise<void> => {
    const field = inspector.getByLabel(label, { exact: true })
    await field.fill(text)
    await field.press('Tab')
  }
  const choose = async (label: string, option: string): Promise<void> => { await inspector.getByLabel(label, { exact: true }).selectOption({ label: option }) }

  await open(ana, 'r-outage')
  await inspector.getByRole('radio', { name: '4: likely' }).press(' ')
  await write('Review by', '1.3.2027')
  await inspector.getByRole('button', { name: /^It has happened/ }).press('Enter')
  await open(ana, 'd-date')
  await choose('How', 'One person decides')
  await choose('Decided by', 'Mara Oyelaran')
  await inspector.getByRole('button', { name: 'Take out Sales' }).click()
  await open(ana, 'q-done')
  await choose('Asks', 'Who')
  await write('Answer', 'The first one who pays')
  await open(ana, 'c-switch')
  await inspector.getByLabel('Needed by', { exact: true }).first().fill('in 2 weeks')
  await inspector.getByLabel('Needed by', { exact: true }).first().press('Enter')
  await inspector.getByLabel('Done').check()
  await open(ana, 'm-active-s')
  await choose('Counts', 'Outcome')
  await open(ana, 'x-leave')
  await write('Seen as', 'people')
  await open(ana, 't-freeze')
  await write('We get', 'Two quiet weeks')
  await open(ana, 's-sms')
  await more()
  await choose('Importance', 'High: always needs evidence')
  await open(ana, 'p-min')
  await inspector.getByLabel('Name of step 1').fill('Before the first wave')
  await inspector.getByLabel('Name of step 1').press('Tab')
  await inspector.getByLabel('Add what “Before the first wave” needs').selectOption({ label: 'Confirmed: Customers\' firewalls let WebSockets through' })
  await expect(inspector.locator('tacit-tier-list').getByRole('button', { name: /^Confirmed .*firewalls/ })).toBeVisible()

  const wanted: readonly (readonly [string, Record<string, unknown>])[] = [
    ['r-outage', { likelihood: 4, materialised: true, reviewBy: '2027-03-01T00:00:00Z' }],
    ['d-date', { mode: 'directive', decider: 'mara', askTeams: expect.not.arrayContaining(['sales']) }],
    ['q-done', { asks: 'who', answer: 'The first one who pays' }],
    ['c-switch', { done: true }],
    ['m-active-s', { counts: 'outcome' }], ['x-leave', { lens: 'people' }], ['t-freeze', { get: 'Two quiet weeks' }], ['s-sms', { importance: 'high' }],
    ['p-min', { tiers: expect.arrayContaining([expect.objectContaining({ name: 'Before the first wave', conditions: expect.arrayContaining([{ type: 'confirmed', card: 'a-ws' }]) })]) }],
  ]
  for (const [id, fields] of wanted) await expect.poll(() => cardInFile(id)).toMatchObject(fields)
  await expect.poll(() => cardInFile('dep-limit')).toMatchObject({ needBy: '2026-12-04', ask: 'A limit of 400 sockets per customer before wave 1' })

  await open(ana, 's-sms')
  await choose('Importance', 'Normal')
  await expect.poll(() => cardInFile('s-sms')).not.toHaveProperty('importance')
  await inspector.getByRole('heading', { level: 2 }).focus()
  await ana.keyboard.press('Escape')
  await ana.keyboard.press('Control+z')
  await expect.poll(() => cardInFile('s-sms')).toMatchObject({ importance: 'high' })
})

test('a wrong value is said at its field and changes nothing', async () => {
  const inspector = await open(ana, 'a-load')
  const review = inspector.getByLabel('Review by', { exact: true })
  await review.fill('31 Feb 2027')
  await review.press('Tab')
  await expect(inspector.getByRole('alert').filter({ hasText: 'Write a day like' })).toBeVisible()
  await expect(review).toHaveValue('31 Feb 2027')
  await inspector.locator('tacit-card-facts summary').click()
  const days = inspector.getByLabel('Holds for, days')
  await days.fill('0')
  await days.press('Tab')
  await expect(inspector.getByRole('alert').filter({ hasText: 'A whole number from 1' })).toBeVisible()
  expect(await cardInFile('a-load')).toMatchObject({ reviewBy: expect.stringContaining('2026-12-15') })
})

test('opening moves the focus to the heading, ] and [ walk, and Escape goes back to the card', async () => {
  await card(ana, PILOTS).focus()
  await ana.keyboard.press('Space')
  const inspector = ana.locator('tacit-inspector')
  await expect(inspector.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(inspector.getByRole('complementary', { name: 'Assumption details' })).toBeVisible()
  await ana.keyboard.press('[')
  await expect(inspector.getByRole('complementary', { name: 'Goal details' })).toBeVisible()
  await expect(inspector.getByRole('heading', { level: 2 })).toBeFocused()
  await ana.keyboard.press(']')
  await expect(inspector.getByRole('complementary', { name: 'Assumption details' })).toBeVisible()
  await expect(inspector.getByRole('heading', { level: 2 })).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(inspector.getByRole('complementary')).toHaveCount(0)
  await expect.poll(() => ana.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.getAttribute('role') ?? active?.localName
  })).toBe('article')
})

test('a link to a card leads the keyboard to its details', async () => {
  const inspector = await open(ana, 'g-north')
  await expect(inspector.getByRole('heading', { level: 2 })).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(inspector.getByRole('complementary')).toHaveCount(0)
})

test('a half-written reason survives new words and the deletion of its card', async () => {
  const mine = await open(ana, 'a-ws')
  const theirs = await open(bo, 'a-ws')
  await mine.getByRole('button', { name: 'Dispute', exact: true }).click()
  const reason = mine.getByLabel('What do you know that makes it false?')
  await expect(reason).toBeFocused()
  await ana.keyboard.type('One of them')
  await theirs.getByLabel('How to tell', { exact: true }).fill('Three signed letters')
  await theirs.getByLabel('How to tell', { exact: true }).press('Tab')
  await expect(mine).toContainText('The words changed while you were writing.')
  await expect(reason).toBeFocused()
  await ana.keyboard.type(' has left')
  await expect(reason).toHaveValue('One of them has left')
  await theirs.getByRole('button', { name: 'More', exact: true }).click()
  await theirs.getByRole('menuitem', { name: 'Delete card' }).click()
  await expect(mine).toContainText('This card has been deleted.')
  await mine.getByRole('button', { name: 'Bring it back' }).click()
  await expect(reason).toHaveValue('One of them has left')
  await mine.getByRole('button', { name: 'Dispute', exact: true }).click()
  await expect(card(bo, FIREWALLS)).toHaveAccessibleName(/Disputed|Refuted/)
})

test('on a phone it is a sheet that is pulled up and down, and its targets are large enough', async () => {
  const inspector = await open(phone, 'a-load')
  const sheet = inspector.getByRole('complementary')
  const height = async (): Promise<number> => (await sheet.boundingBox())?.height ?? 0
  expect(await height()).toBeLessThan(500)
  await expect(inspector.getByRole('button', { name: 'Confirm', exact: true })).toBeInViewport()
  const small = await inspector.locator('button:visible, summary:visible, select:visible, input:visible').evaluateAll((controls) => controls.map((control) => {
    const after = getComputedStyle(control, '::after')
    const box = control.getBoundingClientRect()
    return { name: control.getAttribute('aria-label') ?? control.textContent?.trim(), height: Math.max(box.height, Number.parseFloat(after.minHeight) || 0, Number.parseFloat(after.height) || 0) }
  }).filter(({ height: tall, name }) => tall < 43.5 && name !== ''))
  expect(small).toEqual([])

  await inspector.getByRole('button', { name: 'Show more of the details' }).click()
  await expect.poll(height).toBeGreaterThan(800)
  const pull = async (by: number): Promise<void> => {
    const grip = await inspector.locator('.grab').boundingBox()
    if (grip === null) throw new Error('no handle')
    await phone.mouse.move(grip.x + grip.width / 2, grip.y + 10)
    await phone.mouse.down()
    await phone.mouse.move(grip.x + grip.width / 2, grip.y + 10 + by, { steps: 4 })
    await phone.mouse.up()
  }
  await pull(200)
  await expect.poll(height).toBeLessThan(500)
  await pull(-200)
  await expect.poll(height).toBeGreaterThan(800)
  await pull(200)
  await expect.poll(height).toBeLessThan(500)
  await pull(200)
  await expect(sheet).toHaveCount(0)
})

for (const [what, viewport] of [['320 px', { width: 320, height: 640 }], ['200 %', { width: 720, height: 450 }]] as const) {
  test(`at ${what} nothing is cut and all can be reached`, async () => {
    await phone.setViewportSize(viewport)
    for (const id of ['a-load', 'g-north', 'p-min']) {
      const inspector = await open(phone, id)
      const [wide, shown] = await inspector.locator('.scroll').evaluate((element) => [element.scrollWidth, element.clientWidth])
      expect(wide, id).toBe(shown)
      const last = inspector.getByRole('heading', { name: 'History' })
      await last.scrollIntoViewIfNeeded()
      await expect(last).toBeInViewport()
    }
  })
}
