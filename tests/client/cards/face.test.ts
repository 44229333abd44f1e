// What a card says in each state and kind, as words: labels, counts, tiles, weight, footers, names.
import { expect } from '@open-wc/testing'
import { faceOf, MOST_TILES, type Face } from '../../../client/cards/face.ts'
import { KINDS } from '../../../client/cards/kinds.ts'
import { CARD_KINDS, type CardKind, type Attestation, type Link } from '../../../shared/board/records.ts'
import type { AssumptionState, Seat } from '../../../shared/rules/judgements.ts'
import { answer, assumption, boardOf, card, judgementsOf, link, type Sample } from './sample-board.ts'

const TITLE = 'Sales will stop quoting seat prices on 1 March.'
const SEATS = { billing: 'confirmed', product: 'not_heard', finance: 'not_heard', sales: 'not_heard' } as const satisfies Record<string, Seat>

function face(sample: Sample, more: { answers?: readonly Attestation[]; links?: readonly Link[]; others?: readonly Sample[] } = {}): Face {
  const all = [sample, ...(more.others ?? [])]
  return faceOf({ card: sample.card, board: boardOf(all, more), judgements: judgementsOf(all) })
}

function marked(state: AssumptionState, seats: Record<string, Seat>, reasons: readonly string[] = [], answers: readonly Attestation[] = []): NonNullable<Face['mark']> {
  const { mark } = face(assumption('a', TITLE, state, seats, { assumption: { state, marked: !['confirmed', 'refuted', 'retired'].includes(state), reasons, seats } }), { answers })
  if (mark === undefined) throw new Error('An assumption without a mark')
  return mark
}

describe('the mark on an assumption', () => {
  it('says every state in words', () => {
    expect(marked('unconfirmed', { sales: 'not_heard', sre: 'not_heard' }).label).to.equal('Unconfirmed · 0 of 2')
    expect(marked('partly', SEATS).label).to.equal('Unconfirmed · 1 of 4')
    expect(marked('confirmed', { sre: 'confirmed' }).label).to.equal('Confirmed · 1 of 1')
    expect(marked('reopened', { sre: 'earlier_text', sales: 'confirmed' }).label).to.equal('Re-confirm · 1 of 2')
    expect(marked('expired', { sre: 'expired' }).label).to.equal('Out of date · 0 of 1')
    expect(marked('retired', SEATS).label).to.equal('Retired')
  })

  it('asks for someone when no team is asked', () => {
    expect(marked('unconfirmed', {}).label).to.equal('Unconfirmed · ask someone')
    expect(marked('confirmed', {}).label).to.equal('Confirmed')
  })

  it('counts teams for and against in a dispute', () => {
    const seats = { billing: 'confirmed', product: 'confirmed', finance: 'refuted' } as const
    const answers = [answer('1', 'a', 'ines', 'finance', 'refute'), answer('2', 'a', 'dele', 'finance', 'refute')]
    expect(marked('contested', seats, ['refuted_by:dele', 'refuted_by:ines'], answers).label).to.equal('Disputed · 2–1')
    expect(marked('contested', { sales: 'not_heard' }, ['refuted_by:dele:no_reason'], [answer('1', 'a', 'dele', 'sales', 'refute')]).label).to.equal('Disputed · 1–1')
  })

  it('dates a refutation by the latest that counts', () => {
    const answers = [answer('1', 'a', 'dele', 'sales', 'refute', { at: '2025-10-01T00:00:00Z' }), answer('2', 'a', 'dele', 'sales', 'refute', { at: '2025-11-12T10:00:00Z', seq: 2 }), answer('3', 'a', 'mara', 'product', 'refute', { at: '2025-12-24T00:00:00Z' })]
    expect(marked('refuted', SEATS, ['refuted_by:dele'], answers).label).to.equal('Refuted · 12 Nov')
    expect(marked('refuted', SEATS, ['refuted_by:dele'], [answer('1', 'a', 'dele', 'sales', 'refute', { at: '2024-11-12T10:00:00Z' })]).label).to.equal('Refuted · 12 Nov 2024')
    expect(marked('refuted', SEATS, ['refuted_by:dele'], [answer('1', 'a', 'dele', 'sales', 'refute', { at: undefined })]).label).to.equal('Refuted')
  })

  it('shows who, the yes first, at most six and how many more', () => {
    const seats: Record<string, Seat> = { legal: 'not_heard', sre: 'refuted', billing: 'confirmed', support: 'unsure', sales: 'expired', finance: 'confirmed', product: 'earlier_text', marketing: 'not_heard' }
    const { tiles, moreTiles } = marked('contested', seats)
    expect(tiles.map((tile) => `${tile.code} ${tile.stance}`)).to.deep.equal(['BI yes', 'FI yes', 'SR no', 'PD was', 'SA was', 'SU unsure'])
    expect(tiles).to.have.length(MOST_TILES)
    expect(moreTiles).to.deep.equal(['Legal', 'Marketing'])
  })

  it('bears its load only while it is relevant', () => {
    expect(face(assumption('a', TITLE, 'partly', SEATS, { carries: 5 })).carries).to.equal(5)
    expect(face(assumption('a', TITLE, 'partly', SEATS, { loadBearing: true })).carries).to.equal(0)
    expect(face(assumption('a', TITLE, 'partly', SEATS)).carries).to.equal(undefined)
    expect(face(assumption('a', TITLE, 'retired', SEATS, { carries: 5 })).carries).to.equal(undefined)
  })
})

