// The followed state is the state that a whole reading gives, after every transaction, at a cost in proportion to it.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cardText, newBoard, rootMap, type Board } from '../../../shared/board/document.ts'
import { follow, READERS, type Readers } from '../../../shared/board/follow.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { BoardChange, BoardState } from '../../../shared/board/records.ts'
import type { Table } from '../../../shared/board/table.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, moveCard, setCardField } from '../../../shared/board/write-cards.ts'
import { putAuthorship, putSettings } from '../../../shared/board/write-records.ts'
import { plainState, TABLES } from './plain-state.ts'
import { anEdit, applyEdit, runs, type Edit } from './random-edits.ts'

function counted(): { readers: Readers; reads: () => number } {
  let count = 0
  const wrapped = Object.fromEntries(Object.entries(READERS).map(([name, read]) => [name, (...args: unknown[]) => {
    count++
    return (read as (...all: unknown[]) => unknown)(...args)
  }]))
  return { readers: wrapped as unknown as Readers, reads: () => count }
}

function aBoard(cards: number, client = 7): Board {
  const board = newBoard(client)
  board.doc.transact(() => {
    for (let i = 0; i < cards; i++) addCard(board, { id: `c${i}`, kind: 'note', x: i, y: i, title: `Card ${i}` })
    for (let i = 1; i < cards; i++) addLink(board, `c${i}`, 'about', `c${i - 1}`)
  })
  return board
}

/** The first run of words of a title or body. */
function words(board: Board, card: string, field: 'title' | 'body' = 'title'): Y.XmlText {
  const paragraph = cardText(board, card, field)?.get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error(`no words in ${card}`)
  return paragraph.get(0) as Y.XmlText
}

interface Heard { readonly states: BoardState[]; readonly changes: BoardChange[] }

function listen(board: Board, readers: Readers = READERS): Heard & ReturnType<typeof follow> {
  const heard: Heard = { states: [], changes: [] }
  const following = follow(board, (state, change) => {
    heard.states.push(state)
    heard.changes.push(change)
  }, readers)
  return { ...heard, get state() { return following.state }, stop: following.stop }
}

/** Everything that is the same in both states is the same object, and every other record is named in the change. */
function expectHonestChange(before: BoardState, after: BoardState, change: BoardChange): void {
  for (const name of TABLES) {
    for (const [id, record] of after[name] as Table<unknown>) {
      const old = (before[name] as Table<unknown>).get(id)
      expect(change[name].has(id), `${name} ${id}`).toBe(old !== record)
    }
    for (const id of (before[name] as Table<unknown>).keys()) if (!after[name].has(id)) expect(change[name].has(id)).toBe(true)
  }
}

