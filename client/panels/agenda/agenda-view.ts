// The check-in agenda that the board writes itself, as a part of the overview: one calm sheet to read, print, copy or
// download, always the same words; how often, and the baseline that ends a check-in.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { agendaMarkdown, agendaOf, type Agenda, type AgendaSection } from '../../../shared/export/agenda.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/field.ts'
import { showToast } from '../../ui/toasts.ts'
import '../drift/take-baseline.ts'
import { sentencesHtml } from '../gaps/sentence-html.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { chooseRhythm, mayChooseRhythm, USUAL } from './rhythm.ts'
import { copyText, fileWord, saveText } from './take-away.ts'
import { agendaTextWords, checkInWords as words } from './words.ts'

const NEVER = ''

@customElement('tacit-agenda')
export class TacitAgenda extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    .do { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
    .do tacit-field { flex: 0 1 220px; margin-inline-start: auto; }
    .do .hint { flex-basis: 100%; margin: 0; }
    .agenda { display: grid; gap: 22px; grid-template-columns: minmax(0, 1fr); }
    .agenda > header { display: grid; gap: 6px; }
    .agenda h3 { font-size: 18px; line-height: 26px; margin: 0; overflow-wrap: anywhere; }
    .head { color: var(--ink-2); max-width: 72ch; }
    h4 { font-size: 14px; padding-bottom: 6px; border-bottom: 1px solid var(--line-2); margin-bottom: 0; }
    h4 .count { color: var(--ink-3); font-weight: 400; }
    .end { border-top: 1px solid var(--line); padding-top: 18px; }
    @media (max-width: 720px) { .do tacit-field { flex-basis: 100%; margin: 0; } }
    @media print { .do, .end { display: none; } .agenda { gap: 12px; font-size: 10.5pt; line-height: 1.4; } .agenda h3 { font-size: 14pt; } .lined > li { padding-block: 3pt; border: 0 !important; } h4 { break-after: avoid; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements, this.session?.me])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const board = session.board.value
    const agenda = agendaOf({ board, judgements: session.judgements.value, words: agendaTextWords })
    const { title, head, sections, foot } = agenda
    return html`<div class="do">
        <button type="button" class="btn" @click=${() => void this.#copy(agenda)}>${words.copy}</button>
        <button type="button" class="btn" @click=${() => saveText(`${words.file(fileWord(board.title))}.md`, agendaMarkdown(agenda), 'text/markdown')}>${words.download}</button>
        <button type="button" class="btn" @click=${() => window.print()}>${words.print}</button>
        ${this.#rhythm(session, board)}</div>
      <div class="agenda"><header><h3>${title}</h3>${head.map((line) => html`<p class="head">${line}</p>`)}</header>
        ${sections.map((section) => this.#section(board, section))}${foot === '' ? nothing : html`<p class="head">${foot}</p>`}</div>
      <section class="end" aria-labelledby="end"><h3 id="end">${words.end}</h3><p class="hint">${words.endHint}</p><tacit-take-baseline .session=${session}></tacit-take-baseline></section>`
  }

  #section(board: BoardState, { part, title, count, entries, more }: AgendaSection): TemplateResult {
    return html`<section data-part=${part} aria-labelledby=${part}><h4 id=${part}>${title} <span class="count">(${count})</span></h4>
      ${sentencesHtml(board, entries, more)}</section>`
  }

  #rhythm(session: Session, { settings: { cadenceDays } }: BoardState): TemplateResult {
    const days = [...new Set([...USUAL, ...(cadenceDays === undefined ? [] : [cadenceDays])])].sort((a, b) => a - b)
    const options = [{ value: NEVER, label: words.never }, ...days.map((every) => ({ value: String(every), label: words.every(every) }))]
    return html`<tacit-field type="choice" label=${words.rhythm} .options=${options} .value=${cadenceDays === undefined ? NEVER : String(cadenceDays)} ?disabled=${!mayChooseRhythm(session)}
      hint=${mayChooseRhythm(session) ? '' : words.onlyLeads} @change=${(event: Event) => void this.#choose(session, (event.target as HTMLSelectElement).value)}></tacit-field>`
  }

  async #choose(session: Session, value: string): Promise<void> {
    try {
      announce(await chooseRhythm(session, value === NEVER ? undefined : Number(value)))
    } catch (error) {
      showToast(words.failed(error instanceof Error ? error.message : ''))
      this.requestUpdate()
    }
  }

  async #copy(agenda: Agenda): Promise<void> {
    showToast((await copyText(agendaMarkdown(agenda))) ? words.copied : words.copyFailed)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-agenda': TacitAgenda }
}
