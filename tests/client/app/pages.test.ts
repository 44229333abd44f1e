// Addresses, what this browser remembers, and the home page: create, boards, templates, files.
import { expect, fixture, fixtureCleanup, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { chooseTheme, startTheme, theme as shownTheme } from '../../../client/app/theme-choice.ts'
import { boardPath, clickedPath, Router, routeOf, type Route } from '../../../client/app/router.ts'
import '../../../client/app/home/home-page.ts'
import type { TacitHomePage } from '../../../client/app/home/home-page.ts'
import type { BoardMade } from '../../../client/app/home/create-board.ts'
import { keyWanted, useCreateKey } from '../../../client/app/home/making.ts'
import { forgetBoard, knowBoard, knownBoards, mergeBoards } from '../../../client/app/home/known-boards.ts'
import type { TacitOpenFile } from '../../../client/app/home/open-file.ts'
import '../../../client/ui/toasts.ts'
import type { HttpCode } from '../../../shared/protocol/error-codes.ts'
import type { MyBoard, TemplateInfo } from '../../../shared/protocol/http.ts'
import { until } from '../../support/local-session.ts'
import { button, buttons, find, focused, need, stillPage, textOf } from '../panels/shadow.ts'
import { dressPage } from '../support/dress.ts'

const at = (path: string): Route => routeOf(new URL(path, 'http://h'))
const real = window.fetch

const MINE: MyBoard = { id: 'b1', title: 'Pricing', right: 'own', updatedAt: '2026-01-20T09:00:00Z' }
const EXAMPLE: TemplateInfo = { id: 'launch', title: 'Live Dispatch', summary: 'A launch across three teams.', language: 'en', kinds: ['goal', 'assumption', 'conflict'], cards: 30, people: 8 }
const STARTER: TemplateInfo = { id: 'contract', title: 'One contract', summary: 'Two release cycles, one promise.', language: 'en', kinds: ['goal', 'assumption', 'question', 'tradeoff'], cards: 24, people: 0 }
const TEMPLATES: readonly TemplateInfo[] = [EXAMPLE, STARTER]
const CREATED = { id: 'n1', keys: { own: 'o', edit: 'e', contribute: 'c', view: 'v' }, urls: { own: 'o', edit: 'e', contribute: 'c', view: 'v' }, warnings: [] }

interface Answer { readonly status?: number; readonly body: unknown }

/** A server in the page: path and method → answer; what was asked is kept. */
function server(answers: Readonly<Record<string, Answer>>): string[] {
  const asked: string[] = []
  const all: Readonly<Record<string, Answer>> = { 'GET /api/me/boards': { body: [MINE] }, 'GET /api/templates?language=en': { body: TEMPLATES }, 'POST /api/boards': { status: 201, body: CREATED }, ...answers }
  window.fetch = (input, init) => {
    const key = `${init?.method ?? 'GET'} ${String(input)}`
    const answer = all[key]
    if (answer === undefined) return real(input, init)
    const headers = new Headers(init?.headers)
    asked.push([key, init?.body as string | undefined, headers.get('authorization')].filter((part) => part !== undefined && part !== null).join(' '))
    return Promise.resolve(answer.status === 204 ? new Response(null, { status: 204 }) : Response.json(answer.body, { status: answer.status ?? 200 }))
  }
  return asked
}

/** What the server says by these numbers here; the page has its own words for each. */
const CODES: Readonly<Record<number, HttpCode>> = { 400: 'bad_file', 403: 'needs_create_key', 429: 'too_fast', 503: 'storage' }
const refusal = (status: number, message: string, path?: string): Answer => ({ status, body: { error: { code: CODES[status], message, ...(path === undefined ? {} : { path }) } } })

async function home(answers: Readonly<Record<string, Answer>> = {}): Promise<{ page: HTMLElement; home: TacitHomePage; asked: string[] }> {
  const asked = server(answers)
  const page = await fixture<HTMLElement>(html`<div><tacit-home-page></tacit-home-page><tacit-toasts></tacit-toasts></div>`)
  await until('the page has read', () => find(page, '.skeleton') === undefined)
  return { page, home: need<TacitHomePage>(page, 'tacit-home-page'), asked }
}

describe('addresses', () => {
  it('knows the pages, and takes a key from the fragment only', () => {
    expect(at('/')).to.deep.equal({ page: 'home' })
    expect(at('/b/abc_-9')).to.deep.equal({ page: 'board', id: 'abc_-9' })
    expect(at('/b/abc#KEY-key_123456')).to.deep.equal({ page: 'board', id: 'abc', key: 'KEY-key_123456' })
    expect(at('/b/abc?card=a-load')).to.deep.equal({ page: 'board', id: 'abc', card: 'a-load' })
    expect(at('/b/abc?key=KEY-key_123456')).to.deep.equal({ page: 'board', id: 'abc' })
    expect(at('/device#one-time-code')).to.deep.equal({ page: 'device', token: 'one-time-code' })
    for (const lost of ['/b/', '/b/a/b', '/c', '/b/a%20b']) expect(at(lost), lost).to.deep.equal({ page: 'lost' })
    expect(at('/b/abc#<script>')).to.deep.equal({ page: 'board', id: 'abc' })
    expect(at('/b/abc?card=<b>')).to.deep.equal({ page: 'board', id: 'abc' })
  })

  it('cleans the key out of the address at once, and hands it over', () => {
    const before = location.href
    const seen: Route[] = []
    const router = new Router((route) => seen.push(route))
    router.go(`${boardPath('abc', 'a1')}#KEY-key_123456`)
    expect(seen).to.deep.equal([{ page: 'board', id: 'abc', card: 'a1', key: 'KEY-key_123456' }])
    expect(location.href).to.equal(new URL('/b/abc?card=a1', location.href).href)
    history.replaceState(null, '', before)
  })

  it('follows plain clicks on own links and leaves the rest to the browser', async () => {
    const host = await fixture<HTMLElement>(html`<p><a id="own" href="/b/abc">x</a><a id="new" href="/b/abc" target="_blank">x</a><a id="far" href="https://example.org/">x</a><a id="file" href="/b/abc" download>x</a></p>`)
    const paths: (string | undefined)[] = []
    host.addEventListener('click', (event) => {
      paths.push(clickedPath(event))
      event.preventDefault()
    })
    for (const id of ['own', 'new', 'far', 'file']) host.querySelector<HTMLElement>(`#${id}`)?.click()
    host.querySelector('#own')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }))
    expect(paths).to.deep.equal(['/b/abc', undefined, undefined, undefined, undefined])
  })
})