describe('follow', () => {
  it('[FO1] any sequence of edits on two merging boards gives the state of a whole reading', () => {
    const step = fc.oneof({ weight: 6, arbitrary: fc.tuple(fc.nat(1), fc.array(anEdit, { minLength: 1, maxLength: 4 })) }, { weight: 1, arbitrary: fc.constant('merge' as const) })
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const boards = [newBoard(11), newBoard(12)] as const
      const heard = boards.map((board) => listen(board))
      for (const one of steps) {
        if (one === 'merge') for (const [to, from] of [[0, 1], [1, 0]] as const) Y.applyUpdate(boards[to].doc, Y.encodeStateAsUpdate(boards[from].doc, Y.encodeStateVector(boards[to].doc)), 'remote')
        else run(boards[one[0] as 0 | 1], one[0], one[1])
        boards.forEach((board, at) => expect(plainState(heard[at]?.state ?? readBoard(newBoard()))).toEqual(plainState(readBoard(board))))
      }
    }), runs(150))
  })

  function run(board: Board, client: number, edits: readonly Edit[]): void {
    board.doc.transact(() => { for (const edit of edits) applyEdit(board, client, edit) })
  }

  it('[FO2] untouched records keep their identity, and the change names exactly the others', () => {
    fc.assert(fc.property(fc.array(fc.array(anEdit, { minLength: 1, maxLength: 3 }), { maxLength: 30 }), (transactions) => {
      const board = newBoard(5)
      let before = readBoard(board)
      const following = follow(board, (after, change) => {
        expectHonestChange(before, after, change)
        before = after
      })
      before = following.state
      for (const edits of transactions) run(board, 5, edits)
    }), runs(150))
  })

  it('[FO3] one call for each transaction that changed something, none for the others', () => {
    const board = aBoard(3)
    const heard = listen(board)
    board.doc.transact(() => {
      moveCard(board, 'c0', 5, 5)
      moveCard(board, 'c1', 6, 6)
      setCardField(board, 'c2', 'team', 'sre')
    })
    expect(heard.states).toHaveLength(1)
    expect([...heard.changes[0]?.cards ?? []].sort()).toEqual(['c0', 'c1', 'c2'])
    board.doc.transact(() => moveCard(board, 'c0', 5, 5))
    board.doc.transact(() => {})
    expect(heard.states).toHaveLength(1)
    heard.stop()
    board.doc.transact(() => deleteCard(board, 'c0'))
    expect(heard.states).toHaveLength(1)
  })

  it('[FO4] the records that are read are in proportion to the change, not to the board', () => {
    const board = aBoard(2_000)
    const { readers, reads } = counted()
    const following = follow(board, () => {}, readers)
    const start = reads()
    board.doc.transact(() => moveCard(board, 'c700', 1, 2))
    expect(reads() - start).toBe(1)
    board.doc.transact(() => words(board, 'c9').insert(0, 'typed '))
    expect(reads() - start).toBe(2)
    expect(following.state.cards.get('c9')?.title).toBe('typed Card 9')
    // One card and its two links.
    board.doc.transact(() => rootMap(board, 'cards').delete('c900'))
    expect(reads() - start).toBe(5)
    board.doc.transact(() => putAuthorship(board, 'c3', { author: 'ana' }))
    expect(reads() - start).toBe(6)
    expect(following.state.cards.get('c3')?.author).toBe('ana')
  })

  it('[FO5] links appear and disappear with their ends', () => {
    const board = aBoard(3)
    const heard = listen(board)
    board.doc.transact(() => rootMap(board, 'cards').delete('c1'))
    expect([...heard.state.links.keys()]).toEqual([])
    expect([...heard.changes[0]?.links ?? []].sort()).toEqual(['c1~about~c0', 'c2~about~c1'])
    board.doc.transact(() => addCard(board, { id: 'c1', kind: 'note', x: 0, y: 0 }))
    expect([...heard.state.links.keys()].sort()).toEqual(['c1~about~c0', 'c2~about~c1'])
  })

  it('[FO6] a change of formatting alone renews the card, whose words are the same', () => {
    const board = newBoard(3)
    addCard(board, { id: 'c', kind: 'note', x: 0, y: 0, body: 'plain' })
    const heard = listen(board)
    const before = heard.state.cards.get('c')
    board.doc.transact(() => words(board, 'c', 'body').format(0, 5, { bold: {} }))
    expect(heard.state.cards.get('c')).not.toBe(before)
    expect(heard.state.cards.get('c')).toEqual(before)
  })

  it('[FO7] a first load is heard once and names every record', () => {
    const source = aBoard(500)
    const board = newBoard(8)
    const { readers, reads } = counted()
    const heard = listen(board, readers)
    Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(source.doc), 'remote')
    expect(heard.states).toHaveLength(1)
    expect(heard.changes[0]?.cards.size).toBe(500)
    expect(heard.changes[0]?.links.size).toBe(499)
    // The empty board, then each record once.
    expect(reads()).toBe(1 + 500 + 499)
    board.doc.transact(() => rootMap(board, 'cards').delete('c1'))
    expect(heard.state.links.size).toBe(497)
  })

  it('[FO8] settings and the texts of the board are heard as such', () => {
    const board = aBoard(1)
    const heard = listen(board)
    board.doc.transact(() => putSettings(board, { validDays: 30 }))
    expect(heard.changes[0]).toMatchObject({ settings: true, board: true })
    board.doc.transact(() => putSettings(board, { validDays: 30 }))
    board.doc.transact(() => rootMap(board, 'meta').set('title', 'New'))
    expect(heard.changes.slice(1).map(({ settings, board: texts }) => [settings, texts])).toEqual([[false, true]])
    expect(heard.state.settings).toEqual({ validDays: 30 })
  })
})
