// The map of keys and the canvas agree: each key of the map that is for the canvas does something there, seen from
// outside, and the stage acts on no key that the map has not.
import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { resetMouse, sendKeys } from '@web/test-runner-commands'
import '../../../client/app/board-stage.ts'
import type { TacitBoardStage } from '../../../client/app/board-stage.ts'
import type { Session } from '../../../client/session/session.ts'
import { KEY_IDS, KEY_MAP, type KeyId } from '../../../client/ui/key-map.ts'
import type { Board } from '../../../shared/board/document.ts'
import { addLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { Hub, person, until } from '../../support/local-session.ts'

function fill(board: Board): void {
  putTeam(board, { id: 'product', name: 'Product' })
  addCard(board, { id: 'goal', kind: 'goal', x: 0, y: 0, title: 'Launch on 1 March' })
  addCard(board, { id: 'belief', kind: 'assumption', x: 320, y: 0, title: 'Sales will stop quoting seats' })
  addCard(board, { id: 'risk', kind: 'risk', x: 640, y: 0, title: 'Reps lose commission' })
  addCard(board, { id: 'above', kind: 'note', x: 320, y: -160, title: 'Above' })
  addCard(board, { id: 'below', kind: 'note', x: 320, y: 200, title: 'Below' })
  addLink(board, 'goal', 'rests_on', 'belief')
  addLink(board, 'belief', 'rests_on', 'risk')
}

interface Seat { readonly session: Session; readonly stage: TacitBoardStage; readonly told: string[]; readonly selected: () => readonly string[] }

/** The middle card of a cross has the focus. */
async function sit(): Promise<Seat> {
  const session = new Hub(fill).join(person('ana'))
  const box = await fixture<HTMLElement>(html`<div style="position:fixed;left:0;top:0;width:800px;height:600px"><tacit-board-stage .session=${session}></tacit-board-stage></div>`)
  const stage = box.firstElementChild as TacitBoardStage
  await until('ready', () => session.ready.value)
  await oneEvent(stage, 'board-shown')
  stage.camera = { x: -80, y: -220, z: 0.8 }
  await stage.updateComplete
  const told: string[] = []
  for (const event of ['key-wanted', 'help-wanted', 'find-wanted', 'ask-wanted', 'evidence-wanted', 'card-opened']) {
    stage.addEventListener(event, (heard) => told.push(`${event} ${JSON.stringify((heard as CustomEvent).detail)}`))
  }
  // What carries cards and what the menus do is fetched when it is wanted: here it is there before the first press.
  await Promise.all([import('../../../client/commands/clipboard.ts'), import('../../../client/app/stage/stage-menus.ts'), import('../../../client/app/stage/link-bar.ts')])
  stage.focusCard('belief')
  await until('the card has the focus', () => stage.canvas.shadowRoot?.activeElement?.closest<HTMLElement>('.item')?.dataset['id'] === 'belief')
  return { session, stage, told, selected: () => [...stage.canvas.selection] }
}

const part = (seat: Seat, selector: string): Element | null => seat.stage.shadowRoot?.querySelector(selector) ?? null
const isOpen = (seat: Seat, selector: string): boolean => part(seat, selector)?.shadowRoot?.querySelector('tacit-menu')?.open === true
const said = (): string => document.querySelector('[aria-live="polite"]')?.textContent ?? ''
const standing = ({ session }: Seat): number => [...session.board.value.cards.values()].filter(({ deleted }) => !deleted).length
const x = ({ session }: Seat, id = 'belief'): number => session.board.value.cards.get(id)?.x ?? NaN
/** The card that lies in the direction of an arrow key. */
const beside = (key: string): string => ({ up: 'above', down: 'below', left: 'goal', right: 'risk' })[key.replace(/^.*arrow/, '')] ?? ''
/** The card went that far in the direction of the arrow key, and nowhere else. */
const moved = (seat: Seat, key: string, by: number): boolean => {
  const way = key.replace(/^.*arrow/, '')
  return x(seat) === 320 + (way === 'left' ? -by : way === 'right' ? by : 0) && seat.session.board.value.cards.get('belief')?.y === (way === 'up' ? -by : way === 'down' ? by : 0)
}
const told = (text: string) => (seat: Seat): boolean => seat.told.includes(text)

/** What a press of the key comes to, seen from outside. Keys in an order that has been pressed before come first. */
const DOES: Partial<Record<KeyId, { readonly before?: readonly string[]; readonly done: (seat: Seat, key: string) => boolean }>> = {
  // The answer goes by the network, which is not here: that it failed is said.
  confirm: { done: () => document.querySelector('tacit-toasts')?.shadowRoot?.querySelector('.toast') != null },
  unsure: { done: () => document.querySelector('tacit-toasts')?.shadowRoot?.querySelector('.toast') != null },
  dispute: { done: (seat) => part(seat, 'tacit-card-toolbar')?.shadowRoot?.querySelector('tacit-popover')?.open === true },
  ask: { done: told('ask-wanted {"id":"belief"}') },
  evidence: { done: told('evidence-wanted {"id":"belief"}') },
  inTurn: { done: told('key-wanted {"key":"inTurn"}') },
  nearest: { done: (seat, key) => seat.selected()[0] === beside(key) },
  extend: { done: (seat, key) => seat.selected().length === 2 && seat.selected().includes('belief') && seat.selected().includes(beside(key)) },
  ends: { done: (seat, key) => seat.selected()[0] === (key === 'home' ? 'above' : 'below') },
  next: { done: (seat) => seat.selected()[0] === 'risk' },
  previous: { done: (seat) => seat.selected()[0] === 'goal' },
  toFoundation: { done: (seat) => seat.selected()[0] === 'risk' },
  toCarried: { done: (seat) => seat.selected()[0] === 'goal' },
  open: { done: told('card-opened {"id":"belief"}') },
  leave: { done: (seat) => seat.selected().length === 0 },
  add: { done: (seat) => isOpen(seat, 'tacit-kind-picker') },
  edit: { done: ({ stage }) => stage.canvas.shadowRoot?.querySelector('.ProseMirror') != null },
  move: { done: (seat, key) => moved(seat, key, 8) },
  moveFar: { done: (seat, key) => moved(seat, key, 40) },
  link: { done: ({ stage }) => stage.canvas.shadowRoot?.querySelector('.aim') != null },
  selectAll: { done: (seat) => seat.selected().length === 5 },
  copy: { done: () => said() === '1 card copied' },
  cut: { done: (seat) => standing(seat) === 4 },
  paste: { before: ['Control+c'], done: (seat) => standing(seat) === 6 },
  duplicate: { done: (seat) => standing(seat) === 6 },
  remove: { done: (seat) => standing(seat) === 4 },
  toolSelect: { before: ['h'], done: ({ stage }) => stage.tool === 'select' },
  toolHand: { done: ({ stage }) => stage.tool === 'hand' },
  toolFrame: { done: ({ stage }) => stage.tool === 'frame' },
  zoomIn: { done: ({ stage }) => stage.camera.z > 0.9 },
  zoomOut: { done: ({ stage }) => stage.camera.z < 0.7 },
  fitBoard: { done: ({ stage }) => stage.camera.y !== -220 },
  fitSelection: { done: ({ stage }) => stage.camera.y !== -220 },
  otherView: { done: told('key-wanted {"key":"otherView"}') },
  overview: { done: told('key-wanted {"key":"overview"}') },
  why: { before: ['k'], done: (seat) => standing(seat) === 6 },
  premise: { before: ['k'], done: (seat) => standing(seat) === 6 },
  filterUnconfirmed: { done: told('key-wanted {"key":"filterUnconfirmed"}') },
  filterStale: { done: told('key-wanted {"key":"filterStale"}') },
  filterDisputed: { done: told('key-wanted {"key":"filterDisputed"}') },
  filterRefuted: { done: told('key-wanted {"key":"filterRefuted"}') },
  filterConfirmed: { done: told('key-wanted {"key":"filterConfirmed"}') },
  filterNotHeard: { done: told('key-wanted {"key":"filterNotHeard"}') },
  filterNone: { done: told('key-wanted {"key":"filterNone"}') },
  find: { done: told('find-wanted {"scope":"all"}') },
  findHere: { done: told('find-wanted {"scope":"here"}') },
  help: { done: told('help-wanted {}') },
  undo: { before: ['Alt+ArrowRight'], done: (seat) => x(seat) === 320 },
  redo: { before: ['Alt+ArrowRight', 'Control+z'], done: (seat) => x(seat) === 328 },
}

const NAMES: Readonly<Record<string, string>> = { arrowup: 'ArrowUp', arrowdown: 'ArrowDown', arrowleft: 'ArrowLeft', arrowright: 'ArrowRight', space: ' ', enter: 'Enter', escape: 'Escape', delete: 'Delete', backspace: 'Backspace', home: 'Home', end: 'End' }

/** `mod+shift+z` as the test's keyboard calls it. */
function pressed(key: string): string {
  const parts = key === '+' ? ['+'] : key.split('+')
  const last = parts.at(-1) ?? ''
  const shift = parts.includes('shift')
  const name = NAMES[last] ?? (shift && /^\d$/.test(last) ? `Digit${last}` : last)
  return [...parts.slice(0, -1).map((one) => ({ mod: 'Control', alt: 'Alt', shift: 'Shift' })[one] ?? one), name].join('+')
}

describe('the keys of the canvas', () => {
  afterEach(() => resetMouse())

  for (const id of KEY_IDS) {
    const { keys, on } = KEY_MAP[id]
    if (!(on as readonly string[]).includes('canvas')) continue
    for (const key of keys) {
      it(`${id}: ${key}`, async () => {
        await fixture(html`<tacit-toasts></tacit-toasts>`)
        const seat = await sit()
        const does = DOES[id]
        if (does === undefined) throw new Error('the map lists it, and nothing is known that it does')
        for (const press of does.before ?? []) await sendKeys({ press })
        await sendKeys({ press: pressed(key) })
        await until(`${id} is done`, () => does.done(seat, key))
        seat.session.close()
      })
    }
  }

  for (const id of ['remove', 'copy', 'cut', 'duplicate', 'move'] as const) {
    it(`${id} means the card that has the focus when none is selected`, async () => {
      await fixture(html`<tacit-toasts></tacit-toasts>`)
      const seat = await sit()
      seat.stage.canvas.select([])
      await seat.stage.updateComplete
      const key = KEY_MAP[id].keys[0] ?? ''
      await sendKeys({ press: pressed(key) })
      await until(`${id} is done`, () => DOES[id]?.done(seat, key) === true)
      seat.session.close()
    })
  }

  it('remove the link that is picked, not the card that has the focus', async () => {
    const seat = await sit()
    await sendKeys({ press: 'l' })
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Enter' })
    await until('the link is picked', () => part(seat, 'tacit-link-bar') !== null)
    await sendKeys({ press: 'Delete' })
    await until('the link is gone', () => !seat.session.board.value.links.has('belief~rests_on~below'))
    expect(standing(seat)).to.equal(5)
    seat.session.close()
  })

  it('act on nothing that the map has not', async () => {
    const seat = await sit()
    const before = JSON.stringify([...seat.session.board.value.cards.values()])
    for (const press of ['g', 'z', 'x', 's', 'Control+b', 'Alt+y', 'Shift+y', '9', 'F2', 'Insert', 'Control+ArrowRight']) await sendKeys({ press })
    expect(JSON.stringify([...seat.session.board.value.cards.values()])).to.equal(before)
    expect(seat.told).to.deep.equal([])
    expect(seat.selected()).to.deep.equal(['belief'])
    seat.session.close()
  })
})
