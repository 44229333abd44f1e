// A deep copy of a value that should be JSON, made before anything is believed: own keys only, well-formed text, no
// rings, no depth, no prototype keys. What stands in the way is named with its path. Knows no board.
import { isPrototypeKey, plainObject } from './json.ts'
import type { Json } from './records.ts'

export interface CopyLimits { readonly depth: number; readonly stringChars: number }

/** Values in one file; a board of 20,000 cards has far fewer. */
const MOST_VALUES = 4_000_000

export class FlawedJson extends Error {
  readonly path: string
  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

class Copying {
  readonly #limits: CopyLimits
  /** From the top to the value at hand: what contains itself is among them. */
  readonly #above: object[] = []
  readonly #path: (string | number)[] = []
  #values = 0

  constructor(limits: CopyLimits) {
    this.#limits = limits
  }

  copy(value: unknown): Json {
    if (++this.#values > MOST_VALUES) this.#fail('This has too many values for a board.')
    if (value === null || typeof value === 'boolean') return value
    if (typeof value === 'string') return this.#text(value)
    if (typeof value === 'number') return Number.isFinite(value) ? value : this.#fail('This must be a finite number.')
    if (typeof value !== 'object') return this.#fail('This must be JSON.')
    if (this.#above.includes(value)) return this.#fail('This contains itself.')
    if (this.#above.length > this.#limits.depth) return this.#fail(`This is nested deeper than ${this.#limits.depth}.`)
    this.#above.push(value)
    const copy = Array.isArray(value) ? value.map((item, at) => this.#within(at, item)) : this.#object(value)
    this.#above.pop()
    return copy
  }

  #within(key: string | number, value: unknown): Json {
    this.#path.push(key)
    const copy = this.copy(value)
    this.#path.pop()
    return copy
  }

  #object(value: object): Json {
    const fields = plainObject(value)
    if (fields === undefined) return this.#fail('This must be JSON.')
    const copy: Record<string, Json> = {}
    for (const key of Object.keys(fields)) {
      if (isPrototypeKey(key)) return this.#fail(`A key must not be called "${key}".`)
      if (fields[key] !== undefined) copy[key.toWellFormed()] = this.#within(key, fields[key])
    }
    return copy
  }

  #text(text: string): string {
    if (text.length > this.#limits.stringChars) this.#fail(`A text may have ${this.#limits.stringChars} characters at most.`)
    return text.toWellFormed()
  }

  #fail(message: string): never {
    throw new FlawedJson(pathOf(this.#path), message)
  }
}

/** `cards[3].due`; keys that are no plain names stand in brackets and quotes. */
export function pathOf(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => pathTo(path, key), '')
}

/** The path of an entry of what `path` leads to. */
export function pathTo(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  if (!/^[A-Za-z_][A-Za-z0-9_-]{0,47}$/.test(key)) return `${path}[${JSON.stringify(key.slice(0, 60))}]`
  return path === '' ? key : `${path}.${key}`
}

/** A copy that is certainly JSON; throws FlawedJson. */
export function copyJson(value: unknown, limits: CopyLimits): Json {
  return new Copying(limits).copy(value)
}
