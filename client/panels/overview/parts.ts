// The parts of the overview, in the order of its list: what is judged of the board as a whole, each fetched when it is
// looked at first. A new part adds its entry here and its name to the words.
import { html, type TemplateResult } from 'lit'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Session } from '../../session/session.ts'
import type { Icon } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import type { overviewWords } from './words.ts'

export interface OverviewPart {
  /** As the address says it. */
  readonly id: keyof typeof overviewWords.parts
  readonly icon: Icon
  readonly load: () => Promise<unknown>
  readonly draw: (session: Session) => TemplateResult
  /** Where it has nothing to say and nothing to do, it is not listed. */
  readonly has?: (board: BoardState) => boolean
}

export const OVERVIEW_PARTS: readonly OverviewPart[] = [
  { id: 'agenda', icon: later['list-ordered'], load: () => import('../agenda/agenda-view.ts'), draw: (session) => html`<tacit-agenda .session=${session}></tacit-agenda>` },
  { id: 'risks', icon: 'risk', load: () => import('../risks/risks-view.ts'), draw: (session) => html`<tacit-risks-view .session=${session}></tacit-risks-view>` },
  { id: 'dependencies', icon: 'commitment', load: () => import('../dependencies/dependencies-view.ts'), draw: (session) => html`<tacit-dependencies .session=${session}></tacit-dependencies>` },
  { id: 'gaps', icon: later.unlink, load: () => import('../gaps/gaps-view.ts'), draw: (session) => html`<tacit-gaps .session=${session}></tacit-gaps>` },
  { id: 'goals', icon: 'goal', load: () => import('../goals/goals-view.ts'), draw: (session) => html`<tacit-goals-view .session=${session}></tacit-goals-view>` },
  { id: 'words', icon: later.quote, load: () => import('../rounds/rounds-view.ts'), draw: (session) => html`<tacit-rounds .session=${session}></tacit-rounds>`, has: (board) => board.records.rounds.size > 0 },
  { id: 'teams', icon: 'users', load: () => import('../teams/teams-view.ts'), draw: (session) => html`<tacit-teams .session=${session}></tacit-teams>` },
  { id: 'alignment', icon: 'proposal', load: () => import('../tiers/alignment-view.ts'), draw: (session) => html`<tacit-alignment .session=${session}></tacit-alignment>` },
  { id: 'drift', icon: later.clock, load: () => import('../drift/drift-view.ts'), draw: (session) => html`<tacit-drift .session=${session}></tacit-drift>` },
  { id: 'changes', icon: later['eye-off'], load: () => import('../changes/changes-view.ts'), draw: (session) => html`<tacit-changes .session=${session}></tacit-changes>` },
]
