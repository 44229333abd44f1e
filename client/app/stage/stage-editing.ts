// Which card's words are open on the stage, and where the caret goes. The editor itself comes when it is first wanted.
import type { ScreenPoint } from '../../../shared/geometry/geometry.ts'
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
    stage.canvas.reveal(id, near ? 0 : EDIT_ZOOM)
    this.#set(id, near ? at : undefined)
  }

  close(): void {
    if (this.#id !== undefined) this.#set(undefined, undefined)
  }

  readonly left = ({ detail: { by } }: CustomEvent<EditorLeft>): void => {
    const id = this.#id
    this.close()
    if (id !== undefined && by !== 'blur') this.#stage.canvas.focusItem(id)
  }

  #set(id: string | undefined, at: ScreenPoint | undefined): void {
    this.#id = id
    this.#at = at
    // A mouse that rests in the words would cover them for everyone else.
    this.#stage.session?.show({ editing: id, cursor: undefined })
    this.#stage.requestUpdate()
  }
}
