// The keys of the board that know cards: answer, add, tools, follow links. Only while the focus is on the canvas, never
// in text. Keys that concern any item whatever are the canvas's own.
import type { Verdict } from '../../../shared/board/records.ts'
import type { ToolName } from '../../canvas/tools/tool.ts'

export type StageWish =
  | { readonly wish: 'answer'; readonly verdict: Verdict }
  | { readonly wish: 'dispute' }
  | { readonly wish: 'add' }
  | { readonly wish: 'open' }
  | { readonly wish: 'tool'; readonly tool: ToolName }
  | { readonly wish: 'follow'; readonly way: 'down' | 'up' }

const WISHES: Readonly<Record<string, StageWish>> = {
  y: { wish: 'answer', verdict: 'confirm' },
  n: { wish: 'dispute' },
  u: { wish: 'answer', verdict: 'unsure' },
  a: { wish: 'add' },
  e: { wish: 'open' },
  q: { wish: 'open' },
  v: { wish: 'tool', tool: 'select' },
  h: { wish: 'tool', tool: 'hand' },
  ']': { wish: 'follow', way: 'down' },
  '[': { wish: 'follow', way: 'up' },
}

/** True while somebody types. */
export function isTyping(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof HTMLElement && (node.isContentEditable || node.matches('input, textarea, select')))
}

export function stageWish(event: KeyboardEvent): StageWish | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return undefined
  return WISHES[event.key.toLowerCase()]
}

/** Undo and redo work wherever nobody types. */
export function historyWish(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || isTyping(event)) return undefined
  const key = event.key.toLowerCase()
  if (key === 'y') return 'redo'
  if (key !== 'z') return undefined
  return event.shiftKey ? 'redo' : 'undo'
}
