// A gap as a sentence that names both cards, and what would close it; and the gaps of each card. Pure.
import type { BoardState } from '../board/records.ts'
import type { Gap } from '../rules/judgements.ts'
import type { AgendaWords } from './agenda-english.ts'
import { BoardNames } from './board-names.ts'
import { sentence, type Sentence } from './sentence.ts'

export interface GapSaid { readonly gap: Gap; readonly says: Sentence; readonly closes: string }

function says(board: BoardState, { type, ids, size }: Gap, words: AgendaWords): Sentence {
  const names = new BoardNames(board, words)
  const [first = '', second = ''] = ids
  const said = words.gaps
  if (type === 'conflict') return sentence(names.cards([first, second]), (one = '', other = '') => said.conflict(one, other))
  if (type === 'no_contribution') return sentence(names.cards([first]), (goal = '') => said.no_contribution(goal, names.team(second)))
  if (type === 'definition') {
    const teams = [...new Set(ids.map((id) => board.cards.get(id)?.fields.team ?? '').filter((team) => team !== ''))].map((team) => names.team(team))
    return sentence(names.cards(ids), (...titles) => said.definition(titles, teams))
  }
  const link = board.links.get(first)
  return sentence(names.cards([link?.from ?? '', link?.to ?? '']), (needing = '', provided = '') => (type === 'date' ? said.date(needing, provided, size ?? 0) : said[type](needing, provided)))
}

export function gapSaid(board: BoardState, gap: Gap, words: AgendaWords): GapSaid {
  return { gap, says: says(board, gap, words), closes: words.closes[gap.type] }
}

/** The cards that a gap is about. */
export function cardsOfGap({ links }: BoardState, { type, ids }: Gap): readonly string[] {
  if (type === 'conflict' || type === 'definition') return ids
  if (type === 'no_contribution') return ids.slice(0, 1)
  const link = links.get(ids[0] ?? '')
  return link === undefined ? [] : [link.from, link.to]
}

const byCard = new WeakMap<readonly Gap[], { readonly links: BoardState['links']; readonly gaps: ReadonlyMap<string, readonly Gap[]> }>()

/** The gaps of each card; made once for a list of gaps, which is another one only when a gap came, went or changed. */
export function gapsByCard(board: BoardState, gaps: readonly Gap[]): ReadonlyMap<string, readonly Gap[]> {
  const known = byCard.get(gaps)
  if (known?.links === board.links) return known.gaps
  const made = new Map<string, Gap[]>()
  for (const gap of gaps) {
    for (const id of cardsOfGap(board, gap)) {
      const list = made.get(id)
      if (list === undefined) made.set(id, [gap])
      else list.push(gap)
    }
  }
  byCard.set(gaps, { links: board.links, gaps: made })
  return made
}
