// The one line at the foot of each kind. Each has something to say at all times, so that a card never changes its size
// when a judgement changes. Doubt that a card inherits comes before anything else it could say.
import type { Json } from '../../shared/board/records.ts'
import { nearDayInWords } from '../language/dates.ts'
import type { Look } from '../ui/looks.ts'
import { colorAmong } from '../../shared/protocol/person-color.ts'
import { doubtOf, raisedOf } from './doubt.ts'
import { keeperName, linksTo, personName, teamName, type CardView } from './view.ts'
import { lineWords, tradeVerdicts, words, type Slot } from './words.ts'

export interface Footer {
  readonly text: string
  /** When pointed at, if that says more than the text. */
  readonly title?: string
  /** Inherited doubt: the sign of this state stands before the text, in its colour. */
  readonly look?: Look
  /** A person before the text; an empty name is somebody anonymous. */
  readonly avatar?: { readonly name: string; readonly color: string }
}

function field(view: CardView, name: string): string {
  const value: Json | undefined = view.card.fields[name]
  return typeof value === 'string' ? value.trim() : ''
}

function keeper(view: CardView): string {
  const name = keeperName(view)
  const team = teamName(view, view.card.fields.team)
  return name === '' && team === '' ? words.unowned : words.from(name, team)
}

function orDoubt(footer: (view: CardView) => Footer): (view: CardView) => Footer {
  return (view) => {
    const doubt = doubtOf(view)
    return doubt === undefined ? footer(view) : { text: doubt.text, title: doubt.said, look: doubt.look }
  }
}

function dueWords(view: CardView, status: string): string {
  const { due } = view.card.fields
  if (status === 'done' || due === undefined) return ''
  const day = nearDayInWords(due, view.judgements.now)
  return status === 'overdue' ? words.wasDue(day) : words.due(day)
}

function work(view: CardView): Footer {
  const status = view.judgements.status(view.card.id)
  if (status === 'done') return { text: words.and(words.status('done'), keeper(view)) }
  const owner = view.card.fields.owner === undefined ? words.unowned : personName(view, view.card.fields.owner)
  return { text: words.and(owner, dueWords(view, status)) }
}

/** What of a dependency comes before its day, the gravest first. */
const LOUD = ['declined', 'problem', 'changed', 'need_changed'] as const

/** A commitment that somebody waits for says who gives and who waits; otherwise it is work. */
function commitment(view: CardView): Footer {
  const own = view.card.fields.team
  const lines = linksTo(view, view.card.id).filter((link) => link.type === 'depends_on')
  const teams = [...new Set(lines.map((link) => view.board.cards.get(link.from)?.fields.team))].filter((team) => team !== undefined && team !== own)
  const first = teams[0]
  const status = view.judgements.status(view.card.id)
  if (first === undefined || own === undefined || status === 'done') return work(view)
  const to = teams.length === 1 ? teamName(view, first) : `${teamName(view, first)} +${teams.length - 1}`
  const states = lines.map((link) => view.judgements.dependency(link.id).state)
  const loud = LOUD.find((state) => states.includes(state))
  return { text: words.and(words.waiting(teamName(view, own), to), loud === undefined ? dueWords(view, status) : lineWords[loud]) }
}

function goal(view: CardView): Footer {
  const { missing } = view.judgements.direction(view.card.id)
  return { text: missing.length === 0 ? words.allSaid : words.unsaid(missing satisfies readonly Slot[]) }
}

/** What has happened is in doubt no more; else the doubt, by what it makes of the exposure. */
function risk(view: CardView): Footer {
  const status = view.judgements.status(view.card.id)
  const doubt = status === 'materialised' ? undefined : doubtOf(view)
  if (doubt === undefined) return { text: words.and(words.status(status), keeper(view)) }
  const raised = raisedOf(view)
  return raised === undefined ? { text: doubt.text, title: doubt.said, look: doubt.look } : { text: raised.text, title: `${raised.said}. ${doubt.said}`, look: doubt.look }
}

