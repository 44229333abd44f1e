// A new build takes the place of the one before while a server gives it out: no answer is missing at any moment, pages
// that are open find their files, and what is long past goes. Seen to fail with the page moved first, with the folder
// emptied before, and with one build kept.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { folderOfNext, KEPT_BUILDS, publish, publishedFrom } from '../scripts/publish.mjs'
import { BuiltClient } from '../server/http/pages.ts'

function folder(): string {
  const dist = join(mkdtempSync(join(tmpdir(), 'tacit-publish-')), 'dist')
  onTestFinished(() => rmSync(join(dist, '..'), { recursive: true, force: true }))
  return dist
}

/** A build whose page names its script, made where a build is made. `day`: when, in days. */
function build(dist: string, name: string, day = 0): void {
  const next = folderOfNext(dist)
  mkdirSync(join(next, 'assets'), { recursive: true })
  const files = { 'index.html': `assets/main-${name}.js`, 'service-worker.js': name, [`assets/main-${name}.js`]: name, 'assets/font-same.woff2': 'font' }
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(next, path), text)
    utimesSync(join(next, path), day * 86_400, day * 86_400)
  }
}

const textOf = (client: BuiltClient, path: string): string | undefined => client.file(path)?.bytes.toString()

it('a server gives out one whole build or the next, whatever file is moved, and all that pages of the one before need', () => {
  const dist = folder()
  build(dist, 'one', 1)
  publish(folderOfNext(dist), dist, 'sources 1')
  const running = new BuiltClient(dist)
  expect(textOf(running, '/index.html')).toBe('assets/main-one.js')

  build(dist, 'two', 2)
  expect(textOf(running, '/index.html'), 'while the next is built').toBe('assets/main-one.js')
  expect(textOf(new BuiltClient(dist), `/${folderOfNext('').replace(/^\//, '')}/index.html`), 'what is being built is not given out').toBeUndefined()
  publish(folderOfNext(dist), dist, 'sources 2')
  for (const client of [running, new BuiltClient(dist)]) {
    expect(['/index.html', '/service-worker.js', '/assets/main-two.js', '/assets/main-one.js', '/assets/font-same.woff2'].map((path) => textOf(client, path))).toEqual(['assets/main-two.js', 'two', 'two', 'one', 'font'])
  }
  expect(publishedFrom(dist)).toBe('sources 2')
  expect(readdirSync(dist).toSorted()).toEqual(['.builds.json', 'assets', 'index.html', 'service-worker.js'])
})

it('a process that starts half way finds the page of the build whose files are there', () => {
  const dist = folder()
  build(dist, 'one', 1)
  publish(folderOfNext(dist), dist, 'sources 1')
  build(dist, 'two', 2)
  // A folder cannot be replaced by a file: publishing ends in the middle.
  rmSync(join(dist, 'service-worker.js'))
  mkdirSync(join(dist, 'service-worker.js', 'in-the-way'), { recursive: true })
  expect(() => publish(folderOfNext(dist), dist, 'sources 2')).toThrow(/service-worker/)
  const client = new BuiltClient(dist)
  const page = textOf(client, '/index.html') ?? ''
  expect([page, textOf(client, `/${page}`)]).toEqual(['assets/main-one.js', 'one'])
  expect(publishedFrom(dist), 'and is built again').toBe('sources 1')
})

it(`files of ${KEPT_BUILDS} builds stay, those of the same sources count once, and older ones go`, () => {
  const dist = folder()
  const names = ['a', 'b', 'c', 'd', 'd', 'e']
  for (const [at, name] of names.entries()) {
    build(dist, name, at)
    publish(folderOfNext(dist), dist, `sources ${name}`, at * 86_400_000)
  }
  expect(readdirSync(join(dist, 'assets')).toSorted()).toEqual(['font-same.woff2', ...names.slice(-KEPT_BUILDS - 1).filter((name, at, all) => all.indexOf(name) === at).map((name) => `main-${name}.js`)])
})

it('what was built before there was a list stays, and what a stopped process left behind goes', () => {
  const dist = folder()
  mkdirSync(join(dist, 'assets'), { recursive: true })
  for (const path of ['index.html', 'assets/main-old.js']) writeFileSync(join(dist, path), 'old')
  mkdirSync(join(dist, '.next-999999999', 'assets'), { recursive: true })
  build(dist, 'new', 1)
  publish(folderOfNext(dist), dist, 'sources', Date.now() + 86_400_000)
  expect(existsSync(join(dist, 'assets', 'main-old.js'))).toBe(true)
  expect(readdirSync(dist).filter((name) => name.startsWith('.next'))).toEqual([])
})
