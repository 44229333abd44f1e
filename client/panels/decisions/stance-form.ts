// "Your stance": five buttons, each with its meaning printed on it. To agree or to pass is one press; who has concerns,
// carries on in disagreement or blocks says why first. Takes who you are and who stands where, tells `stance-taken`,
// and keeps what was written until it is stored. A stance that waits to be sent shows in place of the question, and
// `waiting-dropped` tells to forget it.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Person } from '../../../shared/board/records.ts'
import { STANCES, type Stance } from '../../../shared/rules/judgements.ts'
import { dayInWords } from '../../language/dates.ts'
import type { WaitingStance } from '../../session/shelf.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/diff.ts'
import { iconSvg, type Icon } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { DraftKeeper } from '../draft-keeper.ts'
import { wordsOf } from '../heard.ts'
import './stance-draft.ts'
import type { StanceSent } from './stance-draft.ts'
import { stanceBy, type StancesOnCard, type Stood } from './stances.ts'
import { stanceWords as words } from './words.ts'

export const STANCE_ICONS: Readonly<Record<Stance, Icon>> = { agree: 'check', concerns: later.comment, disagree_commit: 'notequal', block: 'hand', pass: 'minus' }

/** Stances that say why before they are taken. */
export function saysWhy(stance: Stance): boolean {
  return stance !== 'agree' && stance !== 'pass'
}

