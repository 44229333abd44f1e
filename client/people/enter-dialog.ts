// Who are you here? Name and team, asked on entering a board and whenever somebody wants to change them. Tells
// `who-given` and stays until `settle` says how it went; a new team can be named by those who may make one.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Team } from '../../shared/board/records.ts'
import { byName } from '../language/lists.ts'
import { sheet } from '../theme/sheet.ts'
import '../ui/dialog.ts'
import '../ui/field.ts'
import type { TacitField } from '../ui/field.ts'
import { enterWords } from './later-words.ts'

/** `team` is an id or '' for none; `newTeam` names one to be made. */
export interface WhoGiven { readonly name: string; readonly team: string; readonly newTeam?: string }

/** What the server takes (a person's name, a team's name). */
const MAX_NAME = 80
/** The choice that opens the field for a new team; no id can look like it. */
const NEW = '+'

@customElement('tacit-enter-dialog')
export class TacitEnterDialog extends LitElement {
  static override styles = [...sheet, css`
    form { display: grid; gap: 14px; }
    .intro { color: var(--ink-2); }
    .row { justify-content: flex-end; flex-wrap: wrap; margin-top: 4px; }
    .error[hidden] { display: none; }
    @media (max-width: 480px) { .row .btn { flex: 1; height: 44px; } }
  `]

  /** 'enter' holds the page until it is answered or left; 'profile' can be closed. */
  @property() purpose: 'enter' | 'profile' = 'enter'
  @property({ type: Boolean }) open = false
  @property() board = ''
  @property({ attribute: false }) teams: readonly Team[] = []
  @property() name = ''
  @property() team = ''
  /** Guests read and add context: they may be without a team and make none. */
  @property({ type: Boolean }) guest = false

  @state() private typedName = ''
  @state() private chosen = ''
  @state() private newTeam = ''
  @state() private asked = false
  @state() private busy = false
  @state() private failure = ''
  @query('.name') private readonly nameField!: TacitField
  @query('.new-team') private readonly newTeamField!: TacitField | null

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.#begin()
  }

  #begin(): void {
    this.typedName = this.name
    this.chosen = this.teams.some((team) => team.id === this.team) ? this.team : ''
    // On a board without teams a member makes the first one.
    if (this.purpose === 'enter' && !this.guest && this.#live().length === 0) this.chosen = NEW
    this.newTeam = ''
    this.asked = false
    this.busy = false
    this.failure = ''
  }

  /** How it went: a sentence when it did not work, else ''. */
  settle(failure: string): void {
    this.busy = false
    this.failure = failure
  }

  override render(): TemplateResult {
    const heading = this.purpose === 'enter' ? enterWords.title(this.board) : enterWords.profileTitle
    const intro = this.purpose === 'profile' ? enterWords.profileIntro : this.guest ? enterWords.guestIntro : enterWords.intro
    return html`<tacit-dialog heading=${heading} .open=${this.open} .firm=${this.purpose === 'enter'}>
      <form @submit=${this.#submit} novalidate>
        <p class="intro">${intro}</p>
        <tacit-field class="name" label=${enterWords.name} maxlength=${MAX_NAME} autocomplete="name" autofocus .value=${this.typedName} .error=${this.asked && this.typedName.trim() === '' ? enterWords.nameMissing : ''}
          @input=${(event: Event) => { this.typedName = textOf(event) }}></tacit-field>
        <tacit-field type="choice" label=${enterWords.team} .options=${this.#options()} .value=${this.chosen} @input=${(event: Event) => { this.chosen = textOf(event) }}></tacit-field>
        ${this.chosen === NEW ? html`<tacit-field class="new-team" label=${enterWords.newTeamName} maxlength=${MAX_NAME} .value=${this.newTeam} .error=${this.asked ? this.#teamError() : ''}
          @input=${(event: Event) => { this.newTeam = textOf(event) }}></tacit-field>` : nothing}
        <p class="error" role="alert" ?hidden=${this.failure === ''}>${this.failure}</p>
        <div class="row">
          ${this.purpose === 'enter' ? html`<a class="btn ghost" href="/">${enterWords.leave}</a>` : html`<button type="button" class="btn ghost" @click=${this.#close}>${enterWords.cancel}</button>`}
          <button type="submit" class="btn primary" ?disabled=${this.busy}>${this.purpose === 'enter' ? enterWords.enter : enterWords.save}</button>
        </div>
      </form>
    </tacit-dialog>`
  }

  #live(): readonly Team[] {
    return this.teams.filter((team) => team.removed !== true)
  }

  #options(): readonly { value: string; label: string }[] {
    const teams = this.#live().map((team) => ({ value: team.id, label: team.name })).sort((a, b) => byName(a.label, b.label))
    return [{ value: '', label: enterWords.noTeam }, ...teams, ...(this.guest ? [] : [{ value: NEW, label: enterWords.newTeam }])]
  }

  #teamError(): string {
    const name = this.newTeam.trim()
    if (name === '') return enterWords.newTeamMissing
    return this.#live().some((team) => team.name.toLocaleLowerCase() === name.toLocaleLowerCase()) ? enterWords.teamExists : ''
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const name = this.typedName.trim()
    this.asked = true
    if (name === '') {
      this.nameField.focus()
      return
    }
    if (this.chosen === NEW && this.#teamError() !== '') {
      this.newTeamField?.focus()
      return
    }
    this.busy = true
    this.failure = ''
    const given: WhoGiven = this.chosen === NEW ? { name, team: '', newTeam: this.newTeam.trim() } : { name, team: this.chosen }
    this.dispatchEvent(new CustomEvent<WhoGiven>('who-given', { detail: given, bubbles: true, composed: true }))
  }

  /** The dialog tells `dialog-closed` when it is gone. */
  readonly #close = (): void => {
    this.renderRoot.querySelector('tacit-dialog')?.close()
  }
}

function textOf(event: Event): string {
  return (event.target as TacitField).value
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-enter-dialog': TacitEnterDialog }
}
