// "Start from": the written boards, each as an example with its people or as a start without people and answers.
// Tells `board-made`. What is slotted comes last in the list.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { CARD_KINDS, type CardKind } from '../../../shared/board/records.ts'
import type { TemplateInfo } from '../../../shared/protocol/http.ts'
import { listTemplates } from '../../session/api.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import '../../ui/banner.ts'
import { boardMade } from './create-board.ts'
import { sentenceOf } from '../sentence-of.ts'
import { makeBoard } from './making.ts'
import { homeWords } from './words.ts'

/** Kinds that tell most about a board, the rarest first. */
const TELLING: readonly CardKind[] = ['conflict', 'why', 'signal', 'question', 'value', 'tradeoff', 'metric', 'decision', 'goal']

function iconsOf(template: TemplateInfo): readonly CardKind[] {
  const there = new Set(template.kinds.filter((kind): kind is CardKind => (CARD_KINDS as readonly string[]).includes(kind)))
  return ['assumption', ...TELLING.filter((kind) => there.has(kind)).slice(0, 3)]
}

@customElement('tacit-template-list')
export class TacitTemplateList extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(248px, 100%), 1fr)); gap: 16px; }
    .template { display: grid; grid-template-rows: auto auto 1fr auto; gap: 3px; min-height: 196px; padding: 16px; border-radius: var(--r3); background: var(--canvas); align-content: start; }
    .icons { display: flex; gap: 8px; margin-bottom: 8px; }
    h3 { font-size: 14px; line-height: 20px; text-wrap: pretty; }
    .template .meta { display: -webkit-box; -webkit-line-clamp: 6; -webkit-box-orient: vertical; overflow: hidden; }
    .actions { display: grid; gap: 6px; margin-top: 12px; justify-items: stretch; }
    .actions .btn { height: auto; min-height: 32px; padding: 6px 10px; white-space: normal; justify-content: flex-start; text-align: left; font-size: 12px; line-height: 16px; }
    .skeleton { min-height: 196px; border-radius: var(--r3); background: var(--sunk); }
    tacit-banner { margin-bottom: 12px; }
  `]

  @state() private templates: readonly TemplateInfo[] | undefined
  @state() private failure = ''
  @state() private busy = ''

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#read()
  }

  override render(): TemplateResult {
    return html`${this.failure === '' ? nothing : html`<tacit-banner kind="error">${this.failure}<button slot="actions" class="btn sm" type="button" @click=${() => void this.#read()}>${homeWords.again}</button></tacit-banner>`}
      <ul>${this.templates === undefined && this.failure === '' ? html`<li class="skeleton"></li><li class="skeleton"></li><li class="skeleton"></li>` : nothing}
        ${(this.templates ?? []).map((template) => this.#template(template))}<li><slot></slot></li></ul>`
  }

  #template(template: TemplateInfo): TemplateResult {
    const described = `t-${template.id}`
    const make = (people: boolean): void => void this.#make(template.id, people)
    return html`<li class="template">
      <span class="icons">${iconsOf(template).map((kind) => iconSvg(kind, 18))}</span>
      <h3 id=${described}>${template.title}</h3>
      <p class="meta">${template.summary === '' ? homeWords.cards(template.cards) : template.summary}</p>
      <span class="actions">
        <button type="button" class="btn" aria-describedby=${described} ?disabled=${this.busy !== ''} @click=${() => make(true)}>${iconSvg('users')}${homeWords.asExample}</button>
        <button type="button" class="btn ghost" aria-describedby=${described} ?disabled=${this.busy !== ''} @click=${() => make(false)}>${iconSvg('card')}${homeWords.asStart}</button>
      </span>
    </li>`
  }

  async #read(): Promise<void> {
    this.failure = ''
    try {
      this.templates = await listTemplates()
    } catch (error) {
      this.failure = homeWords.templatesFailed(sentenceOf(error))
    }
  }

  async #make(template: string, people: boolean): Promise<void> {
    this.busy = template
    try {
      this.dispatchEvent(boardMade(await makeBoard(people ? { template } : { template, people: false })))
    } catch (error) {
      this.failure = homeWords.createFailed(sentenceOf(error))
    }
    this.busy = ''
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-template-list': TacitTemplateList }
}
