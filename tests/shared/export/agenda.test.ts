// The check-in agenda against the judgements that it is made of, in both languages, and as Markdown in which nothing that
// people wrote formats anything.
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../shared/board/markdown-read.ts'
import { nameText } from '../../../shared/board/text.ts'
import { hasUnseen } from '../../../shared/board/unseen.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import { agendaEnglish, type AgendaWords } from '../../../shared/export/agenda-english.ts'
import { agendaGerman } from '../../../shared/export/agenda-german.ts'
import { agendaMarkdown, agendaOf, type Agenda, type AgendaPart } from '../../../shared/export/agenda.ts'
import { gapSaid, gapsByCard } from '../../../shared/export/gap-sentences.ts'
import { inLine, markdownLine, sentence, sentenceText } from '../../../shared/export/sentence.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { ASSUMPTION_STATES, DECISION_STATES, DEPENDENCY_STATES, GAP_TYPES } from '../../../shared/rules/judgements.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'

const NOW = Date.parse('2026-09-01T12:00:00Z')
const LANGUAGES: readonly AgendaWords[] = [agendaEnglish, agendaGerman]
const HOSTILE = '1. # <b>Do *not* [click](javascript:alert(1))</b> `x` | ~~y~~ & \u202E!_z_\nsecond'

const FILE = {
  title: HOSTILE, settings: { cadenceDays: 14 },
  teams: [{ id: 'product', name: 'Product' }, { id: 'sre', name: '*SRE*' }, { id: 'sales', name: 'Sales' }],
  people: [{ id: 'ana', name: 'Ana', team: 'product', role: 'member' }, { id: 'bo', name: 'Bo', team: 'sre', role: 'member' }],
  cards: [
    { id: 'a', kind: 'assumption', title: HOSTILE, team: 'product', author: 'ana', createdAt: '2026-08-20T09:00:00Z' },
    { id: 'b', kind: 'assumption', title: 'Old but said', team: 'product', createdAt: '2026-01-01T09:00:00Z', editedAt: '2026-08-10T09:00:00Z', editedBy: 'bo' },
    { id: 'g', kind: 'goal', title: 'Shared goal', team: 'sre', shared: true }, { id: 'd', kind: 'decision', title: 'We do it', team: 'product', askTeams: ['sre', 'sales'] },
    { id: 'm1', kind: 'metric', title: 'Lead', definition: 'one', team: 'product' }, { id: 'm2', kind: 'metric', title: 'Lead', definition: 'two', team: 'sales' },
    { id: 'c', kind: 'commitment', title: 'Needs', team: 'product' }, { id: 'p', kind: 'commitment', title: 'Provides', team: 'sre', due: '2026-10-10' },
    { id: 'gone', kind: 'commitment', title: 'Gone', team: 'sre', deleted: true, createdAt: '2026-01-01T09:00:00Z', deletedAt: '2026-08-12T09:00:00Z' }, { id: 'undated', kind: 'commitment', title: 'Some day', team: 'sales' },
    { id: 'f', kind: 'frame', title: 'A frame', createdAt: '2026-08-20T09:00:00Z' },
  ],
  links: [
    { id: 'ga', from: 'g', to: 'a', type: 'rests_on' }, { id: 'gb', from: 'g', to: 'b', type: 'rests_on' },
    { id: 'late', from: 'c', to: 'p', type: 'depends_on', needBy: '2026-10-01' }, { id: 'nobody', from: 'c', to: 'gone', type: 'depends_on' }, { id: 'when', from: 'c', to: 'undated', type: 'depends_on' },
    { id: 'x', from: 'g', to: 'd', type: 'conflicts_with' },
  ],
  attestations: [{ id: 'c1', card: 'b', person: 'ana', team: 'product', verdict: 'confirm', basis: '["assumption","Old but said","",""]', seq: 1, at: '2026-02-01T09:00:00Z' }, { id: 'c2', card: 'b', person: 'bo', team: 'sre', verdict: 'confirm', basis: '["assumption","Old but said","",""]', seq: 1, at: '2026-06-20T09:00:00Z', evidence: { kind: 'data' } }],
  baselines: [{ id: 'bl', at: '2026-08-01T09:00:00Z', name: 'Kick-off', person: 'ana', states: { b: 'confirmed', g: 'sound', a: 'confirmed' } }],
} satisfies PartialFile

/** `a` is expired by the settings. */
const made = (file: PartialFile, words = agendaEnglish): { board: BoardState; agenda: Agenda } => {
  const board = stateOf(file)
  return { board, agenda: agendaOf({ board, judgements: judge(board, NOW), words }) }
}
const cardsIn = (agenda: Agenda, part: AgendaPart): string[] => (agenda.sections.find((section) => section.part === part)?.entries ?? []).flatMap((entry) => entry.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.card])))

