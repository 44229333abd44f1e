// A request's JSON body, read within a bound and checked by a schema. What is wrong is named by its place.
import type { Context } from 'hono'
import * as v from 'valibot'
import { MOST_JSON_LEVELS, tooDeepAt } from '../../../shared/board/json-depth.ts'
import { Failure } from './failure.ts'

/** Bytes of a body that carries no board file: an answer with the longest statement fits, escaped. */
export const SMALL_BODY = 262_144

/** `cards[3].title`: the place of an issue as people write it. */
function placeOf(issue: v.BaseIssue<unknown>): string | undefined {
  let place = ''
  for (const { key } of issue.path ?? []) place += typeof key === 'number' ? `[${key}]` : `${place === '' ? '' : '.'}${String(key).slice(0, 60)}`
  return place === '' ? undefined : place
}

function sentenceOf(issue: v.BaseIssue<unknown>, place: string | undefined): string {
  if (issue.type !== 'strict_object') return issue.message
  if (issue.expected === 'never') return `There is no field ${place ?? ''} here.`
  return issue.expected === 'Object' ? `${place ?? 'The body'} is a JSON object.` : `${place ?? 'The body'} is missing.`
}

function tooLarge(maxBytes: number): Failure {
  return new Failure(413, 'too_large', `The body is larger than ${maxBytes} bytes.`)
}

async function bytesOf(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

export function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '')
}

async function jsonOf(c: Context, maxBytes: number): Promise<unknown> {
  if (!isJson(c.req.header('content-type'))) throw new Failure(415, 'not_json', 'Send JSON: content-type application/json.')
  const bytes = await bytesOf(c.req.raw, maxBytes)
  if (tooDeepAt(bytes) !== undefined) throw new Failure(400, 'too_deep', `The body nests deeper than ${MOST_JSON_LEVELS} levels.`)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch (error) {
    throw new Failure(400, 'malformed_json', error instanceof SyntaxError ? 'The body is not valid JSON.' : 'The body is not valid UTF-8.')
  }
}

const CHECKS = new WeakMap<Context, (() => Promise<void>)[]>()

/** Asked when the body is there: what let a request in may end while its body is sent slowly. */
export function afterBody(c: Context, check: () => Promise<void>): void {
  CHECKS.set(c, [...(CHECKS.get(c) ?? []), check])
}

/** Asks again what let the request in: for what waits once more, after its body. */
export async function askAgain(c: Context): Promise<void> {
  for (const check of CHECKS.get(c) ?? []) await check()
}

/** The body, checked: 413, 415 and 400 say what is wrong with it, and where. */
export async function bodyOf<S extends v.GenericSchema>(c: Context, schema: S, maxBytes = SMALL_BODY): Promise<v.InferOutput<S>> {
  const json = await jsonOf(c, maxBytes)
  await askAgain(c)
  if (Array.isArray(json)) throw new Failure(400, 'wrong_body', 'The body is a JSON object.')
  const result = v.safeParse(schema, json, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const place = placeOf(issue)
  throw new Failure(400, 'wrong_body', sentenceOf(issue, place), place === undefined ? {} : { path: place })
}
