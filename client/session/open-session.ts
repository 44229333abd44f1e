// The live heart of a board page: one document, its socket, its history, who is here, and what is judged of it, put
// together as a Session. The only place that knows all of them; everyone else gets the Session.
import { newBoard, rootMap, type Board } from '../../shared/board/document.ts'
import { newId } from '../../shared/board/ids.ts'
import type { Person } from '../../shared/board/records.ts'
import { allows, type Right } from '../../shared/protocol/rights.ts'
import { AnswerOutbox } from './answer-outbox.ts'
import { ApiError, postSaid } from './api.ts'
import type { BoardCopy } from './board-copy.ts'
import { openConnection, type Connection, type ConnectionOptions } from './connection.ts'
import { CopyKeeper } from './copy-keeper.ts'
import { Facts } from './facts.ts'
import { History, LOCAL, PREPARED } from './history.ts'
import { Homecoming } from './homecoming.ts'
import { keptWords, offeredWords } from './kept-words.ts'
import { registerLive, type Live } from './live.ts'
import { PresenceWatch } from './presence.ts'
import { SaveWatch } from './save-state.ts'
import { closeSentence } from './server-words.ts'
import type { Outcome, Peer, Presence, Session, UndoState } from './session.ts'
import type { Given, KeptText } from './shelf.ts'
import { MutableStore } from './store.ts'
import { words } from './words.ts'

/** Bytes of a message, and cards of a board, above which a board is read in a task of its own. */
const LARGE = 65_536
const MANY = 1_000

/** Opens a socket for a document; tests give one that stays in the page. */
export type Connect = (board: Board, options: ConnectionOptions) => Connection

export interface OpenSession {
  readonly boardId: string
  readonly right: Right
  /** This person as the server knows them; undefined for readers. */
  readonly me: Person | undefined
  /** `ws://host/sync`; by default this page's own host. */
  readonly url?: string
  readonly connect?: Connect
  /** What this browser keeps of the board; without it nothing survives the page. */
  readonly copy?: BoardCopy
}

/** One document with all that hangs on it: replaced as a whole when the server refused an update. */
interface Tie {
  readonly live: Live
  readonly connection: Connection
  readonly history: History
  readonly presence: PresenceWatch
}

function ownSocketUrl(): string {
  return `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/sync`
}

export function openSession(options: OpenSession): Session {
  return new LiveSession(options)
}

class LiveSession implements Session {
  readonly boardId: string
  readonly right: Right
  readonly canEdit: boolean
  readonly me: MutableStore<Person | undefined>
  readonly board: Session['board']
  readonly judgements: Session['judgements']
  readonly save: Session['save']
  readonly peers = new MutableStore<readonly Peer[]>([])
  readonly undoState = new MutableStore<UndoState>({ canUndo: false, canRedo: false })
  readonly ready = new MutableStore(false)
  readonly outbox: Session['outbox']
  readonly keeping: Session['keeping']
  readonly kept: Session['kept']
  readonly offered = new MutableStore<readonly KeptText[]>([])
  readonly returned: Session['returned']
  readonly #options: OpenSession
  readonly #facts: Facts
  readonly #watch: SaveWatch
  readonly #live: MutableStore<Live>
  readonly #keeper: CopyKeeper
  readonly #answers: AnswerOutbox
  readonly #homecoming: Homecoming
  #tie: Tie
  #closed = false

