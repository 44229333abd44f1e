// What an empty board shows: the figure that teaches the line, and the field that writes the first goal. It leaves
// when the first card exists. Tells `goal-written`; knows nothing of boards.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { sheet } from '../../theme/sheet.ts'
import { focusedElement } from '../../ui/focused.ts'
import { iconSvg } from '../../ui/icon.ts'
import { keyCaps } from '../../ui/key-caps.ts'
import type { Stance } from '../../ui/looks.ts'
import { ringSvg } from '../../ui/ring.ts'
import { tileHtml } from '../../ui/tile.ts'
import { firstRunWords } from '../later-words.ts'

export interface GoalWritten { readonly title: string }

/** How many of the three teams of the figure have said yes, card by card. */
const STEPS = [0, 2, 3] as const

@customElement('tacit-first-run')
export class TacitFirstRun extends LitElement {
  static override styles = [...sheet, css`
    :host { display: grid; place-items: safe center; position: absolute; inset: 0; overflow: auto; padding: 24px 72px; pointer-events: none; z-index: var(--z-select); }
    section { width: min(960px, 100%); }
    form, h2, .intro { pointer-events: auto; }
    h2, .intro { text-align: center; text-wrap: balance; }
    .intro { font-size: 15px; line-height: 24px; color: var(--ink-2); margin: 6px 0 36px; }
    ol { display: grid; grid-template-columns: minmax(0, 232px) minmax(32px, 1fr) minmax(0, 232px) minmax(32px, 1fr) minmax(0, 232px); align-items: start; }
    li { text-align: center; }
    li.to { display: grid; place-items: center; height: 92px; color: var(--line-2); }
    li.to svg { width: min(84px, 70%); fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
    .card { position: relative; display: grid; align-content: start; gap: 6px; min-height: 94px; padding: 10px 12px 12px; border-radius: var(--r3); background: var(--st-tint); text-align: left; margin-bottom: 16px; }
    .edge { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
    .edge rect { x: 0.75px; y: 0.75px; width: calc(100% - 1.5px); height: calc(100% - 1.5px); rx: 7.25px; fill: none; stroke: var(--st-line); stroke-width: 1.5; }
    .s-unconfirmed .edge rect { stroke-dasharray: 5 4; }
    .head { display: flex; gap: 6px; align-items: center; font-size: 12px; line-height: 16px; font-weight: 600; color: var(--st); }
    .words { font-size: 14px; line-height: 20px; font-weight: 500; }
    li b { display: block; font-size: 15px; line-height: 22px; }
    li > span { color: var(--ink-2); font-size: 13px; line-height: 20px; }
    form { display: flex; gap: 12px; align-items: center; width: min(720px, 100%); margin: 44px auto 0; padding: 8px 8px 8px 20px; border-radius: var(--r4); background: var(--ink); color: var(--on-ink); box-shadow: var(--e2); }
    form .icon { width: 18px; height: 18px; }
    input { flex: 1; min-width: 0; height: 40px; border: 0; background: none; color: inherit; font-size: 17px; line-height: 24px; caret-color: currentColor; }
    input::placeholder { color: currentColor; opacity: 0.72; text-overflow: ellipsis; }
    input:focus-visible { outline: none; }
    form:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
    form .btn { height: 40px; background: var(--on-ink); color: var(--ink); box-shadow: none; }
    form .btn:hover { background: color-mix(in srgb, var(--on-ink), var(--ink) 10%); }
    @media (max-width: 720px) {
      /* The field comes before the figure, so that it is seen without scrolling; the tools stand at the foot. */
      :host { padding: 20px 16px 96px; align-items: start; pointer-events: auto; }
      section { display: flex; flex-direction: column; gap: 20px; }
      h2.t-page { font-size: 22px; line-height: 28px; }
      h2, .intro { text-align: left; }
      .intro { margin: -14px 0 0; }
      form { order: 1; width: 100%; margin: 0; padding: 8px; flex-wrap: wrap; gap: 4px 10px; }
      form .icon { margin-left: 8px; }
      form input { flex-basis: 0; font-size: 16px; }
      form .btn { flex: 1 0 100%; height: 44px; }
      ol { order: 2; grid-template-columns: 1fr; gap: 14px; }
      li { text-align: left; }
      li b, li > span { display: inline; font-size: 13px; line-height: 20px; }
      li b { margin-right: 6px; }
      li.to { display: none; }
      .card { margin-bottom: 4px; }
      .kbd { display: none; }
    }
  `]

  /** False for those who may not write: they see the figure without the field. */
  @property({ type: Boolean }) writable = false
  @state() private goal = ''
  @query('input') private readonly field!: HTMLInputElement | null

  /** Whoever opens an empty board begins by writing, unless the focus is somewhere already or a keyboard would cover half the screen. */
  protected override firstUpdated(): void {
    if (focusedElement() === undefined && matchMedia('(hover: hover) and (pointer: fine)').matches) this.focus()
  }

  override focus(): void {
    this.field?.focus()
  }

  override render(): TemplateResult {
    return html`<section aria-label=${firstRunWords.label}>
      <h2 class="t-page">${firstRunWords.heading}</h2>
      <p class="intro">${firstRunWords.intro}</p>
      <ol>${STEPS.map((yes, at) => html`${at === 0 ? nothing : html`<li class="to" aria-hidden="true"><svg viewBox="0 0 84 20"><path d="M6 10h70M70 4l6 6-6 6"></path></svg></li>`}${this.#step(yes, at)}`)}</ol>
      ${this.writable ? this.#form() : nothing}
    </section>`
  }

  #step(yes: number, at: number): TemplateResult {
    const look = yes === 3 ? 'confirmed' : 'unconfirmed'
    const stances = firstRunWords.teams.map((_, team): Stance => (team < yes ? 'yes' : 'quiet'))
    const words = firstRunWords.steps[at]
    return html`<li>
      <div class="card s-${look}"><svg class="edge" aria-hidden="true"><rect></rect></svg>
        <span class="head">${ringSvg(stances, look)}${yes === 3 ? firstRunWords.confirmed : firstRunWords.unconfirmed(yes)}</span>
        <span class="words">${firstRunWords.example}</span>
        <span class="tiles">${firstRunWords.teams.map((team, of) => tileHtml(team.code, stances[of] ?? 'quiet', team.name))}</span>
      </div>
      <b>${words?.title}</b><span>${words?.text}</span>
    </li>`
  }

  #form(): TemplateResult {
    return html`<form @submit=${this.#write}>
      ${iconSvg('goal', 18)}
      <input name="goal" autocomplete="off" maxlength=${DEFAULT_LIMITS.titleChars} placeholder=${firstRunWords.goal} aria-label=${firstRunWords.goal}
        .value=${this.goal} @input=${(event: InputEvent) => { this.goal = (event.target as HTMLInputElement).value }}>
      <button class="btn" type="submit">${firstRunWords.write}<span class="kbd" aria-hidden="true">${keyCaps('enter')}</span></button>
    </form>`
  }

  readonly #write = (event: SubmitEvent): void => {
    event.preventDefault()
    const title = this.goal.trim()
    if (title === '') {
      this.focus()
      return
    }
    this.dispatchEvent(new CustomEvent<GoalWritten>('goal-written', { detail: { title }, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-first-run': TacitFirstRun }
}
