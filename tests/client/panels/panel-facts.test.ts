// What the panels know without a page: fields and their values, neighbours, who was heard.
import { expect } from '@open-wc/testing'
import { valueOf } from '../../../client/panels/facts/fact-field.ts'
import { fieldsOf } from '../../../client/panels/facts/kind-fields.ts'
import { confirmationsOf, heardOn, standingAnswerOf } from '../../../client/panels/heard.ts'
import { candidatesFor, neighboursOf } from '../../../client/panels/links/card-neighbours.ts'
import { evidenceOf, storyOf } from '../../../client/panels/story.ts'
import { fieldWords } from '../../../client/panels/words.ts'
import type { Board } from '../../../shared/board/document.ts'
import { readBoard } from '../../../shared/board/read.ts'
import { CARD_KINDS, type BoardState, type Card } from '../../../shared/board/records.ts'
import { deleteCard } from '../../../shared/board/write-cards.ts'
import { addAsk, putAuthorship } from '../../../shared/board/write-records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { DELE, INES, pricingHub, PRIYA, said } from './pricing-board.ts'

function pricing(more: (board: Board) => void = () => undefined): { board: BoardState; card: Card } {
  const board = readBoard(pricingHub(more).board)
  const card = board.cards.get('quotes')
  if (card === undefined) throw new Error('no card')
  return { board, card }
}

describe('plain fields', () => {
  it('has a label for every field of every kind', () => {
    for (const kind of CARD_KINDS) for (const { field } of fieldsOf(kind)) expect(fieldWords.label[field], `${kind}.${field}`).to.be.a('string')
  })

  it('has a word for every choice', () => {
    for (const kind of CARD_KINDS) for (const field of fieldsOf(kind)) if (field.as === 'choice') for (const value of field.of) expect(fieldWords.choice[`${field.field}.${value}`], `${field.field}.${value}`).to.be.a('string')
  })

  it('reads what was typed, and says why it cannot', () => {
    expect(valueOf({ field: 'due', as: 'day' }, '2026-02-14')).to.deep.equal({ value: '2026-02-14' })
    expect(valueOf({ field: 'reviewBy', as: 'instant' }, '2026-02-14')).to.deep.equal({ value: '2026-02-14T00:00:00Z' })
    expect(valueOf({ field: 'why', as: 'text' }, '  ')).to.deep.equal({ value: undefined })
    expect(valueOf({ field: 'impact', as: 'number', min: 1, max: 5 }, '4')).to.deep.equal({ value: 4 })
    for (const wrong of ['0', '6', '2.5', 'many']) expect(valueOf({ field: 'impact', as: 'number', min: 1, max: 5 }, wrong)).to.have.property('wrong')
  })
})

describe('who was heard', () => {
  it('gives each required team its row, with the cards that are the reason', () => {
    const { board, card } = pricing((doc) => {
      said(doc, PRIYA, 'confirm')
      addAsk(doc, { id: 'ask1', card: 'quotes', team: 'sales', person: 'ines', at: '2026-01-26T09:00:00Z' })
      addAsk(doc, { id: 'ask2', card: 'quotes', team: 'sales', person: 'ines', at: '2026-01-28T09:00:00Z' })
    })
    const { seats } = heardOn(board, judge(board, Date.now()), card)
    expect(seats.map(({ team, seat, because, explicit }) => [team.id, seat, because.length, explicit])).to.deep.equal([
      ['billing', 'confirmed', 1, false], ['product', 'not_heard', 1, false], ['sales', 'not_heard', 0, true],
    ])
    expect(seats[2]?.asked?.id).to.equal('ask2')
  })

  it('shows answers of teams without a seat beside, and each person once', () => {
    const { board, card } = pricing((doc) => {
      said(doc, { ...INES, team: 'legal' }, 'refute', { reason: 'No.' })
      said(doc, PRIYA, 'confirm', { seq: 1 })
      said(doc, PRIYA, 'refute', { seq: 2, evidence: { kind: 'data', note: '212 open quotes' } })
    })
    const heard = heardOn(board, judge(board, Date.now()), card)
    expect(heard.others.map(({ record }) => record.person)).to.deep.equal(['ines'])
    expect(standingAnswerOf(heard, 'priya')?.record.verdict).to.equal('refute')
    expect(evidenceOf(heard).map(({ supports }) => supports)).to.deep.equal([false])
  })

  it('counts the confirmations that an edit would pause', () => {
    const { board, card } = pricing((doc) => {
      said(doc, PRIYA, 'confirm')
      said(doc, INES, 'confirm', { basis: JSON.stringify(['assumption', 'Other', '', '']) })
      said(doc, DELE, 'unsure')
    })
    expect(confirmationsOf(board, card)).to.equal(1)
  })

  it('tells the story, the latest first, with the words before a change and what it paused', () => {
    const april = JSON.stringify(['assumption', 'Sales will stop quoting seat prices on 1 April.', 'Renewals keep their price.', ''])
    const { board, card } = pricing((doc) => {
      said(doc, PRIYA, 'confirm', { at: '2026-01-12T09:00:00Z', basis: april })
      putAuthorship(doc, 'quotes', { author: 'dele', createdAt: '2026-01-08T09:00:00Z', editedBy: 'ines', editedAt: '2026-01-26T09:00:00Z' })
      addAsk(doc, { id: 'ask1', card: 'quotes', team: 'sales', person: 'ines', at: '2026-01-27T09:00:00Z' })
      addAsk(doc, { id: 'ask2', card: 'quotes', team: 'legal', person: 'ines', at: '2026-01-28T09:00:00Z' })
    })
    const story = storyOf(board, judge(board, Date.parse('2026-02-02T12:00:00Z')), card)
    expect(story.map(({ kind }) => kind)).to.deep.equal(['asked', 'asked', 'edited', 'answered', 'wrote'])
    expect(story.flatMap((item) => (item.kind === 'asked' ? [item.relieved] : []))).to.deep.equal([true, false])
    expect(story[2]).to.include({ was: april, paused: 1, person: 'ines' })
    expect(story[3]).to.include({ current: false })
  })
})

describe('neighbours of a card', () => {
  it('sorts links by what carries what, and keeps a deleted foundation in sight', () => {
    expect(neighboursOf(pricing().board, 'quotes').restsOnIt.map(({ other }) => other.id)).to.deep.equal(['invoice', 'first'])
    const { board } = pricing((doc) => deleteCard(doc, 'quotes'))
    expect(neighboursOf(board, 'first').restsOn.map(({ other }) => [other.id, other.deleted])).to.deep.equal([['quotes', true]])
    const without = pricing((doc) => deleteCard(doc, 'first')).board
    expect(neighboursOf(without, 'quotes').restsOnIt.map(({ other }) => other.id)).to.deep.equal(['invoice'])
  })

  it('offers cards that the link does not go to yet, those that begin with the letters first', () => {
    const { board } = pricing()
    expect(candidatesFor(board, 'quotes', 'rests_on', true, '').map(({ id }) => id)).to.deep.equal(['invoice', 'reps', 'first'])
    expect(candidatesFor(board, 'quotes', 'rests_on', false, '').map(({ id }) => id)).to.deep.equal(['reps'])
    expect(candidatesFor(board, 'first', 'about', true, 's').map(({ id }) => id)).to.deep.equal(['quotes', 'invoice', 'reps'])
  })
})
