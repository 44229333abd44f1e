// The story of a card, the latest first: written, changed, asked, answered, each answer with the words it was about when
// they are not today's. A few lines, the rest on request.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState } from '../../shared/board/records.ts'
import { sheet } from '../theme/sheet.ts'
import { dayInWords } from '../language/dates.ts'
import '../ui/diff.ts'
import { teamOf, wordsOf } from './heard.ts'
import type { StoryItem } from './story.ts'
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
    blockquote { font-style: italic; }
    details, tacit-diff { margin-top: 2px; }
    summary { display: inline-block; font-size: 12px; line-height: 16px; text-decoration: underline; text-decoration-color: var(--line-2); text-underline-offset: 3px; cursor: default; border-radius: var(--r1); list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary:hover { color: var(--ink); text-decoration-color: currentColor; }
    @media (pointer: coarse) { summary { padding: 14px 0; } }
  `]

  @property({ attribute: false }) story: readonly StoryItem[] = []
  @property({ attribute: false }) board: BoardState | undefined
  /** The words of today. */
  @property() statement = ''
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
      <ol>${repeat(shown, keyOf, (item) => this.#item(item))}</ol>
      ${hidden === 0 ? nothing : html`<button type="button" class="btn sm ghost" @click=${() => { this.all = true }}>${historyWords.showAll(hidden)}</button>`}`
  }

  #item(item: StoryItem): TemplateResult {
    const [who, what] = this.#said(item)
    const more = item.kind === 'edited' && item.paused > 0 ? ` ${item.pausedSaid ?? historyWords.paused(item.paused)}` : ''
    return html`<li><b>${who}</b> ${what}.${more}<span class="meta">${dayInWords(item.at, this.now)}</span>${item.kind === 'said' && item.reason !== '' ? html`<blockquote>${item.reason}</blockquote>` : nothing}${this.#wording(item)}</li>`
  }

  /** A change shows itself; the words of an earlier answer are opened by those who want to know. */
  #wording(item: StoryItem): TemplateResult | typeof nothing {
    if (item.kind === 'edited' && item.was !== undefined) return html`<tacit-diff brief .was=${wordsOf(item.was)} .now=${wordsOf(this.statement)}></tacit-diff>`
    const basis = item.kind === 'said' ? item.basis : item.kind === 'answered' && item.record.verdict !== 'withdraw' ? item.record.basis : undefined
    if (basis === undefined || (item.kind !== 'answered' && item.kind !== 'said') || item.current) return nothing
    return html`<details><summary>${historyWords.onEarlier}</summary><tacit-diff .was=${wordsOf(basis)} .now=${wordsOf(this.statement)}></tacit-diff></details>`
  }

  #said(item: StoryItem): readonly [string, string] {
    if (item.kind === 'asked') return (item.relieved ? historyWords.askedOnce : historyWords.asked)(this.#name(item.ask.person), this.#team(item.ask.team))
    if (item.kind === 'said') return item.say(this.#name(item.person), this.#team(item.team))
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

function keyOf(item: StoryItem): string {
  if (item.kind === 'answered') return item.record.id
  if (item.kind === 'said') return item.id
  return item.kind === 'asked' ? item.ask.id : item.kind
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-history': TacitCardHistory }
}
