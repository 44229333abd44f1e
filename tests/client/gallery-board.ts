// Draws one written board at rest: see gallery-board.html.
import { html, render } from 'lit'
import { levelAt } from '../../client/cards/card.ts'
import '../../client/cards/links.ts'
import type { LinkItem } from '../../client/cards/links.ts'
import { sizeOf } from '../../client/cards/size.ts'
import { words } from '../../client/cards/words.ts'
import { lookOf } from '../../client/ui/looks.ts'
import { checkFile } from '../../shared/board/file-check.ts'
import { stateOfFile } from '../../shared/board/file-state.ts'
import type { BoardState } from '../../shared/board/records.ts'
import { judge } from '../../shared/rules/judge.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')

function linkItems(board: BoardState, judgements: Judgements): LinkItem[] {
  return [...board.links.values()].flatMap((link) => {
    const from = board.cards.get(link.from)
    const to = board.cards.get(link.to)
    if (from === undefined || to === undefined) return []
    const marked = (link.type === 'rests_on' || link.type === 'depends_on') && to.kind === 'assumption'
    return [{ id: link.id, from: { ...sizeOf(from), x: from.x, y: from.y }, to: { ...sizeOf(to), x: to.x, y: to.y }, look: marked ? lookOf(judgements.assumption(to.id).state) : 'note' as const, selected: false, label: words.link(link.type), beam: marked && judgements.loadBearing(to.id) }]
  })
}

async function show(into: HTMLElement, wanted: URLSearchParams): Promise<void> {
  document.documentElement.dataset['theme'] = wanted.get('theme') ?? 'light'
  const name = wanted.get('board') ?? 'launch-product-sre-sales'
  const answer = await fetch(`/server/templates/${name}.json`)
  const checked = checkFile(await answer.json())
  if (!checked.ok) throw new Error(`${name}: ${checked.path} ${checked.message}`)
  const board = stateOfFile(checked.file)
  const judgements = judge(board, NOW)
  const zoom = Number(wanted.get('zoom') ?? '0.6')
  const level = levelAt(zoom)
  await document.fonts.load('500 14px "Hanken Grotesk Variable"')
  render(html`<main><div class="world" style="transform:translate(${Number(wanted.get('x') ?? '0')}px, ${Number(wanted.get('y') ?? '0')}px) scale(${zoom});--z:${zoom}">
    <tacit-links .links=${linkItems(board, judgements)}></tacit-links>
    ${[...board.cards.values()].map((card) => html`<tacit-card tabindex="0" style="left:${card.x}px;top:${card.y}px" .card=${card} .judgements=${judgements} .board=${board} .level=${level}></tacit-card>`)}</div></main>`, into)
}

const page = document.querySelector<HTMLElement>('#board')
if (page !== null) void show(page, new URLSearchParams(location.search))
