// How text looks while it is edited, and at rest, in whatever root it stands: editors live in light DOM, so the sheet is
// adopted by the root around them. ProseMirror needs `pre-wrap`, or typed spaces wander.
import { css } from 'lit'

const text = css`
  .rich { font: inherit; color: inherit; overflow-wrap: anywhere; }
  .rich p { margin: 0; min-height: 1lh; }
  .rich[data-field='body'] p + p, .rich[data-field='body'] p + ul, .rich[data-field='body'] p + ol, .rich ul + p, .rich ol + p { margin-top: 6px; }
  .rich ul, .rich ol { margin: 0; padding-inline-start: 20px; }
  .rich ul { list-style: disc; }
  .rich ol { list-style: decimal; }
  .rich li > p { margin: 0; }
  .rich strong { font-weight: 600; }
  .rich em { font-style: italic; }
  .rich code { padding: 1px 4px; border-radius: 4px; background: var(--sunk); font: 12px/16px ui-monospace, Menlo, Consolas, monospace; }
  .rich a { color: var(--accent); text-decoration: underline; text-underline-offset: 2px; }
`

const editing = css`
  tacit-editor { display: block; user-select: text; -webkit-user-select: text; cursor: text; }
  tacit-editor .ProseMirror { position: relative; outline: none; white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere; min-height: 1lh; }
  tacit-editor .ProseMirror p.is-editor-empty:first-child::before { content: attr(data-placeholder); float: left; height: 0; color: var(--ink-3); pointer-events: none; }
  tacit-editor .ProseMirror-separator { display: none; }
  tacit-editor .caret { position: relative; margin-inline: -1px; border-inline-start: 2px solid var(--c); pointer-events: none; }
  tacit-editor .caret-name { position: absolute; bottom: 100%; inset-inline-start: -2px; padding: 1px 5px; border-radius: 4px 4px 4px 0; background: var(--c); color: #fff; font: 500 11px/14px var(--font); white-space: nowrap; user-select: none; }
  tacit-editor .selected-by { background: color-mix(in srgb, var(--c) 24%, transparent); }
  tacit-editor .format { display: flex; align-items: center; gap: 2px; margin: 0 0 6px -4px; flex-wrap: wrap; }
  tacit-editor .format button { display: inline-grid; place-items: center; width: 28px; height: 28px; border: 0; border-radius: 6px; background: none; color: var(--ink-2); cursor: default; }
  tacit-editor .format button:hover { background: var(--hover); }
  tacit-editor .format button[aria-pressed='true'] { background: var(--ink); color: var(--on-ink); }
  tacit-editor .format button.wide { width: auto; padding: 0 8px; font: 500 12px/16px var(--font); }
  tacit-editor .format input { height: 28px; min-width: 160px; flex: 1; padding: 0 8px; border: 1px solid var(--line-2); border-radius: 6px; background: var(--surface); color: var(--ink); font: 400 13px/20px var(--font); }
  tacit-editor .format :focus-visible, tacit-editor .format input:focus { outline: 2px solid var(--accent); outline-offset: 1px; }
  tacit-editor .format .problem { flex-basis: 100%; color: var(--disputed); font: 400 12px/16px var(--font); }
`

/** Text at rest and while it is edited. */
export const textStyles = [text, editing]

/** Makes the styles hold in the root that an element stands in. */
export function adoptTextStyles(element: Element): void {
  const root = element.getRootNode()
  if (!(root instanceof Document || root instanceof ShadowRoot)) return
  const sheets = textStyles.flatMap(({ styleSheet }) => (styleSheet === undefined || root.adoptedStyleSheets.includes(styleSheet) ? [] : [styleSheet]))
  if (sheets.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets]
}
