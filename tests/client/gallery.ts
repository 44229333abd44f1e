// Draws the gallery: see gallery.html. `?theme=dark` for the other theme; `renderGallery` is used by the axe test too.
import { html, render, type TemplateResult } from 'lit'
import '../../client/cards/card.ts'
import '../../client/cards/links.ts'
import type { Level } from '../../client/cards/card.ts'
import type { LinkItem } from '../../client/cards/links.ts'
import { sizeOf } from '../../client/cards/size.ts'
import { CARD_KINDS, type BoardState } from '../../shared/board/records.ts'
import type { AssumptionState, Judgements, Seat } from '../../shared/rules/judgements.ts'
import './gallery-controls.ts'
import { answer, assumption, boardOf, card, judgementsOf, link, type Sample } from './cards/sample-board.ts'

const SEATS = { billing: 'confirmed', product: 'not_heard', finance: 'not_heard', sales: 'not_heard' } as const satisfies Record<string, Seat>
const TITLE = 'Sales will stop quoting seat prices on 1 March.'

/** Every state of an assumption; of `bare` nobody is asked. */
export const GALLERY_STATES = ['unconfirmed', 'partly', 'confirmed', 'reopened', 'expired', 'contested', 'refuted', 'retired'] as const satisfies readonly AssumptionState[]
const SEATS_IN: Readonly<Record<(typeof GALLERY_STATES)[number], Readonly<Record<string, Seat>>>> = {
  unconfirmed: { billing: 'not_heard', product: 'not_heard', finance: 'not_heard', sales: 'not_heard' },
  partly: SEATS,
  confirmed: { billing: 'confirmed', product: 'confirmed', finance: 'confirmed', sales: 'confirmed' },
  reopened: { billing: 'confirmed', product: 'earlier_text', finance: 'earlier_text', sales: 'earlier_text' },
  expired: { billing: 'confirmed', product: 'expired', finance: 'expired', sales: 'expired' },
  contested: { billing: 'confirmed', product: 'confirmed', finance: 'confirmed', sales: 'refuted' },
  refuted: { billing: 'refuted', product: 'refuted', finance: 'not_heard', sales: 'not_heard' },
  retired: SEATS,
}
const REFUTERS: Partial<Record<AssumptionState, readonly string[]>> = { contested: ['refuted_by:dele'], refuted: ['refuted_by:priya'] }

/** Each state light and with five cards that rest on it. */
function states(): readonly Sample[] {
  const each = GALLERY_STATES.flatMap((state) => {
    const more = { assumption: { state, marked: state !== 'confirmed', reasons: REFUTERS[state] ?? [], seats: SEATS_IN[state] } }
    return [assumption(`s-${state}`, TITLE, state, SEATS_IN[state], more), assumption(`l-${state}`, TITLE, state, SEATS_IN[state], { ...more, carries: 5 })]
  })
  return [...each, assumption('s-bare', TITLE, 'unconfirmed', {}), assumption('l-bare', TITLE, 'unconfirmed', {}, { carries: 5 })]
}

