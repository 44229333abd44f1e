// A board keeps at least one owner who can come in: asked before somebody stops being one.
import type { BoardState, Person } from '../../shared/board/records.ts'
import { keptRight } from '../access/admission.ts'
import { Failure } from './request/failure.ts'
import type { Parts } from './parts.ts'

/** Owners who can come in: people that only a file brought along cannot. */
async function livingOwners(parts: Parts, boardId: string, state: BoardState): Promise<ReadonlySet<string>> {
  const [members, keys] = await Promise.all([parts.storage.membersOf(boardId), parts.storage.keysOf(boardId)])
  const now = parts.now().getTime()
  return new Set(members.filter((member) => {
    const person = state.people.get(member.person)
    return person?.role === 'owner' && person.removed !== true && keptRight(member, keys, now)?.right === 'own'
  }).map(({ person }) => person))
}

export async function refuseLastOwner(parts: Parts, boardId: string, state: BoardState, known: Person, after: Person): Promise<void> {
  if (known.role !== 'owner' || (after.role === 'owner' && after.removed !== true)) return
  const owners = await livingOwners(parts, boardId, state)
  if (owners.has(known.id) && owners.size === 1) throw new Failure(409, 'last_owner', 'A board keeps at least one owner: make somebody else an owner first.')
}
