// Answering in turn: goes through the assumptions that wait for a team, one after the other, wherever they are answered:
// by key, toolbar or inspector. The list is fixed when it begins; what somebody else of the team answers meanwhile is
// passed over. Tells `turn-to` {id} for each, and `turn-over` {sentence} when it is done; without a sentence when this
// person leaves: they know.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { givenIn, waitsFor } from '../../panels/waiting.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { controls, panels, reset, type as typeSheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { keyCaps } from '../../ui/key-caps.ts'
import { isTyping } from '../../ui/key-map.ts'
import { turnWords } from './words.ts'

@customElement('tacit-in-turn')
export class TacitInTurn extends LitElement {
  static override styles = [reset, typeSheet, controls, panels, css`
    :host { position: absolute; left: 12px; bottom: 12px; z-index: var(--z-panel); pointer-events: none; }
    :host([raised]) { bottom: 56px; }
    .float { display: flex; align-items: center; gap: 8px; padding: 6px 6px 6px 16px; max-width: calc(100vw - 24px); font-size: 13px; line-height: 20px; pointer-events: auto; }
    .dots { display: flex; gap: 3px; }
    .dots i { width: 14px; height: 4px; border-radius: 2px; background: var(--line-2); opacity: 0.5; }
    .dots i.past { background: var(--ink); opacity: 1; }
    .dots i.here { background: var(--accent); opacity: 1; }
    .vr { margin: 0 2px; }
    @media (pointer: coarse) { .btn { height: 44px; } }
    @media (max-width: 720px) { :host, :host([raised]) { left: 0; right: 0; top: 8px; bottom: auto; display: grid; justify-items: center; } }
    @media (max-width: 480px) { .waits, .vr, .kbd { display: none; } }
    @media (forced-colors: active) { .dots i { forced-color-adjust: none; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property() team = ''
  /** What waited when it began, in order. */
  @property({ attribute: false }) ids: readonly string[] = []
  @state() private at = -1
  #skipped = 0
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements, this.session?.outbox])

  /** Goes on, whatever became of the one before. */
  readonly skip = (): void => {
    this.#skipped += 1
    this.#next()
  }

  readonly stop = (): void => {
    announce(turnWords.stopped)
    this.#tell('turn-over', {})
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('keydown', this.#escape, true)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.#escape, true)
  }

  /** Before selection and filter: Escape leaves first what began last. What is open above answers it itself. */
  readonly #escape = (event: KeyboardEvent): void => {
    const above = event.composedPath().some((node) => node instanceof HTMLElement && (node.matches('[popover], dialog') || node.localName === 'tacit-inspector'))
    if (event.key !== 'Escape' || above || isTyping(event)) return
    event.preventDefault()
    event.stopPropagation()
    this.stop()
  }

  protected override updated(): void {
    if (this.at < 0 || !this.#waits(this.ids[this.at])) this.#next()
  }

  #waits(id: string | undefined): boolean {
    const card = id === undefined ? undefined : this.session?.board.value.cards.get(id)
    return this.session !== undefined && card !== undefined && waitsFor(this.session.judgements.value, card, this.team, this.session.me.value?.id) && !givenIn(this.session.outbox.value).has(card.id)
  }

  #next(): void {
    if (this.session === undefined || this.at >= this.ids.length) return
    let at = this.at + 1
    while (at < this.ids.length && !this.#waits(this.ids[at])) at++
    this.at = at
    const id = this.ids[at]
    if (id === undefined) return this.#tell('turn-over', { sentence: turnWords.finished(this.ids.length - this.#skipped, this.#skipped) })
    announce(turnWords.progress(at + 1, this.ids.length))
    this.#tell('turn-to', { id })
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  override render(): TemplateResult | typeof nothing {
    const { at, ids, session } = this
    if (at < 0 || at >= ids.length || session === undefined) return nothing
    const team = session.board.value.teams.get(this.team)?.name ?? ''
    return html`<div class="float" role="group" aria-label=${turnWords.label}>
      <b class="num">${turnWords.progress(at + 1, ids.length)}</b>
      ${ids.length > 12 ? nothing : html`<span class="dots" aria-hidden="true">${ids.map((_, place) => html`<i class=${place < at ? 'past' : place === at ? 'here' : ''}></i>`)}</span>`}
      <span class="muted waits">${turnWords.waits(team)}</span><span class="vr"></span>
      <button type="button" class="btn ghost sm" @click=${this.skip}>${turnWords.skip}</button>
      <button type="button" class="btn ghost sm" aria-keyshortcuts="Escape" @click=${this.stop}>${turnWords.stop}<kbd class="kbd" aria-hidden="true">${keyCaps('escape')}</kbd></button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-in-turn': TacitInTurn }
}
