// Standing: what the assumptions under a card make of it, along `rests_on`, transitively. Each card of
// the board is worked out once: cards that rest on each other in a circle together (Tarjan, with a stack of its own,
// because a chain may be 10,000 cards long), and what several rest on is shared, not copied.
import type { BoardIndex } from './board-index.ts'
import { gathered, gatheredIds, type Gathered, type Names } from './gathered.ts'
import type { AssumptionJudgement, StandingJudgement } from './judgements.ts'
import type { Memo, Timed } from './memo.ts'

/** What lies under a card. */
export interface Below {
  readonly refuted: Gathered
  /** Marked assumptions, and `removed:<id>` for a support that was deleted. */
  readonly shaky: Gathered
  /** At least one assumption is stated. */
  readonly stated: boolean
}

export interface Ground {
  readonly index: BoardIndex
  readonly now: number
  readonly below: Memo<Below>
  readonly names: Names
  assumption(cardId: string): Timed<AssumptionJudgement>
}

interface Visit { readonly id: string; readonly number: number; low: number; readonly supports: readonly string[]; next: number }

export function belowOf(ground: Ground, rootId: string): Timed<Below> {
  const known = ground.below.at(rootId, ground.now)
  if (known !== undefined) return known
  const visits = new Map<string, Visit>()
  const open: Visit[] = []
  const path: Visit[] = []
  const enter = (id: string): void => {
    const visit: Visit = { id, number: visits.size, low: visits.size, supports: followed(ground.index, id), next: 0 }
    visits.set(id, visit)
    open.push(visit)
    path.push(visit)
  }
  enter(rootId)
  for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
    const support = visit.supports[visit.next++]
    if (support === undefined) {
      path.pop()
      const above = path.at(-1)
      if (above !== undefined) above.low = Math.min(above.low, visit.low)
      if (visit.low === visit.number) closeCircle(ground, open, visit)
    } else if (ground.below.at(support, ground.now) === undefined) {
      // Not kept yet, so what was seen before is still open.
      const seen = visits.get(support)
      if (seen === undefined) enter(support)
      else visit.low = Math.min(visit.low, seen.number)
    }
  }
  return ground.below.at(rootId, ground.now) ?? { value: NOTHING_BELOW, until: Infinity }
}

const NOTHING_BELOW: Below = { refuted: undefined, shaky: undefined, stated: false }

/** The cards that a card rests on and that are followed: neither deleted nor retired. */
function followed(index: BoardIndex, cardId: string): string[] {
  const supports: string[] = []
  for (const link of index.linksFrom(cardId)) {
    if (link.type !== 'rests_on') continue
    const card = index.state.cards.get(link.to)
    if (card !== undefined && !card.deleted && !card.retired) supports.push(card.id)
  }
  return supports
}

/** Takes the finished circle (mostly one card) off the stack and keeps what lies under it. */
function closeCircle(ground: Ground, open: Visit[], root: Visit): void {
  const circle = takenDownTo(open, root)
  const members = new Set(circle.map((visit) => visit.id))
  const refuted: string[] = []
  const shaky: string[] = []
  const further: Below[] = []
  let stated = false
  let until = Infinity
  for (const { id, supports } of circle) {
    shaky.push(...removedSupports(ground.index, id))
    for (const support of supports) {
      if (ground.index.state.cards.get(support)?.kind === 'assumption') {
        const { value, until: end } = ground.assumption(support)
        stated = true
        until = Math.min(until, end)
        if (value.state === 'refuted') refuted.push(support)
        else if (value.marked) shaky.push(support)
      }
      const under = members.has(support) ? undefined : ground.below.at(support, ground.now)
      if (under === undefined) continue
      further.push(under.value)
      stated ||= under.value.stated
      until = Math.min(until, under.until)
    }
  }
  const value = {
    refuted: gathered(ground.names, refuted, further.map((below) => below.refuted)),
    shaky: gathered(ground.names, shaky, further.map((below) => below.shaky)),
    stated,
  }
  for (const visit of circle) ground.below.keep(visit.id, { value, until })
}

function takenDownTo(open: Visit[], root: Visit): Visit[] {
  const taken: Visit[] = []
  for (let visit = open.pop(); visit !== undefined; visit = visit === root ? undefined : open.pop()) taken.push(visit)
  return taken
}

/** Deleting an inconvenient assumption must not turn what rests on it green. */
function removedSupports(index: BoardIndex, cardId: string): string[] {
  const removed: string[] = []
  for (const link of index.linksFrom(cardId)) {
    if (link.type === 'rests_on' && (index.state.cards.get(link.to)?.deleted ?? true)) removed.push(`removed:${link.to}`)
  }
  return removed
}

export function standingState({ refuted, shaky, stated }: Below): StandingJudgement['state'] {
  if (refuted !== undefined) return 'broken'
  if (shaky !== undefined) return 'at_risk'
  return stated ? 'sound' : 'unexamined'
}

export function standingOf(names: Names, below: Below): StandingJudgement {
  const state = standingState(below)
  return { state, because: gatheredIds(names, state === 'broken' ? below.refuted : below.shaky) }
}
