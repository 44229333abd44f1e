// How a card looks. Text and silhouette are in board pixels and scale with the board; lines, dashes and the text of the
// lower levels are held in screen pixels: one of them is --px, made from --z, the zoom that the canvas sets above.
import { css } from 'lit'

const frame = css`
  :host { --px: calc(1px / var(--z, 1)); --bp: max(1px, calc(0.75 * var(--px))); --sw: calc(var(--w) * var(--z, 1)); --halo: var(--frame); display: block; position: relative; width: calc(var(--w) * 1px); min-height: calc(var(--h) * 1px); isolation: isolate; outline: none; }
  :host([level='compact']), :host([level='block']) { height: calc(var(--h) * 1px); }
  :host([dimmed]) { opacity: 0.28; filter: saturate(0); }
  .face { position: relative; display: flex; flex-direction: column; gap: 6px; min-height: calc(var(--h) * 1px); padding: var(--pad); color: var(--ink); }
  .shape { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; z-index: -1; fill: none; }
  :host([lifted]) .shape { filter: drop-shadow(0 12px 18px light-dark(rgb(20 26 28 / 0.22), rgb(0 0 0 / 0.55))); }
`

const paper = css`
  .shape path, .shape rect { stroke-width: calc(1 * var(--px)); }
  .surface { fill: var(--surface); }
  .ink { fill: var(--ink); }
  .context { fill: var(--context-paper); }
  .sunk { fill: var(--sunk); }
  .frame { fill: var(--frame); }
  .none { fill: none; }
  .edged { stroke: var(--edge); }
  .region { stroke: var(--line); }
  @media (hover: hover) { :host(:hover) .edged { stroke: var(--line-2); } }
  .d-ink { fill: var(--ink); }
  .d-fold { fill: color-mix(in srgb, var(--context-paper), var(--ink) 22%); }
  .d-edge-line { stroke: var(--edge); }
  @media (forced-colors: active) { .context { stroke: CanvasText; } }
`

const outline = css`
  .outline { fill: var(--st-tint); stroke: var(--st-line); transition: stroke var(--t-ring) var(--ease), fill var(--t-ring) var(--ease); }
  .shape rect.outline { stroke-width: calc(1.5 * var(--px)); }
  .s-unconfirmed .outline { stroke-dasharray: calc(5 * var(--px)) calc(4 * var(--px)); }
  .s-stale .outline { stroke-dasharray: calc(12 * var(--px)) calc(3 * var(--px)) calc(2 * var(--px)) calc(3 * var(--px)); }
  .outer { stroke: var(--st-line); fill: none; x: calc(-2.75 * var(--px)); y: calc(-2.75 * var(--px)); width: calc(var(--w) * 1px + 5.5 * var(--px)); height: calc(var(--h) * 1px + 5.5 * var(--px)); rx: calc(8px + 2.75 * var(--px)); }
  .shape rect.outer { stroke-width: calc(1.5 * var(--px)); }
  .s-refuted .shape rect.outline, .s-retired .shape rect.outline { stroke-width: calc(1 * var(--px)); }
  .s-refuted .outline { fill: var(--st-tint); }
  .hatch { stroke: var(--refuted-line); }
  .rim { display: none; stroke: var(--refuted-line); fill: none; x: calc(2.5 * var(--px)); y: calc(2.5 * var(--px)); width: calc(var(--w) * 1px - 5 * var(--px)); height: calc(var(--h) * 1px - 5 * var(--px)); rx: calc(8px - 2.5 * var(--px)); stroke-dasharray: calc(1.2 * var(--px)) calc(2.3 * var(--px)); }
  .shape rect.rim { stroke-width: calc(3.5 * var(--px)); }
  .block .rim { display: block; }
  .block .hatched, .block .inner { display: none; }
  .hatched { stroke: none; }
  .inner { fill: var(--frame); }
  .shape path.beam { stroke: var(--st-line); stroke-width: calc(4 * var(--bp)); opacity: clamp(0, calc((var(--sw) - 24) * 9999), 1); }
  .s-confirmed .beam { stroke-linecap: round; }
  .beam.only { transform: translateY(calc(6 * var(--bp))); }
  .beam.upper { transform: translateY(calc(7.9 * var(--bp))); }
  .beam.lower { transform: translateY(calc(11.1 * var(--bp))); }
  .s-unconfirmed path.beam { stroke-dasharray: calc(14 * var(--bp)) calc(6 * var(--bp)); }
  .s-stale path.beam { stroke-dasharray: calc(30 * var(--bp)) calc(4 * var(--bp)) calc(4 * var(--bp)) calc(4 * var(--bp)); }
  .s-disputed .shape path.beam { stroke-width: calc(1.75 * var(--bp)); }
  .s-refuted path.beam { stroke-dasharray: calc(3 * var(--bp)) calc(6 * var(--bp)); }
`

