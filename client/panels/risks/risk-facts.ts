// A risk as its panels show it: where people put it and where the rules do, what raises it, and what answers it. Pure: the
// rules judge, this arranges what they say, and puts a reason into a sentence that names its cards.
import type { Card } from '../../../shared/board/records.ts'
import type { AssumptionState, RiskJudgement } from '../../../shared/rules/judgements.ts'
import { floorOf, ratingOf } from '../../../shared/rules/risk.ts'
import { shownTitle } from '../../cards/size.ts'
import { linksTo, type CardView } from '../../cards/view.ts'
import type { RiskAnswer } from '../../commands/plan/risks.ts'
import { lookOf, type Look, type LOOKS } from '../../ui/looks.ts'
import { riskWords as words } from './words.ts'

export interface Premise { readonly card: Card; readonly link: string; readonly state: AssumptionState; readonly look: Look; readonly raises: boolean }
/** `link`: undefined where the work is done on what the risk hangs on, and not on the risk itself. */
export interface Answer { readonly card: Card; readonly link: string | undefined }

export interface RiskFacts {
  readonly card: Card
  readonly judged: RiskJudgement
  readonly status: string
  /** What people estimate; null where they do not. */
  readonly estimate: number | null
  /** At least how likely it is, as far as what it hangs on says; 0 when that says nothing. */
  readonly floor: number
  /** The exposure as people estimate it. */
  readonly base: number | null
  readonly premises: readonly Premise[]
  readonly answers: Readonly<Record<RiskAnswer, readonly Answer[]>>
}

/** A sentence with cards in it. */
export type Part = string | Card

type Board = Omit<CardView, 'card'>

export function riskFacts({ card, board, judgements }: CardView): RiskFacts {
  const judged = judgements.risk(card.id)
  const estimate = ratingOf(card.fields.likelihood)
  const premises = premisesOf({ board, judgements }, card.id, judged)
  return {
    card, judged, status: judgements.status(card.id), estimate, premises,
    floor: Math.max(0, ...premises.filter((premise) => !premise.card.retired).map((premise) => floorOf(judgements.assumption(premise.card.id)))),
    base: estimate === null || judged.impact === null ? null : estimate * judged.impact,
    answers: answersOf(board, card.id, premises),
  }
}

function premisesOf({ board, judgements }: Board, riskId: string, { raisedBy }: RiskJudgement): readonly Premise[] {
  return linksTo({ board }, riskId).flatMap(({ id: link, type, from }) => {
    const card = board.cards.get(from)
    if (type !== 'if_false' || card?.kind !== 'assumption' || card.deleted) return []
    const { state } = judgements.assumption(from)
    return [{ card, link, state, look: lookOf(state), raises: raisedBy.includes(from) }]
  }).sort((a, b) => Number(b.raises) - Number(a.raises) || byId(a.card, b.card))
}

const byId = (a: Card, b: Card): number => (a.id < b.id ? -1 : 1)

function answerOf({ fields }: Card): RiskAnswer {
  const strategy = fields['strategy']
  return strategy === 'hedge' || strategy === 'shape' ? strategy : 'mitigate'
}

/** What makes the risk milder; and work with a strategy on what it hangs on. */
function answersOf(board: CardView['board'], riskId: string, premises: readonly Premise[]): RiskFacts['answers'] {
  const found = new Map<string, Answer>()
  for (const premise of premises) {
    for (const { type, from } of linksTo({ board }, premise.card.id)) {
      const card = board.cards.get(from)
      if ((type === 'tests' || type === 'mitigates') && card?.deleted === false && answerOf(card) !== 'mitigate') found.set(from, { card, link: undefined })
    }
  }
  for (const { id: link, type, from } of linksTo({ board }, riskId)) {
    const card = board.cards.get(from)
    if (type === 'mitigates' && card?.deleted === false) found.set(from, { card, link })
  }
  const all = [...found.values()].sort((a, b) => byId(a.card, b.card))
  const of = (answer: RiskAnswer): readonly Answer[] => all.filter(({ card }) => answerOf(card) === answer)
  return { mitigate: of('mitigate'), hedge: of('hedge'), shape: of('shape') }
}

