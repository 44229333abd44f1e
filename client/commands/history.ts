// Undo and redo of this person's own changes, as the sentence that says what happened.
import type { HistoryStep, Session } from '../session/session.ts'
import { words } from './words.ts'

export function undo(session: Session): string {
  return undoSentence(session.undo())
}

export function redo(session: Session): string {
  return redoSentence(session.redo())
}

export function undoSentence(step: HistoryStep): string {
  if (step.kind === 'nothing') return words.nothingToUndo
  return step.kind === 'done' ? words.undone(step.label) : words.movedOn(step.who ?? words.somebody)
}

export function redoSentence(step: HistoryStep): string {
  if (step.kind === 'nothing') return words.nothingToRedo
  return step.kind === 'done' ? words.redone(step.label) : words.notAgain(step.who ?? words.somebody)
}
