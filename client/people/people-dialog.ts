// People and teams of a board: who is who, which teams there are. Owners and facilitators change roles and teams of
// people and remove them; everyone who edits makes and changes teams. Tells what is wanted, writes nothing:
// `person-changed`, `team-saved`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import { newId } from '../../shared/board/ids.ts'
import { ROLES, type BoardState, type Person, type Role, type Team } from '../../shared/board/records.ts'
import type { PutPerson } from '../../shared/protocol/http.ts'
import { sheet } from '../theme/sheet.ts'
import { avatarHtml } from '../ui/avatar.ts'
import '../ui/dialog.ts'
import { iconSvg } from '../ui/icon.ts'
import { teamCodes } from '../ui/names.ts'
import { personColor } from '../../shared/protocol/person-color.ts'
import { byName } from '../language/lists.ts'
import { tileHtml } from '../ui/tile.ts'
import './team-form.ts'
import type { TacitTeamForm, TeamDraft } from './team-form.ts'
import { peopleWords } from './words.ts'

export interface PersonChanged { readonly person: string; readonly change: PutPerson }
export interface TeamSaved { readonly team: Team; readonly before: Team | undefined }

@customElement('tacit-people-dialog')
export class TacitPeopleDialog extends LitElement {
  static override styles = [...sheet, css`
    tacit-dialog { --dialog-width: 640px; }
    section + section { margin-top: 24px; }
    h3 { display: flex; align-items: center; gap: 6px; font-size: 14px; line-height: 20px; margin-bottom: 6px; }
    h3 .n { color: var(--ink-3); font-weight: 400; }
    h3 .btn { margin-left: auto; }
    li { padding: 6px 0; border-top: 1px solid var(--line); }
    li:first-child { border-top: 0; }
    .who { display: flex; align-items: center; gap: 10px; min-height: 36px; flex-wrap: wrap; }
    .name { flex: 1 1 150px; min-width: 0; }
    .name p { overflow-wrap: anywhere; }
    .pick { position: relative; width: 128px; }
    .pick .icon { position: absolute; right: 8px; top: 9px; color: var(--ink-3); pointer-events: none; }
    select { appearance: none; width: 100%; height: 32px; padding: 0 26px 0 10px; border: 1px solid var(--line-2); border-radius: var(--r2); background: var(--surface); font-size: 13px; text-overflow: ellipsis; }
    select:hover { border-color: var(--ink-3); }
    select:disabled { border-color: var(--line); color: var(--ink-3); }
    .dot { display: inline-block; width: 8px; height: 8px; margin-left: 6px; border-radius: 50%; background: var(--c); }
    .team { flex: 1; min-width: 0; }
    .removed .name { color: var(--ink-3); text-decoration: line-through; }
    tacit-team-form { margin: 4px 0 8px; }
    @media (max-width: 480px) { .who .pick { flex: 1; } .who .name { flex-basis: calc(100% - 40px); } select { height: 44px; } .pick .icon { top: 15px; } }
  `]

