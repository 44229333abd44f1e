// Cards carried from one board to another: what goes with them, what never does, and what is no copy.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyCards, pasteCard, readCopied, type Pasted } from '../../../shared/board/copied.ts'
import { cardText, newBoard, type Board } from '../../../shared/board/document.ts'
import { fillMarkdown, markdownOf } from '../../../shared/board/markdown.ts'
import { readBoard, readCard } from '../../../shared/board/read.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard } from '../../../shared/board/write-cards.ts'
import { addAttestation, markSeen, putAuthorship } from '../../../shared/board/write-records.ts'

const BODY = 'One **bold** thing\n\n- a\n- b'
const AS: Pasted = { id: 'new', x: 8, y: 16, keeps: (_field, value) => value }

function aBoard(): Board {
  const board = newBoard(7)
  addCard(board, { id: 'a', kind: 'assumption', x: 1, y: 2, title: 'It holds', width: 240, fields: { team: 'sre', tone: 'odd' }, fillBody: (fragment) => fillMarkdown(fragment, BODY) })
  for (const id of ['b', 'c', 'gone']) addCard(board, { id, kind: 'goal', x: 0, y: 0, title: id })
  deleteCard(board, 'gone')
  addLink(board, 'b', 'rests_on', 'a')
  addLink(board, 'c', 'rests_on', 'a')
  addAttestation(board, { id: 't', card: 'a', person: 'ana', team: 'sre', verdict: 'confirm', basis: '[]', seq: 1 })
  putAuthorship(board, 'a', { author: 'ana' })
  markSeen(board, 'a', ['ana'])
  return board
}

const linksOf = (board: Board): string[] => [...readBoard(board).links.keys()]

describe('cards carried from one board to another', () => {
  it('[W16] go with the links among them, and without answers, authors and readers', () => {
    const board = aBoard()
    const copied = copyCards(board, ['a', 'b', 'gone', 'nobody'], linksOf(board))
    expect(copied.cards.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(copied.links.map(({ id }) => id)).toEqual(['b~rests_on~a'])
    expect(copied.cards[0]).toEqual({ id: 'a', kind: 'assumption', title: 'It holds', body: BODY, x: 1, y: 2, w: 240, team: 'sre', tone: 'odd' })
    expect(readCopied(JSON.parse(JSON.stringify(copied)))).toEqual({ ok: true, copied })
  })

  it('[W16] are refused with a sentence that names the place when they are none', () => {
    for (const [json, says] of [
      [null, /^$|cards/], [{ cards: [7] }, /cards\[0\]/], [{ cards: [{ id: 'a', kind: 'virus' }] }, /cards\[0\]\.kind/],
      [{ cards: [{ id: 'a', kind: 'note', x: '1' }] }, /cards\[0\]\.x/], [{ cards: [{ id: 'a', kind: 'note' }], links: [{ id: 'l', from: 'a', to: 'a', type: 'rests_on' }] }, /links\[0\]/],
    ] as const) {
      const checked = readCopied(json)
      if (json === null) expect(checked.ok ? checked.copied.cards : []).toEqual([])
      else expect(checked.ok ? 'taken' : checked.message).toMatch(says)
    }
  })

  it('[W17] are made hidden and whole: formatting, width, fields that are kept, nothing of the server\'s', () => {
    const from = aBoard()
    const card = copyCards(from, ['a'], []).cards[0]
    if (card === undefined) throw new Error('not copied')
    const board = newBoard(8)
    pasteCard(board, { ...card, author: 'ben', seenBy: ['ben'], deleted: false }, { ...AS, keeps: (field, value) => (field === 'team' ? undefined : value) })
    expect(readCard(board, 'new')).toMatchObject({ kind: 'assumption', title: 'It holds', x: 8, y: 16, width: 240, deleted: true, fields: { tone: 'odd' } })
    expect(readCard(board, 'new')?.fields.team).toBeUndefined()
    expect(readCard(board, 'new')?.author).toBeUndefined()
    const body = cardText(board, 'new', 'body')
    expect(body === undefined ? '' : markdownOf(body)).toBe(BODY)
    const before = Y.encodeStateAsUpdate(board.doc)
    expect(() => pasteCard(board, card, AS)).toThrow()
    expect(Y.encodeStateAsUpdate(board.doc)).toEqual(before)
  })
})
