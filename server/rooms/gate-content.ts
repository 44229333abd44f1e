// What may stand where: each new struct of an update, judged by its spot against the schema, with what the judgement
// of the whole needs to know afterwards: cards made or touched, growth of texts, fields written.
// Knows neither bytes nor owners; an earlier file saw to those.
import * as Y from 'yjs'
import { checkCardField, checkLinkValue, checkMetaValue, checkTeamValue, checkTextAttribute, checkTextMark, checkTextNode, TEXT_NODE } from '../../shared/board/schema.ts'
import type { Root } from '../../shared/board/document.ts'
import { isId, isLinkId } from '../../shared/board/ids.ts'
import { TURNED_FIELDS } from '../../shared/board/marks-off.ts'
import type { RefusedPlace } from '../../shared/protocol/error-codes.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import type { Deletes } from './gate-deletes.ts'
import type { Resolved } from './gate-order.ts'
import type { Place, RichText, Spot, TextPlace } from './resolve.ts'
import { REF, TYPE, type Content as StructContent, type Struct } from './scan.ts'
import { BadUpdate } from './scan-value.ts'

type CardPlace = Extract<Place, { at: 'card' }>
type RootPlace = Extract<Place, { at: 'root' }>

/**
 * What a card is made with. Title and body stay for good; a kind or a position that an undo takes away (Yjs does so
 * when two people changed it at once) is repaired by readers.
 */
export const REQUIRED = ['kind', 'pos', 'title', 'body'] as const
const STATEMENT = new Set(['kind', 'title', 'body', 'criterion'])
/** Who has to answer on a card, what counts as an answer, and what others it asks for one. */
const BURDEN: ReadonlySet<string> = new Set(TURNED_FIELDS)

export interface Growth { chars: number; nodes: number }

/** The writes to one card in this update, by field. */
export interface CardWrites { readonly place: CardPlace; readonly fields: Map<string, Resolved[]> }

function refuse(sentence: string): never {
  throw new BadUpdate('reload', sentence)
}

export class Content {
  readonly touched = new Set<string>()
  readonly hidden = new Set<string>()
  /** Cards that were there and may burden somebody otherwise now. */
  readonly burdened = new Set<string>()
  /** Links that were written or removed. */
  readonly links = new Set<string>()
  readonly created = new Map<string, CardWrites>()
  /** Keys of teams that the board does not have now. */
  readonly newTeams = new Set<string>()
  readonly written = new Map<Place, CardWrites>()
  readonly growth = new Map<RichText, Growth>()
  /** New formatting marks by the text that they stand in. */
  readonly marks = new Map<TextPlace, number>()
  /** True when something else than a field that hides a card was written. */
  adds = false
  readonly #limits: Limits
  readonly #deletes: Deletes

  constructor(limits: Limits, deletes: Deletes) {
    this.#limits = limits
    this.#deletes = deletes
  }

  /** Judges one new struct. */
  judge(resolved: Resolved): void {
    try {
      this.#judge(resolved)
    } catch (error) {
      if (error instanceof BadUpdate) error.place ??= placeOf(resolved.spot)
      throw error
    }
  }

