// `npm run bench:server`: Tacit with storage, rights, the gate and acknowledgement on, beside a bare `ws` forwarder
// and one that merges, in the same run on the same machine. Prints figures and ratios; ratios hold on any machine.
//
//   this process ─► a server process (one core) ◄─► the load generator (the other core)
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Connect, Result, Run } from './load.ts'

const root = join(import.meta.dirname, '..', '..')
const LIMITS = 'updatesPerSecond=1000000000,updatesBurst=1000000000,bytesPerSecond=100000000000,socketsPerAddress=100000,boardsPerHour=100000,boardBytes=10000000000'
const STEADY = { editsPerSecond: 200, seconds: 3 }
const WARM = { editsPerSecond: 1_000, seconds: 1 }
const SEARCH_SECONDS = 0.7
/** The search ends when it knows the rate to this factor. */
const PRECISION = 1.15
const LEAST_RATE = 50
const MOST_RATE = 128_000
const MOST_P99_MS = 100
/** For the search of one server, and for all of it; what is left then is skipped and said so. */
const MOST_SEARCH_MS = 10_000
const MOST_MS = 105_000
const NO_RESULT: Result = { sent: 0, heard: 0, expected: 0, p50: NaN, p99: NaN, storedP50: NaN, storedP99: NaN, seconds: 1, closed: 0 }
const PINNED = process.platform === 'linux' && existsSync('/usr/bin/taskset')

interface Subject { readonly name: string; readonly firstRate: number; readonly start: () => Promise<Target> }
interface Target { readonly url: string; readonly bare: boolean; readonly pid: number; readonly stop: () => void }
interface Steady extends Result { readonly cpuPerDelivery: number; readonly rssMb: number }
interface Figures { readonly steady: Steady; readonly most: Result & { readonly rate: number; readonly deliveries: number } }

const children = new Set<ChildProcess>()
const began = performance.now()
const isLate = (): boolean => performance.now() - began > MOST_MS

function command(core: number, file: string, ...args: string[]): [string, string[]] {
  return PINNED ? ['/usr/bin/taskset', ['-c', String(core), process.execPath, file, ...args]] : [process.execPath, [file, ...args]]
}

