// An answer given on the board: sent, said, and taken back by one press. What went wrong is said where the answer was
// given; one that waits to be sent is told as waiting.
import { answer, whyNotAnswer, type AnswerGiven } from '../../commands/answers.ts'
import type { Session } from '../../session/session.ts'
import { showToast, type ToastAction } from '../../ui/toasts.ts'
import { words } from './words.ts'

/** What takes back the notice about the last answer on each card: an older answer can no longer be undone. */
const told = new Map<string, () => void>()

/** `open` shows the card's details, where evidence is added and a changed wording is compared. */
export async function answerOnBoard(session: Session, cardId: string, given: AnswerGiven, open: () => void): Promise<void> {
  const say = (text: string, action?: ToastAction): void => {
    told.get(cardId)?.()
    told.set(cardId, showToast(text, action))
  }
  const reason = whyNotAnswer(session)
  if (reason !== undefined) return say(reason)
  try {
    const { said, current, takeBack } = await answer(session, cardId, given)
    if (takeBack !== undefined) return say(said, { label: words.undoAction, run: takeBack })
    if (!current) return say(said, { label: words.whatChanged, run: open })
    const needsEvidence = given.verdict === 'confirm' && session.judgements.value.assumption(cardId).reasons.includes('needs_evidence')
    if (needsEvidence) return say(`${said}. ${words.needsEvidence}`, { label: words.addEvidence, run: open })
    if (given.verdict === 'withdraw') return say(said)
    say(said, { label: words.undoAction, run: () => void answerOnBoard(session, cardId, { verdict: 'withdraw' }, open) })
  } catch (error) {
    say(words.failed(error instanceof Error ? error.message : ''))
  }
}
