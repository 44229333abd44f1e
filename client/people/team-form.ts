// Makes a team or changes one: name, code, colour and what it cannot change. Tells `team-given`, `team-dropped` or
// `form-left`; what the team counts in is edited on its sheet.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import type { Team } from '../../shared/board/records.ts'
import { sheet } from '../theme/sheet.ts'
import '../ui/field.ts'
import type { TacitField } from '../ui/field.ts'
import { onEscape } from '../ui/form-keys.ts'
import { PERSON_COLORS } from '../../shared/protocol/person-color.ts'
import { enterWords, peopleWords } from './later-words.ts'

export type TeamDraft = Pick<Team, 'name' | 'code' | 'color' | 'constraints'>

const CODE = /^[\p{L}\p{N}]{1,3}$/u

@customElement('tacit-team-form')
export class TacitTeamForm extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; padding: 14px; border-radius: var(--r3); background: var(--canvas); }
    form { display: grid; gap: 12px; }
    .two { display: grid; grid-template-columns: 1fr 150px; gap: 12px; align-items: start; }
    fieldset { display: flex; gap: 8px; flex-wrap: wrap; align-items: center; }
    legend { font-weight: 500; margin-bottom: 4px; }
    .color { position: relative; width: 28px; height: 28px; }
    .color input { position: absolute; inset: 0; opacity: 0; margin: 0; width: 100%; height: 100%; }
    .color span { display: block; width: 28px; height: 28px; border-radius: 50%; border: 4px solid var(--canvas); background: var(--c); }
    .color input:checked + span { box-shadow: 0 0 0 2px var(--ink); }
    .color input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 3px; }
    .row { flex-wrap: wrap; }
    @media (max-width: 420px) { .two { grid-template-columns: 1fr; } }
  `]

  /** Undefined for a new team. */
  @property({ attribute: false }) team: Team | undefined
  @property({ attribute: false }) teams: readonly Team[] = []
  @state() private draft: { name: string; code: string; color: string; constraints: string } = { name: '', code: '', color: '', constraints: '' }
  @state() private asked = false
  @query('.name') private readonly nameField!: TacitField
  @query('.code') private readonly codeField!: TacitField

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('team')) return
    const { name = '', code = '', color = '', constraints = [] } = this.team ?? {}
    this.draft = { name, code, color, constraints: constraints.join('\n') }
    this.asked = false
  }

  override focus(): void {
    this.nameField.focus()
  }

  override render(): TemplateResult {
    const { name, code, color, constraints } = this.draft
    const colors = color === '' || (PERSON_COLORS as readonly string[]).includes(color) ? PERSON_COLORS : [color, ...PERSON_COLORS]
    return html`<form @submit=${this.#submit} @keydown=${this.#key} novalidate>
      <div class="two">
        <tacit-field class="name" label=${peopleWords.teamName} maxlength="80" .value=${name} .error=${this.asked ? this.#nameError() : ''} @input=${(event: Event) => this.#set('name', event)}></tacit-field>
        <tacit-field class="code" label=${peopleWords.teamCode} optional hint=${peopleWords.teamCodeHint} maxlength="3" .value=${code} .error=${this.asked ? this.#codeError() : ''} @input=${(event: Event) => this.#set('code', event)}></tacit-field>
      </div>
      <fieldset><legend>${peopleWords.teamColor}</legend>${colors.map((value, at) => html`
        <label class="color"><input type="radio" name="color" .checked=${value === color} aria-label=${peopleWords.colorName(at + 1)} @change=${() => { this.draft = { ...this.draft, color: value } }}><span style=${styleMap({ '--c': value })}></span></label>`)}</fieldset>
      <tacit-field type="multiline" label=${peopleWords.constraints} optional hint=${peopleWords.constraintsHint} maxlength="2000" .value=${constraints} @input=${(event: Event) => this.#set('constraints', event)}></tacit-field>
      <div class="row">
        <button type="submit" class="btn primary sm">${peopleWords.save}</button>
        <button type="button" class="btn ghost sm" @click=${this.#leave}>${peopleWords.cancel}</button>
        ${this.team === undefined ? nothing : html`<span class="grow"></span><button type="button" class="btn ghost sm" @click=${() => this.#tell('team-dropped', undefined)}>${peopleWords.removeTeam}</button>`}
      </div>
    </form>`
  }

  #others(): readonly Team[] {
    return this.teams.filter((team) => team.removed !== true && team.id !== this.team?.id)
  }

  #nameError(): string {
    const name = this.draft.name.trim()
    if (name === '') return enterWords.newTeamMissing
    return this.#others().some((team) => team.name.toLocaleLowerCase() === name.toLocaleLowerCase()) ? peopleWords.nameTaken : ''
  }

  #codeError(): string {
    const code = this.draft.code.trim()
    if (code === '') return ''
    if (!CODE.test(code)) return peopleWords.codeShape
    const taken = this.#others().find((team) => team.code?.toLocaleUpperCase() === code.toLocaleUpperCase())
    return taken === undefined ? '' : peopleWords.codeTaken(taken.name)
  }

  #set(field: 'name' | 'code' | 'constraints', event: Event): void {
    this.draft = { ...this.draft, [field]: (event.target as TacitField).value }
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    this.asked = true
    if (this.#nameError() !== '') return this.nameField.focus()
    if (this.#codeError() !== '') return this.codeField.focus()
    const code = this.draft.code.trim().toLocaleUpperCase()
    const constraints = this.draft.constraints.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    this.#tell<TeamDraft>('team-given', {
      name: this.draft.name.trim(), ...(code === '' ? {} : { code }), ...(this.draft.color === '' ? {} : { color: this.draft.color }), ...(constraints.length === 0 ? {} : { constraints }),
    })
  }

  readonly #leave = (): void => this.#tell('form-left', undefined)

  readonly #key = onEscape(this.#leave)

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-team-form': TacitTeamForm }
}
