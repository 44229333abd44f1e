// The words that an answer is about: what counts as a change of words, and what is a statement.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARD_KINDS } from '../../../shared/board/records.ts'
import { endOfDay, instantOf } from '../../../shared/rules/instants.ts'
import { isStatement, norm, splitStatement, statementOf } from '../../../shared/rules/statement.ts'
import { seedOf } from './random-board.ts'

const anyText = fc.string({ unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }), fc.constantFrom(' ', '\n', '\u00A0', '\u200B', '\u00AD', '\uFEFF', '’', '„', '–', '−', 'e', '\u0301', '\u212B')) })

describe('statement', () => {
  test('[N01] norm of a norm is the same text', () => {
    fc.assert(fc.property(anyText, (text) => { expect(norm(norm(text))).toBe(norm(text)) }), { numRuns: 2_000, seed: seedOf('norm') })
  })

  test('[N02] quotes, dashes, invisible characters and white space are made alike', () => {
    expect(norm('‘a’ ‚b‛ “c” „d‟')).toBe('\'a\' \'b\' "c" "d"')
    expect(norm('a‐b‑c‒d–e—f―g−h')).toBe('a-b-c-d-e-f-g-h')
    expect(norm('so\u00ADft\u200B \uFEFFhy\u00ADphen')).toBe('soft hyphen')
    expect(norm('\t a\u00A0 \n\u2003b\r\n')).toBe('a b')
  })

  test('[N03] an accent is one with its letter even when something invisible stands between them', () => {
    expect(norm('e\u200B\u0301')).toBe('é')
  })

  test('[N04] case, joiners and what only looks alike stay different', () => {
    expect(norm('SRE')).not.toBe(norm('sre'))
    expect(norm('10²')).toBe('10²')
    expect(norm('می\u200Cخواهم')).toContain('\u200C')
  })

  test('[N05] the statement has kind, title, body and criterion, and nothing else', () => {
    const card = { kind: 'goal' as const, title: ' a ', body: 'b\nc', fields: { criterion: 'd', notes: 'e', team: 'f' } }
    expect(statementOf(card)).toBe('["goal","a","b c","d"]')
    expect(statementOf({ ...card, fields: { criterion: 7 as never } })).toBe('["goal","a","b c",""]')
  })

  test('[N06] what statementOf gives is a statement and splits into its parts', () => {
    const anyCard = fc.record({ kind: fc.constantFrom(...CARD_KINDS), title: anyText, body: anyText, criterion: anyText })
    fc.assert(fc.property(anyCard, ({ kind, title, body, criterion }) => {
      const basis = statementOf({ kind, title, body, fields: { criterion } })
      expect(isStatement(basis)).toBe(true)
      expect(splitStatement(basis)).toEqual({ kind, title: norm(title), body: norm(body), criterion: norm(criterion) })
    }), { numRuns: 1_000, seed: seedOf('statement') })
  })

  test('[N07] nothing else is a statement', () => {
    const none = ['', 'words', '{}', 'null', '["goal","a","b"]', '["goal","a","b","c","d"]', '["goal","a","b",4]', '["wish","a","b","c"]', '["__proto__","","",""]',
      '["goal", "a","b","c"]', '["goal"," a","b","c"]', '["goal","a’s","b","c"]', '["goal","a","b","c"]\n', '["goal","\\u0061","b","c"]']
    for (const text of none) expect(isStatement(text), text).toBe(false)
    for (const value of [undefined, null, 4, ['goal', 'a', 'b', 'c']]) expect(isStatement(value)).toBe(false)
  })

  test('[N08] a basis that is no statement splits into nothing', () => {
    for (const text of ['', 'removed', '[]', '["goal","a","b",4]']) expect(splitStatement(text)).toBeUndefined()
  })
})

describe('instants', () => {
  test('[I01] an instant without a zone is UTC, a day alone is its start', () => {
    expect(instantOf('2026-06-15T12:00:00Z')).toBe(Date.UTC(2026, 5, 15, 12))
    expect(instantOf('2026-06-15T12:00')).toBe(Date.UTC(2026, 5, 15, 12))
    expect(instantOf('2026-06-15T12:00:00.5+02:00')).toBe(Date.UTC(2026, 5, 15, 10, 0, 0, 500))
    expect(instantOf('2026-06-15T12:00:00-0530')).toBe(Date.UTC(2026, 5, 15, 17, 30))
    expect(instantOf('2026-06-15')).toBe(Date.UTC(2026, 5, 15))
  })

  test('[I02] what is not a date of the calendar is none', () => {
    for (const text of ['', '15 June 2026', '2026-02-30', '2026-13-01', '2026-00-10', '2026-06-15T24:00:00Z', '2026-06-15T12:60Z', '0020-01-01', 'x2026-06-15']) expect(instantOf(text), text).toBeUndefined()
    for (const value of [undefined, null, 0, Date.UTC(2026, 5, 15)]) expect(instantOf(value)).toBeUndefined()
  })

  test('[I03] a day ends where the next one begins', () => {
    expect(endOfDay('2026-06-15')).toBe(Date.UTC(2026, 5, 16))
    expect(endOfDay('2026-06-15T23:59:59Z')).toBe(Date.UTC(2026, 5, 16))
    expect(endOfDay('soon')).toBeUndefined()
  })
})
