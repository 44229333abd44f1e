// Who is here, each person once: the peers of one person (two devices, two tabs) put together, with what they do now.
// Pure.
import type { Rect } from '../../shared/geometry/geometry.ts'
import type { Peer } from '../session/session.ts'

export interface Here {
  /** The person's id; of somebody without one the clientID. */
  readonly key: string
  readonly name: string
  readonly color: string
  readonly verb: 'editing' | 'moving' | undefined
  /** What they look at. */
  readonly view: Rect | undefined
  readonly following: string | undefined
}

function verbOf({ editing, dragging }: Peer): Here['verb'] {
  if (editing !== undefined) return 'editing'
  return dragging === undefined ? undefined : 'moving'
}

/** One entry for each person among the peers, without oneself. */
export function othersHere(peers: readonly Peer[], me: string | undefined): readonly Here[] {
  const here = new Map<string, Here>()
  for (const peer of peers) {
    const { person, clientId, name, color, view, following } = peer
    if (person !== '' && person === me) continue
    const key = person === '' ? `#${clientId}` : person
    const other = here.get(key)
    here.set(key, { key, name, color, verb: other?.verb ?? verbOf(peer), view: view ?? other?.view, following: following ?? other?.following })
  }
  return [...here.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** Whose view is seen by keeping to this person's: theirs, or that of whom they follow. Undefined when it leads back to `me`. */
export function leaderOf(here: readonly Here[], key: string, me: string | undefined): Here | undefined {
  const passed = new Set<string>()
  let one = here.find((other) => other.key === key)
  while (one?.following !== undefined && !passed.has(one.key)) {
    passed.add(one.key)
    const next: string = one.following
    if (next === me || passed.has(next)) return undefined
    one = here.find((other) => other.key === next) ?? { ...one, following: undefined }
  }
  return one
}
