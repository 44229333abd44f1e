// Every sentence that the panels of a board say. Plain, short, second person, present tense; says who and what.
import type { EvidenceKind, LinkType, Verdict } from '../../shared/board/records.ts'
import type { Right } from '../../shared/protocol/rights.ts'
import type { Seat } from '../../shared/rules/judgements.ts'
import type { Look } from '../ui/looks.ts'
import { listOf } from '../language/lists.ts'
import { translated } from '../language/translated.ts'

const LOOKS: Readonly<Record<Look, string>> = {
  unconfirmed: 'unconfirmed', stale: 'needs re-confirming', disputed: 'disputed', refuted: 'refuted', confirmed: 'confirmed', retired: 'retired',
}

const YOURS: Readonly<Record<Verdict, string>> = { confirm: 'You confirmed this', refute: 'You dispute this', unsure: 'You are unsure', withdraw: 'You withdrew your answer' }

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}

export const inspectorWords = translated('panels.inspectorWords', {
  label: (kind: string) => `${kind} details`,
  copyLink: 'Copy link to this card',
  copied: 'Link copied',
  copyFailed: 'The browser did not allow copying. The link is in the address bar.',
  more: 'More',
  close: 'Close details',
  raise: 'Show more of the details',
  lower: 'Show less of the details',
  delete: 'Delete card',
  retire: 'Retire: no longer relevant',
  unretire: 'Bring back from retirement',
  statement: 'Statement',
  body: 'More words',
  bodyPlaceholder: 'Add what makes it precise',
  titlePlaceholder: 'Say it in one sentence',
  changesMeaning: 'Any change of words asks everyone again',
  gone: 'This card has been deleted. What you were writing here is kept until you leave.',
  restore: 'Bring it back',
  restOnIt: (n: number) => (n === 1 ? 'rests on it' : 'rest on it'),
  loadBearing: 'Load-bearing: it needs evidence, not only opinions.',
  untitled: 'Nothing written yet',
  pausing: (n: number) => `${count(n, 'confirmation pauses', 'confirmations pause')} when these words change.`,
})

export const answerWords = translated('panels.answerWords', {
  label: 'Your answer',
  depends: (team: string) => `${team} depends on this.`,
  teamConfirmed: (team: string) => `${team} has confirmed this.`,
  question: 'Is it true, as far as you know?',
  noSeat: (team: string) => `${team} is not asked here. You can still answer; a dispute has full weight.`,
  author: 'You wrote these words, so somebody else has to confirm them too.',
  needsEvidence: 'Load-bearing: one confirmation needs evidence that is not an opinion.',
  confirm: 'Confirm',
  confirmAgain: 'Confirm again',
  /** After Confirm; left out where there is no room, because the line above names the team. */
  forTeam: (team: string) => ` for ${team}`,
  dispute: 'Dispute',
  unsure: 'Unsure',
  withdraw: 'Withdraw',
  addEvidence: 'Add evidence',
  cancel: 'Cancel',
  reasonFor: {
    confirm: 'In your own words (can stay empty)', refute: 'What do you know that makes it false?', unsure: 'What makes you unsure? (can stay empty)',
  } as Readonly<Record<Exclude<Verdict, 'withdraw'>, string>>,
  reasonAsked: 'Say why, so that the others can act on it. Nobody can weigh a dispute without a reason.',
  noReason: 'Dispute without a reason',
  yours: YOURS,
  yourAnswer: (verdict: Verdict, team: string, when: string) => `${YOURS[verdict]} for ${team}, ${when}.`,
  earlierWording: 'You answered an earlier wording. This is what has changed since:',
  expired: 'Your confirmation is out of date.',
  newSince: 'New since you confirmed:',
  watch: (signpost: string) => `Watch for: ${signpost}`,
  changesAnswer: 'Does this change your answer?',
  changedMeanwhile: 'The words changed while you answered. Your answer is kept for the words you saw. What has changed:',
  guest: 'You are a guest on this board: guests add context, members answer.',
  reader: 'You can look, not change.',
  noTeam: 'Choose your team first; an answer is given for a team.',
  chooseTeam: 'Choose your team',
  undo: 'Undo',
  failed: (sentence: string) => `Your answer was not stored. ${sentence}`,
  takenBack: 'Taken back',
  sending: 'Sending',
  retired: 'This assumption is retired: no longer relevant. Nobody is asked.',
  changedWhileWriting: 'The words changed while you were writing. You answer these:',
  waiting: (verdict: Verdict, team: string) => `${YOURS[verdict]} for ${team}.`,
  waitingWhy: 'It waits here to be sent, for the wording you saw.',
  waitingRefused: (sentence: string) => `The server did not take it, it is kept here. ${sentence}`,
  waitingWording: 'The words are others now:',
  dropWaiting: 'Do not send it',
})

