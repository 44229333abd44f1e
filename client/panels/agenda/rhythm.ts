// How often a board checks in: chosen by those who lead it, kept with its settings, which are replaced as a whole.
import { putSettings } from '../../session/api.ts'
import type { Session } from '../../session/session.ts'
import { checkInWords } from './words.ts'

/** Days; what else a board has chosen is offered, too. */
export const USUAL: readonly number[] = [7, 14, 28, 91]

export function mayChooseRhythm(session: Session): boolean {
  const role = session.me.value?.role
  return role === 'owner' || role === 'facilitator'
}

/** Undefined: no rhythm. Says what came of it; rejects with an error that can be said. */
export async function chooseRhythm(session: Session, everyDays: number | undefined): Promise<string> {
  const { cadenceDays: _before, ...others } = session.board.value.settings
  await putSettings(session.boardId, { ...others, ...(everyDays === undefined ? {} : { cadenceDays: everyDays }) })
  return checkInWords.rhythmSet(everyDays)
}
