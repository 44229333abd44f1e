// Which card lies above which: jittered fractional keys, ties by card id. Two people who put a card into the same
// gap make different keys. Works in base 62 with the heads of fractional-indexing; knows no document.
import { generateKeyBetween } from 'fractional-indexing'
import { uint32 } from 'lib0/random'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const KEY = /^[A-Za-z][0-9A-Za-z]{1,119}$/
/** A longer key leaves no room for one beside it: nobody may fill the pile up for the others. */
const ROOMY = 100
/** Random digits after each new key: 62² × 61 ≈ 234,000 different keys for one gap. */
const JITTER = 3

export interface Ordered { readonly id: string; readonly order?: string }

/** True for a key that a new one can be made beside. */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || !KEY.test(value)) return false
  try {
    return generateKeyBetween(value, null) > value
  } catch {
    return false
  }
}

/** A key that cards can be laid beside for long. */
const hasRoom = (key: unknown): key is string => isOrderKey(key) && key.length <= ROOMY

/** From the bottom to the top; cards without a key come first, ties by id. */
export function compareOrder(a: Ordered, b: Ordered): number {
  const [left, right] = [a.order ?? '', b.order ?? '']
  if (left !== right) return left < right ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function jitter(): string {
  let digits = ''
  for (let i = 0; i < JITTER; i++) {
    // A key never ends in the zero digit.
    digits += i === JITTER - 1 ? DIGITS[1 + (uint32() % 61)] : DIGITS[uint32() % 62]
  }
  return digits
}

/**
 * A new key above `lower` and below `upper`; undefined is the end of the pile. Neighbours that are equal, swapped or
 * no keys leave no gap: then the new key lies right above `lower`. A neighbour without room counts as none.
 */
export function orderBetween(lower: string | undefined, upper: string | undefined): string {
  const below = hasRoom(lower) ? lower : null
  const above = hasRoom(upper) && (below === null || below < upper) ? upper : null
  let key = generateKeyBetween(below, above)
  // A key that `upper` starts with may not be lengthened: the longer one could lie above `upper`.
  while (above?.startsWith(key) === true) key = generateKeyBetween(key, above)
  return key + jitter()
}

/** The keys of the pile that have room, from the bottom to the top, each once. */
function keysOf(cards: Iterable<Ordered>): string[] {
  const keys = new Set<string>()
  for (const { order } of cards) if (hasRoom(order)) keys.add(order)
  return [...keys].sort((a, b) => (a < b ? -1 : 1))
}

/** A key above every card whose key has room. */
export function orderAbove(cards: Iterable<Ordered>): string {
  return orderBetween(keysOf(cards).at(-1), undefined)
}

/** A key below every card that has one; cards without a key stay below it. */
export function orderBelow(cards: Iterable<Ordered>): string {
  return orderBetween(undefined, keysOf(cards)[0])
}

/** A key right above `key` and everything that shares it: equal neighbours are passed, not split. */
export function orderOver(key: string | undefined, cards: Iterable<Ordered>): string {
  const keys = keysOf(cards)
  return orderBetween(key, key === undefined ? keys[0] : keys.find((other) => other > key))
}
