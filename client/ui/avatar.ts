// A person: round, initials on their colour. Without a name: somebody who chose to stay anonymous.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import { marks, reset } from '../theme/sheet.ts'
import { initials } from './names.ts'
import { words } from './words.ts'

export function avatarHtml(name: string, color: string, small = true): TemplateResult {
  if (name === '') return html`<span class="av anon ${small ? 'sm' : ''}" title=${words.anonymous} aria-hidden="true">?</span>`
  return html`<span class="av ${small ? 'sm' : ''}" style=${styleMap({ '--c': color === '' ? undefined : color })} title=${name} aria-hidden="true">${initials(name)}</span>`
}

@customElement('tacit-avatar')
export class TacitAvatar extends LitElement {
  static override styles = [reset, marks, css`:host { display: inline-grid; flex: none; vertical-align: middle; }`]

  /** Empty for anonymous. */
  @property() name = ''
  @property() color = ''
  /** 20 px instead of 28. */
  @property({ type: Boolean }) small = false

  override render(): TemplateResult {
    return avatarHtml(this.name, this.color, this.small)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-avatar': TacitAvatar }
}
