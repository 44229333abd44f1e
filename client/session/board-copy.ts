// The copy of one board in this browser: reads it into a document, then writes down everything that changes the
// document. What was made here is written at once, what came from the server a moment later. When the shelf refuses,
// nothing is lost while the page is open, and the next write that succeeds brings the whole document.
//
//   load ──► keep ──► each change ──► one transaction ──ok──► kept
//                          ▲                 └──failed──► in trouble ──next change, or 5 s──► the whole document
import * as Y from 'yjs'
import type { Board } from '../../shared/board/document.ts'
import { newId } from '../../shared/board/ids.ts'
import { rootsOf, touchedBy } from '../../shared/board/touched.ts'
import { OtherCopy, type Shelf, type ShelfChange, type ShelfContent } from './shelf.ts'
import { MutableStore } from './store.ts'

/** Origin of what comes from the copy. */
export const FROM_COPY = Symbol('from the copy')

/** `full`: there is no room. `closed`: this browser keeps nothing at all. `scarce`: nine tenths of the room are taken. */
export type Keeping = 'kept' | 'scarce' | 'full' | 'closed'

/** ms that what the server has anyway may wait to be written. */
const LATER = 400
/** ms until a write that failed is tried again. */
const AGAIN = 5_000
/** ms that opening waits for the database. */
const PATIENCE = 4_000
/** Stored updates after which they are written as one. */
const MANY = 300
/** Cards named in a debt. */
const MOST_CARDS = 200

const EMPTY: ShelfContent = { base: undefined, updates: [], debts: [], leases: [], answers: [], kept: [] }

/** A database that does not answer is none. */
function withinTime<T>(reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => reject(new Error('the database does not answer')), PATIENCE) })
  return Promise.race([reading, late]).finally(() => clearTimeout(timer))
}

export interface CopyOf {
  /** Whose copy it is to be; '' for readers. */
  readonly person: string
  /** How many changes of this page are not known to be on the server's disk. */
  readonly owed: () => number
}

export class BoardCopy {
  readonly keeping = new MutableStore<Keeping>('kept')
  /** Names this tab among those of this browser. */
  readonly tab = newId()
  readonly shelf: Shelf
  #content = EMPTY
  #of: CopyOf | undefined
  #board: Board | undefined
  #copyId: string | undefined
  #keys: number[] = []
  #adopted: readonly string[] = []
  #epoch: string | undefined
  #waiting: Uint8Array[] = []
  #cards = new Set<string>()
  #paid = true
  /** The next write has to bring the whole document. */
  #whole = false
  /** Changes made here: how many there are, and how many of them are written. */
  #made = 0
  #written = 0
  #again = false
  #writing: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false
  #stop: () => void = () => undefined

  constructor(shelf: Shelf) {
    this.shelf = shelf
  }

  /** Reads what is kept. Never rejects: without a copy the board comes from the server alone. */
  async load(): Promise<ShelfContent> {
    try {
      this.#content = await withinTime(this.shelf.read())
    } catch (error) {
      this.#content = EMPTY
      this.#fail(error)
    }
    return this.#content
  }

  /** Puts the copy into a document; false when there is none, or it cannot be read. */
  pour(board: Board): boolean {
    const { base, updates } = this.#content
    if (base === undefined || updates.length === 0) return false
    try {
      board.doc.transact(() => { for (const { bytes } of updates) Y.applyUpdate(board.doc, bytes, FROM_COPY) }, FROM_COPY)
    } catch {
      return false
    }
    this.#copyId = base.id
    this.#epoch = base.epoch
    this.#keys = updates.map(({ key }) => key)
    this.#adopted = this.#content.debts.map(({ tab }) => tab)
    return true
  }

  /** The epoch of the server in which the newest here was written (lineage.ts). */
  get epoch(): string | undefined {
    return this.#epoch
  }

