// The whole application: one page at a time, by the address. Follows links without loading anew, and takes a board that
// was just made to its page.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import '../ui/toasts.ts'
import './board/board-page.ts'
import type { BoardMade } from './home/create-board.ts'
import './device-page.ts'
import './home/home-page.ts'
import './lost-page.ts'
import { boardPath, clickedPath, Router, type Route } from './router.ts'
import { appWords } from './words.ts'

@customElement('tacit-app')
export class TacitApp extends LitElement {
  static override styles = css`:host { display: block; min-height: 100%; }`

  @state() private route: Route = { page: 'home' }
  readonly #router = new Router((route) => this.#arrive(route))
  /** The links of the board that was just made, until another page is opened. */
  #fresh: CreatedBoard | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#router.start()
    this.addEventListener('click', this.#click)
    this.addEventListener('board-made', this.#made)
    this.addEventListener('device-opened', this.#home)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#router.stop()
    this.removeEventListener('click', this.#click)
    this.removeEventListener('board-made', this.#made)
    this.removeEventListener('device-opened', this.#home)
  }

  override render(): TemplateResult {
    return html`${this.#page(this.route)}<tacit-toasts></tacit-toasts>`
  }

  #page(route: Route): TemplateResult {
    switch (route.page) {
      case 'home': return html`<tacit-home-page></tacit-home-page>`
      case 'device': return html`<tacit-device-page .token=${route.token}></tacit-device-page>`
      case 'lost': return html`<tacit-lost-page></tacit-lost-page>`
      case 'board': return html`<tacit-board-page boardId=${route.id} cardId=${route.card ?? ''} .secret=${route.key} .fresh=${this.#fresh?.id === route.id ? this.#fresh.urls : undefined}></tacit-board-page>`
    }
  }

  #arrive(route: Route): void {
    if (route.page !== 'board') document.title = appWords.name
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
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-app': TacitApp }
}
