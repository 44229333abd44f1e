// When a log is compacted, and that one row says what the rows said, from the live document and from a thread alike.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeBoard, encodeRows, Tail } from '../../../server/rooms/compaction.ts'
import { boardFromRows } from '../../../server/rooms/load-board.ts'
import type { LogRow } from '../../../server/storage/storage.ts'
import { newBoard } from '../../../shared/board/document.ts'
import { putLink, removeLink } from '../../../shared/board/write-board.ts'
import { addCard, moveCard, replaceTitle } from '../../../shared/board/write-cards.ts'

const row = (n: number, bytes: number): LogRow => ({ n, update: new Uint8Array(bytes) })

/** The rows of a board that two people worked on: texts typed over, cards moved, links drawn and removed. */
function rowsOfWork(): readonly LogRow[] {
  const boards = [newBoard(11), newBoard(22)]
  const rows: LogRow[] = []
  for (let i = 0; i < 300; i++) {
    const board = boards[i % 2]
    if (board === undefined) continue
    board.doc.once('update', (update: Uint8Array) => rows.push({ n: rows.length + 1, update }))
    board.doc.transact(() => {
      if (i < 20) addCard(board, { id: `card${i}`, kind: 'note', x: i, y: i, title: `Title ${i}` })
      else if (i % 5 === 0) replaceTitle(board, `card${i % 20}`, `Typed ${i}`)
      else if (i % 7 === 0) putLink(board, { id: `link${i % 10}`, from: 'card1', to: 'card2', type: 'about' })
      else if (i % 7 === 3) removeLink(board, `link${(i - 3) % 10}`)
      else moveCard(board, `card${i % 20}`, i, i)
    })
    const last = rows.at(-1)
    if (last !== undefined) for (const other of boards) Y.applyUpdate(other.doc, last.update)
  }
  return rows
}

const says = (rows: readonly LogRow[]): unknown => {
  const { doc } = boardFromRows('b', rows)
  return [['cards', 'links', 'meta'].map((root) => doc.getMap(root).toJSON()), [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)]
}

describe('compaction', () => {
  it('[WS29] makes one row that says the same, from the live document and in a thread', async () => {
    const rows = rowsOfWork()
    const live = encodeBoard(boardFromRows('b', rows))
    const threaded = await encodeRows('b', rows)
    expect(says([{ n: rows.length, update: live }])).toEqual(says(rows))
    expect(says([{ n: rows.length, update: threaded }])).toEqual(says(rows))
    expect(live.byteLength).toBeLessThan(rows.reduce((sum, { update }) => sum + update.byteLength, 0) / 2)
  })

  it('[WS29] in a thread tells what is wrong with a row that cannot be read', async () => {
    await expect(encodeRows('b', [{ n: 7, update: Uint8Array.of(1, 2, 3) }])).rejects.toThrow(/Row 7 of board b/)
  })

  it('[WS29] comes after 500 rows, or 256 kB, or a quarter of a large board', () => {
    const tail = new Tail([row(1, 1_000)])
    for (let i = 0; i < 500; i++) tail.grew(10)
    expect(tail.isLong).toBe(false)
    tail.grew(10)
    expect(tail.isLong).toBe(true)
    expect(new Tail([row(1, 1_000), row(2, 262_145)]).isLong).toBe(true)
    expect(new Tail([row(1, 4_000_000), row(2, 262_145)]).isLong).toBe(false)
    expect(new Tail([row(1, 4_000_000), row(2, 1_000_001)]).isLong).toBe(true)
  })

  it('[WS29] counts what came while it ran towards the next one', () => {
    const tail = new Tail([row(1, 1_000), row(2, 50)])
    const { mark } = tail
    tail.grew(70)
    tail.compacted(mark, 900)
    expect([tail.rows, tail.total]).toEqual([1, 970])
  })
})
