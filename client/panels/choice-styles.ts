// A choice of a few words as a row of buttons: radio buttons that lie unseen over what looks like one. In a `fieldset`, each
// `<label class="choice"><input type="radio"><span class="btn">`.
import { css } from 'lit'

export const choiceStyles = css`
  fieldset { display: flex; flex-wrap: wrap; gap: 6px; }
  .choice { position: relative; }
  .choice input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; }
  .choice .btn { pointer-events: none; height: 36px; }
  .choice input:hover + .btn { background: var(--hover); }
  .choice input:checked + .btn { background: var(--ink); color: var(--on-ink); box-shadow: none; }
  .choice input:focus-visible + .btn { outline: 2px solid var(--accent); outline-offset: 2px; }
  @media (pointer: coarse), (max-width: 720px) { .choice { flex: 1 1 auto; } .choice .btn { width: 100%; height: 44px; } }
  @media (forced-colors: active) { .choice input:checked + .btn { forced-color-adjust: none; } }
`
