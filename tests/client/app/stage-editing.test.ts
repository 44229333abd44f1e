// From far away the words of a card are opened for typing without losing the place: the board comes near around the
// card, and is as it was when they are left.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/app/board-stage.ts'
import type { TacitBoardStage } from '../../../client/app/board-stage.ts'
import type { TacitCanvas } from '../../../client/canvas/canvas.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'
import { Hub, person, until, withCards } from '../../support/local-session.ts'

interface Seat { readonly session: Session; readonly stage: TacitBoardStage; readonly canvas: TacitCanvas }

async function sit(): Promise<Seat> {
  const session = new Hub(withCards('One', 'Two', 'Three')).join(person('ana'))
  const box = await fixture<HTMLElement>(html`<div style="position:fixed;inset:0;width:1000px;height:600px"><tacit-board-stage .session=${session}></tacit-board-stage></div>`)
  const stage = box.firstElementChild as TacitBoardStage
  await oneEvent(stage, 'board-shown')
  stage.camera = { x: -300, y: -400, z: 0.42 }
  const canvas = stage.shadowRoot?.querySelector('tacit-canvas') as TacitCanvas
  await until('far', () => stage.level === 'compact')
  return { session, stage, canvas }
}

const isTyping = ({ canvas }: Seat): boolean => canvas.shadowRoot?.querySelector('.ProseMirror-focused') instanceof HTMLElement
const middleOf = ({ x, y, width, height }: Rect): { x: number; y: number } => ({ x: x + width / 2, y: y + height / 2 })

function placeOf({ canvas }: Seat, id: string): { x: number; y: number } {
  const rect = canvas.screenRectOf(id)
  if (rect === undefined) throw new Error(`no ${id}`)
  return middleOf(rect)
}

describe('typing from far away', () => {
  it('brings the board near around the card, no further than to read, and back', async () => {
    const seat = await sit()
    const { stage, canvas, session } = seat
    const before = canvas.camera
    const was = placeOf(seat, 'card2')
    stage.edit('card2')
    await until('words are open', () => isTyping(seat))
    expect(canvas.camera.z).to.equal(0.75)
    const now = placeOf(seat, 'card2')
    expect(now.x).to.be.closeTo(was.x, 1)
    expect(now.y).to.be.closeTo(was.y, 1)
    await sendKeys({ press: 'Enter' })
    await until('words are closed', () => !isTyping(seat))
    expect(canvas.camera).to.deep.equal(before)
    session.close()
  })

  it('brings a card at the edge in as far as it is to be seen whole', async () => {
    const seat = await sit()
    const { stage, canvas, session } = seat
    stage.camera = { x: 100, y: 20, z: 0.42 }
    stage.edit('card1')
    await until('words are open', () => isTyping(seat))
    const { x = 0, y = 0 } = canvas.screenRectOf('card1') ?? {}
    expect(x).to.be.within(20, 100)
    expect(y).to.be.within(20, 60)
    session.close()
  })

  it('stays where this person has moved it meanwhile', async () => {
    const seat = await sit()
    const { stage, canvas, session } = seat
    stage.edit('card2')
    await until('words are open', () => isTyping(seat))
    canvas.zoomBy(1.5)
    const moved = canvas.camera
    await sendKeys({ press: 'Escape' })
    await until('words are closed', () => !isTyping(seat))
    expect(canvas.camera.z).to.equal(moved.z)
    session.close()
  })

  it('leaves a view alone that is near enough', async () => {
    const seat = await sit()
    const { stage, canvas, session } = seat
    stage.camera = { x: -300, y: -200, z: 0.75 }
    await until('near', () => stage.level === 'full')
    const before = canvas.camera
    stage.edit('card2')
    await until('words are open', () => isTyping(seat))
    expect(canvas.camera).to.equal(before)
    session.close()
  })
})
