// The dialogs of a board, one open at a time: people and teams, own profile, another device, sharing. Carries what they
// tell to the server and the commands, and says when that failed.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CreatedBoard } from '../../../shared/protocol/http.ts'
import { changeTeam, createTeam } from '../../commands/teams.ts'
import '../../panels/dependencies/dependencies-dialog.ts'
import '../../panels/share-dialog.ts'
import '../../people/device-dialog.ts'
import '../../people/enter-dialog.ts'
import type { TacitEnterDialog, WhoGiven } from '../../people/enter-dialog.ts'
import '../../people/people-dialog.ts'
import type { ClaimDecided, PeopleNotice, PersonChanged, PersonClaimed, PersonMerged, TeamSaved } from '../../people/people-dialog.ts'
import type { PutPerson } from '../../../shared/protocol/http.ts'
import { enterWords, peopleWords, selfWords } from '../../people/later-words.ts'
import { dropClaim, postClaim, putClaim, putMerged, putPerson } from '../../session/api.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/banner.ts'
import { remember } from '../browser-memory.ts'
import { beOn } from './own-team.ts'

export type OpenDialog = 'none' | 'people' | 'profile' | 'device' | 'share' | 'dependencies'

@customElement('tacit-board-dialogs')
export class TacitBoardDialogs extends LitElement {
  static override styles = css`:host { display: contents; }`

  @property({ attribute: false }) session!: Session
  @property() open: OpenDialog = 'none'
  @property({ attribute: false }) fresh: CreatedBoard['urls'] | undefined
  @state() private failure = ''
  @state() private notice: PeopleNotice | undefined
  @query('tacit-enter-dialog') private readonly profile!: TacitEnterDialog

  protected readonly watch = new Watch(this, () => [this.session.board, this.session.me, this.session.peers])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (this.open === 'none') return nothing
    const me = session.me.value
    const board = session.board.value
    const owns = me?.role === 'owner' && session.right === 'own'
    switch (this.open) {
      case 'people': return html`<tacit-people-dialog open .board=${board} .me=${me} .here=${this.#here()} .owns=${owns} .organises=${owns || me?.role === 'facilitator'} .writable=${session.canEdit} failure=${this.failure} .notice=${this.notice}
        @person-changed=${(event: CustomEvent<PersonChanged>) => void this.#changePerson(event.detail)} @person-merged=${(event: CustomEvent<PersonMerged>) => void this.#merge(event.detail)}
        @person-claimed=${(event: CustomEvent<PersonClaimed>) => void this.#claim(event.detail)} @claim-decided=${(event: CustomEvent<ClaimDecided>) => void this.#decide(event.detail)}
        @claim-dropped=${() => void this.#asks(() => dropClaim(session.boardId))} @team-saved=${(event: CustomEvent<TeamSaved>) => this.#saveTeam(event.detail)}></tacit-people-dialog>`
      case 'profile': return html`<tacit-enter-dialog open purpose="profile" .teams=${[...board.teams.values()]} name=${me?.name ?? ''} team=${me?.team ?? ''} ?guest=${!session.canEdit} @who-given=${(event: CustomEvent<WhoGiven>) => void this.#changeMe(event.detail)}></tacit-enter-dialog>`
      case 'dependencies': return html`<tacit-dependencies-dialog open .session=${session}></tacit-dependencies-dialog>`
      case 'device': return html`<tacit-device-dialog open></tacit-device-dialog>`
      case 'share': return html`<tacit-share-dialog open board=${session.boardId} .owns=${session.right === 'own'} .first=${this.fresh} .owners=${[...board.people.values()].filter((person) => person.role === 'owner' && person.removed !== true).map((person) => person.name)}
        .now=${session.judgements.value.now}></tacit-share-dialog>`
    }
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open')) return
    this.failure = ''
    this.notice = undefined
  }

  #here(): ReadonlySet<string> {
    const me = this.session.me.value
    return new Set([...this.session.peers.value.map((peer) => peer.person), ...(me === undefined ? [] : [me.id])])
  }

  /** Asks the server, and says what went wrong where it was asked. */
  async #asks(ask: () => Promise<unknown>): Promise<boolean> {
    this.failure = ''
    this.notice = undefined
    try {
      await ask()
      return true
    } catch (error) {
      this.failure = peopleWords.failed(error instanceof Error ? error.message : '')
      // The controls show what is true again.
      this.requestUpdate()
      return false
    }
  }

  #notice(text: string, undo?: () => void): void {
    this.notice = undo === undefined ? { text } : { text, undo }
  }

  #put(person: string, change: PutPerson): Promise<boolean> {
    return this.#asks(() => putPerson(this.session.boardId, person, change))
  }

  /** A new name and a removal offer their way back; roles and teams show it themselves. */
  async #changePerson({ person, change }: PersonChanged): Promise<void> {
    const before = this.session.board.value.people.get(person)
    if (!(await this.#put(person, change)) || before === undefined) return
    if (change.name !== undefined) this.#notice(selfWords.renamed(change.name), () => void this.#put(person, { name: before.name }))
    if (change.removed === true) this.#notice(selfWords.removed(before.name), () => void this.#put(person, { removed: false }))
  }

  async #merge({ person, into }: PersonMerged): Promise<void> {
    const { boardId, board } = this.session
    const nameOf = (id: string): string => board.value.people.get(id)?.name ?? id
    if (!(await this.#asks(() => putMerged(boardId, person, { mergedInto: into }))) || into === null) return
    this.#notice(selfWords.merged(nameOf(person), nameOf(into)), () => void this.#asks(() => putMerged(boardId, person, { mergedInto: null })))
  }

  async #claim({ person }: PersonClaimed): Promise<void> {
    const { boardId, board, me } = this.session
    const agrees = board.value.people.get(person)?.mergedInto === me.value?.id
    if (await this.#asks(() => postClaim(boardId, { person }))) this.#notice(agrees ? selfWords.claimAgreed : selfWords.claimTaken)
  }

  async #decide({ person, admit, claims }: ClaimDecided): Promise<void> {
    const name = this.session.board.value.people.get(person)?.name ?? person
    if (await this.#asks(() => putClaim(this.session.boardId, person, { admit, ...(claims === undefined ? {} : { claims }) }))) this.#notice(admit ? selfWords.admitted(name) : selfWords.declined(name))
  }

  #saveTeam({ team, before }: TeamSaved): void {
    if (before !== undefined) {
      // What the form left empty is to go; what it does not ask for stays as it is by now.
      announce(changeTeam(this.session, before.id, { code: undefined, color: undefined, constraints: undefined, ...team }))
      return
    }
    const { id, said } = createTeam(this.session, team.name)
    changeTeam(this.session, id, { code: team.code, color: team.color, constraints: team.constraints })
    announce(said)
  }

  async #changeMe({ name, team, newTeam }: WhoGiven): Promise<void> {
    const { session } = this
    try {
      await beOn(session, name, newTeam === undefined ? team : createTeam(session, newTeam).id)
      remember('name', name)
      this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }))
    } catch (error) {
      this.profile.settle(enterWords.saveFailed(error instanceof Error ? error.message : ''))
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-dialogs': TacitBoardDialogs }
}