  #judge(resolved: Resolved): void {
    const { spot: { place, key }, struct } = resolved
    if (place.at === 'dead') return
    if (struct.content.ref !== REF.deleted && key !== 'deleted' && key !== 'retired') this.adds = true
    switch (place.at) {
      case 'root': return this.#inRoot(place, key, resolved)
      case 'card': return this.#inCard(place, key, resolved)
      case 'text': return this.#inText(place, key, resolved)
      case 'unknown': return refuse('A change stands where a board holds nothing.')
    }
  }

  #inRoot(place: RootPlace, key: string | undefined, resolved: Resolved): void {
    const { content } = resolved.struct
    if (key === undefined) refuse(`"${place.root}" holds named entries only.`)
    if (place.root === 'cards') return this.#newCard(place, key, resolved)
    if (!isEntry(place.root, key)) refuse(`"${place.root}" has no entry "${key.slice(0, 60)}" that an editor writes.`)
    switch (place.root) {
      case 'links':
        this.links.add(key)
        return eachValue(content, (value) => checkLinkValue(key, value, this.#limits))
      case 'teams': return this.#team(place, key, content)
      case 'meta': return eachValue(content, (value) => checkMetaValue(key, value, this.#limits))
      default: refuse(`Only the server writes "${place.root}".`)
    }
  }

  #team({ live }: RootPlace, key: string, content: StructContent): void {
    eachValue(content, (value) => checkTeamValue(key, value, this.#limits))
    if (content.ref !== REF.deleted && live._map.get(key)?.deleted !== false) this.newTeams.add(key)
  }

  #newCard(place: RootPlace, id: string, { struct, inside }: Resolved): void {
    if (!isId(id as unknown)) refuse(`"${id.slice(0, 60)}" is no id of a card.`)
    if (place.live._map.has(id) || this.created.has(id)) refuse(`Card ${id} is there already.`)
    if (inside?.at !== 'card' || this.#deletes.covered(struct.client, struct.clock, struct.clock + 1) > 0) refuse(`Card ${id} must be made as a map.`)
    this.created.set(id, this.#writesOf(inside))
    this.touched.add(id)
    this.hidden.add(id)
  }

  #inCard(place: CardPlace, key: string | undefined, resolved: Resolved): void {
    if (key === undefined) refuse('A card holds named fields only.')
    const { content } = resolved.struct
    if (key === 'title' || key === 'body') this.#newText(place, key, resolved)
    else {
      if (!isId(key)) refuse('The name of a field has 1 to 48 letters, digits, "-" or "_".')
      eachValue(content, (value) => checkCardField(key, value, this.#limits))
    }
    const writes = this.#writesOf(place)
    const earlier = writes.fields.get(key)
    if (earlier === undefined) writes.fields.set(key, [resolved])
    else earlier.push(resolved)
    this.#touch(place.card, key)
    if (place.live !== undefined && BURDEN.has(key)) this.burdened.add(place.card)
  }

  /** Title and body come with their card and are never replaced. */
  #newText(place: CardPlace, key: string, { struct: { content } }: Resolved): void {
    if (place.live !== undefined || this.#writesOf(place).fields.has(key)) refuse(`The ${key} of card ${place.card} may not be replaced.`)
    if (content.ref !== REF.type || content.type !== TYPE.fragment) refuse(`The ${key} of card ${place.card} must be rich text.`)
  }

  #writesOf(place: CardPlace): CardWrites {
    let writes = this.written.get(place)
    if (writes === undefined) {
      writes = { place, fields: new Map() }
      this.written.set(place, writes)
    }
    return writes
  }

  #touch(card: string, key: string): void {
    if (STATEMENT.has(key)) this.touched.add(card)
    if (key === 'deleted') this.hidden.add(card)
  }

  #inText(place: TextPlace, key: string | undefined, resolved: Resolved): void {
    const { struct } = resolved
    this.touched.add(place.of.card)
    if (key !== undefined && !place.node.startsWith(':')) refuse('Only elements of rich text have attributes.')
    if (key !== undefined) return eachValue(struct.content, (value) => checkTextAttribute(place.node.slice(1), key, value))
    switch (struct.content.ref) {
      case REF.deleted: return
      case REF.text: return this.#letters(place, resolved)
      case REF.mark: return this.#mark(place, struct.content)
      case REF.type: return this.#node(place, resolved)
      default: refuse('Rich text holds no values.')
    }
  }

  #letters(place: TextPlace, { struct, news }: Resolved): void {
    if (place.node !== 'text') refuse('Letters stand in a text only.')
    this.#grow(place.of, this.#surviving(struct, news), 0)
  }

  #mark(place: TextPlace, content: Extract<StructContent, { ref: 6 }>): void {
    if (place.node !== 'text') refuse('Marks stand in a text only.')
    const problem = checkTextMark(content.mark, content.value, place.of.field)
    if (problem !== undefined) refuse(problem)
    this.marks.set(place, (this.marks.get(place) ?? 0) + 1)
  }

  #node(place: TextPlace, { struct, news, inside }: Resolved): void {
    if (inside?.at !== 'text' || place.node === 'text') refuse('Rich text holds paragraphs, lists and texts only.')
    if (inside.depth > this.#limits.typeDepth) refuse(`Rich text may be ${this.#limits.typeDepth} levels deep at most.`)
    const name = inside.node === 'text' ? TEXT_NODE : inside.node.slice(1)
    const problem = checkTextNode(place.of.field, name, {}, place.node === 'fragment' ? undefined : place.node.slice(1))
    if (problem !== undefined) refuse(problem)
    this.#grow(place.of, 0, this.#surviving(struct, news))
  }

  /** What remains of a struct when the same update deletes parts of it again. */
  #surviving({ client, clock, length }: Struct, news: number): number {
    return clock + length - news - this.#deletes.covered(client, news, clock + length)
  }

  #grow(of: RichText, chars: number, nodes: number): void {
    const growth = this.growth.get(of)
    if (growth === undefined) this.growth.set(of, { chars, nodes })
    else {
      growth.chars += chars
      growth.nodes += nodes
    }
  }

  /** Why an entry or a piece of text may not be deleted. */
  deleteProblem({ place, key }: Spot): string | undefined {
    if (place.at === 'root' && place.root === 'cards') return 'A card is deleted by its field "deleted".'
    if (place.at === 'root') return place.root === 'links' || place.root === 'teams' || place.root === 'meta' ? undefined : `Only the server writes "${place.root}".`
    if (place.at === 'card') return key === 'title' || key === 'body' ? `The ${key} of a card may not be removed.` : undefined
    return place.at === 'text' ? undefined : 'A delete reaches what a board does not hold.'
  }

  /** True when this update gives the entry a value that lasts. */
  isWritten({ place, key }: Spot): boolean {
    return key !== undefined && (this.written.get(place)?.fields.get(key) ?? []).some(({ struct }) => this.lasts(struct))
  }

  lasts({ client, clock, length, content }: Struct): boolean {
    return content.ref !== REF.deleted && this.#deletes.covered(client, clock, clock + length) < length
  }

  /** Notes what a delete range takes from the live document. */
  deleted(item: Y.Item, { place, key }: Spot, length: number): void {
    if (place.at === 'root' && place.root === 'links' && key !== undefined) this.links.add(key)
    if (place.at === 'card' && key !== undefined) {
      this.#touch(place.card, key)
      if (BURDEN.has(key)) this.burdened.add(place.card)
    }
    if (place.at !== 'text') return
    this.touched.add(place.of.card)
    if (key !== undefined) return
    if (item.content instanceof Y.ContentString) this.#grow(place.of, -length, 0)
    else if (item.content instanceof Y.ContentType) this.#grow(place.of, 0, -1)
  }
}

/** What on the board a spot is, for whom it may be told. */
export function placeOf({ place, key }: Spot): RefusedPlace | undefined {
  if (place.at === 'root') return { root: place.root, ...(key === undefined ? {} : { id: key }) }
  if (place.at === 'card') return { root: 'cards', id: place.card, ...(key === undefined ? {} : { field: key }) }
  return place.at === 'text' ? { root: 'cards', id: place.of.card, field: place.of.field } : undefined
}

function isEntry(root: Root, key: string): boolean {
  if (root === 'links') return isLinkId(key)
  if (root === 'meta') return key === 'title' || key === 'summary'
  return root !== 'teams' || isId(key)
}

function eachValue(content: StructContent, check: (value: unknown) => string | undefined): void {
  if (content.ref === REF.deleted) return
  if (content.ref !== REF.values) refuse('A plain value is expected here, not rich text.')
  for (const value of content.values) {
    const problem = check(value)
    if (problem !== undefined) refuse(problem)
  }
}

