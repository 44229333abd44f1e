// Floods by HTTP: counted for each address and each person, answered with when to try again.
import { describe, expect, it } from 'vitest'
import { network } from '../../../server/http/request/rate-limit.ts'
import { ask, BrowserPerson, makeBoard, upgrade } from '../../support/browser-person.ts'
import { startTestServer } from '../../support/test-server.ts'

const templates = (url: string, headers: Record<string, string> = {}) => ask(`${url}/api/templates`, 'GET', { headers })

describe('floods', () => {
  it('[H70] from one address are answered with 429 and when to come back, for requests and connections', async () => {
    const server = await startTestServer({ env: { TACIT_LIMITS: 'requestsPerMinute=5' } })
    for (let i = 0; i < 5; i++) expect((await templates(server.url)).status).toBe(200)
    const answer = await templates(server.url)
    expect([answer.status, answer.body]).toEqual([429, { error: { code: 'too_fast', message: expect.stringMatching(/try again in \d+ s/) } }])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await upgrade(`${server.url}/sync/x?key=y`)).toEqual({ status: 429 })
    expect((await ask(`${server.url}/healthz`, 'GET')).status).toBe(200)
  })

  it('[H71] the header of a proxy is believed only when it is configured, and then only its last address', async () => {
    const direct = await startTestServer({ env: { TACIT_LIMITS: 'requestsPerMinute=3' } })
    const forged = []
    for (let i = 0; i < 5; i++) forged.push((await templates(direct.url, { 'x-forwarded-for': `10.0.0.${i}` })).status)
    expect(forged).toEqual([200, 200, 200, 429, 429])
    const behind = await startTestServer({ env: { TACIT_TRUST_PROXY: 'X-Forwarded-For', TACIT_LIMITS: 'requestsPerMinute=3' } })
    const told = []
    for (let i = 0; i < 5; i++) told.push((await templates(behind.url, { 'x-forwarded-for': `6.6.6.6, 10.0.0.${i}` })).status)
    for (let i = 0; i < 4; i++) told.push((await templates(behind.url, { 'x-forwarded-for': `10.1.0.${i}, 10.0.0.99` })).status)
    expect(told).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429])
  })

  it('[H72] of one person are counted across addresses', async () => {
    const server = await startTestServer({ env: { TACIT_TRUST_PROXY: 'x-real-ip', TACIT_LIMITS: 'requestsPerMinute=6' } })
    const { id, keys } = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    await mara.enter(id, { key: keys.own, name: 'Mara' })
    const got = []
    for (let i = 0; i < 8; i++) got.push((await mara.ask('GET', '/api/me/boards', undefined, { 'x-real-ip': `10.0.0.${i}` })).status)
    expect(got).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
  })

  it('[H73] new boards are counted by the hour', async () => {
    const server = await startTestServer({ env: { TACIT_LIMITS: 'boardsPerHour=2' } })
    await makeBoard(server.url)
    await makeBoard(server.url)
    const third = await ask(`${server.url}/api/boards`, 'POST', { body: { title: 'Third' } })
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)])
  })

  it.each([
    ['192.0.2.7', '192.0.2.7'], ['::ffff:192.0.2.7', '::ffff:192.0.2.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:DB8:1:2::9', '2001:db8:1:2'], ['2001:db8::9', '2001:db8:0:0'], ['::1', '0:0:0:0'],
  ])('[H74] the address %s counts as %s', (address, whole) => {
    expect(network(address)).toBe(whole)
  })
})
