// "I am that person": somebody who has entered says to be one who is on the list already, brought along by a file or
// left behind by a lost cookie. Owners see it and admit or decline it. With both words, theirs and an owner's, the
// answers of that entry become theirs; where an owner merged the two before, their own word is enough.
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { isId } from '../../shared/board/ids.ts'
import type { Person } from '../../shared/board/records.ts'
import { putPerson } from '../../shared/board/write-records.ts'
import { allows } from '../../shared/protocol/rights.ts'
import { standingOf } from '../access/admission.ts'
import type { Room } from '../rooms/rooms.ts'
import { mergeInto } from './merging.ts'
import { letInAsThemself } from './people.ts'
import type { Parts } from './parts.ts'
import { letIn, personOf, roomOf } from './request/board-door.ts'
import { bodyOf } from './request/body.ts'
import { Failure, notHere } from './request/failure.ts'
import { id, prose } from './request/fields.ts'
import { save } from './request/saving.ts'
import { refuseForeign, trustedToken } from './request/visitor.ts'

/** `person` is missing where a file knows the asker by the id of their own cookie, and the key of a link opens the door. */
const ClaimBody = v.strictObject({ person: v.optional(id('person')), key: v.optional(prose('The key', 200)) })
/** `claims`: whom the owner saw them say to be, so that a claim exchanged meanwhile is not admitted unseen. */
const AdmitBody = v.strictObject({ admit: v.boolean('admit is true or false.'), claims: v.optional(id('claims')) })

function without(person: Person): Person {
  const { claims: _claims, ...rest } = person
  return rest
}

async function claim(parts: Parts, room: Room, self: Person, claimed: string): Promise<Person> {
  const other = room.state.people.get(claimed)
  if (other === undefined) throw new Failure(404, 'no_such_person', 'This board has no such person.', { path: 'person' })
  if (claimed === self.id) throw new Failure(409, 'same_person', 'That is you already.', { path: 'person' })
  if (other.mergedInto === self.id) {
    // An owner has said so before.
    const agreed: Person = { ...other, agreed: true }
    await save(parts, room, 'agree', (board) => putPerson(board, agreed))
    return self
  }
  if (other.mergedInto !== undefined) throw new Failure(409, 'merged', 'That entry was merged into somebody else.', { path: 'person' })
  if (other.removed === true) throw new Failure(409, 'removed', 'That person was removed from the board: ask one of its owners.', { path: 'person' })
  const after: Person = { ...self, claims: claimed }
  await save(parts, room, 'claim', (board) => putPerson(board, after))
  return after
}

/** Somebody whose own id a file brought along: not let in yet, but holding a live key of this board. */
async function knock(c: Context, parts: Parts, key: string): Promise<Person> {
  const boardId = c.req.param('id') ?? ''
  const standing = await standingOf(parts.storage, isId(boardId) ? boardId : '', { key, token: trustedToken(c, parts) }, parts.now().getTime())
  if (standing.board === undefined || standing.key === undefined || !allows(standing.key.right, 'contribute')) throw notHere()
  const room = await roomOf(parts, boardId)
  const known = standing.person === undefined ? undefined : room.state.people.get(standing.person.id)
  if (known === undefined || standing.membership !== undefined || known.removed === true || known.mergedInto !== undefined) throw new Failure(409, 'nothing_to_claim', 'There is nobody on this board whom you could be: enter it.')
  const after: Person = { ...known, claims: known.id }
  await save(parts, room, 'claim', (board) => putPerson(board, after))
  return after
}

async function decide(parts: Parts, room: Room, askerId: string, { admit, claims: seen }: v.InferOutput<typeof AdmitBody>): Promise<Person> {
  const asker = isId(askerId) ? room.state.people.get(askerId) : undefined
  const claimed = asker?.claims
  if (asker === undefined || claimed === undefined) throw new Failure(404, 'no_such_claim', 'Nobody of that id waits to be admitted.')
  if (seen !== undefined && seen !== claimed) throw new Failure(409, 'other_claim', 'They say to be somebody else by now: look again.', { path: 'claims' })
  if (admit && claimed === asker.id) return letInAsThemself(parts, room, asker)
  const other = room.state.people.get(claimed)
  const after = admit && other !== undefined ? { ...without(asker), name: other.name, team: other.team === '' ? asker.team : other.team } : without(asker)
  if (admit) {
    if (other === undefined) throw new Failure(404, 'no_such_person', 'This board no longer has the person.')
    await mergeInto(parts, room, other, asker.id, true)
  }
  await save(parts, room, admit ? 'admit' : 'decline', (board) => putPerson(board, after))
  return after
}

export function claims(parts: Parts): Hono {
  const routes = new Hono()

  routes.post('/:id/claims', async (c) => {
    const { person: claimed, key } = await bodyOf(c, ClaimBody)
    if (claimed === undefined) refuseForeign(c, parts)
    if (claimed === undefined) return c.json({ person: await parts.turns.take(c.req.param('id'), () => knock(c, parts, key ?? '')) }, 202)
    const guest = await letIn(c, parts, 'contribute')
    const person = await parts.turns.take(guest.board.id, () => claim(parts, guest.room, personOf(guest, guest.room.state), claimed))
    return c.json({ person }, person.claims === undefined ? 200 : 202)
  })

  routes.delete('/:id/claims', async (c) => {
    const guest = await letIn(c, parts, 'contribute')
    await parts.turns.take(guest.board.id, async () => {
      const self = personOf(guest, guest.room.state)
      if (self.claims !== undefined) await save(parts, guest.room, 'claim taken back', (board) => putPerson(board, without(self)))
    })
    return c.body(null, 204)
  })

  routes.put('/:id/claims/:person', async (c) => {
    const { board, room } = await letIn(c, parts, 'own')
    const wish = await bodyOf(c, AdmitBody)
    const person = await parts.turns.take(board.id, () => decide(parts, room, c.req.param('person'), wish))
    return c.json({ person })
  })

  return routes
}
