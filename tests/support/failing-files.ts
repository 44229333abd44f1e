// The file system as a process meets it that is killed, or whose disk fails, at its n-th step. Counts what changes files.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const CHANGES = ['copyFileSync', 'renameSync', 'rmSync', 'writeFileSync', 'fsyncSync'] as const

/** Calls `at(n)` before the n-th change of a file, from 1; what it throws is what the change throws. Gives it all back. */
export function beforeEachChange(at: (n: number) => void): () => void {
  const originals = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]))
  let n = 0
  for (const name of CHANGES) {
    const original = fs[name] as (...args: unknown[]) => unknown
    Object.assign(fs, { [name]: (...args: unknown[]) => {
      at(++n)
      return original(...args)
    } })
  }
  syncBuiltinESMExports()
  return () => {
    Object.assign(fs, originals)
    syncBuiltinESMExports()
  }
}
