// Keeps the server root `marksOff`: looks at the board before and after each turn in which somebody loosened what keeps a
// mark on, and writes down the marks that went without an answer. A board on which nobody ever answered has none to lose.
// Bounded for each board; nobody can push the others' out of it.
import { rootMap, type Board } from '../../shared/board/document.ts'
import { newId } from '../../shared/board/ids.ts'
import { MOST_MARKS_OFF, type MarkOff } from '../../shared/board/marks-off.ts'
import { addRecord, dropRecord } from '../../shared/board/write-records.ts'
import type { Facts, Judged } from './facts.ts'
import type { Passed } from './gate.ts'
import type { Actor } from './rooms.ts'
import { marksTurnedOff, type WentOff } from './turned-off.ts'

/** Who turned a mark on and takes exactly that back so soon has only slipped. */
const SLIP_MS = 60_000
const MOST_SLIPS = 200

interface Slip { readonly owner: string; readonly at: number }

const whoOf = ({ person }: Actor): string => person ?? ''
const subjectOf = ({ card, link }: { readonly card?: unknown; readonly link?: unknown }): string => (typeof card === 'string' ? `card:${card}` : typeof link === 'string' ? `link:${link}` : '')

function remember<S>(slips: Map<string, S>, key: string, slip: S): void {
  slips.delete(key)
  slips.set(key, slip)
  const [oldest] = slips.keys()
  if (slips.size > MOST_SLIPS && oldest !== undefined) slips.delete(oldest)
}

export class Marks {
  readonly #board: Board
  readonly #facts: Facts
  readonly #now: () => Date
  #before: Judged | undefined
  readonly #cards = new Map<string, Actor>()
  readonly #links = new Map<string, Actor>()
  #news: readonly WentOff[] = []
  /** Links that were drawn, and marks that were turned on with what would take that back: by whom and when. */
  readonly #drawn = new Map<string, Slip>()
  readonly #raised = new Map<string, Slip & { readonly back: string }>()

  constructor(board: Board, facts: Facts, now: () => Date) {
    this.#board = board
    this.#facts = facts
    this.#now = now
  }

  /** Right before a change is applied. */
  note({ burdened, links }: Pick<Passed, 'burdened' | 'links'>, actor: Actor): void {
    const there = rootMap(this.#board, 'links')
    const loosens = burdened.size > 0 || [...links].some((id) => there.has(id))
    for (const id of links) if (!there.has(id)) this.#drew(id, actor)
    if (!loosens || !this.#anySaid) return
    this.#before ??= this.#facts.judged(this.#now().getTime())
    for (const id of burdened) this.#cards.set(id, actor)
    for (const id of links) this.#links.set(id, actor)
  }

  #drew(id: string, actor: Actor): void {
    remember(this.#drawn, id, { owner: whoOf(actor), at: this.#now().getTime() })
  }

  /** Somebody answered, took a stance or was asked by a line: else no mark can go without being seen. */
  get #anySaid(): boolean {
    return (['attestations', 'stances', 'acks'] as const).some((root) => rootMap(this.#board, root)._map.size > 0)
  }

  /** After the changes of a turn. */
  look(): void {
    const before = this.#before
    if (before === undefined) return
    this.#before = undefined
    const after = this.#facts.judged(before.judgements.now)
    const wrote = { cards: this.#cards, links: this.#links }
    this.#news = marksTurnedOff(before, after, wrote).filter((one) => !this.#isSlip(one))
    for (const { actor, mark } of marksTurnedOff(after, before, wrote)) remember(this.#raised, subjectOf(mark), { owner: whoOf(actor), at: before.judgements.now, back: JSON.stringify(mark.changes) })
    this.#cards.clear()
    this.#links.clear()
  }

  #isSlip({ actor, mark }: WentOff): boolean {
    const fresh = (slip: Slip | undefined): boolean => slip !== undefined && slip.owner === whoOf(actor) && this.#now().getTime() - slip.at < SLIP_MS
    const raised = this.#raised.get(subjectOf(mark))
    if (fresh(raised) && raised?.back === JSON.stringify(mark.changes)) return true
    return mark.changes.length > 0 && mark.changes.every((turned) => 'link' in turned && turned.now === undefined && fresh(this.#drawn.get(turned.link)))
  }

  get hasNews(): boolean {
    return this.#news.length > 0
  }

  /** Inside a transaction of the server. */
  write(): void {
    const at = this.#now().toISOString()
    const made = this.#news.slice(0, MOST_MARKS_OFF).map(({ actor: { person }, mark }): MarkOff => ({ id: newId(), at, ...(person === undefined ? {} : { person }), ...mark }))
    this.#news = []
    this.#makeRoom(made)
    for (const mark of made) addRecord(this.#board, 'marksOff', mark)
  }

  /** One for each person and mark; and when there are too many, the oldest of whoever has most goes. */
  #makeRoom(made: readonly MarkOff[]): void {
    const renewed = new Set(made.map((mark) => `${mark.person ?? ''} ${subjectOf(mark)}`))
    const left = new Map<string, string[]>()
    let count = made.length
    const entries = [...rootMap(this.#board, 'marksOff').entries()].map(([id, value]) => ({ id, ...(value as Partial<MarkOff>) })).sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
    for (const { id, person, ...about } of entries) {
      if (renewed.has(`${person ?? ''} ${subjectOf(about)}`)) {
        dropRecord(this.#board, 'marksOff', id)
        continue
      }
      count++
      left.set(person ?? '', [...(left.get(person ?? '') ?? []), id])
    }
    for (; count > MOST_MARKS_OFF; count--) {
      const most = [...left.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
      const oldest = most.shift()
      if (oldest === undefined) return
      dropRecord(this.#board, 'marksOff', oldest)
    }
  }
}
