// How the parts of the overview look alike: headings, hints, lists with lines between, cards named in sentences, tables,
// paper. Each part takes it beside the sheets of the theme and adds what is its own.
import { css } from 'lit'

export const viewStyles = css`
  :host { display: grid; gap: 28px; grid-template-columns: minmax(0, 1fr); font-size: 14px; line-height: 22px; }
  h3 { font-size: 14px; line-height: 20px; margin-bottom: 8px; }
  h4 { font-size: 13px; line-height: 20px; margin-bottom: 4px; }
  h3 .count { color: var(--ink-3); font-weight: 400; margin-inline-start: 6px; }
  .hint { color: var(--ink-2); margin-bottom: 10px; max-width: 68ch; font-size: 13px; line-height: 20px; }
  .none { color: var(--ink-2); }
  .lined > li { padding-block: 10px; overflow-wrap: anywhere; }
  .lined > li + li { border-top: 1px solid var(--line); }
  .ref { display: inline; text-align: start; font-weight: 500; border-radius: var(--r1); overflow-wrap: anywhere; text-decoration: underline; text-decoration-color: var(--line-2); text-underline-offset: 3px; }
  .ref .icon { display: inline-block; vertical-align: -2px; margin-inline-end: 4px; color: var(--ink-2); }
  .ref:hover:not(:disabled) { text-decoration-color: currentColor; }
  .ref:disabled, .ref.gone { color: var(--ink-3); text-decoration-line: line-through; }
  table { border-collapse: collapse; font-size: 13px; line-height: 20px; }
  th, td { padding: 8px 10px; text-align: start; vertical-align: top; }
  th { font-weight: 600; }
  thead th { border-bottom: 1px solid var(--line); }
  tbody tr + tr > * { border-top: 1px solid var(--line); }
  .scroll { overflow-x: auto; }
  @media (max-width: 720px) { :host { gap: 24px; } }
  @media print { :host { gap: 18px; } .btn, .icon-btn { display: none; } .ref { text-decoration: none; } li { break-inside: avoid; } }
`
