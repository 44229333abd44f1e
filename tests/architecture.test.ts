// The walls of the house hold for the sources as they are, and each wall was seen to fail on a planted fault.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anys, badNames, barrels, cycles, defaultExports, missingHeaders, namedAdapters, strangersToYjs, tooLong, wrongDirections, type Sources } from './support/walls.ts'

const root = join(import.meta.dirname, '..')
const HOUSES = ['shared', 'server', 'client']

function sourcesBelow(folders: readonly string[]): Sources {
  const files = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/')))
  return new Map(files.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

const house = sourcesBelow(HOUSES)
const withTests = sourcesBelow([...HOUSES, 'tests'])

/** Each wall, the sources it holds for, and a planted fault that it must name. */
const WALLS: readonly { name: string; wall: (sources: Sources) => string[]; of: Sources; fault: Record<string, string>; names: RegExp }[] = [
  { name: 'imports point down: not up', wall: wrongDirections, of: house, fault: { 'client/ui/x.ts': "import { y } from '../app/y.ts'\n", 'client/app/y.ts': '' }, names: /imports up/ },
  { name: 'imports point down: not across', wall: wrongDirections, of: house, fault: { 'client/panels/x.ts': "import { y } from '../people/y.ts'\n", 'client/people/y.ts': '' }, names: /imports across/ },
  { name: 'the client never sees the server', wall: wrongDirections, of: house, fault: { 'client/app/x.ts': "import { y } from '../../server/access/y.ts'\n", 'server/access/y.ts': '' }, names: /reaches into/ },
  { name: 'shared never sees client or server', wall: wrongDirections, of: house, fault: { 'shared/board/x.ts': "import type { y } from '../../client/ui/y.ts'\n", 'client/ui/y.ts': '' }, names: /reaches into/ },
  { name: 'every file stands on a floor', wall: wrongDirections, of: house, fault: { 'server/loose.ts': "import { y } from './http/y.ts'\n", 'server/http/y.ts': '' }, names: /stands on no floor/ },
  { name: 'Yjs is visible in five rooms only', wall: strangersToYjs, of: house, fault: { 'client/ui/x.ts': "import * as Y from 'yjs'\n" }, names: /sees yjs/ },
  { name: 'only main names adapters', wall: namedAdapters, of: house, fault: { 'server/http/x.ts': "import { s } from '../storage/sqlite.ts'\n" }, names: /names the adapter/ },
  { name: 'no import cycles', wall: cycles, of: withTests, fault: { 'a/x.ts': "import { y } from './y.ts'\n", 'a/y.ts': "import { x } from './x.ts'\n" }, names: /→/ },
  { name: 'no barrels', wall: barrels, of: withTests, fault: { 'a/x.ts': "export * from './y.ts'\n" }, names: /passes on/ },
  { name: 'no default exports', wall: defaultExports, of: withTests, fault: { 'a/x.ts': 'export default 1\n' }, names: /default export/ },
  { name: 'no any', wall: anys, of: withTests, fault: { 'a/x.ts': ['const x: ', 'any = 1\n'].join('') }, names: /says any/ },
  { name: 'names say what a file gives', wall: badNames, of: house, fault: { 'client/ui/string-utils.ts': '' }, names: /named badly/ },
  { name: 'each file says what it is for', wall: missingHeaders, of: withTests, fault: { 'a/x.ts': 'export const x = 1\n' }, names: /what it is for/ },
  { name: 'no file over 400 lines', wall: tooLong, of: withTests, fault: { 'a/x.ts': 'x\n'.repeat(401) }, names: /over 400/ },
]

describe('the walls of the house', () => {
  for (const { name, wall, of, fault, names } of WALLS) {
    it(name, () => {
      expect(of.size).toBeGreaterThan(20)
      expect(wall(of)).toEqual([])
    })
    it(`${name}: a planted fault is named`, () => {
      expect(wall(new Map(Object.entries(fault))).join('\n')).toMatch(names)
    })
  }
})
