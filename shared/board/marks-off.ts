// A mark of doubt that somebody's change turned off although nobody answered: which, whose change, what it was before,
// and the change itself, so that it can be put back. Written by the server alone; files may bring old ones. Types, and a
// reader that takes nothing on trust. Knows no rule.
import { plainObject } from './json.ts'
import type { BoardRecord, Json } from './records.ts'

/** A field of a card that somebody wrote; a value that is missing was none. */
export interface FieldTurned { readonly card: string; readonly field: string; readonly was?: Json; readonly now?: Json }
/** A link that somebody drew, changed or removed, whole as it was and as it became. */
export interface LinkTurned { readonly link: string; readonly was?: Json; readonly now?: Json }
export type Turned = FieldTurned | LinkTurned

/** The mark was on a card, or on a dependency. */
export interface MarkOff {
  readonly id: string
  readonly at: string
  /** A program that came with a key is nobody. */
  readonly person?: string
  readonly card?: string
  readonly link?: string
  /** The kind of the card before, where the mark went because it is of another kind now. */
  readonly kind?: string
  /** The state before, as the rules call it. */
  readonly was: string
  /** Teams that had not been heard. */
  readonly waited: readonly string[]
  /** Empty when it was too much to keep: then nothing is put back. */
  readonly changes: readonly Turned[]
}

/** As many as a board keeps; the oldest of whoever has most goes first. */
export const MOST_MARKS_OFF = 200
/** What one keeps of the change, in changes and in characters of their JSON. */
export const MOST_TURNED = 20
export const MOST_TURNED_CHARS = 8_000

/** What a card says of itself, and a mark hangs on: its own, and those of the cards that its links lead to. */
export const TURNED_FIELDS = ['kind', 'team', 'askTeams', 'importance', 'quorum', 'validDays', 'reviewBy', 'mode', 'decider', 'rationale', 'retired', 'deleted'] as const
const KNOWN: ReadonlySet<string> = new Set(TURNED_FIELDS)

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

/** A card came back, or has a kind: nothing else of these can be put back. */
function mayTurn(field: string, was: Json | undefined, now: Json | undefined): boolean {
  if (field === 'kind') return typeof was === 'string'
  return field === 'deleted' || field === 'retired' ? now === true && was !== true : KNOWN.has(field)
}

function turnedOf(value: Json): readonly Turned[] {
  const { card, field, link, was, now } = (plainObject(value) ?? {}) as Readonly<Record<string, Json | undefined>>
  const values = { ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) }
  if (typeof link === 'string') return [was, now].every((one) => one === undefined || plainObject(one) !== undefined) ? [{ link, ...values }] : []
  return typeof card === 'string' && typeof field === 'string' && mayTurn(field, was, now) ? [{ card, field, ...values }] : []
}

/** Undefined for what says nothing about a mark. */
export function readMarkOff(record: BoardRecord): MarkOff | undefined {
  const [card, link, was, at, person, kind] = [text(record['card']), text(record['link']), text(record['was']), text(record['at']), text(record['person']), text(record['kind'])]
  if (was === undefined || at === undefined || (card === undefined) === (link === undefined)) return undefined
  const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])
  return {
    id: record.id, at, was, waited: list(record['waited']).flatMap((team) => text(team) ?? []), changes: list(record['changes']).slice(0, MOST_TURNED).flatMap(turnedOf),
    ...(person === undefined ? {} : { person }), ...(card === undefined ? {} : { card }), ...(link === undefined ? {} : { link }), ...(kind === undefined ? {} : { kind }),
  }
}
