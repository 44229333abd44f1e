// Which rows of a long list have to be in the DOM: those in view and a margin around them. Rows have the height they
// were measured with, or are expected to have; tops are sums of these. Pure but for what it remembers.

/** CSS pixels that are drawn beyond the view, so that a scroll finds rows. */
const MARGIN = 480

export interface Span { readonly from: number; readonly to: number; readonly above: number; readonly below: number }

export class RowWindow {
  readonly #measured = new Map<string, number>()
  #keys: readonly string[] = []
  #places: ReadonlyMap<string, number> = new Map()
  #tops = new Float64Array(1)

  /** The rows there are now, and what a row is expected to be high. */
  take(keys: readonly string[], expected: (at: number) => number): void {
    if (keys !== this.#keys) this.#places = new Map(keys.map((key, at) => [key, at]))
    this.#keys = keys
    this.#tops = new Float64Array(keys.length + 1)
    keys.forEach((key, at) => { this.#tops[at + 1] = (this.#tops[at] ?? 0) + (this.#measured.get(key) ?? expected(at)) })
  }

  /** True when it is another height than the one that was counted with. */
  measure(key: string, height: number): boolean {
    const at = this.#places.get(key)
    if (at === undefined || height === 0) return false
    this.#measured.set(key, height)
    return Math.abs(this.topOf(at + 1) - this.topOf(at) - height) > 0.5
  }

  /** Another width: every height may be another. */
  forget(): void {
    this.#measured.clear()
  }

  placeOf(key: string): number | undefined {
    return this.#places.get(key)
  }

  topOf(at: number): number {
    return this.#tops[Math.min(Math.max(at, 0), this.#keys.length)] ?? 0
  }

  get height(): number {
    return this.topOf(this.#keys.length)
  }

  /** The row at this height. */
  rowAt(y: number): number {
    let low = 0
    let high = Math.max(0, this.#keys.length - 1)
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.topOf(middle) <= y) low = middle
      else high = middle - 1
    }
    return low
  }

  span(scrollTop: number, view: number): Span {
    const from = this.rowAt(Math.max(0, scrollTop - MARGIN))
    const to = Math.min(this.#keys.length, this.rowAt(scrollTop + view + MARGIN) + 1)
    return { from, to, above: this.topOf(from), below: this.height - this.topOf(to) }
  }
}
