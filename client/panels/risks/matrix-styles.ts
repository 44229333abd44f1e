// How the matrix of risks looks: grey steps for the bands, colour for doubt only; numbers alone where there is no room for
// words, down to 320 px.
import { css } from 'lit'

export const matrixStyles = css`
  :host { display: block; container-type: inline-size; font-size: 12px; line-height: 16px; }
  table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 3px; }
  th, td { padding: 0; text-align: start; font-weight: 400; }
  thead th, .corner { padding: 4px 6px; vertical-align: bottom; color: var(--ink-2); overflow-wrap: anywhere; hyphens: auto; }
  .corner { width: 116px; color: var(--ink-3); }
  tbody th { padding: 8px 6px; vertical-align: middle; color: var(--ink-2); overflow-wrap: anywhere; hyphens: auto; }
  th b { color: var(--ink); font-weight: 600; }
  tbody td { position: relative; vertical-align: top; height: 68px; padding: 4px; border-radius: var(--r2); }
  tbody td:has(ul) { padding-bottom: 20px; }
  .b-low { background: color-mix(in srgb, var(--ink) 3%, var(--surface)); }
  .b-medium { background: color-mix(in srgb, var(--ink) 6%, var(--surface)); }
  .b-high { background: color-mix(in srgb, var(--ink) 10%, var(--surface)); }
  .b-critical { background: color-mix(in srgb, var(--ink) 15%, var(--surface)); }
  .exposure { position: absolute; inset-inline-end: 6px; bottom: 3px; font-size: 11px; color: var(--ink-2); }
  ul { display: grid; gap: 3px; }
  .risk { position: relative; display: flex; align-items: flex-start; gap: 6px; width: 100%; min-height: 28px; padding: 4px 6px; border-radius: var(--r2); background: var(--surface); box-shadow: inset 0 0 0 1px var(--line-2); text-align: start; }
  .risk:hover { background: var(--hover); }
  .number { font-weight: 600; }
  .title { flex: 1; min-width: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
  .raised { display: inline-flex; align-items: center; gap: 4px; color: var(--st); font-weight: 500; white-space: nowrap; }
  .risk[class*='s-'] { box-shadow: inset 0 0 0 1px var(--st-line); }
  .more { display: block; width: 100%; min-height: 28px; margin-top: 3px; border-radius: var(--r2); color: var(--ink-2); font-weight: 500; }
  .more:hover { background: var(--hover); }
  .was { display: flex; flex-wrap: wrap; gap: 3px; margin-top: 3px; padding-inline-end: 18px; }
  .was i { display: inline-grid; place-items: center; min-width: 20px; height: 20px; padding: 0 4px; border: 1px dashed var(--ink-3); border-radius: var(--r1); color: var(--ink-2); font-style: normal; }
  .right { margin-top: 2px; color: var(--ink-3); text-align: end; padding-inline-end: 6px; }
  @container (max-width: 860px) {
    .raised span { display: none; }
  }
  @container (max-width: 620px) {
    table { border-spacing: 2px; }
    .corner { width: 28px; padding: 2px; }
    thead th, tbody th { padding: 2px; text-align: center; }
    thead th span, tbody th span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    thead th, tbody th { position: relative; }
    .up span { display: none; }
    .title { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    tbody td { height: 56px; padding: 2px; }
    .risk { justify-content: center; align-items: center; gap: 3px; min-height: 36px; padding: 2px; }
    .was { padding-inline-end: 0; margin-bottom: 14px; justify-content: center; }
    ul + .was { margin-top: 2px; }
    .exposure { font-size: 10px; line-height: 12px; bottom: 2px; inset-inline-end: 4px; }
    tbody td:has(ul) { padding-bottom: 14px; }
  }
  @media (pointer: coarse) { .risk, .more { min-height: 44px; } }
  @media (forced-colors: active) { tbody td { border: 1px solid CanvasText; } .risk { border: 1px solid ButtonBorder; } }
  @media print { .title { -webkit-line-clamp: none; } .risk { background: none; } .more { display: none; } tr { break-inside: avoid; } }
`
