// Why an assumption is in its state, in sentences with people's and teams' names. Pure: the codes come from the rules,
// the words from words.ts.
import type { Attestation } from '../../shared/board/records.ts'
import type { AssumptionJudgement } from '../../shared/rules/judgements.ts'
import { answersOn, personName, teamName, type CardView } from './view.ts'
import { words } from './words.ts'

interface Codes { readonly teams: string[]; readonly other: boolean; readonly evidence: boolean; readonly people: Record<'answered_earlier_text' | 'expired' | 'clock' | 'doubt', string[]>; readonly refuters: { person: string; reasoned: boolean }[] }

function read(reasons: readonly string[]): Codes {
  const codes: Codes = { teams: [], other: reasons.includes('needs_other_than_author'), evidence: reasons.includes('needs_evidence'), people: { answered_earlier_text: [], expired: [], clock: [], doubt: [] }, refuters: [] }
  for (const reason of reasons) {
    const [code = '', who = '', note = ''] = reason.split(':')
    if (code === 'needs_team') codes.teams.push(who)
    else if (code === 'refuted_by') codes.refuters.push({ person: who, reasoned: note !== 'no_reason' })
    else if (code in codes.people) codes.people[code as keyof Codes['people']].push(who)
  }
  return codes
}

/** The answer of this person that counts last on this card, with this verdict if one is asked for. */
function answerOf(view: CardView, person: string, verdict?: Attestation['verdict']): Attestation | undefined {
  const own = answersOn(view, view.card.id).filter((answer) => answer.person === person && (verdict === undefined || answer.verdict === verdict))
  return own.reduce<Attestation | undefined>((last, answer) => (last === undefined || answer.seq > last.seq ? answer : last), undefined)
}

/** The team they spoke for, else the person: a seat is a team's. */
function speaker(view: CardView, person: string, verdict?: Attestation['verdict']): string {
  const team = answerOf(view, person, verdict)?.team ?? view.board.people.get(person)?.team
  return team === undefined || team === '' ? personName(view, person) : teamName(view, team)
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

function writers(view: CardView): readonly string[] {
  return unique([view.card.author, view.card.editedBy].filter((id) => id !== undefined && view.board.people.has(id)).map((id) => personName(view, id)))
}

function earlier(view: CardView, people: readonly string[]): string[] {
  const by = { confirm: [] as string[], refute: [] as string[], unsure: [] as string[] }
  for (const person of people) {
    const verdict = answerOf(view, person)?.verdict
    const kind = verdict === 'refute' || verdict === 'unsure' ? verdict : 'confirm'
    by[kind].push(speaker(view, person, kind))
  }
  const said = words.reasons
  return [
    ...(by.confirm.length > 0 ? [said.earlier(unique(by.confirm))] : []),
    ...(by.refute.length > 0 ? [said.earlierNo(unique(by.refute))] : []),
    ...(by.unsure.length > 0 ? [said.earlierUnsure(unique(by.unsure))] : []),
  ]
}

function refutations(view: CardView, codes: Codes): string[] {
  return codes.refuters.map(({ person, reasoned }) => {
    const answer = answerOf(view, person, 'refute')
    const team = teamName(view, answer?.team ?? view.board.people.get(person)?.team)
    const reason = answer?.reason?.trim() ?? ''
    return reasoned && reason !== '' ? words.reasons.no(personName(view, person), team, reason) : words.reasons.noReason(personName(view, person), team)
  })
}

function lead(state: AssumptionJudgement['state']): string {
  const said = words.reasons
  if (state === 'confirmed' || state === 'refuted' || state === 'retired') return said[state]
  return state === 'contested' ? said.disputed : said.notYet
}

/** Each reason as one sentence, the state first. Empty for a card that is gone. */
export function reasonSentences(view: CardView, judgement: AssumptionJudgement): readonly string[] {
  if (judgement.state === 'absent') return []
  const codes = read(judgement.reasons)
  const said = words.reasons
  const teams = codes.teams.map((team) => teamName(view, team))
  const people = (ids: readonly string[], verdict?: Attestation['verdict']): readonly string[] => unique(ids.map((id) => speaker(view, id, verdict)))
  return [
    lead(judgement.state),
    ...refutations(view, codes),
    ...(codes.other ? [said.waitingForOther(teams, writers(view))] : teams.length > 0 ? [said.waiting(teams)] : []),
    ...(codes.evidence ? [said.needsEvidence] : []),
    ...earlier(view, codes.people.answered_earlier_text),
    ...(codes.people.expired.length > 0 ? [said.expired(people(codes.people.expired, 'confirm'))] : []),
    ...(codes.people.clock.length > 0 ? [said.clock(people(codes.people.clock, 'confirm'))] : []),
    ...(codes.people.doubt.length > 0 ? [said.unsure(unique(codes.people.doubt.map((id) => personName(view, id))))] : []),
  ]
}

/** All of it as one text: "Not confirmed yet. Waiting for SRE and for someone other than Mara." */
export function reasonsInWords(view: CardView, judgement: AssumptionJudgement): string {
  return reasonSentences(view, judgement).join(' ')
}
