// The top bar of a board: the way home, the board's name (renamed in place), the save state, who is here, teams,
// sharing, theme, and the rest in a menu. Takes everything by property and tells what was chosen:
// `board-titled`, `teams-wanted`, `share-wanted`, `profile-wanted`, `device-wanted`, `file-wanted`, `help-wanted`,
// `settings-wanted`, `dependencies-wanted`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Person } from '../../../shared/board/records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import type { Peer, SaveState } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import '../../ui/menu.ts'
import type { MenuItem } from '../../ui/menu.ts'
import type { ViewName } from './board-view.ts'
import './save-state.ts'
import '../theme-toggle.ts'
import { chooseTheme, theme } from '../theme-choice.ts'
import './view-switch.ts'
import { appWords, boardWords, themeWords } from '../words.ts'

export interface BoardTitled { readonly title: string }

@customElement('tacit-top-bar')
export class TacitTopBar extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; position: relative; z-index: var(--z-chrome); }
    header { display: flex; align-items: center; gap: 12px; height: 48px; padding: 0 12px 0 10px; background: var(--surface); user-select: none; -webkit-user-select: none; }
    .home { color: var(--ink); }
    .name { display: flex; align-items: center; gap: 12px; min-width: 0; flex: 0 1 auto; }
    h1 { font-size: 14px; line-height: 20px; min-width: 0; display: flex; }
    .title { min-width: 0; padding: 4px 6px; margin: 0 -6px; border-radius: var(--r2); font-weight: 600; }
    button.title:hover { background: var(--hover); }
    form { display: flex; min-width: 0; }
    form input { width: min(420px, 44vw); min-height: 30px; height: 30px; padding: 4px 6px; margin: 0 -6px; font-size: 14px; font-weight: 600; user-select: text; -webkit-user-select: text; }
    tacit-save-state { flex: none; max-width: 70%; }
    .wide { display: inline-flex; }
    @media (min-width: 1280px) { .mid { position: absolute; left: 50%; translate: -50% 0; } .name { max-width: calc(50vw - 180px); } }
    .end { display: flex; align-items: center; gap: 4px; }
    tacit-presence { margin-right: 8px; }
    .end .primary { margin-inline: 4px; }
    @media (max-width: 900px) { .wide { display: none; } }
    @media (max-width: 720px) {
      header { height: 52px; gap: 4px; padding: 0 8px 0 4px; }
      .home { width: 44px; height: 44px; }
      .name { flex-direction: column; align-items: flex-start; gap: 0; flex: 1 1 0; }
      h1 { font-size: 15px; max-width: 100%; }
      .title { padding-block: 0; }
      tacit-save-state { flex: initial; max-width: 100%; }
      .end .primary { display: none; }
      .icon-btn.more { width: 44px; height: 44px; }
      .grow { display: none; }
      form input { width: 50vw; }
    }
  `]

  @property() boardTitle = ''
  @property({ attribute: false }) save: SaveState = { kind: 'connecting' }
  @property({ attribute: false }) peers: readonly Peer[] = []
  @property({ attribute: false }) me: Person | undefined
  @property({ type: Boolean }) writable = false
  /** False for those who could not pass anything on: no button, rather than a grey one. */
  @property({ type: Boolean }) shares = true
  /** Under 720 px: fewer faces, everything else in the menu. */
  @property({ type: Boolean }) narrow = false
  @property() view: ViewName = 'canvas'
  @state() private renaming = false
  @query('form input') private readonly field!: HTMLInputElement | null
  @query('button.title') private readonly titleButton!: HTMLButtonElement | null

  override render(): TemplateResult {
    return html`<header>
      <a class="icon-btn home" href="/" aria-label=${boardWords.home} title=${boardWords.home}>${iconSvg(this.narrow ? 'left' : 'tacit')}</a>
      <div class="name">${this.renaming ? this.#form() : this.#title()}<tacit-save-state .state=${this.save}></tacit-save-state></div>
      ${this.narrow ? html`<span class="grow"></span>` : html`<span class="grow"></span><tacit-view-switch class="mid" view=${this.view}></tacit-view-switch><span class="grow"></span>`}
      <div class="end">
        <tacit-presence .peers=${this.peers} .me=${this.me} .most=${this.narrow ? 2 : 6}></tacit-presence>
        <button type="button" class="btn ghost sm wide" @click=${() => this.#tell('teams-wanted')}>${iconSvg('users')}${boardWords.teams}</button>
        ${this.shares ? html`<button type="button" class="btn primary sm" @click=${() => this.#tell('share-wanted')}>${boardWords.share}</button>` : nothing}
        ${this.narrow ? nothing : html`<tacit-theme-toggle></tacit-theme-toggle>`}
        ${this.#menu()}
      </div>
    </header>`
  }

  #title(): TemplateResult {
    const title = this.boardTitle === '' ? appWords.untitled : this.boardTitle
    if (!this.writable) return html`<h1><span class="title cut">${title}</span></h1>`
    return html`<h1><button type="button" class="title cut" title=${boardWords.rename} aria-label="${title}, ${boardWords.rename}" @click=${this.#rename}>${title}</button></h1>`
  }

  #form(): TemplateResult {
    return html`<form @submit=${this.#keep}><h1 class="sr">${this.boardTitle}</h1>
      <input class="input" aria-label=${boardWords.title} maxlength=${DEFAULT_LIMITS.titleChars} .value=${this.boardTitle} @blur=${this.#keep} @keydown=${this.#key}></form>`
  }

  #menu(): TemplateResult {
    const dark = theme() === 'dark'
    const person = this.me === undefined ? [] : [
      { id: 'profile-wanted', label: boardWords.profile, icon: 'person' },
      { id: 'device-wanted', label: boardWords.device, icon: 'phone' },
    ] satisfies readonly MenuItem[]
    const items: readonly MenuItem[] = [
      ...(this.narrow && this.shares ? [{ id: 'share-wanted', label: boardWords.share, icon: 'link' } as const] : []),
      { id: 'teams-wanted', label: boardWords.people, icon: 'users' },
      { id: 'dependencies-wanted', label: boardWords.dependencies, icon: 'link-rest' },
      ...person,
      { id: 'file-wanted', label: boardWords.download, icon: 'download', separated: true },
      { id: 'help-wanted', label: boardWords.help, icon: 'keyboard', separated: true, kbd: '?' },
      { id: 'settings-wanted', label: boardWords.settings, icon: 'settings' },
      ...(this.narrow ? [{ id: 'theme', label: dark ? themeWords.toLight : themeWords.toDark, icon: dark ? 'sun' : 'moon' } as const] : []),
    ]
    return html`<tacit-menu label=${boardWords.more} align="end" .items=${items} @menu-chosen=${this.#chosen}>
      <button slot="trigger" type="button" class="icon-btn more" aria-label=${boardWords.more} title=${boardWords.more}>${iconSvg('more')}</button></tacit-menu>`
  }

  readonly #chosen = (event: CustomEvent<{ id: string }>): void => {
    event.stopPropagation()
    if (event.detail.id === 'theme') {
      chooseTheme(theme() === 'dark' ? 'light' : 'dark')
      this.requestUpdate()
    } else this.#tell(event.detail.id)
  }

  readonly #rename = async (): Promise<void> => {
    this.renaming = true
    await this.updateComplete
    this.field?.focus()
    this.field?.select()
  }

  readonly #keep = (event: Event): void => {
    event.preventDefault()
    if (!this.renaming) return
    const title = this.field?.value.trim() ?? ''
    const byKey = event.type === 'submit'
    this.renaming = false
    if (title !== '' && title !== this.boardTitle) this.dispatchEvent(new CustomEvent<BoardTitled>('board-titled', { detail: { title }, bubbles: true, composed: true }))
    if (byKey) void this.#refocus()
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    this.renaming = false
    void this.#refocus()
  }

  async #refocus(): Promise<void> {
    await this.updateComplete
    this.titleButton?.focus()
  }

  #tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-top-bar': TacitTopBar }
}
