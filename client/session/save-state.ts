// The one sentence about this person's work: saved, saving, offline, not saved. A pure function of facts and `now`
// says it; the watch keeps the facts of one board and says it again when time alone changes it.
//
//   connecting ──first sync──► saved ◄──────────── all on disk ── saving (over 800 ms)
//                                │                                   ▲
//                     no connection: an attempt failed, 1 s ──► offline ──back──┤
//                                    no reply for 2 s ──► reconnecting ──back───┘
//                     message 101, 4409 ──► not saved        4401, 4403 ──► gone
import { Ledger } from './ledger.ts'
import type { SaveState } from './session.ts'
import { MutableStore, type Store } from './store.ts'

/** ms until "saving" is worth saying. */
export const SAVING_AFTER = 800
/** ms without a connection until "offline" is worth saying, once an attempt to connect has failed. */
export const OFFLINE_AFTER = 1_000
/** ms without a reply until "reconnecting" is worth saying. */
export const RECONNECTING_AFTER = 2_000
/** ms between two keys of one breath: as undo counts. */
const BREATH = 500

/** Something that could not be saved. `lasting`: the changes are out of the document, and it stays until it was read. */
export interface Trouble { readonly sentence: string; readonly lasting: boolean; readonly changes: number; readonly kept?: string }

export interface SaveFacts {
  readonly writes: boolean
  readonly ready: boolean
  /** Since when there is no connection, ms; undefined while there is one. */
  readonly downSince: number | undefined
  /** An attempt to connect has failed since, or the browser says that there is no network. */
  readonly away: boolean
  readonly pending: number
  /** When the oldest pending change was made, ms. */
  readonly oldest: number | undefined
  readonly trouble: Trouble | undefined
  readonly gone: string | undefined
}

/** The state at `now`, and the instant at which time alone changes it. */
export function saveStateOf(facts: SaveFacts, now: number): { readonly state: SaveState; readonly until?: number } {
  const { pending, trouble, downSince, oldest } = facts
  if (facts.gone !== undefined) return { state: { kind: 'gone', sentence: facts.gone } }
  if (trouble !== undefined) {
    return { state: { kind: 'not-saved', pending: trouble.lasting ? trouble.changes : pending, sentence: trouble.sentence, ...(trouble.kept === undefined ? {} : { kept: trouble.kept }) } }
  }
  const offlineAt = downSince === undefined ? undefined : downSince + (facts.away ? OFFLINE_AFTER : RECONNECTING_AFTER)
  if (offlineAt !== undefined && now >= offlineAt) return { state: { kind: facts.away ? 'offline' : 'reconnecting', pending } }
  if (!facts.ready) return { state: { kind: 'connecting' }, ...(offlineAt === undefined ? {} : { until: offlineAt }) }
  if (!facts.writes) return { state: { kind: 'view-only' }, ...(offlineAt === undefined ? {} : { until: offlineAt }) }
  const savingAt = oldest === undefined ? undefined : oldest + SAVING_AFTER
  if (savingAt !== undefined && now >= savingAt) return { state: { kind: 'saving', pending }, ...(offlineAt === undefined ? {} : { until: offlineAt }) }
  const until = Math.min(savingAt ?? Infinity, offlineAt ?? Infinity)
  return { state: { kind: 'saved' }, ...(until === Infinity ? {} : { until }) }
}

const same = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The facts of one board and the store made from them. */
export class SaveWatch {
  readonly ledger = new Ledger()
  readonly #store = new MutableStore<SaveState>({ kind: 'connecting' })
  readonly #writes: boolean
  #ready = false
  #step = 0
  #typing = false
  #lastMade = 0
  #downSince: number | undefined = Date.now()
  #away = false
  #trouble: Trouble | undefined
  #gone: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Grows whenever a fact changes, also one that the sentence does not tell. */
  readonly #counted = new MutableStore(0)

  constructor(writes: boolean) {
    this.#writes = writes
    this.#say()
  }

  get state(): Store<SaveState> {
    return this.#store
  }

  /** Changes whenever anything did, also what the sentence does not tell. */
  get counted(): Store<number> {
    return this.#counted
  }

  /** `typed`: what is typed in one breath is one change to the person who types. */
  made(typed: boolean): void {
    const now = Date.now()
    if (!typed || !this.#typing || now - this.#lastMade > BREATH) this.#step++
    this.#typing = typed
    this.#lastMade = now
    this.ledger.made(now, this.#step)
    this.#say()
  }

  sent(changes: number): void {
    this.ledger.sent(changes)
    this.#say()
  }

  sentAll(): void {
    this.ledger.sentAll()
    this.#say()
  }

  stored(count: number): void {
    this.ledger.stored(count)
    if (this.#trouble?.lasting === false && this.ledger.pending === 0) this.#trouble = undefined
    this.#say()
  }

  up(): void {
    this.#downSince = undefined
    this.#away = false
    this.#say()
  }

  down(): void {
    this.ledger.lost()
    this.#downSince ??= Date.now()
    this.#say()
  }

  /** An attempt to connect failed, or the browser has lost its network. */
  failed(): void {
    this.#downSince ??= Date.now()
    this.#away = true
    this.#say()
  }

  /** Changes of earlier pages of this browser that the server may lack. */
  owe(changes: number): void {
    const now = Date.now()
    for (let step = 1; step <= changes; step++) this.ledger.made(now, -step)
    this.#say()
  }

  get isUp(): boolean {
    return this.#ready && this.#downSince === undefined
  }

  synced(): void {
    this.#ready = true
    this.#say()
  }

  trouble(trouble: Trouble): void {
    this.#trouble = trouble
    this.#say()
  }

  /** Resolves when all that was made here so far is on disk at the server; rejects when the board is gone or it was refused. */
  settled(): Promise<void> {
    return this.#when(() => this.#ready && this.ledger.pending === 0)
  }

  /** Resolves when there is a connection and everything that went over it is on disk, the first step 2 with it. */
  brought(): Promise<void> {
    return this.#when(() => this.isUp && this.ledger.isClear)
  }

  #when(done: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): boolean => {
        if (this.#gone !== undefined || this.#trouble?.lasting === true) reject(new Error(this.#gone ?? this.#trouble?.sentence))
        else if (done()) resolve()
        else return false
        return true
      }
      if (look()) return
      const stop = this.#counted.subscribe(() => { if (look()) stop() })
    })
  }

  /** The words that the refused changes would have brought. */
  keep(kept: string | undefined): void {
    if (kept !== undefined && this.#trouble?.lasting === true) this.trouble({ ...this.#trouble, kept })
  }

  gone(sentence: string): void {
    this.#gone = sentence
    this.#say()
  }

  /** The document was loaded afresh: nothing of it is owed. */
  startAfresh(): void {
    this.ledger.clear()
    this.#say()
  }

  dismiss(): void {
    this.#trouble = undefined
    this.#say()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #say(): void {
    clearTimeout(this.#timer)
    const now = Date.now()
    const facts: SaveFacts = {
      writes: this.#writes, ready: this.#ready, downSince: this.#downSince, away: this.#away, pending: this.ledger.pending,
      oldest: this.ledger.oldest, trouble: this.#trouble, gone: this.#gone,
    }
    const { state, until } = saveStateOf(facts, now)
    if (!same(state, this.#store.value)) this.#store.set(state)
    this.#counted.set(this.#counted.value + 1)
    if (until !== undefined) this.#timer = setTimeout(() => this.#say(), Math.max(0, until - now))
  }
}
