// The boards that this browser knows: read from the server, joined with what was opened by a link here. Renames and
// deletes; a deletion waits 8 s for an Undo before the server hears of it, or goes out when the page is left.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { MyBoard } from '../../../shared/protocol/http.ts'
import { ApiError, deleteBoard, myBoards, renameBoard } from '../../session/api.ts'
import { forgetCopy } from '../../session/browser-shelf.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/banner.ts'
import { showToast, TOAST_MS } from '../../ui/toasts.ts'
import './board-tile.ts'
import type { BoardNamed, BoardRenamed } from './board-tile.ts'
import { sentenceOf } from '../sentence-of.ts'
import { forgetBoard, knownBoards, mergeBoards } from './known-boards.ts'
import { awayWords } from '../words.ts'
import { homeWords } from './words.ts'

type Reading = 'loading' | 'read' | { readonly failed: string; readonly away: boolean }

@customElement('tacit-board-list')
export class TacitBoardList extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(272px, 100%), 1fr)); gap: 16px; }
    .none { padding: 20px 22px; border-radius: var(--r4); background: var(--canvas); color: var(--ink-2); }
    .skeleton { min-height: 246px; border-radius: var(--r4); background: var(--canvas); }
    li { min-width: 0; }
    tacit-banner { margin-bottom: 12px; }
  `]

  @state() private boards: readonly MyBoard[] = []
  @state() private reading: Reading = 'loading'
  /** Ids that the server listed: the others are only this browser's memory. */
  @state() private listed: ReadonlySet<string> = new Set()
  @state() private leaving: ReadonlySet<string> = new Set()
  readonly #deletions = new Map<string, ReturnType<typeof setTimeout>>()

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('pagehide', this.#deleteNow)
    void this.#read()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pagehide', this.#deleteNow)
    this.#deleteNow()
  }

  override render(): TemplateResult {
    const shown = this.boards.filter((board) => !this.leaving.has(board.id))
    return html`${this.#failure()}
      ${shown.length > 0 ? this.#list(shown) : this.#empty()}`
  }

  #list(boards: readonly MyBoard[]): TemplateResult {
    const now = Date.now()
    return html`<ul @board-renamed=${this.#rename} @board-deleted=${this.#delete} @board-forgotten=${this.#forget}>
      ${repeat(boards, (board) => board.id, (board) => html`<li><tacit-board-tile .board=${board} .now=${now} .forgettable=${!this.listed.has(board.id)}></tacit-board-tile></li>`)}
    </ul>`
  }

  #empty(): TemplateResult {
    if (this.reading === 'loading') return html`<ul aria-label=${homeWords.loading}><li class="skeleton"></li><li class="skeleton"></li></ul>`
    return this.reading === 'read' ? html`<p class="none">${homeWords.noBoards}</p>` : html``
  }

  #failure(): TemplateResult | typeof nothing {
    if (typeof this.reading === 'string') return nothing
    return html`<tacit-banner kind=${this.reading.away ? 'offline' : 'error'}>${this.reading.failed}<button slot="actions" class="btn sm" type="button" @click=${() => void this.#read()}>${homeWords.again}</button></tacit-banner>`
  }

  async #read(): Promise<void> {
    this.boards = knownBoards()
    this.reading = 'loading'
    try {
      const fromServer = await myBoards()
      this.listed = new Set(fromServer.map((board) => board.id))
      this.boards = mergeBoards(fromServer, knownBoards())
      this.reading = 'read'
    } catch (error) {
      // The boards that were opened here before are kept here, and can be worked on.
      const away = error instanceof ApiError && error.code === 'unreachable'
      this.reading = { failed: away ? awayWords.boards : homeWords.loadFailed(sentenceOf(error)), away }
    }
  }

  #replace(id: string, change: Partial<MyBoard>): void {
    this.boards = this.boards.map((board) => (board.id === id ? { ...board, ...change } : board))
  }

  readonly #rename = async (event: CustomEvent<BoardRenamed>): Promise<void> => {
    const { id, title } = event.detail
    const before = this.boards.find((board) => board.id === id)
    this.#replace(id, { title })
    try {
      await renameBoard(id, title)
    } catch (error) {
      this.#replace(id, { title: before?.title ?? title })
      showToast(homeWords.renameFailed(sentenceOf(error)))
    }
  }

  readonly #forget = (event: CustomEvent<BoardNamed>): void => {
    const board = this.boards.find((other) => other.id === event.detail.id)
    forgetBoard(event.detail.id)
    void forgetCopy(event.detail.id)
    this.boards = this.boards.filter((other) => other.id !== event.detail.id)
    if (board !== undefined) showToast(homeWords.forgotten(board.title))
  }

  readonly #delete = (event: CustomEvent<BoardNamed>): void => {
    const { id } = event.detail
    const title = this.boards.find((board) => board.id === id)?.title ?? ''
    this.leaving = new Set([...this.leaving, id])
    this.#deletions.set(id, setTimeout(() => void this.#finish(id), TOAST_MS + 500))
    showToast(homeWords.deleted(title), { label: homeWords.undo, run: () => this.#keep(id) })
    announce(homeWords.deleted(title))
  }

  #keep(id: string): void {
    clearTimeout(this.#deletions.get(id))
    if (!this.#deletions.delete(id)) return
    this.#show(id)
  }

  #show(id: string): void {
    this.leaving = new Set([...this.leaving].filter((other) => other !== id))
  }

  async #finish(id: string): Promise<void> {
    if (!this.#deletions.delete(id)) return
    try {
      await deleteBoard(id)
      forgetBoard(id)
      void forgetCopy(id)
    } catch (error) {
      this.#show(id)
      showToast(homeWords.deleteFailed(sentenceOf(error)))
    }
  }

  /** Leaving the page is no way back: what was deleted goes out now. */
  readonly #deleteNow = (): void => {
    for (const [id, timer] of this.#deletions) {
      clearTimeout(timer)
      void this.#finish(id)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-list': TacitBoardList }
}
