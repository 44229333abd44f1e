// One dependency as it is read: both cards, its state in one word, what is asked and by when, what each side said, and
// the answer of one's own team. Sends by the commands; used in the inspector of both cards and in the view of all lines.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { KINDS } from '../../cards/kinds.ts'
import { personName } from '../../cards/view.ts'
import { lineWords } from '../../cards/words.ts'
import { changeLink, type LinkChange } from '../../commands/facts.ts'
import { agoInWords, dayInWords } from '../../language/dates.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { iconSvg } from '../../ui/icon.ts'
import { lineLookOf } from '../../ui/looks.ts'
import { teamCodes } from '../../ui/names.ts'
import { ringSvg } from '../../ui/ring.ts'
import { teamNameHtml, teamNameStyles } from '../../ui/team-name.ts'
import { tileHtml } from '../../ui/tile.ts'
import '../facts/fact-field.ts'
import type { FieldChanged } from '../facts/fact-field.ts'
import type { KindField } from '../facts/kind-fields.ts'
import { answerLine, waitingAck } from './answering.ts'
import './line-answer.ts'
import type { AckGiven } from './line-answer.ts'
import { NEED_TYPES, ownSide, teamNamed, type Line, type Said, type Side } from './lines.ts'
import { answerWords, dependencyWords as words } from './words.ts'

/** What stands on the link itself. */
const FIELDS: readonly KindField[] = [{ field: 'ask', as: 'text' }, { field: 'needBy', as: 'day' }, { field: 'what', as: 'choice', of: ['', ...NEED_TYPES] }, { field: 'outcome', as: 'text' }]

/** How the tile of a team is drawn by its answer. */
export const STANCE = { ok: 'yes', adapting: 'yes', problem: 'no', yes: 'yes', will_try: 'unsure', unclear: 'unsure', no: 'no' } as const

