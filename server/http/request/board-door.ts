// The door of every route of one board: what the request carries, the right that it gives, and the live board behind
// it. Opens a board only for somebody who may read it, so that guessing ids touches nothing.
import type { Context } from 'hono'
import { isId } from '../../../shared/board/ids.ts'
import type { BoardState, Person } from '../../../shared/board/records.ts'
import { allows, type Right } from '../../../shared/protocol/rights.ts'
import { admit, type Admitted } from '../../access/admission.ts'
import { NoSuchBoard, type Room } from '../../rooms/rooms.ts'
import { afterBody } from './body.ts'
import { Failure, notHere, tooSmall } from './failure.ts'
import type { Parts } from '../parts.ts'
import { claimOf } from './visitor.ts'

export interface Guest extends Admitted {
  readonly room: Room
}

/** The room of a board that exists in storage. */
export async function roomOf(parts: Parts, boardId: string): Promise<Room> {
  try {
    return await parts.rooms.open(boardId)
  } catch (error) {
    throw error instanceof NoSuchBoard ? notHere() : error
  }
}

async function admittedAt(c: Context, parts: Parts, boardId: string, need: Right): Promise<Admitted> {
  const admitted = await admit(parts.storage, isId(boardId) ? boardId : '', claimOf(c, parts), parts.now().getTime())
  if (admitted === undefined) throw notHere()
  if (!allows(admitted.right, need)) throw tooSmall()
  return admitted
}

/**
 * Lets a request in that has at least the right `need`: 404 without any, 403 with a smaller one. Once more when its body
 * is there: a right that ended meanwhile is no right.
 */
export async function letIn(c: Context, parts: Parts, need: Right): Promise<Guest> {
  const boardId = c.req.param('id') ?? ''
  const admitted = await admittedAt(c, parts, boardId, need)
  afterBody(c, async () => { await admittedAt(c, parts, boardId, admitted.right) })
  return { ...admitted, room: await roomOf(parts, boardId) }
}

/** The person of the cookie as this board knows them; undefined for readers, programs and those not yet named. */
export function selfOf(guest: Admitted, state: BoardState): Person | undefined {
  return guest.person === undefined || !allows(guest.right, 'contribute') ? undefined : state.people.get(guest.person.id)
}

/** A person of this board who is not removed: keys have none (403). */
export function personOf(guest: Admitted, state: BoardState): Person {
  if (guest.person === undefined) throw new Failure(403, 'needs_person', 'A key cannot answer for anybody: this needs a person who has entered the board.')
  const person = selfOf(guest, state)
  if (person === undefined || person.removed === true) throw new Failure(403, 'needs_person', 'Enter the board with your name first.')
  return person
}

/** Owners, by key or as a person, and the facilitators they chose. */
export async function letOrganiserIn(c: Context, parts: Parts): Promise<Guest & { readonly owns: boolean }> {
  const guest = await letIn(c, parts, 'edit')
  const owns = allows(guest.right, 'own')
  const refuseOthers = (): void => {
    if (!owns && selfOf(guest, guest.room.state)?.role !== 'facilitator') throw tooSmall('Only owners and facilitators may do that.')
  }
  refuseOthers()
  afterBody(c, async () => refuseOthers())
  return { ...guest, owns }
}
