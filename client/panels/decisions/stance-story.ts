// What happened with a decision or a proposal, the latest first: every stance that anybody ever took, with its reason,
// among who wrote it, who changed its words and who asked whom. Nothing that was said goes missing. Pure.
import { STANCES } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import type { CardView } from '../../cards/view.ts'
import { toldOf, type StoryItem } from '../story.ts'
import { stancesOnCard } from './stances.ts'
import { stanceHistoryWords as words } from './words.ts'

type Said = Extract<StoryItem, { readonly kind: 'said' }>

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function stanceStory({ card, board, judgements }: CardView): readonly StoryItem[] {
  const statement = statementOf(card)
  const said = [...board.records.stances.values()].flatMap((record): readonly Said[] => {
    const stance = STANCES.find((known) => known === record['stance'])
    if (record['card'] !== card.id || stance === undefined) return []
    const { id, person, team, basis, reason, at } = record
    return [{ kind: 'said', id, person: textOf(person), team: textOf(team), say: words.took[stance], basis: textOf(basis), reason: textOf(reason), current: basis === statement, at: typeof at === 'string' ? at : undefined }]
  })
  const lapsed = stancesOnCard(board, judgements, card).all.filter(({ current }) => !current).length
  const was = said.filter(({ current }) => !current).sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))[0]?.basis
  return toldOf(board, judgements, card, said, { was, paused: was === undefined ? 0 : lapsed, pausedSaid: words.lapsed(lapsed) })
}
