// Which boards are judged on the spot, and which in a thread: whatever holds up the event loop holds up every other board.
import { expect, it } from 'vitest'
import { newBoard, SERVER_CLIENT_ID } from '../../../shared/board/document.ts'
import { boardBytes } from '../../../shared/board/bytes.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { Json } from '../../../shared/board/records.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { addRecord, putPerson } from '../../../shared/board/write-records.ts'
import { Reports } from '../../../server/rooms/reports.ts'

const NOW = { at: '2026-06-15T12:00:00.000Z', ms: Date.parse('2026-06-15T12:00:00.000Z') }

/** Whether the rows were asked for: only a thread needs them. */
async function inThread(fill: (board: ReturnType<typeof newBoard>) => void): Promise<boolean> {
  const board = newBoard(SERVER_CLIENT_ID)
  board.doc.transact(() => fill(board))
  let asked = false
  const reports = new Reports({ rows: () => { asked = true; return Promise.resolve([{ n: 1, update: boardBytes(board) }]) } })
  await reports.of({ board: 'b', state: readBoard(board) }, NOW)
  return asked
}

const round = (people: number, said: string) => (board: ReturnType<typeof newBoard>): void => {
  addCard(board, { id: 'g', kind: 'goal', x: 0, y: 0, title: 'Grow' })
  addRecord(board, 'rounds', { id: 'r', goal: 'g', invited: [], revealed: true })
  for (let n = 0; n < people; n++) {
    putPerson(board, { id: `p${n}`, name: `P${n}`, team: '', role: 'member' })
    addRecord(board, 'restatements', { id: `a${n}`, round: 'r', person: `p${n}`, what: said, seq: 1 })
  }
}
const tiers = (count: number): Json => [{ name: 'Least', conditions: Array.from({ length: count }, () => ({})) }]

it('[H138] a few answers of a round are compared on the spot, long or many ones in a thread', async () => {
  expect(await inThread(round(6, 'We grow by helping those who are here.'))).toBe(false)
  expect(await inThread(round(60, 'word '.repeat(400)))).toBe(true)
}, 30_000)

it('[H138] some tiers are checked on the spot, thousands of conditions in a thread', async () => {
  const proposals = (count: number, conditions: number) => (board: ReturnType<typeof newBoard>): void => {
    for (let n = 0; n < count; n++) addCard(board, { id: `p${n}`, kind: 'proposal', x: 0, y: 0, title: 'Do it', fields: { tiers: tiers(conditions) } })
  }
  expect(await inThread(proposals(20, 12))).toBe(false)
  expect(await inThread(proposals(20, 1_000))).toBe(true)
}, 30_000)