describe('what this browser remembers', () => {
  beforeEach(() => localStorage.clear())
  after(() => localStorage.clear())

  it('keeps boards, the newest first, and forgets one', () => {
    knowBoard(MINE)
    knowBoard({ ...MINE, id: 'b2', right: 'view' })
    knowBoard({ ...MINE, title: 'Pricing II' })
    expect(knownBoards().map(({ id, title }) => [id, title])).to.deep.equal([['b1', 'Pricing II'], ['b2', 'Pricing']])
    forgetBoard('b1')
    expect(knownBoards()).to.have.length(1)
  })

  it('takes nothing that is no board', () => {
    for (const text of ['nonsense', '{}', '[1, null, {"id": "x"}]']) {
      localStorage.setItem('tacit:boards', text)
      expect(knownBoards()).to.deep.equal([])
    }
  })

  it('lets the server’s word win, and sorts by the last edit', () => {
    const known = [{ ...MINE, title: 'Old name' }, { ...MINE, id: 'b2', updatedAt: '2026-01-30T09:00:00Z' }]
    expect(mergeBoards([MINE], known).map(({ id, title }) => [id, title])).to.deep.equal([['b2', 'Pricing'], ['b1', 'Pricing']])
  })

  it('remembers a theme, and follows the system without one', () => {
    chooseTheme('dark')
    expect(shownTheme()).to.equal('dark')
    delete document.documentElement.dataset['theme']
    startTheme()
    expect(document.documentElement.dataset['theme']).to.equal('dark')
    localStorage.setItem('tacit:theme', '"pink"')
    startTheme()
    expect(document.documentElement.dataset['theme']).to.equal(undefined)
  })
})

