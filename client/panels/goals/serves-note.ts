// Of a commitment that helps no goal which all teams share: says so, and adds the goal that it serves. Draws nothing
// where there is nothing to say.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CardView } from '../../cards/view.ts'
import { linkCards } from '../../commands/cards.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { iconSvg } from '../../ui/icon.ts'
import '../links/card-adder.ts'
import type { CardPicked, TacitCardAdder } from '../links/card-adder.ts'
import { commitmentSaying } from './goal-facts.ts'
import { goalWords as words } from './words.ts'

@customElement('tacit-serves-note')
export class TacitServesNote extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; margin-top: 6px; font-size: 13px; line-height: 20px; }
    .said { color: var(--ink-2); }
    .btn { margin-left: -10px; }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) view: CardView | undefined
  @state() private adding = false
  @query('tacit-card-adder') private readonly adder!: TacitCardAdder | null
  @query('.add') private readonly addButton!: HTMLButtonElement | null

  override render(): TemplateResult | typeof nothing {
    const { session, view } = this
    if (session === undefined || view === undefined || commitmentSaying(view) === '') return nothing
    return html`<p class="said">${commitmentSaying(view)}</p>${!session.canEdit ? nothing : this.adding
      ? html`<tacit-card-adder .board=${view.board} .label=${words.serves} .kinds=${['goal']} @card-picked=${(event: CustomEvent<CardPicked>) => this.#picked(session, view, event)} @adder-left=${this.#leave}></tacit-card-adder>`
      : html`<button type="button" class="btn sm ghost add" @click=${this.#start}>${iconSvg('plus')}${words.addServes}</button>`}`
  }

  readonly #start = async (): Promise<void> => {
    this.adding = true
    await this.updateComplete
    this.adder?.focus()
  }

  #picked(session: Session, { card }: CardView, event: CustomEvent<CardPicked>): void {
    event.stopPropagation()
    this.adding = false
    announce(linkCards(session, card.id, event.detail.id, 'serves'))
  }

  readonly #leave = async (event: Event): Promise<void> => {
    event.stopPropagation()
    this.adding = false
    await this.updateComplete
    this.addButton?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-serves-note': TacitServesNote }
}
