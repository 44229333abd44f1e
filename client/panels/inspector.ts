// The inspector: everything about one card, to read and to do. It shows what the session holds, sends what its parts
// tell to the commands, and says how it went. Opens with the focus on its heading; Esc tells `inspector-closed`,
// ] and [ walk to what the card rests on and what rests on it. A card that others delete stays, with the way back.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import type { Card } from '../../shared/board/records.ts'
import { statementOf } from '../../shared/rules/statement.ts'
import { markOf } from '../cards/face.ts'
import { doubtOf } from '../cards/doubt.ts'
import { KINDS } from '../cards/kinds.ts'
import { reasonsInWords } from '../cards/reasons.ts'
import type { CardView } from '../cards/view.ts'
import { words as cardWords } from '../cards/words.ts'
import { deleteCards, linkCards, removeLink, restoreCards, setField } from '../commands/cards.ts'
import { bringBackLink } from '../commands/facts.ts'
import { setNorthStar } from '../commands/plan/goals.ts'
import type { Session } from '../session/session.ts'
import { Watch } from '../session/store.ts'
import { sheet } from '../theme/sheet.ts'
import { announce } from '../ui/announce.ts'
import { focusedElement } from '../ui/focused.ts'
import { AtFoot } from '../ui/foot.ts'
import { iconSvg } from '../ui/icon.ts'
import { later } from '../ui/later-icons.ts'
import { keyAt } from '../ui/key-map.ts'
import type { Look } from '../ui/looks.ts'
import '../ui/menu.ts'
import type { MenuItem } from '../ui/menu.ts'
import { ringSvg } from '../ui/ring.ts'
import { showToast } from '../ui/toasts.ts'
import './answers/assumption-sections.ts'
import './facts/card-facts.ts'
import './facts/goal-slots.ts'
import './card-history.ts'
import './decisions/decision-sections.ts'
import './decisions/outcome-note.ts'
import { stanceStory } from './decisions/stance-story.ts'
import './asking/card-asking.ts'
import type { QuestionAsked, ReasonTurned } from './asking/card-asking.ts'
import './dependencies/card-dependencies.ts'
import { editsNow } from './dependencies/editing-sessions.ts'
import './gaps/card-gaps.ts'
import './links/card-links.ts'
import './goals/goal-place.ts'
import './goals/serves-note.ts'
import './risks/risk-sections.ts'
import type { LinkAdded, LinkRemoved } from './links/card-links.ts'
import { neighboursOf } from './links/card-neighbours.ts'
import type { FieldChanged } from './facts/fact-field.ts'
import { confirmationsOf } from './heard.ts'
import './standing-note.ts'
import { hasRounds } from './rounds/rounds.ts'
import './rounds/rounds-view.ts'
import { isDecided } from './waiting.ts'
import { storyOf } from './story.ts'
import './tiers/proposal-steps.ts'
import { askWords } from './asking/words.ts'
import { ask, type Question } from '../commands/plan/asking.ts'
import { SheetGrip } from './sheet-grip.ts'
import './statement.ts'
import './teams/trade-checks.ts'
import type { TacitStatement } from './statement.ts'
import { inspectorStyles } from './inspector-styles.ts'
import { goalWords } from './goals/words.ts'
import { inspectorWords, linkWords } from './words.ts'

@customElement('tacit-inspector')
export class TacitInspector extends LitElement {
  static override styles = [...sheet, inspectorStyles]

  @property({ attribute: false }) session: Session | undefined
  /** The id of the card; '' shows nothing. */
  @property() card = ''
  @query('tacit-statement') private readonly statement!: TacitStatement | null
  @query('.label') private readonly heading!: HTMLElement | null
  /** Whether the card was there when it was drawn last. */
  #there = true
  readonly #grip = new SheetGrip(this, () => this.#close())
  /** A card that was made here, and whose words are still to be written. */
  #writes = ''
  /** What had the focus here last. */
  #last: Element | undefined
  protected readonly foot = new AtFoot(this, () => this.renderRoot.querySelector('.insp'))
  readonly #watch = new Watch(this, () => [this.session?.board, this.session?.judgements, this.session?.me, this.session?.outbox])

  /** Brings the reader here: the focus goes to the heading. */
  async focusHeading(): Promise<void> {
    await this.updateComplete
    this.heading?.focus()
  }

