// The environment as one checked value. A wrong value stops the start with one sentence that says what to set.
// Knows names and shapes of the variables (README, "Run"), not what is done with them.
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { DEFAULT_LIMITS, type LimitName, type Limits } from '../shared/protocol/limits.ts'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute path of the folder of all that lasts. */
  readonly dataFolder: string
  /** Undefined: the address that is listened on, known once the port is. */
  readonly url: string | undefined
  /** Undefined: `url` and, on loopback, its three names. */
  readonly origins: readonly string[] | undefined
  readonly create: 'anyone' | 'key'
  readonly createKey: string | undefined
  /** Lower-case name of the header that carries the client's address. */
  readonly proxyHeader: string | undefined
  readonly limits: Limits
  readonly logLevel: LogLevel
}

type Env = Readonly<Record<string, string | undefined>>

/** The message is the sentence to print. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting'
}

function refuse(sentence: string): never {
  throw new WrongSetting(sentence)
}

const NOT_YET: Readonly<Record<string, string>> = {
  DATABASE_URL: 'DATABASE_URL is not supported yet: unset it, everything is kept in SQLite under TACIT_DATA.',
  REDIS_URL: 'REDIS_URL is not supported yet: unset it, one server process serves all boards.',
  SMTP_URL: 'SMTP_URL is not supported yet: unset it, no mail is sent.',
}

/** An empty value counts as unset: `PORT= npm start` means the default. */
function given(env: Env, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

function portOf(value: string | undefined): number {
  if (value === undefined) return 4310
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  return refuse(`PORT is "${value}": set it to a whole number from 0 to 65535 (0 takes any free port).`)
}

function hostOf(value: string | undefined): string {
  if (value === undefined) return '127.0.0.1'
  if (isIP(value) !== 0 || /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value)) return value
  return refuse(`HOST is "${value}": set it to an address or a name to listen on, such as 127.0.0.1 or 0.0.0.0.`)
}

/** Scheme, host and port of an http(s) address with nothing behind them, or undefined. */
function originOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const url = new URL(value)
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '' && url.pathname === '/'
  return bare && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : undefined
}

function urlOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  return originOf(value) ?? refuse(`TACIT_URL is "${value}": set it to the address that people use, such as https://tacit.example.org, without a path.`)
}

function originsOf(value: string | undefined): readonly string[] | undefined {
  return value?.split(',').map((item) => item.trim()).filter((item) => item !== '')
    .map((item) => originOf(item) ?? refuse(`TACIT_ORIGINS holds "${item}": set origins such as https://tacit.example.org, separated by commas.`))
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function creationOf(env: Env, host: string): Pick<Config, 'create' | 'createKey'> {
  const createKey = given(env, 'TACIT_CREATE_KEY')
  const create = given(env, 'TACIT_CREATE') ?? (isLoopback(host) ? 'anyone' : 'key')
  if (create !== 'anyone' && create !== 'key') refuse(`TACIT_CREATE is "${create}": set it to anyone or to key.`)
  if (create === 'key' && createKey === undefined) {
    refuse('TACIT_CREATE_KEY is missing: set it to a long secret that creating a board asks for, or set TACIT_CREATE=anyone.')
  }
  if (createKey !== undefined && createKey.length < 16) refuse('TACIT_CREATE_KEY is too short: set a secret of at least 16 characters.')
  return { create, createKey }
}

function proxyHeaderOf(value: string | undefined): string | undefined {
  if (value === undefined || value === 'off') return undefined
  if (/^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(value)) return value.toLowerCase()
  return refuse(`TACIT_TRUST_PROXY is "${value}": set it to the name of the header that your proxy writes, such as X-Forwarded-For, or unset it.`)
}

function limitsOf(value: string | undefined): Limits {
  const limits: Record<LimitName, number> = { ...DEFAULT_LIMITS }
  for (const item of value?.split(',').filter((text) => text.trim() !== '') ?? []) {
    const [name = '', amount = ''] = item.split('=').map((text) => text.trim())
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) refuse(`TACIT_LIMITS names "${name}": set name=value pairs of ${Object.keys(DEFAULT_LIMITS).join(', ')}.`)
    if (!/^[1-9]\d{0,11}$/.test(amount)) refuse(`TACIT_LIMITS sets ${name} to "${amount}": set it to a whole number above 0.`)
    limits[name as LimitName] = Number(amount)
  }
  return limits
}

function logLevelOf(value: string | undefined): LogLevel {
  const level = value ?? 'info'
  return LOG_LEVELS.find((known) => known === level) ?? refuse(`LOG_LEVEL is "${level}": set it to one of ${LOG_LEVELS.join(', ')}.`)
}

/** Throws `WrongSetting` with the sentence to print. */
export function readConfig(env: Env): Config {
  for (const [name, sentence] of Object.entries(NOT_YET)) if (given(env, name) !== undefined) refuse(sentence)
  const host = hostOf(given(env, 'HOST'))
  return {
    port: portOf(given(env, 'PORT')),
    host,
    dataFolder: resolve(given(env, 'TACIT_DATA') ?? './data'),
    url: urlOf(given(env, 'TACIT_URL')),
    origins: originsOf(given(env, 'TACIT_ORIGINS')),
    ...creationOf(env, host),
    proxyHeader: proxyHeaderOf(given(env, 'TACIT_TRUST_PROXY')),
    limits: limitsOf(given(env, 'TACIT_LIMITS')),
    logLevel: logLevelOf(given(env, 'LOG_LEVEL')),
  }
}

export interface PublicPlace {
  /** What people type; links begin with it. No slash at the end. */
  readonly url: string
  /** Origins that a browser may come from. */
  readonly origins: ReadonlySet<string>
  /** True when people come by https: the cookie is then `Secure`. */
  readonly secure: boolean
}

/** Where people find this server, once the port is known (`PORT=0` takes any). */
export function publicPlace(config: Config, port: number): PublicPlace {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const url = config.url ?? new URL(`http://${host}:${port}`).origin
  const local = isLoopback(config.host) ? ['127.0.0.1', 'localhost', 'board.localhost'].map((name) => `http://${name}:${port}`) : []
  return { url, origins: new Set(config.origins ?? [url, ...local]), secure: url.startsWith('https:') }
}
