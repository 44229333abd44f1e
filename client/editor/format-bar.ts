// The buttons above a body while it is edited: bold, italic, lists, code, link. Pressing one keeps the caret where it is.
import type { Editor } from '@tiptap/core'
import { html, nothing, type TemplateResult } from 'lit'
import { isSafeHref } from '../../shared/board/schema.ts'
import { iconSvg, type Icon } from '../ui/icon.ts'
import { later } from '../ui/later-icons.ts'
import { words } from './words.ts'

interface Format { readonly name: string; readonly icon: Icon; readonly label: string; readonly run: (editor: Editor) => unknown }

const FORMATS: readonly Format[] = [
  { name: 'bold', icon: later.bold, label: words.bold, run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', icon: later.italic, label: words.italic, run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'bulletList', icon: later.list, label: words.bulletList, run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'orderedList', icon: later['list-ordered'], label: words.orderedList, run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'code', icon: later.code, label: words.code, run: (editor) => editor.chain().focus().toggleCode().run() },
]

const keepCaret = (event: Event): void => event.preventDefault()

/** "example.org" is meant as an address too. */
function addressOf(typed: string): string | undefined {
  const address = typed.trim()
  if (isSafeHref(address)) return address
  const whole = `https://${address}`
  return /^[\w-]+(\.[\w-]+)+/.test(address) && isSafeHref(whole) ? whole : undefined
}

function linkForm(editor: Editor, done: () => void): TemplateResult {
  const set = (event: Event): void => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const input = form.elements.namedItem('address') as HTMLInputElement
    const address = addressOf(input.value)
    if (address === undefined) {
      input.setCustomValidity(words.badLink)
      input.reportValidity()
      return
    }
    editor.chain().focus().extendMarkRange('link').setLink({ href: address }).run()
    done()
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    done()
  }
  const href = (editor.getAttributes('link') as { href?: string }).href ?? ''
  return html`<form style="display:contents" @submit=${set} @keydown=${key} novalidate>
    <input name="address" type="url" aria-label=${words.linkField} placeholder="https://" .value=${href} autofocus @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}>
    <button class="wide">${words.setLink}</button>
    ${href === '' ? nothing : html`<button type="button" class="wide" @mousedown=${keepCaret} @click=${() => { editor.chain().focus().extendMarkRange('link').unsetLink().run(); done() }}>${words.removeLink}</button>`}
  </form>`
}

export function formatBar(editor: Editor, linking: boolean, setLinking: (linking: boolean) => void): TemplateResult {
  return html`<div class="format" role="toolbar" aria-label=${words.formatting}>
    ${FORMATS.map(({ name, icon, label, run }) => html`<button type="button" title=${label} aria-label=${label} aria-pressed=${editor.isActive(name)} @mousedown=${keepCaret} @click=${() => run(editor)}>${iconSvg(icon)}</button>`)}
    <button type="button" title=${words.link} aria-label=${words.link} aria-pressed=${editor.isActive('link')} aria-expanded=${linking} @mousedown=${keepCaret} @click=${() => setLinking(!linking)}>${iconSvg('link')}</button>
    ${linking ? linkForm(editor, () => setLinking(false)) : nothing}
  </div>`
}