  /** Opens the draft of a confirmation with its evidence. */
  async prove(): Promise<void> {
    await this.updateComplete
    const sections = this.renderRoot.querySelector('tacit-assumption-sections')
    await sections?.updateComplete
    sections?.prove()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('card')) this.#grip.reset()
    if (changed.has('session') && this.isConnected) {
      this.#watch.hostDisconnected()
      this.#watch.hostConnected()
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('card')) this.renderRoot.querySelector('.scroll')?.scrollTo({ top: 0 })
    if (this.#writes === this.card && changed.has('card')) {
      this.#writes = ''
      void this.statement?.updateComplete.then(() => this.statement?.edit())
    }
    const there = this.session?.board.value.cards.get(this.card)?.deleted === false
    // What had the focus is hidden now.
    if (this.#there && !there && !changed.has('card') && this.matches(':focus-within')) this.heading?.focus()
    this.#there = there
    this.#keepFocus()
  }

  readonly #focused = (event: FocusEvent): void => {
    const [inner] = event.composedPath()
    this.#last = inner instanceof Element ? inner : undefined
  }

  /** When what had the focus is gone, by this person or another, the focus does not fall out of the panel. */
  readonly #keepFocus = (): void => {
    requestAnimationFrame(() => {
      const last = this.#last
      if (last === undefined || (last.isConnected && last.checkVisibility()) || focusedElement() !== undefined) return
      this.#last = undefined
      this.heading?.focus()
    })
  }

  override render(): TemplateResult {
    const session = this.session
    const card = session?.board.value.cards.get(this.card)
    if (session === undefined || card === undefined) return html``
    const view: CardView = { card, board: session.board.value, judgements: session.judgements.value }
    const look: Look | undefined = card.kind === 'assumption' ? markOf(view).look : undefined
    const { size, pulled } = this.#grip
    return html`<aside class="insp ${look === undefined ? '' : `s-${look}`} ${size}" style=${styleMap(pulled === 0 ? {} : { '--pulled': `${pulled}px`, transition: 'none' })} aria-label=${inspectorWords.label(KINDS[card.kind].label)} @keydown=${this.#key} @focusin=${this.#focused} @focusout=${this.#keepFocus}>
      <button type="button" class="grab" aria-label=${size === 'tall' ? inspectorWords.lower : inspectorWords.raise} @click=${this.#grip.press} @pointerdown=${this.#grip.down} @pointermove=${this.#grip.move} @pointerup=${this.#grip.up} @pointercancel=${this.#grip.lost}></button>
      ${this.#head(session, view)}
      <div class="scroll" tabindex="-1">${card.deleted ? this.#gone(session, card) : nothing}<div class="all" ?hidden=${card.deleted}>${this.#body(session, view)}</div></div>
    </aside>`
  }

  #head(session: Session, view: CardView): TemplateResult {
    const { card, judgements } = view
    const kind = KINDS[card.kind]
    const mark = card.kind === 'assumption' && !card.deleted ? markOf(view) : undefined
    const carries = judgements.carries(card.id).length
    return html`<header>
      ${mark === undefined ? iconSvg(kind.glyph) : ringSvg(mark.stances, mark.look)}
      <h2 class="label" tabindex="-1">${mark === undefined ? this.#kindLabel(view) : mark.label}</h2>
      ${mark === undefined || !judgements.loadBearing(card.id) ? nothing : html`<span class="weight" title=${inspectorWords.loadBearing}>${iconSvg('beam')}<span>${carries}<span class="wide"> ${inspectorWords.restOnIt(carries)}</span></span></span>`}
      <span class="grow"></span>
      <button type="button" class="icon-btn ${session.canEdit && !card.deleted ? 'wide' : ''}" aria-label=${inspectorWords.copyLink} title=${inspectorWords.copyLink} @click=${this.#copyLink}>${iconSvg('link')}</button>
      ${session.canEdit && !card.deleted ? this.#more(session, card) : nothing}
      <button type="button" class="icon-btn" aria-label=${inspectorWords.close} aria-keyshortcuts="Escape" title=${inspectorWords.close} @click=${this.#close}>${iconSvg('x')}</button>
    </header>`
  }

  #kindLabel({ card, judgements }: CardView): string {
    const status = cardWords.status(judgements.status(card.id))
    return status === '' || card.retired ? KINDS[card.kind].label : `${KINDS[card.kind].label} · ${status}`
  }

  #more(session: Session, card: Card): TemplateResult {
    const items: readonly MenuItem[] = [
      { id: 'copy', label: inspectorWords.copyLink, icon: 'link' },
      ...(card.kind === 'goal' ? [{ id: 'north', label: card.fields['northStar'] === true ? goalWords.letGo : goalWords.take, icon: later.star }] : []),
      { id: 'retire', label: card.retired ? inspectorWords.unretire : inspectorWords.retire, icon: card.retired ? later.restore : later.archive },
      { id: 'delete', label: inspectorWords.delete, icon: 'trash', separated: true },
    ]
    return html`<tacit-menu label=${inspectorWords.more} align="end" .items=${items} @menu-chosen=${(event: CustomEvent<{ id: string }>) => this.#chosen(session, card, event.detail.id)}>
      <button slot="trigger" type="button" class="icon-btn" aria-label=${inspectorWords.more} title=${inspectorWords.more}>${iconSvg('more')}</button></tacit-menu>`
  }

  #body(session: Session, view: CardView): TemplateResult {
    const { card, board, judgements } = view
    const { now } = judgements
    const assumption = card.kind === 'assumption'
    return html`
      <div class="part"><tacit-statement .session=${session} .card=${card} .confirmations=${assumption ? confirmationsOf(board, card) : 0}></tacit-statement>
        ${assumption ? html`<p class="why" id="why">${reasonsInWords(view, judgements.assumption(card.id))}</p>` : isDecided(card) ? html`<tacit-outcome-note .view=${view}></tacit-outcome-note>${doubtOf(view) === undefined ? nothing : html`<tacit-standing-note .view=${view}></tacit-standing-note>`}` : card.kind === 'risk' ? nothing : html`<tacit-standing-note .view=${view}></tacit-standing-note>`}${card.kind === 'commitment' ? html`<tacit-serves-note .session=${session} .view=${view}></tacit-serves-note>` : nothing}</div>
      ${card.kind === 'goal' ? html`<div class="part"><tacit-goal-slots .card=${card} .board=${board} .direction=${judgements.direction(card.id)} .now=${now} .writable=${session.canEdit}
        @statement-wanted=${() => void this.statement?.edit()} @field-changed=${this.#changeField}></tacit-goal-slots></div><div class="part"><tacit-goal-place .session=${session} .view=${view}></tacit-goal-place></div>${hasRounds(board, card.id) ? html`<div class="part"><tacit-rounds .session=${session} goal=${card.id}></tacit-rounds></div>` : nothing}` : nothing}
      ${card.kind === 'proposal' ? html`<div class="part"><tacit-proposal-steps .view=${view} .writable=${session.canEdit} @field-changed=${this.#changeField}></tacit-proposal-steps></div>` : nothing}
      ${assumption ? html`<tacit-assumption-sections .session=${session} .view=${view} .me=${session.me.value} .outbox=${session.outbox.value}>${this.#facts(session, view)}</tacit-assumption-sections>`
        : isDecided(card) ? html`<tacit-decision-sections .session=${session} .view=${view} .me=${session.me.value} .outbox=${session.outbox.value}>${this.#facts(session, view)}</tacit-decision-sections>`
        : card.kind === 'risk' ? html`<tacit-risk-sections .session=${session} .view=${view} me=${session.me.value?.id ?? ''}>${this.#facts(session, view)}</tacit-risk-sections>` : html`${card.kind === 'tradeoff' && !card.retired ? html`<div class="part"><tacit-trade-checks .view=${view}></tacit-trade-checks></div>` : nothing}${this.#facts(session, view)}`}
      <div class="part"><tacit-card-asking .card=${card} .board=${board} .writable=${session.canEdit} @question-asked=${({ detail }: CustomEvent<QuestionAsked>) => this.#question(session, detail.question)}
        @reason-turned=${({ detail: { id, kind } }: CustomEvent<ReasonTurned>) => this.#turn(session, id, kind)}></tacit-card-asking></div>
      <tacit-card-dependencies .session=${session} card=${card.id} .moment=${[board, judgements, session.me.value, session.outbox.value]}></tacit-card-dependencies>
      <tacit-card-gaps card=${card.id} .board=${board} .judgements=${judgements}></tacit-card-gaps>
      <div class="part"><tacit-card-links .card=${card} .board=${board} .judgements=${judgements} .now=${now} .writable=${session.canEdit}
        @link-added=${(event: CustomEvent<LinkAdded>) => announce(linkCards(session, event.detail.from, event.detail.to, event.detail.type))}
        @link-removed=${(event: CustomEvent<LinkRemoved>) => this.#unlink(session, event.detail.id)}></tacit-card-links></div>
      <div class="part"><tacit-card-history card=${card.id} statement=${statementOf(card)} .story=${isDecided(card) ? stanceStory(view) : storyOf(board, judgements, card)} .board=${board} .now=${now}></tacit-card-history></div>`
  }

  #facts(session: Session, { card, board, judgements }: CardView): TemplateResult {
    return html`<div class="part facts"><tacit-card-facts .card=${card} .board=${board} .now=${judgements.now} .writable=${session.canEdit}
      @field-changed=${this.#changeField}></tacit-card-facts></div>`
  }

  /** Shows the new card, its words open for typing. */
  #question(session: Session, question: Question): void {
    const { id, said } = ask(session, this.card, question)
    if (id === undefined) return void showToast(said)
    announce(said)
    this.#writes = id
    this.dispatchEvent(new CustomEvent('card-opened', { detail: { id }, bubbles: true, composed: true }))
  }

  #turn(session: Session, id: string, kind: ReasonTurned['kind']): void {
    setField(session, id, 'kind', kind)
    announce(askWords.turned[kind])
  }

  readonly #changeField = (event: CustomEvent<FieldChanged>): void => {
    if (this.session === undefined) return
    editsNow(this.session, this.card)
    announce(setField(this.session, this.card, event.detail.field, event.detail.value))
  }

  /** What was being written below is hidden, not lost. */
  #gone(session: Session, card: Card): TemplateResult {
    return html`<div class="part" role="status"><p class="t-title">${card.title || inspectorWords.untitled}</p><p class="why">${inspectorWords.gone}</p>${session.canEdit ? html`<p class="row" style="margin-top: 10px"><button type="button" class="btn" @click=${() => this.#bringBack(session, card.id)}>${iconSvg('undo')}${inspectorWords.restore}</button></p>` : nothing}</div>`
  }

  #bringBack(session: Session, id: string): void {
    announce(restoreCards(session, [id]))
    void this.focusHeading()
  }

  #chosen(session: Session, card: Card, id: string): void {
    if (id === 'copy') {
      void this.#copyLink()
      return
    }
    if (id === 'north') {
      announce(setNorthStar(session, card.id, card.fields['northStar'] !== true))
      return
    }
    if (id === 'retire') {
      const said = setField(session, card.id, 'retired', card.retired ? undefined : true)
      this.#undoable(said, () => setField(session, card.id, 'retired', card.retired ? true : undefined))
      return
    }
    this.#undoable(deleteCards(session, [card.id]), () => restoreCards(session, [card.id]))
    this.#close()
  }

  /** The link comes back whole, with what was asked for on it. */
  #unlink(session: Session, id: string): void {
    const link = session.board.value.links.get(id)
    const said = removeLink(session, id)
    if (link === undefined) return
    this.#undoable(said, () => bringBackLink(session, link))
  }

  /** Takes back this very thing, whatever was done since. */
  #undoable(said: string, takeBack: () => string): void {
    showToast(said, { label: linkWords.undo, run: () => announce(takeBack()) })
  }

  readonly #copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${location.origin}/b/${this.session?.boardId ?? ''}?card=${this.card}`)
      showToast(inspectorWords.copied)
    } catch {
      showToast(inspectorWords.copyFailed)
    }
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const key = event.key === 'Escape' ? 'leave' : keyAt(event, 'canvas')
    if (key === 'leave') this.#close()
    else if ((key === 'why' || key === 'premise') && this.session !== undefined) this.#question(this.session, key)
    else if (key === 'toFoundation' || key === 'toCarried') this.#walk(key === 'toFoundation')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** To the first card that this one rests on, or that rests on it. */
  #walk(down: boolean): void {
    const { restsOn, restsOnIt } = neighboursOf(this.session?.board.value, this.card)
    const next = (down ? restsOn : restsOnIt).find(({ other }) => !other.deleted)
    if (next === undefined) announce(down ? linkWords.noFoundation : linkWords.nothingOnIt)
    else this.dispatchEvent(new CustomEvent('card-opened', { detail: { id: next.other.id }, bubbles: true, composed: true }))
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('inspector-closed', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-inspector': TacitInspector }
}
