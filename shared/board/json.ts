// Plain JSON values: what may be stored as one, checked and measured. A document or a file may hold anything, so
// nothing here trusts a prototype, a depth or a number. Knows nothing of boards.
import type { Json } from './records.ts'

/** Keys that change an object's prototype or pretend to be one. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

export function isPrototypeKey(key: string): boolean {
  return PROTOTYPE_KEYS.has(key)
}

export interface JsonLimits { readonly jsonDepth: number; readonly jsonStringChars: number }
export const NO_JSON_LIMITS: JsonLimits = { jsonDepth: 64, jsonStringChars: Infinity }

/** An object as JSON makes one, with its own keys only; undefined for arrays, class instances and changed prototypes. */
export function plainObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null ? (value as Record<string, unknown>) : undefined
}

/** What keeps a value from being JSON within the limits, as the end of a sentence ("must …"); undefined when nothing does. */
export function jsonProblem(value: unknown, limits: JsonLimits, depth = 0): string | undefined {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'string') return value.length > limits.jsonStringChars ? `may have ${limits.jsonStringChars} characters at most` : undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'must be a finite number'
  if (depth >= limits.jsonDepth) return `must not be nested deeper than ${limits.jsonDepth}`
  if (Array.isArray(value)) return firstProblem(value, limits, depth)
  const object = plainObject(value)
  if (object === undefined) return 'must be JSON'
  const key = Object.keys(object).find(isPrototypeKey)
  if (key !== undefined) return `must not have a key "${key}"`
  return firstProblem(Object.values(object), limits, depth)
}

function firstProblem(values: readonly unknown[], limits: JsonLimits, depth: number): string | undefined {
  for (const value of values) {
    const problem = jsonProblem(value, limits, depth + 1)
    if (problem !== undefined) return problem
  }
  return undefined
}

export function isJson(value: unknown): value is Json {
  return jsonProblem(value, NO_JSON_LIMITS) === undefined
}

/** UTF-8 bytes of a value written as JSON. */
export function jsonBytes(value: Json): number {
  const written = JSON.stringify(value)
  let bytes = written.length
  for (let i = 0; i < written.length; i++) {
    const unit = written.charCodeAt(i)
    // A surrogate pair is two units and four bytes; everything else above 0x7ff is three.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

/** True when two JSON values are the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => sameJson(item, b[at]))
  }
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length
    && keys.every((key) => Object.hasOwn(b, key) && sameJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
