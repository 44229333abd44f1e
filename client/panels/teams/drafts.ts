// What somebody has begun to write about a team or to reply, kept as long as the board is open: it is there again when
// its part of the page was closed meanwhile. Nobody else sees it.
import type { Reply } from '../../../shared/protocol/said.ts'
import type { Session } from '../../session/session.ts'

export interface ReplyBegun { readonly verdict: Reply | undefined; readonly note: string }

export class Drafts {
  /** By the team that is written about. */
  readonly beliefs = new Map<string, string>()
  /** By the words that are replied to: who wrote them, about whom. */
  readonly replies = new Map<string, ReplyBegun>()
}

const drafts = new WeakMap<Session, Drafts>()

export function draftsOf(session: Session): Drafts {
  const known = drafts.get(session) ?? new Drafts()
  drafts.set(session, known)
  return known
}
