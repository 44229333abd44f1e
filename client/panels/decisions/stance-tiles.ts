// Where each asked team stands on a decision or a proposal, as tiles for a row of the ledger. In proportion to the people
// who took a stance: their records are not looked at.
import { STANCES, type Stance } from '../../../shared/rules/judgements.ts'
import { CAUTION } from '../../../shared/rules/decision.ts'
import type { FaceTile } from '../../cards/face.ts'
import type { CardView } from '../../cards/view.ts'
import { byName } from '../../language/lists.ts'
import { teamCodes } from '../../ui/names.ts'
import { teamOf } from '../heard.ts'
import { roundWords } from './words.ts'

/** A row has no room for words: who carries what they would not do is neither for nor against. */
const LOOK: Readonly<Record<Stance, FaceTile['stance']>> = { agree: 'yes', concerns: 'yes', disagree_commit: 'unsure', block: 'no', pass: 'yes' }

/** `said`: where the team stands, in words. */
export interface StanceTile extends FaceTile { readonly said: string }

export function stanceTiles({ card, board, judgements }: CardView): readonly StanceTile[] {
  const { tally, notHeard, heardOnEarlierText } = judgements.decision(card.id)
  const stands = new Map<string, Stance>()
  for (const stance of STANCES) {
    for (const person of tally[stance]) {
      const team = board.people.get(person)?.team ?? ''
      const before = stands.get(team)
      if (before === undefined || CAUTION[stance] > CAUTION[before]) stands.set(team, stance)
    }
  }
  const codes = teamCodes(board.teams)
  return judgements.requiredTeams(card.id).map((id): StanceTile => {
    const stance = heardOnEarlierText.includes(id) ? 'earlier' : notHeard.includes(id) ? 'quiet' : (stands.get(id) ?? 'quiet')
    const look = stance === 'earlier' ? 'was' : stance === 'quiet' ? 'quiet' : LOOK[stance]
    const { name } = teamOf(board, id)
    return { team: id, code: codes.get(id) ?? name.slice(0, 2), name, stance: look, said: roundWords.tile(name, roundWords.said[stance]) }
  }).sort((a, b) => byName(a.name, b.name))
}
