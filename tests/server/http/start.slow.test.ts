// The server as a process: the one line when it is ready, the sentence when it cannot start, and its end on a signal.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ask, bearer, closed, makeBoard, upgrade } from '../../support/browser-person.ts'

const root = join(import.meta.dirname, '..', '..', '..')

interface Process { readonly child: ChildProcess; readonly said: () => string; readonly complained: () => string; readonly ended: Promise<number | null> }

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tacit-start-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

function launch(env: Record<string, string>): Process {
  const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const told = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => { told.out += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { told.err += chunk.toString() })
  const ended = new Promise<number | null>((resolve) => { child.once('close', (code) => resolve(code)) })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, said: () => told.out, complained: () => told.err, ended }
}

/** The address in the line that says that it is ready. */
async function ready({ child, said, complained }: Process): Promise<string> {
  while (!said().includes('\n')) {
    if (child.exitCode !== null) throw new Error(`it ended: ${complained()}`)
    await new Promise((resolve) => { child.stdout?.once('data', resolve); child.once('close', resolve) })
  }
  return /http:\S+/.exec(said())?.[0] ?? ''
}

describe('the process', () => {
  it('[H112] says in one line where it is, ends on SIGTERM with 0 after telling everybody to come back, and has kept everything', async () => {
    const data = folder()
    const first = launch({ PORT: '0', TACIT_DATA: join(data, 'made', 'by', 'it') })
    const url = await ready(first)
    expect(first.said()).toBe(`Tacit is ready: ${url}\n`)
    const { id, keys } = await makeBoard(url, { title: 'Kept' })
    const end = await upgrade(`${url}/sync/${id}?key=${keys.edit}`)
    if (!('open' in end)) throw new Error('not open')
    const code = closed(end.open)
    const start = performance.now()
    first.child.kill('SIGTERM')
    expect([await code, await first.ended]).toEqual([1012, 0])
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(first.complained()).toBe('')
    const second = launch({ PORT: new URL(url).port, TACIT_DATA: join(data, 'made', 'by', 'it') })
    expect(await ready(second)).toBe(url)
    expect((await ask(`${url}/api/boards/${id}`, 'GET', { headers: bearer(keys.view) })).body).toMatchObject({ title: 'Kept' })
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  it('[H113] is refused a second time on the same port or the same data, in one sentence', async () => {
    const data = folder()
    const first = launch({ PORT: '0', TACIT_DATA: data })
    const port = new URL(await ready(first)).port
    const [samePort, sameData] = [launch({ PORT: port, TACIT_DATA: folder() }), launch({ PORT: '0', TACIT_DATA: data })]
    expect(await Promise.all([samePort.ended, sameData.ended])).toEqual([1, 1])
    expect(samePort.complained()).toMatch(new RegExp(`^127\\.0\\.0\\.1:${port} is in use, [^\\n]+ set PORT to another number\\.\\n$`))
    expect(sameData.complained()).toMatch(/^[^\n]+ is in use by another Tacit server: [^\n]+\.\n$/)
    expect(samePort.said() + sameData.said()).toBe('')
    expect((await ask(`http://127.0.0.1:${port}/readyz`, 'GET')).status).toBe(200)
  })

  it('[H114] does not start on a wrong setting, an address that is not here, a folder that is none or a damaged file', async () => {
    const data = folder()
    writeFileSync(join(data, 'file'), 'x')
    const damaged = folder()
    writeFileSync(join(damaged, 'tacit.sqlite'), 'This is no database. '.repeat(500))
    const starts = [launch({ PORT: 'x' }), launch({ PORT: '0', HOST: '192.0.2.1', TACIT_CREATE: 'anyone', TACIT_DATA: data }), launch({ PORT: '0', TACIT_DATA: join(data, 'file', 'below') }), launch({ PORT: '0', TACIT_DATA: damaged })]
    expect(await Promise.all(starts.map(({ ended }) => ended))).toEqual([1, 1, 1, 1])
    const [wrong, host, place, file] = starts.map(({ complained }) => complained())
    expect(wrong).toMatch(/^PORT is "x": [^\n]+\.\n$/)
    expect(host).toMatch(/^HOST is "192\.0\.2\.1"[^\n]+\.\n$/)
    expect(place).toMatch(/^TACIT_DATA is [^\n]+\.\n$/)
    expect(file).toMatch(/^[^\n]+ is damaged or no Tacit database: [^\n]+\.\n$/)
  })
})
