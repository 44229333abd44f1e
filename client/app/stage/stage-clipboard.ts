// Copy, cut and paste on the board by the browser's own events, which need no permission and no secure page. Only while
// the focus is on the canvas or nowhere, and no words are marked. What carries cards is fetched at the first selection.
import { deleteCards } from '../../commands/cards.ts'
import { announce } from '../../ui/announce.ts'
import { isTyping } from '../../ui/key-map.ts'
import { showToast } from '../../ui/toasts.ts'
import type { BoardPoint } from '../../../shared/geometry/geometry.ts'
import type { Session } from '../../session/session.ts'
import { undoAction } from './stage-commands.ts'
import type * as clipboardCommands from '../../commands/clipboard.ts'
import { partWords } from '../board/words.ts'
import type { StageView } from './stage-view.ts'
import { menuWords } from './words.ts'

type Carrier = typeof clipboardCommands
type Pasting = clipboardCommands.Pasting

/** More cards than these are told of while they are made: as many as go in one message. */
const MANY = 100

export class StageClipboard {
  readonly #stage: StageView & HTMLElement
  readonly #pointer: () => BoardPoint | undefined
  #carrier: Carrier | undefined

  /** `pointer`: where the mouse is over the board, if it is. */
  constructor(stage: StageView & HTMLElement, pointer: () => BoardPoint | undefined) {
    this.#stage = stage
    this.#pointer = pointer
  }

  listen(): void {
    for (const event of ['copy', 'cut', 'paste'] as const) window.addEventListener(event, this.#heard)
  }

  stop(): void {
    for (const event of ['copy', 'cut', 'paste'] as const) window.removeEventListener(event, this.#heard)
  }

  /** Fetched before it is wanted: the browser does not wait for a copy. */
  async prepare(): Promise<Carrier | undefined> {
    try {
      this.#carrier ??= await import('../../commands/clipboard.ts')
    } catch {
      // Tried again when it is wanted; then it is said.
    }
    return this.#carrier
  }

  /** By a button or a menu, where there is no event of the browser to answer: asks for its clipboard. */
  async copy(then: 'copy' | 'cut' = 'copy'): Promise<void> {
    const { session, selection } = this.#stage
    const carrier = await this.prepare()
    if (session === undefined || carrier === undefined || selection.size === 0) return void showToast(menuWords.notCopied)
    const { text, said } = carrier.copyText(session, selection)
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return void showToast(menuWords.notCopied)
    }
    this.#copied(session, then, said)
  }

  async duplicate(ids: Iterable<string>, dx?: number, dy?: number): Promise<void> {
    const { session } = this.#stage
    const carrier = await this.prepare()
    const all = [...ids]
    if (session === undefined || all.length === 0) return
    if (carrier === undefined) return void showToast(partWords.failed)
    await this.#make(session, menuWords.duplicating, (begun) => carrier.duplicateCards(session, all, dx ?? carrier.BESIDE, dy ?? carrier.BESIDE, begun))
  }

  readonly #heard = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || isTyping(event) || !this.#isOurs(event)) return
    if (event.type === 'paste') void this.#paste(event)
    else this.#copyTo(event)
  }

  /** The focus is on the canvas, or nowhere. */
  #isOurs(event: ClipboardEvent): boolean {
    const path = event.composedPath()
    // The board is not to be seen while its table is.
    if (this.#stage.inert) return false
    return path.includes(this.#stage) || path[0] === document.body || path[0] === document.documentElement
  }

  #copyTo(event: ClipboardEvent): void {
    if (window.getSelection()?.isCollapsed === false) return
    this.#stage.selectFocused()
    const { session, selection } = this.#stage
    if (session === undefined || selection.size === 0) return
    event.preventDefault()
    // A first copy within the first moment goes by the slower way.
    const then = event.type === 'cut' ? 'cut' : 'copy'
    if (this.#carrier === undefined) return void this.copy(then)
    const { text, said } = this.#carrier.copyText(session, selection)
    event.clipboardData?.setData('text/plain', text)
    this.#copied(session, then, said)
  }

  #copied(session: Session, then: 'copy' | 'cut', said: string): void {
    if (then === 'copy' || !session.canEdit) announce(said)
    else showToast(deleteCards(session, this.#stage.selection), undoAction(session))
  }

  async #paste(event: ClipboardEvent): Promise<void> {
    const { session } = this.#stage
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (session?.canEdit !== true) return
    event.preventDefault()
    const carrier = await this.prepare()
    if (carrier === undefined) return void showToast(partWords.failed)
    const at = this.#pointer() ?? this.#stage.centre
    await this.#make(session, menuWords.pasting, (begun) => carrier.pasteText(session, text, at, begun))
  }

  /** Many cards go to the server in parts, which takes as long as it takes: it is said while it lasts, and at its end. */
  async #make(session: Session, doing: (cards: number) => string, make: (begun: (cards: number) => void) => Promise<Pasting>): Promise<void> {
    let over: (() => void) | undefined
    const { ids, said } = await make((cards) => { if (cards > MANY) over = showToast(doing(cards), undefined, Infinity) }).finally(() => over?.())
    const [first] = ids
    if (first === undefined) return void showToast(said)
    const { canvas } = this.#stage
    canvas.select(ids)
    // The items come with the next draw.
    void this.#stage.updateComplete.then(() => canvas.updateComplete).then(() => canvas.focusItem(first))
    if (over === undefined) announce(said)
    else showToast(said, undoAction(session))
  }
}
