// `npm test`: everything that check does, then the slow suites, components in a real browser, and the product end to
// end. With --long also the long forms (more seeds, more kills).
import { join } from 'node:path'
import { begin, componentCount, end, playwrightCount, results, step, suite, vitestCount } from './steps.mjs'

const env = process.argv.includes('--long') ? { TACIT_LONG: '1' } : {}
const vitest = (project) => ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${join(results, `${project}.json`)}`]

begin()
step('lock', 'node', ['scripts/check-lock.mjs'])
step('types', 'tsc', ['-b'])
step('lint', 'oxlint', ['--type-aware', '--deny-warnings'])
suite('unit', 'vitest', vitest('unit'), 'unit.json', vitestCount, env)
suite('slow', 'vitest', vitest('slow'), 'slow.json', vitestCount, env)
suite('components', 'wtr', [], 'components.json', componentCount, env)
step('build', 'node', ['scripts/build.mjs'])
suite('end to end', 'playwright', ['test'], 'e2e.json', playwrightCount, env)
end()
