// Cards carried by the clipboard: as words that anybody can read, and below them one line with the records, so that
// they go between tabs and boards where only plain text does. What comes in may be anything: cards of this format,
// words (an assumption a line), or nothing to make a card of. Fetched when something is first selected.
import type { FileCard } from '../../shared/board/board-file.ts'
import { copyCards, MOST_COPIED, pasteCard, readCopied, type Copied } from '../../shared/board/copied.ts'
import type { Board } from '../../shared/board/document.ts'
import { drawnLinkId, newId } from '../../shared/board/ids.ts'
import { compareOrder, orderAbove, orderBetween } from '../../shared/board/order.ts'
import type { Json } from '../../shared/board/records.ts'
import { putLink } from '../../shared/board/write-board.ts'
import { revealCard } from '../../shared/board/write-cards.ts'
import { around, type BoardPoint, type Rect } from '../../shared/geometry/geometry.ts'
import { DEFAULT_WIDTH } from '../cards/size.ts'
import { words as cardWords } from '../cards/words.ts'
import type { Session } from '../session/session.ts'
import { frameAt, framesOf, membersOf } from './frame-facts.ts'
import { inParts, MOST_AT_ONCE } from './parts.ts'
import { canvasWords, words } from './words.ts'

/** The line that holds the records begins with this. */
const MARK = 'tacit-cards/1 '
/** Characters of a clipboard that are looked at. */
const LONGEST = 4_000_000
/** Lines of foreign text that become cards, and how long one may be. */
const MOST_LINES = 100
const LINE_CHARS = 300
/** Bytes of one transaction; a card's records grow by a third in the document. */
const PART_CHARS = 32_000
const GRID = 8
/** Board pixels between pasted lines, and from a card to its copy. */
const LINE_STEP = 136
export const BESIDE = 24

export interface Pasting { readonly ids: readonly string[]; readonly said: string }

const onGrid = (at: number): number => Math.round(at / GRID) * GRID

/** A look at the document that writes nothing: the formatting of bodies is only there. */
function look<T>(session: Session, read: (board: Board) => T): T | undefined {
  let found: T | undefined
  session.prepare((board) => { found = read(board) })
  return found
}

/** With a frame go the cards on it. */
function withMembers(session: Session, cardIds: Iterable<string>): string[] {
  const board = session.board.value
  const ids = [...new Set(cardIds)].filter((id) => board.cards.get(id)?.deleted === false)
  return [...new Set([...ids, ...membersOf(board, new Set(ids.filter((id) => board.cards.get(id)?.kind === 'frame'))).map(({ id }) => id)])]
}

function copiedOf(session: Session, cardIds: Iterable<string>): Copied {
  const ids = withMembers(session, cardIds)
  return look(session, (board) => copyCards(board, ids, session.board.value.links.keys())) ?? { cards: [], links: [] }
}

/** What goes into the clipboard: who may only look takes the words. */
export function copyText(session: Session, cardIds: Iterable<string>): { readonly text: string; readonly said: string } {
  const ids = withMembers(session, cardIds)
  const cards = ids.flatMap((id) => session.board.value.cards.get(id) ?? [])
  const readable = cards.map(({ kind, title, body }) => [cardWords.name(cardWords.kind(kind), title), body].filter((part) => part !== '').join('\n')).join('\n')
  const copied = copiedOf(session, ids)
  return { text: copied.cards.length === 0 ? readable : `${readable}\n\n${MARK}${JSON.stringify(copied)}`, said: canvasWords.copied(cards.length) }
}

type Found = { readonly copied: Copied } | { readonly problem: string }

/** What a clipboard's text means. */
function found(text: string, me: string | undefined): Found {
  if (text.length > LONGEST) return { problem: canvasWords.nothingToPaste }
  const at = text.startsWith(MARK) ? 0 : text.indexOf(`\n${MARK}`) + 1
  if (at > 0 || text.startsWith(MARK)) return records(text.slice(at + MARK.length).split('\n', 1)[0] ?? '')
  const lines = text.split(/\r?\n/u).map((line) => line.replace(/\s+/gu, ' ').trim().slice(0, LINE_CHARS)).filter((line) => line !== '')
  if (lines.length === 0) return { problem: canvasWords.nothingToPaste }
  const cards = lines.slice(0, MOST_LINES).map((title, n) => ({ id: `line${n}`, kind: 'assumption', title, x: 0, y: n * LINE_STEP, ...(me === undefined ? {} : { team: me }) } satisfies FileCard))
  return { copied: { cards, links: [] } }
}

function records(line: string): Found {
  try {
    const checked = readCopied(JSON.parse(line))
    if (!checked.ok) return { problem: canvasWords.cannotPaste(checked.message) }
    return checked.copied.cards.length === 0 ? { problem: canvasWords.nothingToPaste } : { copied: checked.copied }
  } catch {
    return { problem: canvasWords.nothingToPaste }
  }
}

/** Is told how many cards are about to be made: a hundred and more take a while. */
export type Begun = (cards: number) => void

