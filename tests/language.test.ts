// One dictionary, whole in both languages: every group of words has its place and its German, nothing for people is
// written outside, and German is not English. Each check was seen to find a planted fault.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { german } from '../client/app/german.ts'
import { closeSentence, notSavedSentence, serverSentence } from '../client/session/server-words.ts'
import * as session from '../client/session/words.ts'
import { CLOSE } from '../shared/protocol/close-codes.ts'
import { HTTP_CODES, NOT_SAVED_CODES, writeReason, type RefusedPlace } from '../shared/protocol/error-codes.ts'
import { stateOf } from './support/state-of.ts'
import { looseTexts, piecesOf } from './support/words-scan.ts'

const root = join(import.meta.dirname, '..')
const sources = readdirSync(join(root, 'client'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/')).sort()
/** The words of a folder, and apart from them those that come with its later parts; the German of both is one file. */
const DICTIONARY = /\/(later-)?words\.ts$/
const dictionaries = sources.filter((path) => DICTIONARY.test(path))
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const folderOf = (path: string): string => path.split('/').at(-2) ?? ''

/** Words that are the same in both languages, and names of things. */
const SAME = new Set(['Tacit', '· Tacit', 'Team', 'Teams', 'Name', 'Details', 'Signal', 'Text', 'Code', 'Link', 'Link:', 'Offline', 'Offline,', 'Normal', 'Zoom', 'Support', 'SU', 'was', 'Team:', 'Links',
  // What stands on keys, and what languages call themselves.
  'Alt', 'Esc', 'Tab', 'English', 'Deutsch'])

function groupsOf(path: string): { readonly name: string; readonly place: string }[] {
  return [...textOf(path).matchAll(/export const (\w+)[^=\n]*= translated\(\s*'([^']*)'/g)].map(([, name = '', place = '']) => ({ name, place }))
}

/** What the one has and the other lacks, by the names on the way; a function against a text counts as lacking. */
function lacking(english: unknown, other: unknown, at: string): string[] {
  if (typeof english !== typeof other) return [at]
  if (typeof english !== 'object' || english === null) return []
  return Object.entries(english).flatMap(([key, value]) => lacking(value, (other as Record<string, unknown>)[key], `${at}.${key}`))
}

describe('the dictionary', () => {
  it('has every folder once, and gives every group the place of its folder and name', () => {
    expect(dictionaries.length).toBeGreaterThanOrEqual(9)
    const all = dictionaries.filter((path) => path.endsWith('/words.ts'))
    expect(new Set(all.map(folderOf)).size).toBe(all.length)
    expect(dictionaries.filter((path) => !all.some((one) => folderOf(one) === folderOf(path)))).toEqual([])
    const places = dictionaries.flatMap((path) => groupsOf(path).map(({ place }) => place))
    expect(new Set(places).size).toBe(places.length)
    for (const path of dictionaries) {
      const text = textOf(path)
      const groups = groupsOf(path)
      expect(groups.length, path).toBe([...text.matchAll(/translated\(/g)].length)
      expect(groups.map(({ place }) => place), path).toEqual(groups.map(({ name }) => `${folderOf(path)}.${name}`))
    }
  })

  it('stands in words.ts and later-words.ts only', () => {
    const elsewhere = sources.filter((path) => !DICTIONARY.test(path) && !path.startsWith('client/language/') && /\btranslated\(/.test(textOf(path)))
    expect(elsewhere).toEqual([])
  })

  it('is whole in German', async () => {
    for (const path of dictionaries) {
      const english = (await import(join(root, path))) as Record<string, unknown>
      for (const { name } of groupsOf(path)) expect(lacking(english[name], german[folderOf(path)]?.[name], `${folderOf(path)}.${name}`)).toEqual([])
    }
    expect(lacking({ a: { b: 'x', c: () => '' } }, { a: { c: 'y' } }, 'x')).toEqual(['x.a.b', 'x.a.c'])
  })

  it('says nothing in English where German is asked for', () => {
    const same = dictionaries.flatMap((path) => {
      const english = new Set(piecesOf(path, textOf(path)))
      const path2 = path.replace(DICTIONARY, '/words.de.ts')
      return piecesOf(path2, textOf(path2)).filter((piece) => english.has(piece) && !SAME.has(piece)).map((piece) => `${path2}: ${piece}`)
    })
    expect(same).toEqual([])
    expect(piecesOf('x.ts', "export const words = translated('a.words', { close: 'Close', of: (n: number) => `${n} of ${n === 1 ? 'one' : 'two'}`, is: x === 'not said' })")).toEqual(['Close', 'of', 'one', 'two'])
  })
})

/** Every code of the protocol, and the group of words that has to know it. */
const CODES: Readonly<Record<string, readonly string[]>> = { serverWords: HTTP_CODES, notSavedWords: NOT_SAVED_CODES, closeWords: Object.keys(CLOSE) }
const NO_CODES = ['constructor', '__proto__', 'newer_than_this_page', '']
const board = stateOf({ cards: [{ id: 'c1', kind: 'assumption', title: 'Firewalls let it through' }] })

describe('what the server says', () => {
  it('has words by every code, in both languages', () => {
    for (const [group, codes] of Object.entries(CODES)) {
      expect(codes.length).toBeGreaterThan(4)
      const both = [new Map<string, unknown>(Object.entries(session)).get(group), german['session']?.[group]] as Record<string, string>[]
      for (const known of both) expect(codes.filter((code) => (known[code] ?? '').length < 10), group).toEqual([])
      expect(codes.filter((code) => both[0]?.[code] === both[1]?.[code])).toEqual([])
    }
  })

  it('is never its own words alone, and a code that nobody knows has a general sentence', () => {
    for (const code of [...HTTP_CODES, ...NO_CODES]) expect(serverSentence(code, '')).toMatch(/^[A-Z].{10,}/)
    for (const code of NO_CODES) expect(serverSentence(code, 'Xyz.')).not.toContain('Xyz')
    for (const code of NO_CODES) expect(notSavedSentence(code)).toBe(session.notSavedWords.failed)
    for (const code of [...Object.values(CLOSE), 4999]) expect(closeSentence(code, 'Xyz.', board)).toMatch(/^[A-Z].{10,}\.$/)
    expect(closeSentence(4999, 'Xyz.', board)).not.toContain('Xyz')
  })

  it('names the card and the field where it names them', () => {
    const said = (place: RefusedPlace, words = 'Xyz.'): string => closeSentence(CLOSE.reload, writeReason(words, place), board)
    expect(said({ root: 'cards', id: 'c1', field: 'title' })).toContain('the title of the card “Firewalls let it through”')
    expect(said({ root: 'cards', id: 'gone', field: 'strange' })).toContain('a field of a card without a title')
    expect(said({ root: 'links', id: 'c1~rests-on~c2' })).toContain('a link between two cards')
    expect(said({ root: 'teams', id: 't' })).toContain('a team')
    expect(said({ root: 'meta', id: 'title' })).toContain('name')
    for (const root of ['teams', 'cards'] as const) expect(closeSentence(CLOSE.tooLarge, writeReason('Xyz.', { root }), board)).toBe(session.fullWords[root])
    expect(closeSentence(CLOSE.tooLarge, writeReason('Xyz.', { root: 'cards', id: 'c1', field: 'body' }), board)).toContain(session.closeWords.tooLarge)
    expect(said({ root: 'people', id: 'ann' })).toBe(session.closeWords.reload)
    expect(serverSentence('wrong_body', 'The name is empty.')).toContain('The name is empty.')
  })
})

describe('texts outside the dictionary', () => {
  it('there are none', () => {
    const own = sources.filter((path) => !/\/(later-)?words(\.de)?\.ts$/.test(path))
    expect(own.length).toBeGreaterThan(100)
    // How an address begins is the same for everybody.
    expect(own.flatMap((path) => looseTexts(path, textOf(path))).filter((text) => !text.endsWith('"https://"'))).toEqual([])
  })

  const FAULTS: Readonly<Record<string, string>> = {
    'text in a template': 'html`<p>Hello ${name}</p>`',
    'text chosen in a template': "html`<p>${open ? 'Close it' : nothing}</p>`",
    'a name for listeners': 'html`<button aria-label="Close"></button>`',
    'a name for listeners, chosen': "html`<button aria-label=${open ? 'Close' : words.open}></button>`",
    'a title': 'html`<i title="More"></i>`',
    'a placeholder': 'html`<input placeholder="Search">`',
    'a text for a picture': 'html`<img alt="Logo">`',
    'a property of a dialog': 'html`<tacit-dialog heading="Share"></tacit-dialog>`',
    'text in a drawing': 'svg`<text>Now</text>`',
    'what is announced': "announce('Saved')",
    'what a toast says': 'showToast(`Sent ${n}`)',
    'an item of a menu': "const items = [{ id: 'x', label: 'Delete' }]",
    'a default': "class A { label = 'Menu' }",
    'an attribute set by hand': "node.setAttribute('aria-label', 'Map')",
    'text set by hand': "node.textContent = 'Loading'",
  }
  for (const [name, fault] of Object.entries(FAULTS)) {
    it(`${name} is found`, () => { expect(looseTexts('x.ts', fault)).toHaveLength(1) })
  }

  it('what nobody reads is not found', () => {
    expect(looseTexts('x.ts', "html`<p class=\"body\" title=${words.more} @click=${() => go('home')}>${words.hello} · ${x === 'open' ? words.open : nothing}</p>`")).toEqual([])
  })
})
