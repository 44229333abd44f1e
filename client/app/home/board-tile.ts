// One board on the home page: a picture of it, its name, what this person may do there, when it was edited, its
// assumptions as ticks and words, and a small menu. Renames in place. Tells `board-renamed`, `board-deleted`, `board-forgotten`; asks nobody anything.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardGlance, MyBoard } from '../../../shared/protocol/http.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { allows } from '../../../shared/protocol/rights.ts'
import type { AssumptionState } from '../../../shared/rules/judgements.ts'
import { agoInWords } from '../../language/dates.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg, type Icon } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { lookOf, type Look } from '../../ui/looks.ts'
import '../../ui/menu.ts'
import type { MenuItem } from '../../ui/menu.ts'
import '../../ui/tally.ts'
import { words } from '../../ui/words.ts'
import { boardPath } from '../router.ts'
import { appWords } from '../words.ts'
import { thumbnailHtml, thumbnailStyles } from './thumbnail.ts'
import { homeWords, tileWords } from './words.ts'

/** What is asked about first. */
const DOUBT: readonly Look[] = ['unconfirmed', 'disputed', 'stale']
const MOST_TICKS = 16

export interface BoardRenamed { readonly id: string; readonly title: string }
export interface BoardNamed { readonly id: string }

function iconOf(board: MyBoard): Icon {
  if (board.right === 'own') return later.key
  return allows(board.right, 'edit') ? later.pencil : 'eye'
}

function countsOf({ states }: BoardGlance): Readonly<Record<Look, number>> {
  const counts: Record<Look, number> = { unconfirmed: 0, stale: 0, disputed: 0, refuted: 0, confirmed: 0, retired: 0 }
  for (const [state, count] of Object.entries(states)) counts[lookOf(state as AssumptionState)] += count
  return counts
}

/** The doubt that there is most reason to look at, in words; the ticks say the rest. */
function standingHtml({ glance, here }: MyBoard): TemplateResult {
  const there = here === undefined || here === 0 ? nothing : html`<span class="here">${tileWords.here(here)}</span>`
  if (glance === undefined) return html`<p class="standing plain">${there}</p>`
  const counts = countsOf(glance)
  const worst = DOUBT.find((look) => counts[look] > 0)
  if (worst !== undefined) return html`<p class="standing s-${worst}"><tacit-tally small .most=${MOST_TICKS} .counts=${counts}></tacit-tally>${words.count(counts[worst], worst)}${there}</p>`
  const none = glance.cards.length === 0 ? tileWords.empty : tileWords.noAssumptions
  if (counts.confirmed === 0) return html`<p class="standing plain">${none}${there}</p>`
  return html`<p class="standing plain"><tacit-tally small .most=${MOST_TICKS} .counts=${counts}></tacit-tally>${tileWords.allConfirmed}${there}</p>`
}

@customElement('tacit-board-tile')
export class TacitBoardTile extends LitElement {
  static override styles = [...sheet, thumbnailStyles, css`
    :host { display: block; position: relative; height: 100%; }
    .tile-box { display: grid; grid-template-rows: auto 1fr; height: 100%; border-radius: var(--r4); background: var(--surface); box-shadow: 0 0 0 1px var(--line); transition: box-shadow var(--t-press); }
    .tile-box:hover { box-shadow: 0 0 0 1px var(--line-2); }
    .ground { height: 148px; border-radius: var(--r4) var(--r4) 0 0; background: var(--canvas); overflow: hidden; }
    .about { display: grid; align-content: start; gap: 2px; padding: 12px 16px 14px; min-height: 98px; }
    a { display: block; }
    a::after { content: ''; position: absolute; inset: 0; border-radius: var(--r4); }
    a:focus-visible { outline: none; }
    a:focus-visible::after { outline: 2px solid var(--accent); outline-offset: 2px; }
    h3 { font-size: 15px; line-height: 22px; padding-right: 28px; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere; }
    .meta { display: flex; gap: 6px; align-items: center; min-width: 0; }
    .meta .icon { width: 14px; height: 14px; }
    .standing { display: flex; gap: 8px; align-items: center; min-height: 18px; margin-top: 8px; font-size: 12px; line-height: 16px; font-weight: 600; color: var(--st, var(--ink-2)); white-space: nowrap; flex-wrap: wrap; row-gap: 2px; }
    .standing.plain { font-weight: 400; color: var(--ink-2); }
    .standing tacit-tally { min-width: 0; max-width: 100%; overflow: hidden; }
    .here { margin-inline-start: auto; font-weight: 400; color: var(--ink-2); }
    tacit-menu { position: absolute; right: 10px; top: 156px; z-index: 1; }
    form { display: grid; gap: 8px; padding-bottom: 4px; }
    @media (forced-colors: active) { .tile-box { border: 1px solid CanvasText; } }
  `]

