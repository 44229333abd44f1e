// Who is here now, once each, as avatars: the others first, oneself last. A click keeps one's own view to theirs, with a
// thin frame around the board in their colour until one moves oneself. Also shows the others where one looks. More than
// fit are counted, with a menu of all of them. Owners see how many wait to be admitted, and ask for the list of people by
// `teams-wanted`.
import { consume } from '@lit/context'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import type { Person } from '../../shared/board/records.ts'
import { colorAmong, personColor } from '../../shared/protocol/person-color.ts'
import type { Peer, Session } from '../session/session.ts'
import { sessionContext } from '../session/session-context.ts'
import { controls, marks, reset } from '../theme/sheet.ts'
import '../ui/menu.ts'
import { initials } from '../ui/names.ts'
import { waiting, watchComings } from './comings.ts'
import { Following, type Lens } from './following.ts'
import { othersHere, type Here } from './here.ts'
import { comingWords, followWords } from './later-words.ts'
import { presenceWords } from './words.ts'

/** The canvas of the page that an element is on, wherever in it both stand. */
function canvasNear(element: Element): Lens | undefined {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    const canvas = root.querySelector('tacit-board-stage')?.shadowRoot?.querySelector('tacit-canvas')
    if (canvas instanceof HTMLElement && 'camera' in canvas) return canvas as Lens
  }
  return undefined
}

interface Place { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

@customElement('tacit-presence')
export class TacitPresence extends LitElement {
  static override styles = [reset, controls, marks, css`
    :host { display: inline-flex; }
    .avs { display: flex; gap: 3px; align-items: center; }
    button.av { position: relative; cursor: pointer; padding: 0; border: 0; }
    button.av:hover { box-shadow: 0 0 0 2px var(--surface), 0 0 0 4px var(--c, var(--p6)); }
    button.av[aria-pressed='true'] { box-shadow: 0 0 0 2px var(--surface), 0 0 0 4px var(--c, var(--p6)); }
    button.av:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; box-shadow: none; }
    /* Drawn only: the name is read instead. */
    .av::before { content: attr(data-short) / ''; }
    .av.rest { background: var(--p6); }
    @media (pointer: coarse) { button.av::after { content: ''; position: absolute; inset: -8px; } }
    .asking { margin-left: 8px; min-height: 28px; padding: 0 10px; border-radius: var(--r-full); background: color-mix(in srgb, var(--accent) 12%, transparent); color: var(--accent); font-size: 13px; font-weight: 500; white-space: nowrap; }
    .asking:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .frame { position: fixed; z-index: 1; pointer-events: none; box-shadow: inset 0 0 0 3px var(--c); }
    .chip { position: absolute; top: 12px; left: 50%; translate: -50% 0; display: inline-flex; align-items: center; gap: 4px; min-height: 32px; max-width: calc(100% - 24px); padding: 0 4px 0 14px; border-radius: var(--r-full); background: var(--c); color: #fff; font-size: 13px; line-height: 20px; font-weight: 500; white-space: nowrap; box-shadow: var(--e2); pointer-events: auto; }
    .chip span { overflow: hidden; text-overflow: ellipsis; }
    .chip button { min-height: 26px; padding: 0 10px; border-radius: var(--r-full); color: inherit; font-weight: 600; text-decoration: underline; text-underline-offset: 3px; }
    .chip button:hover { background: color-mix(in srgb, #fff 18%, transparent); }
    .chip button:focus-visible { outline: 2px solid #fff; outline-offset: -2px; }
    @media (pointer: coarse) { .chip button { min-height: 44px; } }
    @media (forced-colors: active) { .frame { outline: 3px solid Highlight; outline-offset: -3px; } .chip { border: 1px solid CanvasText; } }
    @media print { .frame { display: none; } }
  `]

  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) peers: readonly Peer[] = []
  @property({ attribute: false }) me: Person | undefined
  /** How many are drawn before they are counted. */
  @property({ type: Number }) most = 5
  @state() private place: Place | undefined

