// Secrets: keys of links, tokens of cookies, codes of devices. 128 random bits each, and only their SHA-256 is stored,
// so that a stolen database opens nothing. A fast hash is enough for 128 random bits: there is nothing to guess.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 22 base64url characters. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

/** SHA-256 in hex: what is stored and looked up. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Compares without telling by its time how much was right. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
