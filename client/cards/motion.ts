// The two movements of a card, both of the line and never of the place: it closes when the last one says yes, and a
// trace around it fades when something on it changed that nobody did here. How long they take is a token of the theme,
// which is 0 for those who want no motion.
const EASE = 'cubic-bezier(0.2, 0.8, 0.2, 1)'

function msOf(element: Element, token: string): number {
  const text = getComputedStyle(element).getPropertyValue(token).trim()
  const value = Number.parseFloat(text)
  if (!Number.isFinite(value)) return 0
  return text.endsWith('ms') ? value : value * 1000
}

/** The dashes of an outline grow until none is left open. */
export function closeLine(outline: SVGElement): void {
  const duration = msOf(outline, '--t-ring')
  if (duration === 0) return
  const open = { strokeDasharray: 'calc(5 * var(--px)) calc(4 * var(--px))' }
  const closed = { strokeDasharray: 'calc(9 * var(--px)) 0px' }
  outline.animate([open, closed], { duration, easing: EASE })
}

/** Around the card, once; a further change begins it anew. */
export function leaveTrace(root: ShadowRoot | HTMLElement): void {
  const face = root.querySelector('.face')
  const duration = face === null ? 0 : msOf(face, '--t-trace')
  if (duration === 0) return
  root.querySelector('.trace')?.remove()
  const trace = document.createElement('div')
  trace.className = 'trace'
  root.append(trace)
  trace.animate([{ opacity: 1 }, { opacity: 0 }], { duration, easing: 'ease-out' }).onfinish = () => trace.remove()
}
