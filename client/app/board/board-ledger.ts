// The ledger on the page of a board: carries out what people want of its rows, as the stage does for the canvas, with
// the same commands. Remembers in this browser how its reader arranges it. What concerns the whole page goes on to it:
// `card-opened`, `evidence-wanted`, `ask-wanted`, `view-wanted`, `key-wanted`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { CARD_KINDS, type CardKind } from '../../../shared/board/records.ts'
import type { BoardPoint } from '../../../shared/geometry/geometry.ts'
import { shownTitle } from '../../cards/size.ts'
import { whyNotAnswer } from '../../commands/answers.ts'
import { linkCards, setField } from '../../commands/cards.ts'
import { copyText } from '../../commands/clipboard.ts'
import { frameOf, framesOf } from '../../commands/frame-facts.ts'
import { moveToFrame, takeOffFrame } from '../../commands/frames.ts'
import { undo } from '../../commands/history.ts'
import { ask, type Question } from '../../commands/plan/asking.ts'
import { takeAloud } from '../../panels/decisions/taking.ts'
import { GROUPINGS } from '../../panels/ledger/groups.ts'
import type { Arrangement } from '../../panels/ledger/ledger-bar.ts'
import '../../panels/ledger/ledger.ts'
import type { TacitLedger } from '../../panels/ledger/ledger.ts'
import type { AnswerWanted, RowWanted, RowWish, StanceWanted } from '../../panels/ledger/row-actions.ts'
import { actionWords } from '../../panels/ledger/words.ts'
import '../../panels/links/link-chooser.ts'
import type { LinkChosen, TacitLinkChooser } from '../../panels/links/link-chooser.ts'
import { NO_FILTER, type Filter } from '../../session/filter.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/dialog.ts'
import type { KeyId } from '../../ui/key-map.ts'
import '../../ui/menu.ts'
import type { MenuItem, TacitMenu } from '../../ui/menu.ts'
import { showToast } from '../../ui/toasts.ts'
import { recall, remember } from '../browser-memory.ts'
import { answerOnBoard } from '../stage/answering.ts'
import '../stage/kind-picker.ts'
import type { TacitKindPicker } from '../stage/kind-picker.ts'
import { addOnStage, deleteOnStage, followOnStage } from '../stage/stage-commands.ts'

const OUT = 'out'

/** How this reader arranged it last; anything else that was kept is ignored. */
function arrangedBefore(): Arrangement {
  const kept = recall('ledger')
  const { grouping, outline, kind } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  return { grouping: GROUPINGS.find((one) => one === grouping) ?? 'state', outline: outline === true, kind: CARD_KINDS.find((one) => one === kind) }
}

@customElement('tacit-board-ledger')
export class TacitBoardLedger extends LitElement {
  static override styles = css`:host { display: block; position: absolute; inset: 0; }`

  @property({ attribute: false }) session!: Session
  @property({ attribute: false }) filter: Filter = NO_FILTER
  @property({ attribute: false }) selection: ReadonlySet<string> = new Set()
  @property({ type: Boolean }) led = false
  /** Where a new card goes that nobody points a place for. */
  @property({ attribute: false }) centre: () => BoardPoint = () => ({ x: 0, y: 0 })

  @state() private arrangement = arrangedBefore()
  /** The card whose link is being chosen; '' for none. */
  @state() private linking = ''
  @query('tacit-ledger') private readonly ledger!: TacitLedger
  @query('tacit-kind-picker') private readonly picker!: TacitKindPicker

  /** A key that was pressed elsewhere; false when it was taken. */
  takeKey(event: KeyboardEvent): boolean {
    return this.ledger.dispatchEvent(event)
  }
  @query('tacit-menu') private readonly frames!: TacitMenu

  get arranged(): Arrangement {
    return this.arrangement
  }

  /** The card of the row that somebody is on. */
  get card(): string | undefined {
    return this.ledger.card?.id
  }

  /** Goes to a card's row; without one, to the row that somebody was on. */
  async goTo(id: string | undefined, focus = true): Promise<void> {
    await this.updateComplete
    await this.ledger.updateComplete
    if (id !== undefined) this.ledger.goTo(id, focus)
    else if (focus) this.ledger.focusRow()
  }

  focusFind(): void {
    this.ledger.focusFind()
  }

  override render(): TemplateResult {
    const { session } = this
    const board = session.board.value
    const linking = board.cards.get(this.linking)
    return html`<tacit-ledger .session=${session} .filter=${this.filter} .selection=${this.selection} .arrangement=${this.arrangement} .led=${this.led}
        @answer-wanted=${this.#answer} @stance-wanted=${this.#stand} @row-wanted=${this.#wanted} @key-wanted=${this.#key}
        @arranged=${({ detail: { arrangement } }: CustomEvent<{ arrangement: Arrangement }>) => this.#arrange(arrangement)}></tacit-ledger>
      <tacit-kind-picker @kind-picked=${this.#add}></tacit-kind-picker>
      <tacit-menu label=${actionWords.frame} .items=${this.#frameItems()} @menu-chosen=${this.#frame}></tacit-menu>
      ${linking === undefined ? nothing : html`<tacit-dialog open heading=${actionWords.linkTitle(shownTitle(linking))} @dialog-closed=${this.#linkLeft}>
        <tacit-link-chooser .card=${linking} .board=${board} @link-chosen=${this.#link} @chooser-left=${this.#linkLeft}></tacit-link-chooser></tacit-dialog>`}`
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  #arrange(arrangement: Arrangement): void {
    this.arrangement = arrangement
    remember('ledger', arrangement)
  }

  // ── what rows want ──

  readonly #answer = (event: CustomEvent<AnswerWanted>): void => {
    event.stopPropagation()
    const { id, verdict, reason } = event.detail
    void answerOnBoard(this.session, id, { verdict, ...(reason === undefined ? {} : { reason }) }, () => this.#tell('card-opened', { id }))
    if (verdict === 'withdraw') this.ledger.focusRow()
    else this.ledger.goOn()
  }

  readonly #stand = (event: CustomEvent<StanceWanted>): void => {
    event.stopPropagation()
    const { id, ...sent } = event.detail
    // Who may not is told why by the keys, too.
    if (whyNotAnswer(this.session) !== undefined) return void showToast(whyNotAnswer(this.session) ?? '')
    void takeAloud(this.session, id, sent)
    this.ledger.goOn()
  }

  readonly #wanted = (event: CustomEvent<RowWanted>): void => {
    event.stopPropagation()
    this.#carryOut(event.detail.wish, event.detail.id)
  }

