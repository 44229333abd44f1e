// The name of a team as a button: it has the focus, so that what the team counts in can be told, and leads to its sheet.
// Tells `team-wanted` {team}. For lists of teams; a tile alone is for the eye.
import { css, html, type TemplateResult } from 'lit'
import { isolated } from '../language/isolated.ts'
import { teamNameWords } from './later-words.ts'

export interface TeamWanted { readonly team: string }

export const teamNameStyles = css`
  .team-name { font-weight: 600; border-radius: var(--r1); text-align: start; overflow-wrap: anywhere; }
  .team-name:hover { text-decoration: underline; text-decoration-color: var(--line-2); text-underline-offset: 3px; }
  @media (pointer: coarse) { .team-name { position: relative; } .team-name::after { content: ''; position: absolute; inset: -12px 0; min-height: 44px; } }
`

export function teamNameHtml(team: string, name: string): TemplateResult {
  return html`<button type="button" class="team-name" data-about-team=${team} data-said=${name} aria-label=${teamNameWords.about(name)} @click=${(event: Event) => tell(event, team)}>${isolated(name)}</button>`
}

function tell(event: Event, team: string): void {
  event.currentTarget?.dispatchEvent(new CustomEvent<TeamWanted>('team-wanted', { detail: { team }, bubbles: true, composed: true }))
}
