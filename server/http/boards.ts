// Boards as a whole: make one (empty, from a file, from a template), look at it, rename it, delete it.
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { newId } from '../../shared/board/ids.ts'
import { renameBoard } from '../../shared/board/write-board.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { BoardInfo, CreatedBoard } from '../../shared/protocol/http.ts'
import { linkUrl, makeKey } from '../access/keys.ts'
import { sameSecret } from '../access/secrets.ts'
import { letIn, selfOf } from './request/board-door.ts'
import { bodyOf } from './request/body.ts'
import { Failure } from './request/failure.ts'
import { filledLine, id, line } from './request/fields.ts'
import { boardOfFile, boardOfTemplate, emptyBoard, type MadeBoard } from './new-board.ts'
import { outlineOf } from '../rooms/glance.ts'
import type { Parts } from './parts.ts'
import { limitCreation } from './request/rate-limit.ts'
import { save } from './request/saving.ts'
import { bearerOf, refuseForeign } from './request/visitor.ts'

/** Of the longest tag of a language. */
const LANGUAGE_CHARS = 35
const MADE_KEYS = ['own', 'edit', 'contribute', 'view'] as const

function createBody(titleChars: number) {
  const fromFile = v.strictObject({ file: v.unknown() })
  const fromTemplate = v.strictObject({ template: id('template'), people: v.optional(v.boolean('people is true or false.')), language: v.optional(line('The language', LANGUAGE_CHARS)) })
  const empty = v.strictObject({ title: filledLine('The title', titleChars) })
  return v.lazy((input): typeof fromFile | typeof fromTemplate | typeof empty => {
    if (typeof input !== 'object' || input === null) return empty
    if (Object.hasOwn(input, 'file')) return fromFile
    return Object.hasOwn(input, 'template') ? fromTemplate : empty
  })
}

/** Who may create: anyone, or who sends the key of the server's owner. */
function refuseCreation(c: Context, parts: Parts): void {
  refuseForeign(c, parts)
  const { create, createKey } = parts.config
  if (create === 'anyone' || createKey === undefined) return
  if (!sameSecret(bearerOf(c) ?? '', createKey)) throw new Failure(403, 'needs_create_key', 'Creating a board here needs the key of this server: send it as Authorization: Bearer.')
}

async function store(parts: Parts, { title, bytes, warnings }: MadeBoard): Promise<CreatedBoard> {
  const boardId = newId()
  const now = parts.now().getTime()
  const made = MADE_KEYS.map((right) => ({ right, ...makeKey(boardId, { right, name: '' }, now) }))
  await parts.storage.createBoard({ id: boardId, title, createdAt: now, updatedAt: now }, bytes, made.map(({ stored }) => stored))
  const entries = <T>(value: (one: (typeof made)[number]) => T) => Object.fromEntries(made.map((one) => [one.right, value(one)])) as Record<(typeof MADE_KEYS)[number], T>
  return { id: boardId, keys: entries(({ key }) => key), urls: entries(({ right, key }) => linkUrl(parts.place.url, boardId, right, key)), warnings }
}

export function boards(parts: Parts): Hono {
  const routes = new Hono()
  const { titleChars, requestBytes } = parts.config.limits
  const CreateBody = createBody(titleChars)
  const countCreation = limitCreation(parts)
  const RenameBody = v.strictObject({ title: filledLine('The title', titleChars) })

  routes.post('/', async (c) => {
    refuseCreation(c, parts)
    await countCreation(c)
    const wish = await bodyOf(c, CreateBody, requestBytes)
    const made = 'title' in wish ? emptyBoard(wish.title)
      : 'file' in wish ? boardOfFile(wish.file, parts.config.limits)
      : boardOfTemplate(parts.templates, wish, parts.now())
    return c.json(await store(parts, made), 201)
  })

  routes.get('/:id', async (c) => {
    const guest = await letIn(c, parts, 'view')
    const { state } = guest.room
    const { id: boardId, title, updatedAt } = guest.board
    // The list of somebody's boards is read from storage; a title typed on the board is taken over when it is looked at.
    if (state.title !== title) await parts.storage.renameBoard(boardId, state.title, updatedAt).catch((error: unknown) => parts.log.error({ board: boardId, error: String(error) }, 'a title was not taken over'))
    const outline = outlineOf(state)
    const info: BoardInfo = {
      id: boardId, title: state.title, right: guest.right, person: selfOf(guest, state) ?? null,
      people: [...state.people.values()].sort(byId), teams: [...state.teams.values()].sort(byId), updatedAt: new Date(updatedAt).toISOString(),
      ...(outline === undefined ? {} : { outline }),
    }
    return c.json(info)
  })

  routes.patch('/:id', async (c) => {
    const { room } = await letIn(c, parts, 'edit')
    const { title } = await bodyOf(c, RenameBody)
    await save(parts, room, 'rename', (board) => renameBoard(board, title))
    await parts.storage.renameBoard(room.board, title, parts.now().getTime())
    return c.json({ id: room.board, title })
  })

  routes.delete('/:id', async (c) => {
    const { board } = await letIn(c, parts, 'own')
    await parts.storage.markBoardDeleted(board.id, parts.now().getTime())
    parts.rooms.disconnect(board.id, CLOSE.noSuchBoard, () => true)
    return c.body(null, 204)
  })

  return routes
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
