// What people say in their own name, on its way: answers, stances, acknowledgements, notes, replies. It is written down
// with the wording seen before it is sent, goes out after the edits made before it and after what was said before it,
// and leaves when the server has it. It carries its id from the start, so a retry after an unknown outcome is the same
// record. Knows no socket and no element.
//
//   given ──written down──► waiting ──server has it──► gone (met: the wording has changed)
//                              │  ▲ no reply: kept, tried again
//                              └──refused──► stays with the reason until taken back
import { newId } from '../../shared/board/ids.ts'
import type { Posted } from '../../shared/protocol/http.ts'
import type { PostedBodies } from '../../shared/protocol/said.ts'
import { ApiError } from './api.ts'
import type { Given, ShelfChange, Waiting, WaitingRoot } from './shelf.ts'
import { MutableStore } from './store.ts'
import { words } from './words.ts'

/** ms that an answer waits for the edits before it while there is a connection; then it goes on waiting in the outbox. */
const PATIENCE = 8_000
/** ms until the outbox is tried again when the server is there and does not take it; doubles. */
const FIRST_RETRY = 2_000
const LAST_RETRY = 30_000

/** What is sent of each kind: a shelf may hold more, of an older or a newer page. */
const SENT: { readonly [R in WaitingRoot]: readonly (keyof PostedBodies[R])[] } = {
  attestations: ['id', 'card', 'verdict', 'basis', 'evidence', 'reason'],
  asks: ['id', 'card', 'team'],
  stances: ['id', 'card', 'stance', 'basis', 'reason'],
  acks: ['id', 'link', 'side', 'response', 'basis', 'reason'],
  changeNotes: ['id', 'card', 'basis', 'requires', 'needs', 'ifNot'],
  perceptions: ['id', 'about', 'text'],
  perceptionReplies: ['id', 'perception', 'verdict', 'basis', 'note'],
  seen: ['card'],
}

export interface AnswerRoad {
  readonly person: () => string | undefined
  readonly post: <R extends WaitingRoot>(root: R, body: PostedBodies[R]) => Promise<Posted<unknown>>
  /** Resolves when all edits made here so far are on the server's disk. */
  readonly settled: () => Promise<void>
  readonly isUp: () => boolean
  /** Writes down; true when it is written. */
  readonly write: (change: ShelfChange) => Promise<boolean>
  /** What other tabs have written down and sent meanwhile; undefined when that cannot be read. */
  readonly reread?: () => Promise<readonly Waiting[] | undefined>
  /** Runs for one tab at a time. */
  readonly alone?: (run: () => Promise<void>) => Promise<void>
}

export interface Delivery { readonly sent: number; readonly met: readonly Waiting[]; readonly refused: readonly Waiting[] }

const NOTHING: Delivery = { sent: 0, met: [], refused: [] }

/** Told by the server for good: trying again changes nothing. */
function isFinal(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429
}

/** An earlier version of this page knew answers only, and did not say so. */
function withRoot(answer: Waiting): Waiting {
  return (answer.root as string | undefined) === undefined ? { ...(answer as object), root: 'attestations' } as Waiting : answer
}

function bodyOf(answer: Waiting): PostedBodies[WaitingRoot] {
  const fields = SENT[answer.root] as readonly string[]
  return Object.fromEntries(Object.entries(answer).filter(([key, value]) => fields.includes(key) && value !== undefined)) as unknown as PostedBodies[WaitingRoot]
}

export class AnswerOutbox {
  readonly waiting = new MutableStore<readonly Waiting[]>([])
  /** Told what came of an attempt that nobody asked for. */
  onLate: (delivery: Delivery) => void = () => undefined
  readonly #road: AnswerRoad
  /** What this browser has on its disk; the rest is here alone. */
  readonly #written = new Set<string>()
  #running: Promise<Delivery> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #gap = FIRST_RETRY
  #closed = false
  #lastOrder = 0

  constructor(road: AnswerRoad) {
    this.#road = road
  }

  /** What an earlier page left. */
  adopt(answers: readonly Waiting[]): void {
    const known = new Set(this.waiting.value.map(({ id }) => id))
    for (const { id } of answers) this.#written.add(id)
    this.waiting.set([...answers.filter(({ id }) => !known.has(id)).map(withRoot), ...this.waiting.value].sort((a, b) => a.order - b.order))
  }

