// One person with a real session who does, undoes and redoes at random, and an account beside it of what each step
// changed and of what others touched since: the account knows nothing of how undo works, and says what was wrong.
import * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'
import { addCardAt, deleteCards, linkCards, moveCards, removeLink, restoreCards, setField, setTitle } from '../../client/commands/cards.ts'
import { createTeam, changeTeam } from '../../client/commands/teams.ts'
import { liveOf } from '../../client/session/live.ts'
import { openSession } from '../../client/session/open-session.ts'
import type { HistoryStep, Session } from '../../client/session/session.ts'
import { newBoard, rootMap, cardText, type Board } from '../../shared/board/document.ts'
import { newId } from '../../shared/board/ids.ts'
import { isVoid } from '../../shared/board/undo-order.ts'
import { addCard, resizeCard, revealCard, setCardField } from '../../shared/board/write-cards.ts'

export const REMOTE = Symbol('remote')
const TYPED = Symbol('typed')
/** Letters that nobody else types, each typed once: a block of CJK for each person. */
const LETTERS = [0x4e00, 0x6000, 0x7200] as const
const FIELDS = ['criterion', 'strange'] as const
const KINDS = ['assumption', 'goal', 'risk', 'note', 'frame'] as const

type Cells = ReadonlyMap<string, string>
/** `shape`: every text with its paragraphs. */
interface Seen { readonly cells: Cells; readonly letters: ReadonlySet<string>; readonly shape: string }
/** What one step did: cells with the value before, letters that came and went, and when (in changes from outside). */
interface Done { readonly cells: Map<string, { before: string | undefined; at: number }>; readonly came: Set<string>; readonly went: Set<string>; readonly any: boolean; readonly at: number }

/** Every value of a board that undo is about, but the letters. */
function cellsOf(board: Board): Cells {
  const cells = new Map<string, string>()
  for (const [id, card] of rootMap(board, 'cards')) for (const [key, value] of card as unknown as Y.Map<unknown>) if (!(value instanceof Y.AbstractType)) cells.set(`${id}.${key}`, JSON.stringify(value))
  for (const [id, link] of rootMap(board, 'links')) cells.set(`link ${id}`, JSON.stringify(link))
  return cells
}

function textOf(node: unknown): string {
  if (node instanceof Y.XmlText) return node.toDelta().map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '')).join('') as string
  return node instanceof Y.XmlFragment ? node.toArray().map(textOf).join('') : ''
}

/** One paragraph with one text in it. */
function isText(fragment: Y.XmlFragment): boolean {
  const paragraph = fragment.get(0)
  return fragment.length === 1 && paragraph instanceof Y.XmlElement && paragraph.get(0) instanceof Y.XmlText
}

function allLetters(board: Board): string[] {
  return [...rootMap(board, 'cards').keys()].flatMap((id) => (['title', 'body'] as const).flatMap((field) => [...textOf(cardText(board, id, field))]))
}

function lettersOf(board: Board): ReadonlySet<string> {
  return new Set(allLetters(board))
}

function shapeOf(board: Board): string {
  return [...rootMap(board, 'cards').keys()].sort().map((id) => `${id}: ${String(cardText(board, id, 'title'))}${String(cardText(board, id, 'body'))}`).join('\n')
}

const seenOn = (board: Board): Seen => ({ cells: cellsOf(board), letters: lettersOf(board), shape: shapeOf(board) })

const minus = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> => new Set([...a].filter((one) => !b.has(one)))

/** A broken build; `shows` is the problem that tells it. */
export interface Fault { readonly name: string; readonly shows: RegExp; readonly plant: (writer: Writer) => void }

