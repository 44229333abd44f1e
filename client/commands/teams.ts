// Making and changing the teams of a board. Teams are no part of undo: a person's team is how the board knows whose
// answer counts.
import { newId } from '../../shared/board/ids.ts'
import type { Team } from '../../shared/board/records.ts'
import { putTeam } from '../../shared/board/write-board.ts'
import type { Session } from '../session/session.ts'
import { words } from './words.ts'

export function createTeam(session: Session, name: string): { readonly id: string; readonly said: string } {
  const id = newId()
  session.edit(words.labels.team, (board) => putTeam(board, { id, name: name.trim() }))
  return { id, said: words.teamMade(name.trim()) }
}

export function changeTeam(session: Session, teamId: string, change: Partial<Omit<Team, 'id'>>): string {
  const team = session.board.value.teams.get(teamId)
  if (team === undefined) return words.readOnly
  session.edit(words.labels.team, (board) => putTeam(board, { ...team, ...change }))
  return words.teamChanged(change.name ?? team.name)
}

/** A removed team keeps its answers and its cards; it is no longer offered. */
export function removeTeam(session: Session, teamId: string): string {
  const name = session.board.value.teams.get(teamId)?.name ?? teamId
  changeTeam(session, teamId, { removed: true })
  return words.teamRemoved(name)
}
