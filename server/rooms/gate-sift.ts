// Writes an update again without what was set aside: the bytes of each taken struct as they came, and the delete
// ranges that are kept. Only a step 2 is ever sifted; everything else goes on in its original bytes.
import * as encoding from 'lib0/encoding'
import type { Taking } from './gate-order.ts'
import type { DeleteRange } from './scan.ts'

export function siftUpdate(update: Uint8Array, takings: readonly Taking[], deletes: readonly DeleteRange[]): Uint8Array {
  return encoding.encode((encoder) => {
    const groups = takings.filter(({ taken }) => taken.length > 0)
    encoding.writeVarUint(encoder, groups.length)
    for (const taking of groups) writeGroup(encoder, update, taking)
    writeDeletes(encoder, deletes)
  })
}

function writeGroup(encoder: encoding.Encoder, update: Uint8Array, { group, taken }: Taking): void {
  encoding.writeVarUint(encoder, taken.length)
  encoding.writeVarUint(encoder, group.client)
  encoding.writeVarUint(encoder, group.clock)
  const from = taken[0]?.struct.from ?? 0
  const to = taken.at(-1)?.struct.to ?? from
  encoding.writeUint8Array(encoder, update.subarray(from, to))
}

function writeDeletes(encoder: encoding.Encoder, deletes: readonly DeleteRange[]): void {
  const clients = new Map<number, DeleteRange[]>()
  for (const range of deletes) {
    const ranges = clients.get(range.client)
    if (ranges === undefined) clients.set(range.client, [range])
    else ranges.push(range)
  }
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
}
