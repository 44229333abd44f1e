// One person's entry, changed in place: another name, or whom it is the same person as. Tells `name-given` {name},
// `merge-given` {into} or `form-left`; decides nothing about rights.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Person } from '../../shared/board/records.ts'
import { sheet } from '../theme/sheet.ts'
import '../ui/field.ts'
import type { TacitField } from '../ui/field.ts'
import { onEscape } from '../ui/form-keys.ts'
import { enterWords, selfWords } from './later-words.ts'

@customElement('tacit-person-form')
export class TacitPersonForm extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; flex-basis: 100%; padding: 12px; border-radius: var(--r3); background: var(--canvas); }
    form { display: grid; gap: 10px; }
    .row { flex-wrap: wrap; }
  `]

  @property() purpose: 'rename' | 'merge' = 'rename'
  @property({ attribute: false }) person!: Person
  /** Into whom it may be merged. */
  @property({ attribute: false }) others: readonly Person[] = []
  @state() private asked = false
  @query('tacit-field') private readonly field!: TacitField

  override focus(): void {
    this.field.focus()
  }

  override render(): TemplateResult {
    const { name } = this.person
    const missing = this.asked && this.field.value.trim() === ''
    return html`<form @submit=${this.#submit} @keydown=${this.#key} novalidate>
      ${this.purpose === 'rename'
        ? html`<tacit-field label=${selfWords.renameLabel(name)} maxlength="80" .value=${name} .error=${missing ? enterWords.nameMissing : ''}></tacit-field>`
        : html`<tacit-field type="choice" label=${selfWords.mergeLabel(name)} .options=${[{ value: '', label: selfWords.choose }, ...this.others.map((one) => ({ value: one.id, label: one.name }))]} .error=${missing ? selfWords.choose : ''}></tacit-field>
          <p class="hint">${selfWords.mergeHint(name)}</p>`}
      <div class="row"><button type="submit" class="btn primary sm">${this.purpose === 'rename' ? selfWords.save : selfWords.mergeDo}</button>
        <button type="button" class="btn ghost sm" @click=${this.#leave}>${selfWords.cancel}</button></div>
    </form>`
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const value = this.field.value.trim()
    this.asked = true
    this.requestUpdate()
    if (value === '') return this.field.focus()
    if (this.purpose === 'rename') this.#tell('name-given', { name: value })
    else this.#tell('merge-given', { into: value })
  }

  readonly #leave = (): void => this.#tell('form-left', undefined)

  readonly #key = onEscape(this.#leave)

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-person-form': TacitPersonForm }
}
