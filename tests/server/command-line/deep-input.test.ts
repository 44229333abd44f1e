// A board file that nests without end, given to the command line.
import { expect, it } from 'vitest'
import { MOST_JSON_LEVELS, tooDeepAt } from '../../../shared/board/json-depth.ts'
import { run } from './running.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('[CL15] a file that nests without end ends with 2 and its place, before it is read', async () => {
  // Read as JSON, this is an error of its last line; nobody gets there.
  const { code, out, err } = await run(['report', '-'], { stdin: `{"format":"tacit-board/1","title":"ä [[[ \\" [[",\n "cards":${'['.repeat(1_000_000)}` })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toBe(`tacit: Standard input is no board file: at line 2, column ${' "cards":'.length + MOST_JSON_LEVELS} it nests deeper than ${MOST_JSON_LEVELS} levels.\n`)
})

it('[CL15] levels count where they are open, and nothing in a text does', () => {
  const nested = (levels: number): string => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`
  expect(tooDeepAt(bytes(nested(MOST_JSON_LEVELS)))).toBeUndefined()
  expect(tooDeepAt(bytes(nested(MOST_JSON_LEVELS + 2)))).toBe((MOST_JSON_LEVELS / 2) * '[{"a":'.length)
  expect(tooDeepAt(bytes(`[${Array.from({ length: 500 }, () => '[[]]').join()}]`))).toBeUndefined()
  expect(tooDeepAt(bytes(`["${'[{'.repeat(100)}\\"${'[{'.repeat(100)}"]`))).toBeUndefined()
})
