// Bodies as Markdown: what is written reads back as the same words and the same Markdown, whatever the words are.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillMarkdown, markdownOf, plainOfMarkdown } from '../../../shared/board/markdown.ts'
import { blocksOf, type Block, type Run } from '../../../shared/board/rich-text.ts'
import { fillPlain, plainText } from '../../../shared/board/text.ts'
import { runs } from './random-edits.ts'
import { aFragment, fragmentOf, hostileFragment, hostileNodes, nastyText, someBlocks } from './random-text.ts'

function filled(markdown: string): ReturnType<typeof aFragment> {
  const fragment = aFragment()
  fillMarkdown(fragment, markdown)
  return fragment
}

function plainBody(text: string): ReturnType<typeof aFragment> {
  const fragment = aFragment()
  fillPlain(fragment, text)
  return fragment
}

const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', runs })
const bullets = (...items: (readonly Block[])[]): Block => ({ kind: 'list', ordered: false, start: 1, items })
const numbers = (start: number, ...items: (readonly Block[])[]): Block => ({ kind: 'list', ordered: true, start, items })

/** Written by the editor ↔ written in the file. */
const CASES: readonly (readonly [string, readonly Block[], string])[] = [
  ['an empty body', [paragraph()], ''],
  ['one sentence', [paragraph({ text: 'Waves on 6, 13 and 20 January.' })], 'Waves on 6, 13 and 20 January.'],
  ['paragraphs, one line each', [paragraph({ text: 'a' }), paragraph(), paragraph({ text: '  b' })], 'a\n\n  b'],
  ['marks', [paragraph({ text: 'so ' }, { text: 'bold', bold: true }, { text: ' ' }, { text: 'slanted', italic: true }, { text: ' ' }, { text: 'both', bold: true, italic: true })], 'so **bold** *slanted* ***both***'],
  ['marks that meet', [paragraph({ text: 'a', bold: true }, { text: 'b', bold: true, italic: true }, { text: 'c', italic: true })], '**a*b**c*'],
  ['spaces at the edge of a mark', [paragraph({ text: 'bold ', bold: true }, { text: 'next' })], '**bold** next'],
  ['code', [paragraph({ text: 'run ' }, { text: 'a`b', code: true })], 'run ``a`b``'],
  ['a link', [paragraph({ text: 'see ' }, { text: 'the log', href: 'https://a.b/c_(d)' })], 'see [the log](https://a.b/c_(d))'],
  ['a link with a space', [paragraph({ text: 'x', href: 'https://a.b/c d' })], '[x](<https://a.b/c d>)'],
  ['a bold link', [paragraph({ text: 'see ', bold: true }, { text: 'it', bold: true, href: 'mailto:a@b.c' })], '**see** [**it**](mailto:a@b.c)'],
  ['a hard break', [paragraph({ text: 'one\ntwo' })], 'one\\\ntwo'],
  ['a list', [bullets([paragraph({ text: 'a' })], [paragraph({ text: 'b' }), bullets([paragraph({ text: 'c' })])]), paragraph({ text: 'end' })], '- a\n- b\n  - c\nend'],
  ['numbers', [numbers(9, [paragraph({ text: 'a' })], [paragraph({ text: 'b' }), paragraph({ text: 'more' })])], '9. a\n10. b\n    more'],
  ['empty items', [bullets([paragraph()], [paragraph({ text: 'x' }), paragraph()])], '-\n- x\n  '],
  ['spaces after a list', [bullets([paragraph({ text: 'a' })]), paragraph({ text: '  b' })], '- a\n\\  b'],
  ['what looks like a list', [paragraph({ text: '1. first' }), paragraph({ text: '- second' })], '1\\. first\n\\- second'],
  ['what looks like a mark', [paragraph({ text: '2 * 3 and snake_case and 5*3' }), paragraph({ text: '*not* [a](https://b.c)' })], '2 * 3 and snake_case and 5*3\n\\*not\\* \\[a\\](https://b.c)'],
  ['backslashes', [paragraph({ text: 'C:\\temp' }), paragraph({ text: 'a\\*' }), paragraph({ text: 'end\\' })], 'C:\\temp\na\\\\\\*\nend\\\\'],
]

