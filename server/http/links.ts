// The sharing links of a board, for its owners. A key is shown once, when it is made. Revoking a link closes at once
// what is open by it, and ends the rights that people got by it; who revokes it keeps their own.
import { Hono } from 'hono'
import * as v from 'valibot'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { MadeLink, SharingLink } from '../../shared/protocol/http.ts'
import { RIGHTS } from '../../shared/protocol/rights.ts'
import { keptRight } from '../access/admission.ts'
import { isLive, linkUrl, makeKey } from '../access/keys.ts'
import type { StoredKey } from '../storage/storage.ts'
import { letIn, type Guest } from './request/board-door.ts'
import { bodyOf } from './request/body.ts'
import { Failure } from './request/failure.ts'
import { instant, line, oneOf } from './request/fields.ts'
import type { Parts } from './parts.ts'

/** Links of one board that are neither revoked nor expired, and links ever made. */
const MAX_LIVE = 200
const MAX_LINKS = 2_000

const LinkBody = v.strictObject({
  right: oneOf('The right', RIGHTS),
  name: v.optional(line('The name of the link', 80)),
  expiresAt: v.optional(instant('expiresAt')),
  frameOrigins: v.optional(v.pipe(
    v.array(v.pipe(v.string('A frame origin is a text.'), v.maxLength(260, 'A frame origin is at most 260 characters.'), v.check(isOrigin, 'A frame origin is a scheme, a host and a port, such as https://wiki.example.org.')), 'frameOrigins is a list.'),
    v.maxLength(20, 'A link has at most 20 frame origins.'),
  )),
})

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}

function told(key: StoredKey): SharingLink {
  const { id, right, name, createdAt, expiresAt, revokedAt, frameOrigins } = key
  const iso = (ms: number): string => new Date(ms).toISOString()
  return {
    id, right, name, createdAt: iso(createdAt),
    ...(expiresAt === undefined ? {} : { expiresAt: iso(expiresAt) }), ...(revokedAt === undefined ? {} : { revokedAt: iso(revokedAt) }),
    ...(frameOrigins.length === 0 ? {} : { frameOrigins }),
  }
}

/** Refuses to lock everybody out: a way in for an owner stays. */
async function refuseLastWayIn(parts: Parts, guest: Guest, key: StoredKey, keys: readonly StoredKey[]): Promise<void> {
  if (key.right !== 'own') return
  const now = parts.now().getTime()
  const left = keys.filter((other) => other.id !== key.id)
  if (guest.person !== undefined || left.some((other) => other.right === 'own' && isLive(other, now))) return
  const members = await parts.storage.membersOf(key.board)
  if (members.some((member) => keptRight(member, left, now)?.right === 'own')) return
  throw new Failure(409, 'last_way_in', 'This is the last way in for an owner: make another link with the right own first.')
}

async function revoke(parts: Parts, guest: Guest, linkId: string): Promise<void> {
  const { storage } = parts
  const board = guest.board.id
  const keys = await storage.keysOf(board)
  const key = keys.find(({ id }) => id === linkId)
  if (key === undefined) throw new Failure(404, 'no_such_link', 'This board has no such link.')
  await refuseLastWayIn(parts, guest, key, keys)
  if (guest.person !== undefined && guest.key?.id === key.id) {
    const own = await storage.membership(board, guest.person.id)
    if (own !== undefined) await storage.putMembership({ ...own, key: undefined })
  }
  await storage.revokeKey(board, key.id, parts.now().getTime())
  const cut = new Set((await storage.membersOf(board)).filter((member) => member.key === key.id).map(({ person }) => person))
  parts.rooms.disconnect(board, CLOSE.noSuchBoard, ({ actor }) => actor.key === key.id || (actor.person !== undefined && cut.has(actor.person)))
}

export function links(parts: Parts): Hono {
  const routes = new Hono()

  routes.get('/:id/links', async (c) => {
    const { board } = await letIn(c, parts, 'own')
    return c.json((await parts.storage.keysOf(board.id)).map(told))
  })

  routes.post('/:id/links', async (c) => {
    const { board } = await letIn(c, parts, 'own')
    const { right, name = '', expiresAt, frameOrigins } = await bodyOf(c, LinkBody)
    const now = parts.now().getTime()
    if (expiresAt !== undefined && expiresAt <= now) throw new Failure(400, 'wrong_body', 'expiresAt has passed.', { path: 'expiresAt' })
    const keys = await parts.storage.keysOf(board.id)
    if (keys.length >= MAX_LINKS || keys.filter((key) => isLive(key, now)).length >= MAX_LIVE) throw new Failure(409, 'too_many_links', 'This board has too many links: revoke some first.')
    const { key, stored } = makeKey(board.id, { right, name, expiresAt, frameOrigins }, now)
    await parts.storage.addKey(stored)
    const made: MadeLink = { ...told(stored), key, url: linkUrl(parts.place.url, board.id, right, key) }
    return c.json(made, 201)
  })

  routes.delete('/:id/links/:link', async (c) => {
    const guest = await letIn(c, parts, 'own')
    await parts.turns.take(guest.board.id, () => revoke(parts, guest, c.req.param('link')))
    return c.body(null, 204)
  })

  return routes
}
