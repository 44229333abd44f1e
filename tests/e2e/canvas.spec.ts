// The board in the hand: frames that take cards, links drawn and given a meaning, copies that go between boards, sizes,
// menus. Each gesture is one step to undo.
import { expect, test, type Page } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, enterAs, somebody } from './visit.ts'

let product: Product
let ana: Page

const FILE = {
  format: 'tacit-board/1', title: 'Pricing', teams: [{ id: 'product', name: 'Product' }, { id: 'sales', name: 'Sales' }], people: [], attestations: [],
  cards: [
    { id: 'goal', kind: 'goal', title: 'Predictable invoices', x: 0, y: 0, team: 'sales' },
    { id: 'belief', kind: 'assumption', title: 'Meter events arrive in a minute', x: 320, y: 0 },
    { id: 'risk', kind: 'risk', title: 'Reps lose commission', x: 0, y: 320 },
  ],
  links: [{ id: 'goal~rests_on~belief', from: 'goal', to: 'belief', type: 'rests_on' }],
}

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

test.beforeEach(async ({ browser }) => {
  const { urls } = await boardFrom(product.url, { file: FILE })
  ana = await somebody(browser)
  await enterAs(ana, urls.edit, 'Ana Lima', 'Product')
  // Everything at its true size, and room around it.
  await ana.getByRole('button', { name: /^Zoom \d+ percent/ }).click()
})

test.afterEach(async () => {
  expect(complaintsOf(ana)).toEqual([])
  await ana.context().close()
})

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

async function boxOf(words: string): Promise<Box> {
  const box = await card(ana, words).boundingBox()
  if (box === null) throw new Error(`${words} is not to be seen`)
  return { x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width), height: Math.round(box.height) }
}

async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await ana.mouse.move(...from)
  await ana.mouse.down()
  await ana.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
  await ana.mouse.move(...to)
  await ana.mouse.up()
}

/** Drags by the middle of a card, without snapping to its neighbours. */
async function dragCard(words: string, by: readonly [number, number]): Promise<void> {
  const { x, y, width, height } = await boxOf(words)
  const [cx, cy] = [x + width / 2, y + height / 2]
  await ana.keyboard.down('Control')
  await drag([cx, cy], [cx + by[0], cy + by[1]])
  await ana.keyboard.up('Control')
}

const moved = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy })

test('a frame is drawn around cards, takes them along, lets one go, and one step brings each back', async () => {
  const [goal, belief] = [await boxOf('Predictable invoices'), await boxOf('Meter events')]
  await card(ana, 'Predictable invoices').focus()
  await ana.keyboard.press('f')
  await drag([goal.x - 48, goal.y - 64], [belief.x + belief.width + 40, belief.y + belief.height + 40])
  await expect(ana.locator('.ProseMirror-focused')).toBeVisible()
  await ana.keyboard.type('What we are for')
  await ana.keyboard.press('Enter')
  const frame = await boxOf('Frame: What we are for')

  await drag([frame.x + 200, frame.y + 20], [frame.x + 240, frame.y + 60])
  await expect.poll(() => boxOf('Predictable invoices')).toEqual(moved(goal, 40, 40))
  expect(await boxOf('Meter events')).toEqual(moved(belief, 40, 40))
  await ana.keyboard.press('Control+z')
  await expect.poll(() => boxOf('Meter events')).toEqual(belief)
  expect(await boxOf('Frame: What we are for')).toEqual(frame)
  expect(await boxOf('Predictable invoices')).toEqual(goal)

  await dragCard('Meter events', [0, 400])
  await expect.poll(() => boxOf('Meter events')).toEqual(moved(belief, 0, 400))
  await drag([frame.x + 200, frame.y + 20], [frame.x + 216, frame.y + 20])
  await expect.poll(() => boxOf('Predictable invoices')).toEqual(moved(goal, 16, 0))
  expect(await boxOf('Meter events')).toEqual(moved(belief, 0, 400))

  await ana.keyboard.press('Delete')
  await expect(card(ana, 'Frame: What we are for')).toHaveCount(0)
  await expect(card(ana, 'Predictable invoices')).toBeVisible()
})

