// What is in date and what is not, and what drifted since a baseline, as a part of the overview: what each card was, what
// it is now, and since when. Compares with the newest baseline unless another one is chosen.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { DriftSentences, notInDate, type Looked } from '../../../shared/export/drift-sentences.ts'
import type { Sentence } from '../../../shared/export/sentence.ts'
import { Baselines, type Baseline } from '../../../shared/rules/baselines.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { DRIFTED, driftSince, type Drifted } from '../../../shared/rules/drift.ts'
import { markOf } from '../../cards/face.ts'
import { KINDS } from '../../cards/kinds.ts'
import { personName } from '../../cards/view.ts'
import { dayInWords, timeInWords } from '../../language/dates.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/field.ts'
import { iconSvg } from '../../ui/icon.ts'
import { ringSvg } from '../../ui/ring.ts'
import { agendaTextWords } from '../agenda/words.ts'
import { sentencesHtml } from '../gaps/sentence-html.ts'
import { viewStyles } from '../overview/view-styles.ts'
import './take-baseline.ts'
import { driftWords as words, freshWords } from './words.ts'

const MOST = 200

@customElement('tacit-drift')
export class TacitDrift extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    section { display: grid; grid-template-columns: minmax(0, 1fr); }
    .since { display: grid; gap: 16px; }
    .since > h3 { margin-bottom: -8px; }
    .choose { max-width: 420px; }
    .signed > li { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 10px; }
    .signed .icon, .signed .ring { margin-top: 3px; }
    .signed .icon { color: var(--ink-3); }
    h4 .count { color: var(--ink-3); font-weight: 400; margin-inline-start: 3px; }
  `]

  @property({ attribute: false }) session: Session | undefined
  /** The id of the baseline that is compared with; '' is the newest. */
  @state() private chosen = ''
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const looked: Looked = { board: session.board.value, judgements: session.judgements.value, words: agendaTextWords }
    return html`${this.#fresh(looked)}${this.#since(session, looked)}`
  }

  #fresh(looked: Looked): TemplateResult {
    const { fresh, of, drifting } = wideOf(looked.judgements).freshness()
    return html`<section aria-labelledby="fresh"><h3 id="fresh">${freshWords.title}</h3>
      <p>${of === 0 ? agendaTextWords.nothingToTrack : agendaTextWords.freshnessOf(agendaTextWords.freshness(fresh, of))}</p>
      ${drifting.length === 0 ? nothing : html`<h4 style="margin-top: 12px">${freshWords.notInDate} <span class="count">${drifting.length}</span></h4>${this.#signed(looked, notInDate(looked, drifting.slice(0, MOST)), drifting.length)}`}</section>`
  }

  #signed(looked: Looked, sentences: readonly Sentence[], count: number): TemplateResult {
    return sentencesHtml(looked.board, sentences, count > sentences.length ? freshWords.more(count - sentences.length) : '', (sentence) => signOf(looked, sentence))
  }

  #since(session: Session, looked: Looked): TemplateResult {
    const all = new Baselines(looked.board).upTo(looked.judgements.now).toReversed()
    const baseline = all.find(({ id }) => id === this.chosen) ?? all[0]
    return html`<section class="since" aria-labelledby="since"><h3 id="since">${words.title}</h3>
      ${baseline === undefined ? html`<p class="none">${words.none}</p>` : html`${this.#chooser(looked, all, baseline)}${this.#lists(looked, baseline, baseline === all[0])}`}
      <tacit-take-baseline .session=${session}></tacit-take-baseline></section>`
  }

  #chooser(looked: Looked, all: readonly Baseline[], baseline: Baseline): TemplateResult {
    const named = (one: Baseline): string => nameOf(looked, one, all.some((other) => other !== one && other.at.slice(0, 10) === one.at.slice(0, 10)))
    if (all.length === 1) return html`<p>${words.with(isolated(named(baseline)))}</p>`
    return html`<tacit-field class="choose" type="choice" label=${words.choose} .options=${all.map((one) => ({ value: one.id, label: named(one) }))} .value=${baseline.id} @change=${(event: Event) => { this.chosen = (event.target as HTMLSelectElement).value }}></tacit-field>`
  }

  /** Since the newest one the lists are kept up to date; since another one they are looked for. */
  #lists(looked: Looked, baseline: Baseline, newest: boolean): TemplateResult {
    const lists: Readonly<Record<Drifted, readonly string[]>> = newest ? wideOf(looked.judgements).drift() : driftSince(baseline, looked.board, (id) => looked.judgements.status(id))
    const sentences = new DriftSentences(looked, baseline)
    if (DRIFTED.every((word) => lists[word].length === 0)) return html`<p class="none">${words.same}</p>`
    return html`${DRIFTED.map((word) => (lists[word].length === 0 ? nothing : html`<div><h4>${words[word]} <span class="count">${lists[word].length}</span></h4>
      ${this.#signed(looked, lists[word].slice(0, MOST).map((id) => sentences.of(word, id)), lists[word].length)}</div>`))}`
  }
}

/** What the first card of a sentence is: an assumption by its mark, another card by its kind. */
function signOf({ board, judgements }: Looked, sentence: Sentence): TemplateResult | typeof nothing {
  const first = sentence.find((piece) => typeof piece !== 'string')
  const card = first === undefined ? undefined : board.cards.get(first.card)
  if (card === undefined) return nothing
  if (card.kind !== 'assumption' || card.deleted) return iconSvg(KINDS[card.kind].glyph)
  const { look, stances } = markOf({ card, board, judgements })
  return html`<span class="s-${look}">${ringSvg(stances, look)}</span>`
}

/** `clock`: another one was taken on the same day. */
function nameOf({ board, judgements: { now } }: Looked, { id, at, instant }: Baseline, clock: boolean): string {
  const record = board.records.baselines.get(id)
  const name = typeof record?.['name'] === 'string' ? record['name'] : ''
  const person = typeof record?.['person'] === 'string' && board.people.has(record['person']) ? personName({ board }, record['person']) : ''
  return words.baseline(name, clock ? `${dayInWords(at, now)}, ${timeInWords(instant)}` : dayInWords(at, now), person)
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-drift': TacitDrift }
}
