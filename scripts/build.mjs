// Builds the client into dist/ when its sources changed since the last build: a second start stays fast.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, 'dist', '.built-from')

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function sourcesHash() {
  const hash = createHash('sha256')
  const files = [...filesBelow(join(root, 'client')), ...filesBelow(join(root, 'shared')), join(root, 'vite.config.ts'), join(root, 'package-lock.json')]
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

const hash = sourcesHash()
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hash) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (built.status !== 0) process.exit(built.status ?? 1)
  writeFileSync(stampFile, hash)
}
