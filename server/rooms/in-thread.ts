// One piece of work on a large board in a thread of its own, so that the event loop serves everybody else meanwhile.
// The thread ends with the work, when it takes too long, or when it takes too much memory. Knows no board.
import { Worker } from 'node:worker_threads'

/** The largest board takes a few seconds, and ten times its bytes. */
export const THREAD_MS = 30_000
const THREAD_MB = 768

/** The first message of the script, which is given `data`. Rejects when there is none within `patience` ms. */
export async function inThread<T>(script: URL, data: object, patience = THREAD_MS): Promise<T> {
  const worker = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: THREAD_MB } })
  worker.unref()
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('looking at a board took too long')), patience).unref()
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('looking at a board stopped early')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
