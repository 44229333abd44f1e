// Days and distances as a reader says them; German is what the browser itself formats by the same rules.
import { expect } from '@open-wc/testing'
import { agoInWords, dayInWords, dayOf, distanceInWords, nearDayInWords } from '../../../client/language/dates.ts'

const NOW = Date.parse('2026-02-02T12:00:00Z')

describe('dates in words', () => {
  it('says the day, with the year only when it is another one', () => {
    expect(dayInWords('2026-01-30T23:59:00Z', NOW)).to.equal('30 Jan')
    expect(dayInWords('2025-11-12', NOW)).to.equal('12 Nov 2025')
    expect(dayInWords('soon', NOW)).to.equal('')
    expect(dayInWords(undefined, NOW)).to.equal('')
  })

  it('leaves the year out on cards while the day and the month name one day only', () => {
    expect(nearDayInWords('2025-11-12', NOW)).to.equal('12 Nov')
    expect(nearDayInWords('2024-11-12', NOW)).to.equal('12 Nov 2024')
    expect(nearDayInWords('', NOW)).to.equal('')
  })

  it('says how long ago', () => {
    const cases = [['2026-02-02T11:59:30Z', 'now'], ['2026-02-02T11:55:00Z', '5 min ago'], ['2026-02-02T10:00:00Z', '2 hr ago'], ['2026-02-01T23:00:00Z', 'yesterday'], ['2026-01-30T09:00:00Z', 'Friday'], ['2026-01-20T09:00:00Z', '20 Jan'], ['2026-02-02T13:00:00Z', 'now']] as const
    for (const [date, words] of cases) expect(agoInWords(date, NOW)).to.equal(words)
  })

  it('says how far off', () => {
    const cases = [['2026-02-14', 'in 12 days'], ['2026-02-03', 'tomorrow'], ['2026-02-02', 'today'], ['2026-02-01', 'yesterday'], ['2026-01-26', '7 days ago'], ['', '']] as const
    for (const [date, words] of cases) expect(distanceInWords(date, NOW)).to.equal(words)
    expect(dayOf('2026-02-14T10:00:00Z')).to.equal('2026-02-14')
  })
})
