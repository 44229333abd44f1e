// The person of the cookie across all boards: which boards they may open, and being the same person on another device.
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { DeviceLink, MyBoard } from '../../shared/protocol/http.ts'
import { keptRight } from '../access/admission.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import type { StoredBoard, StoredPerson } from '../storage/storage.ts'
import { bodyOf } from './request/body.ts'
import { Failure } from './request/failure.ts'
import { prose } from './request/fields.ts'
import type { Parts } from './parts.ts'
import { giveCookie, refuseForeign, trustedToken } from './request/visitor.ts'

const DEVICE_LINK_MS = 600_000
const OpenBody = v.strictObject({ code: prose('The code', 200) })

async function visitorOf(c: Context, parts: Parts): Promise<StoredPerson | undefined> {
  const token = trustedToken(c, parts)
  return token === undefined ? undefined : parts.storage.personByToken(hashOf(token))
}

/** A title typed on an open board is taken over when somebody looks at their list. */
async function titleOf({ rooms, storage, log }: Parts, board: StoredBoard): Promise<string> {
  const title = rooms.titleOf(board.id) ?? board.title
  if (title !== board.title) await storage.renameBoard(board.id, title, board.updatedAt).catch((error: unknown) => log.error({ board: board.id, error: String(error) }, 'a title was not taken over'))
  return title
}

/** The boards that were changed last are looked at; nobody reads further than that at a glance. */
const MOST_GLANCES = 24

async function withGlances({ rooms }: Parts, boards: readonly MyBoard[], now: number): Promise<readonly MyBoard[]> {
  const seen: MyBoard[] = []
  for (const board of boards) {
    const glance = seen.length < MOST_GLANCES ? await rooms.glance(board.id, now) : undefined
    seen.push({ ...board, here: rooms.peopleOn(board.id), ...(glance === undefined ? {} : { glance }) })
  }
  return seen
}

async function boardsOf(parts: Parts, person: StoredPerson): Promise<readonly MyBoard[]> {
  const now = parts.now().getTime()
  const open: MyBoard[] = []
  for (const board of await parts.storage.boardsOfPerson(person.id)) {
    const [membership, keys] = await Promise.all([parts.storage.membership(board.id, person.id), parts.storage.keysOf(board.id)])
    const kept = keptRight(membership, keys, now)
    if (kept !== undefined && board.deletedAt === undefined) open.push({ id: board.id, title: await titleOf(parts, board), right: kept.right, updatedAt: new Date(board.updatedAt).toISOString() })
  }
  return withGlances(parts, open.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)), now)
}

export function me(parts: Parts): Hono {
  const routes = new Hono()

  routes.get('/boards', async (c) => {
    const person = await visitorOf(c, parts)
    return c.json(person === undefined ? [] : await boardsOf(parts, person))
  })

  routes.post('/devices', async (c) => {
    refuseForeign(c, parts)
    const person = await visitorOf(c, parts)
    if (person === undefined) throw new Failure(403, 'needs_person', 'Enter a board first: there is nobody to open on another device.')
    const code = newSecret()
    const expiresAt = parts.now().getTime() + DEVICE_LINK_MS
    await parts.storage.addDeviceCode(hashOf(code), person.id, expiresAt)
    const link: DeviceLink = { url: `${parts.place.url}/device#${code}`, expiresAt: new Date(expiresAt).toISOString() }
    return c.json(link, 201)
  })

  routes.post('/devices/open', async (c) => {
    refuseForeign(c, parts)
    trustedToken(c, parts)
    const { code } = await bodyOf(c, OpenBody)
    const personId = await parts.storage.takeDeviceCode(hashOf(code), parts.now().getTime())
    const person = personId === undefined ? undefined : await parts.storage.person(personId)
    if (person === undefined) throw new Failure(404, 'no_such_code', 'This link was used or has expired: make a new one on the other device.')
    const token = newSecret()
    await parts.storage.addToken(person.id, hashOf(token))
    giveCookie(c, parts, token)
    return c.json({ name: person.name })
  })

  return routes
}
