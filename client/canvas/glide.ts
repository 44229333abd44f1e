// An element in motion. A transform that a style sets makes the browser lay all its layers out anew in every frame; one
// that an animation sets is handed to the compositor as it is. So while an element moves, its place is the one key frame
// of an animation that stands still, and when it rests, its style.
export class Glide {
  readonly #element: HTMLElement
  readonly #property: 'transform' | 'translate'
  #animation: Animation | undefined

  constructor(element: HTMLElement, property: 'transform' | 'translate' = 'transform') {
    this.#element = element
    this.#property = property
  }

  to(place: string): void {
    const frames = { [this.#property]: [place, place] }
    if (this.#animation?.effect instanceof KeyframeEffect) return this.#animation.effect.setKeyframes(frames)
    if (this.#element.style[this.#property] === place) return
    // The style first: an animation alone goes on from what the browser last worked out for the element, which may be
    // from when a dialog or the ledger had made it inert (Chromium 156); all in it could not be pressed or focused.
    this.#element.style[this.#property] = place
    this.#animation = this.#element.animate(frames, { duration: 1, fill: 'both' })
    this.#animation.pause()
  }

  rest(place: string): void {
    if (this.#element.style[this.#property] !== place) this.#element.style[this.#property] = place
    this.#animation?.cancel()
    this.#animation = undefined
  }
}
