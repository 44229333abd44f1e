// Coming to a board: a browser exchanges the key of its link once for a right kept with its cookie, and gives itself a
// name and a team there. A key never lowers a right or a role. Nobody becomes one of the people that a file brought
// along without an owner's consent: their answers would become this person's.
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { isId, newId } from '../../shared/board/ids.ts'
import { ROLES, type BoardState, type Person, type Role } from '../../shared/board/records.ts'
import { putPerson } from '../../shared/board/write-records.ts'
import type { Entered } from '../../shared/protocol/http.ts'
import { allows, roleOfRight, type Right } from '../../shared/protocol/rights.ts'
import { entered, INVITED, standingOf, type Standing } from '../access/admission.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import type { Membership, StoredPerson } from '../storage/storage.ts'
import { letIn, roomOf, selfOf } from './request/board-door.ts'
import { bodyOf } from './request/body.ts'
import { Failure, notHere, tooSmall } from './request/failure.ts'
import { personName, prose, teamId } from './request/fields.ts'
import type { Parts } from './parts.ts'
import { save } from './request/saving.ts'
import { giveCookie, refuseForeign, trustedToken } from './request/visitor.ts'

const EnterBody = v.strictObject({ key: v.optional(prose('The key', 200)), name: v.optional(personName), team: v.optional(teamId) })
const MeBody = v.strictObject({ name: personName, team: teamId })

interface Wish { readonly name?: string; readonly team?: string }

function largerRole(a: Role, b: Role): Role {
  return ROLES.indexOf(a) >= ROLES.indexOf(b) ? a : b
}

function refuseUnknownTeam(state: BoardState, team: string | undefined): void {
  if (team === undefined || team === '') return
  const known = state.teams.get(team)
  if (known === undefined || known.removed === true) throw new Failure(400, 'no_such_team', 'This board has no such team.', { path: 'team' })
}

/** The person that this board should know, or undefined for readers and for those who have not said their name. */
function personAfter(id: string, right: Right, known: Person | undefined, wish: Wish): Person | undefined {
  const role = roleOfRight(right)
  if (role === undefined) return undefined
  const name = wish.name ?? known?.name
  if (name === undefined) {
    if (wish.team !== undefined) throw new Failure(400, 'wrong_body', 'name is missing.', { path: 'name' })
    return undefined
  }
  return { ...known, id, name, team: wish.team ?? known?.team ?? '', role: known === undefined ? role : largerRole(known.role, role) }
}

function isSame(a: Person | undefined, b: Person): boolean {
  return a !== undefined && a.name === b.name && a.team === b.team && a.role === b.role
}

function refuseStrangers(right: Right, known: Person | undefined, membership: Membership | undefined): void {
  if (known?.mergedInto !== undefined) throw new Failure(403, 'merged', 'You are on this board under another entry: open it in the browser where you are that person, or make a link for another device there.')
  if (known?.removed === true) throw new Failure(403, 'removed', 'You were removed from this board: ask one of its owners.')
  if (known !== undefined && membership === undefined && right !== 'own') {
    throw new Failure(403, 'needs_consent', 'This board was made from a file with you in it: ask one of its owners to let you be that person.')
  }
}

/** The right that this visit gives. An owner's invitation is taken up by coming. */
function rightAfter(standing: Standing, sentKey: boolean, now: number): Pick<Membership, 'right' | 'key' | 'enteredAt'> {
  const { key, kept, membership } = standing
  if (key !== undefined) {
    if (!allows(key.right, 'view')) throw tooSmall()
    return entered(membership, kept?.right, key, now)
  }
  if (sentKey || membership === undefined) throw notHere()
  if (membership.enteredAt === INVITED) return { right: membership.right, enteredAt: now }
  if (kept === undefined) throw notHere()
  return membership
}

/** A role that came with a link ends with the link, as the right does. */
function withoutLostRole(known: Person | undefined, { membership, kept }: Standing): Person | undefined {
  return known !== undefined && kept === undefined && membership?.key !== undefined ? { ...known, role: 'guest' } : known
}

async function keepPerson(parts: Parts, standing: Standing, token: string | undefined, name: string | undefined): Promise<{ person: StoredPerson; token: string }> {
  if (standing.person !== undefined && token !== undefined) {
    if (name !== undefined && name !== standing.person.name) await parts.storage.renamePerson(standing.person.id, name)
    return { person: standing.person, token }
  }
  const fresh = newSecret()
  const person = { id: newId(), name: name ?? '', createdAt: parts.now().getTime() }
  await parts.storage.addPerson(person, hashOf(fresh))
  return { person, token: fresh }
}

async function come(c: Context, parts: Parts, boardId: string, wish: Wish & { readonly key?: string }): Promise<Entered> {
  const token = trustedToken(c, parts)
  const now = parts.now().getTime()
  const standing = await standingOf(parts.storage, boardId, { key: wish.key, token }, now)
  if (standing.board === undefined) throw notHere()
  const kept = rightAfter(standing, wish.key !== undefined, now)
  const room = await roomOf(parts, boardId)
  const known = standing.person === undefined ? undefined : room.state.people.get(standing.person.id)
  refuseStrangers(kept.right, known, standing.membership)
  refuseUnknownTeam(room.state, wish.team)
  const wanted = personAfter(standing.person?.id ?? '', kept.right, withoutLostRole(known, standing), wish)
  const keeper = await keepPerson(parts, standing, token, wish.name)
  await parts.storage.putMembership({ board: boardId, person: keeper.person.id, ...kept })
  giveCookie(c, parts, keeper.token)
  if (wanted === undefined) return { right: kept.right, person: null }
  const person = { ...wanted, id: keeper.person.id }
  if (!isSame(known, person)) await save(parts, room, 'enter', (board) => putPerson(board, person))
  return { right: kept.right, person }
}

export function entering(parts: Parts): Hono {
  const routes = new Hono()

  routes.post('/:id/enter', async (c) => {
    refuseForeign(c, parts)
    trustedToken(c, parts)
    const wish = await bodyOf(c, EnterBody)
    const boardId = c.req.param('id')
    if (!isId(boardId)) throw notHere()
    return c.json(await parts.turns.take(boardId, () => come(c, parts, boardId, wish)))
  })

  routes.put('/:id/me', async (c) => {
    const guest = await letIn(c, parts, 'contribute')
    const { room } = guest
    if (guest.person === undefined) throw new Failure(403, 'needs_person', 'A key is nobody: enter the board with a browser first.')
    const { id } = guest.person
    const wish = await bodyOf(c, MeBody)
    const person = await parts.turns.take(room.board, async () => {
      refuseUnknownTeam(room.state, wish.team)
      const known = selfOf(guest, room.state)
      const after = personAfter(id, guest.right, known, wish)
      if (after === undefined || known?.removed === true) throw notHere()
      if (!isSame(known, after)) await save(parts, room, 'me', (board) => putPerson(board, after))
      await parts.storage.renamePerson(id, wish.name)
      return after
    })
    return c.json({ person })
  })

  return routes
}
