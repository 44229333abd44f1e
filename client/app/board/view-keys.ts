// What the keys of the page of a board mean for its filter. Pure.
import { NO_FILTER, toggleLook, toggleUnheard, type Filter } from '../../session/filter.ts'
import type { KeyId } from '../../ui/key-map.ts'
import type { Look } from '../../ui/looks.ts'

const LOOK_OF: Partial<Record<KeyId, Look>> = {
  filterUnconfirmed: 'unconfirmed', filterStale: 'stale', filterDisputed: 'disputed', filterRefuted: 'refuted', filterConfirmed: 'confirmed',
}

/** The filter after a key; undefined when the key has nothing to do with it. */
export function filterAfter(key: KeyId, filter: Filter): Filter | undefined {
  const look = LOOK_OF[key]
  if (look !== undefined) return toggleLook(filter, look)
  if (key === 'filterNotHeard') return toggleUnheard(filter, 'any')
  return key === 'filterNone' ? NO_FILTER : undefined
}
