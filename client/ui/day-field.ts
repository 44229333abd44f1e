// A day as one line of text, with a month to choose from beside it. Own, and not the browser's date input, because that
// one follows the browser's language instead of the page's, says "mm/dd/yyyy" where nothing is meant, and reads typed
// words nowhere. What is slotted stands after the day. Tells by `change` (a day or nothing was given); what cannot be read says so and stays.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { controls, fields, marks, reset } from '../theme/sheet.ts'
import { dayInField, readDay } from './day-text.ts'
import { iconSvg } from './icon.ts'
import { later } from './later-icons.ts'
import './month.ts'
import type { DayChosen, TacitMonth } from './month.ts'
import './popover.ts'
import type { TacitPopover } from './popover.ts'
import { dayWords } from './later-words.ts'

@customElement('tacit-day-field')
export class TacitDayField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override styles = [reset, controls, fields, marks, css`
    :host { display: block; min-width: 0; }
    .line { display: flex; align-items: center; gap: 2px; }
    input { flex: 0 1 auto; field-sizing: content; min-width: 76px; max-width: 100%; min-height: var(--day-height, 28px); padding: 4px 8px; border: 1px solid transparent; border-radius: var(--r2); background: none; color: inherit; font: inherit; }
    input:hover { border-color: var(--line-2); }
    input:focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; background: var(--surface); }
    input[aria-invalid='true'] { border-color: var(--disputed-line); }
    input::placeholder { color: var(--ink-3); opacity: 1; font-weight: 400; }
    /* What stands after the day makes room first. */
    ::slotted(*) { flex: 0 99 auto; min-width: 0; }
    /* Quiet until it is wanted: the words say the day. */
    @media (hover: hover) { .icon-btn { opacity: 0; } :host(:hover) .icon-btn, .line:focus-within .icon-btn, tacit-popover[open] .icon-btn { opacity: 1; } }
    .error { padding: 2px 0 4px 8px; }
    .error[hidden] { display: none; }
    @media (pointer: coarse) { input { min-height: 44px; font-size: 16px; } .icon-btn.sm { width: 44px; height: 44px; } }
  `]

  /** `YYYY-MM-DD`, or '' for none. */
  @property() value = ''
  /** Read to people who listen: the visible label stands with whoever uses this. */
  @property() label = ''
  /** ms; what "today" and a day without a year mean. */
  @property({ type: Number }) now = 0

  /** What is being typed; undefined while the field shows its value. */
  @state() private draft: string | undefined
  @state() private wrong = false
  @query('input') private readonly input!: HTMLInputElement
  @query('tacit-month') private readonly month!: TacitMonth
  @query('tacit-popover') private readonly box!: TacitPopover
  @query('.icon-btn') private readonly button!: HTMLButtonElement

  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.input.focus(options)
    else void this.updateComplete.then(() => this.input.focus(options))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.draft === undefined) this.wrong = false
  }

  override render(): TemplateResult {
    const today = new Date(this.now).toISOString().slice(0, 10)
    return html`<div class="line" @focusout=${this.#left}>
        <input type="text" autocomplete="off" spellcheck="false" aria-label=${this.label} aria-invalid=${this.wrong ? 'true' : nothing} aria-describedby=${this.wrong ? 'wrong' : nothing}
          placeholder=${dayWords.placeholder} .value=${this.draft ?? dayInField(this.value)} @input=${this.#type} @blur=${this.#commit} @keydown=${this.#key}>
        <slot></slot>
        <tacit-popover label=${dayWords.choose(this.label)} align="end" @popover-toggled=${this.#toggled}>
          <button slot="trigger" type="button" class="icon-btn sm" aria-label=${dayWords.choose(this.label)} title=${dayWords.choose(this.label)}>${iconSvg(later.calendar)}</button>
          <tacit-month .value=${this.value} today=${today} @day-chosen=${this.#chosen}></tacit-month></tacit-popover></div>
      <span class="error" id="wrong" role="alert" ?hidden=${!this.wrong}>${this.wrong ? dayWords.unknown : nothing}</span>`
  }

  readonly #type = (): void => {
    this.draft = this.input.value
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.draft !== undefined) {
      event.stopPropagation()
      this.draft = undefined
      this.wrong = false
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      this.#commit()
    } else if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      this.box.show()
    }
  }

  readonly #commit = (): void => {
    if (this.draft === undefined) return
    const day = this.draft.trim() === '' ? '' : readDay(this.draft, this.now)
    this.wrong = day === undefined
    if (day === undefined) return
    this.draft = undefined
    this.#give(day)
  }

  readonly #chosen = (event: CustomEvent<DayChosen>): void => {
    event.stopPropagation()
    this.draft = undefined
    this.wrong = false
    this.box.close()
    this.button.focus()
    this.#give(event.detail.day)
  }

  #give(day: string): void {
    if (day === this.value) return
    this.value = day
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
  }

  readonly #toggled = (event: CustomEvent<{ open: boolean }>): void => {
    event.stopPropagation()
    // A value given in this moment is shown by the month after the next drawing.
    if (event.detail.open) void this.updateComplete.then(() => this.month.focus())
  }

  /** Whoever goes on with Tab leaves the month behind. */
  readonly #left = (event: FocusEvent): void => {
    const to = event.relatedTarget
    if (this.box.open && to instanceof Node && to !== this && !this.month.contains(to) && !this.box.contains(to)) this.box.close()
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-day-field': TacitDayField }
}
