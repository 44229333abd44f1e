// The words of a card at rest, as static HTML made from the fragment: what the editor shows, without an editor. Only
// the closed list of nodes and marks is drawn; everything else shows its words alone.
import { html, nothing, type TemplateResult } from 'lit'
import { XmlElement, XmlText, type XmlFragment } from 'yjs'
import { isSafeHref } from '../../shared/board/schema.ts'

type Drawn = TemplateResult | string | typeof nothing

interface Run { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> }

function marked(text: string, marks: Readonly<Record<string, unknown>>): Drawn {
  let drawn: Drawn = text
  if ('code' in marks) drawn = html`<code>${drawn}</code>`
  if ('italic' in marks) drawn = html`<em>${drawn}</em>`
  if ('bold' in marks) drawn = html`<strong>${drawn}</strong>`
  const href = (marks['link'] as { href?: unknown } | undefined)?.href
  return isSafeHref(href) ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${drawn}</a>` : drawn
}

function textRuns(text: XmlText): Drawn[] {
  return (text.toDelta() as Run[]).map(({ insert, attributes }) => (typeof insert === 'string' ? marked(insert, attributes ?? {}) : nothing))
}

function inside(parent: XmlFragment): Drawn[] {
  return parent.toArray().flatMap((node) => (node instanceof XmlText ? textRuns(node) : node instanceof XmlElement ? [element(node)] : []))
}

function element(node: XmlElement): Drawn {
  switch (node.nodeName) {
    case 'paragraph': return html`<p>${inside(node)}</p>`
    case 'bulletList': return html`<ul>${inside(node)}</ul>`
    case 'orderedList': return html`<ol start=${Number(node.getAttribute('start') ?? 1) || 1}>${inside(node)}</ol>`
    case 'listItem': return html`<li>${inside(node)}</li>`
    case 'hardBreak': return html`<br>`
    default: return html`${inside(node)}`
  }
}

export function richText(fragment: XmlFragment): TemplateResult {
  return html`${inside(fragment)}`
}
