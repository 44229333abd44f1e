// What a card is called by people who listen: kind, statement, state and weight in one name; who has not been heard and
// what it hangs on in the description.
import { doubtOf, raisedOf } from './doubt.ts'
import { KINDS } from './kinds.ts'
import { shownTitle } from './size.ts'
import { linksFrom, teamName, type CardView } from './view.ts'
import { words } from './words.ts'

function stateName(view: CardView): string {
  const { card, judgements } = view
  const judgement = judgements.assumption(card.id)
  const seats = Object.values(judgement.seats)
  const state = words.state(judgement.state)
  if (seats.length === 0 || judgement.state === 'retired') return words.nameState(state)
  return words.nameOf(state, seats.filter((seat) => seat === 'confirmed').length, seats.length)
}

/** "Assumption: Sales will stop quoting seat prices on 1 March. Unconfirmed, 1 of 4 confirmed. Load-bearing: 5 rest on it." */
export function accessibleName(view: CardView): string {
  const { card, judgements } = view
  const parts = [words.name(KINDS[card.kind].label, shownTitle(card))]
  if (card.kind === 'assumption') {
    parts.push(stateName(view))
    if (!card.retired && judgements.loadBearing(card.id)) parts.push(`${words.carries(judgements.carries(card.id).length)}.`)
  } else {
    if (card.retired) parts.push(words.nameState(words.state('retired')))
    else if (card.kind === 'decision' || card.kind === 'proposal') parts.push(words.nameState(words.status(judgements.decision(card.id).state)))
    if (card.kind === 'goal' && card.fields['northStar'] === true) parts.push(words.nameState(words.northStar))
    const raised = raisedOf(view)
    if (raised !== undefined) parts.push(`${raised.said}.`)
    const doubt = card.retired ? undefined : doubtOf(view)
    if (doubt !== undefined) parts.push(`${doubt.said}.`)
  }
  return parts.join(' ')
}

/** How many cards one rests on or depends on. */
export function restsOn(view: CardView): number {
  return linksFrom(view, view.card.id).filter((link) => (link.type === 'rests_on' || link.type === 'depends_on') && view.board.cards.get(link.to)?.deleted === false).length
}

/** Who has not been heard, and how many cards it rests on and carries. */
export function accessibleDescription(view: CardView): string {
  const { card, judgements } = view
  const parts: string[] = []
  if (card.kind === 'assumption') {
    const quiet = Object.entries(judgements.assumption(card.id).seats).filter(([, seat]) => seat === 'not_heard')
    if (quiet.length > 0) parts.push(words.notHeard(quiet.map(([team]) => teamName(view, team))))
  }
  const carried = words.carried(restsOn(view), judgements.dependants(card.id).length)
  if (carried !== '') parts.push(`${carried}.`)
  return parts.join(' ')
}
