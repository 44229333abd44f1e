// The walls of the house as functions over source texts: folder order, who may see Yjs, no cycles, no barrels, no
// default exports, no `any`, names, headers and sizes. Knows no file system, so that each wall can be seen to fail.

/** Path below the root, with `/`, → source text. */
export type Sources = ReadonlyMap<string, string>

interface Import { readonly from: string; readonly to: string; readonly typeOnly: boolean }

const SHARED = [['geometry'], ['board'], ['rules'], ['protocol', 'export']] as const
const SERVER = [['storage', 'bus'], ['config.ts'], ['access', 'rooms'], ['http'], ['app.ts'], ['main.ts', 'command-line']] as const
const CLIENT = [['language'], ['theme'], ['ui'], ['session'], ['canvas'], ['editor'], ['cards'], ['commands'], ['panels', 'people'], ['app'], ['main.ts', 'embed.ts']] as const
const FLOORS: Readonly<Record<string, readonly (readonly string[])[]>> = { shared: SHARED, server: SERVER, client: CLIENT }

const YJS = /^(yjs|y-protocols|y-websocket|y-indexeddb|y-prosemirror|@tiptap\/(y-tiptap|extension-collaboration|extension-collaboration-caret))(\/|$)/
const YJS_ROOMS = ['shared/board/', 'shared/protocol/', 'server/rooms/', 'client/session/', 'client/editor/']
const ADAPTERS = /^server\/(storage|bus)\/(?!storage\.ts$|bus\.ts$)/
const BAD_NAMES = /(manager|helper|util|service|base|impl)(s)?\.ts$|\/common\/|(^|\/)(types|index)\.ts$/i
const MAX_LINES = 400

/** Source without comments and string contents would be safer; imports stand at line starts, so this is enough. */
function specifiersOf(source: string): { readonly specifier: string; readonly typeOnly: boolean }[] {
  const found: { specifier: string; typeOnly: boolean }[] = []
  for (const match of source.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    found.push({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined })
  }
  for (const match of source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) found.push({ specifier: match[1] ?? '', typeOnly: false })
  return found
}

function resolve(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.replace(/\?.*$/, '').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, source]) => specifiersOf(source).flatMap(({ specifier, typeOnly }) => {
    const to = resolve(from, specifier)
    return to === undefined ? [] : [{ from, to, typeOnly }]
  }))
}

/** The floor of a file in its house, and the room on it. */
function placeOf(path: string): { house: string; floor: number; room: string } | undefined {
  const [house = '', second = ''] = path.split('/')
  const floor = FLOORS[house]?.findIndex((rooms) => rooms.includes(second)) ?? -1
  return floor < 0 ? undefined : { house, floor, room: second }
}

/** Imports point down or left to shared: never up, never across, never from client to server. */
export function wrongDirections(sources: Sources): string[] {
  return importsOf(sources).flatMap(({ from, to }) => {
    const here = placeOf(from)
    const there = placeOf(to)
    if (here === undefined || there === undefined) return here === undefined && /^(shared|server|client)\/[^/]+\.ts$/.test(from) ? [`${from} stands on no floor`] : []
    if (here.house !== there.house) return there.house === 'shared' ? [] : [`${from} reaches into ${to}`]
    if (here.room === there.room || there.floor < here.floor) return []
    return [`${from} imports ${there.floor === here.floor ? 'across' : 'up'}: ${to}`]
  })
}

/** Yjs is visible in five rooms only. */
export function strangersToYjs(sources: Sources): string[] {
  return [...sources].filter(([path]) => !YJS_ROOMS.some((room) => path.startsWith(room)))
    .flatMap(([path, source]) => specifiersOf(source).filter(({ specifier }) => YJS.test(specifier)).map(({ specifier }) => `${path} sees ${specifier}`))
}

/** The two files in which a process starts. */
const STARTS = ['server/main.ts', 'server/command-line/main.ts']

/** Only where a process starts an adapter of a port is named; adapters may import one another. */
export function namedAdapters(sources: Sources): string[] {
  return importsOf(sources).filter(({ from, to }) => ADAPTERS.test(to) && from.startsWith('server/') && !STARTS.includes(from) && !/^server\/(storage|bus)\//.test(from))
    .map(({ from, to }) => `${from} names the adapter ${to}`)
}

/** Rings of imports, each told once; imports of types alone do not count. */
export function cycles(sources: Sources): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, typeOnly } of importsOf(sources)) if (!typeOnly && sources.has(to)) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const found: string[] = []
  function visit(path: string, trail: readonly string[]): void {
    const at = trail.indexOf(path)
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  return found
}

export function barrels(sources: Sources): string[] {
  return [...sources].filter(([, source]) => /^export\s+(type\s+)?(\*|\{[^}]*\})\s*(as\s+\w+\s+)?from\s/m.test(source)).map(([path]) => `${path} passes on what others export`)
}

export function defaultExports(sources: Sources): string[] {
  return [...sources].filter(([, source]) => /^export\s+default\b/m.test(source)).map(([path]) => `${path} has a default export`)
}

export function anys(sources: Sources): string[] {
  return [...sources].filter(([, source]) => /(:|<|\bas|,|\|)\s*any\b(?!\s*(of|the|one)\b)\s*[[\]>,;)|&={]/.test(source.replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, ''))).map(([path]) => `${path} says any`)
}

export function badNames(sources: Sources): string[] {
  return [...sources.keys()].filter((path) => BAD_NAMES.test(path) || /[A-Z_]/.test(path)).map((path) => `${path} is named badly`)
}

export function missingHeaders(sources: Sources): string[] {
  return [...sources].filter(([, source]) => !/^(#!.*\n)?(\/\/ .*\n){1,8}/.test(source)).map(([path]) => `${path} does not say what it is for`)
}

export function tooLong(sources: Sources): string[] {
  return [...sources].filter(([, source]) => source.split('\n').length > MAX_LINES).map(([path]) => `${path} is over ${MAX_LINES} lines`)
}
