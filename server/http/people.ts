// Who is who on a board, decided by owners and facilitators: roles, teams, names, removing; owners also merge two
// entries of one person. A role that an owner gives carries its right with it and no longer hangs on the link by which
// the person came. A facilitator organises members and guests, and makes nobody their equal.
import { Hono } from 'hono'
import * as v from 'valibot'
import { isId } from '../../shared/board/ids.ts'
import { ROLES, type BoardState, type Person, type Role } from '../../shared/board/records.ts'
import { putPerson } from '../../shared/board/write-records.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { allows, type Right } from '../../shared/protocol/rights.ts'
import { INVITED, keptRight } from '../access/admission.ts'
import type { Membership } from '../storage/storage.ts'
import type { Room } from '../rooms/rooms.ts'
import { refuseLastOwner } from './last-owner.ts'
import { mergeInto } from './merging.ts'
import { letIn, letOrganiserIn } from './request/board-door.ts'
import { bodyOf } from './request/body.ts'
import { Failure, tooSmall } from './request/failure.ts'
import { id, oneOf, personName, teamId } from './request/fields.ts'
import type { Parts } from './parts.ts'
import { save } from './request/saving.ts'

const PersonBody = v.pipe(
  v.strictObject({
    role: v.optional(oneOf('The role', ROLES)),
    team: v.optional(teamId),
    name: v.optional(personName),
    removed: v.optional(v.boolean('removed is true or false.')),
  }),
  v.check((body) => Object.keys(body).length > 0, 'Give role, team, name or removed.'),
)
type Wish = v.InferOutput<typeof PersonBody>
/** `null` takes a merge back. */
const MergeBody = v.strictObject({ mergedInto: v.nullable(id('mergedInto')) })

const RIGHT_OF: Readonly<Record<Role, Right>> = { owner: 'own', facilitator: 'edit', member: 'edit', guest: 'contribute' }

function isOrganiser(role: Role): boolean {
  return role === 'owner' || role === 'facilitator'
}

function refuseFacilitator(known: Person, wish: Wish): void {
  const reaches = isOrganiser(known.role) ? wish.role !== undefined || wish.removed !== undefined || wish.name !== undefined : wish.role !== undefined && isOrganiser(wish.role)
  if (reaches) throw tooSmall('Only an owner may give, take or end the role of owner or facilitator, or rename one.')
}

function refuseTeam(state: BoardState, team: string | undefined): void {
  const known = team === undefined || team === '' ? undefined : state.teams.get(team)
  if (team !== undefined && team !== '' && (known === undefined || known.removed === true)) throw new Failure(400, 'no_such_team', 'This board has no such team.', { path: 'team' })
}

/**
 * What the change makes of the person's right; undefined when it stays. An owner who names the role of somebody who has
 * no right here, or takes their removal back, lets them in: a role that a file brought along does not.
 */
async function membershipAfter(parts: Parts, boardId: string, known: Person, after: Person, wish: Wish, owns: boolean): Promise<Membership | undefined> {
  const { storage } = parts
  const [before, keys, exists] = await Promise.all([storage.membership(boardId, after.id), storage.keysOf(boardId), storage.person(after.id)])
  const right = RIGHT_OF[after.role]
  const lets = owns && exists !== undefined && (wish.role !== undefined || known.removed === true)
  if (before === undefined) return lets ? { board: boardId, person: after.id, right, enteredAt: INVITED } : undefined
  if (wish.role === undefined) return undefined
  const dead = before.enteredAt !== INVITED && keptRight(before, keys, parts.now().getTime()) === undefined
  return { ...before, right, key: dead ? before.key : undefined }
}

