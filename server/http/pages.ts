// The built client: its page for every address that the client's router knows, its files by exact name. Only names that
// were found in the build can be asked for, so no path leads anywhere else. The page is the same for every board.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Hono, type Context } from 'hono'
import { Failure } from './request/failure.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const PACKED = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest'])
/** Bytes below which packing saves nothing. */
const MIN_PACKED = 1_024
const FOREVER = 'public, max-age=31536000, immutable'
const pack = promisify(gzip)

interface BuiltFile { readonly bytes: Buffer; readonly type: string; readonly packs: boolean; packed?: Promise<Buffer> }
interface Build { readonly madeAt: number; readonly files: ReadonlyMap<string, BuiltFile> }

/** What is hidden is no part of the build, and may go while this looks: the next build is made there. */
function pathsBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.')).flatMap((entry) => {
    const path = `${below}/${entry.name}`
    return entry.isDirectory() ? pathsBelow(folder, path) : entry.isFile() ? [path] : []
  })
}

/** Undefined for a file that has gone since the folder was listed: a new build drops those of old ones. */
function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function readBuild(folder: string, madeAt: number): Build {
  return {
    madeAt,
    files: new Map(pathsBelow(folder).flatMap((path) => {
      const bytes = bytesOf(join(folder, path))
      const extension = extname(path)
      return bytes === undefined ? [] : [[path, { bytes, type: TYPES[extension] ?? 'application/octet-stream', packs: PACKED.has(extension) && bytes.length >= MIN_PACKED }]]
    })),
  }
}

/** The build as it is on disk now: read again when its page has changed. */
export class BuiltClient {
  readonly #folder: string
  #build: Build | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  file(path: string): BuiltFile | undefined {
    const page = statSync(join(this.#folder, 'index.html'), { throwIfNoEntry: false })
    if (page === undefined) this.#build = undefined
    else if (this.#build?.madeAt !== page.mtimeMs) this.#build = readBuild(this.#folder, page.mtimeMs)
    return this.#build?.files.get(path)
  }
}

async function send(c: Context, file: BuiltFile, cache: string, status: 200 | 404 = 200): Promise<Response> {
  c.header('content-type', file.type)
  c.header('cache-control', cache)
  c.header('vary', 'accept-encoding')
  if (!file.packs || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(new Uint8Array(file.bytes), status)
  file.packed ??= pack(file.bytes)
  c.header('content-encoding', 'gzip')
  return c.body(new Uint8Array(await file.packed), status)
}

export function pages(client: BuiltClient): Hono {
  const routes = new Hono()
  const page = (status: 200 | 404) => (c: Context): Promise<Response> => {
    const file = client.file('/index.html')
    if (file === undefined) throw new Failure(503, 'not_built', 'The pages are not built yet: run npm start, or npm run build.')
    return send(c, file, 'no-store', status)
  }
  for (const path of ['/', '/b/:id', '/device']) routes.get(path, page(200))
  routes.get('*', (c) => {
    const path = new URL(c.req.url).pathname
    const file = path === '/index.html' ? undefined : client.file(path)
    if (file !== undefined) return send(c, file, path.startsWith('/assets/') ? FOREVER : 'no-cache')
    if (!(c.req.header('accept') ?? '').includes('text/html')) throw new Failure(404, 'not_found', 'There is nothing at this address.')
    return page(404)(c)
  })
  return routes
}
