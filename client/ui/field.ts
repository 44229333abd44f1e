// One labelled input with its hint and its error: text, several lines, date, number or a choice. `value` is always text.
// Tells by the native `input` (while typing) and `change` events, both read with `event.target.value`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { fields, marks, reset } from '../theme/sheet.ts'
import { iconSvg } from './icon.ts'
import { later } from './later-icons.ts'
import { words } from './words.ts'

/** Choices of one `group` that follow each other stand under its name. */
export interface Choice { readonly value: string; readonly label: string; readonly group?: string }
export type FieldType = 'text' | 'multiline' | 'date' | 'number' | 'email' | 'url' | 'password' | 'choice'

@customElement('tacit-field')
export class TacitField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override styles = [reset, fields, marks, css`
    :host { display: block; }
    .label small { font-size: 12px; font-weight: 400; color: var(--ink-3); margin-inline-start: 4px; }
    .choice { position: relative; display: block; }
    .choice svg { position: absolute; right: 10px; top: 10px; pointer-events: none; color: var(--ink-3); }
    .error svg { margin-top: 1px; }
  `]

  @property() label = ''
  @property() value = ''
  @property() type: FieldType = 'text'
  @property() placeholder = ''
  @property() hint = ''
  /** A sentence that says what is wrong; the field is then marked invalid. */
  @property() error = ''
  @property({ type: Boolean }) required = false
  /** Says "(optional)" beside the label. */
  @property({ type: Boolean }) optional = false
  @property({ type: Boolean }) disabled = false
  /** The label is read but not shown. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false
  @property({ type: Number }) maxlength: number | undefined = undefined
  @property() min: string | undefined = undefined
  @property() max: string | undefined = undefined
  @property() autocomplete = 'off'
  @property({ attribute: false }) options: readonly Choice[] = []

  @query('.input') private readonly control!: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.control.focus(options)
    else void this.updateComplete.then(() => this.control.focus(options))
  }

  select(): void {
    if (this.control instanceof HTMLInputElement || this.control instanceof HTMLTextAreaElement) this.control.select()
  }

  readonly #onInput = (): void => {
    this.value = this.control.value
  }

  /** `change` does not leave a shadow root by itself. */
  readonly #onChange = (): void => {
    this.value = this.control.value
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
  }

  /** A form does not know an input of another root: Enter sends it from here, Ctrl+Enter from several lines. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const lines = this.type === 'multiline'
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || (lines && !event.ctrlKey && !event.metaKey)) return
    const form = this.closest('form')
    if (form === null) return
    event.preventDefault()
    form.requestSubmit()
  }

  #about(): string | undefined {
    const ids = [this.hint === '' ? '' : 'hint', this.error === '' ? '' : 'error'].filter((id) => id !== '')
    return ids.length === 0 ? undefined : ids.join(' ')
  }

  #options(): readonly TemplateResult[] {
    const option = ({ value, label }: Choice): TemplateResult => html`<option value=${value} ?selected=${value === this.value}>${label}</option>`
    const groups: Choice[][] = []
    for (const choice of this.options) {
      if (groups.length > 0 && groups.at(-1)?.[0]?.group === choice.group) groups.at(-1)?.push(choice)
      else groups.push([choice])
    }
    return groups.flatMap((group) => (group[0]?.group === undefined ? group.map(option) : html`<optgroup label=${group[0].group}>${group.map(option)}</optgroup>`))
  }

  #control(): TemplateResult {
    const about = ifDefined(this.#about())
    const invalid = this.error === '' ? nothing : 'true'
    if (this.type === 'choice') {
      return html`<span class="choice"><select class="input" id="control" .value=${this.value} ?disabled=${this.disabled} aria-describedby=${about} aria-invalid=${invalid} @input=${this.#onInput} @change=${this.#onChange}>
        ${this.#options()}</select>${iconSvg(later.down)}</span>`
    }
    if (this.type === 'multiline') {
      return html`<textarea class="input" id="control" rows="3" .value=${this.value} placeholder=${this.placeholder} maxlength=${ifDefined(this.maxlength)} ?required=${this.required} ?disabled=${this.disabled}
        aria-describedby=${about} aria-invalid=${invalid} @keydown=${this.#onKey} @input=${this.#onInput} @change=${this.#onChange}></textarea>`
    }
    return html`<input class="input" id="control" type=${this.type} .value=${this.value} placeholder=${this.placeholder} maxlength=${ifDefined(this.maxlength)} min=${ifDefined(this.min)} max=${ifDefined(this.max)}
      autocomplete=${this.autocomplete as AutoFill} ?required=${this.required} ?disabled=${this.disabled} aria-describedby=${about} aria-invalid=${invalid} @keydown=${this.#onKey} @input=${this.#onInput} @change=${this.#onChange} />`
  }

  override render(): TemplateResult {
    return html`<div class="field">
      <label for="control" class="label ${this.labelHidden ? 'sr' : ''}">${this.label}${this.optional ? html`<small>${words.optional}</small>` : nothing}</label>
      ${this.#control()}
      ${this.hint === '' ? nothing : html`<span class="hint" id="hint">${this.hint}</span>`}
      <span class="error" id="error" role="alert" ?hidden=${this.error === ''}>${this.error === '' ? nothing : html`${iconSvg(later.alert, 14)}${this.error}`}</span>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-field': TacitField }
}