/** Makes cards of a clipboard's text, their middle at a point. */
export async function pasteText(session: Session, text: string, at: BoardPoint, begun?: Begun): Promise<Pasting> {
  if (!session.canEdit) return { ids: [], said: words.readOnly }
  const what = found(text, session.me.value?.team === '' ? undefined : session.me.value?.team)
  if ('problem' in what) return { ids: [], said: what.problem }
  const box = around(what.copied.cards.map(placeOf))
  if (box === undefined) return { ids: [], said: canvasWords.nothingToPaste }
  const by = { x: onGrid(at.x - box.x - box.width / 2), y: onGrid(at.y - box.y - Math.min(box.height / 2, 200)) }
  return put(session, what.copied, by, { label: canvasWords.labels.paste, said: canvasWords.pasted, begun })
}

/** Copies of cards on the same board, that far from them. */
export async function duplicateCards(session: Session, cardIds: Iterable<string>, dx: number, dy: number, begun?: Begun): Promise<Pasting> {
  if (!session.canEdit) return { ids: [], said: words.readOnly }
  return put(session, copiedOf(session, cardIds), { x: dx, y: dy }, { label: canvasWords.labels.duplicate, said: canvasWords.duplicated, begun })
}

const placeOf = ({ x, y, w }: FileCard): Rect => ({ x, y, width: typeof w === 'number' && w > 0 ? w : DEFAULT_WIDTH, height: LINE_STEP - GRID })

interface Telling { readonly label: string; readonly said: (n: number) => string; readonly begun: Begun | undefined }

async function put(session: Session, copied: Copied, by: BoardPoint, { label, said, begun }: Telling): Promise<Pasting> {
  const cards = copied.cards.slice(0, MOST_COPIED)
  begun?.(cards.length)
  const ids = new Map(cards.map((card) => [card.id, newId()]))
  const made = cards.map((card) => ids.get(card.id) ?? '')
  try {
    await prepareAll(session, cards, ids, by)
  } catch (error) {
    return { ids: [], said: canvasWords.pasteStopped(error instanceof Error ? error.message : '') }
  }
  inParts(made, (part) => session.edit(label, (board) => part.forEach((id) => revealCard(board, id))))
  const links = copied.links.flatMap((link) => {
    const [from, to] = [ids.get(link.from), ids.get(link.to)]
    return from === undefined || to === undefined ? [] : [{ ...link, id: drawnLinkId(from, link.type, to), from, to }]
  })
  inParts(links, (part) => session.edit(label, (board) => part.forEach((link) => putLink(board, link))))
  session.endUndoStep()
  return { ids: made, said: copied.cards.length > cards.length ? canvasWords.pastedSome(cards.length, copied.cards.length) : said(cards.length) }
}

/** The hidden halves, in parts that the server takes; after the first part each waits until what went before is stored. */
async function prepareAll(session: Session, cards: readonly FileCard[], ids: ReadonlyMap<string, string>, by: BoardPoint): Promise<void> {
  const frames = framesOf(session.board.value)
  let order = orderAbove(session.board.value.cards.values())
  const keeps = keeper(session)
  for (const [n, part] of partsOf([...cards].sort(compareOrder)).entries()) {
    if (n > 0) await stored(session)
    session.prepare((board) => {
      for (const card of part) {
        const [x, y] = [card.x + by.x, card.y + by.y]
        const { width } = placeOf(card)
        const inherited = typeof card.frame === 'string' ? ids.get(card.frame) : undefined
        const frame = inherited ?? (card.kind === 'frame' ? undefined : frameAt(frames, { x: x + width / 2, y: y + LINE_STEP / 2 })?.id)
        pasteCard(board, card, { id: ids.get(card.id) ?? newId(), x, y, order, keeps, ...(frame === undefined ? {} : { frame }) })
        order = orderBetween(order, undefined)
      }
    })
  }
}

function partsOf(cards: readonly FileCard[]): FileCard[][] {
  const parts: FileCard[][] = [[]]
  let chars = 0
  for (const card of cards) {
    const more = JSON.stringify(card).length
    const last = parts.at(-1) ?? []
    if (last.length > 0 && (last.length >= MOST_AT_ONCE || chars + more > PART_CHARS)) {
      parts.push([card])
      chars = more
    } else {
      last.push(card)
      chars += more
    }
  }
  return parts
}

/** Everything so far is on disk; without a connection nobody waits for that. */
async function stored(session: Session): Promise<void> {
  const { kind } = session.save.value
  if (kind !== 'saved' && kind !== 'saving') return
  let stop = (): void => undefined
  const away = new Promise<void>((resolve) => {
    stop = session.save.subscribe(() => { if (session.save.value.kind !== 'saved' && session.save.value.kind !== 'saving') resolve() })
  })
  await Promise.race([session.settled(), away]).finally(() => stop())
}

/** Teams and people of another board mean nothing here; a card without a team of this board is that of who pastes. */
function keeper(session: Session): (field: string, value: Json) => Json | undefined {
  const { teams, people } = session.board.value
  const mine = session.me.value?.team
  const isTeam = (value: Json): boolean => typeof value === 'string' && teams.has(value)
  return (field, value) => {
    switch (field) {
      case 'team': return isTeam(value) ? value : mine === '' ? undefined : mine
      case 'toTeam': return isTeam(value) ? value : undefined
      case 'owner':
      case 'decider': return typeof value === 'string' && people.has(value) ? value : undefined
      case 'askTeams': {
        const asked = Array.isArray(value) ? value.filter(isTeam) : []
        return asked.length === 0 ? undefined : asked
      }
      default: return value
    }
  }
}
