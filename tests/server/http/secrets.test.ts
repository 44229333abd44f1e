// A canary in every place where a secret could leak: keys, cookie tokens and device codes are found in no log line, no
// answer but the one that hands them out, no header and no byte on disk.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MadeLink } from '../../../shared/protocol/http.ts'
import { ask, bearer, BrowserPerson, makeBoard, upgrade, type Answer } from '../../support/browser-person.ts'
import { startTestServer } from '../../support/test-server.ts'

function everyByteBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n')
}

describe('secrets', () => {
  it('[H90] are found in no log, no answer, no header and no file', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    await mara.enter(id, { key: keys.own, name: 'Mara' })
    const link = (await mara.ask('POST', `/api/boards/${id}/links`, { right: 'edit' })).body as MadeLink
    const device = ((await mara.ask('POST', '/api/me/devices', {})).body as { url: string }).url.split('#')[1] ?? ''
    const token = mara.cookie?.split('=')[1] ?? ''
    const secrets = [...Object.values(keys), link.key, device, token]
    const answers: Answer[] = []
    for (const key of secrets) {
      for (const path of ['', '/file', '/report', '/links', '/nothing']) answers.push(await ask(`${server.url}/api/boards/${id}${path}?key=${key}`, 'GET', { headers: bearer(key) }))
      answers.push(await ask(`${server.url}/sync/${id}?key=${key}`, 'GET'), await ask(`${server.url}/b/${id}?key=${key}`, 'GET'), await ask(`${server.url}/${key}`, 'GET'))
      answers.push(await ask(`${server.url}/api/boards/${key}`, 'GET', { headers: bearer(key) }), await ask(`${server.url}/api/boards/${id}/enter`, 'POST', { body: { key, name: 5 } }))
      answers.push(await ask(`${server.url}/api/boards/${id}/enter`, 'POST', { raw: `{"key":"${key}"` }), await ask(`${server.url}/api/me/devices/open`, 'POST', { body: { code: key, [key]: 1 } }))
      const end = await upgrade(`${server.url}/sync/${id}?key=${key}&v=1`)
      if ('open' in end) end.open.terminate()
    }
    await server.stop()
    const told = answers.map(({ text, headers }) => text + JSON.stringify([...headers])).join('\n')
    const log = server.log.join('\n')
    const disk = everyByteBelow(server.folder)
    expect(log).toContain('"route":"/api/boards/:id"')
    expect(disk).toContain('A board')
    for (const secret of secrets) {
      expect(secret).toMatch(/^[\w-]{22}$/)
      expect(log.includes(secret), 'in the log').toBe(false)
      expect(disk.includes(secret), 'on disk').toBe(false)
      // A field that somebody named after a secret is named back to them; nothing else is.
      expect(told.replaceAll(`"path":"${secret}"`, '').replaceAll(`no field ${secret} here`, '').includes(secret), 'in an answer').toBe(false)
    }
  })

  it('[H91] and what a board says are in no log line, however much goes wrong', async () => {
    const server = await startTestServer({ storage: (storage) => ({ ...storage, membersOf: () => { throw new Error('Canary words') } }) })
    const { id, keys } = await makeBoard(server.url, { title: 'Canary words' })
    await ask(`${server.url}/api/boards/${id}`, 'PATCH', { body: { title: 'Canary words again' }, headers: bearer(keys.edit) })
    await ask(`${server.url}/api/boards/${id}/enter`, 'POST', { body: { key: keys.edit, name: 'Canary Person' } })
    await ask(`${server.url}/api/boards`, 'POST', { raw: '{"title":"Canary' })
    const links = (await ask(`${server.url}/api/boards/${id}/links`, 'GET', { headers: bearer(keys.own) })).body as { id: string }[]
    expect((await ask(`${server.url}/api/boards/${id}/links/${links[0]?.id}`, 'DELETE', { body: {}, headers: bearer(keys.own) })).status).toBe(500)
    expect(server.log.join('')).not.toMatch(/canary|127\.0\.0\.1/i)
    expect(server.log.length).toBeGreaterThan(5)
  })
})
