// Who is here: round avatars in the top bar, one for each person however many windows they have open; a few are drawn,
// the rest are counted. The names are said in words.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Person } from '../../shared/board/records.ts'
import type { Peer } from '../session/session.ts'
import { marks, reset } from '../theme/sheet.ts'
import { avatarHtml } from '../ui/avatar.ts'
import { personColor } from '../../shared/protocol/person-color.ts'
import { byName } from '../language/lists.ts'
import { presenceWords } from './words.ts'

export interface Here { readonly key: string; readonly name: string; readonly color: string }

/** One entry for each person among the peers, without oneself. */
export function othersHere(peers: readonly Peer[], me: string | undefined): readonly Here[] {
  const here = new Map<string, Here>()
  for (const { person, clientId, name, color } of peers) {
    if (person !== '' && person === me) continue
    const key = person === '' ? `#${clientId}` : person
    if (!here.has(key)) here.set(key, { key, name, color })
  }
  return [...here.values()].sort((a, b) => byName(a.name, b.name))
}

@customElement('tacit-presence')
export class TacitPresence extends LitElement {
  static override styles = [reset, marks, css`
    :host { display: inline-flex; }
    .avs { display: flex; gap: 3px; align-items: center; }
    .av.rest { background: var(--p6); }
  `]

  @property({ attribute: false }) peers: readonly Peer[] = []
  @property({ attribute: false }) me: Person | undefined
  /** How many are drawn before they are counted. */
  @property({ type: Number }) most = 5

  override render(): TemplateResult {
    const others = othersHere(this.peers, this.me?.id)
    const mine: readonly Here[] = this.me === undefined ? [] : [{ key: this.me.id, name: this.me.name, color: personColor(this.me.id) }]
    const all = [...others, ...mine]
    const shown = all.length > this.most ? all.slice(0, this.most - 1) : all
    const rest = all.length - shown.length
    return html`<div class="avs" role="img" aria-label=${presenceWords.here(others.map((one) => one.name), this.me !== undefined)}>
      ${shown.map((one) => avatarHtml(one.name, one.color, false))}
      ${rest === 0 ? nothing : html`<span class="av rest" aria-hidden="true">${presenceWords.more(rest)}</span>`}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-presence': TacitPresence }
}
