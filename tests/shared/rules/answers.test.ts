// Who counts, which answer of several, and what a board or a card may choose: what the written cases of 3.1 leave open.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import type { AssumptionJudgement } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf } from '../../support/state-of.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')
const says = (title: string): string => statementOf({ kind: 'assumption', title, body: '', fields: {} })
const TEXT = says('It holds')
const EARLIER = says('It held')
const FIRST = says('It may hold')

interface Said { readonly person: string; readonly verdict?: string; readonly basis?: string; readonly seq?: number; readonly at?: string; readonly evidence?: unknown; readonly reason?: string }

/** An assumption by Ana of Product, on which a goal of SRE rests; Bo and Di are in SRE, Cy in Sales. */
function judged(said: readonly Said[], own: object = {}, settings: object = {}, now = NOW): AssumptionJudgement {
  const teams = { ana: 'product', bo: 'sre', cy: 'sales', di: 'sre' }
  const state = stateOf({
    settings,
    people: Object.entries(teams).map(([id, team]) => ({ id, team, role: 'member' })),
    cards: [{ id: 'a', kind: 'assumption', title: 'It holds', author: 'ana', ...own }, { id: 'g', kind: 'goal', title: 'g', team: 'sre' }],
    links: [{ id: 'l', type: 'rests_on', from: 'g', to: 'a' }],
    attestations: said.map((one, i) => ({
      id: `r${i}`, card: 'a', team: teams[one.person as keyof typeof teams], verdict: 'confirm', basis: TEXT, seq: 1, at: '2026-06-10T00:00:00Z', evidence: { kind: 'test' }, ...one,
    })),
  })
  return judge(state, now).assumption('a')
}

describe('answers', () => {
  test('[AA01] evidence of a kind that is not known is no evidence', () => {
    expect(judged([{ person: 'bo', evidence: { kind: 'dream' } }])).toMatchObject({ state: 'partly', reasons: ['needs_evidence'] })
    expect(judged([{ person: 'bo', evidence: 'test' }]).state).toBe('partly')
  })

  test('[AA02] who has answered the current text is not named for an earlier one', () => {
    expect(judged([{ person: 'bo', basis: EARLIER }, { person: 'bo', seq: 2, verdict: 'unsure' }]).reasons).not.toContain('answered_earlier_text:bo')
  })

  test('[AA03] a withdrawal clears answers on every wording', () => {
    const withdrawal = { person: 'bo', verdict: 'withdraw', basis: EARLIER, seq: 3 }
    expect(judged([{ person: 'bo' }, { person: 'bo', basis: EARLIER, seq: 2 }, withdrawal])).toMatchObject({ state: 'unconfirmed', seats: { sre: 'not_heard' } })
  })

  test('[AA04] of several earlier wordings the latest answer speaks: a late doubt cannot confirm an earlier text', () => {
    const confirmedFirst = [{ person: 'cy' }, { person: 'bo', basis: FIRST, seq: 1 }]
    expect(judged(confirmedFirst).state).toBe('reopened')
    expect(judged([...confirmedFirst, { person: 'bo', basis: EARLIER, seq: 2, verdict: 'refute', reason: 'r' }]).state).toBe('partly')
  })

  test('[AA05] an answer counts again when the text is as it was', () => {
    expect(judged([{ person: 'bo' }, { person: 'bo', basis: EARLIER, seq: 2, verdict: 'refute', reason: 'r' }]).state).toBe('confirmed')
  })

  test('[AA06] of two refutations with one seq the smaller id speaks, with its reason', () => {
    expect(judged([{ person: 'bo', verdict: 'refute', reason: 'r' }, { person: 'bo', verdict: 'refute' }]).reasons).toEqual(['refuted_by:bo'])
    expect(judged([{ person: 'bo', verdict: 'refute', reason: ' ' }, { person: 'bo', verdict: 'refute', reason: 'r' }]).reasons).toEqual(['refuted_by:bo:no_reason'])
  })

  test('[AA07] an answer given at the very instant of the review date holds after it', () => {
    const reviewBy = '2026-06-14T00:00:00Z'
    expect(judged([{ person: 'bo', at: reviewBy }], { reviewBy }).state).toBe('confirmed')
    expect(judged([{ person: 'bo', at: '2026-06-13T23:59:59.999Z' }], { reviewBy }).state).toBe('expired')
    expect(judged([{ person: 'bo' }], { reviewBy: '2026-06-15T12:00:00Z' }).state).toBe('expired')
  })

  test('[AA08] a review date that is no date is none', () => {
    expect(judged([{ person: 'bo' }], { reviewBy: 'next week' }).state).toBe('confirmed')
  })

  test('[AA09] a confirmation dated exactly a day ahead counts, one a millisecond later does not', () => {
    expect(judged([{ person: 'bo', at: '2026-06-16T12:00:00Z' }]).state).toBe('confirmed')
    expect(judged([{ person: 'bo', at: '2026-06-16T12:00:00.001Z' }])).toMatchObject({ state: 'unconfirmed', reasons: ['clock:bo', 'needs_evidence', 'needs_other_than_author', 'needs_team:sre'] })
  })

  test('[AA10] what is asked in askTeams counts only as far as it is a list of teams', () => {
    expect(judged([{ person: 'bo' }], { askTeams: 'sales' }).state).toBe('confirmed')
    expect(judged([{ person: 'bo' }], { askTeams: ['sales', 7, ''] }).seats).toEqual({ sre: 'confirmed', sales: 'not_heard' })
  })
})

describe('choices', () => {
  test('[C01] the days of a card beat those of the board; without a usable number it is 90', () => {
    const old = [{ person: 'bo', at: '2026-06-01T00:00:00Z' }]
    expect(judged(old, { validDays: 30 }, { validDays: 10 }).state).toBe('confirmed')
    expect(judged(old, {}, { validDays: 10 }).state).toBe('expired')
    for (const validDays of [0, -1, Number.NaN, '10', null]) expect(judged(old, {}, { validDays }).state).toBe('confirmed')
    expect(judged([{ person: 'bo', at: '2026-03-17T12:00:00Z' }], {}, { validDays: 'x' }).state).toBe('expired')
  })

  test('[C02] evidence may be asked always or never', () => {
    const bare = [{ person: 'bo', evidence: undefined }]
    expect(judged(bare, {}, { requireEvidence: 'never' }).state).toBe('confirmed')
    expect(judged(bare, {}, { requireEvidence: 'sometimes' }).reasons).toEqual(['needs_evidence'])
  })

  test('[C03] the quorum of a card beats that of the board', () => {
    const asked = { askTeams: ['sales', 'product'] }
    const said = [{ person: 'bo' }, { person: 'cy' }]
    expect(judged(said, { ...asked, quorum: 'majority' }).state).toBe('confirmed')
    expect(judged(said, { ...asked, quorum: 'all' }, { quorum: 'majority' }).state).toBe('partly')
  })
})
