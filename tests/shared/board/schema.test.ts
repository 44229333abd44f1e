// What an editor may write, as tables: each value that is refused is refused for a reason that names the field.
import { describe, expect, it } from 'vitest'
import { SCHEMA_LIMITS } from '../../../shared/board/checks.ts'
import { checkCardField, checkLinkValue, checkMetaValue, checkTeamValue, checkTextAttribute, checkTextLength, checkTextMark, checkTextNode, checkUnknownFields, isSafeHref, TEXT_NODE } from '../../../shared/board/schema.ts'
import { checkRecord, checkSettings } from '../../../shared/board/schema-records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { jsonOf, RICH, TEMPLATES } from './board-files.ts'

type Fields = Record<string, unknown>

const deep = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), 1)

const GOOD_FIELDS: readonly (readonly [string, unknown])[] = [
  ['kind', 'assumption'], ['kind', 'ink'], ['pos', [0, -7]], ['width', 280], ['order', 'a0Xy3'], ['frame', 'f1'], ['frame', ''], ['deleted', true], ['retired', false],
  ['team', 'sre'], ['owner', ''], ['askTeams', []], ['askTeams', ['a', 'b']], ['validDays', 0.5], ['due', '2027-01-31'], ['due', ''], ['reviewBy', '2027-01-31'], ['reviewBy', '2027-01-31T09:00:00.5+02:00'],
  ['criterion', 'x'.repeat(2_000)], ['northStar', false], ['likelihood', 5], ['impact', 1], ['impact', 'much'], ['tiers', []], ['tiers', [{ name: 'must', conditions: [{ type: 'confirmed', card: 'a' }], more: null }]],
  ['mood', null], ['mood', ['x', { y: [1.5, true] }]], ['tags', ['eu']], ['a', 'x'.repeat(1_022)],
]

const BAD_FIELDS: readonly (readonly [string, unknown, RegExp])[] = [
  ['kind', 'wish', /"kind" must be a kind/], ['kind', 7, /"kind"/], ['pos', [1.5, 2], /"pos" must be two whole/], ['pos', [1, Number.NaN], /"pos"/], ['pos', [1, 2, 3], /"pos"/], ['pos', { x: 1 }, /"pos"/], ['pos', [1e9, 0], /"pos"/],
  ['width', -1, /"width"/], ['width', 1e6, /"width"/], ['order', 'a', /"order"/], ['order', 'a00', /"order"/], ['order', `a0${'1'.repeat(200)}`, /"order"/], ['frame', 'a b', /"frame" must be an id/], ['deleted', 'true', /"deleted" must be true or false/], ['deleted', 1, /"deleted"/],
  ['team', 'my team', /"team" must be an id/], ['team', '__proto__', /"team"/], ['askTeams', 'sre', /"askTeams"/], ['askTeams', [1], /"askTeams"/], ['askTeams', Array.from({ length: 201 }, (_, at) => `t${at}`), /"askTeams"/],
  ['validDays', '90', /"validDays"/], ['validDays', Number.NaN, /"validDays"/], ['validDays', -1, /"validDays"/], ['due', '31.1.2027', /"due" must be a date/], ['due', '2027-13-01', /"due"/], ['due', '2027-02-29', /"due"/], ['reviewBy', '2027-02-29T09:00:00Z', /"reviewBy"/], ['due', 20_270_131, /"due"/], ['reviewBy', 'soon', /"reviewBy" must be an instant/],
  ['criterion', 'x'.repeat(2_001), /"criterion" may have 2000/], ['criterion', ['x'], /"criterion" must be text/], ['northStar', 'yes', /"northStar"/], ['likelihood', 0, /"likelihood"/], ['likelihood', 6, /"likelihood"/], ['likelihood', 2.5, /"likelihood"/], ['impact', 9, /"impact"/], ['impact', [], /"impact"/],
  ['tiers', 'x', /"tiers" must be a list/], ['tiers', [{ name: 'x' }], /"tiers" must be a list of \{name, conditions\}/], ['tiers', [{ name: 'x'.repeat(8_200), conditions: [] }], /"tiers" may have 8192 bytes/],
  ['title', 'x', /"title" is rich text/], ['body', 'x', /"body" is rich text/], ['author', 'ana', /"author" is not a field that an editor writes/], ['seenBy', [], /"seenBy"/], ['x', 1, /"x"/], ['id', 'a', /"id"/], ['editedAt', '2027-01-01', /"editedAt"/],
  ['__proto__', 1, /name of a field/], ['constructor', 1, /name of a field/], ['a b', 1, /name of a field/], ['', 1, /name of a field/], ['x'.repeat(49), 1, /name of a field/],
  ['mood', undefined, /"mood" must be JSON/], ['mood', 1n, /"mood" must be JSON/], ['mood', new Uint8Array(3), /"mood" must be JSON/], ['mood', Number.POSITIVE_INFINITY, /"mood" must be a finite number/], ['mood', 'x'.repeat(1_023), /"mood" may have 1024 bytes/], ['mood', 'é'.repeat(600), /"mood" may have 1024 bytes/],
  ['mood', deep(17), /"mood" must not be nested deeper than 16/], ['mood', JSON.parse('{"a":{"__proto__":1}}'), /"mood" must not have a key "__proto__"/], ['mood', Object.create({ inherited: 1 }), /"mood" must be JSON/],
]

