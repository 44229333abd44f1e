// A live board: bar, strip, banner, stage, inspector and dialogs around one session. Holds what is open here (session
// state); all about the board itself comes from the session and goes through commands. Tells `board-closed`.
import { provide } from '@lit/context'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardState } from '../../../shared/board/records.ts'
import type { BoardInfo, CreatedBoard } from '../../../shared/protocol/http.ts'
import { addCardAt, renameBoard, setTitle } from '../../commands/cards.ts'
import { createTeam } from '../../commands/teams.ts'
import '../../panels/inspector.ts'
import type { TacitInspector } from '../../panels/inspector.ts'
import { sessionContext } from '../../session/session-context.ts'
import type { SaveState, Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/banner.ts'
import { showToast } from '../../ui/toasts.ts'
import './alignment-strip.ts'
import './board-banner.ts'
import './board-dialogs.ts'
import type { OpenDialog } from './board-dialogs.ts'
import { boardPageStyles } from './board-page-styles.ts'
import '../board-stage.ts'
import { saveBoardFile } from './download.ts'
import './first-run.ts'
import type { GoalWritten } from './first-run.ts'
import { knowBoard } from '../home/known-boards.ts'
import { beOn } from './own-team.ts'
import { boardPath } from '../router.ts'
import './top-bar.ts'
import type { BoardTitled } from './top-bar.ts'
import { appWords, bannerWords, boardWords, enterFailure, saveWords } from '../words.ts'

const narrowPage = matchMedia('(max-width: 720px)')

@customElement('tacit-live-board')
export class TacitLiveBoard extends LitElement {
  static override styles = [...sheet, boardPageStyles]

  @provide({ context: sessionContext })
  @property({ attribute: false })
  session!: Session
  @property({ attribute: false }) info: BoardInfo | undefined
  @property() cardId = ''
  @property() newTeam = ''
  @property({ attribute: false }) fresh: CreatedBoard['urls'] | undefined

  /** The card in the inspector; '' when it is closed. */
  @state() private inspected = ''
  @state() private dialog: OpenDialog = 'none'
  @state() private narrow = narrowPage.matches
  @query('tacit-inspector') private readonly inspector!: TacitInspector | null
  #lastSave: SaveState = { kind: 'connecting' }
  #lastTitle: string | undefined
  #settled = false

  protected readonly watch = new Watch(this, () => [this.session.board, this.session.judgements, this.session.save, this.session.peers, this.session.me, this.session.ready])

  override connectedCallback(): void {
    super.connectedCallback()
    narrowPage.addEventListener('change', this.#onWidth)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    narrowPage.removeEventListener('change', this.#onWidth)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('fresh') && this.fresh !== undefined) showToast(boardWords.yours, { label: boardWords.share, run: () => this.#show('share') })
    this.#heed(this.session.save.value)
    this.#retitle(this.session.board.value.title)
    if (this.session.ready.value && !this.#settled) this.#settle()
    else if (changed.has('cardId') && this.cardId !== '') this.inspected = this.cardId
  }

  override render(): TemplateResult {
    const { board, judgements, save, peers, me, ready, canEdit, right } = this.session
    const empty = ready.value && isEmpty(board.value)
    return html`<div class="page" @teams-wanted=${() => this.#show('people')} @share-wanted=${() => this.#show('share')} @profile-wanted=${() => this.#show('profile')} @device-wanted=${() => this.#show('device')}
        @file-wanted=${() => void saveBoardFile(this.session.boardId, board.value.title)} @board-titled=${(event: CustomEvent<BoardTitled>) => announce(renameBoard(this.session, event.detail.title))} @refusal-read=${() => this.session.dismissNotSaved()}>
      <button type="button" class="btn skip" @click=${this.#skip}>${appWords.skip}</button>
      <tacit-top-bar boardTitle=${ready.value ? board.value.title : (this.info?.title ?? '')} .save=${save.value} .peers=${peers.value} .me=${me.value} .writable=${canEdit && ready.value} .shares=${canEdit} .narrow=${this.narrow}></tacit-top-bar>
      <tacit-alignment-strip .board=${board.value} .judgements=${judgements.value} .ready=${ready.value}></tacit-alignment-strip>
      ${canEdit ? nothing : html`<div class="note"><tacit-banner kind="view-only">${right === 'view' ? bannerWords.viewOnly : bannerWords.guest}</tacit-banner></div>`}
      <div class="work ${this.inspected === '' ? '' : 'inspecting'}" @card-opened=${this.#opened} @card-selected=${this.#selected} @inspector-closed=${this.#closeInspector}>
        <main class="stage" id="stage" tabindex="-1" aria-label=${boardWords.stage}>
          <tacit-board-stage></tacit-board-stage>
          ${empty ? html`<tacit-first-run .writable=${canEdit} @goal-written=${this.#writeGoal}></tacit-first-run>` : nothing}
          <tacit-board-banner .save=${save.value} .right=${right}></tacit-board-banner>
        </main>
        ${this.inspected === '' ? nothing : html`<tacit-inspector .session=${this.session} card=${this.inspected}></tacit-inspector>`}
      </div>
      <tacit-board-dialogs .session=${this.session} open=${this.dialog} .fresh=${this.fresh} @dialog-closed=${() => this.#show('none')}></tacit-board-dialogs>
    </div>`
  }

  #show(dialog: OpenDialog): void {
    this.dialog = dialog
  }

  /** The first moment with the board's facts: the card of the address, the team named on entering. */
  #settle(): void {
    this.#settled = true
    if (this.session.board.value.cards.get(this.cardId)?.deleted === false) this.inspected = this.cardId
    if (this.newTeam !== '') void this.#makeTeam(this.newTeam)
  }

  async #makeTeam(name: string): Promise<void> {
    const { session } = this
    const { id } = createTeam(session, name)
    try {
      await beOn(session, session.me.value?.name ?? '', id)
    } catch (error) {
      showToast(enterFailure(error instanceof Error ? error.message : ''))
    }
  }

  #heed(save: SaveState): void {
    const before = this.#lastSave
    if (before === save) return
    this.#lastSave = save
    if (save.kind === 'gone') this.dispatchEvent(new CustomEvent('board-closed', { detail: { sentence: save.sentence } }))
    if (save.kind === 'offline' && before.kind !== 'offline') announce(bannerWords.offline, 'assertive')
    if (before.kind === 'offline' && before.pending > 0 && (save.kind === 'saved' || save.kind === 'saving')) showToast(saveWords.backOnline(before.pending))
  }

  #retitle(title: string): void {
    if (!this.session.ready.value || title === this.#lastTitle) return
    this.#lastTitle = title
    document.title = appWords.boardTitle(title === '' ? appWords.untitled : title)
    if (this.info !== undefined && title !== this.info.title) knowBoard({ ...this.info, title, updatedAt: new Date(this.session.judgements.value.now).toISOString() })
  }

  async #open(id: string): Promise<void> {
    this.inspected = id
    history.replaceState(history.state, '', boardPath(this.session.boardId, id))
    await this.updateComplete
    await this.inspector?.focusHeading()
  }

  readonly #opened = (event: CustomEvent<{ id: string }>): void => {
    void this.#open(event.detail.id)
  }

  /** An open inspector follows the selection and keeps the focus where it is. */
  readonly #selected = (event: CustomEvent<{ ids: readonly string[] }>): void => {
    const [id, ...more] = event.detail.ids
    if (this.inspected === '' || (id !== undefined && more.length > 0)) return
    this.inspected = id ?? ''
    history.replaceState(history.state, '', boardPath(this.session.boardId, id))
  }

  readonly #closeInspector = (): void => {
    const id = this.inspected
    this.inspected = ''
    history.replaceState(history.state, '', boardPath(this.session.boardId))
    this.renderRoot.querySelector('tacit-board-stage')?.focusCard(id)
  }

  readonly #writeGoal = (event: CustomEvent<GoalWritten>): void => {
    const stage = this.renderRoot.querySelector('tacit-board-stage')
    const { id, said } = addCardAt(this.session, 'goal', stage?.centre ?? { x: 0, y: 0 })
    if (id === undefined) return
    setTitle(this.session, id, event.detail.title)
    announce(said)
    stage?.focusCard(id)
  }

  readonly #skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('#stage')?.focus()
  }

  readonly #onWidth = (): void => {
    this.narrow = narrowPage.matches
  }
}

/** Asked for at every movement of a pointer: stops at the first card. */
function isEmpty({ cards }: BoardState): boolean {
  for (const card of cards.values()) if (!card.deleted) return false
  return true
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-live-board': TacitLiveBoard }
}