export const evidenceWords = translated('panels.evidenceWords', {
  title: 'Evidence',
  add: 'Add to the evidence',
  none: 'None yet. A test, a number or a document says more than an opinion.',
  kind: 'Kind of evidence',
  note: 'What does it show?',
  url: 'Link (can stay empty)',
  badUrl: 'A link starts with https:// or http://',
  noteMissing: 'Say in a few words what it shows.',
  kinds: {
    test: 'Test', data: 'Data', observation: 'Observation', document: 'Document', commitment: 'Commitment', expert: 'Expert', opinion: 'Opinion',
  } satisfies Record<EvidenceKind, string>,
  opinionHint: 'An opinion is heard, but does not carry a load-bearing assumption.',
  supports: 'Supports',
  weakens: 'Weakens',
  earlier: 'earlier wording',
})

export const seatWords = translated('panels.seatWords', {
  title: 'Who depends on this',
  none: 'Nobody yet. Ask a team, or draw a link from what rests on it.',
  said: {
    confirmed: 'Confirmed', refuted: 'Disputes', unsure: 'Unsure', expired: 'Out of date', earlier_text: 'Confirmed earlier words', not_heard: 'Not yet heard',
  } satisfies Record<Seat, string>,
  answeredEarlier: 'Answered earlier words',
  youCanAnswer: (team: string) => `You can answer for ${team}`,
  asked: (when: string) => `Asked ${when}. Silence is not a yes.`,
  notAsked: 'Not asked yet',
  by: (who: string, when: string) => (when === '' ? who : `${who}, ${when}`),
  /** Where several people of one team answered. */
  who: { confirm: (who: string) => `${who} confirms`, refute: (who: string) => `${who} disputes`, unsure: (who: string) => `${who} is unsure`, withdraw: (who: string) => who } satisfies Record<Verdict, (who: string) => string>,
  ask: 'Ask',
  askAgain: 'Ask again',
  askTeam: (team: string) => `Ask ${team}`,
  askTeamAgain: (team: string) => `Ask again: ${team}`,
  addTeam: 'Ask another team',
  allAsked: 'Every team is asked already',
  relieve: (team: string) => `Do not ask ${team} any more`,
  because: (titles: readonly string[]) => `Because of ${listOf(titles.map((title) => `“${title}”`))}`,
  failed: (sentence: string) => `Nobody was asked. ${sentence}`,
  others: 'Also heard',
  noReason: 'No reason given',
  changed: 'What has changed since',
  unknownPerson: 'Somebody who left',
  silentSince: (when: string) => (when === '' ? 'Not heard since the words changed.' : `Not heard since the words changed, ${when}.`),
  /** "Priya Raman, 30 Jan · Evidence: Data" */
  withEvidence: (by: string, kind: string) => `${by} · Evidence: ${kind}`,
})

