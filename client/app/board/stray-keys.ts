// Keys that nothing on the page has the focus for: they are the board's, so that a board that was just opened answers to
// its keys at once. Knows nothing of what a key does.
import { keyAt } from '../../ui/key-map.ts'
import type { ViewName } from './board-view.ts'

export interface KeyTaker { takeKey(event: KeyboardEvent): boolean }

/** Heard on the whole page anyway: they would be carried out twice. */
const EVERYWHERE: ReadonlySet<string> = new Set(['undo', 'redo', 'find'])

/** Gives a key of the map to the view that is open; what the view takes is taken from the browser. */
export function passOn(event: KeyboardEvent, view: ViewName, board: KeyTaker | null): void {
  const key = keyAt(event, view)
  if (key === undefined || board === null || EVERYWHERE.has(key)) return
  if (!board.takeKey(new KeyboardEvent('keydown', event))) event.preventDefault()
}
