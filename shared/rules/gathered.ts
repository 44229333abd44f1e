// Sets of ids put together from other sets without copying them, so that ten thousand cards above one assumption
// share one set. Read out only when somebody asks for the ids.

/** A set of ids; undefined is the empty one. */
export type Gathered = GatheredParts | undefined
interface GatheredParts { readonly ids: readonly string[]; readonly parts: readonly GatheredParts[] }

export function gathered(members: Iterable<string | Gathered>): Gathered {
  const ids = new Set<string>()
  const parts = new Set<GatheredParts>()
  for (const member of members) {
    if (typeof member === 'string') ids.add(member)
    else if (member !== undefined) parts.add(member)
  }
  const [first] = parts
  if (ids.size === 0 && parts.size <= 1) return first
  return { ids: [...ids], parts: [...parts] }
}

/** The ids, sorted, each once. */
export function gatheredIds(set: Gathered): readonly string[] {
  const ids = new Set<string>()
  const seen = new Set<GatheredParts>()
  const left: GatheredParts[] = set === undefined ? [] : [set]
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (seen.has(part)) continue
    seen.add(part)
    for (const id of part.ids) ids.add(id)
    for (const further of part.parts) left.push(further)
  }
  return [...ids].sort()
}
