// What the menus of the board offer for what is selected: everything that a drag does has an entry here too. Only which
// entries there are; what they do is given.
import type { BoardState, Card, LinkType } from '../../../shared/board/records.ts'
import { LINK_GROUPS } from '../../cards/link-groups.ts'
import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH, shownTitle, widthOfCard } from '../../cards/size.ts'
import { linksFrom, linksTo } from '../../cards/view.ts'
import { words as cardWords } from '../../cards/words.ts'
import { frameOf, framesOf } from '../../commands/frame-facts.ts'
import { canAsk, type Question } from '../../commands/plan/asking.ts'
import { byName } from '../../language/lists.ts'
import { askWords } from '../../panels/asking/words.ts'
import { goalWords } from '../../panels/goals/words.ts'
import { later } from '../../ui/later-icons.ts'
import type { StageMenuItem } from './stage-menu.ts'
import { menuWords as words } from './words.ts'

/** What the entries do. */
export interface MoreDoes {
  edit(id: string): void
  open(id: string): void
  link(id: string): void
  ask(card: Card, question: Question): void
  links(card: Card): void
  frames(): void
  takeOff(): void
  sizes(card: Card): void
  northStar(card: Card): void
  copy(): void
  duplicate(): void
  remove(): void
}

/** Entries for the selected cards, the menu of More and of a right click. */
export function moreItems(cards: readonly Card[], board: BoardState, canEdit: boolean, does: MoreDoes): StageMenuItem[] {
  const [first] = cards
  if (first === undefined) return []
  const only = cards.length === 1 ? first : undefined
  const items: StageMenuItem[] = []
  const add = (item: StageMenuItem, when = true): void => { if (when) items.push(item) }
  if (only !== undefined) {
    add({ id: 'edit', label: words.edit, icon: later.edit, kbd: '↵', run: () => does.edit(only.id) }, canEdit)
    add({ id: 'open', label: words.open, icon: 'panel', kbd: words.space, run: () => does.open(only.id) })
    add({ id: 'link', label: words.linkFrom, icon: 'link-rest', kbd: 'L', run: () => does.link(only.id) }, canEdit && only.kind !== 'frame')
    add({ id: 'premise', label: askWords.premise, icon: 'assumption', kbd: 'M', run: () => does.ask(only, 'premise') }, canEdit && canAsk(only, 'premise'))
    add({ id: 'why', label: askWords.why, icon: 'why', kbd: 'W', run: () => does.ask(only, 'why') }, canEdit && canAsk(only, 'why'))
    add({ id: 'links', label: words.itsLinks, icon: 'link', run: () => does.links(only) }, linksOf(board, only).length > 0)
    add({ id: 'size', label: words.size, icon: 'fit', run: () => does.sizes(only) }, canEdit)
    add({ id: 'north', label: only.fields['northStar'] === true ? goalWords.letGo : goalWords.take, icon: later.star, run: () => does.northStar(only) }, canEdit && only.kind === 'goal')
  }
  const loose = cards.filter(({ kind }) => kind !== 'frame')
  add({ id: 'frames', label: words.toFrame, icon: 'frame', separated: only !== undefined, run: () => does.frames() }, canEdit && loose.length > 0 && framesOf(board).length > 0)
  add({ id: 'off', label: words.offFrame, icon: later['log-out'], run: () => does.takeOff() }, canEdit && loose.some((card) => frameOf(board, card) !== undefined))
  add({ id: 'copy', label: words.copy, icon: 'copy', kbd: words.ctrl('C'), separated: true, run: () => does.copy() })
  add({ id: 'duplicate', label: words.duplicate, icon: 'plus', kbd: words.ctrl('D'), run: () => does.duplicate() }, canEdit)
  add({ id: 'delete', label: words.delete, icon: 'trash', kbd: words.deleteKey, separated: true, run: () => does.remove() }, canEdit)
  return items
}

export function frameItems(board: BoardState, run: (frameId: string) => void): StageMenuItem[] {
  return framesOf(board).sort((a, b) => byName(shownTitle(a), shownTitle(b))).map((frame) => ({ id: frame.id, label: shownTitle(frame), icon: 'frame', run: () => run(frame.id) }))
}

function linksOf(board: BoardState, card: Card): { readonly id: string; readonly label: string }[] {
  const there = (id: string): Card | undefined => (board.cards.get(id)?.deleted === false ? board.cards.get(id) : undefined)
  const entry = (id: string, from: Card | undefined, type: LinkType, to: Card | undefined): { id: string; label: string }[] =>
    (from === undefined || to === undefined ? [] : [{ id, label: from.id === card.id ? words.linkOut(cardWords.link(type), shownTitle(to)) : words.linkIn(shownTitle(from), cardWords.link(type)) }])
  return [...linksFrom({ board }, card.id), ...linksTo({ board }, card.id)].flatMap(({ id, from, type, to }) => entry(id, there(from), type, there(to)))
}

export function linkItemsOf(board: BoardState, card: Card, run: (linkId: string) => void): StageMenuItem[] {
  return linksOf(board, card).map(({ id, label }) => ({ id, label, icon: 'link-rest', run: () => run(id) }))
}

export function typeItems(now: LinkType, run: (type: LinkType) => void): StageMenuItem[] {
  return LINK_GROUPS.flatMap(({ name, types }) => types.map((type, at) => (
    { id: type, label: cardWords.link(type), checked: type === now, ...(at === 0 ? { heading: name } : {}), run: () => run(type) })))
}

/** Widths of a card; a frame is larger or smaller, and both have the keyboard's way. */
export function sizeItems(card: Card, byKeys: () => void, by: (dw: number, dh: number) => void): StageMenuItem[] {
  const keys: StageMenuItem = { id: 'keys', label: words.byKeys, icon: 'keyboard', separated: true, run: byKeys }
  if (card.kind === 'frame') {
    return [{ id: 'larger', label: words.larger, icon: 'plus', run: () => by(120, 80) }, { id: 'smaller', label: words.smaller, icon: 'minus', run: () => by(-120, -80) }, keys]
  }
  const now = widthOfCard(card)
  const width = (id: string, label: string, to: number): StageMenuItem => ({ id, label, checked: now === to, run: () => by(to - now, 0) })
  return [width('narrow', words.narrow, MIN_WIDTH), width('usual', words.usual, DEFAULT_WIDTH), width('wide', words.wide, MAX_WIDTH), keys]
}
