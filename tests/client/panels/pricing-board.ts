// A small board in a hub, and a server in the page that answers its requests as the real one does: answers and asks are
// written by the server side of the hub, in the name of the person who is here. Requests are kept to be looked at.
import { addLink, putTeam, renameBoard } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { addAsk, addAttestation, addRecord, putAuthorship, putPerson } from '../../../shared/board/write-records.ts'
import { cardMap, type Board } from '../../../shared/board/document.ts'
import { newId } from '../../../shared/board/ids.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { Attestation, Person, Verdict } from '../../../shared/board/records.ts'
import type { PostAsk, PostAttestation } from '../../../shared/protocol/http.ts'
import type { PostStance, StanceRecord } from '../../../shared/protocol/said.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { Hub } from '../../support/local-session.ts'

export const QUOTES = 'Sales will stop quoting seat prices on 1 March.'
export const INES: Person = { id: 'ines', name: 'Ines Okafor', team: 'product', role: 'owner' }
export const DELE: Person = { id: 'dele', name: 'Dele Adeyemi', team: 'sales', role: 'member' }
export const PRIYA: Person = { id: 'priya', name: 'Priya Raman', team: 'billing', role: 'member' }
export const GUEST: Person = { id: 'wim', name: 'Wim', team: '', role: 'guest' }

const TEAMS = [{ id: 'product', name: 'Product', code: 'PD' }, { id: 'sales', name: 'Sales' }, { id: 'billing', name: 'Billing' }, { id: 'finance', name: 'Finance' }, { id: 'legal', name: 'Legal' }]

function fill(board: Board): void {
  renameBoard(board, 'Usage-based pricing launch')
  for (const team of TEAMS) putTeam(board, team)
  for (const person of [INES, DELE, PRIYA, GUEST]) putPerson(board, person)
  addCard(board, { id: 'quotes', kind: 'assumption', x: 400, y: 80, title: QUOTES, body: 'Renewals keep their price.', fields: { askTeams: ['sales'], reviewBy: '2100-02-14T00:00:00Z', team: 'sales', owner: 'dele' } })
  addCard(board, { id: 'invoice', kind: 'goal', x: 80, y: 80, title: 'Customers can predict their next invoice.', fields: { team: 'product' } })
  addCard(board, { id: 'first', kind: 'decision', x: 80, y: 300, title: 'Self-serve first.', fields: { team: 'billing' } })
  addCard(board, { id: 'reps', kind: 'risk', x: 700, y: 80, title: 'Reps steer accounts back to seats.', fields: { team: 'sales', likelihood: 2, impact: 4 } })
  for (const from of ['invoice', 'first']) addLink(board, from, 'rests_on', 'quotes')
  putAuthorship(board, 'quotes', { author: 'dele', createdAt: '2026-01-08T09:00:00Z' })
}

export function pricingHub(more: (board: Board) => void = () => undefined): Hub {
  return new Hub((board) => {
    fill(board)
    more(board)
  })
}

/** An answer that was given before anybody looks, on the words that stand or on others. */
export function said(board: Board, person: Person, verdict: Verdict, more: Partial<Attestation> = {}): void {
  const card = readBoard(board).cards.get('quotes')
  if (card === undefined) throw new Error('no card')
  addAttestation(board, { id: newId(), card: 'quotes', person: person.id, team: person.team, verdict, basis: statementOf(card), seq: 1, at: new Date(Date.now() - 3_600_000).toISOString(), ...more })
}

export interface Asked { readonly method: string; readonly path: string; readonly body: unknown }

export class PageServer {
  readonly asked: Asked[] = []
  /** Set: every request is answered with this. */
  failure: { readonly status: number; readonly code: string; readonly message: string } | undefined
  /** Runs after a request came and before it is done: others are quicker. */
  meanwhile: (board: Board) => void = () => undefined
  readonly #real = window.fetch
  readonly #hub: Hub
  readonly #me: Person

  constructor(hub: Hub, me: Person) {
    this.#hub = hub
    this.#me = me
    window.fetch = (input, init) => this.#answer(String(input), init)
  }

  stop(): void {
    window.fetch = this.#real
  }

  async #answer(path: string, init?: RequestInit): Promise<Response> {
    if (!path.startsWith('/api/')) return this.#real(path, init)
    const body = init?.body === undefined ? undefined : (JSON.parse(init.body as string) as unknown)
    this.asked.push({ method: init?.method ?? 'GET', path, body })
    if (this.failure !== undefined) return Response.json({ error: this.failure }, { status: this.failure.status })
    this.meanwhile(this.#hub.board)
    if (path.endsWith('/attestations')) return Response.json(this.#attest(body as PostAttestation), { status: 201 })
    if (path.endsWith('/stances')) return Response.json(this.#stand(body as PostStance), { status: 201 })
    if (path.endsWith('/asks')) return Response.json(this.#ask(body as PostAsk), { status: 201 })
    return Response.json({ error: { code: 'not_found', message: 'There is nothing at this address.' } }, { status: 404 })
  }

  #attest(body: PostAttestation): unknown {
    const { board } = this.#hub
    const state = readBoard(board)
    const seq = 1 + Math.max(0, ...[...state.attestations.values()].filter((other) => other.person === this.#me.id).map((other) => other.seq))
    const record: Attestation = { id: newId(), ...body, person: this.#me.id, team: this.#me.team, seq, at: new Date().toISOString() }
    board.doc.transact(() => addAttestation(board, record))
    const card = state.cards.get(body.card)
    const statement = card === undefined ? '' : statementOf(card)
    return { record, current: statement === body.basis, statement }
  }

  #stand(body: PostStance): unknown {
    const { board } = this.#hub
    const state = readBoard(board)
    const record: StanceRecord = { id: newId(), ...body, person: this.#me.id, team: this.#me.team, seq: 1 + Math.max(0, ...[...state.records.stances.values()].map((other) => Number(other['seq']))), at: new Date().toISOString() }
    board.doc.transact(() => addRecord(board, 'stances', record))
    const card = state.cards.get(body.card)
    const statement = card === undefined ? '' : statementOf(card)
    return { record, current: statement === body.basis, statement }
  }

  #ask(body: PostAsk): unknown {
    const { board } = this.#hub
    const record = { id: newId(), ...body, person: this.#me.id, at: new Date().toISOString() }
    board.doc.transact(() => addAsk(board, record))
    return { record }
  }
}

/** The deletion flag as the document has it. */
export function isDeleted(board: Board, card: string): boolean {
  return cardMap(board, card)?.get('deleted') === true
}
