// The smallest reader of V1 bytes that a hostile client cannot make throw anything but `BadUpdate`, loop, or allocate
// by a count in the bytes: numbers, texts and JSON values. Knows nothing of structs, documents or boards.
import type { RefusedPlace } from '../../shared/protocol/error-codes.ts'

/** Why an update is refused, and where on the board, if that is known. */
export class BadUpdate extends Error {
  override readonly name = 'BadUpdate'
  readonly code: 'reload' | 'too-large'
  place: RefusedPlace | undefined
  constructor(code: 'reload' | 'too-large', sentence: string, place?: RefusedPlace) {
    super(sentence)
    this.code = code
    this.place = place
  }
}

export interface ValueBounds {
  /** How many arrays and objects may stand inside one another. */
  readonly jsonDepth: number
  readonly jsonStringChars: number
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Short texts of ASCII are cheaper read by hand than by a TextDecoder. */
const SHORT = 24
/** Zeros may follow a number for ever, until their factor is infinite and 0 times it is no number: bounds the digits. */
const MOST_FACTOR = 2 ** 53
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Tags of lib0's `any`: 127 undefined, 122 bigint and 116 bytes are no JSON and refused. */
const ANY = { null: 126, integer: 125, float32: 124, float64: 123, false: 121, true: 120, string: 119, object: 118, array: 117 } as const

export class ByteReader {
  readonly bytes: Uint8Array
  at = 0
  readonly #bounds: ValueBounds

  constructor(bytes: Uint8Array, bounds: ValueBounds) {
    this.bytes = bytes
    this.#bounds = bounds
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  byte(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new BadUpdate('reload', 'The update ends in the middle.')
    this.at++
    return byte
  }

  uint(): number {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw new BadUpdate('reload', 'A number in the update is too large.')
      if (byte < 128) return value
      factor *= 128
      if (factor > MOST_FACTOR) throw new BadUpdate('reload', 'A number in the update is too long.')
    }
  }

  /** A count of things of at least `size` bytes each: never more than the bytes that are left can hold. */
  count(size: number): number {
    const count = this.uint()
    if (count * size > this.left) throw new BadUpdate('reload', 'The update announces more than it holds.')
    return count
  }

  text(): string {
    const length = this.count(1)
    const end = this.at + length
    if (length <= SHORT) {
      const text = this.#ascii(end)
      if (text !== undefined) return text
    }
    try {
      const text = UTF8.decode(this.bytes.subarray(this.at, end))
      this.at = end
      if (text.length > this.#bounds.jsonStringChars) throw new BadUpdate('reload', `A text may have ${this.#bounds.jsonStringChars} characters at most.`)
      return text
    } catch (error) {
      throw error instanceof BadUpdate ? error : new BadUpdate('reload', 'A text in the update is not UTF-8.')
    }
  }

  #ascii(end: number): string | undefined {
    let text = ''
    for (let at = this.at; at < end; at++) {
      const byte = this.bytes[at] ?? 0
      if (byte > 127) return undefined
      text += String.fromCharCode(byte)
    }
    this.at = end
    return text
  }

  /** A value in lib0's `any` encoding, as plain JSON. */
  any(depth = 0): unknown {
    switch (this.byte()) {
      case ANY.null: return null
      case ANY.true: return true
      case ANY.false: return false
      case ANY.integer: return this.#integer()
      case ANY.float32: return this.#float(4)
      case ANY.float64: return this.#float(8)
      case ANY.string: return this.text()
      case ANY.array: return this.#array(depth + 1)
      case ANY.object: return this.#object(depth + 1)
      default: throw new BadUpdate('reload', 'A value in the update is not JSON.')
    }
  }

  #integer(): number {
    const first = this.byte()
    let value = first & 63
    let factor = 64
    for (let byte = first; byte >= 128;) {
      byte = this.byte()
      if (factor > MOST_FACTOR) throw new BadUpdate('reload', 'A number in the update is too long.')
      value += (byte & 127) * factor
      factor *= 128
      if (value > Number.MAX_SAFE_INTEGER) throw new BadUpdate('reload', 'A number in the update is too large.')
    }
    return (first & 64) === 0 ? value : -value
  }

  #float(size: 4 | 8): number {
    if (this.left < size) throw new BadUpdate('reload', 'The update ends in the middle.')
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at, size)
    this.at += size
    const value = size === 4 ? view.getFloat32(0) : view.getFloat64(0)
    if (!Number.isFinite(value)) throw new BadUpdate('reload', 'A number in the update is not finite.')
    return value
  }

  #deeper(depth: number): void {
    if (depth > this.#bounds.jsonDepth) throw new BadUpdate('reload', `A value may be ${this.#bounds.jsonDepth} levels deep at most.`)
  }

  #array(depth: number): unknown[] {
    this.#deeper(depth)
    const values: unknown[] = []
    for (let left = this.count(1); left > 0; left--) values.push(this.any(depth))
    return values
  }

  #object(depth: number): Record<string, unknown> {
    this.#deeper(depth)
    const object: Record<string, unknown> = {}
    for (let left = this.count(2); left > 0; left--) {
      const key = this.text()
      if (FORBIDDEN_KEYS.has(key)) throw new BadUpdate('reload', `"${key}" is no name of a field.`)
      object[key] = this.any(depth)
    }
    return object
  }

  /** A value that V1 carries as JSON text: the value of a mark. */
  json(): unknown {
    const text = this.text()
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      throw new BadUpdate('reload', 'A value in the update is not JSON.')
    }
    this.#plain(value, 0)
    return value
  }

  #plain(value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null) return
    this.#deeper(depth + 1)
    for (const key of Object.keys(value)) {
      if (FORBIDDEN_KEYS.has(key)) throw new BadUpdate('reload', `"${key}" is no name of a field.`)
      this.#plain((value as Record<string, unknown>)[key], depth + 1)
    }
  }
}
