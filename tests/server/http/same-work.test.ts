// Whoever guesses: unknown, revoked, expired and deleted boards and keys cost the server the same work, so that time tells
// nothing either. Counted as what is asked of the storage, because time on a busy machine says nothing in a test.
import { describe, expect, it } from 'vitest'
import { ask, bearer, BrowserPerson, makeBoard, upgrade } from '../../support/browser-person.ts'
import { shareTestServer } from '../../support/test-server.ts'
import type { Storage } from '../../../server/storage/storage.ts'

const asked: string[] = []

/** Notes every call by its name, in order. */
function noted(storage: Storage): Storage {
  return new Proxy(storage, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function' || name === 'purgeBoards') return value
      return (...args: unknown[]): unknown => {
        asked.push(String(name))
        return Reflect.apply(value, target, args) as unknown
      }
    },
  })
}

const PATHS = [['GET', ''], ['PATCH', '', { title: 'Mine' }], ['DELETE', ''], ['POST', '/enter', {}], ['GET', '/file'], ['GET', '/report'], ['GET', '/links'], ['POST', '/attestations', {}]] as const

describe('a guess', () => {
  const shared = shareTestServer({ storage: noted })

  it.each(PATHS)('[H2b] %s %s asks the same of the storage, whatever is wrong', async (method, path, body?: object) => {
    const { url } = shared()
    const { id, keys } = await makeBoard(url)
    const other = await makeBoard(url)
    const gone = await makeBoard(url)
    expect((await ask(`${url}/api/boards/${gone.id}`, 'DELETE', { headers: bearer(gone.keys.own) })).status).toBe(204)
    const link = await ask(`${url}/api/boards/${id}/links`, 'POST', { body: { right: 'edit' }, headers: bearer(keys.own) })
    const revoked = link.body as { id: string; key: string }
    expect((await ask(`${url}/api/boards/${id}/links/${revoked.id}`, 'DELETE', { headers: bearer(keys.own) })).status).toBeLessThan(300)
    const stranger = new BrowserPerson(url)
    await stranger.enter(other.id, { key: other.keys.edit, name: 'Eve' })
    const { cookie } = stranger
    const guesses: readonly (readonly [string, string, Readonly<Record<string, string | undefined>>])[] = [
      ['unknown board', 'AAAAAAAAAAAA', bearer(keys.own)], ['unknown key', id, bearer('x'.repeat(22))], ['key of another board', id, bearer(other.keys.own)],
      ['revoked key', id, bearer(revoked.key)], ['deleted board', gone.id, bearer(gone.keys.own)], ['no key', id, {}], ['a person who is not on it', id, { cookie, origin: url }], ['unknown person', id, { cookie: 'tacit=none', origin: url }],
    ]
    const answers = []
    for (const [what, board, headers] of guesses) {
      asked.length = 0
      const { status, text } = await ask(`${url}/api/boards/${board}${path}`, method, { headers, ...(body === undefined ? {} : { body: path === '/enter' && headers['authorization'] !== undefined ? { key: headers['authorization'].slice(7) } : body }) })
      answers.push({ what, status, text, asked: asked.join() })
    }
    const [first] = answers
    expect(first?.status).toBe(404)
    expect(first?.asked).toMatch(/board.*keyByHash|keyByHash.*board/)
    for (const answer of answers) expect(answer).toEqual({ ...first, what: answer.what })
  })

  it('[H2b] a socket asks the same of the storage, whatever is wrong', async () => {
    const { url } = shared()
    const { id, keys } = await makeBoard(url)
    const other = await makeBoard(url)
    const seen = []
    for (const [board, key] of [['AAAAAAAAAAAA', keys.edit], [id, 'x'.repeat(22)], [id, other.keys.own]] as const) {
      asked.length = 0
      const ended = await upgrade(`${url.replace('http', 'ws')}/sync/${board}?key=${key}`)
      seen.push({ ended, asked: asked.join() })
    }
    expect(seen[0]?.ended).toMatchObject({ code: 4401 })
    expect(seen[0]?.asked).toContain('keyByHash')
    for (const each of seen) expect(each).toEqual(seen[0])
  })
})
