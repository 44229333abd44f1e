// Keeps the write-ahead log short without holding up the event loop. SQLite's own automatic checkpoint would write
// and fsync megabytes inside an insert. Writers pass `gate()`: it is shut only for the last step, some milliseconds.
import { Worker } from 'node:worker_threads'

export class Checkpoint {
  readonly #file: string
  readonly #everyBytes: number
  #bytes = 0
  #running: Promise<void> | undefined
  #shut: Promise<void> | undefined

  constructor(file: string, everyBytes: number) {
    this.#file = file
    this.#everyBytes = everyBytes
  }

  /** Undefined, or what a writer has to wait for. */
  gate(): Promise<void> | undefined {
    return this.#shut
  }

  /** About this much was written since the last one began. */
  get bytes(): number {
    return this.#bytes
  }

  /** About this much was added to the write-ahead log. */
  grew(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes < this.#everyBytes || this.#running !== undefined) return
    // A checkpoint that failed is tried again after as many bytes; until then the log only grows.
    void this.run().catch(() => undefined)
  }

  /** Copies the whole log into the database file, fsync included; rejects when that failed. */
  run(): Promise<void> {
    this.#running ??= this.#inThread().finally(() => { this.#running = undefined })
    return this.#running
  }

  async #inThread(): Promise<void> {
    this.#bytes = 0
    const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: { file: this.#file } })
    let open: (() => void) | undefined
    try {
      await new Promise<void>((resolve, reject) => {
        worker.on('message', (said: unknown) => {
          if (said === 'nearly') {
            this.#shut = new Promise((opened) => { open = opened })
            worker.postMessage('go')
          } else if (said === 'done') resolve()
          else reject(new Error('the write-ahead log is in use'))
        })
        worker.once('error', reject)
        worker.once('exit', () => reject(new Error('the checkpoint stopped early')))
      })
    } finally {
      this.#shut = undefined
      open?.()
      await worker.terminate()
    }
  }

  /** Waits for one that runs. */
  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined)
  }
}
