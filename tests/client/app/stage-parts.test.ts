// Parts of the stage that need no page: drags of others, the place of the toolbar, which links are drawn.
import { expect } from '@open-wc/testing'
import { CardItems } from '../../../client/app/stage/card-items.ts'
import { LinkIndex } from '../../../client/app/stage/link-index.ts'
import { linkItems } from '../../../client/app/stage/link-items.ts'
import { PeerDrags } from '../../../client/app/stage/peer-drags.ts'
import { toolbarPlace } from '../../../client/app/stage/toolbar-place.ts'
import type { Peer } from '../../../client/session/session.ts'
import { newBoard, type Board } from '../../../shared/board/document.ts'
import { readBoard } from '../../../shared/board/read.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, moveCard, setCardField } from '../../../shared/board/write-cards.ts'
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

  it('take the cards on a frame along, as they were when the drag began', () => {
    const board = boardOf('One', 'Two')
    addCard(board, { id: 'frame', kind: 'frame', x: -20, y: -60 })
    setCardField(board, 'card1', 'frame', 'frame')
    const drags = new PeerDrags()
    expect([...drags.offsets([peer(16, 8, ['frame'])], readBoard(board)).keys()].sort()).to.deep.equal(['card1', 'frame'])
    setCardField(board, 'card2', 'frame', 'frame')
    expect([...drags.offsets([peer(24, 8, ['frame'])], readBoard(board)).keys()].sort()).to.deep.equal(['card1', 'frame'])
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
  /** The tools at the left, and a banner across the top. */
  const COVERED = [{ x: 12, y: 200, width: 46, height: 300 }, { x: 400, y: 12, width: 500, height: 60 }]
  for (const [name, selection, place] of [
    ['above the selection, in its middle', { x: 400, y: 300, width: 200, height: 100 }, { x: 350, y: 244 }],
    ['below it when there is no room above', { x: 400, y: 20, width: 200, height: 100 }, { x: 350, y: 136 }],
    ['inside the view at the left', { x: -100, y: 600, width: 200, height: 100 }, { x: 8, y: 544 }],
    ['inside the view at the right', { x: 950, y: 300, width: 200, height: 100 }, { x: 692, y: 244 }],
    ['beside the tools at the left', { x: 0, y: 300, width: 60, height: 100 }, { x: 66, y: 244 }],
    ['on the other side of what covers all of one', { x: 500, y: 100, width: 200, height: 100 }, { x: 450, y: 216 }],
    ['at the top of a selection larger than the view', { x: -100, y: -100, width: 2000, height: 2000 }, { x: 692, y: 8 }],
  ] as const) {
    it(`is ${name}`, () => {
      expect(toolbarPlace(selection, toolbar, view, COVERED)).to.deep.equal(place)
    })
  }
})

describe('links to draw', () => {
  it('are those that touch what is mounted, at the places where drags have the cards', () => {
    const board = boardOf('One', 'Two', 'Three')
    addLink(board, 'card1', 'rests_on', 'card2')
    addLink(board, 'card2', 'threatens', 'card3')
    const state = readBoard(board)
    const index = new LinkIndex()
    index.follow(state)
    const view = { board: state, index, judgements: judge(state, 0), selected: undefined, offsetOf: (id: string) => (id === 'card1' ? { dx: 10, dy: 20 } : undefined) }
    const all = linkItems({ ...view, region: { x: 0, y: 0, width: 2_000, height: 500 } })
    expect(all.map(({ id, look, label }) => [id, look, label])).to.deep.equal([['card1~rests_on~card2', 'unconfirmed', 'rests on'], ['card2~threatens~card3', 'note', 'threatens']])
    expect(all[0]?.from).to.include({ x: 10, y: 20 })
    expect(linkItems({ ...view, region: { x: 0, y: 0, width: 300, height: 500 } }).map(({ id }) => id)).to.deep.equal(['card1~rests_on~card2'])
    expect(all.some(({ pale }) => pale)).to.equal(false)
    const filtered = linkItems({ ...view, region: { x: 0, y: 0, width: 2_000, height: 500 }, matching: new Set(['card1', 'card2']) })
    expect(filtered.map(({ pale }) => pale === true)).to.deep.equal([false, true])
  })

  it('are cut short around the view when an end lies at the end of the world', () => {
    const board = boardOf('Here', 'There')
    moveCard(board, 'card2', 1e7, 0)
    addLink(board, 'card1', 'rests_on', 'card2')
    const state = readBoard(board)
    const index = new LinkIndex()
    index.follow(state)
    const drawn = (x: number): { readonly from: number | undefined; readonly to: number | undefined } => {
      const [link] = linkItems({ board: state, index, judgements: judge(state, 0), selected: undefined, offsetOf: () => undefined, region: { x, y: -200, width: 1_000, height: 600 } })
      return { from: link?.from.x, to: link?.to.x }
    }
    const there = state.cards.get('card2')?.x ?? 0
    expect(drawn(-500)).to.deep.equal({ from: 0, to: 20_000 })
    expect(drawn(4_999_500)).to.deep.equal({ from: 4_980_000, to: 5_020_000 })
    expect(drawn(there - 500)).to.deep.equal({ from: there - 20_000, to: there })
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
