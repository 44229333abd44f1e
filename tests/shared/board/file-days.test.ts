// A board file moved to another day: by whole weeks, days and instants alike, and nothing else.
import { describe, expect, it } from 'vitest'
import { FILE_FORMAT, type BoardFile } from '../../../shared/board/board-file.ts'
import { movedTo } from '../../../shared/board/file-days.ts'

const FILE: BoardFile = {
  format: FILE_FORMAT, title: 'Launch', exportedAt: '2026-11-16T09:00:00Z', people: [], attestations: [], teams: [],
  cards: [{ id: 'c', kind: 'commitment', title: 'On 4 December', x: 0, y: 0, due: '2026-12-04', reviewBy: '2027-01-18T09:00:00.000Z', createdAt: '2026-11-01T00:00:00Z' }, { id: 'n', kind: 'note', title: '2026-12-04', x: 0, y: 0 }],
  links: [{ id: 'l', from: 'c', to: 'n', type: 'depends_on', needBy: '2026-12-08' }],
}
const daysAt = (now: string): unknown => {
  const { cards: [card], links: [link] } = movedTo(FILE, new Date(now))
  return [card?.['due'], card?.['reviewBy'], link?.['needBy']]
}

describe('a board file on another day', () => {
  it('[H181] keeps its days as far away, and their weekdays', () => {
    expect(daysAt('2026-11-18T12:00:00Z')).toEqual(['2026-12-04', '2027-01-18T09:00:00.000Z', '2026-12-08'])
    expect(daysAt('2026-11-23T09:00:00Z')).toEqual(['2026-12-11', '2027-01-25T09:00:00.000Z', '2026-12-15'])
    expect(daysAt('2028-02-21T10:00:00Z')).toEqual(['2028-03-10', '2028-04-24T09:00:00.000Z', '2028-03-14'])
    expect(daysAt('2026-11-13T00:00:00Z')).toEqual(['2026-11-27', '2027-01-11T09:00:00.000Z', '2026-12-01'])
  })

  it('[H181] changes nothing else, and nothing of a file that does not say for which day it is', () => {
    const { cards: [card, note] } = movedTo(FILE, new Date('2027-11-23T09:00:00Z'))
    expect(card).toMatchObject({ title: 'On 4 December', createdAt: '2026-11-01T00:00:00Z' })
    expect(note).toEqual(FILE.cards[1])
    const { exportedAt: _written, ...undated } = FILE
    expect(movedTo(undated, new Date('2027-11-23T09:00:00Z'))).toBe(undated)
  })
})
