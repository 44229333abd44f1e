// Decisions: five stances with their meaning, a block that is asked for its reason, dissent that stays in sight, silence
// that is no yes, who decided over whom; in the inspector, on the board and in the ledger.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/app/board/board-ledger.ts'
import type { TacitBoardLedger } from '../../../client/app/board/board-ledger.ts'
import { outcomeOf } from '../../../client/panels/decisions/outcome.ts'
import '../../../client/panels/decisions/outcome-note.ts'
import '../../../client/panels/decisions/stance-box.ts'
import type { TacitStanceBox } from '../../../client/panels/decisions/stance-box.ts'
import '../../../client/panels/decisions/stance-form.ts'
import type { TacitStanceForm } from '../../../client/panels/decisions/stance-form.ts'
import '../../../client/panels/decisions/stance-seats.ts'
import { stancesOnCard } from '../../../client/panels/decisions/stances.ts'
import '../../../client/panels/inspector.ts'
import { waitingFor } from '../../../client/panels/waiting.ts'
import type { Session } from '../../../client/session/session.ts'
import type { WaitingStance } from '../../../client/session/shelf.ts'
import '../../../client/ui/toasts.ts'
import type { Board } from '../../../shared/board/document.ts'
import { newId } from '../../../shared/board/ids.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { Card, Person } from '../../../shared/board/records.ts'
import { replaceTitle, setCardField } from '../../../shared/board/write-cards.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { type Hub, until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { detailOf, type } from '../support/told.ts'
import { DELE, GUEST, INES, PageServer, pricingHub, PRIYA } from './pricing-board.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from './shadow.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const ASKED = { askTeams: ['sales', 'product'] }

interface Seen { readonly board: ReturnType<typeof readBoard>; readonly card: Card; readonly judgements: ReturnType<typeof judge> }

/** The decision as it stands: Sales and Product are asked. */
function decision(more: (board: Board) => void = () => undefined): Seen {
  const board = readBoard(pricingHub((made) => { ask(made); more(made) }).board)
  const card = board.cards.get('first')
  if (card === undefined) throw new Error('no card')
  return { board, card, judgements: judge(board, NOW) }
}

const ask = (board: Board): void => setCardField(board, 'first', 'askTeams', ASKED.askTeams)

let seq = 0
/** A stance that was taken before anybody looks. */
function stood(board: Board, person: Person, stance: Stance, more: { readonly reason?: string; readonly basis?: string; readonly at?: string } = {}): void {
  const card = readBoard(board).cards.get('first')
  if (card === undefined) throw new Error('no card')
  addRecord(board, 'stances', { id: newId(), card: 'first', person: person.id, team: person.team, stance, basis: statementOf(card), seq: ++seq, at: '2026-11-18T09:00:00Z', ...more })
}

const sentence = (more: (board: Board) => void): string => outcomeOf(decision(more))

async function form(me: Person | undefined, more: (board: Board) => void = () => undefined, waiting?: WaitingStance): Promise<TacitStanceForm> {
  const { board, card, judgements } = decision(more)
  return fixture<TacitStanceForm>(html`<tacit-stance-form .heard=${stancesOnCard(board, judgements, card)} .me=${me} team=${board.teams.get(me?.team ?? '')?.name ?? ''} .now=${NOW} .waiting=${waiting}></tacit-stance-form>`)
}

interface Open { readonly hub: Hub; readonly session: Session; readonly page: HTMLElement; readonly server: PageServer }
const closing: (() => void)[] = []

async function open(what: (session: Session) => ReturnType<typeof html>, me: Person = DELE, more: (board: Board) => void = () => undefined): Promise<Open> {
  const hub = pricingHub((board) => { ask(board); more(board) })
  const session = hub.join(me, 'edit')
  const server = new PageServer(hub, me)
  closing.push(() => { session.close(); server.stop() })
  await until('the session is ready', () => session.ready.value)
  return { hub, session, server, page: await fixture<HTMLElement>(html`<div style="position: relative; height: 900px">${what(session)}<tacit-toasts></tacit-toasts></div>`) }
}

