// The tools at the left of the board: select, pan, add a card, draw a link or a frame, undo, redo. Only what works; gone for readers.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ToolName } from '../../canvas/tools/tool.ts'
import type { UndoState } from '../../session/session.ts'
import { controls, marks, panels, reset } from '../../theme/sheet.ts'
import { AtFoot } from '../../ui/foot.ts'
import { iconSvg, type IconName } from '../../ui/icon.ts'
import { ToolbarFocus } from './toolbar-focus.ts'
import { menuWords, words } from './words.ts'

const TOOLS: readonly { readonly tool: ToolName; readonly icon: IconName; readonly label: string }[] = [
  { tool: 'select', icon: 'select', label: words.select },
  { tool: 'hand', icon: 'hand', label: words.hand },
  { tool: 'link', icon: 'link-rest', label: words.link },
  { tool: 'frame', icon: 'frame', label: menuWords.frameTool },
]

@customElement('tacit-tool-dock')
export class TacitToolDock extends LitElement {
  static override styles = [reset, controls, marks, panels, css`
    :host { position: absolute; left: 12px; top: 50%; translate: 0 -50%; z-index: var(--z-chrome); }
    .float { display: grid; gap: 2px; padding: 5px; }
    .icon-btn { width: 36px; height: 36px; border-radius: var(--r3); }
    hr { width: 20px; margin: 4px auto; border-top: 1px solid var(--line); }
    @media (pointer: coarse) { .icon-btn { width: 44px; height: 44px; } }
    /* On a phone it lies at the foot, and a finger pans and picks without a tool. */
    @media (max-width: 720px) {
      :host { top: auto; bottom: 12px; translate: none; }
      .float { display: flex; gap: 0; padding: 4px; }
      hr { display: none; }
    }
    /* The wheel and the kinds of cards do the same; there is no room beside the zoom. */
    @media (max-width: 400px) { [data-tool='hand'], [data-tool='frame'] { display: none; } }
    @media (max-width: 720px) and (pointer: coarse) { [data-tool='select'], [data-tool='hand'], [data-tool='frame'] { display: none; } }
  `]

  @property() tool: ToolName = 'select'
  @property({ attribute: false }) undoState: UndoState = { canUndo: false, canRedo: false }
  protected readonly foot = new AtFoot(this, () => this)
  readonly #focus = new ToolbarFocus(this)

  #tell(event: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }))
  }

  #tool({ tool, icon, label }: (typeof TOOLS)[number]): TemplateResult {
    return html`<button type="button" class="icon-btn" data-tool=${tool} title=${label} aria-label=${label} aria-pressed=${this.tool === tool} @click=${() => this.#tell('tool-chosen', { tool })}>${iconSvg(icon, 18)}</button>`
  }

  #add = (event: Event): void => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
    this.#tell('card-wanted', { x: box.right + 10, y: box.top })
  }

  protected override render(): TemplateResult {
    const [select, hand, link, frame] = TOOLS.map((tool) => this.#tool(tool))
    return html`<div class="float" role="toolbar" aria-label=${words.tools} aria-orientation="vertical" @keydown=${this.#focus.key}>
      ${select}${hand}
      <button type="button" class="icon-btn" title=${words.addCard} aria-label=${words.addCard} aria-haspopup="menu" @click=${this.#add}>${iconSvg('card', 18)}</button>
      ${link}${frame}<hr aria-hidden="true">
      <button type="button" class="icon-btn" title=${words.undo} aria-label=${words.undo} ?disabled=${!this.undoState.canUndo} @click=${() => this.#tell('undo-wanted')}>${iconSvg('undo', 18)}</button>
      <button type="button" class="icon-btn" title=${words.redo} aria-label=${words.redo} ?disabled=${!this.undoState.canRedo} @click=${() => this.#tell('redo-wanted')}>${iconSvg('redo', 18)}</button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-tool-dock': TacitToolDock }
}
