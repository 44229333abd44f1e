// A board file as a template: the same cards, links and teams, without anybody's name, answer or word about others.
import type { BoardFile, FileCard } from './board-file.ts'
import type { Json } from './records.ts'
import { AUTHORSHIP_KEYS } from './schema-records.ts'

/** Fields of a card that name a person, or say who wrote or read it. */
const PERSONAL: ReadonlySet<string> = new Set([...AUTHORSHIP_KEYS, 'owner', 'decider', 'seenBy'])

function withoutPeople(card: FileCard): FileCard {
  return Object.fromEntries(Object.entries(card).filter(([key]) => !PERSONAL.has(key))) as { [field: string]: Json } as unknown as FileCard
}

/** The board without people and answers; deleted cards and their links are left out. */
export function templateOf(file: BoardFile): BoardFile {
  const cards = file.cards.filter(({ deleted }) => deleted !== true).map(withoutPeople)
  const ids = new Set(cards.map(({ id }) => id))
  const { format, title, summary, language, settings, teams } = file
  return {
    format, title,
    ...(summary === undefined ? {} : { summary }), ...(language === undefined ? {} : { language }), ...(settings === undefined ? {} : { settings }),
    teams,
    people: [],
    cards,
    links: file.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    attestations: [],
  }
}
