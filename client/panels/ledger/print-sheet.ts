// The ledger on paper: title, counts, and every row, whatever is in view on the screen. Legible in black and white:
// states are words, teams are named. It follows the filter and the arrangement of the ledger; nothing is folded.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { matcherOf, NO_FILTER, type Filter } from '../../session/filter.ts'
import type { Session } from '../../session/session.ts'
import { dayInWords, timeInWords } from '../../language/dates.ts'
import { reset, states, marks } from '../../theme/sheet.ts'
import { LOOKS, lookOf } from '../../ui/looks.ts'
import { words as uiWords } from '../../ui/words.ts'
import type { Arrangement } from './ledger-bar.ts'
import { factsOf, type RowFacts } from './row-facts.ts'
import { nameOfHeading } from './row-view.ts'
import { outlineRows } from './outline.ts'
import { listed, tableRows, type LedgerRow, type RowsWanted } from './rows.ts'
import { ledgerWords, printWords, rowWords } from './words.ts'

const BY_STATE: Arrangement = { grouping: 'state', outline: false, kind: undefined }
/** Nothing is folded on paper. */
const ALL_OPEN = { get: (): boolean => true }

@customElement('tacit-print-sheet')
export class TacitPrintSheet extends LitElement {
  static override styles = [reset, states, marks, css`
    :host { display: block; padding: 0; background: #fff; color: #000; font-size: 10.5pt; line-height: 1.35; color-scheme: light; }
    h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 3pt; }
    .meta { font-size: 9pt; color: #333; margin: 0 0 10pt; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    thead { display: table-header-group; }
    th, td { text-align: left; vertical-align: top; padding: 3pt 8pt 3pt 0; border-bottom: 0.5pt solid #999; font-weight: 400; overflow-wrap: anywhere; }
    thead th { font-size: 8.5pt; color: #333; }
    tr { break-inside: avoid; page-break-inside: avoid; }
    .group th { padding-top: 12pt; border-bottom: 1pt solid #000; font-size: 12pt; font-weight: 600; break-after: avoid; page-break-after: avoid; }
    .words { font-weight: 500; }
    .struck { text-decoration: line-through; }
    .pale { color: #555; }
    .state { font-size: 9pt; }
    .c-state { width: 15%; } .c-who { width: 26%; } .c-carries { width: 7%; } .c-frame { width: 14%; } .c-when { width: 11%; }
  `]

  @property({ attribute: false }) session!: Session
  @property({ attribute: false }) filter: Filter = NO_FILTER
  /** As the ledger is arranged; undefined while there is none. */
  @property({ attribute: false }) arrangement: Arrangement | undefined

  override render(): TemplateResult {
    const { filter } = this
    const arrangement = this.#arranged
    const board = this.session.board.value
    const judgements = this.session.judgements.value
    const wanted: RowsWanted = { board, judgements, grouping: arrangement.grouping, kind: arrangement.kind, matches: matcherOf(filter, board, judgements), folds: ALL_OPEN, held: undefined }
    const rows = arrangement.outline ? outlineRows(wanted) : tableRows(wanted)
    const columns = ledgerWords.columns
    return html`<h1>${board.title}</h1>
      <p class="meta">${this.#counts()}<br>${printWords.asOf(`${dayInWords(new Date(judgements.now).toISOString(), judgements.now)}, ${timeInWords(judgements.now)}`)}</p>
      <table><colgroup><col class="c-state"><col><col class="c-who"><col class="c-carries"><col class="c-frame"><col class="c-when"></colgroup>
        <thead><tr>${[columns.mark, columns.title, columns.who, columns.carries, columns.frame, columns.when].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => this.#row(row))}</tbody></table>`
  }

  get #arranged(): Arrangement {
    return this.arrangement ?? BY_STATE
  }

  #counts(): string {
    const { board, judgements } = this.session
    const cards = [...board.value.cards.values()].filter((card) => listed(card, this.#arranged.grouping, this.#arranged.kind))
    const matches = matcherOf(this.filter, board.value, judgements.value)
    const all = matches === undefined ? printWords.all(cards.length) : printWords.filtered(cards.filter(matches).length, cards.length)
    const looks = cards.filter(({ kind }) => kind === 'assumption').map(({ id }) => lookOf(judgements.value.assumption(id).state))
    return printWords.counts([all, ...LOOKS.flatMap((look) => { const n = looks.filter((one) => one === look).length; return n === 0 ? [] : [uiWords.count(n, look)] })])
  }

  #row(row: LedgerRow): TemplateResult | typeof nothing {
    const board = this.session.board.value
    if (row.type === 'heading') return html`<tr class="group"><th colspan="6" scope="colgroup">${nameOfHeading(row.heading, board)} (${row.count})</th></tr>`
    const card = board.cards.get(row.id)
    if (card === undefined) return nothing
    const facts = factsOf({ card, board, judgements: this.session.judgements.value })
    return html`<tr class=${row.pale === true ? 'pale' : ''}><td class="state">${[...(facts.mark === undefined ? [facts.kind, facts.yes] : [facts.mark.label]), facts.gaps].filter((part) => part !== '').join(' · ')}</td>
      <td class="words ${facts.mark?.look === 'refuted' ? 'struck' : ''}" style=${this.#arranged.outline ? `padding-left: ${Math.min(row.level - 1, 10) * 10}pt` : ''}>${facts.title}</td>
      <td>${who(facts)}</td><td>${facts.carries === 0 ? '' : facts.carries}</td><td>${facts.frame}</td><td>${[facts.when.day === rowWords.noDate ? '' : facts.when.day, facts.when.due === true || facts.mark?.look === 'refuted' ? facts.when.rest : ''].filter((part) => part !== '').join(' ')}</td></tr>`
  }
}

/** Every team with what it said: a tile's border does not survive a poor printer. */
function who({ tiles, mark }: RowFacts): string {
  if (mark === undefined) return tiles.map(({ name, said }) => said ?? name).join(', ')
  return [...tiles.map(({ name, stance }) => `${name}: ${printWords.teams[stance]}`), ...mark.moreTiles].join(', ')
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-print-sheet': TacitPrintSheet }
}
