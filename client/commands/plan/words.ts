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