/** The look of the worst that raises it; undefined when it stands where people put it. */
export function doubtLook({ premises }: RiskFacts): Look | undefined {
  const looks = premises.filter(({ raises }) => raises).map(({ look }) => look)
  return (['refuted', 'disputed', 'stale', 'unconfirmed'] as const satisfies readonly (typeof LOOKS)[number][]).find((look) => looks.includes(look))
}

/** Of all active risks: the most exposed first, unrated before low, then as they were made. */
export function risksOf({ board, judgements }: Board): readonly RiskFacts[] {
  const risks = [...board.cards.values()].filter(({ kind, deleted, retired }) => kind === 'risk' && !deleted && !retired)
  return risks.map((card) => riskFacts({ card, board, judgements })).sort((a, b) => weightOf(b.judged) - weightOf(a.judged) || byId(a.card, b.card))
}

/** Above every low exposure, which ends at 4. */
const UNRATED = 4.5

export function weightOf({ exposure }: RiskJudgement): number {
  return exposure ?? UNRATED
}

// ── sentences ──

function joined(clauses: readonly (readonly Part[])[]): readonly Part[] {
  return clauses.flatMap((clause, at) => [...(at === 0 ? [] : [at === clauses.length - 1 ? words.and : words.comma]), ...clause])
}

function because(premises: readonly Premise[]): readonly Part[] {
  return joined(premises.filter(({ raises }) => raises).map(({ card, state }) => [card, words.clause[state]]))
}

/** Why its exposure is what it is. */
export function reasonOf(facts: RiskFacts): readonly Part[] {
  const { judged, estimate, base, premises } = facts
  const raised = judged.raisedBy.length > 0
  const unrated = judged.exposure !== null ? '' : judged.likelihood === null && judged.impact === null ? words.notRated : judged.impact === null ? words.noImpact : words.noLikelihood
  if (!raised) return unrated === '' ? [calm(premises)] : [unrated]
  const first = estimate === null ? words.supplied(judged.likelihood ?? 0)
    : base === null || judged.exposure === null ? words.raisedLikelihood(estimate, judged.likelihood ?? 0) : words.raised(base, judged.exposure)
  return [...(unrated === '' ? [] : [`${unrated} `]), first, ...because(premises), '.']
}

function calm(premises: readonly Premise[]): string {
  if (premises.length === 0) return words.noPremise
  return premises.every(({ look }) => look === 'confirmed' || look === 'retired') ? words.allConfirmed : words.highEnough
}

/** The reason where nothing can be pressed. */
export function reasonText(facts: RiskFacts): string {
  return reasonOf(facts).map((part) => (typeof part === 'string' ? part : words.quoted(shownTitle(part)))).join('')
}

/** "Exposure 15, critical"; "Not rated". */
export function exposureText({ judged }: RiskFacts): string {
  return judged.exposure === null ? words.unrated : words.exposure(judged.exposure, words.band[judged.band])
}

/** One word for a row: "Exposure 15", "Triggered · 20"; where it is not rated, its status. */
export function riskWord({ judged, status }: Pick<RiskFacts, 'judged' | 'status'>): string {
  if (judged.exposure === null || status === 'materialised') return words.status[status] ?? ''
  return judged.triggered ? words.triggered(judged.exposure) : words.exposed(judged.exposure)
}

/** "3 × 5, being mitigated. Raised from 10 to 15 because …" */
export function riskSaying(facts: RiskFacts): string {
  const { judged, status } = facts
  return `${words.row(judged.likelihood, judged.impact, words.status[status] ?? '')} ${reasonText(facts)}`
}
