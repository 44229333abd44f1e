// The page of a board until it is live: opens what this browser keeps of it at once and asks the server meanwhile, comes
// in with the link's key, asks who you are when the board does not know you, says when there is nothing here. Then hands
// over to the live board.
//
//   arriving ──► who ──name given──► live ──socket closed for good──► arriving (another right) or gone
//       ├──kept here──► live ──the server says otherwise──► who, gone, or live with another right
//       ├──────────────► live
//       └──► gone · away ──again, or back online──► arriving
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { BoardInfo, CreatedBoard } from '../../../shared/protocol/http.ts'
import type { TacitEnterDialog, WhoGiven } from '../../people/enter-dialog.ts'
import { BoardCopy } from '../../session/board-copy.ts'
import { forgetCopy, keptFor, knownInfo, shelfOf } from '../../session/browser-shelf.ts'
import { openSession } from '../../session/open-session.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/banner.ts'
import { parts } from './board-parts.ts'
import { boardPageStyles } from './board-page-styles.ts'
import { recall, remember } from '../browser-memory.ts'
import { sentenceOf } from '../sentence-of.ts'
import { arrive, nameOneself, type Arrival } from './entrance.ts'
import { forgetBoard, knowBoard, knownBoards } from '../home/known-boards.ts'
import './live-board.ts'
import './opening.ts'
import '../lost-page.ts'
import { tellReturns } from './returns.ts'
import './save-state.ts'
import { appWords, awayWords, boardWords } from '../words.ts'

@customElement('tacit-board-page')
export class TacitBoardPage extends LitElement {
  static override styles = [...sheet, boardPageStyles]

  @property() boardId = ''
  /** The card that the address names. */
  @property() cardId = ''
  /** The secret of the link, once. */
  @property({ attribute: false }) secret: string | undefined
  /** The links of a board that was just made here. */
  @property({ attribute: false }) fresh: CreatedBoard['urls'] | undefined

  @state() private arrival: Arrival | undefined
  /** What is kept for this person of a board that is gone. */
  @state() private kept: readonly string[] = []
  @state() private session: Session | undefined
  /** A team that the person named on entering, to be made once the board is live. */
  @state() private newTeam = ''
  /** What the server says is not known yet, or was last said while it could be asked. */
  #asking = 0
  /** Who is here, as long as it is known. */
  #person: string | undefined
  #stopTelling: () => void = () => undefined
  @query('tacit-enter-dialog') private readonly dialog!: TacitEnterDialog | null

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('online', this.#retry)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('online', this.#retry)
    this.#leave()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('boardId') && this.boardId !== '') this.#come(this.secret)
    // A second link to the same board, opened while it is there.
    else if (changed.has('secret') && this.secret !== undefined) this.#come(this.secret)
  }

  override render(): TemplateResult {
    const { arrival, session } = this
    if (arrival?.kind === 'gone' && arrival.asks === true && this.secret !== undefined) {
      // Fetched by the few who need it.
      void import('../../people/ask-in.ts')
      return html`<tacit-ask-in board=${this.boardId} .secret=${this.secret} @let-in=${() => this.#come(undefined)}></tacit-ask-in>`
    }
    if (arrival?.kind === 'gone') return html`<tacit-lost-page board sentence=${arrival.sentence} .kept=${this.kept}></tacit-lost-page>`
    if (session !== undefined && arrival?.kind === 'in') {
      return html`${keyed(session, html`<tacit-live-board .session=${session} .info=${arrival.info} cardId=${this.cardId} newTeam=${this.newTeam} .fresh=${this.fresh}
        @board-closed=${(event: CustomEvent<{ sentence: string }>) => void this.#closed(event.detail.sentence)}></tacit-live-board>`)}`
    }
    return html`${this.#waiting()}${arrival?.kind === 'who' && parts.entering.hereFor(this) ? this.#who(arrival.info) : nothing}`
  }

  /** The page in its outlines: nothing moves while it is being opened. */
  #waiting(): TemplateResult {
    const title = this.arrival?.kind === 'who' ? this.arrival.info.title : ''
    return html`<div class="page"><div class="bar"></div><div class="strip"></div><main class="stage">
      <h1 class="sr">${title === '' ? boardWords.opening : title}</h1>
      ${this.arrival?.kind === 'who' ? html`<tacit-opening .outline=${this.arrival.info.outline}></tacit-opening>` : nothing}
      ${this.arrival?.kind === 'away' ? html`<tacit-banner kind="offline">${this.arrival.unreachable ? awayWords.away(this.#knownTitle) : boardWords.enterFailed(this.arrival.sentence)}<button slot="actions" type="button" class="btn sm" @click=${() => this.#come(this.secret)}>${boardWords.enterAgain}</button></tacit-banner>`
        : html`<p class="sr" role="status">${boardWords.opening}</p>`}</main></div>`
  }

  #who(info: BoardInfo): TemplateResult {
    return html`<tacit-enter-dialog open board=${info.title === '' ? appWords.untitled : info.title} .teams=${info.teams} name=${rememberedName()} ?guest=${info.right === 'contribute'}
      @who-given=${(event: CustomEvent<WhoGiven>) => void this.#named(event.detail)}></tacit-enter-dialog>`
  }

  get #knownTitle(): string {
    return knownBoards().find(({ id }) => id === this.boardId)?.title ?? ''
  }

  #come(secret: string | undefined): void {
    this.#leave()
    this.arrival = undefined
    this.kept = []
    this.#person = undefined
    const kept = knownInfo(this.boardId)
    // A key may give another right than the one that is remembered: it is exchanged first.
    if (secret === undefined) void this.#ifStillHere(kept, (info) => { if (info !== undefined && this.arrival === undefined) this.#enter(info) })
    this.#ask(secret, kept)
  }

