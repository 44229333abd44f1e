// The arcs of the ring as numbers: one per seat from 12 o'clock, clockwise, in the order yes, no, lapsed, unsure, not
// heard; over eight seats one arc per stance, in proportion. Lengths are in seats (the circle's pathLength).
import type { Stance } from './looks.ts'

export interface Arc { readonly stance: Stance; readonly length: number; readonly start: number }

const ORDER: readonly Stance[] = ['yes', 'no', 'was', 'unsure', 'quiet']
const MOST_SINGLE_ARCS = 8
/** Shares of the whole circle left open beside an arc: round thick ends need less room than thin ones. */
const THICK_GAP = 0.05
const THIN_GAP = 0.085

function arc(stance: Stance, at: number, seats: number, total: number): Arc {
  const thick = stance === 'yes' || stance === 'no'
  // What is not heard never closes the ring, even when nobody else is asked.
  if (seats === total && stance !== 'quiet' && stance !== 'unsure') return { stance, length: total, start: 0 }
  const gap = (thick ? THICK_GAP : THIN_GAP) * total
  return { stance, length: Math.max(seats - gap, 0.1 * seats), start: at + Math.min(gap, 0.9 * seats) / 2 }
}

/** The arcs of these seats; the circle's pathLength is the number of seats. None for no seats. */
export function arcsOf(seats: readonly Stance[]): readonly Arc[] {
  const total = seats.length
  const arcs: Arc[] = []
  let at = 0
  for (const stance of ORDER) {
    const count = seats.filter((seat) => seat === stance).length
    if (count === 0) continue
    if (total > MOST_SINGLE_ARCS) arcs.push(arc(stance, at, count, total))
    else for (let i = 0; i < count; i++) arcs.push(arc(stance, at + i, 1, total))
    at += count
  }
  return arcs
}
