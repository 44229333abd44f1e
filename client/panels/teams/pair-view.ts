// One pair of teams: what the one believes of the other, in each writer's own words, and what came back. Whoever is of
// the one writes here, whoever is of the other replies; what waits to be sent, and what was not taken, is shown.
//
//   read ──write──► writing ──said──► busy ──settle('')──► read      settle(why) ──► writing, with why
//   read ──reply──► replying, likewise
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { perceive, replyTo, type SaidNow } from '../../commands/say/saying.ts'
import { dayInWords } from '../../language/dates.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import type { Waiting } from '../../session/shelf.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { ringSvg } from '../../ui/ring.ts'
import { showToast } from '../../ui/toasts.ts'
import './belief-form.ts'
import type { BeliefSaid, TacitBeliefForm } from './belief-form.ts'
import { draftsOf, type ReplyBegun } from './drafts.ts'
import { lookOfEmpathy, type BeliefShown, type Pair, type ReplyShown } from './pairs.ts'
import './reply-form.ts'
import type { ReplyGiven, TacitReplyForm } from './reply-form.ts'
import { beliefWords as words, teamsWords } from './words.ts'

const VERDICT_WORD = { right: 'verified', partly: 'partly', wrong: 'wrong' } as const

@customElement('tacit-pair-view')
export class TacitPairView extends LitElement {
  static override styles = [...sheet, css`
    :host([whole]) .text { font-size: 14px; line-height: 22px; }
    :host { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); font-size: 13px; line-height: 20px; }
    .belief { display: grid; gap: 4px; border-radius: var(--r1); overflow-wrap: anywhere; }
    .belief + .belief { padding-top: 12px; border-top: 1px solid var(--line); }
    .text { white-space: pre-wrap; font-style: italic; max-width: 62ch; border-radius: var(--r1); }
    .text:focus-visible, .lead:focus-visible { outline-offset: 4px; }
    .lead { border-radius: var(--r1); }
    .by { display: flex; flex-wrap: wrap; align-items: center; gap: 0 10px; }
    .by .link { color: var(--ink-2); }
    .replies { display: grid; gap: 6px; margin-top: 4px; }
    .replies li { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 0 8px; }
    .replies .ring, .replies .icon { margin-top: 2px; }
    .said { color: var(--st, var(--ink)); font-weight: 500; }
    .said + .meta { margin-inline-start: 4px; }
    .note { white-space: pre-wrap; max-width: 62ch; }
    .unchecked { display: flex; gap: 8px; align-items: center; color: var(--st); }
    .begin { justify-self: start; }
    .sends { display: grid; gap: 4px; padding: 10px 12px; border-radius: var(--r2); background: var(--canvas); }
    .sends p { overflow-wrap: anywhere; }
    .sends .icon { display: inline-block; vertical-align: -2px; }
    @media (pointer: coarse), (max-width: 720px) { .begin { min-height: 44px; height: auto; padding-block: 8px; white-space: normal; text-align: start; } .by .link { min-height: 44px; } }
    @media (forced-colors: active) { .sends { border: 1px solid CanvasText; } }
    @media print { .begin, .by .link { display: none; } .belief { break-inside: avoid; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) pair: Pair | undefined
  /** Changes when who is here, or what waits to be sent, did. */
  @property({ attribute: false }) moment: unknown
  /** Says also that there is nothing, and who could write. */
  @property({ type: Boolean }) whole = false
  /** To be read only. */
  @property({ type: Boolean }) still = false
  @state() private writing = false
  /** The words that are replied to. */
  @state() private replying = ''
  /** What is being written was begun before. */
  #began = false
  @query('.lead') private readonly lead!: HTMLElement | null
  @query('tacit-belief-form') private readonly form!: TacitBeliefForm | null
  @query('tacit-reply-form') private readonly replyForm!: TacitReplyForm | null

  override render(): TemplateResult | typeof nothing {
    const { pair, session } = this
    if (pair === undefined || session === undefined) return nothing
    const me = session.me.value
    const member = me !== undefined && me.role !== 'guest' && !this.still
    const writes = member && me.team === pair.by.id
    const replies = member && me.team === pair.about.id
    const mine = pair.beliefs.find(({ person }) => person === me?.id)
    return html`${repeat(pair.beliefs, ({ person }) => person, (belief) => this.#belief(session, pair, belief, replies, writes && belief === mine))}
      ${pair.beliefs.length === 0 && this.whole ? html`<p class="muted">${words.nothing(pair.by.name, pair.about.name)}</p>` : nothing}
      ${writes ? this.#write(session, pair, mine) : nothing}
      ${this.whole && !writes && !replies ? html`<p class="meta">${words.writesHere(pair.by.name, pair.about.name)}</p>` : nothing}`
  }

  #belief(session: Session, pair: Pair, belief: BeliefShown, replies: boolean, own: boolean): TemplateResult {
    const replied = belief.replies.length + belief.earlier.length > 0
    return html`<article class="belief" data-belief=${belief.id}><p class="text" tabindex="-1">${isolated(belief.text)}</p>
      <p class="meta by"><span>${this.#signed(belief)}</span>${own && !this.writing ? html`<button type="button" class="link change" aria-label=${words.changeOf(pair.about.name)} @click=${() => this.#begin(pair)}>${words.change}</button>
        <button type="button" class="link" aria-label=${words.takeBackOf(pair.about.name)} @click=${() => void this.#say(session, pair, '')}>${words.takeBack}</button>` : nothing}</p>
      ${replied ? html`<ul class="replies">${belief.replies.map((reply) => this.#reply(pair, reply, false))}${belief.earlier.map((reply) => this.#reply(pair, reply, true))}</ul>` : this.whole ? html`<p class="unchecked s-unconfirmed">${ringSvg(undefined, 'unconfirmed', 14)}${words.notChecked(pair.about.name)}</p>` : nothing}
      ${replies ? this.#answers(session, pair, belief) : nothing}</article>`
  }

  #signed({ person, at }: { readonly person: string; readonly at: string }): string {
    const board = this.session?.board.value
    return words.by(isolated(board?.people.get(person)?.name ?? words.unknown), dayInWords(at, this.session?.judgements.value.now ?? 0))
  }

  #reply(pair: Pair, reply: ReplyShown, earlier: boolean): TemplateResult {
    const look = earlier ? 'stale' : lookOfEmpathy(VERDICT_WORD[reply.verdict])
    return html`<li class=${look === undefined ? '' : `s-${look}`}>${look === undefined ? iconSvg('check', 14) : ringSvg(undefined, look, 14)}<div><p><span class="said">${words.repliedBy(words.replied[reply.verdict], pair.about.name)}</span> <span class="meta">${earlier ? `${words.earlier} · ` : ''}${this.#signed(reply)}</span></p>
      ${reply.note === '' ? nothing : html`<p class="note">${isolated(reply.note)}</p>`}</div></li>`
  }

  // ── writing ──

  #write(session: Session, pair: Pair, mine: BeliefShown | undefined): TemplateResult | typeof nothing {
    const waiting = session.outbox.value.findLast((one) => one.root === 'perceptions' && one.about === pair.about.id && one.person === session.me.value?.id)
    const draft = draftsOf(session).beliefs.get(pair.about.id)
    if (this.writing) {
      return html`<tacit-belief-form about=${pair.about.name} .text=${draft ?? mine?.text ?? ''} .begun=${this.#began}
        @belief-begun=${(event: CustomEvent<BeliefSaid>) => draftsOf(session).beliefs.set(pair.about.id, event.detail.text)} @belief-said=${(event: CustomEvent<BeliefSaid>) => void this.#say(session, pair, event.detail.text)} @form-left=${() => this.#leave(session, pair)}></tacit-belief-form>`
    }
    if (waiting?.root === 'perceptions') return this.#sends(session, waiting, html`<p class="text">${waiting.text === '' ? words.takeBack : isolated(waiting.text)}</p>`)
    if (mine !== undefined) return nothing
    const first = pair.beliefs.length === 0
    return html`<button type="button" class="btn sm begin" aria-label=${first ? nothing : words.addAbout(pair.about.name)} @click=${() => this.#begin(pair)}>${iconSvg(later.pencil, 14)}${first ? words.write(pair.about.name) : words.add}</button>`
  }

  #sends(session: Session, waiting: Waiting, what: TemplateResult): TemplateResult {
    return html`<div class="sends"><p class="lead" tabindex="-1" role="status">${iconSvg(later.hourglass, 14)} ${words.waiting}</p>${what}
      ${waiting.refused === undefined ? nothing : html`<p class="error">${words.refused(waiting.refused)}</p>`}
      <div><button type="button" class="btn sm" @click=${() => session.takeBack(waiting.id)}>${words.drop}</button></div></div>`
  }

  #begin({ about }: Pair): void {
    this.#began = this.session !== undefined && (draftsOf(this.session).beliefs.get(about.id) ?? '') !== ''
    this.writing = true
    void this.updateComplete.then(() => this.form?.focus())
  }

  #leave(session: Session, pair: Pair): void {
    draftsOf(session).beliefs.delete(pair.about.id)
    this.writing = false
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.begin, .change')?.focus())
  }

