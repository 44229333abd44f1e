// The facts of a card: every field that a file knows is shown and can be filled in, a goal says what it does not say
// yet, steps and teams are lists, and nothing that is being used moves away.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/panels/facts/card-facts.ts'
import type { TacitCardFacts } from '../../../client/panels/facts/card-facts.ts'
import type { FieldChanged, TacitFactField } from '../../../client/panels/facts/fact-field.ts'
import '../../../client/panels/facts/goal-slots.ts'
import type { TacitGoalSlots } from '../../../client/panels/facts/goal-slots.ts'
import { fieldsOf, shapeOf, standsApart } from '../../../client/panels/facts/kind-fields.ts'
import '../../../client/panels/facts/team-list.ts'
import type { TacitTeamList, TeamsChanged } from '../../../client/panels/facts/team-list.ts'
import '../../../client/panels/facts/tier-list.ts'
import { tiersOf, type TacitTierList, type TiersChanged } from '../../../client/panels/facts/tier-list.ts'
import { readBoard } from '../../../shared/board/read.ts'
import { CARD_KINDS, type BoardState, type Card, type CardFields, type CardKind } from '../../../shared/board/records.ts'
import { CARD_PLAIN_KEYS } from '../../../shared/board/schema.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { dressPage } from '../support/dress.ts'
import { pricingHub } from './pricing-board.ts'
import { button, buttons, everything, need, stillPage, textOf } from './shadow.ts'

const NOW = Date.parse('2026-02-02T12:00:00Z')

function boardWith(kind: CardKind, fields: CardFields = {}): { board: BoardState; card: Card } {
  const board = readBoard(pricingHub((doc) => {
    addCard(doc, { id: 'it', kind, x: 0, y: 0, title: 'It', fields: fields as never })
    addCard(doc, { id: 'not', kind: 'non_goal', x: 0, y: 0, title: 'No discounts' })
    addLink(doc, 'not', 'excluded_from', 'it')
  }).board)
  const card = board.cards.get('it')
  if (card === undefined) throw new Error('no card')
  return { board, card }
}

async function facts(kind: CardKind, fields: CardFields = {}, writable = true): Promise<TacitCardFacts> {
  const { board, card } = boardWith(kind, fields)
  return fixture<TacitCardFacts>(html`<tacit-card-facts .card=${card} .board=${board} .now=${NOW} .writable=${writable}></tacit-card-facts>`)
}

function fieldIn(root: Element, label: string): TacitFactField {
  for (const element of everything(root.shadowRoot ?? root)) if (element.localName === 'tacit-fact-field' && (element as TacitFactField).label === label) return element as TacitFactField
  throw new Error(`no fact ${label}`)
}

describe('fields of every kind', () => {
  it('know every plain field of a file', () => {
    expect(CARD_PLAIN_KEYS.filter((field) => shapeOf(field) === undefined)).to.deep.equal([])
  })

  it('are asked among the facts, or stand in a part of their own, and never in both', () => {
    for (const kind of CARD_KINDS) for (const { field } of fieldsOf(kind)) expect(standsApart(kind, field), `${kind}.${field}`).to.equal(false)
    for (const field of ['likelihood', 'impact', 'accepted', 'materialised']) expect(standsApart('risk', field), field).to.equal(true)
    for (const field of ['northStar', 'shared', 'forWhom', 'why']) expect(standsApart('goal', field), field).to.equal(true)
    expect([standsApart('proposal', 'impact'), standsApart('metric', 'shared')]).to.deep.equal([false, false])
  })

  it('are each asked once in a kind, and drawings have none', () => {
    for (const kind of CARD_KINDS) {
      const names = fieldsOf(kind).map(({ field }) => field)
      expect(new Set(names).size, kind).to.equal(names.length)
    }
    expect(fieldsOf('frame')).to.deep.equal([])
    expect(shapeOf('nothing')).to.equal(undefined)
  })
})

