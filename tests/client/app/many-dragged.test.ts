// Many cards in the hand are a picture; their links follow it while they are few.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { resetMouse, sendMouse } from '@web/test-runner-commands'
import '../../../client/app/board-stage.ts'
import type { TacitBoardStage } from '../../../client/app/board-stage.ts'
import type { TacitCanvas } from '../../../client/canvas/canvas.ts'
import type { TacitLinks } from '../../../client/cards/links.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { Hub, person, until } from '../../support/local-session.ts'

const CARDS = 20

async function dragWith(links: number): Promise<{ following: readonly { id: string; from: { x: number } }[]; close: () => Promise<void> }> {
  const session = new Hub((board) => {
    for (let n = 0; n < CARDS; n++) addCard(board, { id: `c${n}`, kind: 'assumption', x: (n % 5) * 240, y: Math.floor(n / 5) * 130, title: `Belief ${n}` })
    addCard(board, { id: 'far', kind: 'goal', x: 1_300, y: 0, title: 'Launch' })
    for (let n = 0; n < links; n++) addLink(board, 'far', 'rests_on', `c${n}`)
  }).join(person('ana'))
  const box = await fixture<HTMLElement>(html`<div style="position:fixed;inset:0;width:800px;height:600px"><tacit-board-stage .session=${session}></tacit-board-stage></div>`)
  const stage = box.firstElementChild as TacitBoardStage
  await oneEvent(stage, 'board-shown')
  stage.camera = { x: -100, y: -50, z: 0.5 }
  await stage.updateComplete
  const canvas = stage.shadowRoot?.querySelector('tacit-canvas') as TacitCanvas
  stage.select(Array.from({ length: CARDS }, (_, n) => `c${n}`))
  for (const position of [[100, 55]] as [number, number][]) await sendMouse({ type: 'move', position })
  await sendMouse({ type: 'down' })
  for (const position of [[110, 55], [150, 95]] as [number, number][]) await sendMouse({ type: 'move', position })
  await until('a picture', () => canvas.pictured)
  await new Promise(requestAnimationFrame)
  return {
    following: stage.shadowRoot?.querySelector<TacitLinks>('tacit-links[following]')?.links ?? [],
    close: async () => { await sendMouse({ type: 'up' }); session.close() },
  }
}

describe('many cards in the hand', () => {
  afterEach(() => resetMouse())

  it('take their few links with them', async () => {
    const { following, close } = await dragWith(4)
    expect(following.map(({ id }) => id).sort()).to.deep.equal([0, 1, 2, 3].map((n) => `far~rests_on~c${n}`))
    await close()
  })

  it('leave many links where they are until the drop', async () => {
    const { following, close } = await dragWith(CARDS)
    expect(following).to.deep.equal([])
    await close()
  })
})
