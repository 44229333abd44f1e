// The toolbar above a selection: the answer first, then link, details and more. It says what is wanted and does
// nothing itself; a dispute asks for its reason here, so that answering needs no panel. On a phone it is a sheet from
// below that says what is selected as well.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardState, Card, Person, Verdict } from '../../../shared/board/records.ts'
import type { Rect, ScreenPoint, Size } from '../../../shared/geometry/geometry.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { faceOf } from '../../cards/face.ts'
import { shownTitle } from '../../cards/size.ts'
import { framesOf } from '../../commands/frame-facts.ts'
import { heardOn, standingAnswerOf } from '../../panels/heard.ts'
import { isAskedAgain, isDecided, waitsFor } from '../../panels/waiting.ts'
import { controls, fields, marks, panels, reset, states } from '../../theme/sheet.ts'
import { AtFoot } from '../../ui/foot.ts'
import { iconSvg, type IconName } from '../../ui/icon.ts'
import '../../ui/dispute-form.ts'
import type { DisputeGiven, TacitDisputeForm } from '../../ui/dispute-form.ts'
import '../../ui/popover.ts'
import type { TacitPopover } from '../../ui/popover.ts'
import { summaryHtml, summaryStyles } from './card-summary.ts'
import { ToolbarFocus } from './toolbar-focus.ts'
import { toolbarPlace } from './toolbar-place.ts'
import { sheetWords } from './later-words.ts'
import { menuWords, words } from './words.ts'

export interface AnswerWanted { readonly id: string; readonly verdict: Verdict; readonly reason?: string }
/** What the toolbar's other buttons want for the selection. */
export type ToolbarWish = 'link' | 'stance' | 'open' | 'delete' | 'profile' | 'more' | 'copy' | 'duplicate' | 'frames'

const narrowPage = matchMedia('(max-width: 720px)')

@customElement('tacit-card-toolbar')
export class TacitCardToolbar extends LitElement {
  static override styles = [reset, states, controls, fields, marks, panels, summaryStyles, css`
    :host { position: absolute; left: 0; top: 0; z-index: var(--z-select); pointer-events: none; }
    :host([data-away]) { visibility: hidden; }
    .bar { display: flex; align-items: center; flex-wrap: wrap; gap: 2px; padding: 4px; max-width: calc(100vw - 16px); border-radius: 10px; white-space: nowrap; pointer-events: auto; }
    .bar .btn { height: 32px; }
    .vr { width: 1px; height: 18px; background: var(--line); margin: 0 6px; }
    .said { display: inline-flex; align-items: center; gap: 6px; padding: 0 8px; font: 500 13px/20px var(--font); color: var(--ink-2); }
    @media (pointer: coarse) { .bar .btn, .bar .icon-btn { height: 44px; min-width: 44px; } }
    .grab { display: none; }
    /* A sheet as wide as the view: it lies over the tools, not they over the answers. */
    @media (max-width: 720px) {
      :host { z-index: calc(var(--z-chrome) + 1); left: 0; right: 0; top: auto; bottom: 0; transform: none !important; }
      .sheet { position: relative; padding-bottom: 12px; border-radius: 16px 16px 0 0; background: var(--surface); box-shadow: var(--e3); pointer-events: auto; animation: rise var(--t-panel) var(--ease); }
      .bar { max-width: none; gap: 8px; padding: 0 20px; border-radius: 0; background: none; box-shadow: none; }
      .vr { display: none; }
      .bar .btn { flex: 1 1 auto; height: 48px; padding: 0 10px; border-radius: var(--r3); font-size: 14px; }
      .bar tacit-popover { flex: 1 1 auto; display: grid; }
      .bar .btn.ghost { box-shadow: inset 0 0 0 1px var(--line-2); }
      .bar .icon-btn { width: 44px; height: 44px; }
      .one .bar > .icon-btn { position: absolute; top: 16px; }
      .one .bar > .icon-btn:nth-last-child(1) { right: 8px; }
      .one .bar > .icon-btn:nth-last-child(2) { right: 52px; }
      .one .bar > .icon-btn:nth-last-child(n + 3) { position: static; }
      .one .bar > .said { order: -1; flex: 1 0 100%; padding: 0; }
      .many { padding-top: 8px; }
      .one > .grab { display: block; width: 100%; height: 16px; position: relative; }
      .grab::before { content: ''; position: absolute; left: 50%; top: 8px; width: 36px; height: 4px; margin-left: -18px; border-radius: 2px; background: var(--line-2); }
      .grab::after { content: ''; position: absolute; inset: -12px 0 -16px; }
    }
    @media (max-width: 720px) and (max-height: 520px) { .bar .btn { height: 44px; } }
    @media (max-width: 360px) { .bar .btn .icon { display: none; } }
    @keyframes rise { from { translate: 0 24px; opacity: 0; } }
    @media (prefers-reduced-motion: reduce) { .sheet { animation: none; } }
    @media (forced-colors: active) { .sheet { border-top: 1px solid CanvasText; } }
  `]

