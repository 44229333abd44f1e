// Which plain fields a card of each kind has, and how each is filled in. A table, not a form:
// the elements that show and edit a field are in field-editor.ts, its label is in words.ts.
import type { CardKind } from '../../../shared/board/records.ts'

export type FieldShape =
  | { readonly as: 'line' | 'text' | 'day' | 'instant' | 'team' | 'person' | 'flag' | 'metric' | 'card' }
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

const DOING: readonly KindField[] = [
  ...OWNERS, DUE, { field: 'done', as: 'flag' }, { field: 'what', as: 'text' }, { field: 'strategy', as: 'choice', of: ['', 'shape', 'hedge'] },
  { field: 'workaroundFor', as: 'card' }, { field: 'removeBy', as: 'day' },
]

const OF_KIND: Readonly<Partial<Record<CardKind, readonly KindField[]>>> = {
  goal: [
    { field: 'forWhom', as: 'text' }, { field: 'criterion', as: 'text' }, { field: 'notDoing', as: 'text' }, { field: 'why', as: 'text' },
    ...OWNERS, { field: 'horizon', as: 'line' }, { field: 'level', as: 'line' }, { field: 'northStar', as: 'flag' }, { field: 'shared', as: 'flag' }, DUE,
  ],
  assumption: [
    { field: 'criterion', as: 'text' }, { field: 'signpost', as: 'text' }, REVIEW, ...OWNERS, IMPORTANCE,
    { field: 'quorum', as: 'choice', of: ['', 'all', 'majority'] }, { field: 'validDays', as: 'number', min: 1, max: 3650 },
  ],
  risk: [{ field: 'likelihood', ...SCALE }, { field: 'impact', ...SCALE }, ...OWNERS, REVIEW, { field: 'materialised', as: 'flag' }, { field: 'accepted', as: 'flag' }],
  decision: [
    { field: 'decider', as: 'person' }, { field: 'mode', as: 'choice', of: ['', 'directive'] }, { field: 'rationale', as: 'text' },
    ...OWNERS, REVIEW, DUE,
  ],
  proposal: [...OWNERS, { field: 'impact', as: 'text' }, REVIEW, DUE],
  question: [{ field: 'asks', as: 'choice', of: ['', 'what', 'why', 'who', 'how', 'when'] }, { field: 'answer', as: 'text' }, ...OWNERS, DUE],
  commitment: DOING,
  action: DOING,
  metric: [{ field: 'definition', as: 'text' }, { field: 'counts', as: 'choice', of: ['', 'output', 'outcome'] }, ...OWNERS, { field: 'shared', as: 'flag' }],
  context: [{ field: 'lens', as: 'line' }, ...OWNERS],
  tradeoff: [{ field: 'give', as: 'text' }, { field: 'giveMetric', as: 'metric' }, { field: 'get', as: 'text' }, { field: 'toTeam', as: 'team' }, ...OWNERS],
  value: [{ field: 'appliesWhen', as: 'text' }, { field: 'notWhen', as: 'text' }, ...OWNERS],
  signal: [{ field: 'sign', as: 'text' }, ...OWNERS],
  conflict: [{ field: 'role', as: 'line' }, ...OWNERS],
  frame: [],
  ink: [],
  image: [],
  text: [],
}

/** The fields of a kind in the order in which they are asked for; notes last. */
export function fieldsOf(kind: CardKind): readonly KindField[] {
  const own = OF_KIND[kind] ?? OWNERS
  return kind === 'frame' || kind === 'ink' || kind === 'image' || kind === 'text' ? own : [...own, NOTES]
}
