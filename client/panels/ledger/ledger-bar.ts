// Above the rows: find, how they are grouped and arranged, whose they are, and how many wait for the reader's team.
// Tells `arrange-wanted` with what was chosen, `found-changed` while somebody types, and `in-turn-wanted`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { CardKind, Team } from '../../../shared/board/records.ts'
import { KINDS } from '../../cards/kinds.ts'
import { byName } from '../../language/lists.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import '../../ui/menu.ts'
import type { MenuItem } from '../../ui/menu.ts'
import { GROUPINGS, KIND_ORDER, type Grouping } from './groups.ts'
import { ledgerWords } from './words.ts'

/** How the ledger is arranged; `kind` undefined shows all kinds. */
export interface Arrangement { readonly grouping: Grouping; readonly outline: boolean; readonly kind: CardKind | undefined }
export type ArrangeWanted = Partial<Arrangement> & { readonly team?: string | null }

@customElement('tacit-ledger-bar')
export class TacitLedgerBar extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; padding: 0 var(--side, 24px); }
    .bar { display: flex; align-items: center; gap: 8px; min-height: 56px; flex-wrap: wrap; padding: 8px 0; }
    .find { position: relative; width: 280px; flex: 0 1 auto; }
    .find .icon { position: absolute; left: 10px; top: 8px; color: var(--ink-3); pointer-events: none; }
    .find .input { min-height: 32px; height: 32px; padding: 5px 34px; font-size: 13px; }
    .find .input::-webkit-search-cancel-button { display: none; }
    .find .kbd { position: absolute; right: 7px; top: 7px; pointer-events: none; }
    .find .input:focus ~ .kbd { display: none; }
    .waits b { color: var(--ink); }
    .waits { white-space: nowrap; }
    .btn .kbd { margin-left: 2px; }
    .narrow { display: none; }
    @container (max-width: 1080px) { .find { width: 220px; } }
    @container (max-width: 860px) { .find { flex: 1 1 160px; } .waits { display: none; } }
    @container (max-width: 640px) {
      :host { padding: 0 12px; border-bottom: 1px solid var(--line); }
      .bar { gap: 4px; }
      .wide, .bar .kbd { display: none; }
      .narrow { display: inline-block; }
      .find .input { min-height: 44px; height: 44px; padding-right: 10px; font-size: 16px; text-overflow: ellipsis; }
      .find .icon { top: 14px; }
      .btn.sm, .icon-btn { height: 44px; min-width: 44px; }
    }
  `]

  @property({ attribute: false }) arrangement: Arrangement = { grouping: 'state', outline: false, kind: undefined }
  @property({ attribute: false }) teams: readonly Team[] = []
  @property() team: string | undefined
  @property() found = ''
  /** Cards that can be found. */
  @property({ type: Number }) count = 0
  @property({ type: Number }) waiting = 0
  /** The reader's team, by name; '' for none. */
  @property() ownTeam = ''
  @query('input') private readonly field!: HTMLInputElement

  /** Puts the caret into the find field. */
  override focus(): void {
    this.field.focus()
    this.field.select()
  }

  override render(): TemplateResult {
    const { grouping, outline, kind } = this.arrangement
    const kindName = kind === undefined ? ledgerWords.anyKind : KINDS[kind].label
    const label = ledgerWords.find(this.count, kind === undefined ? ledgerWords.cards : KINDS[kind].label)
    return html`<div class="bar">
      <div class="find"><input class="input" type="search" aria-label=${label} placeholder=${label} aria-keyshortcuts="/" autocomplete="off" spellcheck="false" maxlength="200" .value=${this.found} @input=${this.#typed} @keydown=${this.#key}>${iconSvg(later.search)}<kbd class="kbd" aria-hidden="true">/</kbd></div>
      <span class="wide">${this.#choice(ledgerWords.mode, outline ? ledgerWords.outline : ledgerWords.table, this.#modes())}</span>
      ${outline ? nothing : html`<span class="wide">${this.#choice(ledgerWords.group(''), ledgerWords.group(ledgerWords.groupings[grouping]), this.#groupings())}</span>`}
      <span class="wide">${this.#choice(ledgerWords.kind(''), ledgerWords.kind(kindName), this.#kinds())}</span>
      <span class="wide">${this.#choice(ledgerWords.team(''), ledgerWords.team(this.teams.find(({ id }) => id === this.team)?.name ?? ledgerWords.anyTeam), this.#teams())}</span>
      <span class="narrow">${this.#menu(ledgerWords.options, html`<button slot="trigger" type="button" class="icon-btn" aria-label=${ledgerWords.options} title=${ledgerWords.options}>${iconSvg(later.filter)}</button>`, [...this.#modes(), ...(outline ? [] : this.#groupings(true)), ...this.#teams(true)])}</span>
      <span class="grow"></span>${this.#waits()}</div>`
  }

  #waits(): TemplateResult | typeof nothing {
    if (this.waiting === 0) return nothing
    const [n, rest] = ledgerWords.waitFor(this.waiting, this.ownTeam)
    return html`<span class="muted waits"><b>${n}</b>${rest}</span><button type="button" class="btn sm" aria-keyshortcuts="T" @click=${() => this.#tell('in-turn-wanted', {})}>${ledgerWords.inTurn}<kbd class="kbd" aria-hidden="true">T</kbd></button>`
  }

  #choice(label: string, text: string, items: readonly MenuItem[]): TemplateResult {
    return this.#menu(label, html`<button slot="trigger" type="button" class="btn ghost sm">${text}${iconSvg(later.down)}</button>`, items)
  }

  #menu(label: string, trigger: TemplateResult, items: readonly MenuItem[]): TemplateResult {
    return html`<tacit-menu label=${label} .items=${items} @menu-chosen=${this.#chosen}>${trigger}</tacit-menu>`
  }

  #modes(): readonly MenuItem[] {
    const { outline } = this.arrangement
    return [{ id: 'mode:table', label: ledgerWords.table, checked: !outline }, { id: 'mode:outline', label: ledgerWords.outline, checked: outline }]
  }

  #groupings(named = false): readonly MenuItem[] {
    return GROUPINGS.map((by, at) => ({ id: `group:${by}`, label: named ? ledgerWords.group(ledgerWords.groupings[by]) : ledgerWords.groupings[by], checked: by === this.arrangement.grouping, separated: named && at === 0 }))
  }

  #kinds(): readonly MenuItem[] {
    const { kind } = this.arrangement
    return [{ id: 'kind:', label: ledgerWords.anyKind, checked: kind === undefined }, ...KIND_ORDER.map((one, at) => ({ id: `kind:${one}`, label: KINDS[one].label, icon: KINDS[one].glyph, checked: one === kind, separated: at === 0 }))]
  }

  #teams(named = false): readonly MenuItem[] {
    const name = (text: string): string => (named ? ledgerWords.team(text) : text)
    const sorted = this.teams.filter((team) => team.removed !== true).sort((a, b) => byName(a.name, b.name))
    return [{ id: 'team:', label: name(ledgerWords.anyTeam), checked: this.team === undefined, separated: named }, ...sorted.map((team) => ({ id: `team:${team.id}`, label: name(team.name), checked: team.id === this.team }))]
  }

  readonly #chosen = (event: CustomEvent<{ id: string }>): void => {
    event.stopPropagation()
    const [what = '', of = ''] = event.detail.id.split(':')
    const wanted: ArrangeWanted = what === 'mode' ? { outline: of === 'outline' } : what === 'group' ? { grouping: of as Grouping } : what === 'kind' ? { kind: of === '' ? undefined : of as CardKind } : { team: of === '' ? null : of }
    this.#tell('arrange-wanted', wanted)
  }

  readonly #typed = (): void => this.#tell('found-changed', { text: this.field.value })

  /** Down goes to the rows, Escape empties the field first and then leaves it. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') this.#tell('rows-entered', {})
    else if (event.key === 'Escape' && this.field.value !== '') this.#tell('found-changed', { text: '' })
    else if (event.key === 'Escape') this.#tell('rows-entered', {})
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-ledger-bar': TacitLedgerBar }
}
