// A browser's shelf in memory, for tests: survives the pages that write to it, can be full, and forgets what a page that
// dies had only begun to write.
import type { BoardInfo } from '../../shared/protocol/http.ts'
import { OtherCopy, type Shelf, type ShelfChange, type ShelfContent, type StoredUpdate } from '../../client/session/shelf.ts'

export class MemoryShelf {
  full = false
  #content: ShelfContent = { base: undefined, updates: [], debts: [], leases: [], answers: [], kept: [] }
  #next = 1

  get content(): ShelfContent {
    return this.#content
  }

  /** The shelf as one page has it. */
  handle(): Shelf & { die(): void } {
    let alive = true
    // A page that died hears nothing any more.
    const ifAlive = async <T>(run: () => T): Promise<T> => {
      await Promise.resolve()
      return alive ? run() : new Promise<T>(() => undefined)
    }
    return {
      read: () => ifAlive(() => this.#content),
      write: (change) => ifAlive(() => this.#write(change)),
      drop: () => ifAlive(() => { this.#content = { ...this.#content, base: undefined, updates: [], debts: [], leases: [] } }),
      rememberInfo: (_info: BoardInfo) => Promise.resolve(),
      die: () => { alive = false },
    }
  }

  #write(change: ShelfChange): readonly number[] {
    if (this.full) throw new DOMException('The disk is full.', 'QuotaExceededError')
    const was = this.#content
    const base = change.begin ?? was.base
    if (change.of !== undefined && base?.id !== change.of) throw new OtherCopy('another copy')
    const added: StoredUpdate[] = (change.append ?? []).map((bytes) => ({ key: this.#next++, bytes }))
    const paid = new Set(change.paid)
    this.#content = {
      base: base === undefined || change.of === undefined || change.epoch === undefined ? base : { ...base, epoch: change.epoch },
      updates: [...(change.begin === undefined ? was.updates : []).filter(({ key }) => change.remove?.includes(key) !== true), ...added],
      debts: [...was.debts.filter(({ tab }) => tab !== change.debt?.tab && !paid.has(tab)), ...(change.debt === undefined ? [] : [change.debt])],
      leases: [...was.leases.filter(({ slot }) => slot !== change.lease?.slot), ...(change.lease === undefined ? [] : [change.lease])],
      answers: replaced(was.answers, change.answers, change.answersGone).sort((a, b) => a.order - b.order),
      kept: replaced(was.kept, change.kept, change.keptGone),
    }
    return added.map(({ key }) => key)
  }
}

function replaced<T extends { readonly id: string }>(was: readonly T[], put: readonly T[] = [], gone: readonly string[] = []): T[] {
  const out = new Set([...put.map(({ id }) => id), ...gone])
  return [...was.filter(({ id }) => !out.has(id)), ...put]
}
