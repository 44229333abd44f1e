// Joining updates says the same as applying them one after another, whoever wrote them and whatever they hold.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { joinUpdates } from '../../../server/rooms/join-updates.ts'
import { newBoard, rootMap, type Board } from '../../../shared/board/document.ts'
import { putLink, removeLink, setSummary } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, moveCard, replaceTitle } from '../../../shared/board/write-cards.ts'

/** One step of one of three writers. */
const step = fc.record({ who: fc.nat(2), what: fc.nat(6), n: fc.nat(5), text: fc.string({ maxLength: 12 }) })
type Step = { readonly who: number; readonly what: number; readonly n: number; readonly text: string }

function act(board: Board, { what, n, text }: Step): void {
  const card = `card${n}`
  const has = rootMap(board, 'cards').has(card)
  if (what === 0 && !has) addCard(board, { id: card, kind: 'note', x: n, y: n, title: text })
  else if (what === 1 && has) moveCard(board, card, n, text.length)
  else if (what === 2 && has) replaceTitle(board, card, text)
  else if (what === 3 && has) deleteCard(board, card)
  else if (what === 4) putLink(board, { id: `link${n}`, from: 'card1', to: 'card2', type: 'about' })
  else if (what === 5) removeLink(board, `link${n}`)
  else setSummary(board, text)
}

/** Runs the steps on boards that know each other's work, and gives the update of each step. */
function updatesOf(steps: readonly Step[]): { readonly updates: readonly Uint8Array[]; readonly whole: Y.Doc } {
  const boards = [newBoard(11), newBoard(22), newBoard(33)]
  const whole = new Y.Doc()
  const updates: Uint8Array[] = []
  for (const next of steps) {
    const board = boards[next.who]
    if (board === undefined) continue
    let made: Uint8Array | undefined
    board.doc.once('update', (update: Uint8Array) => { made = update })
    board.doc.transact(() => act(board, next))
    if (made === undefined) continue
    updates.push(made)
    for (const other of [...boards.map(({ doc }) => doc), whole]) if (other !== board.doc) Y.applyUpdate(other, made)
  }
  return { updates, whole }
}

const says = (doc: Y.Doc): unknown => [...['meta', 'cards', 'links'].map((root) => doc.getMap(root).toJSON()), [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)]

function applied(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

describe('joining updates', () => {
  it('[WS13] says the same as the updates one after another', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), fc.nat(40), (steps, cut) => {
      const { updates, whole } = updatesOf(steps)
      if (updates.length === 0) return
      const at = Math.min(cut, updates.length - 1)
      const doc = applied([...updates.slice(0, at), joinUpdates(updates.slice(at))])
      expect(says(doc)).toEqual(says(whole))
      expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    }), { numRuns: 300 })
  })

  it('[WS13] of updates that overlap or leave a gap says the same as Yjs', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 2, maxLength: 30 }), fc.array(fc.nat(29), { minLength: 2, maxLength: 20 }), (steps, picks) => {
      const { updates } = updatesOf(steps)
      const picked = picks.flatMap((pick) => updates[pick] ?? [])
      if (picked.length === 0) return
      const [joined, merged] = [applied([joinUpdates(picked), ...updates]), applied([Y.mergeUpdates(picked), ...updates])]
      expect(says(joined)).toEqual(says(merged))
    }), { numRuns: 200 })
  })

  it('[WS12] leaves a lone update as it is', () => {
    const { updates } = updatesOf([{ who: 0, what: 0, n: 1, text: 'x' }])
    expect(joinUpdates(updates)).toBe(updates[0])
  })
})
