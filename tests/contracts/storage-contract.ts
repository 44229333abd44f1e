// What every storage promises, run against each of them. The suite knows the port alone.
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Storage, StoredBoard, StoredKey } from '../../server/storage/storage.ts'

/** A storage of its own for one test; `reopen` closes it and opens the same data again. */
export interface StorageUnderTest { readonly storage: Storage; readonly reopen: () => Promise<Storage> }
export type OpenStorage = (options: { readonly now: () => number }) => Promise<StorageUnderTest>

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const board = (id: string): StoredBoard => ({ id, title: `Board ${id}`, createdAt: 1_000, updatedAt: 1_000 })
const key = (id: string, of: string, more: Partial<StoredKey> = {}): StoredKey => ({
  id, hash: `hash of ${id}`, board: of, right: 'edit', name: 'Link', createdAt: 2_000, frameOrigins: [], ...more,
})

export function storageContract(name: string, open: OpenStorage): void {
  let time = 0
  async function start(): Promise<StorageUnderTest> {
    time = 5_000
    const opened = await open({ now: () => time })
    let current = opened.storage
    onTestFinished(() => current.close())
    return { storage: opened.storage, reopen: async () => (current = await opened.reopen()) }
  }
  async function withBoards(...ids: string[]): Promise<StorageUnderTest> {
    const opened = await start()
    for (const id of ids) await opened.storage.createBoard(board(id), bytes(0), [])
    return opened
  }
  const rowsOf = async (storage: Storage, id: string, after?: number): Promise<[number, number[]][]> =>
    (await storage.rows(id, after)).map(({ n, update }) => [n, [...update]])

  describe(`${name}: the log of a board`, () => {
    it('[ST1] numbers the rows of each board from 1 without gaps, many boards in one append', async () => {
      const { storage } = await withBoards('a', 'b')
      expect(await storage.append([{ board: 'a', update: bytes(1) }, { board: 'b', update: bytes(2) }, { board: 'a', update: bytes(3) }])).toEqual([2, 2, 3])
      expect(await storage.append([{ board: 'a', update: bytes(4) }])).toEqual([4])
      expect(await rowsOf(storage, 'a')).toEqual([[1, [0]], [2, [1]], [3, [3]], [4, [4]]])
      expect(await rowsOf(storage, 'b')).toEqual([[1, [0]], [2, [2]]])
    })

    it('[ST1] keeps numbers apart when appends run at the same time', async () => {
      const { storage } = await withBoards('a')
      const numbers = await Promise.all(Array.from({ length: 50 }, (_, i) => storage.append([{ board: 'a', update: bytes(i) }])))
      expect(numbers.flat().sort((x, y) => x - y)).toEqual(Array.from({ length: 50 }, (_, i) => i + 2))
    })

    it('[ST2] rejects an append whole when one of its boards does not exist', async () => {
      const { storage } = await withBoards('a')
      await expect(storage.append([{ board: 'a', update: bytes(1) }, { board: 'nowhere', update: bytes(2) }])).rejects.toThrow()
      expect(await rowsOf(storage, 'a')).toEqual([[1, [0]]])
      expect(await storage.rows('nowhere')).toEqual([])
      expect(await storage.append([{ board: 'a', update: bytes(9) }])).toEqual([2])
    })

    it('[ST3] gives the rows after a number', async () => {
      const { storage } = await withBoards('a')
      await storage.append([{ board: 'a', update: bytes(1) }, { board: 'a', update: bytes(2) }])
      expect(await rowsOf(storage, 'a', 1)).toEqual([[2, [1]], [3, [2]]])
      expect(await rowsOf(storage, 'a', 3)).toEqual([])
    })

    it('[ST4] replaces rows 1 to n by one row numbered n, and numbers go on', async () => {
      const { storage } = await withBoards('a', 'b')
      await storage.append([{ board: 'a', update: bytes(1) }, { board: 'a', update: bytes(2) }, { board: 'a', update: bytes(3) }, { board: 'b', update: bytes(7) }])
      await storage.compact('a', 3, bytes(123))
      expect(await rowsOf(storage, 'a')).toEqual([[3, [123]], [4, [3]]])
      expect(await rowsOf(storage, 'b')).toEqual([[1, [0]], [2, [7]]])
      expect(await storage.append([{ board: 'a', update: bytes(5) }])).toEqual([5])
    })

    it('[ST4] refuses to compact up to a row that is not there, and changes nothing', async () => {
      const { storage } = await withBoards('a')
      await expect(storage.compact('a', 9, bytes(1))).rejects.toThrow()
      expect(await rowsOf(storage, 'a')).toEqual([[1, [0]]])
    })

    it('[ST5] binds a clientID to its first owner, alone and together with a row', async () => {
      const { storage } = await withBoards('a', 'b')
      expect(await storage.bindClient('a', 4_294_967_295, 'ann')).toBe('ann')
      expect(await storage.bindClient('a', 4_294_967_295, 'bob')).toBe('ann')
      await storage.append([{ board: 'a', update: bytes(1), clients: [{ clientId: 7, owner: 'bob' }, { clientId: 4_294_967_295, owner: 'bob' }] }])
      expect(new Map(await storage.clientsOf('a'))).toEqual(new Map([[4_294_967_295, 'ann'], [7, 'bob']]))
      expect((await storage.clientsOf('b')).size).toBe(0)
    })

    it('[ST5] binds nothing when the row is not written', async () => {
      const { storage } = await withBoards('a')
      await expect(storage.append([{ board: 'a', update: bytes(1), clients: [{ clientId: 7, owner: 'bob' }] }, { board: 'nowhere', update: bytes(2) }])).rejects.toThrow()
      expect((await storage.clientsOf('a')).size).toBe(0)
    })

    it('[ST6] gives bytes back as they came: empty, large, all values', async () => {
      const { storage } = await withBoards('a')
      const large = Uint8Array.from({ length: 300_000 }, (_, i) => i & 255)
      await storage.append([{ board: 'a', update: bytes() }, { board: 'a', update: large }])
      const [, empty, back] = await storage.rows('a')
      expect(empty?.update.byteLength).toBe(0)
      expect(Buffer.compare(Buffer.from(back?.update ?? []), large)).toBe(0)
    })
  })

  describe(`${name}: boards`, () => {
    it('[ST7] creates a board with its first row and its keys, or not at all', async () => {
      const { storage } = await start()
      await storage.createBoard(board('a'), bytes(1, 2), [key('k1', 'a')])
      expect(await storage.board('a')).toMatchObject({ id: 'a', title: 'Board a', createdAt: 1_000 })
      expect(await rowsOf(storage, 'a')).toEqual([[1, [1, 2]]])
      await expect(storage.createBoard(board('b'), bytes(3), [key('k1', 'b')])).rejects.toThrow()
      expect(await storage.board('b')).toBeUndefined()
      await expect(storage.createBoard(board('a'), bytes(9), [])).rejects.toThrow()
      expect(await rowsOf(storage, 'a')).toEqual([[1, [1, 2]]])
    })

    it('[ST8] knows when a board last changed, by a row or by its title', async () => {
      const { storage } = await withBoards('a')
      expect((await storage.board('a'))?.updatedAt).toBe(1_000)
      time = 7_000
      await storage.append([{ board: 'a', update: bytes(1) }])
      expect((await storage.board('a'))?.updatedAt).toBe(7_000)
      await storage.compact('a', 2, bytes(2))
      expect((await storage.board('a'))?.updatedAt).toBe(7_000)
      await storage.renameBoard('a', 'New', 8_000)
      expect(await storage.board('a')).toMatchObject({ title: 'New', updatedAt: 8_000 })
    })

    it('[ST27] keeps in which epochs the server wrote, each once, with the row that began it or not at all', async () => {
      const { storage, reopen } = await withBoards('a', 'b')
      const row = (board: string, id: string, from: number) => ({ board, update: bytes(1), epoch: { id, from } })
      expect(await storage.epochs('a')).toEqual([])
      await storage.append([row('a', 'one', 7)])
      await storage.append([row('b', 'one', 2), row('a', 'one', 9), row('a', 'two', 9)])
      await expect(storage.append([row('a', 'three', 11), row('nowhere', 'three', 0)])).rejects.toThrow()
      const again = await reopen()
      expect(await again.epochs('a')).toEqual([{ id: 'one', from: 7 }, { id: 'two', from: 9 }])
      expect(await again.epochs('b')).toEqual([{ id: 'one', from: 2 }])
      expect(again.opening).not.toBe(storage.opening)
    })

    it('[ST28] begins an epoch at 0 on every board of data that was put back', async () => {
      const { storage, reopen } = await withBoards('a', 'b')
      await storage.append([{ board: 'a', update: bytes(1), epoch: { id: 'one', from: 7 } }])
      await storage.markRestored()
      const again = await reopen()
      const [a, b] = [await again.epochs('a'), await again.epochs('b')]
      expect([a.map(({ from }) => from), b.map(({ from }) => from)]).toEqual([[7, 0], [0]])
      expect(a[1]?.id).toBe(b[0]?.id)
      await again.markRestored()
      expect(new Set((await again.epochs('a')).map(({ id }) => id)).size).toBe(3)
    })

    it('[ST9] marks a board as deleted, and purges it with all that belongs to it after its grace period', async () => {
      const { storage } = await withBoards('a', 'b')
      await storage.addPerson({ id: 'ann', name: 'Ann', createdAt: 1 }, 'token')
      await storage.putMembership({ board: 'a', person: 'ann', right: 'own', enteredAt: 1 })
      await storage.addKey(key('k', 'a'))
      await storage.bindClient('a', 1_234, 'ann')
      await storage.markBoardDeleted('a', 9_000)
      expect((await storage.board('a'))?.deletedAt).toBe(9_000)
      expect(await storage.boardsOfPerson('ann')).toEqual([])
      expect(await storage.purgeBoards(9_000)).toEqual([])
      expect(await storage.purgeBoards(9_001)).toEqual(['a'])
      expect([await storage.board('a'), await storage.keyByHash('hash of k'), await storage.membership('a', 'ann')]).toEqual([undefined, undefined, undefined])
      expect([(await storage.rows('a')).length, (await storage.clientsOf('a')).size]).toEqual([0, 0])
      expect(await storage.board('b')).toBeDefined()
      expect(await storage.person('ann')).toBeDefined()
    })

    it('[ST10] lists the boards of a person with the right to each, the last changed first', async () => {
      const { storage } = await withBoards('a', 'b', 'c')
      await storage.addPerson({ id: 'ann', name: 'Ann', createdAt: 1 }, 'token')
      await storage.putMembership({ board: 'a', person: 'ann', right: 'view', enteredAt: 1 })
      await storage.putMembership({ board: 'b', person: 'ann', right: 'own', enteredAt: 1 })
      await storage.append([{ board: 'b', update: bytes(1) }])
      expect((await storage.boardsOfPerson('ann')).map(({ id, right }) => [id, right])).toEqual([['b', 'own'], ['a', 'view']])
      expect(await storage.boardsOfPerson('nobody')).toEqual([])
    })
  })

  describe(`${name}: keys and people`, () => {
    it('[ST11] finds a key by its hash, lists those of a board, and revokes one for good', async () => {
      const { storage } = await withBoards('a', 'b')
      const full = key('k1', 'a', { expiresAt: 99_000, frameOrigins: ['https://wiki.example'], right: 'view', name: 'Wiki' })
      await storage.addKey(full)
      await storage.addKey(key('k2', 'b'))
      expect(await storage.keyByHash('hash of k1')).toEqual(full)
      expect(await storage.keyByHash('k1')).toBeUndefined()
      expect((await storage.keysOf('a')).map(({ id }) => id)).toEqual(['k1'])
      expect(await storage.revokeKey('b', 'k1', 3_000)).toBe(false)
      expect(await storage.revokeKey('a', 'k1', 3_000)).toBe(true)
      expect(await storage.revokeKey('a', 'k1', 4_000)).toBe(true)
      expect((await storage.keyByHash('hash of k1'))?.revokedAt).toBe(3_000)
      await expect(storage.addKey(key('k3', 'a', { hash: 'hash of k2' }))).rejects.toThrow()
    })

    it('[ST12] knows a person by any of their tokens', async () => {
      const { storage } = await start()
      await storage.addPerson({ id: 'ann', name: 'Ann', createdAt: 1 }, 'laptop')
      await storage.addToken('ann', 'phone')
      await storage.renamePerson('ann', 'Ann B.')
      expect(await storage.personByToken('laptop')).toEqual({ id: 'ann', name: 'Ann B.', createdAt: 1 })
      expect(await storage.personByToken('phone')).toEqual(await storage.person('ann'))
      expect([await storage.personByToken('else'), await storage.person('else')]).toEqual([undefined, undefined])
      await expect(storage.addToken('nobody', 'x')).rejects.toThrow()
      await expect(storage.addPerson({ id: 'bob', name: 'Bob', createdAt: 1 }, 'laptop')).rejects.toThrow()
      expect(await storage.person('bob')).toBeUndefined()
    })

    it('[ST13] keeps one membership of a person on a board, the newest', async () => {
      const { storage } = await withBoards('a')
      await storage.addPerson({ id: 'ann', name: 'Ann', createdAt: 1 }, 'token')
      await storage.putMembership({ board: 'a', person: 'ann', right: 'edit', enteredAt: 1, key: 'k' })
      expect(await storage.membership('a', 'ann')).toEqual({ board: 'a', person: 'ann', right: 'edit', enteredAt: 1, key: 'k' })
      await storage.putMembership({ board: 'a', person: 'ann', right: 'own', enteredAt: 2 })
      expect(await storage.membersOf('a')).toEqual([{ board: 'a', person: 'ann', right: 'own', enteredAt: 2 }])
      await storage.removeMembership('a', 'ann')
      expect(await storage.membership('a', 'ann')).toBeUndefined()
    })

    it('[ST14] gives a device code once, and not after it expired', async () => {
      const { storage } = await start()
      await storage.addPerson({ id: 'ann', name: 'Ann', createdAt: 1 }, 'token')
      await storage.addDeviceCode('code', 'ann', 10_000)
      await storage.addDeviceCode('late', 'ann', 10_000)
      expect(await storage.takeDeviceCode('code', 9_999)).toBe('ann')
      expect(await storage.takeDeviceCode('code', 9_999)).toBeUndefined()
      expect(await storage.takeDeviceCode('late', 10_000)).toBeUndefined()
      expect(await storage.takeDeviceCode('late', 1)).toBeUndefined()
    })
  })

  it(`[ST15] ${name} keeps everything over a restart`, async () => {
    const { storage, reopen } = await withBoards('a')
    await storage.addKey(key('k', 'a'))
    await storage.append([{ board: 'a', update: bytes(1), clients: [{ clientId: 7, owner: 'bob' }] }])
    await storage.sync()
    const again = await reopen()
    expect(await rowsOf(again, 'a')).toEqual([[1, [0]], [2, [1]]])
    expect((await again.clientsOf('a')).get(7)).toBe('bob')
    expect(await again.keyByHash('hash of k')).toBeDefined()
    expect(await again.append([{ board: 'a', update: bytes(2) }])).toEqual([3])
    await again.ping()
  })
}
