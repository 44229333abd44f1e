// Puts a finished build in the place of the one before while a server gives it out: at no moment is a file missing. The
// page comes last, because the server reads the build again when its page has changed. Files of the builds before stay
// for pages that are still open and fetch a part of theirs late. Knows nothing of how a build is made.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The new one and two before it: a release and the correction that follows it leave open pages whole. */
export const KEPT_BUILDS = 3
const LIST = '.builds.json'
const NEXT = '.next-'
const PAGE = 'index.html'
/** Names without a hash, which must come after all that they name. */
const LAST = ['service-worker.js', PAGE]
/** ms that a file of no listed build stays: another process may be about to publish it. */
const SPARED = 3_600_000

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .filter((path) => !/(?:^|\/)\./.test(path))
}

function buildsOf(dist) {
  try {
    return JSON.parse(readFileSync(join(dist, LIST), 'utf8'))
  } catch {
    return []
  }
}

/** The sources of the build that is given out, as it was published with. */
export function publishedFrom(dist) {
  return statSync(join(dist, PAGE), { throwIfNoEntry: false }) === undefined ? undefined : buildsOf(dist)[0]?.from
}

/** Where this process builds: beside its goal, so that a file is moved and never copied. */
export function folderOfNext(dist) {
  return join(dist, `${NEXT}${process.pid}`)
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function dropUnfinished(dist) {
  for (const name of readdirSync(dist)) if (name.startsWith(NEXT) && !isRunning(Number(name.slice(NEXT.length)))) rmSync(join(dist, name), { recursive: true, force: true })
}

function dropOldFiles(dist, builds, now) {
  const listed = new Set(builds.flatMap(({ files }) => files))
  for (const path of filesOf(dist)) {
    const file = join(dist, path)
    if (!listed.has(path) && now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > SPARED) rmSync(file, { force: true })
  }
}

/** Moves the build in `next` into `dist`. `from` says of which sources it was made. */
export function publish(next, dist, from, now = Date.now()) {
  const files = filesOf(next)
  if (!files.includes(PAGE)) throw new Error(`there is no ${PAGE} in ${next}`)
  const earlier = buildsOf(dist)
  // The first list of a folder that has a build already: what is there belongs to pages that may be open.
  if (earlier.length === 0) earlier.push({ from: '', files: filesOf(dist) })
  const builds = [{ from, files }, ...earlier.filter((build) => build.from !== from)].slice(0, KEPT_BUILDS)
  dropOldFiles(dist, builds, now)
  for (const path of [...files.filter((file) => !LAST.includes(file)), ...LAST.filter((file) => files.includes(file))]) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    renameSync(join(next, path), join(dist, path))
  }
  writeFileSync(join(next, LIST), JSON.stringify(builds))
  renameSync(join(next, LIST), join(dist, LIST))
  rmSync(next, { recursive: true, force: true })
  dropUnfinished(dist)
}
