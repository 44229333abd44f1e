// Why an assumption is in its state, in words with names: every reason code of the rules has a sentence.
import { expect } from '@open-wc/testing'
import { reasonSentences, reasonsInWords } from '../../../client/cards/reasons.ts'
import type { Attestation, Card } from '../../../shared/board/records.ts'
import type { AssumptionState } from '../../../shared/rules/judgements.ts'
import { answer, boardOf, card, judgementsOf } from './sample-board.ts'

const A = card('a', 'assumption', 'We can launch on 1 March.', {}, { author: 'mara' })

function said(state: AssumptionState, reasons: readonly string[], answers: readonly Attestation[] = [], subject: Card = A): string {
  const sample = { card: subject }
  return reasonsInWords({ card: subject, board: boardOf([sample], { answers }), judgements: judgementsOf([sample]) }, { state, marked: true, reasons, seats: {} })
}

describe('reasons in words', () => {
  it('needs_team: names the teams that are waited for', () => {
    expect(said('unconfirmed', ['needs_team:sre'])).to.equal('Not confirmed yet. Waiting for SRE.')
    expect(said('partly', ['needs_team:sales', 'needs_team:sre', 'needs_team:legal'])).to.equal('Not confirmed yet. Waiting for Sales, SRE and Legal.')
  })

  it('needs_other_than_author: names who wrote it, and who edited it last', () => {
    expect(said('partly', ['needs_other_than_author'])).to.equal('Not confirmed yet. Waiting for someone other than Mara.')
    expect(said('partly', ['needs_other_than_author'], [], { ...A, editedBy: 'dele' })).to.equal('Not confirmed yet. Waiting for someone other than Mara or Dele.')
    expect(said('partly', ['needs_other_than_author'], [], { ...A, author: undefined })).to.equal('Not confirmed yet. Waiting for someone who did not write it.')
  })

  it('reads as one sentence with teams and people', () => {
    expect(said('partly', ['needs_other_than_author', 'needs_team:sre'])).to.equal('Not confirmed yet. Waiting for SRE and for someone other than Mara.')
    expect(said('partly', ['needs_other_than_author', 'needs_team:sales', 'needs_team:sre'])).to.equal('Not confirmed yet. Waiting for Sales and SRE and for someone other than Mara.')
  })

  it('needs_evidence: says what kind is missing', () => {
    expect(said('partly', ['needs_evidence'])).to.equal('Not confirmed yet. Needs evidence that is more than an opinion.')
  })

  it('answered_earlier_text: says for which team, and what was said', () => {
    expect(said('reopened', ['answered_earlier_text:dele', 'needs_team:sales'], [answer('1', 'a', 'dele', 'sales', 'confirm')])).to.equal('Not confirmed yet. Waiting for Sales. Sales confirmed an earlier wording.')
    expect(said('reopened', ['answered_earlier_text:dele'], [answer('1', 'a', 'dele', 'sales', 'confirm'), answer('2', 'a', 'dele', 'sales', 'refute', { seq: 2 })])).to.contain('Sales disputed an earlier wording.')
    expect(said('reopened', ['answered_earlier_text:dele'], [answer('1', 'a', 'dele', 'sales', 'unsure')])).to.contain('Sales was unsure about an earlier wording.')
  })

  it('expired: says that it was too long ago', () => {
    expect(said('expired', ['expired:tomasz'], [answer('1', 'a', 'tomasz', 'sre', 'confirm')])).to.equal('Not confirmed yet. SRE confirmed it too long ago.')
  })

  it('clock: says why a confirmation does not count', () => {
    expect(said('unconfirmed', ['clock:tomasz'], [answer('1', 'a', 'tomasz', 'sre', 'confirm')])).to.equal('Not confirmed yet. SRE confirmed it with a date that cannot be right, so it does not count.')
  })

  it('doubt: names the people, also on a confirmed card', () => {
    expect(said('confirmed', ['doubt:dele'])).to.equal('Confirmed. Dele is unsure.')
    expect(said('unconfirmed', ['doubt:dele', 'doubt:ines'])).to.contain('Dele and Ines are unsure.')
  })

  it('refuted_by: names who, for which team, and the reason they gave', () => {
    expect(said('refuted', ['refuted_by:dele'], [answer('1', 'a', 'dele', 'sales', 'refute', { reason: 'Reps were told April.' })])).to.equal('Refuted. Dele (Sales) says no: “Reps were told April.”')
    expect(said('contested', ['refuted_by:dele'], [answer('1', 'a', 'dele', 'sales', 'refute', { reason: 'Reps were told April.' })])).to.match(/^Disputed\. Dele \(Sales\) says no/)
  })

  it('refuted_by … no_reason: says that the reason is missing', () => {
    expect(said('refuted', ['refuted_by:dele:no_reason'], [answer('1', 'a', 'dele', 'sales', 'refute')])).to.equal('Refuted. Dele (Sales) says no and gave no reason.')
  })

  it('a confirmed card needs no more than one word', () => {
    expect(said('confirmed', [])).to.equal('Confirmed.')
    expect(said('retired', [])).to.equal('Retired: no longer relevant.')
  })

  it('a card that is gone has nothing to say', () => {
    expect(said('absent', [])).to.equal('')
  })

  it('names somebody whom the board does not know', () => {
    expect(said('refuted', ['refuted_by:ghost:no_reason'])).to.equal('Refuted. Somebody says no and gave no reason.')
    expect(said('unconfirmed', ['needs_team:ghost'])).to.equal('Not confirmed yet. Waiting for A team.')
  })

  it('gives each reason as its own sentence, the state first', () => {
    const view = { card: A, board: boardOf([{ card: A }]), judgements: judgementsOf([{ card: A }]) }
    expect(reasonSentences(view, { state: 'partly', marked: true, reasons: ['needs_evidence', 'needs_team:sre'], seats: {} })).to.deep.equal(['Not confirmed yet.', 'Waiting for SRE.', 'Needs evidence that is more than an opinion.'])
  })

  it('uses whole names where two people share the first one', () => {
    const people = [{ id: 'mara', name: 'Mara Oyelaran', team: 'product', role: 'member' }, { id: 'other', name: 'Mara Lind', team: 'sre', role: 'member' }] as const
    const board = boardOf([{ card: A }], { people })
    expect(reasonsInWords({ card: A, board, judgements: judgementsOf([{ card: A }]) }, { state: 'partly', marked: true, reasons: ['needs_other_than_author'], seats: {} })).to.equal('Not confirmed yet. Waiting for someone other than Mara Oyelaran.')
  })
})
