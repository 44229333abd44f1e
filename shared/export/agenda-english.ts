// What gaps, drift and the check-in agenda say, in English: on the page, on paper and as Markdown. Titles come in as they
// are to be named. `AgendaWords` is what another language has to say, too.
import type { DependencyState } from '../rules/judgements.ts'

const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`
const more = (names: readonly string[], count: number): string => lists.format(count === 0 ? names : [...names, `${count} more`])
const things = (count: number): string => `${count} ${count === 1 ? 'thing' : 'things'}`
const by = (who: string): string => (who === '' ? '' : ` by ${who}`)

/** After "is" and "was". */
const STATUS: Readonly<Record<string, string>> = {
  absent: 'gone', retired: 'retired', contested: 'disputed', refuted: 'refuted', confirmed: 'confirmed', expired: 'past its date', reopened: 'to be confirmed again',
  partly: 'confirmed by some', unconfirmed: 'unconfirmed', broken: 'broken', at_risk: 'in doubt', sound: 'well founded', unexamined: 'unexamined',
  directed: 'decided by one person', directed_over_block: 'decided over an objection', blocked: 'blocked', open: 'open', committed_with_dissent: 'agreed with dissent',
  agreed_with_concerns: 'agreed with concerns', agreed: 'agreed', review_due: 'due for review', materialised: 'a fact', triggered: 'triggered', accepted: 'accepted',
  mitigated: 'mitigated', mitigating: 'being mitigated', answered: 'answered', unowned: 'unowned', doing: 'under way', overdue: 'overdue', done: 'done', new: 'new', seen: 'seen',
}

const LINES: Readonly<Record<DependencyState, (needing: string, provided: string, needs: string, provides: string) => string>> = {
  void: () => '', internal: () => '', in_step: () => '',
  removed_acked: (a, b, needs) => `“${a}” needs “${b}”, which is gone. ${needs} knows.`,
  removed: (a, b, needs) => `“${a}” needs “${b}”, which is gone. ${needs} has not said what that means.`,
  changed: (a, b, needs) => `“${b}” changed since ${needs} last answered, and “${a}” needs it.`,
  need_changed: (a, b, _needs, provides) => `What “${a}” needs of “${b}” changed since ${provides} last answered.`,
  requested: (a, b, _needs, provides) => `“${a}” needs “${b}”. ${provides} has not answered.`,
  unclear: (a, b, _needs, provides) => `“${a}” needs “${b}”. It is not clear to ${provides} what is needed.`,
  unseen: (a, b, needs) => `“${a}” needs “${b}”. ${needs} has not said whether it fits.`,
  soft: (a, b, _needs, provides) => `“${a}” needs “${b}”. ${provides} will try, which is not a yes.`,
  declined: (a, b, _needs, provides) => `“${a}” needs “${b}”. ${provides} said no.`,
  problem: (a, b, needs) => `“${a}” needs “${b}”. It does not work for ${needs} as it stands.`,
}

export const agendaEnglish = {
  locale: 'en-GB',
  untitled: 'Untitled',
  day: (at: number): string => dates.format(at),
  status: (status: string): string => STATUS[status] ?? status,

  title: (board: string): string => (board === '' ? 'Check-in' : `Check-in: ${board}`),
  compared: (day: string, baseline: string, baselineDay: string, who: string): string => `As of ${day}, compared with the baseline ${baseline === '' ? '' : `“${baseline}” `}of ${baselineDay}${by(who)}.`,
  noBaseline: (day: string): string => `As of ${day}. There is no baseline yet, so what changed and what slipped is not known.`,
  freshness: (fresh: number, of: number): string => (of === fresh ? `${of === 1 ? 'The one thing' : `All ${of} things`} that others lean on ${of === 1 ? 'is' : 'are'} in date` : `${fresh} of ${things(of)} that others lean on ${fresh === 1 ? 'is' : 'are'} in date, ${of - fresh} ${of - fresh === 1 ? 'is' : 'are'} not`),
  freshnessOf: (what: string): string => `${what}: load-bearing assumptions, decisions and dependencies between teams.`,
  nothingToTrack: 'Nothing here has to be kept in date yet: no load-bearing assumption, no decision, no dependency between teams.',
  rhythm: {
    next: (every: number, day: string): string => `A check-in every ${days(every)}: the next one is due on ${day}.`,
    past: (every: number, day: string): string => `A check-in every ${days(every)}: this one was due on ${day}.`,
    first: (every: number): string => `A check-in every ${days(every)}: the first one is due now.`,
  },
  sections: {
    changed: 'Changed since then',
    slipped: 'Slipped',
    gained: 'Gained',
    expired: 'Past its date',
    notHeard: 'Not heard yet',
    dependencies: 'Dependencies that wait',
    gaps: 'Gaps',
  },
  expiredToo: 'Also past its date',
  nothing: (sections: readonly string[]): string => `Nothing stands under: ${lists.format(sections)}.`,
  allQuiet: 'There is nothing to talk about.',
  more: (count: number): string => `And ${count} more.`,

  added: (title: string, who: string, day: string): string => (who === '' ? `“${title}” was added on ${day}.` : `${who} added “${title}” on ${day}.`),
  edited: (title: string, who: string, day: string): string => (who === '' ? `“${title}” was changed on ${day}.` : `${who} changed “${title}” on ${day}.`),
  taken: (title: string, day: string): string => `“${title}” was taken off the board on ${day}.`,
  expired: (title: string, is: string, day: string): string => `“${title}” is ${is}${day === '' ? '' : `, since ${day}`}.`,
  silent: (team: string, titles: readonly string[], rest: number): string => `${team} on ${more(titles.map((title) => `“${title}”`), rest)}.`,
  line: (state: DependencyState, needing: string, provided: string, needs: string, provides: string): string => LINES[state](needing, provided, needs, provides),
  overdue: ' This is overdue.',
  neededBy: (day: string): string => ` Needed by ${day}.`,

  slipped: (title: string, was: string, is: string, since: string): string => `“${title}” was ${was} and is ${is} now${since}.`,
  since: (day: string): string => `, since ${day}`,
  sinceLatest: (day: string): string => `, since ${day} at the latest`,
  gained: (title: string, was: string, is: string): string => `“${title}” was ${was} and is ${is} now.`,
  isNow: (title: string, is: string): string => `“${title}” is ${is}.`,
  isNew: (title: string, is: string): string => `“${title}” is new, and ${is}.`,
  isGone: (title: string, was: string): string => `“${title}” is not on the board any more. It was ${was}.`,

  gaps: {
    no_provider: (needing: string, provided: string): string => `“${needing}” needs “${provided}”, which is gone.`,
    no_date: (needing: string, provided: string): string => `“${needing}” needs “${provided}”, which has no date.`,
    date: (needing: string, provided: string, late: number): string => `“${provided}” comes ${days(late)} too late for “${needing}”.`,
    conflict: (one: string, other: string): string => `“${one}” and “${other}” conflict, and nothing settles it.`,
    definition: (titles: readonly string[], teams: readonly string[]): string => `${lists.format(titles.map((title) => `“${title}”`))} ${teams.length < 2 ? 'do not say the same' : `do not say the same: ${lists.format(teams)} count differently`}.`,
    no_contribution: (goal: string, team: string): string => `${team} has nothing that serves “${goal}”.`,
  },
  closes: {
    no_provider: 'Bring it back, or need something else.',
    no_date: 'A day of delivery on the card that is needed.',
    date: 'An earlier delivery, or a later day of need.',
    conflict: 'A decision on one of the two, agreed by those it concerns.',
    definition: 'One definition, or two names.',
    no_contribution: 'A card of this team that serves the goal, or a goal that this team does not share.',
  },
  types: {
    no_provider: 'Nobody provides it',
    no_date: 'No date',
    date: 'Too late',
    conflict: 'Conflicts that nothing settles',
    definition: 'One name, two definitions',
    no_contribution: 'Nothing towards a shared goal',
  },
  gapCount: (count: number): string => `${count} ${count === 1 ? 'gap' : 'gaps'}`,
}

export type AgendaWords = typeof agendaEnglish
