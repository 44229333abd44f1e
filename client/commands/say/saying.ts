// What people say in their own name beyond answers: stances, acknowledgements, notes on a change, what teams say of each
// other, what they have seen, and baselines. Each goes with the words the person had on screen (`basis`), waits in the
// outbox without the server, and answers with one sentence. One that is refused rejects with an ApiError that can be said.
import type { PostAck, Reply } from '../../../shared/protocol/said.ts'
import { contractOf, dependencyBasis, perceptionBasis } from '../../../shared/rules/contract.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import type { Session } from '../../session/session.ts'
import type { Given } from '../../session/shelf.ts'
import { whyNotAnswer } from '../answers.ts'
import { sayWords } from './words.ts'

export interface SaidNow {
  readonly said: string
  /** False: the words changed meanwhile, and it stands for those that the person saw. */
  readonly current: boolean
  /** There while it waits to be sent: takes it back. */
  readonly takeBack?: () => void
}

async function say(session: Session, given: Given, said: string): Promise<SaidNow> {
  const outcome = await session.give(given)
  if (!('record' in outcome)) return { said: `${said}. ${sayWords.waits}`, current: true, takeBack: () => session.takeBack(outcome.id) }
  return { said: outcome.current ? said : `${said}. ${sayWords.overtaken}`, current: outcome.current }
}

/** The name of the team that this person speaks for; throws with the sentence when they cannot. */
function ownTeam(session: Session): string {
  const why = whyNotAnswer(session)
  if (why !== undefined) throw new Error(why)
  const team = session.me.value?.team ?? ''
  return session.board.value.teams.get(team)?.name ?? team
}

/** Only what says something. */
function filled<K extends string>(texts: Partial<Record<K, string>>): { [key in K]?: string } {
  const said = Object.entries(texts) as [K, string | undefined][]
  return Object.fromEntries(said.flatMap(([key, text]) => (text === undefined || text.trim() === '' ? [] : [[key, text.trim()]]))) as { [key in K]?: string }
}

/** `basis`: the statement they saw, when it is not the one that stands now. */
export async function takeStance(session: Session, cardId: string, given: { readonly stance: Stance; readonly reason?: string }, basis?: string): Promise<SaidNow> {
  const team = ownTeam(session)
  const card = session.board.value.cards.get(cardId)
  if (card === undefined) throw new Error(sayWords.gone)
  return say(session, { root: 'stances', card: cardId, stance: given.stance, basis: basis ?? statementOf(card), ...filled({ reason: given.reason }) }, sayWords.stance[given.stance](team))
}

/** Answers for one side of a dependency. `basis`: what they saw (`dependencyBasis`), when it is not what stands now. */
export async function acknowledge(session: Session, linkId: string, given: Pick<PostAck, 'side' | 'response' | 'reason'>, basis?: string): Promise<SaidNow> {
  const team = ownTeam(session)
  const { board } = session
  const link = board.value.links.get(linkId)
  const seen = basis ?? (link === undefined ? undefined : dependencyBasis(board.value, link, given.side))
  if (seen === undefined) throw new Error(sayWords.gone)
  return say(session, { root: 'acks', link: linkId, side: given.side, response: given.response, basis: seen, ...filled({ reason: given.reason }) }, sayWords.acked[given.response](team))
}

export interface ChangeNote { readonly requires?: string; readonly needs?: string; readonly ifNot?: string }

/** What a change of this card asks of those who rely on it; goes with the words that the change came to. */
export async function noteChange(session: Session, cardId: string, note: ChangeNote): Promise<SaidNow> {
  ownTeam(session)
  const card = session.board.value.cards.get(cardId)
  if (card === undefined) throw new Error(sayWords.gone)
  return say(session, { root: 'changeNotes', card: cardId, basis: contractOf(card), ...filled({ ...note }) }, sayWords.noted)
}

/** What this person's team believes of another one; a blank text takes back what they said before. */
export async function perceive(session: Session, about: string, text: string): Promise<SaidNow> {
  ownTeam(session)
  const name = session.board.value.teams.get(about)?.name ?? about
  return say(session, { root: 'perceptions', about, text: text.trim() }, text.trim() === '' ? sayWords.perceptionGone(name) : sayWords.perceived(name))
}

/** What the described team says to it. */
export async function replyTo(session: Session, perceptionId: string, given: { readonly verdict: Reply; readonly note?: string }): Promise<SaidNow> {
  ownTeam(session)
  const text = session.board.value.records.perceptions.get(perceptionId)?.['text']
  if (typeof text !== 'string') throw new Error(sayWords.gone)
  return say(session, { root: 'perceptionReplies', perception: perceptionId, verdict: given.verdict, basis: perceptionBasis(text), ...filled({ note: given.note }) }, sayWords.replied[given.verdict])
}

/** Once for each person and card; says nothing, and is no answer. Nothing happens for readers and guests. */
export async function markSeen(session: Session, cardId: string): Promise<void> {
  const me = session.me.value
  if (me === undefined || me.role === 'guest' || session.board.value.seen.get(cardId)?.includes(me.id) === true) return
  if (session.outbox.value.some((one) => one.root === 'seen' && one.card === cardId)) return
  await session.give({ root: 'seen', card: cardId })
}

/** Only owners and facilitators, and only with the server: it says where the board stands now. */
export async function takeBaseline(session: Session, name = ''): Promise<string> {
  const role = session.me.value?.role
  if (role !== 'owner' && role !== 'facilitator') throw new Error(sayWords.noBaseline)
  const { record } = await session.takeBaseline(filled({ name }))
  return sayWords.baseline(Object.keys(record.states).length)
}
