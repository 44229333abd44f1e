// Every sentence about risks.
import { translated } from '../../language/translated.ts'
import type { AssumptionState, Band } from '../../../shared/rules/judgements.ts'
import type { RiskAnswer } from '../../commands/plan/risks.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const riskWords = translated('risks.riskWords', {
  band: { unrated: 'not rated', low: 'low', medium: 'medium', high: 'high', critical: 'critical' } satisfies Record<Band, string>,
  exposure: (exposure: number, band: string): string => `Exposure ${exposure}, ${band}`,
  unrated: 'Not rated',
  likelihood: 'Likelihood',
  impact: 'Impact',
  likelihoods: ['very unlikely', 'unlikely', 'possible', 'likely', 'almost certain'] as readonly string[],
  impacts: ['hardly felt', 'a nuisance', 'hurts', 'severe', 'ends it'] as readonly string[],
  step: (value: number, word: string): string => `${value}: ${word}`,
  of: (value: number, word: string): string => `${value} · ${word}`,
  clear: (label: string): string => `${label}: not rated`,
  notSaid: 'Not rated',
  raisedTo: (value: number): string => `Counts as ${value}`,

  and: ' and ',
  comma: ', ',
  quoted: (title: string): string => `“${title}”`,
  clause: {
    absent: ' is gone', retired: ' is retired', contested: ' is disputed', refuted: ' is refuted', confirmed: ' is confirmed', expired: ' was confirmed too long ago',
    reopened: ' was reworded since it was confirmed', partly: ' is not confirmed', unconfirmed: ' is not confirmed',
  } satisfies Record<AssumptionState, string>,
  raised: (from: number, to: number): string => `Raised from ${from} to ${to} because `,
  raisedLikelihood: (from: number, to: number): string => `Likelihood raised from ${from} to ${to} because `,
  supplied: (likelihood: number): string => `Nobody has estimated the likelihood: it counts as ${likelihood} because `,
  notRated: 'Nobody has rated it yet.',
  noImpact: 'Nobody has said how bad it would be: it has no exposure yet.',
  noLikelihood: 'Nobody has said how likely it is: it has no exposure yet.',
  noPremise: 'As people estimate it. No assumption is written down under it; there are always some.',
  allConfirmed: 'As people estimate it. What it hangs on is confirmed.',
  highEnough: 'As people estimate it: high enough for the doubt in what it hangs on.',

  status: { open: 'Open', mitigating: 'Being mitigated', mitigated: 'Mitigated', accepted: 'Accepted', triggered: 'Triggered', materialised: 'It has happened' } as Readonly<Record<string, string>>,
  statusMeans: {
    open: 'Nobody does anything about it yet.', mitigating: 'Work that makes it milder is under way.', mitigated: 'All work that makes it milder is done.',
    accepted: 'You live with it.', triggered: 'What it hangs on has fallen.', materialised: 'It is no risk any more, it is a fact.',
  } as Readonly<Record<string, string>>,
})

export const riskPanelWords = translated('risks.riskPanelWords', {
  label: 'Exposure',
  premises: 'What it hangs on',
  premisesHint: 'If one of these is not so, the risk comes.',
  noPremises: 'Nothing is written down that it hangs on.',
  addPremise: 'Add what it hangs on',
  premise: 'Which assumption?',
  watch: (signpost: string): string => `Watch for: ${signpost}`,
  answers: 'What you do about it',
  group: { mitigate: 'Mitigations', hedge: 'Hedges', shape: 'Shaping actions' } satisfies Record<RiskAnswer, string>,
  meaning: { mitigate: 'make it less likely or less bad', hedge: 'a way back if it comes', shape: 'work that makes what it hangs on come true' } satisfies Record<RiskAnswer, string>,
  add: { mitigate: 'Add a mitigation', hedge: 'Add a hedge', shape: 'Add a shaping action' } satisfies Record<RiskAnswer, string>,
  which: { mitigate: 'What makes it milder?', hedge: 'What is the way back?', shape: 'What makes it come true?' } satisfies Record<RiskAnswer, string>,
  noAnswers: 'Nobody does anything about it yet.',
  onPremise: 'through what it hangs on',
  unlink: (title: string): string => `Not for this risk: ${title}`,
  undo: 'Undo',
  state: 'What has become of it',
  acceptedBy: (who: string, until: string): string => `Accepted. ${who === '' ? 'Nobody answers for it' : `${who} answers for it`}${until === '' ? ', and no day is set to look again.' : `, until ${until}.`}`,
  lookAgain: (day: string): string => `That day was ${day}: look again whether you still accept it.`,
  accept: 'Accept it',
  acceptMeans: 'We live with it; somebody keeps an eye on it until a day.',
  stopAccepting: 'Do not accept it any more',
  who: 'Who answers for it',
  nobody: 'Nobody yet',
  until: 'Until',
  save: 'Accept it',
  cancel: 'Cancel',
  happen: 'It has happened',
  happenMeans: 'It is no risk any more, it is a fact.',
  notHappen: 'It has not happened after all',
})

export const riskViewWords = translated('risks.riskViewWords', {
  none: 'No risk is written down. If nothing can go wrong, nobody has looked yet.',
  matrix: 'Likelihood and impact',
  caption: 'Risks by likelihood, upwards, and impact, to the right',
  hint: 'Each risk stands where the rules put it: never lower than people estimate it, higher when it hangs on something that is not confirmed. An empty dashed place is where people put it.',
  moveHint: 'Shift and an arrow key move the risk that has the focus.',
  from: (estimate: number): string => `was ${estimate}`,
  mark: (at: number, title: string, exposure: string): string => `${at}, ${title}. ${exposure}.`,
  markRaised: (at: number, title: string, exposure: string, from: number, to: number): string => `${at}, ${title}. ${exposure}. Likelihood raised from ${from} to ${to}.`,
  markSupplied: (at: number, title: string, exposure: string, to: number): string => `${at}, ${title}. ${exposure}. Likelihood not estimated, counts as ${to}.`,
  more: (n: number): string => `+${n}`,
  moreLabel: (n: number, row: string, column: string): string => `${n} more: likelihood ${row}, impact ${column}`,
  fewer: 'Fewer',
  unrated: (n: number): string => `${count(n, 'risk is', 'risks are')} not on it: ${n === 1 ? 'its' : 'their'} likelihood or impact is not rated.`,
  list: 'By exposure',
  score: (likelihood: number | string, impact: number | string): string => `${likelihood} × ${impact}`,
  unknown: '?',
  answered: (n: number, done: number): string => (n === 0 ? 'Nobody does anything about it yet.' : `${count(n, 'answer', 'answers')}${done === 0 ? ' under way' : `, ${done} done`}.`),
  fieldOf: (label: string, title: string): string => `${label}: ${title}`,
  stays: (at: number): string => `It stays at ${at}: what it hangs on is not confirmed.`,
})
