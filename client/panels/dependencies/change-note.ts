// "N teams rely on this", while a card is open that others depend on; and once for each time of editing, after its words
// or its date changed, three short questions whose answers go with the notice to those teams. All of it may stay empty.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { noteChange } from '../../commands/say/saying.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { asksForNote, editsNow, noteDone } from './editing-sessions.ts'
import { relyingTeams } from './lines.ts'
import { noteWords as words } from './words.ts'

const PARTS = ['requires', 'needs', 'ifNot'] as const

@customElement('tacit-change-note')
export class TacitChangeNote extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    .relying { margin-top: 8px; padding: 6px 10px; border-radius: var(--r2); background: var(--stale-tint); color: var(--stale); font-weight: 500; }
    form { display: grid; gap: 8px; margin-top: 10px; padding: 12px; border-radius: var(--r3); background: var(--canvas); }
    .hint { color: var(--ink-2); }
    .row { flex-wrap: wrap; margin-top: 2px; }
    @media (pointer: coarse), (max-width: 720px) { .btn, .input { height: 44px; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property() card = ''
  /** Its words are being typed here. */
  @property({ type: Boolean }) editing = false
  @property({ attribute: false }) moment: readonly unknown[] = []
  @state() private busy = false
  @state() private failure = ''
  @query('form') private readonly form!: HTMLFormElement | null

  /** What stands there before the first key is what it is compared with. */
  protected override willUpdate(): void {
    if (this.editing && this.session !== undefined) editsNow(this.session, this.card)
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    const card = session?.board.value.cards.get(this.card)
    const me = session?.me.value
    if (session === undefined || card === undefined || card.kind === 'assumption' || !session.canEdit) return nothing
    const teams = relyingTeams({ board: session.board.value, judgements: session.judgements.value }, card).map(({ name }) => name)
    if (teams.length === 0) return nothing
    const asks = me !== undefined && me.role !== 'guest' && me.team !== '' && !this.editing && asksForNote(session, this.card)
    return html`${this.editing ? html`<p class="relying" role="status">${words.relying(teams)}</p>` : nothing}${asks ? this.#form(teams) : nothing}`
  }

  #form(teams: readonly string[]): TemplateResult {
    return html`<form aria-label=${words.title(teams)} @submit=${this.#send} @keydown=${(event: KeyboardEvent) => event.key !== 'Escape' && event.stopPropagation()}>
      <p><b>${words.title(teams)}</b></p><p class="hint">${words.why}</p>
      ${PARTS.map((part) => html`<div class="field"><label for=${part}>${words[part]}</label><input class="input" id=${part} name=${part} maxlength="500" ?disabled=${this.busy}></div>`)}
      <div class="row"><button class="btn primary" ?disabled=${this.busy}>${words.send}</button><button type="button" class="btn ghost" ?disabled=${this.busy} @click=${this.#skip}>${words.skip}</button></div>
      <p class="error" role="alert" ?hidden=${this.failure === ''}>${this.failure}</p></form>`
  }

  readonly #skip = (): void => {
    if (this.session !== undefined) noteDone(this.session, this.card)
    this.failure = ''
    this.requestUpdate()
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { session, form, card } = this
    if (session === undefined || form === null) return
    const given = Object.fromEntries(PARTS.map((part) => [part, (form.elements.namedItem(part) as HTMLInputElement).value.trim()]))
    if (PARTS.every((part) => given[part] === '')) return this.#skip()
    this.busy = true
    this.failure = ''
    try {
      const { said } = await noteChange(session, card, given)
      noteDone(session, card)
      announce(said)
    } catch (error) {
      this.failure = words.failed(error instanceof Error ? error.message : '')
    }
    this.busy = false
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-change-note': TacitChangeNote }
}
