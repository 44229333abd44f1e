// What of a board is looked at, as its address says it: canvas, ledger or a part of the overview, filter, open card. A link that somebody sends
// opens the same, back and forward go through it. What the address says wrongly is ignored; no key is ever written.
//
//   ?view=ledger|overview&part=PART&state=unconfirmed,disputed&unheard=TEAM,TEAM|*&team=TEAM&find=WORDS&card=CARD
import { isFiltering, NO_FILTER, sameFilter, wordsIn, type Filter } from '../../session/filter.ts'
import { LOOKS, type Look } from '../../ui/looks.ts'

export const VIEW_NAMES = ['canvas', 'ledger', 'overview'] as const
export type ViewName = (typeof VIEW_NAMES)[number]

export interface BoardView {
  readonly view: ViewName
  /** Of the overview; '' for its first, and in the other views. */
  readonly part: string
  readonly filter: Filter
  /** The card that is open beside; '' for none. */
  readonly card: string
}

const ID = /^[A-Za-z0-9_-]{1,48}$/
const MOST_FIND = 200
const ANY = '*'

function isLook(text: string): text is Look {
  return LOOKS.some((look) => look === text)
}

const listed = (text: string | null): readonly string[] => [...new Set((text ?? '').split(','))]

export function readView(search: string): BoardView {
  const asked = new URLSearchParams(search)
  const card = asked.get('card') ?? ''
  const part = asked.get('part') ?? ''
  const view = VIEW_NAMES.find((name) => name === asked.get('view')) ?? 'canvas'
  const team = asked.get('team') ?? ''
  const find = (asked.get('find') ?? '').slice(0, MOST_FIND)
  const looks = listed(asked.get('state')).filter(isLook)
  const unheard = asked.get('unheard') === ANY ? 'any' : listed(asked.get('unheard')).filter((id) => ID.test(id))
  const filter: Filter = {
    looks: LOOKS.filter((look) => looks.includes(look)), unheard,
    ...(ID.test(team) ? { team } : {}), ...(wordsIn(find).length > 0 ? { find } : {}),
  }
  return { view, part: view === 'overview' && ID.test(part) ? part : '', filter: isFiltering(filter) ? filter : NO_FILTER, card: ID.test(card) ? card : '' }
}

/** The query of an address, with its question mark; '' for the canvas with nothing chosen. */
export function queryOf({ view, part, filter: { looks, unheard, team, find }, card }: BoardView): string {
  const parts = [
    view === 'canvas' ? '' : `view=${view}`,
    view === 'overview' && part !== '' ? `part=${part}` : '',
    looks.length === 0 ? '' : `state=${looks.join(',')}`,
    unheard.length === 0 ? '' : `unheard=${unheard === 'any' ? ANY : unheard.join(',')}`,
    team === undefined ? '' : `team=${team}`,
    find === undefined || find === '' ? '' : `find=${encodeURIComponent(find)}`,
    card === '' ? '' : `card=${card}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

export function sameView(a: BoardView, b: BoardView): boolean {
  return a.view === b.view && a.part === b.part && a.card === b.card && sameFilter(a.filter, b.filter)
}

/** One step back has to lead to what was looked at before: typing and going from card to card are no steps. */
export function isStep(before: BoardView, after: BoardView): boolean {
  const { filter: a } = before
  const { filter: b } = after
  return before.view !== after.view || before.part !== after.part || (before.card === '') !== (after.card === '') || a.team !== b.team
    || String(a.looks) !== String(b.looks) || String(a.unheard) !== String(b.unheard) || (a.find === undefined) !== (b.find === undefined)
}
