// Writers for links, teams and the board's own texts: values that change as a whole, last writer wins. They throw
// before they write anything that the server's gate would refuse.
import { rootMap, type Board } from './document.ts'
import { drawnLinkId } from './ids.ts'
import { plainObject } from './json.ts'
import type { Json, Link, LinkType, Team } from './records.ts'
import { checkLinkValue, checkMetaValue, checkTeamValue } from './schema.ts'
import { oneLine } from './text.ts'

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new Error(problem)
}

/** A record as plain JSON, without its id and without undefined values. */
function valueOf(record: Readonly<Record<string, unknown>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => key !== 'id' && value !== undefined)) as Record<string, Json>
}

/** Draws a link; the same link drawn twice is one. Returns its id. */
export function addLink(board: Board, from: string, type: LinkType, to: string): string {
  const id = drawnLinkId(from, type, to)
  refuse(checkLinkValue(id, { from, to, type }))
  const drawn = plainObject(rootMap(board, 'links').get(id))
  if (drawn?.['from'] !== from || drawn['to'] !== to || drawn['type'] !== type) rootMap(board, 'links').set(id, { from, to, type })
  return id
}

export function putLink(board: Board, link: Link): void {
  const value = valueOf(link)
  refuse(checkLinkValue(link.id, value))
  rootMap(board, 'links').set(link.id, value)
}

export function removeLink(board: Board, linkId: string): void {
  rootMap(board, 'links').delete(linkId)
}

export function putTeam(board: Board, team: Team): void {
  const value = valueOf({ ...team })
  refuse(checkTeamValue(team.id, value))
  rootMap(board, 'teams').set(team.id, value)
}

export function renameBoard(board: Board, title: string): void {
  refuse(checkMetaValue('title', title))
  rootMap(board, 'meta').set('title', oneLine(title))
}

export function setSummary(board: Board, summary: string): void {
  refuse(checkMetaValue('summary', summary))
  rootMap(board, 'meta').set('summary', summary)
}
