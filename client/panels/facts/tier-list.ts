// The steps of a proposal as a field: each has a name and the conditions that have to hold, each condition a card (or a
// dependency) that opens. Whether they hold is a judgement and not made here. Tells `tiers-changed` and `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { plainObject } from '../../../shared/board/json.ts'
import type { BoardState, CardKind, Json } from '../../../shared/board/records.ts'
import { byName } from '../../language/lists.ts'
import { controls, fields, marks, reset, type } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { fieldWords, inspectorWords } from '../words.ts'

type Condition = { readonly [key: string]: Json }
export interface Tier { readonly name: string; readonly conditions: readonly Condition[] }
export interface TiersChanged { readonly tiers: readonly Tier[] }

/** What is asked of a card of each kind. */
const CONDITION_OF: Readonly<Partial<Record<CardKind, string>>> = { assumption: 'confirmed', decision: 'decided', proposal: 'decided', risk: 'exposure_max', question: 'answered', goal: 'direction' }
/** The most exposure that is asked for at first: below the band "high". */
const MEDIUM_EXPOSURE = 9

/** The steps that a field holds; what is none is left out. */
export function tiersOf(value: Json | undefined): readonly Tier[] {
  if (!Array.isArray(value)) return []
  return (value as readonly Json[]).flatMap((one) => {
    const { name, conditions } = plainObject(one) ?? {}
    return typeof name === 'string' && Array.isArray(conditions) ? [{ name, conditions: conditions as readonly Condition[] }] : []
  })
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
    .none { color: var(--ink-3); padding: 4px 0; }
    @media (pointer: coarse) { .name input, .more, .open { min-height: 44px; font-size: 16px; } .icon-btn.sm { width: 44px; height: 44px; } }
  `]

  @property({ attribute: false }) value: Json | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult {
    const tiers = tiersOf(this.value)
    return html`${tiers.length === 0 ? html`<span class="none">${fieldWords.empty}</span>` : tiers.map((tier, at) => this.#tier(tier, at, tiers))}
      ${this.writable ? html`<button type="button" class="btn sm ghost add-step" style="justify-self: start; margin-left: -10px" @click=${() => this.#tell([...tiers, { name: fieldWords.stepNumber(tiers.length + 1), conditions: [] }])}>${iconSvg('plus', 14)}${fieldWords.addStep}</button>` : nothing}`
  }

  #tier(tier: Tier, at: number, tiers: readonly Tier[]): TemplateResult {
    const change = (changed: Tier | undefined): void => this.#tell(tiers.flatMap((one, n) => (n !== at ? [one] : changed === undefined ? [] : [changed])))
    return html`<div class="tier" role="group" aria-label=${tier.name}>
      <div class="name">${this.writable ? html`<input maxlength="200" aria-label=${fieldWords.stepName(at + 1)} .value=${tier.name} @change=${(event: Event) => change({ ...tier, name: (event.target as HTMLInputElement).value.trim() || fieldWords.stepNumber(at + 1) })}>
        <button type="button" class="icon-btn sm" aria-label=${fieldWords.removeStep(tier.name)} title=${fieldWords.removeStep(tier.name)} @click=${() => this.#leaving(() => change(undefined))}>${iconSvg('x', 12)}</button>` : html`<b>${tier.name}</b>`}</div>
      <ul>${tier.conditions.map((condition, n) => this.#condition(condition, () => change({ ...tier, conditions: tier.conditions.filter((_, other) => other !== n) })))}</ul>
      ${this.writable ? this.#add(tier, change) : nothing}</div>`
  }

  #condition(condition: Condition, remove: () => void): TemplateResult {
    const link = this.board?.links.get(idOf(condition['link']))
    const card = this.board?.cards.get(link?.to ?? idOf(condition['card']))
    const title = card === undefined || card.deleted ? fieldWords.goneCard : card.title || inspectorWords.untitled
    const most = typeof condition['max'] === 'number' ? condition['max'] : undefined
    return html`<li><button type="button" class="open" ?disabled=${card === undefined || card.deleted} @click=${() => this.#open(card?.id ?? '')}><small>${fieldWords.condition(idOf(condition['type']), most)}</small>${title}</button>
      ${this.writable ? html`<button type="button" class="icon-btn sm" aria-label=${fieldWords.removeCondition(title)} title=${fieldWords.removeCondition(title)} @click=${() => this.#leaving(remove)}>${iconSvg('x', 12)}</button>` : nothing}</li>`
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
