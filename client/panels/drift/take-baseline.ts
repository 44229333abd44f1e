// Takes a baseline, with a name of one's own if wanted; those who may not are told who may. Sends by the commands.
import { css, html, LitElement, type nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { takeBaseline } from '../../commands/say/saying.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/field.ts'
import { showToast } from '../../ui/toasts.ts'
import { takeWords as words } from './words.ts'

const MOST_CHARS = 120

@customElement('tacit-take-baseline')
export class TacitTakeBaseline extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
    tacit-field { flex: 1 1 220px; max-width: 360px; }
    .btn { height: 36px; }
    .about { flex-basis: 100%; color: var(--ink-2); font-size: 13px; line-height: 20px; max-width: 68ch; }
    @media (pointer: coarse) { .btn { height: 44px; } }
    @media print { :host { display: none; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @state() private name = ''
  @state() private taking = false
  protected readonly watch = new Watch(this, () => [this.session?.me])

  override render(): TemplateResult | typeof nothing {
    const role = this.session?.me.value?.role
    if (role !== 'owner' && role !== 'facilitator') return html`<p class="about">${words.only}</p>`
    return html`<form @submit=${this.#take}><tacit-field label=${words.name} optional placeholder=${words.placeholder} maxlength=${MOST_CHARS} .value=${this.name} @input=${(event: Event) => { this.name = (event.target as HTMLInputElement).value }}></tacit-field>
      <button class="btn" ?disabled=${this.taking}>${words.take}</button><p class="about">${words.hint}</p></form>`
  }

  readonly #take = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { session } = this
    if (session === undefined || this.taking) return
    this.taking = true
    try {
      const said = await takeBaseline(session, this.name)
      this.name = ''
      announce(said)
      showToast(said)
    } catch (error) {
      showToast(words.failed(error instanceof Error ? error.message : ''))
    } finally {
      this.taking = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-take-baseline': TacitTakeBaseline }
}
