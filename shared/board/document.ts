// The shape of the Y.Doc: its closed list of roots and typed access to them. Writers, readers and the gate meet here.
// Editor roots are what people draw together; server roots are what someone said in their own name.
import * as Y from 'yjs'

export const EDITOR_ROOTS = ['meta', 'teams', 'cards', 'links'] as const
export const SERVER_ROOTS = [
  'people', 'authorship', 'attestations', 'stances', 'acks', 'perceptions', 'perceptionReplies', 'changeNotes',
  'comments', 'seen', 'asks', 'rounds', 'restatements', 'baselines', 'marksOff', 'sys',
] as const
export type EditorRoot = (typeof EDITOR_ROOTS)[number]
export type ServerRoot = (typeof SERVER_ROOTS)[number]
export type Root = EditorRoot | ServerRoot
export const ROOTS: readonly Root[] = [...EDITOR_ROOTS, ...SERVER_ROOTS]

/** The server writes each board under this one clientID, in the document only after it was loaded. */
export const SERVER_CLIENT_ID = 1

export const SCHEMA_VERSION = 1

/** A board: the document that everything is written into. Data only; verbs are functions of this folder. */
export interface Board { readonly doc: Y.Doc }

/**
 * After every change from elsewhere Yjs looks for formatting marks that nobody sees, walking from each deleted letter
 * to the next living one: 9 s for 20,000 letters that never joined, by eleven bytes. Boards leave such marks where they
 * are, everywhere alike; the gate bounds their number.
 */
function leaveMarks(transaction: Y.Transaction): void {
  transaction._needFormattingCleanup = false
}

/** A Y.Doc with every root defined as a map, garbage collection on. */
export function newBoard(clientId?: number): Board {
  const doc = new Y.Doc()
  doc.on('afterTransaction', leaveMarks)
  if (clientId !== undefined) doc.clientID = clientId
  for (const root of ROOTS) doc.getMap(root)
  return { doc }
}

/** The map of a root. Editor roots `cards` hold nested maps, `links` and `teams` JSON values. */
export function rootMap(board: Board, root: Root): Y.Map<unknown> {
  return board.doc.getMap(root)
}

/** The nested map of a card, or undefined when there is none. */
export function cardMap(board: Board, cardId: string): Y.Map<unknown> | undefined {
  const card = board.doc.getMap('cards').get(cardId)
  return card instanceof Y.Map ? card : undefined
}

/** The rich text of a card's `title` or `body`, made together with the card. */
export function cardText(board: Board, cardId: string, field: 'title' | 'body'): Y.XmlFragment | undefined {
  const text = cardMap(board, cardId)?.get(field)
  return text instanceof Y.XmlFragment ? text : undefined
}
