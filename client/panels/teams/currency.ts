// What a team counts in and cannot change, as lines to read and as one sentence: the same on its sheet, in the tip of its
// tile and in the ledger's headings.
import { css, html, nothing, type TemplateResult } from 'lit'
import type { CurrencyMetric, Team } from '../../../shared/board/records.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { isolated } from '../../language/isolated.ts'
import { sheetWords as words } from './words.ts'

function wayOf({ direction = '' }: CurrencyMetric): string {
  return direction === 'up' ? words.up : direction === 'down' ? words.down : direction
}

function valuesOf({ now = '', target = '' }: CurrencyMetric): string {
  if (now === '' || target === '') return now === '' ? (target === '' ? '' : words.targetOnly(target)) : words.nowOnly(now)
  return words.from(now, target)
}

/** "Pages per on-call week, down, 3.4 → 2". */
export function metricSaid(metric: CurrencyMetric): string {
  return words.said(metric.metric, wayOf(metric), valuesOf(metric))
}

/** '' where nobody has said it. */
export function currencySaid(team: Team | undefined): string {
  return (team?.currency ?? []).map(metricSaid).join('; ')
}

export const currencyStyles = css`
  .counts { display: grid; gap: 4px; }
  .counts li { display: grid; grid-template-columns: 14px minmax(0, 1fr) auto; gap: 0 8px; align-items: baseline; overflow-wrap: anywhere; }
  .counts .icon { align-self: center; color: var(--ink-2); }
  .counts b { font-weight: 500; }
  .counts .values { color: var(--ink-2); font-variant-numeric: tabular-nums; text-align: end; }
  .limits { display: grid; gap: 4px; }
  .limits li { display: grid; grid-template-columns: 14px minmax(0, 1fr); gap: 0 8px; overflow-wrap: anywhere; }
  .limits li::before { content: ''; width: 6px; height: 1.5px; margin: 10px 0 0 4px; background: var(--ink-3); }
  @media (forced-colors: active) { .limits li::before { background: CanvasText; } }
`

export function countsHtml({ currency = [] }: Team): TemplateResult | typeof nothing {
  if (currency.length === 0) return nothing
  return html`<ul class="counts">${currency.map((metric) => {
    const way = wayOf(metric)
    const icon = metric.direction === 'up' ? later['arrow-up'] : metric.direction === 'down' ? later['arrow-down'] : 'metric'
    return html`<li data-metric=${metric.id}>${iconSvg(icon, 14)}<b>${isolated(metric.metric)}${way === '' ? nothing : html`<span class="sr">, ${way}</span>`}</b><span class="values">${valuesOf(metric)}</span></li>`
  })}</ul>`
}

export function limitsHtml({ constraints = [] }: Team): TemplateResult | typeof nothing {
  return constraints.length === 0 ? nothing : html`<ul class="limits">${constraints.map((line) => html`<li><span>${isolated(line)}</span></li>`)}</ul>`
}
