// The kinds of cards: name, glyph, silhouette and footer of each. A new kind is one entry here (and, if it looks like
// none of the others, one shape in silhouettes.ts).
import type { CardKind } from '../../shared/board/records.ts'
import type { IconName } from '../ui/icon.ts'
import { footers, type Footer } from './footers.ts'
import { SILHOUETTES, type Silhouette } from './silhouettes.ts'
import type { CardView } from './view.ts'
import { words } from './words.ts'

export interface Kind {
  readonly label: string
  readonly glyph: IconName
  readonly silhouette: Silhouette
  /** Undefined: this kind has no foot. */
  readonly footer: ((view: CardView) => Footer) | undefined
  /** Undefined: no head with glyph and label. */
  readonly headless?: boolean
}

function kind(name: CardKind, glyph: IconName, silhouette: Silhouette, footer: Kind['footer'], headless = false): Kind {
  return { label: words.kind(name), glyph, silhouette, footer, headless }
}

export const KINDS: Record<CardKind, Kind> = {
  goal: kind('goal', 'goal', SILHOUETTES.slab, footers.goal),
  assumption: kind('assumption', 'assumption', SILHOUETTES.outline, undefined),
  risk: kind('risk', 'risk', SILHOUETTES.octagon, footers.risk),
  decision: kind('decision', 'decision', SILHOUETTES.ruled, footers.decision),
  question: kind('question', 'question', SILHOUETTES.bubble, footers.question),
  commitment: kind('commitment', 'commitment', SILHOUETTES.arrow, footers.commitment),
  action: kind('action', 'action', SILHOUETTES.chevron, footers.work),
  metric: kind('metric', 'metric', SILHOUETTES.rule, footers.metric),
  context: kind('context', 'context', SILHOUETTES.folded, footers.context),
  tradeoff: kind('tradeoff', 'tradeoff', SILHOUETTES.ticket, footers.tradeoff),
  proposal: kind('proposal', 'proposal', SILHOUETTES.page, footers.proposal),
  non_goal: kind('non_goal', 'non_goal', SILHOUETTES.hollow, footers.owned),
  value: kind('value', 'value', SILHOUETTES.plate, footers.value),
  signal: kind('signal', 'signal', SILHOUETTES.pennant, footers.signal),
  conflict: kind('conflict', 'conflict', SILHOUETTES.waist, footers.conflict),
  why: kind('why', 'why', SILHOUETTES.steps, footers.owned),
  note: kind('note', 'note', SILHOUETTES.paper, footers.written),
  frame: kind('frame', 'frame', SILHOUETTES.region, undefined, true),
  ink: kind('ink', 'ink', SILHOUETTES.paper, footers.written),
  image: kind('image', 'image', SILHOUETTES.paper, footers.written),
  text: kind('text', 'text', SILHOUETTES.bare, undefined, true),
}
