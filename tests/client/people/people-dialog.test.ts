// People and teams of a board: who is who, and two entries that are one person.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/people/people-dialog.ts'
import type { ClaimDecided, PersonChanged, PersonClaimed, PersonMerged, TacitPeopleDialog, TeamSaved } from '../../../client/people/people-dialog.ts'
import { TacitTeamForm } from '../../../client/people/team-form.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { BoardState, Person } from '../../../shared/board/records.ts'
import { until } from '../../support/local-session.ts'
import { GUEST, INES, PRIYA, pricingHub } from '../panels/pricing-board.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'
import { detailOf, type } from '../support/told.ts'

const board = (): BoardState => readBoard(pricingHub().board)
const THEMES = ['light', 'dark'] as const

describe('people and teams', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  async function open(me: Person, more: Partial<TacitPeopleDialog> = {}): Promise<TacitPeopleDialog> {
    const owns = me.role === 'owner'
    return fixture<TacitPeopleDialog>(html`<tacit-people-dialog open .board=${more.board ?? board()} .me=${me} .here=${new Set(['priya'])} .owns=${owns} .organises=${owns} .writable=${me.role !== 'guest'} .failure=${more.failure ?? ''}></tacit-people-dialog>`)
  }

  it('lists people with role and team, and who is here', async () => {
    const text = textOf(await open(PRIYA))
    for (const words of ['Priya Raman you, here now', 'Member, Billing', 'Owner, Product', 'Guest, No team', 'Sales 1 person', 'Finance Nobody yet']) expect(text).to.contain(words)
  })

  it('lets an owner set role and team and remove others, not oneself', async () => {
    const element = await open(INES)
    const role = need<HTMLSelectElement>(element, 'select[aria-label="Role of Priya Raman"]')
    role.value = 'facilitator'
    expect(await detailOf<PersonChanged>(element, 'person-changed', () => role.dispatchEvent(new Event('change')))).to.deep.equal({ person: 'priya', change: { role: 'facilitator' } })
    expect(await detailOf<PersonChanged>(element, 'person-changed', () => button(element, 'Remove Priya Raman from the board').click())).to.deep.equal({ person: 'priya', change: { removed: true } })
    expect(button(element, 'Remove Ines Okafor from the board')).to.have.property('disabled', true)
  })

  it('lets others look only', async () => {
    const element = await open(PRIYA)
    expect(find(element, 'select')).to.equal(undefined)
    expect(buttons(element, /^Remove/)).to.have.length(0)
    expect(buttons(await open(GUEST), /team|Edit/)).to.have.length(0)
  })

  it('brings somebody back', async () => {
    const removed = board()
    const element = await open(INES, { board: { ...removed, people: removed.people.set('priya', { ...PRIYA, removed: true }) } })
    expect(await detailOf<PersonChanged>(element, 'person-changed', () => button(element, 'Bring back Priya Raman').click())).to.deep.equal({ person: 'priya', change: { removed: false } })
  })

  it('says what went wrong', async () => {
    expect(textOf(await open(INES, { failure: 'Nothing was changed. A board keeps at least one owner.' }))).to.contain('A board keeps at least one owner.')
  })

  it('makes a team with name, code, colour and constraints', async () => {
    const element = await open(PRIYA)
    button(element, 'New team').click()
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ type: 'Partners' })
    await type(need(element, 'tacit-field.code'), 'pa')
    need<HTMLInputElement>(element, 'input[type=radio][aria-label="Colour 2"]').click()
    const { team, before } = await detailOf<TeamSaved>(element, 'team-saved', () => button(element, 'Save team').click())
    expect(before).to.equal(undefined)
    expect(team).to.include({ name: 'Partners', code: 'PA', color: '#8a4e8e' })
    expect(team.id).to.match(/^[\w-]{12}$/)
  })

  it('refuses a name or a code that another team has', async () => {
    const element = await open(PRIYA)
    button(element, 'Edit Sales').click()
    await until('the form is there', () => find(element, 'tacit-team-form') instanceof TacitTeamForm)
    await until('the form has the focus', () => focused()?.localName === 'input')
    need<HTMLElement & { select(): void }>(element, 'tacit-field.name').select()
    await sendKeys({ type: 'Product' })
    await type(need(element, 'tacit-field.code'), 'PD')
    button(element, 'Save team').click()
    await need<TacitTeamForm>(element, 'tacit-team-form').updateComplete
    await until('it is said', () => textOf(element).includes('There is a team of that name already.') && textOf(element).includes('Product has this code already.'))
  })

  it('removes a team, and says nothing of what it cannot show when it is saved', async () => {
    const state = board()
    const currency = [{ id: 'm', metric: 'Invoices disputed' }]
    const element = await open(PRIYA, { board: { ...state, teams: state.teams.set('billing', { id: 'billing', name: 'Billing', currency }) } })
    button(element, 'Edit Billing').click()
    await until('the form is there', () => buttons(element, 'Save team').length > 0)
    expect((await detailOf<TeamSaved>(element, 'team-saved', () => button(element, 'Save team').click())).team).to.deep.equal({ id: 'billing', name: 'Billing' })
    await element.updateComplete
    button(element, 'Edit Billing').click()
    await until('the form is there again', () => buttons(element, 'Remove this team').length > 0)
    expect((await detailOf<TeamSaved>(element, 'team-saved', () => button(element, 'Remove this team').click())).team).to.include({ id: 'billing', removed: true })
  })

  it('leads from the name of a team to its sheet', async () => {
    const element = await open(GUEST)
    expect(await detailOf<{ team: string }>(element, 'team-wanted', () => button(element, 'About Sales').click())).to.deep.equal({ team: 'sales' })
  })

  it('leaves the form with Escape, and the dialog stays', async () => {
    const element = await open(PRIYA)
    button(element, 'New team').click()
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ press: 'Escape' })
    await until('the form is gone', () => find(element, 'tacit-team-form') === undefined)
    expect(need<HTMLDialogElement>(element, 'dialog').open).to.equal(true)
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      const element = await open(INES)
      button(element, 'New team').click()
      await until('the form is there', () => find(element, 'tacit-team-form') !== undefined)
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }
})

