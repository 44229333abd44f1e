// How the client is built and how the unit tests run. The server needs no build: Node runs its TypeScript.
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const UNIT = ['tests/*.test.ts', 'tests/shared/**/*.test.ts', 'tests/server/**/*.test.ts', 'tests/contracts/**/*.test.ts']
/** Chaos, kills and long properties: part of `npm test`, too slow for `npm run check`. */
const SLOW = ['tests/convergence/**/*.test.ts', 'tests/server/kill.test.ts', 'tests/**/*.slow.test.ts']

export default defineConfig({
  root: `${root}/client`,
  cacheDir: `${root}/node_modules/.vite`,
  build: { outDir: `${root}/dist`, emptyOutDir: true, target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700, assetsInlineLimit: 0 },
  resolve: { dedupe: ['yjs', 'lit'] },
  test: {
    projects: [
      { extends: false, root, test: { name: 'unit', include: UNIT, exclude: SLOW, environment: 'node', testTimeout: 30_000 } },
      { extends: false, root, test: { name: 'slow', include: SLOW, environment: 'node', testTimeout: 300_000, fileParallelism: false } },
    ],
  },
})
