// What came of a decision so far, in sentences: where it stands and because of whom, what a directive still lacks, that
// it rests on nothing written down, and when it is looked at again. Pure.
import type { Person } from '../../../shared/board/records.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import { words as plain } from '../../../shared/rules/statement.ts'
import { personName, teamName, type CardView } from '../../cards/view.ts'
import { dayInWords } from '../../language/dates.ts'
import { holds } from './stances.ts'
import { outcomeWords as words } from './words.ts'

function who({ board, judgements, card }: CardView, stance: Stance): readonly string[] {
  return judgements.decision(card.id).tally[stance].map((id) => {
    const person: Person | undefined = board.people.get(id)
    return words.from(person?.name ?? words.somebody, teamName({ board }, person?.team))
  })
}

/** The one who decides; '' when nobody is named. */
export function deciderOf({ board, card }: CardView): string {
  const decider = card.fields['decider']
  return typeof decider === 'string' && decider !== '' ? (board.people.get(decider)?.name ?? personName({ board }, decider)) : ''
}

function openSentence(view: CardView): string {
  const { notHeard, heardOnEarlierText, tally } = view.judgements.decision(view.card.id)
  const names = (teams: readonly string[]): readonly string[] => teams.map((team) => teamName(view, team))
  if (heardOnEarlierText.length > 0) return [words.reopened(names(heardOnEarlierText)), notHeard.length > heardOnEarlierText.length ? words.silentToo(names(notHeard.filter((team) => !heardOnEarlierText.includes(team)))) : ''].filter(Boolean).join(' ')
  if (notHeard.length > 0) return words.silent(names(notHeard))
  return tally.pass.length > 0 ? words.passed : words.nobody
}

/** Where it stands, in a sentence that says because of whom. */
export function outcomeOf(view: CardView): string {
  const { state } = view.judgements.decision(view.card.id)
  switch (state) {
    case 'directed': return words.directed(deciderOf(view))
    case 'directed_over_block': return words.overBlock(deciderOf(view), who(view, 'block'))
    case 'blocked': return words.blocked(who(view, 'block'))
    case 'committed_with_dissent': return words.dissent(who(view, 'disagree_commit'))
    case 'agreed_with_concerns': return words.concerns(who(view, 'concerns'))
    case 'agreed': return words.agreed
    case 'review_due': return words.reviewDue(dayInWords(view.card.fields.reviewBy, view.judgements.now))
    case 'open': return openSentence(view)
    default: return words.retired
  }
}

/** What a directive lacks before it decides anything; '' when it lacks nothing, or is none. */
export function directiveLacks(view: CardView): string {
  const { card, judgements } = view
  const { state, tally } = judgements.decision(card.id)
  if (card.fields['mode'] !== 'directive' || card.retired || state === 'directed' || state === 'directed_over_block' || state === 'review_due') return ''
  const decider = card.fields['decider']
  const named = typeof decider === 'string' && decider !== ''
  const missing = [...(named ? [] : ['decider' as const]), ...(plain(card.fields['rationale']) === '' ? ['rationale' as const] : []), ...(named && !tally.agree.includes(decider) ? ['agreement' as const] : [])]
  return missing.length === 0 ? '' : words.directive(missing, deciderOf(view))
}

/** That nothing under it can be examined, as a hint; '' when something can. */
export function unexamined({ card, judgements }: CardView): string {
  const judgement = judgements.decision(card.id)
  if (!judgement.unexamined || card.retired) return ''
  return holds(judgement) ? words.notExamined : words.notExaminedYet
}

/** Until when it holds; '' when nobody said, or that is past. */
export function reviewOf({ card, judgements }: CardView): string {
  const { reviewBy } = card.fields
  const judgement = judgements.decision(card.id)
  return reviewBy === undefined || !holds(judgement) || judgement.state === 'review_due' ? '' : words.review(dayInWords(reviewBy, judgements.now))
}

/** The reasons of a directive. */
export function rationaleOf({ card }: CardView): string {
  const { rationale } = card.fields
  return card.fields['mode'] === 'directive' && typeof rationale === 'string' ? rationale.trim() : ''
}
