// `npm run bench:client`: a board page of Tacit with 500, 2,000 and 10,000 cards beside a bare page that draws as many
// boxes, in the same run, the same browser, by the same input. Prints figures, ratios and the bars. CPU is that of the
// page's main thread; frames in a second also tell what else the machine does.
//
//   this process ─► a server process ─► boards by POST /api/boards
//        └──► Chromium ─► one page at a time: near (about 100 cards) and far (all of them), pan, zoom, drag 1, drag 50
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser.mjs'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { benchBoard } from './client-board.ts'
import { Driver, type Cost, type Distance, type Gesture, type Weight } from './client-driver.ts'

const root = join(import.meta.dirname, '..', '..')
const SIZES = [500, 2_000, 10_000]
const GESTURES: readonly Gesture[] = ['pan', 'zoom', 'drag 1', 'drag 50']
const DISTANCES: readonly Distance[] = ['near', 'far']
/** For all of it; what is left then is skipped and said so. */
const MOST_MS = 420_000
const BROWSER_START_MS = 30_000

interface Row extends Cost { readonly page: string; readonly cards: number; readonly distance: Distance; readonly visible: number; readonly gesture: Gesture }
interface Weighed extends Weight { readonly page: string; readonly cards: number }
interface Bar { readonly says: string; readonly value: number | undefined; readonly holds: (value: number) => boolean; readonly unit: string }

const began = performance.now()
const isLate = (): boolean => performance.now() - began > MOST_MS
const data = mkdtempSync(join(tmpdir(), 'tacit-bench-client-'))
let server: ChildProcess | undefined
let browser: Browser | undefined

async function serve(): Promise<string> {
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, env: { ...process.env, PORT: '0', HOST: '127.0.0.1', TACIT_DATA: data, LOG_LEVEL: 'warn', TACIT_LIMITS: 'boardsPerHour=1000,requestsPerMinute=100000' }, stdio: ['ignore', 'pipe', 'inherit'] })
  server = child
  return new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server ended')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /(http:\/\/[^\s"]+:\d+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
}

async function openTacit(url: string, cards: number): Promise<Driver> {
  const answer = await fetch(`${url}/api/boards`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ file: benchBoard(cards) }) })
  if (answer.status !== 201) throw new Error(`The board of ${cards} cards was not made: ${await answer.text()}`)
  const { id, keys } = (await answer.json()) as CreatedBoard
  return Driver.open(need(browser), `${url}/b/${id}?bench`, async (page) => {
    await page.request.post(`${url}/api/boards/${id}/enter`, { data: { key: keys.edit, name: 'Bench', team: 'product' }, headers: { origin: url } })
  })
}

function openBare(cards: number): Promise<Driver> {
  return Driver.open(need(browser), `${pathToFileURL(join(import.meta.dirname, 'client-bare.html')).href}?n=${cards}`)
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not started')
  return value
}

async function measure(page: string, cards: number, driver: Driver, rows: Row[]): Promise<Weighed> {
  let heaviest: Weight = { readyMs: driver.readyMs, heapMb: 0, nodes: 0 }
  for (const distance of DISTANCES) {
    for (const gesture of GESTURES) {
      if (isLate()) break
      const visible = await driver.look(distance)
      const row: Row = { page, cards, distance, visible, gesture, ...(await driver.measure(gesture)) }
      rows.push(row)
      console.log(line(row))
    }
    const weight = await driver.weigh()
    heaviest = { readyMs: weight.readyMs, heapMb: Math.max(heaviest.heapMb, weight.heapMb), nodes: Math.max(heaviest.nodes, weight.nodes) }
  }
  await driver.close()
  return { page, cards, ...heaviest }
}

const n = (value: number, width: number, digits = 1): string => value.toFixed(digits).padStart(width)

function line({ page, cards, distance, visible, gesture, fps, p95, first, cpu }: Row): string {
  return `${page.padEnd(6)}${String(cards).padStart(7)} ${distance.padEnd(5)}${String(visible).padStart(6)}  ${gesture.padEnd(8)}${n(fps, 6)}${n(p95, 9)}${n(first, 9)}${n(cpu, 9, 2)}`
}