export class Writer {
  readonly name: string
  readonly session: Session
  readonly problems: string[] = []
  /** What this person has done that has not left yet. */
  readonly outbox: Uint8Array[] = []
  readonly inbox: { readonly bytes: Uint8Array; readonly together?: boolean }[] = []
  online = true
  board!: Board
  steps = 0
  /** How often another had moved on. */
  movedOn = 0
  readonly #random: () => number
  readonly #letter: number
  #typed = 0
  #written = 0
  readonly #undos: Done[] = []
  #redos: Done[] = []
  #now = 0
  readonly #touched = new Map<string, number>()
  readonly #takenByOthers = new Set<string>()
  #othersTookAt = -1
  /** What comes was done over a while: a letter may have been deleted and brought back in it. */
  #together = false

  constructor(name: string, place: number, clientId: number, names: ReadonlyMap<number, string>, random: () => number, start: Uint8Array) {
    this.name = name
    this.#random = random
    this.#letter = LETTERS[place] ?? 0
    let synced = (): void => undefined
    this.session = openSession({
      boardId: 'local', url: 'ws://local', right: 'edit', me: { id: name, name, team: '', role: 'member' },
      connect: (board, { onSynced, save }) => {
        board.doc.clientID = clientId
        Y.applyUpdate(board.doc, start, REMOTE)
        this.board = board
        this.#listen(board)
        const awareness = new Awareness(newBoard(clientId).doc)
        for (const [id, user] of names) if (id !== clientId) awareness.states.set(id, { user: { person: user, name: user, color: '#000000' } })
        save.up()
        save.synced()
        synced = onSynced
        return { awareness, flush: () => undefined, release: () => undefined, close: () => awareness.destroy() }
      },
    })
    synced()
    this.manager.trackedOrigins.add(TYPED)
    // However slow the machine is, what is done in one breath is.
    this.manager.captureTimeout = Infinity
  }

  get manager(): Y.UndoManager {
    return liveOf(this.session).value.undoManager
  }

