// The part of the inspector that only assumptions have: your answer, who depends on this, the facts (slotted), the
// evidence. Sends answers and asks to the server by the commands and says what came of it.
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Person } from '../../../shared/board/records.ts'
import type { CardView } from '../../cards/view.ts'
import { answer, askTeam, relieveTeam } from '../../commands/answers.ts'
import { setField } from '../../commands/cards.ts'
import type { Session } from '../../session/session.ts'
import type { WaitingAnswer } from '../../session/shelf.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { showToast } from '../../ui/toasts.ts'
import './answer-form.ts'
import type { AnswerGiven, TacitAnswerForm } from './answer-form.ts'
import './evidence-list.ts'
import { heardOn, standingAnswerOf, wroteWords, type Heard, type HeardOnCard } from '../heard.ts'
import { evidenceOf } from '../story.ts'
import './seats.ts'
import type { TeamNamed } from './seat-list.ts'
import { answerWords, linkWords, seatWords } from '../words.ts'

@customElement('tacit-assumption-sections')
export class TacitAssumptionSections extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .part { padding: 16px 20px; }
    .evidence { border-top: 1px solid var(--line); }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) view: CardView | undefined
  @property({ attribute: false }) me: Person | undefined
  /** Answers of this browser that the server does not have yet. */
  @property({ attribute: false }) outbox: Session['outbox']['value'] = []
  /** The words that were answered just now, when others changed them meanwhile. */
  @state() private overtaken = ''
  #card = ''
  @query('tacit-answer-form') private readonly form!: TacitAnswerForm

  /** Opens the draft of a confirmation with its evidence. */
  prove(): void {
    this.form.prove()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || this.view?.card.id === this.#card) return
    this.#card = this.view?.card.id ?? ''
    this.overtaken = ''
    // Another card: a form half filled in belongs to the one before.
    if (this.hasUpdated) this.form.settle('')
  }

  override render(): TemplateResult {
    if (this.view === undefined || this.session === undefined) return html``
    const { card, board, judgements } = this.view
    const heard = heardOn(board, judgements, card)
    const me = this.me
    const waiting = this.outbox.findLast((one): one is WaitingAnswer => one.root === 'attestations' && one.card === card.id && one.person === me?.id)
    const newer = judgements.prompts(card.id).find(({ person }) => person === me?.id)?.cards ?? []
    const member = me !== undefined && me.role !== 'guest'
    return html`
      <tacit-answer-form .heard=${heard} .judgement=${judgements.assumption(card.id)} .me=${me} .team=${me === undefined ? '' : (board.teams.get(me.team)?.name ?? me.team)}
        .author=${me !== undefined && wroteWords(board, card, me.id)} .now=${judgements.now} .overtaken=${this.overtaken} .waiting=${waiting} .newer=${newer.map((id) => board.cards.get(id)).filter((one) => one !== undefined)} .signpost=${card.fields.signpost ?? ''} @waiting-dropped=${() => waiting === undefined ? undefined : this.session?.takeBack(waiting.id)}
        @answer-given=${(event: CustomEvent<AnswerGiven>) => void this.#answer(heard, event.detail)}></tacit-answer-form>
      <div class="part"><tacit-seats .heard=${heard} .board=${board} .me=${me} .now=${judgements.now} edited=${card.editedAt ?? ''} .asks=${member} .writable=${this.session.canEdit && member}
        @team-asked=${(event: CustomEvent<TeamNamed>) => void this.#ask(event.detail.team)} @team-relieved=${(event: CustomEvent<TeamNamed>) => this.#relieve(event.detail.team)}></tacit-seats></div>
      <slot></slot>
      <div class="part evidence"><tacit-evidence-list .rows=${evidenceOf(heard)} .now=${judgements.now} .asks=${member && me.team !== '' && !card.retired} @evidence-wanted=${() => this.form.prove()}></tacit-evidence-list></div>`
  }

  async #answer(heard: HeardOnCard, given: AnswerGiven): Promise<void> {
    const session = this.session
    const card = this.#card
    if (session === undefined) return
    const before = standingAnswerOf(heard, this.me?.id ?? '')
    try {
      const stored = await answer(session, card, given, heard.statement)
      if (card === this.#card) {
        this.overtaken = stored.current ? '' : stored.basis
        this.form.settle('')
      }
      showToast(stored.said, { label: answerWords.undo, run: stored.takeBack ?? (() => void this.#takeBack(session, card, before, given)) })
    } catch (error) {
      this.form.settle(answerWords.failed(sentenceOf(error)))
    }
  }

  /** Back to what this person said before: answers are never erased, so it is said again, on the words it was about. */
  async #takeBack(session: Session, card: string, before: Heard | undefined, given: AnswerGiven): Promise<void> {
    try {
      if (given.verdict !== 'withdraw') await answer(session, card, { verdict: 'withdraw' })
      if (before !== undefined) {
        const { verdict, evidence, reason, basis } = before.record
        await answer(session, card, { verdict, ...(evidence === undefined ? {} : { evidence }), ...(reason === undefined ? {} : { reason }) }, basis)
      }
      announce(answerWords.takenBack)
    } catch (error) {
      showToast(answerWords.failed(sentenceOf(error)))
    }
  }

  async #ask(team: string): Promise<void> {
    if (this.session === undefined) return
    try {
      showToast(await askTeam(this.session, this.#card, team))
    } catch (error) {
      showToast(seatWords.failed(sentenceOf(error)))
    }
  }

  #relieve(team: string): void {
    const session = this.session
    if (session === undefined) return
    const card = this.#card
    const before = session.board.value.cards.get(card)?.fields.askTeams
    showToast(relieveTeam(session, card, team), { label: linkWords.undo, run: () => announce(setField(session, card, 'askTeams', before)) })
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-assumption-sections': TacitAssumptionSections }
}
