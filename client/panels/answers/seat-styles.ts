// How rows of teams look that were heard on a card, or not yet: tile, what was said, who said it, the button beside it.
// Styles only; the elements that draw the rows stand elsewhere.
import { css } from 'lit'

export const seatStyles = css`
  :host { display: block; }
  h3 { display: flex; align-items: center; gap: 6px; font-size: 13px; line-height: 20px; margin-bottom: 8px; }
  h3 .n { color: var(--ink-3); font-weight: 400; }
  h3 tacit-menu { margin: -4px -6px -4px auto; }
  li { display: grid; grid-template-columns: 28px minmax(0, 1fr) auto; column-gap: 12px; padding: 7px 0; align-items: start; }
  li > .tile { grid-row: 1 / span 2; }
  /* What was said stands beside the button; what has changed since has the whole width. */
  .said { display: contents; }
  .said > * { grid-column: 2; min-width: 0; }
  .said > .changed { grid-column: 2 / -1; }
  .say { margin-left: 4px; color: var(--ink-2); }
  .quiet .say, .unsure .say { color: var(--believed); }
  .was .say { color: var(--stale); }
  .no .say { color: var(--disputed); }
  blockquote { color: var(--ink-2); margin-top: 2px; font-style: italic; overflow-wrap: anywhere; }
  blockquote::before { content: '“'; }
  blockquote::after { content: '”'; }
  .changed { margin-top: 4px; padding: 8px 10px; border-radius: var(--r2); background: var(--canvas); color: var(--ink-2); }
  .changed summary { cursor: default; font-size: 12px; line-height: 16px; color: var(--ink-2); }
  .changed tacit-diff { margin-top: 4px; }
  .actions { grid-column: 3; grid-row: 1 / span 2; display: flex; gap: 2px; }
  .relieve { order: -1; opacity: 0; }
  li:hover .relieve, .relieve:focus-visible { opacity: 1; }
  @media (pointer: coarse) { .relieve { opacity: 1; } .changed summary { margin: -8px 0; padding: 14px 0; } }
  h4 { font-size: 12px; line-height: 16px; color: var(--ink-2); margin-top: 10px; }
  /* On a phone the button stands below what it is about. */
  @media (max-width: 420px) { .actions { display: contents; } .actions .btn { grid-column: 2 / -1; justify-self: start; margin-top: 6px; } .relieve { grid-column: 3; grid-row: 1 / span 2; } }
`
