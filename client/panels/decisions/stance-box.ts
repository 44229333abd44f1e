// The five stances where somebody is on the board: a box at a point of the window, for one card, that closes when a
// stance was taken. Fetched when it is wanted first.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { ScreenPoint } from '../../../shared/geometry/geometry.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import { shownTitle } from '../../cards/size.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/popover.ts'
import type { TacitPopover } from '../../ui/popover.ts'
import { decidesAlone } from './decision-sections.ts'
import type { StanceSent } from './stance-draft.ts'
import './stance-form.ts'
import type { TacitStanceForm } from './stance-form.ts'
import { stancesOnCard, waitingStance } from './stances.ts'
import { take } from './taking.ts'
import { boxWords } from './words.ts'

@customElement('tacit-stance-box')
export class TacitStanceBox extends LitElement {
  static override styles = [...sheet, css`
    :host { position: absolute; font-size: 13px; line-height: 20px; }
    tacit-stance-form { width: min(360px, calc(100vw - 24px)); padding: 14px 16px; white-space: normal; }
  `]

  @state() private session: Session | undefined
  @state() private card = ''
  @query('tacit-popover') private readonly box!: TacitPopover
  @query('tacit-stance-form') private readonly form!: TacitStanceForm | null
  readonly #watch = new Watch(this, () => [this.session?.board, this.session?.judgements, this.session?.me, this.session?.outbox])

  /** Opens for a card; at the reason of `stance`, when that one says why. */
  async show(session: Session, card: string, at: ScreenPoint, stance?: Stance): Promise<void> {
    if (session !== this.session) {
      this.#watch.hostDisconnected()
      this.session = session
      this.#watch.hostConnected()
    }
    this.card = card
    await this.updateComplete
    this.form?.settle('')
    await this.form?.updateComplete
    await this.box.updateComplete
    this.box.show(at)
    await this.form?.begin(stance)
    // The reason made it another size.
    this.box.show(at)
  }

  override render(): TemplateResult {
    const { session } = this
    const card = session?.board.value.cards.get(this.card)
    if (session === undefined || card === undefined) return html`<tacit-popover></tacit-popover>`
    const board = session.board.value
    const judgements = session.judgements.value
    const me = session.me.value
    const heard = stancesOnCard(board, judgements, card)
    const waiting = waitingStance(session.outbox.value, card.id, me?.id)
    return html`<tacit-popover label=${boxWords.label(shownTitle(card))}>${card.deleted ? nothing : html`<tacit-stance-form .heard=${heard} .me=${me} .team=${board.teams.get(me?.team ?? '')?.name ?? ''} .now=${judgements.now} .decides=${decidesAlone({ card, board, judgements }, me)} .waiting=${waiting}
      @keydown=${(event: KeyboardEvent) => event.key !== 'Escape' && event.stopPropagation()} @profile-wanted=${() => this.box.close()} @stance-taken=${(event: CustomEvent<StanceSent>) => void this.#take(session, event.detail, heard.statement)} @waiting-dropped=${() => (waiting === undefined ? undefined : session.takeBack(waiting.id))}></tacit-stance-form>`}</tacit-popover>`
  }

  async #take(session: Session, sent: StanceSent, basis: string): Promise<void> {
    const failure = await take(session, this.card, sent, basis)
    this.form?.settle(failure)
    if (failure === '') this.box.close()
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-stance-box': TacitStanceBox }
}
