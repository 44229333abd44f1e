// `npx tacit report`: what it prints, where it fails, and what it says when it cannot go on.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from '../../../server/command-line/json-fault.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { written, type WrittenReport } from '../../shared/rules/written-cases.ts'
import { seedOf } from '../../shared/rules/random-board.ts'
import { run } from './running.ts'

const AT = '2026-11-20T12:00:00Z'
const boardPath = (name: string): string => join(import.meta.dirname, '../../../server/templates', name)
const LAUNCH = boardPath('launch-product-sre-sales.json')
const reports = written('tests/data/vectors/reports.json', 'reports') as readonly WrittenReport[]

interface CardPart { readonly id: string; readonly kind: string; readonly [field: string]: unknown }
const fileOf = (cards: readonly CardPart[], more: object = {}): string => JSON.stringify({ format: 'tacit-board/1', title: 'Small', cards: cards.map((card) => ({ title: `Title of ${card.id}`, ...card })), ...more })
const refutation = (card: string): object => ({
  people: [{ id: 'bo', name: 'Bo', team: 'sre', role: 'member' }],
  attestations: [{ id: `t-${card}`, card, person: 'bo', team: 'sre', verdict: 'refute', basis: JSON.stringify(['assumption', `Title of ${card}`, '', '']), seq: 1 }],
})

describe('what is printed', () => {
  it('[CL01] the whole report of the written boards, as JSON', async () => {
    for (const { file, ...expected } of reports) {
      const { code, out, err } = await run(['report', boardPath(file), '--at', expected.at, '--json'])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(JSON.parse(out)).toEqual(expected)
    }
  })

  it('[CL02] a table names every assumption, decision, risk, dependency and gap with its word and its reason', async () => {
    const { out } = await run(['report', LAUNCH, '--at', AT])
    const expected = reports.find(({ file }) => LAUNCH.endsWith(file))
    const parts = ['assumptions', 'decisions', 'dependencies'] as const
    for (const part of parts) {
      for (const [id, { state }] of Object.entries(expected?.[part] as Record<string, { state: string }>)) expect(out).toMatch(new RegExp(`^  ${state.replaceAll('_', ' ')} +${id} `, 'm'))
    }
    for (const text of ['refuted by Sunniva Dahl', 'not yet heard: Support', 'raised by a-load', '29 days too late', 'Product, Sales define "Active dispatcher" differently', 'Support has nothing that serves', 'As of 2026-11-20T12:00:00Z', '1 of 11']) expect(out).toContain(text)
  })

  it('[CL03] standard input is read for "-", and now is the instant when none is given', async () => {
    const { code, out } = await run(['report', '-', '--json'], { stdin: `\uFEFF${readFileSync(LAUNCH, 'utf8')}` })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ format: 'tacit-report/1', at: '2026-11-20T12:00:00.000Z' })
  })

  it('[CL04] a terminal gets colour and lines that fit, a pipe and NO_COLOR none, and every state is a word in all of them', async () => {
    const piped = await run(['report', LAUNCH, '--at', AT])
    const colored = await run(['report', LAUNCH, '--at', AT], { columns: 80 })
    const plain = await run(['report', LAUNCH, '--at', AT], { columns: 80, env: { NO_COLOR: '1' } })
    const dumb = await run(['report', LAUNCH, '--at', AT], { columns: 80, env: { TERM: 'dumb' } })
    expect(piped.out).not.toContain('\u001B')
    expect(colored.out).toContain('\u001B[31mrefuted')
    // oxlint-disable-next-line eslint/no-control-regex
    expect(colored.out.replaceAll(/\u001B\[\d*m/g, '')).toBe(plain.out)
    expect(dumb.out).toBe(plain.out)
    expect(Math.max(...plain.out.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80)
    expect(piped.out).toContain('"A switch per customer, on in three waves" comes 29 days too late for "Quotes name the wave a customer is in"')
  })

  it('[CL07] the check-in agenda as Markdown, in the language of the board, with what was written in it made harmless', async () => {
    const { code, out } = await run(['report', LAUNCH, '--at', AT, '--agenda'])
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 3)).toEqual(['# Check-in: Live Dispatch: from pilot to everyone', '', 'As of 20 Nov 2026, compared with the baseline of 6 Nov 2026.'])
    for (const text of ['## Slipped (3)', 'was confirmed and is past its date now, since 15 Nov 2026', '## Gaps (5)']) expect(out).toContain(text)
    const nasty = '\u001B[2J\u202Eevil\u009B31m\u061C\u2028\nnext'
    const german = await run(['report', '-', '--agenda'], { columns: 100, stdin: fileOf([{ id: 'a', kind: 'assumption', title: nasty, askTeams: ['sre'] }], { title: nasty, language: 'de' }) })
    // oxlint-disable-next-line eslint/no-control-regex
    expect(german.out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u061C\u2028\u202E]/)
    expect(german.out).toContain('# Standortbestimmung: \\[2Jevil31m next')
    expect((await run(['report', LAUNCH, '--agenda', '--json'])).err).toContain('Choose --json or --agenda')
  })

  it('[CL05] what somebody wrote never commands the terminal', async () => {
    const nasty = '\u001B]0;owned\u0007\u001B[2J\u202Eevil\u009B31m\nnext\tline'
    const { out, err } = await run(['report', '-', '--fail-on', 'marked'], { columns: 100, env: { NO_COLOR: '1' }, stdin: fileOf([{ id: 'a', kind: 'assumption', title: nasty }]) })
    // oxlint-disable-next-line eslint/no-control-regex
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/)
    expect(out).toContain('evil')
  })

  it('[CL05] nor in the report as JSON, which says the same words; nor in what is refused', async () => {
    const nasty = '\u009B2J\u202Eevil\u007F\u061C\u2028'
    const { out } = await run(['report', '-', '--json'], { columns: 100, stdin: fileOf([{ id: 'a', kind: 'assumption', title: 'a' }], { title: nasty }) })
    // oxlint-disable-next-line eslint/no-control-regex
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u061C\u2028\u202E]/)
    expect(JSON.parse(out)).toMatchObject({ title: '\u009B2J\u202Eevil\u007F\u061C ' })
    for (const args of [['report', '-', '--fail-on', '\u009B2J'], ['report', '--\u009B2J']]) {
      const { err } = await run(args, { stdin: fileOf([]) })
      expect(err).toMatch(/^tacit: /)
      expect(err).not.toContain('\u009B')
    }
  })

  it('[CL06] what a file has too much is left out with a note, and the report is made', async () => {
    const { code, out, err } = await run(['report', '-', '--json'], { stdin: fileOf([{ id: 'g', kind: 'goal' }], { links: [{ id: 'l', from: 'g', to: 'nobody', type: 'serves' }] }) })
    expect(code).toBe(0)
    expect(err).toMatch(/^Note: .*"l".*"nobody"/)
    expect(JSON.parse(out)).toMatchObject({ statuses: { g: 'unexamined' } })
  })
})

