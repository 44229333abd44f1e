// Headers of every answer: nothing but our own scripts runs, nobody frames the app, no address leaks by Referer.
import type { MiddlewareHandler } from 'hono'
import type { PublicPlace } from '../../config.ts'

/** `ws:` is named beside 'self' because not every browser counts it as one origin with the page. */
function policy({ origins }: PublicPlace): string {
  const sockets = [...origins].map((origin) => origin.replace(/^http/, 'ws'))
  return [
    "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'",
    `connect-src ${["'self'", ...sockets].join(' ')}`, "frame-src 'none'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
  ].join('; ')
}

export function securityHeaders(place: PublicPlace): MiddlewareHandler {
  const headers: readonly (readonly [string, string])[] = [
    ['content-security-policy', policy(place)],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ...(place.secure ? [['strict-transport-security', 'max-age=15552000'] as const] : []),
  ]
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) c.header(name, value)
  }
}
