// The button that turns the page light or dark, for this browser.
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { controls, marks, reset } from '../theme/sheet.ts'
import { iconSvg } from '../ui/icon.ts'
import { chooseTheme, theme } from './theme-choice.ts'
import { themeWords } from './words.ts'

@customElement('tacit-theme-toggle')
export class TacitThemeToggle extends LitElement {
  static override styles = [reset, controls, marks]

  override render(): TemplateResult {
    const next = theme() === 'dark' ? 'light' : 'dark'
    const label = next === 'dark' ? themeWords.toDark : themeWords.toLight
    return html`<button type="button" class="icon-btn" aria-label=${label} title=${label} @click=${this.#turn}>${iconSvg(next === 'dark' ? 'moon' : 'sun')}</button>`
  }

  readonly #turn = (): void => {
    chooseTheme(theme() === 'dark' ? 'light' : 'dark')
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-theme-toggle': TacitThemeToggle }
}
