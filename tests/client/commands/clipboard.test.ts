// Cards through the clipboard: what is carried, what is not, and what becomes of text that somebody else wrote.
import { expect } from '@open-wc/testing'
import { copyText, duplicateCards, pasteText } from '../../../client/commands/clipboard.ts'
import { undo } from '../../../client/commands/history.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import type { Card } from '../../../shared/board/records.ts'
import { addLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addAttestation } from '../../../shared/board/write-records.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { readBoard } from '../../../shared/board/read.ts'
import { Hub, person, until } from '../../support/local-session.ts'

function fill(board: Board): void {
  for (const [id, name] of [['product', 'Product'], ['sales', 'Sales']] as const) putTeam(board, { id, name })
  addCard(board, { id: 'goal', kind: 'goal', title: 'Launch on 1 March', x: 0, y: 0, fields: { team: 'sales', criterion: 'Live on 1 March' } })
  addCard(board, { id: 'belief', kind: 'assumption', title: 'It holds', body: 'One\nTwo', x: 320, y: 0, fields: { askTeams: ['sales'] } })
  addCard(board, { id: 'frame', kind: 'frame', title: 'Why', x: -40, y: -80, width: 640, fields: { height: 320 } })
  for (const id of ['goal', 'belief']) setCardField(board, id, 'frame', 'frame')
  addCard(board, { id: 'far', kind: 'risk', title: 'Far away', x: 4_000, y: 0 })
  addLink(board, 'goal', 'rests_on', 'belief')
  addLink(board, 'far', 'threatens', 'goal')
  const belief = readBoard(board).cards.get('belief')
  if (belief !== undefined) addAttestation(board, { id: 'said', card: 'belief', person: 'ben', team: 'sales', verdict: 'confirm', basis: statementOf(belief), seq: 1, at: '2026-11-01T09:00:00Z' })
}

async function join(hub: Hub, me = person('ana')): Promise<Session> {
  const session = hub.join(me)
  await until('ready', () => session.ready.value)
  return session
}

const cardsOf = (session: Session, ids: readonly string[]): Card[] => ids.flatMap((id) => session.board.value.cards.get(id) ?? [])

