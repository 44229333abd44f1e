// Rich text as plain text, and plain text as rich text. The plain text is what the statement compares everywhere:
// blocks in order, joined with a newline; a hard break is one newline; no marks, bullets or link targets.
import type * as Y from 'yjs'
import { blocksOf, fillBlocks, plainOfBlocks } from './rich-text.ts'

/** The words of a fragment, without formatting. */
export function plainText(fragment: Y.XmlFragment): string {
  return plainOfBlocks(blocksOf(fragment))
}

/** A title is one line: line breaks that got into it read as spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\n\r\u2028\u2029]+/g, ' ')
}

/** Controls of the direction of text, and marks without a shape: they would turn the sentence around that a name stands in. */
const TURNING = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** A name as others read it in their sentences, whoever wrote it. */
export function nameText(text: string): string {
  return oneLine(text).replace(TURNING, '')
}

export function titleText(fragment: Y.XmlFragment): string {
  return oneLine(plainText(fragment))
}

/** Fills an empty, new fragment with paragraphs, one per line of `text`. Empty text is one empty paragraph. */
export function fillPlain(fragment: Y.XmlFragment, text: string): void {
  fillBlocks(fragment, text.split('\n').map((line) => ({ kind: 'paragraph', runs: line === '' ? [] : [{ text: line }] })))
}
