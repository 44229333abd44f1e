// Writers for links, teams and the board's own texts: values that change as a whole, last writer wins.
import { rootMap, type Board } from './document.ts'
import { drawnLinkId, isId, isLinkId } from './ids.ts'
import type { Json, Link, LinkType, Team } from './records.ts'

/** A record as plain JSON, without its id and without undefined values. */
function valueOf(record: Readonly<Record<string, unknown>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => key !== 'id' && value !== undefined)) as Record<string, Json>
}

/** Draws a link; the same link drawn twice is one. Returns its id. */
export function addLink(board: Board, from: string, type: LinkType, to: string): string {
  const id = drawnLinkId(from, type, to)
  if (!isLinkId(id) || from === to) throw new Error(`no link from ${from} to ${to}`)
  if (!rootMap(board, 'links').has(id)) rootMap(board, 'links').set(id, { from, to, type })
  return id
}

export function putLink(board: Board, link: Link): void {
  if (!isLinkId(link.id)) throw new Error(`"${link.id}" is no link id`)
  rootMap(board, 'links').set(link.id, valueOf(link))
}

export function removeLink(board: Board, linkId: string): void {
  rootMap(board, 'links').delete(linkId)
}

export function putTeam(board: Board, team: Team): void {
  if (!isId(team.id)) throw new Error(`"${team.id}" is no team id`)
  rootMap(board, 'teams').set(team.id, valueOf({ ...team }))
}

export function renameBoard(board: Board, title: string): void {
  rootMap(board, 'meta').set('title', title)
}

export function setSummary(board: Board, summary: string): void {
  rootMap(board, 'meta').set('summary', summary)
}
