// How the client is built and how the unit tests run. The server needs no build: Node runs its TypeScript.
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

export default defineConfig({
  root: `${root}/client`,
  build: { outDir: `${root}/dist`, emptyOutDir: true, target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700 },
  resolve: { dedupe: ['yjs', 'lit'] },
  test: {
    projects: [
      { extends: false, root, test: { name: 'unit', include: ['tests/*.test.ts', 'tests/shared/**/*.test.ts', 'tests/server/**/*.test.ts', 'tests/contracts/**/*.test.ts', 'tests/convergence/**/*.test.ts'], environment: 'node', testTimeout: 30_000 } },
    ],
  },
})
