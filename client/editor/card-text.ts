// `<tacit-card-text .session cardId="…" field="body">`: the words of a card where they can be read and, on a click or
// Enter, edited. At rest it is static HTML; the editor is loaded on the first edit. Tells by `text-editing` whether
// somebody is editing here; what an undo came to passes through as `history-used`.
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { XmlFragment } from 'yjs'
import { cardText } from '../../shared/board/document.ts'
import type { ScreenPoint } from '../../shared/geometry/geometry.ts'
import { liveOf } from '../session/live.ts'
import type { Session } from '../session/session.ts'
import { reset } from '../theme/sheet.ts'
import { showToast } from '../ui/toasts.ts'
import type { EditorLeft, TextField } from './editor.ts'
import { textStyles } from './editor-styles.ts'
import { richText } from './rich-text.ts'
import { words } from './words.ts'

@customElement('tacit-card-text')
export class TacitCardText extends LitElement {
  static override styles = [reset, ...textStyles, css`
    :host { display: block; }
    .rest { border-radius: var(--r2); cursor: text; min-height: 1lh; }
    .rest.fixed { cursor: auto; user-select: text; }
    @media (hover: hover) { .rest:not(.fixed):hover { box-shadow: 0 0 0 4px var(--hover); background: var(--hover); } }
    .empty { color: var(--ink-3); }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property() cardId = ''
  @property() field: TextField = 'body'
  /** Shown while there is nothing. */
  @property() placeholder = ''
  @property() label = ''
  @property({ type: Boolean }) fixed = false

  @state() private editing = false
  #at: ScreenPoint | undefined
  #stop: () => void = () => undefined

  /** Starts editing, as a click does. */
  async edit(at?: ScreenPoint): Promise<void> {
    if (this.editing || this.#isFixed) return
    this.#at = at
    try {
      await import('./editor.ts')
    } catch {
      showToast(words.failed)
      return
    }
    this.editing = true
    this.session?.show({ editing: this.cardId })
    this.#tell()
  }

  get #isFixed(): boolean {
    return this.fixed || this.session?.canEdit !== true
  }

  get #fragment(): XmlFragment | undefined {
    return this.session === undefined ? undefined : cardText(liveOf(this.session).value.board, this.cardId, this.field)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#listen()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop()
    if (this.editing) this.#left(undefined)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') || changed.has('cardId') || changed.has('field')) this.#listen()
  }

  /** Formatting changes no fact of the board, so the words are watched themselves. */
  #listen(): void {
    this.#stop()
    const { session } = this
    if (session === undefined) return
    let fragment: XmlFragment | undefined
    const redraw = (): void => this.requestUpdate()
    const watch = (): void => {
      fragment?.unobserveDeep(redraw)
      fragment = this.#fragment
      fragment?.observeDeep(redraw)
      redraw()
    }
    watch()
    const stopLive = liveOf(session).subscribe(() => {
      this.editing = false
      watch()
    })
    const stopBoard = session.board.subscribe(() => fragment === undefined && watch())
    this.#stop = () => {
      this.#stop = () => undefined
      fragment?.unobserveDeep(redraw)
      stopLive()
      stopBoard()
    }
  }

  readonly #left = (event: CustomEvent<EditorLeft> | undefined): void => {
    this.editing = false
    this.session?.show({ editing: undefined })
    this.#tell()
    if (event === undefined || event.detail.by === 'blur') return
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.rest')?.focus())
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent('text-editing', { detail: { cardId: this.cardId, field: this.field, editing: this.editing }, bubbles: true, composed: true }))
  }

  readonly #pressed = (event: MouseEvent): void => {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) return
    // Whoever selects words to copy them does not want to edit.
    if (getSelection()?.isCollapsed === false) return
    void this.edit({ x: event.clientX, y: event.clientY })
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    void this.edit()
  }

  protected override render(): TemplateResult {
    const fragment = this.#fragment
    const label = this.label === '' ? words[this.field] : this.label
    if (this.editing) {
      return html`<tacit-editor .session=${this.session} cardId=${this.cardId} field=${this.field} .at=${this.#at} label=${label} @editor-left=${this.#left}></tacit-editor>`
    }
    const empty = fragment === undefined || (this.session?.board.value.cards.get(this.cardId)?.[this.field] ?? '') === ''
    const text = empty ? html`<p class="empty">${this.placeholder}</p>` : richText(fragment)
    if (this.#isFixed) return html`<div class="rest rich fixed" data-field=${this.field}>${text}</div>`
    return html`<div class="rest rich" data-field=${this.field} role="group" tabindex="0" aria-label=${words.edit(label)} @click=${this.#pressed} @keydown=${this.#key}>${text}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-text': TacitCardText }
}
