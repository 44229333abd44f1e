// Where a thing of the live document stands: root, card, field or rich text, found by walking up from an item to its
// root. A type that was deleted or collected is `dead`: whatever goes into it has no effect for anybody.
// Knows no update and no right.
import * as Y from 'yjs'
import { rootMap, ROOTS, type Board, type Root } from '../../shared/board/document.ts'
import { TYPE } from './scan.ts'

/** Something that can hold items. One object per type and judgement, so that places compare by identity. */
export type Place =
  | { readonly at: 'root'; readonly root: Root; readonly live: LiveType }
  | { readonly at: 'card'; readonly card: string; readonly live: LiveType | undefined }
  | TextPlace
  | { readonly at: 'unknown'; readonly live: LiveType | undefined }
  | { readonly at: 'dead'; readonly live: undefined }

/** A title or a body as a whole: one object per fragment and judgement. */
export interface RichText {
  readonly card: string
  readonly field: 'title' | 'body'
  /** Absent while the card exists in the update only. */
  readonly live: LiveType | undefined
}

export interface TextPlace {
  readonly at: 'text'
  readonly of: RichText
  /** `fragment`, `text`, or the name of an element after a colon. */
  readonly node: string
  /** How many types stand above it, the root included. */
  readonly depth: number
  /** Absent while the type exists in the update only. */
  readonly live: LiveType | undefined
}

/** A place and, in maps and for attributes, the key in it. */
export interface Spot { readonly place: Place; readonly key: string | undefined }

/** The parts of Yjs' types that the gate reads. */
export type LiveType = Y.AbstractType<unknown>
export type LiveStruct = Y.Item | Y.GC

const DEAD_PLACE: Place = { at: 'dead', live: undefined }
export const DEAD: Spot = { place: DEAD_PLACE, key: undefined }

/** The live struct that holds this clock, or undefined when the document has none. */
export function liveStruct(board: Board, client: number, clock: number): LiveStruct | undefined {
  const structs = board.doc.store.clients.get(client)
  if (structs === undefined || clock >= Y.getState(board.doc.store, client)) return undefined
  return structs[Y.findIndexSS(structs, clock)]
}

/** The place that a type makes when it stands at a spot. */
export function placeInside(spot: Spot, type: number, name: string, live: LiveType | undefined): Place {
  const { place, key } = spot
  if (place.at === 'dead') return DEAD_PLACE
  if (place.at === 'root' && place.root === 'cards' && key !== undefined && type === TYPE.map) return { at: 'card', card: key, live }
  if (place.at === 'card' && (key === 'title' || key === 'body') && type === TYPE.fragment) {
    return { at: 'text', of: { card: place.card, field: key, live }, node: 'fragment', depth: 2, live }
  }
  if (place.at === 'text' && key === undefined && (type === TYPE.element || type === TYPE.text)) {
    return { at: 'text', of: place.of, node: type === TYPE.text ? 'text' : `:${name}`, depth: place.depth + 1, live }
  }
  return { at: 'unknown', live }
}

function typeRefOf(type: LiveType): number {
  switch (type.constructor) {
    case Y.Map: return TYPE.map
    case Y.XmlElement: return TYPE.element
    case Y.XmlText: return TYPE.text
    case Y.XmlFragment: return TYPE.fragment
    default: return -1
  }
}

const ROOT_NAMES = new WeakMap<Y.Doc, ReadonlyMap<LiveType, Root>>()

function rootNames(board: Board): ReadonlyMap<LiveType, Root> {
  let names = ROOT_NAMES.get(board.doc)
  if (names === undefined) {
    names = new Map(ROOTS.map((root) => [rootMap(board, root) as LiveType, root]))
    ROOT_NAMES.set(board.doc, names)
  }
  return names
}

/** Looks places up in one board, for the length of one judgement. */
export class LivePlaces {
  readonly #board: Board
  readonly #known = new Map<LiveType, Place>()

  constructor(board: Board) {
    this.#board = board
  }

  root(root: Root): Place {
    return this.ofType(rootMap(this.#board, root) as LiveType)
  }

  ofType(type: LiveType): Place {
    const known = this.#known.get(type)
    if (known !== undefined) return known
    const place = this.#find(type)
    this.#known.set(type, place)
    return place
  }

  #find(type: LiveType): Place {
    const item = type._item
    if (item === null) {
      const root = rootNames(this.#board).get(type)
      return root === undefined ? { at: 'unknown', live: type } : { at: 'root', root, live: type }
    }
    if (item.deleted) return DEAD_PLACE
    return placeInside(this.ofStruct(item), typeRefOf(type), type instanceof Y.XmlElement ? type.nodeName : '', type)
  }

  /** Where a struct stands; one that lost its place to the collector is dead. */
  ofStruct(struct: LiveStruct): Spot {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return DEAD
    return { place: this.ofType(struct.parent), key: struct.parentSub ?? undefined }
  }

  /** The place that an item holds, when it holds a type; dead when what it held was deleted. */
  inside(struct: LiveStruct): Place | undefined {
    if (!(struct instanceof Y.Item) || struct.deleted) return DEAD_PLACE
    return struct.content instanceof Y.ContentType ? this.ofType(struct.content.type as LiveType) : undefined
  }
}
