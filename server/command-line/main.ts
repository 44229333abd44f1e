// The start of `npx tacit COMMAND` under the pinned Node: hands the process's streams to the commands. `scripts/tacit.mjs`
// comes before it, and starts `serve` itself.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Output } from './command.ts'
import { runCommand, type Commands } from './commands.ts'
import { backUp, putBack } from '../storage/sqlite-backup.ts'
import { sqliteBeside } from '../storage/sqlite-beside.ts'
import { reportCommand } from './report-command.ts'
import { serveCommand } from './serve-command.ts'
import { storedCommands } from './stored-commands.ts'

const root = join(import.meta.dirname, '..', '..')
const databaseIn = (dataFolder: string): string => join(dataFolder, 'tacit.sqlite')
const COMMANDS: Commands = {
  report: reportCommand,
  serve: serveCommand,
  ...storedCommands({
    backUp: (dataFolder, folder) => backUp(databaseIn(dataFolder), folder),
    putBack: (folder, dataFolder, suffix) => putBack(folder, databaseIn(dataFolder), suffix),
    boards: (dataFolder) => sqliteBeside(databaseIn(dataFolder)),
  }),
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // Whoever reads only the first lines (`| head`) has what they wanted.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return { write: (text) => { stream.write(text) }, columns: stream.isTTY ? stream.columns : undefined }
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
/** The data lie where `npm start` looks for them, in whatever folder this is called. */
const env = { ...process.env, TACIT_DATA: resolve(root, process.env['TACIT_DATA']?.trim() || 'data') }
// Set, not exited with: what is still on its way to a pipe gets there.
process.exitCode = 2
process.exitCode = await runCommand(COMMANDS, process.argv.slice(2), version, {
  stdin: process.stdin, stdout: outputOf(process.stdout), stderr: outputOf(process.stderr), env, now: () => new Date(),
})