  constructor(options: OpenSession) {
    this.#options = options
    this.boardId = options.boardId
    this.right = options.right
    this.canEdit = allows(options.right, 'edit')
    this.me = new MutableStore(options.me)
    this.#watch = new SaveWatch(this.canEdit)
    this.save = this.#watch.state
    this.#keeper = new CopyKeeper(options.copy, this.#watch, { board: options.boardId, person: options.me?.id ?? '', ...(options.me === undefined ? {} : { name: options.me.name }), edits: this.canEdit })
    this.#answers = new AnswerOutbox({
      person: () => this.me.value?.id, post: (root, body) => postSaid(this.boardId, root, body), settled: () => this.settled(), isUp: () => this.#watch.isUp, ...this.#keeper.answerRoad,
    })
    this.outbox = this.#answers.waiting
    this.keeping = this.#keeper.keeping
    this.kept = this.#keeper.kept
    this.#homecoming = new Homecoming(this.#watch, this.#answers)
    this.returned = this.#homecoming.returned
    const board = newBoard()
    this.#facts = new Facts(board)
    this.board = this.#facts.board
    this.judgements = this.#facts.judgements
    this.#tie = this.#bind(board, (tie) => this.#openCopy(tie))
    this.#live = new MutableStore(this.#tie.live)
    registerLive(this, this.#live)
    this.board.subscribe(() => {
      this.#refreshMe()
      this.#offer()
    })
    this.#keeper.others.subscribe(() => this.#offer())
    this.save.subscribe(() => { if (this.save.value.kind === 'gone') this.#keeper.gone(this.board.value) })
    window.addEventListener('beforeunload', this.#beforeUnload)
  }

  get madeHere(): boolean {
    return this.#facts.madeHere
  }

  edit(label: string, change: (board: Board) => void): void {
    if (!this.canEdit || !this.ready.value) return
    const { live, history } = this.#tie
    history.begin(label)
    live.board.doc.transact(() => change(live.board), LOCAL)
  }

  prepare(change: (board: Board) => void): void {
    const { board } = this.#tie.live
    if (this.canEdit && this.ready.value) board.doc.transact(() => change(board), PREPARED)
  }

  undo(): ReturnType<Session['undo']> {
    return this.#tie.history.undo()
  }

  redo(): ReturnType<Session['redo']> {
    return this.#tie.history.redo()
  }

  endUndoStep(): void {
    this.#tie.history.end()
  }

  show(presence: Partial<Presence>): void {
    this.#tie.presence.show(presence)
  }

  settled(): Promise<void> {
    this.#tie.connection.release()
    return this.#watch.settled()
  }

  give<G extends Given>(given: G): Promise<Outcome<G>> {
    return this.#answers.give(given) as Promise<Outcome<G>>
  }

  async takeBaseline(wish: Parameters<Session['takeBaseline']>[0]): ReturnType<Session['takeBaseline']> {
    if (!this.#watch.isUp) throw new ApiError('unreachable', words.unreachable, 0)
    await this.settled()
    return postSaid(this.boardId, 'baselines', { ...wish, id: newId() })
  }

  takeBack(waitingId: string): void {
    this.#answers.takeBack(waitingId)
  }

  takeOffered(): void {
    this.#keeper.takeOver(this.offered.value)
  }

  dismissNotSaved(): void {
    this.#watch.dismiss()
    this.#keeper.dismiss()
  }

  close(): void {
    this.#closed = true
    window.removeEventListener('beforeunload', this.#beforeUnload)
    this.#keeper.close()
    this.#answers.close()
    this.#homecoming.stop()
    this.#loosen(this.#tie)
    this.#facts.stop()
    this.#watch.stop()
  }

  /** `first`: what has to be done with the document before anybody hears of it. */
  #bind(board: Board, first: (tie: Tie) => Promise<void>): Tie {
    let begin: (tie: Tie) => void = () => undefined
    const after = new Promise<Tie>((resolve) => { begin = resolve }).then(first)
    const beforeRemote = new Set<() => void>()
    const connection = (this.#options.connect ?? openConnection)(board, {
      url: this.#options.url ?? ownSocketUrl(), boardId: this.boardId, visible: this.me.value !== undefined, brings: this.canEdit, save: this.#watch,
      onSynced: () => this.#synced(),
      after, ...this.#keeper.line,
      beforeRemote: (bytes) => {
        for (const read of beforeRemote) read()
        if (bytes > LARGE && !this.ready.value) this.#facts.rest()
      },
      onRefused: (code, reason) => this.#refused(closeSentence(code, reason, this.board.value)),
      onOlder: () => { void this.#wentBack(board) },
    })
    const presence = new PresenceWatch(connection.awareness)
    const history = new History(board, (clientId) => presence.nameOf(clientId))
    presence.peers.subscribe(() => this.peers.set(presence.peers.value))
    history.state.subscribe(() => this.undoState.set(history.state.value))
    const tie = { live: { board, awareness: connection.awareness, undoManager: history.manager, beforeRemote }, connection, presence, history }
    begin(tie)
    return tie
  }

  /** What this browser keeps is on screen before the server is asked. */
  async #openCopy({ live }: Tie): Promise<void> {
    if (this.#options.copy !== undefined) this.#facts.rest()
    const opened = await this.#keeper.open(live.board, live.awareness)
    this.#answers.adopt(opened.answers)
    if (opened.owes) this.#homecoming.expect()
    if (opened.shown === undefined || this.ready.value) {
      if (this.#facts.isResting && !this.#closed) this.#facts.follow(live.board)
      return
    }
    if (opened.shown !== live.board) this.#live.set({ ...live, board: opened.shown })
    await this.#show(opened.shown)
  }

  #synced(): void {
    const { board } = this.#tie.live
    const replaces = this.#keeper.arrived(board)
    if (replaces) {
      this.#live.set(this.#tie.live)
      this.#facts.rest()
    }
    if (replaces || !this.ready.value) void this.#show(board)
  }

  /** Large boards are read and shown in tasks of their own, so that the page answers meanwhile. */
  async #show(board: Board): Promise<void> {
    if (this.#facts.isResting && rootMap(board, 'cards').size > MANY) {
      if (!(await this.#facts.followInTasks(board))) return
    } else if (!this.#facts.isOf(board)) this.#facts.follow(board)
    if (!this.#closed) this.ready.set(true)
  }

  #loosen({ live, connection, presence, history }: Tie): void {
    connection.close()
    presence.stop()
    history.stop()
    live.board.doc.destroy()
  }

  /** The server refused what is in this document: it is left for a new one, and the words in it are kept to copy. */
  #refused(why: string): void {
    const changes = Math.max(1, this.#watch.ledger.pending)
    this.#startAfresh(changes, why)
    this.#watch.trouble({ sentence: `${words.refused(changes)} ${why}`, lasting: true, changes })
  }

  /**
   * The server went back to an older copy of its data. What it writes from now on would be taken for what this document
   * knows already: the document brings what was made here, then it is left for a new one. Readers are told nothing.
   */
  async #wentBack(board: Board): Promise<void> {
    // The step 2 goes out right after the message that told.
    await Promise.resolve()
    try {
      if (this.canEdit) await this.#watch.brought()
    } catch {
      return
    }
    if (!this.#closed && this.#tie.live.board === board) this.#startAfresh(1, words.wentBack)
  }

  #startAfresh(changes: number, why: string): void {
    const mine = this.board.value
    const kept = this.canEdit ? this.#keeper.refused(mine, changes, why) : this.#keeper.left()
    this.#loosen(this.#tie)
    this.#watch.startAfresh()
    this.ready.set(false)
    const board = newBoard()
    this.#tie = this.#bind(board, ({ live }) => this.#keeper.reopen(live.board, live.awareness))
    this.#live.set(this.#tie.live)
    this.peers.set([])
    this.undoState.set({ canUndo: false, canRedo: false })
    // What was there stays in sight until the server's board has come.
    const stop = this.ready.subscribe(() => {
      stop()
      if (!this.#facts.isOf(board)) this.#facts.follow(board)
      if (kept !== undefined) this.#keepWords(kept, keptWords(mine, this.board.value))
    })
  }

  #keepWords(kept: KeptText, text: string | undefined): void {
    this.#watch.keep(text)
    this.#keeper.keep(kept, text)
  }

  /** Name, team and role of this person change on the board. */
  #refreshMe(): void {
    const me = this.me.value
    const known = me === undefined ? undefined : this.board.value.people.get(me.id)
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(me)) this.me.set(known)
  }

  #offer(): void {
    const others = this.#keeper.others.value
    const offered = others.length === 0 ? others : offeredWords(others, this.me.value, this.board.value)
    if (offered.length + this.offered.value.length > 0) this.offered.set(offered)
  }

  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#watch.ledger.pending > 0 && !this.#keeper.isKept) event.preventDefault()
  }
}
