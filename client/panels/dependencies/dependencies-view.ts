// All dependencies between teams: first what changed since one's own team answered, each change with everybody it lands on;
// then what was never answered; then who needs whom, narrowed to a type if somebody likes. Shown in a dialog and as a part
// of the overview. Tells `card-opened` {id}.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { AckSide } from '../../../shared/rules/contract.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { fieldWords } from '../words.ts'
import './change-view.ts'
import './line-row.ts'
import { isChange, linesBetweenTeams, matrixOf, NEED_TYPES, ownSide, teamNamed, typeOfLine, waitingLines, type Line, type NeedType } from './lines.ts'
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

@customElement('tacit-dependencies')
export class TacitDependencies extends LitElement {
  static override styles = [...sheet, css`
    :host { display: grid; gap: 28px; grid-template-columns: minmax(0, 1fr); }
    h3 { font-size: 14px; line-height: 20px; margin-bottom: 12px; }
    .hint { color: var(--ink-2); margin: -8px 0 10px; font-size: 13px; line-height: 20px; }
    ul.lines > li + li { margin-top: 20px; padding-top: 20px; border-top: 1px solid var(--line); }
    .chosen { margin-top: 14px; padding: 14px 16px; border-radius: var(--r3); background: var(--canvas); }
    .chosen h4 { font-size: 13px; line-height: 20px; margin-bottom: 8px; }
    .types { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 12px; }
    @media (pointer: coarse), (max-width: 720px) { .types .chip { height: 44px; } }
    @media print { .types { display: none; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @state() private cell: CellChosen | undefined
  /** Undefined: of every type. */
  @state() private narrowed: NeedType | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements, this.session?.me, this.session?.outbox])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const lines = linesBetweenTeams({ board: session.board.value, judgements: session.judgements.value })
    return lines.length === 0 ? html`<p class="muted">${words.none}</p>` : html`${this.#own(session, lines)}${this.#matrix(session, lines)}`
  }

  #own(session: Session, lines: readonly Line[]): TemplateResult | typeof nothing {
    const me = session.me.value
    if (me === undefined || me.team === '' || me.role === 'guest') return session.canEdit ? html`<p class="muted">${words.noTeam}</p>` : nothing
    const team = teamNamed(session.board.value, me.team).name
    const waiting = waitingLines(lines, me.team)
    const changes = changesFor(waiting, lines, me.team)
    const asked = waiting.filter((line) => !isChange(ownSide(line, me.team)?.alert))
    if (waiting.length === 0) return html`<p class="muted">${words.nothing(team)}</p>`
    return html`${changes.length === 0 ? nothing : html`<section aria-labelledby="changed"><h3 id="changed">${words.changed(team)}</h3><ul class="lines">${repeat(changes, ({ id }) => id, (change) => html`<li><tacit-change-view .session=${session} .lines=${change.lines} side=${change.side}></tacit-change-view></li>`)}</ul></section>`}
      ${asked.length === 0 ? nothing : html`<section aria-labelledby="asked"><h3 id="asked">${words.asked(team)}</h3><ul class="lines">${repeat(asked, ({ link }) => link.id, (line) => html`<li><tacit-line-row .session=${session} .line=${line}></tacit-line-row></li>`)}</ul></section>`}`
  }

  #types(lines: readonly Line[]): TemplateResult | typeof nothing {
    const there = NEED_TYPES.filter((type) => lines.some(({ link }) => typeOfLine(link) === type))
    if (there.length === 0) return nothing
    return html`<div class="types" role="group" aria-label=${words.types}>${[undefined, ...there].map((type) => html`<button type="button" class="chip" aria-pressed=${type === this.narrowed} @click=${() => { this.narrowed = type }}>${type === undefined ? words.anyType : fieldWords.choice[`what.${type}`]}</button>`)}</div>`
  }

  #matrix(session: Session, all: readonly Line[]): TemplateResult {
    const { narrowed } = this
    const narrow = narrowed === undefined ? all : all.filter(({ link }) => typeOfLine(link) === narrowed)
    // The last of its type may have gone meanwhile.
    const lines = narrow.length === 0 ? all : narrow
    const matrix = matrixOf({ board: session.board.value, judgements: session.judgements.value }, lines)
    const { cell } = this
    const chosen = cell === undefined ? [] : matrix.lines(cell.needing, cell.providing)
    const named = (id: string): string => teamNamed(session.board.value, id).name
    return html`<section aria-labelledby="matrix"><h3 id="matrix">${words.matrix}</h3><p class="hint">${words.matrixHint}</p>${this.#types(all)}
      <tacit-team-matrix .matrix=${matrix} .chosen=${cell} @cell-chosen=${this.#choose}></tacit-team-matrix>
      ${cell === undefined || chosen.length === 0 ? nothing : html`<div class="chosen" role="group" aria-labelledby="cell"><h4 id="cell">${words.linesOf(named(cell.needing), named(cell.providing))}</h4><ul class="lines">${repeat(chosen, ({ link }) => link.id, (line) => html`<li><tacit-line-row .session=${session} .line=${line}></tacit-line-row></li>`)}</ul></div>`}</section>`
  }

  readonly #choose = (event: CustomEvent<CellChosen>): void => {
    event.stopPropagation()
    const { needing, providing } = event.detail
    this.cell = this.cell?.needing === needing && this.cell.providing === providing ? undefined : event.detail
  }

}

declare global {
  interface HTMLElementTagNameMap { 'tacit-dependencies': TacitDependencies }
}
