// The end of a server whose disk is full: what could not be written is not passed over in silence. Slow, because a
// stopping server tries to write until its time is nearly over.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ask, bearer, makeBoard } from '../../support/browser-person.ts'

const root = join(import.meta.dirname, '..', '..', '..')
/** From SIGUSR2 on every write to the database fails as on a full disk. */
const FULL_DISK = `import { StatementSync } from 'node:sqlite'
const real = { ...Object.fromEntries(['run', 'get', 'all'].map((name) => [name, StatementSync.prototype[name]])) }
process.on('SIGUSR2', () => {
  for (const name of Object.keys(real)) StatementSync.prototype[name] = function (...values) {
    if (/^\\s*(INSERT|UPDATE|DELETE)/i.test(this.sourceSQL)) throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
    return real[name].apply(this, values)
  }
})`

describe('the process', () => {
  it('[H115] ends with another code than 0 when something could not be written, within 10 s', async () => {
    const data = mkdtempSync(join(tmpdir(), 'tacit-full-'))
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(FULL_DISK)}`, 'server/main.ts'], {
      cwd: root, env: { PATH: process.env['PATH'], PORT: '0', TACIT_DATA: data }, stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<number | null>((resolve) => { child.once('close', (code) => resolve(code)) })
    onTestFinished(async () => {
      child.kill('SIGKILL')
      await ended
      rmSync(data, { recursive: true, force: true })
    })
    let complaints = ''
    child.stderr.on('data', (chunk: Buffer) => { complaints += chunk.toString() })
    const line = await new Promise<string>((resolve) => { child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())) })
    const url = /http:\S+/.exec(line)?.[0] ?? ''
    const { id, keys } = await makeBoard(url)
    const rename = () => ask(`${url}/api/boards/${id}`, 'PATCH', { body: { title: 'New' }, headers: bearer(keys.edit) })
    expect((await rename()).status).toBe(200)
    child.kill('SIGUSR2')
    const code = ({ body }: Awaited<ReturnType<typeof rename>>): string | undefined => (body as { error?: { code: string } }).error?.code
    let answer = await rename()
    // One whose change was written before the disk was full fails at the list of boards only.
    while (answer.status === 200 || code(answer) === 'storage') answer = await rename()
    expect([answer.status, answer.body]).toEqual([503, { error: expect.objectContaining({ code: 'not_saved' }) }])
    const start = performance.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(1)
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(complaints).toContain('not everything could be written')
  })
})
