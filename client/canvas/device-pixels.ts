// Whole device pixels: a picture that lies between two of them has to be mixed from both, in every frame.

/** The nearest place on a device pixel, in pixels of the page. */
export function whole(at: number): number {
  return Math.round(at * window.devicePixelRatio) / window.devicePixelRatio
}
