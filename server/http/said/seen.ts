// "I have seen this": noted for each card and person once, whoever sends it how often. It never counts as an answer.
import { Hono } from 'hono'
import * as v from 'valibot'
import { markSeen } from '../../../shared/board/write-records.ts'
import type { Posted } from '../../../shared/protocol/http.ts'
import type { SeenRecord } from '../../../shared/protocol/said.ts'
import type { Parts } from '../parts.ts'
import { letIn, personOf } from '../request/board-door.ts'
import { bodyOf } from '../request/body.ts'
import { tooSmall } from '../request/failure.ts'
import { id } from '../request/fields.ts'
import { refuseFull, save } from '../request/saving.ts'
import { cardOf } from './wording.ts'

const SeenBody = v.strictObject({ card: id('card') })

export function seen(parts: Parts): Hono {
  const routes = new Hono()
  routes.post('/:id/seen', async (c) => {
    const guest = await letIn(c, parts, 'edit')
    const { room } = guest
    personOf(guest, room.state)
    const { card } = await bodyOf(c, SeenBody)
    const people = await save(parts, room, 'seen', (board) => {
      const { state } = room
      const person = personOf(guest, state)
      if (person.role === 'guest') throw tooSmall('Guests are not noted as readers: ask an owner to make you a member.')
      cardOf(state, card)
      const before = state.seen.get(card) ?? []
      if (before.includes(person.id)) return before
      refuseFull(room)
      const after = [...before, person.id].sort()
      markSeen(board, card, after)
      return after
    })
    const posted: Posted<SeenRecord> = { record: { card, people }, current: true }
    return c.json(posted, 201)
  })
  return routes
}
