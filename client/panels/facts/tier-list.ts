// The steps of a proposal as a field: each has a name and the conditions that have to hold, each condition a card (or a
// dependency) that opens. Whether they hold is a judgement: where it is given, each says how it stands. Tells
// `tiers-changed` and `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { plainObject } from '../../../shared/board/json.ts'
import type { BoardState, CardKind, Json } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { conditionsMet } from '../../../shared/rules/tiers.ts'
import { byName } from '../../language/lists.ts'
import { controls, fields, marks, reset, type } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { stateOfCondition } from '../tiers/steps.ts'
import { stepWords } from '../tiers/words.ts'
import { fieldWords, inspectorWords } from '../words.ts'

type Condition = { readonly [key: string]: Json }
export interface Tier { readonly name: string; readonly conditions: readonly Condition[] }
export interface TiersChanged { readonly tiers: readonly Tier[] }

/** What is asked of a card of each kind. */
const CONDITION_OF: Readonly<Partial<Record<CardKind, string>>> = { assumption: 'confirmed', decision: 'decided', proposal: 'decided', risk: 'exposure_max', question: 'answered', goal: 'direction' }
/** The most exposure that is asked for at first: below the band "high". */
const MEDIUM_EXPOSURE = 9
/** Likelihood and impact are 5 at most. */
const MOST_EXPOSURE = 25

/** The steps that a field holds; what is none is left out. */
export function tiersOf(value: Json | undefined): readonly Tier[] {
  if (!Array.isArray(value)) return []
  return (value as readonly Json[]).flatMap((one) => {
    const { name, conditions } = plainObject(one) ?? {}
    return typeof name === 'string' && Array.isArray(conditions) ? [{ name, conditions: conditions as readonly Condition[] }] : []
  })
}

/** The step at `at` changes places with the one before it. */
function earlier(tiers: readonly Tier[], at: number): readonly Tier[] {
  const step = tiers[at]
  return step === undefined ? tiers : tiers.toSpliced(at, 1).toSpliced(at - 1, 0, step)
}

function idOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

@customElement('tacit-tier-list')
export class TacitTierList extends LitElement {
  static override styles = [reset, type, controls, fields, marks, css`
    :host { display: grid; gap: 8px; min-width: 0; }
    .tier { display: grid; gap: 2px; padding-left: 10px; border-left: 2px solid var(--line-2); min-width: 0; }
    .name { display: flex; gap: 2px; align-items: center; min-width: 0; }
    .name input { flex: 1; min-width: 0; min-height: 28px; padding: 2px 6px; margin-left: -6px; border: 1px solid transparent; border-radius: var(--r2); background: none; font: 500 13px/18px var(--font); color: var(--ink); }
    .name input:hover { border-color: var(--line-2); }
    .name input:focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; }
    li { display: flex; gap: 2px; align-items: flex-start; }
    .open { flex: 1; min-width: 0; text-align: left; padding: 3px 0; overflow-wrap: anywhere; border-radius: var(--r1); }
    .open:hover:not(:disabled) { text-decoration: underline; text-underline-offset: 3px; }
    .open small { display: block; font-size: 12px; line-height: 16px; color: var(--ink-3); }
    .more { width: 100%; min-height: 28px; padding: 2px 6px; margin-left: -6px; border: 1px solid transparent; border-radius: var(--r2); background: none; color: var(--ink-2); font: 400 13px/18px var(--font); text-overflow: ellipsis; }
    .more:hover { border-color: var(--line-2); }
    .most { width: 64px; min-height: 28px; padding: 2px 6px; border: 1px solid var(--line-2); border-radius: var(--r2); background: none; color: var(--ink); font: 400 13px/18px var(--font); }
    .open .state { display: inline-flex; align-items: center; gap: 4px; }
    .none { color: var(--ink-3); padding: 4px 0; }
    @media (pointer: coarse) { .name input, .more, .most, .open { min-height: 44px; font-size: 16px; } .icon-btn.sm { width: 44px; height: 44px; } }
  `]

  @property({ attribute: false }) value: Json | undefined
  @property({ attribute: false }) board: BoardState | undefined
  /** Without it nothing is said of how conditions stand. */
  @property({ attribute: false }) judgements: Judgements | undefined
  @property({ type: Boolean }) writable = false
  #met: readonly (readonly boolean[])[] = []

