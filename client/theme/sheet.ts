// Styles that shadow roots share: reset, type, controls, marks of state. An element takes what it needs by
// `static styles = [reset, controls, css`…`]`. Only values of tokens.css are used; no element is named here.
import { css } from 'lit'

/** Box model, inherited type, focus ring, words for screen readers only. Every element starts with it. */
export const reset = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { font-family: var(--font); font-variant-numeric: tabular-nums; color: var(--ink); }
  :host([hidden]), [hidden] { display: none !important; }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote, fieldset, legend { margin: 0; padding: 0; border: 0; min-width: 0; }
  ul, ol { list-style: none; }
  h1, h2, h3, h4, b, strong { font-weight: 600; }
  button, input, textarea, select { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
  button { border: 0; background: none; padding: 0; cursor: default; touch-action: manipulation; }
  a { color: inherit; text-decoration: none; }
  svg { display: block; flex: none; }
  :focus { outline: none; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`

/** Roles of type (size/line, weight) and small arrangement. */
export const type = css`
  .t-page { font-size: 28px; line-height: 36px; font-weight: 600; letter-spacing: -0.01em; }
  .t-title { font-size: 20px; line-height: 28px; font-weight: 600; letter-spacing: -0.005em; text-wrap: pretty; }
  .t-long { font-size: 15px; line-height: 22px; }
  .t-head { font-size: 14px; line-height: 20px; font-weight: 600; }
  .t-body { font-size: 13px; line-height: 20px; }
  .meta { font-size: 12px; line-height: 16px; color: var(--ink-3); }
  .muted { color: var(--ink-2); }
  .faint { color: var(--ink-3); }
  .num { font-variant-numeric: tabular-nums; }
  .quote { font-style: italic; }
  .row { display: flex; align-items: center; gap: var(--s2); }
  .grow { flex: 1; min-width: 0; }
  .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .vr { width: 1px; height: 18px; background: var(--line); margin: 0 8px; flex: none; }
`

/** State colours, set once by a class and read everywhere as --st, --st-line, --st-tint. */
export const states = css`
  .s-unconfirmed { --st: var(--believed); --st-line: var(--believed-line); --st-tint: var(--believed-tint); --st-on-ink: var(--believed-on-ink); }
  .s-stale { --st: var(--stale); --st-line: var(--stale-line); --st-tint: var(--stale-tint); --st-on-ink: var(--stale-on-ink); }
  .s-disputed { --st: var(--disputed); --st-line: var(--disputed-line); --st-tint: var(--disputed-tint); --st-on-ink: var(--disputed-on-ink); }
  .s-refuted { --st: var(--refuted); --st-line: var(--refuted-line); --st-tint: var(--refuted-tint); --st-on-ink: var(--refuted-on-ink); }
  .s-confirmed { --st: var(--known); --st-line: var(--known-line); --st-tint: var(--known-tint); --st-on-ink: var(--on-ink); }
  .s-retired { --st: var(--ink-3); --st-line: var(--line-2); --st-tint: var(--frame); --st-on-ink: var(--on-ink); }
`

/** Buttons, icon buttons, chips, segmented controls, key caps. */
export const controls = css`
  .btn, .icon-btn, .chip, .seg { user-select: none; -webkit-user-select: none; }
  .btn { display: inline-flex; align-items: center; justify-content: center; gap: 6px; height: 32px; padding: 0 12px; border-radius: var(--r2); font-size: 13px; line-height: 20px; font-weight: 500; white-space: nowrap; flex: none; color: var(--ink); background: var(--surface); box-shadow: inset 0 0 0 1px var(--line-2); transition: background-color var(--t-press), color var(--t-press); }
  .btn:hover { background: var(--hover); }
  .btn:active { background: color-mix(in srgb, var(--hover), var(--ink) 8%); }
  .btn.primary { background: var(--ink); color: var(--on-ink); box-shadow: none; }
  .btn.primary:hover { background: color-mix(in srgb, var(--ink), var(--on-ink) 14%); }
  .btn.primary:active { background: color-mix(in srgb, var(--ink), var(--on-ink) 24%); }
  .btn.ghost { box-shadow: none; background: none; }
  .btn.ghost:hover, .icon-btn:hover, .chip:hover { background: var(--hover); }
  .btn.sm { height: 28px; padding: 0 10px; font-size: 12px; line-height: 16px; }
  .btn.lg { height: 36px; padding: 0 14px; }
  .btn.xl { height: 44px; padding: 0 20px; font-size: 15px; border-radius: var(--r3); }
  .btn:disabled, .icon-btn:disabled { opacity: 0.45; pointer-events: none; }
  .icon-btn { display: inline-grid; place-items: center; width: 32px; height: 32px; border-radius: var(--r2); color: var(--ink-2); flex: none; transition: background-color var(--t-press), color var(--t-press); }
  .icon-btn:hover { color: var(--ink); }
  .icon-btn[aria-pressed='true'] { background: var(--ink); color: var(--on-ink); }
  .icon-btn.sm { width: 28px; height: 28px; }
  .kbd { display: inline-grid; place-items: center; min-width: 18px; height: 18px; padding: 0 4px; border-radius: var(--r1); background: var(--sunk); color: var(--ink-2); font-size: 11px; font-weight: 500; line-height: 1; font-family: inherit; flex: none; }
  .chip { display: inline-flex; align-items: center; gap: 6px; height: 28px; padding: 0 10px 0 6px; border-radius: var(--r-full); color: var(--st, var(--ink-2)); font-weight: 500; font-size: 13px; line-height: 20px; white-space: nowrap; flex: none; }
  .chip[aria-pressed='true'] { background: var(--st-tint, var(--hover)); box-shadow: inset 0 0 0 1.5px var(--st-line, var(--line-2)); }
  .seg { display: inline-flex; padding: 2px; border-radius: var(--r3); background: var(--sunk); }
  .seg > * { display: inline-flex; align-items: center; gap: 6px; height: 28px; padding: 0 12px; border-radius: var(--r2); font-size: 13px; line-height: 20px; color: var(--ink-2); font-weight: 500; white-space: nowrap; }
  .seg > [aria-current]:not([aria-current='false']), .seg > [aria-checked='true'], .seg > [aria-selected='true'], .seg > [aria-pressed='true'] { background: var(--surface); color: var(--ink); box-shadow: var(--e1); }
  .link { color: var(--accent); font-weight: 500; text-underline-offset: 3px; }
  .link:hover { text-decoration: underline; }
  @media (pointer: coarse) {
    .btn, .icon-btn, .chip { position: relative; }
    .btn::after, .icon-btn::after, .chip::after { content: ''; position: absolute; inset: -6px 0; min-height: 44px; }
  }
  @media (forced-colors: active) {
    .btn, .chip[aria-pressed='true'], .seg > [aria-current], .seg > [aria-checked='true'] { border: 1px solid currentColor; }
    .icon-btn[aria-pressed='true'], .btn.primary { forced-color-adjust: none; }
  }
`

/** Labels, inputs and their messages. */
export const fields = css`
  .field { display: grid; gap: 4px; }
  .field > label, .label { font-size: 13px; line-height: 20px; font-weight: 500; }
  .input { width: 100%; min-height: 36px; padding: 7px 12px; border: 1px solid var(--line-2); border-radius: var(--r2); background: var(--surface); color: var(--ink); font-size: 14px; line-height: 20px; }
  textarea.input { resize: vertical; min-height: 76px; display: block; }
  select.input { appearance: none; padding-right: 32px; }
  .input::placeholder { color: var(--ink-3); opacity: 1; }
  .input:hover { border-color: var(--ink-3); }
  .input:focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; border-color: transparent; }
  .input[aria-invalid='true'] { border-color: var(--disputed-line); box-shadow: inset 0 0 0 0.5px var(--disputed-line); }
  .input:disabled { background: var(--sunk); color: var(--ink-3); border-color: var(--line); }
  .hint { font-size: 12px; line-height: 16px; color: var(--ink-3); }
  .error { display: flex; gap: 6px; align-items: flex-start; font-size: 12px; line-height: 16px; font-weight: 500; color: var(--disputed); }
`

/** Panels that float over the board, and separators in them. */
export const panels = css`
  .float { background: var(--surface); border-radius: var(--r4); box-shadow: var(--e2); }
  hr { border: 0; border-top: 1px solid var(--line); margin: 0; }
  @media (forced-colors: active) { .float { border: 1px solid CanvasText; } }
`

/** Ring, tile, avatar and tick: the marks that carry who and how certain. Drawn by the templates of ui/. */
export const marks = css`
  .icon { display: block; flex: none; fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; }
  .ring { flex: none; fill: none; color: var(--st); overflow: visible; }
  .ring circle { stroke: var(--st-line); transform: rotate(-90deg); transform-origin: 50% 50%; transition: stroke-dasharray var(--t-ring) var(--ease), stroke-width var(--t-ring) var(--ease); }
  .ring .yes { stroke-width: 3; }
  .ring .no { stroke-width: 3; stroke: var(--disputed-line); }
  .s-refuted .ring .no, .ring.s-refuted .no { stroke: var(--st-line); }
  .ring .quiet, .ring .was, .ring .unsure { stroke-width: 1.4; }
  .ring .bare { stroke-width: 2; }
  .ring.plain { --st: currentColor; --st-line: currentColor; }
  .ring path { stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
  .tiles { display: flex; gap: 3px; align-items: center; }
  .tile { position: relative; display: inline-grid; place-items: center; width: 20px; height: 20px; border-radius: var(--r1); font-size: 9.5px; line-height: 1; font-weight: 600; letter-spacing: 0.01em; background: var(--surface); border: 1px solid var(--line-2); color: var(--ink-2); flex: none; font-style: normal; transition: background-color var(--t-ring) var(--ease), color var(--t-ring) var(--ease); }
  .tile.yes { background: var(--ink); border-color: var(--ink); color: var(--on-ink); }
  .tile.quiet { background: none; border-style: dashed; }
  .tile.no { background: none; border: 3px double var(--disputed-line); color: var(--disputed); }
  .tile.was { background: none; border: 1px dashed var(--stale-line); color: var(--stale); }
  .tile.unsure { background: none; border-style: dashed; }
  .tile.unsure::after { content: ''; position: absolute; right: -2.5px; top: -2.5px; width: 6px; height: 6px; border-radius: 50%; background: var(--believed-line); box-shadow: 0 0 0 1.5px var(--st-tint, var(--surface)); }
  .tile.more { border: 0; background: none; width: auto; padding: 0 2px; font-size: 11px; }
  .s-refuted .tile.no { border-color: var(--st-line); color: var(--st); }
  .tile.lg { width: 28px; height: 28px; font-size: 11.5px; border-radius: var(--r2); }
  .av { display: inline-grid; place-items: center; width: 28px; height: 28px; border-radius: 50%; background: var(--c, var(--p6)); color: #fff; font-size: 11px; line-height: 1; font-weight: 600; flex: none; font-style: normal; }
  .av.sm { width: 20px; height: 20px; font-size: 9px; }
  .av.anon { background: none; border: 1.5px dotted var(--line-2); color: var(--ink-2); }
  .avs { display: flex; gap: 3px; }
  .tally { display: inline-flex; align-items: center; gap: 3px; height: 18px; }
  .tick { width: 4px; height: 18px; border-radius: 1px; background: var(--st-line); flex: none; }
  .tick.s-unconfirmed { background: repeating-linear-gradient(var(--st-line) 0 4px, transparent 4px 7px); }
  .tick.s-stale { background: linear-gradient(var(--st-line) 0 10px, transparent 10px 13px, var(--st-line) 13px 15px, transparent 15px); }
  .tick.s-disputed { width: 6px; background: none; border-inline: 2px solid var(--st-line); border-radius: 0; }
  .tick.s-refuted, .tick.s-retired { background: linear-gradient(var(--st-line), var(--st-line)) center / 4px 4px no-repeat; }
  .tally.sm { height: 14px; }
  .tally.sm .tick { height: 14px; width: 3px; }
  .tally.sm .tick.s-disputed { width: 5px; }
  .doubt { display: inline-flex; align-items: center; gap: 5px; color: var(--st); font-weight: 600; min-width: 0; }
  @media (forced-colors: active) {
    .tile, .av { forced-color-adjust: none; }
    .av { background: Canvas; color: CanvasText; border: 1px solid CanvasText; }
    .tick { forced-color-adjust: none; }
  }
`

/** Everything, for elements that draw a whole page or panel. */
export const sheet = [reset, type, states, controls, fields, panels, marks]
