// People and teams of a board: who is who, which teams there are. Owners and facilitators change roles and teams of
// people, rename and remove them; owners also admit who says to be somebody, and make two entries of one person one;
// everyone who edits makes and changes teams. Tells what is wanted, writes nothing: `person-changed`, `person-merged`,
// `person-claimed`, `claim-dropped`, `claim-decided`, `team-saved`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import { newId } from '../../shared/board/ids.ts'
import { ROLES, type BoardState, type Person, type Role, type Team } from '../../shared/board/records.ts'
import type { PutPerson } from '../../shared/protocol/http.ts'
import { sheet } from '../theme/sheet.ts'
import { avatarHtml } from '../ui/avatar.ts'
import '../ui/dialog.ts'
import '../ui/menu.ts'
import type { MenuItem } from '../ui/menu.ts'
import { iconSvg } from '../ui/icon.ts'
import { later } from '../ui/later-icons.ts'
import { teamCodes } from '../ui/names.ts'
import { colorAmong, personColor } from '../../shared/protocol/person-color.ts'
import { byName } from '../language/lists.ts'
import { teamNameHtml, teamNameStyles } from '../ui/team-name.ts'
import { tileHtml } from '../ui/tile.ts'
import { newcomers, sayWhoIsHere, saysWhoIsHere, waiting } from './comings.ts'
import './person-form.ts'
import type { TacitPersonForm } from './person-form.ts'
import './team-form.ts'
import type { TacitTeamForm, TeamDraft } from './team-form.ts'
import { peopleWords, selfWords } from './later-words.ts'
import { presenceWords } from './words.ts'

export interface PersonChanged { readonly person: string; readonly change: PutPerson }
/** `into`: null parts the two again. */
export interface PersonMerged { readonly person: string; readonly into: string | null }
export interface PersonClaimed { readonly person: string }
export interface ClaimDecided { readonly person: string; readonly admit: boolean; readonly claims?: string }
/** What has just been done, and how it is taken back. */
export interface PeopleNotice { readonly text: string; readonly undo?: () => void }
export interface TeamSaved { readonly team: Team; readonly before: Team | undefined }

