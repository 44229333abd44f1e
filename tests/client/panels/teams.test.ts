// The teams of a board: the sheet of each, who has understood whom, and both sides of a belief: one team writes it, the
// other replies. What waits, what was refused and what was begun is not lost, and who may not is told why.
import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { lookOfEmpathy, Pairs } from '../../../client/panels/teams/pairs.ts'
import { sheetWanted } from '../../../client/panels/teams/sheet-wanted.ts'
import type { TacitTeamSheet } from '../../../client/panels/teams/team-sheet.ts'
import type { Team } from '../../../shared/board/records.ts'
import { putTeam } from '../../../shared/board/write-board.ts'
import { replaceTitle } from '../../../shared/board/write-cards.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import { readBoard } from '../../../shared/board/read.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from './shadow.ts'
import { ANA, BO, closeAll, fillTeams, openTeams, TAX } from './teams-board.ts'

const sheetOf = (page: Element, team: string): TacitTeamSheet => need<TacitTeamSheet>(page, `tacit-team-sheet[data-team=${team}]`)

async function write(into: string, words: string, form: Element): Promise<void> {
  const field = need<HTMLTextAreaElement>(form, 'textarea')
  field.focus()
  await sendKeys({ type: words })
  expect(field.value, into).to.contain(words)
}

