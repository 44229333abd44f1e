// Every word that a card says: labels of kinds and states, footers, reasons, names for people who listen.
import type { AssumptionState, DecisionState, DependencyState, TradeWord } from '../../shared/rules/judgements.ts'
import type { CardKind, LinkType } from '../../shared/board/records.ts'
import { choiceOf, listOf } from '../language/lists.ts'
import { translated } from '../language/translated.ts'

const KINDS: Record<CardKind, string> = {
  goal: 'Goal', assumption: 'Assumption', risk: 'Risk', decision: 'Decision', question: 'Question', commitment: 'Commitment',
  action: 'Action', metric: 'Metric', context: 'Hidden context', tradeoff: 'Trade', proposal: 'Proposal', non_goal: 'Not a goal',
  value: 'Value', signal: 'Signal', conflict: 'Conflict', why: 'Why', note: 'Note', frame: 'Frame', ink: 'Drawing', image: 'Picture', text: 'Text',
}

const LINKS: Record<LinkType, string> = {
  rests_on: 'rests on', depends_on: 'depends on', if_false: 'if this is not so', threatens: 'threatens', serves: 'serves', mitigates: 'mitigates',
  settles: 'settles', about: 'is about', because: 'because', conflicts_with: 'conflicts with', needed_for: 'is needed for', tests: 'tests',
  pays_for: 'pays for', echoes: 'echoes', evidence_for: 'is evidence for', evidence_against: 'is evidence against',
  under_arrow: 'lies under', excluded_from: 'is excluded from', worsens: 'worsens',
}

const STATES: Record<AssumptionState, string> = {
  absent: 'Removed', retired: 'Retired', contested: 'Disputed', refuted: 'Refuted', confirmed: 'Confirmed', expired: 'Out of date',
  reopened: 'Re-confirm', partly: 'Unconfirmed', unconfirmed: 'Unconfirmed',
}

/** What a decision, risk, question, action or commitment is, as its footer says it. */
const STATUS: Record<string, string> = {
  open: 'Open', agreed: 'Agreed', agreed_with_concerns: 'Agreed, with concerns', committed_with_dissent: 'Somebody disagrees, commits',
  blocked: 'Blocked', directed: 'Decided by one person', directed_over_block: 'Decided over an objection', review_due: 'Review is due',
  materialised: 'It happened', triggered: 'Triggered', accepted: 'Accepted', mitigated: 'Mitigated', mitigating: 'Being mitigated',
  answered: 'Answered', unowned: 'Nobody owns it', doing: 'Under way', overdue: 'Overdue', done: 'Done', new: 'New', seen: 'Seen',
}

/** The same of a decision or a proposal in one or two words, beside its kind. */
const DECIDED: Record<DecisionState, string> = {
  absent: '', retired: 'retired', open: 'open', agreed: 'agreed', agreed_with_concerns: 'concerns', committed_with_dissent: 'dissent', blocked: 'blocked',
  directed: 'directed', directed_over_block: 'over a block', review_due: 'review due',
}

const SLOTS = { what: 'what', who: 'for whom', measure: 'measure', not: 'what not', why: 'why' } as const
export type Slot = keyof typeof SLOTS

