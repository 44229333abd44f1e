// The part of the overview about risks: all of them by likelihood and impact, then one by one, the most exposed first,
// with the reason and with what is done about it. A risk is moved by its two choices or, in the matrix, by keys.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { shownTitle } from '../../cards/size.ts'
import { rateRisk, RISK_ANSWERS, type Rating } from '../../commands/plan/risks.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/field.ts'
import type { Choice, TacitField } from '../../ui/field.ts'
import { ringSvg } from '../../ui/ring.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { sentence } from './exposure-note.ts'
import { doubtLook, exposureText, reasonOf, risksOf, type RiskFacts } from './risk-facts.ts'
import './risk-matrix.ts'
import type { RiskMoved } from './risk-matrix.ts'
import { riskViewWords as words, riskWords } from './words.ts'

type Side = 'likelihood' | 'impact'

const NAMES: Readonly<Record<Side, readonly string[]>> = { likelihood: riskWords.likelihoods, impact: riskWords.impacts }

function choicesOf(side: Side): readonly Choice[] {
  return [{ value: '', label: riskWords.notSaid }, ...NAMES[side].map((word, at) => ({ value: String(at + 1), label: riskWords.of(at + 1, word) }))]
}

@customElement('tacit-risks-view')
export class TacitRisksView extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    .risks > li { display: grid; grid-template-columns: 28px minmax(0, 1fr) auto; gap: 2px 12px; padding-block: 14px; }
    .at { color: var(--ink-2); font-weight: 600; }
    .body { display: grid; gap: 2px; min-width: 0; }
    .lead { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; color: var(--ink-2); font-size: 13px; line-height: 20px; }
    .exposure { display: inline-flex; align-items: center; gap: 6px; font-weight: 600; color: var(--st, var(--ink)); }
    .why { color: var(--ink-2); font-size: 13px; line-height: 20px; max-width: 68ch; }
    .rating { display: flex; gap: 8px; align-items: flex-start; }
    tacit-field { width: 180px; }
    @media (hover: none) and (pointer: coarse) { .keys { display: none; } }
    @media (max-width: 900px) { .risks > li { grid-template-columns: 28px minmax(0, 1fr); } .rating { grid-column: 2; margin-top: 6px; } tacit-field { flex: 0 1 180px; width: auto; min-width: 0; } }
    @media print { .rating { display: none; } .risks > li { break-inside: avoid; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const risks = risksOf({ board: session.board.value, judgements: session.judgements.value })
    if (risks.length === 0) return html`<p class="none">${words.none}</p>`
    const unrated = risks.filter(({ judged }) => judged.exposure === null).length
    return html`<section aria-labelledby="matrix"><h3 id="matrix">${words.matrix}</h3><p class="hint">${words.hint}${session.canEdit ? html` <span class="keys">${words.moveHint}</span>` : nothing}</p>
        <tacit-risk-matrix .risks=${risks} .writable=${session.canEdit} @risk-moved=${(event: CustomEvent<RiskMoved>) => this.#move(session, risks, event)}></tacit-risk-matrix>
        ${unrated === 0 ? nothing : html`<p class="hint">${words.unrated(unrated)}</p>`}</section>
      <section aria-labelledby="list"><h3 id="list">${words.list}</h3><ol class="lined risks">${repeat(risks, ({ card }) => card.id, (facts, at) => this.#risk(session, facts, at + 1))}</ol></section>`
  }

  #risk(session: Session, facts: RiskFacts, at: number): TemplateResult {
    const { card, judged, status, answers } = facts
    const look = doubtLook(facts)
    const all = RISK_ANSWERS.flatMap((answer) => answers[answer])
    const done = all.filter(({ card: { fields } }) => fields.done === true).length
    return html`<li><span class="at num" aria-hidden="true">${at}</span><div class="body"><p>${cardRef(card)}</p>
        <p class="lead"><span class="exposure ${look === undefined ? '' : `s-${look}`}">${look === undefined ? nothing : ringSvg(undefined, look, 14)}${exposureText(facts)}</span>
          <span class="num">${words.score(judged.likelihood ?? words.unknown, judged.impact ?? words.unknown)}</span><span>${riskWords.status[status]}</span></p>
        <p class="why">${sentence(reasonOf(facts))}</p><p class="why">${words.answered(all.length, done)}</p></div>
      ${session.canEdit ? html`<div class="rating">${this.#choice(session, facts, 'likelihood', facts.estimate)}${this.#choice(session, facts, 'impact', judged.impact)}</div>` : nothing}</li>`
  }

  #choice(session: Session, { card }: RiskFacts, side: Side, value: number | null): TemplateResult {
    return html`<tacit-field type="choice" label-hidden label=${words.fieldOf(riskWords[side], shownTitle(card))} .options=${choicesOf(side)} .value=${value === null ? '' : String(value)} data-side=${side}
      @change=${(event: Event) => {
        const chosen = (event.target as TacitField).value
        announce(rateRisk(session, card.id, { [side]: chosen === '' ? undefined : Number(chosen) }))
      }}></tacit-field>`
  }

  /** From where people put it, or where it stands when nobody did. What its premises hold up stays up, and says so. */
  #move(session: Session, risks: readonly RiskFacts[], { detail: { id, likelihood, impact } }: CustomEvent<RiskMoved>): void {
    const facts = risks.find(({ card }) => card.id === id)
    if (facts === undefined) return
    const { estimate, judged } = facts
    const step = (from: number | null, by: number): number | undefined => (from === null ? undefined : Math.min(5, Math.max(1, from + by)))
    const to: Rating = likelihood === 0 ? { impact: step(judged.impact, impact) } : { likelihood: step(estimate ?? judged.likelihood, likelihood) }
    const said = rateRisk(session, id, to)
    const stays = likelihood !== 0 && (to.likelihood ?? 0) < facts.floor
    announce(stays ? `${said}. ${words.stays(facts.floor)}` : said)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-risks-view': TacitRisksView }
}
