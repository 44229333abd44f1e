// The boards to start from, as they are laid out in a browser, in each language: nothing lies on anything else, frames
// hold what is on them, and a line runs only into the two cards that it joins.
import { expect } from '@open-wc/testing'
import { linkCurve, linkTouches } from '../../client/cards/link-path.ts'
import { frameOf, rectOf } from '../../client/commands/frame-facts.ts'
import type { BoardFile } from '../../shared/board/board-file.ts'
import { stateOfFile } from '../../shared/board/file-state.ts'
import { saidIn } from '../../shared/board/file-words.ts'
import type { BoardState, Card } from '../../shared/board/records.ts'
import { intersects, type Rect } from '../../shared/geometry/geometry.ts'
import { dressPage } from './support/dress.ts'

const SITUATIONS = ['api-contract', 'definition-of-done', 'launch-reliability', 'one-stack']
/** Board pixels between two cards: the beam under one of them, and air. */
const AIR = 20

async function json(path: string): Promise<unknown> {
  return (await fetch(`/server/templates/${path}.json`)).json() as Promise<unknown>
}

async function boardIn(id: string, language: string): Promise<BoardState> {
  const file = (await json(id)) as BoardFile
  return stateOfFile(language === 'en' ? file : saidIn(file, await json(`${language}/${id}`)))
}

function widened({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

/** Where the title of a frame stands. */
function titleOf(frame: Card): Rect {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.font = '500 14px "Hanken Grotesk Variable"'
  return { x: frame.x + 24, y: frame.y + 14, width: context.measureText(frame.title).width, height: 20 }
}

function contains(frame: Rect, card: Rect): boolean {
  return card.x > frame.x && card.y > frame.y && card.x + card.width < frame.x + frame.width && card.y + card.height < frame.y + frame.height
}

describe('boards to start from', () => {
  before(() => dressPage())

  for (const id of SITUATIONS) {
    for (const language of ['en', 'de']) {
      it(`${id}, ${language}: cards stand apart, each in its frame`, async () => {
        const board = await boardIn(id, language)
        const all = [...board.cards.values()]
        const cards = all.filter(({ kind }) => kind !== 'frame')
        const frames = all.filter(({ kind }) => kind === 'frame')
        const meet = (ones: readonly Card[], by: number): string[] => ones.flatMap((a, at) => ones.slice(at + 1).filter((b) => intersects(widened(rectOf(a), by), rectOf(b))).map((b) => `${a.id} and ${b.id}`))
        expect(meet(cards, AIR)).to.deep.equal([])
        expect(meet(frames, 1)).to.deep.equal([])
        for (const card of cards) {
          const frame = frameOf(board, card)
          expect(frame !== undefined && contains(rectOf(frame), rectOf(card)), card.id).to.equal(true)
          expect(frame !== undefined && intersects(widened(titleOf(frame), 8), rectOf(card)), `${card.id} and the title of its frame`).to.equal(false)
        }
      })

      it(`${id}, ${language}: lines cross no other card and no title`, async () => {
        const board = await boardIn(id, language)
        const cards = [...board.cards.values()]
        for (const link of board.links.values()) {
          const [from, to] = [board.cards.get(link.from), board.cards.get(link.to)]
          if (from === undefined || to === undefined) throw new Error(`${link.id} has lost an end`)
          const curve = linkCurve(rectOf(from), rectOf(to))
          const crossed = cards.filter((card) => card !== from && card !== to && linkTouches(curve, card.kind === 'frame' ? titleOf(card) : rectOf(card)))
          expect(crossed.map((card) => card.id), link.id).to.deep.equal([])
        }
      })
    }
  }
})
