// A board on which everything can be said: teams that depend on each other, a decision, a context card; and, of each
// kind that people say in their own name, what one of them may send. Shared by the tests of its routes.
import { putLink, putTeam } from '../../shared/board/write-board.ts'
import { addCard, setCardField } from '../../shared/board/write-cards.ts'
import { addRecord } from '../../shared/board/write-records.ts'
import type { Board } from '../../shared/board/document.ts'
import type { RecordedRoot } from '../../shared/protocol/said.ts'

export const DECISION = JSON.stringify(['decision', 'Launch on 1 July', '', ''])
/** What SRE promises, and what Product needs of it. */
export const PROMISE = JSON.stringify(['commitment', 'Rate limiter in gateway', '', '', '2026-07-01'])
export const NEED = JSON.stringify([JSON.stringify(['commitment', 'Public API beta', '', '', '']), '200 rps per tenant', '2026-07-10'])
export const BELIEF = 'You are paged when we ship on Fridays'

/** `dp`: Product needs, SRE provides. `inner`: both Product. `lost`: nobody's card provides. `rest`: no dependency. */
export function fillSaidBoard(board: Board): void {
  for (const id of ['product', 'sre', 'sales']) putTeam(board, { id, name: id })
  putTeam(board, { id: 'old', name: 'Old', removed: true })
  const card = (id: string, kind: 'decision' | 'commitment' | 'context' | 'assumption', title: string, team = ''): void => {
    addCard(board, { id, kind, x: 0, y: 0, title })
    if (team !== '') setCardField(board, id, 'team', team)
  }
  card('d', 'decision', 'Launch on 1 July', 'product')
  card('need', 'commitment', 'Public API beta', 'product')
  card('prov', 'commitment', 'Rate limiter in gateway', 'sre')
  setCardField(board, 'prov', 'due', '2026-07-01')
  card('own', 'commitment', 'Docs', 'product')
  card('nobody', 'commitment', 'Somebody will do it')
  card('ctx', 'context', 'Three of five left', 'sre')
  card('a', 'assumption', 'Tenants stay small')
  putLink(board, { id: 'dp', from: 'need', to: 'prov', type: 'depends_on', ask: '200 rps per tenant', needBy: '2026-07-10' })
  putLink(board, { id: 'inner', from: 'need', to: 'own', type: 'depends_on' })
  putLink(board, { id: 'lost', from: 'need', to: 'nobody', type: 'depends_on' })
  putLink(board, { id: 'rest', from: 'need', to: 'a', type: 'rests_on' })
  addRecord(board, 'perceptions', { id: 'belief', by: 'product', about: 'sre', person: 'ines', text: BELIEF, seq: 1 })
}

export interface Sample {
  readonly root: RecordedRoot
  /** Whose member says it. */
  readonly team: 'product' | 'sre' | 'owner'
  readonly body: Readonly<Record<string, unknown>>
  /** What the server makes of it besides id, person and time. */
  readonly record: Readonly<Record<string, unknown>>
}

/** One of each kind, and both sides of a dependency. */
export const SAMPLES: readonly Sample[] = [
  sample('stances', 'sre', { card: 'd', stance: 'concerns', basis: DECISION, reason: 'Fridays' }),
  sample('acks', 'product', { link: 'dp', side: 'consumer', response: 'adapting', basis: PROMISE, reason: 'A week later' }),
  sample('acks', 'sre', { link: 'dp', side: 'provider', response: 'will_try', basis: NEED }),
  sample('changeNotes', 'sre', { card: 'prov', basis: PROMISE, requires: 'Retry on 429', needs: 'A test tenant', ifNot: 'Calls fail' }),
  { root: 'perceptions', team: 'sre', body: { about: 'product', text: 'Your date is in a press release' }, record: { by: 'sre', about: 'product', text: 'Your date is in a press release', seq: 1 } },
  sample('perceptionReplies', 'sre', { perception: 'belief', verdict: 'partly', basis: BELIEF, note: 'Saturdays, too' }),
  { root: 'baselines', team: 'owner', body: { name: 'Kick-off' }, record: { name: 'Kick-off', states: { d: 'open', a: 'unconfirmed' } } },
  { root: 'asks', team: 'sre', body: { card: 'd', team: 'sales' }, record: { card: 'd', team: 'sales' } },
]

function sample(root: RecordedRoot, team: 'product' | 'sre', body: Readonly<Record<string, unknown>>): Sample {
  return { root, team, body, record: { ...body, team, seq: 1 } }
}
