// Who a team is, wherever it is shown: what it counts in and cannot change comes up beside its tile or name when that is
// pointed at or has the focus, and its sheet opens when the name is pressed. The tip itself is fetched when it is wanted
// first; on a touch screen the sheet says the same.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { sheetWanted } from '../../panels/teams/sheet-wanted.ts'
import type { TacitTeamTip } from '../../panels/teams/team-tip.ts'
import type { Session } from '../../session/session.ts'
import { focusedElement } from '../../ui/focused.ts'

/** ms that the pointer rests on a tile before it is told of: going across a card tells nothing. */
const REST = 400
/** ms to get from the tile to the tip, which stays while the pointer is on it. */
const GRACE = 200

export class TeamTips implements ReactiveController {
  readonly #session: () => Session
  readonly #open: () => void
  #tip: TacitTeamTip | undefined
  /** What is told of, or will be in a moment. */
  #at: HTMLElement | undefined
  #byFocus = false
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `open`: shows the sheets of the teams. */
  constructor(host: ReactiveControllerHost, session: () => Session, open: () => void) {
    this.#session = session
    this.#open = open
    host.addController(this)
  }

  hostConnected(): void {
    // Moves and keys cross all shadow roots; what tells that something is entered does not.
    window.addEventListener('pointermove', this.#move, { passive: true })
    window.addEventListener('keyup', this.#focused)
    window.addEventListener('keydown', this.#key, { capture: true })
    for (const leaving of LEAVING) window.addEventListener(leaving, this.#leave, { capture: true, passive: true })
    window.addEventListener('team-wanted', this.#wanted)
  }

  hostDisconnected(): void {
    this.#leave()
    this.#tip?.remove()
    this.#tip = undefined
    window.removeEventListener('pointermove', this.#move)
    window.removeEventListener('keyup', this.#focused)
    window.removeEventListener('keydown', this.#key, { capture: true })
    for (const leaving of LEAVING) window.removeEventListener(leaving, this.#leave, { capture: true })
    window.removeEventListener('team-wanted', this.#wanted)
  }

  /** Nothing is looked for while the pointer moves, but for the way between a tile and its tip. */
  readonly #move = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.buttons !== 0 || this.#byFocus) return
    clearTimeout(this.#timer)
    if (this.#tip?.open !== true) {
      const { clientX, clientY } = event
      this.#timer = setTimeout(() => { this.#rested(clientX, clientY) }, REST)
      return
    }
    const path = event.composedPath()
    if (this.#at !== undefined && !path.includes(this.#at) && !this.#tip.covers(event.clientX, event.clientY)) this.#timer = setTimeout(this.#leave, GRACE)
  }

  #rested(x: number, y: number): void {
    const found = elementAt(x, y)?.closest<HTMLElement>('[data-about-team]')
    if (found !== null && found !== undefined) void this.#show(found)
  }

  readonly #focused = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' && !this.#byFocus) return
    const at = focusedElement()
    if (at === this.#at) return
    this.#leave()
    if (at?.dataset['aboutTeam'] === undefined || !at.matches(':focus-visible')) return
    this.#byFocus = true
    void this.#show(at)
  }

  /** Escape puts away a tip that the focus brought, and nothing else with it. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#at === undefined) return
    if (this.#byFocus && this.#tip?.open === true) {
      event.preventDefault()
      event.stopPropagation()
    }
    this.#leave()
  }

  async #show(at: HTMLElement): Promise<void> {
    this.#at = at
    try {
      await import('../../panels/teams/team-tip.ts')
    } catch {
      // Away from the server: the next one may come.
      return
    }
    // The pointer or the focus may have gone on while it came.
    if (this.#at !== at || !at.isConnected) return
    this.#tip ??= document.body.appendChild(document.createElement('tacit-team-tip'))
    this.#tip.show(this.#session(), at, this.#byFocus)
  }

  readonly #leave = (): void => {
    clearTimeout(this.#timer)
    this.#at = undefined
    this.#byFocus = false
    this.#tip?.hide()
  }

  readonly #wanted = (event: Event): void => {
    this.#leave()
    if (!(event instanceof CustomEvent)) return
    sheetWanted.set((event.detail as { readonly team: string }).team)
    this.#open()
  }
}

/** What ends the rest of a pointer or a focus. */
const LEAVING = ['pointerdown', 'wheel'] as const

/** What is seen there, through all shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let found: Element | null = null
  for (let inner = document.elementFromPoint(x, y); inner !== null && inner !== found; inner = inner.shadowRoot?.elementFromPoint(x, y) ?? null) found = inner
  return found
}
