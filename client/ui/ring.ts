// The ring: who has confirmed, as arcs around the sign of the state. Decorative; the label beside it carries the words.
// `ringSvg` is for use inside another template (styled by `marks` of the sheet), `<tacit-ring>` for everywhere else.
import { css, html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Seat } from '../../shared/rules/judgements.ts'
import { marks, states } from '../theme/sheet.ts'
import { stanceOf, type Look, type Stance } from './looks.ts'
import { arcsOf, type Arc } from './ring-arcs.ts'

/** The sign inside the ring, on a 20 px grid. Unconfirmed and retired have none. */
export const SIGNS: Partial<Record<Look, string>> = {
  confirmed: 'M6.6 10.2l2.3 2.3 4.5-4.8',
  stale: 'M7.2 8.3a3.3 3.3 0 1 1-.4 2.7M6.8 6.3v2.3h2.3',
  disputed: 'M6.8 8.8h6.4M6.8 11.2h6.4M11.5 6.8l-3 6.4',
  refuted: 'M7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4',
}

function dashes(kind: string, dash: string): SVGTemplateResult {
  return svg`<circle class=${kind} cx="10" cy="10" r="8" pathLength="16" stroke-dasharray=${dash}></circle>`
}

function arcSvg(arc: Arc, total: number): SVGTemplateResult {
  const gap = Math.max(total - arc.length, 0)
  return svg`<circle class=${arc.stance} cx="10" cy="10" r="8" pathLength=${total} stroke-dasharray="${arc.length.toFixed(3)} ${gap.toFixed(3)}" stroke-dashoffset=${(-arc.start).toFixed(3)}></circle>`
}

function circles(seats: readonly Stance[] | undefined, look: Look | undefined): SVGTemplateResult | SVGTemplateResult[] {
  if (seats === undefined) {
    if (look === 'confirmed') return svg`<circle class="yes" cx="10" cy="10" r="8"></circle>`
    return look === 'unconfirmed' || look === undefined ? dashes('bare', '2.4 1.6') : svg`<circle class="quiet" cx="10" cy="10" r="8"></circle>`
  }
  if (seats.length === 0) return look === 'unconfirmed' ? dashes('quiet', '1.7 2.3') : svg`<circle class=${look === 'confirmed' ? 'yes' : 'quiet'} cx="10" cy="10" r="8"></circle>`
  return arcsOf(seats).map((arc) => arcSvg(arc, seats.length))
}

/** `seats` undefined: the sign of the state alone, as in a filter chip. No seats: nobody has been asked. */
export function ringSvg(seats: readonly Stance[] | undefined, look: Look | undefined, size = 20): TemplateResult {
  const sign = look === undefined ? undefined : SIGNS[look]
  return html`<svg class="ring ${look === undefined ? 'plain' : `s-${look}`}" viewBox="0 0 20 20" width=${size} height=${size} aria-hidden="true">
    ${circles(seats, look)}${sign === undefined ? nothing : svg`<path d=${sign}></path>`}</svg>`
}

@customElement('tacit-ring')
export class TacitRing extends LitElement {
  static override styles = [states, marks, css`:host { display: inline-grid; flex: none; vertical-align: -4px; } :host([hidden]) { display: none; }`]

  /** Seats of the required teams, in any order; undefined shows the sign of the state alone. */
  @property({ attribute: false }) seats: readonly Seat[] | undefined = undefined
  @property() state: Look = 'unconfirmed'
  @property({ type: Number }) size = 20

  override render(): TemplateResult {
    return ringSvg(this.seats?.map(stanceOf), this.state, this.size)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-ring': TacitRing }
}
