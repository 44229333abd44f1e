// End to end: the built product, a real server process for each test file, real browsers. Each test starts its own
// server (tests/support), so that it may kill it.
import { defineConfig } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from './scripts/browser.mjs'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'node_modules/.cache/e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: false,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/results/e2e.json' }]],
  use: { viewport: { width: 1440, height: 900 }, launchOptions: { executablePath: findBrowser(), args: BROWSER_ARGS }, trace: 'off' },
})
