// The commands of whoever runs a server: a backup, putting one back, and a way in for an owner who lost every key. What
// they do to the data is given to them; they know no database.
import { resolve } from 'node:path'
import { RIGHTS, type Right } from '../../shared/protocol/rights.ts'
import { isLive, linkUrl, makeKey } from '../access/keys.ts'
import { publicPlace, readConfig, WrongSetting, type Config } from '../config.ts'
import { StorageError, type StoredKey } from '../storage/storage.ts'
import { Refusal, type Command, type ExitCode, type Surroundings } from './command.ts'
import { optionsOf } from './options.ts'
import { padded, plainLine } from './plain-line.ts'

export interface StoredBoards {
  boards(): readonly { readonly id: string; readonly title: string; readonly deleted: boolean }[]
  keysOf(board: string): readonly StoredKey[]
  addKey(key: StoredKey): void
  close(): void
}

/** The data of a server: `dataFolder` is TACIT_DATA. Every failure is a StorageError. */
export interface Data {
  backUp(dataFolder: string, folder: string): { readonly path: string; readonly bytes: number }
  /** `suffix`: for the name of what is replaced. */
  putBack(folder: string, dataFolder: string, suffix: string): Promise<{ readonly kept: string | undefined }>
  boards(dataFolder: string): StoredBoards
}

/** What cannot be done is one sentence, whoever says it. */
async function refusing<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageError || error instanceof WrongSetting) throw new Refusal(error.message)
    throw error
  }
}

function folderOf(command: string, operands: readonly string[]): string {
  const [folder, more] = operands
  if (folder === undefined || more !== undefined) throw new Refusal(`Name one folder. See \`npx tacit ${command} --help\`.`)
  return resolve(folder)
}

const DATA = 'The data are those of TACIT_DATA, ./data when it is not set.'

function backup(data: Data): Command {
  return {
    about: 'copy everything that lasts into a folder, while the server runs or not',
    help: `npx tacit backup DIR\n\nCopies everything that lasts into the folder DIR, as one file: everything that was saved when it began.\nThe server may run meanwhile. Nothing is written over. ${DATA}\n`,
    run: (args, { env, stdout }) => refusing((): ExitCode => {
      const folder = folderOf('backup', optionsOf('backup', args, {}).operands)
      const { path, bytes } = data.backUp(readConfig(env).dataFolder, folder)
      stdout.write(`Backed up to ${plainLine(path)} (${(bytes / 1_048_576).toFixed(1)} MB).\n`)
      return 0
    }),
  }
}

function restore(data: Data): Command {
  return {
    about: 'put a backup in the place of the data; the server must not run',
    help: `npx tacit restore DIR\n\nPuts the backup in the folder DIR in the place of the data, which are kept under another name. Refuses while\na server uses them. Whoever has a board open, or kept it offline, brings what the backup lacks. ${DATA}\n`,
    run: (args, { env, stdout, now }) => refusing(async (): Promise<ExitCode> => {
      const folder = folderOf('restore', optionsOf('restore', args, {}).operands)
      const { kept } = await data.putBack(folder, readConfig(env).dataFolder, `before-${now().toISOString().replace(/[:.]/g, '-')}`)
      stdout.write(`Restored from ${plainLine(folder)}.${kept === undefined ? '' : ` What was there is kept as ${plainLine(kept)}.`}\n`)
      return 0
    }),
  }
}

const MAKEABLE = RIGHTS.filter((right) => right !== 'embed')

function rightOf(word: string): Right {
  const right = MAKEABLE.find((known) => known === word)
  if (right === undefined) throw new Refusal(`--new is "${plainLine(word)}": give one of ${MAKEABLE.join(', ')}.`)
  return right
}

function listOfBoards(stored: StoredBoards): string {
  const boards = stored.boards()
  return boards.length === 0 ? 'There are no boards.\n' : boards.map(({ id, title, deleted }) => `${id}  ${plainLine(title)}${deleted ? ' (deleted)' : ''}\n`).join('')
}

function listOfLinks(stored: StoredBoards, board: string, now: number): string {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
  const keys = stored.keysOf(board)
  if (keys.length === 0) return 'This board has no links.\n'
  return keys.map((key) => {
    const ended = key.revokedAt !== undefined ? `revoked ${day(key.revokedAt)}` : isLive(key, now) ? 'open' : `expired ${day(key.expiresAt ?? now)}`
    return `${padded(key.right, 10)}  made ${day(key.createdAt)}  ${padded(ended, 18)}  ${plainLine(key.name)}`.trimEnd()
  }).join('\n').concat('\n')
}

function addLink(stored: StoredBoards, config: Config, board: string, right: Right, now: number): string {
  const { key, stored: made } = makeKey(board, { right, name: 'Made on the command line' }, now)
  stored.addKey(made)
  return `${linkUrl(publicPlace(config, config.port).url, board, right, key)}\n`
}

/** One board of 64 has an id that begins like an option. */
const DASHED_ID = /^-[A-Za-z0-9_-]{11}$/

async function linksRun(data: Data, args: readonly string[], { env, stdout, stderr, now }: Surroundings): Promise<ExitCode> {
  const dashed = args.find((word) => DASHED_ID.test(word))
  const { operands, options } = optionsOf('links', args.filter((word) => word !== dashed), { new: 'value' })
  const [board, more] = dashed === undefined ? operands : [dashed, ...operands]
  if (more !== undefined) throw new Refusal('Name one board. See `npx tacit links --help`.')
  const right = options.new === undefined ? undefined : rightOf(options.new)
  if (board === undefined && right !== undefined) throw new Refusal('Name the board that the link is for. See `npx tacit links --help`.')
  const config = readConfig(env)
  const stored = data.boards(config.dataFolder)
  try {
    const found = stored.boards().find(({ id }) => id === board)
    if (board !== undefined && found === undefined) throw new Refusal(`There is no board "${plainLine(board)}". \`npx tacit links\` lists all.`)
    if (right !== undefined && found?.deleted === true) throw new Refusal(`The board "${plainLine(found.title)}" was deleted: a link to it would open nothing.`)
    const instant = now().getTime()
    if (board === undefined) stdout.write(listOfBoards(stored))
    else if (right === undefined) stdout.write(listOfLinks(stored, board, instant))
    else {
      stdout.write(addLink(stored, config, board, right, instant))
      stderr.write('This link is shown once: whoever has it has its right.\n')
    }
    return 0
  } finally {
    stored.close()
  }
}

function links(data: Data): Command {
  return {
    about: 'list boards and their links, or make one for an owner who lost every key',
    help: `npx tacit links [BOARD] [--new RIGHT]\n\nWithout a board: lists all boards. With the id of one: lists its links, never their keys.\n\n  --new RIGHT  Make a link and print its address, once: ${MAKEABLE.join(', ')}.\n\nThe server may run meanwhile. ${DATA} The address begins with TACIT_URL.\n`,
    run: (args, around) => refusing(() => linksRun(data, args, around)),
  }
}

export function storedCommands(data: Data): Readonly<Record<'backup' | 'restore' | 'links', Command>> {
  return { backup: backup(data), restore: restore(data), links: links(data) }
}
