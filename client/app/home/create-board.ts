// "What are you trying to agree on?": the field that makes a new, empty board. On a server where only some may make
// boards it asks for their key as well. Tells `board-made`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import type { CreatedBoard } from '../../../shared/protocol/http.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { keyWanted, makeBoard, useCreateKey } from './making.ts'
import { sentenceOf } from '../sentence-of.ts'
import { homeWords } from './words.ts'

/** A board that was just made; its keys are known only here and only now. */
export interface BoardMade { readonly created: CreatedBoard }

export function boardMade(created: CreatedBoard): CustomEvent<BoardMade> {
  return new CustomEvent<BoardMade>('board-made', { detail: { created }, bubbles: true, composed: true })
}

@customElement('tacit-create-board')
export class TacitCreateBoard extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    form { display: flex; gap: 16px; align-items: center; border: 1.5px dashed var(--line-2); border-radius: var(--r4); padding: 10px 10px 10px 22px; background: var(--surface); }
    form:focus-within { border-color: var(--accent); border-style: solid; }
    input { flex: 1; min-width: 0; height: 44px; border: 0; background: none; font-size: 22px; line-height: 40px; letter-spacing: -0.01em; }
    input::placeholder { color: var(--ink-3); opacity: 1; }
    input:focus-visible { outline: none; }
    .error, .key { margin-top: 8px; }
    .key { max-width: 420px; }
    @media (max-width: 720px) {
      form { flex-direction: column; align-items: stretch; gap: 8px; padding: 8px; }
      input { padding: 0 10px; font-size: 17px; flex: none; }
    }
  `]

  @state() private name = ''
  @state() private busy = false
  @state() private failure = ''
  @query('input') private readonly field!: HTMLInputElement

  protected readonly watch = new Watch(this, () => [keyWanted])

  override focus(): void {
    this.field.focus()
  }

  override render(): TemplateResult {
    return html`<form @submit=${this.#make}>
        <input name="title" autocomplete="off" maxlength=${DEFAULT_LIMITS.titleChars} placeholder=${homeWords.question} aria-label=${homeWords.question}
          aria-describedby="error" .value=${this.name} @input=${(event: InputEvent) => { this.name = (event.target as HTMLInputElement).value }}>
        <button class="btn primary xl" type="submit" ?disabled=${this.busy}>${iconSvg('plus')}${this.busy ? homeWords.creating : homeWords.create}</button>
      </form>
      ${keyWanted.value ? html`<tacit-field class="key" type="password" label=${homeWords.createKey} hint=${homeWords.createKeyHint} @input=${(event: Event) => useCreateKey((event.target as TacitField).value)}></tacit-field>` : nothing}
      <p class="error" id="error" role="alert">${this.failure === '' ? nothing : this.failure}</p>`
  }

  readonly #make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const title = this.name.trim()
    if (title === '') {
      this.focus()
      return
    }
    this.busy = true
    this.failure = ''
    try {
      this.dispatchEvent(boardMade(await makeBoard({ title })))
    } catch (error) {
      this.failure = homeWords.createFailed(keyWanted.value ? homeWords.createKeyMissing : sentenceOf(error))
    }
    this.busy = false
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-create-board': TacitCreateBoard }
}
