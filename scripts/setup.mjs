// Makes a fresh clone ready: installs the locked packages (the pinned Node among them) when they changed, and with
// --browser a Chromium for the tests. Uses only what Node 18 brings, because nothing else is there yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.tacit-setup')
const NEEDED_NODE = 24

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function stampNow() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  return hash.update(`${process.platform} ${process.arch}`).digest('hex')
}

function installed() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampNow()
}

/** Started through the npm that runs this script: on a stale install the `node` beside us is about to be deleted. */
function npm(args) {
  const viaNpm = process.env.npm_execpath !== undefined && process.env.npm_node_execpath !== undefined
  const [command, first] = viaNpm ? [process.env.npm_node_execpath, [process.env.npm_execpath]] : ['npm', []]
  return spawnSync(command, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

/** npm 10 leaves no link to the pinned Node when packages of several platforms share its name. */
function linkNode() {
  const link = join(modules, '.bin', 'node')
  if (existsSync(link) || process.platform === 'win32') return
  const home = readdirSync(modules).find((name) => /^node-(bin-)?(linux|darwin)-/.test(name) && existsSync(join(modules, name, 'bin', 'node')))
  if (home === undefined) return
  mkdirSync(join(modules, '.bin'), { recursive: true })
  symlinkSync(join('..', home, 'bin', 'node'), link)
}

function install() {
  if (installed()) return
  process.stdout.write('Installing the packages of package-lock.json …\n')
  if (!npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])) stop('The packages could not be installed; the lines above say why.')
  linkNode()
  const bundled = existsSync(join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))
  if (!bundled && Number(process.versions.node.split('.')[0]) < NEEDED_NODE) {
    stop(`There is no ready-made Node ${NEEDED_NODE} for ${process.platform} ${process.arch}: install Node ${NEEDED_NODE} or newer and run this again.`)
  }
  writeFileSync(stampFile, stampNow())
}

function installBrowser() {
  if (findBrowser() !== undefined) return
  const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  const wanted = 'The tests need Chromium: install it (Debian: apt-get install chromium), or set TACIT_CHROMIUM to its path.'
  if (!debian) stop(wanted)
  process.stdout.write('Installing Chromium for the tests …\n')
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  if (!apt('update') || !apt('install', '-y', '--no-install-recommends', 'chromium') || findBrowser() === undefined) stop(wanted)
}

install()
if (process.argv.includes('--browser')) installBrowser()
