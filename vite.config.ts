// How the client is built and how the unit tests run. The server needs no build: Node runs its TypeScript.
import { createHash } from 'node:crypto'
import { defineConfig } from 'vitest/config'
import { folderOfNext, publish } from './scripts/publish.mjs'
import { sourcesHash } from './scripts/sources.mjs'

const root = import.meta.dirname
const DIST = `${root}/dist`
const WORKER = 'service-worker.js'
const UNIT = ['tests/*.test.ts', 'tests/shared/**/*.test.ts', 'tests/server/**/*.test.ts', 'tests/contracts/**/*.test.ts']
/** Chaos, kills and long properties: part of `npm test`, too slow for `npm run check`. */
const SLOW = ['tests/convergence/**/*.test.ts', 'tests/server/kill.test.ts', 'tests/**/*.slow.test.ts']

/** The service worker is told which files belong to the build; its own bytes change with them, so browsers notice. */
const keptFiles = {
  name: 'kept-files',
  enforce: 'post' as const,
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    const files = Object.keys(bundle).filter((name) => name.startsWith('assets/')).sort()
    const worker = bundle[WORKER]
    if (worker?.code === undefined) return
    const name = createHash('sha256').update(files.join()).digest('hex').slice(0, 16)
    worker.code = `self.tacitBuild=${JSON.stringify({ name, files })};\n${worker.code}`
  },
}

let from = ''
/** Built beside what a server may be giving out, and put in its place when it is whole. */
const published = {
  name: 'published',
  apply: 'build' as const,
  enforce: 'post' as const,
  buildStart() { from = sourcesHash() },
  writeBundle() { publish(folderOfNext(DIST), DIST, from) },
}

type ModulesOf = (id: string) => { readonly importedIds: readonly string[] } | null
let pieces: { readonly first: Set<string>; readonly board: Set<string> } | undefined

function reach(file: string, modulesOf: ModulesOf, found: Set<string>): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const next of modulesOf(file)?.importedIds ?? []) reach(next, modulesOf, found)
  return found
}

/**
 * All that the application needs from the start is one file. Left to itself the bundler cuts it into as many as there
 * are later parts that share something with it, and small files compress badly. What runs before it stays out: the
 * first script, the dictionary of another language, the worker.
 */
function pieceOf(id: string, bundle: { getModuleInfo(id: string): ReturnType<ModulesOf> }): 'first' | 'board' | null {
  const modulesOf: ModulesOf = (file) => bundle.getModuleInfo(file)
  pieces ??= {
    first: ['main.ts', 'app/german.ts', 'worker/service-worker.ts'].reduce((found, file) => reach(`${root}/client/${file}`, modulesOf, found), new Set<string>()),
    board: reach(`${root}/client/app/app.ts`, modulesOf, new Set()),
  }
  if (!pieces.board.has(id)) return null
  return pieces.first.has(id) ? 'first' : 'board'
}

/** One after the other: a group also takes what its modules import, unless an earlier one has it. */
const PIECES = (['first', 'board'] as const).map((piece, at) => ({ debugName: piece, priority: 2 - at, name: (...asked: Parameters<typeof pieceOf>) => (pieceOf(...asked) === piece ? piece : null) }))

export default defineConfig({
  root: `${root}/client`,
  plugins: [keptFiles, published],
  cacheDir: `${root}/node_modules/.vite`,
  build: {
    outDir: folderOfNext(DIST), emptyOutDir: true, target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700, assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: `${root}/client/index.html`, 'service-worker': `${root}/client/worker/service-worker.ts` },
      // At the root, because a worker serves what lies below it.
      output: { entryFileNames: ({ name }: { readonly name: string }) => (name === 'service-worker' ? WORKER : 'assets/[name]-[hash].js'), codeSplitting: { groups: PIECES } },
    },
  },
  resolve: {
    dedupe: ['yjs', 'lit'],
    // The two warnings of Yjs go to the console either way. The browser's form of the printer brings elements, a console of
    // its own and schemas for them, 3 kB of what everybody waits for; this is the one of the same package for terminals.
    alias: { 'lib0/logging': `${root}/node_modules/lib0/logging.node.js` },
  },
  test: {
    projects: [
      { extends: false, root, test: { name: 'unit', include: UNIT, exclude: SLOW, environment: 'node', testTimeout: 30_000, maxWorkers: 2 } },
      { extends: false, root, test: { name: 'slow', include: SLOW, environment: 'node', testTimeout: 300_000, maxWorkers: 2 } },
    ],
  },
})
