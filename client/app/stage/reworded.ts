// Whether a card says something else than before. Small: what is told of it comes later.
import type { Card } from '../../../shared/board/records.ts'

export function isReworded(was: Card, now: Card): boolean {
  return was.title !== now.title || was.body !== now.body || was.fields.criterion !== now.fields.criterion
}
