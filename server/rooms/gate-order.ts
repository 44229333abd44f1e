// Puts the structs of an update in the order in which Yjs will integrate them, and resolves each one to its spot: the
// live document first, then the update's own structs. What does not resolve is a gap (live) or set aside (step 2).
// Knows no schema: what may stand at a spot is judged by gate-content.ts.
import * as Y from 'yjs'
import { ROOTS, SERVER_CLIENT_ID, type Board, type Root } from '../../shared/board/document.ts'
import type { GateContext, SetAside } from './gate.ts'
import { DEAD, LivePlaces, liveStruct, placeInside, type Place, type Spot } from './resolve.ts'
import { REF, type Group, type Scan, type Struct, type StructId } from './scan.ts'
import { BadUpdate } from './scan-value.ts'

/** Raised in a live update that rests on what the server does not have. */
export class Gap extends Error {
  override readonly name = 'Gap'
}

export interface Resolved {
  readonly struct: Struct
  readonly spot: Spot
  /** False when the document has all of it. */
  readonly fresh: boolean
  /** The first clock of it that the document lacks. */
  readonly news: number
  /** The place that it makes, when it holds a type. */
  readonly inside: Place | undefined
}

/** One client's structs: a prefix is taken, the rest set aside. */
export interface Taking {
  readonly group: Group
  /** The server's clock of this client before the update. */
  readonly known: number
  readonly taken: Resolved[]
  /** The first clock that will not be there afterwards. */
  end: number
  cut: boolean
}

/** New clientIDs in one update: one for each browser profile, and each page of a stock client. */
const MOST_FREE_CLIENTS = 8

function reserved(client: number): boolean {
  return client === 0 || client === SERVER_CLIENT_ID
}

export class Order {
  readonly places: LivePlaces
  readonly takings: readonly Taking[]
  /** Clients of nobody of which something new was taken. */
  readonly free = new Set<number>()
  /** True when something was set aside. */
  readonly leavesOut: boolean
  readonly #board: Board
  readonly #context: GateContext
  readonly #byClient = new Map<number, Taking>()
  /** Entries of maps that were set aside, by the last clock of each and by place. */
  readonly #asideById = new Map<string, Spot>()
  readonly #asideKeys = new Map<Place, Set<string>>()

  constructor(board: Board, scan: Scan, context: GateContext) {
    this.#board = board
    this.#context = context
    this.places = new LivePlaces(board)
    this.takings = scan.groups.map((group) => {
      const known = Y.getState(board.doc.store, group.client)
      return { group, known, taken: [], end: known, cut: false }
    })
    for (const taking of this.takings) this.#byClient.set(taking.group.client, taking)
    for (const taking of this.takings) this.#take(taking)
    this.leavesOut = this.takings.some(({ cut }) => cut)
    if (this.leavesOut) for (const taking of this.takings) this.#noteAside(taking)
  }

