// One of six calm colours for each person, the same on every screen: the server writes it into their presence, and
// every page finds the same one from the list of people. White text on each is readable, and none is the hue of a state.

export const PERSON_COLORS = ['#0b7a75', '#8a4e8e', '#2f6db5', '#4f7a1e', '#8a5a44', '#50606b'] as const
export type PersonColor = (typeof PERSON_COLORS)[number]

interface Listed { readonly removed?: boolean; readonly mergedInto?: string }
/** A list of people by their ids, which is never changed in place. */
export type ListedPeople = object & Iterable<readonly [id: string, person: Listed]>

function placeOf(personId: string): number {
  let hash = 7
  for (let i = 0; i < personId.length; i++) hash = (Math.imul(hash, 31) + personId.charCodeAt(i)) >>> 0
  return hash % PERSON_COLORS.length
}

const colorAt = (place: number): PersonColor => PERSON_COLORS[place % PERSON_COLORS.length] ?? PERSON_COLORS[0]
const known = new WeakMap<ListedPeople, ReadonlyMap<string, PersonColor>>()

/** Of somebody who is on no list. */
export function personColor(personId: string): PersonColor {
  return colorAt(placeOf(personId))
}

/**
 * Everybody's own colour while there are enough, then those that the fewest have. Whose own it is by their id keeps
 * it, the smallest id first, so that a newcomer rarely changes anybody's; the others get the next one that is free.
 */
function share(people: ListedPeople): ReadonlyMap<string, PersonColor> {
  const all = new Map(people)
  const ids = [...all].flatMap(([id, { removed, mergedInto }]) => (removed === true || mergedInto !== undefined ? [] : [id])).sort((a, b) => (a < b ? -1 : 1))
  const uses = PERSON_COLORS.map(() => 0)
  const places = new Map<string, number>()
  const take = (id: string, place: number): void => {
    places.set(id, place)
    uses[place] = (uses[place] ?? 0) + 1
  }
  for (const id of ids) if (uses[placeOf(id)] === 0) take(id, placeOf(id))
  for (const id of ids) {
    if (places.has(id)) continue
    const fewest = Math.min(...uses)
    const own = placeOf(id)
    take(id, PERSON_COLORS.map((_, at) => (own + at) % PERSON_COLORS.length).find((place) => uses[place] === fewest) ?? own)
  }
  for (const [id, { mergedInto }] of all) {
    const place = mergedInto === undefined ? undefined : places.get(mergedInto)
    if (place !== undefined) places.set(id, place)
  }
  return new Map([...places].map(([id, place]) => [id, colorAt(place)]))
}

/** Of somebody among the people of a board: no two of them have the same while there are no more than colours. */
export function colorAmong(people: ListedPeople, personId: string): PersonColor {
  const colors = known.get(people) ?? share(people)
  known.set(people, colors)
  return colors.get(personId) ?? personColor(personId)
}
