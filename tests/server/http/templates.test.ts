// The boards to start from, through the routes that make them: in the language that was asked for, with days from now
// on, and with all that a team in that situation finds on them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BoardFile, FileCard } from '../../../shared/board/board-file.ts'
import { checkFile } from '../../../shared/board/file-check.ts'
import type { TemplateInfo } from '../../../shared/protocol/http.ts'
import type { Report } from '../../../shared/rules/report.ts'
import { ask, bearer, makeBoard } from '../../support/browser-person.ts'
import { shareTestServer, type TestServer } from '../../support/test-server.ts'

const SITUATIONS = ['api-contract', 'definition-of-done', 'launch-reliability', 'one-stack']
const EACH = SITUATIONS.flatMap((id) => ['en', 'de'].map((language) => [id, language] as const))
const DAY_MS = 86_400_000
const root = join(import.meta.dirname, '..', '..', '..')

const listed = async (server: TestServer, query = ''): Promise<readonly TemplateInfo[]> => (await ask(`${server.url}/api/templates${query}`, 'GET')).body as readonly TemplateInfo[]
const written = (id: string): BoardFile => JSON.parse(readFileSync(join(root, 'server/templates', `${id}.json`), 'utf8')) as BoardFile

async function started(server: TestServer, body: object): Promise<{ file: BoardFile; report: Report }> {
  const board = await makeBoard(server.url, body)
  const read = async (what: string): Promise<unknown> => (await ask(`${server.url}/api/boards/${board.id}/${what}`, 'GET', { headers: bearer(board.keys.view) })).body
  return { file: (await read('file')) as BoardFile, report: (await read('report')) as Report }
}

const ofKind = ({ cards }: BoardFile, kind: string): readonly FileCard[] => cards.filter((card) => card.kind === kind)
/** Without what words may change. */
const bones = ({ cards, links }: BoardFile): unknown => [cards.map(({ id, kind, x, y, w, frame, team, due }) => [id, kind, x, y, w, frame, team, due]), links.map(({ id, from, to, type, needBy }) => [id, from, to, type, needBy])]
const judged = ({ tiers, ...report }: Report): unknown => ({ ...report, title: '', at: '', tiers: Object.entries(tiers).map(([id, { level, next }]) => [id, level, next]) })

