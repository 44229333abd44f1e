// The story of a card, the latest first: written, changed, asked, answered. A few lines, the rest on request.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { BoardState } from '../../shared/board/records.ts'
import { sheet } from '../theme/sheet.ts'
import { dayInWords } from '../language/dates.ts'
import { teamOf, type StoryItem } from './heard.ts'
import { historyWords } from './words.ts'

const SHOWN = 6

@customElement('tacit-card-history')
export class TacitCardHistory extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    h3 { font-size: 13px; line-height: 20px; margin-bottom: 6px; }
    li { position: relative; padding: 0 0 10px 20px; color: var(--ink-2); overflow-wrap: anywhere; }
    li b { color: var(--ink); }
    li::before { content: ''; position: absolute; left: 4px; top: 7px; width: 6px; height: 6px; border-radius: 50%; background: var(--line-2); }
    li::after { content: ''; position: absolute; left: 6.5px; top: 16px; bottom: -4px; width: 1px; background: var(--line); }
    li:last-child::after { display: none; }
    li .meta { margin-left: 6px; }
  `]

  @property({ attribute: false }) story: readonly StoryItem[] = []
  @property({ attribute: false }) board: BoardState | undefined
  @property() card = ''
  @property({ type: Number }) now = 0
  @state() private all = false

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('card')) this.all = false
  }

  override render(): TemplateResult {
    const shown = this.all ? this.story : this.story.slice(0, SHOWN)
    const hidden = this.story.length - shown.length
    return html`<h3>${historyWords.title}</h3>
      <ol>${shown.map((item) => this.#item(item))}</ol>
      ${hidden === 0 ? nothing : html`<button type="button" class="btn sm ghost" @click=${() => { this.all = true }}>${historyWords.showAll(hidden)}</button>`}`
  }

  #item(item: StoryItem): TemplateResult {
    const [who, what] = this.#said(item)
    const earlier = item.kind === 'answered' && !item.current ? `, ${historyWords.onEarlier}` : ''
    return html`<li><b>${who}</b> ${what}${earlier}.<span class="meta">${dayInWords(item.at, this.now)}</span></li>`
  }

  #said(item: StoryItem): readonly [string, string] {
    if (item.kind === 'asked') return historyWords.asked(this.#name(item.ask.person), this.#team(item.ask.team))
    if (item.kind !== 'answered') return item.kind === 'wrote' ? historyWords.wrote(this.#name(item.person)) : historyWords.edited(this.#name(item.person))
    const say = historyWords.answered[item.record.verdict]
    return say === undefined ? [this.#name(item.record.person), item.record.verdict] : say(this.#name(item.record.person), this.#team(item.record.team))
  }

  #name(person: string | undefined): string {
    return (person === undefined ? undefined : this.board?.people.get(person)?.name) ?? historyWords.unknown
  }

  #team(id: string): string {
    return this.board === undefined || id === '' ? historyWords.noTeam : teamOf(this.board, id).name
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-history': TacitCardHistory }
}
