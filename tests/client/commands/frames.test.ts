// Frames: whose cards are whose after each command, that each is one undo step, and what is said.
import { expect } from '@open-wc/testing'
import { addCardAt, deleteCards, drawLink, moveCards, setLinkType } from '../../../client/commands/cards.ts'
import { addFrame, moveToFrame, resizeBy, resizeCard, takeOffFrame } from '../../../client/commands/frames.ts'
import { undo } from '../../../client/commands/history.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../../shared/board/write-cards.ts'
import { Hub, person, until } from '../../support/local-session.ts'

/** Two frames side by side; `a` and `b` on the left one, `c` loose below. */
function fill(board: Board): void {
  addCard(board, { id: 'left', kind: 'frame', title: 'Left', x: 0, y: 0, width: 600, fields: { height: 400 } })
  addCard(board, { id: 'right', kind: 'frame', title: 'Right', x: 800, y: 0, width: 600, fields: { height: 400 } })
  for (const [id, x, y] of [['a', 40, 80], ['b', 320, 80], ['c', 40, 600]] as const) addCard(board, { id, kind: 'assumption', title: id, x, y })
  for (const id of ['a', 'b']) setCardField(board, id, 'frame', 'left')
  addLink(board, 'a', 'rests_on', 'b')
}

async function board(): Promise<{ hub: Hub; session: Session }> {
  const hub = new Hub(fill)
  const session = hub.join(person('ana'))
  await until('ready', () => session.ready.value)
  return { hub, session }
}

const at = (session: Session, id: string): readonly [number, number, string | undefined] => {
  const card = session.board.value.cards.get(id)
  return [card?.x ?? NaN, card?.y ?? NaN, card?.frame]
}