  @property({ attribute: false }) board: MyBoard | undefined
  @property({ type: Number }) now = 0
  /** The server does not list it: it can be taken off the list. */
  @property({ type: Boolean }) forgettable = false
  @state() private renaming = false
  @query('.rename') private readonly field!: HTMLInputElement | null
  @query('.icon-btn') private readonly trigger!: HTMLButtonElement | null

  override render(): TemplateResult {
    const board = this.board
    if (board === undefined) return html``
    return html`<div class="tile-box">
      <div class="ground">${thumbnailHtml(board.glance)}</div>
      <div class="about">${this.renaming ? this.#form(board) : html`<h3><a href=${boardPath(board.id)}>${board.title === '' ? appWords.untitled : board.title}</a></h3>`}
      <p class="meta">${iconSvg(iconOf(board), 14)}<span class="cut">${homeWords.right[board.right]}, ${homeWords.edited(agoInWords(board.updatedAt, this.now))}</span></p>
      ${standingHtml(board)}</div>
      ${this.renaming ? nothing : this.#menu(board)}
    </div>`
  }

  #menu(board: MyBoard): TemplateResult {
    const items: MenuItem[] = []
    if (allows(board.right, 'edit')) items.push({ id: 'rename', label: homeWords.rename, icon: later.pencil })
    if (this.forgettable) items.push({ id: 'forget', label: homeWords.forget, icon: later['eye-off'] })
    if (board.right === 'own') items.push({ id: 'delete', label: homeWords.delete, icon: 'trash', separated: items.length > 0 })
    if (items.length === 0) return html``
    return html`<tacit-menu label=${homeWords.actions(board.title)} align="end" .items=${items} @menu-chosen=${this.#choose}>
      <button slot="trigger" type="button" class="icon-btn sm" aria-label=${homeWords.actions(board.title)}>${iconSvg('more')}</button>
    </tacit-menu>`
  }

  #form(board: MyBoard): TemplateResult {
    return html`<form @submit=${this.#rename} @keydown=${this.#escape}>
      <input class="input rename" maxlength=${DEFAULT_LIMITS.titleChars} aria-label=${homeWords.renameField} .value=${board.title}>
      <span class="row"><button class="btn primary sm" type="submit">${homeWords.save}</button><button class="btn ghost sm" type="button" @click=${this.#leave}>${homeWords.cancel}</button></span>
    </form>`
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }

  readonly #choose = (event: CustomEvent<{ id: string }>): void => {
    event.stopPropagation()
    const id = this.board?.id ?? ''
    if (event.detail.id === 'delete') this.#tell<BoardNamed>('board-deleted', { id })
    else if (event.detail.id === 'forget') this.#tell<BoardNamed>('board-forgotten', { id })
    else void this.#startRenaming()
  }

  async #startRenaming(): Promise<void> {
    this.renaming = true
    await this.updateComplete
    this.field?.focus()
    this.field?.select()
  }

  readonly #leave = async (): Promise<void> => {
    this.renaming = false
    await this.updateComplete
    this.trigger?.focus()
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') void this.#leave()
  }

  readonly #rename = (event: SubmitEvent): void => {
    event.preventDefault()
    const title = this.field?.value.trim() ?? ''
    if (title !== '' && title !== this.board?.title) this.#tell<BoardRenamed>('board-renamed', { id: this.board?.id ?? '', title })
    void this.#leave()
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-tile': TacitBoardTile }
}
