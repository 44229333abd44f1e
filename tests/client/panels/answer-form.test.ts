// Your answer: confirming is one press, a dispute asks for its reason, evidence says what it shows, and nothing that
// was written is lost when the server does not take it.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/panels/answers/answer-form.ts'
import type { TacitAnswerDraft } from '../../../client/panels/answers/answer-draft.ts'
import type { AnswerGiven, TacitAnswerForm } from '../../../client/panels/answers/answer-form.ts'
import { heardOn } from '../../../client/panels/heard.ts'
import type { Board } from '../../../shared/board/document.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { Person } from '../../../shared/board/records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { DELE, GUEST, INES, pricingHub, PRIYA, said } from './pricing-board.ts'
import { button, buttons, find, focused, need, textOf } from './shadow.ts'

async function form(me: Person | undefined, more: (board: Board) => void = () => undefined): Promise<TacitAnswerForm> {
  const board = readBoard(pricingHub(more).board)
  const judgements = judge(board, Date.now())
  const card = board.cards.get('quotes')
  if (card === undefined) throw new Error('no card')
  return fixture<TacitAnswerForm>(html`<tacit-answer-form .heard=${heardOn(board, judgements, card)} .judgement=${judgements.assumption('quotes')} .me=${me}
    .team=${board.teams.get(me?.team ?? '')?.name ?? ''} .author=${card.author === me?.id} .now=${judgements.now}></tacit-answer-form>`)
}

async function told(element: TacitAnswerForm, press: () => unknown): Promise<AnswerGiven> {
  const answer = oneEvent(element, 'answer-given')
  press()
  return ((await answer) as CustomEvent<AnswerGiven>).detail
}

async function type(element: Element, words: string): Promise<void> {
  ;(element as HTMLElement).focus()
  await sendKeys({ type: words })
}

const drawn = (element: TacitAnswerForm): Promise<boolean> => need<TacitAnswerDraft>(element, 'tacit-answer-draft').updateComplete

/** Opens a draft by its button: the focus stands in its first field. */
async function write(element: TacitAnswerForm, press: string): Promise<void> {
  button(element, press).click()
  await until('the draft has the focus', () => focused()?.matches('textarea, input, select') === true)
}

