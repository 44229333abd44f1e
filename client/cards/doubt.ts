// Inherited doubt: what a card rests on that is not confirmed, said in one line. The worst is named first.
import type { Look } from '../ui/looks.ts'
import { lookOf } from '../ui/looks.ts'
import { linksTo, type CardView } from './view.ts'
import { words } from './words.ts'

export interface Doubt {
  readonly look: Look
  /** As the foot says it. */
  readonly text: string
  /** As a sentence says it. */
  readonly said: string
}

type Ground = 'refuted' | 'disputed' | 'edited' | 'lapsed' | 'unconfirmed' | 'removed'
const WORST_FIRST: readonly Ground[] = ['refuted', 'disputed', 'edited', 'lapsed', 'unconfirmed', 'removed']
const LOOK: Record<Ground, Look> = { refuted: 'refuted', disputed: 'disputed', edited: 'stale', lapsed: 'stale', unconfirmed: 'unconfirmed', removed: 'unconfirmed' }
const REMOVED = 'removed:'

function groundOf(view: CardView, id: string): Ground | undefined {
  if (id.startsWith(REMOVED)) return 'removed'
  const { state } = view.judgements.assumption(id)
  if (state === 'reopened') return 'edited'
  if (state === 'expired') return 'lapsed'
  const look = lookOf(state)
  return look === 'refuted' || look === 'disputed' || look === 'unconfirmed' ? look : undefined
}

/** Assumptions whose failing would bring about this risk ("if this is not so, that happens"). */
function premises(view: CardView): readonly string[] {
  if (view.card.kind !== 'risk') return []
  return linksTo(view, view.card.id).filter((link) => link.type === 'if_false' && view.board.cards.get(link.from)?.kind === 'assumption').map((link) => link.from)
}

/** Undefined when nothing it rests on is in doubt. */
export function doubtOf(view: CardView): Doubt | undefined {
  const ids = new Set([...view.judgements.standing(view.card.id).because, ...premises(view)])
  const grounds = [...ids].map((id) => groundOf(view, id)).filter((ground) => ground !== undefined)
  const worst = WORST_FIRST.find((ground) => grounds.includes(ground))
  if (worst === undefined) return undefined
  const count = grounds.filter((ground) => ground === worst).length
  const first = words.rests(count, worst)
  const more = grounds.length - count
  return { look: LOOK[worst], text: more === 0 ? first : words.restsPlus(first, more), said: more === 0 ? first : words.restsMore(first, more) }
}

/** What doubt makes of a risk: that it is triggered, or what it counts for instead of what people estimate. */
export function raisedOf(view: CardView): Pick<Doubt, 'text' | 'said'> | undefined {
  const { card: { id, kind, retired, fields }, judgements } = view
  if (kind !== 'risk' || retired) return undefined
  const { exposure, impact, raisedBy, triggered } = judgements.risk(id)
  if (triggered) return { text: words.triggered(exposure), said: words.triggered(exposure) }
  if (raisedBy.length === 0 || exposure === null) return undefined
  const base = typeof fields.likelihood === 'number' && impact !== null ? fields.likelihood * impact : undefined
  return base === undefined ? { text: words.exposed(exposure), said: words.exposed(exposure) } : { text: words.raised(base, exposure), said: words.raisedSaid(base, exposure) }
}
