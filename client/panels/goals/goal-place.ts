// Where a goal stands among the goals: the north star, with a line to it or without; shared by all teams or not. Sets
// and lets go of both, and draws the line that is missing. Tells `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Card } from '../../../shared/board/records.ts'
import { aimsOf, type Aims } from '../../../shared/rules/aims.ts'
import { shownTitle } from '../../cards/size.ts'
import type { CardView } from '../../cards/view.ts'
import { linkCards, setField } from '../../commands/cards.ts'
import { setNorthStar } from '../../commands/plan/goals.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { withoutPart } from './goal-facts.ts'
import { goalWords as words } from './words.ts'

@customElement('tacit-goal-place')
export class TacitGoalPlace extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    :host { gap: 10px; font-size: 13px; line-height: 20px; }
    h3 { font-size: 13px; margin: 0; }
    .line { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 8px; overflow-wrap: anywhere; }
    .line > .icon { margin-top: 2px; color: var(--ink-2); }
    .row { flex-wrap: wrap; margin-left: -10px; }
    .check { display: flex; gap: 8px; align-items: flex-start; }
    .check input { width: 16px; height: 16px; margin: 2px 0; accent-color: var(--ink); flex: none; }
    .said { color: var(--ink-2); }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } .check { padding-block: 12px; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) view: CardView | undefined

  override render(): TemplateResult | typeof nothing {
    const { session, view } = this
    if (session === undefined || view === undefined || view.card.deleted) return nothing
    return html`<h3>${words.place}</h3>${this.#north(session, view, aimsOf(view.judgements))}${this.#shared(session, view)}`
  }

  #north(session: Session, { card, board }: CardView, { northStars, leading }: Aims): TemplateResult {
    const isNorth = card.fields['northStar'] === true
    const north = northStars.map((id) => board.cards.get(id)).find((other) => other !== undefined && other.id !== card.id)
    const led = leading.has(card.id)
    return html`<div><p class="line">${iconSvg(later.star)}<span>${isNorth ? words.isNorth : north === undefined ? words.noNorth : html`${led ? words.leads : words.noLine}${cardRef(north)}`}</span></p>
      ${session.canEdit ? html`<div class="row">${isNorth || led || north === undefined || card.retired ? nothing : html`<button type="button" class="btn sm ghost draw" @click=${() => this.#draw(session, card, north)}>${iconSvg('link-rest')}${words.draw}</button>`}
        ${card.retired && !isNorth ? nothing : html`<button type="button" class="btn sm ghost star" title=${isNorth || north === undefined ? '' : words.takeFrom(shownTitle(north))} @click=${() => announce(setNorthStar(session, card.id, !isNorth))}>${iconSvg(later.star)}${isNorth ? words.letGo : words.take}</button>`}</div>` : nothing}</div>`
  }

  #shared(session: Session, { card, board, judgements }: CardView): TemplateResult | typeof nothing {
    const shared = card.fields['shared'] === true
    const missing = shared ? withoutPart(judgements, card.id).map((id) => board.teams.get(id)?.name ?? id) : []
    if (!shared && !session.canEdit) return nothing
    return html`<div>${session.canEdit ? html`<label class="check"><input type="checkbox" .checked=${shared} @change=${(event: Event) => announce(setField(session, card.id, 'shared', (event.target as HTMLInputElement).checked ? true : undefined))}>${words.share}</label>` : html`<p class="line">${iconSvg('users')}<span>${words.share}</span></p>`}
      ${shared ? html`<p class="said">${missing.length === 0 ? words.sharedAll : words.sharedBut(missing)}</p>` : nothing}</div>`
  }

  /** The button goes: the focus stays beside it. */
  #draw(session: Session, card: Card, north: Card): void {
    this.renderRoot.querySelector<HTMLElement>('.star')?.focus()
    announce(linkCards(session, card.id, north.id, 'serves'))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-goal-place': TacitGoalPlace }
}
