// A check-in: a baseline is taken, three months later by the clock of the browser the board names what slipped; the agenda
// that it writes itself says the same on the page, on paper, copied, downloaded and over HTTP, and follows what others do.
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { startProduct, type Product } from '../support/product.ts'
import { faults } from './axe.ts'
import { boardFrom, complaintsOf, enterAs, somebody } from './visit.ts'

const DAY = 86_400_000
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString()
const LOAD = 'Peak load stays below 400 <sockets>'

/** Confirmed yesterday for a month by the team that leans on it. */
const FILE = {
  format: 'tacit-board/1', title: 'Launch & *after*', settings: { validDays: 30 },
  teams: [{ id: 'product', name: 'Product' }, { id: 'sre', name: 'SRE' }],
  people: [{ id: 'lina', name: 'Lina Haddad', team: 'sre', role: 'member' }],
  cards: [
    { id: 'load', kind: 'assumption', title: LOAD, team: 'product', x: 80, y: 80 }, { id: 'calm', kind: 'goal', title: 'On-call stays calm', team: 'sre', x: 480, y: 80 },
    { id: 'switch', kind: 'commitment', title: 'A switch per customer', team: 'product', x: 80, y: 320 }, { id: 'limit', kind: 'commitment', title: 'A limit in the gateway', team: 'sre', x: 480, y: 320 },
  ],
  links: [{ id: 'rests', from: 'calm', to: 'load', type: 'rests_on' }, { id: 'needs', from: 'switch', to: 'limit', type: 'depends_on', ask: '400 sockets' }],
  attestations: [{ id: 'yes', card: 'load', person: 'lina', team: 'sre', verdict: 'confirm', basis: JSON.stringify(['assumption', LOAD, '', '']), seq: 1, at: ago(1), evidence: { kind: 'test' } }],
}

/** The same, checked in 20 days ago, and its confirmation has ended since. */
const LATER = {
  ...FILE, attestations: FILE.attestations.map((answer) => ({ ...answer, at: ago(31) })),
  baselines: [{ id: 'start', at: ago(20), person: 'lina', name: 'Kick-off', states: { load: 'confirmed', calm: 'sound' } }],
}

let product: Product
let board: CreatedBoard
let later: CreatedBoard
let ana: Page
let bo: Page

test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  board = await boardFrom(product.url, { file: FILE })
  ;[ana, bo] = [await somebody(browser), await somebody(browser)]
  later = await boardFrom(product.url, { file: LATER })
  for (const { urls } of [board, later]) {
    await enterAs(ana, urls.own, 'Ana Lima', 'Product')
    await enterAs(bo, urls.edit, 'Bo Berg', 'SRE')
  }
})
test.afterAll(async () => {
  for (const page of [ana, bo]) await page.context().close()
  expect(await product.stop()).toBe(0)
})
test.afterEach(() => { expect([ana, bo].flatMap((page) => complaintsOf(page))).toEqual([]) })

async function look(page: Page, at: CreatedBoard, part: 'agenda' | 'drift' | 'gaps'): Promise<void> {
  await page.goto(`${product.url}/b/${at.id}?view=overview&part=${part}`)
  await expect(page.locator(`tacit-${part}`)).toBeVisible()
}

/** The lines of the agenda as they are read on the page. */
async function linesOf(page: Page): Promise<string[]> {
  const lines = await page.locator('tacit-agenda .agenda').locator('h3, h4, p, li').allTextContents()
  return lines.map((line) => line.replace(/\s+/g, ' ').trim())
}

