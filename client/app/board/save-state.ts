// The save state in the top bar: one icon and a word that is true at every moment. Takes the state by property.
// Only what went wrong is coloured; being saved is quiet.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SaveState } from '../../session/session.ts'
import { reset } from '../../theme/sheet.ts'
import { iconSvg, type IconName } from '../../ui/icon.ts'
import { saveWords } from '../words.ts'

interface Face { readonly icon: IconName; readonly text: string; readonly tone: 'quiet' | 'waiting' | 'wrong' }

/** How each state looks and what it says. */
export function faceOf(state: SaveState): Face {
  switch (state.kind) {
    case 'connecting': return { icon: 'saving', text: saveWords.connecting, tone: 'quiet' }
    case 'view-only': return { icon: 'eye', text: saveWords.viewOnly, tone: 'quiet' }
    case 'saved': return { icon: 'saved', text: saveWords.saved, tone: 'quiet' }
    case 'saving': return { icon: 'saving', text: saveWords.saving, tone: 'quiet' }
    case 'offline': return { icon: 'wifi-off', text: saveWords.offline(state.pending), tone: 'waiting' }
    case 'reconnecting': return { icon: 'saving', text: saveWords.reconnecting, tone: 'waiting' }
    case 'not-saved': return { icon: 'cloud-off', text: saveWords.notSaved, tone: 'wrong' }
    case 'gone': return { icon: 'cloud-off', text: saveWords.gone, tone: 'wrong' }
  }
}

@customElement('tacit-save-state')
export class TacitSaveState extends LitElement {
  static override styles = [reset, css`
    :host { display: inline-flex; min-width: 0; }
    span { display: inline-flex; align-items: center; gap: 5px; min-width: 0; color: var(--ink-3); font-size: 12px; line-height: 16px; white-space: nowrap; }
    .icon { fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; }
    .waiting { color: var(--believed); }
    .wrong { color: var(--disputed); font-weight: 500; }
    em { font-style: normal; overflow: hidden; text-overflow: ellipsis; }
  `]

  @property({ attribute: false }) state: SaveState = { kind: 'connecting' }

  override render(): TemplateResult {
    const { icon, text, tone } = faceOf(this.state)
    return html`<span class=${tone} role="status">${iconSvg(icon)}<em>${text}</em></span>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-save-state': TacitSaveState }
}
