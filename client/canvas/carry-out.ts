// The one place where what tools want becomes what happens: intents of pointer and keys → the canvas and its events.
import type { BoardPoint, Rect, ScreenPoint } from '../../shared/geometry/geometry.ts'
import type { KeyIntent } from './tools/keys.ts'
import type { Guide } from './tools/snapping.ts'
import type { Intent } from './tools/tool.ts'

/** What the canvas tells those who use it. All bubble and cross shadow roots. */
export interface CanvasEvents {
  'selection-changed': { readonly ids: readonly string[] }
  /** A drag in flight; no ids when it has ended. */
  'items-dragging': { readonly ids: readonly string[]; readonly dx: number; readonly dy: number }
  'items-moved': { readonly ids: readonly string[]; readonly dx: number; readonly dy: number }
  /** Copies of items are wanted, that far from them. */
  'items-copied': { readonly ids: readonly string[]; readonly dx: number; readonly dy: number }
  /** A resize in flight; no bounds when it has ended. */
  'item-resizing': { readonly id: string; readonly rect: Rect | undefined }
  'item-resized': { readonly id: string; readonly rect: Rect }
  /** By keyboard: wider and higher by this much. */
  'item-size-asked': { readonly id: string; readonly dw: number; readonly dh: number }
  'frame-drawn': { readonly rect: Rect }
  'items-delete-asked': { readonly ids: readonly string[] }
  'ground-double-clicked': { readonly at: BoardPoint }
  /** Enter or a double click: `client` in pixels of the window, undefined from the keyboard. */
  'item-activated': { readonly id: string; readonly client: ScreenPoint | undefined }
  /** Space. */
  'item-opened': { readonly id: string }
  'link-drawn': { readonly from: string; readonly to: string }
  /** A link's line was clicked: `client` in pixels of the window. */
  'link-pressed': { readonly id: string; readonly client: ScreenPoint }
  'link-drawn-to-ground': { readonly from: string; readonly at: BoardPoint }
  'camera-changed': { readonly x: number; readonly y: number; readonly z: number }
  /** A movement of the board has ended. */
  'camera-rested': undefined
  /** A link is being drawn by keyboard: what it would lead to now. */
  'aim-changed': { readonly over: string | undefined }
  /** Other items are in the DOM than before. */
  'mounted-changed': undefined
  'pointer-moved': { readonly at: BoardPoint | undefined }
}

/** What the canvas can do; implemented by the element. */
export interface Hands {
  readonly selection: ReadonlySet<string>
  pan(dx: number, dy: number): void
  zoomBy(factor: number): void
  fitBoard(): void
  fitItems(ids: Iterable<string>): void
  select(ids: readonly string[]): void
  selectAll(): void
  focusItem(id: string): void
  showMarquee(rect: Rect | undefined): void
  showDrag(ids: readonly string[], dx: number, dy: number, guides: readonly Guide[]): void
  showSize(id: string, rect: Rect | undefined): void
  endDrag(dropped: boolean): void
  showAim(from: string, to: BoardPoint | undefined, over: string | undefined): void
  hideAim(): void
  /** A point of the view in pixels of the window. */
  clientPoint(at: ScreenPoint): ScreenPoint
  tell<E extends keyof CanvasEvents>(event: E, detail: CanvasEvents[E]): void
}

export function carryOut(intent: Intent, hands: Hands): void {
  switch (intent.do) {
    case 'pan': return hands.pan(intent.dx, intent.dy)
    case 'select': return hands.select(intent.ids)
    case 'marquee': return hands.showMarquee(intent.rect)
    case 'drag': return hands.showDrag(intent.ids, intent.dx, intent.dy, intent.guides)
    case 'put-back': return hands.endDrag(false)
    // The move first: others must see the new place before they hear that the drag has ended.
    case 'drop':
      hands.tell(intent.copy ? 'items-copied' : 'items-moved', { ids: intent.ids, dx: intent.dx, dy: intent.dy })
      return hands.endDrag(!intent.copy)
    case 'resize': return hands.showSize(intent.id, intent.rect)
    case 'resized': return hands.tell('item-resized', { id: intent.id, rect: intent.rect })
    case 'draw-frame': return hands.tell('frame-drawn', { rect: intent.rect })
    case 'pick-link': return hands.tell('link-pressed', { id: intent.id, client: hands.clientPoint(intent.at) })
    case 'aim': return hands.showAim(intent.from, intent.to, intent.over)
    case 'stop-aiming': return hands.hideAim()
    case 'link': return hands.tell('link-drawn', { from: intent.from, to: intent.to })
    case 'link-to-ground': return hands.tell('link-drawn-to-ground', { from: intent.from, at: intent.at })
    case 'activate': return hands.tell('item-activated', { id: intent.id, client: hands.clientPoint(intent.at) })
    case 'ground': return hands.tell('ground-double-clicked', { at: intent.at })
  }
}

export function carryOutKey(intent: KeyIntent, hands: Hands): void {
  const ids = [...hands.selection]
  switch (intent.do) {
    case 'focus':
      hands.select(intent.extend ? [...new Set([...ids, intent.id])] : [intent.id])
      return hands.focusItem(intent.id)
    case 'nudge': return hands.tell('items-moved', { ids, dx: intent.dx, dy: intent.dy })
    case 'size': return hands.tell('item-size-asked', { id: intent.id, dw: intent.dw, dh: intent.dh })
    case 'stop-sizing': return hands.hideAim()
    case 'activate': return hands.tell('item-activated', { id: intent.id, client: undefined })
    case 'delete': return hands.tell('items-delete-asked', { ids })
    case 'aim-at':
      hands.showAim(intent.from, undefined, intent.over)
      return hands.tell('aim-changed', { over: intent.over })
    case 'stop-aiming': return hands.hideAim()
    case 'link': return hands.tell('link-drawn', { from: intent.from, to: intent.to })
    case 'deselect': return hands.select([])
    case 'select-all': return hands.selectAll()
    case 'zoom': return hands.zoomBy(intent.factor)
    case 'fit': return intent.what === 'board' ? hands.fitBoard() : hands.fitItems(ids)
  }
}