const shown = (markdown: string): string[] => markdown.trim().split('\n').filter((line) => line !== '').map((line) => line.replace(/^(#{1,2}|-) /, '').replace(/\\([!-/:-@[-`{-~])/g, '$1'))

test('a baseline is taken, and three months later the list of drift names what slipped', async () => {
  await look(bo, board, 'drift')
  await expect(bo.locator('tacit-drift')).toContainText('There is no baseline yet.')
  await expect(bo.getByText('Owners and facilitators take a baseline.')).toBeVisible()
  await look(ana, board, 'agenda')
  await ana.getByLabel('Name of the baseline').fill('Kick-off')
  await ana.getByRole('button', { name: 'Take a baseline' }).click()
  await expect(ana.locator('tacit-agenda')).toContainText(/compared with the baseline “Kick-off” of .* by Ana Lima\./)
  // The other one sees it come.
  await expect(bo.locator('tacit-drift')).toContainText('Compared with: Kick-off')
  await expect(bo.locator('tacit-drift')).toContainText('Nothing has drifted since then.')

  await bo.clock.setFixedTime(new Date(Date.now() + 92 * DAY))
  await look(bo, board, 'drift')
  const drift = bo.locator('tacit-drift')
  await expect(drift.getByRole('heading', { name: 'Slipped 2' })).toBeVisible()
  const slipped = drift.getByRole('listitem').filter({ hasText: 'was confirmed' })
  await expect(slipped).toHaveText(new RegExp(`“${LOAD}” was confirmed and is past its date now, since \\d+ \\w+ \\d{4}\\.`))
  await expect(drift.getByRole('listitem').filter({ hasText: 'was well founded' })).toHaveText(/“On-call stays calm” was well founded and is in doubt now, since/)
  expect(await faults(bo)).toEqual([])
  await slipped.getByRole('link', { name: LOAD }).click()
  await expect(bo.locator('tacit-inspector').getByRole('heading', { level: 2 })).toContainText('Out of date')
  await expect(bo.locator('tacit-inspector').getByRole('heading', { level: 2 })).toBeFocused()
  await bo.keyboard.press('Escape')
  await expect(slipped.getByRole('link', { name: LOAD })).toBeFocused()
})

test('the agenda says the same on the page, on paper, copied, downloaded and over HTTP', async () => {
  await ana.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await look(ana, later, 'agenda')
  for (const words of ['Slipped', 'Dependencies that wait', 'Gaps']) await expect(ana.locator('tacit-agenda').getByRole('heading', { name: words })).toBeVisible()
  const lines = await linesOf(ana)
  expect(lines[0]).toBe('Check-in: Launch & *after*')
  await ana.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(ana.getByText('The agenda is on the clipboard, as Markdown')).toBeVisible()
  const copied = await ana.evaluate(() => navigator.clipboard.readText())
  expect(shown(copied)).toEqual(lines)
  expect(copied).toContain('# Check-in: Launch \\& \\*after\\*')
  expect(copied).toContain('Peak load stays below 400 \\<sockets\\>')

  const coming = ana.waitForEvent('download')
  await ana.getByRole('button', { name: 'Download', exact: true }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('check-in-launch-after.md')
  expect(await readFile(await download.path(), 'utf8')).toBe(copied)

  const at = await ana.evaluate(() => new Date().toISOString())
  const answer = await fetch(`${product.url}/api/boards/${later.id}/agenda.md?at=${at}&language=en`, { headers: { authorization: `Bearer ${later.keys.view}` } })
  expect(await answer.text()).toBe(copied)

  await ana.emulateMedia({ media: 'print' })
  await expect(ana.getByRole('button', { name: 'Copy as Markdown' })).toBeHidden()
  await expect(ana.getByRole('button', { name: 'Take a baseline' })).toBeHidden()
  expect(await linesOf(ana)).toEqual(lines)
  for (const line of await ana.locator('tacit-agenda .agenda li').all()) await expect(line).toBeVisible()
  await ana.emulateMedia({ media: null })
})

test('what others do is on the agenda at once, and the rhythm says when the next check-in is due', async () => {
  await look(ana, later, 'agenda')
  await expect(ana.locator('tacit-agenda')).toContainText('“A switch per customer” needs “A limit in the gateway”, which has no date.')
  await ana.getByLabel('How often').selectOption({ label: 'Every 13 weeks' })
  await expect(ana.locator('tacit-agenda')).toContainText(/A check-in every 91 days: the next one is due on/)
  await look(bo, later, 'gaps')
  const gap = bo.locator('tacit-gaps').getByRole('listitem').filter({ hasText: 'which has no date' })
  await gap.getByRole('link', { name: 'A limit in the gateway' }).click()
  const inspector = bo.locator('tacit-inspector')
  await expect(inspector.locator('tacit-card-gaps')).toContainText('which has no date')
  await inspector.getByRole('checkbox', { name: 'Done' }).check()
  await expect(inspector.locator('tacit-card-gaps').getByRole('heading')).toBeHidden()
  await expect(gap).toBeHidden()
  await expect(ana.locator('tacit-agenda')).not.toContainText('which has no date')
})
