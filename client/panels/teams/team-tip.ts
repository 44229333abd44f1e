// What comes up beside a team's tile or name: what it counts in and what it cannot change. It is told of, never pressed:
// the sheet has the same, and what lies below it can be pressed. Floats over everything; whoever shows it puts it away.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { Team } from '../../../shared/board/records.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { marks, panels, reset, type as typeStyles } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { floatStyles } from '../../ui/floating.ts'
import { place } from '../../ui/placement.ts'
import { countsHtml, currencySaid, currencyStyles, limitsHtml } from './currency.ts'
import { tipWords as words } from './words.ts'

@customElement('tacit-team-tip')
export class TacitTeamTip extends LitElement {
  static override styles = [reset, typeStyles, marks, panels, floatStyles, currencyStyles, css`
    .float { width: max-content; max-width: min(340px, calc(100vw - 16px)); padding: 10px 14px 12px; overflow: hidden; pointer-events: none; }
    .float:popover-open { display: grid; gap: 8px; }
    b { font-weight: 600; }
    h2 { margin-bottom: 2px; font-size: 12px; line-height: 16px; font-weight: 500; color: var(--ink-3); }
    .counts b { font-weight: 500; }
    @media print { :host { display: none; } }
  `]

  @state() private team: Team | undefined
  @state() private said = ''
  @query('.float') private readonly box!: HTMLElement

  get open(): boolean {
    return this.hasUpdated && this.box.matches(':popover-open')
  }

  /** Whether it is seen there, in CSS pixels of the page's view. */
  covers(x: number, y: number): boolean {
    const { left, right, top, bottom } = this.box.getBoundingClientRect()
    return this.open && x >= left && x <= right && y >= top && y <= bottom
  }

  /** Beside a tile or a name. `heard`: it is also said, to whoever came by the keyboard. */
  show(session: Session, at: HTMLElement, heard: boolean): void {
    this.team = session.board.value.teams.get(at.dataset['aboutTeam'] ?? '')
    this.said = at.dataset['said'] ?? ''
    if (this.team === undefined) return this.hide()
    if (heard) announce(textOf(this.team))
    void this.updateComplete.then(() => {
      if (!at.isConnected || this.team === undefined) return
      if (!this.open) this.box.showPopover()
      const { x, y } = place(at.getBoundingClientRect(), { width: this.box.offsetWidth, height: this.box.offsetHeight }, { width: document.documentElement.clientWidth, height: window.innerHeight })
      Object.assign(this.box.style, { left: `${x}px`, top: `${y}px` })
    })
  }

  hide(): void {
    this.team = undefined
    if (this.open) this.box.hidePopover()
  }

  override render(): TemplateResult {
    const { team } = this
    return html`<div class="float" popover="manual" role="tooltip">${team === undefined ? nothing : html`<p><b>${isolated(this.said === '' ? team.name : this.said)}</b></p>${this.#facts(team)}`}</div>`
  }

  #facts(team: Team): TemplateResult {
    const [counts, limits] = [countsHtml(team), limitsHtml(team)]
    if (counts === nothing && limits === nothing) return html`<p class="muted">${words.nothing}</p>`
    return html`${counts === nothing ? nothing : html`<div><h2>${words.counts}</h2>${counts}</div>`}${limits === nothing ? nothing : html`<div><h2>${words.cannot}</h2>${limits}</div>`}`
  }
}

function textOf(team: Team): string {
  const { constraints = [] } = team
  const counts = currencySaid(team)
  const parts = [...(counts === '' ? [] : [words.saysCounts(counts)]), ...(constraints.length === 0 ? [] : [words.saysLimits(constraints.join('; '))])]
  return parts.length === 0 ? words.nothing : parts.join(' ')
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-team-tip': TacitTeamTip }
}
