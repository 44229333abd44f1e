// A server with the gate, people with a document each, and wires between them that keep order but take their time:
// what is on its way when a wire breaks is lost. Everything is driven by the caller, message by message.
import * as Y from 'yjs'
import { newBoard, SERVER_CLIENT_ID, type Board } from '../../shared/board/document.ts'
import { DEFAULT_LIMITS } from '../../shared/protocol/limits.ts'
import { judgeUpdate, type GateContext, type GateVerdict } from '../../server/rooms/gate.ts'

export type Gate = (board: Board, update: Uint8Array, context: GateContext) => GateVerdict
type Message = { readonly kind: 'step1' | 'step2' | 'update'; readonly bytes: Uint8Array }

/** Origin of everything that came over a wire. */
export const REMOTE = 'remote'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export class Peer {
  readonly name: string
  readonly board: Board
  readonly toServer: Message[] = []
  readonly toPeer: Message[] = []
  online = false
  /** The server has answered the step 1 of this connection. */
  answered = false

  constructor(name: string, clientId: number) {
    this.name = name
    this.board = newBoard(clientId)
    this.board.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (this.online && origin !== REMOTE) this.toServer.push({ kind: 'update', bytes })
    })
  }

  connect(): void {
    this.online = true
    this.toServer.push({ kind: 'step1', bytes: Y.encodeStateVector(this.board.doc) })
  }

  disconnect(): void {
    this.online = false
    this.answered = false
    this.toServer.length = 0
    this.toPeer.length = 0
  }

  /** What was changed within one frame of the screen leaves as one update. */
  mergeFrame(): void {
    const last = this.toServer.at(-1)
    const before = this.toServer.at(-2)
    if (last?.kind !== 'update' || before?.kind !== 'update') return
    this.toServer.splice(-2, 2, { kind: 'update', bytes: Y.mergeUpdates([before.bytes, last.bytes]) })
  }

  /** Takes one message from the server. */
  receive(): void {
    const message = this.toPeer.shift()
    if (message === undefined) return
    if (message.kind === 'step1') this.toServer.push({ kind: 'step2', bytes: Y.encodeStateAsUpdate(this.board.doc, message.bytes) })
    else Y.applyUpdate(this.board.doc, message.bytes, REMOTE)
  }
}

export class Server {
  board = newBoard(SERVER_CLIENT_ID)
  owners = new Map<number, string>()
  readonly peers: Peer[] = []
  /** Every verdict but the passed ones, with who sent it. */
  readonly refusals: string[] = []
  passed = 0
  resyncs = 0
  /** Forwards to those whose step 1 is still unanswered, too: they hear of deletes before what replaces the deleted. */
  forwardsEarly = false
  readonly #gate: Gate

  constructor(gate: Gate = judgeUpdate) {
    this.#gate = gate
  }

  join(peer: Peer): void {
    this.peers.push(peer)
    peer.connect()
    peer.toPeer.push({ kind: 'step1', bytes: Y.encodeStateVector(this.board.doc) })
  }

  rejoin(peer: Peer): void {
    peer.connect()
    peer.toPeer.push({ kind: 'step1', bytes: Y.encodeStateVector(this.board.doc) })
  }

  /** Takes one message of a peer. */
  receive(peer: Peer): void {
    const message = peer.toServer.shift()
    if (message === undefined) return
    if (message.kind === 'step1') {
      peer.answered = true
      peer.toPeer.push({ kind: 'step2', bytes: Y.encodeStateAsUpdate(this.board.doc, message.bytes) })
    } else this.#change(peer, message.kind, message.bytes)
  }

  /** Takes messages of everybody in turn, within one transaction, as a server under load does. */
  batch(rounds: number): void {
    this.board.doc.transact(() => {
      for (let left = rounds; left > 0; left--) for (const peer of this.peers) if (peer.toServer[0]?.kind !== 'step1') this.receive(peer)
    }, REMOTE)
  }

