// What kind of card? A menu at a point of the screen, assumption first; each of the first seven has a key of its own.
// Tells `kind-picked`.
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { CardKind } from '../../../shared/board/records.ts'
import type { ScreenPoint } from '../../../shared/geometry/geometry.ts'
import { KINDS } from '../../cards/kinds.ts'
import '../../ui/menu.ts'
import type { MenuItem, TacitMenu } from '../../ui/menu.ts'
import { words } from './words.ts'

const LETTERS: Readonly<Partial<Record<CardKind, string>>> = {
  assumption: 'A', goal: 'G', risk: 'R', decision: 'D', question: 'U', commitment: 'E', context: 'X',
}
const MORE: readonly CardKind[] = ['action', 'metric', 'tradeoff', 'proposal', 'non_goal', 'value', 'signal', 'conflict', 'why', 'note']

const FRAME: MenuItem = { id: 'frame', label: KINDS.frame.label, icon: KINDS.frame.glyph, separated: true }

const ITEMS: readonly MenuItem[] = [
  ...Object.entries(LETTERS).map(([kind, kbd]) => ({ id: kind, label: KINDS[kind as CardKind].label, icon: KINDS[kind as CardKind].glyph, kbd })),
  ...MORE.map((kind, at) => ({ id: kind, label: KINDS[kind].label, icon: KINDS[kind].glyph, separated: at === 0 })),
]

@customElement('tacit-kind-picker')
export class TacitKindPicker extends LitElement {
  /** Whether a frame may be picked: where there is room to draw one. */
  @property({ type: Boolean }) frames = false
  @query('tacit-menu') private readonly menu!: TacitMenu

  /** Opens at a point of the window, below `top` when there is room. */
  show(at: ScreenPoint, top: number): void {
    this.menu.show(at, top)
  }

  #pick(kind: string): void {
    this.dispatchEvent(new CustomEvent('kind-picked', { detail: { kind: kind as CardKind }, bubbles: true, composed: true }))
  }

  /** Before the menu looks for a label that begins with the letter. */
  readonly #letter = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const kind = Object.entries(LETTERS).find(([, letter]) => letter === event.key.toUpperCase())?.[0]
      if (kind === undefined) return
      event.preventDefault()
      event.stopPropagation()
      this.menu.close()
      this.#pick(kind)
    },
  }

  protected override render(): TemplateResult {
    return html`<tacit-menu label=${words.kinds} .items=${this.frames ? [...ITEMS, FRAME] : ITEMS} @keydown=${this.#letter} @menu-chosen=${(event: CustomEvent<{ id: string }>) => {
      event.stopPropagation()
      this.#pick(event.detail.id)
    }}></tacit-menu>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-kind-picker': TacitKindPicker }
}
