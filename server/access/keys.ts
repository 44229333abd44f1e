// Keys of sharing links: how one is made and when it still opens something. A key carries one right on one board.
import { newId } from '../../shared/board/ids.ts'
import type { Right } from '../../shared/protocol/rights.ts'
import type { StoredKey } from '../storage/storage.ts'
import { hashOf, newSecret } from './secrets.ts'

export interface KeyWish {
  readonly right: Right
  readonly name: string
  readonly expiresAt?: number
  readonly frameOrigins?: readonly string[]
}

/** The key itself is handed out once, here, and stored only as its hash. */
export function makeKey(board: string, wish: KeyWish, now: number): { readonly key: string; readonly stored: StoredKey } {
  const key = newSecret()
  const { right, name, expiresAt, frameOrigins = [] } = wish
  return { key, stored: { id: newId(), hash: hashOf(key), board, right, name, createdAt: now, frameOrigins, ...(expiresAt === undefined ? {} : { expiresAt }) } }
}

export function isLive(key: StoredKey, now: number): boolean {
  return key.revokedAt === undefined && (key.expiresAt === undefined || now < key.expiresAt)
}

/** Where a link leads. Keys stand in the fragment, which is never sent; an embed is loaded by its path. */
export function linkUrl(base: string, board: string, right: Right, key: string): string {
  return right === 'embed' ? `${base}/e/${key}` : `${base}/b/${board}#${key}`
}
