// Makes the undo of one person, with faults of Yjs 13 mended that show where a person undoes while others change the
// same thing. The only place that makes a Y.UndoManager; knows no board.
//  1. To bring back deleted letters it looks for what stands left and right of them today, and may find them in the
//     wrong order: right before left. Such letters land at different places for different people, for ever (seen in 1
//     of 300 long runs of two people who undo in one text).
//  2. To take back a value that another changed at the same time it removes it, and brings back none: the card loses
//     its position, the link is gone.
//  3. To take back a paragraph it removes what others have written in it.
//  4. Letters that it brought back, and that were cut in pieces by what was typed between them, it takes away again only
//     up to the first cut (`takeAlong`).
//  5. It tells one's own later values from those of others by the steps that are still there: a value of another that
//     one's own undo brought back counts as one's own, and one's own as another's when its step is gone. Who keeps
//     account of what others wrote takes that out of a step by `leaveOut`, and the rest is taken back in any case
//     (`isAccounted`).
import * as Y from 'yjs'

interface Integrating {
  left: Y.Item | null
  right: Y.Item | null
  rightOrigin: Y.ID | null
  readonly parentSub: string | null
  integrate: (this: Integrating, transaction: Y.Transaction, offset: number) => void
}

let mended = false

export interface UndoOptions {
  readonly trackedOrigins: Set<unknown>
  readonly captureTimeout: number
  /** The caller leaves out what others have written since. */
  readonly isAccounted?: boolean
}

/** A map, or the attributes of a part of a text. */
export type Keyed = Y.AbstractType<unknown>

/** One step of an undo manager, as far as its changes go. */
export interface UndoStep { insertions: DeleteSet; deletions: DeleteSet }

/** Ranges of struct clocks by client. */
type DeleteSet = ReturnType<typeof Y.createDeleteSet>
interface Range { readonly clock: number; readonly len: number }

/** Undo of what the tracked origins do within `scope`. */
export function makeUndo(scope: Y.Map<unknown>[], { trackedOrigins, captureTimeout, isAccounted = false }: UndoOptions): Y.UndoManager {
  keepUndoInOrder()
  return new Y.UndoManager(scope, { trackedOrigins, captureTimeout, ignoreRemoteMapChanges: isAccounted, deleteFilter: undoMayRemove })
}

/** Whatever the step made it took away again itself. */
export function isVoid({ insertions, deletions }: UndoStep): boolean {
  return Y.equalDeleteSets(insertions, deletions)
}

/** Takes into a step all that its letters have become: brought back by another step, and cut in pieces since. */
export function takeAlong(doc: Y.Doc, step: UndoStep): void {
  const found = Y.createDeleteSet()
  doc.transact((transaction) => Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
    if (struct instanceof Y.Item && struct.redone !== null) follow(doc, struct.redone, struct.length, found)
  }), takeAlong)
  if (found.clients.size > 0) step.insertions = Y.mergeDeleteSets([step.insertions, found])
}

/** Adds this range, and what its pieces have become in turn. */
function follow(doc: Y.Doc, { client, clock }: Y.ID, len: number, found: DeleteSet): void {
  const ranges = found.clients.get(client) ?? []
  found.clients.set(client, ranges)
  ranges.push({ clock, len })
  const structs = doc.store.clients.get(client) ?? []
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const piece = structs[at]
    if (piece === undefined || piece.id.clock >= clock + len) return
    if (!(piece instanceof Y.Item) || piece.redone === null) continue
    const from = Math.max(piece.id.clock, clock)
    const skipped = from - piece.id.clock
    follow(doc, Y.createID(piece.redone.client, piece.redone.clock + skipped), Math.min(piece.length - skipped, clock + len - from), found)
  }
}

/** Takes the values of these entries out of a step: its undo neither removes nor restores them. */
export function leaveOut(doc: Y.Doc, step: UndoStep, isLeft: (type: Keyed, key: string) => boolean): void {
  for (const side of ['insertions', 'deletions'] as const) {
    const left = leftItems(doc, step[side], isLeft)
    if (left.length > 0) step[side] = without(step[side], left)
  }
}

function leftItems(doc: Y.Doc, set: DeleteSet, isLeft: (type: Keyed, key: string) => boolean): Y.Item[] {
  const left: Y.Item[] = []
  doc.transact((transaction) => Y.iterateDeletedStructs(transaction, set, (struct) => {
    if (struct instanceof Y.Item && struct.parentSub !== null && struct.parent instanceof Y.AbstractType && isLeft(struct.parent, struct.parentSub)) left.push(struct)
  }), leaveOut)
  return left
}

function without(set: DeleteSet, items: readonly Y.Item[]): DeleteSet {
  const next = Y.createDeleteSet()
  for (const [client, ranges] of set.clients) {
    const own = items.filter(({ id }) => id.client === client)
    const left = own.reduce<readonly Range[]>((rest, { id, length }) => rest.flatMap((range) => cut(range, id.clock, id.clock + length)), ranges)
    if (left.length > 0) next.clients.set(client, [...left])
  }
  return next
}

/** What is left of a range without the clocks from `from` up to `to`. */
function cut(range: Range, from: number, to: number): Range[] {
  const end = range.clock + range.len
  if (to <= range.clock || from >= end) return [range]
  return [{ clock: range.clock, len: from - range.clock }, { clock: to, len: end - to }].filter(({ len }) => len > 0)
}

/** From now on a local item with its neighbours swapped takes the true right neighbour of its left one. */
function keepUndoInOrder(): void {
  if (mended) return
  mended = true
  const prototype = Y.Item.prototype as unknown as Integrating
  const integrate = prototype.integrate
  prototype.integrate = function (this: Integrating, transaction: Y.Transaction, offset: number): void {
    if (transaction.local && offset === 0 && this.parentSub === null) mend(this)
    integrate.call(this, transaction, offset)
  }
}

function mend(item: Integrating): void {
  const { left, right } = item
  // Beside each other: everything but an undo in a text that others changed.
  if (left === null || right === null || left.right === right) return
  let next = left.right
  while (next !== null && next !== right) next = next.right
  if (next !== null) return
  item.right = left.right
  item.rightOrigin = left.right === null ? null : left.right.id
}

/** For `deleteFilter`: a value that another wrote beside at the same time stays, as there is none to bring back. */
function undoMayRemove(item: Y.Item): boolean {
  const { left, origin, right, parentSub } = item
  if (parentSub === null) return !holdsText(item)
  if (right !== null || left === null) return true
  return Y.compareIDs(origin, left.lastId)
}

/** Something is left in a part of a text. One's own letters of the same step are gone when this is asked. */
function holdsText({ content }: Y.Item): boolean {
  if (!(content instanceof Y.ContentType)) return false
  for (let child = content.type._start; child !== null; child = child.right) {
    if (!child.deleted && child.countable && (!(child.content instanceof Y.ContentType) || holdsText(child))) return true
  }
  return false
}
