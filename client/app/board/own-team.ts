// Being of a team that was made a moment ago. The team travels over the socket and the wish over HTTP: the wish goes
// out when the server is known to have the team.
import { createTeam } from '../../commands/teams.ts'
import type { Person } from '../../../shared/board/records.ts'
import { putMe } from '../../session/api.ts'
import type { Session } from '../../session/session.ts'
import { showToast } from '../../ui/toasts.ts'
import { boardWords } from '../words.ts'

export async function beOn(session: Session, name: string, team: string): Promise<Person> {
  await session.settled()
  return (await putMe(session.boardId, { name, team })).person
}

/** Makes a team and is of it; says when that failed. */
export async function makeOwnTeam(session: Session, name: string): Promise<void> {
  const { id } = createTeam(session, name)
  try {
    await beOn(session, session.me.value?.name ?? '', id)
  } catch (error) {
    showToast(boardWords.notIn(error instanceof Error ? error.message : ''))
  }
}
