// A board with a card at the end of the world: everybody still sees the others at first look and by "the whole board",
// the map shows them, and a notice leads to what lies far away.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import '../../../client/app/board-stage.ts'
import type { TacitBoardStage } from '../../../client/app/board-stage.ts'
import '../../../client/app/stage/minimap.ts'
import { addCard, moveCard } from '../../../shared/board/write-cards.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { button, buttons, need } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'

const END = 1e7

async function sit(...far: readonly (readonly [number, number])[]): Promise<{ hub: Hub; stage: TacitBoardStage; close: () => void }> {
  localStorage.removeItem('tacit:map')
  const hub = new Hub((board) => {
    for (let n = 0; n < 6; n++) addCard(board, { id: `n${n}`, kind: 'note', x: (n % 3) * 320, y: Math.floor(n / 3) * 200, title: `Note ${n}` })
    far.forEach(([x, y], n) => addCard(board, { id: `far${n}`, kind: 'note', x, y, title: `Far ${n}` }))
  })
  const session = hub.join(person('ana'))
  const box = await fixture<HTMLElement>(html`<div style="position:fixed;left:0;top:0;width:1000px;height:600px"><tacit-board-stage .session=${session}></tacit-board-stage></div>`)
  const stage = box.firstElementChild as TacitBoardStage
  await until('ready', () => session.ready.value)
  await oneEvent(stage, 'board-shown')
  return { hub, stage, close: () => session.close() }
}

const NEAR = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5']
const seen = ({ canvas }: TacitBoardStage): readonly string[] => [...canvas.visibleIds()].sort()

describe('a card that lies far away', () => {
  before(() => dressPage())

  it('takes nobody’s first look, nor the whole board, nor the map', async () => {
    const { stage, close } = await sit([END, END], [-END, 0])
    expect(seen(stage)).to.deep.equal(NEAR)
    expect(stage.camera.z).to.be.greaterThan(0.7)
    stage.camera = { x: 5_000, y: 5_000, z: 1 }
    button(stage, 'Show the whole board').click()
    expect(seen(stage)).to.deep.equal(NEAR)
    expect(need(stage, 'tacit-minimap')).to.have.nested.property('whole.width').that.is.lessThan(1_000)
    close()
  })

  it('is counted, and each press leads to the next', async () => {
    const { stage, close } = await sit([END, END], [-END, 0])
    const lead = button(stage, '2 cards lie far away. Go to the next one.')
    lead.click()
    await stage.updateComplete
    expect(seen(stage)).to.deep.equal(['far1'])
    expect([...stage.selection]).to.deep.equal(['far1'])
    lead.click()
    expect(seen(stage)).to.deep.equal(['far0'])
    await expect(need(stage, 'tacit-zoom-control')).to.be.accessible()
    close()
  })

  it('is told of when it goes there, and no more when it is back', async () => {
    const { hub, stage, close } = await sit()
    expect(buttons(stage, /far away/)).to.have.length(0)
    moveCard(hub.board, 'n5', END, -END)
    await until('it is told', () => buttons(stage, '1 card lies far away. Go there.').length === 1)
    moveCard(hub.board, 'n5', 640, 200)
    await until('it is back', () => buttons(stage, /far away/).length === 0)
    close()
  })
})
