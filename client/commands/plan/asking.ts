// "Why?" adds a reason to a card, "What must be true?" an assumption that it rests on: each well near the card, with its
// line, in one step to undo, its words still to be written. Nobody is asked but whom the line itself asks. Knows the
// session and the writers; no element.
import type { Card, CardKind } from '../../../shared/board/records.ts'
import { shownTitle } from '../../cards/size.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { addBeside } from './beside.ts'
import { askingWords as words, planWords } from './words.ts'

export type Question = 'why' | 'premise'
export interface Asked { readonly id: string | undefined; readonly said: string }

/** What is drawn, and what is only a place, has no reason. */
const NO_REASON: ReadonlySet<CardKind> = new Set(['frame', 'ink', 'image', 'text'])
const ON_PREMISES: ReadonlySet<CardKind> = new Set(['goal', 'decision', 'proposal', 'commitment', 'action'])

export function canAsk({ kind, deleted }: Pick<Card, 'kind' | 'deleted'>, question: Question): boolean {
  return !deleted && (question === 'why' ? !NO_REASON.has(kind) : ON_PREMISES.has(kind))
}

export function ask(session: Session, cardId: string | undefined, question: Question): Asked {
  const card = session.board.value.cards.get(cardId ?? '')
  if (!session.canEdit) return { id: undefined, said: planWords.readOnly }
  if (card === undefined || !canAsk(card, question)) return { id: undefined, said: question === 'why' ? words.noWhy : words.noPremise }
  const title = isolated(shownTitle(card))
  const id = question === 'why' ? addBeside(session, card, { kind: 'why', title: '', type: 'because', outward: true }, words.labels.why)
    : addBeside(session, card, { kind: 'assumption', title: '', type: 'rests_on', outward: false }, words.labels.premise)
  return { id, said: words[question](title) }
}
