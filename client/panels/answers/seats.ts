// "Who depends on this": a row for each required team with what it said, who said it, when, on which words and with
// which reason; silence stays visible. Asks teams and relieves them. Tells `team-asked` and `team-relieved`.
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { dayInWords } from '../../language/dates.ts'
import '../../ui/diff.ts'
import { stanceOf, type Stance } from '../../ui/looks.ts'
import { teamNameHtml } from '../../ui/team-name.ts'
import { tileHtml } from '../../ui/tile.ts'
import { wordsOf, type Heard, type HeardOnCard, type SeatRow } from '../heard.ts'
import { evidenceWords, seatWords } from '../words.ts'
import { SeatList } from './seat-list.ts'

@customElement('tacit-seats')
export class TacitSeats extends SeatList {
  @property({ attribute: false }) heard: HeardOnCard | undefined

  override render(): TemplateResult {
    if (this.heard === undefined || this.board === undefined) return html``
    const { seats, others } = this.heard
    return html`${this.headHtml(seatWords.title, seats)}
      ${seats.length === 0 ? html`<p class="muted">${seatWords.none}</p>` : html`<ul>${repeat(seats, ({ team }) => team.id, (seat) => this.#seat(seat))}</ul>`}
      ${others.length === 0 ? nothing : html`<h4>${seatWords.others}</h4><ul>${repeat(others, ({ record }) => record.id, (answer) => this.#other(answer))}</ul>`}`
  }

  #seat(row: SeatRow): TemplateResult {
    const stance = stanceOf(row.seat)
    const said = row.seat === 'earlier_text' && row.answers.every((answer) => answer.record.verdict !== 'confirm') ? seatWords.answeredEarlier : seatWords.said[row.seat]
    return html`<li class=${stance}>${tileHtml(this.code(row.team), stance, row.team.name, true, row.team.id)}
      <div class="said"><p>${teamNameHtml(row.team.id, row.team.name)} <span class="say">${said}</span></p>
        ${row.answers.length === 0 ? html`<p class="meta">${this.silence(row, seatWords.youCanAnswer)}</p>` : row.answers.map((answer) => this.#answer(answer, row.answers.length > 1))}
        ${row.seat === 'earlier_text' && row.answers.length > 0 ? html`<p class="meta">${this.silenceSince(row)}</p>` : nothing}
        ${row.because.length === 0 || row.answers.length > 0 ? nothing : html`<p class="meta">${seatWords.because(row.because.slice(0, 2))}</p>`}
      </div>${this.actionsHtml(row, row.seat !== 'confirmed' && row.seat !== 'refuted', row.asked !== undefined || row.answers.length > 0)}</li>`
  }

  #answer({ record, person, current }: Heard, several = false): TemplateResult {
    const name = person?.name ?? seatWords.unknownPerson
    const by = seatWords.by(several ? (seatWords.who[record.verdict]?.(name) ?? name) : name, dayInWords(record.at, this.now))
    return html`<p class="meta">${record.evidence === undefined ? by : seatWords.withEvidence(by, evidenceWords.kinds[record.evidence.kind] ?? record.evidence.kind)}</p>
      ${record.reason === undefined || record.reason === '' ? (record.verdict === 'refute' ? html`<p class="meta">${seatWords.noReason}</p>` : nothing) : html`<blockquote>${record.reason}</blockquote>`}
      ${current || this.heard === undefined ? nothing : html`<details class="changed" ?open=${record.person !== this.me?.id}><summary>${seatWords.changed}</summary><tacit-diff brief .was=${wordsOf(record.basis)} .now=${wordsOf(this.heard.statement)}></tacit-diff></details>`}`
  }

  #other(answer: Heard): TemplateResult {
    const stance: Stance = !answer.current ? 'was' : answer.record.verdict === 'confirm' ? 'yes' : answer.record.verdict === 'refute' ? 'no' : 'unsure'
    const said = !answer.current ? seatWords.answeredEarlier : answer.record.verdict === 'confirm' ? seatWords.said.confirmed : answer.record.verdict === 'refute' ? seatWords.said.refuted : seatWords.said.unsure
    const team = this.board?.teams.get(answer.record.team) ?? { id: answer.record.team, name: answer.record.team }
    return html`<li class=${stance}>${tileHtml(this.code(team), stance, team.name, true, team.id)}<div class="said"><p>${teamNameHtml(team.id, team.name)} <span class="say">${said}</span></p>${this.#answer(answer)}</div></li>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-seats': TacitSeats }
}