function teamsOf(view: CardView, people: readonly string[]): readonly string[] {
  return [...new Set(people.map((person) => teamName(view, view.board.people.get(person)?.team) || personName(view, person)))]
}

function decision(view: CardView): Footer {
  const { state, notHeard, tally } = view.judgements.decision(view.card.id)
  if (state === 'blocked' || state === 'directed_over_block') return { text: tally.block.length === 0 ? words.status(state) : words.blockedBy(teamsOf(view, tally.block)) }
  if (state === 'committed_with_dissent' && tally.disagree_commit.length > 0) return { text: words.disagreeing(teamsOf(view, tally.disagree_commit)) }
  if (state === 'agreed_with_concerns' && tally.concerns.length > 0) return { text: words.concerned(teamsOf(view, tally.concerns)) }
  if (state === 'open' && notHeard.length > 0) return { text: words.quiet(notHeard.map((team) => teamName(view, team))) }
  const { reviewBy } = view.card.fields
  const when = reviewBy === undefined || state === 'review_due' ? '' : words.reviewBy(nearDayInWords(reviewBy, view.judgements.now))
  return { text: words.and(words.status(state), when) || keeper(view) }
}

function context(view: CardView): Footer {
  const { author, createdAt, fields } = view.card
  const person = author === undefined ? undefined : view.board.people.get(author)
  const day = createdAt === undefined ? '' : nearDayInWords(createdAt, view.judgements.now)
  const name = person?.name ?? ''
  return { text: words.and(name === '' ? words.anonymous : words.from(personName(view, author), teamName(view, fields.team)), day), avatar: { name, color: author === undefined ? '' : colorAmong(view.board.people, author) } }
}

function tradeoff(view: CardView): Footer {
  const to = field(view, 'toTeam')
  const pair = to === '' ? keeper(view) : words.trade(teamName(view, view.card.fields.team), teamName(view, to))
  return { text: view.card.retired ? pair : words.and(tradeVerdicts[view.judgements.trade(view.card.id)], pair) }
}

function proposal(view: CardView): Footer {
  const { tiers } = view.card.fields
  const count = Array.isArray(tiers) ? tiers.length : 0
  const due = dueWords(view, '')
  return { text: words.and(count === 0 ? '' : words.tiers(view.judgements.tiers(view.card.id).level, count), due) || keeper(view) }
}

/** On a board to start from nobody has asked yet: the team says whose question it is. */
function question(view: CardView): Footer {
  const [asker, status] = [personName(view, view.card.author), words.status(view.judgements.status(view.card.id))]
  return { text: asker === '' ? words.and(status, teamName(view, view.card.fields.team)) : words.and(words.asked(asker), status.toLowerCase()) }
}

function signal(view: CardView): Footer {
  const { author, createdAt } = view.card
  if (author === undefined) return { text: keeper(view) }
  return { text: words.and(words.noticed(personName(view, author)), createdAt === undefined ? '' : nearDayInWords(createdAt, view.judgements.now)) }
}

const owned = (view: CardView): Footer => ({ text: keeper(view) })
const written = (view: CardView): Footer => ({ text: words.from(personName(view, view.card.author), teamName(view, view.card.fields.team)) || words.unowned })
const orKeeper = (text: (view: CardView) => string) => (view: CardView): Footer => ({ text: text(view) || keeper(view) })

export const footers = {
  goal: orDoubt(goal),
  risk,
  decision: orDoubt(decision),
  question,
  commitment: orDoubt(commitment),
  work: orDoubt(work),
  metric: orKeeper((view) => field(view, 'definition')),
  context,
  tradeoff: orDoubt(tradeoff),
  proposal: orDoubt(proposal),
  value: orKeeper((view) => (field(view, 'appliesWhen') === '' ? '' : words.when(field(view, 'appliesWhen')))),
  signal,
  conflict: orKeeper((view) => words.role(field(view, 'role'))),
  owned: orDoubt(owned),
  written,
} as const