describe('the foot of a card', () => {
  const doubt = (state: AssumptionState, because: readonly string[] = ['x']): string | undefined => {
    const goal: Sample = { card: card('g', 'goal', 'Goal'), standing: { state: 'at_risk', because } }
    return face(goal, { others: because.map((id) => assumption(id, 'x', state, {})) }).footer?.text
  }

  it('says what a card rests on that is in doubt', () => {
    expect(doubt('unconfirmed')).to.equal('Rests on 1 unconfirmed')
    expect(doubt('partly', ['x', 'y'])).to.equal('Rests on 2 unconfirmed')
    expect(doubt('reopened')).to.equal('Rests on 1 edited since')
    expect(doubt('expired')).to.equal('Rests on 1 past its date')
    expect(doubt('contested')).to.equal('Rests on 1 disputed')
    expect(doubt('refuted')).to.equal('Rests on 1 refuted')
    expect(doubt('absent', ['removed:x'])).to.equal('Rests on 1 removed')
  })

  it('names the worst first', () => {
    const goal: Sample = { card: card('g', 'goal', 'Goal'), standing: { state: 'broken', because: ['a', 'b', 'c'] } }
    const others = [assumption('a', '', 'partly', {}), assumption('b', '', 'refuted', {}), assumption('c', '', 'partly', {})]
    expect(face(goal, { others }).footer).to.deep.equal({ text: 'Rests on 1 refuted +2', title: 'Rests on 1 refuted and 2 more in doubt', look: 'refuted' })
    const worst = ['refuted', 'contested', 'reopened', 'expired', 'partly'] as const
    const said = worst.slice(1).map((lesser, at) => {
      const both = [assumption('a', '', lesser, {}), assumption('b', '', worst[at] ?? 'partly', {})]
      return face({ card: goal.card, standing: { state: 'broken', because: ['a', 'b'] } }, { others: both }).footer?.text
    })
    expect(said).to.deep.equal(['Rests on 1 refuted +1', 'Rests on 1 disputed +1', 'Rests on 1 edited since +1', 'Rests on 1 past its date +1'])
  })

  it('a risk inherits the doubt of what it hangs on', () => {
    const risk: Sample = { card: card('r', 'risk', 'Risk', { likelihood: 2, impact: 5 }) }
    const made = face(risk, { others: [assumption('a', '', 'partly', {})], links: [link('a', 'if_false', 'r')] })
    expect(made.footer?.text).to.equal('Rests on 1 unconfirmed')
    expect(made.rating?.text).to.equal('2 × 5')
    expect(face(risk, { others: [assumption('a', '', 'confirmed', {})], links: [link('a', 'if_false', 'r')] }).footer?.text).to.equal('Open · Nobody owns it')
  })

  it('a risk says what doubt makes of its exposure, and nothing more of it once it has happened', () => {
    const risk: Sample = { card: card('r', 'risk', 'Risk', { likelihood: 2, impact: 5 }), risk: { likelihood: 3, impact: 5, exposure: 15, raisedBy: ['a'] } }
    const on = (state: AssumptionState, sample: Sample): Face => face(sample, { others: [assumption('a', '', state, {})], links: [link('a', 'if_false', 'r')] })
    expect(on('partly', risk).footer).to.deep.equal({ text: 'Exposure 10 → 15', title: 'Exposure raised from 10 to 15. Rests on 1 unconfirmed', look: 'unconfirmed' })
    expect(on('partly', risk).name).to.equal('Risk: Risk. Exposure raised from 10 to 15. Rests on 1 unconfirmed.')
    expect(on('partly', { card: card('r', 'risk', 'Risk', { impact: 5 }), risk: { likelihood: 3, impact: 5, exposure: 15, raisedBy: ['a'] } }).footer?.text).to.equal('Exposure 15')
    const fallen: Sample = { card: risk.card, status: 'triggered', risk: { likelihood: 5, impact: 5, exposure: 25, raisedBy: ['a'], triggered: true } }
    expect(on('refuted', fallen).footer).to.deep.include({ text: 'Triggered · exposure 25', look: 'refuted' })
    expect(on('refuted', { ...fallen, status: 'materialised' }).footer).to.deep.equal({ text: 'It happened · Nobody owns it' })
  })

  it('the north star says so beside its kind, and by name', () => {
    const star = face({ card: card('g', 'goal', 'Grow', { northStar: true }) })
    expect(star.label).to.equal('Goal · North star')
    expect(star.name).to.equal('Goal: Grow. North star.')
    expect(face({ card: card('g', 'goal', 'Grow', { northStar: true }, { retired: true }) }).label).to.equal('Goal · retired')
    expect(face({ card: card('r', 'risk', 'Risk', { northStar: true }) }).label).to.equal('Risk')
  })

  it('a goal says what is not said yet', () => {
    expect(face({ card: card('g', 'goal', 'Goal'), direction: { filled: 3, missing: ['not', 'why'] } }).footer?.text).to.equal('Not said: what not, why')
    expect(face({ card: card('g', 'goal', 'Goal'), direction: { filled: 5, missing: [] } }).footer?.text).to.equal('All five said')
  })

  it('a commitment says who waits for whom, and until when', () => {
    const given: Sample = { card: card('c', 'commitment', 'Schema v2', { team: 'sre', due: '2026-02-14', owner: 'tomasz' }), status: 'doing' }
    const needing: Sample = { card: card('n', 'commitment', 'Billing run', { team: 'billing' }) }
    expect(face(given, { others: [needing], links: [link('n', 'depends_on', 'c')] }).footer?.text).to.equal('SRE → Billing · due 14 Feb')
    expect(face(given).footer?.text).to.equal('Tomasz · due 14 Feb')
    expect(face({ ...given, status: 'overdue' }).footer?.text).to.equal('Tomasz · was due 14 Feb')
    expect(face({ card: card('c', 'action', 'Do it'), status: 'unowned' }).footer?.text).to.equal('Nobody owns it')
  })

  it('of a question or a signal names who wrote it, and on a board to start from the team', () => {
    const foot = (kind: CardKind, more: { readonly author?: string }): string | undefined => face({ card: card('q', kind, 'When?', { team: 'sre' }, more), status: 'open' }).footer?.text
    expect(foot('question', { author: 'tomasz' })).to.equal('Asked by Tomasz · open')
    expect(foot('question', { author: 'gone' })).to.equal('Asked by Somebody · open')
    expect(foot('question', {})).to.equal('Open · SRE')
    expect(foot('signal', { author: 'tomasz' })).to.equal('Noticed by Tomasz')
    expect(foot('signal', {})).to.equal('SRE')
  })

  it('a decision says who disagrees, who blocks, who has not been heard', () => {
    const none = { agree: [], concerns: [], disagree_commit: [], block: [], pass: [] }
    const foot = (decision: Sample['decision']): string | undefined => face({ card: card('d', 'decision', 'D'), decision }).footer?.text
    expect(foot({ state: 'committed_with_dissent', tally: { ...none, disagree_commit: ['dele'] } })).to.equal('Sales disagrees, commits')
    expect(foot({ state: 'blocked', tally: { ...none, block: ['dele', 'tomasz'] } })).to.equal('Blocked by Sales and SRE')
    expect(foot({ state: 'open', notHeard: ['sre', 'sales', 'legal'] })).to.equal('Not yet heard: SRE, Sales +1')
    expect(foot({ state: 'agreed' })).to.equal('Agreed')
  })

  it('hidden context says who, or that nobody is named', () => {
    expect(face({ card: card('x', 'context', 'Known', { team: 'sre' }, { author: 'tomasz', createdAt: '2026-01-30T00:00:00Z' }) }).footer?.text).to.equal('Tomasz, SRE · 30 Jan')
    expect(face({ card: card('x', 'context', 'Known') }).footer).to.deep.equal({ text: 'Anonymous', avatar: { name: '', color: '' } })
  })

  it('every kind with a foot has something to say on an empty card, so that no card changes its size', () => {
    for (const kind of CARD_KINDS) {
      const made = face({ card: card('k', kind, '') })
      expect(KINDS[kind].label, kind).not.to.equal('')
      if (KINDS[kind].footer !== undefined) expect(made.footer?.text, kind).not.to.equal('')
    }
  })

  it('no two kinds share a glyph, and only plain kinds share a silhouette', () => {
    expect(new Set(CARD_KINDS.map((kind) => KINDS[kind].glyph)).size).to.equal(CARD_KINDS.length)
    const drawn = CARD_KINDS.filter((kind) => !['note', 'ink', 'image', 'text', 'frame'].includes(kind))
    expect(new Set(drawn.map((kind) => JSON.stringify(KINDS[kind].silhouette.draw(216, 110)))).size).to.equal(drawn.length)
  })

  it('has the corners of its kind: cut, round, sharp, pointed, folded', () => {
    const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
    const [width, height] = [216, 110]
    /** Which corners have paper a few pixels inside of them: top left, top right, bottom right, bottom left. */
    const corners = (kind: CardKind, inset: number): string => {
      const path = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path'))
      path.setAttribute('d', KINDS[kind].silhouette.draw(width, height).d)
      const filled = ([[inset, inset], [width - inset, inset], [width - inset, height - inset], [inset, height - inset]] as const).map(([x, y]) => path.isPointInFill(new DOMPoint(x, y)))
      return filled.map((is) => (is ? 'x' : '-')).join('')
    }
    expect([corners('goal', 2), corners('goal', 5)]).to.deep.equal(['----', 'xxxx'])
    expect([corners('assumption', 2), corners('assumption', 4)]).to.deep.equal(['----', 'xxxx'])
    expect([corners('risk', 6), corners('risk', 9)]).to.deep.equal(['----', 'xxxx'])
    expect(corners('decision', 2)).to.equal('xxxx')
    expect(KINDS.decision.silhouette.draw(width, height).details).to.deep.include({ d: 'M2 0H214A2 2 0 0 1 216 2V3H0V2A2 2 0 0 1 2 0Z', paint: 'ink' })
    expect(corners('question', 3)).to.equal('---x')
    expect([corners('commitment', 4), corners('commitment', 16)]).to.deep.equal(['x--x', 'xxxx'])
    expect(corners('context', 6)).to.equal('xx-x')
    svg.remove()
  })
})

