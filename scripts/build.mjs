// Builds the client into dist/ when its sources changed since the last build: a second start stays fast. A server that
// runs meanwhile notices nothing but the new build (publish.mjs, which vite.config.ts ends every build with).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishedFrom } from './publish.mjs'
import { sourcesHash } from './sources.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

if (publishedFrom(join(root, 'dist')) !== sourcesHash()) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
