// Under which heading a card stands in the ledger, and the order of headings: by state, team, frame, kind
// or the most urgent of their dependencies. Assumptions
// come first in each of them. Pure; the words of a heading are made where it is drawn.
import { CARD_KINDS, type BoardState, type Card, type CardKind } from '../../../shared/board/records.ts'
import type { DependencyState, Judgements } from '../../../shared/rules/judgements.ts'
import { frameOf } from '../../commands/frame-facts.ts'
import { byName } from '../../language/lists.ts'
import { lookOf, LOOKS, type Look } from '../../ui/looks.ts'
import { BY_URGENCY, urgentStateOf } from '../dependencies/line-saying.ts'

export const GROUPINGS = ['state', 'team', 'frame', 'kind', 'dependency'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** `of` is a look, a kind, a state of a dependency, or the id of a team or a frame ('' for none). */
export interface Heading { readonly by: 'look' | 'kind' | 'team' | 'frame' | 'line'; readonly of: string }

/** Assumptions first, then what people lean on them. */
export const KIND_ORDER: readonly CardKind[] = ['assumption', 'goal', 'decision', ...CARD_KINDS.filter((kind) => !['assumption', 'goal', 'decision'].includes(kind))]

export const keyOfHeading = ({ by, of }: Heading): string => `${by}:${of}`

export function headingOf(grouping: Grouping, board: BoardState, judgements: Judgements, card: Card): Heading {
  if (grouping === 'kind') return { by: 'kind', of: card.kind }
  if (grouping === 'team') return { by: 'team', of: board.teams.has(card.fields.team ?? '') ? (card.fields.team ?? '') : '' }
  if (grouping === 'dependency') return { by: 'line', of: urgentStateOf(board, judgements, card.id) ?? '' }
  if (grouping === 'frame') return { by: 'frame', of: frameOf(board, card)?.id ?? '' }
  return card.kind === 'assumption' ? { by: 'look', of: lookOf(judgements.assumption(card.id).state) } : { by: 'kind', of: card.kind }
}

/** Confirmed and retired need nobody: closed until somebody opens them or looks for something. */
export function startsOpen({ by, of }: Heading): boolean {
  if (by === 'line') return of !== ''
  return by !== 'look' || (of !== 'confirmed' && of !== 'retired')
}

export function compareHeadings(board: BoardState): (a: Heading, b: Heading) => number {
  return (a, b) => placeOf(a) - placeOf(b) || byWords(board, a, b)
}

function placeOf({ by, of }: Heading): number {
  if (by === 'look') return LOOKS.indexOf(of as Look)
  if (by === 'kind') return LOOKS.length + KIND_ORDER.indexOf(of as CardKind)
  if (by === 'line' && of !== '') return BY_URGENCY.indexOf(of as DependencyState) - BY_URGENCY.length
  return of === '' ? 1 : 0
}

/** Teams by their name; frames as they lie on the board, from the top left. */
function byWords(board: BoardState, a: Heading, b: Heading): number {
  if (a.by === 'team') return byName(board.teams.get(a.of)?.name ?? '', board.teams.get(b.of)?.name ?? '') || (a.of < b.of ? -1 : 1)
  const [first, second] = [board.cards.get(a.of), board.cards.get(b.of)]
  if (first === undefined || second === undefined) return 0
  return first.y - second.y || first.x - second.x || (first.id < second.id ? -1 : 1)
}
