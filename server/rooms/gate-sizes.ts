// How much rich text a title or a body holds, kept per document so that a keystroke costs nothing: letters and
// elements are counted once and then followed by Yjs' own events. Knows no limit and no update.
import * as Y from 'yjs'
import type { LiveType } from './resolve.ts'

export interface TextSize { readonly chars: number; readonly nodes: number }

const NONE: TextSize = { chars: 0, nodes: 0 }
const OF_DOC = new WeakMap<Y.Doc, TextSizes>()

export class TextSizes {
  /** Sizes of fragments as they were after the last transaction. */
  readonly #sizes = new WeakMap<LiveType, TextSize>()
  /** The part of a size that each text had in it. */
  readonly #lengths = new WeakMap<LiveType, number>()
  /** What was let through since, inside one transaction of many updates. */
  readonly #passed = new Map<LiveType, TextSize>()
  /** Never fewer than the formatting marks of a text. */
  readonly #marks = new WeakMap<LiveType, number>()

  static of(doc: Y.Doc): TextSizes {
    let sizes = OF_DOC.get(doc)
    if (sizes === undefined) {
      sizes = new TextSizes()
      OF_DOC.set(doc, sizes)
      const followed = sizes
      doc.on('afterTransaction', (transaction: Y.Transaction) => followed.#follow(transaction))
    }
    return sizes
  }

  sizeOf(fragment: LiveType): TextSize {
    let size = this.#sizes.get(fragment)
    if (size === undefined) {
      size = this.#count(fragment)
      this.#sizes.set(fragment, size)
    }
    const passed = this.#passed.get(fragment) ?? NONE
    return { chars: size.chars + passed.chars, nodes: size.nodes + passed.nodes }
  }

  /** Remembers growth that will be applied before the next judgement, perhaps in a transaction that is still open. */
  pass(fragment: LiveType, grown: TextSize): void {
    const passed = this.#passed.get(fragment) ?? NONE
    this.#passed.set(fragment, { chars: passed.chars + grown.chars, nodes: passed.nodes + grown.nodes })
  }

  /** True when a text can take `more` marks without having over `most`. Counts anew only at the limit. */
  takesMarks(text: LiveType | undefined, more: number, most: number): boolean {
    if (text === undefined) return more <= most
    const bound = this.#marks.get(text)
    const marks = bound === undefined || bound + more > most ? countMarks(text) : bound
    this.#marks.set(text, marks + more)
    return marks + more <= most
  }

  #count(node: LiveType): TextSize {
    let chars = 0
    let nodes = 0
    for (let item = node._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue
      const child = item.content.type as LiveType
      nodes++
      if (isText(child)) {
        this.#lengths.set(child, child._length)
        chars += child._length
      } else {
        const size = this.#count(child)
        chars += size.chars
        nodes += size.nodes
      }
    }
    return { chars, nodes }
  }

  #follow(transaction: Y.Transaction): void {
    this.#passed.clear()
    for (const [type, keys] of transaction.changed as Map<LiveType, Set<string | null>>) {
      if (!keys.has(null)) continue
      const fragment = fragmentOf(type)
      const size = fragment === undefined ? undefined : this.#sizes.get(fragment)
      if (fragment === undefined || size === undefined) continue
      const before = isText(type) ? this.#lengths.get(type) : undefined
      if (before === undefined) {
        this.#sizes.delete(fragment)
        continue
      }
      this.#lengths.set(type, type._length)
      this.#sizes.set(fragment, { chars: size.chars + type._length - before, nodes: size.nodes })
    }
  }
}

function isText(type: LiveType): boolean {
  return type.constructor === Y.XmlText
}

function fragmentOf(type: LiveType): LiveType | undefined {
  let at: unknown = type
  while (at instanceof Y.XmlElement || at instanceof Y.XmlText) {
    if (at._item === null || at._item.deleted) return undefined
    at = at._item.parent
  }
  return at instanceof Y.XmlFragment ? (at as unknown as LiveType) : undefined
}

function countMarks(text: LiveType): number {
  let marks = 0
  for (let item = text._start; item !== null; item = item.right) if (!item.deleted && item.content instanceof Y.ContentFormat) marks++
  return marks
}
