// The long form of the judging tests: many walks of random edits, and boards of 10,000 cards in shapes that invite
// nested scans, deep recursion or copied lists.
import * as fc from 'fast-check'
import { describe, test } from 'vitest'
import { linearWork, type Shape } from './counted-board.ts'
import { judgedAgain } from './judged-again.ts'
import { seedOf } from './random-board.ts'

const SHAPES: Readonly<Record<string, Shape>> = { J11: 'plain', J12: 'random', J13: 'hub', J14: 'chain', J15: 'ladder', J16: 'ring' }

describe('work on whole boards', () => {
  for (const [id, shape] of Object.entries(SHAPES)) {
    test(`[${id}] 10,000 cards and 20,000 links (${shape}) are judged whole in one pass`, () => {
      linearWork(shape)
    })
  }
})

describe('judging again, at length', () => {
  test('[J01] what is kept from the previous judgement equals a board judged from scratch', () => {
    fc.assert(judgedAgain(), { numRuns: 1_000, seed: seedOf('judging again, at length') })
  })
})