@customElement('tacit-people-dialog')
export class TacitPeopleDialog extends LitElement {
  static override styles = [...sheet, teamNameStyles, css`
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
    .new { padding: 0 7px; border-radius: var(--r-full); background: color-mix(in srgb, var(--accent) 12%, transparent); color: var(--accent); font-size: 12px; line-height: 18px; font-weight: 500; }
    .asks { padding: 10px 12px 4px; border-radius: var(--r3); background: color-mix(in srgb, var(--accent) 8%, transparent); }
    .notice:not(:empty) { padding: 8px 12px; margin-bottom: 8px; border-radius: var(--r2); background: var(--canvas); }
    .here { display: flex; align-items: center; gap: 12px; flex-wrap: wrap; justify-content: space-between; color: var(--ink-2); }
    .here label { display: inline-flex; align-items: center; gap: 8px; min-height: 28px; }
    .here input { accent-color: var(--ink); }
    @media (max-width: 480px) { .who .pick { flex: 1; } .who .name { flex-basis: calc(100% - 40px); } .who .name:not(:has(~ .pick)) { flex-basis: calc(100% - 96px); } select { height: 44px; } .pick .icon { top: 15px; } }
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
  @property({ attribute: false }) notice: PeopleNotice | undefined
  /** '' is the form of a new team, an id the form of that team. */
  @state() private editing: string | undefined
  /** The person whose entry is changed in place. */
  @state() private changing: { readonly id: string; readonly purpose: 'rename' | 'merge' } | undefined
  @query('tacit-person-form') private readonly personForm!: TacitPersonForm | null
  @query('tacit-team-form') private readonly form!: TacitTeamForm | null

  override render(): TemplateResult {
    const people = [...(this.board?.people.values() ?? [])].sort((a, b) => Number(a.removed === true) - Number(b.removed === true) || byName(a.name, b.name))
    const teams = [...(this.board?.teams.values() ?? [])].filter((team) => team.removed !== true).sort((a, b) => byName(a.name, b.name))
    return html`<tacit-dialog heading=${peopleWords.title} .open=${this.open}>
      ${this.owns ? this.#waiting() : nothing}
      <section aria-labelledby="teams"><h3 id="teams">${peopleWords.teams}<span class="n">${teams.length}</span>
        ${this.writable && this.editing === undefined ? html`<button type="button" class="btn sm add" @click=${() => void this.#edit('')}>${iconSvg('plus', 14)}${peopleWords.addTeam}</button>` : nothing}</h3>
        ${this.editing === '' ? this.#form(undefined) : nothing}
        ${teams.length === 0 && this.editing === undefined ? html`<p class="muted">${peopleWords.noTeams}</p>` : html`<ul>${teams.map((team) => this.#team(team, people))}</ul>`}
      </section>
      <section aria-labelledby="people"><h3 id="people">${peopleWords.people}<span class="n">${people.filter((person) => person.removed !== true && person.mergedInto === undefined).length}</span></h3>
        ${this.failure === '' ? nothing : html`<p class="error" role="alert">${this.failure}</p>`}
        <p class="notice" role="status">${this.notice === undefined ? nothing : html`${this.notice.text}${this.notice.undo === undefined ? nothing : html` <button type="button" class="link" @click=${this.notice.undo}>${selfWords.undo}</button>`}`}</p>
        ${this.#hereNow(people)}
        ${people.length === 0 ? html`<p class="muted">${peopleWords.noPeople}</p>` : html`<ul>${people.map((person) => this.#person(person, teams))}</ul>`}
        <p class="hint" style="margin-top: 8px">${peopleWords.answersCount}</p>
      </section>
    </tacit-dialog>`
  }

  #team(team: Team, people: readonly Person[]): TemplateResult {
    if (this.editing === team.id) return html`<li>${this.#form(team)}</li>`
    const members = people.filter((person) => person.team === team.id && person.removed !== true && person.mergedInto === undefined).length
    return html`<li class="who">${tileHtml(this.#code(team), 'yes', team.name, true, team.id)}
      <div class="team"><p>${teamNameHtml(team.id, team.name)}${team.color === undefined ? nothing : html`<i class="dot" style=${styleMap({ '--c': team.color })}></i>`} <span class="faint">${peopleWords.membersOf(members)}</span></p>
        ${(team.constraints ?? []).map((line) => html`<p class="meta">${line}</p>`)}</div>
      ${this.writable ? html`<button type="button" class="icon-btn" data-team=${team.id} aria-label=${peopleWords.editTeam(team.name)} title=${peopleWords.editTeam(team.name)} @click=${() => void this.#edit(team.id)}>${iconSvg(later.pencil)}</button>` : nothing}
    </li>`
  }

  #form(team: Team | undefined): TemplateResult {
    return html`<tacit-team-form .team=${team} .teams=${[...(this.board?.teams.values() ?? [])]}
      @team-given=${(event: CustomEvent<TeamDraft>) => this.#save(team, event.detail)} @team-dropped=${() => this.#drop(team)} @form-left=${() => void this.#leave(team?.id)}></tacit-team-form>`
  }

  #colorOf(id: string): string {
    return this.board === undefined ? personColor(id) : colorAmong(this.board.people, id)
  }

  #nameOf(id: string | undefined): string {
    return (id === undefined ? undefined : this.board?.people.get(id)?.name) ?? id ?? ''
  }

  /** Who says to be somebody of this board. */
  #waiting(): TemplateResult | typeof nothing {
    const asking = this.board === undefined ? [] : waiting(this.board)
    if (asking.length === 0) return nothing
    return html`<section class="asks" aria-labelledby="asks"><h3 id="asks">${selfWords.waiting}<span class="n">${asking.length}</span></h3><ul>${asking.map((person) => html`
      <li class="who">${avatarHtml(person.name, this.#colorOf(person.id), false)}<div class="name"><p><b>${person.name}</b> <span class="faint">${person.claims === person.id ? selfWords.saysIn : selfWords.saysIs(this.#nameOf(person.claims))}</span></p></div>
        <button type="button" class="btn primary sm" aria-label=${selfWords.admit(person.name)} @click=${() => this.#decide(person, true)}>${selfWords.admitShort}</button>
        <button type="button" class="btn sm" aria-label=${selfWords.decline(person.name)} @click=${() => this.#decide(person, false)}>${selfWords.declineShort}</button></li>`)}</ul></section>`
  }

  /** Who is here, to be read at any time; heard only by those who ask for it. */
  #hereNow(people: readonly Person[]): TemplateResult {
    const others = people.filter(({ id }) => id !== this.me?.id && this.here.has(id)).map(({ name }) => name)
    return html`<div class="here"><p>${presenceWords.here(others, this.me !== undefined)}</p>
      <label><input type="checkbox" .checked=${saysWhoIsHere()} @change=${(event: Event) => sayWhoIsHere((event.target as HTMLInputElement).checked)}>${selfWords.sayWho}</label></div>`
  }

  #person(person: Person, teams: readonly Team[]): TemplateResult {
    const gone = person.removed === true || person.mergedInto !== undefined
    const notes = [person.id === this.me?.id ? peopleWords.you : '', this.here.has(person.id) ? peopleWords.hereNow : ''].filter((note) => note !== '')
    return html`<li class="who ${person.removed === true ? 'removed' : ''}" data-person=${person.id}>${avatarHtml(person.name, this.#colorOf(person.id), false)}
      <div class="name"><p><b>${person.name}</b>${notes.length === 0 ? nothing : html` <span class="faint">${notes.join(', ')}</span>`}${newcomers.value.has(person.id) && !gone ? html` <span class="new">${selfWords.isNew}</span>` : nothing}</p>
        ${this.organises && !gone ? nothing : html`<p class="meta">${this.#standing(person)}</p>`}
        ${person.id === this.me?.id && person.claims !== undefined ? html`<p class="meta">${selfWords.claiming(this.#nameOf(person.claims))} <button type="button" class="link" @click=${() => this.#tell('claim-dropped', undefined)}>${selfWords.claimBack}</button></p>` : nothing}</div>
      ${person.mergedInto === undefined ? (this.organises ? this.#controls(person, teams, gone) : nothing) : this.#mergedControls(person)}
      ${this.#menu(person)}
      ${this.changing?.id === person.id ? this.#personForm(person) : nothing}</li>`
  }

  #standing(person: Person): string {
    if (person.mergedInto !== undefined) return (person.agreed === true ? selfWords.isMerged : selfWords.isMergedUnsaid)(this.#nameOf(person.mergedInto))
    return `${peopleWords.role[person.role]}, ${this.board?.teams.get(person.team)?.name ?? peopleWords.noTeam}`
  }

  #mergedControls(person: Person): TemplateResult {
    return html`${person.mergedInto === this.me?.id && person.agreed !== true ? html`<button type="button" class="btn primary sm" @click=${() => this.#claim(person)}>${selfWords.claim}</button>` : nothing}
      ${this.owns ? html`<button type="button" class="btn sm" aria-label=${selfWords.split(person.name)} @click=${() => this.#tell<PersonMerged>('person-merged', { person: person.id, into: null })}>${selfWords.splitShort}</button>` : nothing}`
  }

  #menu(person: Person): TemplateResult | typeof nothing {
    const isMe = person.id === this.me?.id
    if (person.removed === true || person.mergedInto !== undefined) return nothing
    const mayRank = this.owns || (this.organises && person.role !== 'owner' && person.role !== 'facilitator')
    const items: readonly MenuItem[] = [
      ...(mayRank ? [{ id: 'rename', label: selfWords.rename, icon: later.pencil } as const] : []),
      ...(this.owns ? [{ id: 'merge', label: selfWords.merge, icon: 'users' } as const] : []),
      ...(this.me !== undefined && !isMe && this.me.claims === undefined ? [{ id: 'claim', label: selfWords.claim, icon: 'person' } as const] : []),
    ]
    if (items.length === 0) return nothing
    return html`<tacit-menu label=${selfWords.more(person.name)} align="end" .items=${items} @menu-chosen=${({ detail }: CustomEvent<{ id: 'rename' | 'merge' | 'claim' }>) => (detail.id === 'claim' ? this.#claim(person) : void this.#changeEntry(person.id, detail.id))}>
      <button slot="trigger" type="button" class="icon-btn" aria-label=${selfWords.more(person.name)} title=${selfWords.more(person.name)}>${iconSvg('more')}</button></tacit-menu>`
  }

  #personForm(person: Person): TemplateResult {
    const others = [...(this.board?.people.values() ?? [])].filter(({ id, removed, mergedInto }) => id !== person.id && removed !== true && mergedInto === undefined).sort((a, b) => a.name.localeCompare(b.name))
    return html`<tacit-person-form .person=${person} .others=${others} purpose=${this.changing?.purpose ?? 'rename'}
      @name-given=${({ detail }: CustomEvent<{ name: string }>) => { this.changing = undefined; if (detail.name !== person.name) this.#change(person, { name: detail.name }) }}
      @merge-given=${({ detail }: CustomEvent<{ into: string }>) => { this.changing = undefined; this.#tell<PersonMerged>('person-merged', { person: person.id, into: detail.into }) }}
      @form-left=${() => void this.#changeEntry(undefined, 'rename', person.id)}></tacit-person-form>`
  }

  async #changeEntry(id: string | undefined, purpose: 'rename' | 'merge', back?: string): Promise<void> {
    this.changing = id === undefined ? undefined : { id, purpose }
    await this.updateComplete
    await this.personForm?.updateComplete
    if (this.personForm !== null) this.personForm.focus()
    else if (back !== undefined) this.renderRoot.querySelector<HTMLElement>(`[data-person="${CSS.escape(back)}"] tacit-menu button`)?.focus()
  }

  #claim(person: Person): void {
    this.#tell<PersonClaimed>('person-claimed', { person: person.id })
  }

  #decide(person: Person, admit: boolean): void {
    this.#tell<ClaimDecided>('claim-decided', { person: person.id, admit, ...(person.claims === undefined ? {} : { claims: person.claims }) })
  }

  #controls(person: Person, teams: readonly Team[], gone: boolean): TemplateResult {
    const organiser = person.role === 'owner' || person.role === 'facilitator'
    const mayRank = this.owns || !organiser
    if (gone) return html`${mayRank ? html`<button type="button" class="btn sm" aria-label=${peopleWords.bringBack(person.name)} @click=${() => this.#change(person, { removed: false })}>${peopleWords.bringBackShort}</button>` : nothing}`
    const roles = ROLES.filter((role) => this.owns || role === person.role || role === 'guest' || role === 'member')
    return html`
      <span class="pick"><select aria-label=${peopleWords.teamOf(person.name)} @change=${(event: Event) => this.#change(person, { team: chosen(event) })}>
        <option value="" ?selected=${person.team === ''}>${peopleWords.noTeam}</option>
        ${teams.map((team) => html`<option value=${team.id} ?selected=${team.id === person.team}>${team.name}</option>`)}</select>${iconSvg(later.down, 14)}</span>
      <span class="pick"><select aria-label=${peopleWords.roleOf(person.name)} ?disabled=${!mayRank} @change=${(event: Event) => this.#change(person, { role: chosen(event) as Role })}>
        ${roles.map((role) => html`<option value=${role} ?selected=${role === person.role}>${peopleWords.role[role]}</option>`)}</select>${iconSvg(later.down, 14)}</span>
      <button type="button" class="icon-btn" ?disabled=${!mayRank || person.id === this.me?.id} aria-label=${peopleWords.remove(person.name)} title=${peopleWords.remove(person.name)} @click=${() => this.#change(person, { removed: true })}>${iconSvg(later['user-x'])}</button>`
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
    this.#tell<TeamSaved>('team-saved', { team: { id: before?.id ?? newId(), ...draft }, before })
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
