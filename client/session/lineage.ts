// Whether the server still has what this document knows of it. A server that was put back to a backup begins its own
// clock again where the backup ends, and writes under the same numbers what nobody here would ever see. The epochs in
// which it wrote tell (PROTOCOL.md, WS42): whoever knows more of one than a later one began with knows what is gone.
import type { Epochs } from '../../shared/protocol/frames.ts'

/** Where the epoch is remembered in which the newest that is known was written. */
export interface EpochMemory { epoch: string | undefined }

export class Lineage {
  readonly #memory: EpochMemory
  /** The server's clock as it was known here before this connection: what it wrote since may come ahead of what it tells. */
  #known: number | undefined

  constructor(memory: EpochMemory) {
    this.#memory = memory
  }

  connected(known: number): void {
    this.#known = known
  }

  /** The server's own clock, by its step 1; true when it went back. */
  hearClock(clock: number): boolean {
    const known = this.#known
    this.#known = undefined
    return known !== undefined && clock < known
  }

  /** Message 102; true when the server went back. Only the first of a connection is held against what was known. */
  hearEpochs({ clock, epochs }: Epochs): boolean {
    const known = this.#known
    if (clock !== undefined) this.#known = undefined
    const remembered = this.#memory.epoch
    this.#memory.epoch = epochs.at(-1)?.id
    if (known === undefined || known === 0) return false
    return known > lastKnown(remembered, epochs) || (clock !== undefined && clock < known)
  }
}

/** How far the clock had come when what was written in this epoch ended; -1 when the server knows no such epoch. */
function lastKnown(epoch: string | undefined, epochs: Epochs['epochs']): number {
  const at = epochs.findIndex(({ id }) => id === epoch)
  if (at < 0 && epoch !== undefined) return -1
  return Math.min(Infinity, ...epochs.slice(at + 1).map(({ from }) => from))
}
