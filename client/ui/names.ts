// Short forms of names: initials of people, codes of teams (their own, else two letters made unique on the board).
import type { Team } from '../../shared/board/records.ts'

function letters(text: string): string[] {
  return Array.from(text.normalize('NFC')).filter((letter) => /[\p{L}\p{N}]/u.test(letter))
}

/** "Dele Adeyemi" → "DA", "Priya" → "PR", "" → "?". */
export function initials(name: string): string {
  const words = name.split(/[\s.\-_]+/u).map(letters).filter((word) => word.length > 0)
  const first = words[0]
  if (first === undefined) return '?'
  const last = words.at(-1)
  const pair = words.length > 1 ? [first[0], last?.[0]] : first.slice(0, 2)
  return pair.join('').toLocaleUpperCase('en')
}

function* candidates(name: string): Generator<string> {
  const all = letters(name)
  const first = all[0] ?? 'T'
  const starts = name.split(/[\s\-_/&]+/u).map(letters).flatMap((word) => word.slice(0, 1))
  if (all.length >= 2) yield first + (all[1] ?? '')
  if (starts.length >= 2) yield first + (starts[1] ?? '')
  for (const letter of all.slice(2)) yield first + letter
  for (let n = 1; n < 1000; n++) yield first + String(n)
}

const cache = new WeakMap<object, ReadonlyMap<string, string>>()

/** The code of every team, by id. Teams are taken in the order of their ids, so that every browser agrees. */
export function teamCodes(teams: Iterable<readonly [string, Team]> & object): ReadonlyMap<string, string> {
  const known = cache.get(teams)
  if (known !== undefined) return known
  const all = [...teams].map(([, team]) => team).sort((a, b) => (a.id < b.id ? -1 : 1))
  const codes = new Map<string, string>()
  const taken = new Set<string>()
  for (const team of all) {
    const own = team.code?.trim()
    if (own === undefined || own === '') continue
    codes.set(team.id, own)
    taken.add(own.toLocaleUpperCase('en'))
  }
  for (const team of all) {
    if (codes.has(team.id)) continue
    for (const candidate of candidates(team.name)) {
      const code = candidate.toLocaleUpperCase('en')
      if (taken.has(code)) continue
      taken.add(code)
      codes.set(team.id, code)
      break
    }
  }
  cache.set(teams, codes)
  return codes
}
