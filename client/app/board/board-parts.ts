// The parts of a board's page that nobody needs to see and move a card. They come while nobody waits, after the first
// card was drawn, in this order, or when they are used.
import { whenQuiet } from '../stage/when-quiet.ts'
import { Part } from './part.ts'

export const parts = {
  presence: new Part(() => import('../../people/presence.ts')),
  entering: new Part(() => import('../../people/enter-dialog.ts')),
  firstRun: new Part(() => import('./first-run.ts')),
  inspector: new Part(() => import('../../panels/inspector.ts')),
  dialogs: new Part(() => import('./board-dialogs.ts')),
  ledger: new Part(() => import('./board-ledger.ts')),
  overview: new Part(() => import('./board-overview.ts')),
  paper: new Part(() => import('../../panels/ledger/print-sheet.ts')),
  find: new Part(() => import('../../panels/find/find-dialog.ts')),
  dependencies: new Part(() => import('../../panels/dependencies/dependency-watch.ts')),
  turn: new Part(() => import('./in-turn.ts')),
} as const

/** One after the other, each in a quiet moment. */
export function fetchParts(): void {
  const rest = Object.values(parts)
  const next = (): void => {
    const part = rest.shift()
    if (part !== undefined) whenQuiet(() => part.fetch().finally(next))
  }
  next()
}
