// Undo and redo of this person's own work on cards, links and their words (one Y.UndoManager). A step is what one
// gesture did; a step that others have overwritten since is consumed alone and told, never skipped in silence.
// Answers, teams and the board's title are not undone here.
import * as Y from 'yjs'
import { rootMap, type Board } from '../../shared/board/document.ts'
import { makeUndo } from '../../shared/board/undo-order.ts'
import type { HistoryStep, UndoState } from './session.ts'
import { MutableStore } from './store.ts'

/** Origin of edits through `session.edit`: undoable. */
export const LOCAL = Symbol('local')
/** Origin of the hidden half of making a card: never undone. */
export const PREPARED = Symbol('prepared')

const TYPING = 'typing'
const MAX_STEPS = 300

interface Touched { readonly map: Y.Map<unknown>; readonly key: string }

/** The map entries that a step wrote, to find out who has written them since. */
function touchedBy(events: readonly unknown[]): Touched[] {
  return events.flatMap((event) => (event instanceof Y.YMapEvent ? [...event.keysChanged].map((key: string) => ({ map: event.target as Y.Map<unknown>, key })) : []))
}

export class History {
  readonly manager: Y.UndoManager
  readonly state = new MutableStore<UndoState>({ canUndo: false, canRedo: false })
  readonly #board: Board
  readonly #nameOf: (clientId: number) => string | undefined
  #label: string | undefined
  #taken: string | undefined

  /** `nameOf` gives the name of somebody who is here, by the clientID that wrote. */
  constructor(board: Board, nameOf: (clientId: number) => string | undefined) {
    this.#board = board
    this.#nameOf = nameOf
    this.manager = makeUndo([rootMap(board, 'cards'), rootMap(board, 'links')], { trackedOrigins: new Set<unknown>([LOCAL]), captureTimeout: 500 })
    board.doc.on('beforeTransaction', this.#beforeTransaction)
    this.manager.on('stack-item-added', this.#remember)
    this.manager.on('stack-item-updated', this.#remember)
  }

  /** Edits of one label that follow each other within half a second are one step. */
  begin(label: string): void {
    if (label !== this.#label) this.manager.stopCapturing()
    this.#label = label
  }

  end(): void {
    this.manager.stopCapturing()
    this.#label = undefined
  }

  undo(): HistoryStep {
    return this.#step('undoStack', () => this.manager.undo())
  }

  redo(): HistoryStep {
    return this.#step('redoStack', () => this.manager.redo())
  }

  stop(): void {
    this.#board.doc.off('beforeTransaction', this.#beforeTransaction)
    this.manager.destroy()
  }

  /** The manager would go on to the next step when one came to nothing: it is shown one step at a time. */
  #step(stack: 'undoStack' | 'redoStack', run: () => unknown): HistoryStep {
    const top = this.manager[stack].at(-1)
    if (top === undefined) return { kind: 'nothing' }
    const below = this.manager[stack].splice(0, this.manager[stack].length - 1)
    const label = String(top.meta.get('label') ?? '')
    this.#taken = label
    const done = run() !== null
    this.manager[stack].unshift(...below)
    this.#taken = undefined
    this.end()
    this.#tell()
    if (done) return { kind: 'done', label }
    const who = this.#whoMovedOn(top.meta.get('touched') as Touched[] | undefined)
    return { kind: 'moved-on', label, ...(who === undefined ? {} : { who }) }
  }

  #whoMovedOn(touched: readonly Touched[] = []): string | undefined {
    for (const { map, key } of touched) {
      const writer = map._map.get(key)?.id.client
      if (writer !== undefined && writer !== this.#board.doc.clientID) return this.#nameOf(writer)
    }
    return undefined
  }

  readonly #beforeTransaction = (transaction: Y.Transaction): void => {
    const { origin } = transaction
    if (origin === LOCAL || origin === this.manager || !this.manager.trackedOrigins.has(origin)) return
    this.begin(TYPING)
  }

  readonly #remember = (event: { stackItem: { meta: Map<unknown, unknown> }; changedParentTypes: Map<unknown, unknown[]> }): void => {
    const { meta } = event.stackItem
    if (!meta.has('label')) meta.set('label', this.#taken ?? this.#label ?? '')
    const touched = [rootMap(this.#board, 'cards'), rootMap(this.#board, 'links')].flatMap((root) => touchedBy(event.changedParentTypes.get(root) ?? []))
    meta.set('touched', [...((meta.get('touched') as Touched[] | undefined) ?? []), ...touched])
    while (this.manager.undoStack.length > MAX_STEPS) this.manager.undoStack.shift()
    this.#tell()
  }

  #tell(): void {
    const state = { canUndo: this.manager.canUndo(), canRedo: this.manager.canRedo() }
    if (state.canUndo !== this.state.value.canUndo || state.canRedo !== this.state.value.canRedo) this.state.set(state)
  }
}