describe('frames', () => {
  it('a card dropped with its centre in a frame is on it, dropped outside on none; place and frame are one update and one step', async () => {
    const { hub, session } = await board()
    const before = hub.updates.length
    expect(moveCards(session, ['c'], 840, -520)).to.equal('1 card moved to Right')
    session.endUndoStep()
    expect(hub.updates.length - before).to.equal(1)
    expect(at(session, 'c')).to.deep.equal([880, 80, 'right'])
    expect(moveCards(session, ['a'], 0, 640)).to.equal('1 card moved, off the frame')
    session.endUndoStep()
    expect(at(session, 'a')).to.deep.equal([40, 720, undefined])
    undo(session)
    expect(at(session, 'a')).to.deep.equal([40, 80, 'left'])
    undo(session)
    expect(at(session, 'c')).to.deep.equal([40, 600, undefined])
    session.close()
  })

  it('a frame takes its cards along, and no others, in one step', async () => {
    const { hub, session } = await board()
    const before = hub.updates.length
    moveCards(session, ['left'], 0, 560)
    expect(hub.updates.length - before).to.equal(1)
    expect(at(session, 'a')).to.deep.equal([40, 640, 'left'])
    expect(at(session, 'c'), 'what it comes to lie under').to.deep.equal([40, 600, undefined])
    session.endUndoStep()
    undo(session)
    expect([at(session, 'left'), at(session, 'b')]).to.deep.equal([[0, 0, undefined], [320, 80, 'left']])
    session.close()
  })

  it('a frame of 250 cards is moved in parts of at most 100, as one step', async () => {
    const hub = new Hub((doc) => {
      addCard(doc, { id: 'f', kind: 'frame', x: 0, y: 0, width: 6_000, fields: { height: 4_000 } })
      for (let n = 0; n < 250; n++) addCard(doc, { id: `n${n}`, kind: 'note', x: (n % 20) * 240, y: 60 + Math.floor(n / 20) * 140, frame: 'f' })
    })
    const session = hub.join(person('ana'))
    await until('ready', () => session.ready.value)
    expect(moveCards(session, ['f'], 8, 8)).to.equal('251 cards moved')
    expect(hub.updates.length).to.equal(3)
    session.endUndoStep()
    undo(session)
    expect(at(session, 'n249')).to.deep.equal([9 * 240, 60 + 12 * 140, 'f'])
    session.close()
  })

  it('a drawn frame takes the loose cards in it, one that is pointed at has the usual size', async () => {
    const { session } = await board()
    const { id, said } = addFrame(session, { x: 3, y: 563, width: 400, height: 240 })
    expect(said).to.equal('Frame added around 1 card')
    expect(session.board.value.cards.get(id ?? '')).to.include({ kind: 'frame', x: 0, y: 560, width: 400, deleted: false })
    expect(at(session, 'c')[2]).to.equal(id)
    expect(at(session, 'a')[2]).to.equal('left')
    undo(session)
    expect(session.board.value.cards.get(id ?? '')?.deleted).to.equal(true)
    const usual = addFrame(session, { x: 2_000, y: 0, width: 0, height: 0 })
    const made = session.board.value.cards.get(usual.id ?? '')
    expect([made?.width, made?.fields['height']]).to.deep.equal([480, 320])
    session.close()
  })

  it('deleting a frame keeps its cards, and undo gives them back to it', async () => {
    const { session } = await board()
    expect(deleteCards(session, ['left'])).to.equal('Frame deleted, its 2 cards stay')
    expect(session.board.value.cards.get('a')?.deleted).to.equal(false)
    moveCards(session, ['a'], 8, 0)
    session.endUndoStep()
    undo(session)
    undo(session)
    expect(at(session, 'a')).to.deep.equal([40, 80, 'left'])
    session.close()
  })

  it('a size is changed on the grid and between limits; a frame that grows takes cards, one that shrinks lets them go', async () => {
    const { session } = await board()
    expect(resizeCard(session, 'a', { x: 40, y: 80, width: 999, height: 1 })).to.equal('320 wide')
    session.endUndoStep()
    expect(resizeCard(session, 'left', { x: 0, y: 0, width: 303, height: 800 })).to.equal('304 by 800')
    session.endUndoStep()
    expect(['a', 'b', 'c'].map((id) => at(session, id)[2])).to.deep.equal(['left', undefined, 'left'])
    undo(session)
    expect(['a', 'b', 'c'].map((id) => at(session, id)[2])).to.deep.equal(['left', 'left', undefined])
    expect(resizeBy(session, 'right', 8, -8)).to.equal('608 by 392')
    session.close()
  })

  it('cards are put on a frame in rows below the others, the frame grows for them, and they are taken off again', async () => {
    const { session } = await board()
    expect(moveToFrame(session, ['a', 'b', 'c'], 'right')).to.equal('3 cards moved to Right')
    const places = ['a', 'b', 'c'].map((id) => at(session, id))
    expect(places.map(([, , frame]) => frame)).to.deep.equal(['right', 'right', 'right'])
    expect(places.map(([x]) => x)).to.deep.equal([824, 1064, 824])
    const right = session.board.value.cards.get('right')
    expect((right?.y ?? 0) + Number(right?.fields['height'])).to.be.greaterThan((places[2]?.[1] ?? 0) + 60)
    undo(session)
    expect(at(session, 'a')).to.deep.equal([40, 80, 'left'])
    expect(takeOffFrame(session, ['a', 'c'])).to.equal('1 card taken off the frame')
    expect(at(session, 'a')).to.deep.equal([624, 0, undefined])
    session.close()
  })

  it('a card made on a frame is on it, and rests in the same step', async () => {
    const { session } = await board()
    const { id = '' } = addCardAt(session, 'assumption', { x: 1_100, y: 200 }, 'a')
    expect(at(session, id)[2]).to.equal('right')
    expect(session.board.value.links.has(`a~rests_on~${id}`)).to.equal(true)
    undo(session)
    expect(session.board.value.cards.get(id)?.deleted).to.equal(true)
    expect(session.board.value.links.has(`a~rests_on~${id}`)).to.equal(false)
    session.close()
  })
})

describe('links', () => {
  it('of a card to itself, drawn twice or without an end are refused with a sentence', async () => {
    const { session } = await board()
    const { size } = session.board.value.links
    expect(drawLink(session, 'a', 'a').said).to.equal('A card cannot be linked to itself')
    expect(drawLink(session, 'a', 'b')).to.deep.equal({ id: 'a~rests_on~b', said: 'These two are linked already' })
    expect(drawLink(session, 'a', 'gone').said).to.equal('No such link can be drawn')
    expect(session.board.value.links.size).to.equal(size)
    session.close()
  })

  it('are given another meaning in one step, and keep what was said on them', async () => {
    const { session } = await board()
    session.edit('ask', (doc) => doc.doc.getMap('links').set('a~rests_on~b', { from: 'a', to: 'b', type: 'rests_on', ask: 'By March?' }))
    session.endUndoStep()
    expect(setLinkType(session, 'a~rests_on~b', 'threatens')).to.deep.equal({ id: 'a~threatens~b', said: 'a threatens b' })
    expect(session.board.value.links.get('a~threatens~b')).to.include({ type: 'threatens', ask: 'By March?' })
    expect(session.board.value.links.has('a~rests_on~b')).to.equal(false)
    undo(session)
    expect([...session.board.value.links.keys()]).to.deep.equal(['a~rests_on~b'])
    session.close()
  })
})
