// Boards of 10,000 cards in shapes that invite nested scans, deep recursion or copied lists: still one pass.
import { describe, test } from 'vitest'
import { linearWork, type Shape } from './counted-board.ts'

const SHAPES: Readonly<Record<string, Shape>> = { J12: 'random', J13: 'hub', J14: 'chain', J15: 'ladder', J16: 'ring' }

describe('work on boards of other shapes', () => {
  for (const [id, shape] of Object.entries(SHAPES)) {
    test(`[${id}] 10,000 cards and 20,000 links (${shape}) are judged whole in one pass`, () => {
      linearWork(shape)
    })
  }
})
