// The overview of a board: what is judged of it as a whole, one part at a time, chosen from a list. Draws the page and the
// names; what stands in a part is the part's own. Tells `part-chosen` {part}, and gives back the focus when a card that
// was opened from here is closed.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { OVERVIEW_PARTS, type OverviewPart } from '../../panels/overview/parts.ts'
import { overviewWords as words } from '../../panels/overview/words.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { focusTrail, refocus } from '../../ui/focused.ts'
import { iconSvg } from '../../ui/icon.ts'
import { overviewStyles } from './overview-styles.ts'
import { Part } from './part.ts'

export interface PartChosen { readonly part: string }

/** Of the page, not of one overview: what was fetched stays. */
const fetched = new Map(OVERVIEW_PARTS.map(({ id, load }) => [id, new Part(load)]))

@customElement('tacit-board-overview')
export class TacitBoardOverview extends LitElement {
  static override styles = [...sheet, overviewStyles]

  @property({ attribute: false }) session!: Session
  /** As the address says it; what it does not know is the first. */
  @property() chosen = ''
  @query('h2') private readonly heading!: HTMLElement | null
  #trail: readonly HTMLElement[] = []
  protected readonly watch = new Watch(this, () => [this.session.board])

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('card-opened', this.#remember)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('card-opened', this.#remember)
  }

  get #parts(): readonly OverviewPart[] {
    return OVERVIEW_PARTS.filter(({ has }) => has?.(this.session.board.value) ?? true)
  }

  /** What the address names is shown, listed or not. */
  get #part(): OverviewPart | undefined {
    return OVERVIEW_PARTS.find(({ id }) => id === this.chosen) ?? this.#parts[0]
  }

  /** To the name of the part that is read. */
  async focusHeading(): Promise<void> {
    await this.updateComplete
    this.heading?.focus({ preventScroll: true })
  }

  /** Where the card was opened from has the focus again. */
  focusBack(): void {
    const trail = this.#trail
    this.#trail = []
    refocus(trail)
  }

  /** On a phone the list is one row that is wider than the page. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('chosen')) return
    const row = this.renderRoot.querySelector('nav ul')
    const here = row?.querySelector('[aria-current]')?.parentElement
    if (row !== null && here !== null && here !== undefined) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2
  }

  override render(): TemplateResult {
    const chosen = this.#part
    return html`<div class="sides">
      <nav aria-label=${words.label}><ul>${this.#parts.map((part) => this.#entry(part, part === chosen))}</ul></nav>
      ${chosen === undefined ? nothing : html`<section class="sheet" aria-labelledby="part"><h2 id="part" tabindex="-1">${words.parts[chosen.id]}</h2><p class="about">${words.about[chosen.id]}</p>${this.#content(chosen)}</section>`}</div>`
  }

  #entry({ id, icon }: OverviewPart, chosen: boolean): TemplateResult {
    return html`<li><button type="button" data-part=${id} aria-current=${chosen ? 'page' : nothing} @click=${() => this.#choose(id)}>${iconSvg(icon)}<span>${words.parts[id]}</span></button></li>`
  }

  #content(part: OverviewPart): TemplateResult {
    if (fetched.get(part.id)?.hereFor(this) !== true) return html`<p class="faint" role="status">${words.opening}</p>`
    return html`${keyed(part.id, part.draw(this.session))}`
  }

  #choose(id: string): void {
    this.dispatchEvent(new CustomEvent<PartChosen>('part-chosen', { detail: { part: id }, bubbles: true, composed: true }))
    this.scrollTop = 0
    void this.focusHeading()
  }

  readonly #remember = (): void => { this.#trail = focusTrail() }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-overview': TacitBoardOverview }
}
