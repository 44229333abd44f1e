// "Start from": boards for a situation, one press each; then what is slotted. Below them boards on which people have
// worked, each to look at with its people or to start from without them. Tells `board-made`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { CARD_KINDS, type CardKind } from '../../../shared/board/records.ts'
import type { CreateBoard, TemplateInfo } from '../../../shared/protocol/http.ts'
import { language } from '../../language/language.ts'
import { listTemplates } from '../../session/api.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import '../../ui/banner.ts'
import { boardMade } from './create-board.ts'
import { sentenceOf } from '../sentence-of.ts'
import { makeBoard } from './making.ts'
import { homeWords } from './words.ts'

const NONE: ReadonlySet<string> = new Set()
/** Kinds that tell most about a board, the rarest first. */
const TELLING: readonly CardKind[] = ['conflict', 'why', 'signal', 'question', 'value', 'tradeoff', 'metric', 'decision', 'goal']

/** `common`: kinds that tell none of them from another. */
function iconsHtml({ kinds }: TemplateInfo, common: ReadonlySet<string>, most: number): TemplateResult {
  const there = new Set(kinds.filter((kind): kind is CardKind => (CARD_KINDS as readonly string[]).includes(kind)))
  const telling = TELLING.filter((kind) => there.has(kind) && !common.has(kind)).slice(0, most)
  return html`<span class="icons">${['assumption' as const, ...telling].map((kind) => iconSvg(kind, 18))}</span>`
}

function kindsOfAll(templates: readonly TemplateInfo[]): ReadonlySet<string> {
  const [first, ...others] = templates
  return new Set(others.length === 0 ? [] : first?.kinds.filter((kind) => others.every(({ kinds }) => kinds.includes(kind))))
}

@customElement('tacit-template-list')
export class TacitTemplateList extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(248px, 100%), 1fr)); gap: 16px; }
    .starters { grid-template-columns: repeat(auto-fill, minmax(min(208px, 100%), 1fr)); gap: 12px; }
    .starters button { display: grid; align-content: start; gap: 3px; width: 100%; height: 100%; min-height: 136px; padding: 16px; border-radius: var(--r3); background: var(--canvas); text-align: start; }
    .starters button:hover { background: color-mix(in srgb, var(--canvas), var(--ink) 5%); }
    .starters button:active { background: color-mix(in srgb, var(--canvas), var(--ink) 9%); }
    .starters b { font-size: 14px; line-height: 20px; text-wrap: pretty; }
    h2 { font-size: 14px; line-height: 20px; margin: 32px 0 10px; }
    .template { display: grid; grid-template-rows: auto auto 1fr auto; gap: 3px; min-height: 196px; padding: 16px; border-radius: var(--r3); background: var(--canvas); align-content: start; }
    .icons { display: flex; gap: 8px; margin-bottom: 8px; }
    h3 { font-size: 14px; line-height: 20px; text-wrap: pretty; }
    .template .meta { display: -webkit-box; -webkit-line-clamp: 6; -webkit-box-orient: vertical; overflow: hidden; }
    .actions { display: grid; gap: 6px; margin-top: 12px; justify-items: stretch; }
    .actions .btn { height: auto; min-height: 32px; padding: 6px 10px; white-space: normal; justify-content: flex-start; text-align: left; font-size: 12px; line-height: 16px; }
    .skeleton { min-height: 136px; border-radius: var(--r3); background: var(--sunk); }
    tacit-banner { margin-bottom: 12px; }
    @media (forced-colors: active) { .starters button, .template { border: 1px solid ButtonBorder; } }
  `]

  @state() private templates: readonly TemplateInfo[] | undefined
  @state() private failure = ''
  @state() private busy = ''

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#read()
  }

  override render(): TemplateResult {
    const starters = (this.templates ?? []).filter(({ people }) => people === 0)
    const common = kindsOfAll(starters)
    const examples = (this.templates ?? []).filter(({ people }) => people > 0)
    return html`${this.failure === '' ? nothing : html`<tacit-banner kind="error">${this.failure}<button slot="actions" class="btn sm" type="button" @click=${() => void this.#read()}>${homeWords.again}</button></tacit-banner>`}
      <ul class="starters">${this.templates === undefined && this.failure === '' ? html`<li class="skeleton"></li><li class="skeleton"></li><li class="skeleton"></li>` : nothing}
        ${starters.map((template) => this.#starter(template, common))}<li><slot></slot></li></ul>
      ${examples.length === 0 ? nothing : html`<h2>${homeWords.examples}</h2><ul>${examples.map((template) => this.#example(template))}</ul>`}`
  }

  #starter(template: TemplateInfo, common: ReadonlySet<string>): TemplateResult {
    return html`<li lang=${template.language}><button type="button" ?disabled=${this.busy !== ''} @click=${() => void this.#make({ template: template.id, language: template.language })}>
      ${iconsHtml(template, common, 2)}<b>${template.title}</b> <span class="meta">${template.summary}</span></button></li>`
  }

  #example(template: TemplateInfo): TemplateResult {
    const described = `t-${template.id}`
    const make = (people: boolean): void => void this.#make(people ? { template: template.id } : { template: template.id, people })
    return html`<li class="template">
      ${iconsHtml(template, NONE, 3)}
      <h3 id=${described} lang=${template.language}>${template.title}</h3>
      <p class="meta" lang=${template.language}>${template.summary === '' ? homeWords.cards(template.cards) : template.summary}</p>
      <span class="actions">
        <button type="button" class="btn" aria-describedby=${described} ?disabled=${this.busy !== ''} @click=${() => make(true)}>${iconSvg('users')}${homeWords.asExample}</button>
        <button type="button" class="btn ghost" aria-describedby=${described} ?disabled=${this.busy !== ''} @click=${() => make(false)}>${iconSvg('card')}${homeWords.asStart}</button>
      </span>
    </li>`
  }

  async #read(): Promise<void> {
    this.failure = ''
    try {
      this.templates = await listTemplates(language())
    } catch (error) {
      this.failure = homeWords.templatesFailed(sentenceOf(error))
    }
  }

  async #make(wish: CreateBoard & { readonly template: string }): Promise<void> {
    this.busy = wish.template
    try {
      this.dispatchEvent(boardMade(await makeBoard(wish)))
    } catch (error) {
      this.failure = homeWords.createFailed(sentenceOf(error))
    }
    this.busy = ''
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-template-list': TacitTemplateList }
}