  @state() private asking = 0
  #stops: (() => void)[] = []
  #shown = false
  #followers = ''
  readonly #following = new Following(this, () => this.session, () => this.#lens, () => this.#showView())

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('camera-changed', this.#moved)
    window.addEventListener('resize', this.#resized)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('camera-changed', this.#moved)
    window.removeEventListener('resize', this.#resized)
    this.#watch(undefined)
  }

  /** What is heard of this session from now on; of none any more without one. */
  #watch(session: Session | undefined): void {
    for (const stop of this.#stops) stop()
    const count = (): void => { this.asking = session?.right === 'own' ? waiting(session.board.value).length : 0 }
    this.#stops = session === undefined ? [] : [watchComings(session, () => this.#askForPeople()), session.board.subscribe(count)]
    count()
  }

  #askForPeople(): void {
    this.dispatchEvent(new CustomEvent('teams-wanted', { bubbles: true, composed: true }))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('session')) return
    this.#shown = false
    this.#watch(this.session)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('peers')) this.#following.look()
    if (changed.has('peers') && (this.#followedAnew() || !this.#shown)) this.#showView()
    const wanted = this.#following.followed === undefined ? undefined : this.#around()
    if (JSON.stringify(wanted) !== JSON.stringify(this.place)) this.place = wanted
  }

  override render(): TemplateResult {
    const others = othersHere(this.peers, this.me?.id)
    const { me } = this
    const room = this.most - (me === undefined ? 0 : 1)
    const shown = others.length > room ? others.slice(0, Math.max(0, room - 1)) : others
    const rest = others.slice(shown.length)
    return html`<div class="avs" role="group" aria-label=${presenceWords.here(others.map((one) => one.name), me !== undefined)}>
      ${shown.map((one) => this.#avatar(one))}
      ${rest.length === 0 ? nothing : this.#rest(rest)}
      ${me === undefined ? nothing : html`<span class="av" role="img" style=${styleMap({ '--c': this.#colorOf(me) })} title=${presenceWords.you(me.name)} aria-label=${presenceWords.you(me.name)} data-short=${initials(me.name)}></span>`}
    </div>${this.asking === 0 ? nothing : html`<button type="button" class="asking" aria-label=${comingWords.asking(this.asking)} title=${comingWords.asking(this.asking)} @click=${() => this.#askForPeople()}>${this.most > 3 ? comingWords.asking(this.asking) : this.asking}</button>`}${this.#frame()}`
  }

  #colorOf({ id }: Person): string {
    return this.session === undefined ? personColor(id) : colorAmong(this.session.board.value.people, id)
  }

  #avatar(one: Here): TemplateResult {
    const isFollowed = this.#following.followed?.key === one.key
    const does = doing(one)
    return html`<button type="button" class="av" style=${styleMap({ '--c': one.color })} aria-pressed=${isFollowed} aria-label=${followWords.follow(does)} title=${isFollowed ? followWords.following(does) : followWords.follow(does)}
      @click=${() => this.#toggle(one)} data-short=${initials(one.name)}></button>`
  }

  #rest(rest: readonly Here[]): TemplateResult {
    const items = rest.map((one) => ({ id: one.key, label: followWords.follow(doing(one)), checked: this.#following.followed?.key === one.key }))
    const chosen = ({ detail }: CustomEvent<{ id: string }>): void => {
      const one = rest.find(({ key }) => key === detail.id)
      if (one !== undefined) this.#toggle(one)
    }
    return html`<tacit-menu label=${presenceWords.others} align="end" .items=${items} @menu-chosen=${(event: CustomEvent<{ id: string }>) => { event.stopPropagation(); chosen(event) }}>
      <button slot="trigger" type="button" class="av rest" aria-label=${presenceWords.moreNames(rest.map(({ name }) => name))} title=${presenceWords.moreNames(rest.map(({ name }) => name))} data-short=${presenceWords.more(rest.length)}></button></tacit-menu>`
  }

  #frame(): TemplateResult | typeof nothing {
    const { followed } = this.#following
    const { place } = this
    if (followed === undefined || place === undefined) return nothing
    const px = Object.fromEntries(Object.entries(place).map(([side, value]) => [side, `${String(value)}px`]))
    return html`<div class="frame" style=${styleMap({ ...px, '--c': followed.color })}>
      <div class="chip"><span>${followWords.following(followed.name)}</span><button type="button" aria-label=${followWords.stopFollowing(followed.name)} @click=${() => this.#following.stop()}>${followWords.stop}</button></div></div>`
  }

  #toggle(one: Here): void {
    const before = this.#following.followed?.key
    this.#following.stop()
    if (before !== one.key) this.#following.start(one)
  }

  #around(): Place | undefined {
    const box = this.#lens?.getBoundingClientRect()
    return box === undefined ? undefined : { left: box.left, top: box.top, width: box.width, height: box.height }
  }

  get #lens(): Lens | undefined {
    return canvasNear(this)
  }

  readonly #moved = (): void => this.#showView()

  readonly #resized = (): void => {
    this.#showView()
    this.#following.look()
    this.requestUpdate()
  }

  /** Somebody began to follow me: they are told where I look now, also when I last moved before anybody could hear it. */
  #followedAnew(): boolean {
    const me = this.me?.id
    const followers = me === undefined ? '' : this.peers.filter(({ following }) => following === me).map(({ clientId }) => clientId).sort((a, b) => a - b).join()
    const isNew = followers !== '' && followers !== this.#followers
    this.#followers = followers
    return isNew
  }

  /** Nobody's view is that of two: who follows shows none of their own. */
  #showView(): void {
    const lens = this.#lens
    if (lens === undefined || this.session === undefined || this.#following.followed !== undefined || lens.size.width === 0) return
    const { x, y, z } = lens.camera
    this.#shown = true
    this.session.show({ view: { x, y, width: lens.size.width / z, height: lens.size.height / z } })
  }
}

/** "Tomasz, editing" */
function doing({ name, verb }: Here): string {
  return verb === undefined ? name : presenceWords[verb](name)
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-presence': TacitPresence }
}
