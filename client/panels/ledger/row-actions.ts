// What can be done with the row that somebody is on: the answer first, then asking, then everything else. One press
// each; a dispute asks for its reason. The buttons are reached with the right arrow and left with the left one, so that
// the ledger stays one stop of the Tab key. Says what is wanted and does nothing itself.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Person, Verdict } from '../../../shared/board/records.ts'
import { shownTitle } from '../../cards/size.ts'
import type { CardView } from '../../cards/view.ts'
import { canAsk } from '../../commands/plan/asking.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg, type Icon } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { ariaKeys, keyCaps } from '../../ui/key-caps.ts'
import '../../ui/dispute-form.ts'
import type { DisputeGiven, TacitDisputeForm } from '../../ui/dispute-form.ts'
import '../../ui/menu.ts'
import type { MenuItem } from '../../ui/menu.ts'
import '../../ui/popover.ts'
import type { TacitPopover } from '../../ui/popover.ts'
import { STANCES, type Stance } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { askWords } from '../asking/words.ts'
import '../decisions/stance-draft.ts'
import type { StanceSent, TacitStanceDraft } from '../decisions/stance-draft.ts'
import { saysWhy, STANCE_ICONS } from '../decisions/stance-form.ts'
import { standsNow } from '../decisions/stances.ts'
import { boxWords, stanceWords } from '../decisions/words.ts'
import { heardOn, standingAnswerOf, teamOf } from '../heard.ts'
import { askable, isAskedAgain, isDecided } from '../waiting.ts'
import { sayingOf } from './row-facts.ts'
import { actionWords } from './words.ts'

export interface AnswerWanted { readonly id: string; readonly verdict: Verdict; readonly reason?: string }
export interface StanceWanted extends StanceSent { readonly id: string }
export type RowWish = 'ask' | 'profile' | 'open' | 'edit' | 'evidence' | 'link' | 'why' | 'premise' | 'frame' | 'canvas' | 'retire' | 'delete'
export interface RowWanted { readonly id: string; readonly wish: RowWish }

