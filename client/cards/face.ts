// Everything that a card shows, as plain data: card.ts only draws it. Two equal faces need no drawing, so a board of
// many cards redraws the few whose facts or judgements really changed.
import type { Card } from '../../shared/board/records.ts'
import type { AssumptionJudgement, Judgements } from '../../shared/rules/judgements.ts'
import { nearDayInWords } from '../language/dates.ts'
import type { IconName } from '../ui/icon.ts'
import { lookOf, stanceOf, type Look, type Stance } from '../ui/looks.ts'
import { teamCodes } from '../ui/names.ts'
import type { Footer } from './footers.ts'
import { KINDS } from './kinds.ts'
import { accessibleDescription, accessibleName } from './name.ts'
import { shownTitle } from './size.ts'
import { answersOn, teamName, type CardView } from './view.ts'
import { words } from './words.ts'

export const MOST_TILES = 6

export interface FaceTile { readonly team: string; readonly code: string; readonly name: string; readonly stance: Stance }
export interface Mark {
  readonly look: Look
  readonly stances: readonly Stance[]
  /** "Unconfirmed · 1 of 4". */
  readonly label: string
  /** "Unconfirmed", which may be cut, and "1 of 4", which is not. */
  readonly word: string
  readonly detail: string
  /** What stands beside the word: "1/4", "2–1", "12 Nov" or nothing. */
  readonly short: string
  /** What stands beside the ring alone: "1/4" or nothing. */
  readonly count: string
  readonly tiles: readonly FaceTile[]
  readonly moreTiles: readonly string[]
}
export interface Face {
  readonly kind: Card['kind']
  readonly glyph: IconName
  readonly label: string
  readonly title: string
  readonly untitled: boolean
  readonly hasBody: boolean
  readonly retired: boolean
  /** Assumptions only. */
  readonly mark: Mark | undefined
  /** The number of cards that rest on it, when it bears load. */
  readonly carries: number | undefined
  /** Five slots of direction, filled ones first (goals). */
  readonly direction: readonly Stance[] | undefined
  /** "2 × 5" (risks). */
  readonly rating: { readonly text: string; readonly title: string } | undefined
  readonly footer: Footer | undefined
  readonly name: string
  readonly description: string
}

const ORDER: readonly Stance[] = ['yes', 'no', 'was', 'unsure', 'quiet']

function refuters(judgement: AssumptionJudgement): readonly string[] {
  return judgement.reasons.filter((reason) => reason.startsWith('refuted_by:')).map((reason) => reason.split(':')[1] ?? '')
}

/** Teams (or people without one) that say no; at least one in a disputed card. */
function noes(view: CardView, judgement: AssumptionJudgement): number {
  const said = answersOn(view, view.card.id)
  return new Set(refuters(judgement).map((person) => said.findLast((answer) => answer.person === person && answer.verdict === 'refute')?.team ?? person)).size
}

function refutedOn(view: CardView, judgement: AssumptionJudgement): string {
  const people = new Set(refuters(judgement))
  const days = answersOn(view, view.card.id).filter((answer) => answer.verdict === 'refute' && people.has(answer.person) && answer.at !== undefined).map((answer) => answer.at ?? '')
  const last = days.sort().at(-1)
  return last === undefined ? '' : nearDayInWords(last, view.judgements.now)
}

/** After the word: in full, and where little room is left. */
function detailOf(view: CardView, judgement: AssumptionJudgement, yes: number, all: number): readonly [full: string, short: string] {
  const { state } = judgement
  if (state === 'retired' || state === 'absent') return ['', '']
  const fixed = state === 'contested' ? words.against(Math.max(yes, 1), noes(view, judgement)) : state === 'refuted' ? refutedOn(view, judgement) : undefined
  if (fixed !== undefined) return [fixed, fixed]
  // Beside the sign of its weight there is no room for more; the foot says it as well.
  if (all === 0) return [judgement.marked && !view.judgements.loadBearing(view.card.id) ? words.askSomeone : '', '']
  return [words.of(yes, all), words.per(yes, all)]
}

export function markOf(view: CardView): Mark {
  const { card, board, judgements } = view
  const judgement = judgements.assumption(card.id)
  const codes = teamCodes(board.teams)
  const tiles = Object.entries(judgement.seats)
    .map(([team, seat]): FaceTile => ({ team, code: codes.get(team) ?? '?', name: teamName(view, team), stance: stanceOf(seat) }))
    .sort((a, b) => ORDER.indexOf(a.stance) - ORDER.indexOf(b.stance) || (a.name < b.name ? -1 : 1))
  const yes = tiles.filter((tile) => tile.stance === 'yes').length
  const word = words.state(judgement.state)
  const [full, short] = detailOf(view, judgement, yes, tiles.length)
  const shown = tiles.length > MOST_TILES ? MOST_TILES : tiles.length
  return {
    look: lookOf(judgement.state),
    stances: tiles.map((tile) => tile.stance),
    label: words.labelled(word, full),
    word,
    detail: full,
    short,
    count: tiles.length === 0 || judgement.state === 'retired' ? '' : words.per(yes, tiles.length),
    tiles: tiles.slice(0, shown),
    moreTiles: tiles.slice(shown).map((tile) => tile.name),
  }
}

function directionOf(judgements: Judgements, card: Card): readonly Stance[] | undefined {
  if (card.kind !== 'goal') return undefined
  const { filled } = judgements.direction(card.id)
  return Array.from({ length: 5 }, (_, i): Stance => (i < filled ? 'yes' : 'quiet'))
}

function ratingOf({ kind, fields }: Card): Face['rating'] {
  if (kind !== 'risk' || (fields.likelihood === undefined && fields.impact === undefined)) return undefined
  const likelihood = fields.likelihood ?? words.notRated
  const impact = fields.impact ?? words.notRated
  return { text: words.rating(likelihood, impact), title: words.ratingTitle(likelihood, impact) }
}

/** The kind, and what it came to where people decide. */
function labelOf({ card, judgements }: CardView, mark: Mark | undefined): string {
  const { label } = KINDS[card.kind]
  if (card.retired && mark === undefined) return words.labelled(label, words.retired)
  if (card.kind === 'goal' && card.fields['northStar'] === true) return words.labelled(label, words.northStar)
  return card.kind === 'decision' || card.kind === 'proposal' ? words.labelled(label, words.decided(judgements.decision(card.id).state)) : label
}

export function faceOf(view: CardView): Face {
  const { card, judgements } = view
  const kind = KINDS[card.kind]
  const mark = card.kind === 'assumption' ? markOf(view) : undefined
  return {
    kind: card.kind,
    glyph: kind.glyph,
    label: labelOf(view, mark),
    title: shownTitle(card),
    untitled: card.title.trim() === '',
    hasBody: card.body.trim() !== '',
    retired: card.retired,
    mark,
    carries: mark !== undefined && mark.look !== 'retired' && judgements.loadBearing(card.id) ? judgements.carries(card.id).length : undefined,
    direction: directionOf(judgements, card),
    rating: ratingOf(card),
    footer: kind.footer?.(view),
    name: accessibleName(view),
    description: accessibleDescription(view),
  }
}
