// Cards as a whole, after every struct was judged: a new one has all it needs, and none has more fields, letters or marks than a card may. Each check looks at what the update touches only.
import type * as Y from 'yjs'
import { checkTextLength, checkUnknownFields, isKnownCardField } from '../../shared/board/schema.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import type { GateContext } from './gate.ts'
import { REQUIRED, type CardWrites, type Content, type Growth } from './gate-content.ts'
import type { Order } from './gate-order.ts'
import { TextSizes } from './gate-sizes.ts'
import type { RichText } from './resolve.ts'
import { BadUpdate } from './scan-value.ts'

/** Names of fields that a card ever had, removed ones included: those never leave the document. */
const MOST_NAMES = 200
/** Formatting marks in one paragraph: Yjs walks over them again and again. */
const MOST_MARKS = 2_000

function refuse(sentence: string, id: string, field?: string): never {
  throw new BadUpdate('reload', sentence, { root: 'cards', id, ...(field === undefined ? {} : { field }) })
}

export function judgeCards(doc: Y.Doc, content: Content, order: Order, { kind, limits }: GateContext): void {
  for (const writes of content.written.values()) {
    if (writes.place.live === undefined) checkNew(writes, content, order, kind)
    checkNames(writes, content, limits)
  }
  const sizes = TextSizes.of(doc)
  for (const [text, growth] of content.growth) checkGrowth(sizes, text, growth, limits)
  for (const [{ live, of }, more] of content.marks) if (!sizes.takesMarks(live, more, MOST_MARKS)) refuse(`A paragraph may have ${MOST_MARKS} marks at most.`, of.card, of.field)
}

/** In a step 2, days of work offline may have taken a value away again, or what replaced it was set aside. */
function checkNew({ place, fields }: CardWrites, content: Content, order: Order, kind: GateContext['kind']): void {
  for (const key of REQUIRED) {
    const spot = { place, key }
    const stays = key === 'title' || key === 'body' || kind === 'update'
    if (!content.isWritten(spot) && (!fields.has(key) || (stays && !order.isAside(spot)))) refuse(`Card ${place.card} must be made whole: "${key}" is missing.`, place.card, key)
  }
}

function checkNames({ place: { live, card }, fields }: CardWrites, content: Content, limits: Limits): void {
  const names = [...fields.keys()].filter((key) => live === undefined || live._map.get(key)?.deleted !== false)
  if (names.length === 0) return
  const had = live?._map ?? new Map<string, Y.Item>()
  if (had.size + names.filter((key) => !had.has(key)).length > MOST_NAMES) refuse(`A card may have had ${MOST_NAMES} fields at most.`, card)
  const strange = names.filter((key) => !isKnownCardField(key) && (fields.get(key) ?? []).some(({ struct }) => content.lasts(struct))).length
  if (strange === 0) return
  let count = strange
  for (const [key, item] of had) if (!item.deleted && !isKnownCardField(key)) count++
  const problem = checkUnknownFields(count, limits)
  if (problem !== undefined) refuse(problem, card)
}

/** What does not grow is never too long: an over-long text may always be shortened. */
function checkGrowth(sizes: TextSizes, { live, card, field }: RichText, { chars, nodes }: Growth, limits: Limits): void {
  if (chars <= 0 && nodes <= 0) return
  const now = live === undefined ? { chars: 0, nodes: 0 } : sizes.sizeOf(live)
  const problem = chars > 0 ? checkTextLength(field, now.chars + chars, limits) : undefined
  if (problem !== undefined) refuse(problem, card, field)
  const most = field === 'title' ? limits.titleChars : limits.bodyChars
  if (nodes > 0 && now.nodes + nodes > most) refuse(`A ${field} may have ${most} paragraphs and other parts at most.`, card, field)
}

/** Tells the sizes what will be applied, when all of it was allowed. */
export function passGrowth(doc: Y.Doc, content: Content): void {
  for (const [{ live }, { chars, nodes }] of content.growth) {
    if (live !== undefined && (chars > 0 || nodes > 0)) TextSizes.of(doc).pass(live, { chars: Math.max(chars, 0), nodes: Math.max(nodes, 0) })
  }
}