  /** What the server says of this visit, also when it is open already from what is kept here. */
  #ask(secret: string | undefined, kept = knownInfo(this.boardId)): void {
    const turn = ++this.#asking
    void this.#ifStillHere(arrive(this.boardId, secret), async (arrival) => {
      if (turn !== this.#asking) return
      if (arrival.kind === 'away' && this.session === undefined && arrival.unreachable) {
        const info = await kept
        if (info !== undefined && turn === this.#asking && this.isConnected) return this.#enter(info)
      }
      this.#arrived(arrival)
    })
  }

  async #ifStillHere<T>(coming: Promise<T>, then: (came: T) => unknown): Promise<void> {
    const board = this.boardId
    const came = await coming
    if (board === this.boardId && this.isConnected) await then(came)
  }

  #arrived(arrival: Arrival): void {
    const { session } = this
    if (arrival.kind === 'in') {
      const same = session !== undefined && session.right === arrival.info.right && session.me.value?.id === arrival.info.person?.id
      if (!same) return this.#enter(arrival.info)
      this.#know(arrival.info)
      this.arrival = arrival
    } else if (arrival.kind !== 'away' || session === undefined) {
      this.#leave()
      this.arrival = arrival
      if (arrival.kind === 'gone') void this.#forget()
    }
  }

  /** The right is gone: nothing of the board stays in this browser but the words that were this person's own, to copy. */
  async #forget(): Promise<void> {
    const board = this.boardId
    forgetBoard(board)
    const person = this.#person ?? (await knownInfo(board))?.person?.id
    if (person !== undefined) await this.#ifStillHere(keptFor(board, person), (texts) => { this.kept = texts })
    await forgetCopy(board)
  }

  readonly #retry = (): void => {
    if (this.arrival?.kind === 'away') this.#come(this.secret)
  }

  async #named({ name, team, newTeam }: WhoGiven): Promise<void> {
    try {
      const info = await nameOneself(this.boardId, name, team)
      remember('name', name)
      this.newTeam = newTeam ?? ''
      this.#enter(info)
      // The dialog takes the focus with it: it goes on to the board.
      await this.updateComplete
      await this.renderRoot.querySelector('tacit-live-board')?.takeFocus()
    } catch (error) {
      this.dialog?.settle(boardWords.notIn(sentenceOf(error)))
    }
  }

  #enter(info: BoardInfo): void {
    this.#leave()
    this.#know(info)
    this.session = openSession({ boardId: info.id, right: info.right, me: info.person ?? undefined, copy: new BoardCopy(shelfOf(info.id)) })
    this.#stopTelling = tellReturns(this.session, { open: (card) => { this.cardId = card }, back: () => this.#ask(undefined) })
    this.arrival = { kind: 'in', info }
  }

  #know(info: BoardInfo): void {
    this.#person = info.person?.id
    knowBoard(info)
    shelfOf(info.id).rememberInfo(info).catch(() => undefined)
  }

  #leave(): void {
    this.#stopTelling()
    this.session?.close()
    this.session = undefined
  }

  /** The server ended it: perhaps this person may do less now, perhaps nothing. */
  async #closed(sentence: string): Promise<void> {
    const before = this.session?.right
    this.#leave()
    const arrival = await arrive(this.boardId, undefined)
    if (arrival.kind === 'in' && arrival.info.right !== before) this.#enter(arrival.info)
    else this.#arrived(arrival.kind === 'away' ? arrival : { kind: 'gone', sentence })
  }
}

function rememberedName(): string {
  const name = recall('name')
  return typeof name === 'string' ? name : ''
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-page': TacitBoardPage }
}
