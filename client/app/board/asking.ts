// Asking for answers from the board: one press asks every team whose answer is missing, and says who was asked.
import { askTeam } from '../../commands/answers.ts'
import { words } from '../../commands/words.ts'
import { askable, isDecided } from '../../panels/waiting.ts'
import { listOf } from '../../language/lists.ts'
import type { Session } from '../../session/session.ts'
import { showToast } from '../../ui/toasts.ts'
import { partWords } from './words.ts'

export async function askOnBoard(session: Session, cardId: string): Promise<void> {
  const board = session.board.value
  const card = board.cards.get(cardId)
  if (card === undefined || (card.kind !== 'assumption' && !isDecided(card))) return
  const teams = askable(board, session.judgements.value, cardId, session.me.value?.team)
  if (teams.length === 0) return void showToast(partWords.nobodyToAsk)
  try {
    for (const team of teams) await askTeam(session, cardId, team)
    const asked = partWords.asked(listOf(teams.map((team) => board.teams.get(team)?.name ?? team)))
    const waits = session.outbox.value.some((waiting) => waiting.root === 'asks' && waiting.card === cardId)
    showToast(waits ? `${asked}. ${words.waits}` : asked)
  } catch (error) {
    showToast(partWords.notAsked(error instanceof Error ? error.message : ''))
  }
}
