// The inspector on a live session: what it shows is what stands, what is pressed is done and can be undone, readers
// only read, and all of it works by keyboard.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { TacitFactField } from '../../../client/panels/facts/fact-field.ts'
import '../../../client/panels/inspector.ts'
import type { TacitInspector } from '../../../client/panels/inspector.ts'
import type { Session } from '../../../client/session/session.ts'
import '../../../client/ui/toasts.ts'
import type { Board } from '../../../shared/board/document.ts'
import type { Person } from '../../../shared/board/records.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { deleteCard, replaceTitle, setCardField } from '../../../shared/board/write-cards.ts'
import { type Hub, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { DELE, GUEST, INES, isDeleted, PageServer, pricingHub, PRIYA, QUOTES, said } from './pricing-board.ts'
import { button, buttons, everything, find, focused, need, stillPage, textOf } from './shadow.ts'

interface Open { readonly hub: Hub; readonly session: Session; readonly page: HTMLElement; readonly inspector: TacitInspector; readonly server: PageServer }
const closing: (() => void)[] = []

/** `me` is null for readers. */
async function open(card: string, me: Person | null = INES, more: (board: Board) => void = () => undefined): Promise<Open> {
  const hub = pricingHub(more)
  const session = hub.join(me ?? undefined, me === null ? 'view' : me.role === 'guest' ? 'contribute' : 'edit')
  const server = new PageServer(hub, me ?? GUEST)
  closing.push(() => { session.close(); server.stop() })
  await until('the session is ready', () => session.ready.value)
  const page = await fixture<HTMLElement>(html`<div style="position: relative; height: 900px"><tacit-inspector .session=${session} card=${card}></tacit-inspector><tacit-toasts></tacit-toasts></div>`)
  return { hub, session, page, inspector: need<TacitInspector>(page, 'tacit-inspector'), server }
}

/** Presses the way back that the latest notice offers. */
async function undoByToast(page: HTMLElement): Promise<void> {
  await until('it can be undone', () => buttons(page, 'Undo').length > 0)
  buttons(page, 'Undo').at(-1)?.click()
}

/** The control of the fact with this label. */
function controlOf<E extends HTMLElement>(page: Element, label: string): E {
  for (const element of everything(page)) if (element.localName === 'tacit-fact-field' && (element as TacitFactField).label === label) return need<E>(element, 'textarea, input, select')
  throw new Error(`no fact ${label}`)
}

const stateIn = (session: Session): string => session.judgements.value.assumption('quotes').state

describe('inspector', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => {
    for (const toasts of document.querySelectorAll('tacit-toasts')) for (const dismiss of buttons(toasts, 'Dismiss')) dismiss.click()
    closing.splice(0).forEach((close) => close())
  })

  it('opens with the focus on its heading, and tells when Escape closes it', async () => {
    const { inspector } = await open('quotes')
    await inspector.focusHeading()
    expect(focused()?.textContent).to.equal('Unconfirmed · 0 of 3')
    const closed = oneEvent(inspector, 'inspector-closed')
    await sendKeys({ press: 'Escape' })
    await closed
  })

  it('says the state, its reasons, who is asked and why, in words', async () => {
    const { page } = await open('quotes')
    const text = textOf(page)
    for (const words of [QUOTES, 'Renewals keep their price.', 'Not confirmed yet.', '2 rest on it', 'Who depends on this 3', 'Not asked yet', 'Because of “Self-serve first.”', 'What rests on it 2', 'Dele Adeyemi wrote this']) expect(text).to.contain(words)
  })

  it('confirms, shows the mark change, and takes it back', async () => {
    const { page, session } = await open('quotes', PRIYA)
    button(page, 'Confirm for Billing').click()
    await until('the seat is filled', () => session.judgements.value.assumption('quotes').seats['billing'] === 'confirmed')
    await until('it is said', () => textOf(page).includes('Confirmed for Billing'))
    expect(textOf(page)).to.contain('Unconfirmed · 1 of 3')
    expect(textOf(page)).to.contain('You confirmed this for Billing')
    await undoByToast(page)
    await until('the seat is empty again', () => session.judgements.value.assumption('quotes').seats['billing'] === 'not_heard')
  })

  it('goes back to the answer before, when a later one is undone', async () => {
    const { page, session } = await open('quotes', PRIYA, (board) => said(board, PRIYA, 'confirm', { evidence: { kind: 'test', note: 'Dry run' } }))
    button(page, 'Unsure').click()
    await until('the form is there', () => focused()?.localName === 'textarea')
    button(need(page, 'tacit-answer-draft'), 'Unsure').click()
    await until('the doubt is stored', () => session.judgements.value.assumption('quotes').seats['billing'] === 'unsure')
    await undoByToast(page)
    await until('the confirmation stands again', () => session.judgements.value.assumption('quotes').seats['billing'] === 'confirmed')
    expect(textOf(page)).to.contain('Dry run')
  })

  it('says when the words changed while somebody answered, and shows how', async () => {
    const { page, server, session } = await open('quotes', PRIYA)
    server.meanwhile = (board) => board.doc.transact(() => replaceTitle(board, 'quotes', 'Sales will stop quoting seat prices on 1 May.'))
    button(page, 'Confirm for Billing').click()
    await until('it is said', () => textOf(page).includes('The words changed while you answered.'))
    expect(need(page, 'ins').textContent).to.contain('May')
    expect(stateIn(session)).to.equal('reopened')
  })

  it('keeps the answer in its form when the server does not store it', async () => {
    const { page, server, session } = await open('quotes', PRIYA)
    server.failure = { status: 400, code: 'wrong_body', message: 'This may not be.' }
    button(page, 'Confirm for Billing').click()
    await until('it is said', () => textOf(page).includes('Your answer was not stored. This may not be.'))
    expect(stateIn(session)).to.equal('unconfirmed')
    server.failure = undefined
    button(page, 'Confirm for Billing').click()
    await until('the second try is stored', () => session.judgements.value.assumption('quotes').seats['billing'] === 'confirmed')
  })

  it('keeps the focus in the panel when the button that was pressed goes, or somebody else takes it away', async () => {
    const { page, hub, session } = await open('quotes', PRIYA)
    button(page, 'Confirm for Billing').focus()
    await sendKeys({ press: 'Enter' })
    await until('it is confirmed', () => textOf(page).includes('You confirmed this for Billing'))
    expect(focused()?.className).to.equal('lead')
    button(page, 'Remove the link to Self-serve first.').focus()
    await sendKeys({ press: 'Enter' })
    await until('the link is gone', () => !session.board.value.links.has('first~rests_on~quotes'))
    expect(focused()?.textContent?.trim()).to.equal('Add a link')
    button(page, 'Do not ask Sales any more').focus()
    hub.board.doc.transact(() => setCardField(hub.board, 'quotes', 'askTeams', []))
    await until('the focus is at the heading', () => focused()?.localName === 'h2')
  })

  it('moves nothing under the fingers while others answer', async () => {
    const { page, hub } = await open('quotes', INES)
    button(page, 'Ask Billing').focus()
    hub.board.doc.transact(() => said(hub.board, DELE, 'confirm'))
    await until('the seat of Sales is filled', () => textOf(page).includes('Sales Confirmed'))
    expect(focused()?.getAttribute('aria-label')).to.equal('Ask Billing')
    button(page, 'Ask another team').click()
    hub.board.doc.transact(() => said(hub.board, PRIYA, 'unsure'))
    await until('the seat of Billing is unsure', () => textOf(page).includes('Billing Unsure'))
    expect(find(page, '.float:popover-open')).not.to.equal(undefined)
  })

  it('says that an answer waits while the server is away, and forgets it on request', async () => {
    const { page, server, session } = await open('quotes', PRIYA)
    server.failure = { status: 503, code: 'not_saved', message: 'The server could not save that.' }
    button(page, 'Confirm for Billing').click()
    await until('it is said', () => textOf(page).includes('It waits here to be sent, for the wording you saw.'))
    expect(stateIn(session)).to.equal('unconfirmed')
    button(page, 'Do not send it').click()
    await until('it is forgotten', () => buttons(page, 'Confirm for Billing').length === 1)
    expect(session.outbox.value).to.deep.equal([])
  })

  it('shows who answered, with the reason, the evidence and the words it was about', async () => {
    const { page } = await open('quotes', INES, (board) => {
      said(board, PRIYA, 'confirm', { evidence: { kind: 'data', note: 'Rate card', url: 'https://wiki.example/rates' }, reason: 'We only switch on that date.' })
      said(board, DELE, 'confirm', { basis: JSON.stringify(['assumption', 'Sales will stop quoting seat prices on 1 April.', 'Renewals keep their price.', '']) })
    })
    const text = textOf(page)
    for (const words of ['Billing Confirmed', 'We only switch on that date.', 'Sales Confirmed earlier words', 'What has changed since', 'Evidence 1', 'Rate card']) expect(text).to.contain(words)
    expect(need<HTMLAnchorElement>(page, 'a[href="https://wiki.example/rates"]').rel).to.contain('noopener')
  })

  it('never follows a link that is none', async () => {
    const { page } = await open('quotes', INES, (board) => said(board, PRIYA, 'confirm', { evidence: { kind: 'data', note: 'Look', url: 'javascript:alert(1)' } }))
    expect(textOf(page)).to.contain('Look')
    expect(find(page, 'a[href^="javascript"]')).to.equal(undefined)
  })

  it('asks a team, and then says since when it is silent', async () => {
    const { page, server } = await open('quotes', INES)
    button(page, 'Ask Sales').click()
    await until('it is asked', () => textOf(page).includes('Asked now. Silence is not a yes.'))
    expect(server.asked.at(-1)?.body).to.deep.include({ card: 'quotes', team: 'sales' })
    expect(buttons(page, 'Ask again: Sales')).to.have.length(1)
  })

  it('asks another team by its menu, and relieves it again', async () => {
    const { page, session } = await open('quotes', INES)
    button(page, 'Ask another team').click()
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Enter' })
    await until('Legal has a seat', () => session.judgements.value.requiredTeams('quotes').includes('legal'))
    button(page, 'Do not ask Legal any more').click()
    await until('Legal has none', () => !session.judgements.value.requiredTeams('quotes').includes('legal'))
  })

  it('writes a field when it is left, and shows what others write', async () => {
    const { page, session, hub } = await open('quotes')
    const field = controlOf<HTMLTextAreaElement>(page, 'How to tell')
    field.focus()
    await sendKeys({ type: 'A seat quote is dated after 1 March' })
    await sendKeys({ press: 'Tab' })
    await until('the field is written', () => session.board.value.cards.get('quotes')?.fields.criterion === 'A seat quote is dated after 1 March')
    hub.board.doc.transact(() => setCardField(hub.board, 'quotes', 'criterion', 'No seat quote after 1 March'))
    await until('the other wording is shown', () => field.value === 'No seat quote after 1 March')
  })

  it('keeps what is being typed while others change the same field, and Escape lets it go', async () => {
    const { page, session, hub } = await open('quotes')
    const field = controlOf<HTMLTextAreaElement>(page, 'How to tell')
    field.focus()
    await sendKeys({ type: 'Mine' })
    hub.board.doc.transact(() => setCardField(hub.board, 'quotes', 'criterion', 'Theirs'))
    await until('the change has come', () => session.board.value.cards.get('quotes')?.fields.criterion === 'Theirs')
    expect(field.value).to.equal('Mine')
    await sendKeys({ press: 'Escape' })
    await until('theirs is shown', () => field.value === 'Theirs')
    expect(session.board.value.cards.get('quotes')?.fields.criterion).to.equal('Theirs')
  })

  it('adds a link by keyboard alone, and removes it with a way back', async () => {
    const { page, session } = await open('quotes')
    button(page, 'Add a link').focus()
    await sendKeys({ press: 'Enter' })
    await until('the kinds are asked', () => focused()?.localName === 'select')
    await sendKeys({ press: 'Tab' })
    await sendKeys({ type: 'reps' })
    await sendKeys({ press: 'Enter' })
    const drawn = 'quotes~rests_on~reps'
    await until('the link is drawn', () => session.board.value.links.has(drawn))
    button(page, 'Remove the link to Reps steer accounts back to seats.').click()
    await until('the link is gone', () => !session.board.value.links.has(drawn))
    await undoByToast(page)
    await until('the link is back', () => session.board.value.links.has(drawn))
  })

  it('opens a card that it is linked to', async () => {
    const { page } = await open('quotes')
    const opened = oneEvent(page, 'card-opened')
    button(need(page, 'tacit-card-links'), /Self-serve first/).click()
    expect(((await opened) as CustomEvent).detail).to.deep.equal({ id: 'first' })
  })

  it('deletes a card, closes, and brings it back by Undo', async () => {
    const { page, inspector, hub } = await open('quotes')
    const closed = oneEvent(inspector, 'inspector-closed')
    button(page, 'More').click()
    await sendKeys({ press: 'End' })
    await sendKeys({ press: 'Enter' })
    await closed
    expect(isDeleted(hub.board, 'quotes')).to.equal(true)
    await undoByToast(page)
    await until('the card is back', () => !isDeleted(hub.board, 'quotes'))
  })

  it('keeps the draft and the focus when somebody else deletes the card, and brings it back', async () => {
    const { page, hub } = await open('quotes')
    button(page, 'Dispute').click()
    await until('the reason is asked', () => focused()?.localName === 'textarea')
    await sendKeys({ type: 'Two quotes' })
    hub.board.doc.transact(() => deleteCard(hub.board, 'quotes'))
    await until('it is said', () => textOf(page).includes('This card has been deleted.'))
    expect(focused()?.localName).to.equal('h2')
    expect(need(page, '.all').hidden).to.equal(true)
    button(page, 'Bring it back').click()
    await until('the card is back', () => !isDeleted(hub.board, 'quotes') && find(page, '.all')?.hidden === false)
    expect(need<HTMLTextAreaElement>(page, 'tacit-answer-draft textarea, textarea').value).to.equal('Two quotes')
    await until('the focus is in the panel', () => focused()?.localName === 'h2')
  })

  it('walks by ] and [ to what it rests on and what rests on it, and says when there is nothing', async () => {
    const { page, inspector } = await open('quotes')
    await inspector.focusHeading()
    let opened = oneEvent(page, 'card-opened')
    await sendKeys({ press: '[' })
    expect(((await opened) as CustomEvent).detail).to.deep.equal({ id: 'invoice' })
    await sendKeys({ press: ']' })
    await until('it is said', () => [...document.querySelectorAll('[role="status"]')].some((region) => region.textContent?.includes('It rests on nothing')))
    inspector.card = 'first'
    await inspector.focusHeading()
    opened = oneEvent(page, 'card-opened')
    await sendKeys({ press: ']' })
    expect(((await opened) as CustomEvent).detail).to.deep.equal({ id: 'quotes' })
  })

  it('shows what the load goes on to, and what a dependency asks for', async () => {
    const { page, session } = await open('quotes', INES, (board) => {
      addLink(board, 'reps', 'rests_on', 'first')
      addLink(board, 'quotes', 'depends_on', 'reps')
    })
    expect(textOf(page)).to.contain('And one step away 1 Reps steer accounts back to seats.')
    const ask = controlOf<HTMLTextAreaElement>(need(page, 'tacit-card-dependencies').shadowRoot as unknown as Element, 'What is needed')
    ask.focus()
    await sendKeys({ type: 'A list of accounts' })
    await sendKeys({ press: 'Control+Enter' })
    await until('it is written', () => session.board.value.links.get('quotes~depends_on~reps')?.ask === 'A list of accounts')
    session.undo()
    await until('it is one step', () => session.board.value.links.get('quotes~depends_on~reps')?.ask === undefined)
  })

  it('says what a card without answers of its own stands on', async () => {
    const { page } = await open('invoice')
    const text = textOf(page)
    expect(text).to.contain('Goal')
    expect(text).to.contain('Rests on 1 unconfirmed')
    expect(text).to.contain('Not said yet: for whom, how it is measured, what you are not doing and why.')
    expect(find(page, 'tacit-answer-form')).to.equal(undefined)
  })

  it('shows readers everything and lets them change nothing', async () => {
    const { page, server } = await open('quotes', null)
    const text = textOf(page)
    expect(text).to.contain(QUOTES)
    expect(text).to.contain('You can look, not change.')
    expect(buttons(page, /^(Confirm|Dispute|Unsure|Withdraw|Ask|Add|Remove|More$)/)).to.have.length(0)
    expect(find(page, 'textarea, select, input')).to.equal(undefined)
    expect(server.asked).to.deep.equal([])
  })

  for (const theme of ['light', 'dark'] as const) {
    for (const [card, me] of [['quotes', INES], ['quotes', null], ['invoice', INES], ['reps', PRIYA], ['first', DELE]] as const) {
      it(`has nothing that axe finds: ${card} for ${me?.name ?? 'a reader'}, ${theme}`, async () => {
        await dressPage(theme)
        const { page } = await open(card, me, (board) => {
          said(board, PRIYA, 'confirm', { evidence: { kind: 'data', note: 'Rate card' } })
          said(board, DELE, 'refute', { basis: JSON.stringify(['assumption', 'Sales will stop quoting seat prices on 1 April.', '', '']) })
        })
        await expect(page).to.be.accessible()
        await dressPage()
      })
    }
  }
})
