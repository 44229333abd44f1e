// A board of three teams that have said things of each other, and a server in the page that takes what people say in
// their own name, as the real one does; it can be away, and refuse.
import { fixture, html } from '@open-wc/testing'
import '../../../client/panels/teams/teams-view.ts'
import type { TacitTeams } from '../../../client/panels/teams/teams-view.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Board } from '../../../shared/board/document.ts'
import { newId } from '../../../shared/board/ids.ts'
import type { Person } from '../../../shared/board/records.ts'
import { putTeam } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { addRecord } from '../../../shared/board/write-records.ts'
import { Hub, person, until } from '../../support/local-session.ts'

export const ANA = person('ana', 'product')
export const BO = person('bo', 'sre')
export const TAX = 'Every Friday release of ours is your weekend.'

export function fillTeams(board: Board): void {
  putTeam(board, { id: 'product', name: 'Product', currency: [{ id: 'wad', metric: 'Weekly active dispatchers', direction: 'up', now: '310', target: '1,200' }], constraints: ['One squad until February'] })
  putTeam(board, { id: 'sre', name: 'SRE', currency: [{ id: 'pages', metric: 'Pages per week', direction: 'down', now: '3.4', target: '2' }], constraints: ['Three on the rota'] })
  putTeam(board, { id: 'sales', name: 'Sales' })
  addRecord(board, 'perceptions', { id: 'tax', by: 'product', about: 'sre', person: 'ana', text: TAX, seq: 1, at: '2026-06-01T09:00:00Z' })
  addCard(board, { id: 'trade', kind: 'tradeoff', x: 0, y: 0, title: 'Calm Fridays', fields: { team: 'product', toTeam: 'sre', give: 'No release after noon', giveMetric: 'pages', get: 'Two weeks of Lina' } })
  addCard(board, { id: 'note', kind: 'note', x: 300, y: 0, title: 'A note' })
}

export interface Open { readonly hub: Hub; readonly session: Session; readonly page: TacitTeams; readonly place: Place }

/** What the server does with what it is sent. */
export interface Place { away: boolean; refuses: string | undefined; readonly posted: { readonly root: string; readonly body: Readonly<Record<string, unknown>> }[] }

const closing: (() => void)[] = []

export function closeAll(): void {
  closing.splice(0).forEach((close) => close())
}

function serve(hub: Hub, me: Person): Place {
  const real = window.fetch
  const place: Place = { away: false, refuses: undefined, posted: [] }
  window.fetch = (path, init) => {
    const root = /\/(perceptions|perceptionReplies|perception-replies)$/.exec(String(path))?.[1]
    if (root === undefined) return real(path, init)
    if (place.away) return Promise.reject(new TypeError('Failed to fetch'))
    const body = JSON.parse(String(init?.body)) as Record<string, unknown>
    place.posted.push({ root, body })
    if (place.refuses !== undefined) return Promise.resolve(Response.json({ error: { code: 'refused', message: place.refuses } }, { status: 422 }))
    const record = { ...body, id: newId(), person: me.id, ...('about' in body ? { by: me.team } : { team: me.team }), seq: 10 + place.posted.length, at: '2026-06-02T09:00:00Z' }
    hub.board.doc.transact(() => addRecord(hub.board, 'about' in body ? 'perceptions' : 'perceptionReplies', record))
    return Promise.resolve(Response.json({ record, current: true }, { status: 201 }))
  }
  closing.push(() => { window.fetch = real })
  return place
}

export async function openTeams(me: Person | undefined, more: (board: Board) => void = () => undefined): Promise<Open> {
  const hub = new Hub((board) => {
    fillTeams(board)
    more(board)
  })
  for (const one of [ANA, BO]) if (one.id !== me?.id) hub.join(one).close()
  const session = hub.join(me)
  closing.push(() => session.close())
  const place = serve(hub, me ?? ANA)
  await until('ready', () => session.ready.value)
  const page = await fixture<TacitTeams>(html`<tacit-teams .session=${session}></tacit-teams>`)
  return { hub, session, page, place }
}