  #change(peer: Peer, kind: 'step2' | 'update', bytes: Uint8Array): void {
    const verdict = this.#gate(this.board, bytes, { kind, owner: peer.name, ownerOf: (client) => this.owners.get(client), goesBy: (client) => client === peer.board.doc.clientID, limits: DEFAULT_LIMITS })
    if (!verdict.ok && verdict.code === 'resync') {
      this.resyncs++
      peer.toPeer.push({ kind: 'step1', bytes: Y.encodeStateVector(this.board.doc) })
    } else if (verdict.ok) this.#apply(peer, kind, bytes, verdict)
    else this.refusals.push(`${peer.name} (${kind}): ${verdict.code}: ${verdict.sentence}`)
  }

  #apply(peer: Peer, kind: 'step2' | 'update', bytes: Uint8Array, verdict: Extract<GateVerdict, { ok: true }>): void {
    this.passed++
    for (const client of verdict.newClients) this.owners.set(client, peer.name)
    const before = Y.encodeStateVector(this.board.doc)
    if (kind === 'update' && verdict.update !== bytes) this.refusals.push(`${peer.name}: a live update was written anew`)
    if (!verdict.effect) return
    Y.applyUpdate(this.board.doc, verdict.update, REMOTE)
    const { pendingStructs, pendingDs } = this.board.doc.store
    if (pendingStructs !== null || pendingDs !== null) this.refusals.push(`${peer.name}: left pending, ${before.length}`)
    for (const other of this.peers) if (other !== peer && other.online && (other.answered || this.forwardsEarly)) other.toPeer.push({ kind: 'update', bytes: verdict.update })
  }

  /** What a backup holds. */
  backup(): { readonly state: Uint8Array; readonly owners: ReadonlyMap<number, string> } {
    return { state: Y.encodeStateAsUpdate(this.board.doc), owners: new Map(this.owners) }
  }

  /** Goes back to a backup; every wire breaks. */
  restore({ state, owners }: ReturnType<Server['backup']>): void {
    this.board = newBoard(SERVER_CLIENT_ID)
    Y.applyUpdate(this.board.doc, state)
    this.owners = new Map(owners)
    for (const peer of this.peers) peer.disconnect()
  }

  /** Everybody online, everything delivered, and one more exchange of both steps. */
  settle(): void {
    for (const peer of this.peers) if (!peer.online) this.rejoin(peer)
    this.#drain()
    for (let round = 0; round < this.peers.length + 1; round++) {
      for (const peer of this.peers) this.rejoin(peer)
      this.#drain()
    }
  }

  #drain(): void {
    for (let left = 100_000; left > 0 && this.peers.some((peer) => peer.toServer.length + peer.toPeer.length > 0); left--) {
      for (const peer of this.peers) {
        this.receive(peer)
        peer.receive()
      }
    }
  }
}

/** What a reader of this document sees, with runs of equal formatting joined. */
export function seen(board: Board): string {
  const state = board.doc.toJSON() as Record<string, unknown>
  const texts: string[] = []
  for (const [id, card] of board.doc.getMap('cards').entries()) {
    if (card instanceof Y.Map) for (const field of ['title', 'body']) texts.push(`${id}.${field}: ${nodeSeen(card.get(field))}`)
  }
  return JSON.stringify([sorted(state), texts.sort()])
}

function nodeSeen(node: unknown): string {
  if (node instanceof Y.XmlText) return JSON.stringify(runsOf(node))
  if (node instanceof Y.XmlElement) return `<${node.nodeName} ${JSON.stringify(sorted(node.getAttributes()))}>${node.toArray().map(nodeSeen).join('')}</>`
  return node instanceof Y.XmlFragment ? node.toArray().map(nodeSeen).join('') : ''
}

function runsOf(text: Y.XmlText): [string, string][] {
  const runs: [string, string][] = []
  for (const { insert, attributes } of text.toDelta() as { insert: string; attributes?: object }[]) {
    const look = JSON.stringify(sorted(attributes ?? {}))
    const last = runs.at(-1)
    if (last !== undefined && last[1] === look) last[0] += insert
    else runs.push([insert, look])
  }
  return runs
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return typeof value === 'string' && value.startsWith('<') ? 'markup' : value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]))
}
