// Reports of boards: of a small one on the spot, of a large one in a thread, one after another and in turns of boards, so
// that nobody who asks for a report holds up those who type, or those who ask for one of another board.
import { plainObject } from '../../shared/board/json.ts'
import type { BoardState, Json } from '../../shared/board/records.ts'
import { agendaMarkdown, agendaOf } from '../../shared/export/agenda.ts'
import { agendaWordsFor } from '../../shared/export/agenda-languages.ts'
import { statesNow } from '../../shared/rules/drift.ts'
import { judge } from '../../shared/rules/judge.ts'
import { report } from '../../shared/rules/report.ts'
import type { Storage } from '../storage/storage.ts'
import { inThread, type ThreadBounds } from './in-thread.ts'
import { TooMuchWork, type Instant, type Room, type RoomsLog } from './rooms.ts'
import { Turns } from './turns.ts'

/** Cards, links, records and pairs of teams of a board that is judged within some 20 ms. */
const SMALL = 600

type Asked = 'report' | 'states' | 'agenda'

/** So many conditions of a tier, and so many characters of an answer beside one other answer, take as long as a card. */
const CONDITIONS_OF_A_CARD = 16
const CHARS_OF_A_CARD = 120
/** So many answers of a round are compared with each other at most. */
const MOST_COMPARED = 100

/** What the time of a judgement grows with. A file of 100 kB may name thousands of teams, and each is asked about every other. */
function workOf(state: BoardState): number {
  const { cards, links, attestations, asks, teams, records } = state
  const counted = [cards, links, attestations, asks, ...Object.values(records)] as const
  const work = counted.reduce((sum, { size }) => sum + size, teams.size ** 2)
  return work > SMALL ? work : work + atLength(state)
}

/** Few records may say much: a proposal thousands of conditions, an answer of a round thousands of characters. */
function atLength({ cards, records: { restatements } }: BoardState): number {
  const conditions = [...cards.values()].reduce((sum, { fields: { tiers } }) => sum + (Array.isArray(tiers) ? entries(tiers as readonly Json[]) : 0), 0)
  const chars = [...restatements.values()].flatMap((record) => Object.values(record)).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0)
  return conditions / CONDITIONS_OF_A_CARD + (chars * Math.min(restatements.size, MOST_COMPARED)) / CHARS_OF_A_CARD
}

/** Tiers, and their conditions. */
function entries(tiers: readonly Json[]): number {
  return tiers.reduce<number>((sum, tier) => {
    const conditions = plainObject(tier)?.['conditions']
    return sum + 1 + (Array.isArray(conditions) ? conditions.length : 0)
  }, 0)
}

export class Reports {
  readonly #storage: Pick<Storage, 'rows'>
  readonly #log: Pick<RoomsLog, 'warn'> | undefined
  readonly #bounds: ThreadBounds
  readonly #turns = new Turns()

  constructor(storage: Pick<Storage, 'rows'>, log?: Pick<RoomsLog, 'warn'>, bounds: ThreadBounds = {}) {
    this.#storage = storage
    this.#log = log
    this.#bounds = bounds
  }

  /** The JSON of `tacit-report/1`. Rejects with `TooMuchAtOnce` when too many wait already, with `TooMuchWork` when it is too large. */
  async of({ board, state }: Pick<Room, 'board' | 'state'>, { at, ms }: Instant): Promise<Uint8Array<ArrayBuffer> | string> {
    if (workOf(state) <= SMALL) return JSON.stringify(report(state, judge(state, ms), at))
    return this.#inTurn<Uint8Array<ArrayBuffer>>(board, { at, ms }, 'report')
  }

  /** What a baseline of that instant writes down. Rejects as `of` does. */
  async states({ board, state }: Pick<Room, 'board' | 'state'>, instant: Instant): Promise<Readonly<Record<string, string>>> {
    if (workOf(state) > SMALL) return this.#inTurn<Readonly<Record<string, string>>>(board, instant, 'states')
    const judgements = judge(state, instant.ms)
    return statesNow(state, (cardId) => judgements.status(cardId))
  }

  /** The check-in agenda as Markdown, in this language or else the board's. Rejects as `of` does. */
  async agenda({ board, state }: Pick<Room, 'board' | 'state'>, instant: Instant, language: string | undefined): Promise<string> {
    if (workOf(state) > SMALL) return this.#inTurn<string>(board, instant, 'agenda', language)
    return agendaMarkdown(agendaOf({ board: state, judgements: judge(state, instant.ms), words: agendaWordsFor(language ?? state.language) }))
  }

  #inTurn<T>(board: string, instant: Instant, what: Asked, language?: string): Promise<T> {
    return this.#turns.take(board, () => this.#inThread<T>(board, instant, what, language))
  }

  /** Its rows are read when it is its turn: those of all that wait would fill the memory. */
  async #inThread<T>(id: string, { at, ms: now }: Instant, what: Asked, language: string | undefined): Promise<T> {
    try {
      return await inThread<T>(new URL('./report-worker.ts', import.meta.url), { id, rows: await this.#storage.rows(id), at, now, what, language }, this.#bounds)
    } catch (error) {
      if (error instanceof TooMuchWork) this.#log?.warn({ board: id, what, err: error }, 'a board is too large to be judged')
      throw error
    }
  }
}
