// Bad board files: one clear error with the place, and what is left out with a warning.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFile, FILE_LIMITS } from '../../../shared/board/file-check.ts'
import { jsonOf, RICH } from './board-files.ts'
import { runs } from './random-edits.ts'

type Fields = Record<string, unknown>

const card = (more: Fields = {}): Fields => ({ id: 'a', kind: 'assumption', title: 'It holds', ...more })
const fileOf = (more: Fields): Fields => ({ format: 'tacit-board/1', title: 'T', cards: [card(), card({ id: 'b' })], ...more })
const withCard = (more: Fields): Fields => fileOf({ cards: [card(), card({ id: 'b', ...more })] })
const link = (more: Fields = {}): Fields => ({ id: 'l', from: 'a', to: 'b', type: 'rests_on', ...more })
const answer = (more: Fields = {}): Fields => ({ id: 't', card: 'a', person: 'ana', verdict: 'confirm', basis: '[]', ...more })
const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1)
const parsed = (text: string): unknown => JSON.parse(text)

function ring(): Fields {
  const file: Fields = fileOf({})
  file['summary'] = { file }
  return file
}

/** What is wrong, what is sent, where it is said to be wrong, and what the sentence says. */
const BAD: readonly (readonly [string, unknown, string, RegExp])[] = [
  ['no object', 'text', '', /one JSON object/],
  ['null', null, '', /one JSON object/],
  ['a list', [], '', /one JSON object/],
  ['no format', { title: 'T' }, 'format', /must be "tacit-board\/1"/],
  ['another format', fileOf({ format: 'tacit-board/2' }), 'format', /must be "tacit-board\/1"/],
  ['a title of numbers', fileOf({ title: 7 }), 'title', /must be text/],
  ['a title too long', fileOf({ title: 'x'.repeat(301) }), 'title', /300 characters/],
  ['settings of another kind', fileOf({ settings: [] }), 'settings', /JSON object/],
  ['a quorum that is none', fileOf({ settings: { quorum: 'some' } }), 'settings', /"quorum" must be one of all, majority/],
  ['days below zero', fileOf({ settings: { validDays: -1 } }), 'settings', /"validDays" must be a number of days/],
  ['cards that are no list', fileOf({ cards: { a: {} } }), 'cards', /must be a list/],
  ['a card that is no object', fileOf({ cards: [card(), 7] }), 'cards[1]', /JSON object/],
  ['a card without an id', fileOf({ cards: [{ kind: 'note', title: '' }] }), 'cards[0].id', /missing/],
  ['a card id of spaces', withCard({ id: 'a b' }), 'cards[1].id', /"a b" is no id/],
  ['a card id too long', withCard({ id: 'x'.repeat(49) }), 'cards[1].id', /no id/],
  ['the id of a prototype', withCard({ id: 'constructor' }), 'cards[1].id', /no id/],
  ['two cards of one id', fileOf({ cards: [card(), card()] }), 'cards[1].id', /"a" stands twice in cards/],
  ['no kind', fileOf({ cards: [{ id: 'a', title: '' }] }), 'cards[0]', /"kind" is missing/],
  ['an unknown kind', withCard({ kind: 'wish' }), 'cards[1].kind', /kind of card/],
  ['a body that is no text', withCard({ body: ['x'] }), 'cards[1].body', /must be text/],
  ['a body too long', withCard({ body: 'x'.repeat(20_001) }), 'cards[1].body', /20000 characters/],
  ['a place that is none', withCard({ x: '7' }), 'cards[1].x', /must be a number/],
  ['a place beyond every board', withCard({ y: 1e12 }), 'cards[1].y', /must be a number/],
  ['a width below zero', withCard({ w: -1 }), 'cards[1].w', /must be a number/],
  ['an order that is no key', withCard({ order: '!!' }), 'cards[1].order', /order key/],
  ['a day that is none', withCard({ due: '2027-02-31' }), 'cards[1].due', /date like/],
  ['a likelihood of 9', withCard({ likelihood: 9 }), 'cards[1].likelihood', /1 to 5/],
  ['a team that is no id', withCard({ team: 'a team' }), 'cards[1].team', /must be an id/],
  ['a retired that is no flag', withCard({ retired: 'yes' }), 'cards[1].retired', /true or false/],
  ['a date of making that is none', withCard({ createdAt: 'yesterday' }), 'cards[1].createdAt', /an instant like/],
  ['readers that are no list', withCard({ seenBy: 'ana' }), 'cards[1].seenBy', /list/],
  ['a field of the document', withCard({ pos: [1, 2] }), 'cards[1].pos', /"x" and "y"/],
  ['a field named with spaces', withCard({ 'my field': 1 }), 'cards[1]["my field"]', /letters, digits/],
  ['an unknown field too large', withCard({ more: 'x'.repeat(1_100) }), 'cards[1].more', /1024 bytes/],
  ['tiers too large', withCard({ tiers: [{ name: 'x'.repeat(9_000), conditions: [] }] }), 'cards[1].tiers', /8192 bytes/],
  ['too many unknown fields', withCard(Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`f${at}`, 1]))), 'cards[1]', /40 fields of unknown/],
  ['a link without ends', fileOf({ links: [{ id: 'l', type: 'about' }] }), 'links[0]', /"from", "to" and "type"/],
  ['a link of no type', fileOf({ links: [link({ type: 'likes' })] }), 'links[0].type', /type of link/],
  ['a link to itself', fileOf({ links: [link({ to: 'a' })] }), 'links[0]', /own card/],
  ['a link id of spaces', fileOf({ links: [link({ id: 'a b' })] }), 'links[0].id', /no id/],
  ['two links of one id', fileOf({ links: [link(), link()] }), 'links[1].id', /twice in links/],
  ['a team without a name of text', fileOf({ teams: [{ id: 't', name: 1 }] }), 'teams[0].name', /must be text/],
  ['a team in a colour of words', fileOf({ teams: [{ id: 't', name: 'T', color: 'url(x)' }] }), 'teams[0].color', /colour/],
  ['a person of no role', fileOf({ people: [{ id: 'p', name: 'P', team: '', role: 'admin' }] }), 'people[0].role', /must be one of guest/],
  ['an answer of nobody', fileOf({ attestations: [{ id: 't', card: 'a', verdict: 'confirm', basis: '' }] }), 'attestations[0]', /"person" is missing/],
  ['an answer with a seq of words', fileOf({ attestations: [answer({ seq: '1' })] }), 'attestations[0].seq', /whole number/],
  ['evidence that leads to a script', fileOf({ attestations: [answer({ evidence: { kind: 'data', url: 'javascript:alert(1)' } })] }), 'attestations[0].evidence', /http/],
  ['two answers of one id', fileOf({ attestations: [answer(), answer()] }), 'attestations[1].id', /twice/],
  ['a round that is revealed by a word', fileOf({ rounds: [{ id: 'r', goal: 'a', revealed: 'true' }] }), 'rounds[0].revealed', /true or false/],
  ...[['a list', ['confirmed']], ['a text', 'confirmed'], ['of numbers', { a: 1 }], ['of a word too long', { a: 'x'.repeat(49) }], ['of cards without an id', { 'a b': 'confirmed' }]].map(([what, states]) => (
    [`states of a baseline: ${String(what)}`, fileOf({ baselines: [{ id: 'r', at: '2026-06-10T12:00:00Z', states }] }), 'baselines[0].states', /words of at most 48 characters by the ids/] as const)),
  ['an infinite number', withCard({ impact: Infinity }), 'cards[1].impact', /finite/],
  ['a function', withCard({ why: () => 1 }), 'cards[1].why', /must be JSON/],
  ['an instance of a class', fileOf({ settings: new Map() }), 'settings', /must be JSON/],
  ['a ring', ring(), 'summary.file', /contains itself/],
  ['a field nested without end', withCard({ more: nested(5_000) }), `cards[1].more${'[0]'.repeat(17)}`, /nested deeper/],
  ['a key of the prototype', parsed('{"format":"tacit-board/1","title":"T","cards":[{"id":"a","kind":"note","title":"","__proto__":{"retired":true}}]}'), 'cards[0]', /called "__proto__"/],
  ['a constructor deep inside', parsed('{"format":"tacit-board/1","baselines":[{"id":"b","at":"2026-01-01","states":{"constructor":"x"}}]}'), 'baselines[0].states', /called "constructor"/],
]

