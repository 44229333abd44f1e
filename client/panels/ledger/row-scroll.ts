// Scrolls the ledger's rows: which of them are in the DOM, where each stands, and that what is being read stays where it
// is on the screen while rows come, go and grow around it. The row that somebody is on is always in the DOM, so that
// the focus is never lost.
import type { LitElement } from 'lit'
import type { LedgerRow } from './rows.ts'
import { RowWindow } from './window.ts'

interface Anchor { readonly key: string; readonly y: number }

export class RowScroll {
  readonly #host: LitElement
  readonly #scroller: () => HTMLElement | null
  readonly #window = new RowWindow()
  readonly #resize = new ResizeObserver(() => this.#resized())
  #observed: HTMLElement | null = null
  #width = 0
  #mounted: readonly number[] = []
  #anchor: Anchor | undefined
  #wanted: string | undefined
  #expected: (at: number) => number = () => 0
  #keys: readonly string[] = []
  #rows: readonly LedgerRow[] = []

  constructor(host: LitElement, scroller: () => HTMLElement | null) {
    this.#host = host
    this.#scroller = scroller
  }

  /** Places of the rows that are in the DOM. */
  get mounted(): readonly number[] {
    return this.#mounted
  }

  get height(): number {
    return this.#window.height
  }

  topOf(at: number): number {
    return this.#window.topOf(at)
  }

  /** Brings a row into view with the next draw. */
  reveal(key: string): void {
    this.#wanted = key
    this.#host.requestUpdate()
  }

  /** The rows there are now. `read` is the row that somebody is on with the focus: it stays where it is on the screen. */
  take(rows: readonly LedgerRow[], current: string, read: string | undefined, expected: (row: LedgerRow) => number): void {
    this.#anchor = this.#anchorOf(read)
    if (rows !== this.#rows) this.#keys = rows.map(({ key }) => key)
    this.#rows = rows
    this.#expected = (at) => { const row = rows[at]; return row === undefined ? 0 : expected(row) }
    this.#window.take(this.#keys, this.#expected)
    this.#mounted = this.#places(current)
  }

  #places(current: string): readonly number[] {
    const scroller = this.#scroller()
    const height = scroller?.clientHeight ?? window.innerHeight
    const { from, to } = this.#window.span(this.#target(height) ?? scroller?.scrollTop ?? 0, height)
    const places = Array.from({ length: to - from }, (_, i) => from + i)
    const pinned = this.#window.placeOf(current)
    return pinned === undefined || (pinned >= from && pinned < to) ? places : pinned < from ? [pinned, ...places] : [...places, pinned]
  }

  /** Where the view will be: at the row that is to be seen, or so that what is read stays. */
  #target(height: number): number | undefined {
    const scroller = this.#scroller()
    if (scroller === null) return undefined
    const anchored = this.#anchor === undefined ? undefined : this.#window.placeOf(this.#anchor.key)
    const top = anchored === undefined || this.#anchor === undefined ? scroller.scrollTop : this.#window.topOf(anchored) - this.#anchor.y
    const at = this.#wanted === undefined ? undefined : this.#window.placeOf(this.#wanted)
    if (at === undefined) return top
    const first = this.#window.topOf(at)
    const last = this.#window.topOf(at + 1)
    // The heads of the columns lie over the top.
    const head = 32
    if (first < top) return Math.max(0, first - head)
    return last + head > top + height - 8 ? Math.min(last + head + 8 - height, first - head) : top
  }

  #anchorOf(read: string | undefined): Anchor | undefined {
    const scroller = this.#scroller()
    if (scroller === null || this.#keys.length === 0 || scroller.scrollTop === 0) return undefined
    const top = scroller.scrollTop
    const at = read === undefined ? undefined : this.#window.placeOf(read)
    const inView = at !== undefined && this.#window.topOf(at + 1) > top && this.#window.topOf(at) < top + scroller.clientHeight
    const place = inView ? at : this.#window.rowAt(top)
    const key = this.#keys[place]
    return key === undefined ? undefined : { key, y: this.#window.topOf(place) - top }
  }

  /** After a draw: rows are measured, and the view goes to where it has to be. */
  settle(root: ParentNode): void {
    const scroller = this.#scroller()
    if (scroller === null) return
    this.#observe(scroller)
    let other = false
    for (const row of root.querySelectorAll<HTMLElement>('.rows > [data-key]')) other = this.#window.measure(row.dataset['key'] ?? '', row.offsetHeight) || other
    const target = this.#target(scroller.clientHeight)
    if (target !== undefined && Math.abs(target - scroller.scrollTop) >= 1) scroller.scrollTop = target
    if (other) this.#host.requestUpdate()
    else this.#wanted = undefined
    this.#anchor = undefined
  }

  readonly scrolled = (): void => {
    const scroller = this.#scroller()
    if (scroller === null) return
    const { from, to } = this.#window.span(scroller.scrollTop, scroller.clientHeight)
    if (!this.#mounted.includes(from) || !this.#mounted.includes(to - 1)) this.#host.requestUpdate()
  }

  #observe(scroller: HTMLElement): void {
    if (this.#observed === scroller) return
    this.#resize.disconnect()
    this.#resize.observe(scroller)
    this.#observed = scroller
  }

  #resized(): void {
    const width = this.#observed?.clientWidth ?? 0
    if (width !== this.#width) this.#window.forget()
    this.#width = width
    this.#host.requestUpdate()
  }
}
