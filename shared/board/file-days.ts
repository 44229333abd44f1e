// A board file moved to another day: what it says of days stays as far away as on the day for which it was written, and
// on the same day of the week. For boards to start from; what people said on a day is never moved.
import type { BoardFile, FileCard, FileLink } from './board-file.ts'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
/** Fields of cards that are a day or an instant. */
const DAYS = ['due', 'reviewBy', 'removeBy'] as const

function moved(day: unknown, by: number): string | undefined {
  if (typeof day !== 'string' || !Number.isFinite(Date.parse(day))) return undefined
  const instant = new Date(Date.parse(day) + by).toISOString()
  return day.length === 'YYYY-MM-DD'.length ? instant.slice(0, day.length) : instant
}

function movedCard(card: FileCard, by: number): FileCard {
  const days = DAYS.map((key) => [key, moved(card[key], by)] as const).filter(([, day]) => day !== undefined)
  return { ...card, ...Object.fromEntries(days) }
}

function movedLink(link: FileLink, by: number): FileLink {
  const needBy = moved(link.needBy, by)
  return needBy === undefined ? link : { ...link, needBy }
}

/** By whole weeks, so that it was written for today or for a day of the last week. */
export function movedTo(file: BoardFile, now: Date): BoardFile {
  const written = Date.parse(file.exportedAt ?? '')
  if (!Number.isFinite(written)) return file
  const by = Math.floor((now.getTime() - written) / WEEK_MS) * WEEK_MS
  return by === 0 ? file : { ...file, cards: file.cards.map((card) => movedCard(card, by)), links: file.links.map((link) => movedLink(link, by)) }
}
