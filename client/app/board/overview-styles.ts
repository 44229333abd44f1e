// The overview as a page: the list of its parts at the left or, on a phone, above; the part that is read in the middle.
import { css } from 'lit'

export const overviewStyles = css`
  :host { display: block; position: absolute; inset: 0; z-index: 1; overflow-y: auto; background: var(--canvas); overscroll-behavior: contain; }
  .sides { display: grid; grid-template-columns: 196px minmax(0, 760px); gap: 40px; justify-content: center; max-width: 1120px; margin: 0 auto; padding: 28px 24px 80px; }
  nav { position: sticky; top: 28px; align-self: start; }
  nav ul { display: grid; gap: 2px; }
  nav button { display: flex; align-items: center; gap: 10px; width: 100%; min-height: 34px; padding: 6px 10px; border-radius: var(--r2); text-align: start; font-size: 13px; line-height: 20px; font-weight: 500; color: var(--ink-2); }
  nav button:hover { background: var(--hover); color: var(--ink); }
  nav [aria-current='page'] { background: var(--surface); color: var(--ink); box-shadow: var(--e1); }
  nav button:focus-visible { outline-offset: -2px; }
  h2 { font-size: 20px; line-height: 28px; letter-spacing: -0.005em; border-radius: var(--r1); }
  .about { color: var(--ink-2); font-size: 14px; line-height: 22px; margin: 2px 0 24px; max-width: 60ch; }
  .sheet { background: var(--surface); border-radius: var(--r4); box-shadow: var(--e1); padding: 24px 28px 28px; }
  @media (max-width: 900px) {
    .sides { grid-template-columns: minmax(0, 1fr); gap: 12px; padding: 0 12px 96px; }
    nav { top: 0; z-index: 2; margin: 0 -12px; background: var(--canvas); }
    nav ul { position: relative; display: flex; gap: 4px; overflow-x: auto; padding: 8px 12px; scrollbar-width: none; }
    nav button { white-space: nowrap; min-height: 44px; padding: 6px 12px; }
    .sheet { padding: 18px 16px 22px; border-radius: var(--r3); }
  }
  @media (forced-colors: active) { nav [aria-current='page'] { border: 2px solid Highlight; } .sheet { border: 1px solid CanvasText; } }
  @media print { :host { position: static; overflow: visible; background: none; } .sides { display: block; padding: 0; } nav { display: none; } .sheet { padding: 0; box-shadow: none; } .about { margin-bottom: 12px; } }
`
