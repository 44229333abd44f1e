// `npm run check`: types, walls, lint and unit tests, in under a minute. Run before every commit.
import { join } from 'node:path'
import { begin, end, results, step, suite, vitestCount } from './steps.mjs'

begin()
step('lock', 'node', ['scripts/check-lock.mjs'])
step('types', 'tsc', ['-b'])
step('lint', 'oxlint', ['--type-aware', '--deny-warnings'])
suite('unit', 'vitest', ['run', '--project', 'unit', '--reporter=dot', '--reporter=json', `--outputFile.json=${join(results, 'unit.json')}`], 'unit.json', vitestCount)
end()
