// Random rich text for property tests: as an editor writes it, and as it may look after merges or in a hostile document.
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { newBoard, rootMap } from '../../../shared/board/document.ts'
import { fillBlocks, type Block, type Run } from '../../../shared/board/rich-text.ts'

const NASTY = ['a', 'b', 'Z', '1', '10', ' ', '  ', '\u00a0', '\t', '.', ')', '(', '-', '+', '*', '**', '_', '`', '``', '\\', '[', ']', '](', '<', '>', '!', '#', '&amp;', '"', '~',
  'é', '漢', '😀', '\u200b', '\ufeff', '\r', '\u2028', '1. ', '- ', '* ', '\\ ', 'https://x.y', '[a](https://x.y)', '__init__', 'snake_case', '']

/** Text of one line, of the pieces that Markdown could stumble over. */
export const nastyLine: fc.Arbitrary<string> = fc.array(fc.constantFrom(...NASTY), { maxLength: 7 }).map((parts) => parts.join(''))
export const nastyText: fc.Arbitrary<string> = fc.array(fc.oneof({ weight: 4, arbitrary: nastyLine }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), { maxLength: 4 }).map((lines) => lines.join('\n'))

const HREFS = ['https://example.org', 'http://a.b/c_(d)', 'https://a.b/x y', 'https://a.b/<q>\\', 'mailto:a@b.c', 'https://a.b/)(']

/** Runs as an editor makes them; a newline is a hard break. */
export const aRun: fc.Arbitrary<Run> = fc.record({
  text: fc.tuple(nastyLine, fc.constantFrom('', '', '\n')).map((parts) => parts.join('')),
  bold: fc.constantFrom(undefined, undefined, true as const), italic: fc.constantFrom(undefined, undefined, true as const),
  code: fc.constantFrom(undefined, undefined, undefined, true as const), href: fc.constantFrom(undefined, undefined, undefined, ...HREFS),
})

const paragraph: fc.Arbitrary<Block> = fc.array(aRun, { maxLength: 4 }).map((runs) => ({ kind: 'paragraph', runs }))

export const someBlocks: fc.Arbitrary<Block[]> = fc.letrec<{ block: Block; list: Block }>((tie) => ({
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, paragraph, tie('list')),
  list: fc.record({
    kind: fc.constant('list' as const), ordered: fc.boolean(), start: fc.constantFrom(1, 1, 2, 9, 10, 0),
    items: fc.array(fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })).map(([first, rest]) => [first, ...rest]), { minLength: 1, maxLength: 3 }),
  }),
})).block.chain((first) => fc.array(paragraph, { maxLength: 2 }).map((rest) => [first, ...rest]))

/** An empty fragment that lives in a document, as Yjs needs it. */
export function aFragment(): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  const card = new Y.Map<unknown>()
  rootMap(newBoard(1), 'cards').set('c', card)
  card.set('body', fragment)
  return fragment
}

export function fragmentOf(blocks: readonly Block[]): Y.XmlFragment {
  const fragment = aFragment()
  fillBlocks(fragment, blocks)
  return fragment
}

interface Node { readonly name: string; readonly text: string; readonly marks: object; readonly start: unknown; readonly children: readonly Node[] }

function nodeOf({ name, text, marks, start, children }: Node): Y.XmlElement | Y.XmlText {
  if (name === '#text') {
    const words = new Y.XmlText()
    words.insert(0, text, marks)
    return words
  }
  const node = new Y.XmlElement<{ start: number }>(name)
  if (start !== undefined) node.setAttribute('start', start as number)
  node.insert(0, children.map(nodeOf))
  return node as unknown as Y.XmlElement
}

const words: fc.Arbitrary<Node> = fc.record({
  name: fc.constant('#text'), text: nastyText, start: fc.constant(undefined), children: fc.constant([]),
  marks: fc.constantFrom({}, { bold: true }, { italic: {}, code: {} }, { link: { href: 'javascript:alert(1)' } }, { strike: {} }),
})
const aNode: fc.Arbitrary<Node> = fc.letrec<{ node: Node; element: Node }>((tie) => ({
  element: fc.record({
    name: fc.constantFrom('paragraph', 'bulletList', 'orderedList', 'listItem', 'heading', 'hardBreak', 'table'),
    text: fc.constant(''), marks: fc.constant({}), start: fc.constantFrom(undefined, -1, 3, Number.NaN, 'x', 2e9),
    children: fc.array(tie('node'), { maxLength: 3 }),
  }),
  node: fc.oneof({ maxDepth: 5 }, words, tie('element')),
})).element

/** A fragment that no editor's schema holds: any node in any other, any attribute, any mark. */
export const hostileNodes: fc.Arbitrary<readonly Node[]> = fc.array(aNode, { maxLength: 3 })

export function hostileFragment(nodes: readonly Node[]): Y.XmlFragment {
  const fragment = aFragment()
  fragment.insert(0, nodes.map(nodeOf))
  return fragment
}
