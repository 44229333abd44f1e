// One change and everybody it lands on: at the left the card with its old and new words, who changed it and what they
// say about it; at the right each team with its card and its answer, one's own with the choice. Nobody is blindsided
// once every line is answered.
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { AckSide } from '../../../shared/rules/contract.ts'
import { KINDS } from '../../cards/kinds.ts'
import { personName } from '../../cards/view.ts'
import { lineWords } from '../../cards/words.ts'
import { agoInWords, dayInWords } from '../../language/dates.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { lineLookOf, type Look } from '../../ui/looks.ts'
import { teamCodes } from '../../ui/names.ts'
import { ringSvg } from '../../ui/ring.ts'
import { teamNameHtml, teamNameStyles } from '../../ui/team-name.ts'
import { tileHtml } from '../../ui/tile.ts'
import { answerLine, waitingAck } from './answering.ts'
import { whoChanged } from './changes.ts'
import './line-answer.ts'
import type { AckGiven } from './line-answer.ts'
import { STANCE } from './line-row.ts'
import { teamNamed, type Line } from './lines.ts'
import { changesHtml, changeStyles, toldHtml } from './what-changed.ts'
import { answerWords, dependencyWords, viewWords as words } from './words.ts'

interface Curve { readonly look: Look; readonly d: string; readonly x: number; readonly y: number }

