// A team's tile: square, its border is its stance. `tileHtml` is for use inside another template (styled by `marks`),
// `<tacit-tile code="SR" name="SRE" stance="quiet">` for everywhere else.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { marks, reset } from '../theme/sheet.ts'
import type { Stance } from './looks.ts'
import { words } from './words.ts'

export function tileHtml(code: string, stance: Stance, name: string, large = false): TemplateResult {
  return html`<span class="tile ${stance} ${large ? 'lg' : ''}" title=${words.stance(name, stance)} aria-hidden="true">${code}</span>`
}

@customElement('tacit-tile')
export class TacitTile extends LitElement {
  static override styles = [reset, marks, css`:host { display: inline-grid; flex: none; }`]

  @property() code = ''
  /** The team's name, said when pointed at. */
  @property() name = ''
  @property() stance: Stance = 'quiet'
  @property({ type: Boolean }) large = false

  override render(): TemplateResult {
    return tileHtml(this.code, this.stance, this.name === '' ? this.code : this.name, this.large)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-tile': TacitTile }
}
