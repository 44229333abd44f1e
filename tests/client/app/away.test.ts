// The banner over the board while the server is away, when this browser cannot keep anything, and with what is kept for
// the person: one at a time, the gravest first.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/app/board/board-banner.ts'
import { awayWords } from '../../../client/app/words.ts'
import type { TacitBoardBanner, WordsWanted } from '../../../client/app/board/board-banner.ts'
import type { Keeping } from '../../../client/session/board-copy.ts'
import type { KeptText, Waiting } from '../../../client/session/shelf.ts'
import type { SaveState, Session } from '../../../client/session/session.ts'
import { MutableStore } from '../../../client/session/store.ts'

const WAITING: Waiting = { root: 'attestations', id: 'a', order: 1, person: 'ana', card: 'one', verdict: 'refute', basis: '', reason: 'It broke', givenAt: '2026-11-20T12:00:00Z' }
const KEPT: KeptText = { id: 'k', person: 'ana', text: 'My words', why: 'A board has no such root.', changes: 1, at: '2026-11-20T12:00:00Z' }

function given(canEdit = true) {
  const stores = { keeping: new MutableStore<Keeping>('kept'), kept: new MutableStore<readonly KeptText[]>([]), offered: new MutableStore<readonly KeptText[]>([]), outbox: new MutableStore<readonly Waiting[]>([]) }
  const session = { canEdit, ...stores, board: new MutableStore({ cards: new Map([['one', { title: 'It holds' }]]) }), takeBack: () => stores.outbox.set([]),
    takeOffered: () => {
      stores.kept.set(stores.offered.value)
      stores.offered.set([])
    } }
  return { ...stores, session: session as unknown as Session }
}

const banner = (session: Session, save: SaveState = { kind: 'saved' }): Promise<TacitBoardBanner> =>
  fixture<TacitBoardBanner>(html`<tacit-board-banner right="edit" .session=${session} .save=${save}></tacit-board-banner>`)
const said = (element: TacitBoardBanner): string => (element.renderRoot.textContent ?? '').replace(/\s+/g, ' ').trim()
function press(element: TacitBoardBanner, label: string): void {
  [...element.renderRoot.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)?.click()
}

describe('the banner while away', () => {
  it('says how many answers wait', async () => {
    const { session, outbox } = given()
    outbox.set([WAITING])
    const element = await banner(session, { kind: 'offline', pending: 1 })
    expect(said(element)).to.equal('You are offline. Keep working; it will be sent when you are back. 1 answer waits to be sent.')
    await expect(element).to.be.accessible()
  })

  it('warns of a browser without room before everything but a refusal, until it is seen or over', async () => {
    const { session, keeping } = given()
    const element = await banner(session, { kind: 'offline', pending: 1 })
    keeping.set('full')
    await element.updateComplete
    expect(said(element)).to.contain('it has no room left').and.contain('Do not close this tab')
    await expect(element).to.be.accessible()
    keeping.set('kept')
    await element.updateComplete
    expect(said(element)).to.contain('You are offline')
    keeping.set('closed')
    await element.updateComplete
    press(element, 'I have seen it')
    await element.updateComplete
    expect(said(element)).to.contain('You are offline')
  })

  it('warns that room is running out before there is none, above all while away, until it is seen or over', async () => {
    const { session, keeping } = given()
    const element = await banner(session, { kind: 'offline', pending: 1 })
    keeping.set('scarce')
    await element.updateComplete
    expect(said(element)).to.contain(awayWords.scarce)
    await expect(element).to.be.accessible()
    press(element, 'I have seen it')
    await element.updateComplete
    expect(said(element)).to.contain('You are offline')
    element.save = { kind: 'saved' }
    await element.updateComplete
    expect(said(element)).to.equal('')
  })

  it('does not warn who changes nothing', async () => {
    const { session, keeping } = given(false)
    keeping.set('closed')
    expect(said(await banner(session))).to.equal('')
  })

  it('lists what is kept, and puts it on cards', async () => {
    const { session, kept } = given()
    kept.set([KEPT, { ...KEPT, id: 'l', text: 'More words' }])
    const element = await banner(session)
    expect(said(element)).to.contain('Kept for you: words of 2 refused changes. A board has no such root.')
    await expect(element).to.be.accessible()
    const told: unknown[] = []
    element.addEventListener('words-wanted', (event) => told.push((event as CustomEvent<WordsWanted>).detail.texts))
    element.addEventListener('refusal-read', () => told.push('read'))
    press(element, 'Put into 2 new cards')
    expect(told).to.deep.equal([['My words', 'More words'], 'read'])
  })

  it('offers words of somebody of the same name, and shows them only to who says they are theirs', async () => {
    const { session, offered, kept } = given()
    offered.set([KEPT])
    const element = await banner(session)
    expect(said(element)).to.contain('somebody with your name').and.not.to.contain('My words')
    await expect(element).to.be.accessible()
    press(element, 'Yes, show me')
    await element.updateComplete
    expect(kept.value).to.deep.equal([KEPT])
    expect(said(element)).to.contain('Kept for you')
    kept.set([])
    offered.set([KEPT])
    await element.updateComplete
    press(element, 'No')
    await element.updateComplete
    expect(said(element)).to.equal('')
  })

  it('tells of everything else that was not taken, by what it is about, and lets its words be copied', async () => {
    const { session, outbox } = given()
    outbox.set([
      { root: 'stances', id: 's', order: 1, person: 'ana', card: 'one', stance: 'block', basis: '', reason: 'Too early', givenAt: '2026-11-20T12:00:00Z', refused: 'Stances are taken on decisions and proposals.' },
      { root: 'seen', id: 'm', order: 2, person: 'ana', card: 'one', givenAt: '2026-11-20T12:00:00Z' },
    ])
    const element = await banner(session)
    expect(said(element)).to.contain('Your answer on “It holds” was not taken. Stances are taken on decisions and proposals.').and.contain('Copy')
    await expect(element).to.be.accessible()
    const offline = await banner(session, { kind: 'offline', pending: 1 })
    outbox.set([outbox.value[1] as Waiting])
    await offline.updateComplete
    expect(said(offline)).to.equal('You are offline. Keep working; it will be sent when you are back.')
  })

  it('tells why an answer was not taken, until it has been read', async () => {
    const { session, outbox } = given()
    outbox.set([{ ...WAITING, refused: 'This board has no such card.' }])
    const element = await banner(session)
    expect(said(element)).to.contain('Your answer on “It holds” was not taken. This board has no such card.')
    press(element, 'I have seen it')
    await element.updateComplete
    expect(said(element)).to.equal('')
  })
})
