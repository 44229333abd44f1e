// Several updates of one turn as one, in time linear in their bytes: what each client wrote, in a row, and all deletes.
// `Y.mergeUpdates` does the same for any updates, but takes the square of their number; it is asked only when two
// updates of one client do not follow one another. Needs no document.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { scanUpdate, type DeleteRange, type ScanBounds } from './scan.ts'

/** The updates passed the gate, or are the server's own: no bound matters here. */
const NO_BOUNDS: ScanBounds = { structs: Infinity, deletes: Infinity, jsonDepth: Infinity, jsonStringChars: Infinity }

interface Run { readonly clock: number; next: number; structs: number; readonly bytes: Uint8Array[] }

/** Undefined when the structs of a client have a gap or overlap. */
function runsOf(updates: readonly Uint8Array[], deletes: DeleteRange[]): Map<number, Run> | undefined {
  const runs = new Map<number, Run>()
  for (const update of updates) {
    const scan = scanUpdate(update, NO_BOUNDS)
    for (const range of scan.deletes) deletes.push(range)
    for (const { client, clock, structs } of scan.groups) {
      const [first, last] = [structs[0], structs.at(-1)]
      if (first === undefined || last === undefined) continue
      const bytes = update.subarray(first.from, last.to)
      const next = last.clock + last.length
      const run = runs.get(client)
      if (run === undefined) runs.set(client, { clock, next, structs: structs.length, bytes: [bytes] })
      else if (run.next !== clock) return undefined
      else {
        run.next = next
        run.structs += structs.length
        run.bytes.push(bytes)
      }
    }
  }
  return runs
}

/** Rising and apart, as Yjs writes them. */
function tidied(ranges: DeleteRange[]): readonly DeleteRange[] {
  const tidy: DeleteRange[] = []
  for (const range of ranges.sort((a, b) => a.clock - b.clock)) {
    const last = tidy.at(-1)
    const end = last === undefined ? -1 : last.clock + last.length
    if (last === undefined || range.clock > end) tidy.push(range)
    else tidy[tidy.length - 1] = { ...last, length: Math.max(end, range.clock + range.length) - last.clock }
  }
  return tidy
}

function writeRuns(encoder: encoding.Encoder, runs: ReadonlyMap<number, Run>): void {
  encoding.writeVarUint(encoder, runs.size)
  for (const [client, { clock, structs, bytes }] of [...runs].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, structs)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const part of bytes) encoding.writeUint8Array(encoder, part)
  }
}

function writeDeletes(encoder: encoding.Encoder, deletes: readonly DeleteRange[]): void {
  const clients = Map.groupBy(deletes, ({ client }) => client)
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of [...clients].sort(([a], [b]) => b - a)) {
    const tidy = tidied(ranges)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, tidy.length)
    for (const { clock, length } of tidy) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
}

/** One update that does what these do one after another; a lone one as it came. */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates
  if (updates.length === 1 && first !== undefined) return first
  const deletes: DeleteRange[] = []
  const runs = runsOf(updates, deletes)
  if (runs === undefined) return Y.mergeUpdates([...updates])
  return encoding.encode((encoder) => {
    writeRuns(encoder, runs)
    writeDeletes(encoder, deletes)
  })
}
