// The handle of the sheet: a pull up makes it tall, a pull down less so and then closes it, a press does as a button.
import { expect } from '@open-wc/testing'
import { SheetGrip } from '../../../client/panels/sheet-grip.ts'

function grip(): { grip: SheetGrip; closed: () => number; pull: (by: number) => void } {
  let closed = 0
  const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) }
  const made = new SheetGrip(host, () => { closed++ })
  const at = (clientY: number): PointerEvent => ({ clientY, pointerId: 1, currentTarget: { setPointerCapture: () => undefined } }) as unknown as PointerEvent
  const pull = (by: number): void => {
    made.down(at(400))
    made.move(at(400 - by))
    made.up()
  }
  return { grip: made, closed: () => closed, pull }
}

describe('handle of a sheet', () => {
  it('follows a pull up, down, and away', () => {
    const { grip: made, closed, pull } = grip()
    pull(120)
    expect(made.size).to.equal('tall')
    pull(-120)
    expect([made.size, closed()]).to.deep.equal(['half', 0])
    pull(-120)
    expect(closed()).to.equal(1)
  })

  it('does nothing for a small pull, and takes a press for a press but not what follows a pull', () => {
    const { grip: made, closed, pull } = grip()
    pull(20)
    expect([made.size, made.pulled, closed()]).to.deep.equal(['half', 0, 0])
    made.press()
    expect(made.size).to.equal('half')
    made.press()
    expect(made.size).to.equal('tall')
    made.reset()
    expect(made.size).to.equal('half')
  })

  it('shows the pull while it lasts, and lets go when the pointer is lost', () => {
    const { grip: made } = grip()
    made.move({ clientY: 10 } as PointerEvent)
    expect(made.pulled).to.equal(0)
    made.down({ clientY: 400, pointerId: 1, currentTarget: { setPointerCapture: () => undefined } } as unknown as PointerEvent)
    made.move({ clientY: 370 } as PointerEvent)
    expect(made.pulled).to.equal(30)
    made.lost()
    expect([made.pulled, made.size]).to.deep.equal([0, 'half'])
  })
})
