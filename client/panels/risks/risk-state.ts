// What has become of a risk, and what people say about that: accepted, by whom and until when; or it has happened. Each
// button says what it means. Tells `risk-accepted` {owner, until}, `acceptance-ended`, `risk-happened` {happened}.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { personName } from '../../cards/view.ts'
import type { Acceptance } from '../../commands/plan/risks.ts'
import { dayInWords, dayOf } from '../../language/dates.ts'
import { isolated } from '../../language/isolated.ts'
import { byName } from '../../language/lists.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/day-field.ts'
import type { TacitDayField } from '../../ui/day-field.ts'
import '../../ui/field.ts'
import type { Choice, TacitField } from '../../ui/field.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { ringSvg } from '../../ui/ring.ts'
import { riskPanelWords as words } from './words.ts'

export interface Happened { readonly happened: boolean }

@customElement('tacit-risk-state')
export class TacitRiskState extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    h3 { font-size: 13px; line-height: 20px; margin-bottom: 4px; }
    h3:focus-visible { outline-offset: 4px; border-radius: var(--r1); }
    .said { color: var(--ink-2); overflow-wrap: anywhere; }
    .again { display: flex; gap: 6px; align-items: flex-start; color: var(--st); font-weight: 500; margin-top: 4px; }
    .again .ring { margin-top: 3px; }
    .ways { display: grid; margin-top: 10px; border-radius: var(--r3); box-shadow: inset 0 0 0 1px var(--line-2); overflow: hidden; }
    .ways button { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 0 12px; align-items: center; padding: 7px 14px; text-align: start; }
    .ways button + button { border-top: 1px solid var(--line); }
    .ways button:hover { background: var(--hover); }
    .ways button:focus-visible { outline-offset: -3px; border-radius: var(--r3); }
    .ways b { display: block; font-weight: 500; }
    .meant { display: block; font-size: 12px; line-height: 16px; color: var(--ink-2); }
    form { display: grid; gap: 10px; margin-top: 10px; padding: 12px; border-radius: var(--r3); background: var(--canvas); }
    tacit-day-field { border: 1px solid var(--line-2); border-radius: var(--r2); background: var(--surface); --day-height: 34px; }
    @media (pointer: coarse), (max-width: 720px) { .ways button { min-height: 52px; } .btn { height: 44px; } }
    @media (forced-colors: active) { .ways { border: 1px solid ButtonBorder; } }
  `]

  @property({ attribute: false }) card: Card | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ type: Number }) now = 0
  /** Whoever accepts it now answers for it, unless they say who does. */
  @property() me = ''
  @property({ type: Boolean }) writable = false
  @state() private draft: Acceptance | undefined
  @query('h3') private readonly heading!: HTMLElement
  @query('tacit-field') private readonly whoField!: TacitField | null

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('card')
    if (before !== undefined && before.id !== this.card?.id) this.draft = undefined
  }

  override render(): TemplateResult | typeof nothing {
    const { card } = this
    if (card === undefined) return nothing
    return html`<section aria-labelledby="state"><h3 id="state" tabindex="-1">${words.state}</h3>${card.fields.accepted === true ? this.#acceptance(card) : nothing}
      ${this.writable ? (this.draft === undefined ? this.#ways(card) : this.#form(this.draft)) : nothing}</section>`
  }

  #acceptance({ fields }: Card): TemplateResult {
    const { owner, reviewBy } = fields
    const who = owner === undefined || this.board === undefined ? '' : isolated(personName({ board: this.board }, owner))
    const day = reviewBy === undefined ? '' : dayInWords(reviewBy, this.now)
    const past = reviewBy !== undefined && Date.parse(reviewBy) <= this.now
    return html`<p class="said">${words.acceptedBy(who, past ? '' : day)}</p>${past ? html`<p class="again s-stale">${ringSvg(undefined, 'stale', 14)}${words.lookAgain(day)}</p>` : nothing}`
  }

  #ways({ fields }: Card): TemplateResult {
    const happened = fields.materialised === true
    return html`<div class="ways">
      ${fields.accepted === true ? html`<button type="button" @click=${() => this.#tell('acceptance-ended', {})}>${iconSvg('undo')}<span><b>${words.stopAccepting}</b></span></button>`
        : happened ? nothing : html`<button type="button" class="accept" @click=${this.#start}>${iconSvg('hand')}<span><b>${words.accept}</b><span class="meant">${words.acceptMeans}</span></span></button>`}
      <button type="button" class="happen" @click=${() => this.#tell<Happened>('risk-happened', { happened: !happened })}>${happened ? iconSvg('undo') : iconSvg(later.alert)}<span><b>${happened ? words.notHappen : words.happen}</b>${happened ? nothing : html`<span class="meant">${words.happenMeans}</span>`}</span></button></div>`
  }

  #form({ owner, until }: Acceptance): TemplateResult {
    return html`<form aria-label=${words.accept} @submit=${this.#save} @keydown=${this.#escape}>
      <tacit-field type="choice" label=${words.who} .options=${this.#people()} .value=${owner} @change=${(event: Event) => { this.draft = { owner: (event.target as TacitField).value, until } }}></tacit-field>
      <div class="field"><span class="label">${words.until}</span><tacit-day-field .label=${words.until} .value=${until} .now=${this.now} @change=${(event: Event) => { this.draft = { owner, until: (event.target as TacitDayField).value } }}></tacit-day-field></div>
      <div class="row"><button type="submit" class="btn primary">${words.save}</button><button type="button" class="btn ghost" @click=${this.#leave}>${words.cancel}</button></div></form>`
  }

  #people(): readonly Choice[] {
    const people = [...(this.board?.people.values() ?? [])].filter(({ removed, mergedInto, role }) => removed !== true && mergedInto === undefined && role !== 'guest')
    return [{ value: '', label: words.nobody }, ...people.map(({ id, name }) => ({ value: id, label: isolated(name) })).sort((a, b) => byName(a.label, b.label))]
  }

  readonly #start = async (): Promise<void> => {
    const { owner, reviewBy } = this.card?.fields ?? {}
    this.draft = { owner: owner ?? this.me, until: reviewBy === undefined || Date.parse(reviewBy) <= this.now ? '' : dayOf(reviewBy) }
    await this.updateComplete
    this.whoField?.focus()
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    void this.#leave()
  }

  /** The focus goes back to where the form came from. */
  readonly #leave = async (): Promise<void> => {
    this.draft = undefined
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.accept')?.focus()
  }

  readonly #save = (event: Event): void => {
    event.preventDefault()
    if (this.draft === undefined) return
    this.heading.focus()
    this.#tell<Acceptance>('risk-accepted', this.draft)
    this.draft = undefined
  }

  #tell<T>(name: string, detail: T): void {
    if (this.draft === undefined) this.heading.focus()
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-risk-state': TacitRiskState }
}
