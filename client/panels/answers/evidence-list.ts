// What was brought forward: each piece with its kind, its link, who brought it and when. A plus supports, a minus weakens.
// Tells `evidence-wanted` when somebody has more.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { dayInWords } from '../../language/dates.ts'
import { isWebLink } from './evidence-fields.ts'
import type { EvidenceRow } from '../story.ts'
import { evidenceWords, seatWords } from '../words.ts'

@customElement('tacit-evidence-list')
export class TacitEvidenceList extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    h3 { display: flex; align-items: center; gap: 6px; font-size: 13px; line-height: 20px; margin-bottom: 4px; }
    h3 .n { color: var(--ink-3); font-weight: 400; }
    h3 .icon-btn { margin: -4px -6px -4px auto; }
    li { display: flex; align-items: flex-start; gap: 10px; padding: 6px 0; overflow-wrap: anywhere; }
    .pm { display: inline-grid; place-items: center; width: 18px; height: 18px; margin-top: 1px; border-radius: var(--r1); background: var(--ink); color: var(--on-ink); font-style: normal; font-weight: 600; line-height: 1; flex: none; }
    .pm.no { background: none; color: var(--disputed); box-shadow: inset 0 0 0 1.5px var(--disputed-line); }
    .by { flex: none; text-align: right; padding-top: 2px; }
    a { color: var(--ink); text-decoration: underline; text-decoration-color: var(--line-2); text-underline-offset: 3px; }
    a .icon { display: inline-block; width: 12px; height: 12px; margin-left: 4px; vertical-align: -1px; }
  `]

  @property({ attribute: false }) rows: readonly EvidenceRow[] = []
  @property({ type: Number }) now = 0
  /** May bring evidence forward. */
  @property({ type: Boolean }) asks = false

  override render(): TemplateResult {
    return html`<h3>${evidenceWords.title}<span class="n">${this.rows.length}</span>${this.asks ? html`<button type="button" class="icon-btn sm" aria-label=${evidenceWords.add} title=${evidenceWords.add} @click=${this.#want}>${iconSvg('plus')}</button>` : nothing}</h3>
      ${this.rows.length === 0 ? html`<p class="muted">${evidenceWords.none}</p>` : html`<ul>${repeat(this.rows, ({ heard }) => heard.record.id, (row) => this.#row(row))}</ul>`}`
  }

  readonly #want = (): void => {
    this.dispatchEvent(new CustomEvent('evidence-wanted', { bubbles: true, composed: true }))
  }

  #row({ evidence, heard, supports }: EvidenceRow): TemplateResult {
    const word = supports ? evidenceWords.supports : evidenceWords.weakens
    const by = seatWords.by(heard.person?.name.split(' ')[0] ?? seatWords.unknownPerson, dayInWords(heard.record.at, this.now))
    return html`<li><i class="pm ${supports ? '' : 'no'}" title=${word} aria-hidden="true">${supports ? '+' : '−'}</i>
      <span class="grow"><span class="sr">${word}: </span>${this.#words(evidence)}
        <span class="meta" style="display: block">${evidenceWords.kinds[evidence.kind] ?? evidence.kind}${heard.current ? '' : `, ${evidenceWords.earlier}`}</span></span>
      <span class="meta by">${by}</span></li>`
  }

  #words({ note, url }: EvidenceRow['evidence']): TemplateResult {
    const text = note ?? url ?? ''
    // Only web links are followed; anything else that a file brought along is shown as text.
    return url === undefined || !isWebLink(url) ? html`${text}${url === undefined || url === text ? nothing : html` ${url}`}`
      : html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}${iconSvg(later.open, 12)}</a>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-evidence-list': TacitEvidenceList }
}