export const fieldWords = translated('panels.fieldWords', {
  title: 'Facts',
  empty: 'Empty',
  nobody: 'Nobody',
  noTeam: 'No team',
  noCard: 'No card',
  unknownTeam: (id: string) => `Unknown team (${id})`,
  unknownPerson: (id: string) => `Unknown person (${id})`,
  yes: 'Yes',
  no: 'No',
  outOfRange: (min: number, max: number) => `A whole number from ${min} to ${max}.`,
  moreFields: 'More facts',
  none: 'Nothing to fill in.',
  strange: 'Also kept with this card:',
  tooLong: (most: number, now: number) => `${most} characters at most; these are ${now}. Nothing is changed yet.`,
  addTeam: (label: string) => `Add a team: ${label}`,
  removeTeam: (team: string) => `Take out ${team}`,
  everyTeam: 'Every team is in it',
  stepNumber: (n: number) => `Step ${n}`,
  stepName: (n: number) => `Name of step ${n}`,
  addStep: 'Add a step',
  removeStep: (name: string) => `Remove the step “${name}”`,
  addCondition: (step: string) => `Add what “${step}” needs`,
  addConditionShort: 'Add what it needs…',
  removeCondition: (title: string) => `Not needed: ${title}`,
  goneCard: 'A card that is gone',
  condition: (type: string, most: number | undefined) => ({ confirmed: 'Confirmed', decided: 'Decided', in_step: 'In step', answered: 'Answered', direction: 'All five said', exposure_max: most === undefined ? 'Exposure' : `Exposure ${most} at most` })[type] ?? type,
  label: {
    forWhom: 'For whom', criterion: 'Measured by', notDoing: 'Not doing', why: 'Why', askTeams: 'Asked teams', tiers: 'Steps', horizon: 'Horizon', level: 'Level', northStar: 'North star',
    shared: 'Shared by all teams', signpost: 'Watch for', reviewBy: 'Review by', team: 'Team', owner: 'Kept by', due: 'Due', importance: 'Importance',
    quorum: 'Who must confirm', validDays: 'Holds for, days', likelihood: 'Likelihood', impact: 'Impact', materialised: 'It has happened', accepted: 'Accepted',
    decider: 'Decided by', mode: 'How', rationale: 'Reasons', asks: 'Asks', answer: 'Answer', done: 'Done', what: 'What', strategy: 'Strategy',
    workaroundFor: 'Workaround for', removeBy: 'Remove by', definition: 'Definition', counts: 'Counts', lens: 'Seen as', give: 'We give',
    giveMetric: 'In their measure', get: 'We get', toTeam: 'With team', appliesWhen: 'Applies when', notWhen: 'Not when', sign: 'Sign of', role: 'Role', notes: 'Notes',
  } as Readonly<Record<string, string>>,
  /** Labels that differ for one kind. */
  labelOf: { 'assumption.criterion': 'How to tell', 'metric.shared': 'Shared by teams' } as Readonly<Record<string, string>>,
  hint: {
    notes: 'Notes never ask anyone again.',
    criterion: 'Part of the statement: a change asks everyone again.',
  } as Readonly<Record<string, string>>,
  choice: {
    'importance.': 'Normal', 'importance.high': 'High: always needs evidence', 'quorum.': 'As the board says', 'quorum.all': 'Every team asked',
    'quorum.majority': 'More than half of the teams', 'mode.': 'Together', 'mode.directive': 'One person decides', 'asks.': 'Not said', 'asks.what': 'What', 'asks.why': 'Why',
    'asks.who': 'Who', 'asks.how': 'How', 'asks.when': 'When', 'counts.': 'Not said', 'counts.output': 'Output', 'counts.outcome': 'Outcome',
    'what.': 'Not said', 'what.resource': 'Resource', 'what.data': 'Data', 'what.approval': 'Approval', 'what.decision': 'Decision', 'what.interface': 'Interface',
    'strategy.': 'Neither', 'strategy.shape': 'Make it come true', 'strategy.hedge': 'Prepare for it being false',
  } as Readonly<Record<string, string>>,
  scale: ['', 'very low', 'low', 'medium', 'high', 'very high'] as readonly string[],
})

export const slotWords = translated('panels.slotWords', {
  title: 'Direction',
  of: (said: number, all: number) => `${said} of ${all} said`,
  all: 'All five are said.',
  label: { what: 'What', who: 'For whom', measure: 'Measured by', not: 'Not doing', why: 'Why' },
  question: {
    who: 'Who is better off when it is reached?', measure: 'How will you all see that it is reached?', not: 'What do you leave for it?', why: 'Why this, and why now?',
  },
  editWhat: (title: string) => `What: ${title}. Edit the words`,
  excluded: (titles: string) => `Also not: ${titles}`,
})

export const linkWords = translated('panels.linkWords', {
  restsOn: 'What it rests on',
  restsOnIt: 'What rests on it',
  others: 'Other links',
  add: 'Add a link',
  type: 'Kind of link',
  card: 'To which card?',
  search: 'Type a few letters of it',
  noMatch: 'No card has these letters',
  cancel: 'Cancel',
  state: (look: Look) => LOOKS[look],
  remove: (title: string) => `Remove the link to ${title}`,
  added: 'Link added',
  undo: 'Undo',
  removedCard: 'Deleted card',
  further: 'And one step away',
  noFoundation: 'It rests on nothing',
  nothingOnIt: 'Nothing rests on it',
  /** Said from the card at the `from` end, then from the card at the `to` end. */
  out: {
    rests_on: 'Rests on', depends_on: 'Needs', if_false: 'If false, then', threatens: 'Threatens', serves: 'Serves', mitigates: 'Makes milder', settles: 'Settles',
    about: 'Is about', because: 'Because of', conflicts_with: 'Conflicts with', needed_for: 'Is needed for', tests: 'Tests', pays_for: 'Pays for', echoes: 'Echoes',
    evidence_for: 'Is evidence for', evidence_against: 'Is evidence against', under_arrow: 'Explains', excluded_from: 'Is excluded from', worsens: 'Makes worse',
  } satisfies Record<LinkType, string>,
  back: {
    rests_on: 'Carries', depends_on: 'Is needed by', if_false: 'Follows if this is false', threatens: 'Is threatened by', serves: 'Is served by', mitigates: 'Made milder by',
    settles: 'Is settled by', about: 'Has about it', because: 'Is the reason for', conflicts_with: 'Conflicts with', needed_for: 'Needs', tests: 'Is tested by', pays_for: 'Is paid by',
    echoes: 'Is echoed by', evidence_for: 'Is supported by', evidence_against: 'Is weakened by', under_arrow: 'Is explained by', excluded_from: 'Excludes', worsens: 'Made worse by',
  } satisfies Record<LinkType, string>,
})

