// What one Yjs transaction touched, as ids: the first half of follow.ts. Walks from each changed type up to its root,
// so it costs O(changed) and never looks at the rest of the document.
import type * as Y from 'yjs'
import { ROOTS, rootMap, type Board, type Root } from './document.ts'

export interface Touched {
  /** Keys of each root whose entries changed; for `cards` also the cards inside which something changed. */
  readonly keys: ReadonlyMap<Root, ReadonlySet<string>>
  /** Cards whose title or body changed in words or in formatting. */
  readonly texts: ReadonlySet<string>
}

type AnyType = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>

/** The root type of each root, to be asked by identity. */
export function rootsOf(board: Board): ReadonlyMap<unknown, Root> {
  return new Map(ROOTS.map((root) => [rootMap(board, root), root]))
}

/** The card inside which a nested type lies, and whether it lies in its rich text. */
function cardOf(type: AnyType, roots: ReadonlyMap<unknown, Root>): { id: string; inText: boolean } | undefined {
  let inner = type
  for (let parent = inner.parent; parent !== null; parent = inner.parent) {
    if (roots.has(parent)) {
      const id = inner._item?.parentSub
      return roots.get(parent) === 'cards' && typeof id === 'string' ? { id, inText: inner !== type } : undefined
    }
    inner = parent as AnyType
  }
  return undefined
}

export function touchedBy(transaction: Y.Transaction, roots: ReadonlyMap<unknown, Root>): Touched {
  const keys = new Map<Root, Set<string>>()
  const texts = new Set<string>()
  const touch = (root: Root, key: string): void => {
    const set = keys.get(root)
    if (set === undefined) keys.set(root, new Set([key]))
    else set.add(key)
  }
  for (const [type, changed] of transaction.changed) {
    const root = roots.get(type)
    if (root !== undefined) {
      for (const key of changed) if (key !== null) touch(root, key)
      continue
    }
    const card = cardOf(type as unknown as AnyType, roots)
    if (card === undefined) continue
    touch('cards', card.id)
    if (card.inText || changed.has('title') || changed.has('body')) texts.add(card.id)
  }
  return { keys, texts }
}