@customElement('tacit-line-row')
export class TacitLineRow extends LitElement {
  static override styles = [...sheet, teamNameStyles, css`
    :host { display: grid; gap: 8px; min-width: 0; font-size: 13px; line-height: 20px; }
    .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 10px; }
    .head .open { flex: 1 1 180px; min-width: 0; }
    .open { display: flex; gap: 8px; padding: 4px 8px; margin-left: -8px; text-align: left; border-radius: var(--r2); overflow-wrap: anywhere; font-weight: 500; }
    .open:hover { background: var(--hover); }
    .open .icon { margin-top: 2px; }
    .open:disabled { text-decoration: line-through; color: var(--ink-2); }
    .kind { display: block; color: var(--ink-3); font-size: 12px; line-height: 16px; font-weight: 400; }
    .state { display: inline-flex; align-items: center; gap: 6px; color: var(--st, var(--ink-2)); font-weight: 600; font-size: 12px; line-height: 16px; white-space: nowrap; }
    .late { color: var(--believed); font-weight: 600; }
    .facts { padding-left: 24px; }
    .slack { padding: 2px 0 0 24px; color: var(--ink-2); }
    .sides { display: grid; gap: 6px; padding-left: 24px; }
    .side { display: flex; gap: 8px; align-items: flex-start; }
    .quote { color: var(--ink-2); }
    tacit-line-answer { margin-left: 24px; }
    @media (max-width: 480px) { .facts, .slack, .sides { padding-left: 0; } tacit-line-answer { margin-left: 0; } }
    @media (pointer: coarse) { .open { min-height: 44px; align-items: center; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) line: Line | undefined
  /** The card that is open: only the other one is named. */
  @property() at = ''

  override render(): TemplateResult | typeof nothing {
    const { session, line } = this
    if (session === undefined || line === undefined) return nothing
    const board = session.board.value
    const { now } = session.judgements.value
    const own = ownSide(line, session.me.value?.role === 'guest' ? undefined : session.me.value?.team)
    return html`${this.#head(line)}
      <div class="facts">${FIELDS.map((field) => this.#field(session, line, field, now))}</div>
      ${this.#slack(line, now)}
      ${line.judged.state === 'internal' ? html`<p class="slack">${words.sameTeam}</p>` : html`<div class="sides">${this.#side(board, line.sides.consumer, now)}${this.#side(board, line.sides.provider, now)}</div>`}
      ${own === undefined ? nothing : html`<tacit-line-answer .side=${own} .board=${board} .me=${session.me.value} .told=${line.told} .waiting=${waitingAck(session, line.link.id, own.side)} .now=${now}
        @ack-given=${(event: CustomEvent<AckGiven>) => void answerLine(session, line.link.id, event)} @ack-dropped=${({ detail }: CustomEvent<{ id: string }>) => session.takeBack(detail.id)}></tacit-line-answer>`}`
  }

  #head(line: Line): TemplateResult {
    const look = lineLookOf(line.judged.state)
    const cards = this.at === '' ? [line.consumer, line.provider] : [this.at === line.link.from ? line.provider : line.consumer]
    return html`<div class="head">${cards.map((card) => this.#card(card, this.at === '' ? this.#owner(card) : this.at === line.link.from ? words.needs : words.neededBy))}
      <span class="state ${look === 'note' ? '' : `s-${look}`}"><span class="sr">${words.state('')}</span>${look === 'note' ? nothing : ringSvg(undefined, look, 14)}${lineWords[line.judged.state]}${line.judged.overdue ? html`<span class="late">· ${words.overdue}</span>` : nothing}</span></div>`
  }

  #owner({ fields }: Card): string {
    const board = this.session?.board.value
    return fields.team === undefined || board === undefined ? words.nobody : teamNamed(board, fields.team).name
  }

  #card(card: Card, about: string): TemplateResult {
    const title = card.title === '' ? words.untitled : isolated(card.title)
    return html`<button type="button" class="open" ?disabled=${card.deleted} @click=${() => this.dispatchEvent(new CustomEvent('card-opened', { detail: { id: card.id }, bubbles: true, composed: true }))}>${iconSvg(KINDS[card.kind].glyph)}<span><span class="kind">${about}</span>${title}</span></button>`
  }

  #field(session: Session, { link }: Line, field: KindField, now: number): TemplateResult | typeof nothing {
    const name = field.field as keyof LinkChange
    const value = link[name]
    if (!session.canEdit && value === undefined) return nothing
    return html`<tacit-fact-field .field=${field} .value=${value} .board=${session.board.value} .label=${words[name]} .now=${now} .writable=${session.canEdit}
      @field-changed=${(event: CustomEvent<FieldChanged>) => this.#change(session, link.id, event)}></tacit-fact-field>`
  }

  #change(session: Session, linkId: string, event: CustomEvent<FieldChanged>): void {
    event.stopPropagation()
    const { field, value } = event.detail
    announce(changeLink(session, linkId, { [field]: typeof value === 'string' ? value : undefined }))
  }

  /** Early or late: a fact of its own, whatever both sides said. */
  #slack({ judged, provider, link }: Line, now: number): TemplateResult | typeof nothing {
    const { slackDays } = judged
    const due = provider.fields.due
    if (provider.deleted || provider.retired || link.needBy === undefined) return nothing
    if (slackDays === null || due === undefined) return html`<p class="slack"><span class="late">${words.noDate}</span></p>`
    const said = slackDays < 0 ? html`<span class="late">${words.late(-slackDays)}</span>` : slackDays === 0 ? words.onTheDay : words.early(slackDays)
    return html`<p class="slack">${said} · ${words.due(dayInWords(due, now))}</p>`
  }

  #side(board: BoardState, side: Side, now: number): TemplateResult | typeof nothing {
    if (side.team === '' || side.basis === undefined) return nothing
    const { name } = teamNamed(board, side.team)
    const said = side.current.length > 0 ? side.current : side.earlier
    const [last] = said
    const stance = last === undefined ? 'quiet' : side.current.length === 0 ? 'was' : STANCE[last.response]
    return html`<div class="side">${tileHtml(teamCodes(board.teams).get(side.team) ?? name.slice(0, 2), stance, name, false, side.team)}<div class="grow">${teamNameHtml(side.team, name)}${said.length === 0 ? html` <span class="muted">${answerWords.none}</span>` : said.map((one) => this.#said(board, one, side.current.length === 0, now))}</div></div>`
  }

  #said(board: BoardState, { response, person, at, reason }: Said, before: boolean, now: number): TemplateResult {
    const answer = answerWords.response[response]
    return html`<div>${before ? answerWords.before(answer) : answer} <span class="meta">${personName({ board }, person)}, ${agoInWords(at, now)}</span>${reason === '' ? nothing : html`<div class="quote">${reason}</div>`}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-line-row': TacitLineRow }
}