export const words = translated('cards.words', {
  kind: (kind: CardKind): string => KINDS[kind],
  link: (type: LinkType): string => LINKS[type],
  state: (state: AssumptionState): string => STATES[state],
  status: (status: string): string => STATUS[status] ?? '',
  decided: (state: DecisionState): string => DECIDED[state],
  somebody: 'Somebody',
  aTeam: 'A team',
  untitled: 'Untitled',
  retired: 'retired',

  of: (count: number, all: number): string => `${count} of ${all}`,
  per: (count: number, all: number): string => `${count}/${all}`,
  against: (yes: number, no: number): string => `${yes}–${no}`,
  labelled: (state: string, detail: string): string => (detail === '' ? state : `${state} · ${detail}`),
  askSomeone: 'ask someone',
  askNobody: 'Nobody is asked yet',
  carries: (count: number): string => (count === 0 ? 'Load-bearing' : `Load-bearing: ${count} ${count === 1 ? 'rests' : 'rest'} on it`),
  moreTiles: (count: number): string => `+${count}`,
  moreTilesTitle: (names: readonly string[]): string => `Also asked: ${listOf(names)}`,
  moreInside: 'More text inside',

  rests: (count: number, what: 'refuted' | 'disputed' | 'edited' | 'lapsed' | 'unconfirmed' | 'removed'): string =>
    `Rests on ${count} ${{ refuted: 'refuted', disputed: 'disputed', edited: 'edited since', lapsed: 'past its date', unconfirmed: 'unconfirmed', removed: 'removed' }[what]}`,
  restsPlus: (first: string, more: number): string => `${first} +${more}`,
  restsMore: (first: string, more: number): string => `${first} and ${more} more in doubt`,

  northStar: 'North star',
  said: (count: number): string => `${count} of 5 said`,
  unsaid: (slots: readonly Slot[]): string => `Not said: ${slots.map((slot) => SLOTS[slot]).join(', ')}`,
  allSaid: 'All five said',
  triggered: (exposure: number | null): string => (exposure === null ? 'Triggered' : `Triggered · exposure ${exposure}`),
  exposed: (exposure: number): string => `Exposure ${exposure}`,
  raised: (from: number, to: number): string => `Exposure ${from} → ${to}`,
  raisedSaid: (from: number, to: number): string => `Exposure raised from ${from} to ${to}`,
  rating: (likelihood: number | string, impact: number | string): string => `${likelihood} × ${impact}`,
  ratingTitle: (likelihood: number | string, impact: number | string): string => `Likelihood ${likelihood}, impact ${impact}`,
  notRated: '?',
  disagreeing: (teams: readonly string[]): string => `${listOf(teams)} ${teams.length === 1 ? 'disagrees, commits' : 'disagree, commit'}`,
  concerned: (teams: readonly string[]): string => `Agreed, ${listOf(teams)} ${teams.length === 1 ? 'has' : 'have'} concerns`,
  blockedBy: (teams: readonly string[]): string => `Blocked by ${listOf(teams)}`,
  quiet: (teams: readonly string[]): string => `Not yet heard: ${teams.slice(0, 2).join(', ')}${teams.length > 2 ? ` +${teams.length - 2}` : ''}`,
  due: (day: string): string => `due ${day}`,
  wasDue: (day: string): string => `was due ${day}`,
  reviewBy: (day: string): string => `review ${day}`,
  asked: (name: string): string => `Asked by ${name}`,
  noticed: (name: string): string => `Noticed by ${name}`,
  owned: (name: string): string => `Kept by ${name}`,
  unowned: 'Nobody owns it',
  waiting: (from: string, to: string): string => `${from} → ${to}`,
  trade: (from: string, to: string): string => `${from} ⇄ ${to}`,
  and: (first: string, second: string): string => [first, second].filter((part) => part !== '').join(' · '),
  from: (name: string, team: string): string => [name, team].filter((part) => part !== '').join(', '),
  anonymous: 'Anonymous',
  when: (text: string): string => `When: ${text}`,
  tiers: (level: number, count: number): string => `${level} of ${count} ${count === 1 ? 'step' : 'steps'}`,
  role: (role: string): string => ({ A: 'What both want', B: 'One need', C: 'The other need', D: 'One way', "D'": 'The other way', 'D′': 'The other way' })[role] ?? '',
  notDoing: 'We are not doing this',

  name: (kind: string, title: string): string => `${kind}: ${title}${/[.!?…]$/u.test(title) ? '' : '.'}`,
  nameOf: (state: string, yes: number, all: number): string => `${state}, ${yes} of ${all} confirmed.`,
  nameState: (state: string): string => `${state}.`,
  carried: (rests: number, carries: number): string => [rests > 0 ? `Rests on ${rests}` : '', carries > 0 ? `${rests > 0 ? 'carries' : 'Carries'} ${carries}` : ''].filter((part) => part !== '').join(', '),
  notHeard: (teams: readonly string[]): string => `Not yet heard: ${listOf(teams)}.`,

  reasons: {
    notYet: 'Not confirmed yet.',
    disputed: 'Disputed.',
    confirmed: 'Confirmed.',
    refuted: 'Refuted.',
    retired: 'Retired: no longer relevant.',
    waiting: (whom: readonly string[]): string => `Waiting for ${listOf(whom)}.`,
    /** The writers cannot confirm their own words; nobody is named where nobody is known. */
    waitingForOther: (teams: readonly string[], writers: readonly string[]): string => {
      const other = writers.length === 0 ? 'someone who did not write it' : `someone other than ${choiceOf(writers)}`
      return `Waiting for ${teams.length === 0 ? other : `${listOf(teams)} and for ${other}`}.`
    },
    needsEvidence: 'Needs evidence that is more than an opinion.',
    earlier: (who: readonly string[]): string => `${listOf(who)} confirmed an earlier wording.`,
    earlierNo: (who: readonly string[]): string => `${listOf(who)} disputed an earlier wording.`,
    earlierUnsure: (who: readonly string[]): string => `${listOf(who)} ${who.length === 1 ? 'was' : 'were'} unsure about an earlier wording.`,
    expired: (who: readonly string[]): string => `${listOf(who)} confirmed it too long ago.`,
    clock: (who: readonly string[]): string => `${listOf(who)} confirmed it with a date that cannot be right, so it does not count.`,
    unsure: (who: readonly string[]): string => `${listOf(who)} ${who.length === 1 ? 'is' : 'are'} unsure.`,
    no: (who: string, team: string, reason: string): string => `${who}${team === '' ? '' : ` (${team})`} says no: “${reason}”`,
    noReason: (who: string, team: string): string => `${who}${team === '' ? '' : ` (${team})`} says no and gave no reason.`,
    personOf: (person: string, team: string): string => (team === '' ? person : `${person} (${team})`),
  },
})

/** What a group of kinds of links is about. */
export const linkGroupWords = translated('cards.linkGroupWords', {
  ground: 'What it stands on',
  aim: 'Goals and risks',
  reason: 'Reasons and evidence',
  decision: 'Decisions and trades',
  subject: 'Same subject',
})

/** What a dependency between two teams is, in one word. */
export const lineWords = translated('cards.lineWords', {
  void: '', removed: 'Removed', removed_acked: 'Removed, known', internal: 'One team', declined: 'Declined', problem: 'Problem', changed: 'Changed',
  need_changed: 'Need changed', requested: 'Requested', unclear: 'Unclear', unseen: 'Not seen', soft: 'Will try', in_step: 'In step',
} satisfies Record<DependencyState, string>)

/** What a trade is worth to its partner, or what it lacks, in a word or two. */
export const tradeVerdicts = translated('cards.tradeVerdicts', {
  no_partner: 'No partner', no_give: 'Nothing given', currency_unknown: 'Currency unknown', not_in_their_currency: 'Not their currency', in_their_currency: 'In their currency',
} satisfies Record<TradeWord, string>)
