// The list of teams that depend on a card, by itself: each with what it said, silence too; asking and relieving by name.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/panels/answers/seats.ts'
import type { TacitSeats } from '../../../client/panels/answers/seats.ts'
import { heardOn } from '../../../client/panels/heard.ts'
import { until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { detailOf } from '../support/told.ts'
import { DELE, INES, pricingHub, said } from './pricing-board.ts'
import { button, textOf } from './shadow.ts'

async function show(editing = true): Promise<TacitSeats> {
  const session = pricingHub((board) => {
    said(board, DELE, 'refute', { reason: 'Two regions still quote seats.' })
    said(board, INES, 'confirm')
  }).join(INES)
  await until('ready', () => session.ready.value)
  const [board, judgements] = [session.board.value, session.judgements.value]
  const card = board.cards.get('quotes')
  if (card === undefined) throw new Error('no card')
  session.close()
  return fixture<TacitSeats>(html`<tacit-seats .heard=${heardOn(board, judgements, card)} .board=${board} .me=${INES} .now=${judgements.now} edited=${card.editedAt ?? ''} ?asks=${editing} ?writable=${editing}></tacit-seats>`)
}

describe('seats', () => {
  before(() => dressPage())

  it('passes axe, says each team with its answer, and tells silence', async () => {
    const seats = await show()
    await expect(seats).to.be.accessible()
    const text = textOf(seats)
    for (const part of ['Sales', 'Two regions still quote seats.', 'Dele Adeyemi', 'Product', 'Billing']) expect(text).to.contain(part)
  })

  it('asks a silent team by its name', async () => {
    const seats = await show()
    const detail = await detailOf<{ team: string }>(seats, 'team-asked', () => button(seats, 'Ask Billing').click())
    expect(detail).to.deep.equal({ team: 'billing' })
  })

  it('offers only to look about to those who may only look, and passes axe', async () => {
    const seats = await show(false)
    expect(seats.renderRoot.querySelectorAll('button:not([data-about-team])')).to.have.length(0)
    await expect(seats).to.be.accessible()
  })
})