describe('your answer', () => {
  before(() => dressPage())

  it('says for which team you answer, and confirms with one press', async () => {
    const element = await form(INES)
    expect(textOf(element)).to.contain('Product depends on this. Is it true, as far as you know?')
    expect(await told(element, () => button(element, 'Confirm for Product').click())).to.deep.equal({ verdict: 'confirm' })
    expect(buttons(element, 'Confirm for Product')[0]).to.have.property('disabled', true)
  })

  it('says when nobody asked your team', async () => {
    const element = await form({ ...INES, id: 'lea', team: 'legal' })
    expect(textOf(element)).to.contain('Legal is not asked here. You can still answer; a dispute has full weight.')
  })

  it('asks for the reason of a dispute, and takes one without when you insist', async () => {
    const element = await form(INES)
    await write(element, 'Dispute')
    button(element, 'Dispute').click()
    await drawn(element)
    expect(textOf(element)).to.contain('Say why, so that the others can act on it.')
    expect(await told(element, () => button(element, 'Dispute without a reason').click())).to.deep.equal({ verdict: 'refute' })
  })

  it('sends the reason, and keeps it when the answer was not stored', async () => {
    const element = await form(INES)
    await write(element, 'Dispute')
    await type(need(element, 'tacit-field.reason'), 'Two quotes went out yesterday.')
    expect(await told(element, () => button(element, 'Dispute').click())).to.deep.equal({ verdict: 'refute', reason: 'Two quotes went out yesterday.' })
    element.settle('Your answer was not stored. The server cannot be reached.')
    await element.updateComplete
    expect(textOf(element)).to.contain('Your answer was not stored.')
    expect(need<HTMLTextAreaElement>(element, 'textarea').value).to.equal('Two quotes went out yesterday.')
    element.settle('')
    await element.updateComplete
    expect(find(element, 'textarea')).to.equal(undefined)
  })

  it('takes evidence that says what it shows, and only links that can be followed', async () => {
    const element = await form(INES)
    await write(element, 'Add evidence')
    button(element, 'Confirm for Product').click()
    await drawn(element)
    await need<HTMLElement & { updateComplete: Promise<unknown> }>(element, 'tacit-evidence-fields').updateComplete
    expect(textOf(element)).to.contain('Say in a few words what it shows.')
    await type(need(element, 'tacit-field.note'), 'CRM export')
    await type(need(element, 'tacit-field.url'), 'javascript:alert(1)')
    button(element, 'Confirm for Product').click()
    await need<HTMLElement & { updateComplete: Promise<unknown> }>(element, 'tacit-evidence-fields').updateComplete
    expect(textOf(element)).to.contain('A link starts with https:// or http://')
    need<HTMLElement & { value: string }>(element, 'tacit-field.url').value = ''
    const field = need<HTMLElement & { value: string }>(element, 'tacit-field.url')
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    await type(field, 'https://crm.example/export')
    expect(await told(element, () => button(element, 'Confirm for Product').click())).to.deep.equal({ verdict: 'confirm', evidence: { kind: 'data', note: 'CRM export', url: 'https://crm.example/export' } })
  })

  it('sends evidence with a dispute, and the reason with a confirmation', async () => {
    const against = await form(INES)
    await write(against, 'Dispute')
    await type(need(against, 'tacit-field.reason'), 'It is not so.')
    button(against, 'Add evidence').click()
    await until('the evidence is asked', () => focused()?.localName === 'input')
    await sendKeys({ type: '212 open seat quotes' })
    expect(await told(against, () => button(against, 'Dispute').click())).to.deep.equal({ verdict: 'refute', reason: 'It is not so.', evidence: { kind: 'data', note: '212 open seat quotes' } })
    const supporting = await form(INES)
    supporting.prove()
    await until('the evidence is asked', () => supporting.matches(':focus-within'))
    await type(need(supporting, 'tacit-field.reason'), 'I asked them.')
    expect(await told(supporting, () => button(supporting, 'Confirm for Product').click())).to.deep.equal({ verdict: 'confirm', reason: 'I asked them.' })
  })

  it('keeps a half-written reason while others change the words, and shows how', async () => {
    const element = await form(INES)
    await write(element, 'Dispute')
    await sendKeys({ type: 'Two quotes' })
    const { heard } = element
    if (heard === undefined) throw new Error('nothing heard')
    element.heard = { ...heard, statement: heard.statement.replace('March', 'May') }
    await element.updateComplete
    await drawn(element)
    expect(textOf(element)).to.contain('The words changed while you were writing.')
    expect(need(element, 'ins').textContent).to.contain('May')
    await sendKeys({ type: ' went out' })
    expect(need<HTMLTextAreaElement>(element, 'textarea').value).to.equal('Two quotes went out')
  })

  it('says that an answer waits to be sent, for which words, and can forget it', async () => {
    const element = await form(INES)
    element.waiting = { verdict: 'confirm', basis: JSON.stringify(['assumption', 'Sales will stop quoting seat prices on 1 April.', 'Renewals keep their price.', '']) }
    await element.updateComplete
    const text = textOf(element)
    expect(text).to.contain('You confirmed this for Product. It waits here to be sent, for the wording you saw.')
    expect(need(element, 'del').textContent).to.contain('April')
    expect(buttons(element, /^(Confirm|Withdraw)/)).to.have.length(0)
    expect(buttons(element, 'Dispute')).to.have.length(1)
    const dropped = oneEvent(element, 'waiting-dropped')
    button(element, 'Do not send it').click()
    await dropped
    element.waiting = { verdict: 'refute', basis: '', refused: 'You are a guest on this board.' }
    await element.updateComplete
    expect(textOf(element)).to.contain('The server did not take it, it is kept here. You are a guest on this board.')
  })

  it('leaves a form with Escape and keeps the panel around it open', async () => {
    const element = await form(INES)
    await write(element, 'Unsure')
    let out = 0
    element.addEventListener('keydown', () => { out++ })
    await sendKeys({ press: 'Escape' })
    await until('the focus is where the draft came from', () => focused()?.textContent?.trim() === 'Unsure')
    expect(find(element, 'form')).to.equal(undefined)
    expect(out).to.equal(0)
  })

  it('says what you answered, and offers the others and to withdraw', async () => {
    const element = await form(INES, (board) => said(board, INES, 'confirm'))
    expect(textOf(element)).to.contain('You confirmed this for Product')
    expect(buttons(element, /^Confirm/)).to.have.length(0)
    expect(buttons(element, 'Dispute')).to.have.length(1)
    expect(await told(element, () => button(element, 'Withdraw').click())).to.deep.equal({ verdict: 'withdraw' })
  })

  it('shows what has changed since you answered', async () => {
    const element = await form(INES, (board) => said(board, INES, 'confirm', { basis: JSON.stringify(['assumption', 'Sales will stop quoting seat prices on 1 April.', 'Renewals keep their price.', '']) }))
    expect(textOf(element)).to.contain('You answered an earlier wording.')
    expect(need(element, 'del').textContent).to.contain('April')
    expect(need(element, 'ins').textContent).to.contain('March')
    expect(await told(element, () => button(element, 'Confirm again for Product').click())).to.deep.equal({ verdict: 'confirm' })
  })

  it('tells an author that somebody else has to confirm too, and says that evidence is needed', async () => {
    expect(textOf(await form(DELE))).to.contain('You wrote these words, so somebody else has to confirm them too.')
    expect(textOf(await form(PRIYA))).to.contain('one confirmation needs evidence that is not an opinion')
  })

  it('has no button for readers and guests', async () => {
    for (const [me, why] of [[undefined, 'You can look, not change.'], [GUEST, 'guests add context, members answer']] as const) {
      const element = await form(me)
      expect(textOf(element)).to.contain(why)
      expect(buttons(element, /./)).to.have.length(0)
    }
  })

  it('asks somebody without a team to choose one', async () => {
    const element = await form({ ...INES, team: '' })
    const wanted = oneEvent(element, 'profile-wanted')
    button(element, 'Choose your team').click()
    await wanted
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      await expect(await form(INES)).to.be.accessible()
      const disputing = await form(INES)
      await write(disputing, 'Dispute')
      await expect(disputing).to.be.accessible()
      const proving = await form(INES, (board) => said(board, PRIYA, 'confirm'))
      await write(proving, 'Add evidence')
      await expect(proving).to.be.accessible()
      await dressPage()
    })
  }
})
