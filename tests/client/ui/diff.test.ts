// What changed between two wordings: nothing of either is lost, and it is said in words.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/ui/diff.ts'
import type { TacitDiff } from '../../../client/ui/diff.ts'
import { briefDiff, wordDiff } from '../../../client/ui/word-diff.ts'

const PAIRS = [
  ['Sales will stop on 1 April.', 'Sales will stop on 1 March.'],
  ['one two three four', 'one 2 3 four'],
  ['', 'all new'],
  ['all gone', ''],
  ['a b', 'b a'],
  ['the same', 'the same'],
  ['spaces   kept', 'spaces kept here'],
  ['first line\nsecond', 'first line\nanother second'],
] as const

describe('diff', () => {
  it('gives both wordings back', () => {
    for (const [before, after] of PAIRS) {
      const runs = wordDiff(before, after)
      expect(runs.filter((run) => run.kind !== 'added').map((run) => run.text).join(''), `before: ${before}`).to.equal(before)
      expect(runs.filter((run) => run.kind !== 'removed').map((run) => run.text).join(''), `after: ${after}`).to.equal(after)
    }
  })

  it('reads a rewritten phrase as one removal and one addition', () => {
    expect(wordDiff('one two three four', 'one 2 3 four').map((run) => run.kind)).to.deep.equal(['same', 'removed', 'added', 'same'])
  })

  it('takes a number or a time for one word', () => {
    expect(wordDiff('load is 1,800 at 06:30', 'load is 3,000 at 06:45')).to.deep.equal([
      { kind: 'same', text: 'load is ' }, { kind: 'removed', text: '1,800' }, { kind: 'added', text: '3,000' },
      { kind: 'same', text: ' at ' }, { kind: 'removed', text: '06:30' }, { kind: 'added', text: '06:45' },
    ])
  })

  it('marks what went and what came, says so, and passes axe', async () => {
    const diff = await fixture<TacitDiff>(html`<tacit-diff was="by 1 April" now="by 1 March"></tacit-diff>`)
    expect(diff.renderRoot.querySelector('del')?.textContent).to.equal('removed: April')
    expect(diff.renderRoot.querySelector('ins')?.textContent).to.equal('added: March')
    await expect(diff).to.be.accessible()
  })

  it('can leave out what stayed far from a change, and never a change', () => {
    const far = 'From the polling logs of the old board, where the two largest customers were missing from the first count.'
    const runs = briefDiff(`Peak load is 1,800 boards. ${far} Counted by hand.`, `Peak load is 3,000 boards. ${far} Counted by us.`)
    expect(runs.map((run) => run.text)).to.deep.equal(['Peak load is ', '1,800', '3,000', ' boards. From the … count. Counted by ', 'hand', 'us', '.'])
    expect(briefDiff(`${far} one`, `${far} two`)[0]?.text).to.equal('… from the first count. ')
  })

  it('says when nothing changed', async () => {
    const diff = await fixture<TacitDiff>(html`<tacit-diff was="same" now="same"></tacit-diff>`)
    expect(diff.renderRoot.querySelector('del, ins')).to.equal(null)
    expect(diff.renderRoot.textContent).to.contain('No words changed.')
  })
})
