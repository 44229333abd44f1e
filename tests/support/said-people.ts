// Those who speak on the board of said-board.ts: members of its teams, and an owner without one.
import type { CreatedBoard } from '../../shared/protocol/http.ts'
import { BrowserPerson } from './browser-person.ts'
import type { Sample } from './said-board.ts'

export type Member = BrowserPerson & { readonly id: string }

/** Somebody who entered: a member of a team, or an owner without one. */
export async function enterAs(url: string, board: CreatedBoard, team: string, cookie?: string): Promise<Member> {
  const person = Object.assign(new BrowserPerson(url), { cookie })
  const isOwner = team === 'owner'
  const entered = await person.enter(board.id, { key: isOwner ? board.keys.own : board.keys.edit, name: isOwner ? 'Mara' : `Bo of ${team}`, team: isOwner ? '' : team })
  return Object.assign(person, { id: entered.person?.id ?? '' })
}

/** One of each who says something in the samples. */
export async function enterAll(url: string, board: CreatedBoard): Promise<Readonly<Record<Sample['team'], Member>>> {
  return { product: await enterAs(url, board, 'product'), sre: await enterAs(url, board, 'sre'), owner: await enterAs(url, board, 'owner') }
}
