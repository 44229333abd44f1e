// One month as a grid of days, after the grid pattern of WAI-ARIA: arrows move by a day or a week, Home and End to the
// ends of the week, PageUp and PageDown by a month (with Shift by a year), Enter and Space choose. Tells `day-chosen`.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { locale } from '../language/language.ts'
import { controls, marks, reset } from '../theme/sheet.ts'
import { addDays, addMonths } from './day-text.ts'
import { iconSvg } from './icon.ts'
import { dayWords } from './later-words.ts'

export interface DayChosen { readonly day: string }

const format = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
  let made: Intl.DateTimeFormat | undefined
  return (day) => (made ??= new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' })).format(Date.parse(day))
}
const monthName = format({ month: 'long', year: 'numeric' })
const wholeDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const shortWeekday = format({ weekday: 'short' })
const longWeekday = format({ weekday: 'long' })

/** Weeks begin on Monday in both languages of the page. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

@customElement('tacit-month')
export class TacitMonth extends LitElement {
  static override styles = [reset, controls, marks, css`
    :host { display: block; padding: 10px 12px 12px; width: max-content; }
    .head { display: flex; align-items: center; gap: 4px; margin-bottom: 4px; }
    .name { flex: 1; padding-left: 6px; font-size: 13px; line-height: 20px; font-weight: 600; }
    .name::first-letter { text-transform: uppercase; }
    table { border-spacing: 2px; }
    th { height: 24px; padding: 0; font-size: 11px; line-height: 16px; font-weight: 500; color: var(--ink-3); }
    td { width: 32px; height: 32px; padding: 0; text-align: center; }
    .day { border-radius: var(--r2); font-size: 13px; font-variant-numeric: tabular-nums; cursor: default; }
    .day:hover { background: var(--hover); }
    .day:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
    .today { box-shadow: inset 0 0 0 1px var(--line-2); }
    [aria-selected='true'] { background: var(--ink); color: var(--on-ink); font-weight: 600; }
    .foot { display: flex; justify-content: space-between; margin-top: 6px; }
    @media (pointer: coarse) { td { width: 44px; height: 44px; } .day { font-size: 15px; } }
    @media (forced-colors: active) { [aria-selected='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; } .today { border: 1px solid CanvasText; } }
  `]

  /** `YYYY-MM-DD`, or '' for none. */
  @property() value = ''
  /** The day that is today. */
  @property() today = ''
  /** The day that has the focus; its month is shown. */
  @state() private at = ''
  @query('.day[tabindex="0"]') private readonly current!: HTMLElement | null

  /** Begins at the chosen day, else at today. */
  override async focus(): Promise<void> {
    this.at = this.value === '' ? this.today : this.value
    await this.updateComplete
    this.current?.focus()
  }

  override render(): TemplateResult {
    const at = this.at === '' ? (this.value === '' ? this.today : this.value) : this.at
    if (at === '') return html``
    return html`<div class="head"><span class="name" id="month" aria-live="polite">${monthName(at)}</span>
        <button type="button" class="icon-btn sm" aria-label=${dayWords.previous} title=${dayWords.previous} @click=${() => { this.at = addMonths(at, -1) }}>${iconSvg('left')}</button>
        <button type="button" class="icon-btn sm" aria-label=${dayWords.next} title=${dayWords.next} @click=${() => { this.at = addMonths(at, 1) }}>${iconSvg('right')}</button></div>
      <table role="grid" aria-labelledby="month" @keydown=${this.#key}>
        <thead><tr>${Array.from({ length: 7 }, (_, n) => addDays('2024-01-01', n)).map((day) => html`<th scope="col" abbr=${longWeekday(day)}>${shortWeekday(day)}</th>`)}</tr></thead>
        <tbody>${weeksOf(at).map((week) => html`<tr>${week.map((day) => (day === undefined ? html`<td role="gridcell"></td>` : this.#day(day, at)))}</tr>`)}</tbody>
      </table>
      <div class="foot"><button type="button" class="btn sm ghost" @click=${() => this.#choose(this.today)}>${dayWords.goToday}</button>
        <button type="button" class="btn sm ghost" ?disabled=${this.value === ''} @click=${() => this.#choose('')}>${dayWords.clear}</button></div>`
  }

  #day(day: string, at: string): TemplateResult {
    return html`<td role="gridcell" class="day ${day === this.today ? 'today' : ''}" tabindex=${day === at ? 0 : -1} aria-selected=${day === this.value} aria-label=${wholeDay(day)}
      aria-current=${day === this.today ? 'date' : 'false'} @click=${() => this.#choose(day)}>${Number(day.slice(8))}</td>`
  }

  readonly #key = (event: KeyboardEvent): void => {
    const at = this.at === '' ? this.today : this.at
    if (event.key === 'Enter' || event.key === ' ') this.#choose(at)
    else {
      const to = moved(at, event)
      if (to === undefined) return
      this.at = to
      void this.updateComplete.then(() => this.current?.focus())
    }
    event.preventDefault()
    event.stopPropagation()
  }

  #choose(day: string): void {
    this.dispatchEvent(new CustomEvent<DayChosen>('day-chosen', { detail: { day }, bubbles: true, composed: true }))
  }
}

function moved(at: string, event: KeyboardEvent): string | undefined {
  switch (event.key) {
    case 'ArrowLeft': return addDays(at, -1)
    case 'ArrowRight': return addDays(at, 1)
    case 'ArrowUp': return addDays(at, -7)
    case 'ArrowDown': return addDays(at, 7)
    case 'Home': return addDays(at, -weekday(at))
    case 'End': return addDays(at, 6 - weekday(at))
    case 'PageUp': return addMonths(at, event.shiftKey ? -12 : -1)
    case 'PageDown': return addMonths(at, event.shiftKey ? 12 : 1)
    default: return undefined
  }
}

/** The weeks of a day's month; undefined where the month has not begun or is over. */
function weeksOf(at: string): readonly (readonly (string | undefined)[])[] {
  const month = at.slice(0, 7)
  const first = addDays(`${month}-01`, -weekday(`${month}-01`))
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, n) => addDays(first, week * 7 + n)).map((day) => (day.startsWith(month) ? day : undefined)))
    .filter((week) => week.some((day) => day !== undefined))
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-month': TacitMonth }
}
