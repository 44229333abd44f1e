// Where others are dragging cards now. A drag says how far cards are from where they lay when it began; a card whose
// place in the document has changed meanwhile (the drop itself) is shown where the drag has it, so that nothing jumps
// between the last movement and the drop.
import { membersOf } from '../../commands/frame-facts.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import type { BoardPoint } from '../../../shared/geometry/geometry.ts'
import type { Offset } from '../../canvas/item.ts'
import type { Peer } from '../../session/session.ts'

export class PeerDrags {
  readonly #began = new Map<number, Map<string, BoardPoint>>()
  /** The cards on dragged frames when the drag began: they go with them. */
  readonly #frames = new Map<number, readonly string[]>()

  offsets(peers: readonly Peer[], board: BoardState): ReadonlyMap<string, Offset> {
    const { cards } = board
    const offsets = new Map<string, Offset>()
    const dragging = new Set<number>()
    for (const { clientId, dragging: drag } of peers) {
      if (drag === undefined) continue
      dragging.add(clientId)
      const began = this.#began.get(clientId) ?? this.#begin(clientId, drag.cards, board)
      for (const id of new Set([...drag.cards, ...(this.#frames.get(clientId) ?? [])])) {
        const card = cards.get(id)
        if (card === undefined || card.deleted) continue
        const from = began.get(id) ?? { x: card.x, y: card.y }
        began.set(id, from)
        offsets.set(id, { dx: from.x + drag.dx - card.x, dy: from.y + drag.dy - card.y })
      }
    }
    for (const clientId of this.#began.keys()) if (!dragging.has(clientId)) this.#forget(clientId)
    return offsets
  }

  #begin(clientId: number, ids: readonly string[], board: BoardState): Map<string, BoardPoint> {
    const began = new Map<string, BoardPoint>()
    this.#began.set(clientId, began)
    this.#frames.set(clientId, membersOf(board, new Set(ids.filter((id) => board.cards.get(id)?.kind === 'frame'))).map(({ id }) => id))
    return began
  }

  #forget(clientId: number): void {
    this.#began.delete(clientId)
    this.#frames.delete(clientId)
  }
}