test('cards are moved to a frame and sized without a drag', async () => {
  await card(ana, 'Predictable invoices').focus()
  await ana.keyboard.press('a')
  await ana.getByRole('menuitem', { name: 'Frame' }).click()
  await expect(ana.locator('.ProseMirror-focused')).toBeVisible()
  await ana.keyboard.type('Shelf')
  await ana.keyboard.press('Enter')
  const frame = await boxOf('Frame: Shelf')

  await card(ana, 'Reps lose commission').click()
  await ana.getByRole('button', { name: 'More', exact: true }).last().click()
  await ana.getByRole('menuitem', { name: 'Move to a frame' }).click()
  await ana.getByRole('menuitem', { name: 'Shelf' }).click()
  await expect.poll(async () => (await boxOf('Reps lose commission')).x).toBe(frame.x + 24)

  const before = await boxOf('Reps lose commission')
  await card(ana, 'Reps lose commission').focus()
  await ana.getByRole('button', { name: 'More', exact: true }).last().click()
  await ana.getByRole('menuitem', { name: 'Size' }).click()
  await ana.getByRole('menuitem', { name: 'With the arrow keys' }).click()
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter']) await ana.keyboard.press(key)
  await expect.poll(async () => (await boxOf('Reps lose commission')).width).toBe(before.width + 56)
})

test('a link is drawn from an edge, given another meaning, removed and brought back', async () => {
  const [risk, goal] = [await boxOf('Reps lose commission'), await boxOf('Predictable invoices')]
  await ana.mouse.move(risk.x + 100, risk.y + 30)
  await drag([risk.x + risk.width, risk.y + risk.height / 2], [goal.x + 100, goal.y + 40])
  await expect(ana.getByRole('toolbar', { name: 'Reps lose commission rests on Predictable invoices' })).toBeVisible()
  await ana.getByRole('button', { name: 'What the link means: rests on' }).click()
  await ana.getByRole('menuitemcheckbox', { name: 'threatens' }).click()
  await expect(ana.getByRole('toolbar', { name: 'Reps lose commission threatens Predictable invoices' })).toBeVisible()
  await ana.getByRole('button', { name: 'Remove the link' }).click()
  await expect(ana.getByRole('toolbar', { name: /threatens/ })).toHaveCount(0)
  await ana.keyboard.press('Control+z')

  await card(ana, 'Reps lose commission').click({ button: 'right' })
  await ana.getByRole('menuitem', { name: 'Its links' }).click()
  await expect(ana.getByRole('menuitem', { name: 'threatens Predictable invoices' })).toBeVisible()
  await ana.keyboard.press('Escape')

  // One to itself: told, not drawn.
  await ana.mouse.move(goal.x + 100, goal.y + 30)
  await drag([goal.x + goal.width / 2, goal.y + goal.height], [goal.x + 60, goal.y + 30])
  await expect(ana.getByText('A card cannot be linked to itself').first()).toBeVisible()
})

test('copies carry their links to another tab, and are one step to undo', async () => {
  // A first copy at once after the first selection asks for the browser's clipboard, and takes as long as that.
  await ana.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await card(ana, 'Predictable invoices').click()
  await ana.keyboard.press('Control+a')
  await ana.keyboard.press('Control+c')
  await expect(ana.locator('body > [role="status"]')).toContainText('3 cards copied')
  await ana.mouse.move(900, 600)
  await ana.keyboard.press('Control+v')
  await expect(card(ana, 'Predictable invoices')).toHaveCount(2)
  await expect(card(ana, 'Predictable invoices').last()).toHaveAccessibleName(/Rests on 1 unconfirmed/)
  await ana.keyboard.press('Control+z')
  await expect(card(ana, 'Predictable invoices')).toHaveCount(1)
  await expect(card(ana, 'Reps lose commission')).toHaveCount(1)

  const other = await boardFrom(product.url, { file: { ...FILE, title: 'Other', cards: [FILE.cards[2]], links: [] } })
  const tab = await ana.context().newPage()
  await enterAs(tab, other.urls.edit, 'Ana Lima', 'Product')
  await card(tab, 'Reps lose commission').click()
  await tab.keyboard.press('Control+v')
  await expect(card(tab, 'Predictable invoices')).toHaveAccessibleName(/Rests on 1 unconfirmed/)
})

