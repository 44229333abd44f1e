// What a request carries to be let in (a key, or the cookie of a person), the cookie that is handed out, and the
// address it came from. A cookie counts only on a request that came from one of our own pages.
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isJson } from './body.ts'
import type { Claim } from '../../access/admission.ts'
import { Failure } from './failure.ts'
import { isForeign, isOurs, type Provenance } from './origin.ts'
import type { Parts } from '../parts.ts'

/** Seconds: the longest that browsers keep a cookie. */
const COOKIE_SECONDS = 400 * 86_400

/** On https the prefix keeps a neighbouring subdomain from planting one. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-tacit' : 'tacit'
}

export function provenanceOf(c: Context): Provenance {
  return { origin: c.req.header('origin'), fetchSite: c.req.header('sec-fetch-site'), marked: c.req.header('x-tacit') !== undefined }
}

export function bearerOf(c: Context): string | undefined {
  return /^Bearer +(\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
}

export function tokenOf(c: Context, parts: Parts): string | undefined {
  return getCookie(c, cookieName(parts.place.secure))
}

/** A change without a cookie: only what says that it comes from elsewhere is turned away. */
export function refuseForeign(c: Context, parts: Parts): void {
  if (bearerOf(c) === undefined && isForeign(provenanceOf(c), parts.place.origins)) throw wrongOrigin()
}

function wrongOrigin(): Failure {
  return new Failure(403, 'wrong_origin', 'This request did not come from a page of this server: set TACIT_ORIGINS if it should have.')
}

/** The cookie's token, after it was made sure that the request may rely on it; undefined without one. */
export function trustedToken(c: Context, parts: Parts): string | undefined {
  const token = tokenOf(c, parts)
  if (token === undefined) return undefined
  if (!isOurs(provenanceOf(c), c.req.method, parts.place.origins)) throw wrongOrigin()
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!reads && !isJson(c.req.header('content-type'))) throw new Failure(415, 'not_json', 'Send JSON: content-type application/json.')
  return token
}

/** If both a key and a cookie are there, the key counts. */
export function claimOf(c: Context, parts: Parts): Claim {
  const key = bearerOf(c)
  if (key !== undefined) return { key }
  const token = trustedToken(c, parts)
  return token === undefined ? {} : { token }
}

export function giveCookie(c: Context, parts: Parts, token: string): void {
  const { secure } = parts.place
  setCookie(c, cookieName(secure), token, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: COOKIE_SECONDS })
}

/** The client's address: of the socket, or the last one that the trusted proxy has written. */
export function addressOf(c: Context, parts: Parts): string {
  const { proxyHeader } = parts.config
  const told = proxyHeader === undefined ? undefined : c.req.header(proxyHeader)?.split(',').at(-1)?.trim()
  return told === undefined || told === '' ? ((c.env as HttpBindings).incoming.socket.remoteAddress ?? '') : told.slice(0, 64)
}
