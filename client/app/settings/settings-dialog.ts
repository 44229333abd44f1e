// The settings of this browser: language, colours, keys of a single letter. Each counts at once and is kept; another
// language loads the page again, at the same place. Tells `dialog-closed`.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { chosenLanguage, chooseLanguage, language, LANGUAGES, spoken, type Language } from '../../language/language.ts'
import { controls, fields, reset } from '../../theme/sheet.ts'
import '../../ui/dialog.ts'
import { usesSingleKeys } from '../../ui/key-map.ts'
import { chooseSingleKeys } from '../key-choice.ts'
import { chosenTheme, chooseTheme, followSystemTheme } from '../theme-choice.ts'
import { settingsWords as words } from './words.ts'

const FOLLOW = ''

@customElement('tacit-settings-dialog')
export class TacitSettingsDialog extends LitElement {
  static override styles = [reset, controls, fields, css`
    :host { display: contents; }
    .body { display: grid; gap: 18px; }
    fieldset { display: grid; gap: 2px; }
    legend { font-weight: 500; padding-bottom: 2px; }
    label { display: flex; gap: 10px; align-items: flex-start; padding: 6px 0; min-height: 32px; }
    input { flex: none; width: 16px; height: 16px; margin: 2px 0; accent-color: var(--ink); }
    .hint { padding-inline-start: 26px; }
    @media (pointer: coarse) { label { min-height: 44px; padding: 12px 0; } }
  `]

  @property({ type: Boolean }) open = false
  /** Stands apart for tests. */
  @property({ attribute: false }) reload = (): void => location.reload()

  override render(): TemplateResult {
    const theme = chosenTheme() ?? FOLLOW
    const follows = words.languages[spoken(navigator.languages)]
    return html`<tacit-dialog heading=${words.title} .open=${this.open}><div class="body">
      <p class="hint" style="padding: 0">${words.intro}</p>
      <fieldset @change=${this.#speak}><legend>${words.language}</legend>
        ${this.#choice('language', FOLLOW, words.ofBrowser(follows), chosenLanguage() ?? FOLLOW)}
        ${LANGUAGES.map((tag) => this.#choice('language', tag, words.languages[tag], chosenLanguage() ?? FOLLOW, tag))}
        <p class="hint">${words.reloads}</p></fieldset>
      <fieldset @change=${this.#colour}><legend>${words.theme}</legend>
        ${this.#choice('theme', FOLLOW, words.themes.system, theme)}${this.#choice('theme', 'light', words.themes.light, theme)}${this.#choice('theme', 'dark', words.themes.dark, theme)}</fieldset>
      <div><label><input type="checkbox" .checked=${usesSingleKeys()} aria-describedby="singles" @change=${this.#keys}>${words.singles}</label><p class="hint" id="singles">${words.singlesHint}</p></div>
    </div></tacit-dialog>`
  }

  #choice(name: string, value: string, label: string, chosen: string, lang: string = language()): TemplateResult {
    return html`<label><input type="radio" name=${name} value=${value} .checked=${value === chosen}><span lang=${lang}>${label}</span></label>`
  }

  readonly #speak = (event: Event): void => {
    const { value } = event.target as HTMLInputElement
    const next = LANGUAGES.find((tag): tag is Language => tag === value)
    chooseLanguage(next)
    if ((next ?? spoken(navigator.languages)) !== language()) this.reload()
  }

  readonly #colour = (event: Event): void => {
    const { value } = event.target as HTMLInputElement
    if (value === 'light' || value === 'dark') chooseTheme(value)
    else followSystemTheme()
  }

  readonly #keys = (event: Event): void => {
    chooseSingleKeys((event.target as HTMLInputElement).checked)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-settings-dialog': TacitSettingsDialog }
}
