// In which order the entries of a root were first written: the server's first, then by client, each in its own order.
// The same on every replica, so that a file which one writer imported is exported in its own order.
import type * as Y from 'yjs'
import { rootMap, SERVER_CLIENT_ID, type Board, type Root } from './document.ts'

interface Place { readonly id: string; readonly client: number; readonly clock: number }

/** Where an entry was first written: an overwrite does not move it. */
function firstWritten(id: string, last: Y.Item): Place {
  let item = last
  while (item.left !== null) item = item.left
  return { id, client: item.id.client === SERVER_CLIENT_ID ? -1 : item.id.client, clock: item.id.clock }
}

export function idsInWritingOrder(board: Board, root: Root): string[] {
  const map = rootMap(board, root)
  const places: Place[] = []
  for (const [id, item] of map._map) if (!item.deleted) places.push(firstWritten(id, item))
  return places.sort((a, b) => a.client - b.client || a.clock - b.clock).map(({ id }) => id)
}
