// Parts of the stage that need no page: drags of others, the place of the toolbar, which links are drawn.
import { expect } from '@open-wc/testing'
import { CardItems } from '../../../client/app/stage/card-items.ts'
import { linkItems } from '../../../client/app/stage/link-items.ts'
import { PeerDrags } from '../../../client/app/stage/peer-drags.ts'
import { toolbarPlace } from '../../../client/app/stage/toolbar-place.ts'
import type { Peer } from '../../../client/session/session.ts'
import { newBoard, type Board } from '../../../shared/board/document.ts'
import { readBoard } from '../../../shared/board/read.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { deleteCard, moveCard } from '../../../shared/board/write-cards.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { withCards } from '../../support/local-session.ts'

function boardOf(...titles: string[]): Board {
  const board = newBoard(1)
  withCards(...titles)(board)
  return board
}

const peer = (dx: number, dy: number, cards = ['card1']): Peer => ({ clientId: 7, person: 'ben', name: 'Ben', color: '#123456', dragging: { cards, dx, dy } })

describe('drags of others', () => {
  it('show cards where they are dragged, and there still when the drop has come before the end of the drag', () => {
    const board = boardOf('One', 'Two')
    const drags = new PeerDrags()
    expect([...drags.offsets([peer(40, 8)], readBoard(board))]).to.deep.equal([['card1', { dx: 40, dy: 8 }]])
    moveCard(board, 'card1', 40, 8)
    expect([...drags.offsets([peer(40, 8)], readBoard(board))]).to.deep.equal([['card1', { dx: 0, dy: 0 }]])
    expect(drags.offsets([], readBoard(board)).size).to.equal(0)
    expect([...drags.offsets([peer(8, 0)], readBoard(board))]).to.deep.equal([['card1', { dx: 8, dy: 0 }]])
  })

  it('of cards that are gone move nothing', () => {
    const board = boardOf('One', 'Two')
    deleteCard(board, 'card1')
    expect(new PeerDrags().offsets([peer(8, 8, ['card1', 'nobody'])], readBoard(board)).size).to.equal(0)
  })
})

describe('place of the toolbar', () => {
  const toolbar = { width: 300, height: 40 }
  const view = { width: 1000, height: 800 }
  for (const [name, selection, place] of [
    ['above the selection, in its middle', { x: 400, y: 300, width: 200, height: 100 }, { x: 350, y: 244 }],
    ['below it when there is no room above', { x: 400, y: 20, width: 200, height: 100 }, { x: 350, y: 136 }],
    ['inside the view at the left', { x: -100, y: 300, width: 200, height: 100 }, { x: 8, y: 244 }],
    ['inside the view at the right', { x: 950, y: 300, width: 200, height: 100 }, { x: 692, y: 244 }],
    ['at the top of a selection larger than the view', { x: -100, y: -100, width: 2000, height: 2000 }, { x: 692, y: 8 }],
  ] as const) {
    it(`is ${name}`, () => {
      expect(toolbarPlace(selection, toolbar, view)).to.deep.equal(place)
    })
  }
})

describe('links to draw', () => {
  it('are those that touch what is mounted, at the places where drags have the cards', () => {
    const board = boardOf('One', 'Two', 'Three')
    addLink(board, 'card1', 'rests_on', 'card2')
    addLink(board, 'card2', 'threatens', 'card3')
    const state = readBoard(board)
    const view = { board: state, judgements: judge(state, 0), selected: undefined, offsetOf: (id: string) => (id === 'card1' ? { dx: 10, dy: 20 } : undefined) }
    const all = linkItems({ ...view, region: { x: 0, y: 0, width: 2_000, height: 500 } })
    expect(all.map(({ id, look, label }) => [id, look, label])).to.deep.equal([['card1~rests_on~card2', 'unconfirmed', 'rests on'], ['card2~threatens~card3', 'note', 'threatens']])
    expect(all[0]?.from).to.include({ x: 10, y: 20 })
    expect(linkItems({ ...view, region: { x: 0, y: 0, width: 200, height: 500 } }).map(({ id }) => id)).to.deep.equal(['card1~rests_on~card2'])
  })
})

describe('items of cards', () => {
  it('keep their identity when other cards change', () => {
    const board = boardOf('One', 'Two')
    const items = new CardItems()
    const state = readBoard(board)
    const first = items.of(state)
    expect(items.of(state)).to.equal(first)
    const one = state.cards.get('card1')
    const two = state.cards.get('card2')
    if (one === undefined || two === undefined) throw new Error('no cards')
    const next = items.of({ ...state, cards: state.cards.set('card2', { ...two, x: 900 }) })
    expect(next.find(({ id }) => id === 'card1')).to.equal(first.find(({ id }) => id === 'card1'))
    expect(next.find(({ id }) => id === 'card2')?.bounds.x).to.equal(900)
    expect(items.of({ ...state, cards: state.cards.set('card1', { ...one, deleted: true }) }).map(({ id }) => id)).to.deep.equal(['card2'])
  })
})