async function changePerson(parts: Parts, boardId: string, personId: string, wish: Wish, owns: boolean): Promise<Person> {
  const room = await parts.rooms.open(boardId)
  const known = isId(personId) ? room.state.people.get(personId) : undefined
  if (known === undefined) throw new Failure(404, 'no_such_person', 'This board has no such person.')
  if (known.mergedInto !== undefined) throw new Failure(409, 'merged', 'This entry was merged into another: take that back first.')
  if (!owns) refuseFacilitator(known, wish)
  refuseTeam(room.state, wish.team)
  const { removed: _removed, ...rest } = { ...known, ...wish }
  const after: Person = (wish.removed ?? known.removed) === true ? { ...rest, removed: true } : rest
  await refuseLastOwner(parts, boardId, room.state, known, after)
  const membership = after.removed === true ? undefined : await membershipAfter(parts, boardId, known, after, wish, owns)
  await settle(parts, room, known, after, membership)
  return after
}

/** Writes what the change made of the entry and of its right; what is open follows at once. */
async function settle(parts: Parts, room: Room, known: Person, after: Person, membership: Membership | undefined): Promise<void> {
  const { board: boardId } = room
  const personId = known.id
  const before = (await parts.storage.membership(boardId, personId))?.right
  if (after.removed === true) await parts.storage.removeMembership(boardId, personId)
  else if (membership !== undefined) await parts.storage.putMembership(membership)
  await save(parts, room, 'person', (board) => putPerson(board, after))
  if (after.removed === true) parts.rooms.disconnect(boardId, CLOSE.noSuchBoard, ({ actor }) => actor.person === personId)
  else if (membership !== undefined && before !== undefined && !allows(membership.right, before)) {
    parts.rooms.disconnect(boardId, CLOSE.tooSmallRight, ({ actor }) => actor.person === personId)
  }
}

/** The right of a role, for somebody who comes by an owner's word and not by a link. */
function invited(board: string, { id: person, role }: Person): Membership {
  return { board, person, right: RIGHT_OF[role], enteredAt: INVITED }
}

async function mergePerson(parts: Parts, boardId: string, personId: string, into: string | null): Promise<Person> {
  const room = await parts.rooms.open(boardId)
  const known = isId(personId) ? room.state.people.get(personId) : undefined
  if (known === undefined) throw new Failure(404, 'no_such_person', 'This board has no such person.')
  if (into !== null) return mergeInto(parts, room, known, into, false)
  if (known.mergedInto === undefined) throw new Failure(409, 'not_merged', 'This entry is merged into nobody.')
  const { mergedInto: _into, mergedSeq: _seq, agreed: _agreed, ...after } = known
  // They come back by an owner's word, as whoever was removed.
  const mayReturn = after.removed !== true && (await parts.storage.person(personId)) !== undefined
  if (mayReturn) await parts.storage.putMembership(invited(boardId, after))
  await save(parts, room, 'unmerge', (board) => putPerson(board, after))
  return after
}

/** Lets somebody in as the one whom a file brought along under their own id, with no more than a member's right. */
export async function letInAsThemself(parts: Parts, room: Room, known: Person): Promise<Person> {
  const { claims: _claims, ...rest } = known
  const after: Person = isOrganiser(rest.role) ? { ...rest, role: 'member' } : rest
  await parts.storage.putMembership(invited(room.board, after))
  await save(parts, room, 'admit', (board) => putPerson(board, after))
  return after
}

export function people(parts: Parts): Hono {
  const routes = new Hono()
  routes.put('/:id/people/:person/merged', async (c) => {
    const { board } = await letIn(c, parts, 'own')
    const { mergedInto } = await bodyOf(c, MergeBody)
    const person = await parts.turns.take(board.id, () => mergePerson(parts, board.id, c.req.param('person'), mergedInto))
    return c.json({ person })
  })
  routes.put('/:id/people/:person', async (c) => {
    const { board, owns } = await letOrganiserIn(c, parts)
    const wish = await bodyOf(c, PersonBody)
    const person = await parts.turns.take(board.id, () => changePerson(parts, board.id, c.req.param('person'), wish, owns))
    return c.json({ person })
  })
  return routes
}
