// The gate: may this update of this connection be applied to this board? Judged before anything is applied, from the
// bytes and the live document alone. It changes nothing, knows no socket and no storage, and works in proportion to
// the update. The room calls it right before it applies each update, in order.
import type { Board } from '../../shared/board/document.ts'
import type { Limits } from '../../shared/protocol/limits.ts'

export interface GateContext {
  readonly kind: 'update' | 'step2'
  /** Person id, or `key:<key id>`, of the sending connection. */
  readonly owner: string
  /** Whom a clientID is bound to on this board; undefined = free. */
  ownerOf(clientId: number): string | undefined
  readonly limits: Limits
  /** Bytes that this board takes in storage; left out = the cap of a board is not judged here. */
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
  /** Step 2 only: clients whose structs were left out, because the server lacks what they rest on. */
  readonly setAside: readonly SetAside[]
}

export interface Refused {
  readonly ok: false
  /** `resync`: a gap in a live update; answer with step 1, apply nothing. The others close the connection. */
  readonly code: 'reload' | 'too-large' | 'resync'
  readonly sentence: string
}

export type GateVerdict = Passed | Refused

export function judgeUpdate(_board: Board, update: Uint8Array, context: GateContext): GateVerdict {
  const most = context.kind === 'step2' ? context.limits.step2Bytes : context.limits.updateBytes
  if (update.length > most) return { ok: false, code: 'too-large', sentence: `An update may have ${most} bytes at most.` }
  return { ok: true, update, effect: update.length > 2, newClients: [], touched: new Set(), created: [], hidden: new Set(), setAside: [] }
}
