// Keeps a BoardState beside a live document: after each Yjs transaction the next state, in which only what changed is
// read again and every untouched record keeps its identity. Writes nothing, and knows nobody who listens.
import type * as Y from 'yjs'
import { rootMap, type Board, type Root } from './document.ts'
import { sameJson } from './json.ts'
import { LinkEnds } from './link-ends.ts'
import * as read from './read.ts'
import { RECORD_ROOTS, type BoardChange, type BoardState, type RecordRoot } from './records.ts'
import type { Table } from './table.ts'
import { rootsOf, touchedBy, type Touched } from './touched.ts'

/** How a board and its records are read; one record for each call but of `board`. */
export interface Readers {
  readonly board: typeof read.readBoard
  readonly card: typeof read.readCard
  readonly link: typeof read.readLink
  readonly team: typeof read.readTeam
  readonly person: typeof read.readPerson
  readonly attestation: typeof read.readAttestation
  readonly ask: typeof read.readAsk
  readonly seen: typeof read.readSeen
  readonly record: typeof read.readRecord
}

export const READERS: Readers = {
  board: read.readBoard, card: read.readCard, link: read.readLink, team: read.readTeam, person: read.readPerson,
  attestation: read.readAttestation, ask: read.readAsk, seen: read.readSeen, record: read.readRecord,
}

export interface Following {
  readonly state: BoardState
  stop(): void
}

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Calls `heard` once for each transaction that changed what a BoardState says, with the next state. A first load is one
 * transaction too; reading the board whole instead costs the same (measured at 10,000 cards). `here`: it was written to
 * this document, not received.
 */
export function follow(board: Board, heard: (state: BoardState, change: BoardChange, here: boolean) => void, readers: Readers = READERS): Following {
  const roots = rootsOf(board)
  const ends = new LinkEnds()
  noteEnds(board, rootMap(board, 'links').keys(), ends)
  let state = readers.board(board)

  function after(transaction: Y.Transaction): void {
    const touched = touchedBy(transaction, roots)
    if (touched.keys.size === 0) return
    const before = state
    state = nextState(board, before, touched, ends, readers)
    if (state !== before) heard(state, changeBetween(before, state), transaction.local)
  }

  board.doc.on('afterTransaction', after)
  return {
    get state() {
      return state
    },
    stop: () => board.doc.off('afterTransaction', after),
  }
}

function noteEnds(board: Board, links: Iterable<string>, ends: LinkEnds): void {
  for (const id of links) ends.set(id, read.readEnds(board, id))
}

/** The table with these entries read again; equal ones keep their identity unless they are in `renew`. */
function stepped<V>(table: Table<V>, ids: Iterable<string>, readOne: (id: string) => V | undefined, renew: ReadonlySet<string> = NOTHING): Table<V> {
  let next = table
  for (const id of ids) {
    const value = readOne(id)
    const old = table.get(id)
    if (value === undefined) next = next.delete(id)
    else if (old === undefined || renew.has(id) || !sameJson(old, value)) next = next.set(id, value)
  }
  return next
}

/** Links that were touched, and all links of cards that came or went. */
function touchedLinks(before: Table<unknown>, after: Table<unknown>, touched: Touched, ends: LinkEnds): Set<string> {
  const links = new Set(touched.keys.get('links'))
  for (const id of touched.keys.get('cards') ?? NOTHING) {
    if (before.has(id) !== after.has(id)) for (const link of ends.linksOf(id)) links.add(link)
  }
  return links
}

function nextState(board: Board, state: BoardState, touched: Touched, ends: LinkEnds, readers: Readers): BoardState {
  const keys = (root: Root): ReadonlySet<string> => touched.keys.get(root) ?? NOTHING
  const cards = stepped(state.cards, new Set([...keys('cards'), ...keys('authorship')]), (id) => readers.card(board, id), touched.texts)
  noteEnds(board, keys('links'), ends)
  const tables = {
    cards,
    links: stepped(state.links, touchedLinks(state.cards, cards, touched, ends), (id) => readers.link(board, id)),
    teams: stepped(state.teams, keys('teams'), (id) => readers.team(board, id)),
    people: stepped(state.people, keys('people'), (id) => readers.person(board, id)),
    attestations: stepped(state.attestations, keys('attestations'), (id) => readers.attestation(board, id)),
    asks: stepped(state.asks, keys('asks'), (id) => readers.ask(board, id)),
    seen: stepped(state.seen, keys('seen'), (id) => readers.seen(board, id)),
    records: nextRecords(board, state.records, keys, readers),
  }
  const texts = keys('meta').size + keys('sys').size === 0 ? {} : boardTexts(board, state)
  const next = { ...state, ...texts, ...tables }
  return (Object.keys(next) as (keyof BoardState)[]).every((key) => next[key] === state[key]) ? state : next
}

function boardTexts(board: Board, state: BoardState): Pick<BoardState, 'title' | 'summary' | 'language' | 'settings'> {
  const settings = read.readSettings(board)
  return {
    title: read.readTitle(board), summary: read.readSummary(board), language: read.readLanguage(board),
    settings: sameJson(settings, state.settings) ? state.settings : settings,
  }
}

function nextRecords(board: Board, records: BoardState['records'], keys: (root: Root) => ReadonlySet<string>, readers: Readers): BoardState['records'] {
  const touched = RECORD_ROOTS.filter((root) => keys(root).size > 0)
  const next: Record<RecordRoot, BoardState['records'][RecordRoot]> = { ...records }
  for (const root of touched) next[root] = stepped(records[root], keys(root), (id) => readers.record(board, root, id))
  return touched.some((root) => next[root] !== records[root]) ? next : records
}

/** What differs between two states, as ids: O(changed), because tables share what did not change. */
function changeBetween(before: BoardState, after: BoardState): BoardChange {
  const settings = before.settings !== after.settings
  return {
    cards: after.cards.changedSince(before.cards),
    links: after.links.changedSince(before.links),
    attestations: after.attestations.changedSince(before.attestations),
    teams: after.teams.changedSince(before.teams),
    people: after.people.changedSince(before.people),
    asks: after.asks.changedSince(before.asks),
    seen: after.seen.changedSince(before.seen),
    records: new Set(RECORD_ROOTS.filter((root) => before.records[root] !== after.records[root])),
    board: settings || before.title !== after.title || before.summary !== after.summary || before.language !== after.language,
    settings,
  }
}
