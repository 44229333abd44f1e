// One banner over the board at a time, the gravest: what the server refused, that this browser cannot keep changes, what
// is kept for the person, an answer that was not taken, offline. Tells `refusal-read` when the person has seen to what was
// refused, and `words-wanted` to have it on new cards. That one may only look stands above the board, in its own room.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Right } from '../../../shared/protocol/rights.ts'
import { allows } from '../../../shared/protocol/rights.ts'
import { subjectOfUnsent, wordsOfUnsent } from '../../commands/unsent.ts'
import type { Keeping } from '../../session/board-copy.ts'
import type { KeptText, Waiting } from '../../session/shelf.ts'
import type { SaveState, Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { controls, reset } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/banner.ts'
import { awayWords, bannerWords } from '../words.ts'

export interface WordsWanted { readonly texts: readonly string[] }

@customElement('tacit-board-banner')
export class TacitBoardBanner extends LitElement {
  static override styles = [reset, controls, css`
    :host { display: grid; gap: 8px; justify-items: center; position: absolute; left: 12px; right: 12px; top: 12px; z-index: var(--z-chrome); pointer-events: none; }
    tacit-banner { width: min(560px, 100%); pointer-events: auto; border-radius: var(--r3); box-shadow: var(--e2); }
    textarea { width: min(560px, 100%); height: 120px; padding: 10px 12px; pointer-events: auto; border: 1px solid var(--line-2); border-radius: var(--r3); background: var(--surface); color: var(--ink); font-size: 13px; line-height: 20px; }
  `]

  @property({ attribute: false }) save: SaveState = { kind: 'connecting' }
  @property() right: Right = 'view'
  /** Whose outbox and kept words are told; a banner without one tells of the save state alone. */
  @property({ attribute: false }) session: Session | undefined
  @state() private copied = ''
  /** The words to copy by hand, when the browser does not let us. */
  @state() private byHand = ''
  /** Words of somebody of the same name, who is somebody else. */
  @state() private notMine = false
  /** The warning that the person has seen. */
  @state() private seen: Keeping = 'kept'

  protected readonly watch = new Watch(this, () => [this.session?.keeping, this.session?.kept, this.session?.offered, this.session?.outbox])

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.watch.renew()
  }

  override render(): TemplateResult | typeof nothing {
    const { save, session } = this
    if (save.kind === 'not-saved') return this.#refused(save)
    const keeping = session?.keeping.value ?? 'kept'
    if ((keeping === 'full' || keeping === 'closed') && session?.canEdit === true && keeping !== this.seen) return this.#warning('error', keeping)
    const kept = session?.kept.value ?? []
    if (kept.length > 0) return this.#kept(kept)
    const notTaken = session?.outbox.value.find(({ refused }) => refused !== undefined)
    if (session !== undefined && notTaken !== undefined) return this.#notTaken(session, notTaken)
    const offered = session?.offered?.value ?? []
    if (session !== undefined && offered.length > 0 && !this.notMine) return this.#offered(session, offered.length)
    if (keeping === 'scarce' && session?.canEdit === true && keeping !== this.seen) return this.#warning('info', keeping)
    if (save.kind === 'offline') return html`<tacit-banner kind="offline">${this.#offline()}</tacit-banner>`
    return nothing
  }

  #offline(): string {
    const waiting = this.session?.outbox.value.filter(({ root }) => root !== 'seen').length ?? 0
    return [allows(this.right, 'edit') ? bannerWords.offline : bannerWords.offlineReader, waiting === 0 ? '' : awayWords.waiting(waiting)].filter((part) => part !== '').join(' ')
  }

  #warning(kind: 'error' | 'info', keeping: 'scarce' | 'full' | 'closed'): TemplateResult {
    return html`<tacit-banner kind=${kind}>${awayWords[keeping]}<button slot="actions" type="button" class="btn sm ghost" @click=${() => { this.seen = keeping }}>${awayWords.understood}</button></tacit-banner>`
  }

  #refused({ sentence, kept, pending }: Extract<SaveState, { kind: 'not-saved' }>): TemplateResult {
    const texts = this.session?.kept.value.map(({ text }) => text) ?? []
    const all = texts.length > 1 ? texts.join('\n\n') : kept
    return this.#told(sentence === '' ? bannerWords.refused(pending) : sentence, all, all === undefined ? [] : texts, this.#read)
  }

  #kept(kept: readonly KeptText[]): TemplateResult {
    const texts = kept.map(({ text }) => text)
    const why = kept.at(-1)?.why
    return this.#told([awayWords.kept(kept.length), why ?? ''].filter((part) => part !== '').join(' '), texts.join('\n\n'), texts, this.#read)
  }

  #offered(session: Session, texts: number): TemplateResult {
    return html`<tacit-banner kind="info">${awayWords.offered(texts)}<button slot="actions" type="button" class="btn sm" @click=${() => session.takeOffered()}>${awayWords.mine}</button>
      <button slot="actions" type="button" class="btn sm ghost" @click=${() => { this.notMine = true }}>${awayWords.notMine}</button></tacit-banner>`
  }

  #notTaken(session: Session, answer: Waiting): TemplateResult {
    const own = wordsOfUnsent(answer)
    return this.#told(awayWords.notTaken(subjectOfUnsent(session.board.value, answer), answer.refused ?? ''), own === '' ? undefined : own, [], () => session.takeBack(answer.id))
  }

  /** `copy`: what may be copied; `texts`: what may be put on cards. */
  #told(sentence: string, copy: string | undefined, texts: readonly string[], read: () => void): TemplateResult {
    return html`<tacit-banner kind="error">${sentence}
        ${texts.length === 0 || this.session?.canEdit !== true ? nothing : html`<button slot="actions" type="button" class="btn sm" @click=${() => this.#want(texts)}>${awayWords.toCards(texts.length)}</button>`}
        ${copy === undefined ? nothing : html`<button slot="actions" type="button" class="btn sm" @click=${() => void this.#copy(copy)}>${this.copied === copy ? bannerWords.copied : bannerWords.copy}</button>`}
        <button slot="actions" type="button" class="btn sm ghost" @click=${read}>${bannerWords.read}</button></tacit-banner>
      ${this.byHand === '' ? nothing : html`<textarea readonly aria-label=${bannerWords.byHand} .value=${this.byHand}></textarea>`}`
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      this.copied = text
      announce(bannerWords.copied)
    } catch {
      this.byHand = text
      await this.updateComplete
      this.renderRoot.querySelector('textarea')?.select()
    }
  }

  #want(texts: readonly string[]): void {
    this.dispatchEvent(new CustomEvent<WordsWanted>('words-wanted', { detail: { texts }, bubbles: true, composed: true }))
    this.#read()
  }

  readonly #read = (): void => {
    this.byHand = ''
    this.dispatchEvent(new CustomEvent('refusal-read', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-banner': TacitBoardBanner }
}
