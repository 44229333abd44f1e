// The frame of a board page: bar, strip, and the work below them. Shared by the page while it opens and the live board.
import { css } from 'lit'

export const boardPageStyles = css`
  :host { display: block; }
  .page { display: grid; grid-template: auto auto auto minmax(0, 1fr) auto / minmax(0, 1fr); height: 100dvh; overflow: hidden; background: var(--canvas); }
  .bar { height: 48px; background: var(--surface); }
  .strip { height: 40px; background: var(--surface); border-block: 1px solid var(--line); }
  .stage { position: relative; min-width: 0; min-height: 0; overflow: hidden; }
  /* Drawn over the board, which would hide an outline of its own ground. */
  .stage:focus-visible::after { content: ''; position: absolute; inset: 0; z-index: var(--z-chrome); border: 3px solid var(--accent); pointer-events: none; }
  .stage > tacit-banner { width: min(560px, 100% - 24px); margin: 12px auto; }
  .note { grid-row: 3; padding: 8px 12px; background: var(--surface); border-bottom: 1px solid var(--line); }
  .work, .page > .stage { grid-row: 4; }
  .work { position: relative; min-height: 0; }
  .work > .stage { position: absolute; inset: 0; }
  .stage > tacit-board-stage { position: absolute; inset: 0; }
  .stage > .away { visibility: hidden; }
  .page > tacit-view-switch { grid-row: 5; position: relative; z-index: var(--z-chrome); }
  .skip { position: absolute; left: 12px; top: -60px; z-index: var(--z-toast); }
  .skip:focus { top: 8px; }
  @media (min-width: 1101px) { .work.inspecting > .stage { right: 432px; } }
  @media (max-width: 720px) { .bar { height: 52px; } .strip { height: 48px; } }
  @media print { .page { display: block; height: auto; overflow: visible; background: none; } .page > :not(tacit-print-sheet) { display: none !important; }
    .page.overview > .work, .work > .stage, .stage > tacit-board-overview { display: block !important; position: static; overflow: visible; }
    .page.overview .stage > :not(tacit-board-overview), .page.overview .work > :not(.stage) { display: none !important; } }
`
