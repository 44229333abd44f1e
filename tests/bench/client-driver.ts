// Drives one page of the client bench: real wheel and mouse input through the browser's protocol, and what it costs.
// Frames are counted in the page; CPU is that of the page's main thread, from the kernel where it tells (it does not
// grow when other programs take the core), else the browser's own figure.
import { readFileSync } from 'node:fs'
import type { Browser, CDPSession, Page } from '@playwright/test'
import type { Bench } from '../../client/app/bench-hook.ts'

declare global {
  // Tests see the page's window through this name.
  var __bench: Bench | undefined
  var __frames: number[] | undefined
}

/** Each gesture lasts this long. */
const GESTURE_MS = 3_000
/** Input comes as often as a screen is drawn. */
const INPUT_MS = 1000 / 60
const READY_MS = 60_000
/** Some tenths of a second of work. */
const BUSY_STEPS = 4e8

export interface Cost {
  readonly fps: number
  /** ms between frames that 95 of 100 stay under. */
  readonly p95: number
  readonly worst: number
  /** From the first input to the frame after it. */
  readonly first: number
  /** ms of the main thread for each frame. */
  readonly cpu: number
}
export interface Weight { readonly readyMs: number; readonly heapMb: number; readonly nodes: number }
export type Gesture = 'pan' | 'zoom' | 'drag 1' | 'drag 50'
export type Distance = 'near' | 'far'

export class Driver {
  readonly page: Page
  readonly #cdp: CDPSession
  readonly pid: number | undefined
  readyMs = NaN

  private constructor(page: Page, cdp: CDPSession, pid: number | undefined) {
    this.page = page
    this.#cdp = cdp
    this.pid = pid
  }

  /** A page of its own process; `prepare` may enter a board before it is opened. */
  static async open(browser: Browser, url: string, prepare: (page: Page) => Promise<void> = async () => undefined): Promise<Driver> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await prepare(page)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const began = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => globalThis.__bench?.ready === true, undefined, { timeout: READY_MS, polling: 'raf' })
    const readyMs = performance.now() - began
    const driver = new Driver(page, cdp, await rendererOf(browser, page))
    driver.readyMs = readyMs
    return driver
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }

  async weigh(): Promise<Weight> {
    await this.#cdp.send('HeapProfiler.collectGarbage')
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN
    const nodes = await this.page.evaluate(() => {
      const count = (root: ParentNode): number => [...root.querySelectorAll('*')].reduce((sum, one) => sum + 1 + (one.shadowRoot === null ? 0 : count(one.shadowRoot)), 0)
      return count(document)
    })
    return { readyMs: this.readyMs, heapMb: of('JSHeapUsedSize') / 1e6, nodes }
  }

  async look(distance: Distance): Promise<number> {
    await this.page.evaluate((far) => { if (far) globalThis.__bench?.fit(); else globalThis.__bench?.view100() }, distance === 'far')
    await this.#quiet()
    return this.page.evaluate(() => globalThis.__bench?.visible() ?? 0)
  }

  async measure(gesture: Gesture): Promise<Cost> {
    const cards = gesture === 'drag 1' ? 1 : gesture === 'drag 50' ? 50 : 0
    const at = await this.page.evaluate((k) => {
      globalThis.__bench?.clear()
      if (k > 0) globalThis.__bench?.select(k)
      return globalThis.__bench?.nearest()
    }, cards)
    const from = at ?? { x: 720, y: 450 }
    await this.#mouse('mouseMoved', from.x, from.y)
    await this.#quiet()
    if (cards > 0) await this.#mouse('mousePressed', from.x, from.y, 1)
    const before = await this.#cpuMs()
    await this.page.evaluate(() => {
      const times: number[] = [performance.now()]
      globalThis.__frames = times
      const tick = (now: number): void => {
        times.push(now)
        if (globalThis.__frames === times) requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    })
    await this.#input(gesture, from)
    const times = await this.page.evaluate(() => {
      const all = globalThis.__frames ?? []
      globalThis.__frames = undefined
      return all
    })
    const cpu = (await this.#cpuMs()) - before
    if (cards > 0) await this.#mouse('mouseReleased', from.x, from.y, 0)
    await this.#quiet()
    return costOf(times, cpu)
  }

  async #input(gesture: Gesture, from: { readonly x: number; readonly y: number }): Promise<void> {
    const began = performance.now()
    const sent: Promise<unknown>[] = []
    for (let step = 0; performance.now() - began < GESTURE_MS; step++) {
      const turn = (step / 60) * Math.PI
      if (gesture === 'pan') sent.push(this.#wheel(from, Math.cos(turn / 2) * 24, Math.sin(turn) * 16, 0))
      else if (gesture === 'zoom') sent.push(this.#wheel(from, 0, Math.cos(turn) * 4, 2))
      else sent.push(this.#mouse('mouseMoved', from.x + Math.sin(turn) * 160, from.y + (1 - Math.cos(turn)) * 90, 1))
      const wait = began + (step + 1) * INPUT_MS - performance.now()
      if (wait > 0) await new Promise((resolve) => { setTimeout(resolve, wait) })
      // The page is not flooded: at most a handful of events wait for it.
      if (sent.length > 4) await sent.shift()
    }
    await Promise.all(sent)
  }

  #wheel({ x, y }: { readonly x: number; readonly y: number }, deltaX: number, deltaY: number, modifiers: number): Promise<unknown> {
    return this.#cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers })
  }

  #mouse(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', x: number, y: number, buttons = 0): Promise<unknown> {
    return this.#cdp.send('Input.dispatchMouseEvent', { type, x, y, buttons, ...(type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 }) })
  }

  /** Until nothing has been asked of the main thread for a while: it has come to rest. */
  async #quiet(): Promise<void> {
    await this.page.evaluate(() => new Promise<void>((resolve) => {
      let calm = 0
      let last = performance.now()
      const began = last
      const tick = (now: number): void => {
        calm = now - last < 25 ? calm + 1 : 0
        last = now
        if (calm >= 15 || now - began > 5_000) resolve()
        else requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    }))
  }

  async #cpuMs(): Promise<number> {
    if (this.pid !== undefined) return Number(readFileSync(`/proc/${this.pid}/task/${this.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
  }
}

/** The process of a page is the one that works when only this page works; undefined where the kernel does not tell. */
async function rendererOf(browser: Browser, page: Page): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  const cdp = await browser.newBrowserCDPSession()
  const times = async (): Promise<Map<number, number>> => {
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
    return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]))
  }
  const before = await times()
  await page.evaluate((steps) => { let sum = 0; for (let step = 0; step < steps; step++) sum += Math.sqrt(step); return sum }, BUSY_STEPS)
  const after = await times()
  await cdp.detach()
  return [...after].sort(([a, x], [b, y]) => y - (before.get(b) ?? 0) - (x - (before.get(a) ?? 0)))[0]?.[0]
}

function costOf(times: readonly number[], cpuMs: number): Cost {
  const gaps = times.slice(2).map((time, n) => time - (times[n + 1] ?? time))
  const sorted = gaps.toSorted((a, b) => a - b)
  const seconds = ((times.at(-1) ?? 0) - (times[1] ?? 0)) / 1000
  return { fps: gaps.length / seconds, p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN, worst: sorted.at(-1) ?? NaN, first: Math.max(...gaps.slice(0, 4)), cpu: cpuMs / gaps.length }
}
