// One person at one browser that is away for long: pages that open from what the browser keeps, work without the server,
// die at any moment, and come back. Edits, answers, clientIDs and the copy go through what the product uses.
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { AnswerOutbox } from '../../client/session/answer-outbox.ts'
import { ApiError } from '../../client/session/api.ts'
import { BoardCopy } from '../../client/session/board-copy.ts'
import { LeasedId, type UnmetNote } from '../../client/session/leased-id.ts'
import type { Given as Saying, Shelf, WaitingRoot } from '../../client/session/shelf.ts'
import { rootMap } from '../../shared/board/document.ts'
import { addCard, deleteCard, moveCard, replaceTitle, restoreCard } from '../../shared/board/write-cards.ts'
import type { Posted } from '../../shared/protocol/http.ts'
import { MemoryShelf } from '../support/memory-shelf.ts'
import { Peer, type Server } from './wire.ts'

/** What is broken on purpose, to see the test notice it. */
export type Fault = 'none' | 'forgets' | 'reuses' | 'renames' | 'hurries'

/** The server's side of answers, as tests/server/http holds it to: one record for each id. */
export class Answers {
  readonly stored: (Said & { readonly person: string })[] = []
  readonly problems: string[] = []

  take(person: string, said: Said): Posted<unknown> {
    if (!this.stored.some(({ id }) => id === said.id)) this.stored.push({ ...said, person })
    return { record: said, current: true }
  }
}

interface Said { readonly id?: string; readonly basis: string; readonly root: WaitingRoot }

/** People answer, take stances and acknowledge by turns: one outbox carries all of it. */
const KINDS: readonly ((basis: string) => Saying)[] = [
  (basis) => ({ root: 'attestations', card: 'card', verdict: 'confirm', basis }),
  (basis) => ({ root: 'stances', card: 'card', stance: 'concerns', basis, reason: basis }),
  (basis) => ({ root: 'acks', link: 'a~depends_on~b', side: 'consumer', response: 'adapting', basis }),
]

interface Given { readonly basis: string; readonly clocks: ReadonlyMap<number, number> }

interface Page {
  readonly peer: Peer
  readonly copy: BoardCopy
  readonly shelf: Shelf & { die(): void }
  readonly outbox: AnswerOutbox
  readonly id: LeasedId
  /** Changes that the server may lack. */
  owed: number
}

export class Wanderer {
  readonly name: string
  readonly shelf = new MemoryShelf()
  /** Cards that this browser said were kept. */
  readonly promised = new Set<string>()
  /** Answers that were shown as waiting or sent, by their basis, in order. */
  readonly given: string[] = []
  readonly #server: Server
  readonly #answers: Answers
  readonly #random: () => number
  readonly #fault: Fault
  readonly #givenAt = new Map<string, Given>()
  #made = 0
  #unmet: number | undefined
  readonly #note: UnmetNote = { read: () => this.#unmet, write: (id) => { this.#unmet = id }, erase: () => { this.#unmet = undefined } }
  page: Page | undefined

  constructor(name: string, server: Server, answers: Answers, random: () => number, fault: Fault) {
    this.name = name
    this.#server = server
    this.#answers = answers
    this.#random = random
    this.#fault = fault
  }

