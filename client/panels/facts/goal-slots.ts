// The direction of a goal: what, for whom, measured how, not doing what, and why. A ring fills with what is said, a
// sentence says what is not; each slot is edited in place, "what" is the statement above. Tells `field-changed`,
// `statement-wanted` and `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { isOnlyNumber } from '../../../shared/rules/aims.ts'
import type { DirectionJudgement } from '../../../shared/rules/judgements.ts'
import { listOf } from '../../language/lists.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { ringSvg } from '../../ui/ring.ts'
import { goalWords } from '../goals/words.ts'
import { inspectorWords, standingWords, slotWords } from '../words.ts'
import './fact-field.ts'
import { SLOT_FIELDS } from './kind-fields.ts'

type Slot = DirectionJudgement['missing'][number]
const SLOTS: readonly Slot[] = ['what', ...SLOT_FIELDS.map(({ slot }) => slot)]

@customElement('tacit-goal-slots')
export class TacitGoalSlots extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .lead { display: flex; align-items: center; gap: 12px; margin-bottom: 10px; }
    .lead p { color: var(--ink-2); }
    .lead .number { color: var(--ink); font-weight: 500; }
    h3 { font-size: 13px; line-height: 20px; }
    .list { display: grid; gap: 2px; }
    .what { display: grid; grid-template-columns: 128px minmax(0, 1fr); font-size: 13px; line-height: 20px; }
    .what > span { display: flex; gap: 8px; padding: 4px 8px 4px 0; color: var(--ink-2); }
    .what > span .icon { margin-top: 3px; color: var(--ink-3); }
    .what button { justify-self: start; text-align: left; padding: 4px 8px; margin-left: -8px; font-weight: 500; border-radius: var(--r2); overflow-wrap: anywhere; }
    .what button:hover { background: var(--hover); }
    .excluded { margin: 0 0 4px 128px; display: flex; flex-wrap: wrap; gap: 4px; }
    .excluded button { display: inline-flex; align-items: center; gap: 6px; padding: 2px 0; text-align: left; color: var(--ink-2); overflow-wrap: anywhere; border-radius: var(--r1); }
    .excluded button:hover { color: var(--ink); text-decoration: underline; text-underline-offset: 3px; }
    @media (pointer: coarse) { .what button, .excluded button { min-height: 44px; } }
    @media (max-width: 360px) { .what { grid-template-columns: 1fr; } .excluded { margin-left: 0; } }
  `]

  @property({ attribute: false }) card: Card | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) direction: DirectionJudgement | undefined
  @property({ type: Number }) now = 0
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult {
    const { card, direction } = this
    if (card === undefined || direction === undefined) return html``
    const { filled, missing } = direction
    const arcs = SLOTS.map((_, at) => (at < filled ? 'yes' as const : 'quiet' as const))
    return html`<div class="lead">${ringSvg(arcs, filled === SLOTS.length ? 'confirmed' : undefined, 36)}<div>
        <h3>${slotWords.title} <span class="faint num">${slotWords.of(filled, SLOTS.length)}</span></h3>
        <p>${missing.length === 0 ? slotWords.all : standingWords.missingList(missing.map((slot) => standingWords.missing[slot]))}</p>${isOnlyNumber(card, direction) ? html`<p class="number">${goalWords.onlyNumber}</p>` : nothing}</div></div>
      <div class="list">
        <div class="what"><span>${iconSvg('goal', 14)}${slotWords.label.what}</span>${this.writable
          ? html`<button type="button" @click=${() => this.#tell('statement-wanted', {})} aria-label=${slotWords.editWhat(card.title || inspectorWords.untitled)}>${card.title || inspectorWords.untitled}</button>`
          : html`<b style="padding: 4px 0; font-weight: 500">${card.title || inspectorWords.untitled}</b>`}</div>
        ${SLOT_FIELDS.map(({ slot, field }) => html`<tacit-fact-field .field=${field} .value=${card.fields[field.field]} .board=${this.board} .label=${slotWords.label[slot]} .placeholder=${slotWords.question[slot]} .now=${this.now} .writable=${this.writable}></tacit-fact-field>
          ${slot === 'not' ? this.#excluded(card) : nothing}`)}
      </div>`
  }

  /** Cards that say what the goal is not: they fill the slot, too. */
  #excluded(card: Card): TemplateResult | typeof nothing {
    const cards = [...(this.board?.links.values() ?? [])].filter((link) => link.type === 'excluded_from' && link.to === card.id).map((link) => this.board?.cards.get(link.from))
      .filter((other) => other !== undefined && !other.deleted && !other.retired && other.kind === 'non_goal') as readonly Card[]
    if (cards.length === 0) return nothing
    return html`<div class="excluded"><span class="sr">${slotWords.excluded(listOf(cards.map(({ title }) => title)))}</span>
      ${cards.map(({ id, title }) => html`<button type="button" @click=${() => this.#tell('card-opened', { id })}>${iconSvg('non_goal', 14)}${title || inspectorWords.untitled}</button>`)}</div>`
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-goal-slots': TacitGoalSlots }
}
