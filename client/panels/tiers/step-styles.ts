// How a condition looks where steps are listed: met or not by its sign and its word, never by colour alone.
import { css, html, nothing, type TemplateResult } from 'lit'
import { iconSvg } from '../../ui/icon.ts'
import { cardRef } from '../overview/card-ref.ts'
import type { ShownCondition } from './steps.ts'
import { stepWords as words } from './words.ts'

export const stepStyles = css`
  .condition { display: grid; grid-template-columns: 20px minmax(0, 1fr); gap: 6px; padding-block: 5px; font-size: 13px; line-height: 20px; }
  .sign { display: grid; place-items: center; height: 20px; color: var(--ink-3); }
  .sign.met { color: var(--ink); }
  .hollow { width: 12px; height: 12px; border: 1.5px dashed currentColor; border-radius: 50%; }
  .asked { color: var(--ink-2); }
`

/** A list item: what is asked of which card, and how it stands. */
export function conditionHtml({ asked, card, state, met }: ShownCondition): TemplateResult {
  return html`<li class="condition"><span class="sign ${met ? 'met' : ''}">${met ? iconSvg('check', 14) : html`<span class="hollow" aria-hidden="true"></span>`}<span class="sr">${met ? words.met : words.notMet}</span></span>
    <span>${card === undefined ? nothing : html`${cardRef(card)} `}<span class="asked">${met ? asked : `${words.needs(asked)} · ${words.nowIs(state)}`}</span></span></li>`
}
