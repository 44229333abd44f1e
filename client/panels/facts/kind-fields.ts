// Which plain fields a card of each kind has, and how each is filled in. A table, not a form: the elements that show
// and edit a field stand beside this file, its label is in words.ts. The five slots of a goal are apart.
import { CARD_KINDS, type CardKind } from '../../../shared/board/records.ts'
import type { DirectionJudgement } from '../../../shared/rules/judgements.ts'
import type { Icon } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'

export type FieldShape =
  | { readonly as: 'line' | 'text' | 'day' | 'instant' | 'team' | 'teams' | 'person' | 'flag' | 'metric' | 'card' | 'tiers' }
  /** A whole number from `min` to `max`; `max` 5 is drawn as a scale. */
  | { readonly as: 'number'; readonly min: number; readonly max: number }
  /** One of a few words. The first is what an absent field means. */
  | { readonly as: 'choice'; readonly of: readonly string[] }

export type KindField = FieldShape & { readonly field: string }

const SCALE = { as: 'number', min: 1, max: 5 } as const
const OWNERS: readonly KindField[] = [{ field: 'team', as: 'team' }, { field: 'owner', as: 'person' }]
const DUE: KindField = { field: 'due', as: 'day' }
const REVIEW: KindField = { field: 'reviewBy', as: 'instant' }
const NOTES: KindField = { field: 'notes', as: 'text' }
const IMPORTANCE: KindField = { field: 'importance', as: 'choice', of: ['', 'high'] }
const QUORUM: KindField = { field: 'quorum', as: 'choice', of: ['', 'all', 'majority'] }
const VALID: KindField = { field: 'validDays', as: 'number', min: 1, max: 36_500 }
const ASKED: KindField = { field: 'askTeams', as: 'teams' }

const DOING: readonly KindField[] = [
  ...OWNERS, DUE, { field: 'done', as: 'flag' }, { field: 'what', as: 'text' }, { field: 'strategy', as: 'choice', of: ['', 'shape', 'hedge'] },
  { field: 'workaroundFor', as: 'card' }, { field: 'removeBy', as: 'instant' },
]

const OF_KIND: Readonly<Partial<Record<CardKind, readonly KindField[]>>> = {
  goal: [...OWNERS, { field: 'horizon', as: 'line' }, { field: 'level', as: 'line' }],
  assumption: [REVIEW, ...OWNERS, { field: 'signpost', as: 'text' }, { field: 'criterion', as: 'text' }, IMPORTANCE, QUORUM, VALID],
  risk: [...OWNERS, { field: 'signpost', as: 'text' }, REVIEW],
  decision: [
    { field: 'decider', as: 'person' }, { field: 'mode', as: 'choice', of: ['', 'directive'] }, { field: 'rationale', as: 'text' }, ASKED,
    ...OWNERS, REVIEW, DUE, QUORUM,
  ],
  proposal: [{ field: 'impact', as: 'text' }, ASKED, ...OWNERS, REVIEW, DUE, QUORUM],
  question: [{ field: 'asks', as: 'choice', of: ['', 'what', 'why', 'who', 'how', 'when'] }, { field: 'answer', as: 'text' }, ...OWNERS],
  commitment: DOING,
  action: DOING,
  metric: [{ field: 'definition', as: 'text' }, { field: 'counts', as: 'choice', of: ['', 'output', 'outcome'] }, ...OWNERS, { field: 'shared', as: 'flag' }],
  context: [{ field: 'lens', as: 'line' }, ...OWNERS],
  tradeoff: [{ field: 'toTeam', as: 'team' }, { field: 'give', as: 'text' }, { field: 'giveMetric', as: 'metric' }, { field: 'get', as: 'text' }, ...OWNERS],
  value: [{ field: 'appliesWhen', as: 'text' }, { field: 'notWhen', as: 'text' }, ...OWNERS],
  signal: [{ field: 'sign', as: 'text' }, ...OWNERS],
  conflict: [{ field: 'role', as: 'line' }, ...OWNERS],
}

/** Things that are drawn and have nothing to be filled in. */
const DRAWN: ReadonlySet<CardKind> = new Set(['frame', 'ink', 'image', 'text'])

/** The slots of a goal's direction that are fields; "what" is the title. */
export const SLOT_FIELDS: readonly { readonly slot: Exclude<DirectionJudgement['missing'][number], 'what'>; readonly field: KindField }[] = [
  { slot: 'who', field: { field: 'forWhom', as: 'text' } }, { slot: 'measure', field: { field: 'criterion', as: 'text' } },
  { slot: 'not', field: { field: 'notDoing', as: 'text' } }, { slot: 'why', field: { field: 'why', as: 'text' } },
]

/** Fields of a kind that stand in a part of the inspector of their own. */
const APART: Readonly<Partial<Record<CardKind, readonly KindField[]>>> = {
  goal: [...SLOT_FIELDS.map(({ field }) => field), { field: 'northStar', as: 'flag' }, { field: 'shared', as: 'flag' }],
  risk: [{ field: 'likelihood', ...SCALE }, { field: 'impact', ...SCALE }, { field: 'materialised', as: 'flag' }, { field: 'accepted', as: 'flag' }],
  assumption: [ASKED],
  proposal: [{ field: 'tiers', as: 'tiers' }],
}

/** True when another part of the inspector shows and changes this field of a card of this kind. */
export function standsApart(kind: CardKind, field: string): boolean {
  return APART[kind]?.some((apart) => apart.field === field) === true
}

/** The fields of a kind in the order in which they are asked for; notes last. */
export function fieldsOf(kind: CardKind): readonly KindField[] {
  if (DRAWN.has(kind)) return []
  const own = OF_KIND[kind] ?? OWNERS
  const more = [DUE, REVIEW, IMPORTANCE].filter((field) => kind !== 'assumption' && !own.includes(field))
  return [...own, ...more, NOTES]
}

const ALL: ReadonlyMap<string, KindField> = new Map(CARD_KINDS.flatMap((kind) => [...fieldsOf(kind), ...(APART[kind] ?? [])]).map((field) => [field.field, field]))

/** How a field is filled in that a card has although its kind does not ask for it: its kind was changed, or a file said so. */
export function shapeOf(field: string): KindField | undefined {
  return ALL.get(field)
}

const ICONS: Readonly<Record<string, Icon>> = {
  likelihood: 'risk', impact: 'risk', importance: 'beam', signpost: 'eye', criterion: 'metric', done: 'check', rationale: 'why', why: 'why', answer: later.comment,
  asks: 'question', horizon: later.clock, validDays: later.clock, northStar: 'goal', shared: 'users', quorum: 'users', mode: 'decision', notes: 'note', definition: 'metric',
  counts: 'metric', giveMetric: 'metric', give: 'tradeoff', get: 'tradeoff', lens: 'eye', sign: 'signal', notDoing: 'non_goal', strategy: 'action',
}
const ICON_OF_SHAPE: Readonly<Record<FieldShape['as'], Icon>> = {
  line: 'lines', text: 'lines', day: later.calendar, instant: later.calendar, team: 'users', teams: later.ask, person: 'person', flag: 'check', metric: 'metric', card: 'card', number: later.tag, choice: later.tag, tiers: 'proposal',
}

/** The small drawing before a label. */
export function iconOfField({ field, as }: KindField): Icon {
  return ICONS[field] ?? ICON_OF_SHAPE[as]
}