  async open(): Promise<void> {
    const peer = new Peer(this.name, 1_000 + Math.floor(this.#random() * 4e9))
    const { doc } = peer.board
    const shelf = this.shelf.handle()
    const copy = new BoardCopy(this.#fault === 'forgets' ? forgetful(shelf) : shelf)
    const { leases, answers } = await copy.load()
    const poured = copy.pour(peer.board)
    const awareness = { clientID: doc.clientID, meta: new Map() } as unknown as Awareness
    const note: UnmetNote = this.#fault === 'reuses' ? { ...this.#note, read: () => leases[0]?.clientId } : this.#note
    const page: Page = {
      peer, copy, shelf, owed: copy.adoptedChanges, id: new LeasedId(copy, { slot: 1, note }, poured ? leases : [], doc, awareness),
      outbox: new AnswerOutbox({
        person: () => this.name, isUp: () => this.isUp, post: (root, body) => this.#post({ ...(body as Omit<Said, 'root'>), root }), settled: () => this.#settled(),
        write: (change) => copy.put(change), reread: () => shelf.read().then((content) => content.answers),
      }),
    }
    copy.keep(peer.board, { person: this.name, owed: () => page.owed }, !poured)
    doc.on('update', (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => { if (local) page.owed++ })
    page.outbox.adopt(answers)
    this.page = page
  }

  /** What is not on the shelf is gone. */
  die(): void {
    const { page } = this
    if (page === undefined) return
    page.shelf.die()
    this.leave()
    page.id.stop()
    page.copy.close()
    page.outbox.close()
    const at = this.#server.peers.indexOf(page.peer)
    if (at >= 0) this.#server.peers.splice(at, 1)
    this.page = undefined
  }

  come(): void {
    const { page } = this
    if (page === undefined || page.peer.online) return
    page.id.online()
    if (this.#server.peers.includes(page.peer)) this.#server.rejoin(page.peer)
    else this.#server.join(page.peer)
  }

  leave(): void {
    this.page?.id.offline()
    this.page?.peer.disconnect()
  }

  get isUp(): boolean {
    return this.page?.peer.online === true && this.page.peer.answered
  }

  hear(): void {
    const next = this.page?.peer.toPeer[0]
    if (next?.kind === 'step1') {
      const clocks = Y.decodeStateVector(next.bytes)
      this.page?.id.inStep((clientId) => clocks.get(clientId) ?? 0)
    }
    this.page?.peer.receive()
  }

  say(): void {
    if (this.page === undefined) return
    this.#server.receive(this.page.peer)
    this.noteStored()
  }

  /** Everything that was made here is with the server. */
  noteStored(): void {
    const { page } = this
    if (page === undefined || !this.#hasArrived(page)) return
    page.owed = 0
    page.copy.settled()
  }

  #hasArrived({ peer }: Page): boolean {
    if (!this.isUp || peer.toServer.length > 0) return false
    const there = Y.decodeStateVector(Y.encodeStateVector(this.#server.board.doc))
    return (there.get(peer.board.doc.clientID) ?? 0) >= Y.getState(peer.board.doc.store, peer.board.doc.clientID) && peer.toPeer.every(({ kind }) => kind === 'update')
  }

  async edit(): Promise<void> {
    const { page } = this
    if (page === undefined) return
    const { board } = page.peer
    const cards = [...rootMap(board, 'cards').keys()].sort()
    const card = cards[Math.floor(this.#random() * cards.length)]
    const chance = this.#random()
    let made: string | undefined
    board.doc.transact(() => {
      if (card === undefined || chance < 0.3) addCard(board, { id: made = `${this.name}-${this.#made++}`, kind: 'assumption', x: 0, y: 0, title: `Of ${this.name}` })
      else if (chance < 0.55) moveCard(board, card, Math.floor(this.#random() * 900), 0)
      else if (chance < 0.85) replaceTitle(board, card, `${this.name} says ${Math.floor(this.#random() * 1e6)}`)
      else if (chance < 0.93) deleteCard(board, card)
      else restoreCard(board, card)
    }, 'local')
    if (this.#random() < 0.3) return
    await page.copy.flush()
    if (made !== undefined && page.copy.isKept && page === this.page) this.promised.add(made)
  }

  async answer(): Promise<void> {
    const { page } = this
    if (page === undefined || page.peer.board.doc.store.clients.size === 0) return
    const basis = `${this.name} saw ${this.#made++}`
    this.#givenAt.set(basis, { basis, clocks: new Map([[page.peer.board.doc.clientID, Y.getState(page.peer.board.doc.store, page.peer.board.doc.clientID)]]) })
    // An edit that this browser could not keep dies with its page: then the answer on it goes alone.
    const isKept = page.copy.isKept && !this.shelf.full
    const kind = KINDS[this.#made % KINDS.length] ?? KINDS[0]
    const giving = page.outbox.give((kind as (basis: string) => Saying)(basis)).then(() => {
      if (isKept) this.given.push(basis)
      else this.#givenAt.delete(basis)
    })
    if (!page.peer.online) await giving
    else giving.catch((error: unknown) => this.#answers.problems.push(String(error)))
  }

  #settled(): Promise<void> {
    const { page } = this
    if (this.#fault === 'hurries') return Promise.resolve()
    return new Promise((resolve) => {
      const look = (): void => {
        if (page === undefined || page !== this.page) return
        if (page.owed === 0 && this.#hasArrived(page)) resolve()
        else setTimeout(look, 3_000)
      }
      look()
    })
  }

  /** Replies and requests get lost; an answer that was stored may look as if it were not. */
  #post(body: Said): Promise<Posted<unknown>> {
    const chance = this.#random()
    if (!this.isUp || chance < 0.2) return Promise.reject(new ApiError('unreachable', 'Away.', 0))
    if (chance < 0.3) return Promise.reject(new ApiError('storage', 'Not now.', 503))
    this.#checkOrder(body.basis)
    const posted = this.#answers.take(this.name, this.#fault === 'renames' ? { ...body, id: String(this.#random()) } : body)
    return chance < 0.5 ? Promise.reject(new ApiError('unreachable', 'Away.', 0)) : Promise.resolve(posted)
  }

  #checkOrder(basis: string): void {
    const there = Y.decodeStateVector(Y.encodeStateVector(this.#server.board.doc))
    for (const [client, clock] of this.#givenAt.get(basis)?.clocks ?? []) {
      if ((there.get(client) ?? 0) < clock) this.#answers.problems.push(`${basis}: sent before the edits that it rests on`)
    }
  }
}

/** A copy that takes one write in five for done. */
function forgetful(shelf: Shelf & { die(): void }): Shelf & { die(): void } {
  let writes = 0
  return { ...shelf, write: (change) => (change.append !== undefined && ++writes % 5 === 0 ? Promise.resolve([]) : shelf.write(change)) }
}
