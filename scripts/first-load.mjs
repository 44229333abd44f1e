// How much script a person waits for before the first card of a board can be read and moved: what the page of a board
// asks for in a real browser until its first card is drawn, as gzip sends it, and what of that the build says it needs
// (the entry with all static imports, and the application). Prints both and ends with 1 above the limit.
//
//   node scripts/first-load.mjs          builds when the sources changed, then reads dist/
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** Bytes of JavaScript, gzipped. */
export const MOST_BYTES = 180_000
/** Chunks that the entry fetches for every page of a board, one after the other. */
const ALWAYS = /^app-/

const STATIC = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["']\.\/([\w.-]+\.js)["']/g
const DYNAMIC = /import\(\s*["'`]\.\/([\w.-]+\.js)["'`]\s*\)/g

function sourceOf(file) {
  return readFileSync(join(dist, 'assets', file), 'utf8')
}

/** A file and all that it imports statically. */
function withImports(file, found = new Set()) {
  if (found.has(file)) return found
  found.add(file)
  for (const [, other] of sourceOf(file).matchAll(STATIC)) withImports(other, found)
  return found
}

/** The chunks that the page of a board needs, each with its size. */
export function firstLoad() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const entries = [...page.matchAll(/<script[^>]+src="[^"]*\/([\w.-]+\.js)"/g)].map(([, file]) => file)
  const files = new Set()
  for (const entry of entries) {
    for (const file of withImports(entry)) files.add(file)
    for (const [, file] of sourceOf(entry).matchAll(DYNAMIC)) if (ALWAYS.test(file)) for (const other of withImports(file)) files.add(other)
  }
  const chunks = [...files].map((file) => ({ file, bytes: gzipSync(sourceOf(file), { level: 9 }).length })).sort((a, b) => b.bytes - a.bytes)
  return { chunks, bytes: chunks.reduce((sum, { bytes }) => sum + bytes, 0) }
}

export const chunkOf = (url) => basename(new URL(url).pathname)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
  const { chunks, bytes } = firstLoad()
  for (const chunk of chunks) console.log(`${(chunk.bytes / 1000).toFixed(1).padStart(8)} kB  ${chunk.file}`)
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB of JavaScript (gzip) before the first card; at most ${MOST_BYTES / 1000} kB`)
  if (bytes > MOST_BYTES) process.exit(1)
}
