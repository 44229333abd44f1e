// What other teams need of one, as lists: for each team its open asks, those without a customer first. Open is what is
// not delivered, not declined and still needed. Pure.
import type { BoardState, Card, Link, Team } from '../../../shared/board/records.ts'
import { isLine } from '../../../shared/rules/line-index.ts'
import type { DependencyState, Judgements } from '../../../shared/rules/judgements.ts'
import { isSet } from '../../../shared/rules/status.ts'
import { linksFrom } from '../../cards/view.ts'
import { byName } from '../../language/lists.ts'

export interface Ask {
  readonly link: Link
  /** The team that asks. */
  readonly from: Team
  readonly needing: Card
  readonly provided: Card
  /** What it takes of the team that is asked, in its own words; '' when it has not said. */
  readonly amount: string
  /** Goals and other cards that the asking card serves. */
  readonly serves: readonly Card[]
}

export interface TeamLoad {
  readonly team: Team
  readonly asks: readonly Ask[]
  /** How many teams ask. */
  readonly teams: number
  /** `YYYY-MM-DD`; undefined when no ask has a day. */
  readonly latest: string | undefined
}

/** Nobody needs it any more, it stays in one team, or the answer was no. */
const CLOSED: ReadonlySet<DependencyState> = new Set<DependencyState>(['void', 'internal', 'declined'])

/** Nobody has said what a customer gets from it. */
export function lacksCustomer({ link, serves }: Ask): boolean {
  return (link.outcome ?? '').trim() === '' && serves.length === 0
}

function askOf(board: BoardState, judgements: Judgements, link: Link): Ask | undefined {
  const [needing, provided] = [board.cards.get(link.from), board.cards.get(link.to)]
  const from = needing?.fields.team ?? ''
  if (needing === undefined || provided === undefined || from === '' || isSet(provided.fields.done) || CLOSED.has(judgements.dependency(link.id).state)) return undefined
  const serves = linksFrom({ board }, needing.id).flatMap(({ type, to }) => (type === 'serves' ? board.cards.get(to) ?? [] : [])).filter((card) => !card.deleted && !card.retired)
  const what: unknown = provided.fields['what']
  return { link, from: board.teams.get(from) ?? { id: from, name: from }, needing, provided, amount: typeof what === 'string' ? what.trim() : '', serves }
}

/** The team of which most is asked first. */
export function loadOf(board: BoardState, judgements: Judgements): readonly TeamLoad[] {
  const asks = [...board.links.values()].filter(isLine).flatMap((link) => askOf(board, judgements, link) ?? [])
  const byTeam = Map.groupBy(asks, ({ provided }) => provided.fields.team ?? '')
  byTeam.delete('')
  return [...byTeam].map(([id, of]): TeamLoad => ({
    team: board.teams.get(id) ?? { id, name: id },
    asks: of.sort((a, b) => Number(lacksCustomer(b)) - Number(lacksCustomer(a)) || byName(a.from.name, b.from.name) || (a.link.needBy ?? '9').localeCompare(b.link.needBy ?? '9') || (a.link.id < b.link.id ? -1 : 1)),
    teams: new Set(of.map(({ from }) => from.id)).size,
    latest: of.map(({ link }) => link.needBy).filter((day) => day !== undefined).sort().at(-1),
  })).sort((a, b) => b.asks.length - a.asks.length || byName(a.team.name, b.team.name))
}
