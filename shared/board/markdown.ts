// The body of a card as Markdown, both ways: what the board file and exports hold. See markdown-read.ts for the dialect.
import type * as Y from 'yjs'
import { readMarkdown } from './markdown-read.ts'
import { writeMarkdown } from './markdown-write.ts'
import { blocksOf, fillBlocks, plainOfBlocks } from './rich-text.ts'

/** The canonical Markdown of a body. */
export function markdownOf(fragment: Y.XmlFragment): string {
  return writeMarkdown(blocksOf(fragment))
}

/** Writes Markdown into an empty body; empty Markdown is one empty paragraph. */
export function fillMarkdown(fragment: Y.XmlFragment, markdown: string): void {
  fillBlocks(fragment, readMarkdown(markdown))
}

/** The words of a Markdown text: what the statement compares. */
export function plainOfMarkdown(markdown: string): string {
  return plainOfBlocks(readMarkdown(markdown))
}