const parts = css`
  .head { display: flex; align-items: center; gap: 5px; height: 16px; font-size: 11px; line-height: 16px; font-weight: 500; color: var(--ink-3); white-space: nowrap; }
  .s-assumption .head { height: 20px; gap: 6px; font-size: 12px; }
  .head .state { font-weight: 600; color: var(--st); overflow: hidden; text-overflow: ellipsis; }
  .head .state.whole { display: inline-flex; min-width: 0; white-space: pre; }
  .head .state.whole span:first-child { overflow: hidden; text-overflow: ellipsis; min-width: 0; }
  .head .state.whole span + span { flex: none; }
  .head .end { margin-inline-start: auto; display: inline-flex; gap: 4px; align-items: center; font-weight: 600; flex: none; }
  .s-assumption .head .end { color: var(--st, var(--ink-2)); }
  .text { font-size: 14px; line-height: 20px; font-weight: 500; text-wrap: pretty; overflow-wrap: anywhere; white-space: pre-line; min-height: 20px; }
  .text.untitled { color: var(--ink-3); font-weight: 400; }
  .text.long { max-height: 100px; overflow: hidden; mask-image: linear-gradient(#000 76px, rgb(0 0 0 / 0.15) 100px); }
  ::slotted([slot='text']) { display: block; font-size: 14px; line-height: 20px; font-weight: 500; color: inherit; text-wrap: pretty; overflow-wrap: anywhere; min-height: 20px; }
  .foot { display: flex; align-items: center; gap: 6px; height: calc(20px + var(--foot, 0px)); margin-top: auto; padding-top: calc(2px + var(--foot, 0px)); font-size: 12px; line-height: 16px; color: var(--ink-2); white-space: nowrap; }
  .foot .words { overflow: hidden; text-overflow: ellipsis; min-width: 0; }
  .s-assumption .foot { height: 22px; }
  .foot .end { margin-inline-start: auto; color: var(--ink-3); flex: none; }
  .more, .foot .more { color: var(--line-2); flex: none; }
  .s-refuted .text { color: var(--ink-2); text-decoration: line-through; text-decoration-thickness: 1px; }
  .s-retired .text, .retired .text, .retired .foot { color: var(--ink-3); }
  .s-retired .tile.yes { background: var(--ink-3); border-color: var(--ink-3); color: var(--surface); }
  .k-context .head, .k-context .foot { color: var(--ink-2); }
  .k-non_goal .text { color: var(--ink-2); }
  .k-frame .text { font-weight: 600; }
  .k-goal, .k-goal .text.untitled { color: var(--on-ink); }
  .k-goal .head, .k-goal .foot { color: color-mix(in srgb, var(--on-ink) 78%, var(--ink)); }
  .k-goal .doubt, .k-goal .doubt .ring { --st: var(--st-on-ink); --st-line: var(--st-on-ink); }
  @media (forced-colors: active) { .k-goal { forced-color-adjust: none; } }
  .doubt .words { overflow: hidden; text-overflow: ellipsis; }
`

