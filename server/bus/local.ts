// The bus of one process: any number of nodes in it (one in production, more in tests) hear each other's rings.
import type { Bus } from './bus.ts'

type Heard = (n: number) => void
interface Listener { readonly node: object; readonly heard: Heard }

export interface LocalBus {
  /** The bus as one node sees it: it does not hear its own rings. */
  node(): Bus
}

export function localBus(): LocalBus {
  const listeners = new Map<string, Set<Listener>>()
  return {
    node() {
      const node = {}
      return {
        ring(board, n) {
          for (const listener of listeners.get(board) ?? []) if (listener.node !== node) listener.heard(n)
        },
        listen(board, heard) {
          const listener = { node, heard }
          const here = listeners.get(board) ?? new Set()
          listeners.set(board, here.add(listener))
          return () => {
            here.delete(listener)
            if (here.size === 0 && listeners.get(board) === here) listeners.delete(board)
          }
        },
        async close() {
          for (const [board, here] of listeners) {
            for (const listener of here) if (listener.node === node) here.delete(listener)
            if (here.size === 0) listeners.delete(board)
          }
        },
      }
    },
  }
}
