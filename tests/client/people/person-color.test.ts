// Whose colour is which: nobody shares one while there are enough, and every page finds the same.
import { expect } from '@open-wc/testing'
import { colorAmong, PERSON_COLORS, personColor } from '../../../shared/protocol/person-color.ts'

type Listed = Readonly<Record<string, { readonly removed?: boolean; readonly mergedInto?: string }>>
const colors = (people: Listed): Record<string, string> => {
  const list = new Map(Object.entries(people))
  return Object.fromEntries([...list.keys()].map((id) => [id, colorAmong(list, id)]))
}
/** Ids whose own colour is the same one. */
const alike = (count: number): string[] => Array.from({ length: 900 }, (_, n) => `p${n}`).filter((id) => personColor(id) === PERSON_COLORS[2]).slice(0, count).sort()
const of = (ids: readonly string[]): Listed => Object.fromEntries(ids.map((id) => [id, {}]))

describe('the colours of people', () => {
  it('differ for as many as there are colours, though all would have the same', () => {
    const ids = alike(6)
    expect(new Set(Object.values(colors(of(ids)))).size).to.equal(6)
    expect(colors(of(ids))[ids[0] ?? '']).to.equal(PERSON_COLORS[2])
  })

  it('are the same in whatever order the list comes', () => {
    const ids = [...alike(4), 'ana', 'ben', 'mei']
    expect(colors(of([...ids].reverse()))).to.deep.equal(colors(of(ids)))
  })

  it('repeat evenly when there are more people', () => {
    const uses = new Map<string, number>()
    for (const color of Object.values(colors(of(alike(15))))) uses.set(color, (uses.get(color) ?? 0) + 1)
    expect([...uses.values()].sort()).to.deep.equal([2, 2, 2, 3, 3, 3])
  })

  it('are not kept for those who were removed, and two entries of one person have one', () => {
    const [a = '', b = '', c = ''] = alike(3)
    expect(colors({ [a]: { removed: true }, [b]: {} })[b]).to.equal(PERSON_COLORS[2])
    const merged = colors({ [a]: {}, [b]: {}, [c]: { mergedInto: b } })
    expect(merged[c]).to.equal(merged[b])
    expect(merged[b]).to.not.equal(merged[a])
  })

  it('of a stranger is their own', () => {
    expect(colorAmong(new Map(), 'somebody')).to.equal(personColor('somebody'))
  })
})
