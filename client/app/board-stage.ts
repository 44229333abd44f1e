// The board itself: cards and links on the canvas, the editor in a card, drags and pointers of others, and the controls
// around them. It turns what happens on the canvas into commands, and tells `card-selected` {ids}, `card-opened` {id}
// and `profile-wanted`; panels are not its business.
import { consume } from '@lit/context'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Card, CardKind } from '../../shared/board/records.ts'
import type { BoardPoint, Camera, ScreenPoint } from '../../shared/geometry/geometry.ts'
import '../canvas/canvas.ts'
import type { TacitCanvas } from '../canvas/canvas.ts'
import type { CanvasEvents } from '../canvas/carry-out.ts'
import type { Offset } from '../canvas/item.ts'
import type { ToolName } from '../canvas/tools/tool.ts'
import '../cards/card.ts'
import { levelAt, type Level } from '../cards/card.ts'
import '../cards/links.ts'
import type { TacitLinks } from '../cards/links.ts'
import { onSizesChanged } from '../cards/size.ts'
import { linksFrom, linksTo } from '../cards/view.ts'
import { answer, type AnswerGiven } from '../commands/answers.ts'
import { addCardAt, deleteCards, linkCards, moveCards } from '../commands/cards.ts'
import { redo, redoSentence, undo, undoSentence } from '../commands/history.ts'
import type { EditorLeft, HistoryUsed } from '../editor/editor.ts'
import '../people/cursors.ts'
import type { TacitCursors } from '../people/cursors.ts'
import type { Peer, Session } from '../session/session.ts'
import { sessionContext } from '../session/session-context.ts'
import { reset } from '../theme/sheet.ts'
import { announce } from '../ui/announce.ts'
import { showToast } from '../ui/toasts.ts'
import { CardItems } from './stage/card-items.ts'
import './stage/card-toolbar.ts'
import type { AnswerWanted, TacitCardToolbar, ToolbarWish } from './stage/card-toolbar.ts'
import './stage/kind-picker.ts'
import type { TacitKindPicker } from './stage/kind-picker.ts'
import { linkItems } from './stage/link-items.ts'
import { PeerDrags } from './stage/peer-drags.ts'
import { historyWish, stageWish, type StageWish } from './stage/stage-keys.ts'
import './stage/tool-dock.ts'
import './stage/zoom-control.ts'
import type { ZoomWanted } from './stage/zoom-control.ts'
import { words } from './stage/words.ts'

/** From this zoom on, words on a card can be edited in place; from further away the board comes nearer. */
const EDIT_ZOOM = 0.75
/** Screen pixels between a selection and its toolbar, and between the toolbar and the edge of the view. */
const TOOLBAR_GAP = 12
const EDGE = 8

interface Editing { readonly id: string; readonly at: ScreenPoint | undefined }
type Stores = readonly (keyof Pick<Session, 'board' | 'judgements' | 'peers' | 'undoState' | 'ready' | 'me'>)[]
const STORES: Stores = ['board', 'judgements', 'peers', 'undoState', 'ready', 'me']
const NONE: ReadonlySet<string> = new Set()
