// The launcher as a process of its own: what a shell sees of `npx tacit`.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const BOARD = join(root, 'server/templates/launch-product-sre-sales.json')
/** Where a machine keeps its own Node, perhaps an older one. */
const NODES = [process.execPath, ...['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path))]

interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

function launch(node: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(root, 'scripts/tacit.mjs'), ...args], { cwd: tmpdir(), env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'tacit-test-compiled') }, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    child.stdout.on('data', (bytes: Buffer) => { said.out += bytes.toString() })
    child.stderr.on('data', (bytes: Buffer) => { said.err += bytes.toString() })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })
}

// Processes start slowly beside others: no time is measured here.
it('[CL18] runs under the Node that is there, in any folder, and its output is the command\'s alone', { timeout: 120_000 }, async () => {
  for (const node of NODES) {
    const { code, out, err } = await launch(node, ['report', BOARD, '--at', '2026-11-20T12:00:00Z', '--json', '--fail-on', 'load-bearing:refuted'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ format: 'tacit-report/1' })
    expect(err).toMatch(/^This makes --fail-on fail:\n {2}load-bearing:refuted {2}a-support .*\n$/)
  }
})
