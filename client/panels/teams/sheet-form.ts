// Editing a team's sheet where it is read: what the team counts in, a line for each number, and what it cannot change.
// What others change meanwhile is not undone. Tells `sheet-given` with the change, and `form-left`.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { newId } from '../../../shared/board/ids.ts'
import type { CurrencyMetric, Team } from '../../../shared/board/records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { keysWithin } from '../../ui/form-keys.ts'
import { iconSvg } from '../../ui/icon.ts'
import { formStyles } from './belief-form.ts'
import { draftOf, sheetChange, type SheetDraft } from './sheet-edit.ts'
import { sheetWords as words } from './words.ts'

export interface SheetGiven { readonly change: Partial<Pick<Team, 'currency' | 'constraints'>> }

/** More of them is no currency any more, and a schema takes no endless list. */
const MOST_METRICS = 20
/** As many as a board takes. */
const MOST_LINES = 200

@customElement('tacit-sheet-form')
export class TacitSheetForm extends LitElement {
  static override styles = [...sheet, formStyles, css`
    form { max-width: none; padding: 14px; border-radius: var(--r3); background: var(--canvas); }
    h4 { font-size: 13px; line-height: 20px; }
    .metrics { display: grid; gap: 8px; }
    .metric { display: grid; grid-template-columns: minmax(0, 2fr) minmax(104px, 0.9fr) minmax(0, 0.8fr) minmax(0, 1.5fr) 32px; gap: 8px; align-items: end; }
    .metric .icon-btn { margin-bottom: 2px; }
    .used { color: var(--ink-2); }
    .add { justify-self: start; }
    @media (max-width: 720px) { .metric { grid-template-columns: 1fr 1fr; padding-bottom: 12px; border-bottom: 1px solid var(--line); } .metric .what { grid-column: 1 / -1; } .metric .icon-btn { justify-self: end; grid-column: 2; width: 44px; height: 44px; } }
    @media (forced-colors: active) { form { border: 1px solid CanvasText; } }
  `]