async function serve(file: string, args: string[], env: Record<string, string>, folder?: string): Promise<{ url: string; pid: number; stop: () => void }> {
  const [program, all] = command(0, file, ...args)
  const child = spawn(program, all, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${file} ended`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /(http:\/\/[^\s"]+:\d+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  const stop = (): void => {
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
    children.delete(child)
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  return { url, pid: child.pid ?? 0, stop }
}

async function tacit(): Promise<Target> {
  const data = mkdtempSync(join(tmpdir(), 'tacit-bench-'))
  const { url, pid, stop } = await serve('server/main.ts', [], { PORT: '0', TACIT_DATA: data, TACIT_LIMITS: LIMITS, LOG_LEVEL: 'warn' }, data)
  const answer = await fetch(`${url}/api/boards`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"title":"Bench"}' })
  const { id, keys } = (await answer.json()) as { id: string; keys: { edit: string } }
  return { url: `${url}/sync/${id}?key=${keys.edit}&v=1`, bare: false, pid, stop }
}

const bare = (mode: 'forward' | 'merge') => async (): Promise<Target> => ({ ...(await serve('tests/bench/bare-server.ts', [mode], {})), bare: true })

const SUBJECTS: readonly Subject[] = [
  { name: 'bare', firstRate: 1_000, start: bare('forward') },
  { name: 'bare, merging', firstRate: 2_000, start: bare('merge') },
  { name: 'Tacit', firstRate: 2_000, start: tacit },
]

class Load {
  readonly #child: ChildProcess

  constructor() {
    const [program, args] = command(1, 'tests/bench/load.ts')
    this.#child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' })
    children.add(this.#child)
  }

  #ask(order: Connect | Run): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('the load generator ended'))
      this.#child.once('exit', ended)
      this.#child.once('message', (result) => {
        this.#child.off('exit', ended)
        resolve(result)
      })
      this.#child.send(order)
    })
  }

  async connect(target: Target, clients: number): Promise<void> {
    await this.#ask({ do: 'connect', url: target.url, clients, bare: target.bare })
  }

  async run(editsPerSecond: number, seconds: number): Promise<Result> {
    return (await this.#ask({ do: 'run', editsPerSecond, seconds })) as Result
  }

  stop(): void {
    this.#child.removeAllListeners('exit')
    this.#child.kill('SIGKILL')
    children.delete(this.#child)
  }
}

/** CPU time of all threads of a process, ms: from the scheduler, to the nanosecond. */
function cpuMs(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, task) => sum + Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6
  } catch {
    return NaN
  }
}

function rssMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024
  } catch {
    return NaN
  }
}

async function steadily(load: Load, target: Target, clients: number): Promise<Steady> {
  // Warm: the compiler has seen everything, and what it is to write for that is written.
  await load.run(WARM.editsPerSecond, WARM.seconds)
  await load.run(STEADY.editsPerSecond, WARM.seconds)
  const before = cpuMs(target.pid)
  const result = await load.run(STEADY.editsPerSecond, STEADY.seconds)
  const cpu = cpuMs(target.pid) - before
  return { ...result, cpuPerDelivery: (cpu * 1_000) / (result.sent * (clients - 1)), rssMb: rssMb(target.pid) }
}

const holds = (result: Result): boolean => result.closed === 0 && result.heard === result.expected && result.p99 < MOST_P99_MS

/** Whether the rate holds, in one of two tries: other work on the machine may spoil one. */
async function tryRate(load: Load, rate: number): Promise<Result | undefined> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const result = await load.run(rate, SEARCH_SECONDS)
    if (holds(result)) return result
  }
  return undefined
}

/** The largest rate at which p99 stays below 100 ms: doubled until it does not, then halved in on. */
async function most(load: Load, clients: number, first: number): Promise<Figures['most']> {
  let low = 0
  let high = Infinity
  let best: Result | undefined
  const until = performance.now() + MOST_SEARCH_MS
  for (let rate = first; performance.now() < until && low < MOST_RATE && high / Math.max(low, 1) > PRECISION;) {
    const result = await tryRate(load, rate)
    if (result !== undefined) best = result
    if (result === undefined) high = rate
    else low = rate
    rate = high === Infinity ? rate * 2 : Math.round(low === 0 ? high / 2 : Math.sqrt(low * high))
    if (rate < LEAST_RATE) break
  }
  const rate = best === undefined ? 0 : best.sent / best.seconds
  return { ...(best ?? NO_RESULT), rate, deliveries: rate * (clients - 1) }
}

async function measure(subject: Subject, clients: number): Promise<Figures> {
  const target = await subject.start()
  const load = new Load()
  try {
    await load.connect(target, clients)
    return { steady: await steadily(load, target, clients), most: await most(load, clients, subject.firstRate) }
  } finally {
    load.stop()
    target.stop()
  }
}

const ms = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(1))
const say = (line: string): void => console.log(line)

function report(clients: number, figures: ReadonlyMap<string, Figures>): void {
  say(`\n${clients} clients on one board, each moving its own card`)
  say(`${'at 200 edits/s'.padEnd(16)} ${['CPU µs/delivery', 'p50 ms', 'p99 ms', 'stored p50', 'stored p99', 'RSS MB'].map((head) => head.padStart(15)).join('')}`)
  for (const [name, { steady: s }] of figures) say(`${name.padEnd(16)} ${[s.cpuPerDelivery.toFixed(2), ms(s.p50), ms(s.p99), ms(s.storedP50), ms(s.storedP99), s.rssMb.toFixed(0)].map((cell) => cell.padStart(15)).join('')}`)
  say(`${'at the most'.padEnd(16)} ${['deliveries/s', 'edits/s', 'p50 ms', 'p99 ms', 'stored p50', 'stored p99'].map((head) => head.padStart(15)).join('')}`)
  for (const [name, { most: m }] of figures) say(`${name.padEnd(16)} ${[Math.round(m.deliveries).toLocaleString('en'), Math.round(m.rate).toLocaleString('en'), ms(m.p50), ms(m.p99), ms(m.storedP50), ms(m.storedP99)].map((cell) => cell.padStart(15)).join('')}`)
}

function ratios(clients: number, figures: ReadonlyMap<string, Figures>): void {
  const [own, forward, merging] = [figures.get('Tacit'), figures.get('bare'), figures.get('bare, merging')]
  if (own === undefined || forward === undefined || merging === undefined) return
  say(`  CPU per delivery     ${(own.steady.cpuPerDelivery / forward.steady.cpuPerDelivery).toFixed(2)} × bare          (50 clients: at most 1.15)`)
  say(`  p99 latency          ${(own.steady.p99 / forward.steady.p99).toFixed(2)} × bare          (at most 2)`)
  say(`  deliveries a second  ${(own.most.deliveries / merging.most.deliveries).toFixed(2)} × bare, merging (at least ${clients >= 200 ? '0.8' : '0.6'}), ${(own.most.deliveries / forward.most.deliveries).toFixed(1)} × bare`)
  say(`  stored p99           ${ms(own.steady.storedP99)} ms at 200 edits/s (at most 20)`)
}

async function main(): Promise<void> {
  const counts = process.argv.slice(2).map(Number).filter((count) => count > 1)
  say(`Server ${PINNED ? 'pinned to core 0, load generator to core 1' : 'and load generator on any core'}; Node ${process.version}`)
  for (const clients of counts.length > 0 ? counts : [50, 200]) {
    const figures = new Map<string, Figures>()
    for (const subject of SUBJECTS) {
      if (isLate()) say(`${subject.name} is skipped: no time left`)
      else figures.set(subject.name, await measure(subject, clients))
    }
    report(clients, figures)
    ratios(clients, figures)
  }
}

process.on('exit', () => { for (const child of children) child.kill('SIGKILL') })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
await main()
