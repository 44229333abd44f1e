// Rich text as a plain value: blocks of runs, made from a Y.XmlFragment and written into one. The one reading that the
// plain text and the Markdown of a body share. What an editor's schema would not hold is read as the nearest thing
// that it would, so that no text is lost and nothing unusable is written back. A newline in a run is a hard break.
import * as Y from 'yjs'
import { isSafeHref } from './schema.ts'

export interface Run { readonly text: string; readonly bold?: true; readonly italic?: true; readonly code?: true; readonly href?: string }
export interface Paragraph { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
/** Each item begins with a paragraph. */
export interface List { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
export type Block = Paragraph | List

/** Lists within lists; deeper ones are read as the paragraphs of the last. */
export const DEEPEST_LIST = 12
/** Nodes within nodes that are looked at: beyond the 32 that the protocol allows, short of the stack. */
const DEEPEST_NODE = 200
export const LAST_START = 999_000_000

export function sameMarks(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href
}

/** Neighbours with the same marks are one run; there is no empty one. */
export function joinRuns(runs: Iterable<Run>): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.text === '') continue
    if (last !== undefined && sameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

type Marks = Readonly<Record<string, unknown>>

function runOf(text: string, marks: Marks): Run {
  const on = (name: string): boolean => marks[name] !== undefined && marks[name] !== null && marks[name] !== false
  // Code excludes every other mark, as in the editor.
  if (on('code')) return { text, code: true }
  const href = on('link') ? (marks['link'] as { href?: unknown }).href : undefined
  return { text, ...(on('bold') ? { bold: true } : {}), ...(on('italic') ? { italic: true } : {}), ...(isSafeHref(href) ? { href } : {}) }
}

function runsOfText(text: Y.XmlText): Run[] {
  const parts = text.toDelta() as { readonly insert?: unknown; readonly attributes?: Marks }[]
  return parts.flatMap(({ insert, attributes }) => (typeof insert === 'string' ? [runOf(insert, attributes ?? {})] : []))
}

function runsOf(node: unknown, depth: number): Run[] {
  if (node instanceof Y.XmlText) return runsOfText(node)
  if (!(node instanceof Y.XmlElement) || depth > DEEPEST_NODE) return []
  return node.nodeName === 'hardBreak' ? [{ text: '\n' }] : node.toArray().flatMap((child) => runsOf(child, depth + 1))
}

const isList = (node: Y.XmlElement): boolean => node.nodeName === 'bulletList' || node.nodeName === 'orderedList'

function blocksOfNode(node: unknown, lists: number, depth: number): Block[] {
  if (node instanceof Y.XmlText) return [{ kind: 'paragraph', runs: joinRuns(runsOfText(node)) }]
  if (!(node instanceof Y.XmlElement) || depth > DEEPEST_NODE) return []
  if (isList(node)) return listOf(node, lists, depth)
  // An item without its list: its blocks stand where it stood.
  if (node.nodeName === 'listItem') return blocksIn(node, lists, depth)
  return [{ kind: 'paragraph', runs: joinRuns(runsOf(node, depth)) }]
}

function listOf(node: Y.XmlElement, lists: number, depth: number): Block[] {
  if (lists >= DEEPEST_LIST) return blocksIn(node, lists, depth)
  const items = node.toArray().map((item) => {
    const blocks = item instanceof Y.XmlElement && item.nodeName === 'listItem' ? blocksIn(item, lists + 1, depth + 1) : blocksOfNode(item, lists + 1, depth + 1)
    return asItem(blocks)
  })
  if (items.length === 0) return []
  const start: unknown = node.getAttribute('start')
  const usable = Number.isInteger(start) && (start as unknown as number) >= 0 && (start as unknown as number) <= LAST_START
  return [{ kind: 'list', ordered: node.nodeName === 'orderedList', start: usable ? (start as unknown as number) : 1, items }]
}

/** An item's blocks, with the paragraph that it has to begin with. */
export function asItem(blocks: readonly Block[]): readonly Block[] {
  return blocks[0]?.kind === 'paragraph' ? blocks : [{ kind: 'paragraph', runs: [] }, ...blocks]
}

function blocksIn(parent: Y.XmlFragment | Y.XmlElement, lists: number, depth: number): Block[] {
  return parent.toArray().flatMap((node) => blocksOfNode(node, lists, depth + 1))
}

export function blocksOf(fragment: Y.XmlFragment): Block[] {
  return blocksIn(fragment, 0, 0)
}

/** The words: blocks in order, one line each, without marks, bullets or addresses. */
export function plainOfBlocks(blocks: readonly Block[]): string {
  const lines: string[] = []
  const visit = (block: Block): void => {
    if (block.kind === 'paragraph') lines.push(block.runs.map(({ text }) => text).join(''))
    else for (const item of block.items) item.forEach(visit)
  }
  blocks.forEach(visit)
  return lines.join('\n')
}

/** What the editor's link mark holds, so that a text that was read and one that was typed are equal. */
const linkMark = (href: string): object => ({ href, target: '_blank', rel: 'noopener noreferrer' })

function marksOf({ bold, italic, code, href }: Run): Record<string, object> {
  return { ...(bold ? { bold: {} } : {}), ...(italic ? { italic: {} } : {}), ...(code ? { code: {} } : {}), ...(href === undefined ? {} : { link: linkMark(href) }) }
}

function paragraphNode(runs: readonly Run[]): Y.XmlElement {
  const children: (Y.XmlText | Y.XmlElement)[] = []
  let delta: object[] = []
  const endText = (): void => {
    if (delta.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(delta)
    children.push(text)
    delta = []
  }
  for (const run of runs) {
    run.text.split('\n').forEach((insert, at) => {
      if (at > 0) {
        endText()
        children.push(new Y.XmlElement('hardBreak'))
      }
      if (insert !== '') delta.push({ insert, attributes: marksOf(run) })
    })
  }
  endText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, children)
  return paragraph
}

function nodeOf(block: Block): Y.XmlElement {
  if (block.kind === 'paragraph') return paragraphNode(block.runs)
  const list = new Y.XmlElement<{ start: number }>(block.ordered ? 'orderedList' : 'bulletList')
  if (block.ordered) list.setAttribute('start', block.start)
  list.insert(0, block.items.map((blocks) => {
    const item = new Y.XmlElement('listItem')
    item.insert(0, blocks.map(nodeOf))
    return item
  }))
  return list as unknown as Y.XmlElement
}

/** Writes the blocks into an empty fragment. */
export function fillBlocks(fragment: Y.XmlFragment, blocks: readonly Block[]): void {
  fragment.insert(0, blocks.map(nodeOf))
}
