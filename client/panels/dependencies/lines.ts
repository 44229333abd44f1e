// Dependencies as lines to show: both cards and teams, what each side has to answer to, who said what, and the note of
// whoever changed it. Lines of a card, lines that wait for a team, and all lines between teams. The rules judge; this
// only arranges it.
import type { BoardRecord, BoardState, Card, Link, Team } from '../../../shared/board/records.ts'
import type { Table } from '../../../shared/board/table.ts'
import { dependencyBasis, type AckSide } from '../../../shared/rules/contract.ts'
import { saidOnSide, type Response } from '../../../shared/rules/dependency.ts'
import { DEPENDENCY_STATES, type DependencyAlert, type DependencyJudgement, type Judgements } from '../../../shared/rules/judgements.ts'
import { linksFrom, linksTo } from '../../cards/view.ts'
import { byName } from '../../language/lists.ts'

/** What somebody said on a side. */
export interface Said { readonly id: string; readonly person: string; readonly response: Response; readonly reason: string; readonly at: string; readonly basis: string }

export interface Side {
  readonly side: AckSide
  /** '' where the card is nobody's. */
  readonly team: string
  /** What this side answers to now; undefined when there is nothing to answer to. */
  readonly basis: string | undefined
  /** On what is written now, the latest first. */
  readonly current: readonly Said[]
  /** The last before, of those who said nothing on it; the latest first. */
  readonly earlier: readonly Said[]
  readonly alert: DependencyAlert['why'] | undefined
}

/** Three short answers of whoever changed what others rely on. */
export interface ChangeTold { readonly person: string; readonly at: string; readonly requires: string; readonly needs: string; readonly ifNot: string }

export interface Line {
  readonly link: Link
  /** It needs. */
  readonly consumer: Card
  /** It provides. */
  readonly provider: Card
  readonly judged: DependencyJudgement
  readonly sides: Readonly<Record<AckSide, Side>>
  /** The last note on a change of the provider's card that the consumer has not answered yet. */
  readonly told: ChangeTold | undefined
}

/** What kind of thing is needed (`what` of the link). */
export const NEED_TYPES = ['resource', 'data', 'approval', 'decision', 'interface'] as const
export type NeedType = (typeof NEED_TYPES)[number]

export function typeOfLine(link: Link): NeedType | undefined {
  return NEED_TYPES.find((type) => type === link['what'])
}

export interface Seen { readonly board: BoardState; readonly judgements: Judgements }

const textOf = (record: BoardRecord | undefined, field: string): string => (typeof record?.[field] === 'string' ? record[field] : '')

const groups = new WeakMap<Table<BoardRecord>, ReadonlyMap<string, readonly BoardRecord[]>>()

/** The records of a table by what they are about, once for each table. */
function recordsBy(table: Table<BoardRecord>, field: string, id: string): readonly BoardRecord[] {
  const known = groups.get(table) ?? Map.groupBy(table.values(), (record) => textOf(record, field))
  groups.set(table, known)
  return known.get(id) ?? []
}

export const teamOfCard = ({ fields }: Card): string => fields.team ?? ''

export function teamNamed(board: BoardState, id: string): Team {
  return board.teams.get(id) ?? { id, name: id }
}

function sideOf({ board }: Seen, link: Link, side: AckSide, card: Card, judged: DependencyJudgement): Side {
  const team = teamOfCard(card)
  const basis = dependencyBasis(board, link, side)
  const records = recordsBy(board.records.acks, 'link', link.id)
  const { current, earlier } = saidOnSide(board, records, side, team, basis ?? '')
  const said = (ids: typeof current): readonly Said[] => ids
    .map(({ id, person, response, basis: on }) => ({ id, person, response, basis: on, reason: textOf(board.records.acks.get(id), 'reason'), at: textOf(board.records.acks.get(id), 'at') }))
    .sort((a, b) => b.at.localeCompare(a.at))
  const alerts = side === 'consumer' ? CONSUMER_ALERTS : PROVIDER_ALERTS
  return { side, team, basis, current: said(current), earlier: said(earlier), alert: judged.alerts.find((alert) => alert.team === team && alerts.has(alert.why))?.why }
}

const CONSUMER_ALERTS: ReadonlySet<DependencyAlert['why']> = new Set<DependencyAlert['why']>(['removed', 'changed', 'unseen'])
const PROVIDER_ALERTS: ReadonlySet<DependencyAlert['why']> = new Set<DependencyAlert['why']>(['need_changed', 'requested'])

