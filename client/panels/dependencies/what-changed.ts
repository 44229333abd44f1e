// What changed since a team answered, part by part with its old and new words, and the note of whoever changed it: for use
// inside the templates of the answer and of the change's own view. Styled by `changeStyles`.
import { css, html, nothing, type TemplateResult } from 'lit'
import type { BoardState } from '../../../shared/board/records.ts'
import { personName } from '../../cards/view.ts'
import { dayInWords } from '../../language/dates.ts'
import '../../ui/diff.ts'
import { words as uiWords } from '../../ui/words.ts'
import { changedParts, type ChangedPart } from './changes.ts'
import type { ChangeTold, Side } from './lines.ts'
import { answerWords, noteWords } from './words.ts'

export const changeStyles = css`
  dl.parts, .told dl { display: grid; gap: 6px; }
  dl.parts { padding: 8px 10px; border-radius: var(--r2); background: var(--surface); }
  dd { margin: 0; }
  dd del { color: var(--ink-3); text-decoration-thickness: 1px; }
  dd ins { color: var(--ink); font-weight: 600; text-decoration: none; background: var(--stale-tint); box-shadow: inset 0 -1.5px var(--stale-line); }
  @media (forced-colors: active) { dd ins { text-decoration: underline; } }
  dt { font-size: 12px; line-height: 16px; color: var(--ink-2); }
  .told { display: grid; gap: 4px; padding: 8px 10px; border-radius: var(--r2); background: var(--context-paper); }
  .told .meta { color: var(--ink-2); }
`

/** Everything of the note that was said. */
export function toldHtml(board: BoardState, told: ChangeTold | undefined, now: number): TemplateResult | typeof nothing {
  if (told === undefined) return nothing
  const rows = [[noteWords.requires, told.requires], [noteWords.needs, told.needs], [noteWords.ifNot, told.ifNot]].filter(([, text]) => text !== '')
  return html`<div class="told"><p><b>${noteWords.told(personName({ board }, told.person))}</b> <span class="meta">${dayInWords(told.at, now)}</span></p>
    <dl>${rows.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl></div>`
}

export function changesHtml({ side, basis, earlier, alert }: Side): TemplateResult | typeof nothing {
  const was = earlier[0]
  if (alert === 'removed') return html`<p>${answerWords.removedCard}</p>`
  const parts = was === undefined || alert === undefined ? [] : changedParts(side, was.basis, basis)
  return parts.length === 0 ? nothing : html`<dl class="parts">${parts.map((part) => html`<div><dt>${part.label}</dt><dd>${part.whole ? replacedHtml(part) : html`<tacit-diff brief .was=${part.was} .now=${part.now}></tacit-diff>`}</dd></div>`)}</dl>`
}

function replacedHtml({ was, now }: ChangedPart): TemplateResult {
  return html`${was === '' ? nothing : html`<del><span class="sr">${uiWords.removed}</span>${was}</del> `}${now === '' ? nothing : html`<ins><span class="sr">${uiWords.added}</span>${now}</ins>`}`
}