@customElement('tacit-change-view')
export class TacitChangeView extends LitElement {
  static override styles = [...sheet, teamNameStyles, changeStyles, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    .change { position: relative; display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 8fr); column-gap: 88px; align-items: start; }
    .meta { color: var(--ink-2); }
    h4 { font-size: 16px; line-height: 24px; margin-bottom: 12px; }
    .lab { font-size: 12px; line-height: 16px; font-weight: 600; color: var(--ink-2); margin-bottom: 8px; }
    .card { display: grid; gap: 10px; padding: 14px 16px; border: 1.5px dashed var(--st-line); border-radius: var(--r3); background: var(--st-tint); }
    .state { display: flex; align-items: center; gap: 6px; color: var(--st); font-weight: 600; font-size: 12px; line-height: 16px; }
    .open { text-align: left; font-size: 16px; line-height: 24px; font-weight: 600; overflow-wrap: anywhere; border-radius: var(--r1); }
    .open:hover { text-decoration: underline; text-underline-offset: 3px; }
    .told { margin-top: 10px; }
    li { display: grid; gap: 10px; padding: 12px 14px; border-radius: var(--r3); background: var(--surface); box-shadow: inset 0 0 0 1px var(--line); }
    li + li { margin-top: 8px; }
    li.quiet { background: none; box-shadow: none; border: 1px dashed var(--line-2); padding: 11px 13px; }
    li.own { box-shadow: inset 0 0 0 2px var(--accent); background: var(--surface); }
    .who { display: flex; gap: 12px; align-items: flex-start; }
    .what { display: flex; gap: 5px; align-items: baseline; color: var(--ink-2); font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
    .what .icon { position: relative; top: 3px; }
    .says { flex: 1 1 0; min-width: 0; }
    .says b { display: block; color: var(--st); }
    svg.lines { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; fill: none; overflow: visible; }
    .lines path { stroke: var(--st-line); stroke-width: 1.5; }
    .lines circle { stroke: var(--st-line); stroke-width: 1.5; fill: var(--surface); }
    .lines .s-confirmed circle { fill: var(--st-line); }
    .lines .s-unconfirmed path { stroke-dasharray: 5 4; }
    .lines .s-stale path { stroke-dasharray: 12 3 2 3; }
    .lines .s-disputed path { stroke-width: 5; }
    .lines .s-disputed path.gap { stroke: var(--surface); stroke-width: 2; }
    @media (max-width: 720px) { .change { grid-template-columns: minmax(0, 1fr); row-gap: 14px; } svg.lines { display: none; } .who { flex-wrap: wrap; } .says { flex: 1 0 100%; } }
    @media (forced-colors: active) { li { border: 1px solid CanvasText; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  /** Every line that the change lands on; the first is that of one's own team. */
  @property({ attribute: false }) lines: readonly Line[] = []
  /** The side that the change lands on. */
  @property() side: AckSide = 'consumer'
  @state() private curves: readonly Curve[] = []
  readonly #sizes = new ResizeObserver(() => this.#draw())

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
  }

  protected override updated(): void {
    const box = this.renderRoot.querySelector('.change')
    if (box !== null) this.#sizes.observe(box)
    requestAnimationFrame(() => this.#draw())
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    const [first] = this.lines
    if (session === undefined || first === undefined) return nothing
    const card = this.side === 'consumer' ? first.provider : first.consumer
    const board = session.board.value
    const { now } = session.judgements.value
    const who = whoChanged(board, card, first.sides[this.side])
    const team = teamNamed(board, card.fields.team ?? '').name
    const answered = this.lines.filter(({ sides }) => sides[this.side].current.length > 0).length
    return html`<h4 id="head">${words.changedBy(who)}</h4><div class="change">
      <div class="left"><p class="lab" id="lab">${words.theChange}</p>
        <div class="card s-stale" role="group" aria-labelledby="lab"><span class="state">${ringSvg(undefined, 'stale', 16)}${lineWords[first.judged.state]}${first.judged.overdue ? ` · ${dependencyWords.overdue}` : ''}</span>
          <button type="button" class="open" ?disabled=${card.deleted} @click=${() => this.dispatchEvent(new CustomEvent('card-opened', { detail: { id: card.id }, bubbles: true, composed: true }))}>${card.title === '' ? dependencyWords.untitled : isolated(card.title)}</button>
          ${changesHtml(first.sides[this.side])}
          <p class="meta">${who === team ? team : [who, team, dayInWords(card.editedAt, now)].filter((part) => part !== '').join(', ')}</p></div>
        ${toldHtml(board, this.side === 'consumer' ? first.told : undefined, now)}</div>
      <div class="right"><p class="lab" id="lands">${words.landsOn} · ${words.heard(answered, this.lines.length)}</p>
        <ul aria-labelledby="lands">${repeat(this.lines, ({ link }) => link.id, (line) => this.#landing(session, line, now))}</ul></div>
      <svg class="lines" aria-hidden="true">${this.curves.map(({ look, d, x, y }) => svg`<g class="s-${look}"><path d=${d}></path>${look === 'disputed' ? svg`<path class="gap" d=${d}></path>` : nothing}<circle cx=${x} cy=${y} r="3.5"></circle></g>`)}</svg></div>`
  }

  #landing(session: Session, line: Line, now: number): TemplateResult {
    const board = session.board.value
    const side = line.sides[this.side]
    const { name } = teamNamed(board, side.team)
    const own = side.team === session.me.value?.team && session.me.value.role !== 'guest'
    const [last] = side.current
    const [before] = side.earlier
    const stance = last === undefined ? (before === undefined ? 'quiet' : 'was') : STANCE[last.response]
    const card = this.side === 'consumer' ? line.consumer : line.provider
    return html`<li class="${own ? 'own' : last === undefined ? 'quiet' : ''}" data-look=${lookOfLanding(line, this.side)}><div class="who">${tileHtml(teamCodes(board.teams).get(side.team) ?? name.slice(0, 2), stance, name, true, side.team)}
        <div class="grow">${teamNameHtml(side.team, name)}<div class="what">${iconSvg(KINDS[card.kind].glyph, 14)}<span>${isolated(card.title)}</span></div></div>
        <div class="says">${last === undefined ? html`<span class="muted">${before === undefined ? answerWords.none : answerWords.before(answerWords.response[before.response])}</span>` : html`<b>${answerWords.response[last.response]}</b>${last.reason}<div class="meta">${personName({ board }, last.person)}, ${agoInWords(last.at, now)}</div>`}</div></div>
      ${own ? html`<tacit-line-answer plain .side=${side} .board=${board} .me=${session.me.value} .waiting=${waitingAck(session, line.link.id, this.side)} .now=${now}
        @ack-given=${(event: CustomEvent<AckGiven>) => void answerLine(session, line.link.id, event)} @ack-dropped=${({ detail }: CustomEvent<{ id: string }>) => session.takeBack(detail.id)}></tacit-line-answer>` : nothing}</li>`
  }

  /** From the card to each team, in the line of its answer. */
  #draw(): void {
    const box = this.renderRoot.querySelector('.change')?.getBoundingClientRect()
    const from = this.renderRoot.querySelector('.card')?.getBoundingClientRect()
    if (box === undefined || from === undefined) return
    const start = { x: from.right - box.left, y: from.top + from.height / 2 - box.top }
    const curves = [...this.renderRoot.querySelectorAll<HTMLElement>('li')].map((row): Curve => {
      const to = row.getBoundingClientRect()
      const end = { x: to.left - box.left - 8, y: to.top + Math.min(to.height / 2, 34) - box.top }
      const half = (start.x + end.x) / 2
      return { look: row.dataset['look'] as Look, d: `M${start.x} ${start.y}C${half} ${start.y} ${half} ${end.y} ${end.x - 3.5} ${end.y}`, ...end }
    })
    if (JSON.stringify(curves) !== JSON.stringify(this.curves)) this.curves = curves
  }
}

function lookOfLanding({ sides, judged }: Line, side: AckSide): Look {
  const [last] = sides[side].current
  if (last === undefined) return sides[side].earlier.length > 0 ? 'stale' : 'unconfirmed'
  if (last.response === 'problem' || last.response === 'no') return 'disputed'
  const look = lineLookOf(judged.state)
  return look === 'note' || look === 'stale' ? 'confirmed' : look
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-change-view': TacitChangeView }
}
