// Minimum viable alignment, as a part of the overview: each proposal with the level that it has reached, what is missing
// for the next one, each on the card it speaks of, and all of its steps. Tells `card-opened` {id}.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { shownTitle } from '../../cards/size.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { cardRef, openCard } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { conditionHtml, stepStyles } from './step-styles.ts'
import { levelSaid, nextOf, proposalsOf, type ShownProposal, type ShownStep } from './steps.ts'
import { stepWords as words } from './words.ts'

@customElement('tacit-alignment')
export class TacitAlignment extends LitElement {
  static override styles = [...sheet, viewStyles, stepStyles, css`
    section + section { padding-top: 24px; border-top: 1px solid var(--line); }
    h3 { margin-bottom: 2px; }
    h4 { margin-top: 12px; color: var(--ink-2); font-weight: 500; }
    .steps > li { padding-block: 6px; font-size: 13px; line-height: 20px; }
    .steps > li + li { border-top: 1px solid var(--line); }
    .step { display: flex; align-items: center; gap: 8px; }
    .step .count { color: var(--ink-2); white-space: nowrap; }
    .btn { margin-top: 10px; }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const proposals = proposalsOf({ board: session.board.value, judgements: session.judgements.value })
    if (proposals.length === 0) return html`<div><p class="none">${words.noProposals}</p><p class="hint">${words.noProposalsHint}</p></div>`
    return html`${repeat(proposals, ({ card }) => card.id, (proposal) => this.#proposal(session, proposal))}`
  }

  #proposal(session: Session, proposal: ShownProposal): TemplateResult {
    const { card, steps } = proposal
    const title = isolated(shownTitle(card))
    return html`<section data-proposal=${card.id} aria-label=${title}><h3>${cardRef(card)}</h3><p>${levelSaid(proposal)}</p>
      ${this.#next(proposal)}
      ${steps.length === 0 ? nothing : html`<h4>${words.later}</h4><ol class="steps">${steps.map((step, at) => this.#step(step, at !== proposal.level))}</ol>`}
      ${session.canEdit ? html`<button type="button" class="btn sm" aria-label=${words.edit(title)} @click=${(event: Event) => openCard(event, card.id)}>${iconSvg('proposal', 14)}${words.editShort}</button>` : nothing}</section>`
  }

  #next(proposal: ShownProposal): TemplateResult | typeof nothing {
    const step = proposal.steps[proposal.level]
    if (step === undefined) return nothing
    if (step.conditions.length === 0) return html`<p class="hint">${words.empty(step.name)}</p>`
    return html`<h4>${words.next(step.name)}</h4><ul class="next">${nextOf(proposal).map(conditionHtml)}</ul>`
  }

  /** What is missing of the next step stands above already. */
  #step({ name, met, done, conditions }: ShownStep, whole: boolean): TemplateResult {
    return html`<li><p class="step"><b>${name}</b> <span class="count">${words.of(met, conditions.length)}${done ? html` · ${words.reached}` : nothing}</span></p>
      ${conditions.length === 0 ? nothing : html`<ul>${conditions.filter((condition) => whole || condition.met).map(conditionHtml)}</ul>`}</li>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-alignment': TacitAlignment }
}
