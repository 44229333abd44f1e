// What is read out of others' changes: only about cards that concern the listener, each once, never their own.
import { expect, fixture, html, nextFrame } from '@open-wc/testing'
import { LitElement } from 'lit'
import { newsBetween, type Moment } from '../../../client/app/stage/news.ts'
import { Outline, type TacitCardOutline } from '../../../client/app/stage/card-outline.ts'
import '../../../client/app/stage/card-outline.ts'
import { CardItems } from '../../../client/app/stage/card-items.ts'
import { RemoteNews } from '../../../client/app/stage/remote-news.ts'
import type { Session } from '../../../client/session/session.ts'
import { addCard, revealCard } from '../../../shared/board/write-cards.ts'
import { setTitle } from '../../../client/commands/cards.ts'
import type { Ask, Attestation, BoardState, Card, Person } from '../../../shared/board/records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { Table } from '../../../shared/board/table.ts'
import { answer, assumption, boardOf, card, judgementsOf, type Sample } from '../cards/sample-board.ts'
import { Hub, person, until, withCards } from '../../support/local-session.ts'

const DELE: Person = { id: 'dele', name: 'Dele Adeyemi', team: 'sales', role: 'member' }
const OURS = assumption('ours', 'Peak load is 3,000 boards', 'unconfirmed', { sales: 'not_heard', sre: 'not_heard' })
const THEIRS = assumption('theirs', 'Legal signs in May', 'unconfirmed', { legal: 'not_heard' })

function moment(samples: readonly Sample[] = [OURS, THEIRS], answers: readonly Attestation[] = [], asks: readonly Ask[] = []): Moment {
  const board: BoardState = { ...boardOf(samples, { answers }), asks: Table.of(asks.map((ask) => [ask.id, ask] as const)) }
  return { board, judgements: judgementsOf(samples) }
}

const reworded = (sample: Sample, title: string, editedBy: string): Sample => ({ ...sample, card: { ...sample.card, title, editedBy } })

const NONE: ReadonlySet<string> = new Set()
/** Without `theirs` others have changed all cards. */
const heard = (after: Moment, focused = NONE, me: Person | undefined = DELE, theirs: ReadonlySet<string> = new Set(['ours', 'theirs'])): readonly string[] => newsBetween(moment(), after, { focused, theirs }, me)

describe('news of others', () => {
  it('tells an answer on what my team depends on', () => {
    expect(heard(moment(undefined, [answer('a1', 'ours', 'tomasz', 'sre', 'confirm')]))).to.deep.equal(['Confirmed by SRE: Peak load is 3,000 boards'])
    expect(heard(moment(undefined, [answer('a1', 'ours', 'tomasz', 'sre', 'refute')]))).to.deep.equal(['Disputed by SRE: Peak load is 3,000 boards'])
  })

  it('tells nothing about cards of others, but all about the one that has the focus', () => {
    const after = moment(undefined, [answer('a1', 'theirs', 'mara', 'legal', 'confirm')])
    expect(heard(after)).to.deep.equal([])
    expect(heard(after, new Set(['theirs']))).to.deep.equal(['Confirmed by Legal: Legal signs in May'])
    expect(heard(after, NONE, undefined)).to.deep.equal([])
  })

  it('tells nothing of what I did', () => {
    expect(heard(moment([reworded(OURS, 'Peak load is 4,000 boards', 'dele'), THEIRS], [answer('a1', 'ours', 'dele', 'sales', 'confirm')]))).to.deep.equal([])
  })

  it('tells nothing of cards that were changed or deleted here', () => {
    expect(heard(moment([{ ...OURS, card: { ...OURS.card, deleted: true } }, reworded(THEIRS, 'Legal signs in June', 'mara')]), new Set(['theirs']), DELE, NONE)).to.deep.equal([])
  })

  it('tells many changes of one wording once, as it is now', () => {
    expect(heard(moment([reworded(OURS, 'Peak load is 4,000 boards', 'mara'), THEIRS]))).to.deep.equal(['Reworded: Peak load is 4,000 boards'])
  })

  it('tells of deleting and of being asked', () => {
    expect(heard(moment([{ ...OURS, card: { ...OURS.card, deleted: true } }, THEIRS]))).to.deep.equal(['Deleted: Peak load is 3,000 boards'])
    expect(heard(moment(undefined, [], [{ id: 'q1', card: 'ours', team: 'sales', person: 'mara', at: '2026-02-02T10:00:00Z' }]))).to.deep.equal(['Sales is asked: Peak load is 3,000 boards'])
  })

  it('counts what is too much to listen to', () => {
    const five = Array.from({ length: 5 }, (_, at) => assumption(`c${at}`, `Card ${at}`, 'unconfirmed', { sales: 'not_heard' }))
    const before = moment(five)
    const after = moment(five.map((sample) => reworded(sample, `${sample.card.title} now`, 'mara')))
    const told = newsBetween(before, after, { focused: NONE, theirs: new Set(five.map(({ card: { id } }) => id)) }, DELE)
    expect(told).to.have.length(4)
    expect(told.at(-1)).to.equal('And 2 more changes.')
  })

  it('are put together and said once in a while, never at each change', async () => {
    const hub = new Hub(withCards('One', 'Two'))
    const mine = hub.join(person('ana'))
    const theirs = hub.join(person('ben'))
    class Host extends LitElement {
      session: Session | undefined = mine
      news = new RemoteNews(this, () => this.session, () => new Set(['card1', 'copy']), 400)
    }
    customElements.define('news-host', Host)
    await until('both are there', () => mine.ready.value && theirs.ready.value)
    mine.prepare((board) => addCard(board, { id: 'copy', kind: 'assumption', x: 0, y: 200, title: 'Copy', hidden: true }))
    mine.edit('paste', (board) => revealCard(board, 'copy'))
    await fixture(html`<news-host></news-host>`)
    // What this person takes back is nobody else's deed.
    expect(mine.undo().kind).to.equal('done')
    expect(mine.board.value.cards.get('copy')?.deleted).to.equal(true)
    const said: string[] = []
    const watch = new MutationObserver(() => said.push(document.querySelector('[aria-live="polite"][role="status"]')?.textContent ?? ''))
    watch.observe(document.body, { childList: true, subtree: true })
    for (const title of ['One a', 'One ab', 'One abc']) {
      setTitle(theirs, 'card1', title)
      await nextFrame()
    }
    await until('it was said', () => said.some((text) => text.startsWith('Reworded: One')))
    watch.disconnect()
    expect(said.filter((text) => text !== '')).to.deep.equal(['Reworded: One abc'])
    mine.close()
    theirs.close()
  })
})

