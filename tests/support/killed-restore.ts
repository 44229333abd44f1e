// A process that puts a backup back and kills itself before the n-th change of a file: BACKUP DATABASE N.
import { putBack } from '../../server/storage/sqlite-backup.ts'
import { beforeEachChange } from './failing-files.ts'

const [backup = '', database = '', last = ''] = process.argv.slice(2)
beforeEachChange((n) => {
  if (n === Number(last)) process.kill(process.pid, 'SIGKILL')
})
await putBack(backup, database, 'before')
