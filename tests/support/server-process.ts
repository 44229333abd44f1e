// A real server process on a free port that a test starts, kills and starts again on the same data. None outlives its
// test, however that ends.
import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const READY_MS = 20_000

export interface ServerOptions {
  readonly data: string
  /** Below the root of the project; the product by default. */
  readonly main?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** Everything that it said on standard error. */
  readonly said: readonly string[]
  /** SIGKILL: nothing gets a chance to be written. */
  kill(): Promise<void>
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>
}

function readyUrl(child: ChildProcess, said: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(giveUp)
      child.kill('SIGKILL')
      reject(new Error(`the server ${why}:\n${said.join('\n')}`))
    }
    const giveUp = setTimeout(() => fail('did not start'), READY_MS)
    child.once('exit', () => fail('ended at its start'))
    if (child.stdout === null) return fail('has no output')
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /(http:\/\/[^\s"]+:\d+)/.exec(line)?.[1]
      if (url === undefined) return
      clearTimeout(giveUp)
      child.removeAllListeners('exit')
      resolve(url)
    })
  })
}

export async function startServerProcess({ data, main = 'server/main.ts', env = {} }: ServerOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    // Compiled once for all starts: a test that kills its server starts it many times.
    cwd: root, env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'tacit-test-compiled'), PORT: '0', HOST: '127.0.0.1', TACIT_DATA: data, LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const url = await readyUrl(child, said)
  const ended = new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', (code) => resolve(code))
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    url, pid: child.pid ?? 0, said, kill,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

export interface MadeBoard { readonly id: string; readonly keys: Readonly<Record<'own' | 'edit' | 'contribute' | 'view', string>> }

export async function makeBoard(url: string, title: string): Promise<MadeBoard> {
  const answer = await fetch(`${url}/api/boards`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ title }) })
  if (answer.status !== 201) throw new Error(`no board was made: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as MadeBoard
}
