// What a key allows (README, "Rights and roles"). Rights are ordered but for `embed`, which opens the embed and nothing else.
import type { Role } from '../board/records.ts'

export const RIGHTS = ['embed', 'view', 'contribute', 'edit', 'own'] as const
export type Right = (typeof RIGHTS)[number]

const RANK: Readonly<Record<Right, number>> = { embed: 0, view: 1, contribute: 2, edit: 3, own: 4 }

export function isRight(value: unknown): value is Right {
  return typeof value === 'string' && (RIGHTS as readonly string[]).includes(value)
}

/** True when `have` allows everything that `need` allows. */
export function allows(have: Right, need: Right): boolean {
  return RANK[have] >= RANK[need]
}

/** The larger right of the two: entering with a key never lowers a right. */
export function larger(a: Right, b: Right): Right {
  return RANK[a] >= RANK[b] ? a : b
}

/** The role that a person gets who enters with a key of this right; none for readers. */
export function roleOfRight(right: Right): Role | undefined {
  if (right === 'own') return 'owner'
  if (right === 'edit') return 'member'
  return right === 'contribute' ? 'guest' : undefined
}
