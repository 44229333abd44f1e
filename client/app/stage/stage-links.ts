// Drawing links and the one link that is picked: by a click on its line, by the menu of its card, or because it was just
// drawn. It can be given another meaning and be removed; every change is one undo step.
import type { Link } from '../../../shared/board/records.ts'
import { toScreen, type ScreenPoint } from '../../../shared/geometry/geometry.ts'
import type { CanvasEvents } from '../../canvas/carry-out.ts'
import { linkPath } from '../../cards/link-path.ts'
import { shownTitle } from '../../cards/size.ts'
import { lineWords, words as cardWords } from '../../cards/words.ts'
import { drawLink, removeLink, setLinkType } from '../../commands/cards.ts'
import { announce } from '../../ui/announce.ts'
import { showToast } from '../../ui/toasts.ts'
import type { TacitLinkBar } from './link-bar.ts'
import { undoAction } from './stage-commands.ts'
import type { TacitStageMenu } from './stage-menu.ts'
import { partWords } from '../board/words.ts'
import type { StageMotion } from './stage-motion.ts'
import type { StageView } from './stage-view.ts'
import { menuWords } from './words.ts'

export interface LinkParts { readonly linkBar: TacitLinkBar | null; readonly menu: TacitStageMenu | null }

/** What a first look at a board needs not: the bar and its menu. */
export const fetchLinkBar = async () => {
  await Promise.all([import('./link-bar.ts'), import('./stage-menu.ts')])
  return await import('./more-items.ts')
}

export class StageLinks {
  readonly #stage: StageView & LinkParts
  readonly #motion: StageMotion

  constructor(stage: StageView & LinkParts, motion: StageMotion) {
    this.#stage = stage
    this.#motion = motion
  }

  /** The picked link, while it is there. */
  get picked(): Link | undefined {
    const { session } = this.#stage
    return this.#motion.link === undefined ? undefined : session?.board.value.links.get(this.#motion.link)
  }

  /** "A rests on B" */
  sentence({ id, from, to, type }: Link): string {
    const title = (id: string): string => {
      const card = this.#stage.session?.board.value.cards.get(id)
      return card === undefined ? '' : shownTitle(card)
    }
    const state = type === 'depends_on' ? this.#stage.session?.judgements.value.dependency(id).state : undefined
    return cardWords.and(`${title(from)} ${cardWords.link(type)} ${title(to)}`, lineWords[state ?? 'void'])
  }

  draw(from: string, to: string): void {
    const { session } = this.#stage
    this.#stage.tool = 'select'
    if (session === undefined) return
    const before = session.board.value.links.size
    const { id, said } = drawLink(session, from, to)
    if (session.board.value.links.size === before) showToast(said)
    else announce(said)
    if (id !== undefined) void this.pick(id)
  }

  readonly pressed = ({ detail: { id } }: CustomEvent<CanvasEvents['link-pressed']>): void => void this.pick(id)

  /** `focus`: from the keyboard, the bar takes the focus. */
  async pick(id: string, focus = false): Promise<void> {
    try {
      await fetchLinkBar()
    } catch {
      return void showToast(partWords.failed)
    }
    this.#stage.canvas.select([])
    this.#motion.link = id
    this.#stage.requestUpdate()
    await this.#stage.updateComplete
    await this.#stage.linkBar?.updateComplete
    if (focus) this.#stage.linkBar?.focusFirst()
  }

  /** A press anywhere else on the board leaves the link. */
  readonly pressedElsewhere = (event: Event): void => {
    if (!event.composedPath().some((node) => node instanceof SVGElement && node.dataset['link'] !== undefined)) this.leave()
  }

  leave(): void {
    if (this.#motion.link === undefined) return
    this.#motion.link = undefined
    this.#stage.requestUpdate()
  }

  /** Back on the card that the link begins at. */
  readonly left = (): void => {
    const from = this.picked?.from
    this.leave()
    if (from !== undefined) this.#stage.focusCard(from)
  }

  readonly remove = (): void => {
    const { session } = this.#stage
    const link = this.picked
    if (session?.canEdit !== true || link === undefined) return
    this.left()
    showToast(removeLink(session, link.id), undoAction(session))
  }

  readonly askType = async ({ detail: { at } }: CustomEvent<{ at: ScreenPoint }>): Promise<void> => {
    const { session, menu } = this.#stage
    const link = this.picked
    if (session === undefined || link === undefined) return
    const { typeItems } = await fetchLinkBar()
    await menu?.show(menuWords.linkType, typeItems(link.type, (type) => {
      if (type === link.type) return
      const { id, said } = setLinkType(session, link.id, type)
      announce(said)
      void this.pick(id, true)
    }), at)
  }

  /** The bar stands at the middle of the line, wherever that is now. */
  place(): void {
    const { linkBar, canvas } = this.#stage
    const link = this.picked
    if (linkBar === null || link === undefined) return
    const [from, to] = [this.#motion.rectOf(link.from), this.#motion.rectOf(link.to)]
    linkBar.place(from === undefined || to === undefined ? undefined : toScreen(canvas.camera, linkPath(from, to).middle), canvas.size)
  }
}