const LINK = { from: 'a', to: 'b', type: 'rests_on' }

const LINKS: readonly (readonly [string, unknown, RegExp | undefined])[] = [
    ['a~rests_on~b', LINK, undefined], ['l1', { ...LINK, ask: 'x', needBy: '2027-01-01', note: { a: 1 } }, undefined], ['l1', { ...LINK, to: 'nowhere' }, undefined],
    ['a b', LINK, /"a b" is no id of a link/], ['__proto__', LINK, /no id/], ['l1', [], /JSON object/], ['l1', { from: 'a', to: 'b' }, /"from", "to" and "type"/], ['l1', { ...LINK, type: 'likes' }, /"type"/], ['l1', { ...LINK, from: 7 }, /"from"/],
    ['l1', { ...LINK, to: 'a' }, /own card/], ['l1', { ...LINK, needBy: 'May' }, /"needBy"/], ['l1', { ...LINK, ask: 'x'.repeat(2_001) }, /"ask"/], ['l1', { ...LINK, id: 'l2' }, /"id" is no name/], ['l1', { ...LINK, more: 'x'.repeat(2_000) }, /"more"/],
    ['l1', { ...LINK, ...Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`f${at}`, 1])) }, /40 fields/],
  ]

const TEAMS: readonly (readonly [string, unknown, RegExp | undefined])[] = [
    ['sre', { name: 'SRE', code: 'SR', color: '#2f8f5b', currency: [{ id: 'p', metric: 'Pages', direction: 'down', now: '3', target: '2' }], constraints: ['x'], removed: false, more: 1 }, undefined], ['sre', {}, undefined],
    ['a b', {}, /no id of a team/], ['sre', 'SRE', /JSON object/], ['sre', { name: 1 }, /"name"/], ['sre', { code: 'too long a code' }, /"code"/], ['sre', { color: 'red' }, /"color"/], ['sre', { color: '#fff;background:url(x)' }, /"color"/],
    ['sre', { currency: {} }, /"currency"/], ['sre', { currency: [{ metric: 'x' }] }, /"currency"/], ['sre', { currency: [{ id: 'p', metric: 'x', more: 1 }] }, /"currency"/], ['sre', { constraints: [1] }, /"constraints"/], ['sre', { removed: 'yes' }, /"removed"/],
  ]

