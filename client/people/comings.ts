// Who comes to a board while one is on it: says so once for a person who was never there before, tells owners who waits
// to be admitted, and, for those who want to hear it, who is here and who has left. Knows the session; draws nothing.
import type { BoardState, Person } from '../../shared/board/records.ts'
import type { Session } from '../session/session.ts'
import { MutableStore } from '../session/store.ts'
import { announce } from '../ui/announce.ts'
import { showToast } from '../ui/toasts.ts'
import { othersHere } from './here.ts'
import { comingWords } from './later-words.ts'

/** Where the wish to hear who is here is kept: nobody is told of it, and it is off by default. */
const KEPT = 'tacit:say-who-is-here'

/** People who came to the board for the first time since this page was opened. */
export const newcomers = new MutableStore<ReadonlySet<string>>(new Set())

export function saysWhoIsHere(): boolean {
  try {
    return localStorage.getItem(KEPT) === 'true'
  } catch {
    return false
  }
}

export function sayWhoIsHere(on: boolean): void {
  try {
    if (on) localStorage.setItem(KEPT, 'true')
    else localStorage.removeItem(KEPT)
  } catch {
    // Private windows: the choice holds as long as nothing asks again.
  }
}

/** Who waits for an owner: each with the person whom they say to be. */
export function waiting({ people }: BoardState): readonly Person[] {
  return [...people.values()].filter(({ claims, removed, mergedInto }) => claims !== undefined && removed !== true && mergedInto === undefined).sort((a, b) => a.name.localeCompare(b.name))
}

/** Begins to watch; returns the way to stop. `look` opens the list of people. */
export function watchComings(session: Session, look: () => void): () => void {
  let people: BoardState['people'] | undefined
  let here: ReadonlyMap<string, string> | undefined
  const heedPeople = (): void => {
    const now = session.board.value.people
    if (!session.ready.value || now === people) return
    const before = people
    people = now
    if (before !== undefined) heed(session, before, look)
  }
  const heedPeers = (): void => {
    const before = here
    here = new Map(othersHere(session.peers.value, session.me.value?.id).map(({ key, name }) => [key, name]))
    if (before === undefined || !saysWhoIsHere() || session.save.value.kind === 'offline') return
    for (const [key, name] of here) if (!before.has(key)) announce(comingWords.isHere(name))
    for (const [key, name] of before) if (!here.has(key)) announce(comingWords.hasLeft(name))
  }
  const stops = [session.board.subscribe(heedPeople), session.ready.subscribe(heedPeople), session.peers.subscribe(heedPeers)]
  heedPeople()
  heedPeers()
  return () => { for (const stop of stops) stop() }
}

function heed(session: Session, before: BoardState['people'], look: () => void): void {
  const { people, teams } = session.board.value
  const me = session.me.value?.id
  const changed = [...people.changedSince(before)].map((id) => people.get(id)).filter((person) => person !== undefined && person.id !== me && person.removed !== true) as Person[]
  const come = changed.filter(({ id }) => !before.has(id))
  if (come.length > 0) newcomers.set(new Set([...newcomers.value, ...come.map(({ id }) => id)]))
  const [first] = come
  if (first !== undefined && come.length === 1) showToast(comingWords.entered(first.name, teams.get(first.team)?.name ?? ''))
  else if (first !== undefined) showToast(comingWords.manyEntered(come.map(({ name }) => name)))
  if (session.right !== 'own') return
  for (const { id, name, claims } of changed) {
    if (claims === undefined || before.get(id)?.claims === claims) continue
    showToast(claims === id ? comingWords.asksIn(name) : comingWords.claims(name, people.get(claims)?.name ?? claims), { label: comingWords.look, run: look })
  }
}
