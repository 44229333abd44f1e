// What people say in their own name over HTTP: the promises that hold for each kind of it alike, from stances to asks.
import { describe, expect, it } from 'vitest'
import type { BoardFile } from '../../../shared/board/board-file.ts'
import { templateOf } from '../../../shared/board/file-template.ts'
import { replaceTitle, setCardField } from '../../../shared/board/write-cards.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import type { CreatedBoard } from '../../../shared/protocol/http.ts'
import { ask, bearer, BrowserPerson, makeBoard } from '../../support/browser-person.ts'
import { BELIEF, DECISION, NEED, PROMISE, SAMPLES, type Sample } from '../../support/said-board.ts'
import { enterAll, enterAs, type Member } from '../../support/said-people.ts'
import { boardOf, errorOf, ROOTS, say, saidOn, tableOf, type Body } from '../../support/saying.ts'
import { shareTestServer, startTestServer } from '../../support/test-server.ts'

const EACH = SAMPLES.map((sample) => [`${sample.root} of ${sample.team}`, sample] as const)

describe('what people say', () => {
  const shared = shareTestServer()

  it.each(EACH)('[H160] %s gets its id, person, team, number and time from the server', async (_name, { root, team, body, record }) => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, team)
    const before = Date.now()
    const posted = await say(bo, board, root, body)
    expect(posted.status, posted.text).toBe(201)
    const stored = (posted.body as Body).record
    expect((posted.body as Body).current).toBe(true)
    expect(stored).toMatchObject({ ...record, person: bo.id })
    expect(Date.parse(String(stored['at']))).toBeGreaterThanOrEqual(before)
    expect(tableOf((await server.rooms.open(board.id)).state, root).get(stored.id)).toEqual(stored)
  })

  it('[H161] what was said is in the file, makes the same board again, and is in no template', async () => {
    const server = shared()
    const board = await boardOf(server)
    const people = await enterAll(server.url, board)
    for (const { root, team, body } of SAMPLES) expect((await say(people[team], board, root, body)).status).toBe(201)
    await say(people.sre, board, 'seen', { card: 'ctx' })
    const fileOf = async ({ id, keys }: CreatedBoard): Promise<Record<string, unknown[]>> => (await ask(`${server.url}/api/boards/${id}/file`, 'GET', { headers: bearer(keys.view) })).body as Record<string, unknown[]>
    const once = await fileOf(board)
    for (const root of ROOTS) expect(once[root]?.length, root).toBeGreaterThan(0)
    const template = templateOf(once as unknown as BoardFile) as unknown as Record<string, unknown>
    expect(ROOTS.filter((root) => template[root] !== undefined)).toEqual([])
    expect(JSON.stringify(template)).not.toContain('seenBy')
    const again = await makeBoard(server.url, { file: once })
    expect(again.warnings).toEqual([])
    const { exportedAt: _then, ...twice } = await fileOf(again)
    const { exportedAt: _before, ...first } = once
    expect(twice).toEqual(first)
    expect(twice['cards']).toContainEqual(expect.objectContaining({ id: 'ctx', seenBy: [people.sre.id] }))
  })

  it.each(ROOTS)('[H162] %s: nothing is taken from a key, a guest, somebody without a name, or somebody removed', async (root) => {
    const server = shared()
    const board = await boardOf(server)
    const body = SAMPLES.find((sample) => sample.root === root)?.body ?? {}
    const byKey = await ask(`${server.url}/api/boards/${board.id}/${root}`, 'POST', { body, headers: bearer(board.keys.own) })
    expect(errorOf(byKey)).toEqual([403, 'needs_person', undefined])
    const nameless = new BrowserPerson(server.url)
    await nameless.enter(board.id, { key: board.keys.edit })
    expect(errorOf(await say(nameless, board, root, body))).toEqual([403, 'needs_person', undefined])
    for (const key of [board.keys.contribute, board.keys.view]) {
      const guest = new BrowserPerson(server.url)
      await guest.enter(board.id, { key, name: 'Gil' })
      expect(errorOf(await say(guest, board, root, body))).toEqual([403, 'too_small_a_right', undefined])
    }
    const demoted = await enterAs(server.url, board, 'sre')
    // As a server that was killed between the two writes of a change of role leaves it.
    await (await server.rooms.open(board.id)).edit('half a change', (document) => putPerson(document, { id: demoted.id, name: 'Bo', team: 'sre', role: 'guest' }))
    expect(errorOf(await say(demoted, board, root, body))).toEqual([403, 'too_small_a_right', undefined])
    const removed = await enterAs(server.url, board, 'sre')
    await ask(`${server.url}/api/boards/${board.id}/people/${removed.id}`, 'PUT', { body: { removed: true }, headers: bearer(board.keys.own) })
    expect(errorOf(await say(removed, board, root, body))).toEqual([404, 'not_found', undefined])
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H163] each kind sent again under its id, at once, later and after a restart, is stored once', async () => {
    const server = await startTestServer()
    const board = await boardOf(server)
    const said: { readonly sample: Sample; readonly bo: Member; readonly sent: object; readonly record: Body['record'] }[] = []
    for (const [at, sample] of SAMPLES.entries()) {
      const bo = await enterAs(server.url, board, sample.team)
      const sent = { ...sample.body, id: `made-by-the-browser-${at}` }
      const twice = await Promise.all([say(bo, board, sample.root, sent), say(bo, board, sample.root, sent)])
      const { record } = (await say(bo, board, sample.root, sent)).body as Body
      expect(twice.map(({ status, body }) => [status, (body as Body).record])).toEqual([[201, record], [201, record]])
      said.push({ sample, bo, sent, record })
    }
    await server.stop()
    const again = await startTestServer({ folder: server.folder })
    for (const { sample: { root }, bo, sent, record } of said) {
      const back = Object.assign(new BrowserPerson(again.url), { cookie: bo.cookie })
      expect((await say(back, board, root, sent)).body).toEqual({ record, current: true })
    }
    const { state } = await again.rooms.open(board.id)
    for (const root of ROOTS) expect(tableOf(state, root).size - (root === 'perceptions' ? 1 : 0)).toBe(said.filter(({ sample }) => sample.root === root).length)
    for (const { sample: { root }, record } of said) expect(tableOf(state, root).get(record.id)).toEqual(record)
  })

  const OTHER: Readonly<Record<string, object>> = {
    stances: { stance: 'block' }, acks: { basis: 'removed' }, changeNotes: { requires: 'Nothing' }, perceptions: { text: 'Other' }, perceptionReplies: { verdict: 'wrong' }, baselines: { name: 'Other' }, asks: { card: 'a' },
  }
  it.each(ROOTS)('[H163] %s under an id that something else has is refused and changes nothing', async (root) => {
    const server = shared()
    const board = await boardOf(server)
    const { team, body } = SAMPLES.find((sample) => sample.root === root) as Sample
    const [bo, cy] = [await enterAs(server.url, board, team), await enterAs(server.url, board, team)]
    const id = 'made-by-the-browser'
    expect((await say(bo, board, root, { ...body, id })).status).toBe(201)
    expect(errorOf(await say(cy, board, root, { ...body, id }))).toEqual([409, 'id_taken', 'id'])
    expect(errorOf(await say(bo, board, root, { ...body, ...OTHER[root], id }))).toEqual([409, 'id_taken', 'id'])
    expect(await saidOn(server, board)).toBe(1)
  })

  it.each(ROOTS)('[H164] %s: what the server gives cannot be sent, and a text or an id that cannot be is named', async (root) => {
    const server = shared()
    const board = await boardOf(server)
    const { team, body } = SAMPLES.find((sample) => sample.root === root) as Sample
    const bo = await enterAs(server.url, board, team)
    for (const extra of [{ person: 'mara' }, { seq: 99 }, { at: '2020-01-01T00:00:00Z' }, { states: { a: 'confirmed' } }, { by: 'sales' }, { id: 'short' }, { id: '__proto__' }, { id: 7 }, ...(root === 'asks' ? [] : [{ team: 'sales' }])]) {
      const [name = ''] = Object.keys(extra)
      expect.soft(errorOf(await say(bo, board, root, { ...body, ...extra }))).toEqual([400, 'wrong_body', name])
    }
    for (const [name, value] of Object.entries(body)) {
      for (const wrong of [5, null, ['x'], { toString: 'x' }, ...(name === 'basis' || name === 'name' ? [] : ['x'.repeat(2_001)])]) {
        expect.soft(errorOf(await say(bo, board, root, { ...body, [name]: wrong })), `${name} ${JSON.stringify(value).slice(0, 40)}`).toEqual([400, 'wrong_body', name])
      }
    }
    const { [Object.keys(body)[0] ?? '']: _first, ...rest } = body
    if (root !== 'baselines') expect((await say(bo, board, root, rest)).status).toBe(400)
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H164] a basis longer than any words of a card, and a name too long, are refused', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'owner')]
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'agree', basis: JSON.stringify(['decision', 'x'.repeat(301), '', '']) }))).toEqual([422, 'no_statement', 'basis'])
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'agree', basis: 'x'.repeat(200_000) }))).toEqual([400, 'wrong_body', 'basis'])
    for (const long of [['commitment', 'x', 'y'.repeat(20_001), '', ''], ['commitment', 'x', '', '', '2026-07-01'.repeat(5)]]) {
      expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis: JSON.stringify(long) }))).toEqual([422, 'no_contract', 'basis'])
    }
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: JSON.stringify([PROMISE, 'x'.repeat(2_001), '']) }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(mara, board, 'baselines', { name: 'x'.repeat(301) }))).toEqual([400, 'wrong_body', 'name'])
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H164] words that could not be brought back from a board file are not taken; the longest that are taken can', async () => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'sre')
    // Each of these is six characters of JSON, and in a text within a text seven.
    const odd = (count: number): string => JSON.stringify(['commitment', 'x', '\u0001'.repeat(count), '', ''])
    expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis: odd(17_000) }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: JSON.stringify([odd(15_000), '', '']) }))).toEqual([422, 'no_contract', 'basis'])
    expect((await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis: odd(16_000) })).status).toBe(201)
    expect((await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: JSON.stringify([JSON.stringify(['commitment', 'x', '"\\'.repeat(10_000), '', '']), '', '']) })).status).toBe(201)
    const file = (await ask(`${server.url}/api/boards/${board.id}/file`, 'GET', { headers: bearer(board.keys.view) })).body
    expect((await makeBoard(server.url, { file })).warnings).toEqual([])
  })

  it.each(EACH)('[H165] %s is numbered after all that its person has said of the same, and after a merge after all of both', async (_name, { root, team, body }) => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, team)
    const seqOf = async (person: Member): Promise<unknown> => ((await say(person, board, root, body)).body as Body).record['seq']
    const first = [await seqOf(bo), await seqOf(bo), ...(await Promise.all([seqOf(bo), seqOf(bo)])).sort()]
    if (root === 'baselines' || root === 'asks') return expect(first).toEqual([undefined, undefined, undefined, undefined])
    expect(first).toEqual([1, 2, 3, 4])
    const other = await enterAs(server.url, board, team)
    await ask(`${server.url}/api/boards/${board.id}/people/${bo.id}/merged`, 'PUT', { body: { mergedInto: other.id }, headers: bearer(board.keys.own) })
    expect(await seqOf(other)).toBe(5)
  })

  it('[H166] what was said of words that have changed is kept, and told what stands now', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    await (await server.rooms.open(board.id)).edit('words', (document) => {
      replaceTitle(document, 'd', 'Launch on 8 July')
      setCardField(document, 'prov', 'due', '2026-08-01')
      replaceTitle(document, 'need', 'Public API')
    })
    const met = async (person: Member, root: string, body: object): Promise<unknown> => {
      const { current, statement, record } = (await say(person, board, root, body)).body as Body
      return [current, statement, record['basis']]
    }
    expect(await met(bo, 'stances', { card: 'd', stance: 'agree', basis: DECISION })).toEqual([false, DECISION.replace('1 July', '8 July'), DECISION])
    expect(await met(ana, 'acks', { link: 'dp', side: 'consumer', response: 'ok', basis: PROMISE })).toEqual([false, PROMISE.replace('07-01', '08-01'), PROMISE])
    expect(await met(bo, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: NEED })).toEqual([false, NEED.replace('API beta', 'API'), NEED])
    expect(await met(bo, 'changeNotes', { card: 'prov', needs: 'Time', basis: PROMISE })).toEqual([false, PROMISE.replace('07-01', '08-01'), PROMISE])
    const { record: before } = (await say(ana, board, 'perceptions', { about: 'sre', text: 'You are paged' })).body as Body
    await say(ana, board, 'perceptions', { about: 'sre', text: 'You are paged at night' })
    expect(await met(bo, 'perceptionReplies', { perception: before.id, verdict: 'right', basis: 'You are paged' })).toEqual([false, 'You are paged at night', 'You are paged'])
  })

  it('[H166] quotes, dashes and spaces make no other words', async () => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'sre')
    for (const [root, body, basis] of [
      ['stances', { card: 'd', stance: 'agree', basis: '["decision", " Launch  on 1 July", "", ""]' }, DECISION],
      ['changeNotes', { card: 'prov', needs: 'Time', basis: '["commitment","Rate limiter in\u00a0gateway","","","2026\u201107\u201101"]' }, PROMISE],
      ['acks', { link: 'dp', side: 'provider', response: 'yes', basis: JSON.stringify(['["commitment", "Public API  beta", "", "", ""]', ' 200 rps per tenant', '2026-07-10']) }, NEED],
      ['perceptionReplies', { perception: 'belief', verdict: 'right', basis: ` ${BELIEF}` }, BELIEF],
    ] as const) {
      const { current, record } = (await say(bo, board, root, body)).body as Body
      expect.soft([root, current, record['basis']]).toEqual([root, true, basis])
    }
  })

  it.each(['', 'Launch', '[]', '[1,2,3,4]', '{"0":"decision"}', '["nothing","x","",""]', '["decision","x","","","",""]', 'null', '"removed"'])('[H167] on %j, which is no words of a card, nothing is taken', async (basis) => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'agree', basis }))).toEqual([422, 'no_statement', 'basis'])
    expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(ana, board, 'acks', { link: 'dp', side: 'consumer', response: 'ok', basis }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'perceptionReplies', { perception: 'belief', verdict: 'right', basis }))).toEqual([422, 'other_text', 'basis'])
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H167] each kind has its own words: a contract is no statement, a need no contract', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'agree', basis: PROMISE }))).toEqual([422, 'no_statement', 'basis'])
    expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis: DECISION }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(ana, board, 'acks', { link: 'dp', side: 'consumer', response: 'ok', basis: NEED }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: PROMISE }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: 'removed' }))).toEqual([422, 'no_contract', 'basis'])
  })
})
