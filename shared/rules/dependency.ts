// Dependencies: do the team that needs something and the team that provides it know of each other what is written now?
// Each side acknowledges what the other one says (contract.ts); a change on one side asks the other one again. A delay
// that was acknowledged is in step and still too late: two different facts.
import type { BoardRecord, BoardState, Card, Link } from '../board/records.ts'
import { answersOf, speaksForTeam, type Given } from './attestations.ts'
import { ackMs } from './choices.ts'
import { contractOf, needOf, REMOVED, type AckSide } from './contract.ts'
import { isActive } from './dependants.ts'
import { DAY_MS, instantOf, nextOf } from './instants.ts'
import type { DependencyAlert, DependencyJudgement, DependencyState } from './judgements.ts'
import { isLine } from './line-index.ts'
import type { Timed } from './memo.ts'

/** What each side may say, the more cautious the later. */
export const RESPONSES = { consumer: ['ok', 'adapting', 'problem'], provider: ['yes', 'will_try', 'unclear', 'no'] } as const satisfies Record<AckSide, readonly string[]>
/** What still counts of an entry that was merged without its person's word. */
const WARNINGS: ReadonlySet<string> = new Set(['problem', 'unclear', 'no'])

export type Response = (typeof RESPONSES)[AckSide][number]
export interface Ack extends Given { readonly response: Response; readonly at: number | undefined }

/** What counts of one team's words on its side: on what is written now, and of those who said nothing on it the last before. */
export interface SaidOnSide { readonly current: readonly Ack[]; readonly earlier: readonly Ack[] }

/** What the members of one team said on their side. */
interface Side {
  /** The most cautious response to what is written now. */
  readonly response: string | undefined
  /** The last answers on something that was written earlier; empty when there is a response. */
  readonly earlier: readonly Ack[]
}

function ackOf(record: BoardRecord, side: AckSide): Ack | undefined {
  const { id, person, team, basis, seq, at } = record
  const response = RESPONSES[side].find((known) => known === record['response'])
  if (record['side'] !== side || response === undefined || typeof person !== 'string' || typeof basis !== 'string') return undefined
  return { id, person, team: typeof team === 'string' ? team : '', basis, seq: typeof seq === 'number' ? seq : 0, response, at: instantOf(at) }
}

const NOTHING_SAID: SaidOnSide = { current: [], earlier: [] }

/** `records`: the acknowledgements of the link; `basis`: what is written now for this side. */
export function saidOnSide({ people }: BoardState, records: readonly BoardRecord[], side: AckSide, team: string, basis: string): SaidOnSide {
  const order: readonly string[] = RESPONSES[side]
  const acks = records.map((record) => ackOf(record, side)).filter((ack) => ack?.team === team) as Ack[]
  if (acks.length === 0) return NOTHING_SAID
  const { current, earlier } = answersOf(acks, people, basis, { caution: ({ response }) => order.indexOf(response), warns: ({ response }) => WARNINGS.has(response) })
  const speaks = (ack: Ack): boolean => speaksForTeam(ack, people)
  return { current: current.filter(speaks), earlier: earlier.filter(speaks) }
}

function sideOf(state: BoardState, records: readonly BoardRecord[], side: AckSide, team: string, basis: string): Side {
  const order: readonly string[] = RESPONSES[side]
  const { current, earlier } = saidOnSide(state, records, side, team, basis)
  const said = new Set<string>(current.map(({ response }) => response))
  const response = order.findLast((one) => said.has(one))
  return { response, earlier: response === undefined ? earlier : [] }
}

const VOID: DependencyJudgement = { state: 'void', blindsided: false, alerts: [], slackDays: null, overdue: false }

