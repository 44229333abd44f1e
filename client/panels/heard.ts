// Who was heard on an assumption, as rows to show: the seats of the required teams with every standing answer, and the
// other answers. The rules say what counts (shared/rules); this only arranges it. Small: it comes with the first card.
import type { Ask, Attestation, BoardState, Card, Person, Team } from '../../shared/board/records.ts'
import { answersOn } from '../cards/view.ts'
import { speaksForTeam, verdictsOf } from '../../shared/rules/attestations.ts'
import { personBehind } from '../../shared/rules/selves.ts'
import type { Judgements, Seat } from '../../shared/rules/judgements.ts'
import { splitStatement, statementOf } from '../../shared/rules/statement.ts'
import { byName } from '../language/lists.ts'

/** One standing answer of a person. */
export interface Heard {
  readonly record: Attestation
  readonly person: Person | undefined
  /** Given on these very words. */
  readonly current: boolean
}

/** A team in the list of those who are to be heard. */
export interface TeamSeat {
  readonly team: Team
  /** The last time somebody asked this team. */
  readonly asked: Ask | undefined
  /** Asked explicitly, so that it can be relieved. */
  readonly explicit: boolean
}

export interface SeatRow extends TeamSeat {
  readonly seat: Seat
  readonly answers: readonly Heard[]
  /** Titles of this team's cards that rest on it or depend on it. */
  readonly because: readonly string[]
}

export interface HeardOnCard {
  readonly seats: readonly SeatRow[]
  /** Answers of teams without a seat, and of people who changed teams. */
  readonly others: readonly Heard[]
  readonly statement: string
}

/** A team that the board does not know (any more) still holds its seat. */
export function teamOf(board: BoardState, id: string): Team {
  return board.teams.get(id) ?? { id, name: id }
}

export function recordsOn(board: BoardState, cardId: string): readonly Attestation[] {
  return answersOn({ board }, cardId)
}

export function heardOn(board: BoardState, judgements: Judgements, card: Card): HeardOnCard {
  const statement = statementOf(card)
  const { current, earlier } = verdictsOf(recordsOn(board, card.id), board.people, statement)
  const all: readonly Heard[] = [...current, ...earlier].map((record) => ({ record, person: board.people.get(record.person), current: record.basis === statement }))
    .sort((a, b) => Number(b.current) - Number(a.current) || (b.record.at ?? '').localeCompare(a.record.at ?? ''))
  const { seats } = judgements.assumption(card.id)
  const seated = new Set<Heard>()
  const rows = Object.entries(seats).map(([id, seat]): SeatRow => {
    const answers = all.filter(({ record }) => record.team === id && speaksForTeam(record, board.people))
    for (const answer of answers) seated.add(answer)
    return { team: teamOf(board, id), seat, answers, asked: lastAsk(board, card.id, id), because: becauseOf(board, judgements, card.id, id), explicit: card.fields.askTeams?.includes(id) === true }
  })
  return { seats: rows.sort(bySeat), others: all.filter((answer) => !seated.has(answer)), statement }
}

const SEAT_ORDER: readonly Seat[] = ['refuted', 'confirmed', 'unsure', 'earlier_text', 'expired', 'not_heard']

function bySeat(a: SeatRow, b: SeatRow): number {
  return SEAT_ORDER.indexOf(a.seat) - SEAT_ORDER.indexOf(b.seat) || byName(a.team.name, b.team.name)
}

export function lastAsk(board: BoardState, cardId: string, team: string): Ask | undefined {
  let last: Ask | undefined
  for (const ask of board.asks.values()) if (ask.card === cardId && ask.team === team && (last === undefined || ask.at > last.at)) last = ask
  return last
}

export function becauseOf(board: BoardState, judgements: Judgements, cardId: string, team: string): readonly string[] {
  return judgements.dependants(cardId).flatMap((id) => {
    const card = board.cards.get(id)
    return card?.fields.team === team && card.title !== '' ? [card.title] : []
  })
}

/** What this person stands by on the card: on these words, or on earlier ones; undefined when they said nothing. */
export function standingAnswerOf(heard: HeardOnCard, person: string): Heard | undefined {
  const mine = [...heard.seats.flatMap((seat) => seat.answers), ...heard.others].filter((answer) => answer.record.person === person)
  return mine.find((answer) => answer.current) ?? mine[0]
}

/** Whether this person made the card or changed its words last, also as an entry that was merged with theirs. */
export function wroteWords({ people }: BoardState, { author, editedBy }: Card, person: string): boolean {
  const behind = personBehind(people, person)
  return [author, editedBy].some((id) => personBehind(people, id) === behind)
}

/** How many people stand by their confirmation of these very words. */
export function confirmationsOf(board: BoardState, card: Card): number {
  return verdictsOf(recordsOn(board, card.id), board.people, statementOf(card)).current.filter((record) => record.verdict === 'confirm').length
}

/** The words of a statement as people read them: title, text, and how to tell, each on its line. */
export function wordsOf(statement: string): string {
  const parts = splitStatement(statement)
  if (parts === undefined) return ''
  return [parts.title, parts.body, parts.criterion].filter((part) => part !== '').join('\n')
}