const NODES: readonly (readonly ['title' | 'body', string, Fields, string | undefined, boolean])[] = [
    ['title', 'paragraph', {}, undefined, true], ['title', TEXT_NODE, {}, 'paragraph', true], ['title', 'hardBreak', {}, 'paragraph', false], ['title', 'bulletList', {}, undefined, false], ['title', TEXT_NODE, {}, undefined, false],
    ['body', 'paragraph', {}, undefined, true], ['body', 'paragraph', {}, 'listItem', true], ['body', 'paragraph', {}, 'paragraph', false], ['body', 'paragraph', {}, 'bulletList', false], ['body', 'paragraph', { class: 'x' }, undefined, false],
    ['body', 'bulletList', {}, 'listItem', true], ['body', 'bulletList', {}, 'bulletList', false], ['body', 'orderedList', { start: 3, type: 'a' }, undefined, true], ['body', 'orderedList', { start: '3' }, undefined, false], ['body', 'orderedList', { style: 'x' }, undefined, false],
    ['body', 'listItem', {}, 'orderedList', true], ['body', 'listItem', {}, undefined, false], ['body', 'hardBreak', {}, 'paragraph', true], ['body', 'hardBreak', {}, undefined, false], ['body', TEXT_NODE, {}, 'listItem', false],
    ['body', 'script', {}, undefined, false], ['body', 'heading', { level: 1 }, undefined, false], ['body', 'constructor', {}, undefined, false], ['body', '__proto__', {}, undefined, false],
  ]

const MARKS: readonly (readonly [string, unknown, boolean])[] = [
    ['bold', {}, true], ['bold', true, true], ['bold', null, true], ['italic', {}, true], ['code', {}, true], ['bold', { weight: 900 }, false], ['bold', 'yes', false], ['strike', {}, false], ['strike', null, false], ['__proto__', null, false],
    ['link', { href: 'https://a.b' }, true], ['link', { href: 'mailto:a@b.c', target: '_blank', rel: 'noopener', class: null, title: 'T' }, true], ['link', null, true], ['link', {}, false], ['link', { href: 'javascript:alert(1)' }, false],
    ['link', { href: 'https://a.b', onclick: 'x' }, false], ['link', { href: 'https://a.b', target: 7 }, false], ['link', 'https://a.b', false],
  ]

const HREFS: readonly (readonly [unknown, boolean])[] = [
    ['https://a.b', true], ['HTTP://A.B', true], ['mailto:a@b.c', true], ['http://a.b/x y', true], ['javascript:alert(1)', false], [' https://a.b', false], ['//a.b', false], ['/a', false], ['https://', false], ['https:a', false], ['java\nscript:x', false],
    ['https://a.b/\u0000', false], ['https://a.b/\nx', false], ['data:text/html,x', false], ['tel:123', false], [7, false], [undefined, false], [`https://a.b/${'x'.repeat(2_000)}`, false],
  ]