const around = css`
  .ring-around { position: absolute; pointer-events: none; inset: calc(-5 * var(--px)); border: calc(2 * var(--px)) solid var(--accent); border-radius: calc(8px + 5 * var(--px)); outline: calc(3 * var(--px)) solid var(--halo); outline-offset: calc(-5 * var(--px)); z-index: -2; display: none; }
  :host([selected]) .ring-around.own, :host(:focus-visible) .ring-around.own { display: block; }
  .ring-around.peer { display: block; border-color: var(--peer); }
  :host([selected]) .ring-around.peer, :host(:focus-visible) .ring-around.peer { inset: calc(-8 * var(--px)); outline: none; }
  .trace { position: absolute; pointer-events: none; inset: calc(-5 * var(--px)); border: calc(2 * var(--px)) solid var(--ink-3); border-radius: calc(8px + 5 * var(--px)); }
  .s-disputed + .ring-around, .s-disputed ~ .ring-around { inset: calc(-8 * var(--px)); }
  /* Around the beam as well: two lines in one place would say neither. */
  .bears ~ .ring-around { bottom: calc(-9 * var(--bp) - 4 * var(--px)); }
  .bears.s-disputed ~ .ring-around { bottom: calc(-13 * var(--bp) - 4 * var(--px)); }
  :host([selected]) .bears ~ .ring-around.peer { bottom: calc(-9 * var(--bp) - 7 * var(--px)); }
  @media (forced-colors: active) { .ring-around.own { border-color: Highlight; } }
`

const levels = css`
  /* Where head and one line hardly fit, the air around them gives way, not the words. */
  .compact { --air: calc((var(--h) * 1px - var(--filled) * var(--px)) / 17); gap: clamp(0px, calc(3 * var(--air)), calc(3 * var(--px))); padding: clamp(calc(2 * var(--px)), calc(8 * var(--air)), calc(8 * var(--px))) max(calc(10 * var(--px)), var(--side-right)) clamp(calc(2 * var(--px)), calc(6 * var(--air)), calc(6 * var(--px))) max(calc(10 * var(--px)), var(--side-left)); height: 100%; min-height: 0; }
  .compact .head { height: calc(18 * var(--px)); gap: 0; font-size: calc(12 * var(--px)); line-height: calc(16 * var(--px)); flex: none; }
  .compact .head .ring { width: calc(18 * var(--px)); height: calc(18 * var(--px)); margin-inline-end: calc(5 * var(--px)); }
  .compact .head .word { overflow: hidden; max-width: clamp(0px, calc((var(--sw) - 140) * 9999px), 400px); }
  .compact .head .word span { padding-inline-end: calc(5 * var(--px)); }
  .compact .head .end { max-width: clamp(0px, calc((var(--sw) - 172) * 9999px), 400px); overflow: hidden; }
  .compact .icon { width: calc(14 * var(--px)); height: calc(14 * var(--px)); }
  .compact .text { font-size: calc(12 * var(--px)); line-height: calc(16 * var(--px)); min-height: 0; max-height: none; mask-image: none; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: clamp(1, calc((var(--h) * var(--z, 1) - var(--around)) / 16 - 0.5), 5); overflow: hidden; flex: none; }
  .compact .text { position: relative; }
  .compact .lead { position: absolute; inset-inline-start: 0; top: calc(1 * var(--px)); display: inline-flex; text-indent: 0; gap: var(--beside, 0px); }
  .compact .led { text-indent: calc(18 * var(--px)); }
  /* In a narrow card the sign of doubt stands for the kind. */
  .compact .signed { --beside: clamp(0px, calc((var(--sw) - 140) * 9999px), calc(4 * var(--px))); --kind: clamp(0px, calc((var(--sw) - 140) * 9999px), calc(14 * var(--px))); text-indent: calc(18 * var(--px) + var(--kind) + var(--beside)); }
  .compact .signed .icon { max-width: var(--kind); overflow: hidden; }
  .sign .ring, .compact .text .sign .ring { width: calc(14 * var(--px)); height: calc(14 * var(--px)); }
  .block .sign { margin: 0; vertical-align: middle; }
  .block { height: 100%; min-height: 0; padding: 0; flex-direction: row; align-items: center; justify-content: center; gap: 0; font-weight: 600; font-size: calc(12 * var(--px)); line-height: calc(16 * var(--px)); color: var(--st, var(--ink)); }
  .block > .icon, .block > .ring { width: min(calc(20 * var(--px)), calc(var(--h) * 0.8px)); height: min(calc(20 * var(--px)), calc(var(--h) * 0.8px)); opacity: clamp(0, calc((var(--sw) - 24) * 9999), 1); }
  .block .count { overflow: hidden; white-space: nowrap; max-width: clamp(0px, calc((var(--sw) - 48) * 9999px), 400px); }
  .block .count span { padding-inline-start: calc(5 * var(--px)); }
  .block.k-goal { color: var(--on-ink); }
`

export const cardSheet = [frame, paper, outline, parts, around, levels]
