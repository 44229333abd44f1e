// What something that waits for the server, or was not taken by it, is about, and the words in it that its writer would
// miss. Pure.
import type { BoardState } from '../../shared/board/records.ts'
import type { Waiting } from '../session/shelf.ts'

/** The card to look at; undefined for what teams say of each other. */
export function cardOfUnsent({ links }: BoardState, waiting: Waiting): string | undefined {
  if (waiting.root === 'perceptions' || waiting.root === 'perceptionReplies') return undefined
  if (waiting.root !== 'acks') return waiting.card
  const link = links.get(waiting.link)
  return waiting.side === 'consumer' ? link?.to : link?.from
}

/** The title of its card, or the name of the team that it is about. */
export function subjectOfUnsent(board: BoardState, waiting: Waiting): string {
  if (waiting.root === 'perceptions') return board.teams.get(waiting.about)?.name ?? ''
  if (waiting.root === 'perceptionReplies') {
    const by = board.records.perceptions.get(waiting.perception)?.['by']
    return typeof by === 'string' ? (board.teams.get(by)?.name ?? '') : ''
  }
  return board.cards.get(cardOfUnsent(board, waiting) ?? '')?.title ?? ''
}

export function wordsOfUnsent(waiting: Waiting): string {
  return wordsIn(waiting).filter((part) => part !== undefined && part.trim() !== '').join('\n')
}

function wordsIn(waiting: Waiting): readonly (string | undefined)[] {
  switch (waiting.root) {
    case 'attestations': return [waiting.reason, waiting.evidence?.note, waiting.evidence?.url]
    case 'stances':
    case 'acks': return [waiting.reason]
    case 'changeNotes': return [waiting.requires, waiting.needs, waiting.ifNot]
    case 'perceptions': return [waiting.text]
    case 'perceptionReplies': return [waiting.note]
    default: return []
  }
}
