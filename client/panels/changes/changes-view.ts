// Marks of doubt that went away without an answer, as a part of the overview: on which card, whose change it was and
// when, what the mark was and whom it waited for, and the way to undo it. What was undone since stands below.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { putBack } from '../../commands/plan/put-back.ts'
import { agoInWords, dayInWords } from '../../language/dates.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { iconSvg } from '../../ui/icon.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { marksOff, type ShownMark } from './marks.ts'
import { changeWords as words } from './words.ts'

const MOST = 100

@customElement('tacit-changes')
export class TacitChanges extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    li { display: flex; align-items: flex-start; gap: 12px; flex-wrap: wrap; }
    .about { flex: 1 1 320px; min-width: 0; }
    .states { display: inline; color: var(--ink-2); }
    .did { color: var(--ink-2); font-size: 13px; line-height: 20px; }
    .did b { color: var(--ink); font-weight: 600; }
    time { white-space: nowrap; }
    .late { color: var(--ink-3); font-size: 13px; line-height: 28px; }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const all = marksOff({ board: session.board.value, judgements: session.judgements.value })
    if (all.length === 0) return html`<div><p class="none">${words.nothing}</p><p class="hint">${words.nothingHint}</p></div>`
    const back = all.filter(({ fate }) => fate === 'back')
    return html`${this.#group(session, 'standing', all.filter(({ fate }) => fate !== 'back'))}${this.#group(session, 'back', back)}`
  }

  #group(session: Session, id: 'standing' | 'back', marks: readonly ShownMark[]): TemplateResult | typeof nothing {
    if (marks.length === 0) return id === 'standing' ? html`<p class="none">${words.allBack}</p>` : nothing
    return html`<section aria-labelledby=${id}><h3 id=${id} tabindex="-1">${words[id]}<span class="count">${marks.length}</span></h3>
      <ul class="lined">${repeat(marks.slice(0, MOST), ({ mark }) => mark.id, (one) => this.#mark(session, one))}</ul>
      ${marks.length > MOST ? html`<p class="hint">${words.moreMarks(marks.length - MOST)}</p>` : nothing}</section>`
  }

  #mark(session: Session, { mark, card, title, who, did, was, now, fate }: ShownMark): TemplateResult {
    const at = session.judgements.value.now
    return html`<li data-mark=${mark.id}><div class="about">
        <p>${card === undefined || mark.link !== undefined ? html`<span>${title}</span>` : cardRef(card)} <span class="states">${words.from(was, now)}</span></p>
        <p class="did"><b>${who}</b> ${did} · <time datetime=${mark.at} title=${dayInWords(mark.at, at)}>${agoInWords(mark.at, at)}</time></p></div>
      ${fate === 'there' && session.canEdit ? html`<button type="button" class="btn sm" aria-label=${words.undoOf(title)} @click=${() => void this.#undo(session, mark.id)}>${iconSvg('undo', 14)}${words.undo}</button>`
        : mark.changes.length === 0 ? html`<span class="late">${words.tooMuch}</span>` : nothing}</li>`
  }

  /** What was pressed goes: the focus stays in the list. */
  async #undo(session: Session, id: string): Promise<void> {
    const found = marksOff({ board: session.board.value, judgements: session.judgements.value }, (mark) => mark.id === id)[0]
    if (found === undefined) return
    announce(putBack(session, found.mark))
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-changes': TacitChanges }
}
