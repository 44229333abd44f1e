// Between a session and what this browser keeps of its board: opens the copy into the document, leases the clientID,
// keeps what was refused, and says whether this browser can keep anything. Without a copy it keeps nothing and says so
// to nobody. Readers are shown the copy and then the server's board in its place: they bring nothing to merge.
import type { Awareness } from 'y-protocols/awareness'
import { newBoard, type Board } from '../../shared/board/document.ts'
import { follow } from '../../shared/board/follow.ts'
import { newId } from '../../shared/board/ids.ts'
import type { BoardState } from '../../shared/board/records.ts'
import type { AnswerRoad } from './answer-outbox.ts'
import type { BoardCopy, Keeping } from './board-copy.ts'
import type { ConnectionOptions } from './connection.ts'
import { wordsOfCards } from './kept-words.ts'
import { browserNote, LeasedId, lockSlot } from './leased-id.ts'
import type { SaveWatch } from './save-state.ts'
import type { KeptText, Lease, Waiting } from './shelf.ts'
import { watchRoom } from './storage-room.ts'
import { MutableStore, type Store } from './store.ts'

export interface Opened {
  /** The board to look at until the server's is here. */
  readonly shown: Board | undefined
  readonly answers: readonly Waiting[]
  /** Something of an earlier page waits to be sent. */
  readonly owes: boolean
}

export interface KeeperOf { readonly board: string; readonly person: string; readonly name?: string; readonly edits: boolean }

export class CopyKeeper {
  readonly kept = new MutableStore<readonly KeptText[]>([])
  /** What is kept for other entries of the board. */
  readonly others = new MutableStore<readonly KeptText[]>([])
  readonly keeping: Store<Keeping>
  readonly #copy: BoardCopy | undefined
  readonly #save: SaveWatch
  readonly #of: KeeperOf
  readonly #stops: (() => void)[] = []
  #lock: Awaited<ReturnType<typeof lockSlot>>
  #id: LeasedId | undefined
  #online = false
  #showsCopy = false
  #hasArrived = false
  #dropping: Promise<void> = Promise.resolve()
  #closed = false

  constructor(copy: BoardCopy | undefined, save: SaveWatch, of: KeeperOf) {
    this.#copy = copy
    this.#save = save
    this.#of = of
    this.keeping = copy?.keeping ?? new MutableStore<Keeping>('kept')
    if (copy === undefined) return
    this.#stops.push(watchRoom(copy.keeping), save.counted.subscribe(() => this.#look()))
  }