describe('the agenda', () => {
  test('[AG01] it lists what the judgements list', () => {
    const { board, agenda } = made({ ...FILE, settings: { cadenceDays: 14, validDays: 30 } })
    const judgements = judge(board, NOW)
    const wide = wideOf(judgements)
    expect(cardsIn(agenda, 'slipped')).toEqual(wide.drift().slipped)
    expect(cardsIn(agenda, 'slipped')).toContain('b')
    expect(agenda.sections.find(({ part }) => part === 'gaps')?.count).toBe(wide.gaps().length)
    expect(cardsIn(agenda, 'changed')).toEqual(['a', 'gone', 'b'])
    expect(cardsIn(agenda, 'dependencies').length / 2).toBe([...board.links.values()].filter(({ type, id }) => type === 'depends_on' && judgements.dependency(id).state !== 'in_step').length)
    expect(cardsIn(agenda, 'notHeard').filter((id) => id === 'd')).toEqual(['d', 'd'])
    // What slipped because it is past its date is told once.
    expect(judgements.assumption('b').state).toBe('expired')
    expect(cardsIn(agenda, 'expired')).toEqual([])
    expect(cardsIn(made({ ...FILE, settings: { validDays: 30 }, baselines: [] }).agenda, 'expired')).toEqual(['b'])
  })

  test('[AG01] what came and went in between is no change; a proposal waits to be heard like a decision', () => {
    const between = { id: 'between', kind: 'goal', title: 'Came and went', deleted: true, createdAt: '2026-08-11T09:00:00Z', deletedAt: '2026-08-12T09:00:00Z' }
    const { agenda } = made({ ...FILE, cards: [...FILE.cards, between, { id: 'pr', kind: 'proposal', title: 'We could', askTeams: ['sales'] }] })
    expect(cardsIn(agenda, 'changed')).toEqual(['a', 'gone', 'b'])
    expect(cardsIn(agenda, 'notHeard')).toContain('pr')
  })

  test('[AG01] whoever is most waited for comes first, and of dependencies the overdue, which say so', () => {
    const cards = [
      { id: 'n', kind: 'commitment', title: 'Needs', team: 'sales' }, { id: 'p', kind: 'commitment', title: 'Provides', team: 'sre' }, { id: 'q', kind: 'commitment', title: 'Delivers', team: 'sre', deleted: true, deletedAt: '2026-08-01T09:00:00Z' },
      { id: 'd1', kind: 'decision', title: 'One', askTeams: ['product', 'sales'] }, { id: 'd2', kind: 'decision', title: 'Two', askTeams: ['sales'] },
    ]
    const acks = [{ id: 'k', link: 'l1', person: 'bo', team: 'sre', side: 'provider', response: 'no', basis: '["[\\"Needs\\",\\"\\",\\"\\",\\"\\"]","",""]', seq: 1, at: '2026-07-01T09:00:00Z' }]
    const { board, agenda } = made({ ...FILE, cards, acks, baselines: [], links: [{ id: 'l1', from: 'n', to: 'p', type: 'depends_on' }, { id: 'l2', from: 'n', to: 'q', type: 'depends_on' }] })
    const lines = agenda.sections.find(({ part }) => part === 'dependencies')?.entries.map(sentenceText) ?? []
    expect(judge(board, NOW).dependency('l2').overdue).toBe(true)
    expect(lines.map((line) => [line.includes('Delivers'), line.endsWith(agendaEnglish.overdue)])).toEqual([[true, true], [false, false]])
    expect(agenda.sections.find(({ part }) => part === 'notHeard')?.entries.map((entry) => sentenceText(entry).startsWith('Sales'))).toEqual([true, false])
  })

  test('[AG02] its Markdown says the same words, and nothing that people wrote formats anything', () => {
    for (const words of LANGUAGES) {
      const { agenda } = made(FILE, words)
      const lines = agendaMarkdown(agenda).replaceAll('\u2060', '').trim().split('\n').filter((line) => line !== '')
      const said = [agenda.title, ...agenda.head, ...agenda.sections.flatMap(({ title, count, entries, more }) => [`${title} (${count})`, ...entries.map(sentenceText), ...(more === '' ? [] : [more])]), ...(agenda.foot === '' ? [] : [agenda.foot])]
      expect(lines.map((line) => line.replace(/^(#{1,2}|-) /, '').replace(/\\([!-/:-@[-`{-~])/g, '$1'))).toEqual(said)
      for (const [at, line] of lines.entries()) {
        expect(readMarkdown(line.replace(/^(#{1,2}|-) /, ''))).toEqual([{ kind: 'paragraph', runs: [{ text: said[at] }] }])
        expect(line.replace(/^(#{1,2}|-) /, '').replace(/\\./g, '')).not.toMatch(/[`*_[\]<>#|~!&\u202E]/)
      }
    }
    expect([markdownLine('1. one'), markdownLine('- two'), markdownLine('3) three'), markdownLine('4 four.'), markdownLine('= five')]).toEqual(['1\\. one', '\\- two', '3\\) three', '4 four.', '\\= five'])
  })

  test.each([
    ['see https://example.org/x', 'see https:\u2060//example.org/x'], ['HTTP://x.org', 'HTTP:\u2060//x.org'], ['www.example.org', 'www\u2060.example.org'], ['WWW.x.org', 'WWW\u2060.x.org'],
    ['@ana and (@org/team)', '@\u2060ana and (@\u2060org/team)'], ['ana@example.org', 'ana@\u2060example.org'], ['mailto:ana', 'mailto:\u2060ana'],
    ['so :tada: or :+1:', 'so :\u2060tada: or :\u2060+1:'], [':white_check_mark:', '\\:\u2060white\\_check\\_mark:'], ['at 10:30, note: this', 'at 10:30, note: this'],
  ])('[AG02] no page makes a link, a mention or a picture of %j', (said, written) => {
    expect(markdownLine(said)).toBe(written)
  })

  test.each(['\u00AD', '\u180E', '\u3164', '\u2060', '\u206A', '\u206F', '\u202E', '\u200B', '\uFEFF', '\u{E0001}', '\u{E0041}', '\u{E007F}'])('[AG02] %j, which nobody sees, stands in no sentence and in no name', (unseen) => {
    expect([inLine(`a${unseen}b`), nameText(`a${unseen}b`), hasUnseen(`a${unseen}b`)]).toEqual(['ab', 'ab', true])
    expect([inLine('\u{1F469}\u200D\u{1F680} \u0646\u200C'), hasUnseen('\u{1F469}\u200D\u{1F680} \u0646\u200C')]).toEqual(['\u{1F469}\u200D\u{1F680} \u0646\u200C', false])
  })

  test('[AG03] only sections with something in them are listed, the others named; a head says since when and what is next', () => {
    const { agenda } = made(FILE)
    expect(agenda.head[0]).toBe('As of 1 Sept 2026, compared with the baseline “Kick-off” of 1 Aug 2026 by Ana.')
    expect(agenda.head.at(-1)).toBe('A check-in every 14 days: this one was due on 15 Aug 2026.')
    expect(agenda.sections.every(({ entries }) => entries.length > 0)).toBe(true)
    const { agenda: empty } = made({})
    expect([empty.sections, empty.foot, empty.head]).toEqual([[], 'There is nothing to talk about.', ['As of 1 Sept 2026. There is no baseline yet, so what changed and what slipped is not known.', agendaEnglish.nothingToTrack]])
    const { agenda: full } = made({ cards: Array.from({ length: 130 }, (_, at) => ({ id: `n${at}`, kind: 'assumption', title: `No ${at}`, askTeams: [`t${at}`] })) })
    const many = full.sections
    expect(agendaMarkdown(full)).toContain('\n\nAnd 30 more.')
    expect(many.map(({ part, count, entries, more }) => [part, count, entries.length, more])).toEqual([['notHeard', 130, 100, 'And 30 more.']])
  })

  test('[AG04] every state, gap and line has its words in both languages', () => {
    for (const words of LANGUAGES) {
      for (const state of [...ASSUMPTION_STATES, ...DECISION_STATES]) expect(words.status(state)).toMatch(/^\p{L}[\p{L} -]+$/u)
      for (const type of GAP_TYPES) expect([words.types[type], words.closes[type]].join(' ')).toMatch(/\p{L}{2}/u)
      expect(DEPENDENCY_STATES.filter((state) => words.line(state, 'A', 'B', 'C', 'D') === '')).toEqual(['void', 'internal', 'in_step'])
    }
    for (const part of ['sections', 'gaps', 'closes', 'types', 'rhythm'] as const) expect(Object.keys(agendaGerman[part])).toEqual(Object.keys(agendaEnglish[part]))
  })
})

describe('gaps in words', () => {
  test('[GA16] a gap names the cards that it is about, and each of them has it', () => {
    const board = stateOf(FILE)
    const gaps = wideOf(judge(board, NOW)).gaps()
    expect([...new Set(gaps.map(({ type }) => type))]).toEqual([...GAP_TYPES])
    const byCard = gapsByCard(board, gaps)
    for (const gap of gaps) {
      const { says } = gapSaid(board, gap, agendaEnglish)
      const named = says.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.card]))
      expect(named.length).toBe(gap.type === 'no_contribution' ? 1 : 2)
      for (const id of named) expect(byCard.get(id)).toContain(gap)
    }
    expect(sentenceText(gapSaid(board, gaps.find(({ type }) => type === 'date') ?? { type: 'date', ids: [], size: 0 }, agendaEnglish).says)).toBe('“Provides” comes 9 days too late for “Needs”.')
    expect(gapsByCard(board, gaps)).toBe(byCard)
  })

  test('[GA17] a sentence puts the cards where its language wants them', () => {
    const cards = [{ card: 'a', title: 'A 0' }, { card: 'b', title: '\uE0000\uE001' }]
    expect(sentence(cards, (one = '', other = '') => `${other} vor ${one}!`)).toEqual([cards[1], ' vor ', cards[0], '!'])
  })
})
