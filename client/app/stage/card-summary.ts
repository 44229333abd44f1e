// What the sheet of a phone says of the selected card above its answers: state, statement, who. Drawn from the card's
// face, so that it says what the card says.
import { css, html, nothing, type TemplateResult } from 'lit'
import type { Face } from '../../cards/face.ts'
import { words as cardWords } from '../../cards/words.ts'
import { iconSvg } from '../../ui/icon.ts'
import { ringSvg } from '../../ui/ring.ts'
import { tileHtml } from '../../ui/tile.ts'
import { sheetWords } from './later-words.ts'

export const summaryStyles = css`
  .summary { display: grid; gap: 8px; padding: 0 20px 12px; white-space: normal; }
  .summary .state { display: flex; gap: 8px; align-items: center; min-height: 44px; padding-right: 92px; font-size: 13px; line-height: 20px; font-weight: 600; color: var(--st, var(--ink-2)); text-wrap: balance; }
  .summary h2 { font-size: 18px; line-height: 26px; font-weight: 600; overflow-wrap: anywhere; text-wrap: pretty; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
  .summary .who { display: flex; gap: 12px; align-items: center; justify-content: space-between; flex-wrap: wrap; font-size: 12px; line-height: 16px; color: var(--ink-2); }
  /* A short window: who answers stands beside the state, so that more of the board is left. */
  @media (max-width: 720px) and (max-height: 520px) {
    .summary { grid-template-columns: auto 1fr; gap: 0 12px; padding-bottom: 8px; }
    .summary .state { padding-right: 0; }
    .summary .who { justify-content: end; padding-right: 92px; min-width: 0; flex-wrap: nowrap; white-space: nowrap; overflow: hidden; }
    .summary h2 { grid-column: 1 / -1; grid-row: 2; font-size: 16px; line-height: 22px; -webkit-line-clamp: 2; }
  }
  .summary .weight { display: inline-flex; gap: 4px; align-items: center; margin-left: 6px; }
`

function whoHtml(face: Face, team: string): TemplateResult | typeof nothing {
  const { mark, footer } = face
  if (mark === undefined) return footer === undefined ? nothing : html`<p class="who">${footer.look === undefined ? footer.text : html`<span class="doubt s-${footer.look}">${ringSvg(undefined, footer.look, 14)}${footer.text}</span>`}</p>`
  const tiles = mark.tiles.length === 0 ? html`<span>${cardWords.askNobody}</span>` : html`<span class="tiles">${mark.tiles.map((tile) => tileHtml(tile.code, tile.stance, tile.name, true, tile.team))}${mark.moreTiles.length === 0 ? nothing : html`<span class="tile more">${cardWords.moreTiles(mark.moreTiles.length)}</span>`}</span>`
  return html`<p class="who">${tiles}${team === '' ? nothing : html`<span>${sheetWords.answersFor(team)}</span>`}</p>`
}

/** `team`: for whom this person answers; '' for nobody. */
export function summaryHtml(face: Face, team: string): TemplateResult {
  const { mark, carries } = face
  return html`<div class="summary ${mark === undefined ? '' : `s-${mark.look}`}">
    <p class="state">${mark === undefined ? html`${iconSvg(face.glyph, 16)}${face.label}` : html`${ringSvg(mark.stances, mark.look, 20)}${mark.label}`}${carries === undefined ? nothing : html`<span class="weight" title=${cardWords.carries(carries)}>${iconSvg('beam', 14)}${carries === 0 ? nothing : carries}</span>`}</p>
    <h2>${face.title}</h2>${whoHtml(face, team)}</div>`
}
