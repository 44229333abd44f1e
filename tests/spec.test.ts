// Every rule of RULES.md and PROTOCOL.md has a test named by it, and every test of the domain and the protocol
// names a rule that is listed: in both directions.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const LISTS = ['shared/rules/RULES.md', 'shared/protocol/PROTOCOL.md']
/** Here every title starts with an id; elsewhere (client, e2e) a title may. */
const BOUND = /^tests\/(shared|server|contracts|convergence)\//

function listedIds(): string[] {
  return LISTS.flatMap((list) => [...readFileSync(join(root, list), 'utf8').matchAll(/^- \*\*([A-Z]+\d+[a-z]?)\*\*/gm)].map((match) => match[1] ?? ''))
}

interface Title { readonly file: string; readonly text: string }

function titles(): Title[] {
  const files = readdirSync(join(root, 'tests'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /(\.test|\.spec|-contract)\.ts$/.test(entry.name))
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const file = path.slice(root.length + 1).replaceAll('\\', '/')
    return [...readFileSync(path, 'utf8').matchAll(/\b(?:it|test)(?:\.each\([^)]*\))?\(\s*[`'"]([^`'"\n]*)/g)].map((match) => ({ file, text: match[1] ?? '' }))
  })
}

const ids = listedIds()
/** A title made from a table (`[${id}] …`) names the ids of its table: those are read from the whole file. */
const named = new Set(titles().flatMap(({ text }) => [...text.matchAll(/\[([A-Z]+\d+[a-z]?)\]/g)].map((match) => match[1] ?? '')))
const tableFiles = new Set(titles().filter(({ text }) => text.startsWith('[$')).map(({ file }) => file))

function namedByTable(id: string): boolean {
  return [...tableFiles].some((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const data = [...source.matchAll(/data\/vectors\/([a-z]+)\.json/g)].map((match) => readFileSync(join(root, 'tests/data/vectors', `${match[1]}.json`), 'utf8'))
    return new RegExp(`["'\`]${id}["'\`]|\\b${id}:`).test([source, ...data].join('\n'))
  })
}

describe('rules and tests', () => {
  it('no id is listed twice', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(ids.length).toBeGreaterThan(100)
  })

  it('every listed rule has a test named by it', () => {
    expect(ids.filter((id) => !named.has(id) && !namedByTable(id))).toEqual([])
  })

  it('every test of the domain and the protocol names a listed rule', () => {
    const listed = new Set(ids)
    const loose = titles().filter(({ file, text }) => BOUND.test(file) && !text.startsWith('[$') && !listed.has(/^\[([A-Z]+\d+[a-z]?)\]/.exec(text)?.[1] ?? ''))
    expect(loose.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
  })
})
