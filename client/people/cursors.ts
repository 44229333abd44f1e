// Where the others point, over the board: an arrow and a name for each person, following within 80 ms; of somebody with
// two devices the one that moved last, of oneself none. A name never covers the words that one is typing. It takes peers
// and the camera by property and never takes a click or a key; screen readers are not told about pointers.
import { consume } from '@lit/context'
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { styleMap } from 'lit/directives/style-map.js'
import type { BoardPoint, Camera } from '../../shared/geometry/geometry.ts'
import { toScreen } from '../../shared/geometry/geometry.ts'
import type { Peer, Session } from '../session/session.ts'
import { sessionContext } from '../session/session-context.ts'
import { marks, reset } from '../theme/sheet.ts'
import { focusedElement } from '../ui/focused.ts'
import { presenceWords } from './words.ts'

/** ms over which a pointer moves to where it was last seen. */
const GLIDE = 80

interface Glide { readonly from: BoardPoint; readonly to: BoardPoint; readonly start: number }

const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)')

/** The words that are typed now, in pixels of the window. */
function typedIn(): DOMRect | undefined {
  const focused = focusedElement()
  const host = focused?.getRootNode()
  const editor = focused?.closest('tacit-editor') ?? (host instanceof ShadowRoot ? host.host.closest('tacit-editor') : null)
  return editor?.getBoundingClientRect()
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Where a gliding pointer is at `now`. */
export function pointAt(glide: Glide, now: number): BoardPoint {
  const part = Math.min(1, Math.max(0, (now - glide.start) / GLIDE))
  return { x: glide.from.x + (glide.to.x - glide.from.x) * part, y: glide.from.y + (glide.to.y - glide.from.y) * part }
}

@customElement('tacit-cursors')
export class TacitCursors extends LitElement {
  static override styles = [reset, marks, css`
    :host { position: absolute; inset: 0; overflow: hidden; pointer-events: none; z-index: var(--z-cursor); }
    .cursor { position: absolute; left: 0; top: 0; color: var(--c, var(--p6)); font-size: 12px; line-height: 16px; will-change: transform; }
    svg { width: 18px; height: 18px; fill: var(--c, var(--p6)); stroke: var(--surface); stroke-width: 1.5; stroke-linejoin: round; }
    span { position: absolute; left: 14px; top: 16px; padding: 2px 7px; border-radius: var(--r-full); background: var(--c, var(--p6)); color: #fff; font-weight: 500; white-space: nowrap; max-width: 200px; overflow: hidden; text-overflow: ellipsis; }
    .away { visibility: hidden; }
  `]

  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) peers: readonly Peer[] = []
  @property({ attribute: false }) camera: Camera = { x: 0, y: 0, z: 1 }

  readonly #glides = new Map<number, Glide>()
  #frame = 0

  override connectedCallback(): void {
    super.connectedCallback()
    this.setAttribute('aria-hidden', 'true')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('peers')) this.#aim()
  }

  override render(): TemplateResult {
    const shown = this.#shown()
    return html`${repeat(shown, (peer) => peer.clientId, (peer) => html`
      <div class="cursor" data-client=${peer.clientId} style=${styleMap({ '--c': peer.color })}>
        <svg viewBox="0 0 18 18"><path d="M3 2.5 15 8l-5.2 1.8L7.6 15z"></path></svg><span>${nameOf(peer)}</span>
      </div>`)}`
  }

  protected override updated(): void {
    this.#draw()
  }

  /** One pointer for each person: the one that moved last. */
  #shown(): readonly Peer[] {
    const me = this.session?.me.value?.id
    const latest = new Map<string, Peer>()
    for (const peer of this.peers) {
      if (peer.cursor === undefined || (peer.person !== '' && peer.person === me)) continue
      const key = peer.person === '' ? `#${peer.clientId}` : peer.person
      const other = latest.get(key)
      if (other === undefined || this.#movedAt(peer) > this.#movedAt(other)) latest.set(key, peer)
    }
    return [...latest.values()]
  }

  #movedAt({ clientId }: Peer): number {
    return this.#glides.get(clientId)?.start ?? 0
  }

  #aim(): void {
    const now = performance.now()
    const here = new Set<number>()
    for (const { clientId, cursor } of this.peers) {
      if (cursor === undefined) continue
      here.add(clientId)
      const before = this.#glides.get(clientId)
      if (before !== undefined && before.to.x === cursor.x && before.to.y === cursor.y) continue
      const from = before === undefined || reducedMotion.matches ? cursor : pointAt(before, now)
      this.#glides.set(clientId, { from, to: cursor, start: now })
    }
    for (const clientId of this.#glides.keys()) if (!here.has(clientId)) this.#glides.delete(clientId)
  }

  readonly #draw = (): void => {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const now = performance.now()
    const typed = typedIn()
    let moving = false
    for (const element of this.renderRoot.querySelectorAll<HTMLElement>('.cursor')) {
      const glide = this.#glides.get(Number(element.dataset['client']))
      if (glide === undefined) continue
      const at = toScreen(this.camera, pointAt(glide, now))
      element.style.transform = `translate(${at.x}px, ${at.y}px)`
      const label = element.querySelector('span')
      label?.classList.toggle('away', typed !== undefined && meet(label.getBoundingClientRect(), typed))
      if (now < glide.start + GLIDE && glide.from !== glide.to) moving = true
    }
    if (moving) this.#frame = requestAnimationFrame(this.#draw)
  }
}

function nameOf(peer: Peer): string {
  if (peer.editing !== undefined) return presenceWords.editing(peer.name)
  return peer.dragging === undefined ? peer.name : presenceWords.moving(peer.name)
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-cursors': TacitCursors }
}
