// The built client and what surrounds it: its page, its files, the headers of every answer, and paths that lead nowhere.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isPlainPath } from '../../../server/http/request/path-guard.ts'
import { ask, bearer, makeBoard } from '../../support/browser-person.ts'
import { startTestServer } from '../../support/test-server.ts'

const PAGE = '<!doctype html><title>Tacit</title>'
const SCRIPT = `/* ${'x'.repeat(5_000)} */`

function build(): string {
  const dist = mkdtempSync(join(tmpdir(), 'tacit-dist-'))
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), PAGE)
  writeFileSync(join(dist, 'assets', 'main-abc123.js'), SCRIPT)
  writeFileSync(join(dist, 'favicon.svg'), '<svg/>')
  writeFileSync(join(dist, '.built-from'), 'hash')
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }))
  return dist
}

interface Raw { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly bytes: Buffer }

/** A request whose path nothing normalises on its way. */
function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }))
    }).on('error', reject).end()
  })
}

/** The status line that a raw request line is answered with. */
function statusOf(port: number, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`))
    let text = ''
    socket.on('data', (chunk) => { text += chunk.toString() })
    socket.on('end', () => resolve(Number(text.split(' ')[1])))
    socket.on('error', reject)
  })
}

describe('the pages', () => {
  it('[H100] are one page at every address that the client knows, never stored', async () => {
    const server = await startTestServer({ dist: build() })
    const { id } = await makeBoard(server.url)
    for (const path of ['/', '/b/unknown', `/b/${id}`, `/b/${id}?card=a`, '/device']) {
      const page = await get(server.port, path)
      expect([path, page.status, page.bytes.toString(), page.headers['content-type'], page.headers['cache-control']]).toEqual([path, 200, PAGE, 'text/html; charset=utf-8', 'no-store'])
    }
  })

  it('[H101] have files that are kept for ever when their name says what is in them', async () => {
    const server = await startTestServer({ dist: build() })
    const script = await get(server.port, '/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' })
    expect(script.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip', vary: expect.stringContaining('accept-encoding') })
    expect(gunzipSync(script.bytes).toString()).toBe(SCRIPT)
    const plain = await get(server.port, '/assets/main-abc123.js')
    expect([plain.headers['content-encoding'], plain.bytes.toString()]).toEqual([undefined, SCRIPT])
    expect((await get(server.port, '/favicon.svg')).headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' })
  })

  it('[H106] have a service worker at the root that is never kept without asking', async () => {
    const dist = build()
    writeFileSync(join(dist, 'service-worker.js'), SCRIPT)
    const server = await startTestServer({ dist })
    const worker = await get(server.port, '/service-worker.js')
    expect([worker.status, worker.bytes.toString()]).toEqual([200, SCRIPT])
    expect(worker.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'content-security-policy': expect.stringContaining("script-src 'self'") })
  })

  it('[H102] give nothing else: no other file, no hidden file, no folder', async () => {
    const server = await startTestServer({ dist: build() })
    for (const path of ['/assets/', '/assets', '/.built-from', '/package.json', '/assets/none.js', '/index.html/x', '/e/unknown', '/api', '/api/', '/api/none', '/sync', '/constructor']) {
      expect([path, (await get(server.port, path)).status]).toEqual([path, 404])
    }
    const lost = await get(server.port, '/nowhere', { accept: 'text/html' })
    expect([lost.status, lost.bytes.toString()]).toEqual([404, PAGE])
  })

  it('[H103] that are not built yet say so, and are there once they are', async () => {
    const dist = build()
    const server = await startTestServer({ dist: join(dist, 'later') })
    const answer = await get(server.port, '/')
    expect([answer.status, JSON.parse(answer.bytes.toString())]).toEqual([503, { error: { code: 'not_built', message: expect.stringContaining('npm start') } }])
    mkdirSync(join(dist, 'later'))
    writeFileSync(join(dist, 'later', 'index.html'), 'First')
    expect((await get(server.port, '/')).bytes.toString()).toBe('First')
    writeFileSync(join(dist, 'later', 'index.html'), 'Second')
    utimesSync(join(dist, 'later', 'index.html'), 1, 1)
    expect((await get(server.port, '/')).bytes.toString()).toBe('Second')
  })
})

describe('every answer', () => {
  it('[H104] runs no foreign script, is framed by nobody, and tells nobody its address', async () => {
    const server = await startTestServer({ dist: build() })
    const { id, keys } = await makeBoard(server.url)
    for (const path of ['/', '/b/x', '/assets/main-abc123.js', '/nowhere', '/api/templates', '/healthz', `/api/boards/${id}`, '/a%2fb']) {
      const { headers } = await get(server.port, path, bearer(keys.own))
      const policy = String(headers['content-security-policy'])
      for (const part of ["default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", `connect-src 'self' ws://127.0.0.1:${server.port}`]) expect.soft(policy, path).toContain(part)
      expect.soft(policy.split('; ').find((part) => part.startsWith('script-src')), path).toBe("script-src 'self'")
      expect.soft(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' })
      expect.soft(headers['access-control-allow-origin'], path).toBeUndefined()
      if (path.startsWith('/api')) expect.soft(headers['cache-control'], path).toBe('no-store')
    }
  })

  it('[H105] to a path that traverses, hides a slash or ends early is 404, on every route', async () => {
    const server = await startTestServer({ dist: build() })
    const { id, keys } = await makeBoard(server.url)
    const routes = ['/', `/b/${id}`, '/device', '/assets/main-abc123.js', '/healthz', '/readyz', '/api/templates', '/api/me/boards', `/api/boards/${id}`, `/api/boards/${id}/file`, `/api/boards/${id}/links`, `/sync/${id}`]
    const twists = [(path: string) => `/..%2f${path}`, (path: string) => `${path}/..%2f..%2fetc/passwd`, (path: string) => `/${path}`, (path: string) => `${path}%00`, (path: string) => `${path}/..\\x`, (path: string) => `${path}%5c..`, (path: string) => `/x/..${path}`, (path: string) => `/x/%2e%2e${path}`, (path: string) => `${path}//`, (path: string) => `${path}/.`]
    for (const path of routes) {
      for (const twist of twists) {
        const target = twist(path)
        expect.soft([target, await statusOf(server.port, target)]).toEqual([target, 404])
      }
    }
    expect(await statusOf(server.port, `http://evil.example//api/boards/${id}`)).toBe(404)
    expect((await ask(`${server.url}/api/boards/${id}`, 'GET', { headers: bearer(keys.own) })).status).toBe(200)
  })

  it.each([['/', true], ['/b/x?y=//', true], ['/b/x#//', true], ['http://h/b/x', true], ['http://h//b', false], ['/a%2Fb', false], ['/a%', false], ['/a/..', false], ['/a..b', true], ['/a%0a', false], ['/ä', true]])('[H105] %s is a plain path: %s', (path, plain) => {
    expect(isPlainPath(path)).toBe(plain)
  })
})
