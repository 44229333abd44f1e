// Watches what goes on under one's own team: a chip with how many dependencies wait for its answer, a notice after two
// quiet minutes when something changed that it relies on, and one when a mark went without an answer. Tells `dependencies-wanted`. Fetched after the first card can be seen.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { controls, marks, reset, states } from '../../theme/sheet.ts'
import { ringSvg } from '../../ui/ring.ts'
import { showToast } from '../../ui/toasts.ts'
import { tellMarksOff } from '../changes/mark-news.ts'
import { whoChanged } from './changes.ts'
import { asksForNote, editsNow } from './editing-sessions.ts'
import { isChange, linesBetweenTeams, ownSide, relyingTeams, teamNamed, waitingLines, type Line } from './lines.ts'
import { PAGE_CLOCK, QuietAlerts, type Changed, type Clock } from './quiet-alerts.ts'
import { alertWords, noteWords, viewWords } from './words.ts'

@customElement('tacit-dependency-watch')
export class TacitDependencyWatch extends LitElement {
  static override styles = [reset, states, marks, controls, css`
    :host { display: inline-flex; flex: none; margin-left: auto; }
    .chip { gap: 8px; padding: 0 9px 0 7px; color: var(--st); }
    .chip:focus-visible { outline-offset: -2px; }
    b { font-weight: 600; }
    @media (max-width: 720px) { .chip { height: 40px; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  /** Of this browser; tests bring their own. */
  @property({ attribute: false }) clock: Clock = PAGE_CLOCK
  #alerts: QuietAlerts | undefined
  #seen: readonly unknown[] = []
  #waiting: readonly Line[] = []
  #marks: { readonly session: Session; readonly stop: () => void } | undefined
  readonly #watch = new Watch(this, () => [this.session?.board, this.session?.judgements, this.session?.me, this.session?.ready])

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('text-editing', this.#edited)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('text-editing', this.#edited)
    this.#alerts?.stop()
    this.#alerts = undefined
    this.#marks?.stop()
    this.#marks = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') && this.isConnected) {
      this.#watch.renew()
      this.#alerts?.stop()
      this.#alerts = undefined
    }
    if (this.isConnected && this.session !== undefined && this.#marks?.session !== this.session) {
      this.#marks?.stop()
      this.#marks = { session: this.session, stop: tellMarksOff(this.session) }
    }
    this.#look()
  }

  /** Again only when something has changed that a line may hang on. */
  #look(): void {
    const { session } = this
    if (session?.ready.value !== true) return
    const me = session.me.value
    const seen = [session, session.judgements.value, me?.team, me?.role]
    if (this.#alerts !== undefined && seen.every((one, at) => one === this.#seen[at])) return
    this.#seen = seen
    const team = me === undefined || me.role === 'guest' ? undefined : me.team
    const lines = linesBetweenTeams({ board: session.board.value, judgements: session.judgements.value })
    this.#waiting = waitingLines(lines, team)
    this.#alerts ??= new QuietAlerts(this.#tell, this.clock)
    this.#alerts.heed(lines, team)
  }

  /** On the board itself: who relies on it is said as the typing begins, and after it what it asks of them. */
  readonly #edited = (event: Event): void => {
    const { session } = this
    const { cardId, editing } = (event as CustomEvent<{ cardId: string; editing: boolean }>).detail
    const card = session?.board.value.cards.get(cardId)
    const inside = event.composedPath().some((node) => node instanceof HTMLElement && node.localName === 'tacit-inspector')
    if (session === undefined || card === undefined || card.kind === 'assumption' || inside) return
    if (editing) editsNow(session, cardId)
    const teams = relyingTeams({ board: session.board.value, judgements: session.judgements.value }, card).map(({ name }) => name)
    if (teams.length === 0) return
    if (editing) showToast(noteWords.relying(teams))
    else if (asksForNote(session, cardId)) showToast(noteWords.title(teams), { label: noteWords.ask, run: () => this.dispatchEvent(new CustomEvent('card-opened', { detail: { id: cardId }, bubbles: true, composed: true })) })
  }

  readonly #tell = (changed: readonly Changed[]): void => {
    showToast(this.#sentence(changed), { label: alertWords.look, run: this.#open })
  }

  #sentence(changed: readonly Changed[]): string {
    const { session } = this
    const [first] = changed
    if (session === undefined || first === undefined) return ''
    const board = session.board.value
    const team = teamNamed(board, first.side.team).name
    if (changed.length > 1) return alertWords.several(changed.length, team)
    const { line, side } = first
    const card = side.side === 'consumer' ? line.provider : line.consumer
    const who = whoChanged(board, card, side)
    const title = isolated(card.title)
    return side.alert === 'removed' ? alertWords.removed(title, team) : side.alert === 'need_changed' ? alertWords.need_changed(who, title, team) : alertWords.changed(who, title, team)
  }

  readonly #open = (): void => {
    this.dispatchEvent(new CustomEvent('dependencies-wanted', { bubbles: true, composed: true }))
  }

  override render(): TemplateResult | typeof nothing {
    const count = this.#waiting.length
    const team = this.session?.me.value?.team ?? ''
    if (count === 0 || this.session === undefined) return nothing
    const look = this.#waiting.some((line) => isChange(ownSide(line, team)?.alert)) ? 'stale' : 'unconfirmed'
    return html`<button type="button" class="chip s-${look}" @click=${this.#open}>${ringSvg(undefined, look, 16)}<span>${viewWords.waits(count)}<span class="sr">${viewWords.chip(teamNamed(this.session.board.value, team).name)}</span></span></button>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-dependency-watch': TacitDependencyWatch }
}
