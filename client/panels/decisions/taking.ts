// A stance that somebody takes: sent, said, and taken back by one press while there is something to go back to. A stance
// is never erased: what one stood by before is said again.
import { takeStance } from '../../commands/say/saying.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../../ui/announce.ts'
import { showToast } from '../../ui/toasts.ts'
import type { StanceSent } from './stance-draft.ts'
import { stanceBy, stancesOnCard } from './stances.ts'
import { stanceWords as words } from './words.ts'

function sentenceOf(error: unknown): string {
  return words.failed(error instanceof Error ? error.message : '')
}

/** '' when it is stored or waits to be sent, else the sentence that says why not. `basis`: the words that they saw. */
export async function take(session: Session, cardId: string, given: StanceSent, basis?: string): Promise<string> {
  const card = session.board.value.cards.get(cardId)
  const before = card === undefined ? undefined : stanceBy(stancesOnCard(session.board.value, session.judgements.value, card), session.me.value?.id ?? '')
  try {
    const { said, takeBack } = await takeStance(session, cardId, given, basis)
    const back = takeBack ?? (before?.current === true ? () => void goBack(session, cardId, before.stance, before.reason, before.basis) : undefined)
    showToast(said, back === undefined ? undefined : { label: words.undo, run: back })
    return ''
  } catch (error) {
    return sentenceOf(error)
  }
}

/** Where no form is open to say it. */
export async function takeAloud(session: Session, cardId: string, given: StanceSent): Promise<void> {
  const failure = await take(session, cardId, given)
  if (failure !== '') showToast(failure)
}

async function goBack(session: Session, cardId: string, stance: StanceSent['stance'], reason: string, basis: string): Promise<void> {
  try {
    await takeStance(session, cardId, { stance, reason }, basis)
    announce(words.takenBack)
  } catch (error) {
    showToast(sentenceOf(error))
  }
}
