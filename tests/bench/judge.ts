// `npm run bench:judge`: every judgement of a board of 10,000 cards and 20,000 links in one pass, then again after one
// edit, and the ratio of the two, which holds on any machine. The time of an edit is that of judging, of all that the
// screen asks for the whole board, and of the cards in view.
import { Table } from '../../shared/board/table.ts'
import type { Attestation, BoardRecord, BoardState, Card, CardKind, Link, LinkType } from '../../shared/board/records.ts'
import { stateOfFile } from '../../shared/board/file-state.ts'
import { aimsOf } from '../../shared/rules/aims.ts'
import { wideOf } from '../../shared/rules/board-wide.ts'
import { dependencyBasis } from '../../shared/rules/contract.ts'
import { judge } from '../../shared/rules/judge.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'
import { report } from '../../shared/rules/report.ts'
import { statementOf } from '../../shared/rules/statement.ts'

const CARDS = 10_000
const TEAMS = 5
const IN_VIEW = 60
const WHOLE_PASSES = 5
const EDITS = 300
const NOW = Date.parse('2026-06-15T12:00:00Z')
const DAY = 86_400_000

const KINDS: readonly CardKind[] = ['goal', 'assumption', 'risk', 'decision', 'action', 'commitment', 'commitment', 'question', 'metric', 'proposal']
const kindOf = (i: number): CardKind => KINDS[i % KINDS.length] ?? 'note'
/** Some card of a kind, spread over the board. */
const someOf = (kind: CardKind, i: number): number => KINDS.length * ((i * 7919) % (CARDS / KINDS.length)) + KINDS.indexOf(kind)

function cardOf(i: number): Card {
  const tiers = [{ name: 'must', conditions: [{ type: 'confirmed', card: `c${someOf('assumption', i)}` }, { type: 'decided', card: `c${someOf('decision', i)}` }] }]
  return {
    id: `c${i}`, kind: kindOf(i), title: `Card ${i} says what it is about`, body: '', x: i, y: i, deleted: false, retired: false, author: 'p0',
    fields: { team: `t${i % TEAMS}`, owner: 'p1', due: '2026-08-01', likelihood: 2, impact: 1 + (i % 5), definition: `d${i % 3}`, ...(kindOf(i) === 'proposal' ? { tiers } : {}), ...(i === 0 ? { northStar: true, shared: true } : {}) },
  }
}

/** Two links of each card: what it rests on, threatens or settles, and what it needs of another team. */
function linksOf(i: number): Link[] {
  const kind = kindOf(i)
  const first: readonly [LinkType, number] = kind === 'assumption' ? ['if_false', someOf('risk', i)] : kind === 'metric' ? ['about', someOf('goal', i)] : ['rests_on', someOf('assumption', i)]
  const second: readonly [LinkType, number] = kind === 'commitment' ? ['depends_on', someOf('commitment', i + 1)] : kind === 'goal' ? ['conflicts_with', someOf('goal', i + 1)] : ['serves', someOf('goal', i)]
  return [first, second].filter(([, to]) => to !== i).map(([type, to]) => ({ id: `c${i}~${type}~c${to}`, from: `c${i}`, to: `c${to}`, type, ...(type === 'depends_on' ? { needBy: '2026-07-20', ask: 'soon' } : {}) }))
}

function keyed<V extends { readonly id: string }>(values: readonly V[]): Table<V> {
  return Table.of(values.map((value) => [value.id, value] as const))
}

function answersOn(cards: readonly Card[]): Attestation[] {
  return cards.filter(({ kind }) => kind === 'assumption').map((card, i) => ({
    id: `a${i}`, card: card.id, person: `p${i % 20}`, team: `t${i % TEAMS}`, verdict: i % 9 === 0 ? 'refute' : 'confirm', basis: statementOf(card), seq: 1,
    at: new Date(NOW - (i % 120) * DAY).toISOString(), evidence: { kind: 'test' }, reason: 'seen',
  }))
}

function acksOf(state: BoardState): BoardRecord[] {
  return Array.from(state.links.values()).filter(({ type }) => type === 'depends_on').flatMap((link, i) => (['consumer', 'provider'] as const).map((side) => {
    const team = state.cards.get(side === 'consumer' ? link.from : link.to)?.fields.team ?? ''
    return { id: `k${i}-${side}`, link: link.id, person: `p${team.slice(1)}`, team, side, response: side === 'consumer' ? 'ok' : 'yes', basis: i % 4 === 0 ? 'earlier' : (dependencyBasis(state, link, side) ?? ''), seq: 1, at: '2026-06-01T00:00:00Z' }
  }))
}

