// The two dialogs that every page has: the help sheet and the settings. Opened by `help-wanted` and `settings-wanted`
// from anywhere on the page, and by the key for help on the board or in the ledger; each is fetched when it is asked for.
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { keyAt } from '../ui/key-map.ts'
import { showToast } from '../ui/toasts.ts'
import { unfetchedWords } from './words.ts'

const DIALOGS = {
  help: () => import('./help/help-sheet.ts'),
  settings: () => import('./settings/settings-dialog.ts'),
} as const
type Dialog = keyof typeof DIALOGS

@customElement('tacit-page-dialogs')
export class TacitPageDialogs extends LitElement {
  @state() private open: Dialog | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('help-wanted', this.#help)
    document.addEventListener('settings-wanted', this.#settings)
    document.addEventListener('keydown', this.#key)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('help-wanted', this.#help)
    document.removeEventListener('settings-wanted', this.#settings)
    document.removeEventListener('keydown', this.#key)
  }

  override render(): TemplateResult | typeof nothing {
    if (this.open === 'help') return html`<tacit-help-sheet open @dialog-closed=${this.#closed}></tacit-help-sheet>`
    return this.open === 'settings' ? html`<tacit-settings-dialog open @dialog-closed=${this.#closed}></tacit-settings-dialog>` : nothing
  }

  #show(dialog: Dialog): void {
    DIALOGS[dialog]().then(() => { this.open = dialog }, () => { showToast(unfetchedWords.part) })
  }

  readonly #help = (): void => this.#show('help')

  readonly #settings = (): void => this.#show('settings')

  readonly #closed = (): void => {
    this.open = undefined
  }

  readonly #key = (event: KeyboardEvent): void => {
    // Single letters mean something on the board and in the ledger only.
    const onBoard = event.composedPath().some((node) => node instanceof HTMLElement && (node.localName === 'tacit-board-stage' || node.localName === 'tacit-ledger'))
    if (!onBoard || keyAt(event, 'canvas') !== 'help') return
    event.preventDefault()
    this.#show('help')
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-page-dialogs': TacitPageDialogs }
}