describe('outline', () => {
  const frame: Sample = { card: card('frame', 'frame', 'Launch', {}, { x: 0, y: 0 }) }
  const inside: Sample = { ...OURS, card: { ...OURS.card, frame: 'frame', x: 20, y: 60 }, carries: 2 }
  const loose: Sample = { ...THEIRS, card: { ...THEIRS.card, x: 900, y: 0 } }
  const samples = [loose, inside, frame]

  it('has every card in reading order under the heading of its frame, and says what is left', () => {
    const board = boardOf(samples)
    const { sections } = new Outline().of(new CardItems().of(board), board, judgementsOf(samples))
    expect(sections.map(({ heading, cards }) => [heading, cards.map(({ id }) => id)])).to.deep.equal([['Frame: Launch', ['ours']], ['Outside of frames', ['theirs']]])
    expect(sections[0]?.cards[0]?.text).to.equal('Assumption: Peak load is 3,000 boards. Unconfirmed, 0 of 2 confirmed. Load-bearing: 2 rest on it. Not yet heard: Sales and SRE. Carries 2.')
    expect(new Outline().of(new CardItems().of(board), board, judgementsOf(samples), 1).left).to.equal(1)
  })

  it('reads again what changed alone', () => {
    const cards = Array.from({ length: 400 }, (_, n): Card => ({ ...card(`n${n}`, 'assumption', `Belief ${n}`), x: (n % 20) * 300, y: Math.floor(n / 20) * 200 }))
    const before = boardOf(cards.map((one) => ({ card: one })))
    const now = Date.parse('2026-02-02T10:00:00Z')
    const was = judge(before, now)
    const [outline, items] = [new Outline(), new CardItems()]
    outline.of(items.of(before), before, was)
    const after = { ...before, cards: before.cards.set('n7', { ...(cards[7] as Card), title: 'Another belief', x: 40 }) }
    const next = judge(after, now + 1, { judgements: was })
    const asked: string[] = []
    const assumption = next.assumption.bind(next)
    next.assumption = (id) => { asked.push(id); return assumption(id) }
    const lines = outline.of(items.of(after), after, next)
    expect(new Set(asked)).to.deep.equal(new Set(['n7']))
    expect(lines).to.deep.equal(new Outline().of(new CardItems().of(after), after, judge(after, now + 1)))
  })

  it('stands in the page without being seen or a stop of Tab, leads to a card, and passes axe', async () => {
    const board = boardOf(samples)
    const outline = await fixture<TacitCardOutline>(html`<tacit-card-outline .items=${new CardItems().of(board)} .board=${board} .judgements=${judgementsOf(samples)}></tacit-card-outline>`)
    await until('it is drawn', () => outline.renderRoot.querySelectorAll('li').length === 2)
    expect(outline.renderRoot.querySelector('nav')?.getAttribute('aria-label')).to.equal('All cards: 2')
    const chosen: string[] = []
    outline.addEventListener('outline-chosen', (event) => chosen.push((event as CustomEvent<{ id: string }>).detail.id))
    const [first] = outline.renderRoot.querySelectorAll('button')
    expect(first?.tabIndex).to.equal(-1)
    first?.click()
    expect(chosen).to.deep.equal(['ours'])
    await expect(outline).to.be.accessible()
    outline.board = boardOf([{ ...loose, card: { ...loose.card, title: 'Legal signs in June' } }, inside, frame])
    await until('only a text has changed', () => [...outline.renderRoot.querySelectorAll('button')].at(-1)?.textContent?.includes('June') === true)
    expect(outline.renderRoot.querySelector('button')).to.equal(first)
  })
})
