// Being of a team that was made a moment ago. The team travels over the socket and the wish over HTTP, so the wish may
// come first: it is said again until the server knows the team.
import type { Person } from '../../../shared/board/records.ts'
import { ApiError, putMe } from '../../session/api.ts'

const TRIES = 20
/** ms before each try. */
const WAIT = 150

export async function beOn(board: string, name: string, team: string): Promise<Person> {
  for (let tries = 1; ; tries++) {
    await new Promise((resolve) => setTimeout(resolve, WAIT))
    try {
      return (await putMe(board, { name, team })).person
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'no_such_team' || tries === TRIES) throw error
    }
  }
}
