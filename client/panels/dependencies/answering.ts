// Sends the answer that a form gave for one side of a dependency, says how it went, and finds what waits to be sent.
import { acknowledge } from '../../commands/say/saying.ts'
import type { AckSide } from '../../../shared/rules/contract.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../../ui/announce.ts'
import type { AckGiven, TacitLineAnswer, WaitingAck } from './line-answer.ts'
import { answerWords } from './words.ts'

export function waitingAck(session: Session, linkId: string, side: AckSide): WaitingAck | undefined {
  return session.outbox.value.findLast((one): one is WaitingAck => one.root === 'acks' && one.link === linkId && one.side === side && one.person === session.me.value?.id)
}

/** The form that told it keeps what was written until it is stored. */
export async function answerLine(session: Session, linkId: string, event: CustomEvent<AckGiven>): Promise<void> {
  event.stopPropagation()
  const form = event.target as TacitLineAnswer
  const { basis, ...given } = event.detail
  try {
    const { said } = await acknowledge(session, linkId, given, basis)
    form.settle('')
    announce(said)
  } catch (error) {
    form.settle(answerWords.failed(error instanceof Error ? error.message : ''))
  }
}
