// A checked board file written into a fresh document. Not one entry is written when anything of it is there already;
// the caller gives the one transaction. Authorship, answers and what was seen go to the roots that only the server writes.
import { OPTIONAL_COLLECTIONS, type BoardFile, type FileCard } from './board-file.ts'
import { CARD_PLACE_KEYS } from './schema.ts'
import { rootMap, type Board, type Root } from './document.ts'
import { authorshipOf } from './from-json.ts'
import { fillMarkdown } from './markdown.ts'
import type { Attestation, Ask, Authorship, BoardRecord, Json, RecordRoot, Settings } from './records.ts'
import { AUTHORSHIP_KEYS } from './schema-records.ts'
import { insertCard } from './write-cards.ts'
import { addAsk, addAttestation, addRecord, markSeen, putAuthorship, putLanguage, putPerson, putSettings, putVersion } from './write-records.ts'

/** Fields of a card in a file that are not plain fields of the card in the document. */
const APART: ReadonlySet<string> = new Set([...CARD_PLACE_KEYS, ...AUTHORSHIP_KEYS, 'id', 'title', 'body', 'x', 'y', 'w', 'seenBy'])

function mustBeFree(board: Board, root: Root, entries: readonly { readonly id: string }[]): void {
  const taken = entries.find(({ id }) => rootMap(board, root).has(id))
  if (taken !== undefined) throw new Error(`${root} has "${taken.id}" already`)
}

function plainFields(card: FileCard): Record<string, Json> {
  const fields = Object.fromEntries(Object.entries(card).filter(([key]) => !APART.has(key))) as Record<string, Json>
  return { ...fields, ...(card.retired === true ? { retired: true } : {}) }
}

/** Who wrote a card and when, as far as the file says; undefined when it says nothing. */
function authorship(card: FileCard): Authorship | undefined {
  const said = authorshipOf(card)
  return Object.values(said).some((value) => value !== undefined) ? said : undefined
}

function importCard(board: Board, card: FileCard): void {
  const { id, kind, title, body, x, y, w, order, frame } = card
  insertCard(board, {
    id, kind, title, x, y, order, width: w, frame: frame === '' ? undefined : frame, hidden: card.deleted === true, fields: plainFields(card),
    // Without a body there is not even an empty paragraph, so that an export has none either.
    fillBody: (fragment) => { if (body !== undefined) fillMarkdown(fragment, body) },
  })
  const said = authorship(card)
  if (said !== undefined) putAuthorship(board, id, said)
  if (card.seenBy !== undefined) markSeen(board, id, card.seenBy)
}

function importTexts(board: Board, file: BoardFile): void {
  putVersion(board)
  rootMap(board, 'meta').set('title', file.title)
  if (file.summary !== undefined) rootMap(board, 'meta').set('summary', file.summary)
  if (file.language !== undefined) putLanguage(board, file.language)
  if (file.settings !== undefined) putSettings(board, file.settings as Settings)
}

function addTo(board: Board, root: 'asks' | RecordRoot, record: BoardRecord): void {
  if (root === 'asks') addAsk(board, record as unknown as Ask)
  else addRecord(board, root, record)
}

/** Writes the file into a board that has none of its cards, links, teams, people and records yet. */
export function importFile(board: Board, file: BoardFile): void {
  for (const root of ['teams', 'people', 'cards', 'links', 'attestations', ...OPTIONAL_COLLECTIONS] as const) mustBeFree(board, root, file[root] ?? [])
  board.doc.transact(() => {
    importTexts(board, file)
    for (const { id, ...team } of file.teams) rootMap(board, 'teams').set(id, team)
    for (const person of file.people) putPerson(board, person)
    for (const card of file.cards) importCard(board, card)
    for (const { id, ...link } of file.links) rootMap(board, 'links').set(id, link)
    for (const record of file.attestations) addAttestation(board, record as unknown as Attestation)
    for (const root of OPTIONAL_COLLECTIONS) for (const record of file[root] ?? []) addTo(board, root, record)
  })
}