describe('boards to start from', () => {
  const shared = shareTestServer()

  it('[H180] are listed and made in the language that was asked for, else in their own', async () => {
    const server = shared()
    const titles = async (query: string): Promise<unknown> => (await listed(server, query)).filter(({ people }) => people === 0).map(({ id, title, language }) => [id, language, title])
    const english = SITUATIONS.map((id) => [id, 'en', written(id).title])
    for (const query of ['', '?language=en', '?language=fr', '?language=../de', '?language=']) expect(await titles(query)).toEqual(english)
    const german = (await titles('?language=de')) as readonly (readonly string[])[]
    expect(german.map(([id, language]) => [id, language])).toEqual(SITUATIONS.map((id) => [id, 'de']))
    for (const [at, [id = '', , title]] of german.entries()) {
      expect(title).not.toBe(english[at]?.[2])
      expect((await started(server, { template: id, language: 'de' })).file).toMatchObject({ title, language: 'de' })
      for (const language of [undefined, 'en', 'fr']) expect((await started(server, { template: id, ...(language === undefined ? {} : { language }) })).file.title).toBe(english[at]?.[2])
    }
    expect((await ask(`${server.url}/api/boards`, 'POST', { body: { template: 'one-stack', language: 7 } })).body).toMatchObject({ error: { code: 'wrong_body', path: 'language' } })
  })

  it('[H180] say the same board in other words, all of them', async () => {
    for (const id of SITUATIONS) {
      const [english, german] = [await started(shared(), { template: id }), await started(shared(), { template: id, language: 'de' })]
      expect(bones(german.file)).toEqual(bones(english.file))
      expect(judged(german.report)).toEqual(judged(english.report))
      for (const [at, card] of english.file.cards.entries()) if (card.body !== undefined && card.body !== '') expect.soft(german.file.cards[at]?.body, `${id}: ${card.id}`).not.toBe(card.body)
    }
  })

  it('[H181] are made as of now, on the same days of the week; boards with people stay as they are', async () => {
    const server = shared()
    for (const id of SITUATIONS) {
      const [then, now] = [written(id), (await started(server, { template: id })).file]
      const shifts = new Set<number>()
      for (const card of then.cards) {
        const made = now.cards.find((one) => one.id === card.id)
        for (const key of ['due', 'reviewBy'] as const) if (card[key] !== undefined) shifts.add(Date.parse(String(made?.[key])) - Date.parse(String(card[key])))
      }
      for (const link of then.links) if (link['needBy'] !== undefined) shifts.add(Date.parse(String(now.links.find((one) => one.id === link.id)?.['needBy'])) - Date.parse(String(link['needBy'])))
      const [shift = Number.NaN] = shifts
      expect(shifts.size).toBe(1)
      expect(shift % (7 * DAY_MS)).toBe(0)
      const age = server.now().getTime() - (Date.parse(then.exportedAt ?? '') + shift)
      expect(age >= 0 && age < 7 * DAY_MS).toBe(true)
    }
    const example = 'launch-product-sre-sales'
    expect(bones((await started(server, { template: example, people: false })).file)).toEqual(bones(written(example)))
  })

  it.each(EACH)('[H182] %s (%s) says nothing in anybody’s name, and asks several teams with their measures and limits', async (id, language) => {
    const { file, report } = await started(shared(), { template: id, language })
    expect(checkFile(file)).toMatchObject({ ok: true, warnings: [] })
    expect([file.people, file.attestations, file.stances, file.acks, file.perceptions]).toEqual([[], [], undefined, undefined, undefined])
    expect(file.teams.length).toBeGreaterThan(1)
    for (const team of file.teams) expect([team['currency'], team['constraints']].every((list) => Array.isArray(list) && list.length > 0), team.id).toBe(true)
    const assumptions = Object.entries(report.assumptions)
    expect(assumptions.length).toBeGreaterThan(3)
    for (const [card, { state, seats }] of assumptions) {
      expect(state, card).toBe('unconfirmed')
      const own = file.cards.find((one) => one.id === card)?.team
      expect(Object.keys(seats).some((team) => team !== own), card).toBe(true)
    }
    expect(new Set(assumptions.flatMap(([, { seats }]) => Object.keys(seats)))).toEqual(new Set(file.teams.map((team) => team.id)))
    for (const decision of ofKind(file, 'decision')) expect(report.decisions[decision.id]?.state).toBe('open')
  })

  it.each(EACH)('[H182] %s (%s) leaves open questions and empty slots, and holds no contradiction', async (id, language) => {
    const { file, report } = await started(shared(), { template: id, language })
    const questions = ofKind(file, 'question')
    expect(questions.length).toBeGreaterThan(2)
    for (const { id: card, answer } of questions) expect([report.statuses[card], answer]).toEqual(['open', undefined])
    expect(new Set(questions.map(({ asks }) => asks)).size).toBeGreaterThan(2)
    const slots = ofKind(file, 'goal').map(({ forWhom, criterion, why }) => [forWhom, criterion, why])
    expect(slots.some((said) => said.includes(undefined))).toBe(true)
    const lines = file.links.filter(({ type }) => type === 'depends_on')
    expect(lines.length).toBeGreaterThan(1)
    for (const { ask: asked, needBy } of lines) expect([typeof asked, typeof needBy]).toEqual(['string', 'string'])
    // A day that nobody has named yet is a slot; a day too late, a conflict or a word with two meanings is none.
    expect(new Set(report.gaps.map(({ type }) => type))).toEqual(new Set(['no_date']))
    expect(Object.values(report.dependencies).map(({ state }) => state)).toEqual(lines.map(() => 'requested'))
    expect(Object.values(report.trades)).toEqual(['in_their_currency'])
    expect(Object.values(report.tiers).map(({ level, tiers }) => [level, tiers.length])).toEqual([[0, 2]])
    expect(Object.values(report.statuses)).not.toContain('overdue')
  })

  it('[H182] asks nothing that another one asks', async () => {
    const questions = (await Promise.all(SITUATIONS.map((id) => started(shared(), { template: id })))).flatMap(({ file }) => ofKind(file, 'question').map(({ title }) => title))
    expect(new Set(questions).size).toBe(questions.length)
  })
})
