// Rich text as Yjs holds it (Y.XmlFragment with Tiptap's node and mark names), read as plain text.
// The plain text is what the statement compares everywhere: blocks in order, joined with a newline; a hard break is
// one newline; no marks, bullets or link targets (board-file.md).
import * as Y from 'yjs'

const CONTAINERS = new Set(['bulletList', 'orderedList', 'listItem'])

function inlineText(node: Y.XmlElement | Y.XmlText): string {
  if (node instanceof Y.XmlElement) return node.nodeName === 'hardBreak' ? '\n' : blocks(node).join('\n')
  let text = ''
  for (const part of node.toDelta() as { insert?: unknown }[]) if (typeof part.insert === 'string') text += part.insert
  return text
}

function blocks(parent: Y.XmlFragment): string[] {
  const lines: string[] = []
  for (const node of parent.toArray()) {
    if (node instanceof Y.XmlElement && CONTAINERS.has(node.nodeName)) lines.push(...blocks(node))
    else if (node instanceof Y.XmlElement) lines.push(node.toArray().map((child) => (child instanceof Y.XmlElement || child instanceof Y.XmlText ? inlineText(child) : '')).join(''))
    else if (node instanceof Y.XmlText) lines.push(inlineText(node))
  }
  return lines
}

/** The words of a fragment, without formatting. */
export function plainText(fragment: Y.XmlFragment): string {
  return blocks(fragment).join('\n')
}

/** A title is one line: line breaks that got into it read as spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\n\r\u2028\u2029]+/g, ' ')
}

export function titleText(fragment: Y.XmlFragment): string {
  return oneLine(plainText(fragment))
}

/** Fills an empty, new fragment with paragraphs, one per line of `text`. Empty text leaves it empty. */
export function fillPlain(fragment: Y.XmlFragment, text: string): void {
  if (text === '') return
  fragment.insert(0, text.split('\n').map((line) => {
    const paragraph = new Y.XmlElement('paragraph')
    if (line !== '') paragraph.insert(0, [new Y.XmlText(line)])
    return paragraph
  }))
}
