// Marks that a change turned off without an answer, on the document of a room: who is named, what is kept, and how much.
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newBoard, SERVER_CLIENT_ID, type Board } from '../../../shared/board/document.ts'
import { importFile } from '../../../shared/board/file-read.ts'
import { MOST_MARKS_OFF, readMarkOff, type MarkOff } from '../../../shared/board/marks-off.ts'
import type { Attestation } from '../../../shared/board/records.ts'
import { addLink, putLink, putTeam, removeLink } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addAttestation, addRecord, putPerson } from '../../../shared/board/write-records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { BoardEpochs } from '../../../server/rooms/board-epochs.ts'
import { ClientIds } from '../../../server/rooms/client-ids.ts'
import { Facts } from '../../../server/rooms/facts.ts'
import { RoomDocument, type Turned } from '../../../server/rooms/room-document.ts'
import type { Actor } from '../../../server/rooms/rooms.ts'
import { MOST_AROUND, MOST_LOOKED_AT } from '../../../server/rooms/turned-off.ts'
import { Desk } from './gate-desk.ts'

const START = Date.parse('2026-06-15T12:00:00.000Z')
const basis = (kind: string, title: string): string => JSON.stringify([kind, title, '', ''])

/** `a` was confirmed by SRE and waits for Sales, whom somebody asked; goal `g` of SRE rests on it. `d` waits for Sales, too; `dp` for SRE. */
function fill(board: Board): void {
  for (const id of ['product', 'sre', 'sales']) putTeam(board, { id, name: id })
  for (const [id, team] of [['ana', 'product'], ['bo', 'sre'], ['cy', 'sales']] as const) putPerson(board, { id, name: id, team, role: 'member' })
  addCard(board, { id: 'a', kind: 'assumption', x: 0, y: 0, title: 'It holds', fields: { team: 'product', askTeams: ['sales'] } })
  addCard(board, { id: 'b', kind: 'assumption', x: 0, y: 0, title: 'It lasts', fields: { team: 'product' } })
  addCard(board, { id: 'g', kind: 'note', x: 0, y: 300, title: 'Launch', fields: { team: 'sre' } })
  addCard(board, { id: 's', kind: 'note', x: 0, y: 600, title: 'Sell', fields: { team: 'sales' } })
  addCard(board, { id: 'd', kind: 'decision', x: 0, y: 900, title: 'Go', fields: { team: 'product', askTeams: ['sales', 'sre'] } })
  addLink(board, 'g', 'rests_on', 'a')
  addLink(board, 'g', 'rests_on', 'b')
  addLink(board, 's', 'rests_on', 'b')
  putLink(board, { id: 'dp', from: 's', to: 'g', type: 'depends_on', ask: 'Two weeks' })
}

function answer(board: Board): void {
  for (const card of ['a', 'b']) addAttestation(board, { id: `c-${card}`, card, person: 'bo', team: 'sre', verdict: 'confirm', basis: basis('assumption', card === 'a' ? 'It holds' : 'It lasts'), seq: 1, at: '2026-06-10T12:00:00Z' })
  addRecord(board, 'stances', { id: 's1', card: 'd', person: 'bo', team: 'sre', stance: 'agree', basis: basis('decision', 'Go'), seq: 1, at: '2026-06-10T12:00:00Z' })
}

class Archive {
  now = START
  readonly document = new RoomDocument('b', [], new ClientIds(new Map()), new BoardEpochs('opening', []), { limits: DEFAULT_LIMITS, now: () => new Date(this.now) })
  readonly #clients = new Map<string, Board>()

  constructor(more: (board: Board) => void = () => undefined, said = true) {
    this.document.write((board) => {
      fill(board)
      if (said) answer(board)
      more(board)
    })
  }

  get board(): Board {
    return this.document.wake().board
  }

