// One person at a board: makes, moves, changes, hides and links cards, edits teams and the board's texts, undoes and
// redoes, always through the writers that the product uses.
import type * as Y from 'yjs'
import { rootMap, type Board } from '../../shared/board/document.ts'
import { CARD_KINDS, LINK_TYPES } from '../../shared/board/records.ts'
import { makeUndo } from '../../shared/board/undo-order.ts'
import { addLink, putLink, putTeam, removeLink, renameBoard, setSummary } from '../../shared/board/write-board.ts'
import { addCard, deleteCard, moveCard, replaceTitle, resizeCard, restoreCard, revealCard, setCardField } from '../../shared/board/write-cards.ts'
import type { Peer } from './wire.ts'

const LOCAL = 'local'
const PREPARED = 'prepared'

export class Draughtsman {
  readonly peer: Peer
  readonly undo: Y.UndoManager
  readonly #random: () => number
  #made = 0

  constructor(peer: Peer, random: () => number) {
    this.peer = peer
    this.#random = random
    this.undo = makeUndo([rootMap(peer.board, 'cards'), rootMap(peer.board, 'links')], { trackedOrigins: new Set([LOCAL]), captureTimeout: 0 })
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most)
  }

  #pick(list: readonly string[]): string | undefined {
    return list[this.#below(list.length)]
  }

  act(): void {
    const { board } = this.peer
    const chance = this.#random()
    if (chance < 0.12) this.undo.undo()
    else if (chance < 0.2) this.undo.redo()
    else if (chance < 0.35) this.#make(board)
    else board.doc.transact(() => this.#change(board), LOCAL)
  }

  /** Hidden first, then shown by what undo takes back. */
  #make(board: Board): void {
    const id = `${this.peer.name}-${this.#made++}`
    const kind = CARD_KINDS[this.#below(CARD_KINDS.length)] ?? 'note'
    board.doc.transact(() => addCard(board, { id, kind, x: this.#below(500), y: this.#below(500), title: `Card ${id}`, body: 'One\nTwo', hidden: true, fields: { extra: this.#below(9) } }), PREPARED)
    board.doc.transact(() => revealCard(board, id), LOCAL)
  }

  #change(board: Board): void {
    const card = this.#pick([...rootMap(board, 'cards').keys()].sort())
    if (card === undefined) return
    const chance = this.#random()
    if (chance < 0.25) moveCard(board, card, this.#below(900) - 300, this.#below(900))
    else if (chance < 0.35) resizeCard(board, card, 100 + this.#below(300))
    else if (chance < 0.5) setCardField(board, card, this.#pick(['criterion', 'owner', 'team', 'due', 'strange']) ?? 'owner', this.#random() < 0.3 ? undefined : '2027-01-31')
    else if (chance < 0.57) setCardField(board, card, 'kind', CARD_KINDS[this.#below(CARD_KINDS.length)] ?? 'note')
    else if (chance < 0.65) deleteCard(board, card)
    else if (chance < 0.7) restoreCard(board, card)
    else if (chance < 0.78) replaceTitle(board, card, `Title ${this.#below(99)}`)
    else this.#changeBoard(board, card)
  }

  #changeBoard(board: Board, card: string): void {
    const links = [...rootMap(board, 'links').keys()].sort()
    const other = this.#pick([...rootMap(board, 'cards').keys()].sort().filter((id) => id !== card))
    const link = this.#pick(links)
    const chance = this.#random()
    if (chance < 0.4 && other !== undefined) addLink(board, card, LINK_TYPES[this.#below(LINK_TYPES.length)] ?? 'serves', other)
    else if (chance < 0.55 && link !== undefined) removeLink(board, link)
    else if (chance < 0.7 && other !== undefined) putLink(board, { id: link ?? 'imported:1', from: card, to: other, type: 'depends_on', ask: 'When?' })
    else if (chance < 0.85) putTeam(board, { id: `team${this.#below(3)}`, name: `Team ${this.#below(99)}`, removed: this.#random() < 0.2 })
    else if (chance < 0.95) renameBoard(board, `Board ${this.#below(99)}`)
    else setSummary(board, `About ${this.#below(99)}`)
  }
}
