// Answering an assumption and asking for an answer. An answer goes with the words the person had on screen (`basis`); the
// server writes it in their name. Without the server it waits in the outbox. One that is refused rejects with an
// ApiError whose message can be said.
import type { Evidence, Verdict } from '../../shared/board/records.ts'
import { setCardField } from '../../shared/board/write-cards.ts'
import { verdictsOf } from '../../shared/rules/attestations.ts'
import { statementOf } from '../../shared/rules/statement.ts'
import { answersOn } from '../cards/view.ts'
import type { Session } from '../session/session.ts'
import { words } from './words.ts'

export interface AnswerGiven { readonly verdict: Verdict; readonly evidence?: Evidence; readonly reason?: string }

export interface AnswerStored {
  readonly said: string
  /** False: the words changed while the person answered. */
  readonly current: boolean
  /** The statement that the answer is about. */
  readonly basis: string
  /** There while the answer waits to be sent: takes it back. */
  readonly takeBack?: () => void
}

function teamName(session: Session, team: string): string {
  return session.board.value.teams.get(team)?.name ?? team
}

/** Why this person cannot answer, in a sentence; undefined when they can. */
export function whyNotAnswer(session: Session): string | undefined {
  const me = session.me.value
  if (me === undefined || me.role === 'guest') return words.noAnswer
  return me.team === '' ? words.noTeam : undefined
}

/** Who is asked again and stays with these very words brings forward what they brought before. */
function keptEvidence({ board, judgements, me }: Session, cardId: string, basis: string): Evidence | undefined {
  const person = me.value?.id
  if (!judgements.value.prompts(cardId).some((prompt) => prompt.person === person)) return undefined
  return verdictsOf(answersOn({ board: board.value }, cardId), board.value.people, basis).current.find((one) => one.person === person)?.evidence
}

/** Gives this person's answer. `basis`: the statement they saw, when it is not the one that stands now. */
export async function answer(session: Session, cardId: string, given: AnswerGiven, basis?: string): Promise<AnswerStored> {
  const card = session.board.value.cards.get(cardId)
  const reason = whyNotAnswer(session)
  if (card === undefined || reason !== undefined) throw new Error(reason ?? words.noAnswer)
  const seen = basis ?? statementOf(card)
  const evidence = given.evidence ?? (given.verdict === 'confirm' ? keptEvidence(session, cardId, seen) : undefined)
  const outcome = await session.give({
    root: 'attestations', card: cardId, verdict: given.verdict, basis: seen,
    ...(evidence === undefined ? {} : { evidence }),
    ...(given.reason === undefined || given.reason.trim() === '' ? {} : { reason: given.reason.trim() }),
  })
  const said = words.answered[given.verdict](teamName(session, session.me.value?.team ?? ''))
  if (!('current' in outcome)) return { said: `${said}. ${words.waits}`, current: true, basis: seen, takeBack: () => session.takeBack(outcome.id) }
  return { said: outcome.current ? said : `${said}. ${words.overtaken}`, current: outcome.current, basis: seen }
}

/** Asks a team for its answer: it gets a seat, if it has none, and is told. */
export async function askTeam(session: Session, cardId: string, teamId: string): Promise<string> {
  const card = session.board.value.cards.get(cardId)
  if (card !== undefined && !session.judgements.value.requiredTeams(cardId).includes(teamId)) {
    session.edit(words.labels.ask, (board) => setCardField(board, cardId, 'askTeams', [...(card.fields.askTeams ?? []), teamId]))
    session.endUndoStep()
  }
  const outcome = await session.give({ root: 'asks', card: cardId, team: teamId })
  const asked = words.asked(teamName(session, teamId))
  return 'record' in outcome ? asked : `${asked}. ${words.waits}`
}

/** Takes back an explicit ask: the team keeps its seat only if it depends on the card. */
export function relieveTeam(session: Session, cardId: string, teamId: string): string {
  const asked = session.board.value.cards.get(cardId)?.fields.askTeams ?? []
  const left = asked.filter((team) => team !== teamId)
  session.edit(words.labels.ask, (board) => setCardField(board, cardId, 'askTeams', left.length === 0 ? undefined : left))
  session.endUndoStep()
  return words.relieved(teamName(session, teamId))
}
