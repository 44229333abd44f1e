// Runs in a thread of its own: copies the write-ahead log of the SQLite file into the file, fsync included, so that
// the event loop never waits for it. First while others write; then, once told that nobody does, the rest.
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

const { file } = workerData as { readonly file: string }
const db = new DatabaseSync(file, { timeout: 5_000 })
db.exec('PRAGMA wal_checkpoint(PASSIVE)')
parentPort?.once('message', () => {
  const result = db.prepare('PRAGMA wal_checkpoint(RESTART)').get()
  db.close()
  parentPort?.postMessage(result?.['busy'] === 0 ? 'done' : 'busy')
})
parentPort?.postMessage('nearly')
