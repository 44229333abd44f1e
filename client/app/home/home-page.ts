// The home page: say what you are trying to agree on, go on with a board, start from a written one, open a file.
// An arrangement only; each part reads and tells for itself.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { controls, reset, type as typeSheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import './board-list.ts'
import './create-board.ts'
import './open-file.ts'
import './template-list.ts'
import '../theme-toggle.ts'
import { appWords, boardWords } from '../words.ts'
import { homeWords } from './words.ts'

@customElement('tacit-home-page')
export class TacitHomePage extends LitElement {
  static override styles = [reset, typeSheet, controls, css`
    :host { display: block; min-height: 100dvh; background: var(--surface); }
    header { display: flex; align-items: center; gap: 12px; height: 56px; padding: 0 28px; }
    .logo { display: flex; gap: 8px; align-items: center; font-size: 17px; font-weight: 600; letter-spacing: -0.01em; }
    .icon { fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; }
    main { width: min(1184px, 100% - 56px); margin: 16px auto 0; padding-bottom: 64px; }
    h2 { font-size: 14px; line-height: 20px; margin: 32px 0 10px; }
    @media (max-width: 720px) { header { padding: 0 16px; } main { width: calc(100% - 32px); margin-top: 4px; } }
  `]

  override render(): TemplateResult {
    return html`<header><a class="logo" href="/">${iconSvg('tacit', 22)}${appWords.name}</a><span class="grow"></span><button type="button" class="icon-btn" aria-label=${boardWords.settings} title=${boardWords.settings} @click=${this.#settings}>${iconSvg('settings')}</button><tacit-theme-toggle></tacit-theme-toggle></header>
      <main>
        <h1 class="sr">${homeWords.heading}</h1>
        <tacit-create-board></tacit-create-board>
        <section aria-labelledby="boards"><h2 id="boards">${homeWords.boards}</h2><tacit-board-list></tacit-board-list></section>
        <section aria-labelledby="templates"><h2 id="templates">${homeWords.templates}</h2><tacit-template-list><tacit-open-file></tacit-open-file></tacit-template-list></section>
      </main>`
  }

  readonly #settings = (): void => {
    this.dispatchEvent(new CustomEvent('settings-wanted', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-home-page': TacitHomePage }
}
