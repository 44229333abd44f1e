// Updates made by hand, byte by byte, as no honest client writes them: what the gate has to withstand.
import * as encoding from 'lib0/encoding'

export interface Id { readonly client: number; readonly clock: number }
export type Write = (encoder: encoding.Encoder) => void

export interface HandStruct { readonly write: Write; readonly length: number }
export interface HandGroup { readonly client: number; readonly clock: number; readonly structs: readonly HandStruct[] }
export type HandDelete = readonly [client: number, clock: number, length: number]

export interface Where {
  readonly origin?: Id
  readonly right?: Id
  readonly root?: string
  readonly parent?: Id
  readonly key?: string
}

interface HandContent { readonly ref: number; readonly length: number; readonly write: Write }

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

export function values(...list: readonly unknown[]): HandContent {
  return { ref: 8, length: list.length, write: (encoder) => {
    encoding.writeVarUint(encoder, list.length)
    for (const value of list) encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1])
  } }
}

export const text = (string: string): HandContent => ({ ref: 4, length: string.length, write: (encoder) => encoding.writeVarString(encoder, string) })
export const deleted = (length: number): HandContent => ({ ref: 1, length, write: (encoder) => encoding.writeVarUint(encoder, length) })
export const embed = (value: unknown): HandContent => ({ ref: 5, length: 1, write: (encoder) => encoding.writeVarString(encoder, JSON.stringify(value)) })
export const oldJson = (...list: readonly string[]): HandContent => ({ ref: 2, length: list.length, write: (encoder) => {
  encoding.writeVarUint(encoder, list.length)
  for (const value of list) encoding.writeVarString(encoder, value)
} })
export const binary = (bytes: Uint8Array): HandContent => ({ ref: 3, length: 1, write: (encoder) => encoding.writeVarUint8Array(encoder, bytes) })
export const subdocument: HandContent = { ref: 9, length: 1, write: (encoder) => {
  encoding.writeVarString(encoder, 'inner')
  encoding.writeAny(encoder, {})
} }

export const mark = (name: string, json: string): HandContent => ({ ref: 6, length: 1, write: (encoder) => {
  encoding.writeVarString(encoder, name)
  encoding.writeVarString(encoder, json)
} })

/** Array 0, map 1, text 2, element 3, fragment 4, hook 5, XML text 6. */
export const type = (ref: number, name = ''): HandContent => ({ ref: 7, length: 1, write: (encoder) => {
  encoding.writeVarUint(encoder, ref)
  if (ref === 3 || ref === 5) encoding.writeVarString(encoder, name)
} })

export const MAP = 1
export const ELEMENT = 3
export const FRAGMENT = 4
export const XML_TEXT = 6

export function item(where: Where, content: HandContent): HandStruct {
  const { origin, right, root, parent, key } = where
  return { length: content.length, write: (encoder) => {
    encoding.writeUint8(encoder, content.ref | (origin === undefined ? 0 : 128) | (right === undefined ? 0 : 64) | (key === undefined ? 0 : 32))
    if (origin !== undefined) writeId(encoder, origin)
    if (right !== undefined) writeId(encoder, right)
    if (origin === undefined && right === undefined) {
      encoding.writeVarUint(encoder, root === undefined ? 0 : 1)
      if (root !== undefined) encoding.writeVarString(encoder, root)
      else writeId(encoder, parent ?? { client: 0, clock: 0 })
      if (key !== undefined) encoding.writeVarString(encoder, key)
    }
    content.write(encoder)
  } }
}

function lengthOnly(info: number, length: number): HandStruct {
  return { length, write: (encoder) => {
    encoding.writeUint8(encoder, info)
    encoding.writeVarUint(encoder, length)
  } }
}

export const gc = (length: number): HandStruct => lengthOnly(0, length)
export const skip = (length: number): HandStruct => lengthOnly(10, length)

export const group = (client: number, clock: number, ...structs: readonly HandStruct[]): HandGroup => ({ client, clock, structs })

export function craft(groups: readonly HandGroup[], deletes: readonly HandDelete[] = []): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, groups.length)
    for (const { client, clock, structs } of groups) {
      encoding.writeVarUint(encoder, structs.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const struct of structs) struct.write(encoder)
    }
    const clients = [...new Set(deletes.map(([client]) => client))]
    encoding.writeVarUint(encoder, clients.length)
    for (const client of clients) {
      const ranges = deletes.filter(([other]) => other === client)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const [, clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}

/** The raw numbers of an update, for what `craft` would never write. */
export function numbers(...list: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of list) encoding.writeVarUint(encoder, number)
  })
}