  #client(who: string): Board {
    const known = this.#clients.get(who)
    const client = known ?? newBoard()
    if (known === undefined) this.#clients.set(who, client)
    // Its own words come back with the rest: it takes its number after that.
    client.doc.clientID = 0
    Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(this.board.doc))
    client.doc.clientID = 5_000 + [...this.#clients.keys()].indexOf(who)
    return client
  }

  /** Several people in one turn; each sees what was there before it. */
  turn(...changes: readonly (readonly [string, (board: Board) => void])[]): Turned {
    this.now += 3_600_000
    const sent = changes.map(([who, change]) => ({ who, update: Desk.updateOf(this.#client(who), () => change(this.#client(who))) }))
    return this.document.turn(() => {
      for (const { who, update } of sent) {
        const actor: Actor = who === 'key' ? { key: 'k' } : { person: who }
        expect(this.document.take({ kind: 'update', update, owner: who, actor, shownBy: () => undefined }, 0)).toMatchObject({ ok: true })
      }
    })
  }

  get marks(): readonly MarkOff[] {
    return [...this.document.state.records.marksOff.values()].flatMap((record) => readMarkOff(record) ?? [])
  }
}

const ask = (teams: readonly string[] | undefined, card = 'a') => (board: Board): void => setCardField(board, card, 'askTeams', teams === undefined ? undefined : [...teams])

describe('marks that were turned off', () => {
  it('[G50] an asked team that was taken away: who, when, what it was, whom it waited for, and the change', () => {
    const archive = new Archive()
    const { byServer } = archive.turn(['ana', ask(undefined)])
    expect(archive.marks).toMatchObject([{ at: '2026-06-15T13:00:00.000Z', person: 'ana', card: 'a', was: 'partly', waited: ['sales'], changes: [{ card: 'a', field: 'askTeams', was: ['sales'] }] }])
    expect(archive.marks[0]?.changes[0]).not.toHaveProperty('now')
    // Those who are connected hear of it as of any other writing of the server.
    expect(byServer?.byteLength).toBeGreaterThan(50)
  })

  it.each<[string, (board: Board) => void, object]>([
    ['the team of a card that rests on it', (board) => setCardField(board, 's', 'team', 'sre'), { card: 'b', was: 'partly', waited: ['sales'], changes: [{ card: 's', field: 'team', was: 'sales', now: 'sre' }] }],
    ['a card that rested on it', (board) => deleteCard(board, 's'), { card: 'b', waited: ['sales'], changes: [{ card: 's', field: 'deleted', was: false, now: true }] }],
    ['a link', (board) => removeLink(board, 's~rests_on~b'), { card: 'b', waited: ['sales'], changes: [{ link: 's~rests_on~b', was: { from: 's', to: 'b', type: 'rests_on' } }] }],
    ['a link with another meaning', (board) => { removeLink(board, 's~rests_on~b'); addLink(board, 's', 'about', 'b') }, { card: 'b', changes: [{ link: 's~about~b', now: { type: 'about' } }, { link: 's~rests_on~b', was: { type: 'rests_on' } }] }],
    ['what the answers count by', (board) => setCardField(board, 'd', 'askTeams', ['sre']), { card: 'd', was: 'open', waited: ['sales'] }],
    ['another kind', (board) => setCardField(board, 'a', 'kind', 'note'), { card: 'a', kind: 'assumption', was: 'partly', changes: [{ card: 'a', field: 'kind', was: 'assumption', now: 'note' }] }],
    ['another kind, where some say no and nobody is asked', (board) => setCardField(board, 'l', 'kind', 'note'), { card: 'l', kind: 'assumption', was: 'contested', waited: [] }],
    ['the team of a card with a dependency, which stays within one team then', (board) => setCardField(board, 'g', 'team', 'sales'), { link: 'dp', was: 'requested', waited: ['sales', 'sre'], changes: [{ card: 'g', field: 'team', was: 'sre', now: 'sales' }] }],
    ['a team that was unsure', (board) => ask([], 'u')(board), { card: 'u', was: 'partly', waited: ['sales'] }],
    ['a dependency', (board) => removeLink(board, 'dp'), { link: 'dp', was: 'requested', waited: ['sales', 'sre'], changes: [{ link: 'dp', was: { ask: 'Two weeks' } }] }],
  ])('[G50] %s', (_what, change, expected) => {
    const archive = new Archive((board) => {
      addCard(board, { id: 'l', kind: 'assumption', x: 0, y: 0, title: 'Alone' })
      addCard(board, { id: 'u', kind: 'assumption', x: 0, y: 0, title: 'Unsure', fields: { askTeams: ['sales'] } })
      const said = (id: string, card: string, person: string, team: string, verdict: string, title: string): void => addAttestation(board, { id, card, person, team, verdict, basis: basis('assumption', title), seq: 1, at: '2026-06-10T12:00:00Z' } as Attestation)
      said('l1', 'l', 'bo', 'sre', 'confirm', 'Alone')
      said('l2', 'l', 'cy', 'sales', 'refute', 'Alone')
      said('u1', 'u', 'bo', 'sre', 'confirm', 'Unsure')
      said('u2', 'u', 'cy', 'sales', 'unsure', 'Unsure')
    })
    archive.turn(['ana', change])
    const found = archive.marks.find(({ card, link }) => (card ?? link) === ((expected as { card?: string; link?: string }).card ?? (expected as { link?: string }).link))
    const sorted = found === undefined ? undefined : { ...found, changes: [...found.changes].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) }
    expect(sorted).toMatchObject({ person: 'ana', ...expected })
  })

  it('[G51] names who sent the change, also among others in one turn; a program is nobody', () => {
    const archive = new Archive()
    archive.turn(['bo', (board) => setCardField(board, 'g', 'due', '2026-07-01')], ['ana', ask([])], ['cy', (board) => addCard(board, { id: 'n', kind: 'note', x: 0, y: 0, title: 'Mine' })])
    expect(archive.marks.map(({ person }) => person)).toEqual(['ana'])
    archive.turn(['key', (board) => removeLink(board, 's~rests_on~b')])
    expect(archive.marks.find(({ card }) => card === 'b')).not.toHaveProperty('person')
  })

  it('[G51] no client writes it', () => {
    const archive = new Archive()
    const forger = newBoard()
    Y.applyUpdate(forger.doc, Y.encodeStateAsUpdate(archive.board.doc))
    forger.doc.clientID = 9_999
    const update = Desk.updateOf(forger, () => addRecord(forger, 'marksOff', { id: 'x', at: '2026-06-15T12:00:00Z', person: 'cy', card: 'a', was: 'partly', waited: [], changes: [] }))
    archive.document.turn(() => expect(archive.document.take({ kind: 'update', update, owner: 'ana', actor: { person: 'ana' }, shownBy: () => undefined }, 0)).toMatchObject({ ok: false, code: 'reload' }))
    expect(archive.marks).toEqual([])
  })

  it('[G52] a board keeps 200, and one person cannot push those of the others out', () => {
    const many = Array.from({ length: MOST_MARKS_OFF + 60 }, (_, n) => `m${n}`)
    const archive = new Archive((board) => {
      for (const id of many) {
        addCard(board, { id, kind: 'assumption', x: 0, y: 0, title: id, fields: { askTeams: ['sales'] } })
        addAttestation(board, { id: `c-${id}`, card: id, person: 'bo', team: 'sre', verdict: 'confirm', basis: basis('assumption', id), seq: 1, at: '2026-06-10T12:00:00Z' })
      }
    })
    archive.turn(['cy', ask([])])
    for (let at = 0; at < many.length; at += 20) archive.turn(['ana', (board) => { for (const id of many.slice(at, at + 20)) ask([], id)(board) }])
    expect(archive.marks.length).toBe(MOST_MARKS_OFF)
    expect(archive.marks.filter(({ person }) => person === 'cy').length).toBe(1)
    expect(archive.marks.some(({ card }) => card === 'm0')).toBe(false)
    expect(archive.marks.some(({ card }) => card === many.at(-1))).toBe(true)
  })

  it('[G52] the same mark by the same person is kept once', () => {
    const archive = new Archive()
    for (let n = 0; n < 3; n++) {
      archive.turn(['ana', ask([])])
      archive.turn(['ana', ask(['sales'])])
    }
    archive.turn(['ana', ask([])])
    expect(archive.marks.length).toBe(1)
  })

  it('[G52] a change that is too large to keep is left out', () => {
    const archive = new Archive((board) => {
      for (let n = 0; n < 30; n++) {
        addCard(board, { id: `x${n}`, kind: 'note', x: 0, y: 0, title: 'x', fields: { team: 'sales' } })
        addLink(board, `x${n}`, 'rests_on', 'b')
      }
    })
    archive.turn(['ana', (board) => { for (const id of ['s', ...Array.from({ length: 30 }, (_, n) => `x${n}`)]) deleteCard(board, id) }])
    expect(archive.marks.find(({ card }) => card === 'b')).toMatchObject({ waited: ['sales'], changes: [] })
  })

  it('[G53] what turns no mark off is not written down, nor where nobody ever answered', () => {
    const archive = new Archive()
    archive.turn(['ana', ask(['sales', 'product'])], ['bo', (board) => setCardField(board, 'a', 'importance', 'high')], ['cy', (board) => deleteCard(board, 'a')])
    archive.turn(['cy', (board) => addLink(board, 'd', 'rests_on', 'b')])
    expect(archive.marks).toEqual([])
    const fresh = new Archive(undefined, false)
    fresh.turn(['ana', ask([])], ['ana', (board) => removeLink(board, 'dp')])
    expect(fresh.marks).toEqual([])
  })

  it('[G53] where all that was said is an answer on a dependency, a mark goes no less', () => {
    const archive = new Archive((board) => addRecord(board, 'acks', { id: 'k', link: 'dp', person: 'bo', team: 'sre', side: 'provider', response: 'will_try', basis: 'earlier', seq: 1, at: '2026-06-10T12:00:00Z' }), false)
    archive.turn(['ana', (board) => removeLink(board, 'dp')])
    expect(archive.marks).toMatchObject([{ person: 'ana', link: 'dp', was: 'need_changed' }])
  })

  it('[G53] a slip that is taken back exactly within a minute is not written down; something else is', () => {
    const slip = (change: (board: Board) => void, back: (board: Board) => void, afterMs = 5_000, who = 'ana'): number => {
      const archive = new Archive((board) => ask([])(board))
      archive.turn(['ana', change])
      archive.now += afterMs - 3_600_000
      archive.turn([who, back])
      return archive.marks.length
    }
    expect(slip(ask(['sales']), ask([]))).toBe(0)
    expect(slip((board) => addLink(board, 's', 'rests_on', 'a'), (board) => removeLink(board, 's~rests_on~a'))).toBe(0)
    expect(slip(ask(['sales']), ask([]), 61_000)).toBe(1)
    expect(slip(ask(['sales']), ask([]), 5_000, 'cy')).toBe(1)
    expect(slip((board) => addLink(board, 's', 'rests_on', 'a'), (board) => removeLink(board, 's~rests_on~a'), 5_000, 'cy')).toBe(1)
    expect(slip(ask(['sales']), ask(undefined))).toBe(1)
  })

  it('[G53] a file brings it along', () => {
    const archive = new Archive()
    archive.turn(['ana', ask([])])
    const file = archive.document.file(new Date(START))
    const board = newBoard(SERVER_CLIENT_ID)
    board.doc.transact(() => importFile(board, file))
    expect(file.marksOff).toMatchObject([{ person: 'ana', card: 'a' }])
    expect([...board.doc.getMap('marksOff').values()]).toMatchObject([{ person: 'ana', card: 'a', waited: ['sales'] }])
  })

  it('[G54] of many lines between the same two cards each is looked at once', () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => `l${n}`)
    const archive = new Archive((board) => { for (const id of lines) putLink(board, { id, from: 's', to: 'g', type: 'depends_on', ask: id }) })
    const start = performance.now()
    archive.turn(['ana', (board) => { for (const id of lines) removeLink(board, id) }])
    // Each line beside each other one would be 25 million.
    expect(performance.now() - start).toBeLessThan(4_000)
    expect(archive.marks.length).toBe(MOST_MARKS_OFF)
    expect(archive.marks.every(({ was, changes }) => was === 'requested' && changes.length === 0)).toBe(true)
  })

  it('[G54] of many lines and cards the first ones are judged, whatever is around them', () => {
    const ids = Array.from({ length: 1_000 }, (_, n) => `l${n}`)
    const archive = new Archive((board) => {
      for (const id of ids) putLink(board, { id, from: 's', to: 'g', type: 'depends_on', ask: id })
      for (const id of ids) addCard(board, { id: `c${id}`, kind: 'assumption', x: 0, y: 0, title: id, fields: { askTeams: ['sales'] } })
    })
    const { judgements } = archive.document.wake().facts.judged(START)
    const of = Object.getPrototypeOf(judgements) as typeof judgements
    const [lines, cards] = [vi.spyOn(of, 'dependency'), vi.spyOn(of, 'assumption')]
    archive.turn(['ana', (board) => { for (const id of ids.slice(0, 500)) removeLink(board, id) }])
    // There and back again, before and after.
    expect(lines.mock.calls.length).toBeLessThanOrEqual(4 * MOST_LOOKED_AT)
    expect(archive.marks.filter(({ link }) => link !== undefined).length).toBe(MOST_LOOKED_AT)
    archive.turn(['bo', (board) => { for (const id of ids) ask([], `c${id}`)(board) }])
    expect(cards.mock.calls.length).toBeLessThanOrEqual(4 * MOST_LOOKED_AT)
    lines.mockRestore()
    cards.mockRestore()
  })

  it('[G54] a line or a card with more around it than one turn may walk is not judged, and another is', () => {
    const archive = new Archive((board) => {
      for (let n = 0; n <= MOST_AROUND; n++) addRecord(board, 'acks', { id: `k${n}`, link: 'dp', person: 'bo', team: 'sre', side: 'provider', response: 'will_try', basis: 'earlier', seq: n, at: '2026-06-10T12:00:00Z' })
      putLink(board, { id: 'd2', from: 's', to: 'g', type: 'depends_on', ask: 'Three weeks' })
    })
    const { judgements } = archive.document.wake().facts.judged(START)
    const lines = vi.spyOn(Object.getPrototypeOf(judgements) as typeof judgements, 'dependency')
    archive.turn(['ana', (board) => setCardField(board, 'g', 'team', 'sales')])
    expect(lines.mock.calls.map(([id]) => id)).not.toContain('dp')
    expect(archive.marks).toMatchObject([{ link: 'd2' }])
    lines.mockRestore()
  })

  it('[G54] a decision is looked at without what lies under it', () => {
    const archive = new Archive()
    const { judgements } = archive.document.wake().facts.judged(START)
    const under = vi.spyOn(Object.getPrototypeOf(judgements) as typeof judgements, 'decision')
    archive.turn(['ana', ask(['sre'], 'd')])
    expect(archive.marks).toMatchObject([{ card: 'd', was: 'open', waited: ['sales'] }])
    expect(under).not.toHaveBeenCalled()
    under.mockRestore()
  })

  it('[G54] what a change does not touch is not judged again', () => {
    const board = newBoard(SERVER_CLIENT_ID)
    board.doc.transact(() => { fill(board); answer(board) })
    const facts = new Facts(board)
    const before = facts.judged(START).judgements.assumption('b')
    board.doc.transact(() => ask([])(board))
    const { judgements, state } = facts.judged(START + 1_000)
    expect(state.cards.get('a')?.fields.askTeams).toEqual([])
    expect(judgements.assumption('a').state).toBe('confirmed')
    expect(judgements.assumption('b')).toBe(before)
    facts.forget()
  })
})
