// What a record may be about and bound to: a card or a dependency of the board, and the words that its sender had on
// screen, in their one canonical spelling. Texts of people as the schema of a board takes them.
import * as v from 'valibot'
import type { BoardState, Card, Team } from '../../../shared/board/records.ts'
import type { Limits } from '../../../shared/protocol/limits.ts'
import { canonicalContract, canonicalNeed, REMOVED, splitContract, splitNeed, type AckSide, type Contract } from '../../../shared/rules/contract.ts'
import { norm, splitStatement, type Statement } from '../../../shared/rules/statement.ts'
import { Failure } from '../request/failure.ts'
import { id, prose } from '../request/fields.ts'

/** Characters of an id made by a client: fewer could meet by chance. */
const MIN_ID = 12
/** Of a date, as part of a basis. */
const DATE_CHARS = 40

export const ownId = v.optional(v.pipe(id('id'), v.minLength(MIN_ID, `An id made by a client has at least ${MIN_ID} characters.`)))

/** What people write: stored as it will be read, without halves of characters. */
export function said(what: string, { fieldChars }: Limits): v.GenericSchema<string> {
  return v.pipe(prose(what, fieldChars), v.transform((text) => text.toWellFormed()))
}

/** JSON escapes can make six characters of one, and of a quote in a text in a text three. */
export function basisField({ titleChars, bodyChars, fieldChars }: Limits): v.GenericSchema<string> {
  return v.pipe(prose('The basis', 7 * (titleChars + bodyChars + 2 * fieldChars) + 400), v.transform((text) => text.toWellFormed()))
}

/** Without what is blank. */
export function filled<T extends Readonly<Record<string, string | undefined>>>(texts: T): { [key in keyof T]?: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && norm(text) !== '')) as { [key in keyof T]?: string }
}

function refuseLong({ title, body, criterion }: Statement, { titleChars, bodyChars, fieldChars }: Limits, code: 'no_statement' | 'no_contract', what: string): void {
  if (title.length > titleChars || body.length > bodyChars || criterion.length > fieldChars) throw new Failure(422, code, `The basis is longer than any ${what} can be.`, { path: 'basis' })
}

/** Escapes make a text longer: what is longer than a board file may hold would keep the board from being imported. */
function asStored(basis: string, { jsonStringChars }: Limits, code: 'no_statement' | 'no_contract'): string {
  if (basis.length > jsonStringChars) throw new Failure(422, code, 'The basis is longer than a board can keep.', { path: 'basis' })
  return basis
}

/** The statement that was answered. */
export function statementBasis(text: string, limits: Limits): string {
  const parts = splitStatement(text)
  if (parts === undefined) throw new Failure(422, 'no_statement', 'The basis is no statement: a JSON array of kind, title, body and criterion.', { path: 'basis' })
  refuseLong(parts, limits, 'no_statement', 'statement')
  return asStored(JSON.stringify([parts.kind, norm(parts.title), norm(parts.body), norm(parts.criterion)]), limits, 'no_statement')
}

function refuseLongContract(contract: Contract, limits: Limits): void {
  refuseLong(contract, limits, 'no_contract', 'contract')
  if (contract.due.length > DATE_CHARS) throw new Failure(422, 'no_contract', 'The basis has a date that is none.', { path: 'basis' })
}

/** What others rely on of a card. */
export function contractBasis(text: string, limits: Limits): string {
  const parts = splitContract(text)
  if (parts === undefined) throw new Failure(422, 'no_contract', 'The basis is no contract: a JSON array of kind, title, body, criterion and due date.', { path: 'basis' })
  refuseLongContract(parts, limits)
  return asStored(canonicalContract(parts), limits, 'no_contract')
}

/** What one side of a dependency answers to. */
export function sideBasis(side: AckSide, text: string, limits: Limits): string {
  if (side === 'consumer') return text === REMOVED ? REMOVED : contractBasis(text, limits)
  const parts = splitNeed(text)
  if (parts === undefined) throw new Failure(422, 'no_contract', 'The basis is no need: a JSON array of the contract of the card that needs it, what is asked, and by when.', { path: 'basis' })
  refuseLongContract(parts.of, limits)
  if (parts.ask.length > limits.fieldChars || parts.needBy.length > DATE_CHARS) throw new Failure(422, 'no_contract', 'The basis is longer than any need can be.', { path: 'basis' })
  return asStored(canonicalNeed(parts), limits, 'no_contract')
}

export function cardOf(state: BoardState, cardId: string): Card {
  const card = state.cards.get(cardId)
  if (card === undefined || card.deleted) throw new Failure(422, 'no_such_card', 'This board has no such card.', { path: 'card' })
  return card
}

/** `path`: the field of the body that names the team. */
export function teamOf(state: BoardState, teamId: string, path: string): Team {
  const team = state.teams.get(teamId)
  if (team === undefined || team.removed === true) throw new Failure(422, 'no_such_team', 'This board has no such team.', { path })
  return team
}
