// The goals of a board as the overview shows them: the north star, what leads to it and what does not, what all teams
// share and who has no part in it. Pure: the rules judge, this arranges what they say.
import type { Card, Team } from '../../../shared/board/records.ts'
import { aimsOf, isOnlyNumber } from '../../../shared/rules/aims.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import type { DirectionJudgement } from '../../../shared/rules/judgements.ts'
import { doubtOf, type Doubt } from '../../cards/doubt.ts'
import { shownTitle } from '../../cards/size.ts'
import type { CardView } from '../../cards/view.ts'
import { byName } from '../../language/lists.ts'
import type { Stance } from '../../ui/looks.ts'
import { standingWords } from '../words.ts'
import { goalWords } from './words.ts'

export interface GoalFacts {
  readonly card: Card
  readonly direction: DirectionJudgement
  readonly onlyNumber: boolean
  readonly doubt: Doubt | undefined
  /** It rests on no stated assumption. */
  readonly unexamined: boolean
  readonly isNorth: boolean
}

export interface SharedGoal { readonly card: Card; readonly missing: readonly Team[] }

export interface GoalsSeen {
  /** The north star first, then by name. */
  readonly goals: readonly GoalFacts[]
  /** More than one when two people chose at the same time. */
  readonly norths: readonly GoalFacts[]
  readonly aside: readonly Card[]
  readonly teamsAside: readonly Team[]
  /** Of the goals beside the north star, and of the teams, how many lead to it. */
  readonly leading: { readonly goals: number; readonly teams: number; readonly ofTeams: number }
  readonly shared: readonly SharedGoal[]
  readonly servesNone: readonly Card[]
}

type Board = Omit<CardView, 'card'>

function factsOf({ board, judgements }: Board, card: Card, norths: readonly string[]): GoalFacts {
  const direction = judgements.direction(card.id)
  return {
    card, direction, onlyNumber: isOnlyNumber(card, direction), doubt: doubtOf({ card, board, judgements }),
    unexamined: judgements.standing(card.id).state === 'unexamined', isNorth: norths.includes(card.id),
  }
}

export function goalsSeen({ board, judgements }: Board): GoalsSeen {
  const aims = aimsOf(judgements)
  const named = (ids: readonly string[]): Card[] => ids.flatMap((id) => board.cards.get(id) ?? []).sort((a, b) => byName(shownTitle(a), shownTitle(b)) || (a.id < b.id ? -1 : 1))
  const teamsOf = (ids: readonly string[]): Team[] => ids.flatMap((id) => board.teams.get(id) ?? []).sort((a, b) => byName(a.name, b.name))
  const all = named([...board.cards.values()].filter(({ kind, deleted, retired }) => kind === 'goal' && !deleted && !retired).map(({ id }) => id))
  const goals = all.map((card) => factsOf({ board, judgements }, card, aims.northStars)).sort((a, b) => Number(b.isNorth) - Number(a.isNorth))
  const teams = [...board.teams.values()].filter(({ removed }) => removed !== true).length
  return {
    goals, norths: goals.filter(({ isNorth }) => isNorth), aside: named(aims.goalsAside), teamsAside: teamsOf(aims.teamsAside),
    leading: { goals: goals.length - aims.northStars.length - aims.goalsAside.length, teams: teams - aims.teamsAside.length, ofTeams: teams },
    shared: named(aims.shared).map((card) => ({ card, missing: teamsOf(withoutPart(judgements, card.id)) })),
    servesNone: named(aims.servesNone),
  }
}

/** Teams of which nothing serves a goal that all share. */
export function withoutPart(judgements: CardView['judgements'], goalId: string): readonly string[] {
  return wideOf(judgements).gaps().flatMap(({ type, ids: [goal, team] }) => (type === 'no_contribution' && goal === goalId && team !== undefined ? [team] : []))
}

/** Five arcs, as many of them filled as slots are said. */
export function slotArcs({ filled }: DirectionJudgement): readonly Stance[] {
  return Array.from({ length: 5 }, (_, at): Stance => (at < filled ? 'yes' : 'quiet'))
}

/** One word for a row: the north star, or how much of its direction is said. */
export function goalWord({ card, judgements }: CardView): string {
  return card.fields['northStar'] === true && !card.retired ? goalWords.northStar : goalWords.said(judgements.direction(card.id).filled)
}

/** What is not said of a goal, that it is only a number, that nothing leads from it to the north star. */
export function goalSaying({ card, board, judgements }: CardView): string {
  const { missing } = judgements.direction(card.id)
  const direction = missing.length === 0 ? [] : [standingWords.missingList(missing.map((slot) => standingWords.missing[slot]))]
  const number = isOnlyNumber(card, judgements.direction(card.id)) ? [goalWords.onlyNumber] : []
  const { northStars, goalsAside } = aimsOf(judgements)
  const north = board.cards.get(northStars[0] ?? '')
  return [...direction, ...number, ...(north !== undefined && goalsAside.includes(card.id) ? [goalWords.noLineTo(shownTitle(north))] : [])].join(' ')
}

/** That it helps no goal which all teams share, or nothing. */
export function commitmentSaying({ card, judgements }: CardView): string {
  return aimsOf(judgements).servesNone.includes(card.id) ? goalWords.servesNone : ''
}
