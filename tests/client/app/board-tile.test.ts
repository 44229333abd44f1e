// A board on the home page: its stamp speaks the language of lines, its words say the same, and it keeps its size when
// nothing is known yet.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/app/home/board-tile.ts'
import type { TacitBoardTile } from '../../../client/app/home/board-tile.ts'
import { placing, STAMP } from '../../../client/app/home/thumbnail.ts'
import type { GlanceCard, MyBoard } from '../../../shared/protocol/http.ts'
import { need, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'

const BOARD: MyBoard = { id: 'b1', title: 'Pricing', right: 'own', updatedAt: '2026-01-20T09:00:00Z' }
const STATES = ['partly', 'confirmed', 'reopened', 'contested', 'refuted', 'retired'] as const
const CARDS: readonly GlanceCard[] = [
  ...STATES.map((state, at): GlanceCard => ({ x: at * 256, y: 0, w: 216, h: 98, kind: 'assumption', state })),
  { x: 0, y: 176, w: 216, h: 98, kind: 'goal' }, { x: 256, y: 176, w: 216, h: 98, kind: 'context' }, { x: 512, y: 176, w: 216, h: 98, kind: 'risk' },
]

async function tile(more: Partial<MyBoard> = {}): Promise<TacitBoardTile> {
  return fixture<TacitBoardTile>(html`<tacit-board-tile style="width:288px" .board=${{ ...BOARD, ...more }} .now=${Date.parse('2026-01-21T09:00:00Z')}></tacit-board-tile>`)
}

describe('a board on the home page', () => {
  before(() => dressPage())

  it('draws each state in a line of its own', async () => {
    const element = await tile({ glance: { states: { partly: 1 }, cards: CARDS } })
    const lines = [...element.renderRoot.querySelectorAll('.stamp rect.line:not(.outer)')].map((rect) => {
      const { strokeDasharray, strokeWidth, stroke } = getComputedStyle(rect)
      return [strokeDasharray, strokeWidth, stroke].join(' ')
    })
    expect(lines).to.have.length(STATES.length)
    expect(new Set(lines).size).to.equal(STATES.length)
    expect(element.renderRoot.querySelectorAll('.stamp .outer')).to.have.length(1)
    expect(element.renderRoot.querySelectorAll('.stamp .ink')).to.have.length(1)
  })

  it('says in words what there is to ask, and that all is confirmed', async () => {
    expect(textOf(await tile({ glance: { states: { unconfirmed: 3, partly: 4, contested: 1, confirmed: 2 }, cards: CARDS } }))).to.contain('7 unconfirmed')
    expect(textOf(await tile({ glance: { states: { expired: 1, confirmed: 2 }, cards: CARDS } }))).to.contain('1 needs re-confirming')
    expect(textOf(await tile({ glance: { states: { confirmed: 2, refuted: 1 }, cards: CARDS } }))).to.contain('All confirmed')
    expect(textOf(await tile({ glance: { states: {}, cards: [{ x: 0, y: 0, w: 216, h: 98, kind: 'note' }] } }))).to.contain('No assumptions written down yet')
    expect(textOf(await tile({ glance: { states: {}, cards: [] } }))).to.contain('Nothing written down yet')
  })

  it('says who is there', async () => {
    expect(textOf(await tile({ here: 1 }))).to.contain('somebody is there')
    expect(textOf(await tile({ here: 3 }))).to.contain('3 people are there')
    expect(textOf(await tile({ here: 0 }))).not.to.contain('there')
  })

  it('keeps its size while nothing is known', async () => {
    const known = await tile({ glance: { states: { partly: 1 }, cards: CARDS } })
    expect((await tile()).offsetHeight).to.equal(known.offsetHeight)
  })

  it('shows all cards inside of the stamp, however the board is shaped', () => {
    for (const [width, height] of [[400, 30_000], [30_000, 400], [216, 98]] as const) {
      const cards: GlanceCard[] = [{ x: -500, y: -900, w: 216, h: 98, kind: 'note' }, { x: -500 + width - 216, y: -900 + height - 98, w: 216, h: 98, kind: 'note' }]
      const { across, down } = placing(cards)
      for (const card of cards) {
        expect(card.x * across.scale + across.offset, 'left').to.be.at.least(0)
        expect((card.x + card.w) * across.scale + across.offset, 'right').to.be.at.most(STAMP.width)
        expect(card.y * down.scale + down.offset, 'top').to.be.at.least(0)
        expect((card.y + card.h) * down.scale + down.offset, 'bottom').to.be.at.most(STAMP.height)
      }
    }
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      const element = await tile({ here: 2, glance: { states: { partly: 1, confirmed: 2 }, cards: CARDS } })
      expect(need(element, 'tacit-tally').shadowRoot).not.to.equal(null)
      const list = document.createElement('ul')
      const item = document.createElement('li')
      element.replaceWith(list)
      list.append(item)
      item.append(element)
      await expect(list).to.be.accessible()
      list.remove()
      await dressPage()
    })
  }
})
