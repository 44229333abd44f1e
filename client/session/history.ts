// Undo and redo of this person's own work on cards, links and their words (one Y.UndoManager). A step is what one
// gesture did. What others have written since is left alone: a step of which nothing is left is consumed alone and told,
// never skipped in silence. Answers, teams and the board's title are not undone here.
import * as Y from 'yjs'
import { rootMap, type Board } from '../../shared/board/document.ts'
import { isVoid, leaveOut, makeUndo, takeAlong, type Keyed } from '../../shared/board/undo-order.ts'
import type { HistoryStep, UndoState } from './session.ts'
import { MutableStore } from './store.ts'

/** Origin of edits through `session.edit`: undoable. */
export const LOCAL = Symbol('local')
/** Origin of the hidden half of making a card: never undone. */
export const PREPARED = Symbol('prepared')

const TYPING = 'typing'
const MAX_STEPS = 300

type Entries = Map<Keyed, Map<string, Touch>>
/** When an entry was written, in changes of this document; `by` is the clientID, if a value tells it. */
interface Touch { readonly at: number; readonly by?: number }
type StackEvent = { readonly stackItem: { readonly meta: Map<unknown, unknown> }; readonly changedParentTypes: Map<unknown, readonly unknown[]> }

function note(entries: Entries, type: Keyed, key: string, touch: Touch): void {
  const keys = entries.get(type) ?? new Map<string, Touch>()
  entries.set(type, keys.set(key, touch))
}

/** The clientID that wrote the value of an entry; undefined when there is none. */
function writerOf(type: Keyed, key: string): number | undefined {
  const item = type._map.get(key)
  return item === undefined || item.deleted ? undefined : item.id.client
}

function keysOf(event: unknown): Iterable<string> {
  if (event instanceof Y.YMapEvent) return event.keysChanged as Set<string>
  return event instanceof Y.YXmlEvent ? event.attributesChanged : []
}

export class History {
  readonly manager: Y.UndoManager
  readonly state = new MutableStore<UndoState>({ canUndo: false, canRedo: false })
  readonly #board: Board
  readonly #nameOf: (clientId: number) => string | undefined
  /** What others wrote since the oldest step. */
  readonly #others: Entries = new Map()
  #now = 0
  #label: string | undefined
  #taken: string | undefined

  /** `nameOf` gives the name of somebody by the clientID that wrote. */
  constructor(board: Board, nameOf: (clientId: number) => string | undefined) {
    this.#board = board
    this.#nameOf = nameOf
    this.manager = makeUndo([rootMap(board, 'cards'), rootMap(board, 'links')], { trackedOrigins: new Set<unknown>([LOCAL]), captureTimeout: 500, isAccounted: true })
    board.doc.on('beforeTransaction', this.#beforeTransaction)
    board.doc.on('afterTransaction', this.#afterTransaction)
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
    this.#board.doc.off('afterTransaction', this.#afterTransaction)
    this.manager.destroy()
  }

  /** The manager would go on to the next step when one came to nothing: it is shown one step at a time. */
  #step(stack: 'undoStack' | 'redoStack', run: () => unknown): HistoryStep {
    let top = this.manager[stack].at(-1)
    // Letters typed and taken back in one breath: there is nothing to see of it.
    while (top !== undefined && isVoid(top)) {
      this.manager[stack].pop()
      top = this.manager[stack].at(-1)
    }
    if (top === undefined) return { kind: 'nothing' }
    const touched = (top.meta.get('touched') as Entries | undefined) ?? new Map()
    takeAlong(this.#board.doc, top)
    leaveOut(this.#board.doc, top, (type, key) => this.#since(touched, type, key) !== undefined)
    const below = this.manager[stack].splice(0, this.manager[stack].length - 1)
    const label = String(top.meta.get('label') ?? '')
    this.#taken = label
    const done = run() !== null
    this.manager[stack].unshift(...below)
    this.#taken = undefined
    this.end()
    this.#tell()
    if (done) return { kind: 'done', label }
    const who = this.#whoMovedOn(touched)
    return { kind: 'moved-on', label, ...(who === undefined ? {} : { who }) }
  }

  /** What another wrote into an entry after a step had written it. */
  #since(touched: Entries, type: Keyed, key: string): Touch | undefined {
    const theirs = this.#others.get(type)?.get(key)
    return theirs === undefined || theirs.at <= (touched.get(type)?.get(key)?.at ?? Infinity) ? undefined : theirs
  }

  #whoMovedOn(touched: Entries): string | undefined {
    const all = [...touched].flatMap(([type, keys]) => [...keys.keys()].map((key) => this.#since(touched, type, key)))
    for (const touch of all.filter((one) => one !== undefined).sort((a, b) => b.at - a.at)) {
      const name = touch.by === undefined ? undefined : this.#nameOf(touch.by)
      if (name !== undefined) return name
    }
    return undefined
  }

  #isOwn(origin: unknown): boolean {
    return origin === PREPARED || origin === leaveOut || origin === takeAlong || this.manager.trackedOrigins.has(origin)
  }

  readonly #beforeTransaction = ({ origin }: Y.Transaction): void => {
    if (origin === LOCAL || origin === this.manager || !this.manager.trackedOrigins.has(origin)) return
    this.begin(TYPING)
  }

  /** Notes what others write while there are steps that it could get in the way of. */
  readonly #afterTransaction = ({ origin, changed }: Y.Transaction): void => {
    if (this.#isOwn(origin)) return
    const { undoStack, redoStack } = this.manager
    if (undoStack.length + redoStack.length === 0) {
      this.#others.clear()
      return
    }
    this.#now++
    const current = undoStack.at(-1)?.meta.get('touched') as Entries | undefined
    for (const [changedType, keys] of changed) {
      const type = changedType as unknown as Keyed
      for (const key of keys) {
        if (key === null) continue
        const by = writerOf(type, key)
        note(this.#others, type, key, { at: this.#now, ...(by === undefined || by === this.#board.doc.clientID ? {} : { by }) })
        // What this person does next to the same thing is another step.
        if (current?.get(type)?.has(key) === true) this.manager.stopCapturing()
      }
    }
  }

  readonly #remember = ({ stackItem: { meta }, changedParentTypes }: StackEvent): void => {
    if (!meta.has('label')) meta.set('label', this.#taken ?? this.#label ?? '')
    const touched = (meta.get('touched') as Entries | undefined) ?? (new Map() as Entries)
    for (const root of ['cards', 'links'] as const) {
      for (const event of changedParentTypes.get(rootMap(this.#board, root)) ?? []) {
        for (const key of keysOf(event)) note(touched, (event as Y.YEvent<Keyed>).target, key, { at: this.#now })
      }
    }
    meta.set('touched', touched)
    while (this.manager.undoStack.length > MAX_STEPS) this.manager.undoStack.shift()
    this.#tell()
  }

  #tell(): void {
    const state = { canUndo: this.manager.canUndo(), canRedo: this.manager.canRedo() }
    if (state.canUndo !== this.state.value.canUndo || state.canRedo !== this.state.value.canRedo) this.state.set(state)
  }
}
