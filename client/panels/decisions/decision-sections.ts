// The part of the inspector that only decisions and proposals have: your stance, who has a say, the facts (slotted).
// Sends stances and asks to the server by the commands and says what came of it.
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Person } from '../../../shared/board/records.ts'
import type { CardView } from '../../cards/view.ts'
import { askTeam, relieveTeam } from '../../commands/answers.ts'
import { setField } from '../../commands/cards.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { showToast } from '../../ui/toasts.ts'
import type { TeamNamed } from '../answers/seat-list.ts'
import { linkWords, seatWords } from '../words.ts'
import type { StanceSent } from './stance-draft.ts'
import './stance-form.ts'
import type { TacitStanceForm } from './stance-form.ts'
import './stance-seats.ts'
import { stancesOnCard, waitingStance } from './stances.ts'
import { take } from './taking.ts'

/** One person decides, and it is this one. */
export function decidesAlone({ card }: CardView, me: Person | undefined): boolean {
  return card.fields['mode'] === 'directive' && me !== undefined && card.fields['decider'] === me.id
}

@customElement('tacit-decision-sections')
export class TacitDecisionSections extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .part { padding: 16px 20px; border-top: 1px solid var(--line); }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) view: CardView | undefined
  @property({ attribute: false }) me: Person | undefined
  /** What this browser says and the server does not have yet. */
  @property({ attribute: false }) outbox: Session['outbox']['value'] = []
  #card = ''
  @query('tacit-stance-form') private readonly form!: TacitStanceForm | null

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || this.view?.card.id === this.#card) return
    this.#card = this.view?.card.id ?? ''
    // Another card: a form half filled in belongs to the one before.
    this.form?.settle('')
  }

  override render(): TemplateResult {
    const { view, session, me } = this
    if (view === undefined || session === undefined) return html``
    const { card, board, judgements } = view
    const heard = stancesOnCard(board, judgements, card)
    const waiting = waitingStance(this.outbox, card.id, me?.id)
    const member = me !== undefined && me.role !== 'guest'
    return html`
      <div class="part"><tacit-stance-form .heard=${heard} .me=${me} .team=${me === undefined ? '' : (board.teams.get(me.team)?.name ?? me.team)} .now=${judgements.now} .decides=${decidesAlone(view, me)} .waiting=${waiting}
        @stance-taken=${(event: CustomEvent<StanceSent>) => void this.#take(session, event.detail, heard.statement)} @waiting-dropped=${() => (waiting === undefined ? undefined : session.takeBack(waiting.id))}></tacit-stance-form></div>
      <div class="part"><tacit-stance-seats .heard=${heard} .board=${board} .me=${me} .now=${judgements.now} edited=${card.editedAt ?? ''} .asks=${member} .writable=${session.canEdit && member}
        @team-asked=${(event: CustomEvent<TeamNamed>) => void this.#ask(session, event.detail.team)} @team-relieved=${(event: CustomEvent<TeamNamed>) => this.#relieve(session, event.detail.team)}></tacit-stance-seats></div>
      <slot></slot>`
  }

  async #take(session: Session, sent: StanceSent, basis: string): Promise<void> {
    const card = this.#card
    const failure = await take(session, card, sent, basis)
    if (card === this.#card) this.form?.settle(failure)
    else if (failure !== '') showToast(failure)
  }

  async #ask(session: Session, team: string): Promise<void> {
    try {
      showToast(await askTeam(session, this.#card, team))
    } catch (error) {
      showToast(seatWords.failed(error instanceof Error ? error.message : ''))
    }
  }

  #relieve(session: Session, team: string): void {
    const card = this.#card
    const before = session.board.value.cards.get(card)?.fields.askTeams
    showToast(relieveTeam(session, card, team), { label: linkWords.undo, run: () => announce(setField(session, card, 'askTeams', before)) })
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-decision-sections': TacitDecisionSections }
}