  @property({ type: Boolean }) open = false
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) me: Person | undefined
  /** Person ids that are connected now. */
  @property({ attribute: false }) here: ReadonlySet<string> = new Set()
  /** Owner or facilitator. */
  @property({ type: Boolean }) organises = false
  @property({ type: Boolean }) owns = false
  @property({ type: Boolean }) writable = false
  /** What went wrong with the last change, as a sentence. */
  @property() failure = ''
  /** '' is the form of a new team, an id the form of that team. */
  @state() private editing: string | undefined
  @query('tacit-team-form') private readonly form!: TacitTeamForm | null

  override render(): TemplateResult {
    const people = [...(this.board?.people.values() ?? [])].sort((a, b) => Number(a.removed === true) - Number(b.removed === true) || byName(a.name, b.name))
    const teams = [...(this.board?.teams.values() ?? [])].filter((team) => team.removed !== true).sort((a, b) => byName(a.name, b.name))
    return html`<tacit-dialog heading=${peopleWords.title} .open=${this.open}>
      <section aria-labelledby="teams"><h3 id="teams">${peopleWords.teams}<span class="n">${teams.length}</span>
        ${this.writable && this.editing === undefined ? html`<button type="button" class="btn sm add" @click=${() => void this.#edit('')}>${iconSvg('plus', 14)}${peopleWords.addTeam}</button>` : nothing}</h3>
        ${this.editing === '' ? this.#form(undefined) : nothing}
        ${teams.length === 0 && this.editing === undefined ? html`<p class="muted">${peopleWords.noTeams}</p>` : html`<ul>${teams.map((team) => this.#team(team, people))}</ul>`}
      </section>
      <section aria-labelledby="people"><h3 id="people">${peopleWords.people}<span class="n">${people.filter((person) => person.removed !== true).length}</span></h3>
        ${this.failure === '' ? nothing : html`<p class="error" role="alert">${this.failure}</p>`}
        ${people.length === 0 ? html`<p class="muted">${peopleWords.noPeople}</p>` : html`<ul>${people.map((person) => this.#person(person, teams))}</ul>`}
        <p class="hint" style="margin-top: 8px">${peopleWords.answersCount}</p>
      </section>
    </tacit-dialog>`
  }

  #team(team: Team, people: readonly Person[]): TemplateResult {
    if (this.editing === team.id) return html`<li>${this.#form(team)}</li>`
    const members = people.filter((person) => person.team === team.id && person.removed !== true).length
    return html`<li class="who">${tileHtml(this.#code(team), 'yes', team.name, true)}
      <div class="team"><p><b>${team.name}</b>${team.color === undefined ? nothing : html`<i class="dot" style=${styleMap({ '--c': team.color })}></i>`} <span class="faint">${peopleWords.membersOf(members)}</span></p>
        ${(team.constraints ?? []).map((line) => html`<p class="meta">${line}</p>`)}</div>
      ${this.writable ? html`<button type="button" class="icon-btn" data-team=${team.id} aria-label=${peopleWords.editTeam(team.name)} title=${peopleWords.editTeam(team.name)} @click=${() => void this.#edit(team.id)}>${iconSvg('pencil')}</button>` : nothing}
    </li>`
  }

  #form(team: Team | undefined): TemplateResult {
    return html`<tacit-team-form .team=${team} .teams=${[...(this.board?.teams.values() ?? [])]}
      @team-given=${(event: CustomEvent<TeamDraft>) => this.#save(team, event.detail)} @team-dropped=${() => this.#drop(team)} @form-left=${() => void this.#leave(team?.id)}></tacit-team-form>`
  }

  #person(person: Person, teams: readonly Team[]): TemplateResult {
    const team = this.board?.teams.get(person.team)?.name ?? peopleWords.noTeam
    const gone = person.removed === true
    const notes = [person.id === this.me?.id ? peopleWords.you : '', this.here.has(person.id) ? peopleWords.hereNow : ''].filter((note) => note !== '')
    return html`<li class="who ${gone ? 'removed' : ''}">${avatarHtml(person.name, personColor(person.id), false)}
      <div class="name"><p><b>${person.name}</b>${notes.length === 0 ? nothing : html` <span class="faint">${notes.join(', ')}</span>`}</p>
        ${this.organises && !gone ? nothing : html`<p class="meta">${peopleWords.role[person.role]}, ${team}</p>`}</div>
      ${this.organises ? this.#controls(person, teams, gone) : nothing}</li>`
  }

  #controls(person: Person, teams: readonly Team[], gone: boolean): TemplateResult {
    const organiser = person.role === 'owner' || person.role === 'facilitator'
    const mayRank = this.owns || !organiser
    if (gone) return html`${mayRank ? html`<button type="button" class="btn sm" aria-label=${peopleWords.bringBack(person.name)} @click=${() => this.#change(person, { removed: false })}>${peopleWords.bringBackShort}</button>` : nothing}`
    const roles = ROLES.filter((role) => this.owns || role === person.role || role === 'guest' || role === 'member')
    return html`
      <span class="pick"><select aria-label=${peopleWords.teamOf(person.name)} @change=${(event: Event) => this.#change(person, { team: chosen(event) })}>
        <option value="" ?selected=${person.team === ''}>${peopleWords.noTeam}</option>
        ${teams.map((team) => html`<option value=${team.id} ?selected=${team.id === person.team}>${team.name}</option>`)}</select>${iconSvg('down', 14)}</span>
      <span class="pick"><select aria-label=${peopleWords.roleOf(person.name)} ?disabled=${!mayRank} @change=${(event: Event) => this.#change(person, { role: chosen(event) as Role })}>
        ${roles.map((role) => html`<option value=${role} ?selected=${role === person.role}>${peopleWords.role[role]}</option>`)}</select>${iconSvg('down', 14)}</span>
      <button type="button" class="icon-btn" ?disabled=${!mayRank || person.id === this.me?.id} aria-label=${peopleWords.remove(person.name)} title=${peopleWords.remove(person.name)} @click=${() => this.#change(person, { removed: true })}>${iconSvg('user-x')}</button>`
  }

  #code(team: Team): string {
    return (this.board === undefined ? undefined : teamCodes(this.board.teams).get(team.id)) ?? ''
  }

  async #edit(team: string): Promise<void> {
    this.editing = team
    await this.updateComplete
    await this.form?.updateComplete
    this.form?.focus()
  }

  /** The form has gone: the focus goes to what opened it. */
  async #leave(team: string | undefined): Promise<void> {
    this.editing = undefined
    await this.updateComplete
    const opener = team === undefined ? undefined : this.renderRoot.querySelector<HTMLElement>(`[data-team="${CSS.escape(team)}"]`)
    ;(opener ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus()
  }

  #save(before: Team | undefined, draft: TeamDraft): void {
    void this.#leave(before?.id)
    const kept = before === undefined ? {} : { currency: before.currency }
    this.#tell<TeamSaved>('team-saved', { team: { id: before?.id ?? newId(), ...draft, ...kept }, before })
  }

  #drop(team: Team | undefined): void {
    void this.#leave(undefined)
    if (team !== undefined) this.#tell<TeamSaved>('team-saved', { team: { ...team, removed: true }, before: team })
  }

  #change(person: Person, change: PutPerson): void {
    this.#tell<PersonChanged>('person-changed', { person: person.id, change })
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

function chosen(event: Event): string {
  return (event.target as HTMLSelectElement).value
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-people-dialog': TacitPeopleDialog }
}
