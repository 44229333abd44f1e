// One step of checking after the other, each told with its time; results of test runners are counted from the JSON
// files that they write. Stops nothing at the first failure: the last line counts everything.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const results = join(root, 'node_modules', '.cache', 'results')
const bin = (name) => join(root, 'node_modules', '.bin', name)

const totals = { passed: 0, failed: 0 }
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

export function begin() {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
}

/** Runs a command of node_modules/.bin; true when it ended with 0. */
function run(name, command, args, env) {
  process.stdout.write(`\n── ${name}\n`)
  const since = performance.now()
  const ended = spawnSync(bin(command), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  process.stdout.write(`── ${name}: ${ended.status === 0 ? 'done' : 'FAILED'} in ${seconds(since)}\n`)
  return ended.status === 0
}

/** A step that either holds or does not: counts as one. */
export function step(name, command, args, env = {}) {
  const held = run(name, command, args, env)
  totals[held ? 'passed' : 'failed'] += 1
}

/** A test runner that writes its counts to `file`; a runner that broke before it counted is one failure. */
export function suite(name, command, args, file, count, env = {}) {
  const path = join(results, file)
  const held = run(name, command, args, env)
  const counted = existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0 }
  totals.passed += counted.passed
  totals.failed += counted.failed + (!held && counted.failed === 0 ? 1 : 0)
  if (held && counted.passed === 0) totals.failed += 1
}

export const vitestCount = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests })
export const componentCount = (report) => ({ passed: report.passed, failed: report.failed })
export const playwrightCount = (report) => ({ passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky })

/** Says `N passed, N failed` as the last line and ends the process accordingly. */
export function end() {
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`)
  process.exit(totals.failed === 0 ? 0 : 1)
}