describe('failing a pipeline', () => {
  it('[CL10] a named state that occurs ends with 1 and is named with its card on standard error; the report is printed all the same', async () => {
    const { code, out, err } = await run(['report', LAUNCH, '--at', AT, '--json', '--fail-on', 'refuted,expired'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ format: 'tacit-report/1' })
    expect(err).toContain('refuted  a-support  Support can carry the launch without new people')
    expect(err).toContain('expired  a-freeze')
    expect(err).not.toContain('a-load')
  })

  it('[CL11] nothing named occurs: 0, and nothing on standard error', async () => {
    const { code, err } = await run(['report', LAUNCH, '--at', AT, '--fail-on', 'removed', '--fail-on', 'decision:agreed'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('[CL12] load-bearing:refuted needs an assumption that carries load', async () => {
    const cards = [{ id: 'a', kind: 'assumption' }, { id: 'g', kind: 'goal' }]
    const loose = fileOf(cards, refutation('a'))
    const bearing = fileOf(cards, { ...refutation('a'), links: [{ id: 'l', from: 'g', to: 'a', type: 'rests_on' }] })
    const important = fileOf([{ id: 'a', kind: 'assumption', importance: 'high' }], refutation('a'))
    const ended = async (stdin: string, word: string): Promise<number> => (await run(['report', '-', '--fail-on', word], { stdin })).code
    expect(await ended(loose, 'refuted')).toBe(1)
    expect(await ended(loose, 'load-bearing:refuted')).toBe(0)
    expect(await ended(bearing, 'load-bearing:refuted')).toBe(1)
    expect(await ended(important, 'load-bearing:refuted')).toBe(1)
    expect(await ended(fileOf([{ id: 'a', kind: 'assumption', importance: 'high', retired: true }], refutation('a')), 'load-bearing:refuted')).toBe(0)
  })

  it('[CL13] a word is asked for of everything, or of one subject', async () => {
    const ids = async (word: string): Promise<string[]> => {
      const { err } = await run(['report', LAUNCH, '--at', AT, '--fail-on', word])
      return [...err.matchAll(/^ {2}\S+ {2}(\S+(?: \S+)*?) {2}/gm)].map((match) => match[1] ?? '').sort()
    }
    expect(await ids('blocked')).toEqual(['d-sla'])
    expect(await ids('overdue')).toEqual(['dep-limit', 'if-2'])
    expect(await ids('work:overdue')).toEqual(['if-2'])
    expect(await ids('risk:critical')).toEqual(['r-outage', 'r-quiet'])
    expect(await ids('gap:conflict')).toEqual(['g-book g-calm'])
    expect(await ids('standing:at-risk')).toEqual(['g-book', 'g-calm', 'g-north'])
    expect(await ids('dependency:blindsided')).toEqual(['dep-limit'])
    expect(await ids('empathy:wrong')).toEqual(['sales>sre'])
    expect(await ids('load-bearing:marked')).not.toContain('a-support')
  })

  it('[CL14] an option, a state or a subject that is not known ends with 2 and its name, before the input is read', async () => {
    for (const [args, named] of [
      [['report', LAUNCH, '--fail-on', 'refutd'], '"refutd"'], [['report', LAUNCH, '--fail-on', 'decision:refuted'], '"decision:refuted"'], [['report', LAUNCH, '--fail-on', 'people:refuted'], '"people"'],
      [['report', LAUNCH, '--fail-on', ','], '--fail-on'], [['report', LAUNCH, '--frobnicate'], '"--frobnicate"'], [['report', LAUNCH, '--json=yes'], '"--json"'], [['report', LAUNCH, '--at'], '"--at"'],
      [['report', LAUNCH, '--at', '--json'], '"--at"'], [['report', LAUNCH, '--at', '2026-02-30'], '"2026-02-30"'], [['report'], 'board file'], [['report', LAUNCH, 'other.json'], '"other.json"'], [['frobnicate'], '"frobnicate"'], [[], 'command'],
    ] as const) {
      const { code, out, err } = await run(args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(named)
      expect(err.trimEnd()).not.toContain('\n')
    }
  })

  it('[CL15] a file that is none ends with 2 and the place of its first fault', async () => {
    const folder = temporaryFolder()
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '{"format": "tacit-board/1",\n "cards": [}')
    const wrong = async (stdin: string | Uint8Array): Promise<string> => {
      const { code, out, err } = await run(['report', '-', '--fail-on', 'refuted'], { stdin })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      return err
    }
    expect(await wrong(fileOf([{ id: 'g', kind: 'goal' }, { id: 'r', kind: 'risk', likelihood: 9 }]))).toContain('At cards[1].likelihood: "likelihood" must be')
    expect(await wrong('{}')).toContain('"format" must be "tacit-board/1"')
    expect(await wrong('[]')).toContain('no board file')
    expect(await wrong('')).toContain('empty')
    expect(await wrong(Uint8Array.from([0xff, 0xfe, 0x7b]))).toContain('UTF-8')
    expect((await run(['report', broken])).err).toMatch(/broken\.json is not JSON\. Look at line 2, column 12\./)
    expect((await run(['report', join(folder, 'none.json')])).err).toMatch(/There is no file .*none\.json/)
    expect((await run(['report', folder])).err).toContain('is a folder')
  })
})

describe('a text that is no JSON', () => {
  it('[CL17] its first fault is named by line and column, wherever it is', () => {
    expect(jsonFault('{"a": [1, {"b": "\\u00e9"}, -1.5e3, true, null, {}, []], "": ""} ')).toBeUndefined()
    for (const [text, place] of [['{"a": }', 'line 1, column 7'], ['[1,]', 'line 1, column 4'], ['{"a" 1}', 'line 1, column 2'], ['{} {}', 'line 1, column 4'], ['[1\n 2]', 'line 2, column 2'], ['{"a":"x', 'line 1, column 6'], ['[[', 'line 1, column 3, where it ends too early'], ['[01]', 'line 1, column 3']] as const) expect(jsonFault(text)).toBe(place)
  })

  it('[CL17] what JSON.parse takes has none, and what it refuses has one', () => {
    const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', '0.5', 'true', ' ', '\n', '\\u12', 'x'), { maxLength: 8 }).map((parts) => parts.join(''))
    const parses = (text: string): boolean => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    fc.assert(fc.property(fc.oneof(pieces, fc.json({ maxDepth: 3 })), (text) => (jsonFault(text) === undefined) === parses(text)), { numRuns: 2_000, seed: seedOf('json-fault') })
  })
})

describe('help', () => {
  it('[CL16] --help and --version answer on standard output with 0, wherever they stand', async () => {
    for (const args of [['--help'], ['help'], ['report', '--help'], ['report', LAUNCH, '-h']]) {
      const { code, out, err } = await run(args)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain('npx tacit')
    }
    expect((await run(['report', '--help'])).out).toMatch(/Exit codes: 0.*; 1.*; 2/)
    expect(await run(['--version'])).toEqual({ code: 0, out: 'tacit 9.8.7\n', err: '' })
  })
})
