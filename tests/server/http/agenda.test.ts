// The check-in agenda over HTTP: Markdown for whoever may read the board, at an instant and in a language.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { stateOfFile } from '../../../shared/board/file-state.ts'
import { agendaEnglish } from '../../../shared/export/agenda-english.ts'
import { agendaGerman } from '../../../shared/export/agenda-german.ts'
import { agendaMarkdown, agendaOf } from '../../../shared/export/agenda.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { bearer, makeBoard } from '../../support/browser-person.ts'
import { startTestServer } from '../../support/test-server.ts'

const AT = '2026-11-20T12:00:00Z'
const FILE = JSON.parse(readFileSync(join(import.meta.dirname, '../../../server/templates/launch-product-sre-sales.json'), 'utf8')) as Parameters<typeof stateOfFile>[0] & { readonly cards: readonly object[] }

it('[H179] is that of the instant and in the language that were asked for, of a small board and of a large one', async () => {
  const server = await startTestServer()
  const many = { ...FILE, language: 'de', cards: [...FILE.cards, ...Array.from({ length: 700 }, (_, n) => ({ id: `n${n}`, kind: 'assumption', title: `Number ${n}`, x: 0, y: 0, askTeams: ['sre'] }))] }
  for (const [file, query, words] of [[FILE, '', agendaEnglish], [FILE, '&language=de', agendaGerman], [many, '', agendaGerman], [many, '&language=en', agendaEnglish]] as const) {
    const board = await makeBoard(server.url, { file })
    const answer = await fetch(`${server.url}/api/boards/${board.id}/agenda.md?at=${AT}${query}`, { headers: bearer(board.keys.view) })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8'])
    const state = stateOfFile(file)
    expect(await answer.text()).toBe(agendaMarkdown(agendaOf({ board: state, judgements: judge(state, Date.parse(AT)), words })))
  }
})

it('[H179] an instant or a language that is none is refused with its name', async () => {
  const server = await startTestServer()
  const board = await makeBoard(server.url, { file: FILE })
  for (const [query, path] of [['at=yesterday', 'at'], ['language=fr', 'language'], ['language=en&language=de', 'language'], ['language=', 'language']] as const) {
    const answer = await fetch(`${server.url}/api/boards/${board.id}/agenda.md?${query}`, { headers: bearer(board.keys.view) })
    expect([query, answer.status, ((await answer.json()) as { error: { path: string } }).error.path]).toEqual([query, 400, path])
  }
})
