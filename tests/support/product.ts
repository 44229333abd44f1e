// The product as a person has it: a real server process on a free port with a data folder of its own, that a test may
// kill and start again on the same address. Each test file starts its own and ends it.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..')
const READY_MS = 20_000

export interface Product {
  readonly url: string
  readonly data: string
  /** SIGKILL: nothing gets a chance to be written. */
  kill(): Promise<void>
  /** Starts again on the same port and data. */
  start(): Promise<void>
  /** SIGTERM, waits for the end, removes the data. Returns the exit code. */
  stop(): Promise<number | null>
}

interface Running { readonly child: ChildProcess; readonly url: string; readonly ended: Promise<number | null> }

function launch(data: string, port: number): Promise<Running> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', TACIT_DATA: data, LOG_LEVEL: 'warn', TACIT_LIMITS: 'boardsPerHour=10000,requestsPerMinute=100000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => { child.once('exit', (code) => { resolve(code) }) })
  return new Promise((resolve, reject) => {
    const said: string[] = []
    const giveUp = setTimeout(() => { child.kill('SIGKILL'); reject(new Error(`the server did not start:\n${said.join('\n')}`)) }, READY_MS)
    const hear = (line: string): void => {
      said.push(line)
      const url = /(http:\/\/[^\s"]+:\d+)/.exec(line)?.[1]
      if (url === undefined) return
      clearTimeout(giveUp)
      resolve({ child, url, ended })
    }
    createInterface({ input: child.stdout }).on('line', hear)
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
    child.once('exit', () => { clearTimeout(giveUp); reject(new Error(`the server ended at its start:\n${said.join('\n')}`)) })
  })
}

export async function startProduct(): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), 'tacit-e2e-'))
  let running = await launch(data, 0)
  const { url } = running
  const end = (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    running.child.kill(signal)
    return running.ended
  }
  return {
    url,
    data,
    async kill() { await end('SIGKILL') },
    async start() { running = await launch(data, Number(new URL(url).port)) },
    async stop() {
      const code = await end('SIGTERM')
      await rm(data, { recursive: true, force: true })
      return code
    },
  }
}
