// A walk through the product in any language: every page, dialog, menu and panel, found by its element and never by its
// words. `look` is called at each place with its name, when the place has come to rest; with `only` the walk goes to
// those places alone.
import { expect, type Locator, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { boardFrom } from './visit.ts'

export type Look = (place: string) => Promise<void>
export type Places = ReadonlySet<string> | undefined

const wants = (only: Places, ...places: readonly string[]): boolean => only === undefined || places.some((place) => only.has(place))

const dialogOf = (page: Page, element: string): Locator => page.locator(`${element} dialog[open]`)

/** Enters a board by its link, whatever the language; for the first team on the list. */
export async function enterAnyhow(page: Page, link: string, name: string, look?: Look): Promise<void> {
  await page.goto(link)
  const dialog = page.locator('tacit-enter-dialog')
  await expect(dialog.locator('input').first()).toBeVisible()
  await look?.('entering')
  await dialog.locator('input').first().fill(name)
  const team = dialog.locator('select')
  if ((await team.count()) > 0) await team.selectOption({ index: 1 })
  await dialog.locator('button[type="submit"]').click()
  await expect(dialog).toHaveCount(0)
}

async function throughDialog(page: Page, element: string, open: () => Promise<void>, look: Look): Promise<void> {
  await open()
  await expect(dialogOf(page, element)).toBeVisible()
  await look(element)
  await page.keyboard.press('Escape')
  await expect(dialogOf(page, element)).toHaveCount(0)
}

const tell = (page: Page, event: string) => (): Promise<void> =>
  page.evaluate((name) => {
    const bar = document.querySelector('tacit-app')?.shadowRoot?.querySelector('tacit-board-page')?.shadowRoot?.querySelector('tacit-live-board')?.shadowRoot?.querySelector('tacit-top-bar')
    ;(bar ?? document).dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }))
  }, event)

export async function tourPages(page: Page, url: string, look: Look, only?: Places): Promise<void> {
  await page.goto(url)
  await expect(page.locator('tacit-template-list li, tacit-template-list article, tacit-template-list button').first()).toBeVisible()
  await look('home')
  if (wants(only, 'tacit-settings-dialog')) await throughDialog(page, 'tacit-settings-dialog', tell(page, 'settings-wanted'), look)
  if (!wants(only, 'no such board', 'device', 'empty board')) return
  await page.goto(`${url}/b/nosuchboard1`)
  await expect(page.locator('tacit-lost-page a').first()).toBeVisible()
  await look('no such board')
  await page.goto(`${url}/device`)
  await expect(page.locator('tacit-device-page a').first()).toBeVisible()
  await look('device')
  const empty = await boardFrom(url, { title: 'Empty' })
  await page.goto(empty.urls.own)
  const dialog = page.locator('tacit-enter-dialog')
  await dialog.locator('input').first().fill('Ana Lima')
  await dialog.locator('input').nth(1).fill('Legal')
  await dialog.locator('button[type="submit"]').click()
  await expect(page.locator('tacit-first-run form')).toBeVisible()
  await look('empty board')
}

/** Cards of the launch template. */
const CARDS = { assumption: 'a-load', goal: 'g-north', decision: 'd-date', risk: 'r-quiet' } as const

/** Dialogs of a board, each with the event that it opens by. */
const DIALOGS = { 'tacit-help-sheet': 'help-wanted', 'tacit-people-dialog': 'teams-wanted', 'tacit-enter-dialog': 'profile-wanted', 'tacit-device-dialog': 'device-wanted', 'tacit-share-dialog': 'share-wanted' } as const

async function throughMenu(page: Page, look: Look): Promise<void> {
  const more = page.locator('tacit-top-bar .more')
  await more.click()
  await expect(page.locator('tacit-top-bar tacit-menu [role="menuitem"]').first()).toBeVisible()
  await look('menu')
  await page.keyboard.press('Escape')
  await expect(page.locator('tacit-top-bar tacit-menu [role="menuitem"]').first()).not.toBeVisible()
}

async function throughKinds(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('a')
  await expect(page.locator('tacit-kind-picker [role="menuitem"]').first()).toBeVisible()
  await look('kinds')
  await page.keyboard.press('Escape')
  await expect(page.locator('tacit-kind-picker [role="menuitem"]').first()).not.toBeVisible()
}

export async function tourBoard(page: Page, launch: CreatedBoard, look: Look, only?: Places): Promise<void> {
  await enterAnyhow(page, launch.urls.own, 'Ana Lima', look)
  // By the outline: a card that is out of view is no element yet.
  const goTo = async (id: string): Promise<void> => {
    await page.locator(`tacit-card-outline [data-id="${id}"]`).evaluate((button: HTMLElement) => button.click())
    await page.locator(`tacit-canvas [data-id="${id}"] > tacit-card`).focus()
  }
  await expect(page.locator('tacit-canvas tacit-card').first()).toBeVisible()
  await look('board')
  if (wants(only, 'menu')) await throughMenu(page, look)
  for (const [kind, id] of Object.entries(CARDS)) {
    if (!wants(only, `${kind} selected`, `${kind} in the inspector`)) continue
    await page.keyboard.press('Escape')
    await goTo(id)
    await expect(page.locator('tacit-card-toolbar button:visible, tacit-card-summary button:visible').first()).toBeVisible()
    await look(`${kind} selected`)
    await page.keyboard.press('Space')
    await expect(page.locator('tacit-inspector button:visible').first()).toBeVisible()
    await look(`${kind} in the inspector`)
    await page.keyboard.press('Escape')
    await expect(page.locator('tacit-inspector')).toHaveCount(0)
  }
  await goTo(CARDS.assumption)
  if (wants(only, 'kinds')) await throughKinds(page, look)

  for (const [dialog, event] of Object.entries(DIALOGS)) if (wants(only, dialog)) await throughDialog(page, dialog, tell(page, event), look)

  await goTo(CARDS.assumption)
  await page.keyboard.press('b')
  await expect(page.locator('tacit-ledger [role="row"]').first()).toBeVisible()
  await look('ledger')
  if (wants(only, 'overview')) await throughOverview(page, look)
}

/** Every part, as its list has them. */
async function throughOverview(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('o')
  const overview = page.locator('tacit-board-overview')
  const parts = overview.locator('nav button')
  await expect(parts.first()).toBeVisible()
  for (const part of await parts.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['part']))) {
    await overview.locator(`nav [data-part="${part}"]`).click()
    await expect(overview.locator(`nav [data-part="${part}"][aria-current="page"]`)).toBeVisible()
    // What stands there besides its heading and its sentence.
    await expect(overview.locator('.sheet > :not(h2, .about, [role="status"])').first()).toBeAttached()
    await look(`overview, ${part}`)
  }
}

export async function tourReader(page: Page, launch: CreatedBoard, look: Look): Promise<void> {
  await page.goto(launch.urls.view)
  await expect(page.locator('tacit-canvas tacit-card').first()).toBeVisible()
  await look('board of a reader')
}
