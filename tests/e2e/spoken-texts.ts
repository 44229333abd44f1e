// Every text of a page that somebody reads or hears, and what of it is in no dictionary: what remains of a text when the
// words of a language, the content of the board, names, dates and numbers are taken out of it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { piecesOf } from '../support/words-scan.ts'

const root = join(import.meta.dirname, '..', '..')
const SPOKEN = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt']

/** The texts on the page: of nodes that are shown, and of attributes that are read out. What people wrote in a text field is theirs. */
export function textsOn(page: Page): Promise<string[]> {
  return page.evaluate((attributes) => {
    const texts = new Set<string>()
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('style, script, tacit-diff, [contenteditable="true"], [contenteditable="true"] *')) continue
        const seen = element.checkVisibility({ visibilityProperty: true })
        if (seen) {
          for (const name of attributes) texts.add(element.getAttribute(name)?.trim() ?? '')
          for (const node of element.childNodes) if (node instanceof Text) texts.add(node.data.trim())
          if (element.shadowRoot !== null && !element.matches('tacit-diff')) visit(element.shadowRoot)
        } else if (getComputedStyle(element).display === 'contents' && element.shadowRoot !== null) visit(element.shadowRoot)
      }
    }
    visit(document)
    texts.add(document.title)
    return [...texts].filter((text) => /\p{L}{2}/u.test(text))
  }, SPOKEN)
}

function germanPieces(): string[] {
  return ['client', 'shared'].flatMap((house) => readdirSync(join(root, house), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && (entry.name === 'words.de.ts' || entry.name.endsWith('-german.ts')))
    .flatMap((entry) => piecesOf(entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')))
    // A state within a sentence is written small.
    .flatMap((piece) => [piece, piece.charAt(0).toLocaleLowerCase('de') + piece.slice(1)])
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function dates(): string[] {
  const found = ['heute', 'morgen', 'gestern', 'vorgestern', 'jetzt', 'vor', 'Std.', 'Min.', 'Tagen', 'Tag', 'Wochen', 'Monaten', 'in']
  for (const length of ['long', 'short'] as const) {
    for (let at = 0; at < 12; at++) found.push(new Intl.DateTimeFormat('de-DE', { month: length }).format(Date.UTC(2026, at, 15)), new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: length }).format(Date.UTC(2026, at, 15)).replace(/^\d+\. /, ''))
    for (let day = 1; day < 8; day++) found.push(new Intl.DateTimeFormat('de-DE', { weekday: length }).format(Date.UTC(2026, 1, day)))
  }
  return found
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A judge of texts: gives what of a text is neither German nor content. `content`: anything with texts that people wrote. */
export function strangerOf(content: unknown): (text: string) => string {
  const pieces = [...new Set([...textsIn(content), ...germanPieces(), ...dates(), 'und', 'oder', 'Tacit'])].map((piece) => piece.trim()).filter((piece) => /\p{L}{2}/u.test(piece))
  const known = new RegExp(pieces.sort((a, b) => b.length - a.length).map((piece) => `${/^\p{L}/u.test(piece) ? String.raw`(?<!\p{L})` : ''}${escaped(piece)}${/\p{L}$/u.test(piece) ? String.raw`(?!\p{L})` : ''}`).join('|'), 'gu')
  // Codes of teams and initials of people; addresses; names of keys.
  return (text) => text.replaceAll(known, ' ').replaceAll(/https?:\/\/\S*|mailto:|\.json|(?<!\p{L})\p{Lu}{1,3}(?!\p{L})/gu, ' ').match(/\p{L}{2,}(?:[ ,]+\p{L}+)*/gu)?.join(' … ') ?? ''
}