  #listen(board: Board): void {
    board.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.outbox.push(bytes)
    })
    let letters: ReadonlySet<string> = new Set()
    board.doc.on('beforeTransaction', ({ origin }: Y.Transaction) => {
      if (origin === REMOTE) letters = lettersOf(board)
    })
    board.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin === REMOTE) this.#heard(board, transaction, letters)
    })
  }

  /** Something came from outside: every value it wrote, also one that lost against a value beside it. */
  #heard(board: Board, { changed }: Y.Transaction, before: ReadonlySet<string>): void {
    this.#now++
    for (const [type, keys] of changed) {
      const map: unknown = type
      // A paragraph came or went: letters that lay in it may have nowhere to return to.
      if ((map instanceof Y.XmlText || map instanceof Y.XmlFragment) && this.#together) for (const letter of textOf(map)) this.#takenByOthers.add(letter)
      if (map instanceof Y.XmlFragment) this.#othersTookAt = this.#now
      if (!(map instanceof Y.Map)) continue
      const place = map === rootMap(board, 'links') ? 'link ' : `${String(map._item?.parentSub)}.`
      for (const key of keys as Set<string>) this.#touched.set(`${place}${key}`, this.#now)
    }
    const letters = allLetters(board)
    const gone = minus(before, new Set(letters))
    // Two deleted the same letter beside each other, and both brought it back.
    for (const letter of letters) if (letters.indexOf(letter) !== letters.lastIndexOf(letter)) this.#takenByOthers.add(letter)
    for (const letter of gone) this.#takenByOthers.add(letter)
    if (gone.size > 0) this.#othersTookAt = this.#now
  }

  receive(): void {
    const message = this.inbox.shift()
    this.#together = message?.together === true
    if (message !== undefined) Y.applyUpdate(this.board.doc, message.bytes, REMOTE)
  }

  below(most: number): number {
    return Math.floor(this.#random() * most)
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)]
  }

  /** One thing that a person does. */
  act(): void {
    const chance = this.#random()
    if (chance < 0.25) for (let left = 1 + this.below(3); left > 0; left--) this.#undoing()
    else if (chance < 0.32) this.#redoing()
    else if (chance < 0.55) this.#typing()
    else this.#command()
  }

  /** Runs what a person does in one go: it must be one step, or none when nothing of it can be undone. */
  #does(what: string, run: () => void): void {
    const before = seenOn(this.board)
    const had = this.manager.undoStack.filter((step) => !isVoid(step)).length
    const lastTop = this.manager.undoStack.at(-1)
    run()
    const after = seenOn(this.board)
    const done = this.#difference(before, after)
    // A step that pushed out nothing: at most 300 are kept, and a run makes fewer.
    const made = this.manager.undoStack.filter((step) => !isVoid(step)).length - had
    if (made !== (done.any ? 1 : 0) || (done.any && this.manager.undoStack.at(-1) === lastTop)) this.problems.push(`${what} made ${made} steps`)
    // Letters typed and taken back in one breath end the way forward, too.
    if (!done.any && what === 'typing' && this.manager.redoStack.length === 0) this.#redos = []
    if (!done.any) return
    this.#undos.push(done)
    this.#redos = []
    this.steps++
  }

  #difference(before: Seen, after: Seen): Done {
    const cells: Done['cells'] = new Map()
    for (const cell of new Set([...before.cells.keys(), ...after.cells.keys()])) {
      const old = before.cells.get(cell)
      if (old !== after.cells.get(cell)) cells.set(cell, { before: old, at: this.#now })
    }
    return { cells, came: minus(after.letters, before.letters), went: minus(before.letters, after.letters), any: cells.size > 0 || before.shape !== after.shape, at: this.#now }
  }

  /** A new card is made hidden first: only its being shown is a step. */
  #makes(what: string, prepare: (board: Board) => void, run: () => void): void {
    this.session.prepare(prepare)
    this.#does(what, run)
  }

  #command(): void {
    const { session } = this
    const { cards, links } = session.board.value
    const all = [...cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    const some = all.filter(() => this.#random() < 0.3).map(({ id }) => id)
    // Where people meet.
    const one = this.#random() < 0.6 ? 'one' : this.#pick(all)?.id
    const other = this.#pick(all)?.id
    const value = `${this.name}${this.#written++}`
    const chance = this.#random()
    if (chance < 0.1 || one === undefined || other === undefined) this.#addsCard()
    else if (chance < 0.3) this.#does('moving', () => { moveCards(session, some, 8 * (1 + this.below(40)), 8 * this.below(40)); session.endUndoStep() })
    else if (chance < 0.36) this.#nudges(one)
    else if (chance < 0.46) this.#does('a field', () => { setField(session, one, this.#pick(FIELDS) ?? 'owner', this.#random() < 0.3 ? undefined : value) })
    else if (chance < 0.5) this.#does('the kind', () => { setField(session, one, 'kind', this.#pick(KINDS) ?? 'note') })
    else if (chance < 0.57) this.#renames(one)
    else if (chance < 0.65) this.#does('a link', () => { if (one !== other) linkCards(session, one, other) })
    else if (chance < 0.72) this.#does('a link less', () => { const link = this.#pick([...links.keys()].sort()); if (link !== undefined) removeLink(session, link) })
    else if (chance < 0.8) this.#does('deleting', () => { deleteCards(session, some) })
    else if (chance < 0.85) this.#does('bringing back', () => { restoreCards(session, all.map(({ id }) => id)) })
    else if (chance < 0.9) this.#edits('resizing', (board) => resizeCard(board, one, 168 + 8 * this.below(20)))
    else if (chance < 0.94) this.#edits('framing', (board) => { for (const id of some) setCardField(board, id, 'frame', this.#random() < 0.3 ? undefined : other) })
    else if (chance < 0.97) this.#pastes(some)
    else this.#does('a team', () => { changeTeam(session, createTeam(session, value).id, { name: `${value}!` }) })
  }

  /** Only a title that is one text: two made beside each other are put together letter by letter, and each is typed once here. */
  #renames(card: string): void {
    const title = cardText(this.board, card, 'title')
    if (title !== undefined && isText(title)) this.#does('renaming', () => { setTitle(this.session, card, `${textOf(title)}${this.#letters(3)}`) })
  }

  #edits(what: string, change: (board: Board) => void): void {
    this.#does(what, () => { this.session.edit(what, change); this.session.endUndoStep() })
  }

  #addsCard(): void {
    const before = new Set(this.session.board.value.cards.keys())
    const at = { x: this.below(900), y: this.below(900) }
    const had = this.manager.undoStack.length
    const id = addCardAt(this.session, this.#pick(KINDS) ?? 'note', at).id
    if (id === undefined || before.has(id) || this.manager.undoStack.length !== had + 1) this.problems.push('a new card is not one step')
    this.#undos.push({ cells: new Map([[`${id ?? ''}.deleted`, { before: 'true', at: this.#now }]]), came: new Set(), went: new Set(), any: true, at: this.#now })
    this.#redos = []
    this.steps++
  }

  #pastes(some: readonly string[]): void {
    const copies = some.map(() => newId())
    this.#makes('pasting', (board) => copies.forEach((id) => addCard(board, { id, kind: 'note', x: this.below(900), y: 0, title: this.#letters(1), hidden: true })),
      () => { this.session.edit('paste', (board) => copies.forEach((id) => revealCard(board, id))); this.session.endUndoStep() })
  }

  /** Steps of the keyboard in one breath are one. */
  #nudges(card: string): void {
    this.#does('nudging', () => {
      for (let left = 1 + this.below(3); left > 0; left--) moveCards(this.session, [card], 8, 0)
    })
    // A while later: what comes next is another breath.
    this.session.endUndoStep()
  }

  #letters(count: number): string {
    let letters = ''
    for (let at = 0; at < count; at++) letters += String.fromCharCode(this.#letter + this.#typed++)
    return letters
  }

  /** Types in one text for a while, in several small changes, as an editor makes them. */
  #typing(): void {
    const cards = [...this.session.board.value.cards.keys()].sort()
    const card = this.#random() < 0.6 ? 'one' : this.#pick(cards)
    const fragment = card === undefined ? undefined : cardText(this.board, card, this.#random() < 0.25 ? 'title' : 'body')
    if (fragment === undefined) return
    const inBody = (fragment._item?.parentSub ?? '') === 'body'
    if (!inBody && !isText(fragment)) return
    this.#does('typing', () => {
      for (let left = 1 + this.below(3); left > 0; left--) this.board.doc.transact(() => this.#key(fragment, inBody), TYPED)
    })
    this.session.endUndoStep()
  }

  #key(fragment: Y.XmlFragment, inBody: boolean): void {
    const paragraphs = fragment.toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement)
    const at = this.below(paragraphs.length)
    const text = paragraphs[at]?.get(0)
    const chance = this.#random()
    if (!(text instanceof Y.XmlText) || (inBody && chance < 0.3)) this.#paragraph(fragment, at)
    else if (inBody && chance < 0.34 && paragraphs.length > 1) fragment.delete(at, 1)
    else if (chance < 0.5 && text.length > 0) {
      const from = this.below(text.length)
      text.delete(from, 1 + this.below(text.length - from))
    } else text.insert(this.below(text.length + 1), this.#letters(1 + this.below(3)))
  }

  #paragraph(fragment: Y.XmlFragment, at: number): void {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(this.#letters(2))])
    fragment.insert(Math.min(at, fragment.length), [paragraph])
  }

  #undoing(): void {
    const before = seenOn(this.board)
    const done = this.#goes('undo', this.#undos, this.#redos)
    if (done?.kind !== 'done' || this.#random() < 0.7) return
    if (this.#goes('redo', this.#redos, this.#undos)?.kind !== 'done') this.problems.push('what was undone was not done again')
    const { any, cells, came, went } = this.#difference(before, seenOn(this.board))
    if (any) this.problems.push(`undone and done again is not the same: ${[...cells.keys(), ...came, ...went].join(' ')}`)
  }

  #redoing(): void {
    this.#goes('redo', this.#redos, this.#undos)
  }

  #goes(way: 'undo' | 'redo', from: Done[], to: Done[]): HistoryStep | undefined {
    const step = from.pop()
    const before = seenOn(this.board)
    const result = this.session[way]()
    if ((result.kind === 'nothing') !== (step === undefined)) this.problems.push(`${way} says ${result.kind}`)
    if (step === undefined) return undefined
    const after = seenOn(this.board)
    const back = this.#difference(before, after)
    this.#judgeCells(way, step, back, after)
    this.#judgeLetters(way, step, back, after)
    this.#judgeWords(way, step, back, result)
    if (result.kind === 'done') to.push(back)
    return result
  }

  /** Changed since by others: exactly those stay. */
  #judgeCells(way: string, step: Done, back: Done, after: Seen): void {
    for (const cell of back.cells.keys()) {
      const mine = step.cells.get(cell)
      if (mine === undefined) this.problems.push(`${way} changed ${cell}, which the step had not changed`)
      else if (this.#since(cell, mine.at)) this.problems.push(`${way} changed ${cell}, which another has changed since`)
    }
    for (const [cell, { before, at }] of step.cells) {
      if (!this.#since(cell, at) && after.cells.get(cell) !== before) this.problems.push(`${way} left ${cell} at ${String(after.cells.get(cell))} instead of ${String(before)}`)
    }
  }

  #since(cell: string, at: number): boolean {
    return (this.#touched.get(cell) ?? -1) > at
  }

  #judgeLetters(way: string, step: Done, back: Done, after: Seen): void {
    const taken = [...back.went].filter((letter) => !step.came.has(letter))
    const brought = [...back.came].filter((letter) => !step.went.has(letter))
    if (taken.length > 0) this.problems.push(`${way} took "${taken.join('')}", which the step had not written`)
    if (brought.length > 0) this.problems.push(`${way} brought "${brought.join('')}", which the step had not deleted`)
    const stayed = [...step.came].filter((letter) => after.letters.has(letter) && !this.#takenByOthers.has(letter))
    const missing = this.#othersTookAt > step.at ? [] : [...step.went].filter((letter) => !after.letters.has(letter) && !this.#takenByOthers.has(letter))
    if (stayed.length > 0) this.problems.push(`${way} left "${stayed.join('')}" of the step`)
    if (missing.length > 0) this.problems.push(`${way} did not bring back "${missing.join('')}"`)
  }

  #judgeWords(way: string, step: Done, back: Done, result: HistoryStep): void {
    if (result.kind !== 'moved-on') return
    this.movedOn++
    if (back.any) this.problems.push(`${way} says that another moved on, and changed something`)
    const touched = [...step.cells].filter(([cell, { at }]) => this.#since(cell, at)).map(([cell]) => cell)
    const letters = [...step.came, ...step.went].some((letter) => this.#takenByOthers.has(letter)) || this.#othersTookAt > step.at
    if (touched.length === 0 && !letters) this.problems.push(`${way} says that another moved on, and nobody has`)
    // Some values tell who wrote them.
    const [writer] = /[A-Z][a-z]+/.exec(touched.length === 1 ? (cellsOf(this.board).get(touched[0] ?? '') ?? '') : '') ?? []
    if (writer !== undefined && writer !== this.name && /criterion|strange/.test(touched[0] ?? '') && result.who !== writer) this.problems.push(`${way} says ${String(result.who)} moved on, not ${writer}`)
    if (result.who === this.name) this.problems.push(`${way} says that oneself moved on`)
  }
}
