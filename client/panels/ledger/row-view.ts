// How a row of the ledger looks: a heading with its sign, count and a line about it; a card with its columns. Templates
// only: what is in a row comes from row-facts.ts, what is done with it goes back to the ledger.
import { html, nothing, type TemplateResult } from 'lit'
import type { BoardState, CardKind } from '../../../shared/board/records.ts'
import { KINDS } from '../../cards/kinds.ts'
import { shownTitle } from '../../cards/size.ts'
import type { DependencyState } from '../../../shared/rules/judgements.ts'
import { lineWords, words as cardWords } from '../../cards/words.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import type { Look } from '../../ui/looks.ts'
import { ringSvg } from '../../ui/ring.ts'
import { tileHtml } from '../../ui/tile.ts'
import { words as uiWords } from '../../ui/words.ts'
import type { Heading } from './groups.ts'
import type { RowFacts } from './row-facts.ts'
import type { CardRow, HeadingRow } from './rows.ts'
import { ledgerWords, rowWords } from './words.ts'

/** Deeper rows of the outline are not indented further: the level is still told. */
const MOST_INDENT = 10

export function nameOfHeading({ by, of }: Heading, board: BoardState): string {
  if (by === 'look') return rowWords.look[of as Look]
  if (by === 'kind') return KINDS[of as CardKind].label
  if (by === 'line') return of === '' ? rowWords.noLine : lineWords[of as DependencyState]
  if (by === 'team') return board.teams.get(of)?.name ?? rowWords.noTeam
  const frame = board.cards.get(of)
  return frame === undefined ? rowWords.noFrame : shownTitle(frame)
}

export function headingCells(row: HeadingRow, board: BoardState, about: string): TemplateResult {
  const { by, of } = row.heading
  const sign = by === 'look' ? html`<i class="tick s-${of}"></i>` : by === 'kind' ? iconSvg(KINDS[of as CardKind].glyph) : nothing
  return html`<div role="gridcell" class="head ${by === 'look' ? `s-${of}` : ''}" aria-colspan="7">
    <span class="fold">${iconSvg(row.open ? later.down : 'right')}</span>${sign}<b>${nameOfHeading(row.heading, board)}</b> <span class="n">${row.count}</span> <span class="meta about">${about}</span></div>`
}

export function columnHeads(): TemplateResult {
  const { mark, title, yes, who, carries, frame, when } = ledgerWords.columns
  return html`<div role="row" class="cols" aria-rowindex="1"><span role="columnheader"><span class="sr">${mark}</span></span>
    ${[title, yes, who, carries, frame, when].map((name) => html`<span role="columnheader">${name}</span>`)}</div>`
}

function tiles(facts: RowFacts): TemplateResult | typeof nothing {
  const { tiles, mark } = facts
  if (tiles.length === 0) return nothing
  const said = (tile: RowFacts['tiles'][number]): string => tile.said ?? (mark === undefined ? tile.name : uiWords.stance(tile.name, tile.stance))
  const more = mark?.moreTiles ?? []
  return html`<span class="tiles">${tiles.map((tile) => (mark === undefined ? html`<span class="tile ${tile.said === undefined ? '' : tile.stance}" aria-hidden="true" data-about-team=${tile.team} data-said=${said(tile)}>${tile.code}</span>` : tileHtml(tile.code, tile.stance, tile.name, false, tile.team)))}${more.length === 0 ? nothing : html`<span class="tile more" aria-hidden="true" title=${cardWords.moreTilesTitle(more)}>${cardWords.moreTiles(more.length)}</span>`}</span>
    <span class="sr">${[...tiles.map(said), ...(more.length === 0 ? [] : [cardWords.moreTilesTitle(more)])].join(', ')}</span>`
}

/** `title` stands in the column of statements: the words, or an editor of them. */
export function cardCells(row: CardRow, facts: RowFacts, title: TemplateResult): TemplateResult {
  const { card, mark, carries, loadBearing, when } = facts
  const indent = `--in: ${Math.min(row.level - (row.type === 'card' ? 1 : 0), MOST_INDENT)}`
  return html`<div role="gridcell" class="c-sign">${mark === undefined ? iconSvg(KINDS[card.kind].glyph) : ringSvg(mark.stances, mark.look)}<span class="sr">${mark === undefined ? facts.kind : rowWords.kindIs(facts.kind, mark.word)}</span></div>
    <div role="rowheader" class="title" style=${indent}>${row.open === undefined ? nothing : html`<span class="fold">${iconSvg(row.open ? later.down : 'right', 14)}</span>`}${title}${facts.gaps === '' ? nothing : html`<span class="meta gaps">${facts.gaps}</span>`}${row.again === true ? html`<span class="meta again">${iconSvg(later.up, 12)}${rowWords.again}</span>` : nothing}</div>
    <div role="gridcell" class="c-yes num ${mark === undefined ? 'cut' : ''}">${facts.yes}</div>
    <div role="gridcell" class="c-who">${tiles(facts)}</div>
    <div role="gridcell" class="c-carries num ${loadBearing ? 'heavy' : ''} ${carries === 0 ? 'zero' : ''}">${carries === 0 ? html`<span class="faint" aria-hidden="true">${rowWords.none}</span>` : html`<span aria-hidden="true">${loadBearing ? iconSvg('beam', 14) : nothing}${carries}</span><span class="sr">${rowWords.carries(carries)}</span>`}${facts.rests === 0 ? nothing : html`<span class="sr">${rowWords.rests(facts.rests)}</span>`}</div>
    <div role="gridcell" class="c-frame muted cut">${facts.frame}</div>
    <div role="gridcell" class="c-when num ${when.due === true ? 'is-due' : ''}">${when.day === '' ? nothing : html`<span class="day">${when.day}</span> <span class="faint">${when.rest}</span>`}</div>`
}
