// The part of the inspector that only risks have: the exposure with its reason, the two estimates, what it hangs on, what
// is done about it, the facts (slotted), what has become of it. Sends all of it to the commands and says what came of it.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Card } from '../../../shared/board/records.ts'
import { words as cardWords } from '../../cards/words.ts'
import { keeperName, type CardView } from '../../cards/view.ts'
import { linkCards, removeLink } from '../../commands/cards.ts'
import { bringBackLink } from '../../commands/facts.ts'
import { acceptRisk, addPremise, answerRisk, answerRiskWith, rateRisk, RISK_ANSWERS, setHappened, stopAccepting, type Acceptance, type RiskAnswer } from '../../commands/plan/risks.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { showToast } from '../../ui/toasts.ts'
import { linkWords } from '../words.ts'
import '../standing-note.ts'
import './exposure-note.ts'
import './rating-scale.ts'
import type { Rated } from './rating-scale.ts'
import { doubtLook, riskFacts, type Answer, type Premise, type RiskFacts } from './risk-facts.ts'
import './risk-list.ts'
import type { LinkDropped, RiskRow, RowAdded } from './risk-list.ts'
import './risk-state.ts'
import type { Happened } from './risk-state.ts'
import { riskPanelWords as words, riskWords } from './words.ts'

const WORK = ['action', 'commitment', 'decision', 'proposal', 'tradeoff'] as const

@customElement('tacit-risk-sections')
export class TacitRiskSections extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .part { padding: 16px 20px; border-top: 1px solid var(--line); }
    .part.first { border-top: 0; padding-top: 0; margin-top: -6px; display: grid; gap: 12px; }
    .scales { display: grid; gap: 6px; }
    h3 { font-size: 13px; line-height: 20px; }
    .hint { margin-bottom: 4px; }
    .none { color: var(--ink-2); }
    .lists { display: grid; gap: 10px; margin-top: 6px; }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) view: CardView | undefined
  @property() me = ''

  override render(): TemplateResult | typeof nothing {
    const { session, view } = this
    if (session === undefined || view === undefined) return nothing
    const facts = riskFacts(view)
    const { card, board, judgements } = view
    const { state, because } = judgements.standing(card.id)
    // Without premises the note above says that nothing is written down.
    const own = because.length > 0
    const bare = state === 'unexamined' && facts.premises.length > 0
    return html`
      <div class="part first"><tacit-exposure-note .facts=${facts}></tacit-exposure-note>${own ? html`<tacit-standing-note .view=${view}></tacit-standing-note>` : nothing}${this.#scales(session, facts)}${bare ? html`<p class="none">${words.bare}</p>` : nothing}</div>
      <div class="part">${this.#premises(session, view, facts)}</div>
      <div class="part">${this.#answers(session, view, facts)}</div>
      <div class="part"><tacit-risk-state .card=${card} .board=${board} .now=${judgements.now} .me=${this.me} .writable=${session.canEdit}
        @risk-accepted=${(event: CustomEvent<Acceptance>) => announce(acceptRisk(session, card.id, event.detail))} @acceptance-ended=${() => announce(stopAccepting(session, card.id))}
        @risk-happened=${(event: CustomEvent<Happened>) => announce(setHappened(session, card.id, event.detail.happened))}></tacit-risk-state></div>
      <slot></slot>`
  }

  #scales(session: Session, facts: RiskFacts): TemplateResult {
    const { card, judged, estimate } = facts
    const look = doubtLook(facts)
    const counts = look === undefined || judged.likelihood === null ? undefined : { value: judged.likelihood, look }
    return html`<div class="scales">
      <tacit-rating-scale label=${riskWords.likelihood} .steps=${riskWords.likelihoods} .value=${estimate} .counts=${counts} .writable=${session.canEdit} @rated=${({ detail }: CustomEvent<Rated>) => announce(rateRisk(session, card.id, { likelihood: detail.value }))}></tacit-rating-scale>
      <tacit-rating-scale label=${riskWords.impact} .steps=${riskWords.impacts} .value=${judged.impact} .writable=${session.canEdit} @rated=${({ detail }: CustomEvent<Rated>) => announce(rateRisk(session, card.id, { impact: detail.value }))}></tacit-rating-scale></div>`
  }

  #premises(session: Session, { card, board }: CardView, { premises }: RiskFacts): TemplateResult {
    const rows = premises.map(({ card: premise, link, look }: Premise): RiskRow => {
      const { signpost } = premise.fields
      return { card: premise, link, look, note: linkWords.state(look), ...(signpost === undefined || signpost.trim() === '' ? {} : { more: words.watch(signpost) }) }
    })
    return html`<section aria-labelledby="premises"><h3 id="premises">${words.premises}</h3><p class="${rows.length === 0 ? 'none' : 'hint'}">${rows.length === 0 ? words.noPremises : words.premisesHint}</p>
      <tacit-risk-list .rows=${rows} .board=${board} .kinds=${['assumption']} makes="assumption" of=${card.id} add-label=${words.addPremise} add-question=${words.premise} .writable=${session.canEdit}
        @link-dropped=${(event: CustomEvent<LinkDropped>) => this.#drop(session, event.detail.id)}
        @row-added=${({ detail }: CustomEvent<RowAdded>) => announce('id' in detail ? linkCards(session, detail.id, card.id, 'if_false') : addPremise(session, card, detail.title))}></tacit-risk-list></section>`
  }

  #answers(session: Session, view: CardView, { card, answers }: RiskFacts): TemplateResult {
    const none = RISK_ANSWERS.every((answer) => answers[answer].length === 0)
    return html`<section aria-labelledby="answers"><h3 id="answers">${words.answers}</h3>${none ? html`<p class="none">${words.noAnswers}</p>` : nothing}
      <div class="lists">${RISK_ANSWERS.map((answer) => html`<tacit-risk-list heading=${words.group[answer]} meaning=${words.meaning[answer]} .rows=${answers[answer].map((one) => rowOf(view, one))} .board=${view.board} .kinds=${WORK} makes="action" of=${card.id}
        add-label=${words.add[answer]} add-question=${words.which[answer]} .writable=${session.canEdit}
        @link-dropped=${(event: CustomEvent<LinkDropped>) => this.#drop(session, event.detail.id)} @row-added=${({ detail }: CustomEvent<RowAdded>) => this.#answer(session, card, answer, detail)}></tacit-risk-list>`)}</div></section>`
  }

  #answer(session: Session, risk: Card, answer: RiskAnswer, added: RowAdded): void {
    announce('id' in added ? answerRiskWith(session, risk, answer, added.id) : answerRisk(session, risk, answer, added.title))
  }

  /** The line comes back whole. */
  #drop(session: Session, id: string): void {
    const link = session.board.value.links.get(id)
    const said = removeLink(session, id)
    if (link !== undefined) showToast(said, { label: words.undo, run: () => announce(bringBackLink(session, link)) })
  }
}

/** "Jonas · under way". */
function rowOf({ board, judgements }: CardView, { card, link }: Answer): RiskRow {
  const status = card.retired ? cardWords.retired : cardWords.status(judgements.status(card.id))
  const keeper = isolated(keeperName({ card, board, judgements }))
  return { card, link, note: [keeper, status, link === undefined ? words.onPremise : ''].filter((part) => part !== '').join(' · ') }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-risk-sections': TacitRiskSections }
}
