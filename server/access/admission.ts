// Who may do what on a board: from what a request carries (a key, or the cookie of a person) to one right.
//
//   key    ──► live key of this board ──────────────────────────► its right, no person
//   cookie ──► person ──► membership ──► its key still live? ───► the right kept, the person
//
// A right that came from a key lasts as long as the key: revoking or expiring a link also ends what was exchanged for
// it. A right that an owner gave has no key and stays. Every path does the same look-ups, whatever is found, so that
// unknown, revoked and forbidden cannot be told apart by time. Knows no HTTP and no rooms.
import { larger, type Right } from '../../shared/protocol/rights.ts'
import type { Membership, Storage, StoredBoard, StoredKey, StoredPerson } from '../storage/storage.ts'
import { isLive } from './keys.ts'
import { hashOf } from './secrets.ts'

/** What a request carries. If both are there, the key counts. */
export interface Claim { readonly key?: string; readonly token?: string }

export interface Admitted {
  readonly board: StoredBoard
  readonly right: Right
  /** Set for a cookie, never for a key. */
  readonly person?: StoredPerson
  /** The key that the right rests on: sent, or exchanged earlier. Undefined when an owner gave the right. */
  readonly key?: StoredKey
}

/** `enteredAt` of somebody whom an owner has let in, and who has not come yet. */
export const INVITED = 0

export interface KeptRight { readonly right: Right; readonly key?: StoredKey }

/** The right that a membership gives now, and the key that it rests on. */
export function keptRight(membership: Membership | undefined, keys: readonly StoredKey[], now: number): KeptRight | undefined {
  if (membership === undefined || membership.enteredAt === INVITED) return undefined
  if (membership.key === undefined) return { right: membership.right }
  const key = keys.find(({ id }) => id === membership.key)
  return key !== undefined && isLive(key, now) ? { right: membership.right, key } : undefined
}

/** Everything that decides about a claim. Each field is undefined when it is not there or gives nothing any more. */
export interface Standing {
  readonly board?: StoredBoard
  /** The live key of this board that was sent. */
  readonly key?: StoredKey
  readonly person?: StoredPerson
  readonly membership?: Membership
  readonly kept?: KeptRight
}

export async function standingOf(storage: Storage, boardId: string, claim: Claim, now: number): Promise<Standing> {
  const [board, key, person, keys] = await Promise.all([
    storage.board(boardId),
    storage.keyByHash(hashOf(claim.key ?? '')),
    storage.personByToken(hashOf(claim.token ?? '')),
    storage.keysOf(boardId),
  ])
  const membership = await storage.membership(boardId, person?.id ?? '')
  if (board === undefined || board.deletedAt !== undefined) return {}
  return {
    board, person, membership,
    key: key !== undefined && key.board === boardId && isLive(key, now) ? key : undefined,
    kept: keptRight(membership, keys, now),
  }
}

/** Undefined for an unknown or deleted board, an unknown, revoked or expired key, and somebody without a right. */
export async function admit(storage: Storage, boardId: string, claim: Claim, now: number): Promise<Admitted | undefined> {
  const { board, key, person, kept } = await standingOf(storage, boardId, claim, now)
  if (board === undefined) return undefined
  if (claim.key !== undefined) return key === undefined ? undefined : { board, right: key.right, key }
  return person === undefined || kept === undefined ? undefined : { board, person, ...kept }
}

/**
 * What entering with a key makes of a membership: the larger of both rights, resting on the key that gives it. The
 * newer of two equal keys counts, so that a person can step from a link that will be revoked to one that stays.
 * Whom an owner made a guest stays one until an owner changes it.
 */
export function entered(before: Membership | undefined, kept: Right | undefined, key: StoredKey, now: number): Pick<Membership, 'right' | 'key' | 'enteredAt'> {
  const enteredAt = before === undefined || before.enteredAt === INVITED ? now : before.enteredAt
  const givenByOwner = before !== undefined && before.key === undefined
  if (givenByOwner && (before.right === 'contribute' || larger(before.right, key.right) === before.right)) return { right: before.right, enteredAt }
  if (kept !== undefined && kept !== key.right && larger(kept, key.right) === kept) return { right: kept, key: before?.key, enteredAt }
  return { right: key.right, key: key.id, enteredAt }
}