const doubtful = { state: 'at_risk', because: ['s-partly'] } as const
const KIND_SAMPLES: readonly Sample[] = [
  { card: card('goal', 'goal', 'Customers can predict their next invoice to within 5%.', { owner: 'mara', team: 'product' }), direction: { filled: 3, missing: ['not', 'why'] } },
  { card: card('goal2', 'goal', '40% of self-serve revenue on usage pricing by the end of Q2.'), direction: { filled: 5, missing: [] }, standing: doubtful },
  { card: card('goal3', 'goal', 'A goal that stands on something disputed.'), direction: { filled: 1, missing: ['who', 'measure', 'not', 'why'] }, standing: { state: 'at_risk', because: ['s-contested', 's-partly'] } },
  { card: card('risk', 'risk', 'Reps lose commission on downgrades and steer accounts back.', { likelihood: 2, impact: 5, team: 'sales', owner: 'dele' }), standing: doubtful },
  { card: card('risk2', 'risk', 'Late events change an invoice that was already sent.', { likelihood: 1, impact: 4, owner: 'tomasz', team: 'sre' }), status: 'mitigating' },
  { card: card('decision', 'decision', 'Self-serve first. Enterprise contracts follow in Q3.', { reviewBy: '2026-03-15T00:00:00Z' }), decision: { state: 'committed_with_dissent', tally: { agree: ['mara'], concerns: [], disagree_commit: ['dele'], block: [], pass: [] } } },
  { card: card('decision3', 'decision', 'Live Dispatch is on for everyone on 20 January.', { team: 'product' }), decision: { state: 'open', notHeard: ['sre', 'sales', 'support'] } },
  { card: card('decision2', 'decision', 'Invoices are final 72 hours after the period closes.'), standing: { state: 'at_risk', because: ['s-reopened'] } },
  { card: card('question', 'question', 'What are we choosing not to do in Q1?', {}, { author: 'dele', body: 'More.' }) },
  { card: card('commitment', 'commitment', 'Billing needs event schema v2 from Data by 14 Feb.', { team: 'sre', owner: 'tomasz', due: '2026-02-14' }), status: 'doing' },
  { card: card('commitment2', 'commitment', 'Connection limit per customer in the gateway', { team: 'sre', due: '2026-01-14' }), status: 'overdue' },
  { card: card('action', 'action', 'Keep the polling servers until 31 March.', { owner: 'tomasz', due: '2026-03-31', team: 'sre' }), status: 'doing' },
  { card: card('metric', 'metric', 'Active dispatcher', { definition: 'Moved at least one job on four of five working days', team: 'product' }) },
  { card: card('context', 'context', 'Two of our largest accounts have a clause that freezes seat prices to September.', {}, { createdAt: '2026-02-01T00:00:00Z' }) },
  { card: card('context2', 'context', 'SRE is measured on 99.95% uptime. Every launch spends their error budget.', { team: 'sre' }, { author: 'tomasz', createdAt: '2026-02-01T00:00:00Z' }) },
  { card: card('tradeoff', 'tradeoff', 'Calm Fridays for two SRE weeks.', { toTeam: 'sre', team: 'product' }) },
  { card: card('proposal', 'proposal', 'What we need before wave 1, and no more.', { tiers: [{}, {}, {}], due: '2026-02-20' }) },
  { card: card('non_goal', 'non_goal', 'No route optimisation before summer 2027.', { team: 'product', owner: 'mara' }) },
  { card: card('value', 'value', 'Agree slowly, change rarely.', { appliesWhen: 'Customs documents between 22:00 and 04:00' }) },
  { card: card('signal', 'signal', 'Third request this month for SMS alerts, which is not on the roadmap.', { sign: 'request_outside_roadmap' }, { author: 'dele', createdAt: '2026-01-13T00:00:00Z' }) },
  { card: card('conflict', 'conflict', 'Common aim: shippers get every document, this winter and the next.', { role: 'A' }) },
  { card: card('why', 'why', 'Why did 31% of last year’s customers leave?', { owner: 'ines', team: 'finance' }) },
  { card: card('note', 'note', 'A plain note, for whatever has no kind yet.', {}, { author: 'mara' }) },
  { card: card('text', 'text', 'Only words on the ground.') },
  { card: card('ink', 'ink', 'Sketch of the hand-over', {}, { author: 'mara' }) },
  { card: card('image', 'image', 'Screenshot of the old board', {}, { author: 'mara' }) },
  { card: card('long', 'note', 'A statement that goes on and on, because somebody pasted a whole paragraph into the title and did not notice that a card is for one sentence, so that it has to fade out somewhere before it covers the board.', {}, { author: 'mara' }) },
  { card: card('empty', 'assumption', '  ') , assumption: { state: 'unconfirmed', marked: true, reasons: [], seats: {} } },
  { card: card('retired', 'risk', 'A risk that is no longer relevant.', { likelihood: 2, impact: 2, owner: 'mara' }, { retired: true }) },
  assumption('many', 'Many teams depend on this one and not all of them fit.', 'partly', { billing: 'confirmed', product: 'unsure', finance: 'refuted', sales: 'expired', support: 'not_heard', sre: 'not_heard', legal: 'not_heard', marketing: 'not_heard' }, { carries: 12 }),
]

const STATES = states()
const ALL: readonly Sample[] = [...STATES, ...KIND_SAMPLES]
const ANSWERS = [answer('1', 's-contested', 'dele', 'sales', 'refute'), answer('2', 's-refuted', 'priya', 'billing', 'refute'), answer('3', 'l-refuted', 'priya', 'billing', 'refute'), answer('4', 'l-contested', 'dele', 'sales', 'refute')]
const BOARD: BoardState = boardOf(ALL, { answers: ANSWERS, links: [{ ...link('goal2', 'depends_on', 'commitment') }] })
const JUDGED: Judgements = judgementsOf(ALL)

interface Look { readonly level?: Level; readonly zoom?: number; readonly selected?: boolean; readonly lifted?: boolean; readonly dimmed?: boolean; readonly peer?: string; readonly style?: string }