/** Of a list that takes a new card or one that stands already. */
export const adderWords = translated('panels.adderWords', {
  placeholder: 'Write it, or a few letters of a card',
  create: (kind: string, title: string) => `New ${kind.toLowerCase()}: ${title}`,
})

export const historyWords = translated('panels.historyWords', {
  title: 'History',
  wrote: (who: string) => [who, 'wrote this'] as const,
  edited: (who: string) => [who, 'changed the words last'] as const,
  answered: {
    confirm: (who: string, team: string) => [who, `confirmed for ${team}`] as const,
    refute: (who: string, team: string) => [who, `disputed for ${team}`] as const,
    unsure: (who: string, team: string) => [who, `was unsure for ${team}`] as const,
    withdraw: (who: string) => [who, 'withdrew the answer'] as const,
  } satisfies Record<Verdict, (who: string, team: string) => readonly [string, string]>,
  asked: (who: string, team: string) => [who, `asked ${team}`] as const,
  onEarlier: 'On earlier words',
  paused: (n: number) => `${count(n, 'confirmation pauses', 'confirmations pause')}.`,
  askedOnce: (who: string, team: string) => [who, `asked ${team}, who is not asked any more`] as const,
  noTeam: 'no team',
  showAll: (n: number) => `Show ${n} earlier`,
  unknown: 'Somebody',
})

export const standingWords = translated('panels.standingWords', {
  sound: 'Everything it rests on is confirmed.',
  unexamined: 'Nothing examined: no assumption is written down under this. There are always some.',
  missing: { what: 'what', who: 'for whom', measure: 'how it is measured', not: 'what you are not doing', why: 'why' },
  missingList: (slots: readonly string[]) => `Not said yet: ${listOf(slots)}.`,
})

export const shareWords = translated('panels.shareWords', {
  title: 'Share this board',
  intro: 'Whoever has a link has its right. Give each group the smallest that is enough.',
  right: {
    embed: 'Embed', view: 'Look', contribute: 'Add context', edit: 'Edit and answer', own: 'Own',
  } satisfies Record<Right, string>,
  allows: {
    embed: 'Shows the board inside another page. No people, no comments.',
    view: 'Reads the board. Changes nothing and gives no name.',
    contribute: 'Reads, and adds context and comments as a guest. Answers do not count.',
    edit: 'Changes the board, and answers for a team.',
    own: 'Everything: also links, roles, removing people and deleting the board.',
  } satisfies Record<Right, string>,
  make: 'Make a link',
  makeRight: 'What it allows',
  makeName: 'For whom? (a name for this list)',
  namePlaceholder: 'For example: Sales team',
  once: 'Copy it now: it is shown this once. Tacit keeps only a fingerprint of it.',
  copy: 'Copy',
  copiedShort: 'Copied',
  copyOne: (right: string) => `Copy the link: ${right}`,
  copyFailed: 'The browser did not allow copying. Select the link and copy it by hand.',
  revoke: 'Revoke',
  revokeOne: (name: string) => `Revoke ${name}`,
  confirmRevoke: (name: string) => `Revoke “${name}”? Whoever came by it loses the board at once, and the link cannot be brought back.`,
  keep: 'Keep it',
  links: 'Links of this board',
  first: {
    embed: 'Embed link made with the board', view: 'Link to look made with the board', contribute: 'Link to add context made with the board', edit: 'Edit link made with the board', own: 'Owner link made with the board',
  } satisfies Record<Right, string>,
  unnamed: {
    embed: 'Embed link without a name', view: 'Link to look without a name', contribute: 'Link to add context without a name', edit: 'Edit link without a name', own: 'Owner link without a name',
  } satisfies Record<Right, string>,
  made: (when: string) => `made ${when}`,
  isRevoked: 'revoked',
  ownersOnly: 'Owners make links. Ask one of them, or pass on the link that you came by.',
  owners: (names: readonly string[]) => `Owners: ${listOf(names)}`,
  failed: (sentence: string) => `The links could not be read. ${sentence}`,
  notMade: (sentence: string) => `No link was made. ${sentence}`,
  notRevoked: (sentence: string) => `The link still works. ${sentence}`,
  again: 'Try again',
  loading: 'Reading the links',
  fresh: 'Your board has four links. They are shown this once: copy what you need, above all the one that owns the board.',
  url: (right: string) => `Link: ${right}`,
})
