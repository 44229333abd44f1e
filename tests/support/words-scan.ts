// Finds words in sources: the texts of a dictionary file, and texts for people that stand outside the dictionary, where
// no translation reaches them. Reads sources as syntax trees; knows no file system, so that it can be seen to find.
import { parseSync } from 'vite'

interface Node { readonly type: string; readonly start: number; readonly [key: string]: unknown }

const LETTERS = /\p{L}{2}/u
/** Attributes and properties whose text a person reads or hears. */
const SPOKEN = /^\.?(aria-label|aria-description|aria-roledescription|aria-valuetext|ariaLabel|title|placeholder|alt|label|heading|hint|tooltip|textContent|innerText)$/
const SAYERS = new Set(['announce', 'showToast', 'alert', 'confirm', 'prompt'])

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value): Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []))
}

function programOf(path: string, source: string): Node {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? ''}`)
  return program as unknown as Node
}

function quasisOf(template: Node): string[] {
  return (template['quasis'] as { value: { cooked: string | null } }[]).map(({ value }) => value.cooked ?? '')
}

/** The texts with letters that this expression may become, where it is written out right here. */
function literalsOf(value: unknown): string[] {
  if (!isNode(value)) return []
  switch (value.type) {
    case 'Literal': return typeof value['value'] === 'string' && LETTERS.test(value['value']) ? [value['value']] : []
    case 'TemplateLiteral': {
      const text = quasisOf(value).join('…')
      return LETTERS.test(text) ? [text] : (value['expressions'] as unknown[]).flatMap(literalsOf)
    }
    case 'ConditionalExpression': return [...literalsOf(value['consequent']), ...literalsOf(value['alternate'])]
    case 'LogicalExpression': return [...literalsOf(value['left']), ...literalsOf(value['right'])]
    case 'BinaryExpression': return value['operator'] === '+' ? [...literalsOf(value['left']), ...literalsOf(value['right'])] : []
    default: return []
  }
}

const HOLE = '\u0001'
/** An attribute with its value, or a hole that stands alone. */
const ATTRIBUTES = new RegExp(`\\s([.?@]?[\\w-]+)=("[^"]*"|'[^']*'|[^\\s>]*)|${HOLE}`, 'g')

/** Texts of markup, and for each hole the place it fills: a spoken attribute, a child, or nothing that is read. */
function readMarkup(markup: string): { texts: string[]; spoken: Set<number> } {
  const texts: string[] = []
  const spoken = new Set<number>()
  let hole = 0
  for (const [, tag, text] of markup.replaceAll(/<(style|script)[\s>][\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '').matchAll(/(<(?:[^<>"']|"[^"]*"|'[^']*')*>)|([^<]+)/g)) {
    for (const [, name = '', quoted] of (tag ?? '').matchAll(ATTRIBUTES)) {
      const holes = name === '' ? 1 : [...(quoted ?? '')].filter((char) => char === HOLE).length
      if (SPOKEN.test(name)) {
        const said = (quoted ?? '').replaceAll(HOLE, '').replaceAll(/["']/g, '')
        if (LETTERS.test(said)) texts.push(`${name}="${said}"`)
        for (let i = 0; i < holes; i++) spoken.add(hole + i)
      }
      hole += holes
    }
    const seen = (text ?? '').replaceAll(/&\w+;/g, '')
    if (LETTERS.test(seen.replaceAll(HOLE, ''))) texts.push(seen.replaceAll(HOLE, '…').trim())
    for (const char of text ?? '') if (char === HOLE) spoken.add(hole++)
  }
  return { texts, spoken }
}

function templateTexts(node: Node): string[] {
  const tag = node['tag']
  if (!isNode(tag) || tag.type !== 'Identifier' || !['html', 'svg'].includes(String(tag['name']))) return []
  const quasi = node['quasi'] as Node
  const { texts, spoken } = readMarkup(quasisOf(quasi).join(HOLE))
  const filled = (quasi['expressions'] as unknown[]).flatMap((expression, at) => (spoken.has(at) ? literalsOf(expression) : []))
  return [...texts, ...filled]
}

function nameOf(value: unknown): string {
  if (!isNode(value)) return ''
  if (value.type === 'Identifier') return String(value['name'])
  if (value.type === 'Literal') return String(value['value'])
  return value.type === 'MemberExpression' ? nameOf(value['property']) : ''
}

function saidBy(node: Node): string[] {
  switch (node.type) {
    case 'TaggedTemplateExpression': return templateTexts(node)
    case 'CallExpression': {
      const args = node['arguments'] as unknown[]
      const called = nameOf(node['callee'])
      if (SAYERS.has(called)) return literalsOf(args[0])
      return called === 'setAttribute' && SPOKEN.test(nameOf(args[0])) ? literalsOf(args[1]) : []
    }
    case 'AssignmentExpression': return SPOKEN.test(nameOf(node['left'])) ? literalsOf(node['right']) : []
    // A key named `alt` is the key of the keyboard.
    case 'Property': case 'PropertyDefinition': return nameOf(node['key']) !== 'alt' && SPOKEN.test(nameOf(node['key'])) ? literalsOf(node['value']) : []
    default: return []
  }
}

/** Texts for people that stand in this source itself: `path:line: text`. */
export function looseTexts(path: string, source: string): string[] {
  const found: string[] = []
  const visit = (node: Node): void => {
    const line = source.slice(0, node.start).split('\n').length
    for (const text of saidBy(node)) found.push(`${path}:${line}: ${text}`)
    for (const child of childrenOf(node)) visit(child)
  }
  visit(programOf(path, source))
  return found
}

/** Every piece of text with letters that a dictionary file can say; what it only compares with is no text. */
export function piecesOf(path: string, source: string): string[] {
  const found: string[] = []
  const visit = (node: Node): void => {
    if (node.type.startsWith('Import') || node.type.startsWith('TS') && node.type !== 'TSAsExpression' && node.type !== 'TSSatisfiesExpression') return
    if (node.type === 'BinaryExpression' && node['operator'] !== '+') return
    const pieces = node.type === 'Literal' ? [node['value']] : node.type === 'TemplateLiteral' ? quasisOf(node) : []
    for (const piece of pieces) if (typeof piece === 'string' && LETTERS.test(piece)) found.push(piece.trim())
    // The place in the dictionary is no text, and keys are not said.
    const skipped = node.type === 'CallExpression' && nameOf(node['callee']) === 'translated' ? (node['arguments'] as unknown[])[0]
      : node.type === 'Property' ? node['key'] : node.type === 'CallExpression' && nameOf(node['callee']) === 'test' ? node['callee'] : undefined
    for (const child of childrenOf(node)) if (child !== skipped) visit(child)
  }
  visit(programOf(path, source))
  return found
}
