// How the client is built and how the unit tests run. The server needs no build: Node runs its TypeScript.
import { createHash } from 'node:crypto'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
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

export default defineConfig({
  root: `${root}/client`,
  plugins: [keptFiles],
  cacheDir: `${root}/node_modules/.vite`,
  build: {
    outDir: `${root}/dist`, emptyOutDir: true, target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700, assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: `${root}/client/index.html`, 'service-worker': `${root}/client/worker/service-worker.ts` },
      // At the root, because a worker serves what lies below it.
      output: { entryFileNames: ({ name }: { readonly name: string }) => (name === 'service-worker' ? WORKER : 'assets/[name]-[hash].js') },
    },
  },
  resolve: { dedupe: ['yjs', 'lit'] },
  test: {
    projects: [
      { extends: false, root, test: { name: 'unit', include: UNIT, exclude: SLOW, environment: 'node', testTimeout: 30_000 } },
      { extends: false, root, test: { name: 'slow', include: SLOW, environment: 'node', testTimeout: 300_000, fileParallelism: false } },
    ],
  },
})
