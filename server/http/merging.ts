// Two entries of one person made one. The merged entry keeps all that it said, as what it is: words of another self
// (RULES.md, "One person, two entries"). Its browser loses its right here: whoever opens the board in it again is sent
// to the person's own browser, or to a link for another device, so that no browser answers in a name by an owner's word.
import type { BoardState, Person } from '../../shared/board/records.ts'
import { putPerson } from '../../shared/board/write-records.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Room } from '../rooms/rooms.ts'
import { refuseLastOwner } from './last-owner.ts'
import { Failure } from './request/failure.ts'
import type { Parts } from './parts.ts'
import { save } from './request/saving.ts'

/** The highest number that any of these selves gave an answer: what comes later is known to be later. */
function highestSeq({ attestations, records }: BoardState, selves: ReadonlySet<string>): number {
  let highest = 0
  for (const table of [attestations, records.stances, records.acks, records.changeNotes, records.perceptions, records.perceptionReplies]) {
    for (const { person, seq } of table.values()) if (selves.has(person as string) && typeof seq === 'number' && seq > highest) highest = seq
  }
  return highest
}

function selvesOf(state: BoardState, ids: readonly string[]): ReadonlySet<string> {
  return new Set([...ids, ...[...state.people.values()].filter(({ mergedInto }) => mergedInto !== undefined && ids.includes(mergedInto)).map(({ id }) => id)])
}

function targetOf(state: BoardState, known: Person, into: string): Person {
  const target = state.people.get(into)
  if (target === undefined) throw new Failure(404, 'no_such_person', 'This board has no such person.', { path: 'mergedInto' })
  if (into === known.id) throw new Failure(409, 'same_person', 'Nobody is merged into themself.', { path: 'mergedInto' })
  if (known.mergedInto !== undefined) throw new Failure(409, 'merged', 'This entry was merged already: take that back first.')
  if (target.mergedInto !== undefined) throw new Failure(409, 'merged', 'That entry was merged into another itself.', { path: 'mergedInto' })
  if (target.removed === true) throw new Failure(409, 'removed', 'That person was removed from the board: bring them back first.', { path: 'mergedInto' })
  return target
}

/** `agreed`: the person merged into said so themself, so that the answers of the entry are theirs, too. */
export async function mergeInto(parts: Parts, room: Room, known: Person, into: string, agreed: boolean): Promise<Person> {
  const { state, board: boardId } = room
  targetOf(state, known, into)
  await refuseLastOwner(parts, boardId, state, known, { ...known, removed: true })
  const selves = selvesOf(state, [known.id, into])
  const mergedSeq = highestSeq(state, selves)
  const { claims: _claims, ...rest } = known
  const merged: Person = { ...rest, mergedInto: into, mergedSeq, ...(agreed ? { agreed } : {}) }
  // Whoever was merged into this entry follows it; what was agreed about it says nothing of the new one.
  const followers = [...state.people.values()].filter(({ mergedInto }) => mergedInto === known.id).map(({ agreed: before, ...one }): Person => ({ ...one, mergedInto: into, mergedSeq, ...(agreed && before === true ? { agreed } : {}) }))
  await parts.storage.removeMembership(boardId, known.id)
  await save(parts, room, 'merge', (board) => { for (const person of [merged, ...followers]) putPerson(board, person) })
  parts.rooms.disconnect(boardId, CLOSE.noSuchBoard, ({ actor }) => actor.person === known.id)
  return merged
}
