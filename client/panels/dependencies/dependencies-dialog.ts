// All dependencies between teams in one view: first what changed since one's own team answered, each change with everybody
// it lands on; then what was never answered; then who needs whom. Tells `dialog-closed`, and `card-opened` after it closed.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { AckSide } from '../../../shared/rules/contract.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/dialog.ts'
import './change-view.ts'
import './line-row.ts'
import { isChange, linesBetweenTeams, matrixOf, ownSide, teamNamed, waitingLines, type Line } from './lines.ts'
import './team-matrix.ts'
import type { CellChosen } from './team-matrix.ts'
import { viewWords as words } from './words.ts'

interface Change { readonly id: string; readonly side: AckSide; readonly lines: readonly Line[] }

/** Lines that changed for a team, by the card that changed; each with the other lines that the change lands on. */
function changesFor(waiting: readonly Line[], all: readonly Line[], team: string): readonly Change[] {
  const changes = new Map<string, Change>()
  for (const line of waiting) {
    const own = ownSide(line, team)
    if (own === undefined || !isChange(own.alert)) continue
    const end = own.side === 'consumer' ? 'to' : 'from'
    const id = `${own.side}:${line.link[end]}`
    const landsOn = all.filter(({ link }) => link[end] === line.link[end])
    if (!changes.has(id)) changes.set(id, { id, side: own.side, lines: [line, ...landsOn.filter((other) => other !== line)] })
  }
  return [...changes.values()]
}

@customElement('tacit-dependencies-dialog')
export class TacitDependenciesDialog extends LitElement {
  static override styles = [...sheet, css`
    :host { display: contents; --dialog-width: 1040px; }
    .all { display: grid; gap: 28px; grid-template-columns: minmax(0, 1fr); }
    h3 { font-size: 14px; line-height: 20px; margin-bottom: 12px; }
    .hint { color: var(--ink-2); margin: -8px 0 10px; }
    li + li { margin-top: 20px; padding-top: 20px; border-top: 1px solid var(--line); }
    .chosen { margin-top: 14px; padding: 14px 16px; border-radius: var(--r3); background: var(--canvas); }
    .chosen h4 { font-size: 13px; line-height: 20px; margin-bottom: 8px; }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ type: Boolean }) open = false
  @state() private cell: CellChosen | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements, this.session?.me, this.session?.outbox])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const lines = linesBetweenTeams({ board: session.board.value, judgements: session.judgements.value })
    return html`<tacit-dialog ?open=${this.open} heading=${words.title} @card-opened=${this.#leaveFor}><div class="all">
      ${lines.length === 0 ? html`<p class="muted">${words.none}</p>` : html`${this.#own(session, lines)}${this.#matrix(session, lines)}`}</div></tacit-dialog>`
  }

  #own(session: Session, lines: readonly Line[]): TemplateResult {
    const me = session.me.value
    if (me === undefined || me.team === '' || me.role === 'guest') return html`<p class="muted">${words.noTeam}</p>`
    const team = teamNamed(session.board.value, me.team).name
    const waiting = waitingLines(lines, me.team)
    const changes = changesFor(waiting, lines, me.team)
    const asked = waiting.filter((line) => !isChange(ownSide(line, me.team)?.alert))
    if (waiting.length === 0) return html`<p class="muted">${words.nothing(team)}</p>`
    return html`${changes.length === 0 ? nothing : html`<section aria-labelledby="changed"><h3 id="changed">${words.changed(team)}</h3><ul>${repeat(changes, ({ id }) => id, (change) => html`<li><tacit-change-view .session=${session} .lines=${change.lines} side=${change.side}></tacit-change-view></li>`)}</ul></section>`}
      ${asked.length === 0 ? nothing : html`<section aria-labelledby="asked"><h3 id="asked">${words.asked(team)}</h3><ul>${repeat(asked, ({ link }) => link.id, (line) => html`<li><tacit-line-row .session=${session} .line=${line}></tacit-line-row></li>`)}</ul></section>`}`
  }

  #matrix(session: Session, lines: readonly Line[]): TemplateResult {
    const matrix = matrixOf({ board: session.board.value, judgements: session.judgements.value }, lines)
    const { cell } = this
    const chosen = cell === undefined ? [] : matrix.lines(cell.needing, cell.providing)
    const named = (id: string): string => teamNamed(session.board.value, id).name
    return html`<section aria-labelledby="matrix"><h3 id="matrix">${words.matrix}</h3><p class="hint">${words.matrixHint}</p>
      <tacit-team-matrix .matrix=${matrix} .chosen=${cell} @cell-chosen=${this.#choose}></tacit-team-matrix>
      ${cell === undefined || chosen.length === 0 ? nothing : html`<div class="chosen" role="group" aria-labelledby="cell"><h4 id="cell">${words.linesOf(named(cell.needing), named(cell.providing))}</h4><ul>${repeat(chosen, ({ link }) => link.id, (line) => html`<li><tacit-line-row .session=${session} .line=${line}></tacit-line-row></li>`)}</ul></div>`}</section>`
  }

  readonly #choose = (event: CustomEvent<CellChosen>): void => {
    event.stopPropagation()
    const { needing, providing } = event.detail
    this.cell = this.cell?.needing === needing && this.cell.providing === providing ? undefined : event.detail
  }

  /** The card is shown on the board: the dialog goes first. */
  readonly #leaveFor = (event: CustomEvent<{ id: string }>): void => {
    event.stopPropagation()
    const { id } = event.detail
    this.addEventListener('dialog-closed', () => this.dispatchEvent(new CustomEvent('card-opened', { detail: { id }, bubbles: true, composed: true })), { once: true })
    this.open = false
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-dependencies-dialog': TacitDependenciesDialog }
}
