// All that people say in their own name on a board, each kind at its own address.
import { Hono } from 'hono'
import type { Parts } from '../parts.ts'
import { baselines } from './baselines.ts'
import { asks, attestations, changeNotes, stances } from './cards.ts'
import { acks } from './dependencies.ts'
import { takes } from './saying.ts'
import { seen } from './seen.ts'
import { perceptionReplies, perceptions } from './teams.ts'

export function saidRoutes(parts: Parts): Hono {
  const { limits } = parts.config
  const kinds = [
    takes(parts, attestations(limits)), takes(parts, asks()), takes(parts, stances(limits)), takes(parts, changeNotes(limits)),
    takes(parts, acks(limits)), takes(parts, perceptions(limits)), takes(parts, perceptionReplies(limits)), takes(parts, baselines(limits)), seen(parts),
  ]
  return kinds.reduce((routes, kind) => routes.route('/', kind), new Hono())
}
