// One plain field of a card: its label, and its value as a control that looks like text until it is used. Keeps what
// is being typed until it is left, so that another's change does not take words away. Tells `field-changed`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { BoardState, Json } from '../../../shared/board/records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { colorAmong } from '../../../shared/protocol/person-color.ts'
import { byName } from '../../language/lists.ts'
import { fields, marks, reset } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { dayOf, distanceInWords } from '../../language/dates.ts'
import { avatarHtml } from '../../ui/avatar.ts'
import '../../ui/day-field.ts'
import type { TacitDayField } from '../../ui/day-field.ts'
import { dayInField } from '../../ui/day-text.ts'
import { iconOfField, type KindField } from './kind-fields.ts'
import './team-list.ts'
import type { TeamsChanged } from './team-list.ts'
import './tier-list.ts'
import type { TiersChanged } from './tier-list.ts'
import { fieldWords } from '../words.ts'

export interface FieldChanged { readonly field: string; readonly value: Json | undefined }
interface Option { readonly value: string; readonly label: string }

/** A value as the text of its control. */
function textOf(field: KindField, value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (field.as === 'instant' || field.as === 'day') return typeof value === 'string' ? dayOf(value) : ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The text of a control as a value; `wrong` says why it cannot be one. */
export function valueOf(field: KindField, text: string): { readonly value: Json | undefined } | { readonly wrong: string } {
  const trimmed = text.trim()
  if (trimmed === '') return { value: undefined }
  if (field.as === 'instant') return { value: `${trimmed}T00:00:00Z` }
  if (field.as !== 'number') {
    const most = DEFAULT_LIMITS.fieldChars
    return trimmed.length > most ? { wrong: fieldWords.tooLong(most, trimmed.length) } : { value: trimmed }
  }
  const number = Number(trimmed)
  const right = Number.isInteger(number) && number >= field.min && number <= field.max
  return right ? { value: number } : { wrong: fieldWords.outOfRange(field.min, field.max) }
}

@customElement('tacit-fact-field')
export class TacitFactField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override styles = [reset, fields, marks, css`
    :host { display: grid; grid-template-columns: 128px minmax(0, 1fr); align-items: start; font-size: 13px; line-height: 20px; }
    label, .label { display: flex; gap: 8px; padding: 4px 8px 4px 0; color: var(--ink-2); font-weight: 400; overflow-wrap: anywhere; hyphens: auto; }
    label .icon, .label .icon { margin-top: 3px; width: 14px; height: 14px; color: var(--ink-3); }
    .value { position: relative; display: flex; align-items: center; gap: 8px; min-width: 0; }
    .plain { padding: 4px 8px; margin-left: -8px; font-weight: 500; white-space: pre-wrap; overflow-wrap: anywhere; }
    .plain.none { color: var(--ink-3); font-weight: 400; }
    .control { width: 100%; min-height: 28px; margin-left: -8px; padding: 4px 8px; border: 1px solid transparent; border-radius: var(--r2); background: none; font: 500 13px/18px var(--font); color: var(--ink); }
    .control:hover { border-color: var(--line-2); }
    .control:focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; background: var(--surface); }
    .control::placeholder { color: var(--ink-3); opacity: 1; font-weight: 400; }
    .control.empty { color: var(--ink-3); font-weight: 400; }
    textarea.control { display: block; resize: none; field-sizing: content; max-height: 240px; }
    select.control { appearance: none; padding-right: 24px; text-overflow: ellipsis; }
    .pick { position: relative; flex: 1; min-width: 0; }
    .pick .icon { position: absolute; right: 12px; top: 8px; width: 12px; height: 12px; color: var(--ink-3); pointer-events: none; opacity: 0; }
    :host(:hover) .pick .icon, :host(:focus-within) .pick .icon { opacity: 1; }
    :host([wide]) { grid-template-columns: 1fr; gap: 4px; }
    tacit-day-field { flex: 1 1 auto; margin-left: -8px; font-weight: 500; }
    tacit-day-field.none { font-weight: 400; }
    tacit-team-list, tacit-tier-list { flex: 1; }
    .av { margin-right: 2px; }
    input[type='number'].control { flex: 0 1 96px; }
    .control.short { width: auto; }
    tacit-day-field .after { margin-left: 4px; font-weight: 400; }
    .after { color: var(--ink-3); font-size: 12px; white-space: nowrap; }
    input[type='checkbox'] { width: 16px; height: 16px; margin: 6px 0; accent-color: var(--ink); }
    .error, .hint { grid-column: 2; padding-bottom: 4px; }
    @media (pointer: coarse) { .control { min-height: 44px; padding-block: 11px; font-size: 16px; line-height: 20px; } .after { white-space: normal; } label, .label { padding-block: 12px; } .av { margin-top: 0; } }
    @media (max-width: 360px) { :host { grid-template-columns: 1fr; } .error, .hint { grid-column: 1; } label { padding-bottom: 0; } .control, .plain { margin-left: 0; padding-left: 0; } }
  `]

  @property({ attribute: false }) field: KindField | undefined
  @property({ attribute: false }) value: Json | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property() label = ''
  @property() hint = ''
  /** What is asked for, while there is nothing. */
  @property() placeholder: string = fieldWords.empty
  @property({ type: Number }) now = 0
  @property({ type: Boolean }) writable = false
  /** Of a metric: the team whose numbers are meant. */
  @property() partner = ''

  @state() private draft: string | undefined
  @state() private wrong = ''

  protected override willUpdate(): void {
    this.toggleAttribute('wide', this.field?.as === 'tiers')
  }

  override render(): TemplateResult {
    if (this.field === undefined) return html``
    const label = html`${iconSvg(iconOfField(this.field), 14)}<span>${this.label}</span>`
    return html`${this.writable && NATIVE.has(this.field.as) ? html`<label for="control">${label}</label>` : html`<span class="label">${label}</span>`}
      <span class="value">${this.#value(this.field)}</span>
      ${this.wrong === '' ? nothing : html`<span class="error" id="about" role="alert">${this.wrong}</span>`}
      ${this.draft === undefined || this.hint === '' || this.wrong !== '' ? nothing : html`<span class="hint" id="about">${this.hint}</span>`}`
  }

  #value(field: KindField): TemplateResult {
    if (field.as === 'teams') return html`<tacit-team-list .teams=${Array.isArray(this.value) ? (this.value as readonly string[]) : []} .board=${this.board} .label=${this.label} .writable=${this.writable}
      @teams-changed=${({ detail: { teams } }: CustomEvent<TeamsChanged>) => this.#tell(teams.length === 0 ? undefined : teams)}></tacit-team-list>`
    if (field.as === 'tiers') return html`<tacit-tier-list .value=${this.value} .board=${this.board} .writable=${this.writable}
      @tiers-changed=${({ detail: { tiers } }: CustomEvent<TiersChanged>) => this.#tell(tiers.length === 0 ? undefined : tiers.map(({ name, conditions }) => ({ name, conditions })))}></tacit-tier-list>`
    return html`${this.#face(field)}${this.writable ? this.#control(field) : this.#plain(field)}`
  }

  /** A person is also known by their colour. */
  #face(field: KindField): TemplateResult | typeof nothing {
    const person = field.as === 'person' && typeof this.value === 'string' ? this.board?.people.get(this.value) : undefined
    return person === undefined ? nothing : avatarHtml(person.name, this.board === undefined ? '' : colorAmong(this.board.people, person.id))
  }

  #plain(field: KindField): TemplateResult {
    const text = field.as === 'flag' ? (this.value === true ? fieldWords.yes : fieldWords.no) : this.#said(field)
    const after = isDate(field) ? distanceInWords(textOf(field, this.value), this.now) : ''
    return html`<span class="plain ${text === '' ? 'none' : ''}">${text === '' ? fieldWords.empty : text}</span>${after === '' ? nothing : html`<span class="after">${after}</span>`}`
  }

  #said(field: KindField): string {
    const text = textOf(field, this.value)
    if (isDate(field)) return dayInField(text)
    return this.#options(field)?.find((option) => option.value === text)?.label ?? text
  }

  #control(field: KindField): TemplateResult {
    const text = this.draft ?? textOf(field, this.value)
    if (field.as === 'flag') return html`<input id="control" type="checkbox" .checked=${this.value === true} @change=${(event: Event) => this.#tell((event.target as HTMLInputElement).checked ? true : undefined)}>`
    const options = this.#options(field)
    if (options !== undefined) return this.#select(options, text)
    if (field.as === 'text' || field.as === 'line') return this.#words(field.as, text)
    if (isDate(field)) return this.#date(text)
    return html`<input id="control" class="control short ${text === '' ? 'empty' : ''}" type="number" inputmode="numeric" .value=${text} placeholder=${this.placeholder} aria-invalid=${this.wrong === '' ? nothing : 'true'}
      aria-describedby="about" @input=${this.#type} @change=${this.#leave} @keydown=${this.#key}>`
  }

  #words(as: 'text' | 'line', text: string): TemplateResult {
    return html`<textarea id="control" class="control" rows="1" placeholder=${this.placeholder} .value=${text} aria-invalid=${this.wrong === '' ? nothing : 'true'} data-lines=${as === 'line' ? 'one' : 'many'}
      aria-describedby=${ifDefined(this.hint === '' && this.wrong === '' ? undefined : 'about')} @focus=${this.#start} @input=${this.#type} @blur=${this.#leave} @keydown=${this.#key}></textarea>`
  }

  #date(text: string): TemplateResult {
    return html`<tacit-day-field class=${text === '' ? 'none' : ''} .label=${this.label} .value=${text} .now=${this.now} @change=${(event: Event) => this.#commit((event.target as TacitDayField).value)}><span class="after">${distanceInWords(text, this.now)}</span></tacit-day-field>`
  }

  #select(options: readonly Option[], text: string): TemplateResult {
    return html`<span class="pick"><select id="control" class="control ${text === '' ? 'empty' : ''}" @change=${(event: Event) => this.#commit((event.target as HTMLSelectElement).value)}>
      ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === text}>${option.label}</option>`)}</select>${iconSvg(later.down, 12)}</span>`
  }

  /** What there is to choose from; a stored value that is not among it is offered as it is. */
  #options(field: KindField): readonly Option[] | undefined {
    const known = this.#known(field)
    const text = textOf(field, this.value)
    if (known === undefined || known.some((option) => option.value === text)) return known
    const unknown = field.as === 'team' ? fieldWords.unknownTeam(text) : field.as === 'person' ? fieldWords.unknownPerson(text) : text
    return [...known, { value: text, label: unknown }]
  }

  #known(field: KindField): readonly Option[] | undefined {
    const board = this.board
    if (field.as === 'choice') return field.of.map((value) => ({ value, label: fieldWords.choice[`${field.field}.${value}`] ?? value }))
    if (field.as === 'number' && field.max === 5) return ['', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value === '' ? fieldWords.empty : `${value}, ${fieldWords.scale[Number(value)] ?? ''}` }))
    if (board === undefined) return undefined
    if (field.as === 'team') return chosenFrom(fieldWords.noTeam, [...board.teams.values()].filter((team) => team.removed !== true).map((team) => ({ value: team.id, label: team.name })))
    if (field.as === 'person') return chosenFrom(fieldWords.nobody, [...board.people.values()].filter((person) => person.removed !== true).map((person) => ({ value: person.id, label: person.name })))
    if (field.as === 'metric') return this.#metrics(board)
    if (field.as === 'card') return chosenFrom(fieldWords.noCard, [...board.cards.values()].filter((card) => !card.deleted && card.title !== '').map((card) => ({ value: card.id, label: card.title })))
    return undefined
  }

  /** Of the partner alone, once there is one; what is chosen already is named whosever it is. */
  #metrics(board: BoardState): readonly Option[] {
    const teams = [...board.teams.values()].filter((team) => team.removed !== true)
    const own = teams.filter(({ id }) => id === this.partner)
    const chosen = teams.filter(({ currency = [] }) => currency.some(({ id }) => id === this.value))
    const offered = own.length === 0 ? teams : [...new Set([...own, ...chosen])]
    return chosenFrom(fieldWords.empty, offered.flatMap((team) => (team.currency ?? []).filter(({ id }) => own.length === 0 || own.includes(team) || id === this.value).map((metric) => ({ value: metric.id, label: `${metric.metric} (${team.name})` }))))
  }

  readonly #start = (): void => {
    if (this.field !== undefined) this.draft = textOf(this.field, this.value)
  }

  readonly #type = (event: InputEvent): void => {
    this.draft = (event.target as HTMLInputElement).value
  }

  readonly #leave = (event: Event): void => {
    this.#commit((event.target as HTMLInputElement).value)
  }

  readonly #key = (event: KeyboardEvent): void => {
    const control = event.target as HTMLTextAreaElement
    if (event.key === 'Escape' && this.field !== undefined) {
      event.stopPropagation()
      control.value = textOf(this.field, this.value)
      this.draft = undefined
      this.wrong = ''
      control.blur()
    } else if (event.key === 'Enter' && (control.dataset['lines'] !== 'many' || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      control.blur()
    }
  }

  #commit(text: string): void {
    if (this.field === undefined) return
    const read = valueOf(this.field, text)
    this.wrong = 'wrong' in read ? read.wrong : ''
    if ('wrong' in read) return
    this.draft = undefined
    if (text.trim() !== textOf(this.field, this.value)) this.#tell(read.value)
  }

  #tell(value: Json | undefined): void {
    if (this.field === undefined) return
    this.dispatchEvent(new CustomEvent<FieldChanged>('field-changed', { detail: { field: this.field.field, value }, bubbles: true, composed: true }))
  }
}

/** Shapes with a control of this element's own, which its label can name. */
const NATIVE: ReadonlySet<KindField['as']> = new Set(['line', 'text', 'team', 'person', 'flag', 'metric', 'card', 'number', 'choice'])

function isDate({ as }: KindField): boolean {
  return as === 'day' || as === 'instant'
}

function chosenFrom(none: string, options: readonly Option[]): readonly Option[] {
  return [{ value: '', label: none }, ...options.toSorted((a, b) => byName(a.label, b.label))]
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-fact-field': TacitFactField }
}
