// `<tacit-editor>`: the one place where words of a card are typed. It exists only while somebody edits, lives in light
// DOM, and is loaded on the first edit: nothing else imports Tiptap. It writes through the live document alone and
// tells by `editor-left` when the person is done, and by `history-used` what an undo came to.
import { Editor, type Extensions } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { cardText } from '../../shared/board/document.ts'
import type { ScreenPoint } from '../../shared/geometry/geometry.ts'
import { DEFAULT_LIMITS } from '../../shared/protocol/limits.ts'
import { liveOf } from '../session/live.ts'
import type { HistoryStep, Session } from '../session/session.ts'
import { showToast } from '../ui/toasts.ts'
import { adoptTextStyles } from './editor-styles.ts'
import { formatBar } from './format-bar.ts'
import { Limit } from './limit.ts'
import { bodyExtensions, titleExtensions } from './schema.ts'
import { SharedText, TYPED } from './shared-text.ts'
import { words } from './words.ts'

export type TextField = 'title' | 'body'
export interface EditorLeft { readonly by: 'enter' | 'escape' | 'blur' }
export interface HistoryUsed { readonly step: HistoryStep; readonly way: 'undo' | 'redo' }

declare global {
  interface ShadowRoot { createRange?: () => Range }
}
// The text binding asks the root of the view for a range, and a shadow root has none: without this, others' typing and
// undo fail inside a focused editor (y-prosemirror #36).
ShadowRoot.prototype.createRange ??= function createRange(this: ShadowRoot): Range {
  return this.ownerDocument.createRange()
}

/** For 200 ms after the focus ProseMirror takes a caret at the very front for a whim of the browser and puts it back; after a key it was meant. */
function keyIsMeant(view: EditorView): boolean {
  const { input } = view as unknown as { readonly input?: { lastFocus: number } }
  if (input !== undefined) input.lastFocus = 0
  return false
}

@customElement('tacit-editor')
export class TacitEditor extends LitElement {
  @property({ attribute: false }) session: Session | undefined
  @property() cardId = ''
  @property() field: TextField = 'title'
  /** Where the text was clicked, in pixels of the window: the caret goes there, else to the end. */
  @property({ attribute: false }) at: ScreenPoint | undefined
  @property() label = ''

  @state() private linking = false
  #editor: Editor | undefined
  #left = false

  /** The view, for tests and tools. */
  get view(): EditorView | undefined {
    return this.#editor?.view
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    adoptTextStyles(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#editor?.destroy()
    this.#editor = undefined
    this.session?.endUndoStep()
  }

  protected override firstUpdated(): void {
    this.#mount()
  }

  #mount(): void {
    const { session } = this
    const place = this.querySelector<HTMLElement>('.place')
    if (session === undefined || place === null) return
    const live = liveOf(session).value
    const { board, undoManager } = live
    const fragment = cardText(board, this.cardId, this.field)
    if (fragment === undefined) return this.#leave('escape')
    undoManager.addTrackedOrigin(TYPED)
    session.endUndoStep()
    const most = this.field === 'title' ? DEFAULT_LIMITS.titleChars : DEFAULT_LIMITS.bodyChars
    const extensions: Extensions = [
      ...(this.field === 'title' ? titleExtensions() : bodyExtensions()),
      Limit.configure({ most, oneLine: this.field === 'title', onFull: () => showToast(words.full(most)) }),
      SharedText.configure({ fragment, live, undo: () => this.#history('undo'), redo: () => this.#history('redo') }),
    ]
    this.#editor = new Editor({
      element: place, extensions, injectCSS: false,
      editorProps: {
        attributes: { class: 'rich', 'data-field': this.field, role: 'textbox', 'aria-multiline': String(this.field === 'body'), 'aria-label': this.label === '' ? words[this.field] : this.label },
        handleDOMEvents: { keydown: keyIsMeant },
        handleKeyDown: (_view, event) => this.#key(event),
      },
      onBlur: ({ event }) => this.#blurred(event),
      onTransaction: () => this.field === 'body' && this.requestUpdate(),
    })
    this.#focus(this.#editor.view)
  }

  #focus(view: EditorView): void {
    const hit = this.at === undefined ? null : view.posAtCoords({ left: this.at.x, top: this.at.y })
    const { doc } = view.state
    const selection = hit === null ? TextSelection.atEnd(doc) : TextSelection.near(doc.resolve(hit.pos))
    view.dispatch(view.state.tr.setSelection(selection))
    view.focus()
  }

  #key(event: KeyboardEvent): boolean {
    if (event.isComposing) return false
    const commits = event.key === 'Enter' && (this.field === 'title' || event.ctrlKey || event.metaKey)
    if (!commits && event.key !== 'Escape') return false
    event.preventDefault()
    event.stopPropagation()
    this.#leave(commits ? 'enter' : 'escape')
    return true
  }

  #blurred(event: FocusEvent): void {
    // Another window is in front, or a button of this editor was pressed: the person is still here.
    if (!document.hasFocus() || (event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) return
    this.#leave('blur')
  }

  #leave(by: EditorLeft['by']): void {
    if (this.#left || !this.isConnected) return
    this.#left = true
    this.dispatchEvent(new CustomEvent<EditorLeft>('editor-left', { detail: { by }, bubbles: true, composed: true }))
  }

  #history(way: HistoryUsed['way']): void {
    if (this.session === undefined) return
    const step = way === 'undo' ? this.session.undo() : this.session.redo()
    this.dispatchEvent(new CustomEvent<HistoryUsed>('history-used', { detail: { step, way }, bubbles: true, composed: true }))
  }

  readonly #setLinking = (linking: boolean): void => {
    this.linking = linking
    if (!linking) this.#editor?.view.focus()
  }

  readonly #focusout = (event: FocusEvent): void => {
    if (event.target instanceof HTMLElement && event.target.closest('.format') !== null) this.#blurred(event)
  }

  protected override render(): TemplateResult {
    const bar = this.field === 'body' && this.#editor !== undefined ? formatBar(this.#editor, this.linking, this.#setLinking) : nothing
    return html`<div @focusout=${this.#focusout}>${bar}<div class="place"></div></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-editor': TacitEditor }
}
