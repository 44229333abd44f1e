// Which card's words are open on the stage, and where the caret goes. The editor itself comes when it is first wanted.
// From far away the board comes near for typing, around the card, and goes back when the words are left by a key, unless
// somebody moved it meanwhile.
import type { Camera, ScreenPoint } from '../../../shared/geometry/geometry.ts'
import type { EditorLeft } from '../../editor/editor.ts'
import { showToast } from '../../ui/toasts.ts'
import type { StageView } from './stage-view.ts'
import { words } from './words.ts'

/** Where words are not shown in full, the board comes this near before they are edited. */
const EDIT_ZOOM = 0.75

export class StageEditing {
  readonly #stage: StageView
  #id: string | undefined
  #at: ScreenPoint | undefined
  /** The view before it came near, and then. */
  #came: { readonly from: Camera; readonly to: Camera } | undefined

  constructor(stage: StageView) {
    this.#stage = stage
  }

  /** The card whose words are open. */
  get id(): string | undefined {
    return this.#id
  }

  /** Where the words were clicked, in pixels of the window. */
  get at(): ScreenPoint | undefined {
    return this.#at
  }

  /** Opens the words of a card; who may not write sees its details. */
  async open(id: string, at: ScreenPoint | undefined): Promise<void> {
    const stage = this.#stage
    if (stage.session?.canEdit !== true) return void stage.tell('card-opened', { id })
    try {
      await import('../../editor/editor.ts')
    } catch {
      return void showToast(words.editorFailed)
    }
    await stage.updateComplete
    await stage.canvas.updateComplete
    const near = stage.level === 'full'
    const from = stage.canvas.camera
    stage.canvas.reveal(id, near ? 0 : EDIT_ZOOM)
    this.#came = near ? undefined : { from: this.#came !== undefined && from === this.#came.to ? this.#came.from : from, to: stage.canvas.camera }
    this.#set(id, near ? at : undefined)
  }

  close(): void {
    if (this.#id !== undefined) this.#set(undefined, undefined)
  }

  readonly left = ({ detail: { by } }: CustomEvent<EditorLeft>): void => {
    const id = this.#id
    const came = this.#came
    this.close()
    if (id === undefined || by === 'blur') return
    const { canvas } = this.#stage
    if (came !== undefined && canvas.camera === came.to) canvas.camera = came.from
    canvas.focusItem(id)
  }

  #set(id: string | undefined, at: ScreenPoint | undefined): void {
    this.#id = id
    this.#at = at
    if (id === undefined) this.#came = undefined
    // A mouse that rests in the words would cover them for everyone else.
    this.#stage.session?.show({ editing: id, cursor: undefined })
    this.#stage.requestUpdate()
  }
}
