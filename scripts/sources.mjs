// What the client is built of, as one word: it changes with every file that a build could come out differently for.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export function sourcesHash() {
  const hash = createHash('sha256')
  const files = [...filesBelow(join(root, 'client')), ...filesBelow(join(root, 'shared')), join(root, 'vite.config.ts'), join(root, 'package-lock.json')]
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}