  #carryOut(wish: RowWish, id: string): void {
    switch (wish) {
      case 'ask': return this.#tell('ask-wanted', { id })
      case 'profile': return this.#tell('profile-wanted', {})
      case 'open': return this.#tell('card-opened', { id })
      case 'evidence': return this.#tell('evidence-wanted', { id })
      case 'canvas': return this.#tell('view-wanted', { id })
      case 'edit': return void this.ledger.edit(this.ledger.row?.key ?? '')
      case 'delete': return deleteOnStage(this.session, this.ledger.targets)
      case 'retire': return this.#retire(id)
      case 'link': return void this.#startLink(id)
      case 'frame': return this.#askFrame()
      case 'why':
      case 'premise': return this.#question(id, wish)
    }
  }

  /** The new card's words are open at once. */
  #question(of: string, question: Question): void {
    const { id, said } = ask(this.session, of, question)
    if (id === undefined) return void showToast(said)
    announce(said)
    this.ledger.goTo(id, false)
    void this.ledger.edit(this.ledger.row?.key ?? '')
  }

  #retire(id: string): void {
    const retired = this.session.board.value.cards.get(id)?.retired === true
    this.#undoable(setField(this.session, id, 'retired', retired ? undefined : true))
  }

  #undoable(said: string): void {
    showToast(said, { label: actionWords.undo, run: () => announce(undo(this.session)) })
  }

  readonly #key = (event: CustomEvent<{ key: KeyId }>): void => {
    const { key } = event.detail
    const { card } = this.ledger
    if (key === 'add' && this.session.canEdit) this.picker.show(this.ledger.place, 0)
    else if (key === 'copy') void this.#copy()
    else if ((key === 'toFoundation' || key === 'toCarried') && card !== undefined) {
      const next = followOnStage(this.session, card, key === 'toFoundation' ? 'down' : 'up')
      if (next !== undefined) this.ledger.goTo(next)
    } else return
    event.stopPropagation()
  }

  async #copy(): Promise<void> {
    const { text, said } = copyText(this.session, this.ledger.targets)
    await navigator.clipboard.writeText(text).then(() => announce(said), () => showToast(actionWords.copyFailed))
  }

  readonly #add = ({ detail: { kind } }: CustomEvent<{ kind: CardKind }>): void => {
    const id = addOnStage(this.session, kind, { at: this.centre(), near: true })
    if (id === undefined) return
    this.ledger.goTo(id, false)
    void this.ledger.edit(this.ledger.row?.key ?? '')
  }

  // ── links and frames ──

  async #startLink(id: string): Promise<void> {
    if (!this.session.canEdit) return
    this.linking = id
    await this.updateComplete
    const chooser = this.renderRoot.querySelector<TacitLinkChooser>('tacit-link-chooser')
    await chooser?.updateComplete
    chooser?.focus()
  }

  readonly #link = ({ detail: { type, outward, card } }: CustomEvent<LinkChosen>): void => {
    announce(outward ? linkCards(this.session, this.linking, card, type) : linkCards(this.session, card, this.linking, type))
    this.#linkLeft()
  }

  readonly #linkLeft = (event?: Event): void => {
    event?.stopPropagation()
    this.linking = ''
    this.ledger.focusRow()
  }

  #frameItems(): readonly MenuItem[] {
    const board = this.session.board.value
    if (!this.hasUpdated) return []
    const here = this.ledger.card === undefined ? undefined : frameOf(board, this.ledger.card)?.id
    const frames = framesOf(board).map((frame) => ({ id: frame.id, label: actionWords.toFrame(frame.title.trim() === '' ? actionWords.untitledFrame : frame.title), checked: frame.id === here }))
    return [...frames, { id: OUT, label: actionWords.outOfFrame, disabled: here === undefined, separated: frames.length > 0 }]
  }

  #askFrame(): void {
    if (!this.session.canEdit) return
    this.requestUpdate()
    void this.updateComplete.then(() => this.frames.updateComplete).then(() => this.frames.show(this.ledger.place))
  }

  readonly #frame = (event: CustomEvent<{ id: string }>): void => {
    event.stopPropagation()
    const ids = this.ledger.targets
    this.#undoable(event.detail.id === OUT ? takeOffFrame(this.session, ids) : moveToFrame(this.session, ids, event.detail.id))
    this.ledger.focusRow()
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-ledger': TacitBoardLedger }
}
