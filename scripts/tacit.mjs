#!/usr/bin/env node
// `npx tacit …` in a clone, whatever Node it begins with: makes the clone ready when it is not, and hands over to the
// pinned Node, which runs TypeScript unbuilt. Uses only what Node 18 brings. Standard output belongs to the command.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)

/** What the preparation says is no answer of the command. */
function prepare(node, script) {
  const done = spawnSync(node, [join(root, 'scripts', script)], { stdio: ['ignore', 2, 2] })
  // 1 would say that something that was asked for was found; this command could not even begin.
  if (done.status !== 0) process.exit(2)
}

function pinnedNode() {
  const own = join(root, 'node_modules', '.bin', 'node')
  return process.platform !== 'win32' && existsSync(own) ? own : process.execPath
}

prepare(process.execPath, 'setup.mjs')
const node = pinnedNode()
const serves = args[0] === 'serve' && args.length === 1
if (serves) prepare(node, 'build.mjs')

// Like `npm start`, wherever it is called.
const child = spawn(node, [join(root, serves ? 'server/main.ts' : 'server/command-line/main.ts'), ...(serves ? [] : args)], { stdio: 'inherit', ...(serves ? { cwd: root } : {}) })
// A signal to this process alone reaches the one that works; one to both is ignored by it the second time.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  process.stderr.write(`tacit could not start ${node}: ${error.message}\n`)
  process.exitCode = 2
})
child.on('exit', (code, signal) => { process.exitCode = code ?? (signal === null ? 2 : 128 + (signal === 'SIGINT' ? 2 : 15)) })