/** Written by hand → the words, and what is written back. */
const BY_HAND: readonly (readonly [string, string, string])[] = [
  ['* a\n* b', 'a\nb', '- a\n- b'],
  ['1) a\n2) b', 'a\nb', '1. a\n2. b'],
  ['__a__ and _b_ in snake_case', 'a and b in snake_case', '**a** and *b* in snake\\_case'],
  ['a **b', 'a **b', 'a **b'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['[x](https://a.b "title")', 'x', '[x](https://a.b)'],
  ['- a\n    - b', 'a\nb', '- a\n  - b'],
  ['- - a', '\na', '-\n  - a'],
  ['1. a\n1. b', 'a\nb', '1. a\n1. b'],
  ['`` a`b ``', 'a`b', '``a`b``'],
  ['# Heading', '# Heading', '# Heading'],
  ['**a** b\\', 'a b\\', '**a** b\\\\'],
]

describe('Markdown of bodies', () => {
  it.each(CASES)('[MD1] %s', (_name, blocks, markdown) => {
    expect(markdownOf(fragmentOf(blocks))).toBe(markdown)
    expect(markdownOf(filled(markdown))).toBe(markdown)
    expect(plainOfMarkdown(markdown)).toBe(plainText(fragmentOf(blocks)))
  })

  it.each(BY_HAND)('[MD2] %j', (markdown, plain, canonical) => {
    expect(plainOfMarkdown(markdown)).toBe(plain)
    expect(plainText(filled(markdown))).toBe(plain)
    expect(markdownOf(filled(markdown))).toBe(canonical)
    expect(markdownOf(filled(canonical))).toBe(canonical)
  })

  it('[MD3] rich text: the words and the Markdown survive, and so does the formatting', () => {
    fc.assert(fc.property(someBlocks, (blocks) => {
      const before = fragmentOf(blocks)
      const markdown = markdownOf(before)
      const after = filled(markdown)
      expect(plainText(after)).toBe(plainText(before))
      expect(plainOfMarkdown(markdown)).toBe(plainText(before))
      expect(markdownOf(after)).toBe(markdown)
      expect(marked(blocksOf(after))).toEqual(marked(blocksOf(before)))
    }), runs(500))
  })

  it('[MD4] plain text: the words survive, and stand as they are unless something in them means formatting', () => {
    fc.assert(fc.property(nastyText, (text) => {
      const markdown = markdownOf(plainBody(text))
      expect(plainOfMarkdown(markdown)).toBe(text)
      expect(plainText(filled(markdown))).toBe(text)
      if (!/[\\*_`[\]]|^ {0,3}([-+*]|\d+[.)])( |$)/m.test(text)) expect(markdown).toBe(text)
    }), runs(800))
  })

  it('[MD5] any text is Markdown: what is read from it is written once and for all', () => {
    fc.assert(fc.property(nastyText, (text) => {
      const once = filled(text)
      const markdown = markdownOf(once)
      expect(markdownOf(filled(markdown))).toBe(markdown)
      expect(plainText(filled(markdown))).toBe(plainText(once))
      expect(plainOfMarkdown(text)).toBe(plainText(once))
    }), runs(800))
  })

  it('[MD6] a fragment that no editor wrote keeps its words, and becomes one that an editor holds', () => {
    fc.assert(fc.property(hostileNodes, (nodes) => {
      const before = hostileFragment(nodes)
      const markdown = markdownOf(before)
      const after = filled(markdown)
      expect(plainText(after)).toBe(plainText(before))
      expect(markdownOf(after)).toBe(markdown)
      expect(JSON.stringify(blocksOf(after))).not.toContain('"href":"javascript')
      expect(nodeNames(after).filter((name) => !EDITED.has(name))).toEqual([])
    }), runs(500))
  })

  it('[MD8] lists within lists beyond the deepest are read as the paragraphs of the last', () => {
    let block: Block = paragraph({ text: 'deep' })
    for (let depth = 0; depth < 40; depth++) block = bullets([paragraph({ text: `${depth}` }), block])
    const before = fragmentOf([block])
    const markdown = markdownOf(before)
    expect(plainText(filled(markdown))).toBe(plainText(before))
    expect(markdownOf(filled(markdown))).toBe(markdown)
    expect(/^ *- 28$/m.test(markdown) && /^ *27$/m.test(markdown)).toBe(true)
  })

  it('[MD7] the longest and the deepest texts are read in time', () => {
    const started = performance.now()
    for (const text of ['['.repeat(20_000), '*a '.repeat(7_000), '`'.repeat(199).replaceAll('`', (_, at: number) => `${'`'.repeat(at % 40 + 1)} `), '- '.repeat(10_000), '[a]('.repeat(5_000), '\\'.repeat(20_001), '  '.repeat(10_000), '_a*'.repeat(7_000)]) {
      expect(plainOfMarkdown(markdownOf(filled(text)))).toBe(plainOfMarkdown(text))
    }
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

const EDITED = new Set(['paragraph', 'bulletList', 'orderedList', 'listItem', 'hardBreak'])

function nodeNames(parent: Y.XmlFragment): string[] {
  return parent.toArray().flatMap((node) => (node instanceof Y.XmlElement ? [node.nodeName, ...nodeNames(node)] : []))
}

/** The marks of every character that is no white space. */
function marked(blocks: readonly Block[]): unknown[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap((item) => marked(item))
    : block.runs.flatMap(({ text, ...marks }) => [...text].filter((char) => !/\s/.test(char)).map((char) => ({ char, ...marks })))))
}
