// Who else is here and what they are doing now, from the awareness states of others; and what this browser shows of
// itself. Awareness is written by anyone, so every value is checked; `user` comes from the server. In awareness the
// mouse is `pointer`, because the text editor's caret has the name `cursor` there.
import type { Awareness } from 'y-protocols/awareness'
import type { BoardPoint, Rect } from '../../shared/geometry/geometry.ts'
import type { Peer, Presence } from './session.ts'
import { MutableStore } from './store.ts'

type Fields = Readonly<Record<string, unknown>>

/** ms between two looks at the mouse. */
const SHOW_EVERY = 33
/** An awareness state may have 2 kB: more cards than this are not named to others. */
const MAX_NAMED = 40
const COLOR = /^#[0-9a-f]{6}$/i
/** Board pixels, ten times as far as a card can lie: what others say of places further away is no place. */
const FURTHEST = 100_000_000
/** Names of those who left, each of 80 characters: a browser that comes again and again under other clientIDs fills no memory. */
const MOST_NAMES = 2_000
/** No id of a card or a person is longer. */
const LONGEST_ID = 200

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlace = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= FURTHEST

function pointOf(value: unknown): BoardPoint | undefined {
  return isFields(value) && isPlace(value['x']) && isPlace(value['y']) ? { x: value['x'], y: value['y'] } : undefined
}

const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_ID

function idsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.slice(0, MAX_NAMED).filter(isId) : undefined
}

function draggingOf(value: unknown): Presence['dragging'] {
  if (!isFields(value) || !isPlace(value['dx']) || !isPlace(value['dy'])) return undefined
  return { cards: idsOf(value['cards']) ?? [], dx: value['dx'], dy: value['dy'] }
}

/** In awareness a view is `[x, y, width, height]`. */
function viewOf(value: unknown): Rect | undefined {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(isPlace)) return undefined
  const [x, y, width, height] = value as [number, number, number, number]
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/** A peer from an awareness state; undefined for a state without a person (readers, programs). */
export function peerOf(clientId: number, state: unknown): Peer | undefined {
  if (!isFields(state) || !isFields(state['user'])) return undefined
  const { person, name, color } = state['user']
  if (typeof name !== 'string' || name === '') return undefined
  const cursor = pointOf(state['pointer'])
  const selected = idsOf(state['selected'])
  const dragging = draggingOf(state['dragging'])
  const view = viewOf(state['view'])
  return {
    clientId,
    person: isId(person) ? person : '',
    name: name.slice(0, 80),
    color: typeof color === 'string' && COLOR.test(color) ? color : '#50606b',
    ...(cursor === undefined ? {} : { cursor }),
    ...(selected === undefined ? {} : { selected }),
    ...(isId(state['editing']) ? { editing: state['editing'] } : {}),
    ...(dragging === undefined ? {} : { dragging }),
    ...(view === undefined ? {} : { view }),
    ...(isId(state['following']) ? { following: state['following'] } : {}),
  }
}

function fieldsOf(presence: Partial<Presence>): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  if ('cursor' in presence) fields['pointer'] = presence.cursor === undefined ? undefined : { x: Math.round(presence.cursor.x), y: Math.round(presence.cursor.y) }
  if ('selected' in presence) fields['selected'] = presence.selected?.slice(0, MAX_NAMED)
  if ('editing' in presence) fields['editing'] = presence.editing
  if ('dragging' in presence) fields['dragging'] = presence.dragging === undefined ? undefined : { ...presence.dragging, cards: presence.dragging.cards.slice(0, MAX_NAMED) }
  if ('view' in presence) fields['view'] = presence.view === undefined ? undefined : [presence.view.x, presence.view.y, presence.view.width, presence.view.height].map(Math.round)
  if ('following' in presence) fields['following'] = presence.following
  return fields
}

export class PresenceWatch {
  readonly peers = new MutableStore<readonly Peer[]>([])
  readonly #awareness: Awareness
  readonly #known = new Map<number, { readonly state: unknown; readonly peer: Peer | undefined }>()
  /** Also of those who have left: they may have written what cannot be undone any more. Whoever was here last comes last. */
  readonly #names = new Map<number, string>()
  #waiting: Record<string, unknown> = {}
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(awareness: Awareness) {
    this.#awareness = awareness
    awareness.on('change', this.#read)
    this.#read()
  }

  /** A movement waits for the next look; the end of something is shown at once. */
  show(presence: Partial<Presence>): void {
    Object.assign(this.#waiting, fieldsOf(presence))
    const ends = Object.values(this.#waiting).includes(undefined)
    if (ends) this.#write()
    else this.#timer ??= setTimeout(() => this.#write(), SHOW_EVERY)
  }

  /** The name of somebody who is or was here, by clientID. */
  nameOf(clientId: number): string | undefined {
    return this.#known.get(clientId)?.peer?.name ?? this.#names.get(clientId)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#awareness.off('change', this.#read)
  }

  #write(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const state = this.#awareness.getLocalState()
    if (state === null) return
    const next: Record<string, unknown> = { ...state, ...this.#waiting }
    for (const key of Object.keys(next)) if (next[key] === undefined) delete next[key]
    this.#waiting = {}
    if (JSON.stringify(next) !== JSON.stringify(state)) this.#awareness.setLocalState(next)
  }

  #remember(clientId: number, name: string): void {
    this.#names.delete(clientId)
    this.#names.set(clientId, name)
    for (const oldest of this.#names.keys()) {
      if (this.#names.size <= MOST_NAMES) break
      this.#names.delete(oldest)
    }
  }

  readonly #read = (): void => {
    const peers: Peer[] = []
    const states = this.#awareness.getStates()
    for (const [clientId, state] of states) {
      if (clientId === this.#awareness.clientID) continue
      const known = this.#known.get(clientId)
      const peer = known !== undefined && known.state === state ? known.peer : peerOf(clientId, state)
      this.#known.set(clientId, { state, peer })
      if (peer === undefined) continue
      peers.push(peer)
      if (peer !== known?.peer) this.#remember(clientId, peer.name)
    }
    for (const clientId of this.#known.keys()) if (!states.has(clientId)) this.#known.delete(clientId)
    const now = this.peers.value
    if (peers.length !== now.length || peers.some((peer, at) => peer !== now[at])) this.peers.set(peers)
  }
}
