// A table whose records come in the order in which they were put, several of one id too: for tests that show that no
// judgement leans on an order.
import type { Table } from '../../../shared/board/table.ts'

export function inOrder<V extends { readonly id: string }>(values: readonly V[]): Table<V> {
  const entries = values.map((value) => [value.id, value] as const)
  const byId = new Map(entries)
  return {
    size: entries.length,
    get: (id: string) => byId.get(id),
    has: (id: string) => byId.has(id),
    keys: () => entries.map(([id]) => id).values(),
    values: () => values.values(),
    [Symbol.iterator]: () => entries.values(),
  } as unknown as Table<V>
}
