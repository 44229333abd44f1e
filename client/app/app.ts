// The whole application: one page at a time, by the address. Follows links without loading anew, and takes a board that
// was just made to its page. A board is what people come for: its page is here from the start, the others are fetched
// when they are opened.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import '../ui/toasts.ts'
import './board/board-page.ts'
import type { TacitBoardStage } from './board-stage.ts'
import type { BoardMade } from './home/create-board.ts'
import './lost-page.ts'
import './page-dialogs.ts'
import { boardPath, clickedPath, Router, type Route } from './router.ts'
import { appWords, unfetchedWords } from './words.ts'

/** Pages that are fetched when they are opened. */
const FETCHED: Partial<Record<Route['page'], () => Promise<unknown>>> = {
  home: () => import('./home/home-page.ts'),
  device: () => import('./device-page.ts'),
}

@customElement('tacit-app')
export class TacitApp extends LitElement {
  static override styles = css`:host { display: block; min-height: 100%; }`

  /** What is shown: undefined until the first page is there. */
  @state() private route: Route | undefined
  /** The page that was asked for could not be fetched. */
  @state() private unfetched = false
  /** Where the address leads; ahead of `route` while its page is being fetched. */
  #wanted: Route | undefined
  readonly #router = new Router((route) => this.#arrive(route))
  /** The links of the board that was just made, until another page is opened. */
  #fresh: CreatedBoard | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#router.start()
    this.addEventListener('click', this.#click)
    this.addEventListener('board-made', this.#made)
    this.addEventListener('device-opened', this.#home)
    if (new URLSearchParams(location.search).has('bench')) this.addEventListener('board-shown', this.#bench)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#router.stop()
    this.removeEventListener('click', this.#click)
    this.removeEventListener('board-made', this.#made)
    this.removeEventListener('device-opened', this.#home)
    this.removeEventListener('board-shown', this.#bench)
  }

  override render(): TemplateResult {
    return html`${this.unfetched ? html`<tacit-lost-page heading=${unfetchedWords.title} sentence=${unfetchedWords.text}></tacit-lost-page>` : this.#page(this.route)}<tacit-page-dialogs></tacit-page-dialogs><tacit-toasts></tacit-toasts>`
  }

  #page(route: Route | undefined): TemplateResult | typeof nothing {
    switch (route?.page) {
      case undefined: return nothing
      case 'home': return html`<tacit-home-page></tacit-home-page>`
      case 'device': return html`<tacit-device-page .token=${route.token}></tacit-device-page>`
      case 'lost': return html`<tacit-lost-page></tacit-lost-page>`
      case 'board': return html`<tacit-board-page boardId=${route.id} cardId=${route.card ?? ''} .secret=${route.key} .fresh=${this.#fresh?.id === route.id ? this.#fresh.urls : undefined}></tacit-board-page>`
    }
  }

  #arrive(route: Route): void {
    if (route.page !== 'board') document.title = appWords.name
    this.#wanted = route
    const load = FETCHED[route.page]
    if (load === undefined) this.#show(route, true)
    else void load().then(() => true, () => false).then((fetched) => this.#show(route, fetched))
  }

  /** The page that is open stays until the next one is there. */
  #show(route: Route, fetched: boolean): void {
    if (route !== this.#wanted) return
    this.unfetched = !fetched
    this.route = route
  }

  readonly #click = (event: MouseEvent): void => {
    const path = clickedPath(event)
    if (path === undefined) return
    event.preventDefault()
    this.#router.go(path)
  }

  readonly #made = (event: Event): void => {
    const { created } = (event as CustomEvent<BoardMade>).detail
    this.#fresh = created
    this.#router.go(`${boardPath(created.id)}#${created.keys.own}`)
  }

  readonly #home = (): void => this.#router.go('/')

  /** Somebody measures: the address said `?bench`. */
  readonly #bench = (event: Event): void => {
    const [stage] = event.composedPath()
    void import('./bench-hook.ts').then(({ startBench }) => startBench(stage as TacitBoardStage))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-app': TacitApp }
}
