// The gate: may this update of this connection be applied to this board? Judged before anything is applied, from the
// bytes and the live document alone. It changes nothing, knows no socket and no storage, and works in proportion to
// the update. The room calls it right before it applies each update, in order; many may share one transaction.
import { rootMap, type Board } from '../../shared/board/document.ts'
import type { RefusedPlace } from '../../shared/protocol/error-codes.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import { judgeCards, passGrowth } from './gate-cards.ts'
import { Content } from './gate-content.ts'
import { Deletes, judgeDeletes, type JudgedDeletes } from './gate-deletes.ts'
import { Gap, Order } from './gate-order.ts'
import { siftUpdate } from './gate-sift.ts'
import { Work } from './gate-work.ts'
import { scanUpdate, type ScanBounds } from './scan.ts'
import { BadUpdate } from './scan-value.ts'

export interface GateContext {
  readonly kind: 'update' | 'step2'
  /** Person id, or `key:<key id>`, of the sending connection. */
  readonly owner: string
  /** Whom a clientID is bound to on this board; undefined = free. */
  ownerOf(clientId: number): string | undefined
  /**
   * Whether the connection goes by this clientID in its presence. When given, other free ones in a step 2 are taken
   * without being bound: after a restored backup they may be somebody else's.
   */
  goesBy?(clientId: number): boolean
  readonly limits: Limits
  /** Bytes that this board takes in storage; left out = that cap is not judged here. */
  readonly boardBytes?: number
}

export interface SetAside { readonly clientId: number; readonly owner: string | undefined }

export interface Passed {
  readonly ok: true
  /** What to apply, store and forward: the original bytes whenever nothing was set aside. */
  readonly update: Uint8Array
  /** False: nothing in it is new; apply, store and forward nothing. */
  readonly effect: boolean
  /** ClientIDs to bind to the owner. */
  readonly newClients: readonly number[]
  /** Cards whose statement (kind, title, body, criterion) may change, created ones included. */
  readonly touched: ReadonlySet<string>
  readonly created: readonly string[]
  /** Cards whose `deleted` field may change, created ones included. */
  readonly hidden: ReadonlySet<string>
  /** Cards that were there whose teams, weight or terms of an answer may change. */
  readonly burdened: ReadonlySet<string>
  /** Links that are written or removed. */
  readonly links: ReadonlySet<string>
  /** Step 2 only: clients of whom structs were left out. The server lacks them, and their owner will bring them. */
  readonly setAside: readonly SetAside[]
}

export interface Refused {
  readonly ok: false
  /** `resync`: a gap in a live update; answer with step 1, apply nothing. The others close the connection. */
  readonly code: 'reload' | 'too-large' | 'resync'
  readonly sentence: string
  /** What on the board it is about, where one thing is. */
  readonly place?: RefusedPlace
}

export type GateVerdict = Passed | Refused

export function judgeUpdate(board: Board, update: Uint8Array, context: GateContext): GateVerdict {
  try {
    return judge(board, update, context)
  } catch (error) {
    if (error instanceof Gap) return { ok: false, code: 'resync', sentence: error.message }
    if (error instanceof BadUpdate) return { ok: false, code: error.code, sentence: error.message, ...(error.place === undefined ? {} : { place: error.place }) }
    throw error
  }
}

function boundsOf({ kind, limits }: GateContext): ScanBounds {
  const { jsonDepth, jsonStringChars } = limits
  return kind === 'step2'
    ? { structs: limits.step2Structs, deletes: limits.step2Deletes, jsonDepth, jsonStringChars }
    : { structs: limits.updateStructs, deletes: limits.updateDeletes, jsonDepth, jsonStringChars }
}

function judge(board: Board, update: Uint8Array, context: GateContext): GateVerdict {
  const most = context.kind === 'step2' ? context.limits.step2Bytes : context.limits.updateBytes
  if (update.length > most) throw new BadUpdate('too-large', `An update may have ${most} bytes at most.`)
  const scan = scanUpdate(update, boundsOf(context))
  const order = new Order(board, scan, context)
  const content = new Content(context.limits, new Deletes(scan))
  const clients = judgeStructs(board, order, content, context)
  const deletes = judgeDeletes(board, scan, order, content, context.kind)
  judgeCards(board.doc, content, order, context)
  checkCaps(board, update, content, context)
  passGrowth(board.doc, content)
  return verdict(update, order, content, deletes, clients)
}

/** Clients with something new, and those of them to bind. */
interface Clients { readonly going: ReadonlySet<number>; readonly toBind: readonly number[] }

/** Judges what is new. */
function judgeStructs(board: Board, order: Order, content: Content, context: GateContext): Clients {
  const work = new Work(board, context.kind)
  const going = new Set<number>()
  for (const { group, taken } of order.takings) {
    for (const resolved of taken) {
      if (!resolved.fresh) continue
      going.add(group.client)
      content.judge(resolved)
      work.spend(resolved)
    }
  }
  const toBind = [...order.free].filter((client) => context.kind === 'update' || context.goesBy?.(client) !== false)
  return { going, toBind }
}

/** Ids ever used for each team that a board may have: a document keeps those of removed teams. */
const IDS_PER_TEAM = 10

function checkTeams(teams: ReadonlyMap<string, { readonly deleted: boolean }>, added: ReadonlySet<string>, most: number): void {
  const used = teams.size + [...added].filter((id) => !teams.has(id)).length
  if (used > most * IDS_PER_TEAM) throw new BadUpdate('too-large', `A board may have had ${most * IDS_PER_TEAM} teams at most. Deleting still works.`, { root: 'teams' })
  const there = [...teams.values()].filter(({ deleted }) => !deleted).length
  if (there + added.size > most) throw new BadUpdate('too-large', `A board may have ${most} teams at most. Deleting still works.`, { root: 'teams' })
}

/** At a cap, what is there may still be hidden, shortened and removed. */
function checkCaps(board: Board, update: Uint8Array, content: Content, { limits, boardBytes }: GateContext): void {
  const cards = rootMap(board, 'cards')._map.size
  if (content.created.size > 0 && cards + content.created.size > limits.boardCards) {
    throw new BadUpdate('too-large', `A board may have ${limits.boardCards} cards at most. Deleting still works.`, { root: 'cards' })
  }
  if (content.newTeams.size > 0) checkTeams(rootMap(board, 'teams')._map, content.newTeams, limits.boardTeams)
  if (content.adds && boardBytes !== undefined && boardBytes + update.length > limits.boardBytes) {
    throw new BadUpdate('too-large', `A board may take ${limits.boardBytes} bytes at most. Deleting still works.`)
  }
}

function verdict(update: Uint8Array, order: Order, content: Content, deletes: JudgedDeletes, clients: Clients): Passed {
  const sifted = deletes.left || order.takings.some(({ group, taken }) => taken.length < group.structs.length)
  return {
    ok: true,
    update: sifted ? siftUpdate(update, order.takings, deletes.kept) : update,
    effect: clients.going.size > 0 || deletes.effect,
    newClients: clients.toBind,
    touched: content.touched,
    created: [...content.created.keys()],
    hidden: content.hidden,
    burdened: content.burdened,
    links: content.links,
    setAside: order.aside,
  }
}
