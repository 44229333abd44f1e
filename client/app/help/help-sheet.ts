// The help sheet: every key of the key map by group, with what it does and where it works. It lists what the map holds
// and nothing else, so it cannot promise a key that does nothing. Tells `settings-wanted`, and `dialog-closed`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls, reset, type as typeSheet } from '../../theme/sheet.ts'
import '../../ui/dialog.ts'
import { keyCaps } from '../../ui/key-caps.ts'
import { KEY_GROUPS, KEY_IDS, KEY_MAP, usesSingleKeys, type KeyGroup, type KeyId } from '../../ui/key-map.ts'
import { helpWords as words } from './words.ts'

/** A press as key caps: "Ctrl" "Shift" "Z". */
function capsOf(press: string): TemplateResult {
  return html`<span class="press">${keyCaps(press).map((cap) => html`<kbd class="kbd">${cap}</kbd>`)}</span>`
}

function pressesOf(presses: readonly string[]): TemplateResult[] {
  // Four arrows are one thing, not four ways.
  const loose = presses.length > 2
  return presses.map((press, at) => html`${at === 0 || loose ? nothing : html`<span class="or">${words.or}</span>`}${capsOf(press)}`)
}

@customElement('tacit-help-sheet')
export class TacitHelpSheet extends LitElement {
  static override styles = [reset, typeSheet, controls, css`
    :host { display: contents; --dialog-width: 920px; }
    .note { margin-block: 0 4px; }
    .note + .note { margin-top: 0; }
    .groups { columns: 2; column-gap: 40px; }
    section { break-inside: avoid; padding-top: 16px; }
    h3 { font-size: 13px; line-height: 20px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
    .key { display: flex; align-items: center; justify-content: space-between; gap: 4px 16px; min-height: 30px; padding: 3px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
    dt { flex: 0 1 auto; min-width: 0; overflow-wrap: anywhere; }
    dd { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 3px 5px; flex: 0 1 auto; }
    .press { display: inline-flex; gap: 2px; flex: none; }
    .kbd { min-width: 22px; height: 22px; padding: 0 6px; font-size: 12px; }
    .or, .only { font-size: 12px; line-height: 16px; color: var(--ink-3); }
    .only { margin-inline-start: 6px; }
    /* The whole sheet has the focus, so that the arrow keys scroll it; a line at its side says so. */
    .groups { padding: 0 8px 8px; margin: 0 -8px; }
    .groups:focus-visible { outline: 2px solid transparent; outline-offset: -2px; box-shadow: inset 2px 0 0 var(--accent); }
    @media (max-width: 720px) { .groups { columns: 1; } }
    @media (forced-colors: active) { .kbd { border: 1px solid CanvasText; } }
  `]

  @property({ type: Boolean }) open = false

  override render(): TemplateResult {
    return html`<tacit-dialog heading=${words.title} .open=${this.open}>
      <p class="muted note">${words.intro}</p>
      ${usesSingleKeys() ? nothing : html`<p class="note" role="note">${words.singlesOff} <button type="button" class="link" @click=${this.#settings}>${words.toSettings}</button></p>`}
      <div class="groups" tabindex="0" autofocus role="group" aria-label=${words.title}>${KEY_GROUPS.map((group) => this.#group(group))}
        <section aria-labelledby="elsewhere"><h3 id="elsewhere">${words.elsewhere}</h3><dl>
          ${this.#line(words.region, ['tab', 'shift+tab'])}${this.#line(words.save, ['mod+enter', 'escape'])}
        </dl></section></div>
    </tacit-dialog>`
  }

  #group(group: KeyGroup): TemplateResult {
    const ids = KEY_IDS.filter((id) => KEY_MAP[id].group === group)
    return html`<section aria-labelledby=${group}><h3 id=${group}>${words.groups[group]}</h3><dl>${ids.map((id) => this.#key(id))}</dl></section>`
  }

  #key(id: KeyId): TemplateResult {
    const { keys, on } = KEY_MAP[id]
    const [place] = on
    return this.#line(words.keys[id], keys, on.length === 1 ? html`<span class="only">${words.only[place]}</span>` : nothing)
  }

  #line(what: string, presses: readonly string[], only: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<div class="key"><dt>${what}${only}</dt><dd>${pressesOf(presses)}</dd></div>`
  }

  readonly #settings = (): void => {
    this.dispatchEvent(new CustomEvent('settings-wanted', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-help-sheet': TacitHelpSheet }
}