describe('facts of a card', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  it('shows what the kind does not ask for but the card has, and what Tacit does not know', async () => {
    const element = await facts('question', { likelihood: 3, asks: 'who', colourOfTheRoom: 'green' } as CardFields)
    expect(textOf(element)).to.contain('Likelihood')
    expect(textOf(element)).to.contain('Also kept with this card: colourOfTheRoom green')
    expect(need<HTMLSelectElement>(fieldIn(element, 'Asks'), 'select').selectedOptions[0]?.textContent).to.equal('Who')
  })

  it('keeps a field where it is while somebody fills it in under More facts', async () => {
    const element = await facts('decision')
    button(element, 'More facts').click()
    const field = fieldIn(element, 'Notes')
    need(field, 'textarea').focus()
    const { board, card } = boardWith('decision', { notes: 'Said on Monday' })
    element.card = card
    element.board = board
    await element.updateComplete
    await field.updateComplete
    expect(fieldIn(element, 'Notes')).to.equal(field)
    expect(field.closest('details')).not.to.equal(null)
    expect(field.matches(':focus-within')).to.equal(true)
  })

  it('says at the field why a value cannot be', async () => {
    const element = await facts('assumption', { validDays: 30 })
    const field = fieldIn(element, 'Holds for, days')
    const input = need<HTMLInputElement>(field, 'input')
    input.focus()
    input.select()
    await sendKeys({ type: '99999' })
    await sendKeys({ press: 'Tab' })
    await field.updateComplete
    expect(textOf(field)).to.contain('A whole number from 1')
    expect(input.getAttribute('aria-invalid')).to.equal('true')
    const notes = fieldIn(element, 'Watch for')
    const text = need<HTMLTextAreaElement>(notes, 'textarea')
    text.value = 'x'.repeat(2001)
    text.dispatchEvent(new Event('blur'))
    await notes.updateComplete
    expect(textOf(notes)).to.contain('2000 characters at most; these are 2001.')
  })

  it('says a day in words to readers, with how far off it is, and offers them nothing to press', async () => {
    const element = await facts('risk', { reviewBy: '2026-02-14T00:00:00Z', owner: 'dele', done: true, askTeams: ['sales'] }, false)
    const text = textOf(element)
    for (const words of ['14 Feb 2026', 'in 12 days', 'Dele Adeyemi', 'Yes', 'Sales']) expect(text).to.contain(words)
    expect(buttons(element, /./).filter((one) => one.localName === 'button')).to.deep.equal([])
  })

  it('gives a day as the rules count it', async () => {
    const element = await facts('assumption')
    const input = need<HTMLInputElement>(fieldIn(element, 'Review by'), 'input')
    input.focus()
    await sendKeys({ type: '1 Mar 2026' })
    const changed = oneEvent(element, 'field-changed')
    await sendKeys({ press: 'Enter' })
    expect(((await changed) as CustomEvent<FieldChanged>).detail).to.deep.equal({ field: 'reviewBy', value: '2026-03-01T00:00:00Z' })
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      for (const kind of ['assumption', 'risk', 'decision', 'proposal', 'commitment', 'tradeoff'] as const) {
        const element = await facts(kind, { due: '2026-02-14', owner: 'dele', askTeams: ['sales'], tiers: [{ name: 'First', conditions: [{ type: 'confirmed', card: 'quotes' }] }] })
        for (const details of element.renderRoot.querySelectorAll('details')) details.open = true
        await expect(element).to.be.accessible()
      }
      await dressPage()
    })
  }
})

