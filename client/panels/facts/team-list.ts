// A list of teams as a field: each with its tile and a way out, and a choice that adds another. Tells `teams-changed`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState } from '../../../shared/board/records.ts'
import { byName } from '../../language/lists.ts'
import { controls, marks, reset, type } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import '../../ui/menu.ts'
import { fieldWords } from '../words.ts'

export interface TeamsChanged { readonly teams: readonly string[] }

@customElement('tacit-team-list')
export class TacitTeamList extends LitElement {
  static override styles = [reset, type, controls, marks, css`
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; min-height: 28px; }
    .team { display: inline-flex; align-items: center; min-height: 24px; padding: 0 2px 0 8px; border-radius: var(--r2); background: var(--sunk); font-weight: 500; font-size: 13px; line-height: 18px; }
    .team.still { padding-right: 8px; }
    .team .icon-btn { width: 24px; height: 24px; }
    .none { color: var(--ink-3); font-weight: 400; padding-block: 4px; }
    @media (pointer: coarse) { .team { min-height: 44px; } .team .icon-btn, .icon-btn.sm { width: 44px; height: 44px; } }
    @media (forced-colors: active) { .team { border: 1px solid CanvasText; } }
  `]

  @property({ attribute: false }) teams: readonly string[] = []
  @property({ attribute: false }) board: BoardState | undefined
  @property() label = ''
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult {
    return html`${this.teams.length === 0 ? html`<span class="none">${fieldWords.empty}</span>` : repeat(this.teams, (id) => id, (id) => this.#team(id))}
      ${this.writable ? this.#add() : nothing}`
  }

  #team(id: string): TemplateResult {
    const name = this.board?.teams.get(id)?.name ?? fieldWords.unknownTeam(id)
    if (!this.writable) return html`<span class="team still">${name}</span>`
    return html`<span class="team">${name}<button type="button" class="icon-btn" aria-label=${fieldWords.removeTeam(name)} title=${fieldWords.removeTeam(name)} @click=${() => this.#remove(id)}>${iconSvg('x', 12)}</button></span>`
  }

  #add(): TemplateResult {
    const items = [...(this.board?.teams.values() ?? [])].filter((team) => team.removed !== true && !this.teams.includes(team.id))
      .sort((a, b) => byName(a.name, b.name)).map((team) => ({ id: team.id, label: team.name }))
    const label = fieldWords.addTeam(this.label)
    return html`<tacit-menu label=${label} align="end" .items=${items.length === 0 ? [{ id: '', label: fieldWords.everyTeam, disabled: true }] : items} @menu-chosen=${this.#chosen}>
      <button slot="trigger" type="button" class="icon-btn sm" aria-label=${label} title=${label}>${iconSvg('plus', 14)}</button></tacit-menu>`
  }

  #remove(id: string): void {
    this.renderRoot.querySelector<HTMLElement>('tacit-menu .icon-btn')?.focus()
    this.#tell(this.teams.filter((team) => team !== id))
  }

  readonly #chosen = (event: CustomEvent<{ id: string }>): void => {
    event.stopPropagation()
    if (event.detail.id !== '') this.#tell([...this.teams, event.detail.id])
  }

  #tell(teams: readonly string[]): void {
    this.dispatchEvent(new CustomEvent<TeamsChanged>('teams-changed', { detail: { teams } }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-team-list': TacitTeamList }
}
