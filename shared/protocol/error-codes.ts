// Every code by which the server says no, so that each client can have words for each of them. Codes never change their
// meaning; new ones are added here first. Why a socket was closed: close-codes.ts.

/** `error.code` of a request that failed (README, "HTTP"). */
export const HTTP_CODES = [
  'bad_file', 'board_full', 'id_taken', 'internal', 'last_owner', 'last_way_in', 'malformed_json', 'merged', 'needs_consent',
  'needs_create_key', 'needs_person', 'no_assumption', 'no_contract', 'no_decision', 'no_dependency', 'no_statement', 'no_such_card',
  'no_such_claim', 'no_such_code', 'no_such_link', 'no_such_perception', 'no_such_person', 'no_such_team', 'no_such_template', 'no_team',
  'not_built', 'not_found', 'not_json', 'not_merged', 'not_saved', 'nothing_to_claim', 'other_claim', 'other_team', 'other_text',
  'own_team', 'removed', 'same_person', 'storage', 'too_deep', 'too_fast', 'too_heavy', 'too_large', 'too_many_links', 'too_small_a_right',
  'upgrade_required', 'wrong_body', 'wrong_origin', 'wrong_query',
] as const
export type HttpCode = (typeof HTTP_CODES)[number]

/** The code of message 101: why the storage could not do it. */
export const NOT_SAVED_CODES = ['full', 'read-only', 'corrupted', 'locked', 'failed'] as const
export type NotSavedCode = (typeof NOT_SAVED_CODES)[number]

/** The place that a refused change was about, in the document: a root, what it holds, and a field of that. */
export interface RefusedPlace { readonly root: string; readonly id?: string; readonly field?: string }

/** The reason of a closed socket: its place first, because a reason that is too long is cut. */
export function writeReason(sentence: string, place?: RefusedPlace): string {
  return place === undefined ? sentence : `${[place.root, place.id, place.field].filter((part) => part !== undefined).join('/')}: ${sentence}`
}

export function placeIn(reason: string): RefusedPlace | undefined {
  const [whole, root = '', id, field] = /^(cards|links|teams|meta)(?:\/([\w>.:~-]+?))?(?:\/([\w-]+))?: /.exec(reason) ?? []
  return whole === undefined ? undefined : { root, ...(id === undefined ? {} : { id }), ...(field === undefined ? {} : { field }) }
}