describe('the name of a card', () => {
  it('carries kind, statement, state and weight in words', () => {
    expect(face(assumption('a', TITLE, 'partly', SEATS, { carries: 5 })).name).to.equal('Assumption: Sales will stop quoting seat prices on 1 March. Unconfirmed, 1 of 4 confirmed. Load-bearing: 5 rest on it.')
    expect(face(assumption('a', 'No full stop', 'confirmed', { sre: 'confirmed' })).name).to.equal('Assumption: No full stop. Confirmed, 1 of 1 confirmed.')
    expect(face(assumption('a', 'Alone', 'unconfirmed', {}, { carries: 1 })).name).to.equal('Assumption: Alone. Unconfirmed. Load-bearing: 1 rests on it.')
  })

  it('says inherited doubt', () => {
    const goal: Sample = { card: card('g', 'goal', 'Grow'), standing: { state: 'at_risk', because: ['x'] } }
    expect(face(goal, { others: [assumption('x', '', 'partly', {})] }).name).to.equal('Goal: Grow. Rests on 1 unconfirmed.')
  })

  it('describes who has not been heard and what it hangs on', () => {
    const sample = assumption('a', TITLE, 'partly', SEATS, { carries: 2 })
    const other: Sample = { card: card('b', 'assumption', 'B') }
    const gone: Sample = { card: card('c', 'assumption', 'C', {}, { deleted: true }) }
    const made = face(sample, { others: [other, gone], links: [link('a', 'rests_on', 'b'), link('a', 'rests_on', 'c')] })
    expect(made.description).to.equal('Not yet heard: Product, Finance and Sales. Rests on 1, carries 2.')
  })
})