  set epoch(epoch: string | undefined) {
    if (epoch === this.#epoch) return
    this.#epoch = epoch
    this.#later(LATER)
  }

  /** How many changes of earlier pages the server may lack. */
  get adoptedChanges(): number {
    return this.#content.debts.reduce((sum, { changes }) => sum + changes, 0)
  }

  /** The cards that they touched, and those that this page touched since. */
  get owedCards(): readonly string[] {
    return [...new Set([...this.#content.debts.flatMap(({ cards }) => cards), ...this.#cards])]
  }

  /** Writes down from now on what changes this document. `whole`: the copy does not have it yet. */
  keep(board: Board, of: CopyOf, whole: boolean): void {
    this.#stop()
    this.#board = board
    this.#of = of
    this.#whole = whole || this.#keys.length > MANY
    const roots = rootsOf(board)
    const hear = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
      if (origin === FROM_COPY) return
      this.#waiting.push(update)
      if (!transaction.local) return this.#later(LATER)
      for (const card of touchedBy(transaction, roots).keys.get('cards') ?? []) this.#cards.add(card)
      this.#made++
      queueMicrotask(() => void this.flush())
    }
    board.doc.on('update', hear)
    this.#stop = () => board.doc.off('update', hear)
    if (whole) this.#later(0)
  }

  /** Called when the count of what is owed may have fallen to nothing. */
  settled(): void {
    if (!this.#paid || this.#adopted.length > 0) this.#later(LATER)
  }

  /** Everything made here so far is on this browser's disk. */
  get isKept(): boolean {
    return this.#written === this.#made
  }

  /** Resolves when what came before is written, or could not be. */
  flush(): Promise<void> {
    this.#again = true
    this.#writing ??= this.#writeAll().finally(() => { this.#writing = undefined })
    return this.#writing
  }

  /** Something besides the document: in its own transaction, tried once. False when it could not be written. */
  async put(change: ShelfChange): Promise<boolean> {
    try {
      await this.shelf.write(change)
      return true
    } catch (error) {
      this.#fail(error)
      return false
    }
  }

  /** The copy goes: the server refused what is in it, or the right to it is gone. */
  async drop(): Promise<void> {
    this.#leave()
    await this.#writing
    try {
      await this.shelf.drop()
    } catch (error) {
      this.#fail(error)
    }
    this.#content = { ...this.#content, base: undefined, updates: [], debts: [], leases: [] }
    this.#copyId = undefined
    this.#epoch = undefined
    this.#keys = []
    this.#adopted = []
    this.#cards.clear()
  }

  /** Nothing that comes is written any more; what came still is. */
  close(): void {
    this.#stop()
    this.#closed = true
    void this.flush()
  }

  #leave(): void {
    this.#stop()
    this.#board = undefined
    this.#waiting = []
    this.#written = this.#made
  }

  #later(ms: number): void {
    if (!this.#closed) this.#timer ??= setTimeout(() => { this.#timer = undefined; void this.flush() }, ms)
  }

  async #writeAll(): Promise<void> {
    while (this.#again) {
      this.#again = false
      await this.#write()
    }
  }

  async #write(): Promise<void> {
    const board = this.#board
    const of = this.#of
    if (board === undefined || of === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    const owed = of.owed()
    const whole = this.#whole || this.#copyId === undefined
    // Nothing came from the server yet, and nothing was made: a copy of nothing would be taken for a board.
    if (whole && board.doc.store.clients.size === 0) return
    const made = this.#made
    const waiting = this.#waiting
    this.#whole = false
    this.#waiting = []
    const begin = this.#copyId === undefined ? { id: newId(), person: of.person, ...this.#inEpoch } : undefined
    const append = whole ? [Y.encodeStateAsUpdate(board.doc)] : waiting.length > 1 ? [Y.mergeUpdates(waiting)] : waiting
    try {
      const keys = await this.shelf.write({ ...(begin === undefined ? { of: this.#copyId, ...this.#inEpoch } : { begin }), append, ...(whole ? { remove: this.#keys } : {}), ...this.#debt(owed) })
      this.#keep(keys, whole, begin?.id, owed, made)
    } catch (error) {
      this.#whole = true
      if (error instanceof OtherCopy) await this.#joinOther(of.person)
      else this.#fail(error)
      this.#later(error instanceof OtherCopy ? 0 : AGAIN)
    }
  }

  /** Another tab has begun the copy anew: this one goes on in it, with its whole document. */
  async #joinOther(person: string): Promise<void> {
    this.#keys = []
    const { base } = await this.shelf.read().catch(() => EMPTY)
    this.#copyId = base?.person === person ? base.id : undefined
  }

  get #inEpoch(): { readonly epoch?: string } {
    return this.#epoch === undefined ? {} : { epoch: this.#epoch }
  }

  #debt(owed: number): Pick<ShelfChange, 'debt' | 'paid'> {
    // What earlier pages owe is counted with it.
    if (owed > 0) return { debt: { tab: this.tab, changes: owed, cards: this.owedCards.slice(-MOST_CARDS) }, paid: this.#adopted }
    return { paid: [this.tab, ...this.#adopted] }
  }

  #keep(keys: readonly number[], whole: boolean, begun: string | undefined, owed: number, made: number): void {
    this.#copyId = begun ?? this.#copyId
    this.#keys = whole ? [...keys] : [...this.#keys, ...keys]
    if (this.#keys.length > MANY) this.#whole = true
    this.#written = made
    this.#paid = owed === 0
    this.#adopted = []
    if (owed === 0) {
      this.#content = { ...this.#content, debts: [] }
      if (made === this.#made) this.#cards.clear()
    }
    if (this.keeping.value === 'full' || this.keeping.value === 'closed') this.keeping.set('kept')
  }

  #fail(error: unknown): void {
    const name = error instanceof DOMException ? error.name : ''
    this.keeping.set(name === 'QuotaExceededError' ? 'full' : this.keeping.value === 'full' ? 'full' : 'closed')
  }
}
