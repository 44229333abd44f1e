// How the canvas looks: the dotted ground, the world that one transform moves, the frame of focus, marquee and aim.
// Lines that must not grow with the zoom divide by --z, which follows when a zoom comes to rest.
// In the world's own pile: ground -2, links -1, cards, those that overlap in their order, what is selected or drawn
// over them above all.
import { css } from 'lit'

export const canvasStyles = css`
  :host { display: block; position: relative; overflow: clip; background: var(--canvas); --z: 1; }
  .view { position: absolute; inset: 0; overflow: clip; outline: none; touch-action: none; user-select: none; -webkit-user-select: none; cursor: default; }
  .view[data-tool='hand'], .view[data-panning] { cursor: grab; }
  .view[data-tool='link'], .view[data-tool='frame'] { cursor: crosshair; }
  .view:focus-visible { box-shadow: inset 0 0 0 2px var(--accent); }
  /* Opaque: what lies below is not drawn at all. */
  .ground { position: absolute; left: 0; top: 0; will-change: transform; background-color: var(--canvas); background-image: radial-gradient(circle at 1px 1px, var(--dot) 1px, transparent 1.2px); }
  .world { position: absolute; isolation: isolate; left: 0; top: 0; width: 0; height: 0; transform-origin: 0 0; }
  .world.moving { will-change: transform; }
  .shield { display: none; position: absolute; inset: 0; }
  /* In motion nothing lights up under the pointer: a link as long as the board would be drawn anew for it. */
  .shielded .shield, .view[data-dragging] .shield { display: block; }
  .view[data-dragging] .shield { cursor: grabbing; }
  /* It shows nothing and lies under all the rest: with one box around them all items are drawn as one picture. */
  .cover { position: absolute; z-index: -3; pointer-events: none; }
  /* Links end where all items are elements: what lies beyond is painted, the links with the cards over them. */
  .under, .above { position: absolute; overflow: clip; z-index: -1; pointer-events: none; }
  .above { z-index: 100000; }
  .tiles { position: absolute; left: 0; top: 0; width: 0; height: 0; will-change: transform; pointer-events: none; }
  .sheet { position: absolute; left: 0; top: 0; }
  .sheet canvas { position: absolute; left: 0; top: 0; transform-origin: 0 0; will-change: transform; }
  .lift { position: absolute; left: 0; top: 0; pointer-events: none; }
  .plane { position: absolute; left: 0; top: 0; will-change: transform; }
  .item { position: absolute; outline: none; }
  .item.ground-item { z-index: -2; pointer-events: none; }
  .grip { position: absolute; inset: 0 0 auto; height: 48px; pointer-events: auto; }
  .item.raised, .item.carried, .item:focus-within { z-index: 100000 !important; }
  /* Drawn once: without the promise it would be drawn anew in each place, to fit the pixels. */
  .item.lifted { z-index: 100001 !important; cursor: grabbing; will-change: translate; }
  .item.ground-item { z-index: -2 !important; }
  .item > :focus-visible { outline: none; }
  .item.carried { transition: translate 80ms linear; }
  .ghost { position: absolute; z-index: -1; border-radius: 8px; background: var(--surface); opacity: 0.35; box-shadow: inset 0 0 0 1px var(--line-2); pointer-events: none; }
  .marquee { position: absolute; z-index: 100002; border: calc(1px / var(--z)) solid var(--accent); background: color-mix(in srgb, var(--accent) 8%, transparent); pointer-events: none; }
  .dot { position: absolute; z-index: 100002; width: 24px; height: 24px; margin: -12px; display: grid; place-items: center; scale: calc(1 / var(--z)); cursor: crosshair; }
  .dot::after { content: ''; width: 12px; height: 12px; border-radius: 50%; background: var(--surface); box-shadow: inset 0 0 0 1.5px var(--accent); transition: background-color var(--t-press, 90ms); }
  .dot.outside { translate: calc(var(--aside) * 12px / var(--z)) calc(var(--down) * 12px / var(--z)); --aside: 0; --down: 0; }
  .dot.n { --down: -1; }
  .dot.s { --down: 1; }
  .dot.e { --aside: 1; }
  .dot.w { --aside: -1; }
  .dot.outside::after { translate: calc(var(--aside) * -5px) calc(var(--down) * -5px); }
  .dot:hover::after { background: var(--accent); }
  .edges { position: absolute; z-index: 100001; pointer-events: none; }
  .edge { --hit: calc(10px / var(--z)); --out: calc(-9px / var(--z)); position: absolute; width: var(--hit); height: var(--hit); pointer-events: auto; touch-action: none; }
  .edge[data-edge='n'], .edge[data-edge='s'] { left: 0; right: 0; width: auto; cursor: ns-resize; }
  .edge[data-edge='e'], .edge[data-edge='w'] { top: 0; bottom: 0; height: auto; cursor: ew-resize; }
  .edge[data-edge*='n'] { top: var(--out); }
  .edge[data-edge^='s'] { bottom: var(--out); }
  .edge[data-edge$='e'] { right: var(--out); }
  .edge[data-edge*='w'] { left: var(--out); }
  .edge[data-edge='ne'], .edge[data-edge='sw'] { cursor: nesw-resize; }
  .edge[data-edge='nw'], .edge[data-edge='se'] { cursor: nwse-resize; }
  .edge[data-edge='ne'], .edge[data-edge='sw'], .edge[data-edge='nw'], .edge[data-edge='se'] { border: calc(1.5px / var(--z)) solid var(--accent); border-radius: calc(2px / var(--z)); background: var(--surface); }
  .guide { position: absolute; z-index: 100002; min-width: calc(1px / var(--z)); min-height: calc(1px / var(--z)); background: var(--accent); pointer-events: none; }
  .aim { position: absolute; left: 0; top: 0; width: 1px; height: 1px; overflow: visible; z-index: 100002; pointer-events: none; fill: none; }
  .aim path { stroke: var(--accent); stroke-width: calc(1.5px / var(--z)); }
  .aim rect { stroke: var(--accent); stroke-width: calc(2px / var(--z)); }
  @media (prefers-reduced-motion: reduce) { .item.carried { transition: none; } }
  @media (forced-colors: active) { .marquee { border-color: Highlight; } }
`
