// The way into a live board: one upgrade is admitted with one right for its whole life. Where it comes from is judged
// before anything else; whom no board is open to is let in and sent away with a code, because a stock client that is
// refused by HTTP comes back for ever. Knows no frames: an admitted socket is handed on.
import { upgradeWebSocket } from '@hono/node-server'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import type { WebSocket } from 'ws'
import { isId } from '../../shared/board/ids.ts'
import { CLOSE, type CloseCode } from '../../shared/protocol/close-codes.ts'
import { allows } from '../../shared/protocol/rights.ts'
import { admit, type Admitted, type Claim } from '../access/admission.ts'
import { isLive } from '../access/keys.ts'
import { hashOf } from '../access/secrets.ts'
import type { Admission } from '../rooms/rooms.ts'
import { Failure } from './request/failure.ts'
import { mayUpgrade } from './request/origin.ts'
import type { Parts } from './parts.ts'
import { addressOf, bearerOf, tokenOf } from './request/visitor.ts'

/** Takes over an admitted socket. */
export type Accept = (admission: Admission, socket: WebSocket) => void

/** The longest delay that a timer can hold. */
const MAX_TIMER_MS = 2_147_483_647

function isUpgrade(c: Context): boolean {
  return c.req.header('upgrade')?.toLowerCase() === 'websocket'
}

/** A key in the query is for programs; Tacit's own pages send their cookie. If both are there, the key counts. */
function claimOf(c: Context, parts: Parts): Claim {
  const key = c.req.query('key') ?? bearerOf(c)
  return key === undefined ? { token: tokenOf(c, parts) } : { key }
}

async function keyKind(parts: Parts, claim: Claim): Promise<'none' | 'reads' | 'other'> {
  if (claim.key === undefined) return 'none'
  const key = await parts.storage.keyByHash(hashOf(claim.key))
  return key !== undefined && isLive(key, parts.now().getTime()) && !allows(key.right, 'contribute') ? 'reads' : 'other'
}

/** Every upgrade, whatever its path, is judged by its Origin first. */
export function guardUpgrades(parts: Parts): MiddlewareHandler {
  return async (c, next) => {
    if (isUpgrade(c) && !mayUpgrade(c.req.header('origin'), parts.place.origins, await keyKind(parts, claimOf(c, parts)))) {
      throw new Failure(403, 'wrong_origin', 'This connection did not come from a page of this server.')
    }
    await next()
  }
}

function nameOn(parts: Parts, board: string, person: string | undefined): Promise<string> {
  if (person === undefined) return Promise.resolve('')
  return parts.rooms.open(board).then(({ state }) => state.people.get(person)?.name ?? '', () => '')
}

async function admissionOf(c: Context, parts: Parts, admitted: Admitted): Promise<Admission> {
  const { board, right, person, key } = admitted
  return {
    board: board.id,
    right: allows(right, 'edit') ? 'edit' : 'view',
    actor: person === undefined ? { key: key?.id ?? '' } : { person: person.id },
    name: await nameOn(parts, board.id, person?.id),
    address: addressOf(c, parts),
    acknowledges: c.req.query('v') === '1',
  }
}

/** A right that ends at an instant ends for what is open, too. */
function closeAtExpiry(parts: Parts, admission: Admission, expiresAt: number | undefined, socket: WebSocket): void {
  if (expiresAt === undefined) return
  const left = expiresAt - parts.now().getTime()
  const timer = setTimeout(() => {
    if (left > MAX_TIMER_MS) closeAtExpiry(parts, admission, expiresAt, socket)
    else parts.rooms.disconnect(admission.board, CLOSE.noSuchBoard, (other) => other === admission)
  }, Math.min(left, MAX_TIMER_MS))
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
}

/** A right that ended between the look-up and the accepted socket was not there to be closed by whoever ended it. */
async function closeIfOutdated(c: Context, parts: Parts, admission: Admission): Promise<void> {
  const again = await admit(parts.storage, admission.board, claimOf(c, parts), parts.now().getTime())
  const right = again === undefined ? undefined : allows(again.right, 'edit') ? 'edit' : 'view'
  if (right === admission.right) return
  parts.rooms.disconnect(admission.board, right === undefined ? CLOSE.noSuchBoard : CLOSE.tooSmallRight, (other) => other === admission)
}

interface Refused { readonly code: CloseCode; readonly reason: string }

async function knock(c: Context, parts: Parts): Promise<{ readonly admission: Admission; readonly expiresAt?: number } | Refused> {
  const boardId = c.req.param('id') ?? ''
  const admitted = await admit(parts.storage, isId(boardId) ? boardId : '', claimOf(c, parts), parts.now().getTime())
  if (admitted === undefined) return { code: CLOSE.noSuchBoard, reason: 'There is no such board, or the link to it no longer works.' }
  if (!allows(admitted.right, 'view')) return { code: CLOSE.tooSmallRight, reason: 'This link does not allow that.' }
  return { admission: await admissionOf(c, parts, admitted), expiresAt: admitted.key?.expiresAt }
}

export function sync(parts: Parts, accept: Accept): Hono {
  const routes = new Hono()
  routes.get('/:id', async (c, next) => {
    if (!isUpgrade(c)) throw new Failure(426, 'upgrade_required', 'This address speaks WebSocket only.')
    await next()
  }, upgradeWebSocket(async (c) => {
    const answer = await knock(c, parts)
    return {
      onOpen(_event, { raw }) {
        const socket = raw as WebSocket
        if (!('admission' in answer)) return socket.close(answer.code, answer.reason)
        accept(answer.admission, socket)
        closeAtExpiry(parts, answer.admission, answer.expiresAt, socket)
        closeIfOutdated(c, parts, answer.admission).catch((error: unknown) => parts.log.error({ error: String(error) }, 'a connection was not checked again'))
      },
    }
  }))
  return routes
}