  /** Sends it now when nothing is before it; else it comes back as what waits. Rejects with the refusal of the server. */
  async give(given: Given): Promise<Posted<unknown> | Waiting> {
    const person = this.#road.person()
    if (person === undefined) throw new Error(words.noRight)
    this.#lastOrder = Math.max(Date.now(), this.#lastOrder + 1, ...this.waiting.value.map(({ order }) => order + 1))
    const answer: Waiting = { id: newId(), order: this.#lastOrder, person, givenAt: new Date().toISOString(), ...given }
    const first = this.#due.length === 0 && this.#running === undefined
    this.waiting.set([...this.waiting.value, answer])
    const written = this.#road.write({ answers: [answer] }).then((isWritten) => { if (isWritten) this.#written.add(answer.id) })
    if (first && this.#road.isUp()) return (await this.#sendNow(answer)) ?? answer
    await written
    this.#later()
    return answer
  }

  async #sendNow(answer: Waiting): Promise<Posted<unknown> | undefined> {
    let outcome: Posted<unknown> | Error | undefined
    // It holds the place of a delivery, so that what is given meanwhile goes behind it.
    this.#running = (async () => {
      try {
        if (await this.#settledSoon()) outcome = await this.#send(answer)
      } catch (error) {
        if (!isFinal(error)) return NOTHING
        outcome = error
        this.takeBack(answer.id)
      }
      return NOTHING
    })().finally(() => { this.#running = undefined })
    await this.#running
    if (this.#due.length > 0) this.#later()
    if (outcome instanceof Error) throw outcome
    return outcome
  }

  /** Sends what waits, in order, after the edits. Says what came of it to whoever asked first: once. */
  deliver(): Promise<Delivery> {
    if (this.#running !== undefined) return this.#running.then(() => NOTHING)
    this.#running = this.#deliver().finally(() => { this.#running = undefined })
    return this.#running
  }

  /** It is not to be sent any more, or its refusal has been read. */
  takeBack(id: string): void {
    this.waiting.set(this.waiting.value.filter((answer) => answer.id !== id))
    void this.#road.write({ answersGone: [id] })
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  get #due(): readonly Waiting[] {
    return this.waiting.value.filter(({ refused }) => refused === undefined)
  }

  async #deliver(): Promise<Delivery> {
    const came = { sent: 0, met: [] as Waiting[], refused: [] as Waiting[] }
    if (this.#due.length === 0) return came
    const run = async (): Promise<void> => {
      await this.#forgetSent()
      for (let next = this.#due[0]; next !== undefined && !this.#closed; next = this.#due[0]) if (!(await this.#deliverOne(next, came))) return this.#later()
      this.#gap = FIRST_RETRY
    }
    await (this.#road.alone === undefined ? run() : this.#road.alone(run))
    return came
  }

  /** Another tab may have sent it. */
  async #forgetSent(): Promise<void> {
    const there = await this.#road.reread?.()
    if (there === undefined) return
    const ids = new Set(there.map(({ id }) => id))
    this.waiting.set(this.waiting.value.filter(({ id }) => ids.has(id) || !this.#written.has(id)))
  }

  /** False when it has to wait longer. */
  async #deliverOne(answer: Waiting, came: { sent: number; met: Waiting[]; refused: Waiting[] }): Promise<boolean> {
    try {
      if (answer.person !== this.#road.person()) return this.#refuse(answer, words.otherPerson, came.refused)
      if (!(await this.#settledSoon())) return false
      const posted = await this.#send(answer)
      // Nobody waits to hear that a mark went out.
      if (answer.root !== 'seen') came.sent++
      if (!posted.current) came.met.push(answer)
      return true
    } catch (error) {
      return isFinal(error) ? this.#refuse(answer, error.message, came.refused) : false
    }
  }

  #refuse(answer: Waiting, why: string, refused: Waiting[]): true {
    if (answer.root === 'seen') {
      // What was seen is gone, or is not for this person: nothing of theirs is lost.
      this.takeBack(answer.id)
      return true
    }
    const told = { ...answer, refused: why }
    refused.push(told)
    this.waiting.set(this.waiting.value.map((other) => (other.id === answer.id ? told : other)))
    void this.#road.write({ answers: [told] })
    return true
  }

  async #send(answer: Waiting): Promise<Posted<unknown>> {
    const posted = await this.#road.post(answer.root, bodyOf(answer))
    this.takeBack(answer.id)
    return posted
  }

  /** The wording that the answer is about must be there before it. */
  async #settledSoon(): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<boolean>((resolve) => { timer = setTimeout(() => resolve(false), PATIENCE) })
    try {
      return await Promise.race([this.#road.settled().then(() => true, () => false), late])
    } finally {
      clearTimeout(timer)
    }
  }

  #later(): void {
    if (this.#closed) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#gap = Math.min(LAST_RETRY, this.#gap * 2)
      if (this.#road.isUp() && this.#due.length > 0) void this.deliver().then((delivery) => this.onLate(delivery))
      else if (this.#due.length > 0) this.#later()
    }, this.#gap)
  }
}
