// What an id may look like, and how a new one is made. Ids are random so that two people never
// make the same one; the id of a drawn link is made from its ends so that the same link drawn twice merges.
import { uint32 } from 'lib0/random'
import type { LinkType } from './records.ts'

const ID = /^[A-Za-z0-9_-]{1,48}$/
const LINK_ID = /^[A-Za-z0-9_>.:~-]{1,160}$/
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** True for ids of cards, people, teams and records. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value) && !FORBIDDEN.has(value)
}

export function isLinkId(value: unknown): value is string {
  return typeof value === 'string' && LINK_ID.test(value) && !FORBIDDEN.has(value)
}

/** 12 random base-64url characters: 72 bits, from the platform's cryptographic source. */
export function newId(): string {
  let id = ''
  for (let i = 0; i < 12; i++) id += ALPHABET[uint32() & 63]
  return id
}

export function drawnLinkId(from: string, type: LinkType, to: string): string {
  return `${from}~${type}~${to}`
}
