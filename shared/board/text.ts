// Rich text as plain text, and plain text as rich text. The plain text is what the statement compares everywhere:
// blocks in order, joined with a newline; a hard break is one newline; no marks, bullets or link targets.
import type * as Y from 'yjs'
import { blocksOf, fillBlocks, plainOfBlocks } from './rich-text.ts'
import { withoutUnseen } from './unseen.ts'

/** The words of a fragment, without formatting. */
export function plainText(fragment: Y.XmlFragment): string {
  return plainOfBlocks(blocksOf(fragment))
}

/** A title is one line: line breaks that got into it read as spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\n\r\u2028\u2029]+/g, ' ')
}

/** A name as others read it in their sentences, whoever wrote it: nothing unseen turns the sentence around that it stands in. */
export function nameText(text: string): string {
  return withoutUnseen(oneLine(text))
}

export function titleText(fragment: Y.XmlFragment): string {
  return oneLine(plainText(fragment))
}

/** Fills an empty, new fragment with paragraphs, one per line of `text`. Empty text is one empty paragraph. */
export function fillPlain(fragment: Y.XmlFragment, text: string): void {
  fillBlocks(fragment, text.split('\n').map((line) => ({ kind: 'paragraph', runs: line === '' ? [] : [{ text: line }] })))
}
