// Where the inspector stands: a panel at the right, over the board below 1100 px, a sheet from below under 720 px.
// Half of a short window would hide the answers: there it leaves the bar and the strip of the board to be seen.
import { css } from 'lit'

export const inspectorStyles = css`
  :host { display: contents; }
  .insp { position: absolute; z-index: var(--z-panel); right: 12px; top: 12px; bottom: 12px; width: min(420px, calc(100% - 24px)); display: flex; flex-direction: column; background: var(--surface); border-radius: var(--r4); box-shadow: var(--e2); overflow: hidden; animation: come var(--t-panel) var(--ease); font-size: 13px; line-height: 20px; }
  .grab { display: none; }
  header { display: flex; align-items: center; gap: 8px; min-height: 48px; padding: 2px 8px 2px 20px; color: var(--st, var(--ink)); border-bottom: 1px solid var(--line); flex: none; }
  .label { font-size: 13px; line-height: 20px; font-variant-numeric: tabular-nums; min-width: 0; overflow-wrap: break-word; text-wrap: balance; }
  /* The focus was brought here, nothing can be pressed: a line says so. */
  .label:focus-visible { outline: 2px solid transparent; box-shadow: 0 2px 0 var(--accent); }
  .weight { display: inline-flex; gap: 4px; align-items: center; margin-left: 8px; font-weight: 600; font-size: 12px; white-space: nowrap; }
  .scroll { overflow: auto; flex: 1; min-height: 0; overscroll-behavior: contain; }
  .scroll:focus-visible { outline: none; }
  .part { padding: 16px 20px; border-top: 1px solid var(--line); }
  .part:first-child:not(.facts) { border-top: 0; }
  .why { margin-top: 10px; color: var(--ink-2); text-wrap: pretty; }
  tacit-standing-note { margin-top: 10px; }
  tacit-assumption-sections { display: block; }
  @keyframes come { from { opacity: 0; translate: 12px 0; } }
  @keyframes rise { from { translate: 0 24px; opacity: 0; } }
  @media (prefers-reduced-motion: reduce) { .insp { animation: none; } }
  @media (forced-colors: active) { .insp { border: 1px solid CanvasText; } }
  @media (max-width: 720px) {
    .insp { position: fixed; left: 0; right: 0; top: auto; bottom: 0; width: 100%; height: clamp(120px, calc(max(54dvh, min(344px, 100dvh - 108px)) + var(--pulled, 0px)), calc(100dvh - 24px)); border-radius: 16px 16px 0 0; box-shadow: var(--e3); animation-name: rise; transition: height var(--t-panel) var(--ease); padding-bottom: env(safe-area-inset-bottom); }
    .insp.tall { height: clamp(120px, calc(100dvh - 24px + var(--pulled, 0px)), calc(100dvh - 24px)); }
    .grab { display: block; position: relative; height: 28px; margin-bottom: -8px; flex: none; touch-action: none; }
    .grab::after { content: ''; position: absolute; inset: -8px 0; }
    .grab::before { content: ''; position: absolute; left: 50%; top: 8px; width: 36px; height: 4px; margin-left: -18px; border-radius: 2px; background: var(--line-2); }
    .grab:focus-visible { outline-offset: -2px; }
    header { min-height: 44px; border-bottom: 0; }
    .part:first-child { padding-top: 4px; }
    header .icon-btn { width: 44px; height: 44px; }
    header .wide { display: none; }
  }
`
