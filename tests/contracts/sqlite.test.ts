// The contract of storages, held by SQLite in a temporary folder.
import { join } from 'node:path'
import { openSqlite } from '../../server/storage/sqlite.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { storageContract } from './storage-contract.ts'

storageContract('sqlite', async ({ now }) => {
  const path = join(temporaryFolder(), 'tacit.sqlite')
  const storage = openSqlite(path, { now })
  return {
    storage,
    reopen: async () => {
      await storage.close()
      return openSqlite(path, { now })
    },
  }
})
