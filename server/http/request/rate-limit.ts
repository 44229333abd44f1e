// Floods: so many requests a minute for each address and each person, so many new boards an hour for each address.
// Kept in memory: a restart forgives.
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { hashOf } from '../../access/secrets.ts'
import { Failure } from './failure.ts'
import type { Parts } from '../parts.ts'
import { addressOf, tokenOf } from './visitor.ts'

const MINUTE = 60
const HOUR = 3_600

async function take(limiter: RateLimiterMemory, who: string, what: string): Promise<void> {
  try {
    await limiter.consume(who)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
    throw new Failure(429, 'too_fast', `${what}: try again in ${seconds} s.`, { retryAfter: seconds })
  }
}

/** An IPv6 customer has a whole /64: it counts as one address. */
export function network(address: string): string {
  if (!address.includes(':') || /^::ffff:\d+\./i.test(address)) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const after = (tail ?? '').split(':').filter((group) => group !== '')
  const whole = tail === undefined ? groups : [...groups, ...Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0'), ...after]
  return whole.slice(0, 4).join(':')
}

export function limitRequests(parts: Parts): MiddlewareHandler {
  const { requestsPerMinute } = parts.config.limits
  const byAddress = new RateLimiterMemory({ points: requestsPerMinute, duration: MINUTE })
  const byPerson = new RateLimiterMemory({ points: requestsPerMinute, duration: MINUTE })
  return async (c, next) => {
    await take(byAddress, network(addressOf(c, parts)), 'Too many requests from your address')
    const token = tokenOf(c, parts)
    if (token !== undefined) await take(byPerson, hashOf(token), 'Too many requests')
    await next()
  }
}

export function limitCreation(parts: Parts): (c: Context) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: parts.config.limits.boardsPerHour, duration: HOUR })
  return (c) => take(limiter, network(addressOf(c, parts)), 'Too many new boards from your address')
}
