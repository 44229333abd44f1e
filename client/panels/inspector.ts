// The inspector: everything about one card, to read and to do. It shows what the session holds, sends what its parts
// tell to the commands, and says how it went. Opens with the focus on its heading; Esc tells `inspector-closed`.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Card } from '../../shared/board/records.ts'
import { putLink } from '../../shared/board/write-board.ts'
import { statementOf } from '../../shared/rules/statement.ts'
import { markOf } from '../cards/face.ts'
import { KINDS } from '../cards/kinds.ts'
import { reasonsInWords } from '../cards/reasons.ts'
import type { CardView } from '../cards/view.ts'
import { words as cardWords } from '../cards/words.ts'
import { deleteCards, linkCards, removeLink, restoreCards, setField } from '../commands/cards.ts'
import type { Session } from '../session/session.ts'
import { Watch } from '../session/store.ts'
import { sheet } from '../theme/sheet.ts'
import { announce } from '../ui/announce.ts'
import { iconSvg } from '../ui/icon.ts'
import type { Look } from '../ui/looks.ts'
import '../ui/menu.ts'
import type { MenuItem } from '../ui/menu.ts'
import { ringSvg } from '../ui/ring.ts'
import { showToast } from '../ui/toasts.ts'
import './answers/assumption-sections.ts'
import './facts/card-facts.ts'
import './card-history.ts'
import './links/card-links.ts'
import type { LinkAdded, LinkRemoved } from './links/card-links.ts'
import type { FieldChanged } from './facts/fact-field.ts'
import { confirmationsOf } from './heard.ts'
import './standing-note.ts'
import { storyOf } from './story.ts'
import './statement.ts'
import { inspectorStyles } from './inspector-styles.ts'
import { inspectorWords, linkWords } from './words.ts'

@customElement('tacit-inspector')
export class TacitInspector extends LitElement {
  static override styles = [...sheet, inspectorStyles]

  @property({ attribute: false }) session: Session | undefined
  /** The id of the card; '' shows nothing. */
  @property() card = ''
  /** On a phone: the whole height instead of a part of it. */
  @state() private tall = false
  readonly #watch = new Watch(this, () => [this.session?.board, this.session?.judgements, this.session?.me, this.session?.save])

  /** Brings the reader here: the focus goes to the heading. */
  async focusHeading(): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.label')?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('card')) this.tall = false
    if (changed.has('session') && this.isConnected) {
      this.#watch.hostDisconnected()
      this.#watch.hostConnected()
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('card')) this.renderRoot.querySelector('.scroll')?.scrollTo({ top: 0 })
  }

  override render(): TemplateResult {
    const session = this.session
    const card = session?.board.value.cards.get(this.card)
    if (session === undefined || card === undefined) return html``
    const view: CardView = { card, board: session.board.value, judgements: session.judgements.value }
    const look: Look | undefined = card.kind === 'assumption' ? markOf(view).look : undefined
    return html`<section class="insp ${look === undefined ? '' : `s-${look}`} ${this.tall ? 'tall' : ''}" aria-label=${inspectorWords.label(KINDS[card.kind].label)} @keydown=${this.#key}>
      <button type="button" class="grab" aria-label=${this.tall ? inspectorWords.lower : inspectorWords.raise} @click=${() => { this.tall = !this.tall }}></button>
      ${this.#head(session, view)}
      <div class="scroll" tabindex="-1">${card.deleted ? this.#gone(session, card) : this.#body(session, view)}</div>
    </section>`
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
      { id: 'retire', label: card.retired ? inspectorWords.unretire : inspectorWords.retire, icon: card.retired ? 'restore' : 'archive' },
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
        ${assumption ? html`<p class="why" id="why">${reasonsInWords(view, judgements.assumption(card.id))}</p>` : html`<tacit-standing-note .view=${view}></tacit-standing-note>`}</div>
      ${assumption ? html`<tacit-assumption-sections .session=${session} .view=${view} .me=${session.me.value}>${this.#facts(session, view)}</tacit-assumption-sections>` : this.#facts(session, view)}
      <div class="part"><tacit-card-links .card=${card} .board=${board} .judgements=${judgements} .writable=${session.canEdit}
        @link-added=${(event: CustomEvent<LinkAdded>) => announce(linkCards(session, event.detail.from, event.detail.to, event.detail.type))}
        @link-removed=${(event: CustomEvent<LinkRemoved>) => this.#unlink(session, event.detail.id)}></tacit-card-links></div>
      <div class="part"><tacit-card-history card=${card.id} statement=${statementOf(card)} .story=${storyOf(board, judgements, card)} .board=${board} .now=${now}></tacit-card-history></div>`
  }

  #facts(session: Session, { card, board, judgements }: CardView): TemplateResult {
    return html`<div class="part"><tacit-card-facts .card=${card} .board=${board} .now=${judgements.now} .writable=${session.canEdit}
      @field-changed=${(event: CustomEvent<FieldChanged>) => announce(setField(session, card.id, event.detail.field, event.detail.value))}></tacit-card-facts></div>`
  }

  #gone(session: Session, card: Card): TemplateResult {
    return html`<div class="part"><p>${inspectorWords.gone}</p>${session.canEdit ? html`<p class="row" style="margin-top: 10px"><button type="button" class="btn" @click=${() => announce(restoreCards(session, [card.id]))}>${iconSvg('undo')}${inspectorWords.restore}</button></p>` : nothing}</div>`
  }

  #chosen(session: Session, card: Card, id: string): void {
    if (id === 'copy') {
      void this.#copyLink()
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
    this.#undoable(said, () => {
      session.edit(linkWords.added, (board) => putLink(board, link))
      session.endUndoStep()
      return linkWords.added
    })
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
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    this.#close()
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('inspector-closed', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-inspector': TacitInspector }
}