  get aside(): SetAside[] {
    return this.takings.filter(({ cut }) => cut).map(({ group: { client } }) => ({ clientId: client, owner: this.#context.ownerOf(client) }))
  }

  /** The clock up to which the document and what is taken reach. */
  end(client: number): number {
    return this.#byClient.get(client)?.end ?? Y.getState(this.#board.doc.store, client)
  }

  /** What the update itself holds of a client, taken or not. */
  taking(client: number): Taking | undefined {
    return this.#byClient.get(client)
  }

  /** Takes a client's structs in turn; where one rests on another client's, that one's come first. */
  #take(first: Taking): void {
    const stack: { taking: Taking; until: number }[] = [{ taking: first, until: Infinity }]
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { taking, until } = top
      const struct = taking.group.structs[taking.taken.length]
      if (taking.cut || struct === undefined || taking.end > until) {
        stack.pop()
        continue
      }
      const missing = this.#mayTake(taking, struct) ? this.#missing(struct) : undefined
      if (missing === undefined) continue
      const other = this.#byClient.get(missing.client)
      const waits = stack.some(({ taking: waiting }) => waiting === other)
      if (other === undefined || other.cut || waits || other.taken.length === other.group.structs.length) this.#cut(taking, 'The update rests on changes that are not here.')
      else stack.push({ taking: other, until: missing.clock })
    }
  }

  /** Takes the struct when nothing is missing; false when its client ended here. */
  #mayTake(taking: Taking, struct: Struct): boolean {
    const end = struct.clock + struct.length
    if (struct.clock > taking.end) return this.#cut(taking, 'The update leaves a gap.')
    if (struct.content.ref === REF.skip) return this.#skip(taking, struct)
    if (end > taking.known && !this.#owned(taking)) return false
    if (this.#missing(struct) !== undefined) return true
    const spot = this.#spotOf(struct)
    if (struct.clock < taking.known && end > taking.known && struct.content.ref !== REF.gc) this.#checkOverlap(taking, spot)
    const { content } = struct
    const inside = content.ref === REF.type ? placeInside(spot, content.type, content.name, undefined) : undefined
    taking.taken.push({ struct, spot, fresh: end > taking.known, news: Math.max(struct.clock, taking.known), inside })
    taking.end = Math.max(taking.end, end)
    return false
  }

  #skip(taking: Taking, struct: Struct): false {
    if (this.#context.kind === 'update') throw new BadUpdate('reload', 'A live update may not skip clocks.')
    if (struct.clock + struct.length > taking.known) return this.#cut(taking, 'The update leaves a gap.')
    taking.taken.push({ struct, spot: DEAD, fresh: false, news: taking.known, inside: undefined })
    return false
  }

  #cut(taking: Taking, sentence: string): false {
    if (this.#context.kind === 'update') throw new Gap(sentence)
    taking.cut = true
    return false
  }

  /** Structs that the server lacks must belong to the sender: a live update is refused, a step 2 leaves them out. */
  #owned(taking: Taking): boolean {
    const { client } = taking.group
    const owner = this.#context.ownerOf(client)
    if (!reserved(client) && (owner === undefined ? this.#takesFree(client) : owner === this.#context.owner)) return true
    if (this.#context.kind === 'update') throw new BadUpdate('reload', `ClientID ${client} belongs to somebody else.`)
    taking.cut = true
    return false
  }

  /** A clientID of nobody; of very many, those that this connection does not go by are left to whom they belong. */
  #takesFree(client: number): boolean {
    if (this.free.has(client)) return true
    if (this.free.size >= MOST_FREE_CLIENTS) {
      if (this.#context.kind === 'step2' && this.#context.goesBy?.(client) === false) return false
      throw new BadUpdate('reload', `An update may bring ${MOST_FREE_CLIENTS} new clientIDs at most.`)
    }
    this.free.add(client)
    return true
  }

  #lacks(id: StructId): boolean {
    return id.clock >= this.end(id.client)
  }

  /** The first thing that the struct rests on and that is not there yet. */
  #missing(struct: Struct): StructId | undefined {
    const { origin, rightOrigin, parent } = struct
    for (const id of [origin, rightOrigin, parent]) {
      if (id === undefined) continue
      if (id.client === struct.client) {
        // Yjs does not wait for a client's own clocks: it would throw.
        if (id.clock >= struct.clock) throw new BadUpdate('reload', 'A change rests on a later change of the same client.')
      }
      if (this.#lacks(id)) return id
    }
    return undefined
  }

  /** A resolved id: the spot at which it stands. */
  spotOfId(id: StructId): Spot {
    const live = liveStruct(this.#board, id.client, id.clock)
    return live === undefined ? (this.resolved(id)?.spot ?? DEAD) : this.places.ofStruct(live)
  }

  /** A struct of this update by id. */
  resolved(id: StructId): Resolved | undefined {
    const taken = this.#byClient.get(id.client)?.taken ?? []
    let low = 0
    let high = taken.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = taken[middle]
      if (found === undefined || found.struct.clock > id.clock) high = middle - 1
      else if (found.struct.clock + found.struct.length <= id.clock) low = middle + 1
      else return found
    }
    return undefined
  }

  /** Notes which entries of maps were set aside, as far as their keys can be told. */
  #noteAside({ group, taken }: Taking): void {
    for (const struct of group.structs.slice(taken.length)) {
      const spot = this.#asideSpot(struct)
      if (spot?.key === undefined) continue
      this.#asideById.set(`${struct.client}:${struct.clock + struct.length - 1}`, spot)
      const keys = this.#asideKeys.get(spot.place)
      if (keys === undefined) this.#asideKeys.set(spot.place, new Set([spot.key]))
      else keys.add(spot.key)
    }
  }

  #asideSpot({ origin, root, parent, key }: Struct): Spot | undefined {
    if (origin !== undefined) return this.#asideById.get(`${origin.client}:${origin.clock}`) ?? this.spotOfId(origin)
    if (key === undefined) return undefined
    if (root !== undefined) return (ROOTS as readonly string[]).includes(root) ? { place: this.places.root(root as Root), key } : undefined
    const live = parent === undefined ? undefined : liveStruct(this.#board, parent.client, parent.clock)
    const place = live === undefined ? undefined : this.places.inside(live)
    return place === undefined ? undefined : { place, key }
  }

  isAside({ place, key }: Spot): boolean {
    return key !== undefined && this.#asideKeys.get(place)?.has(key) === true
  }

  /** As Yjs does it: named parents first, else the parent of the left neighbour, else of the right one. */
  #spotOf(struct: Struct): Spot {
    if (struct.content.ref === REF.gc) return DEAD
    const left = struct.origin === undefined ? undefined : this.spotOfId(struct.origin)
    const right = struct.rightOrigin === undefined ? undefined : this.spotOfId(struct.rightOrigin)
    if (left !== undefined && right !== undefined && !sameSpot(left, right)) {
      throw new BadUpdate('reload', 'A change stands between neighbours of two different places.')
    }
    const beside = left ?? right
    if (beside !== undefined) return beside.place.at === 'dead' ? DEAD : beside
    const place = struct.root === undefined ? this.#placeOfParent(struct.parent) : this.#placeOfRoot(struct.root)
    return place.at === 'dead' ? DEAD : { place, key: struct.key }
  }

  #placeOfRoot(name: string): Place {
    if (!(ROOTS as readonly string[]).includes(name)) throw new BadUpdate('reload', 'A board has no such root.')
    return this.places.root(name as Root)
  }

  #placeOfParent(id: StructId | undefined): Place {
    if (id === undefined) return DEAD.place
    const live = liveStruct(this.#board, id.client, id.clock)
    if (live !== undefined) {
      const place = this.places.inside(live)
      if (place !== undefined) return place
    } else {
      const found = this.resolved(id)
      if (found?.inside !== undefined) return found.inside
      if (found === undefined || found.spot.place.at === 'dead' || found.struct.content.ref === REF.deleted) return DEAD.place
    }
    throw new BadUpdate('reload', 'A change stands in something that holds nothing.')
  }

  /** A struct of which the document has the beginning goes on where that beginning stands. */
  #checkOverlap({ group: { client }, known }: Taking, spot: Spot): void {
    if (!sameSpot(this.spotOfId({ client, clock: known - 1 }), spot)) throw new BadUpdate('reload', 'A change goes on in another place than it began.')
  }
}

function sameSpot(a: Spot, b: Spot): boolean {
  if (a.place.at === 'dead' || b.place.at === 'dead') return a.place.at === b.place.at
  return a.place === b.place && a.key === b.key
}