/** `records`: the acknowledgements of this link. */
export function dependencyOf(state: BoardState, linkId: string, records: readonly BoardRecord[], now: number): Timed<DependencyJudgement> {
  const link = state.links.get(linkId)
  const consumer = isLine(link) ? state.cards.get(link.from) : undefined
  if (!isLine(link) || !isActive(consumer)) return { value: VOID, until: Infinity }
  const provider = state.cards.get(link.to)
  if (!isActive(provider)) return withoutProvider(state, consumer, provider, records, now)
  const slackDays = slackOf(link, provider)
  const [needing, providing] = [teamOf(consumer), teamOf(provider)]
  if (needing === providing) return { value: { ...VOID, state: 'internal', slackDays }, until: Infinity }
  const theirs = sideOf(state, records, 'consumer', needing, contractOf(provider))
  const ours = sideOf(state, records, 'provider', providing, needOf(link, consumer))
  const alerts = [
    ...alertFor(needing, theirs, { earlier: 'changed', never: 'unseen' }),
    ...alertFor(providing, ours, { earlier: 'need_changed', never: 'requested' }),
  ]
  const is = stateOf(theirs, ours)
  const since = is === 'changed' ? sinceWhen(provider.editedAt, theirs.earlier) : undefined
  return blindsidedSince({ state: is, alerts, slackDays }, since, is === 'changed', state, now)
}

/** The first that fits of those in which both cards are there. */
function stateOf(consumer: Side, provider: Side): DependencyState {
  if (provider.response === 'no') return 'declined'
  if (consumer.response === 'problem') return 'problem'
  if (consumer.earlier.length > 0) return 'changed'
  if (provider.earlier.length > 0) return 'need_changed'
  if (provider.response === undefined) return 'requested'
  if (provider.response === 'unclear') return 'unclear'
  if (consumer.response === undefined) return 'unseen'
  return provider.response === 'will_try' ? 'soft' : 'in_step'
}

/** The provider was deleted or retired: what is left is that the consumer knows. */
function withoutProvider(state: BoardState, consumer: Card, provider: Card | undefined, records: readonly BoardRecord[], now: number): Timed<DependencyJudgement> {
  const team = teamOf(consumer)
  const { response, earlier } = sideOf(state, records, 'consumer', team, REMOVED)
  if (response !== undefined) return { value: { ...VOID, state: 'removed_acked' }, until: Infinity }
  const alerts: DependencyAlert[] = team === '' ? [] : [{ team, why: 'removed' }]
  return blindsidedSince({ state: 'removed', alerts, slackDays: null }, sinceWhen(provider?.deletedAt ?? provider?.editedAt, earlier), true, state, now)
}

function blindsidedSince(judged: Omit<DependencyJudgement, 'blindsided' | 'overdue'>, since: number | undefined, blindsided: boolean, { settings }: BoardState, now: number): Timed<DependencyJudgement> {
  const due = blindsided && since !== undefined ? since + ackMs(settings) : Infinity
  return { value: { ...judged, blindsided, overdue: now >= due }, until: nextOf(now, [due]) }
}

/** When the other side changed: the edit, but not before the last answer to what stood there earlier. */
function sinceWhen(edited: string | undefined, earlier: readonly Ack[]): number | undefined {
  const instants = [instantOf(edited), ...earlier.map(({ at }) => at)].filter((at) => at !== undefined)
  return instants.length === 0 ? undefined : instants.reduce((a, b) => Math.max(a, b))
}

function alertFor(team: string, { response, earlier }: Side, why: { readonly earlier: DependencyAlert['why']; readonly never: DependencyAlert['why'] }): DependencyAlert[] {
  if (response !== undefined || team === '') return []
  return [{ team, why: earlier.length > 0 ? why.earlier : why.never }]
}

function teamOf({ fields }: Card): string {
  return fields.team ?? ''
}

function slackOf({ needBy }: Link, { fields }: Card): number | null {
  const [needed, due] = [instantOf(needBy), instantOf(fields.due)]
  return needed === undefined || due === undefined ? null : Math.round((needed - due) / DAY_MS)
}