describe('checking board files', () => {
  it.each(BAD)('[BF12] %s', (_name, json, path, says) => {
    const result = checkFile(json)
    expect(result).toMatchObject({ ok: false, path })
    expect(result.ok ? '' : result.message).toMatch(says)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('[BF13] a board with too many cards, and a text too long for any field', () => {
    const many = { format: 'tacit-board/1', cards: Array.from({ length: 6 }, (_, at) => card({ id: `c${at}` })) }
    expect(checkFile(many, { ...FILE_LIMITS, boardCards: 5 })).toEqual({ ok: false, path: 'cards', message: 'There may be 5 cards at most.' })
    const teams = Array.from({ length: 201 }, (_, at) => ({ id: `t${at}`, name: `Team ${at}`, color: '#50606b' }))
    expect(checkFile({ format: 'tacit-board/1', teams })).toEqual({ ok: false, path: 'teams', message: 'There may be 200 teams at most.' })
    expect(checkFile({ format: 'tacit-board/1', teams: teams.slice(1) })).toMatchObject({ ok: true })
    expect(checkFile(fileOf({ attestations: [answer({ basis: 'x'.repeat(100_001) })] }))).toMatchObject({ ok: false, path: 'attestations[0].basis' })
  })

  it('[BF14] a link without its ends is left out with a warning, and nothing else is', () => {
    const result = checkFile(fileOf({ links: [link(), link({ id: 'lost', to: 'zz' }), link({ id: 'gone', from: 'yy' })] }))
    expect(result.ok && result.file.links.map(({ id }) => id)).toEqual(['l'])
    expect(result.ok && result.warnings).toEqual(['The link "lost" was left out: there is no card "zz".', 'The link "gone" was left out: there is no card "yy".'])
    const many = checkFile(fileOf({ links: Array.from({ length: 200 }, (_, at) => link({ id: `l${at}`, to: 'zz' })) }))
    expect(many.ok && [many.warnings.length, many.warnings.at(-1)]).toEqual([51, 'And 150 more warnings.'])
  })

  it('[BF15] rights, keys and unknown parts are not taken from a file, and it says so', () => {
    const result = checkFile(fileOf({ keys: { own: 'k' }, people: [{ id: 'p', name: 'P', team: 'sre', role: 'owner', token: 'secret', color: 'red' }] }))
    expect(JSON.stringify(result.ok && result.file)).not.toMatch(/secret|"own"/)
    expect(result.ok && result.warnings).toEqual(['Left out, because a board file has no such part: "keys".', 'Left out of people[0]: "token". A file gives people a name, a team and a role, nothing else.'])
  })

  it('[BF16] what a file may leave out counts as empty', () => {
    expect(checkFile({ format: 'tacit-board/1' })).toEqual({ ok: true, warnings: [], file: { format: 'tacit-board/1', title: '', teams: [], people: [], cards: [], links: [], attestations: [] } })
    const result = checkFile({ format: 'tacit-board/1', cards: [{ id: 'a', kind: 'note' }], people: [{ id: 'p' }] })
    expect(result.ok && [result.file.cards, result.file.people]).toEqual([[{ id: 'a', kind: 'note', title: '', x: 0, y: 0 }], [{ id: 'p', name: 'p', team: '', role: 'guest' }]])
  })

  it('[BF17] any value put anywhere into a file is an answer, never a throw, and what is sent stays as it was', () => {
    const places: readonly (readonly (string | number)[])[] = [[], ['cards'], ['cards', 3], ['cards', 3, 'kind'], ['cards', 1, 'body'], ['cards', 5, 'seenBy'], ['links', 0], ['links', 2, 'type'], ['teams', 0, 'currency'], ['people', 1, 'role'], ['attestations', 0, 'evidence'], ['rounds', 0], ['restatements', 1, 'round'], ['settings'], ['baselines']]
    fc.assert(fc.property(fc.constantFrom(...places), fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }), (place, value) => {
      const file = jsonOf(RICH)
      let at: Record<string | number, unknown> = { file }
      for (const key of ['file', ...place].slice(0, -1)) at = at[key] as Record<string | number, unknown>
      if (typeof at !== 'object' || at === null) return
      at[['file', ...place].at(-1) ?? 'file'] = value
      const result = checkFile(place.length === 0 ? value : file)
      expect(typeof result.ok).toBe('boolean')
      if (!result.ok) expect(result.message.length).toBeGreaterThan(10)
    }), runs(800))
    const frozen = JSON.stringify(jsonOf(RICH))
    const sent = JSON.parse(frozen) as unknown
    checkFile(sent)
    expect(JSON.stringify(sent)).toBe(frozen)
  })

  it('[BF18] the largest board takes as much longer than a small one as it is larger', () => {
    const boardOf = (size: number): unknown => {
      const cards = Array.from({ length: size }, (_, at) => card({ id: `c${at}`, body: 'Some *words* of a body. '.repeat(8), criterion: 'x'.repeat(100) }))
      return fileOf({ cards, links: Array.from({ length: size }, (_, at) => link({ id: `l${at}`, from: `c${at}`, to: `c${(at + 1) % size}` })) })
    }
    // μs of this thread alone, the least of some runs: what else the machine does takes no part in it.
    const workOf = (file: unknown): number => Math.min(...Array.from({ length: 4 }, () => {
      const before = process.threadCpuUsage()
      expect(checkFile(file).ok).toBe(true)
      return process.threadCpuUsage(before).user
    }))
    const times = 20
    const [small, largest] = [boardOf(20_000 / times), boardOf(20_000)].map(workOf)
    // Work that grows with the square takes four hundred times as long.
    expect((largest ?? 0) / (small ?? 0)).toBeLessThan(times * 3)
  })
})