  @property({ attribute: false }) cards: readonly Card[] = []
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined
  @property({ attribute: false }) me: Person | undefined
  @property({ type: Boolean }) canEdit = false
  /** Its details are open beside the board and have all of it: nothing stands twice. */
  @property({ type: Boolean }) answered = false
  /** Screen pixels of the view that tools cover. */
  @property({ attribute: false }) covered: readonly Rect[] = []

  @state() private narrow = narrowPage.matches
  @query('tacit-popover') private readonly disputeBox!: TacitPopover | null
  @query('tacit-dispute-form') private readonly disputeForm!: TacitDisputeForm | null
  /** The pointer that was pressed here last. */
  #pressed: number | undefined
  protected readonly foot = new AtFoot(this, () => (this.narrow && !this.hasAttribute('data-away') ? this : null))
  readonly #focus = new ToolbarFocus(this, '.bar > .btn, .bar > .icon-btn, .bar > tacit-popover > .btn')

  override connectedCallback(): void {
    super.connectedCallback()
    narrowPage.addEventListener('change', this.#onWidth)
    this.addEventListener('pointerdown', this.#onPress)
    this.addEventListener('click', this.#onClick, { capture: true })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    narrowPage.removeEventListener('change', this.#onWidth)
    this.removeEventListener('pointerdown', this.#onPress)
    this.removeEventListener('click', this.#onClick, { capture: true })
  }

  readonly #onPress = ({ pointerId }: PointerEvent): void => {
    this.#pressed = pointerId
  }

  /** The sheet rises under the finger that picked the card: what that finger did is no press of a button here. */
  readonly #onClick = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch' || event.pointerId === this.#pressed) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  readonly #onWidth = (): void => {
    this.narrow = narrowPage.matches
  }

  /** Screen pixels at the foot of the view that the sheet of a phone covers; 0 elsewhere. */
  get sheetHeight(): number {
    return this.narrow ? this.offsetHeight : 0
  }

  /** Stands above what is selected, in screen pixels of a view; away when nothing is seen. */
  place(selection: Rect | undefined, view: Size): void {
    const size = { width: this.offsetWidth, height: this.offsetHeight }
    this.toggleAttribute('data-away', selection === undefined || size.width === 0)
    if (selection === undefined) return
    const { x, y } = toolbarPlace(selection, size, view, this.covered)
    this.style.transform = `translate(${x}px, ${y}px)`
  }

  /** Asks for the reason of a dispute, as the button does. */
  dispute(): void {
    this.disputeBox?.show()
  }

  #wish(wish: ToolbarWish, at?: ScreenPoint): void {
    this.dispatchEvent(new CustomEvent('toolbar-wish', { detail: { wish, at }, bubbles: true, composed: true }))
  }

  /** A menu opens below the button that wants it. */
  #menu(icon: IconName, label: string, wish: ToolbarWish): TemplateResult {
    const open = (event: Event): void => {
      const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect()
      this.#wish(wish, { x: left, y: bottom + 8 })
    }
    return html`<button type="button" class="icon-btn" title=${label} aria-label=${label} aria-haspopup="menu" @click=${open}>${iconSvg(icon)}</button>`
  }

  #answer(id: string, verdict: Verdict, reason?: string): void {
    this.disputeBox?.close()
    const detail: AnswerWanted = { id, verdict, ...(reason === undefined ? {} : { reason }) }
    this.dispatchEvent(new CustomEvent('answer-wanted', { detail, bubbles: true, composed: true }))
  }

