// What the two sides of a dependency answer to, as the strings that their acknowledgements keep as `basis`: the consumer
// to the provider's contract, the provider to the consumer's need. Only a change of words or dates changes them. Knows
// no people and no answers.
import type { BoardState, Card, Link } from '../board/records.ts'
import { isActive } from './dependants.ts'
import { norm, splitStatement, statementOf, words, type Statement } from './statement.ts'

export type AckSide = 'consumer' | 'provider'

/** The basis of a consumer whose provider is gone. */
export const REMOVED = 'removed'

/** Of each card once: many lines may lead to it, and its words may be long. */
const CONTRACTS = new WeakMap<object, string>()
/** The same as a text of a need: many lines may come from the card, too. */
const QUOTED = new WeakMap<object, string>()

/** What others rely on of a card: a JSON array of kind, title, body, criterion and due date. */
export function contractOf(card: Pick<Card, 'kind' | 'title' | 'body' | 'fields'>): string {
  const known = CONTRACTS.get(card) ?? JSON.stringify([...(JSON.parse(statementOf(card)) as string[]), words(card.fields.due)])
  CONTRACTS.set(card, known)
  return known
}

/** What a consumer needs: a JSON array of the consumer's own contract (as a text), what is asked, and by when. */
export function needOf(link: Pick<Link, 'ask' | 'needBy'>, consumer: Pick<Card, 'kind' | 'title' | 'body' | 'fields'>): string {
  const contract = QUOTED.get(consumer) ?? JSON.stringify(contractOf(consumer))
  QUOTED.set(consumer, contract)
  return `[${contract},${JSON.stringify(words(link.ask))},${JSON.stringify(words(link.needBy))}]`
}

/**
 * What a side of a dependency has on screen now. A provider is gone when it was deleted or retired: neither delivers.
 * Undefined when there is nothing to answer to: no such card, or the consumer is gone.
 */
export function dependencyBasis({ cards }: BoardState, link: Link, side: AckSide): string | undefined {
  const consumer = cards.get(link.from)
  const provider = cards.get(link.to)
  if (!isActive(consumer)) return undefined
  if (side === 'consumer') return isActive(provider) ? contractOf(provider) : REMOVED
  return isActive(provider) ? needOf(link, consumer) : undefined
}

export interface Contract extends Statement { readonly due: string }
export interface Need { readonly of: Contract; readonly ask: string; readonly needBy: string }

/** A contract taken apart again, for "what you answered / what it says now"; undefined when it is none. */
export function splitContract(basis: string): Contract | undefined {
  const parts = texts(basis, 5)
  if (parts === undefined) return undefined
  const statement = splitStatement(JSON.stringify(parts.slice(0, 4)))
  return statement === undefined ? undefined : { ...statement, due: parts[4] ?? '' }
}

/** A need taken apart again; undefined when it is none. */
export function splitNeed(basis: string): Need | undefined {
  const parts = texts(basis, 3)
  const of = splitContract(parts?.[0] ?? '')
  return parts === undefined || of === undefined ? undefined : { of, ask: parts[1] ?? '', needBy: parts[2] ?? '' }
}

/** The one canonical spelling of a contract, as `contractOf` gives it. */
export function canonicalContract({ kind, title, body, criterion, due }: Contract): string {
  return JSON.stringify([kind, norm(title), norm(body), norm(criterion), norm(due)])
}

/** The one canonical spelling of a need, as `needOf` gives it. */
export function canonicalNeed({ of, ask, needBy }: Need): string {
  return JSON.stringify([canonicalContract(of), norm(ask), norm(needBy)])
}

/** What a reply to a perception is bound to. */
export function perceptionBasis(text: string): string {
  return norm(text)
}

function texts(json: string, count: number): readonly string[] | undefined {
  try {
    const parts: unknown = JSON.parse(json)
    return Array.isArray(parts) && parts.length === count && parts.every((part) => typeof part === 'string') ? parts : undefined
  } catch {
    return undefined
  }
}
