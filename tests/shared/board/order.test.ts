// Which card lies above which: keys between any two neighbours, whatever the neighbours are.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareOrder, isOrderKey, orderAbove, orderBelow, orderBetween, orderOver, type Ordered } from '../../../shared/board/order.ts'
import { runs } from './random-edits.ts'

const cards = (...keys: (string | undefined)[]): Ordered[] => keys.map((order, at) => ({ id: `c${at}`, order }))

describe('order', () => {
  it('[OR1] a new key lies between its neighbours, however often the same gap is used', () => {
    fc.assert(fc.property(fc.array(fc.nat(1_000), { maxLength: 120 }), (places) => {
      const keys: string[] = []
      for (const place of places) {
        const at = place % (keys.length + 1)
        const key = orderBetween(keys[at - 1], keys[at])
        expect(isOrderKey(key)).toBe(true)
        expect((keys[at - 1] ?? '') < key && (keys[at] === undefined || key < keys[at])).toBe(true)
        keys.splice(at, 0, key)
      }
    }), runs(100))
  })

  it('[OR2] two people in one gap make different keys', () => {
    const keys = Array.from({ length: 2_000 }, () => orderBetween('a0', 'a1'))
    // 234,000 keys in the gap: among 2,000 about 8.5 fall together, and never the most of them.
    expect(new Set(keys).size).toBeGreaterThan(1_950)
  })

  it('[OR3] bringing to the front ten thousand times keeps keys short', () => {
    let pile: Ordered[] = []
    for (let at = 0; at < 10_000; at++) pile = [{ id: `c${at}`, order: orderAbove(pile) }, ...pile.slice(0, 3)]
    expect(pile[0]?.order?.length).toBeLessThan(9)
    expect(pile.toSorted(compareOrder).at(-1)?.id).toBe('c9999')
  })

  it('[OR4] equal, swapped and broken neighbours never throw: the new key lies right above the lower one', () => {
    const neighbour = fc.oneof(fc.constantFrom(undefined, 'a0', 'a0V', 'a1', 'Zz', 'b00', 'z', '', '!', 'a00', 'A00000000000000000000000000', '😀'), fc.string({ maxLength: 4 }))
    fc.assert(fc.property(neighbour, neighbour, (lower, upper) => {
      const key = orderBetween(lower, upper)
      expect(isOrderKey(key)).toBe(true)
      if (isOrderKey(lower)) expect(key > lower).toBe(true)
      if (isOrderKey(upper) && (!isOrderKey(lower) || lower < upper)) expect(key < upper).toBe(true)
    }), runs(500))
  })

  it('[OR5] above and below a pile, and over a tie', () => {
    const pile = cards('a1', 'a1', undefined, 'a3', '!!')
    const [top, bottom, over] = [orderAbove(pile), orderBelow(pile), orderOver('a1', pile)]
    expect(top > 'a3' && bottom < 'a1' && over > 'a1' && over < 'a3').toBe(true)
    expect(orderOver(undefined, pile) < 'a1' && orderOver('a3', pile) > 'a3').toBe(true)
    expect(isOrderKey(orderAbove([]))).toBe(true)
  })

  it('[OR6] cards without a key come first, ties by id', () => {
    expect([{ id: 'b', order: 'a1' }, { id: 'a', order: 'a1' }, { id: 'z' }, { id: 'y', order: 'Zz' }, { id: 'x' }].sort(compareOrder).map(({ id }) => id)).toEqual(['x', 'z', 'y', 'a', 'b'])
  })

  it('[OR7] a key as long as a key may be keeps nobody from laying a card beside it', () => {
    for (const hostile of ['z'.repeat(118), 'z'.repeat(120), `a0${'z'.repeat(118)}`, `a0${'0'.repeat(117)}1`]) {
      expect(isOrderKey(hostile)).toBe(true)
      const pile = cards('a0', hostile, 'a1')
      for (const made of [orderAbove(pile), orderBelow(pile), orderOver('a0', pile), orderOver(hostile, pile), orderBetween(hostile, 'z1'), orderBetween('a0', hostile)]) expect(isOrderKey(made)).toBe(true)
    }
  })
})
