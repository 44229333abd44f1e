// An answer given on the board: sent, said, and taken back by one press. What went wrong is said where the answer was
// given; nothing is kept silently.
import { answer, whyNotAnswer, type AnswerGiven } from '../../commands/answers.ts'
import type { Session } from '../../session/session.ts'
import { showToast } from '../../ui/toasts.ts'
import { words } from './words.ts'

/** `open` shows the card's details, where evidence is added and a changed wording is compared. */
export async function answerOnBoard(session: Session, cardId: string, given: AnswerGiven, open: () => void): Promise<void> {
  const reason = whyNotAnswer(session)
  if (reason !== undefined) return void showToast(reason)
  try {
    const { said, current } = await answer(session, cardId, given)
    if (!current) return void showToast(said, { label: words.whatChanged, run: open })
    const needsEvidence = given.verdict === 'confirm' && session.judgements.value.assumption(cardId).reasons.includes('needs_evidence')
    if (needsEvidence) return void showToast(`${said}. ${words.needsEvidence}`, { label: words.addEvidence, run: open })
    if (given.verdict === 'withdraw') return void showToast(said)
    showToast(said, { label: words.undoAction, run: () => void answerOnBoard(session, cardId, { verdict: 'withdraw' }, open) })
  } catch (error) {
    showToast(words.failed(error instanceof Error ? error.message : ''))
  }
}
