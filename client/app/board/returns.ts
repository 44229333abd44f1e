// Tells what came of being away, in one sentence, when everything has gone out; and asks the page to look again at what
// this person may do whenever there is a connection again.
import { cardOfUnsent } from '../../commands/unsent.ts'
import type { Session } from '../../session/session.ts'
import { showToast } from '../../ui/toasts.ts'
import { awayWords } from '../words.ts'

export interface Told {
  /** Shows the card whose words are newer than those that were answered. */
  readonly open: (card: string) => void
  readonly back: () => void
}

export function tellReturns(session: Session, { open, back }: Told): () => void {
  let away = false
  const stops = [
    session.save.subscribe(() => {
      const { kind } = session.save.value
      if (away && (kind === 'saved' || kind === 'saving' || kind === 'view-only')) back()
      away = kind === 'offline' || kind === 'reconnecting'
    }),
    session.returned.subscribe(() => {
      const came = session.returned.value
      if (came === undefined) return
      const sentence = awayWords.back(came.changes, came.answers, came.met.length, came.refused.length)
      const card = came.met.map((one) => cardOfUnsent(session.board.value, one)).find((one) => one !== undefined)
      showToast(sentence, card === undefined ? undefined : { label: awayWords.look, run: () => open(card) })
    }),
  ]
  return () => { for (const stop of stops) stop() }
}
