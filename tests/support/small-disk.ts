// A disk of a few megabytes that can really be filled: a file system in memory, mounted below a temporary folder and gone
// with the test. Needs root on Linux.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const BLOCK = 4_096

export interface SmallDisk {
  readonly folder: string
  /** Takes everything but so many bytes. */
  fill(left: number): void
  /** Gives all of that back. */
  makeRoom(): void
}

/** Undefined where this process may not mount one. */
export function smallDisk(bytes: number): SmallDisk | undefined {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => { execFileSync('umount', ['-l', folder]) })
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: (left) => {
      const { bavail, bsize } = statfsSync(folder)
      const file = openSync(ballast, 'a')
      try {
        for (let free = bavail * bsize; free - BLOCK >= left; free -= BLOCK) writeSync(file, Buffer.alloc(BLOCK, 1))
      } finally {
        closeSync(file)
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
  }
}
