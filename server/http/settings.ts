// What a board has agreed on for all its cards: how long an answer is valid, whose answers are needed, and the like.
// The whole set is replaced; a missing value means the default.
import { Hono } from 'hono'
import * as v from 'valibot'
import { putSettings } from '../../shared/board/write-records.ts'
import { letOrganiserIn } from './request/board-door.ts'
import { bodyOf } from './request/body.ts'
import type { Parts } from './parts.ts'
import { save } from './request/saving.ts'

/** Ten years: longer than any plan, short enough that no date overflows. */
const MAX_DAYS = 3_650

function days(name: string): v.GenericSchema<number> {
  const sentence = `${name} is a whole number of days from 1 to ${MAX_DAYS}.`
  return v.pipe(v.number(sentence), v.integer(sentence), v.minValue(1, sentence), v.maxValue(MAX_DAYS, sentence))
}

const SettingsBody = v.strictObject({
  validDays: v.optional(days('validDays')),
  quorum: v.optional(v.picklist(['all', 'majority'], 'quorum is all or majority.')),
  requireEvidence: v.optional(v.picklist(['load_bearing', 'always', 'never'], 'requireEvidence is load_bearing, always or never.')),
  ackDays: v.optional(days('ackDays')),
  cadenceDays: v.optional(days('cadenceDays')),
})

export function settings(parts: Parts): Hono {
  const routes = new Hono()
  routes.put('/:id/settings', async (c) => {
    const { room } = await letOrganiserIn(c, parts)
    const wish = await bodyOf(c, SettingsBody)
    await save(parts, room, 'settings', (board) => putSettings(board, wish))
    return c.json({ settings: wish })
  })
  return routes
}