describe('home page', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  beforeEach(() => localStorage.clear())
  afterEach(() => {
    window.fetch = real
    keyWanted.set(false)
    useCreateKey('')
  })

  it('makes a board of the sentence, by Enter', async () => {
    const { page, asked } = await home()
    need<HTMLInputElement>(page, 'input[name=title]').focus()
    await sendKeys({ type: 'A price that customers can predict' })
    const made = oneEvent(page, 'board-made')
    await sendKeys({ press: 'Enter' })
    expect(((await made) as CustomEvent<BoardMade>).detail.created.id).to.equal('n1')
    expect(asked).to.contain('POST /api/boards {"title":"A price that customers can predict"}')
  })

  it('goes to the field when there is nothing in it', async () => {
    const { page, asked } = await home()
    button(page, 'New board').click()
    expect(focused()?.getAttribute('name')).to.equal('title')
    expect(asked.some((line) => line.startsWith('POST'))).to.equal(false)
  })

  it('says what went wrong, and keeps the sentence', async () => {
    const { page } = await home({ 'POST /api/boards': refusal(429, 'Too many boards. Wait a minute.') })
    const field = need<HTMLInputElement>(page, 'input[name=title]')
    field.focus()
    await sendKeys({ type: 'Mine' })
    await sendKeys({ press: 'Enter' })
    await until('it is said', () => textOf(page).includes('No board was made. That was too much at once: try again in a moment.'))
    expect(field.value).to.equal('Mine')
  })

  it('asks for the key of a server that wants one, and sends it', async () => {
    const { page, asked } = await home({ 'POST /api/boards': refusal(403, 'Creating a board here needs the key of this server.') })
    need<HTMLInputElement>(page, 'input[name=title]').focus()
    await sendKeys({ type: 'Mine' })
    await sendKeys({ press: 'Enter' })
    await until('the key is asked for', () => find(page, 'input[type=password]') !== undefined)
    need(page, 'input[type=password]').focus()
    await sendKeys({ type: 'open-sesame' })
    button(page, 'New board').click()
    await until('it was sent', () => asked.some((line) => line.includes('Bearer open-sesame')))
  })

  it('lists boards with right and last edit, also those known by a link only', async () => {
    knowBoard({ id: 'b2', title: 'Roadmap', right: 'view', updatedAt: '2026-01-10T09:00:00Z' })
    const { page } = await home()
    await until('both are there', () => textOf(page).includes('Roadmap'))
    const text = textOf(page)
    expect(text).to.contain('You own it, edited')
    expect(text).to.contain('You can look, edited')
    expect(need<HTMLAnchorElement>(page, 'a[href="/b/b2"]').textContent).to.equal('Roadmap')
  })

  it('says so when there is none, and when they cannot be read', async () => {
    expect(textOf((await home({ 'GET /api/me/boards': { body: [] } })).page)).to.contain('No board yet.')
    const { page } = await home({ 'GET /api/me/boards': refusal(503, 'Storage does not answer.') })
    await until('it is said', () => textOf(page).includes('Your boards could not be read. The server cannot read or write at the moment: try again.'))
    server({})
    button(page, 'Try again').click()
    await until('they are read', () => textOf(page).includes('Pricing'))
  })

  it('renames in place, and puts the name back when that fails', async () => {
    const { page, asked } = await home({ 'PATCH /api/boards/b1': { body: {} } })
    button(page, 'More for Pricing').click()
    await sendKeys({ press: 'Enter' })
    await until('the name can be typed', () => focused()?.classList.contains('rename') === true)
    await sendKeys({ type: 'Prices' })
    await sendKeys({ press: 'Enter' })
    await until('it is renamed', () => textOf(page).includes('Prices'))
    expect(asked).to.contain('PATCH /api/boards/b1 {"title":"Prices"}')
    const failing = await home({ 'PATCH /api/boards/b1': refusal(403, 'This link does not allow that.') })
    button(failing.page, 'More for Pricing').click()
    await sendKeys({ press: 'Enter' })
    await until('the name can be typed', () => focused()?.classList.contains('rename') === true)
    await sendKeys({ type: 'Nope' })
    await sendKeys({ press: 'Enter' })
    await until('it is said', () => textOf(failing.page).includes('The name is as it was.'))
    expect(textOf(failing.page)).to.contain('Pricing')
  })

  it('deletes with a way back, and not before the way back is gone', async () => {
    const { page, asked } = await home({ 'DELETE /api/boards/b1': { status: 204, body: null } })
    button(page, 'More for Pricing').click()
    await sendKeys({ press: 'End' })
    await sendKeys({ press: 'Enter' })
    await until('it is off the list', () => find(page, 'a[href="/b/b1"]') === undefined)
    expect(asked.some((line) => line.startsWith('DELETE'))).to.equal(false)
    buttons(page, 'Undo').at(-1)?.click()
    await until('it is back', () => find(page, 'a[href="/b/b1"]') !== undefined)
    button(page, 'More for Pricing').click()
    await sendKeys({ press: 'End' })
    await sendKeys({ press: 'Enter' })
    need(page, 'tacit-board-list').remove()
    await until('leaving the page sends it', () => asked.includes('DELETE /api/boards/b1 {}'))
  })

  it('takes a board known by a link off the list', async () => {
    knowBoard({ id: 'b2', title: 'Roadmap', right: 'view', updatedAt: '2026-01-10T09:00:00Z' })
    const { page } = await home()
    button(page, 'More for Roadmap').click()
    await sendKeys({ press: 'Enter' })
    await until('it is off the list', () => find(page, 'a[href="/b/b2"]') === undefined)
    expect(knownBoards()).to.deep.equal([])
  })

  it('opens a template with its people, or without people and answers', async () => {
    const { page, asked } = await home()
    const made = oneEvent(page, 'board-made')
    button(page, 'Open as an example, with its people').click()
    await made
    await until('the buttons are free again', () => !(button(page, 'Start from it, without people and answers') as HTMLButtonElement).disabled)
    button(page, 'Start from it, without people and answers').click()
    await until('both were asked', () => asked.filter((line) => line.startsWith('POST')).length === 2)
    expect(asked.filter((line) => line.startsWith('POST'))).to.deep.equal(['POST /api/boards {"template":"launch"}', 'POST /api/boards {"template":"launch","people":false}'])
  })

  it('makes a board for a situation at once, in the language in which it is shown', async () => {
    const { page, asked } = await home({ 'GET /api/templates?language=en': { body: [EXAMPLE, { ...STARTER, language: 'de', title: 'Ein Vertrag' }] } })
    const made = oneEvent(page, 'board-made')
    button(page, 'Ein Vertrag Two release cycles, one promise.').click()
    await made
    expect(asked.filter((line) => line.startsWith('POST'))).to.deep.equal(['POST /api/boards {"template":"contract","language":"de"}'])
    expect(need(page, '.starters li').getAttribute('lang')).to.equal('de')
  })

  it('opens a board file, and names the place where a bad one breaks', async () => {
    const { page, asked } = await home()
    const opener = need<TacitOpenFile>(page, 'tacit-open-file')
    const made = oneEvent(page, 'board-made')
    await opener.open(new File(['{"format":"tacit-board/1","title":"T"}'], 'board.json'))
    await made
    expect(asked).to.contain('POST /api/boards {"file":{"format":"tacit-board/1","title":"T"}}')
    server({ 'POST /api/boards': refusal(400, 'The kind is unknown.', 'file.cards[3].kind') })
    await opener.open(new File(['{}'], 'bad.json'))
    await opener.updateComplete
    expect(textOf(opener)).to.contain('bad.json was not opened, nothing was made. The kind is unknown. Place: file.cards[3].kind')
  })

  it('says that a file is no JSON without asking the server', async () => {
    const { page, asked } = await home()
    const opener = need<TacitOpenFile>(page, 'tacit-open-file')
    await opener.open(new File(['hello'], 'notes.txt'))
    await opener.updateComplete
    expect(textOf(opener)).to.contain('notes.txt is not a board file')
    expect(asked.some((line) => line.startsWith('POST'))).to.equal(false)
  })

  it('takes a file that is dropped anywhere, one at a time', async () => {
    const { page, asked } = await home()
    const drop = (...files: File[]): void => {
      const dataTransfer = new DataTransfer()
      for (const file of files) dataTransfer.items.add(file)
      window.dispatchEvent(new DragEvent('dragenter', { dataTransfer }))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
    }
    drop(new File(['{"a":1}'], 'a.json'), new File(['{"b":1}'], 'b.json'))
    await until('it is said', () => textOf(page).includes('One file at a time, please.'))
    drop(new File(['{"a":1}'], 'a.json'))
    await until('it was sent', () => asked.includes('POST /api/boards {"file":{"a":1}}'))
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      await dressPage(theme)
      knowBoard({ id: 'b2', title: 'Roadmap', right: 'view', updatedAt: '2026-01-10T09:00:00Z' })
      const { page } = await home()
      await until('the templates are there', () => textOf(page).includes('Live Dispatch'))
      await expect(page).to.be.accessible()
      fixtureCleanup()
      const empty = await home({ 'GET /api/me/boards': refusal(503, 'No.') })
      await expect(empty.page).to.be.accessible()
      await dressPage()
    })
  }
})
