// A board and its judgements by hand, so that what a card shows can be tested without the rules: cards are given with the
// judgement that they shall have.
import type { Attestation, BoardState, Card, CardFields, CardKind, Link, LinkType, Person, Team, Verdict } from '../../../shared/board/records.ts'
import { Table } from '../../../shared/board/table.ts'
import type { AssumptionJudgement, AssumptionState, DecisionJudgement, DirectionJudgement, Judgements, RiskJudgement, Seat, StandingJudgement } from '../../../shared/rules/judgements.ts'

/** Monday 2 February 2026. */
export const NOW = Date.parse('2026-02-02T12:00:00Z')

export const TEAMS: readonly Team[] = [
  { id: 'billing', name: 'Billing', code: 'BI' },
  { id: 'product', name: 'Product', code: 'PD' },
  { id: 'finance', name: 'Finance' },
  { id: 'sales', name: 'Sales' },
  { id: 'support', name: 'Support' },
  { id: 'sre', name: 'SRE' },
  { id: 'legal', name: 'Legal' },
  { id: 'marketing', name: 'Marketing', code: 'MK' },
]

export const PEOPLE: readonly Person[] = [
  { id: 'mara', name: 'Mara Oyelaran', team: 'product', role: 'facilitator' },
  { id: 'dele', name: 'Dele Adeyemi', team: 'sales', role: 'member' },
  { id: 'tomasz', name: 'Tomasz Wilk', team: 'sre', role: 'member' },
  { id: 'priya', name: 'Priya Raman', team: 'billing', role: 'member' },
  { id: 'ines', name: 'Ines Okafor', team: 'finance', role: 'member' },
]

export interface Sample {
  readonly card: Card
  readonly assumption?: Partial<AssumptionJudgement>
  readonly standing?: StandingJudgement
  readonly direction?: DirectionJudgement
  readonly decision?: Partial<DecisionJudgement>
  readonly risk?: Partial<RiskJudgement>
  readonly status?: string
  readonly carries?: number
  readonly loadBearing?: boolean
}

export function card(id: string, kind: CardKind, title: string, fields: CardFields = {}, more: Partial<Card> = {}): Card {
  return { id, kind, title, body: '', x: 0, y: 0, deleted: false, retired: false, fields, ...more }
}

export function assumption(id: string, title: string, state: AssumptionState, seats: Readonly<Record<string, Seat>>, more: Partial<Sample> = {}): Sample {
  return { card: card(id, 'assumption', title), assumption: { state, marked: !['confirmed', 'refuted', 'retired', 'absent'].includes(state), reasons: [], seats }, ...more }
}

export function answer(id: string, on: string, person: string, team: string, verdict: Verdict, more: Partial<Attestation> = {}): Attestation {
  return { id, card: on, person, team, verdict, basis: '', seq: 1, at: '2025-11-12T09:00:00Z', ...more }
}

export function link(from: string, type: LinkType, to: string): Link {
  return { id: `${from}~${type}~${to}`, from, to, type }
}

function keyed<V extends { readonly id: string }>(values: readonly V[]): Table<V> {
  return Table.of(values.map((value) => [value.id, value] as const))
}

export function boardOf(samples: readonly Sample[], more: { answers?: readonly Attestation[]; links?: readonly Link[]; people?: readonly Person[]; teams?: readonly Team[] } = {}): BoardState {
  const none = Table.of<never>([])
  return {
    title: 'Sample', summary: '', language: 'en', settings: {},
    teams: keyed(more.teams ?? TEAMS), people: keyed(more.people ?? PEOPLE),
    cards: keyed(samples.map((sample) => sample.card)), links: keyed(more.links ?? []), attestations: keyed(more.answers ?? []),
    asks: none, seen: none,
    records: { stances: none, acks: none, perceptions: none, perceptionReplies: none, changeNotes: none, rounds: none, restatements: none, baselines: none, comments: none, marksOff: none },
  }
}

const QUIET: AssumptionJudgement = { state: 'unconfirmed', marked: true, reasons: [], seats: {} }

const OPEN: DecisionJudgement = { state: 'open', notHeard: [], heardOnEarlierText: [], tally: { agree: [], concerns: [], disagree_commit: [], block: [], pass: [] }, unexamined: true }

export function judgementsOf(samples: readonly Sample[]): Judgements {
  const by = new Map(samples.map((sample) => [sample.card.id, sample]))
  return {
    now: NOW,
    assumption: (id) => ({ ...QUIET, ...by.get(id)?.assumption }),
    prompts: () => [],
    standing: (id) => by.get(id)?.standing ?? { state: 'unexamined', because: [] },
    decision: (id) => ({ ...OPEN, ...by.get(id)?.decision }),
    direction: (id) => by.get(id)?.direction ?? { filled: 1, missing: ['who', 'measure', 'not', 'why'] },
    status: (id) => by.get(id)?.status ?? 'open',
    dependants: (id) => Array.from({ length: by.get(id)?.carries ?? 0 }, (_, i) => `d${i}`),
    carries: (id) => Array.from({ length: by.get(id)?.carries ?? 0 }, (_, i) => `d${i}`),
    loadBearing: (id) => by.get(id)?.loadBearing ?? (by.get(id)?.carries ?? 0) > 0,
    requiredTeams: (id) => Object.keys(by.get(id)?.assumption?.seats ?? {}),
    risk: (id) => ({ likelihood: null, impact: null, exposure: null, band: 'unrated', raisedBy: [], triggered: false, ...by.get(id)?.risk }),
    dependency: () => ({ state: 'requested', blindsided: false, alerts: [], slackDays: null, overdue: false }),
    trade: () => 'no_partner',
    tiers: () => ({ level: 0, tiers: [], next: [] }),
    nextChangeAt: () => undefined,
  }
}