describe('direction of a goal', () => {
  before(() => dressPage())

  async function slots(fields: CardFields, writable = true): Promise<TacitGoalSlots> {
    const { board, card } = boardWith('goal', fields)
    return fixture<TacitGoalSlots>(html`<tacit-goal-slots .card=${card} .board=${board} .direction=${judge(board, NOW).direction('it')} .now=${NOW} .writable=${writable}></tacit-goal-slots>`)
  }

  it('says how much is said, what is not, and what is left out by a card of its own', async () => {
    const element = await slots({ why: 'Renewals' })
    expect(textOf(element)).to.contain('3 of 5 said')
    const arcs = (stance: string): number => element.renderRoot.querySelectorAll(`.lead .ring circle.${stance}`).length
    expect([arcs('yes'), arcs('quiet')]).to.deep.equal([3, 2])
    expect(textOf(element)).to.contain('Not said yet: for whom and how it is measured.')
    const opened = oneEvent(element, 'card-opened')
    button(element, /No discounts/).click()
    expect(((await opened) as CustomEvent).detail).to.deep.equal({ id: 'not' })
  })

  it('edits each slot in place, and leads to the statement for the first', async () => {
    const element = await slots({})
    const changed = oneEvent(element, 'field-changed')
    need(fieldIn(element, 'For whom'), 'textarea').focus()
    await sendKeys({ type: 'Dispatchers' })
    await sendKeys({ press: 'Control+Enter' })
    expect(((await changed) as CustomEvent<FieldChanged>).detail).to.deep.equal({ field: 'forWhom', value: 'Dispatchers' })
    const wanted = oneEvent(element, 'statement-wanted')
    button(element, /^What: It/).click()
    await wanted
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      await expect(await slots({ why: 'Renewals' })).to.be.accessible()
      await expect(await slots({ why: 'a', forWhom: 'b', criterion: 'c', notDoing: 'd' }, false)).to.be.accessible()
      await dressPage()
    })
  }
})

describe('lists of steps and of teams', () => {
  const TIERS = [{ name: 'First', conditions: [{ type: 'confirmed', card: 'quotes' }, { type: 'unheard_of', card: 'nobody' }] }]

  async function steps(value: CardFields['tiers'] = TIERS): Promise<TacitTierList> {
    const { board } = boardWith('proposal')
    return fixture<TacitTierList>(html`<tacit-tier-list .value=${value} .board=${board} .writable=${true}></tacit-tier-list>`)
  }

  it('keeps what it does not understand', async () => {
    const element = await steps()
    expect(textOf(element)).to.contain('unheard_of A card that is gone')
    const changed = oneEvent(element, 'tiers-changed')
    button(element, 'Add a step').click()
    const { tiers } = ((await changed) as CustomEvent<TiersChanged>).detail
    expect(tiers).to.deep.equal([...TIERS, { name: 'Step 2', conditions: [] }])
    expect(tiersOf('no list')).to.deep.equal([])
  })

  it('asks of each kind of card what can be asked of it', async () => {
    const element = await steps()
    const select = need<HTMLSelectElement>(element, 'select')
    const labels = [...select.options].map((option) => option.label)
    expect(labels).to.include('Exposure 9 at most: Reps steer accounts back to seats.')
    expect(labels).not.to.include('Confirmed: Sales will stop quoting seat prices on 1 March.')
    const changed = oneEvent(element, 'tiers-changed')
    select.selectedIndex = labels.indexOf('Decided: Self-serve first.')
    select.dispatchEvent(new Event('change'))
    expect(((await changed) as CustomEvent<TiersChanged>).detail.tiers[0]?.conditions.at(-1)).to.deep.equal({ type: 'decided', card: 'first' })
  })

  it('takes a team out and adds another by keyboard', async () => {
    const { board } = boardWith('decision')
    const element = await fixture<TacitTeamList>(html`<tacit-team-list .teams=${['sales', 'gone']} .board=${board} label="Asked teams" .writable=${true}></tacit-team-list>`)
    expect(textOf(element)).to.contain('Unknown team (gone)')
    let changed = oneEvent(element, 'teams-changed')
    button(element, 'Take out Sales').click()
    expect(((await changed) as CustomEvent<TeamsChanged>).detail.teams).to.deep.equal(['gone'])
    button(element, 'Add a team: Asked teams').focus()
    await sendKeys({ press: 'Enter' })
    changed = oneEvent(element, 'teams-changed')
    await sendKeys({ press: 'Enter' })
    expect(((await changed) as CustomEvent<TeamsChanged>).detail.teams).to.deep.equal(['sales', 'gone', 'billing'])
    await expect(element).to.be.accessible()
    await expect(await steps()).to.be.accessible()
  })
})