  override render(): TemplateResult {
    const tiers = tiersOf(this.value)
    this.#met = this.judgements === undefined ? [] : conditionsMet({ fields: { tiers: tiers.map(({ name, conditions }) => ({ name, conditions })) } }, this.judgements)
    return html`${tiers.length === 0 ? html`<span class="none">${fieldWords.empty}</span>` : tiers.map((tier, at) => this.#tier(tier, at, tiers))}
      ${this.writable ? html`<button type="button" class="btn sm ghost add-step" style="justify-self: start; margin-left: -10px" @click=${() => this.#tell([...tiers, { name: fieldWords.stepNumber(tiers.length + 1), conditions: [] }])}>${iconSvg('plus', 14)}${fieldWords.addStep}</button>` : nothing}`
  }

  #tier(tier: Tier, at: number, tiers: readonly Tier[]): TemplateResult {
    const change = (changed: Tier | undefined): void => this.#tell(tiers.flatMap((one, n) => (n !== at ? [one] : changed === undefined ? [] : [changed])))
    return html`<div class="tier" role="group" aria-label=${tier.name}>
      <div class="name">${this.writable ? html`<input maxlength="200" aria-label=${fieldWords.stepName(at + 1)} .value=${tier.name} @change=${(event: Event) => change({ ...tier, name: (event.target as HTMLInputElement).value.trim() || fieldWords.stepNumber(at + 1) })}>
        ${at === 0 ? nothing : html`<button type="button" class="icon-btn sm" aria-label=${stepWords.earlier(tier.name)} title=${stepWords.earlier(tier.name)} @click=${() => this.#tell(earlier(tiers, at))}>${iconSvg(later['arrow-up'], 12)}</button>`}
        <button type="button" class="icon-btn sm" aria-label=${fieldWords.removeStep(tier.name)} title=${fieldWords.removeStep(tier.name)} @click=${() => this.#leaving(() => change(undefined))}>${iconSvg('x', 12)}</button>` : html`<b>${tier.name}</b>`}</div>
      <ul>${tier.conditions.map((condition, n) => this.#condition(condition, (changed) => change({ ...tier, conditions: tier.conditions.flatMap((one, other) => (other !== n ? [one] : changed === undefined ? [] : [changed])) }), this.#met[at]?.[n]))}</ul>
      ${this.writable ? this.#add(tier, change) : nothing}</div>`
  }

  #condition(condition: Condition, change: (changed: Condition | undefined) => void, met: boolean | undefined): TemplateResult {
    const link = this.board?.links.get(idOf(condition['link']))
    const card = this.board?.cards.get(link?.to ?? idOf(condition['card']))
    const title = card === undefined || card.deleted ? fieldWords.goneCard : card.title || inspectorWords.untitled
    const most = typeof condition['max'] === 'number' ? condition['max'] : undefined
    return html`<li><button type="button" class="open" ?disabled=${card === undefined || card.deleted} @click=${() => this.#open(card?.id ?? '')}><small>${fieldWords.condition(idOf(condition['type']), most)}</small>${title}${this.#state(condition, met)}</button>
      ${this.writable && most !== undefined ? html`<input class="most" type="number" min="1" max=${MOST_EXPOSURE} aria-label=${stepWords.most(title)} .value=${String(most)} @change=${(event: Event) => this.#most(event, condition, most, change)}>` : nothing}
      ${this.writable ? html`<button type="button" class="icon-btn sm" aria-label=${fieldWords.removeCondition(title)} title=${fieldWords.removeCondition(title)} @click=${() => this.#leaving(() => change(undefined))}>${iconSvg('x', 12)}</button>` : nothing}</li>`
  }

  #state(condition: Condition, met: boolean | undefined): TemplateResult | typeof nothing {
    if (this.judgements === undefined || this.board === undefined || met === undefined) return nothing
    return html` <small class="state">${met ? html`${iconSvg('check', 12)}${stepWords.met}` : stepWords.nowIs(stateOfCondition({ board: this.board, judgements: this.judgements }, condition))}</small>`
  }

  /** What is no such number changes nothing, and the number that holds stands there again. */
  #most(event: Event, condition: Condition, before: number, change: (changed: Condition) => void): void {
    const input = event.target as HTMLInputElement
    const max = Number(input.value)
    if (Number.isInteger(max) && max >= 1 && max <= MOST_EXPOSURE) change({ ...condition, max })
    else input.value = String(before)
  }

  #add(tier: Tier, change: (tier: Tier) => void): TemplateResult {
    const offers = this.#offers(tier)
    return html`<select class="more" aria-label=${fieldWords.addCondition(tier.name)} @change=${(event: Event) => {
      const select = event.target as HTMLSelectElement
      const offer = offers[Number(select.value)]
      select.value = ''
      if (offer !== undefined) change({ ...tier, conditions: [...tier.conditions, offer.condition] })
    }}><option value="">${fieldWords.addConditionShort}</option>${offers.map(({ label }, at) => html`<option value=${at}>${label}</option>`)}</select>`
  }

  #offers(tier: Tier): readonly { readonly label: string; readonly condition: Condition }[] {
    const taken = new Set(tier.conditions.flatMap((condition) => [idOf(condition['card']), idOf(condition['link'])]))
    const titled = (id: string): string => this.board?.cards.get(id)?.title ?? ''
    const cards = [...(this.board?.cards.values() ?? [])].flatMap(({ id, kind, title, deleted }) => {
      const type = CONDITION_OF[kind]
      if (type === undefined || deleted || title === '' || taken.has(id)) return []
      return [{ label: `${fieldWords.condition(type, type === 'exposure_max' ? MEDIUM_EXPOSURE : undefined)}: ${title}`, condition: { type, card: id, ...(type === 'exposure_max' ? { max: MEDIUM_EXPOSURE } : {}) } }]
    })
    const links = [...(this.board?.links.values() ?? [])].filter(({ id, type, to }) => type === 'depends_on' && !taken.has(id) && titled(to) !== '')
      .map(({ id, to }) => ({ label: `${fieldWords.condition('in_step', undefined)}: ${titled(to)}`, condition: { type: 'in_step', link: id } }))
    return [...cards, ...links].sort((a, b) => byName(a.label, b.label))
  }

  /** What was pressed goes: the focus stays where another step is added. */
  #leaving(remove: () => void): void {
    this.renderRoot.querySelector<HTMLElement>('.add-step')?.focus()
    remove()
  }

  #open(id: string): void {
    this.dispatchEvent(new CustomEvent('card-opened', { detail: { id }, bubbles: true, composed: true }))
  }

  #tell(tiers: readonly Tier[]): void {
    this.dispatchEvent(new CustomEvent<TiersChanged>('tiers-changed', { detail: { tiers } }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-tier-list': TacitTierList }
}
