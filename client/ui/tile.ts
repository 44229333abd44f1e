// A team's tile: square, its border is its stance. `tileHtml` is for use inside another template (styled by `marks`),
// `<tacit-tile code="SR" name="SRE" stance="quiet">` for everywhere else. A tile that says which team it is of (`data-about-team`)
// can be told of by whoever knows the teams.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { marks, reset } from '../theme/sheet.ts'
import type { Stance } from './looks.ts'
import { words } from './words.ts'

/** `team`: its id on the board. What is said when it is pointed at is then for the page to say. */
export function tileHtml(code: string, stance: Stance, name: string, large = false, team = ''): TemplateResult {
  const said = words.stance(name, stance)
  return html`<span class="tile ${stance} ${large ? 'lg' : ''}" title=${team === '' ? said : nothing} data-about-team=${team === '' ? nothing : team} data-said=${team === '' ? nothing : said} aria-hidden="true">${code}</span>`
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
