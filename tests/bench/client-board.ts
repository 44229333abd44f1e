// A board file of N cards for the bench: rows of cards of every common kind with statements of different length, each
// third a foundation of its neighbours, some links across the board, answers from four teams. The same for the same N.
const TEAMS = ['Product', 'Billing', 'Support', 'Legal']
const KINDS = ['assumption', 'assumption', 'goal', 'assumption', 'decision', 'risk', 'assumption', 'question', 'context', 'commitment']
const PHRASES = [
  'Sales will stop quoting seat prices on 1 March',
  'meter events arrive within a minute',
  'every plan change is agreed with Support first',
  'customers over their plan would rather pay per unit than move up a tier',
  'the invoice shows each line in the currency of the account',
  'nobody reads meter data straight from the warehouse',
  'thirty days of notice are enough',
]
/** Board pixels from card to card. */
const CELL = { width: 256, height: 176 }
/** The shape of the whole board, as a screen is. */
const WIDE = 1.25

export interface BenchFile { readonly format: 'tacit-board/1'; readonly title: string; readonly teams: readonly object[]; readonly people: readonly object[]; readonly cards: readonly object[]; readonly links: readonly object[]; readonly attestations: readonly object[] }

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function benchBoard(count: number): BenchFile {
  const next = numbers(count)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
  const columns = Math.ceil(Math.sqrt(count * WIDE))
  const teams = TEAMS.map((name) => ({ id: name.toLowerCase(), name }))
  const people = teams.map(({ id, name }) => ({ id: `p-${id}`, name: `${name} person`, team: id, role: 'member' }))
  const cards = Array.from({ length: count }, (_, n) => {
    const kind = KINDS[n % KINDS.length]
    const title = `${n}: ${[...Array(1 + Math.floor(next() * 3))].map(() => pick(PHRASES)).join(', ')}.`
    return {
      id: `c${n}`, kind, title, body: next() < 0.3 ? pick(PHRASES) : '', team: pick(teams).id, author: pick(people).id, createdAt: '2026-10-05T09:00:00Z',
      x: (n % columns) * CELL.width, y: Math.floor(n / columns) * CELL.height,
      ...(kind === 'assumption' ? { askTeams: teams.slice(0, 1 + (n % 4)).map(({ id }) => id) } : {}),
    }
  })
  const isAssumption = (n: number): boolean => KINDS[n % KINDS.length] === 'assumption'
  const links = new Map<string, object>()
  const link = (from: number, to: number): void => {
    if (from === to || from < 0 || to < 0 || from >= count || to >= count) return
    const id = `c${from}~rests_on~c${to}`
    links.set(id, { id, from: `c${from}`, to: `c${to}`, type: 'rests_on' })
  }
  for (let n = 0; n < count; n++) if (!isAssumption(n)) for (const by of [1, -1, columns]) if (next() < 0.6 && isAssumption(n + by)) link(n, n + by)
  for (let n = 0; n < count / 50; n++) link(Math.floor(next() * count), Math.floor(next() * count))
  const attestations = cards.filter(({ kind }) => kind === 'assumption').flatMap(({ id, title, body, askTeams }, n) =>
    (askTeams ?? []).filter(() => next() < 0.5).map((team, at) => ({ id: `t${n}-${at}`, card: id, person: `p-${team}`, team, verdict: next() < 0.85 ? 'confirm' : 'refute', seq: n * 4 + at + 1, at: '2026-10-21T07:50:00Z', basis: JSON.stringify(['assumption', title, body, '']) })))
  return { format: 'tacit-board/1', title: `Bench of ${count}`, teams, people, cards, links: [...links.values()], attestations }
}
