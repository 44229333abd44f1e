// The database of this browser (IndexedDB), one for all boards: each board's shelf is its rows in these stores. A browser
// without one, or one that refuses, rejects; what that means is for others to say.
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { BoardInfo } from '../../shared/protocol/http.ts'
import { OtherCopy, type CopyBase, type Debt, type KeptText, type Lease, type Shelf, type ShelfChange, type ShelfContent, type Waiting } from './shelf.ts'

const NAME = 'tacit'
const VERSION = 1

interface OfBoard { readonly board: string }
interface Stores extends DBSchema {
  copies: { key: string; value: OfBoard & CopyBase }
  infos: { key: string; value: OfBoard & { readonly info: BoardInfo } }
  updates: { key: number; value: OfBoard & { readonly bytes: Uint8Array }; indexes: { board: string } }
  debts: { key: [string, string]; value: OfBoard & Debt; indexes: { board: string } }
  leases: { key: [string, number]; value: OfBoard & Lease; indexes: { board: string } }
  answers: { key: [string, string]; value: OfBoard & Waiting; indexes: { board: string } }
  kept: { key: [string, string]; value: OfBoard & KeptText; indexes: { board: string } }
}
type Database = IDBPDatabase<Stores>
type Writing = IDBPTransaction<Stores, StoreNames<Stores>[], 'readwrite'>

const COPY_STORES = ['copies', 'updates', 'debts', 'leases'] as const
const ALL_STORES = [...COPY_STORES, 'answers', 'kept'] as const

let opening: Promise<Database> | undefined

function database(): Promise<Database> {
  opening ??= openDB<Stores>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('copies', { keyPath: 'board' })
      db.createObjectStore('infos', { keyPath: 'board' })
      db.createObjectStore('updates', { autoIncrement: true }).createIndex('board', 'board')
      db.createObjectStore('debts', { keyPath: ['board', 'tab'] }).createIndex('board', 'board')
      db.createObjectStore('leases', { keyPath: ['board', 'slot'] }).createIndex('board', 'board')
      db.createObjectStore('answers', { keyPath: ['board', 'id'] }).createIndex('board', 'board')
      db.createObjectStore('kept', { keyPath: ['board', 'id'] }).createIndex('board', 'board')
    },
    // A newer version in another tab may go ahead; this one opens again when it is asked next.
    blocking: () => forget(),
    terminated: () => forget(),
  })
  opening.catch(() => { opening = undefined })
  return opening
}

function forget(): void {
  void opening?.then((db) => db.close(), () => undefined)
  opening = undefined
}

async function deleteOf(writing: Writing, stores: readonly ('updates' | 'debts' | 'leases')[], board: string): Promise<void> {
  for (const name of stores) {
    const store = writing.objectStore(name)
    for (const key of await store.index('board').getAllKeys(board)) await store.delete(key as never)
  }
}

function abort(writing: Writing): void {
  try {
    writing.abort()
  } catch {
    // It has ended already.
  }
}

/** Failing requests are told by the transaction as a whole, which then has done nothing. */
async function inOne<T>(writing: Writing, run: () => Promise<T>): Promise<T> {
  try {
    const result = await run()
    await writing.done
    return result
  } catch (error) {
    writing.done.catch(() => undefined)
    // The transaction knows the cause: a request says only that it was broken off.
    const cause = writing.error
    if (cause === null) abort(writing)
    throw cause ?? error
  }
}

async function applyChange(writing: Writing, board: string, change: ShelfChange): Promise<number[]> {
  if (change.begin !== undefined) {
    await deleteOf(writing, ['updates'], board)
    await writing.objectStore('copies').put({ board, ...change.begin })
  }
  if (change.of !== undefined) {
    const base = await writing.objectStore('copies').get(board)
    if (base?.id !== change.of) throw new OtherCopy('the copy of this board is another one')
    if (change.epoch !== undefined && change.epoch !== base.epoch) await writing.objectStore('copies').put({ ...base, epoch: change.epoch })
  }
  const updates = writing.objectStore('updates')
  const keys: number[] = []
  for (const bytes of change.append ?? []) keys.push(await updates.add({ board, bytes }))
  for (const key of change.remove ?? []) await updates.delete(key)
  if (change.debt !== undefined) await writing.objectStore('debts').put({ board, ...change.debt })
  for (const tab of change.paid ?? []) await writing.objectStore('debts').delete([board, tab])
  if (change.lease !== undefined) await writing.objectStore('leases').put({ board, ...change.lease })
  for (const answer of change.answers ?? []) await writing.objectStore('answers').put({ board, ...answer })
  for (const id of change.answersGone ?? []) await writing.objectStore('answers').delete([board, id])
  for (const text of change.kept ?? []) await writing.objectStore('kept').put({ board, ...text })
  for (const id of change.keptGone ?? []) await writing.objectStore('kept').delete([board, id])
  return keys
}

class StoredShelf implements Shelf {
  readonly #board: string

  constructor(board: string) {
    this.#board = board
  }

  async read(): Promise<ShelfContent> {
    const reading = (await database()).transaction([...ALL_STORES], 'readonly')
    const of = this.#board
    const updates = reading.objectStore('updates').index('board')
    const [base, keys, values, debts, leases, answers, kept] = await Promise.all([
      reading.objectStore('copies').get(of), updates.getAllKeys(of), updates.getAll(of), reading.objectStore('debts').index('board').getAll(of),
      reading.objectStore('leases').index('board').getAll(of), reading.objectStore('answers').index('board').getAll(of), reading.objectStore('kept').index('board').getAll(of),
    ])
    return {
      base, debts, leases, kept: kept.sort((a, b) => a.at.localeCompare(b.at)), answers: answers.sort((a, b) => a.order - b.order),
      updates: values.map(({ bytes }, at) => ({ key: keys[at] ?? -1, bytes })),
    }
  }

  async write(change: ShelfChange): Promise<readonly number[]> {
    const writing = (await database()).transaction([...ALL_STORES], 'readwrite') as unknown as Writing
    return inOne(writing, () => applyChange(writing, this.#board, change))
  }

  async drop(): Promise<void> {
    const writing = (await database()).transaction([...COPY_STORES], 'readwrite') as unknown as Writing
    await inOne(writing, async () => {
      await deleteOf(writing, ['updates', 'debts', 'leases'], this.#board)
      await writing.objectStore('copies').delete(this.#board)
    })
  }

  async rememberInfo(info: BoardInfo): Promise<void> {
    await (await database()).put('infos', { board: this.#board, info })
  }
}

export function shelfOf(board: string): Shelf {
  return new StoredShelf(board)
}

/** What is known of a board whose copy is here; undefined when it cannot be opened without the server. */
export async function knownInfo(board: string): Promise<BoardInfo | undefined> {
  try {
    const db = await database()
    const [base, known] = await Promise.all([db.get('copies', board), db.get('infos', board)])
    return base === undefined ? undefined : known?.info
  } catch {
    return undefined
  }
}

/** Words that are kept for this person of a board that may be gone, the oldest first. */
export async function keptFor(board: string, person: string): Promise<readonly string[]> {
  try {
    const { kept } = await shelfOf(board).read()
    return kept.filter((text) => text.person === person).map(({ text }) => text)
  } catch {
    return []
  }
}

/** The right is gone: nothing of the board stays here but the words that were this person's own. */
export async function forgetCopy(board: string): Promise<void> {
  try {
    await shelfOf(board).drop()
    await (await database()).delete('infos', board)
  } catch {
    // Without a database there is nothing to forget.
  }
}
