// The part of the overview about goals: the north star pinned at the top, the direction of each goal with what is not
// said, what leads nowhere near the star, what all teams share and who has no part in it, work that serves none of that.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Card } from '../../../shared/board/records.ts'
import { shownTitle } from '../../cards/size.ts'
import { linkCards } from '../../commands/cards.ts'
import { setNorthStar } from '../../commands/plan/goals.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { ringSvg } from '../../ui/ring.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { standingWords } from '../words.ts'
import { goalsSeen, slotArcs, type GoalFacts, type GoalsSeen } from './goal-facts.ts'
import { goalViewWords as words, goalWords } from './words.ts'

@customElement('tacit-goals-view')
export class TacitGoalsView extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    .north { display: grid; gap: 4px; padding: 18px 20px; border-radius: var(--r4); box-shadow: inset 0 0 0 1.5px var(--ink); margin-bottom: 12px; }
    .north .ref { font-size: 17px; line-height: 24px; font-weight: 600; text-decoration: none; }
    .north .ref:hover { text-decoration: underline; text-decoration-color: var(--line-2); }
    .star { display: flex; align-items: center; gap: 6px; }
    .north > :not(.goal) { margin-inline-start: 40px; }
    .goal { display: grid; grid-template-columns: 28px minmax(0, 1fr); gap: 2px 12px; }
    .goal > .ring { margin-top: 3px; }
    .body { display: grid; gap: 2px; min-width: 0; justify-items: start; }
    .said { color: var(--ink-2); font-size: 13px; line-height: 20px; max-width: 68ch; }
    .number { font-weight: 500; color: var(--ink); }
    .doubt { display: inline-flex; gap: 6px; align-items: center; color: var(--st); font-weight: 500; font-size: 13px; line-height: 20px; }
    .apart { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
    .apart > :first-child { flex: 1 1 260px; min-width: 0; }
    tacit-field { max-width: 420px; }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } }
    @media (forced-colors: active) { .north { border: 2px solid CanvasText; } }
    @media print { tacit-field { display: none; } .north, .goal { break-inside: avoid; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const seen = goalsSeen({ board: session.board.value, judgements: session.judgements.value })
    if (seen.goals.length === 0) return html`<p class="none">${words.none}</p>${this.#servesNone(seen)}`
    return html`${this.#north(session, seen)}${this.#all(seen)}${seen.norths.length === 0 ? nothing : this.#aside(session, seen)}${this.#shared(seen)}${this.#servesNone(seen)}`
  }

  #north(session: Session, { norths, goals, leading }: GoalsSeen): TemplateResult {
    const several = norths.length > 1
    const [only] = norths
    return html`<section aria-labelledby="north"><h3 id="north" class="star">${iconSvg(later.star)}${words.pinned}</h3>${norths.length === 0 ? html`<p class="hint">${words.noNorth}</p>` : nothing}${several ? html`<p class="hint">${words.several(norths.length)}</p>` : nothing}
      ${repeat(norths, ({ card }) => card.id, (facts) => html`<div class="north">${this.#goal(facts)}
        ${several ? (session.canEdit ? html`<div><button type="button" class="btn" aria-label=${words.keepNamed(shownTitle(facts.card))} @click=${() => announce(setNorthStar(session, facts.card.id, true))}>${words.keep}</button></div>` : nothing)
          : html`<p class="said">${words.leading(leading.goals, leading.teams, leading.ofTeams)}</p>`}</div>`)}
      ${session.canEdit && !several ? html`<tacit-field type="choice" label=${words.choose} .value=${only?.card.id ?? ''} .options=${[{ value: '', label: words.nobody }, ...goals.map(({ card }) => ({ value: card.id, label: shownTitle(card) }))]}
        @change=${(event: Event) => this.#choose(session, only?.card.id, (event.target as TacitField).value)}></tacit-field>` : nothing}</section>`
  }

  #choose(session: Session, was: string | undefined, chosen: string): void {
    if (chosen !== '') announce(setNorthStar(session, chosen, true))
    else if (was !== undefined) announce(setNorthStar(session, was, false))
  }

  #goal({ card, direction, onlyNumber, doubt, unexamined }: GoalFacts): TemplateResult {
    const { missing } = direction
    return html`<div class="goal">${ringSvg(slotArcs(direction), missing.length === 0 ? 'confirmed' : undefined, 20)}<div class="body">
      <p>${cardRef(card)}</p>
      <p class="said">${missing.length === 0 ? words.complete : `${words.of(direction.filled)} ${standingWords.missingList(missing.map((slot) => standingWords.missing[slot]))}`}</p>
      ${onlyNumber ? html`<p class="said number">${goalWords.onlyNumber}</p>` : nothing}
      ${doubt === undefined ? (unexamined ? html`<p class="said">${words.unexamined}</p>` : nothing) : html`<p class="doubt s-${doubt.look}">${ringSvg(undefined, doubt.look, 14)}${doubt.said}</p>`}</div></div>`
  }

  #all({ goals }: GoalsSeen): TemplateResult | typeof nothing {
    const others = goals.filter(({ isNorth }) => !isNorth)
    if (others.length === 0) return nothing
    return html`<section aria-labelledby="all"><h3 id="all">${words.all}</h3><p class="hint">${words.allHint}</p><ul class="lined">${repeat(others, ({ card }) => card.id, (facts) => html`<li>${this.#goal(facts)}</li>`)}</ul></section>`
  }

  #aside(session: Session, { aside, teamsAside, norths: [north] }: GoalsSeen): TemplateResult {
    const count = aside.length + teamsAside.length
    return html`<section aria-labelledby="aside"><h3 id="aside">${words.aside}${count === 0 ? nothing : html`<span class="count">${count}</span>`}</h3>
      ${count === 0 ? html`<p class="none">${words.noneAside}</p>` : html`<p class="hint">${words.asideHint}</p>
      <ul class="lined">${repeat(aside, ({ id }) => id, (card) => html`<li class="apart"><span>${cardRef(card)}${words.goalAside}</span>${session.canEdit && north !== undefined ? this.#draw(session, card, north.card) : nothing}</li>`)}
        ${repeat(teamsAside, ({ id }) => id, ({ name }) => html`<li>${words.teamAside(isolated(name))}</li>`)}</ul>`}</section>`
  }

  #draw(session: Session, card: Card, north: Card): TemplateResult {
    return html`<button type="button" class="btn sm" aria-label=${words.drawNamed(shownTitle(card))} @click=${() => this.#drawn(session, card, north)}>${iconSvg('link-rest', 14)}${words.draw}</button>`
  }

  /** The row goes: the focus stays with its list. */
  #drawn(session: Session, card: Card, north: Card): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#aside')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
    announce(linkCards(session, card.id, north.id, 'serves'))
  }

  #shared({ shared }: GoalsSeen): TemplateResult {
    return html`<section aria-labelledby="shared"><h3 id="shared">${words.shared}</h3>${shared.length === 0 ? html`<p class="none">${words.noShared}</p>`
      : html`<ul class="lined">${repeat(shared, ({ card }) => card.id, ({ card, missing }) => html`<li><p>${cardRef(card)}</p><p class="said">${missing.length === 0 ? goalWords.sharedAll : goalWords.sharedBut(missing.map(({ name }) => isolated(name)))}</p></li>`)}</ul>`}</section>`
  }

  #servesNone({ servesNone }: GoalsSeen): TemplateResult | typeof nothing {
    if (servesNone.length === 0) return nothing
    return html`<section aria-labelledby="none"><h3 id="none">${words.servesNone}<span class="count">${servesNone.length}</span></h3><p class="hint">${words.servesNoneHint}</p>
      <ul class="lined">${repeat(servesNone, ({ id }) => id, (card) => html`<li>${cardRef(card)}</li>`)}</ul></section>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-goals-view': TacitGoalsView }
}