const inspector = (session: Session): ReturnType<typeof html> => html`<tacit-inspector .session=${session} card="first"></tacit-inspector>`
const stateIn = ({ session }: Open): string => session.judgements.value.decision('first').state

describe('decisions', () => {
  before(async () => {
    stillPage()
    await dressPage()
  })
  afterEach(() => {
    for (const toasts of document.querySelectorAll('tacit-toasts')) for (const dismiss of buttons(toasts, 'Dismiss')) dismiss.click()
    closing.splice(0).forEach((close) => close())
  })

  describe('your stance', () => {
    it('is one of five, each with its meaning printed on it; to agree is one press', async () => {
      const element = await form(DELE)
      expect(textOf(element)).to.contain('Sales is asked. Where do you stand on these words?')
      expect(buttons(element, /./).map((one) => textOf(one))).to.deep.equal([
        'Agree Do it, I will do my part.', 'Agree with concerns Do it; note this.', 'Disagree but commit I would not; I will carry it.',
        'Block This must not happen as written.', 'Pass Not affected, decide without me.',
      ])
      expect(await detailOf(element, 'stance-taken', () => button(element, /^Agree Do/).click())).to.deep.equal({ stance: 'agree' })
    })

    it('asks a block for its reason, and takes one without when its writer insists', async () => {
      const element = await form(DELE)
      button(element, /^Block/).click()
      await until('the reason has the focus', () => focused()?.matches('textarea') === true)
      button(element, 'Block').click()
      await until('it asks', () => textOf(element).includes('Say why, so that the others can act on it.'))
      expect(await detailOf(element, 'stance-taken', () => button(element, 'Block, without a reason').click())).to.deep.equal({ stance: 'block' })
    })

    it('sends the reason, keeps it when it was not stored, and goes back to its button by Escape', async () => {
      const element = await form(DELE)
      button(element, /^Disagree but commit/).click()
      await until('the reason has the focus', () => focused()?.matches('textarea') === true)
      await type(need(element, 'tacit-field'), 'Too early')
      expect(await detailOf(element, 'stance-taken', () => button(element, 'Disagree but commit').click())).to.deep.equal({ stance: 'disagree_commit', reason: 'Too early' })
      element.settle('Your stance was not stored. The server cannot be reached.')
      await element.updateComplete
      expect(textOf(element)).to.contain('Your stance was not stored.')
      expect(need<HTMLTextAreaElement>(element, 'textarea').value).to.equal('Too early')
      need(element, 'textarea').focus()
      await sendKeys({ press: 'Escape' })
      await until('the button has the focus', () => focused()?.textContent?.includes('I would not') === true)
    })

    it('shows what one stands by, and on which earlier words', async () => {
      const now = await form(DELE, (board) => stood(board, DELE, 'concerns', { reason: 'Reps need training' }))
      expect(textOf(now)).to.contain('You agree, with concerns, for Sales, 18 Nov.')
      expect(textOf(now)).to.contain('Reps need training')
      expect(button(now, /^Agree with concerns/).getAttribute('aria-pressed')).to.equal('true')
      const earlier = await form(DELE, (board) => { stood(board, DELE, 'agree'); replaceTitle(board, 'first', 'Enterprise first.') })
      expect(textOf(earlier)).to.contain('You took a stance on an earlier wording.')
      expect(textOf(need(earlier, 'del'))).to.contain('Self-serve')
      expect(button(earlier, /^Agree Do/).getAttribute('aria-pressed')).to.equal('false')
    })

    it('shows one that waits to be sent, and forgets it on demand', async () => {
      const basis = statementOf(decision().card)
      const waiting: WaitingStance = { root: 'stances', id: 'w', order: 1, person: 'dele', givenAt: '2026-11-20T11:00:00Z', card: 'first', stance: 'block', basis }
      const element = await form(DELE, () => undefined, waiting)
      expect(textOf(element)).to.contain('You block this, for Sales. It waits here to be sent')
      expect(await detailOf(element, 'waiting-dropped', () => button(element, 'Do not send it').click())).to.deep.equal({})
    })

    it('is for members with a team; who is not asked can take one as well', async () => {
      expect(textOf(await form(undefined))).to.equal('You can look, not change.')
      expect(textOf(await form(GUEST))).to.contain('guests add context')
      expect(textOf(await form({ ...DELE, team: '' }))).to.contain('Choose your team first')
      expect(textOf(await form({ ...DELE, id: 'lea', team: 'legal' }))).to.contain('Legal is not asked here. You can still take a stance; a block has full weight.')
    })
  })

  describe('what came of it', () => {
    it('says because of whom it stands where it stands', () => {
      expect(sentence(() => undefined)).to.equal('Open: Product and Sales have not been heard. Silence is not a yes.')
      expect(sentence((board) => { stood(board, INES, 'agree'); stood(board, DELE, 'block') })).to.equal('Blocked by Dele Adeyemi (Sales).')
      expect(sentence((board) => { stood(board, INES, 'agree'); stood(board, DELE, 'disagree_commit') })).to.equal('Decided. Dele Adeyemi (Sales) disagrees and commits; that stays on record.')
      expect(sentence((board) => { stood(board, INES, 'pass'); stood(board, DELE, 'pass') })).to.equal('Open: nobody agrees. Passing decides nothing.')
      expect(sentence((board) => { stood(board, INES, 'agree'); replaceTitle(board, 'first', 'Enterprise first.') })).to.equal('Open again: the words have changed since Product took a stance. Sales has not been heard at all.')
    })

    it('names a directive over a block as such, with its reasons, and what one still lacks', async () => {
      const directive = (board: Board): void => { setCardField(board, 'first', 'mode', 'directive'); setCardField(board, 'first', 'decider', 'ines') }
      const lacking = decision(directive)
      const lacks = await fixture<HTMLElement>(html`<tacit-outcome-note .view=${lacking}></tacit-outcome-note>`)
      expect(textOf(lacks)).to.contain('One person decides here. Still missing: the reasons and the agreement of Ines Okafor.')
      const directed = decision((board) => { directive(board); setCardField(board, 'first', 'rationale', 'The contract ends in March.'); stood(board, DELE, 'block'); stood(board, INES, 'agree') })
      const note = await fixture<HTMLElement>(html`<tacit-outcome-note .view=${directed}></tacit-outcome-note>`)
      expect(textOf(note)).to.contain('Directed over a block: Ines Okafor has decided, Dele Adeyemi (Sales) blocks it. Both stay on record.')
      expect(textOf(note)).to.contain('The contract ends in March.')
      await expect(note).to.be.accessible()
    })

    it('says until when it holds, that its review is due, and that it was never examined', async () => {
      const agreed = (board: Board): void => { stood(board, INES, 'agree'); stood(board, DELE, 'agree') }
      const holds = await fixture<HTMLElement>(html`<tacit-outcome-note .view=${decision((board) => { agreed(board); setCardField(board, 'first', 'reviewBy', '2027-02-14T00:00:00Z') })}></tacit-outcome-note>`)
      expect(textOf(holds)).to.equal('Agreed by everybody who is asked. It holds until its review, 14 Feb 2027.')
      expect(sentence((board) => { agreed(board); setCardField(board, 'first', 'reviewBy', '2026-11-19T00:00:00Z') })).to.contain('Its review was due')
      const { board, card } = decision(agreed)
      const judgements = judge({ ...board, links: readBoard(pricingHub().board).links }, NOW)
      const bare = { ...judgements, now: NOW, decision: () => ({ ...decision(agreed).judgements.decision('first'), unexamined: true }) } as Seen['judgements']
      const note = await fixture<HTMLElement>(html`<tacit-outcome-note .view=${{ board, card, judgements: bare }}></tacit-outcome-note>`)
      expect(textOf(note)).to.contain('Agreed, not examined: it rests on no assumption that is written down.')
    })
  })

  describe('who has a say', () => {
    const seats = async ({ board, card, judgements }: Seen, me: Person | undefined = INES): Promise<HTMLElement> =>
      fixture<HTMLElement>(html`<tacit-stance-seats .heard=${stancesOnCard(board, judgements, card)} .board=${board} .me=${me} .now=${NOW} .asks=${true} .writable=${true}></tacit-stance-seats>`)

    it('has dissent first with its reason, names a missing one, and keeps silence in sight', async () => {
      const element = await seats(decision((board) => { setCardField(board, 'first', 'askTeams', ['product', 'sales', 'billing', 'finance']); stood(board, INES, 'agree'); stood(board, DELE, 'block'); stood(board, PRIYA, 'disagree_commit', { reason: 'The rate card is not ready' }) }))
      const rows = [...need(element, 'ul').children].map((row) => textOf(row))
      expect(rows.map((row) => /(Sales|Billing|Product|Finance) \S+/.exec(row)?.[0])).to.deep.equal(['Sales Blocks', 'Billing Disagrees,', 'Product Agrees', 'Finance Not'])
      expect(rows[0]).to.contain('Dele Adeyemi, 18 Nov No reason given')
      expect(rows[1]).to.contain('The rate card is not ready')
      expect(rows[3]).to.contain('Not yet heard Not asked yet')
      expect(await detailOf(element, 'team-asked', () => button(element, 'Ask Finance').click())).to.deep.equal({ team: 'finance' })
    })

    it('shows who was heard on earlier words, what they said then, and what changed', async () => {
      const element = await seats(decision((board) => { stood(board, DELE, 'block', { reason: 'Not in Q3' }); replaceTitle(board, 'first', 'Enterprise first.') }))
      const [row] = [...need(element, 'ul').children].map((one) => textOf(one))
      expect(row).to.contain('Sales Heard on earlier words')
      expect(row).to.contain('Then: Block')
      expect(row).to.contain('Not in Q3')
      expect(textOf(need(element, 'ins'))).to.contain('Enterprise')
    })
  })

  describe('in the inspector', () => {
    it('stores a stance for everybody, shows it in the history, and goes back to the one before', async () => {
      const opened = await open(inspector, DELE, (board) => stood(board, DELE, 'concerns', { reason: 'Reps need training' }))
      const { page, server } = opened
      button(page, /^Agree Do/).click()
      await until('it is said', () => textOf(page).includes('You agree, for Sales'))
      expect(server.asked.at(-1)?.body).to.deep.include({ card: 'first', stance: 'agree' })
      expect(textOf(need(page, 'tacit-card-history'))).to.match(/Dele Adeyemi agreed for Sales.*Dele Adeyemi agreed for Sales, with concerns.*Reps need training/)
      expect(stateIn(opened)).to.equal('open')
      buttons(page, 'Undo').at(-1)?.click()
      await until('the one before stands again', () => textOf(page).includes('You agree, with concerns, for Sales'))
      expect(server.asked.at(-1)?.body).to.deep.include({ stance: 'concerns', reason: 'Reps need training' })
    })

    it('opens again when the words change under a draft, and shows how', async () => {
      const opened = await open(inspector, DELE, (board) => { stood(board, INES, 'agree'); stood(board, DELE, 'agree') })
      const { page, hub } = opened
      await until('it is agreed', () => textOf(page).includes('Agreed by everybody who is asked.'))
      button(page, /^Block/).click()
      await until('the reason has the focus', () => focused()?.matches('textarea') === true)
      hub.board.doc.transact(() => replaceTitle(hub.board, 'first', 'Enterprise first.'))
      await until('it is open again', () => textOf(page).includes('Open again: the words have changed since Product and Sales took a stance.'))
      expect(textOf(page)).to.contain('The words changed while you were writing.')
      expect(focused()?.matches('textarea')).to.equal(true)
    })
  })

  describe('on the board', () => {
    const box = async (opened: Open, stance?: Stance): Promise<TacitStanceBox> => {
      const element = need<TacitStanceBox>(opened.page, 'tacit-stance-box')
      await element.show(opened.session, 'first', { x: 40, y: 40 }, stance)
      return element
    }

    it('opens the five stances at the card and closes when one is taken; its keys are its own', async () => {
      const opened = await open(() => html`<tacit-stance-box></tacit-stance-box>`)
      const element = await box(opened)
      await until('the first has the focus', () => focused()?.textContent?.includes('Do it, I will do my part.') === true)
      let leaked = 0
      opened.page.addEventListener('keydown', () => { leaked++ })
      await sendKeys({ press: 'n' })
      expect(leaked).to.equal(0)
      await sendKeys({ press: 'Enter' })
      await until('it is stored', () => opened.session.judgements.value.decision('first').tally.agree.includes('dele'))
      await until('it is closed', () => find(element, ':popover-open') === undefined)
    })

    it('opens at the reason of a block', async () => {
      const opened = await open(() => html`<tacit-stance-box></tacit-stance-box>`)
      await box(opened, 'block')
      await until('the reason has the focus', () => focused()?.matches('textarea') === true)
      await sendKeys({ type: 'Not yet' })
      await sendKeys({ press: 'Tab' })
      await sendKeys({ press: 'Enter' })
      await until('it is blocked', () => stateIn(opened) === 'blocked')
    })
  })

  describe('in the ledger', () => {
    const ledger = async (more?: (board: Board) => void): Promise<Open> => {
      localStorage.removeItem('tacit:ledger')
      const opened = await open((session) => html`<tacit-board-ledger .session=${session}></tacit-board-ledger>`, DELE, more)
      await need<TacitBoardLedger>(opened.page, 'tacit-board-ledger').goTo('first')
      await until('the row has its buttons', () => buttons(opened.page, /^Agree: Do it/).length > 0)
      return opened
    }

    it('waits for those who are asked, after the assumptions, and no longer when they took a stance', () => {
      const { board, judgements } = decision()
      expect(waitingFor(board, judgements, 'sales', new Set()).at(-1)).to.equal('first')
      const { board: later, judgements: then } = decision((made) => stood(made, DELE, 'pass'))
      expect(waitingFor(later, then, 'sales', new Set())).not.to.contain('first')
    })

    it('agrees by a key in the row, and says where it stands beside it', async () => {
      const opened = await ledger()
      expect(textOf(need(opened.page, 'tacit-row-actions'))).to.contain('Open: Product and Sales have not been heard.')
      await sendKeys({ press: 'y' })
      await until('it is stored', () => opened.session.judgements.value.decision('first').tally.agree.includes('dele'))
    })

    it('asks for the reason of a block in the row, and shows it in place of the button', async () => {
      const opened = await ledger()
      await sendKeys({ press: 'n' })
      await until('the reason has the focus', () => focused()?.matches('textarea') === true)
      await sendKeys({ type: 'Not yet' })
      button(need(opened.page, 'tacit-stance-draft'), 'Block').click()
      await until('it is blocked', () => stateIn(opened) === 'blocked')
      await need<TacitBoardLedger>(opened.page, 'tacit-board-ledger').goTo('first')
      await until('the row says so', () => textOf(need(opened.page, 'tacit-row-actions')).includes('You block this'))
    })
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`can be used by everybody (${theme})`, async () => {
      await dressPage(theme)
      const opened = await open(inspector, DELE, (board) => { stood(board, INES, 'disagree_commit', { reason: 'Too early' }); stood(board, DELE, 'agree') })
      await expect(need(opened.page, 'tacit-decision-sections')).to.be.accessible()
      const blocking = await form(DELE)
      button(blocking, /^Block/).click()
      await until('the reason has the focus', () => focused()?.matches('textarea') === true)
      button(blocking, 'Block').click()
      await until('it asks', () => textOf(blocking).includes('Say why'))
      await expect(blocking).to.be.accessible()
      const boxed = await open(() => html`<tacit-stance-box></tacit-stance-box>`)
      await need<TacitStanceBox>(boxed.page, 'tacit-stance-box').show(boxed.session, 'first', { x: 40, y: 40 })
      await expect(need(boxed.page, 'tacit-stance-box')).to.be.accessible()
      const rows = await open((session) => html`<tacit-board-ledger .session=${session}></tacit-board-ledger>`)
      await need<TacitBoardLedger>(rows.page, 'tacit-board-ledger').goTo('first')
      await until('the row has its buttons', () => buttons(rows.page, /^Agree: Do it/).length > 0)
      await expect(need(rows.page, 'tacit-row-actions')).to.be.accessible()
      await dressPage()
    })
  }
})