function bars(rows: readonly Row[], weights: readonly Weighed[]): Bar[] {
  const cpu = (cards: number, distance: Distance, gesture: Gesture): number | undefined => rows.find((row) => row.page === 'Tacit' && row.cards === cards && row.distance === distance && row.gesture === gesture)?.cpu
  const first = rows.find((row) => row.page === 'Tacit' && row.cards === 10_000 && row.distance === 'near' && row.gesture === 'drag 50')?.first
  const weight = (cards: number): Weighed | undefined => weights.find((one) => one.page === 'Tacit' && one.cards === cards)
  const few = cpu(500, 'near', 'pan')
  const many = cpu(10_000, 'near', 'pan')
  const most = (value: number) => (is: number): boolean => is <= value
  const fps = rows.filter((row) => row.page === 'Tacit' && row.cards === 2_000).map((row) => row.fps)
  return [
    { says: '10,000 cards, about 100 in view, pan: at most 6', value: many, holds: most(6), unit: 'ms CPU a frame' },
    { says: 'the same against 500 cards: about 1', value: few === undefined || many === undefined ? undefined : many / few, holds: most(1.5), unit: '×' },
    { says: 'the same, drag of 50: at most 6', value: cpu(10_000, 'near', 'drag 50'), holds: most(6), unit: 'ms CPU a frame' },
    { says: 'the same, its first frame: at most 50', value: first, holds: most(50), unit: 'ms' },
    { says: '2,000 cards all in view, pan: at most 8', value: cpu(2_000, 'far', 'pan'), holds: most(8), unit: 'ms CPU a frame' },
    { says: '10,000 cards all in view, pan: at most 14', value: cpu(10_000, 'far', 'pan'), holds: most(14), unit: 'ms CPU a frame' },
    { says: '2,000 cards, every gesture: at least 55', value: fps.length === 0 ? undefined : Math.min(...fps), holds: (is) => is >= 55, unit: 'frames a second (on a quiet machine)' },
    { says: 'elements on the page, any number of cards: at most 4,000', value: Math.max(...weights.filter(({ page }) => page === 'Tacit').map(({ nodes }) => nodes)), holds: most(4_000), unit: '' },
    { says: 'JavaScript heap, 2,000 cards: at most 30', value: weight(2_000)?.heapMb, holds: most(30), unit: 'MB' },
    { says: 'JavaScript heap, 10,000 cards: at most 100', value: weight(10_000)?.heapMb, holds: most(100), unit: 'MB' },
  ]
}

function tell(rows: readonly Row[], weights: readonly Weighed[]): void {
  console.log('\npage    cards   ready ms   heap MB   elements')
  for (const { page, cards, readyMs, heapMb, nodes } of weights) console.log(`${page.padEnd(6)}${String(cards).padStart(7)}${n(readyMs, 11, 0)}${n(heapMb, 10)}${String(nodes).padStart(11)}`)
  console.log('\nTacit beside the bare page, main thread CPU of a frame')
  for (const row of rows.filter(({ page }) => page === 'Tacit')) {
    const bare = rows.find((other) => other.page === 'bare' && other.cards === row.cards && other.distance === row.distance && other.gesture === row.gesture)
    if (bare !== undefined) console.log(`${String(row.cards).padStart(7)} ${row.distance.padEnd(5)} ${row.gesture.padEnd(8)}${n(row.cpu / bare.cpu, 7, 2)} ×`)
  }
  console.log('')
  for (const { says, value, holds, unit } of bars(rows, weights)) console.log(`${value === undefined ? 'skipped' : holds(value) ? 'met    ' : 'NOT MET'}  ${says}: ${value === undefined ? '-' : value.toFixed(1)} ${unit}`)
}

async function bench(): Promise<void> {
  const url = await serve()
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS], timeout: BROWSER_START_MS })
  const rows: Row[] = []
  const weights: Weighed[] = []
  console.log('page    cards view in view gesture    fps   p95 ms first ms   CPU ms')
  for (const cards of SIZES) {
    if (isLate()) break
    weights.push(await measure('bare', cards, await openBare(cards), rows))
    weights.push(await measure('Tacit', cards, await openTacit(url, cards), rows))
  }
  tell(rows, weights)
  if (isLate()) console.log(`\nstopped after ${MOST_MS / 1000} s: what is missing was not measured`)
}

try {
  await bench()
} finally {
  await browser?.close()
  server?.removeAllListeners('exit')
  server?.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
}
