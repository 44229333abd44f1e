// What the board answers to commands on risks and goals.
import { translated } from '../../language/translated.ts'

export const planWords = translated('plan.planWords', {
  readOnly: 'You can look, not change.',
  rated: (likelihood: number | undefined, impact: number | undefined): string => `Likelihood ${likelihood ?? 'not rated'}, impact ${impact ?? 'not rated'}`,
  accepted: 'Risk accepted',
  notAccepted: 'Risk not accepted any more',
  happened: 'It has happened',
  notHappened: 'It has not happened',
  answered: {
    mitigate: (work: string, risk: string): string => `${work} makes ${risk} milder`,
    hedge: (work: string, risk: string): string => `${work} prepares for ${risk}`,
    shape: (work: string, risk: string): string => `${work} works against ${risk}`,
  },
  answersAlready: 'It answers this risk already',
  premise: (premise: string, risk: string): string => `${risk} hangs on ${premise}`,
  northStar: (title: string): string => `${title} is the north star`,
  noNorthStar: 'No north star any more',
  labels: {
    rating: 'rating a risk', accepting: 'accepting a risk', happened: 'saying that a risk happened', premise: 'what a risk hangs on', northStar: 'north star',
    answer: { mitigate: 'new mitigation', hedge: 'new hedge', shape: 'new shaping action' },
  },
})

/** What is said when something that turned a mark off is put back. */
export const putBackWords = translated('plan.putBackWords', {
  label: 'what turned a mark off',
  done: 'Put back as it was',
  doneOn: (title: string): string => `Put back as it was: ${title}`,
  already: 'It is as it was already',
  movedOn: 'Others have changed it since: nothing was put back',
})

/** What is said when somebody asks why, or what must be true. */
export const askingWords = translated('plan.askingWords', {
  why: (title: string): string => `Why ${title}? Write the reason`,
  premise: (title: string): string => `${title} rests on a new assumption. Write what must be true`,
  noPremise: 'What must be true is asked of a goal, a decision, a proposal, a commitment, an action or a risk',
  noWhy: 'Choose one card first',
  labels: { why: 'new reason', premise: 'new assumption' },
})