describe('the schema', () => {
  it.each(GOOD_FIELDS)('[SC1] %s may be %j', (key, value) => {
    expect(checkCardField(key, value, DEFAULT_LIMITS)).toBeUndefined()
  })

  it.each(BAD_FIELDS)('[SC2] %s may not be what it is here', (key, value, says) => {
    expect(checkCardField(key, value, DEFAULT_LIMITS)).toMatch(says)
  })

  it('[SC3] every card, link and team of the board files passes', () => {
    const apart = new Set(['id', 'title', 'body', 'x', 'y', 'w', 'author', 'createdAt', 'editedBy', 'editedAt', 'deletedAt', 'seenBy'])
    for (const path of [...TEMPLATES, RICH]) {
      const file = jsonOf(path)
      const of = (name: string): Fields[] => file[name] as Fields[]
      for (const card of of('cards')) for (const [key, value] of Object.entries(card)) if (!apart.has(key)) expect(checkCardField(key, value), `${String(card['id'])} ${key}`).toBeUndefined()
      for (const { id, ...link } of of('links')) expect(checkLinkValue(id as string, link)).toBeUndefined()
      for (const { id, ...team } of of('teams')) expect(checkTeamValue(id as string, team)).toBeUndefined()
    }
  })

  it('[SC4] the defaults are those of the protocol', () => {
    expect(DEFAULT_LIMITS).toMatchObject(SCHEMA_LIMITS)
    expect([checkUnknownFields(40), checkUnknownFields(41)]).toEqual([undefined, 'A card may have 40 fields of unknown meaning at most.'])
    expect([checkTextLength('title', 300), checkTextLength('body', 20_000)]).toEqual([undefined, undefined])
    expect([checkTextLength('title', 301), checkTextLength('body', 20_001)]).toEqual(['"title" may have 300 characters at most.', '"body" may have 20000 characters at most.'])
    expect(checkCardField('criterion', 'long', { ...DEFAULT_LIMITS, fieldChars: 3 })).toMatch(/3 characters/)
  })

  it.each(LINKS)('[SC5] the link %s is judged by its whole value', (id, value, says) => {
    if (says === undefined) expect(checkLinkValue(id, value)).toBeUndefined()
    else expect(checkLinkValue(id, value)).toMatch(says)
  })

  it.each(TEAMS)('[SC6] the team %s is judged by its whole value', (id, value, says) => {
    if (says === undefined) expect(checkTeamValue(id, value)).toBeUndefined()
    else expect(checkTeamValue(id, value)).toMatch(says)
  })

  it('[SC7] a board has a title and a summary, and no other text of its own', () => {
    expect([checkMetaValue('title', 'T'), checkMetaValue('summary', '')]).toEqual([undefined, undefined])
    expect([checkMetaValue('title', 7), checkMetaValue('title', 'x'.repeat(301)), checkMetaValue('summary', null), checkMetaValue('language', 'en')].every((problem) => problem !== undefined)).toBe(true)
  })

  it.each(NODES)('[SC8] in a %s, %s %j inside %s: %s', (field, name, attributes, parent, fine) => {
    expect(checkTextNode(field, name, attributes, parent) === undefined).toBe(fine)
    if (!fine) expect(checkTextNode(field, name, attributes, parent)).toMatch(/\.$/)
    if (fine) for (const [attribute, value] of Object.entries(attributes)) expect(checkTextAttribute(name, attribute, value)).toBeUndefined()
  })

  it.each(MARKS)('[SC9] the mark %s with %j: %s', (name, value, fine) => {
    expect(checkTextMark(name, value) === undefined).toBe(fine)
    if (value !== null) expect(checkTextMark(name, value, 'title')).toBeDefined()
  })

  it.each(HREFS)('[SC10] a link may lead to %j: %s', (href, fine) => {
    expect(isSafeHref(href)).toBe(fine)
  })

  it('[SC11] records and settings of a file are judged by their fields, unknown ones are any JSON', () => {
    expect(checkRecord('stances', { card: 'd', person: 'p', stance: 'agree', basis: '', seq: 1, later: { any: [1] } })).toBeUndefined()
    expect(checkRecord('stances', { card: 'd', person: 'p', basis: '' })).toBe('"stance" is missing.')
    expect(checkRecord('acks', { link: 'a b', person: 'p', side: 'consumer', response: 'ok', basis: '' })).toMatch(/"link" must be the id of a link/)
    expect(checkRecord('rounds', { goal: 'g', __proto__: 1 })).toBeUndefined()
    expect(checkRecord('rounds', JSON.parse('{"goal":"g","__proto__":1}'))).toMatch(/no name for a field/)
    expect(checkSettings({ validDays: 30, quorum: 'majority', requireEvidence: 'never', ackDays: 3, cadenceDays: 14, newer: 'x' })).toBeUndefined()
    for (const wrong of [{ validDays: '30' }, { quorum: 'half' }, { requireEvidence: true }, [], 'x']) expect(checkSettings(wrong)).toBeDefined()
  })
})