describe('one person, two entries', () => {
  before(() => {
    stillPage()
    return dressPage()
  })

  const BO2: Person = { id: 'priya2', name: 'Priya', team: 'billing', role: 'member' }

  function withPeople(...more: readonly Person[]): BoardState {
    const state = board()
    return { ...state, people: more.reduce((people, one) => people.set(one.id, one), state.people) }
  }

  async function open(me: Person, state: BoardState, more: Partial<TacitPeopleDialog> = {}): Promise<TacitPeopleDialog> {
    const owns = me.role === 'owner'
    return fixture<TacitPeopleDialog>(html`<tacit-people-dialog open .board=${state} .me=${me} .owns=${owns} .organises=${owns} .writable=${true} .notice=${more.notice}></tacit-people-dialog>`)
  }

  async function fromMenu(element: TacitPeopleDialog, id: string, label: string): Promise<void> {
    const menu = need(need(element, `[data-person="${id}"]`), 'tacit-menu')
    menu.querySelector('button')?.click()
    const items = [...(menu.shadowRoot?.querySelectorAll('button') ?? [])]
    items.find((item) => item.textContent?.includes(label))?.click()
    await element.updateComplete
  }

  it('renames in place, and gives the focus back when left', async () => {
    const element = await open(INES, withPeople(BO2))
    await fromMenu(element, 'priya2', 'Rename')
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ press: 'Escape' })
    await until('the button has the focus', () => focused()?.getAttribute('aria-label') === 'More for Priya')
    await fromMenu(element, 'priya2', 'Rename')
    await until('the form has the focus', () => focused()?.localName === 'input')
    await sendKeys({ press: 'Control+A' })
    await sendKeys({ type: 'Priya R' })
    expect(await detailOf<PersonChanged>(element, 'person-changed', () => button(element, 'Save').click())).to.deep.equal({ person: 'priya2', change: { name: 'Priya R' } })
  })

  it('lets an owner say that two entries are one person', async () => {
    const element = await open(INES, withPeople(BO2))
    await fromMenu(element, 'priya2', 'Is the same person as')
    await until('the form is there', () => find(element, 'tacit-person-form') !== undefined)
    await until('its choice has the focus', () => focused()?.localName === 'select')
    const select = need<HTMLSelectElement>(need(element, 'tacit-person-form'), 'select')
    expect([...select.options].map(({ value }) => value)).to.not.include('priya2')
    select.value = 'priya'
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    expect(await detailOf<PersonMerged>(element, 'person-merged', () => button(element, 'Merge').click())).to.deep.equal({ person: 'priya2', into: 'priya' })
  })

  it('parts merged entries again, and asks only the person whether it is them', async () => {
    const state = withPeople({ ...BO2, mergedInto: 'priya', mergedSeq: 1 })
    const owner = await open(INES, state)
    expect(textOf(owner)).to.contain('the same person as Priya Raman, who has not said so yet')
    expect(await detailOf<PersonMerged>(owner, 'person-merged', () => button(owner, 'Separate again, Priya').click())).to.deep.equal({ person: 'priya2', into: null })
    const priya = await open(PRIYA, state)
    expect(await detailOf<PersonClaimed>(priya, 'person-claimed', () => need<HTMLButtonElement>(need(priya, '[data-person="priya2"]'), '.primary').click())).to.deep.equal({ person: 'priya2' })
  })

  it('shows owners who waits, and members nothing of it', async () => {
    const state = withPeople({ ...BO2, claims: 'priya' }, { id: 'own', name: 'Kai', team: '', role: 'guest', claims: 'own' })
    const owner = await open(INES, state)
    expect(textOf(owner)).to.contain('Waiting for you 2').and.to.contain('says: I am Priya Raman').and.to.contain('asks to be let in')
    expect(await detailOf<ClaimDecided>(owner, 'claim-decided', () => button(owner, 'Admit Priya').click())).to.deep.equal({ person: 'priya2', admit: true, claims: 'priya' })
    expect(await detailOf<ClaimDecided>(owner, 'claim-decided', () => button(owner, 'Decline Kai').click())).to.deep.equal({ person: 'own', admit: false, claims: 'own' })
    expect(textOf(await open(PRIYA, state))).to.not.contain('Waiting for you')
  })

  it('offers the way back of what was done', async () => {
    let undone = 0
    const element = await open(INES, withPeople(), { notice: { text: 'Now called Bo', undo: () => { undone++ } } })
    button(element, 'Undo').click()
    expect(undone).to.equal(1)
  })

  for (const theme of THEMES) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      const element = await open(INES, withPeople({ ...BO2, claims: 'priya' }, { ...BO2, id: 'priya3', mergedInto: 'priya', mergedSeq: 0 }), { notice: { text: 'Done', undo: () => undefined } })
      await fromMenu(element, 'priya2', 'Is the same person as')
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }
})
