// One person at one text: types, deletes, splits, joins, makes bold, lists, undoes and redoes, as an editor turns keys
// into Yjs: by small changes of texts, and through the real binding of a rich text editor.
import { Schema, type Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { cardText, rootMap } from '../../shared/board/document.ts'
import { makeUndo } from '../../shared/board/undo-order.ts'
import type { Peer } from './wire.ts'

const LOCAL = 'typing'
/** No letters of two units: no hand puts its caret between the two. */
const WORDS = ['launch', 'on', 'Monday', 'we', 'believe', 'that', 'é', 'sales']

const SCHEMA = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    bulletList: { group: 'block', content: 'listItem+' },
    listItem: { content: 'paragraph block*' },
    hardBreak: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
  marks: { bold: {}, italic: {}, link: { attrs: { href: {} }, inclusive: false } },
})

type Random = () => number

export class Typist {
  readonly peer: Peer
  readonly undo: Y.UndoManager
  readonly #random: Random
  readonly #card: string

  constructor(peer: Peer, card: string, random: Random) {
    this.peer = peer
    this.#card = card
    this.#random = random
    this.undo = makeUndo([rootMap(peer.board, 'cards')], { trackedOrigins: new Set([LOCAL]), captureTimeout: 0 })
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most)
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[this.#below(list.length)]
  }

  /** One thing that a person does; nothing when the text has nothing to do it to. */
  act(): void {
    const fragment = cardText(this.peer.board, this.#card, this.#random() < 0.15 ? 'title' : 'body')
    if (fragment === undefined) return
    const chance = this.#random()
    if (chance < 0.12) this.undo.undo()
    else if (chance < 0.19) this.undo.redo()
    else if (chance < 0.55) this.#edit(() => this.#small(fragment))
    else if (fragment === cardText(this.peer.board, this.#card, 'body')) this.#edit(() => this.#throughBinding(fragment))
    else this.#edit(() => this.#type(fragment))
  }

  #edit(change: () => void): void {
    this.peer.board.doc.transact(change, LOCAL)
  }

  #small(fragment: Y.XmlFragment): void {
    const isBody = (fragment._item?.parentSub ?? '') === 'body'
    const chance = this.#random()
    if (chance < 0.45) this.#type(fragment)
    else if (chance < 0.65) this.#deleteRange(fragment)
    else if (chance < 0.8 && fragment.length > 0) fragment.delete(this.#below(fragment.length), 1)
    else if (chance < 0.9) this.#split(fragment)
    else if (isBody) this.#bold(fragment)
  }

  #texts(fragment: Y.XmlFragment): Y.XmlText[] {
    return fragment.toArray().flatMap((node) => (node instanceof Y.XmlText ? [node] : node instanceof Y.XmlElement ? this.#texts(node) : []))
  }

  #type(fragment: Y.XmlFragment): void {
    const text = this.#pick(this.#texts(fragment)) ?? this.#newParagraph(fragment)
    text.insert(this.#below(text.length + 1), this.#pick(WORDS) ?? 'x')
  }

  #newParagraph(fragment: Y.XmlFragment): Y.XmlText {
    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    fragment.insert(this.#below(fragment.length + 1), [paragraph])
    return text
  }

  #deleteRange(fragment: Y.XmlFragment): void {
    const text = this.#pick(this.#texts(fragment))
    if (text === undefined || text.length === 0) return
    const from = this.#below(text.length)
    text.delete(from, 1 + this.#below(text.length - from))
  }

  #split(fragment: Y.XmlFragment): void {
    const at = this.#below(fragment.length)
    const paragraph = fragment.length === 0 ? undefined : fragment.get(at)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (!(text instanceof Y.XmlText) || text.length === 0) return
    const from = this.#below(text.length)
    const rest = text.toDelta().map((part: { insert: string }) => part.insert).join('').slice(from) as string
    text.delete(from, text.length - from)
    const next = new Y.XmlElement('paragraph')
    next.insert(0, [new Y.XmlText(rest)])
    fragment.insert(at + 1, [next])
  }

  #bold(fragment: Y.XmlFragment): void {
    const text = this.#pick(this.#texts(fragment))
    if (text === undefined || text.length === 0) return
    const from = this.#below(text.length)
    text.format(from, 1 + this.#below(text.length - from), { [this.#pick(['bold', 'italic']) ?? 'bold']: this.#random() < 0.7 ? {} : null })
  }

  /** The editor's own way: the document as it should be, which the binding turns into changes. */
  #throughBinding(fragment: Y.XmlFragment): void {
    const { doc, meta } = initProseMirrorDoc(fragment, SCHEMA)
    const edited = new Transform(doc)
    try {
      this.#transform(edited, doc)
    } catch {
      return // A place where the editor would not allow it.
    }
    updateYFragment(this.peer.board.doc, fragment, edited.doc, meta)
  }

  #transform(edited: Transform, doc: Node): void {
    const size = doc.content.size
    const from = this.#below(size + 1)
    const to = Math.min(size, from + this.#below(12))
    const chance = this.#random()
    if (chance < 0.3) edited.insert(this.#inText(doc, from), SCHEMA.text(this.#pick(WORDS) ?? 'x'))
    else if (chance < 0.5) edited.deleteRange(from, to)
    else if (chance < 0.65) edited.split(this.#inText(doc, from))
    else if (chance < 0.75) edited.addMark(from, to, SCHEMA.mark('bold'))
    else if (chance < 0.8) edited.removeMark(from, to)
    else if (chance < 0.85) edited.addMark(from, to, SCHEMA.mark('link', { href: 'https://example.org/' }))
    else if (chance < 0.9) edited.insert(this.#inText(doc, from), SCHEMA.node('hardBreak'))
    else edited.insert(doc.resolve(from).before(1), SCHEMA.node('bulletList', null, [SCHEMA.node('listItem', null, [SCHEMA.node('paragraph', null, [SCHEMA.text('point')])])]))
  }

  #inText(doc: Node, near: number): number {
    const places: number[] = []
    doc.descendants((node, at) => {
      if (node.isTextblock) for (let offset = 0; offset <= node.content.size; offset++) places.push(at + 1 + offset)
    })
    return places.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? near
  }
}
