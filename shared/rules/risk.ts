// Risks: what people estimate, raised by what the assumptions under it are worth ("if this is not so, that happens"), and
// the status word that follows. A confirmation never lowers what a person estimated; a missing impact is never zero.
import type { Card } from '../board/records.ts'
import type { BoardIndex } from './board-index.ts'
import { isActive } from './dependants.ts'
import type { AssumptionJudgement, Band, RiskJudgement } from './judgements.ts'
import type { Timed } from './memo.ts'
import { isSet } from './status.ts'

export interface Risk {
  readonly judgement: RiskJudgement
  readonly status: string
}

/** Of a card that is deleted or retired. */
const GONE: Risk = { judgement: { likelihood: null, impact: null, exposure: null, band: 'unrated', raisedBy: [], triggered: false }, status: 'absent' }

/** Any other marked assumption gives 3, the middle of the scale: we do not know. */
const FLOORS: Readonly<Record<string, number>> = { refuted: 5, contested: 4 }
const MARKED_FLOOR = 3

/** From which exposure on. */
const BANDS: readonly (readonly [number, Band])[] = [[15, 'critical'], [10, 'high'], [5, 'medium'], [1, 'low']]

/** At least how likely the risk is, as far as this assumption says; 0 when it says nothing. */
export function floorOf({ state, marked }: AssumptionJudgement): number {
  return FLOORS[state] ?? (marked ? MARKED_FLOOR : 0)
}

/** A value of the scale from 1 to 5; anything else is none. */
export function ratingOf(value: unknown): number | null {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5 ? (value as number) : null
}

interface Around {
  /** The assumptions under it with their floors, as far as they have one. */
  readonly floors: readonly (readonly [id: string, floor: number])[]
  readonly triggered: boolean
  readonly mitigations: number
  readonly done: number
  readonly until: number
}

function around(index: BoardIndex, cardId: string, assumption: (cardId: string) => Timed<AssumptionJudgement>): Around {
  const floors = new Map<string, number>()
  let [triggered, mitigations, done, until] = [false, 0, 0, Infinity]
  for (const link of index.linksTo(cardId)) {
    const from = index.state.cards.get(link.from)
    if (!isActive(from)) continue
    if (link.type === 'if_false' && from.kind === 'assumption') {
      const judged = assumption(from.id)
      until = Math.min(until, judged.until)
      triggered ||= judged.value.state === 'refuted'
      const floor = floorOf(judged.value)
      if (floor > 0) floors.set(from.id, floor)
    } else if (link.type === 'mitigates') {
      mitigations++
      if (isSet(from.fields.done)) done++
    }
  }
  return { floors: [...floors], triggered, mitigations, done, until }
}

export function riskOf(index: BoardIndex, cardId: string, assumption: (cardId: string) => Timed<AssumptionJudgement>): Timed<Risk> {
  const card = index.state.cards.get(cardId)
  if (!isActive(card)) return { value: GONE, until: Infinity }
  const found = around(index, cardId, assumption)
  return { value: { judgement: exposureOf(card, found), status: statusOf(card, found) }, until: found.until }
}

function exposureOf({ fields }: Card, { floors, triggered }: Around): RiskJudgement {
  const estimate = ratingOf(fields.likelihood) ?? 0
  const impact = ratingOf(fields.impact)
  const effective = floors.reduce((most, [, floor]) => Math.max(most, floor), estimate)
  const likelihood = effective === 0 ? null : effective
  const exposure = likelihood === null || impact === null ? null : likelihood * impact
  const band = exposure === null ? 'unrated' : (BANDS.find(([from]) => exposure >= from)?.[1] ?? 'low')
  return { likelihood, impact, exposure, band, raisedBy: floors.filter(([, floor]) => floor > estimate).map(([id]) => id).sort(), triggered }
}

/** Materialised and triggered come before what people did about the risk: a refuted premise outranks "mitigated". */
function statusOf(card: Card, { triggered, mitigations, done }: Around): string {
  if (isSet(card.fields.materialised)) return 'materialised'
  if (triggered) return 'triggered'
  if (isSet(card.fields.accepted)) return 'accepted'
  if (mitigations === 0) return 'open'
  return done === mitigations ? 'mitigated' : 'mitigating'
}
