// A board file in other words: every text is asked for, and nothing else is taken.
import { describe, expect, it } from 'vitest'
import { FILE_FORMAT, type BoardFile } from '../../../shared/board/board-file.ts'
import { saidIn } from '../../../shared/board/file-words.ts'

const FILE: BoardFile = {
  format: FILE_FORMAT, title: 'Launch', language: 'en', people: [], attestations: [],
  teams: [{ id: 'sre', name: 'SRE', currency: [{ id: 'pages', metric: 'Pages', direction: 'down', now: '4' }], constraints: ['Three people'] }],
  cards: [{ id: 'p', kind: 'proposal', title: 'The least', body: '', x: 1, y: 2, tiers: [{ name: 'First', conditions: [{ type: 'confirmed', card: 'a' }] }] }, { id: 'a', kind: 'assumption', title: 'It holds', x: 0, y: 0 }],
  links: [{ id: 'p>a', from: 'p', to: 'a', type: 'rests_on' }],
}
const WORDS = {
  language: 'de', title: 'Start',
  teams: { sre: { name: 'SRE', currency: { pages: { metric: 'Alarme', now: '4' } }, constraints: ['Drei Leute'] } },
  cards: { p: { title: 'Das Mindeste', tiers: [{ name: 'Zuerst' }] }, a: { title: 'Es hält' } },
}

describe('a board file in other words', () => {
  it('[H180] is the same board, said otherwise', () => {
    expect(saidIn(FILE, WORDS)).toEqual({
      ...FILE, language: 'de', title: 'Start',
      teams: [{ id: 'sre', name: 'SRE', currency: [{ id: 'pages', metric: 'Alarme', direction: 'down', now: '4' }], constraints: ['Drei Leute'] }],
      cards: [{ ...FILE.cards[0], title: 'Das Mindeste', tiers: [{ name: 'Zuerst', conditions: [{ type: 'confirmed', card: 'a' }] }] }, { ...FILE.cards[1], title: 'Es hält' }],
    })
  })

  it.each([
    ['cards.a.title', { cards: { ...WORDS.cards, a: {} } }],
    ['cards.a.title', { cards: { ...WORDS.cards, a: { title: '' } } }],
    ['cards.a.x', { cards: { ...WORDS.cards, a: { title: 'Es hält', x: '7' } } }],
    ['cards.gone', { cards: { ...WORDS.cards, gone: { title: 'Weg' } } }],
    ['cards.p.tiers.0.name', { cards: { ...WORDS.cards, p: { title: 'Das Mindeste', tiers: [{}] } } }],
    ['cards.p.tiers', { cards: { ...WORDS.cards, p: { title: 'Das Mindeste', tiers: [] } } }],
    ['teams.sre.constraints', { teams: { sre: { ...WORDS.teams.sre, constraints: undefined } } }],
    ['teams.sre.currency.pages.now', { teams: { sre: { ...WORDS.teams.sre, currency: { pages: { metric: 'Alarme' } } } } }],
    ['summary', { summary: 'Zu viel' }],
    ['language', { language: undefined }],
  ])('[H180] names %s where a text is missing or too much', (place, change) => {
    expect(() => saidIn(FILE, { ...WORDS, ...change })).toThrow(new RegExp(`^${place.replaceAll('.', '\\.')}: `))
  })
})
