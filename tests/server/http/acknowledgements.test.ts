// Acknowledgements over HTTP: who answers for a side of a dependency, what each side can say, and where nothing is to be answered.
import { describe, expect, it } from 'vitest'
import { deleteCard } from '../../../shared/board/write-cards.ts'
import { NEED, PROMISE } from '../../support/said-board.ts'
import { enterAs } from '../../support/said-people.ts'
import { boardOf, errorOf, reportOn, say, saidOn } from '../../support/saying.ts'
import { shareTestServer } from '../../support/test-server.ts'

describe('acknowledgements', () => {
  const shared = shareTestServer()
  const CONSUMER = { link: 'dp', side: 'consumer', response: 'ok', basis: PROMISE }
  const PROVIDER = { link: 'dp', side: 'provider', response: 'yes', basis: NEED }

  it('[H169] come from any member of the team of the side, and from nobody else', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana, cy, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product'), await enterAs(server.url, board, 'sales'), await enterAs(server.url, board, 'owner')]
    for (const outsider of [bo, cy, mara]) expect(errorOf(await say(outsider, board, 'acks', CONSUMER))).toEqual([403, 'other_team', undefined])
    for (const outsider of [ana, cy, mara]) expect(errorOf(await say(outsider, board, 'acks', PROVIDER))).toEqual([403, 'other_team', undefined])
    expect(await saidOn(server, board)).toBe(0)
    expect((await say(await enterAs(server.url, board, 'product'), board, 'acks', CONSUMER)).status).toBe(201)
    expect((await say(bo, board, 'acks', PROVIDER)).status).toBe(201)
    const { dependencies } = (await reportOn(server, board)) as { dependencies: Record<string, { state: string }> }
    expect(dependencies['dp']?.state).toBe('in_step')
  })

  it('[H169] say what their side can say', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    for (const response of ['yes', 'will_try', 'no', 'unclear', 'in_step', '', 'constructor']) expect.soft(errorOf(await say(ana, board, 'acks', { ...CONSUMER, response }))).toEqual([400, 'wrong_body', 'response'])
    for (const response of ['ok', 'adapting', 'problem', '']) expect.soft(errorOf(await say(bo, board, 'acks', { ...PROVIDER, response }))).toEqual([400, 'wrong_body', 'response'])
    expect(errorOf(await say(bo, board, 'acks', { ...PROVIDER, side: 'both' }))).toEqual([400, 'wrong_body', 'side'])
  })

  it.each([['inner', 'own_team'], ['lost', 'no_team'], ['rest', 'no_dependency'], ['none', 'no_dependency'], ['need', 'no_dependency']])('[H170] there is nothing to answer on %s', async (link, code) => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'product')
    expect(errorOf(await say(bo, board, 'acks', { ...PROVIDER, link }))).toEqual([422, code, 'link'])
  })

  it('[H170] that the provider is gone is acknowledged as such, and a consumer that is gone needs no answer', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    const room = await server.rooms.open(board.id)
    await room.edit('gone', (document) => deleteCard(document, 'prov'))
    expect((await say(ana, board, 'acks', CONSUMER)).body).toMatchObject({ current: false, statement: 'removed' })
    expect((await say(ana, board, 'acks', { ...CONSUMER, basis: 'removed' })).body).toMatchObject({ current: true, record: { basis: 'removed' } })
    expect(errorOf(await say(bo, board, 'acks', PROVIDER))).toEqual([422, 'no_dependency', 'link'])
    await room.edit('gone, too', (document) => deleteCard(document, 'need'))
    expect(errorOf(await say(ana, board, 'acks', CONSUMER))).toEqual([422, 'no_dependency', 'link'])
  })
})