  async #say(session: Session, pair: Pair, text: string): Promise<void> {
    const failure = await told(() => perceive(session, pair.about.id, text))
    this.form?.settle(failure)
    if (failure !== '') {
      if (this.form === null) showToast(failure)
      return
    }
    draftsOf(session).beliefs.delete(pair.about.id)
    await this.#after(() => { this.writing = false }, `[data-belief] .text, .lead, .begin`)
  }

  // ── replying ──

  #answers(session: Session, pair: Pair, belief: BeliefShown): TemplateResult {
    const key = `${pair.by.id}>${pair.about.id}>${belief.person}`
    const drafts = draftsOf(session).replies
    const own = belief.replies.find(({ person }) => person === session.me.value?.id)
    if (this.replying === key) {
      return html`<tacit-reply-form by=${pair.by.name} words=${belief.text} .begun=${drafts.get(key) ?? { verdict: own?.verdict, note: own?.note ?? '' }}
        @reply-begun=${(event: CustomEvent<ReplyBegun>) => drafts.set(key, event.detail)} @reply-given=${(event: CustomEvent<ReplyGiven>) => void this.#send(session, key, belief.id, event.detail)} @form-left=${() => this.#unreply(session, key, belief.id)}></tacit-reply-form>`
    }
    const waiting = session.outbox.value.findLast((one) => one.root === 'perceptionReplies' && one.perception === belief.id && one.person === session.me.value?.id)
    const others = belief.replies.length > 0
    if (waiting?.root === 'perceptionReplies') return this.#sends(session, waiting, html`<p>${words.waitingReply(words.replied[waiting.verdict])}</p>`)
    return html`<button type="button" class="btn sm begin" data-reply=${belief.id} aria-label=${own !== undefined ? words.againTo(pair.by.name) : others ? words.replyTooTo(pair.by.name) : nothing} @click=${() => this.#beginReply(key)}>${own !== undefined ? words.again : others ? words.replyToo : words.question(pair.by.name)}</button>`
  }

  #beginReply(key: string): void {
    this.replying = key
    void this.updateComplete.then(() => this.replyForm?.focus())
  }

  #unreply(session: Session, key: string, id: string): void {
    draftsOf(session).replies.delete(key)
    this.replying = ''
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-reply="${CSS.escape(id)}"]`)?.focus())
  }

  async #send(session: Session, key: string, id: string, given: ReplyGiven): Promise<void> {
    const failure = await told(() => replyTo(session, id, given))
    this.replyForm?.settle(failure)
    if (failure !== '') {
      if (this.replyForm === null) showToast(failure)
      return
    }
    draftsOf(session).replies.delete(key)
    await this.#after(() => { this.replying = '' }, `[data-belief="${CSS.escape(id)}"] .text`)
  }

  /** The form goes: the focus that it had goes to what it was about. */
  async #after(close: () => void, to: string): Promise<void> {
    const inside = this.matches(':focus-within')
    close()
    await this.updateComplete
    if (inside) (this.renderRoot.querySelector<HTMLElement>(to) ?? this.lead)?.focus()
  }
}

/** Says it and what came of it; the sentence of why not, else ''. */
async function told(say: () => Promise<SaidNow>): Promise<string> {
  try {
    const { said, takeBack } = await say()
    showToast(said, takeBack === undefined ? undefined : { label: words.drop, run: takeBack })
    return ''
  } catch (error) {
    return words.failed(error instanceof Error ? error.message : '')
  }
}

/** What the word of a pair looks like, wherever it stands. */
export function pairWordHtml({ word }: Pair, size = 14): TemplateResult {
  const look = lookOfEmpathy(word)
  const sign = word === 'none' ? nothing : look === undefined ? iconSvg('check', size) : ringSvg(undefined, look, size)
  return html`<span class="word ${word === 'none' ? 'none' : ''} ${look === undefined ? '' : `s-${look}`}" title=${teamsWords.meaning[word]}>${sign}${teamsWords.word[word]}</span>`
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-pair-view': TacitPairView }
}
