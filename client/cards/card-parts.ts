// The parts of a card as templates made from its face: silhouette, head, foot. No element, no state; styled by
// card-sheet.ts.
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { avatarHtml } from '../ui/avatar.ts'
import { iconSvg } from '../ui/icon.ts'
import type { Look } from '../ui/looks.ts'
import { ringSvg } from '../ui/ring.ts'
import { tileHtml } from '../ui/tile.ts'
import type { Face, Mark } from './face.ts'
import type { Footer } from './footers.ts'
import { KINDS } from './kinds.ts'
import { words } from './words.ts'

type Part = TemplateResult | typeof nothing

function beam(look: Look, width: number, height: number): SVGTemplateResult {
  const rails = look === 'disputed' ? ['upper', 'lower'] : ['only']
  // A whole beam has round ends; a broken one is cut square.
  const end = look === 'confirmed' ? 2 : 0
  return svg`${rails.map((rail) => svg`<path class="beam ${rail}" d="M${end} ${height}H${width - end}"></path>`)}`
}

function box(kind: string, inset: number, radius: number, width: number, height: number): SVGTemplateResult {
  return svg`<rect class=${kind} x=${inset} y=${inset} width=${width - 2 * inset} height=${height - 2 * inset} rx=${radius}></rect>`
}

/** The rim of a refuted card: hatched, with a clear middle for the words; from far away ticks of the same. */
function hatched(width: number, height: number): SVGTemplateResult {
  return svg`<defs><pattern id="hatch" width="7.07" height="7.07" patternUnits="userSpaceOnUse"><path class="hatch" d="M-1 8.07L8.07 -1M-1 1L1 -1M6.07 8.07L8.07 6.07"></path></pattern></defs>
    <rect class="hatched" fill="url(#hatch)" x="0.5" y="0.5" width=${width - 1} height=${height - 1} rx="7.5"></rect>${box('inner', 6, 3, width, height)}<rect class="rim"></rect>`
}

function outline(face: Face, mark: Mark, width: number, height: number): SVGTemplateResult {
  return svg`${box('outline', 0.75, 7.25, width, height)}
    ${mark.look === 'disputed' ? svg`<rect class="outer"></rect>` : nothing}
    ${mark.look === 'refuted' ? hatched(width, height) : nothing}
    ${face.carries === undefined ? nothing : beam(mark.look, width, height)}`
}

function silhouette(face: Face, width: number, height: number): SVGTemplateResult {
  const shape = KINDS[face.kind].silhouette.draw(width, height)
  const edge = shape.paint === 'frame' ? 'region' : 'edged'
  return svg`<path class="${shape.paint} ${shape.edged ? edge : ''}" d=${shape.d}></path>${shape.details.map((detail) => svg`<path class="d-${detail.paint}" d=${detail.d}></path>`)}`
}

/** The paper and its line, in board pixels. */
export function shapeOf(face: Face, width: number, height: number): TemplateResult {
  return html`<svg class="shape" aria-hidden="true">${face.mark === undefined ? silhouette(face, width, height) : outline(face, face.mark, width, height)}</svg>`
}

function weight(face: Face): Part {
  if (face.carries !== undefined) return html`<span class="end num" title=${words.carries(face.carries)}>${iconSvg('beam', 14)}${face.carries === 0 ? nothing : face.carries}</span>`
  if (face.direction !== undefined) {
    const filled = face.direction.filter((slot) => slot === 'yes').length
    return html`<span class="end num" title=${words.said(filled)}>${ringSvg(face.direction, undefined, 14)}${words.per(filled, face.direction.length)}</span>`
  }
  return face.rating === undefined ? nothing : html`<span class="end num" title=${face.rating.title}>${face.rating.text}</span>`
}

export function headOf(face: Face, short: boolean): TemplateResult {
  const { mark } = face
  if (mark === undefined) return html`<header class="head">${iconSvg(face.glyph, 14)}<span>${face.label}</span>${weight(face)}</header>`
  const label = short ? html`<span class="state num word"><span>${mark.word}</span></span><span class="state num">${mark.short}</span>` : html`<span class="state num whole"><span>${mark.word}</span><span>${words.labelled('', mark.detail)}</span></span>`
  return html`<header class="head">${ringSvg(mark.stances, mark.look, 20)}${label}${weight(face)}</header>`
}

function more(face: Face): Part {
  return face.hasBody ? html`<span class="end more" title=${words.moreInside}>${iconSvg('lines', 12)}</span>` : nothing
}

function tiles(mark: Mark): TemplateResult {
  if (mark.tiles.length === 0) return html`<span class="words">${words.askNobody}</span>`
  const rest = mark.moreTiles.length === 0 ? nothing : html`<span class="tile more" title=${words.moreTilesTitle(mark.moreTiles)}>${words.moreTiles(mark.moreTiles.length)}</span>`
  return html`<span class="tiles">${mark.tiles.map((tile) => tileHtml(tile.code, tile.stance, tile.name, false, tile.team))}${rest}</span>`
}

function said(footer: Footer): TemplateResult {
  const text = html`<span class="words">${footer.text}</span>`
  if (footer.look !== undefined) return html`<span class="doubt s-${footer.look}">${ringSvg(undefined, footer.look, 14)}${text}</span>`
  return html`${footer.avatar === undefined ? nothing : avatarHtml(footer.avatar.name, footer.avatar.color)}${text}`
}

export function footOf(face: Face): Part {
  if (face.mark !== undefined) return html`<footer class="foot">${tiles(face.mark)}${more(face)}</footer>`
  return face.footer === undefined ? nothing : html`<footer class="foot" title=${face.footer.title ?? face.footer.text}>${said(face.footer)}${more(face)}</footer>`
}

/** The sign of inherited doubt, where there is no room for the foot. */
export function signOf(face: Face): Part {
  const look = face.footer?.look
  return look === undefined ? nothing : html`<span class="doubt sign s-${look}">${ringSvg(undefined, look, 14)}</span>`
}

/** All that is left of a card far away: the ring and its numbers, or the kind's glyph. */
export function blockOf(face: Face): TemplateResult {
  return face.mark === undefined ? html`${iconSvg(face.glyph, 20)}${face.footer?.look === undefined ? nothing : html`<span class="count"><span>${signOf(face)}</span></span>`}` : html`${ringSvg(face.mark.stances, face.mark.look, 20)}<span class="count num"><span>${face.mark.count}</span></span>`
}
