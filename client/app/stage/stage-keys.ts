// The keys of the board that know cards: answer, add, tools, follow links, and those that are told to the page. The map
// of keys says which is which; only while the focus is on the canvas, never in text. Keys that concern any item whatever
// are the canvas's own, and copies go by the browser's own copy, cut and paste.
import type { Verdict } from '../../../shared/board/records.ts'
import type { ToolName } from '../../canvas/tools/tool.ts'
import { keyAt, type KeyId } from '../../ui/key-map.ts'

export type StageWish =
  | { readonly wish: 'answer'; readonly verdict: Verdict }
  | { readonly wish: 'dispute' }
  | { readonly wish: 'add' }
  | { readonly wish: 'tool'; readonly tool: ToolName }
  | { readonly wish: 'follow'; readonly way: 'down' | 'up' }
  /** Why, and what must be true, of the one selected card. */
  | { readonly wish: 'question'; readonly question: 'why' | 'premise' }
  | { readonly wish: 'duplicate' }
  | { readonly wish: 'remove' }
  | { readonly wish: 'leave' }
  /** About the one selected card; who does not listen leaves it to the card's details. */
  | { readonly wish: 'about-card'; readonly event: 'ask-wanted' | 'evidence-wanted' }
  /** Means the same on canvas and ledger: the page carries it out. */
  | { readonly wish: 'page'; readonly key: KeyId }
  | { readonly wish: 'tell'; readonly event: string; readonly detail: unknown }

const page = (key: KeyId): StageWish => ({ wish: 'page', key })

const WISHES: Readonly<Partial<Record<KeyId, StageWish>>> = {
  confirm: { wish: 'answer', verdict: 'confirm' },
  dispute: { wish: 'dispute' },
  unsure: { wish: 'answer', verdict: 'unsure' },
  ask: { wish: 'about-card', event: 'ask-wanted' },
  evidence: { wish: 'about-card', event: 'evidence-wanted' },
  inTurn: page('inTurn'),
  toFoundation: { wish: 'follow', way: 'down' },
  toCarried: { wish: 'follow', way: 'up' },
  add: { wish: 'add' },
  why: { wish: 'question', question: 'why' },
  premise: { wish: 'question', question: 'premise' },
  duplicate: { wish: 'duplicate' },
  remove: { wish: 'remove' },
  leave: { wish: 'leave' },
  toolSelect: { wish: 'tool', tool: 'select' },
  toolHand: { wish: 'tool', tool: 'hand' },
  toolFrame: { wish: 'tool', tool: 'frame' },
  otherView: page('otherView'),
  overview: page('overview'),
  filterUnconfirmed: page('filterUnconfirmed'),
  filterStale: page('filterStale'),
  filterDisputed: page('filterDisputed'),
  filterRefuted: page('filterRefuted'),
  filterConfirmed: page('filterConfirmed'),
  filterNotHeard: page('filterNotHeard'),
  filterNone: page('filterNone'),
  find: { wish: 'tell', event: 'find-wanted', detail: { scope: 'all' } },
  findHere: { wish: 'tell', event: 'find-wanted', detail: { scope: 'here' } },
  help: { wish: 'tell', event: 'help-wanted', detail: {} },
}

export function stageWish(event: KeyboardEvent): StageWish | undefined {
  const id = keyAt(event, 'canvas')
  return id === undefined ? undefined : WISHES[id]
}

/** Undo and redo work wherever nobody types. */
export function historyWish(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const id = keyAt(event, 'canvas')
  return id === 'undo' || id === 'redo' ? id : undefined
}