  @property({ attribute: false }) team: Team | undefined
  /** How many trades refer to a number, by its id. */
  @property({ attribute: false }) used: ReadonlyMap<string, number> = new Map()
  @state() private draft: { readonly currency: readonly CurrencyMetric[]; readonly constraints: string } = { currency: [], constraints: '' }
  @state() private wrong = ''
  @state() private asked = false
  #began: SheetDraft | undefined

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('team') || this.team === undefined || this.#began !== undefined) return
    this.#began = draftOf(this.team)
    const { currency, constraints } = this.#began
    this.draft = { currency: currency.length === 0 ? [{ id: newId(), metric: '' }] : currency, constraints: constraints.join('\n') }
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<TacitField>('tacit-field')?.focus())
  }

  override render(): TemplateResult | typeof nothing {
    const { team } = this
    if (team === undefined || this.#began === undefined) return nothing
    const now = draftOf(team)
    const moved = now.currency !== this.#began.currency || now.constraints !== this.#began.constraints
    const { currency, constraints } = this.draft
    return html`<form aria-label=${words.editSheet(team.name)} @submit=${this.#submit} @keydown=${this.#key} novalidate>
      ${moved && (JSON.stringify(now) !== JSON.stringify(this.#began)) ? html`<p class="meta" role="status">${words.changed}</p>` : nothing}
      <h4 id="counts">${words.currency}</h4>
      <div class="metrics" role="group" aria-labelledby="counts">${repeat(currency, ({ id }) => id, (metric, at) => this.#metric(metric, at))}
        ${this.#missed()}
        ${currency.length >= MOST_METRICS ? nothing : html`<button type="button" class="btn sm ghost add" @click=${() => void this.#add()}>${iconSvg('plus', 14)}${words.addMetric}</button>`}</div>
      <tacit-field type="multiline" class="constraints" label=${words.constraintsLabel} hint=${words.constraintsHint} optional .value=${constraints} .error=${this.wrong} @input=${(event: Event) => { this.wrong = ''; this.draft = { ...this.draft, constraints: (event.target as TacitField).value } }}></tacit-field>
      <div class="row"><button type="submit" class="btn primary">${words.save}</button><button type="button" class="btn ghost" @click=${this.#leave}>${words.cancel}</button></div></form>`
  }

  /** What is taken away here, and trades refer to. */
  #missed(): TemplateResult | typeof nothing {
    const here = new Set(this.draft.currency.filter(({ metric }) => metric.trim() !== '').map(({ id }) => id))
    const trades = (this.#began?.currency ?? []).reduce((n, { id }) => n + (here.has(id) ? 0 : (this.used.get(id) ?? 0)), 0)
    return html`<p class="used" role="status" ?hidden=${trades === 0}>${trades === 0 ? nothing : words.metricUsed(trades)}</p>`
  }

  #metric(metric: CurrencyMetric, at: number): TemplateResult {
    const field = (key: 'metric' | 'now' | 'target', label: string, error = ''): TemplateResult => html`<tacit-field class=${key === 'metric' ? 'what' : key} label=${label} maxlength=${DEFAULT_LIMITS.fieldChars} .value=${metric[key] ?? ''} .error=${error} @input=${(event: Event) => this.#set(metric.id, key, (event.target as TacitField).value)}></tacit-field>`
    const ways = [{ value: '', label: words.unsaid }, { value: 'up', label: words.more }, { value: 'down', label: words.less }]
    const { direction = '' } = metric
    const options = ways.some(({ value }) => value === direction) ? ways : [...ways, { value: direction, label: direction }]
    const empty = metric.metric.trim() === ''
    return html`<div class="metric" role="group" aria-label=${words.metricOf(at + 1)}>${field('metric', words.metric, this.asked && empty && isSaid(metric) ? words.metricMissing : '')}
      <tacit-field type="choice" class="direction" label=${words.direction} .options=${options} .value=${direction} @change=${(event: Event) => this.#set(metric.id, 'direction', (event.target as TacitField).value)}></tacit-field>
      ${field('now', words.now)}${field('target', words.target)}
      <button type="button" class="icon-btn" aria-label=${words.removeMetric(metric.metric)} title=${words.removeMetric(metric.metric)} @click=${() => this.#remove(metric.id)}>${iconSvg('x', 14)}</button></div>`
  }

  #set(id: string, key: 'metric' | 'now' | 'target' | 'direction', text: string): void {
    this.draft = { ...this.draft, currency: this.draft.currency.map((one) => (one.id === id ? { ...one, [key]: text } : one)) }
  }

  async #add(): Promise<void> {
    const id = newId()
    this.draft = { ...this.draft, currency: [...this.draft.currency, { id, metric: '' }] }
    await this.updateComplete
    ;[...this.renderRoot.querySelectorAll<TacitField>('.what')].at(-1)?.focus()
  }

  #remove(id: string): void {
    this.renderRoot.querySelector<HTMLElement>('.add, .constraints')?.focus()
    this.draft = { ...this.draft, currency: this.draft.currency.filter((one) => one.id !== id) }
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.team === undefined || this.#began === undefined) return
    this.asked = true
    const lines = this.draft.constraints.split('\n')
    if (this.draft.currency.some((one) => one.metric.trim() === '' && isSaid(one))) return this.renderRoot.querySelector<TacitField>('.what')?.focus()
    this.wrong = lines.length > MOST_LINES ? words.tooMany(MOST_LINES) : lines.some((line) => line.trim().length > DEFAULT_LIMITS.fieldChars) ? words.tooLong(DEFAULT_LIMITS.fieldChars) : ''
    if (this.wrong !== '') return this.renderRoot.querySelector<TacitField>('.constraints')?.focus()
    const change = sheetChange(this.#began, { currency: this.draft.currency, constraints: lines }, draftOf(this.team))
    this.dispatchEvent(new CustomEvent<SheetGiven>('sheet-given', { detail: { change } }))
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new CustomEvent('form-left'))
  }

  readonly #key = keysWithin(this.#leave)
}

/** Something else is said of a number than its name. */
function isSaid({ direction = '', now = '', target = '' }: CurrencyMetric): boolean {
  return [direction, now, target].some((text) => text.trim() !== '')
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-sheet-form': TacitSheetForm }
}