function toldOf({ records }: BoardState, provider: Card, consumer: Side): ChangeTold | undefined {
  if (consumer.current.length > 0) return undefined
  const since = consumer.earlier[0]?.at ?? ''
  const note = recordsBy(records.changeNotes, 'card', provider.id).filter((one) => textOf(one, 'at') > since).sort((a, b) => Number(b['seq'] ?? 0) - Number(a['seq'] ?? 0))[0]
  if (note === undefined) return undefined
  return { person: textOf(note, 'person'), at: textOf(note, 'at'), requires: textOf(note, 'requires'), needs: textOf(note, 'needs'), ifNot: textOf(note, 'ifNot') }
}

/** Undefined for what is no dependency, and where the consumer is gone. */
export function lineOf(seen: Seen, link: Link | undefined): Line | undefined {
  if (link?.type !== 'depends_on') return undefined
  const [consumer, provider] = [seen.board.cards.get(link.from), seen.board.cards.get(link.to)]
  const judged = seen.judgements.dependency(link.id)
  if (consumer === undefined || provider === undefined || judged.state === 'void') return undefined
  const sides = { consumer: sideOf(seen, link, 'consumer', consumer, judged), provider: sideOf(seen, link, 'provider', provider, judged) }
  return { link, consumer, provider, judged, sides, told: toldOf(seen.board, provider, sides.consumer) }
}

/** What the card needs, then what is needed of it. */
export function linesOfCard(seen: Seen, cardId: string): readonly Line[] {
  return [linksFrom(seen, cardId), linksTo(seen, cardId)].flatMap((links) => links.flatMap((link) => lineOf(seen, link) ?? []).sort(byUrgency))
}

/** Every line between two teams. */
export function linesBetweenTeams(seen: Seen): readonly Line[] {
  return [...seen.board.links.values()].flatMap((link) => lineOf(seen, link) ?? [])
    .filter(({ judged, sides }) => judged.state !== 'internal' && sides.consumer.team !== '' && sides.provider.team !== '')
    .sort(byUrgency)
}

/** The side of a line that this team answers for. */
export function ownSide({ sides, judged }: Line, team: string | undefined): Side | undefined {
  if (team === undefined || team === '' || judged.state === 'internal') return undefined
  return [sides.consumer, sides.provider].find((side) => side.team === team && side.basis !== undefined)
}

/** What waits for an answer of this team: what changed first, then what was never answered. */
export function waitingLines(lines: readonly Line[], team: string | undefined): readonly Line[] {
  return lines.filter((line) => ownSide(line, team)?.alert !== undefined)
}

/** True where the team answered before, and something else is written there now. */
export function isChange(alert: DependencyAlert['why'] | undefined): boolean {
  return alert === 'changed' || alert === 'removed' || alert === 'need_changed'
}

export function byUrgency(a: Line, b: Line): number {
  return Number(b.judged.overdue) - Number(a.judged.overdue) || DEPENDENCY_STATES.indexOf(a.judged.state) - DEPENDENCY_STATES.indexOf(b.judged.state)
    || (a.link.needBy ?? '9').localeCompare(b.link.needBy ?? '9') || byName(a.provider.title, b.provider.title) || (a.link.id < b.link.id ? -1 : 1)
}

/** Who needs whom: a row for each team that needs, a column for each that provides, each by name. */
export interface Matrix {
  readonly needing: readonly Team[]
  readonly providing: readonly Team[]
  lines(needing: string, providing: string): readonly Line[]
}

export function matrixOf({ board }: Seen, lines: readonly Line[]): Matrix {
  const teams = (side: AckSide): readonly Team[] => [...new Set(lines.map(({ sides }) => sides[side].team))].map((id) => teamNamed(board, id)).sort((a, b) => byName(a.name, b.name))
  return {
    needing: teams('consumer'), providing: teams('provider'),
    lines: (needing, providing) => lines.filter(({ sides }) => sides.consumer.team === needing && sides.provider.team === providing),
  }
}

/** Other teams whose cards rest on this one or need it: what is written on it is theirs, too. */
export function relyingTeams({ board, judgements }: Seen, card: Card): readonly Team[] {
  return judgements.requiredTeams(card.id).filter((team) => team !== card.fields.team).map((team) => teamNamed(board, team)).sort((a, b) => byName(a.name, b.name))
}
