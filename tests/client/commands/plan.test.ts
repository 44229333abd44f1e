// Commands on risks and goals: what they change, that each is one step to undo, and what readers are told.
import { expect } from '@open-wc/testing'
import { redo, undo } from '../../../client/commands/history.ts'
import { placeBeside } from '../../../client/commands/plan/beside.ts'
import { setNorthStar } from '../../../client/commands/plan/goals.ts'
import { acceptRisk, addPremise, answerRisk, answerRiskWith, rateRisk, setHappened, stopAccepting } from '../../../client/commands/plan/risks.ts'
import { rectOf } from '../../../client/commands/frame-facts.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Card, CardFields } from '../../../shared/board/records.ts'
import { deleteCard, setCardField } from '../../../shared/board/write-cards.ts'
import { intersects } from '../../../shared/geometry/geometry.ts'
import { until } from '../../support/local-session.ts'
import { DELE, pricingHub } from '../panels/pricing-board.ts'

const closing: (() => void)[] = []

async function open(right: 'edit' | 'view' = 'edit'): Promise<Session> {
  const session = pricingHub().join(right === 'edit' ? DELE : undefined, right)
  closing.push(() => session.close())
  await until('the session is ready', () => session.ready.value)
  return session
}

function cardOf(session: Session, id: string): Card {
  const card = session.board.value.cards.get(id)
  if (card === undefined) throw new Error(`no card ${id}`)
  return card
}

const fieldsOf = (session: Session, id = 'reps'): CardFields => cardOf(session, id).fields
const newest = (session: Session, title: string): Card | undefined => [...session.board.value.cards.values()].find((card) => card.title === title)
const linksTo = (session: Session, id: string): string[] => [...session.board.value.links.values()].filter(({ to }) => to === id).map(({ type, from }) => `${type} ${cardOf(session, from).title}`)

