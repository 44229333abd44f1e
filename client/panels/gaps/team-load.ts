// What is asked of one team by all others, side by side; what a customer gets from each can be written in. Sends by the
// commands.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Card } from '../../../shared/board/records.ts'
import { BoardNames } from '../../../shared/export/board-names.ts'
import { changeLink } from '../../commands/facts.ts'
import { dayInWords } from '../../language/dates.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { agendaTextWords } from '../agenda/words.ts'
import '../facts/fact-field.ts'
import type { FieldChanged } from '../facts/fact-field.ts'
import type { KindField } from '../facts/kind-fields.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { lacksCustomer, type Ask, type TeamLoad } from './asks.ts'
import { cardLink } from './sentence-html.ts'
import { askWords as words } from './words.ts'

const OUTCOME: KindField = { field: 'outcome', as: 'text' }
const MOST = 100

@customElement('tacit-team-load')
export class TacitTeamLoad extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    :host { gap: 4px; }
    .sum { color: var(--ink-2); font-weight: 400; }
    h4 { margin: 0; padding-bottom: 4px; border-bottom: 1px solid var(--line-2); }
    .ask { display: grid; grid-template-columns: 116px minmax(0, 1fr) 128px; gap: 2px 16px; }
    .what { font-weight: 500; }
    .cards { color: var(--ink-2); font-size: 13px; line-height: 20px; }
    .side { text-align: end; font-size: 13px; line-height: 20px; }
    .wide { grid-column: 2 / -1; font-size: 13px; line-height: 20px; }
    @media (max-width: 720px) { .ask { grid-template-columns: minmax(0, 1fr) auto; } .what, .cards, .wide { grid-column: 1 / -1; } .side { grid-row: 1; grid-column: 2; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) load: TeamLoad | undefined

  override render(): TemplateResult | typeof nothing {
    const { session, load } = this
    if (session === undefined || load === undefined) return nothing
    const { now } = session.judgements.value
    const without = load.asks.filter(lacksCustomer).length
    const sum = [words.of(load.asks.length, load.teams), ...(load.latest === undefined ? [] : [words.latest(dayInWords(load.latest, now))]), ...(without === 0 ? [] : [words.unknownCustomers(without)])]
    return html`<h4>${isolated(load.team.name)} <span class="sum">${sum.join(' · ')}</span></h4>
      <ul class="lined">${repeat(load.asks.slice(0, MOST), ({ link }) => link.id, (ask) => this.#ask(session, ask, now))}</ul>`
  }

  #ask(session: Session, ask: Ask, now: number): TemplateResult {
    const { link, from, needing, provided, amount, serves } = ask
    const said = link.ask?.trim() ?? ''
    return html`<li class="ask"><b>${isolated(from.name)}</b><span class="what ${said === '' ? 'none' : ''}">${said === '' ? words.nothingSaid : said}</span>
      <span class="side">${link.needBy === undefined ? words.noDay : words.by(dayInWords(link.needBy, now))}</span>
      <p class="wide cards">${this.#named(session, needing)} ${words.needs} ${this.#named(session, provided)}.${amount === '' ? nothing : html` ${words.takes(isolated(amount))}`}</p>
      <div class="wide">${serves.length > 0 && (link.outcome ?? '') === '' ? html`<p class="cards">${words.serves} ${serves.map((card, at) => html`${at === 0 ? '' : ', '}${this.#named(session, card)}`)}</p>` : html`<tacit-fact-field .field=${OUTCOME} .value=${link.outcome} .board=${session.board.value} .label=${words.outcome} .placeholder=${words.noOutcome} .writable=${session.canEdit}
        @field-changed=${(event: CustomEvent<FieldChanged>) => this.#say(session, link.id, event)}></tacit-fact-field>`}</div></li>`
  }

  #named({ board }: Session, card: Card): TemplateResult {
    return cardLink(board.value, new BoardNames(board.value, agendaTextWords).card(card.id))
  }

  #say(session: Session, linkId: string, event: CustomEvent<FieldChanged>): void {
    event.stopPropagation()
    const { value } = event.detail
    announce(changeLink(session, linkId, { outcome: typeof value === 'string' ? value : undefined }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-team-load': TacitTeamLoad }
}
