// Makes the undo of one person, with two faults of Yjs 13 mended that show where a person undoes while others change
// the same thing. The only place that makes a Y.UndoManager; knows no board.
//  1. To bring back deleted letters it looks for what stands left and right of them today, and may find them in the
//     wrong order: right before left. Such letters land at different places for different people, for ever (seen in 1
//     of 300 long runs of two people who undo in one text).
//  2. To take back a value that another changed at the same time it removes it, and brings back none: the card loses
//     its position, the link is gone.
import * as Y from 'yjs'

interface Integrating {
  left: Y.Item | null
  right: Y.Item | null
  rightOrigin: Y.ID | null
  readonly parentSub: string | null
  integrate: (this: Integrating, transaction: Y.Transaction, offset: number) => void
}

let mended = false

export interface UndoOptions { readonly trackedOrigins: Set<unknown>; readonly captureTimeout: number }

/** Undo of what the tracked origins do within `scope`. */
export function makeUndo(scope: Y.Map<unknown>[], options: UndoOptions): Y.UndoManager {
  keepUndoInOrder()
  return new Y.UndoManager(scope, { ...options, deleteFilter: undoMayRemove })
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
  if (parentSub === null || right !== null || left === null) return true
  return Y.compareIDs(origin, left.lastId)
}
