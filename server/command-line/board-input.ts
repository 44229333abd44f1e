// Reads one board file from disk or from standard input and says what is wrong with it, and where.
import { open } from 'node:fs/promises'
import { checkFile } from '../../shared/board/file-check.ts'
import { stateOfFile } from '../../shared/board/file-state.ts'
import { MOST_JSON_LEVELS, tooDeepAt } from '../../shared/board/json-depth.ts'
import type { BoardState } from '../../shared/board/records.ts'
import { Refusal, type Surroundings } from './command.ts'
import { jsonFault, placeAfter } from './json-fault.ts'
import { plainLine } from './plain-line.ts'

/** A board of 20,000 cards takes about 30 MB. */
const MOST_BYTES = 128 * 1_048_576

export interface BoardInput { readonly board: BoardState; readonly warnings: readonly string[] }

async function bytesOf(source: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw new Refusal(`${name} is larger than ${MOST_BYTES / 1_048_576} MB: that is no board.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function bytesFrom(path: string, name: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      return await bytesOf(file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>, name)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new Refusal(`There is no file ${name}.`)
    if (code === 'EISDIR') throw new Refusal(`${name} is a folder: name a board file in it.`)
    if (code === 'EACCES') throw new Refusal(`${name} may not be read by you.`)
    throw new Refusal(`${name} cannot be read: ${code ?? 'unknown reason'}.`)
  }
}

function jsonOf(bytes: Uint8Array, name: string): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(`${name} is not a text in UTF-8.`)
  }
  if (text.trim() === '') throw new Refusal(`${name} is empty.`)
  const deep = tooDeepAt(bytes)
  if (deep !== undefined) throw new Refusal(`${name} is no board file: at ${placeAfter(new TextDecoder().decode(bytes.subarray(0, deep)))} it nests deeper than ${MOST_JSON_LEVELS} levels.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(`${name} is not JSON. Look at ${jsonFault(text) ?? 'its end'}.`)
  }
}

/** `-` is standard input. Throws a `Refusal` that names the place of the first fault. */
export async function readBoard(path: string, { stdin }: Surroundings): Promise<BoardInput> {
  const name = path === '-' ? 'Standard input' : plainLine(path)
  const checked = checkFile(jsonOf(path === '-' ? await bytesOf(stdin, name) : await bytesFrom(path, name), name))
  if (!checked.ok) throw new Refusal(`${name} is no board file.${checked.path === '' ? '' : ` At ${plainLine(checked.path)}:`} ${plainLine(checked.message)}`)
  return { board: stateOfFile(checked.file), warnings: checked.warnings }
}