@customElement('tacit-row-actions')
export class TacitRowActions extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .bar { display: flex; align-items: center; gap: 8px; min-height: 32px; }
    .btn.sm { background: var(--surface); }
    .btn.sm.primary { background: var(--ink); }
    .btn .kbd { margin-left: 2px; }
    .primary .kbd { background: color-mix(in srgb, var(--on-ink) 22%, transparent); color: inherit; }
    tacit-stance-draft { width: min(360px, calc(100vw - 24px)); padding: 14px; white-space: normal; }
    .said { display: inline-flex; align-items: center; gap: 6px; font-weight: 500; color: var(--ink-2); white-space: nowrap; }
    .saying { flex: 1; min-width: 0; text-align: right; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; color: var(--ink-2); }
    @container (max-width: 960px) { .bar { flex-wrap: wrap; } .saying { flex: 1 0 100%; order: 9; text-align: left; } }
    @container (max-width: 640px) {
      .bar > .btn, .bar > tacit-popover > .btn, .bar .icon-btn { height: 44px; font-size: 14px; }
      .bar > .btn, .bar > tacit-popover { flex: 1 1 auto; }
      .bar > tacit-popover > .btn { width: 100%; }
      .bar .icon-btn { width: 44px; }
      .kbd, .for, .btn:not(.primary) > .icon { display: none; }
      .bar > .btn, .bar > tacit-popover > .btn { padding: 0 8px; }
    }
    @media (pointer: coarse) { .bar > .btn, .bar > tacit-popover > .btn, .bar .icon-btn { height: 44px; min-width: 44px; } }
  `]

  @property({ attribute: false }) view: CardView | undefined
  @property({ attribute: false }) me: Person | undefined
  @property({ type: Boolean }) canEdit = false
  /** Said instead of who confirmed what, while the words are being changed. */
  @property() notice = ''
  /** The stance whose reason is being written. */
  @state() private stance: Stance = 'block'
  @query('tacit-popover') private readonly disputeBox!: TacitPopover | null
  @query('tacit-stance-draft') private readonly stanceDraft!: TacitStanceDraft | null
  @query('tacit-dispute-form') private readonly disputeForm!: TacitDisputeForm | null

  /** Asks for the reason of a dispute, as the button does. */
  dispute(): void {
    this.disputeBox?.show()
  }

  /** Asks for the reason of a stance, as its button does. */
  async askWhy(stance: Stance): Promise<void> {
    this.stance = stance
    await this.updateComplete
    const { left, bottom } = (this.renderRoot.querySelector(`[data-stance="${stance}"]`) ?? this).getBoundingClientRect()
    this.disputeBox?.show({ x: left, y: bottom + 4 })
    await this.stanceDraft?.focus()
  }

  /** Moves among the buttons; false when there is none in that direction. */
  step(by: 1 | -1): boolean {
    const all = this.#buttons()
    const here = all.findIndex((button) => button.matches(':focus'))
    const next = all[here < 0 ? (by > 0 ? 0 : -1) : here + by]
    next?.focus()
    return next !== undefined
  }

  #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.bar > .btn, .bar > tacit-popover > .btn, .bar .icon-btn')]
  }

  #wish(wish: RowWish): void {
    const id = this.view?.card.id
    if (id !== undefined) this.dispatchEvent(new CustomEvent<RowWanted>('row-wanted', { detail: { id, wish }, bubbles: true, composed: true }))
  }

  #answer(verdict: Verdict, reason?: string): void {
    this.disputeBox?.close()
    const id = this.view?.card.id
    if (id !== undefined) this.dispatchEvent(new CustomEvent<AnswerWanted>('answer-wanted', { detail: { id, verdict, ...(reason === undefined ? {} : { reason }) }, bubbles: true, composed: true }))
  }

  override render(): TemplateResult | typeof nothing {
    const { view } = this
    if (view === undefined) return nothing
    const saying = this.notice === '' ? sayingOf(view) : this.notice
    return html`<div class="bar" role="group" aria-label=${actionWords.label(shownTitle(view.card))}>
      ${view.card.retired ? this.#ways(view) : view.card.kind === 'assumption' ? this.#answers(view) : isDecided(view.card) ? this.#stances(view) : this.#ways(view)}${this.#menu(view)}
      <span class="meta saying" role=${this.notice === '' ? nothing : 'status'} title=${saying}>${saying}</span></div>`
  }

  #button(icon: Icon, label: string | TemplateResult, key: string, run: () => void, look = ''): TemplateResult {
    return html`<button type="button" class="btn sm ${look}" tabindex="-1" aria-keyshortcuts=${key === '' ? nothing : ariaKeys([key])} @click=${run}>${iconSvg(icon)}<span>${label}</span>${key === '' ? nothing : html`<kbd class="kbd" aria-hidden="true">${keyCaps(key)}</kbd>`}</button>`
  }

  #answers(view: CardView): TemplateResult | typeof nothing {
    const { card, board, judgements } = view
    const { me } = this
    if (me === undefined || me.role === 'guest') return this.#ways(view)
    if (me.team === '') return this.#button('users', actionWords.chooseTeam, '', () => this.#wish('profile'), 'primary')
    const mine = standingAnswerOf(heardOn(board, judgements, card), me.id)
    const expired = judgements.assumption(card.id).reasons.includes(`expired:${me.id}`)
    const verdict = mine?.current === true && !expired && !isAskedAgain(judgements, card.id, me.id) ? mine.record.verdict : undefined
    const said = (of: 'confirm' | 'refute' | 'unsure', icon: Icon): TemplateResult => html`<span class="said">${iconSvg(icon)}${actionWords.said[of]}</span>`
    const again = mine?.record.verdict === 'confirm'
    const confirm = html`${again ? actionWords.confirmAgain : actionWords.confirm}<span class="for">${actionWords.forTeam(teamOf(board, me.team).name)}</span>`
    return html`${verdict === 'confirm' ? said('confirm', 'check') : this.#button('check', confirm, 'Y', () => this.#answer('confirm'), 'primary')}
      ${verdict === 'refute' ? said('refute', 'notequal') : this.#disputeForm()}
      ${verdict === 'unsure' ? said('unsure', 'unsure') : this.#button('unsure', actionWords.unsure, 'U', () => this.#answer('unsure'))}
      ${verdict === undefined ? nothing : html`<button type="button" class="icon-btn sm" tabindex="-1" title=${actionWords.withdraw} aria-label=${actionWords.withdraw} @click=${() => this.#answer('withdraw')}>${iconSvg('undo')}</button>`}
      ${this.#asks(view, me)}`
  }

  #stances(view: CardView): TemplateResult | typeof nothing {
    const { card, board, judgements } = view
    const { me } = this
    if (me === undefined || me.role === 'guest') return this.#ways(view)
    if (me.team === '') return this.#button('users', actionWords.chooseTeam, '', () => this.#wish('profile'), 'primary')
    const mine = standsNow(judgements.decision(card.id), me.id)
    const asked = mine === undefined && judgements.requiredTeams(card.id).includes(me.team)
    return html`${STANCES.map((stance) => (stance === mine ? html`<span class="said">${iconSvg(STANCE_ICONS[stance])}${stanceWords.mine(stance)}</span>` : this.#stance(stance, asked)))}
      <tacit-popover label=${boxWords.label(shownTitle(card))}><tacit-stance-draft stance=${this.stance} .statement=${statementOf(card)} @stance-sent=${(event: CustomEvent<StanceSent>) => this.#take(event.detail)} @draft-left=${() => this.disputeBox?.close()}></tacit-stance-draft></tacit-popover>
      ${teamOf(board, me.team).removed === true ? nothing : this.#asks(view, me)}`
  }

  #stance(stance: Stance, asked: boolean): TemplateResult {
    const key = ({ agree: 'Y', concerns: 'U', block: 'N' } as Partial<Record<Stance, string>>)[stance] ?? ''
    const run = (): void => { if (saysWhy(stance)) void this.askWhy(stance); else this.#take({ stance }) }
    return html`<button type="button" class="btn sm ${stance === 'agree' && asked ? 'primary' : ''}" tabindex="-1" data-stance=${stance} title=${stanceWords.meaning[stance]} aria-keyshortcuts=${key === '' ? nothing : ariaKeys([key])} @click=${run}>
      ${iconSvg(STANCE_ICONS[stance])}<span>${stanceWords.short[stance]}<span class="sr">: ${stanceWords.meaning[stance]}</span></span>${key === '' ? nothing : html`<kbd class="kbd" aria-hidden="true">${keyCaps(key)}</kbd>`}</button>`
  }

  #take(sent: StanceSent): void {
    this.disputeBox?.close()
    const id = this.view?.card.id
    if (id !== undefined) this.dispatchEvent(new CustomEvent<StanceWanted>('stance-wanted', { detail: { id, ...sent }, bubbles: true, composed: true }))
  }

  /** Where nothing is to be answered. */
  #ways({ card }: CardView): TemplateResult {
    return html`${this.#button('panel', actionWords.open, 'enter', () => this.#wish('open'))}
      ${this.canEdit ? this.#button(later.edit, actionWords.edit, 'F2', () => this.#wish('edit')) : nothing}
      ${this.canEdit && card.kind !== 'frame' ? this.#button('link-rest', actionWords.linkShort, 'L', () => this.#wish('link')) : nothing}`
  }

  #asks(view: CardView, me: Person): TemplateResult | typeof nothing {
    const teams = askable(view.board, view.judgements, view.card.id, me.team)
    return teams.length === 0 ? nothing : this.#button(later.ask, actionWords.ask(teams.map((team) => teamOf(view.board, team).name)), 'Q', () => this.#wish('ask'))
  }

  #menu({ card }: CardView): TemplateResult {
    const writes: readonly MenuItem[] = !this.canEdit ? [] : [
      { id: 'edit', label: actionWords.edit, icon: later.edit, kbd: 'F2' },
      ...(canAsk(card, 'premise') ? [{ id: 'premise', label: askWords.premise, icon: 'assumption', kbd: 'M' } as const] : []),
      ...(canAsk(card, 'why') ? [{ id: 'why', label: askWords.why, icon: 'why', kbd: 'W' } as const] : []),
      ...(card.kind === 'frame' ? [] : [{ id: 'link', label: actionWords.link, icon: 'link-rest', kbd: 'L' }, { id: 'frame', label: actionWords.frame, icon: 'frame' }] satisfies readonly MenuItem[]),
      { id: 'retire', label: card.retired ? actionWords.unretire : actionWords.retire, icon: card.retired ? later.restore : later.archive, separated: true },
      { id: 'delete', label: actionWords.delete, icon: 'trash' },
    ]
    const items: readonly MenuItem[] = [
      { id: 'open', label: actionWords.open, icon: 'panel' },
      { id: 'canvas', label: actionWords.canvas, icon: 'canvas', kbd: 'B' },
      ...(card.kind === 'assumption' && !card.retired && this.me !== undefined ? [{ id: 'evidence', label: actionWords.evidence, icon: 'plus', kbd: 'E' } as const] : []),
      ...writes,
    ]
    return html`<tacit-menu label=${actionWords.more} .items=${items} @menu-chosen=${(event: CustomEvent<{ id: string }>) => {
      event.stopPropagation()
      this.#wish(event.detail.id as RowWish)
    }}><button slot="trigger" type="button" class="icon-btn sm" tabindex="-1" aria-label=${actionWords.more} title=${actionWords.more}>${iconSvg('more')}</button></tacit-menu>`
  }

  #disputeForm(): TemplateResult {
    return html`<tacit-popover label=${actionWords.dispute} @popover-toggled=${({ detail: { open } }: CustomEvent<{ open: boolean }>) => open && this.disputeForm?.focus()}>
      <button slot="trigger" type="button" class="btn sm" tabindex="-1" aria-keyshortcuts="N">${iconSvg('notequal')}<span>${actionWords.dispute}</span><kbd class="kbd" aria-hidden="true">N</kbd></button>
      <tacit-dispute-form @dispute-given=${({ detail: { reason } }: CustomEvent<DisputeGiven>) => this.#answer('refute', reason)}></tacit-dispute-form></tacit-popover>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-row-actions': TacitRowActions }
}