test('several cards have a bar of their own, Alt drags a copy, Escape puts back', async () => {
  await card(ana, 'Predictable invoices').click()
  await card(ana, 'Reps lose commission').click({ modifiers: ['Shift'] })
  const bar = ana.getByRole('toolbar', { name: '2 cards selected' })
  await expect(bar).toContainText('2 selected')
  await bar.getByRole('button', { name: 'Duplicate' }).click()
  await expect(card(ana, 'Reps lose commission')).toHaveCount(2)
  await ana.keyboard.press('Control+z')
  await expect(card(ana, 'Reps lose commission')).toHaveCount(1)

  /** How far the goal is from the risk: what gets the focus may have moved the view. */
  const apart = async (): Promise<readonly number[]> => {
    const [one, other] = [await boxOf('Predictable invoices'), await boxOf('Reps lose commission')]
    return [one.x - other.x, one.y - other.y]
  }
  const before = await apart()
  const from = await boxOf('Predictable invoices')
  await ana.keyboard.down('Alt')
  await drag([from.x + 100, from.y + 40], [from.x + 400, from.y + 240])
  await ana.keyboard.up('Alt')
  await expect(card(ana, 'Predictable invoices')).toHaveCount(2)
  // One stays, the other lies where it was let go, but for the step to its neighbours or the grid.
  const [one, other] = [await card(ana, 'Predictable invoices').first().boundingBox(), await card(ana, 'Predictable invoices').last().boundingBox()]
  expect(Math.abs(Math.abs((one?.x ?? 0) - (other?.x ?? 0)) - 300)).toBeLessThan(16)
  expect(Math.abs(Math.abs((one?.y ?? 0) - (other?.y ?? 0)) - 200)).toBeLessThan(16)
  await ana.keyboard.press('Control+z')
  await expect(card(ana, 'Predictable invoices')).toHaveCount(1)
  expect(await apart()).toEqual(before)

  const goal = await boxOf('Predictable invoices')
  await ana.mouse.move(goal.x + 100, goal.y + 40)
  await ana.mouse.down()
  await ana.mouse.move(goal.x + 300, goal.y + 240)
  await ana.mouse.move(goal.x + 400, goal.y + 240)
  await ana.keyboard.press('Escape')
  await ana.mouse.up()
  await expect.poll(() => boxOf('Predictable invoices')).toEqual(goal)
})

test('a press on the map goes there, and the canvas stays', async () => {
  const place = (): Promise<string> => ana.locator('tacit-canvas .world').evaluate((world) => (world as HTMLElement).style.transform)
  const map = ana.locator('tacit-minimap')
  await expect(map).toBeVisible()
  await card(ana, 'Reps lose commission').click()
  await ana.keyboard.press('Shift+Digit2')
  for (const _ of [1, 2, 3, 4]) await ana.keyboard.press('+')
  await expect(ana.getByRole('button', { name: /^Zoom [2-9]\d\d percent/ })).toBeVisible()
  const before = await place()
  const box = await map.boundingBox()
  if (box === null) throw new Error('the map is not to be seen')
  await ana.mouse.click(box.x + box.width - 8, box.y + 8)
  await expect.poll(place).not.toBe(before)
  // What opens another view says so in the address, at once.
  await ana.getByRole('button', { name: '1 unconfirmed', exact: true }).click()
  await expect.poll(() => new URL(ana.url()).search).toBe('?state=unconfirmed')
  await expect(ana.getByRole('treegrid')).toHaveCount(0)
})
