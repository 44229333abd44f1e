// A title with marks of direction turns itself, and no text beside it: seen where the browser puts the letters.
import { expect, fixture, html } from '@open-wc/testing'
import { isolated } from '../../../client/language/isolated.ts'
import { words } from '../../../client/cards/words.ts'
import { shownTitle } from '../../../client/cards/size.ts'
import type { Card } from '../../../shared/board/records.ts'

/** Where each letter of a word stands on its line. */
function places(node: Text, word: string): number[] {
  const from = node.data.indexOf(word)
  const range = document.createRange()
  return [...word].map((_, at) => {
    range.setStart(node, from + at)
    range.setEnd(node, from + at + 1)
    return range.getBoundingClientRect().left
  })
}
const rising = (numbers: readonly number[]): boolean => numbers.every((one, at) => at === 0 || one > (numbers[at - 1] ?? 0))

const TURNING = ['\u202edesrever', '\u202dA\u202eB', '\u2067x', 'x\u2069\u202ey', '\u2066\u2067\u202ez', 'x\u2069\u2069\u202e', 'שלום', '\u202b1 2 3']

describe('a title that turns text around', () => {
  for (const title of TURNING) {
    it(`leaves the words after it alone: ${JSON.stringify(title)}`, async () => {
      const card = { title } as Card
      const line = await fixture<HTMLElement>(html`<p style="white-space: nowrap">${`Deleted ${shownTitle(card)} ${words.link('rests_on')} another (1)`}</p>`)
      const [node] = [...line.childNodes].filter((child): child is Text => child instanceof Text && child.data.includes('Deleted'))
      if (node === undefined) throw new Error('no text')
      for (const word of ['Deleted', words.link('rests_on'), 'another (1)']) expect(rising(places(node, word)), word).to.equal(true)
      expect((places(node, 'another')[0] ?? 0) > (places(node, 'Deleted')[0] ?? 0)).to.equal(true)
    })
  }

  it('is as it was without such marks', () => {
    for (const text of ['', 'Sales will stop', 'Größe & Übersicht', '販売', '👍🏽']) expect(isolated(text)).to.equal(text)
  })
})
