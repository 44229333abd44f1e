// The dialogs of a board, one open at a time: people and teams, own profile, another device, sharing. Carries what they
// tell to the server and the commands, and says when that failed.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CreatedBoard } from '../../../shared/protocol/http.ts'
import { changeTeam, createTeam } from '../../commands/teams.ts'
import '../../panels/share-dialog.ts'
import '../../people/device-dialog.ts'
import '../../people/enter-dialog.ts'
import type { TacitEnterDialog, WhoGiven } from '../../people/enter-dialog.ts'
import '../../people/people-dialog.ts'
import type { PersonChanged, TeamSaved } from '../../people/people-dialog.ts'
import { peopleWords } from '../../people/words.ts'
import { putPerson } from '../../session/api.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/banner.ts'
import { remember } from '../browser-memory.ts'
import { beOn } from './own-team.ts'
import { profileFailure } from '../words.ts'

export type OpenDialog = 'none' | 'people' | 'profile' | 'device' | 'share'

@customElement('tacit-board-dialogs')
export class TacitBoardDialogs extends LitElement {
  static override styles = css`:host { display: contents; }`

  @property({ attribute: false }) session!: Session
  @property() open: OpenDialog = 'none'
  @property({ attribute: false }) fresh: CreatedBoard['urls'] | undefined
  @state() private failure = ''
  @query('tacit-enter-dialog') private readonly profile!: TacitEnterDialog

  protected readonly watch = new Watch(this, () => [this.session.board, this.session.me, this.session.peers])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (this.open === 'none') return nothing
    const me = session.me.value
    const board = session.board.value
    const owns = me?.role === 'owner' && session.right === 'own'
    switch (this.open) {
      case 'people': return html`<tacit-people-dialog open .board=${board} .me=${me} .here=${this.#here()} .owns=${owns} .organises=${owns || me?.role === 'facilitator'} .writable=${session.canEdit} failure=${this.failure}
        @person-changed=${(event: CustomEvent<PersonChanged>) => void this.#changePerson(event.detail)} @team-saved=${(event: CustomEvent<TeamSaved>) => this.#saveTeam(event.detail)}></tacit-people-dialog>`
      case 'profile': return html`<tacit-enter-dialog open purpose="profile" .teams=${[...board.teams.values()]} name=${me?.name ?? ''} team=${me?.team ?? ''} ?guest=${!session.canEdit} @who-given=${(event: CustomEvent<WhoGiven>) => void this.#changeMe(event.detail)}></tacit-enter-dialog>`
      case 'device': return html`<tacit-device-dialog open></tacit-device-dialog>`
      case 'share': return html`<tacit-share-dialog open board=${session.boardId} .owns=${session.right === 'own'} .first=${this.fresh} .owners=${[...board.people.values()].filter((person) => person.role === 'owner' && person.removed !== true).map((person) => person.name)}
        .now=${session.judgements.value.now}></tacit-share-dialog>`
    }
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open')) this.failure = ''
  }

  #here(): ReadonlySet<string> {
    const me = this.session.me.value
    return new Set([...this.session.peers.value.map((peer) => peer.person), ...(me === undefined ? [] : [me.id])])
  }

  async #changePerson({ person, change }: PersonChanged): Promise<void> {
    this.failure = ''
    try {
      await putPerson(this.session.boardId, person, change)
    } catch (error) {
      this.failure = peopleWords.failed(error instanceof Error ? error.message : '')
      // The controls show what is true again.
      this.requestUpdate()
    }
  }

  #saveTeam({ team, before }: TeamSaved): void {
    if (before !== undefined) {
      announce(changeTeam(this.session, before.id, team))
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
      this.profile.settle(profileFailure(error instanceof Error ? error.message : ''))
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-dialogs': TacitBoardDialogs }
}