function one(id: string, { level = 'full', zoom = 1, selected = false, lifted = false, dimmed = false, peer, style = '' }: Look = {}): TemplateResult {
  const sample = ALL.find((each) => each.card.id === id)
  if (sample === undefined) throw new Error(`The gallery has no card ${id}`)
  const element = html`<tacit-card data-shows="${id} ${level}" style=${style} tabindex="0" ?inert=${dimmed} .card=${sample.card} .judgements=${JUDGED} .board=${BOARD} .level=${level} .selected=${selected} .lifted=${lifted} .dimmed=${dimmed} .peerColor=${peer}></tacit-card>`
  if (zoom === 1) return element
  const { width, height } = sizeOf(sample.card)
  return html`<div class="scaled" style="width:${width * zoom}px;height:${height * zoom}px"><div style="transform:scale(${zoom});--z:${zoom};width:${width}px">${element}</div></div>`
}

function stateRow(state: AssumptionState | 'bare'): TemplateResult {
  return html`${one(`s-${state}`)}${one(`l-${state}`)}${one(`l-${state}`, { level: 'compact', zoom: 0.7 })}${one(`l-${state}`, { level: 'compact', zoom: 0.5 })}<div class="row mid">${one(`s-${state}`, { level: 'block', zoom: 0.35 })}${one(`l-${state}`, { level: 'block', zoom: 0.35 })}${one(`s-${state}`, { level: 'block', zoom: 0.2 })}${one(`s-${state}`, { level: 'block', zoom: 0.1 })}</div>`
}

function links(): TemplateResult {
  const looks: LinkItem['look'][] = ['unconfirmed', 'confirmed', 'stale', 'disputed', 'refuted', 'note']
  const items = looks.map((look, i): LinkItem => ({ id: look, look, selected: look === 'stale', label: 'rests on', from: { x: 20 + 220 * i, y: 20, width: 60, height: 40 }, to: { x: 160 + 220 * i, y: 60, width: 60, height: 40 } }))
  return html`<div style="position:relative;height:120px"><tacit-links .links=${items}></tacit-links></div>`
}

function gallery(): TemplateResult {
  const kinds = KIND_SAMPLES.filter(({ card }) => CARD_KINDS.includes(card.kind))
  return html`<main><h1>Cards and states</h1>
    <h2>States of an assumption</h2><div class="table">${[...GALLERY_STATES, 'bare' as const].map(stateRow)}</div>
    <h2>Kinds</h2><div class="row">${kinds.map(({ card }) => one(card.id))}</div>
    <h2>Compact</h2><div class="row">${kinds.map(({ card }) => one(card.id, { level: 'compact', zoom: 0.7 }))}</div>
    <h2>Block</h2><div class="row">${kinds.map(({ card }) => one(card.id, { level: 'block', zoom: 0.35 }))}</div>
    <h2>Large</h2><div class="row">${one('l-partly', { zoom: 1.7 })}${one('l-contested', { zoom: 1.7 })}${one('risk', { zoom: 1.7 })}</div>
    <h2>Selected, peer</h2><div class="row">${one('s-partly', { selected: true })}${one('decision', { selected: true })}${one('question', { peer: '#8A4E8E' })}${one('l-contested', { selected: true })}${one('goal', { selected: true, peer: '#0b7a75' })}${one('context', { selected: true })}${one('s-partly', { selected: true, lifted: true })}${one('risk', { lifted: true })}${one('s-contested', { dimmed: true })}</div>
    <h2>Selected, peer, dimmed from further away</h2><div class="row">${(['compact', 'block'] as const).map((level) => ['s-partly', 's-contested', 'goal2', 'context'].map((id) => html`${one(id, { level, zoom: level === 'compact' ? 0.6 : 0.3, selected: true })}${one(id, { level, zoom: level === 'compact' ? 0.6 : 0.3, peer: '#8A4E8E' })}${one(id, { level, zoom: level === 'compact' ? 0.6 : 0.3, dimmed: true })}`))}</div>
    <h2>Links</h2>${links()}
    <h2>In grey</h2><div class="row grey">${(['partly', 'confirmed', 'reopened', 'contested', 'refuted'] as const).map((state) => one(`l-${state}`))}</div>
    <gallery-controls></gallery-controls>
  </main>`
}

export function renderGallery(into: HTMLElement, theme: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = theme
  render(gallery(), into)
}

const page = document.querySelector<HTMLElement>('#gallery')
if (page !== null) void document.fonts.load('500 14px "Hanken Grotesk Variable"').then(() => renderGallery(page, new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light'))
