// Component tests: each file of tests/client in a real Chromium, with TypeScript compiled on the fly.
import { mkdirSync, writeFileSync } from 'node:fs'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { playwrightLauncher } from '@web/test-runner-playwright'
import { BROWSER_ARGS, findBrowser } from './scripts/browser.mjs'

const results = new URL('./node_modules/.cache/results/', import.meta.url)

function allTests(suite) {
  return [...suite.tests, ...suite.suites.flatMap(allTests)]
}

/** Writes how many tests passed and failed, for scripts/steps.mjs. */
function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const tests = sessions.flatMap((session) => (session.testResults === undefined ? [] : allTests(session.testResults)))
      const broken = sessions.filter((session) => !session.passed && !tests.some((test) => !test.passed)).length
      mkdirSync(results, { recursive: true })
      const counts = { passed: tests.filter((test) => test.passed && !test.skipped).length, failed: tests.filter((test) => !test.passed && !test.skipped).length + broken }
      writeFileSync(new URL('components.json', results), JSON.stringify(counts))
    },
  }
}

export default {
  files: 'tests/client/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'client/tsconfig.json', target: 'es2022' })],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: { executablePath: findBrowser(), args: BROWSER_ARGS } })],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countReporter()],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 300_000,
}
