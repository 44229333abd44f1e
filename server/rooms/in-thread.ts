// One piece of work on a large board in a thread of its own, so that the event loop serves everybody else meanwhile.
// The thread ends with the work, when it takes too long, or when it takes too much memory. Knows no board.
import { Worker } from 'node:worker_threads'
import { TooMuchWork } from './rooms.ts'

/** The largest board takes a few seconds, and ten times its bytes. */
export const THREAD_MS = 30_000
const THREAD_MB = 768

/** What one piece of work may take: ms, and MB of heap. */
export interface ThreadBounds { readonly ms?: number; readonly mb?: number }

/** The first message of the script, which is given `data`. Rejects with `TooMuchWork` when there is none within the bounds. */
export async function inThread<T>(script: URL, data: object, { ms = THREAD_MS, mb = THREAD_MB }: ThreadBounds = {}): Promise<T> {
  const worker = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: mb } })
  worker.unref()
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(new TooMuchWork(`looking at a board took more than ${ms} ms`)), ms).unref()
      worker.once('message', resolve)
      worker.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuchWork(`looking at a board took more than ${mb} MB`, { cause: error }) : error)
      })
      worker.once('exit', () => reject(new Error('looking at a board stopped early')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