describe('commands on risks and goals', () => {
  afterEach(() => closing.splice(0).forEach((close) => close()))

  it('a rating is one step, of one estimate or both, and can be taken away', async () => {
    const session = await open()
    expect(rateRisk(session, 'reps', { likelihood: 5, impact: 1 })).to.equal('Likelihood 5, impact 1')
    expect(fieldsOf(session)).to.include({ likelihood: 5, impact: 1 })
    expect(rateRisk(session, 'reps', { likelihood: undefined })).to.equal('Likelihood not rated, impact 1')
    expect(fieldsOf(session)).not.to.have.property('likelihood')
    expect(undo(session)).to.equal('Undone: rating a risk')
    expect(fieldsOf(session)).to.include({ likelihood: 5, impact: 1 })
    undo(session)
    expect(fieldsOf(session)).to.include({ likelihood: 2, impact: 4 })
    redo(session)
    expect(fieldsOf(session)).to.include({ likelihood: 5, impact: 1 })
  })

  it('accepting says who and until when in one step; ending it keeps both', async () => {
    const session = await open()
    expect(acceptRisk(session, 'reps', { owner: 'dele', until: '2026-12-24' })).to.equal('Risk accepted')
    expect(fieldsOf(session)).to.include({ accepted: true, owner: 'dele', reviewBy: '2026-12-24T00:00:00Z' })
    stopAccepting(session, 'reps')
    expect(fieldsOf(session)).to.include({ owner: 'dele', reviewBy: '2026-12-24T00:00:00Z' }).and.not.have.property('accepted')
    undo(session)
    undo(session)
    expect(fieldsOf(session)).not.to.have.any.keys('accepted', 'owner', 'reviewBy')
    expect(setHappened(session, 'reps', true)).to.equal('It has happened')
    expect(session.judgements.value.status('reps')).to.equal('materialised')
    expect(setHappened(session, 'reps', false)).to.equal('It has not happened')
    expect(fieldsOf(session)).not.to.have.property('materialised')
  })

  it('new work stands beside the risk, on no other card, with its strategy and its line; undo takes both', async () => {
    const session = await open()
    expect(answerRisk(session, cardOf(session, 'reps'), 'hedge', 'Keep the old price list')).to.equal('Keep the old price list prepares for Reps steer accounts back to seats.')
    const made = newest(session, 'Keep the old price list')
    expect(made).to.deep.include({ kind: 'action', deleted: false, fields: { team: 'sales', strategy: 'hedge' } })
    expect(linksTo(session, 'reps')).to.deep.equal(['mitigates Keep the old price list'])
    expect(session.judgements.value.status('reps')).to.equal('mitigating')
    const others = [...session.board.value.cards.values()].filter(({ id }) => id !== made?.id)
    expect(others.some((other) => made !== undefined && intersects(rectOf(other), rectOf(made)))).to.equal(false)
    expect(placeBeside(session.board.value, cardOf(session, 'reps'))).not.to.deep.equal({ x: made?.x, y: made?.y })
    expect(undo(session)).to.equal('Undone: new hedge')
    expect(newest(session, 'Keep the old price list')?.deleted).to.equal(true)
    expect(linksTo(session, 'reps')).to.deep.equal([])
  })

  it('a card that stands already is linked once, and keeps its own strategy', async () => {
    const session = await open()
    const risk = cardOf(session, 'reps')
    answerRisk(session, risk, 'mitigate', 'Train the reps')
    const id = newest(session, 'Train the reps')?.id ?? ''
    expect(fieldsOf(session, id)).not.to.have.property('strategy')
    expect(answerRiskWith(session, risk, 'shape', id)).to.equal('It answers this risk already')
    expect(answerRiskWith(session, risk, 'shape', 'first')).to.equal('Self-serve first. works against Reps steer accounts back to seats.')
    expect(fieldsOf(session, 'first')['strategy']).to.equal('shape')
    undo(session)
    expect(fieldsOf(session, 'first')).not.to.have.property('strategy')
    session.edit('', (board) => setCardField(board, 'first', 'strategy', 'hedge'))
    answerRiskWith(session, risk, 'shape', 'first')
    expect(fieldsOf(session, 'first')['strategy']).to.equal('hedge')
  })

  it('what a risk hangs on raises it at once', async () => {
    const session = await open()
    addPremise(session, cardOf(session, 'reps'), 'Reps earn the same either way')
    expect(linksTo(session, 'reps')).to.deep.equal(['if_false Reps earn the same either way'])
    expect(session.judgements.value.risk('reps')).to.include({ likelihood: 3, exposure: 12, band: 'high' })
    expect(undo(session)).to.equal('Undone: what a risk hangs on')
    expect(session.judgements.value.risk('reps')).to.include({ likelihood: 2, exposure: 8 })
  })

  it('there is one north star: another takes its place, and undo gives it back', async () => {
    const session = await open()
    expect(setNorthStar(session, 'invoice', true)).to.equal('Customers can predict their next invoice. is the north star')
    session.edit('', (board) => { setCardField(board, 'quotes', 'kind', 'goal'); setCardField(board, 'reps', 'northStar', true); deleteCard(board, 'reps') })
    session.endUndoStep()
    setNorthStar(session, 'quotes', true)
    const stars = (): string[] => [...session.board.value.cards.values()].filter(({ fields }) => fields['northStar'] === true).map((card) => card.id)
    expect(stars()).to.deep.equal(['quotes'])
    expect(undo(session)).to.equal('Undone: north star')
    expect(stars()).to.have.members(['invoice', 'reps'])
    expect(setNorthStar(session, 'invoice', false)).to.equal('No north star any more')
    expect(stars()).to.deep.equal(['reps'])
  })

  it('readers change nothing and are told so', async () => {
    const session = await open('view')
    const before = session.board.value
    const risk = cardOf(session, 'reps')
    const said = [rateRisk(session, 'reps', { likelihood: 1 }), acceptRisk(session, 'reps', { owner: '', until: '' }), stopAccepting(session, 'reps'), setHappened(session, 'reps', true), answerRisk(session, risk, 'hedge', 'x'), answerRiskWith(session, risk, 'hedge', 'first'), addPremise(session, risk, 'x'), setNorthStar(session, 'invoice', true)]
    expect(new Set(said)).to.deep.equal(new Set(['You can look, not change.']))
    expect(session.board.value).to.equal(before)
  })
})
