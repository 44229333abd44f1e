// A menu whose entries are made when it opens: at the pointer for a right click, at a button, or in the place of the one
// before. Each entry brings what it does.
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { ScreenPoint } from '../../../shared/geometry/geometry.ts'
import '../../ui/menu.ts'
import type { MenuItem, TacitMenu } from '../../ui/menu.ts'

export interface StageMenuItem extends MenuItem { readonly run: () => void }

@customElement('tacit-stage-menu')
export class TacitStageMenu extends LitElement {
  @property({ attribute: false }) items: readonly StageMenuItem[] = []
  @property() label = ''
  @query('tacit-menu') private readonly menu!: TacitMenu
  #at: ScreenPoint = { x: 0, y: 0 }

  /** Opens at a point of the window; without one where the last was opened. */
  async show(label: string, items: readonly StageMenuItem[], at?: ScreenPoint): Promise<void> {
    if (items.length === 0) return
    this.#at = at ?? this.#at
    this.label = label
    this.items = items
    await this.updateComplete
    await this.menu.updateComplete
    this.menu.show(this.#at)
  }

  protected override render(): TemplateResult {
    return html`<tacit-menu label=${this.label} .items=${this.items} @menu-chosen=${(event: CustomEvent<{ id: string }>) => {
      event.stopPropagation()
      this.items.find(({ id }) => id === event.detail.id)?.run()
    }}></tacit-menu>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-stage-menu': TacitStageMenu }
}
