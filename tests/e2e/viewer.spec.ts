// A person with a view link looks and cannot change anything: no control for it on screen, and not with the bytes of an
// editor either.
import { expect, test } from '@playwright/test'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { rootMap, newBoard } from '../../shared/board/document.ts'
import { moveCard } from '../../shared/board/write-cards.ts'
import { readFrame, writeSyncStep1, writeSyncStep2, writeUpdate } from '../../shared/protocol/frames.ts'
import { startProduct, type Product } from '../support/product.ts'
import { card, complaintsOf, enterAs, launchBoard, somebody } from './visit.ts'

let product: Product
test.beforeAll(async () => { product = await startProduct() })
test.afterAll(async () => { expect(await product.stop()).toBe(0) })

async function fileOf(id: string, key: string): Promise<unknown> {
  const answer = await fetch(`${product.url}/api/boards/${id}/file`, { headers: { authorization: `Bearer ${key}` } })
  expect(answer.status).toBe(200)
  return { ...((await answer.json()) as object), exportedAt: '' }
}

/** A synced copy of the board over a socket of this key, with the way to send bytes. */
async function synced(id: string, key: string): Promise<{ socket: WebSocket; doc: Y.Doc }> {
  const socket = new WebSocket(`${product.url.replace('http', 'ws')}/sync/${id}?key=${key}`)
  const { doc } = newBoard()
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send(writeSyncStep1(Y.encodeStateVector(doc))))
    socket.on('message', (data: Buffer) => {
      const frame = readFrame(new Uint8Array(data))
      if (frame.type !== 'sync-step-2' && frame.type !== 'update') return
      Y.applyUpdate(doc, frame.update)
      if (frame.type === 'sync-step-2') resolve()
    })
  })
  return { socket, doc }
}

test('a viewer sees the board and no control that changes it', async ({ browser }) => {
  const { urls } = await launchBoard(product.url)
  const page = await somebody(browser)
  await page.goto(urls.view)
  await expect(card(page, 'firewalls let WebSockets through')).toBeVisible()
  await expect(page.getByText('You can look, not change.').first()).toBeVisible()
  await card(page, 'firewalls let WebSockets through').dblclick()
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  for (const name of [/^Confirm/, /^Dispute/, /^Delete/, /^Add a card/, /^Undo/]) await expect(page.getByRole('button', { name })).toHaveCount(0)
  await expect(page.locator('tacit-inspector').getByRole('heading', { level: 2 })).toBeFocused()
  const place = (): Promise<string> => page.locator('tacit-canvas .item[data-id="a-ws"]').evaluate((item: HTMLElement) => `${item.style.left} ${item.style.top}`)
  const before = await place()
  // A double click has opened its details, with the focus in them.
  await page.keyboard.press('Escape')
  await expect(card(page, 'firewalls let WebSockets through')).toBeFocused()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Alt+ArrowRight')
  // A key that readers have too: what was pressed before it has been handled.
  await page.keyboard.press('1')
  await expect(page).toHaveURL(/state=unconfirmed/)
  await expect(card(page, 'firewalls let WebSockets through')).toBeVisible()
  expect(await place()).toBe(before)
  expect(complaintsOf(page)).toEqual([])
})

test('the bytes of an editor change nothing on a view connection, for nobody', async ({ browser }) => {
  const { id, keys, urls } = await launchBoard(product.url)
  const before = await fileOf(id, keys.view)
  const ana = await somebody(browser)
  await enterAs(ana, urls.edit, 'Ana Lima', 'SRE')
  const place = await card(ana, 'firewalls').boundingBox()

  const editor = await synced(id, keys.edit)
  const made: Uint8Array[] = []
  editor.doc.on('update', (update: Uint8Array) => made.push(update))
  editor.doc.transact(() => moveCard(editor, 'a-ws', 5_000, 5_000))
  editor.doc.transact(() => rootMap(editor, 'meta').set('title', 'Taken over'))
  editor.socket.close()
  expect(made.length).toBe(2)

  const viewer = await synced(id, keys.view)
  for (const bytes of made) viewer.socket.send(writeUpdate(bytes))
  viewer.socket.send(writeSyncStep2(Y.encodeStateAsUpdate(editor.doc)))
  // An answer to a question asked afterwards on the same connection: everything before it was handled.
  await new Promise<void>((resolve) => {
    viewer.socket.on('message', (data: Buffer) => { if (readFrame(new Uint8Array(data)).type === 'sync-step-2') resolve() })
    viewer.socket.send(writeSyncStep1(Y.encodeStateVector(viewer.doc)))
  })
  viewer.socket.close()
  const { people: _people, ...after } = (await fileOf(id, keys.view)) as { people: unknown }
  const { people: _before, ...was } = before as { people: unknown }
  expect(after).toEqual(was)
  // Its place on the board is the same; a pixel may change when the typeface arrives.
  const now = await card(ana, 'firewalls').boundingBox()
  expect(Math.hypot((now?.x ?? 0) - (place?.x ?? 0), (now?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(3)
  await expect(ana.getByRole('heading', { level: 1 })).toContainText('Live Dispatch')

  const again = await synced(id, keys.edit)
  for (const bytes of made) again.socket.send(writeUpdate(bytes))
  await expect(ana.getByRole('heading', { level: 1 }), 'the same bytes on an edit connection do change it').toContainText('Taken over')
  again.socket.close()
})
