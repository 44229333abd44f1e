// A menu of commands: `<tacit-menu label="More" .items=${items}><button slot="trigger">…`. Also opened by show(point),
// as the kind picker is. Arrow keys, Home, End and first letters move, Enter chooses, Esc closes and gives focus back.
// Tells by `menu-chosen` with the item's id; knows nothing of what the items do.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, queryAll } from 'lit/decorators.js'
import type { ScreenPoint } from '../../shared/geometry/geometry.ts'
import { controls, marks, panels, reset } from '../theme/sheet.ts'
import { dressTrigger, floatStyles, placeFloat, TriggerPress, triggerOf } from './floating.ts'
import { focusedElement } from './focused.ts'
import { iconSvg, type Icon } from './icon.ts'
import type { Align, Side } from './placement.ts'
import { words } from './words.ts'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: Icon
  /** The key that does the same, shown only. */
  readonly kbd?: string
  readonly hint?: string
  readonly disabled?: boolean
  readonly checked?: boolean
  /** Begins a group of this name, up to the next heading. */
  readonly heading?: string
  /** A line above this item. */
  readonly separated?: boolean
}

const menuStyles = css`
  :host { display: inline-block; }
  .float { min-width: 200px; max-width: 320px; padding: 6px; }
  .item { display: flex; align-items: center; gap: 10px; width: 100%; min-height: 34px; padding: 4px 8px; border-radius: var(--r2); text-align: start; font-size: 13px; line-height: 18px; }
  .item:focus-visible, .item:focus { outline: none; background: var(--ink); color: var(--on-ink); }
  .item[aria-disabled='true'] { color: var(--ink-3); }
  .item[aria-disabled='true']:focus { background: var(--hover); color: var(--ink-3); }
  .item .end { margin-inline-start: auto; }
  .item:focus .kbd { background: color-mix(in srgb, var(--on-ink) 20%, transparent); color: inherit; }
  .item small { display: block; font-size: 12px; line-height: 16px; color: var(--ink-3); white-space: normal; }
  .item:focus small { color: inherit; opacity: 0.8; }
  .heading { padding: 8px 8px 2px; font-size: 12px; line-height: 16px; font-weight: 600; color: var(--ink-2); }
  [role='group']:first-child > .heading { padding-top: 4px; }
  hr { margin: 6px 8px; }
  @media (pointer: coarse) { .item { min-height: 44px; } }
  @media (forced-colors: active) { .item:focus { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
`

@customElement('tacit-menu')
export class TacitMenu extends LitElement {
  static override styles = [reset, controls, marks, panels, floatStyles, menuStyles]

  @property() label = words.menu
  @property({ attribute: false }) items: readonly MenuItem[] = []
  @property() side: Side = 'below'
  @property() align: Align = 'start'
  @property({ type: Boolean, reflect: true }) open = false

  @query('.float') private readonly box!: HTMLElement
  @queryAll('.item') private readonly buttons!: NodeListOf<HTMLElement>
  #return: HTMLElement | undefined
  readonly #press = new TriggerPress(this)

  get triggerElement(): HTMLElement | undefined {
    return triggerOf(this)
  }

  /** Opens at the trigger, or at a point of the screen (below `top` when it fits there), with the first item focused. */
  show(point?: ScreenPoint, top = 0): void {
    this.#return = point === undefined ? this.triggerElement : focusedElement()
    if (!this.box.matches(':popover-open')) this.box.showPopover()
    placeFloat(this, this.box, point, top)
    this.#tell(true)
    this.buttons[0]?.focus()
  }

  close(): void {
    if (!this.hasUpdated || !this.box.matches(':popover-open')) return
    this.box.hidePopover()
    this.#tell(false)
    this.#return?.focus()
  }

  readonly #onTrigger = (event: MouseEvent): void => {
    if (this.#press.foundOpen(event)) this.close()
    else this.show()
  }

  /** The browser closed it: a press elsewhere, or the way back of a phone. */
  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed') this.#tell(false)
  }

  /** At once, not when the browser tells of it: a key that is pressed until then would find it as it was. */
  #tell(open: boolean): void {
    this.open = open
    dressTrigger(this, 'menu')
  }

  readonly #onSlot = (): void => dressTrigger(this, 'menu')

  readonly #onKey = (event: KeyboardEvent): void => {
    const all = [...this.buttons]
    const here = all.findIndex((button) => button.matches(':focus'))
    const to = this.#target(event, all, here)
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      this.close()
      return
    }
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    to.focus()
  }

  #target(event: KeyboardEvent, all: readonly HTMLElement[], here: number): HTMLElement | undefined {
    if (event.key === 'ArrowDown') return all[(here + 1) % all.length]
    if (event.key === 'ArrowUp') return all.at((here <= 0 ? all.length : here) - 1)
    if (event.key === 'Home') return all[0]
    if (event.key === 'End') return all.at(-1)
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined
    const letter = event.key.toLocaleLowerCase()
    const turned = [...all.slice(here + 1), ...all.slice(0, here + 1)]
    return turned.find((button) => button.dataset['label']?.toLocaleLowerCase().startsWith(letter) === true)
  }

  #choose(item: MenuItem): void {
    if (item.disabled === true) return
    this.close()
    this.dispatchEvent(new CustomEvent('menu-chosen', { detail: { id: item.id }, bubbles: true, composed: true }))
  }

  #item(item: MenuItem): TemplateResult {
    return html`${item.separated === true ? html`<hr role="separator" />` : nothing}
      <button type="button" class="item" role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'} aria-checked=${item.checked ?? nothing} aria-disabled=${item.disabled === true ? 'true' : nothing}
        tabindex="-1" data-label=${item.label} @click=${() => this.#choose(item)} @pointermove=${(event: PointerEvent) => (event.currentTarget as HTMLElement).focus()}>
        ${item.icon === undefined ? nothing : iconSvg(item.icon)}
        <span>${item.label}${item.hint === undefined ? nothing : html`<small>${item.hint}</small>`}</span>
        ${item.checked === true ? html`<span class="end">${iconSvg('check')}</span>` : nothing}
        ${item.kbd === undefined ? nothing : html`<kbd class="kbd ${item.checked === true ? '' : 'end'}" aria-hidden="true">${item.kbd}</kbd>`}
      </button>`
  }

  #groups(): readonly { readonly heading: string | undefined; readonly items: readonly MenuItem[] }[] {
    const groups: { heading: string | undefined; items: MenuItem[] }[] = []
    for (const item of this.items) {
      if (groups.length === 0 || item.heading !== undefined) groups.push({ heading: item.heading, items: [] })
      groups.at(-1)?.items.push(item)
    }
    return groups
  }

  override render(): TemplateResult {
    return html`
      <slot name="trigger" @pointerdown=${this.#press.down} @click=${this.#onTrigger} @slotchange=${this.#onSlot}></slot>
      <div class="float" popover="auto" role="menu" aria-label=${this.label} @beforetoggle=${this.#onToggle} @keydown=${this.#onKey}>${this.#groups().map(({ heading, items }) => (heading === undefined ? items.map((item) => this.#item(item)) : html`<div role="group" aria-label=${heading}><div class="heading" aria-hidden="true">${heading}</div>${items.map((item) => this.#item(item))}</div>`))}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-menu': TacitMenu }
}
