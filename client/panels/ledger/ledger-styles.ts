// The look of the ledger: rows of one line on a wide screen, stacked on a phone. Rows are placed by the ledger; columns
// are a grid that heads and rows share.
import { css } from 'lit'

export const ledgerStyles = css`
  :host { display: grid; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr); position: absolute; inset: 0; background: var(--surface); font-size: 13px; line-height: 20px; container-type: inline-size; --columns: 36px minmax(160px, 1fr) 108px 134px 72px 136px 172px; }
  .scroll, .keys, tacit-ledger-bar { --side: max(24px, calc(50cqw - 632px)); }
  .scroll { overflow: auto; overflow-anchor: none; padding: 0 var(--side); scroll-padding-top: 36px; }
  .scroll:focus-visible { outline-offset: -2px; }
  .cols, .card { display: grid; grid-template-columns: var(--columns); align-items: center; }
  .cols { position: sticky; top: 0; z-index: 2; height: 28px; background: var(--surface); font-size: 12px; line-height: 16px; font-weight: 500; color: var(--ink-3); }
  .rows { position: relative; }
  [data-key] { position: absolute; left: 0; right: 0; }
  [data-key]:focus, [data-key]:focus-visible { outline: none; }
  .heading { display: flex; align-items: flex-end; height: 44px; border-bottom: 1px solid var(--line-2); cursor: default; }
  .heading:first-child { height: 36px; }
  .head { display: flex; align-items: center; gap: 8px; height: 36px; width: 100%; min-width: 0; }
  .head b { font-size: 14px; color: var(--st, var(--ink)); white-space: nowrap; }
  .head .n { color: var(--ink-3); }
  .head .about { margin-left: 8px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .head .fold { width: 18px; color: var(--ink-2); }
  .head .tick { height: 18px; }
  .heading:focus-visible, .heading:focus { border-radius: var(--r2); box-shadow: 0 0 0 2px var(--accent); }
  .card { min-height: 38px; border-bottom: 1px solid var(--line); }
  .card > * { min-width: 0; }
  .c-sign { padding-left: 8px; color: var(--ink-2); }
  .title { display: flex; align-items: center; gap: 6px; padding: 8px 16px 8px calc(var(--in, 1) * 18px - 18px); font-size: 14px; line-height: 20px; font-weight: 500; }
  .title .words { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .title .fold { color: var(--ink-3); flex: none; }
  .title tacit-card-text { flex: 1; min-width: 0; }
  .outline .title { padding-left: calc(var(--in, 0) * 18px); }
  .outline .card:not([aria-expanded]) .title { padding-left: calc(var(--in, 0) * 18px + 20px); }
  .gaps { flex: none; font-weight: 400; white-space: nowrap; }
  .again { display: inline-flex; gap: 2px; align-items: center; flex: none; font-weight: 400; }
  .s-refuted .title .words { text-decoration: line-through; color: var(--ink-2); }
  .pale { color: var(--ink-3); }
  .pale .title { font-weight: 400; }
  .pale .c-sign, .pale .c-who { opacity: 0.45; }
  .c-frame, .c-yes { padding-right: 12px; }
  .c-carries { display: flex; }
  .c-carries > span:not(.sr) { display: inline-flex; align-items: center; gap: 4px; }
  .heavy { color: var(--st); font-weight: 600; }
  .is-due .day { color: var(--stale); font-weight: 600; }
  .card:hover { background: var(--hover); }
  .card[aria-selected='true'] { background: var(--accent-tint); }
  .card.current { background: var(--accent-tint); border-color: transparent; border-radius: var(--r2); box-shadow: 0 0 0 2px var(--accent); z-index: 1; }
  .card.current:not(:focus-within) { box-shadow: 0 0 0 1px var(--line-2); }
  .card[aria-selected='true'] .c-sign::before { content: ''; position: absolute; left: 0; top: 0; bottom: 0; width: 3px; border-radius: 2px 0 0 2px; background: var(--accent); }
  .act { grid-column: 1 / -1; padding: 0 12px 12px 36px; }
  .empty { padding: 48px 0; display: grid; justify-items: center; gap: 12px; text-align: center; color: var(--ink-2); }
  @container (max-width: 1080px) { .scroll, .keys, tacit-ledger-bar { --side: 16px; } .scroll { --columns: 36px minmax(160px, 1fr) 84px 126px 60px 124px; } .cols > :nth-child(6), .c-frame { display: none; } }
  @container (max-width: 860px) { .scroll { --columns: 36px minmax(140px, 1fr) 78px 112px 56px; } .cols > :nth-child(7), .c-when { display: none; } }
  @container (max-width: 640px) {
    .scroll { padding: 0; }
    .cols { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .heading, .heading:first-child { height: 44px; padding: 0 16px; }
    .head { height: 40px; }
    .head .about { display: none; }
    .head .fold { order: 9; margin-left: auto; }
    .card { grid-template: auto auto / 28px auto minmax(0, 1fr) auto; column-gap: 8px; padding: 11px 16px; align-items: start; }
    .c-sign { grid-row: 1; padding: 0; }
    .c-sign svg { margin-top: 1px; }
    .title { grid-area: 1 / 2 / auto / -1; padding: 0 0 0 calc(var(--in, 1) * 12px - 12px); font-size: 15px; line-height: 21px; }
    .outline .title, .outline .card:not([aria-expanded]) .title { padding-left: calc(var(--in, 0) * 12px); }
    .title .words { white-space: normal; overflow-wrap: anywhere; }
    .c-yes { grid-area: 2 / 2; margin-top: 6px; padding: 0; font-size: 12px; color: var(--ink-2); max-width: 40cqw; }
    .c-who { grid-area: 2 / 3; margin-top: 6px; }
    .c-carries { grid-area: 2 / 4; margin-top: 6px; }
    .c-carries.zero { display: none; }
    .tiles { flex-wrap: wrap; }
    .act { grid-area: 3 / 2 / auto / -1; padding: 12px 0 3px; }
    .card.current { border-radius: 0; box-shadow: inset 3px 0 0 var(--accent); background: var(--surface); }
  }
  @media (forced-colors: active) { .card.current, .heading:focus { outline: 2px solid Highlight; outline-offset: -2px; } .card[aria-selected='true'] > :first-child { border-inline-start: 6px solid Highlight; } }
`