  #button(icon: IconName, label: string, run: () => void, look = 'ghost', short = label): TemplateResult {
    return html`<button type="button" class="btn sm ${look}" aria-label=${this.narrow && short !== label ? label : nothing} @click=${run}>${iconSvg(icon)}${this.narrow ? short : label}</button>`
  }

  #icon(icon: IconName, label: string, run: () => void): TemplateResult {
    return html`<button type="button" class="icon-btn" title=${label} aria-label=${label} @click=${run}>${iconSvg(icon)}</button>`
  }

  #answers(card: Card, board: BoardState, judgements: Judgements): TemplateResult | typeof nothing {
    const { me } = this
    if ((card.kind !== 'assumption' && !isDecided(card)) || card.retired || me === undefined || me.role === 'guest') return nothing
    if (me.team === '') return html`${this.#button('users', words.chooseTeam, () => this.#wish('profile'), 'primary')}<span class="vr"></span>`
    if (isDecided(card)) return html`${this.#stance(waitsFor(judgements, card, me.team))}<span class="vr"></span>`
    const mine = standingAnswerOf(heardOn(board, judgements, card), me.id)
    const expired = judgements.assumption(card.id).reasons.includes(`expired:${me.id}`)
    const asked = isAskedAgain(judgements, card.id, me.id)
    const verdict = mine?.current === true && !expired && !asked ? mine.record.verdict : undefined
    const team = board.teams.get(me.team)?.name ?? me.team
    const confirm = verdict === 'confirm' ? html`<span class="said">${iconSvg('check')}${words.confirmed}</span>`
      : this.#confirm(card.id, team, mine?.record.verdict === 'confirm')
    return html`${confirm}
      ${verdict === 'refute' ? html`<span class="said">${iconSvg('notequal')}${words.disputed}</span>` : this.#disputeForm(card.id)}
      ${verdict === 'unsure' ? html`<span class="said">${iconSvg('unsure')}${words.unsureSaid}</span>` : this.#button('unsure', words.unsure, () => this.#answer(card.id, 'unsure'))}
      ${verdict === undefined ? nothing : this.#icon('undo', words.withdraw, () => this.#answer(card.id, 'withdraw'))}
      ${mine !== undefined && (!mine.current || asked) ? this.#button('history', words.whatChanged, () => this.#wish('open')) : nothing}<span class="vr"></span>`
  }

  /** The five stances with their meaning open below it. */
  #stance(waits: boolean): TemplateResult {
    const open = (event: Event): void => {
      const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect()
      this.#wish('stance', { x: left, y: bottom + 8 })
    }
    return html`<button type="button" class="btn sm ${waits ? 'primary' : 'ghost'}" aria-haspopup="dialog" @click=${open}>${iconSvg('decision')}${words.stance}</button>`
  }

  #confirm(id: string, team: string, again: boolean): TemplateResult {
    const run = (): void => this.#answer(id, 'confirm')
    return again ? this.#button('check', words.confirmAgain(team), run, 'primary', sheetWords.confirmAgain) : this.#button('check', words.confirm(team), run, 'primary', sheetWords.confirm)
  }

  #disputeForm(id: string): TemplateResult {
    return html`<tacit-popover label=${words.dispute} @popover-toggled=${({ detail: { open } }: CustomEvent<{ open: boolean }>) => open && this.disputeForm?.focus()}>
      <button slot="trigger" type="button" class="btn sm ghost">${iconSvg('notequal')}${words.dispute}</button>
      <tacit-dispute-form @dispute-given=${({ detail: { reason } }: CustomEvent<DisputeGiven>) => this.#answer(id, 'refute', reason)}></tacit-dispute-form></tacit-popover>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { board, judgements, cards } = this
    const [only] = cards
    if (board === undefined || judgements === undefined || only === undefined) return nothing
    const one = cards.length === 1
    // The inspector has all of it, and is that sheet of a phone pulled up.
    if (one && this.answered) return nothing
    return html`<div class="sheet ${one ? 'one' : 'many'}">${this.narrow && one ? html`<button type="button" class="grab" aria-label=${words.open} @click=${() => this.#wish('open')}></button>${summaryHtml(faceOf({ card: only, board, judgements }), this.#team(only, board))}` : nothing}
      <div class="float bar" role="toolbar" aria-label=${one ? words.toolbar(shownTitle(only)) : words.toolbarMany(cards.length)} data-own-pointer @keydown=${this.#focus.key}>
      ${one ? this.#one(only, board, judgements) : html`<span class="said">${words.selected(cards.length)}</span><span class="vr"></span>${this.#several(board)}`}
      ${this.#menu('more', menuWords.more, 'more')}
    </div></div>`
  }

  /** The team that this person answers for here; '' for nobody. */
  #team(card: Card, board: BoardState): string {
    const { me } = this
    if (card.kind !== 'assumption' || card.retired || me === undefined || me.role === 'guest') return ''
    return board.teams.get(me.team)?.name ?? ''
  }

  #one(card: Card, board: BoardState, judgements: Judgements): TemplateResult {
    return html`${this.#answers(card, board, judgements)}
      ${this.canEdit && card.kind !== 'frame' ? this.#icon('link-rest', words.linkFrom, () => this.#wish('link')) : nothing}
      ${this.narrow ? nothing : this.#icon('panel', words.open, () => this.#wish('open'))}`
  }

  #several(board: BoardState): TemplateResult {
    const framed = this.cards.some(({ kind }) => kind !== 'frame') && framesOf(board).length > 0
    return html`${this.#icon('copy', menuWords.copy, () => this.#wish('copy'))}
      ${this.canEdit ? html`${this.#icon('plus', menuWords.duplicate, () => this.#wish('duplicate'))}
        ${framed ? this.#menu('frame', menuWords.toFrame, 'frames') : nothing}
        ${this.#icon('trash', words.delete, () => this.#wish('delete'))}` : nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-toolbar': TacitCardToolbar }
}
