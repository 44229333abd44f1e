// Direction: which of the five slots of a goal say something. "Not doing" may be a linked non-goal.
import type { BoardIndex } from './board-index.ts'
import { isActive } from './dependants.ts'
import type { DirectionJudgement } from './judgements.ts'
import { words } from './statement.ts'

export function directionOf(index: BoardIndex, cardId: string): DirectionJudgement {
  const card = index.state.cards.get(cardId)
  const fields = card?.fields ?? {}
  const excluded = (): boolean => index.linksTo(cardId).some((link) => {
    const from = link.type === 'excluded_from' ? index.state.cards.get(link.from) : undefined
    return isActive(from) && from.kind === 'non_goal'
  })
  const slots = {
    what: words(card?.title) !== '',
    who: words(fields.forWhom) !== '',
    measure: words(fields.criterion) !== '',
    not: words(fields.notDoing) !== '' || excluded(),
    why: words(fields.why) !== '',
  }
  const names = Object.keys(slots) as (keyof typeof slots)[]
  return { filled: names.filter((name) => slots[name]).length, missing: names.filter((name) => !slots[name]) }
}
