// What a claim and a membership come to, as tables; and that looking somebody up is the same work whatever is found.
import { describe, expect, it } from 'vitest'
import { admit, entered, INVITED, keptRight } from '../../../server/access/admission.ts'
import { makeKey } from '../../../server/access/keys.ts'
import { hashOf, newSecret, sameSecret } from '../../../server/access/secrets.ts'
import { Turns } from '../../../server/access/turns.ts'
import { openSqlite } from '../../../server/storage/sqlite.ts'
import type { Membership, Storage, StoredKey } from '../../../server/storage/storage.ts'
import type { Right } from '../../../shared/protocol/rights.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const NOW = 1_000

function keyOf(right: Right, more: Partial<StoredKey> = {}): StoredKey {
  return { ...makeKey('b', { right, name: '' }, 0).stored, id: right, ...more }
}

function member(right: Right, key?: string, enteredAt = 5): Membership {
  return { board: 'b', person: 'p', right, enteredAt, ...(key === undefined ? {} : { key }) }
}

describe('a kept right', () => {
  const CASES: readonly (readonly [string, Membership | undefined, readonly StoredKey[], Right | undefined])[] = [
    ['nobody', undefined, [], undefined],
    ['by a live key', member('edit', 'edit'), [keyOf('edit')], 'edit'],
    ['by a revoked key', member('edit', 'edit'), [keyOf('edit', { revokedAt: 1 })], undefined],
    ['by a key that expires now', member('edit', 'edit'), [keyOf('edit', { expiresAt: NOW })], undefined],
    ['by a key that expires next', member('edit', 'edit'), [keyOf('edit', { expiresAt: NOW + 1 })], 'edit'],
    ['by a key that is gone', member('edit', 'edit'), [keyOf('own')], undefined],
    ['given by an owner', member('edit'), [], 'edit'],
    ['invited, not come', member('edit', undefined, INVITED), [], undefined],
  ]
  it.each(CASES)('[H6] %s', (_name, membership, keys, right) => {
    expect(keptRight(membership, keys, NOW)?.right).toBe(right)
  })
})

describe('entering with a key', () => {
  const CASES: readonly (readonly [string, Membership | undefined, Right | undefined, Right, Right, string | undefined])[] = [
    ['first visit', undefined, undefined, 'edit', 'edit', 'edit'],
    ['larger key', member('view', 'view'), 'view', 'own', 'own', 'own'],
    ['smaller key', member('own', 'own'), 'own', 'view', 'own', 'own'],
    ['equal key: the newer counts', member('edit', 'old'), 'edit', 'edit', 'edit', 'edit'],
    ['smaller key after the larger was revoked', member('own', 'own'), undefined, 'view', 'view', 'view'],
    ['given right, smaller key', member('edit'), 'edit', 'view', 'edit', undefined],
    ['given right, equal key', member('edit'), 'edit', 'edit', 'edit', undefined],
    ['given right, larger key', member('edit'), 'edit', 'own', 'own', 'own'],
    ['made a guest by an owner', member('contribute'), 'contribute', 'own', 'contribute', undefined],
    ['invited', member('edit', undefined, INVITED), undefined, 'view', 'edit', undefined],
  ]
  it.each(CASES)('[H7] %s', (_name, before, kept, key, right, by) => {
    expect(entered(before, kept, keyOf(key), NOW)).toMatchObject({ right, ...(by === undefined ? {} : { key: by }) })
    expect(entered(before, kept, keyOf(key), NOW).key).toBe(by)
  })

  it('[H7] the time of the first visit stays', () => {
    expect(entered(undefined, undefined, keyOf('edit'), NOW).enteredAt).toBe(NOW)
    expect(entered(member('view', 'view'), 'view', keyOf('edit'), NOW).enteredAt).toBe(5)
    expect(entered(member('edit', undefined, INVITED), undefined, keyOf('edit'), NOW).enteredAt).toBe(NOW)
  })
})

describe('looking somebody up', () => {
  it('[H8] asks storage the same, in the same order, whatever is found', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tacit-admit-'))
    const storage = openSqlite(join(folder, 'tacit.sqlite'))
    onTestFinished(async () => {
      await storage.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const live = makeKey('b', { right: 'own', name: '' }, 0)
    const revoked = makeKey('b', { right: 'own', name: '' }, 0)
    const foreign = makeKey('c', { right: 'own', name: '' }, 0)
    for (const [id, keys] of [['b', [live.stored, { ...revoked.stored, revokedAt: 1 }]], ['c', [foreign.stored]], ['d', []]] as const) {
      await storage.createBoard({ id, title: '', createdAt: 0, updatedAt: 0 }, Uint8Array.of(0, 0), keys)
    }
    await storage.markBoardDeleted('d', 1)
    await storage.addPerson({ id: 'p', name: 'P', createdAt: 0 }, hashOf('token'))
    await storage.putMembership(member('edit'))
    const asked = async (board: string, claim: { key?: string; token?: string }): Promise<string> => {
      const calls: string[] = []
      const watched = new Proxy(storage, { get: (target, name: keyof Storage) => (calls.push(name), target[name]) })
      await admit(watched, board, claim, NOW)
      return calls.join(' ')
    }
    const all = [
      await asked('b', { key: live.key }), await asked('b', { token: 'token' }), await asked('none', { key: live.key }), await asked('b', { key: 'unknown' }), await asked('b', { key: revoked.key }),
      await asked('b', { key: foreign.key }), await asked('d', { key: live.key }), await asked('', {}), await asked('b', { token: 'unknown' }), await asked('c', { token: 'token' }), await asked('b', {}),
    ]
    expect(new Set(all)).toEqual(new Set(['board keyByHash personByToken keysOf membership']))
  })
})

describe('secrets', () => {
  it('[H9] are 128 random bits, and stored as their SHA-256', () => {
    const some = Array.from({ length: 200 }, newSecret)
    expect(new Set(some).size).toBe(200)
    for (const secret of some) expect(Buffer.from(secret, 'base64url')).toHaveLength(16)
    const { key, stored } = makeKey('b', { right: 'view', name: '' }, 0)
    expect(stored.hash).toBe(hashOf(key))
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(JSON.stringify(stored)).not.toContain(key)
    expect([sameSecret('a', 'a'), sameSecret('a', 'b'), sameSecret('', 'a')]).toEqual([true, false, false])
  })
})

describe('turns', () => {
  it('[H19] of one name are taken one after another, of different names at once, and a failed one lets the next go', async () => {
    const turns = new Turns()
    const seen: string[] = []
    let open = (): void => undefined
    const gate = new Promise<void>((resolve) => { open = resolve })
    const first = turns.take('a', async () => {
      await gate
      seen.push('first')
      throw new Error('failed')
    })
    const second = turns.take('a', async () => seen.push('second'))
    await turns.take('b', async () => seen.push('other'))
    open()
    await expect(first).rejects.toThrow('failed')
    await second
    expect(seen).toEqual(['other', 'first', 'second'])
  })
})