describe('clipboard', () => {
  it('carries a frame with its cards and the links among them, new ids, no answers; one step to undo', async () => {
    const hub = new Hub(fill)
    const session = await join(hub)
    const { text, said } = copyText(session, ['frame'])
    expect(said).to.equal('3 cards copied')
    expect(text).to.contain('Goal: Launch on 1 March.')
    const before = session.board.value
    const { ids, said: pasted } = await pasteText(session, text, { x: 2_000, y: 1_000 })
    expect(pasted).to.equal('3 cards pasted')
    const [goal, belief, frame] = ['goal', 'assumption', 'frame'].map((kind) => cardsOf(session, ids).find((card) => card.kind === kind))
    expect(goal).to.include({ title: 'Launch on 1 March', frame: frame?.id, deleted: false })
    expect(goal?.fields).to.deep.include({ team: 'sales', criterion: 'Live on 1 March' })
    expect(belief?.body).to.equal('One\nTwo')
    expect((belief?.x ?? 0) - (goal?.x ?? 0)).to.equal(320)
    expect(ids.some((id) => before.cards.has(id))).to.equal(false)
    expect([...session.board.value.links.values()].filter(({ from }) => from === goal?.id).map(({ to, type }) => [to, type])).to.deep.equal([[belief?.id, 'rests_on']])
    expect(session.board.value.attestations.size).to.equal(1)
    expect(session.judgements.value.assumption(belief?.id ?? '').state).to.equal('unconfirmed')
    expect(undo(session)).to.equal('Undone: pasting')
    expect(cardsOf(session, ids).every(({ deleted }) => deleted)).to.equal(true)
    expect(session.board.value.links.size).to.equal(before.links.size)
    session.close()
  })

  it('leaves teams and people of the other board behind', async () => {
    const there = await join(new Hub(fill))
    const { text } = copyText(there, ['goal', 'belief'])
    const here = await join(new Hub((board) => putTeam(board, { id: 'product', name: 'Product' })))
    const { ids } = await pasteText(here, text, { x: 0, y: 0 })
    const [goal, belief] = cardsOf(here, ids)
    expect(goal?.fields.team).to.equal('product')
    expect(belief?.fields.askTeams).to.equal(undefined)
    expect(goal?.frame).to.equal(undefined)
    there.close()
    here.close()
  })

  it('makes an assumption of each line of other text, 100 at most, on one line each', async () => {
    const session = await join(new Hub(fill))
    const { ids, said } = await pasteText(session, `  First \tthing \r\n\n${'x'.repeat(900)}\n${'more\n'.repeat(200)}`, { x: 0, y: 2_000 })
    expect(said).to.equal('100 cards pasted')
    const [first, second] = cardsOf(session, ids)
    expect(first).to.include({ kind: 'assumption', title: 'First thing' })
    expect(second?.title.length).to.equal(300)
    expect(first?.fields.team).to.equal('product')
    session.close()
  })

  const MARK = 'tacit-cards/1 '
  for (const [name, text] of [
    ['nothing', '  \n '],
    ['no JSON', `${MARK}{"cards":`],
    ['no cards', `${MARK}{}`],
    ['cards that are none', `words\n${MARK}{"cards":[1,null]}`],
    ['an unknown kind', `${MARK}{"cards":[{"id":"a","kind":"virus","x":0,"y":0}]}`],
    ['a place outside of every board', `${MARK}{"cards":[{"id":"a","kind":"note","x":1e12,"y":0}]}`],
    ['a title of a million letters', `${MARK}${JSON.stringify({ cards: [{ id: 'a', kind: 'note', x: 0, y: 0, title: 'x'.repeat(1_000_000) }] })}`],
    ['the same id twice', `${MARK}{"cards":[{"id":"a","kind":"note","x":0,"y":0},{"id":"a","kind":"note","x":0,"y":0}]}`],
    ['a prototype', `${MARK}{"cards":[{"id":"__proto__","kind":"note","x":0,"y":0}]}`],
    ['five million letters', 'x'.repeat(5_000_000)],
  ] as const) {
    it(`refuses ${name} with a sentence, and changes nothing`, async () => {
      const hub = new Hub(fill)
      const session = await join(hub)
      const { ids, said } = await pasteText(session, text, { x: 0, y: 0 })
      expect(ids).to.deep.equal([])
      expect(said).to.match(/^(There is nothing in the clipboard that could be a card|Nothing was pasted\. )/)
      expect(hub.updates.length).to.equal(0)
      session.close()
    })
  }

  it('takes a hostile record for what it is: links to cards outside are dropped, answers and authors are not taken', async () => {
    const hub = new Hub(fill)
    const session = await join(hub)
    const sent = { cards: [{ id: 'a', kind: 'assumption', title: '<img src=x onerror=alert(1)>', x: 0, y: 0, author: 'ben', editedBy: 'ben', seenBy: ['ben'], frame: 'frame', body: '[x](javascript:alert(1))' }], links: [{ id: 'l', from: 'a', to: 'belief', type: 'rests_on' }], attestations: [{ id: 'z' }] }
    const { ids } = await pasteText(session, `${MARK}${JSON.stringify(sent)}`, { x: 9_000, y: 9_000 })
    const [card] = cardsOf(session, ids)
    expect(card?.title).to.equal('<img src=x onerror=alert(1)>')
    expect([card?.author, card?.editedBy, card?.frame, card?.fields['author']]).to.deep.equal([undefined, undefined, undefined, undefined])
    expect(session.board.value.links.size).to.equal(2)
    expect(session.board.value.attestations.size).to.equal(1)
    expect(session.board.value.seen.size).to.equal(0)
    session.close()
  })

  it('cuts many cards into parts of at most 100, and 500 at most are pasted, as one step', async () => {
    const hub = new Hub(fill)
    const session = await join(hub)
    const cards = Array.from({ length: 620 }, (_, n) => ({ id: `n${n}`, kind: 'note', title: `Note ${n}`, x: n * 240, y: 0 }))
    const { ids, said } = await pasteText(session, `${MARK}${JSON.stringify({ cards })}`, { x: 0, y: 0 })
    expect(ids.length).to.equal(500)
    expect(said).to.contain('500 cards of 620 pasted')
    expect(Math.max(...hub.updates.map(({ length }) => length))).to.be.below(65_536)
    undo(session)
    expect(cardsOf(session, ids).filter(({ deleted }) => !deleted)).to.deep.equal([])
    session.close()
  })

  it('duplicates beside, in one step, and says how many', async () => {
    const session = await join(new Hub(fill))
    const { ids, said } = await duplicateCards(session, ['goal', 'belief'], 24, 24)
    expect(said).to.equal('2 cards duplicated')
    expect(cardsOf(session, ids).map(({ x, y, frame }) => [x, y, frame])).to.deep.equal([[24, 24, 'frame'], [344, 24, 'frame']])
    expect(undo(session)).to.equal('Undone: duplicating')
    session.close()
  })

  it('gives who may only look the words, and lets them paste nothing', async () => {
    const hub = new Hub(fill)
    const reader = hub.join(undefined)
    await until('ready', () => reader.ready.value)
    expect(copyText(reader, ['goal']).text).to.equal('Goal: Launch on 1 March.')
    expect((await pasteText(reader, 'Words', { x: 0, y: 0 })).ids).to.deep.equal([])
    expect(hub.updates.length).to.equal(0)
    reader.close()
  })
})