  /** What the connection tells. Presence waits for the clientID only where one is leased. */
  get line(): Pick<ConnectionOptions, 'onLine' | 'onInStep' | 'memory'> {
    // A reader's copy is never taken into the document of a connection.
    if (this.#copy === undefined || !this.#of.edits) return {}
    return {
      memory: this.#copy,
      onLine: (online) => {
        this.#online = online
        if (online) this.#id?.online()
        else this.#id?.offline()
      },
      onInStep: (clockOf) => this.#id?.inStep(clockOf),
    }
  }

  /** What an outbox of answers needs of the copy. */
  get answerRoad(): Pick<AnswerRoad, 'write' | 'reread' | 'alone'> {
    const copy = this.#copy
    if (copy === undefined) return { write: () => Promise.resolve(false) }
    const name = `tacit:answers:${this.#of.board}`
    return {
      write: (change) => copy.put(change),
      reread: () => copy.shelf.read().then(({ answers }) => answers, () => undefined),
      alone: (run) => (typeof navigator === 'undefined' || navigator.locks === undefined ? run() : navigator.locks.request(name, run) as Promise<void>),
    }
  }

  /** Everything that was made here would survive the page. */
  get isKept(): boolean {
    return this.#copy?.isKept === true
  }

  async open(board: Board, awareness: Awareness): Promise<Opened> {
    const copy = this.#copy
    if (copy === undefined) return { shown: undefined, answers: [], owes: false }
    const [{ base, leases, answers: all, kept }, lock] = await Promise.all([copy.load(), this.#of.edits ? lockSlot(this.#of.board, navigator.locks) : undefined])
    this.#lock = lock
    if (this.#closed) {
      lock?.release()
      return { shown: undefined, answers: [], owes: false }
    }
    const { person } = this.#of
    this.kept.set([...kept.filter((text) => text.person === person), ...this.kept.value])
    this.others.set([...kept.filter((text) => text.person !== person), ...this.others.value])
    // Those of somebody else wait in this browser until they come again.
    const answers = all.filter((answer) => answer.person === person)
    if (base !== undefined && base.person !== person) await this.#leaveStranger(copy, base.person)
    const shown = this.#of.edits ? board : newBoard()
    const poured = copy.pour(shown)
    if (!this.#of.edits) {
      this.#showsCopy = poured && !this.#save.isUp
      return { shown: this.#showsCopy ? shown : undefined, answers, owes: false }
    }
    const owed = poured ? copy.adoptedChanges : 0
    this.#begin(copy, board, awareness, poured ? leases : [], !poured)
    this.#save.owe(owed)
    return { shown: poured ? board : undefined, answers, owes: owed + answers.length > 0 }
  }

  /** The server's board is here; true when it takes the place of the copy on screen. */
  arrived(board: Board): boolean {
    const copy = this.#copy
    if (copy === undefined || this.#of.edits || this.#hasArrived) return false
    this.#hasArrived = true
    copy.keep(board, { person: this.#of.person, owed: () => 0 }, true)
    const replaces = this.#showsCopy
    this.#showsCopy = false
    return replaces
  }

  /** After a refusal: the copy goes, a new one begins. */
  async reopen(board: Board, awareness: Awareness): Promise<void> {
    if (this.#copy === undefined) return
    await this.#dropping
    if (!this.#of.edits) return
    this.#begin(this.#copy, board, awareness, [], true)
  }

  /** The server refused what is in the document: at once what may be lost, until it is known exactly. */
  refused(mine: BoardState, changes: number, why: string | undefined): KeptText {
    const kept: KeptText = { id: newId(), ...this.#writer, text: wordsOfCards(mine, this.#copy?.owedCards ?? []), ...(why === undefined ? {} : { why }), changes, at: new Date().toISOString() }
    this.#id?.stop()
    const copy = this.#copy
    if (copy !== undefined) this.#dropping = (kept.text === '' ? Promise.resolve(true) : copy.put({ kept: [kept] })).then(() => copy.drop())
    return kept
  }

  /** A reader's copy goes with the board that the server no longer has; the next one is kept again. */
  left(): void {
    this.#hasArrived = false
    this.#showsCopy = false
    if (this.#copy !== undefined) this.#dropping = this.#copy.drop()
  }

  /** `text`: the words that the server's board lacks. */
  keep(kept: KeptText, text: string | undefined): void {
    if (text === undefined) {
      void this.#copy?.put({ keptGone: [kept.id] })
      return
    }
    const exact = { ...kept, text }
    const store = kept.person === this.#of.person ? this.kept : this.others
    store.set([...store.value, exact])
    void this.#copy?.put({ kept: [exact] })
  }

  /** This person says that words kept for other entries are theirs. */
  takeOver(texts: readonly KeptText[]): void {
    const ids = new Set(texts.map(({ id }) => id))
    const mine = this.others.value.filter(({ id }) => ids.has(id)).map((text) => ({ ...text, ...this.#writer }))
    this.others.set(this.others.value.filter(({ id }) => !ids.has(id)))
    this.kept.set([...this.kept.value, ...mine])
    void this.#copy?.put({ kept: mine })
  }

  get #writer(): Pick<KeptText, 'person' | 'name'> {
    const { person, name } = this.#of
    return { person, ...(name === undefined ? {} : { name }) }
  }

  dismiss(): void {
    const keptGone = this.kept.value.map(({ id }) => id)
    this.kept.set([])
    if (keptGone.length > 0) void this.#copy?.put({ keptGone })
  }

  /** The right to the board is gone: the copy will be, too. The words that never arrived stay. */
  gone(state: BoardState): void {
    if (this.#copy !== undefined && this.#save.ledger.pending > 0) this.#keepOwed(state, this.#save.ledger.pending, this.#of.person)
  }

  close(): void {
    this.#closed = true
    for (const stop of this.#stops) stop()
    this.#id?.stop()
    this.#copy?.close()
    this.#lock?.release()
  }

  #begin(copy: BoardCopy, board: Board, awareness: Awareness, leases: readonly Lease[], whole: boolean): void {
    copy.keep(board, { person: this.#of.person, owed: () => this.#save.ledger.pending }, whole)
    this.#id = this.#lock === undefined ? undefined : new LeasedId(copy, { slot: this.#lock.slot, note: browserNote(this.#of.board, this.#lock.slot) }, leases, board.doc, awareness)
    if (this.#online) this.#id?.online()
  }

  /** Somebody else made this copy in this browser: their changes are not sent under another name. */
  async #leaveStranger(copy: BoardCopy, person: string): Promise<void> {
    const theirs = newBoard()
    if (copy.pour(theirs) && copy.adoptedChanges > 0) {
      const following = follow(theirs, () => undefined)
      this.#keepOwed(following.state, copy.adoptedChanges, person)
      following.stop()
    }
    theirs.doc.destroy()
    await copy.drop()
  }

  #keepOwed(state: BoardState, changes: number, person: string): void {
    const text = wordsOfCards(state, this.#copy?.owedCards ?? [])
    if (text !== '') this.keep({ id: newId(), person, text, changes, at: new Date().toISOString() }, text)
  }

  #look(): void {
    if (this.#save.ledger.pending === 0) this.#copy?.settled()
  }
}