function board(): BoardState {
  const people = Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, name: `Person ${i}`, team: `t${i % TEAMS}`, role: 'member' }))
  const teams = Array.from({ length: TEAMS }, (_, i) => ({ id: `t${i}`, name: `Team ${i}` }))
  const empty = stateOfFile({ people, teams })
  const cards = Array.from({ length: CARDS }, (_, i) => cardOf(i))
  const state = { ...empty, cards: keyed(cards), links: keyed(cards.flatMap((_, i) => linksOf(i))), attestations: keyed(answersOn(cards)) }
  const states = Object.fromEntries(cards.map(({ id }, i) => [id, i % 2 === 0 ? 'confirmed' : 'at_risk']))
  return { ...state, records: { ...state.records, acks: keyed(acksOf(state)), baselines: keyed<BoardRecord>([{ id: 'b', at: '2026-06-01T00:00:00Z', states }]) } }
}

/** What the screen asks after an edit. */
function seen(state: BoardState, judgements: Judgements, around: number): void {
  judgements.nextChangeAt()
  const wide = wideOf(judgements)
  wide.freshness()
  wide.drift()
  wide.gaps()
  aimsOf(judgements)
  for (let i = around; i < around + IN_VIEW; i++) {
    const id = `c${i % CARDS}`
    judgements.status(id)
    judgements.carries(id)
    if (state.cards.get(id)?.kind === 'proposal') judgements.tiers(id)
  }
}

type Edit = (state: BoardState, n: number) => BoardState
function changed(state: BoardState, i: number, change: (card: Card) => Card): BoardState {
  const card = state.cards.get(`c${i}`)
  return card === undefined ? state : { ...state, cards: state.cards.set(card.id, change(card)) }
}

const EDITS_BY_NAME: Readonly<Record<string, Edit>> = {
  'a letter is typed in an assumption': (state, n) => changed(state, someOf('assumption', n), (card) => ({ ...card, title: `${card.title}.` })),
  'somebody refutes one': (state, n) => {
    const card = state.cards.get(`c${someOf('assumption', n)}`)
    const answer = { id: `new${n}`, card: card?.id ?? '', person: 'p2', team: 't2', verdict: 'refute', basis: card === undefined ? '' : statementOf(card), seq: 2, at: new Date(NOW).toISOString() } as const
    return { ...state, attestations: state.attestations.set(answer.id, answer) }
  },
  'a provider moves a date': (state, n) => changed(state, someOf('commitment', n), (card) => ({ ...card, fields: { ...card.fields, due: `2026-08-${String(2 + (n % 27)).padStart(2, '0')}` } })),
  'a card is moved': (state, n) => changed(state, (n * 31) % CARDS, (card) => ({ ...card, x: card.x + 1 })),
  'a link is drawn': (state, n) => {
    const link: Link = { id: `new${n}`, from: `c${someOf('goal', n)}`, to: `c${someOf('assumption', n + 3)}`, type: 'rests_on' }
    return { ...state, links: state.links.set(link.id, link) }
  },
}

/** Of the clock, and of the processor with its helpers (compiling, collecting): the first is only true on a quiet machine. */
interface Took { readonly ms: number; readonly cpuMs: number }

function took(work: () => void): Took {
  const [start, used] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(used)
  return { ms: performance.now() - start, cpuMs: (user + system) / 1_000 }
}

function middle(times: readonly number[], part = 0.5): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? NaN
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, one) => sum + one, 0) / times.length
}

const state = board()
const passes = Array.from({ length: WHOLE_PASSES }, () => took(() => {
  const judgements = judge(state, NOW)
  report(state, judgements, '')
  seen(state, judgements, 0)
}))
const whole = middle(passes.map(({ cpuMs }) => cpuMs))
console.log(`whole pass: ${middle(passes.map(({ ms }) => ms)).toFixed(0)} ms, ${whole.toFixed(0)} ms of processor, for ${state.cards.size} cards and ${state.links.size} links`)

for (const [name, edit] of Object.entries(EDITS_BY_NAME)) {
  let now = state
  let judgements = judge(now, NOW)
  report(now, judgements, '')
  // Also what only a card in view is asked.
  for (let i = 0; i < CARDS; i += IN_VIEW) seen(now, judgements, i)
  const times = Array.from({ length: EDITS }, (_, n) => {
    now = edit(now, n)
    return took(() => {
      judgements = judge(now, NOW, { judgements })
      seen(now, judgements, n * IN_VIEW)
    })
  })
  const [clock, cpu] = [times.map(({ ms }) => ms), times.map(({ cpuMs }) => cpuMs)]
  const one = mean(cpu)
  console.log(`${name}: ${middle(clock).toFixed(3)} ms (p95 ${middle(clock, 0.95).toFixed(3)}), ${one.toFixed(3)} ms of processor, 1/${(whole / one).toFixed(0)} of the whole pass`)
}
