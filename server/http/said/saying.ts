// The one way in for what people say in their own name: who may speak, the same record sent again, its id, person, team,
// number and time, and whether it met a newer wording. What each kind is about stands in its own file.
import { Hono } from 'hono'
import type * as v from 'valibot'
import { newId } from '../../../shared/board/ids.ts'
import { sameJson } from '../../../shared/board/json.ts'
import type { BoardState, Person } from '../../../shared/board/records.ts'
import type { Table } from '../../../shared/board/table.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import type { Posted } from '../../../shared/protocol/http.ts'
import type { Right } from '../../../shared/protocol/rights.ts'
import type { RecordedRoot, SaidRecords, Signed } from '../../../shared/protocol/said.ts'
import type { Room } from '../../rooms/rooms.ts'
import type { Parts } from '../parts.ts'
import { letIn, personOf } from '../request/board-door.ts'
import { askAgain, bodyOf } from '../request/body.ts'
import { unlessBusy } from '../request/busy.ts'
import { Failure, tooSmall } from '../request/failure.ts'
import { refuseFull, save } from '../request/saving.ts'

/** Who speaks, for which team, under which number. */
export interface Signature extends Signed { readonly team: string }
/** As it is stored: with who said it, for whom, when and as which. */
export function signed<Said extends object>(said: Said, signature: Signature): Said & Signature {
  return { ...said, ...signature }
}

export interface Speaker { readonly person: Person; readonly right: Right }

/** How every card stood at an instant. */
export interface Frozen { readonly at: string; readonly states: Readonly<Record<string, string>> }
const NOTHING: Frozen = { at: '', states: {} }

export interface Saying<Root extends RecordedRoot, Wish extends object, Said extends object> {
  readonly root: Root
  readonly body: v.GenericSchema<unknown, Wish & { readonly id?: string | undefined }>
  /** What guests are told. */
  readonly noGuests: string
  /** The body in its canonical spelling; throws where it could never be right. */
  readonly read: (wish: Omit<Wish, 'id'>) => Said
  /** Throws when this person cannot say that of the board as it is now. */
  readonly allow: (state: BoardState, said: Said, speaker: Speaker) => void
  /** Records that are numbered together with this one; without it nothing is numbered. */
  readonly series?: (said: Said, signature: Pick<Signature, 'person' | 'team'>) => Partial<SaidRecords[Root]>
  /** It says how every card stands: judged before it is written, because that takes long on a large board. */
  readonly freezes?: true
  readonly record: (said: Said, signature: Signature, frozen: Frozen) => SaidRecords[Root]
  /** By what the same record sent again is known. */
  readonly same: readonly (keyof Said & keyof SaidRecords[Root])[]
  /** What stands now in the place of its basis. */
  readonly basisNow?: (state: BoardState, record: SaidRecords[Root]) => string | undefined
}

function tableOf<Root extends RecordedRoot>(state: BoardState, root: Root): Table<SaidRecords[Root]> {
  const tables: Readonly<Record<RecordedRoot, unknown>> = { ...state.records, attestations: state.attestations, asks: state.asks }
  return tables[root] as Table<SaidRecords[Root]>
}

/** 1 + the highest number of the series, and after all that entries merged into this person's have said. */
function nextSeq<R extends object>(state: BoardState, table: Table<R>, series: Partial<R>, person: string): number {
  let highest = 0
  for (const { mergedInto, mergedSeq = 0 } of state.people.values()) if (mergedInto === person) highest = Math.max(highest, mergedSeq)
  const keys = Object.entries(series) as [keyof R, unknown][]
  for (const record of table.values()) {
    const { seq } = record as { seq?: unknown }
    if (typeof seq === 'number' && seq > highest && keys.every(([key, value]) => record[key] === value)) highest = seq
  }
  return highest + 1
}

/** The same record sent again, because its sender did not hear what became of it. */
function storedBefore<Root extends RecordedRoot, Said extends object>(
  { same }: Pick<Saying<Root, object, Said>, 'same'>, before: SaidRecords[Root] | undefined, said: Said, person: string,
): SaidRecords[Root] | undefined {
  if (before === undefined) return undefined
  if (before.person === person && same.every((key) => sameJson(before[key], said[key]))) return before
  throw new Failure(409, 'id_taken', 'Something else that was said here has this id.', { path: 'id' })
}

async function frozenOf(parts: Parts, room: Room): Promise<Frozen> {
  const now = parts.now()
  const at = now.toISOString()
  return { at, states: await unlessBusy('Too many baselines', parts.rooms.states(room, { at, ms: now.getTime() })) }
}

export function takes<Root extends RecordedRoot, Wish extends object, Said extends object>(parts: Parts, saying: Saying<Root, Wish, Said>): Hono {
  const { root } = saying
  const routes = new Hono()
  routes.post(`/:id/${root}`, async (c) => {
    const guest = await letIn(c, parts, 'edit')
    const { room } = guest
    personOf(guest, room.state)
    const { id: wished, ...wish } = await bodyOf(c, saying.body)
    const isNew = wished === undefined || !tableOf(room.state, root).has(wished)
    if (isNew) refuseFull(room)
    const said = saying.read(wish)
    const speaker = (state: BoardState): Person => {
      const person = personOf(guest, state)
      if (person.role === 'guest') throw tooSmall(saying.noGuests)
      return person
    }
    let frozen = NOTHING
    if (isNew && saying.freezes === true) {
      saying.allow(room.state, said, { person: speaker(room.state), right: guest.right })
      frozen = await frozenOf(parts, room)
      await askAgain(c)
    }
    const record = await save(parts, room, root, (board) => {
      const { state } = room
      const person = speaker(state)
      const table = tableOf(state, root)
      const before = storedBefore(saying, wished === undefined ? undefined : table.get(wished), said, person.id)
      if (before !== undefined) return before
      saying.allow(state, said, { person, right: guest.right })
      const speaks = { person: person.id, team: person.team }
      const seq = saying.series === undefined ? 0 : nextSeq(state, table, saying.series(said, speaks), person.id)
      const made = saying.record(said, { id: wished ?? newId(), ...speaks, seq, at: parts.now().toISOString() }, frozen)
      addRecord(board, root, made)
      return made
    })
    return c.json(posted(record, 'basis' in record ? record.basis : undefined, saying.basisNow?.(room.state, record)), 201)
  })
  return routes
}

function posted<R>(record: R, basis: string | undefined, now: string | undefined): Posted<R> {
  return now === undefined || now === basis ? { record, current: true } : { record, current: false, statement: now }
}