@customElement('tacit-stance-form')
export class TacitStanceForm extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .lead:focus-visible { outline-offset: 6px; border-radius: var(--r1); }
    .hint { margin-top: 6px; color: var(--ink-2); }
    .was { margin: 6px 0 2px; padding: 8px 12px; border-radius: var(--r2); background: var(--canvas); }
    blockquote { color: var(--ink-2); margin-top: 2px; font-style: italic; overflow-wrap: anywhere; }
    .five { display: grid; margin-top: 10px; border-radius: var(--r3); box-shadow: inset 0 0 0 1px var(--line-2); overflow: hidden; }
    .five button { display: grid; grid-template-columns: 16px minmax(0, 1fr) 16px; gap: 0 12px; align-items: center; padding: 7px 14px; text-align: start; }
    .five button + button { border-top: 1px solid var(--line); }
    .five button:hover { background: var(--hover); }
    .five button:active { background: color-mix(in srgb, var(--hover), var(--ink) 8%); }
    .five button:disabled { opacity: 0.45; }
    .five button:focus-visible { outline-offset: -3px; border-radius: var(--r3); }
    .five b { display: block; font-weight: 500; }
    .five .meant { display: block; font-size: 12px; line-height: 16px; color: var(--ink-2); }
    .five [aria-pressed='true'] { background: var(--hover); }
    .five [aria-pressed='true'] b { font-weight: 600; }
    tacit-stance-draft { margin-top: 12px; }
    p .icon { display: inline-block; vertical-align: -2px; }
    .row { margin-top: 10px; flex-wrap: wrap; }
    .row.more { margin: 4px 0 -4px -14px; }
    .error { margin-top: 10px; }
    @media (pointer: coarse), (max-width: 720px) { .five button { min-height: 52px; } .btn { height: 44px; } }
    @media (forced-colors: active) { .five { border: 1px solid ButtonBorder; } .five [aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -3px; } .row.more { margin: 8px 0 0; } }
  `]

  @property({ attribute: false }) heard: StancesOnCard | undefined
  /** Undefined for readers. */
  @property({ attribute: false }) me: Person | undefined
  @property() team = ''
  @property({ type: Number }) now = 0
  /** This person decides: nobody else has to agree. */
  @property({ type: Boolean }) decides = false
  /** What this person said and the server does not have yet. */
  @property({ attribute: false }) waiting: WaitingStance | undefined

  readonly #draft = new DraftKeeper<Stance>(this, { draft: 'tacit-stance-draft', lead: '.lead', opens: 'data-stance' })

  /** Called by whoever sent the stance: with a sentence when it was not stored, else with ''. */
  settle(failure: string): void {
    this.#draft.settle(failure)
  }

  /** Opens the reason of a stance; without one the focus goes to the first of the five. */
  async begin(stance?: Stance): Promise<void> {
    await this.updateComplete
    if (this.#blocked() !== undefined) return
    if (stance !== undefined && saysWhy(stance)) return this.#draft.write(stance)
    this.renderRoot.querySelector<HTMLElement>('.five button')?.focus()
  }

  override render(): TemplateResult {
    const { heard } = this
    if (heard === undefined) return html``
    return html`<section aria-label=${words.label}>
      ${this.#blocked() ?? this.#takes(heard)}
      <p class="error" role="alert" ?hidden=${this.#draft.failure === ''}>${this.#draft.failure}</p>
    </section>`
  }

  #blocked(): TemplateResult | undefined {
    if (this.heard?.judgement.state === 'retired') return html`<p>${words.retired}</p>`
    if (this.me === undefined) return html`<p>${words.reader}</p>`
    if (this.me.role === 'guest') return html`<p>${words.guest}</p>`
    if (this.me.team !== '') return undefined
    return html`<p>${words.noTeam}</p><p class="row"><button type="button" class="btn" @click=${() => this.#tell('profile-wanted', {})}>${words.chooseTeam}</button></p>`
  }

  #takes(heard: StancesOnCard): TemplateResult {
    const mine = stanceBy(heard, this.me?.id ?? '')
    const { open, busy } = this.#draft
    return html`<div class="lead" tabindex="-1">${this.waiting === undefined || busy ? this.#lead(heard, mine) : this.#waits(this.waiting, heard)}</div>
      ${this.decides && open === undefined ? html`<p class="hint">${words.decider}</p>` : nothing}
      ${open === undefined ? this.#five(mine) : html`<tacit-stance-draft stance=${open} .busy=${busy} .statement=${heard.statement} .reason=${mine?.stance === open ? mine.reason : ''}
        @stance-sent=${(event: CustomEvent<StanceSent>) => this.#send(event.detail)} @draft-left=${this.#draft.leave}></tacit-stance-draft>`}`
  }

  #lead(heard: StancesOnCard, mine: Stood | undefined): TemplateResult {
    if (mine === undefined) {
      const row = heard.rows.find(({ team }) => team.id === this.me?.team)
      const seat = row === undefined ? '' : row.stands === 'quiet' || row.stands === 'earlier' ? words.asked(this.team) : words.heard(this.team)
      return html`<p>${seat === '' ? nothing : html`<b>${seat}</b> `}${words.question}</p>${row === undefined ? html`<p class="hint">${words.noSeat(this.team)}</p>` : nothing}`
    }
    if (!mine.current) return html`<p>${words.earlierWording}</p><tacit-diff class="was" .was=${wordsOf(mine.basis)} .now=${wordsOf(heard.statement)}></tacit-diff>`
    return html`<p><b>${words.yours(mine.stance, this.team, dayInWords(mine.at, this.now))}</b> ${words.change}</p>${mine.reason === '' ? nothing : html`<blockquote>${mine.reason}</blockquote>`}`
  }

  #waits({ stance, basis, refused }: WaitingStance, heard: StancesOnCard): TemplateResult {
    return html`<p role="status">${iconSvg(later.hourglass, 14)} <b>${words.waiting(stance, this.team)}</b> ${refused === undefined ? words.waitingWhy : words.waitingRefused(refused)}</p>
      ${basis === heard.statement ? nothing : html`<p class="hint">${words.waitingWording}</p><tacit-diff class="was" .was=${wordsOf(basis)} .now=${wordsOf(heard.statement)}></tacit-diff>`}
      <div class="row more"><button type="button" class="btn ghost" @click=${this.#drop}>${iconSvg('undo')}${words.dropWaiting}</button></div>`
  }

  readonly #drop = (): void => {
    this.#draft.toLead()
    this.#tell('waiting-dropped', {})
  }

  #five(mine: Stood | undefined): TemplateResult {
    const standing = this.waiting?.stance ?? (mine?.current === true ? mine.stance : undefined)
    return html`<div class="five">${STANCES.map((stance) => html`<button type="button" data-stance=${stance} aria-pressed=${stance === standing} ?disabled=${this.#draft.busy} @click=${() => this.#press(stance, standing)}>
      ${iconSvg(STANCE_ICONS[stance])}<span><b>${words.name(stance)}</b> <span class="meant">${words.meaning[stance]}</span></span>${stance === standing ? iconSvg('check', 14) : nothing}</button>`)}</div>`
  }

  /** What stands already is not said twice; its reason can be. */
  #press(stance: Stance, standing: Stance | undefined): void {
    if (saysWhy(stance)) void this.#draft.write(stance)
    else if (stance !== standing) this.#send({ stance })
  }

  #send(sent: StanceSent): void {
    this.#draft.send()
    this.#tell('stance-taken', sent)
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-stance-form': TacitStanceForm }
}