describe('the teams of a board', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(closeAll)

  it('shows what each counts in, cannot change, and what others believe of it, one\'s own first', async () => {
    const { page } = await openTeams(BO)
    expect([...page.shadowRoot?.querySelectorAll('tacit-team-sheet') ?? []].map(({ dataset }) => dataset['team'])).to.deep.equal(['sre', 'product', 'sales'])
    const own = textOf(sheetOf(page, 'sre'))
    for (const words of ['SRE', 'your team, 1 person', 'Pages per week', 'down', '3.4 → 2', 'Three on the rota', TAX, 'Ana, 1 Jun', 'Nothing yet from Sales.', 'Nothing yet about Product and Sales.']) expect(own).to.contain(words)
    expect(textOf(sheetOf(page, 'sales'))).to.contain('Nobody has said what this team counts in.')
    await expect(page).to.be.accessible()
  })

  it('looks the same to axe in the dark', async () => {
    await dressPage('dark')
    const { page } = await openTeams(BO)
    await expect(page).to.be.accessible()
    await dressPage()
  })

  it('says who has understood whom in a table, and a cell opens its pair', async () => {
    const { page } = await openTeams(BO)
    const table = need(page, 'table')
    expect([...table.querySelectorAll('thead th')].map((cell) => cell.textContent)).to.deep.equal(['Has written about', 'Product', 'Sales', 'SRE'])
    expect([...table.querySelectorAll('tbody th')].map((cell) => cell.textContent)).to.deep.equal(['Product', 'Sales', 'SRE'])
    button(page, 'Product about SRE: Not checked').click()
    await until('the pair has the focus', () => focused()?.id === 'pair')
    expect(textOf(need(page, '.chosen'))).to.contain('Product about SRE Not checked')
    button(page, 'Product about SRE: Not checked').click()
    await until('it is away', () => find(page, '.chosen') === undefined)
    button(page, 'Sales about SRE: Nothing yet').click()
    await until('another is there', () => find(page, '.chosen') !== undefined)
    expect(textOf(need(page, '.chosen'))).to.contain('Sales has written nothing about SRE.')
    expect(buttons(need(page, '.chosen'), /Is this right|Write/)).to.have.length(0)
  })

  it('only doubt about what is believed has a colour, each its own', () => {
    expect((['none', 'stated', 'verified', 'partly', 'wrong', 'reopened'] as const).map(lookOfEmpathy)).to.deep.equal([undefined, 'unconfirmed', undefined, 'unconfirmed', 'disputed', 'stale'])
  })

  it('says nothing of a team that was removed', () => {
    const hub = new Hub((board) => {
      fillTeams(board)
      putTeam(board, { id: 'sre', name: 'SRE', removed: true })
    })
    const board = readBoard(hub.board)
    expect(new Pairs(board).heardOf('product')).to.equal(0)
  })

  it('lets a team write what it believes, by keyboard, and others see it at once', async () => {
    const { page, place, session } = await openTeams(BO)
    button(page, 'SRE about Sales: Nothing yet').click()
    await until('the pair is there', () => find(page, '.chosen') !== undefined)
    const pair = need(page, '.chosen')
    button(pair, 'Write what you believe of Sales').click()
    await until('the field has the focus', () => focused()?.localName === 'textarea')
    await sendKeys({ type: 'Quotes leave before Christmas' })
    await sendKeys({ press: 'Control+Enter' })
    await until('it is there', () => buttons(page, 'SRE about Sales: Not checked').length === 1)
    expect(place.posted.map(({ body: { about, text } }) => ({ about, text }))).to.deep.equal([{ about: 'sales', text: 'Quotes leave before Christmas' }])
    await until('the words have the focus', () => focused()?.textContent?.includes('Quotes leave') === true)
    expect(session.outbox.value).to.deep.equal([])
    await expect(page).to.be.accessible()
  })

  it('asks who says partly what is otherwise, and takes the reply with it', async () => {
    const { page, place } = await openTeams(BO)
    button(sheetOf(page, 'sre'), 'Is this right, what Product believes?').click()
    await until('a choice has the focus', () => focused()?.localName === 'input')
    await sendKeys({ press: 'Space' })
    await sendKeys({ press: 'ArrowRight' })
    const form = need(page, 'tacit-reply-form')
    await until('the note is asked for', () => find(form, 'textarea') !== undefined)
    button(form, 'Reply').click()
    await until('it is asked for', () => textOf(form).includes('They can only understand you better when you say it.'))
    await expect(page).to.be.accessible()
    await write('note', 'Fridays are calm now', form)
    button(form, 'Reply').click()
    await until('the table says so', () => buttons(page, 'Product about SRE: Partly right').length === 1)
    expect(place.posted.at(-1)?.body).to.include({ perception: 'tax', verdict: 'partly', basis: TAX, note: 'Fridays are calm now' })
    await until('the form is away', () => find(page, 'tacit-reply-form') === undefined)
    const text = textOf(sheetOf(page, 'sre'))
    for (const words of ['SRE: Partly right', 'Fridays are calm now', 'Change your reply']) expect(text).to.contain(words)
  })

  it('says that words changed after they were replied to, and that they changed while a reply is written', async () => {
    const { page, hub } = await openTeams(BO, (board) => addRecord(board, 'perceptionReplies', { id: 'r1', perception: 'tax', person: 'bo', team: 'sre', verdict: 'right', basis: TAX, seq: 1, at: '2026-06-01T10:00:00Z' }))
    await until('it is right', () => buttons(page, 'Product about SRE: Right').length === 1)
    button(sheetOf(page, 'sre'), 'Change your reply to Product').click()
    await until('the form is there', () => find(page, 'tacit-reply-form') !== undefined)
    hub.board.doc.transact(() => addRecord(hub.board, 'perceptions', { id: 'tax2', by: 'product', about: 'sre', person: 'ana', text: 'You want fewer releases.', seq: 2, at: '2026-06-03T09:00:00Z' }))
    await until('it is of earlier words', () => buttons(page, 'Product about SRE: New words').length === 1)
    expect(textOf(sheetOf(page, 'sre'))).to.contain('On earlier words')
    const board = readBoard(hub.board)
    const pairs = new Pairs(board)
    const team = (id: string): Team => board.teams.get(id) ?? expect.fail(id)
    expect(pairs.of(team('product'), team('sre')).beliefs.map(({ replies, earlier }) => [replies.length, earlier.length])).to.deep.equal([[0, 1]])
    expect(textOf(need(page, 'tacit-reply-form'))).to.contain('They changed their words while you were writing.')
  })

  it('keeps what waits to be sent in front of its writer, and takes it back', async () => {
    const { page, place, session } = await openTeams(BO)
    place.away = true
    const sheet = sheetOf(page, 'sales')
    button(sheet, 'Write what you believe of Sales').click()
    await until('the form is there', () => find(sheet, 'tacit-belief-form') !== undefined)
    await write('belief', 'You are counted by the quarter', need(sheet, 'tacit-belief-form'))
    button(sheet, 'Say it').click()
    await until('it waits', () => textOf(sheet).includes('Waits to be sent: You are counted by the quarter'))
    expect(session.outbox.value).to.have.length(1)
    await expect(page).to.be.accessible()
    button(sheet, 'Do not send it').click()
    await until('it can be written again', () => buttons(sheet, 'Write what you believe of Sales').length === 1)
    expect(session.outbox.value).to.have.length(0)
  })

  it('says why something was not taken, with the words still there', async () => {
    const { page, place } = await openTeams(BO)
    place.refuses = 'This board has no such team.'
    const sheet = sheetOf(page, 'sales')
    button(sheet, 'Write what you believe of Sales').click()
    await until('the form is there', () => find(sheet, 'tacit-belief-form') !== undefined)
    await write('belief', 'Something', need(sheet, 'tacit-belief-form'))
    button(sheet, 'Say it').click()
    await until('it is said', () => textOf(sheet).includes('Nothing was said.'))
    expect(need<HTMLTextAreaElement>(sheet, 'textarea').value).to.equal('Something')
  })

  it('keeps what was begun while its pair is closed', async () => {
    const { page } = await openTeams(BO)
    const cell = (): HTMLElement => button(page, 'SRE about Sales: Nothing yet')
    cell().click()
    await until('the pair is there', () => find(page, '.chosen') !== undefined)
    button(need(page, '.chosen'), 'Write what you believe of Sales').click()
    await until('the form is there', () => find(need(page, '.chosen'), 'tacit-belief-form') !== undefined)
    await write('belief', 'Half a sen', need(page, '.chosen'))
    cell().click()
    await until('it is closed', () => find(page, '.chosen') === undefined)
    cell().click()
    await until('the pair is there again', () => find(page, '.chosen') !== undefined)
    button(need(page, '.chosen'), 'Write what you believe of Sales').click()
    await until('the form is there again', () => find(need(page, '.chosen'), 'textarea') !== undefined)
    expect(need<HTMLTextAreaElement>(need(page, '.chosen'), 'textarea').value).to.equal('Half a sen')
    expect(textOf(need(page, '.chosen'))).to.contain('What you began is still here.')
    button(need(page, '.chosen'), 'Cancel').click()
    await until('the button has the focus', () => focused()?.textContent === 'Write what you believe of Sales')
  })

  it('changes and takes back one\'s own words only', async () => {
    const { page, place } = await openTeams(ANA)
    button(sheetOf(page, 'product'), 'Take back what you wrote about SRE').click()
    await until('it is taken back', () => buttons(page, 'Product about SRE: Nothing yet').length === 1)
    expect(place.posted.at(-1)?.body).to.include({ about: 'sre', text: '' })
    const other = await openTeams(person('cy', 'product'))
    expect(buttons(other.page, /what you wrote/)).to.have.length(0)
  })

  it('tells who may not why', async () => {
    const guest = await openTeams(person('wim', '', 'guest'))
    expect(textOf(guest.page)).to.contain('Members of this board write and reply here, each for their team.')
    expect(buttons(guest.page, /Write|Is this right/)).to.have.length(0)
    closeAll()
    const loose = await openTeams(person('lo', ''))
    let wanted = 0
    loose.page.addEventListener('profile-wanted', () => wanted++)
    button(loose.page, 'Choose your team').click()
    expect(wanted).to.equal(1)
    expect(buttons(loose.page, /Write|Is this right/)).to.have.length(0)
  })

  it('edits a sheet where it is read, and leaves what others changed meanwhile', async () => {
    const { page, hub } = await openTeams(ANA)
    const sheet = sheetOf(page, 'sre')
    button(sheet, 'Edit the sheet of SRE').click()
    await until('the first field has the focus', () => focused()?.localName === 'input')
    await expect(page).to.be.accessible()
    const target = need<HTMLInputElement>(need(sheet, 'tacit-field.target'), 'input')
    target.focus()
    target.select()
    await sendKeys({ type: '1' })
    button(sheet, 'Add what it counts in').click()
    await until('another line has the focus', () => focused() !== target && focused()?.localName === 'input' && sheet.shadowRoot?.querySelector('tacit-sheet-form')?.shadowRoot?.querySelectorAll('.metric').length === 2)
    await sendKeys({ type: 'Availability' })
    hub.board.doc.transact(() => putTeam(hub.board, { id: 'sre', name: 'SRE', color: '#0b7a75', currency: [{ id: 'pages', metric: 'Pages per week', direction: 'down', now: '3.4', target: '2' }, { id: 'toil', metric: 'Toil' }], constraints: ['Two on the rota'] }))
    await until('it is said', () => textOf(sheet).includes('Somebody else changed this sheet'))
    await sendKeys({ press: 'Enter' })
    await until('it is read again', () => textOf(sheet).includes('Availability'))
    const { currency, constraints, color } = readBoard(hub.board).teams.get('sre') ?? {}
    expect(currency?.map(({ metric, target: to }) => [metric, to])).to.deep.equal([['Pages per week', '1'], ['Availability', undefined], ['Toil', undefined]])
    expect([constraints, color]).to.deep.equal([['Two on the rota'], '#0b7a75'])
    await until('the button has the focus', () => focused()?.getAttribute('aria-label') === 'Edit the sheet of SRE')
  })

  it('warns when a number goes that a trade refers to', async () => {
    const { page } = await openTeams(ANA)
    const sheet = sheetOf(page, 'sre')
    button(sheet, 'Edit the sheet of SRE').click()
    await until('the form is there', () => buttons(sheet, 'Remove “Pages per week”').length === 1)
    button(sheet, 'Remove “Pages per week”').click()
    await until('it is said', () => textOf(sheet).includes('1 trade refers to what you take away here.'))
  })

  it('shows of many teams what can be read, and the rest when it is wanted', async () => {
    const { page } = await openTeams(BO, (board) => { for (let n = 1; n <= 30; n++) putTeam(board, { id: `t${n}`, name: `Team ${n}` }) })
    const sheets = (): readonly string[] => [...page.shadowRoot?.querySelectorAll('tacit-team-sheet') ?? []].map(({ dataset }) => dataset['team'] ?? '')
    const columns = [...need(page, 'table').querySelectorAll('thead th')].map((cell) => cell.textContent)
    expect(columns).to.have.length(17)
    expect(columns).to.include.members(['SRE', 'Product'])
    expect(textOf(page)).to.contain('17 more teams are not in the table.')
    expect(sheets()).to.have.length(20)
    expect(sheets()[0]).to.equal('sre')
    sheetWanted.set('t30')
    await until('it has the focus', () => focused()?.textContent === 'Team 30')
    expect(sheets()).to.have.length(21)
    button(page, 'Show more of the other 13').click()
    await until('all are there', () => sheets().length === 33)
  })

  it('does nothing while cards are written, and follows the teams', async () => {
    const { page, hub } = await openTeams(BO)
    const sheet = sheetOf(page, 'sre')
    let drawn = 0
    const inside = sheet as unknown as { performUpdate(): void }
    const draw = inside.performUpdate.bind(sheet)
    inside.performUpdate = () => { drawn++; draw() }
    hub.board.doc.transact(() => replaceTitle(hub.board, 'note', 'Another note'))
    await page.updateComplete
    expect(drawn).to.equal(0)
    hub.board.doc.transact(() => putTeam(hub.board, { id: 'sre', name: 'Reliability' }))
    await until('the name is there', () => textOf(sheet).includes('Reliability'))
    expect(drawn).to.be.greaterThan(0)
  })
})
