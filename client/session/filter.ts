// What a reader wants to see of a board: looks of certainty, teams that were not heard, one team's cards, words. One
// pure value, the same for canvas, ledger and address. It only chooses among cards; nothing is moved and nothing judged.
import type { BoardState, Card } from '../../shared/board/records.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'
import { lookOf, LOOKS, type Look } from '../ui/looks.ts'

export interface Filter {
  /** Assumptions of any of these looks; none: all cards. In the order of LOOKS. */
  readonly looks: readonly Look[]
  /** Assumptions that wait for one of these teams; 'any': for whichever team was never heard. None: all cards. */
  readonly unheard: 'any' | readonly string[]
  /** Cards of this team, and those that ask it. */
  readonly team?: string
  /** Words that a card has to hold, in any order. */
  readonly find?: string
}

export const NO_FILTER: Filter = { looks: [], unheard: [] }

export function isFiltering({ looks, unheard, team, find }: Filter): boolean {
  return looks.length > 0 || unheard.length > 0 || team !== undefined || wordsIn(find ?? '').length > 0
}

export function sameFilter(a: Filter, b: Filter): boolean {
  return a.team === b.team && (a.find ?? '') === (b.find ?? '') && String(a.looks) === String(b.looks) && String(a.unheard) === String(b.unheard)
}

export function toggleLook(filter: Filter, look: Look): Filter {
  const wanted = new Set(filter.looks)
  if (!wanted.delete(look)) wanted.add(look)
  return { ...filter, looks: LOOKS.filter((one) => wanted.has(one)) }
}

/** A team is added or taken out; 'any' stands alone. */
export function toggleUnheard(filter: Filter, team: string): Filter {
  if (team === 'any') return { ...filter, unheard: filter.unheard === 'any' ? [] : 'any' }
  const teams = filter.unheard === 'any' ? [] : filter.unheard
  return { ...filter, unheard: teams.includes(team) ? teams.filter((other) => other !== team) : [...teams, team] }
}

export function withTeam({ team: _team, ...filter }: Filter, team: string | undefined): Filter {
  return team === undefined ? filter : { ...filter, team }
}

export function withFind({ find: _find, ...filter }: Filter, find: string): Filter {
  return find === '' ? filter : { ...filter, find }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** What is searched for, as words without case and accents. */
export function wordsIn(text: string): readonly string[] {
  return plain(text).split(/\s+/u).filter((word) => word !== '')
}

const searched = new WeakMap<Card, string>()

/** Title and text of a card as they are searched; made once for each value of a card. */
export function searchTextOf(card: Card): string {
  const known = searched.get(card)
  if (known !== undefined) return known
  const text = plain(`${card.title}\n${card.body}`)
  searched.set(card, text)
  return text
}

export interface SilentTeam { readonly team: string; readonly cards: number }

/** Teams that are asked on at least one assumption and have answered none, with how many wait for them. One pass. */
export function silentTeams(board: BoardState, judgements: Judgements): readonly SilentTeam[] {
  const silent = new Map<string, number>()
  for (const card of board.cards.values()) {
    if (card.kind !== 'assumption' || card.deleted || card.retired) continue
    for (const team of Object.keys(judgements.assumption(card.id).seats)) silent.set(team, (silent.get(team) ?? 0) + 1)
  }
  for (const { team } of board.attestations.values()) silent.delete(team)
  return [...silent].flatMap(([team, cards]) => (known(board, team) ? [{ team, cards }] : []))
}

function known(board: BoardState, team: string): boolean {
  const found = board.teams.get(team)
  return found !== undefined && found.removed !== true
}

type Matcher = (card: Card) => boolean

/** What decides for a card; undefined when nothing is filtered. */
export function matcherOf(filter: Filter, board: BoardState, judgements: Judgements): Matcher | undefined {
  const parts: Matcher[] = []
  if (filter.looks.length > 0) {
    const looks = new Set(filter.looks)
    parts.push((card) => card.kind === 'assumption' && looks.has(lookOf(judgements.assumption(card.id).state)))
  }
  if (filter.unheard.length > 0) {
    const teams = filter.unheard === 'any' ? silentTeams(board, judgements).map(({ team }) => team) : filter.unheard
    parts.push((card) => card.kind === 'assumption' && !card.retired && teams.some((team) => judgements.assumption(card.id).seats[team] === 'not_heard'))
  }
  const { team } = filter
  if (team !== undefined) parts.push((card) => card.fields.team === team || (card.kind === 'assumption' && judgements.assumption(card.id).seats[team] !== undefined))
  const words = wordsIn(filter.find ?? '')
  if (words.length > 0) parts.push((card) => words.every((word) => searchTextOf(card).includes(word)))
  return parts.length === 0 ? undefined : (card) => parts.every((part) => part(card))
}

/** The cards that stay in colour on the canvas; undefined when nothing is filtered. Frames are places and stay. */
export function matchingCards(filter: Filter, board: BoardState, judgements: Judgements): ReadonlySet<string> | undefined {
  const matches = matcherOf(filter, board, judgements)
  if (matches === undefined) return undefined
  const ids = new Set<string>()
  for (const card of board.cards.values()) if (!card.deleted && (card.kind === 'frame' || matches(card))) ids.add(card.id)
  return ids
}
