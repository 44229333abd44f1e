// Many cards at once: a word says that they are being made while the server takes them in parts, and all of them are
// there for the next who opens the board.
import { expect, test, type Page, type WebSocketRoute } from '@playwright/test'
import { startProduct, type Product } from '../support/product.ts'
import { boardFrom, card, complaintsOf, enterAs, somebody } from './visit.ts'

let product: Product

const FILE = {
  format: 'tacit-board/1', title: 'Many', teams: [{ id: 'product', name: 'Product' }], people: [], attestations: [], links: [],
  cards: Array.from({ length: 60 }, (_, n) => ({ id: `c${n}`, kind: 'assumption', title: `Belief ${n}`, x: (n % 10) * 240, y: Math.floor(n / 10) * 140 })),
}

test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

/** What the server answers is kept back until it is let through. */
async function between(page: Page): Promise<{ hold: () => void; release: () => void }> {
  let held: [WebSocketRoute, string | Buffer][] | undefined
  await page.routeWebSocket(/.*/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (held === undefined) socket.send(message)
      else held.push([socket, message])
    })
  })
  return {
    hold: () => { held = [] },
    release: () => {
      const waiting = held ?? []
      held = undefined
      for (const [socket, message] of waiting) socket.send(message)
    },
  }
}

const countOf = (page: Page, cards: number): Promise<void> => expect(page.getByRole('navigation', { name: `All cards: ${cards}`, exact: true })).toBeAttached()

async function duplicateAll(page: Page): Promise<void> {
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+d')
}

test('sixty cards are doubled, and doubled again, while a word says so; all is saved', async ({ browser }) => {
  const { urls } = await boardFrom(product.url, { file: FILE })
  const ana = await somebody(browser)
  const { hold, release } = await between(ana)
  await enterAs(ana, urls.edit, 'Ana Lima', 'Product')
  await card(ana, 'Belief 0.').first().click()
  await duplicateAll(ana)
  await countOf(ana, 120)
  hold()
  await duplicateAll(ana)
  const word = ana.getByText('Duplicating 120 cards…')
  await expect(word).toBeVisible()
  await expect(ana.getByText('120 cards duplicated')).toHaveCount(0)
  release()
  await expect(ana.getByText('120 cards duplicated')).toBeVisible()
  await expect(word).toHaveCount(0)
  await countOf(ana, 240)
  await expect(ana.getByText('Saved', { exact: true })).toBeVisible()
  const ben = await somebody(browser)
  await enterAs(ben, urls.edit, 'Ben Okri', 'Product')
  await countOf(ben, 240)
  expect([...complaintsOf(ana), ...complaintsOf(ben)]).toEqual([])
})
