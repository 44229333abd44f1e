// The environment: what each variable means when it is unset, and the one sentence when it is wrong.
import { describe, expect, it } from 'vitest'
import { publicPlace, readConfig, WrongSetting } from '../../../server/config.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'

function sentenceOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof WrongSetting) return error.message
    throw error
  }
  return 'accepted'
}

describe('the environment', () => {
  it('[H110] has a default for everything', () => {
    const config = readConfig({ PORT: '', LOG_LEVEL: ' ' })
    expect(config).toMatchObject({ port: 4310, host: '127.0.0.1', url: undefined, create: 'anyone', proxyHeader: undefined, limits: DEFAULT_LIMITS, logLevel: 'info' })
    expect(config.dataFolder).toMatch(/\/data$/)
    const place = publicPlace(config, 4310)
    expect([place.url, [...place.origins], place.secure]).toEqual(['http://127.0.0.1:4310', ['http://127.0.0.1:4310', 'http://localhost:4310', 'http://board.localhost:4310'], false])
  })

  it('[H110] knows the address that people use, and where they may come from', () => {
    const place = (env: Record<string, string>) => {
      const { url, origins, secure } = publicPlace(readConfig(env), 4310)
      return [url, [...origins], secure]
    }
    expect(place({ HOST: '0.0.0.0', TACIT_URL: 'https://tacit.example.org/', TACIT_CREATE: 'anyone' })).toEqual(['https://tacit.example.org', ['https://tacit.example.org'], true])
    expect(place({ TACIT_URL: 'https://tacit.example.org' })[1]).toEqual(['https://tacit.example.org', 'http://127.0.0.1:4310', 'http://localhost:4310', 'http://board.localhost:4310'])
    expect(place({ HOST: '::1' })[0]).toBe('http://[::1]:4310')
    expect(place({ TACIT_ORIGINS: 'http://a:80, https://b:8443' })[1]).toEqual(['http://a', 'https://b:8443'])
  })

  it('[H110] takes limits by name and leaves the others', () => {
    expect(readConfig({ TACIT_LIMITS: 'titleChars=10, boardCards=5' }).limits).toEqual({ ...DEFAULT_LIMITS, titleChars: 10, boardCards: 5 })
  })

  it('[H110] asks for a key to create boards when the server is not on loopback', () => {
    expect(readConfig({ HOST: '0.0.0.0', TACIT_CREATE_KEY: 'sixteen characters' })).toMatchObject({ create: 'key', createKey: 'sixteen characters' })
    expect(readConfig({ HOST: 'localhost' }).create).toBe('anyone')
  })

  const WRONG: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ PORT: 'http' }, /^PORT is "http": set it to a whole number/], [{ PORT: '65536' }, /^PORT/], [{ PORT: '-1' }, /^PORT/], [{ PORT: '1.5' }, /^PORT/],
    [{ HOST: 'not a host' }, /^HOST is/], [{ HOST: 'http://x' }, /^HOST is/],
    [{ TACIT_URL: 'tacit.example.org' }, /^TACIT_URL is/], [{ TACIT_URL: 'https://x/path' }, /^TACIT_URL/], [{ TACIT_URL: 'ftp://x' }, /^TACIT_URL/], [{ TACIT_URL: 'https://u:p@x' }, /^TACIT_URL/],
    [{ TACIT_ORIGINS: 'https://a.example,*' }, /^TACIT_ORIGINS holds "\*"/], [{ TACIT_ORIGINS: 'null' }, /^TACIT_ORIGINS/],
    [{ TACIT_CREATE: 'everyone' }, /^TACIT_CREATE is "everyone": set it to anyone or to key/], [{ TACIT_CREATE: 'key' }, /^TACIT_CREATE_KEY is missing/], [{ HOST: '0.0.0.0' }, /^TACIT_CREATE_KEY is missing/],
    [{ TACIT_CREATE: 'key', TACIT_CREATE_KEY: 'short' }, /^TACIT_CREATE_KEY is too short/],
    [{ TACIT_TRUST_PROXY: 'yes please' }, /^TACIT_TRUST_PROXY is/],
    [{ TACIT_LIMITS: 'cards=5' }, /^TACIT_LIMITS names "cards"/], [{ TACIT_LIMITS: 'boardCards' }, /^TACIT_LIMITS sets boardCards to ""/], [{ TACIT_LIMITS: 'boardCards=-5' }, /^TACIT_LIMITS/],
    [{ TACIT_LIMITS: 'boardCards=many' }, /^TACIT_LIMITS/], [{ TACIT_LIMITS: '__proto__=1' }, /^TACIT_LIMITS/], [{ TACIT_LIMITS: 'toString=1' }, /^TACIT_LIMITS/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": set it to one of/],
    [{ DATABASE_URL: 'postgres://x' }, /^DATABASE_URL is not supported yet/], [{ REDIS_URL: 'redis://x' }, /^REDIS_URL is not supported yet/], [{ SMTP_URL: 'smtp://x' }, /^SMTP_URL is not supported yet/],
  ]
  it.each(WRONG)('[H111] %j stops the start with one sentence', (env, sentence) => {
    expect(sentenceOf(env)).toMatch(sentence)
    expect(sentenceOf(env)).toMatch(/^[^\n]+\.$/)
  })

  it('[H111] a secret is not repeated in the sentence', () => {
    expect(sentenceOf({ TACIT_CREATE: 'key', TACIT_CREATE_KEY: 'hunter2' })).not.toContain('hunter2')
    expect(sentenceOf({ DATABASE_URL: 'postgres://u:hunter2@h/x' })).not.toContain('hunter2')
  })
})
