// Which marks of doubt a change of editors turned off although nobody answered: an asked team that was taken away, a card
// of another team, a link that was removed or means something else now. A pure function of the board before and after,
// and of who wrote what; in proportion to what was written, and bounded beside it: what is over is not judged.
import { sameJson } from '../../shared/board/json.ts'
import { MOST_TURNED, MOST_TURNED_CHARS, TURNED_FIELDS, type MarkOff, type Turned } from '../../shared/board/marks-off.ts'
import type { Card, Json, Link } from '../../shared/board/records.ts'
import { decisionOf, isSettled } from '../../shared/rules/decision.ts'
import { stepOf } from '../../shared/rules/judge.ts'
import type { DecisionJudgement } from '../../shared/rules/judgements.ts'
import type { Judged } from './facts.ts'
import type { Actor } from './rooms.ts'

/** Cards, and lines, that are judged for one turn: the first ones in the order of what was written. */
export const MOST_LOOKED_AT = 200
/** Links and records around them that are walked for one turn. */
export const MOST_AROUND = 2_000

/** Who wrote last of a card's burden, and of a link. */
export interface Wrote { readonly cards: ReadonlyMap<string, Actor>; readonly links: ReadonlyMap<string, Actor> }

/** A mark that went, with whose change it was. */
export interface WentOff { readonly actor: Actor; readonly mark: Omit<MarkOff, 'id' | 'at' | 'person'> }

interface Change { readonly actor: Actor; readonly turned: Turned }
/** Changes by the card or dependency whose mark they may have turned off. */
type Changes = Map<string, Change[]>
/** Cards, and lines by the cards that they come from and lead to: there may be many lines between the same two. */
interface Subjects { readonly cards: Changes; readonly lines: Changes; readonly between: Changes; readonly around: Around }

/** What is left to walk in a turn. */
class Around {
  #left = MOST_AROUND

