// What the board answers to what people say in their own name, beyond answers.
import { translated } from '../../language/translated.ts'
import type { ConsumerResponse, ProviderResponse, Reply } from '../../../shared/protocol/said.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'

export const sayWords = translated('say.sayWords', {
  stance: {
    agree: (team: string): string => `Agreed for ${team}`,
    concerns: (team: string): string => `Agreed for ${team}, with concerns`,
    disagree_commit: (team: string): string => `Not agreed, and carried by ${team}`,
    block: (team: string): string => `Blocked for ${team}`,
    pass: (team: string): string => `Passed for ${team}`,
  } satisfies Record<Stance, (team: string) => string>,
  acked: {
    ok: (team: string): string => `${team} is fine with it`,
    adapting: (team: string): string => `${team} adapts`,
    problem: (team: string): string => `${team} has a problem with it`,
    yes: (team: string): string => `${team} says yes`,
    will_try: (team: string): string => `${team} will try`,
    no: (team: string): string => `${team} says no`,
    unclear: (team: string): string => `It is not clear to ${team} yet`,
  } satisfies Record<ConsumerResponse | ProviderResponse, (team: string) => string>,
  noted: 'Your note goes with the change',
  perceived: (team: string): string => `Said about ${team}`,
  perceptionGone: (team: string): string => `No longer said about ${team}`,
  replied: { right: 'You say: right', partly: 'You say: partly right', wrong: 'You say: wrong' } satisfies Record<Reply, string>,
  baseline: (cards: number): string => `Where the board stands is kept: ${cards} ${cards === 1 ? 'card' : 'cards'}`,
  noBaseline: 'Owners and facilitators take a baseline.',
  waits: 'It waits here to be sent.',
  overtaken: 'The words have changed meanwhile. It stands for the words you saw.',
  gone: 'This is no longer on the board.',
})
