// Opens a board file: by the picker, or dropped anywhere on the page. A bad file gives one sentence that names the
// place in it, and no board. Tells `board-made`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { ApiError } from '../../session/api.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { showToast } from '../../ui/toasts.ts'
import { boardMade } from './create-board.ts'
import { sentenceOf } from '../sentence-of.ts'
import { makeBoard } from './making.ts'
import { homeWords } from './words.ts'

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}

@customElement('tacit-open-file')
export class TacitOpenFile extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; height: 100%; }
    .pick { display: grid; align-content: start; justify-items: start; gap: 3px; width: 100%; height: 100%; min-height: 120px; padding: 16px; border-radius: var(--r3); border: 1.5px dashed var(--line-2); text-align: left; }
    .pick:hover { background: var(--hover); }
    .pick .icon { margin-bottom: 8px; }
    .pick b { font-size: 14px; line-height: 20px; }
    .error { margin-top: 8px; font-size: 13px; line-height: 20px; overflow-wrap: anywhere; }
    .drop { position: fixed; inset: 12px; z-index: var(--z-dialog); display: grid; place-items: center; border-radius: var(--r4); border: 2px dashed var(--accent); background: color-mix(in srgb, var(--accent-tint) 92%, transparent); font-size: 20px; line-height: 28px; font-weight: 600; pointer-events: none; }
  `]

  @state() private failure = ''
  @state() private busy = false
  @state() private dropping = false
  @query('input') private readonly picker!: HTMLInputElement
  /** dragenter and dragleave come once per element crossed. */
  #depth = 0

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('dragenter', this.#enter)
    addEventListener('dragleave', this.#leave)
    addEventListener('dragover', this.#over)
    addEventListener('drop', this.#drop)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('dragenter', this.#enter)
    removeEventListener('dragleave', this.#leave)
    removeEventListener('dragover', this.#over)
    removeEventListener('drop', this.#drop)
  }

  override render(): TemplateResult {
    return html`<button type="button" class="pick" ?disabled=${this.busy} @click=${() => this.picker.click()}>${iconSvg(later['folder-open'], 18)}<b>${homeWords.file}</b><span class="meta">${homeWords.fileHint}</span></button>
      <input type="file" accept=".json,application/json" hidden @change=${this.#picked}>
      <p class="error" role="alert">${this.failure === '' ? nothing : html`<span>${this.failure}</span>`}</p>
      ${this.dropping ? html`<div class="drop" aria-hidden="true">${homeWords.drop}</div>` : nothing}`
  }

  /** Reads the file, and makes a board of it on the server or of none. */
  async open(file: File): Promise<void> {
    this.failure = ''
    if (file.size > DEFAULT_LIMITS.requestBytes) {
      this.failure = homeWords.fileTooLarge(file.name, DEFAULT_LIMITS.requestBytes / 1_048_576)
      return
    }
    this.busy = true
    try {
      const content = parsed(await file.text())
      if ('wrong' in content) this.failure = homeWords.fileNotJson(file.name, content.wrong)
      else await this.#make(file.name, content.json)
    } finally {
      this.busy = false
    }
  }

  async #make(name: string, content: unknown): Promise<void> {
    try {
      const created = await makeBoard({ file: content })
      const [first, ...more] = created.warnings
      if (first !== undefined) showToast(homeWords.fileWarnings(first, more.length))
      this.dispatchEvent(boardMade(created))
    } catch (error) {
      this.failure = homeWords.fileRefused(name, sentenceOf(error), error instanceof ApiError ? error.path : undefined)
    }
  }

  readonly #picked = (): void => {
    const file = this.picker.files?.[0]
    this.picker.value = ''
    if (file !== undefined) void this.open(file)
  }

  readonly #enter = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    this.#depth++
    this.dropping = true
  }

  readonly #leave = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    this.#depth = Math.max(0, this.#depth - 1)
    this.dropping = this.#depth > 0
  }

  readonly #over = (event: DragEvent): void => {
    if (hasFiles(event)) event.preventDefault()
  }

  readonly #drop = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    event.preventDefault()
    this.#depth = 0
    this.dropping = false
    const files = [...(event.dataTransfer?.files ?? [])]
    const [file] = files
    if (files.length > 1) this.failure = homeWords.onlyOne
    else if (file !== undefined) void this.open(file)
  }
}

function parsed(text: string): { readonly json: unknown } | { readonly wrong: string } {
  try {
    return { json: JSON.parse(text) as unknown }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : '' }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-open-file': TacitOpenFile }
}
