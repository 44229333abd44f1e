// Being of a team that was made a moment ago. The team travels over the socket and the wish over HTTP: the wish goes
// out when the server is known to have the team.
import type { Person } from '../../../shared/board/records.ts'
import { putMe } from '../../session/api.ts'
import type { Session } from '../../session/session.ts'

export async function beOn(session: Session, name: string, team: string): Promise<Person> {
  await session.settled()
  return (await putMe(session.boardId, { name, team })).person
}