  /** As many of them as may still be walked. */
  some<T>(all: readonly T[]): readonly T[] {
    const walked = all.slice(0, this.#left)
    this.#left -= walked.length
    return walked
  }

  /** What costs more than is left is not judged, and what comes after it may be. */
  affords(cost: number): boolean {
    if (cost > this.#left) return false
    this.#left -= cost
    return true
  }
}

/** Who takes the card itself away sees that it is gone. */
const WHOLE = new Set<string>(['retired', 'deleted'])
/** What a card says of itself to those that its links lead to. */
const TO_OTHERS = new Set<string>(['kind', 'team', 'retired', 'deleted'])

function add(changes: Changes, key: string, change: Change): void {
  const there = changes.get(key)
  if (there === undefined) {
    if (changes.size < MOST_LOOKED_AT) changes.set(key, [change])
  }
  // More are not kept: that there were more, and whose was the last.
  else if (there.length > MOST_TURNED) there[there.length - 1] = change
  else there.push(change)
}

const pairOf = ({ from, to }: Link): string => `${from}>${to}`

const fieldOf = (card: Card, field: string): Json | undefined => (field === 'kind' ? card.kind : field === 'deleted' ? card.deleted : field === 'retired' ? card.retired : card.fields[field])

function turnedField(was: Card, is: Card, field: string): Turned | undefined {
  const [before, after] = [fieldOf(was, field), fieldOf(is, field)]
  if (before === after || (before !== undefined && after !== undefined && sameJson(before, after))) return undefined
  return { card: was.id, field, ...(before === undefined ? {} : { was: before }), ...(after === undefined ? {} : { now: after }) }
}

const plainLink = (link: Link | undefined): Json | undefined => link as Json | undefined

function ofCard(before: Judged, after: Judged, id: string, actor: Actor, { cards, lines, around }: Subjects): void {
  const [was, is] = [before.state.cards.get(id), after.state.cards.get(id)]
  if (was === undefined || is === undefined) return
  const { index } = stepOf(before.judgements).singles
  for (const field of TURNED_FIELDS) {
    const turned = turnedField(was, is, field)
    if (turned === undefined) continue
    const change = { actor, turned }
    if (!WHOLE.has(field)) add(cards, id, change)
    if (TO_OTHERS.has(field)) for (const link of around.some(index.linksFrom(id))) add(cards, link.to, change)
    if (field === 'team') for (const link of [...around.some(index.linksFrom(id)), ...around.some(index.linksTo(id))]) if (link.type === 'depends_on') add(lines, link.id, change)
  }
}

function ofLink(before: Judged, after: Judged, id: string, actor: Actor, { cards, lines, between }: Subjects): void {
  const [was, is] = [before.state.links.get(id), after.state.links.get(id)]
  if (sameJson((was ?? null) as Json, (is ?? null) as Json)) return
  const [old, now] = [plainLink(was), plainLink(is)]
  const change = { actor, turned: { link: id, ...(old === undefined ? {} : { was: old }), ...(now === undefined ? {} : { now }) } }
  for (const to of new Set([was?.to, is?.to])) if (to !== undefined) add(cards, to, change)
  if (was?.type === 'depends_on' && !lines.has(id) && lines.size < MOST_LOOKED_AT) lines.set(id, [])
  // A new meaning is another link between the same cards: what came instead goes with what went.
  for (const pair of new Set([was, is].flatMap((one) => (one === undefined ? [] : [pairOf(one)])))) add(between, pair, change)
}

/** What its own answers make of it: what lies under it takes no mark away, and may be half of the board. */
function decisionIn({ state, judgements }: Judged, id: string): DecisionJudgement {
  const { index, now } = stepOf(judgements).singles
  return decisionOf(state, id, index.stancesOn(id), judgements.requiredTeams(id), false, now).value
}

/** The state of a card that was in doubt, and what it waited for; undefined when it was not, or is still in doubt. */
function cardOff(before: Judged, after: Judged, id: string): Omit<WentOff['mark'], 'changes'> | undefined {
  const [was, is] = [before.state.cards.get(id), after.state.cards.get(id)]
  if (was === undefined || is === undefined || was.deleted || was.retired || is.deleted || is.retired) return undefined
  if (was.kind === 'assumption') {
    const { marked, state, seats } = before.judgements.assumption(id)
    const off = is.kind === 'assumption' ? after.judgements.assumption(id).state === 'confirmed' : state !== 'unconfirmed' || Object.keys(seats).length > 0
    return marked && off ? { card: id, was: state, waited: Object.keys(seats).filter((team) => seats[team] !== 'confirmed'), ...(is.kind === was.kind ? {} : { kind: was.kind }) } : undefined
  }
  if (was.kind !== 'decision' && was.kind !== 'proposal') return undefined
  const { state, notHeard } = decisionIn(before, id)
  const decides = is.kind === 'decision' || is.kind === 'proposal'
  const off = decides ? isSettled(decisionIn(after, id).state) : notHeard.length > 0
  return !isSettled(state) && off ? { card: id, was: state, waited: notHeard, ...(decides ? {} : { kind: was.kind }) } : undefined
}

/** A dependency asks nobody once it is gone, or within one team. */
function lineOff(before: Judged, after: Judged, id: string): Omit<WentOff['mark'], 'changes'> | undefined {
  const { state, alerts } = before.judgements.dependency(id)
  if (['in_step', 'internal', 'void', 'removed_acked'].includes(state)) return undefined
  const there = after.state.links.get(id)?.type === 'depends_on'
  if (there && after.judgements.dependency(id).state !== 'internal') return undefined
  return { link: id, was: state, waited: alerts.map(({ team }) => team) }
}

function kept(changes: readonly Change[]): readonly Turned[] {
  if (changes.length > MOST_TURNED) return []
  const chars = changes.reduce((sum, { turned }) => sum + JSON.stringify(turned).length, 0)
  return chars > MOST_TURNED_CHARS ? [] : changes.map((change) => change.turned)
}

/** What was changed between two cards is each line's there, whichever was changed. */
function withPair({ state }: Judged, id: string, made: readonly Change[], between: Changes): readonly Change[] {
  const line = state.links.get(id)
  return line === undefined ? made : [...made, ...(between.get(pairOf(line)) ?? [])]
}

/** What the judgement of a card walks by itself: its links, and what was said of it. */
function aroundCard({ judgements }: Judged, id: string): number {
  const { index } = stepOf(judgements).singles
  return index.linksFrom(id).length + index.linksTo(id).length + index.answersOn(id).length + index.stancesOn(id).length
}

const aroundLine = ({ judgements }: Judged, id: string): number => stepOf(judgements).singles.acksOf(id).length

export function marksTurnedOff(before: Judged, after: Judged, { cards, links }: Wrote): readonly WentOff[] {
  const subjects: Subjects = { cards: new Map(), lines: new Map(), between: new Map(), around: new Around() }
  for (const [id, actor] of cards) ofCard(before, after, id, actor, subjects)
  for (const [id, actor] of links) ofLink(before, after, id, actor, subjects)
  const judging = new Around()
  const found = (id: string, made: readonly Change[], off: typeof cardOff, around: typeof aroundCard): readonly WentOff[] => {
    const actor = made.at(-1)?.actor
    if (actor === undefined || !judging.affords(Math.max(around(before, id), around(after, id)))) return []
    const mark = off(before, after, id)
    return mark === undefined ? [] : [{ actor, mark: { ...mark, changes: kept(made) } }]
  }
  return [
    ...[...subjects.cards].flatMap(([id, made]) => found(id, made, cardOff, aroundCard)),
    ...[...subjects.lines].flatMap(([id, made]) => found(id, withPair(before, id, made, subjects.between), lineOff, aroundLine)),
  ]
}
