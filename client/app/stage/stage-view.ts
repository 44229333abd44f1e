// What the parts of the stage see of it: the session, the canvas, what is selected, and the way to tell others. The
// parts never see each other but through it.
import type { ReactiveControllerHost } from 'lit'
import type { Card } from '../../../shared/board/records.ts'
import type { BoardPoint } from '../../../shared/geometry/geometry.ts'
import type { TacitCanvas } from '../../canvas/canvas.ts'
import type { ToolName } from '../../canvas/tools/tool.ts'
import type { Level } from '../../cards/card.ts'
import type { Session } from '../../session/session.ts'

export interface StageView extends ReactiveControllerHost {
  readonly session: Session | undefined
  readonly canvas: TacitCanvas
  readonly selection: ReadonlySet<string>
  /** Cards that a filter matches. */
  readonly matching: ReadonlySet<string> | undefined
  /** The one card that is selected; undefined when there are none or several. */
  readonly only: Card | undefined
  /** The board point in the middle of the view. */
  readonly centre: BoardPoint
  tool: ToolName
  level: Level
  focusCard(cardId: string): void
  /** With nothing selected, the card that has the focus is meant: after a link was drawn, the link is what is picked. */
  selectFocused(): void
  /** Tells the page: an event that bubbles out of the stage. False when somebody took it and wants no more of it. */
  tell(event: string, detail: unknown): boolean
}
