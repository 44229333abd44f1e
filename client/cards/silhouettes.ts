// The outline of each kind as SVG path data in board pixels, for a card of a given size. Kind is silhouette, state is
// line: only the assumption's outline is drawn by its state. Pure: no DOM, no colours, only names of paint.

export type Paint = 'surface' | 'ink' | 'context' | 'sunk' | 'frame' | 'none'
export interface Detail { readonly d: string; readonly paint: 'ink' | 'fold' | 'edge-line' }
export interface Shape {
  readonly d: string
  readonly paint: Paint
  /** A hairline around the paper. */
  readonly edged: boolean
  readonly details: readonly Detail[]
}
export interface Insets {
  readonly top: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** More air above the foot than the usual gap. */
  readonly foot: number
}
export interface Silhouette { readonly insets: Insets; draw(width: number, height: number): Shape }

const PADDING: Insets = { top: 10, left: 12, right: 12, bottom: 12, foot: 0 }
/** Half a hairline: keeps a 1 px line sharp at 100 %. */
const HALF = 0.5
const FOLD = 16
const CUT = 14

function round(width: number, height: number, [tl, tr, br, bl]: readonly [number, number, number, number], inset = HALF): string {
  const right = width - inset
  const bottom = height - inset
  const corner = (r: number, x: number, y: number): string => (r > 0 ? `A${r} ${r} 0 0 1 ${x} ${y}` : '')
  return `M${inset + tl} ${inset}H${right - tr}${corner(tr, right, inset + tr)}V${bottom - br}${corner(br, right - br, bottom)}H${inset + bl}${corner(bl, inset, bottom - bl)}V${inset + tl}${corner(tl, inset + tl, inset)}Z`
}

function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`
}

function paper(d: string, details: readonly Detail[] = []): Shape {
  return { d, paint: 'surface', edged: true, details }
}

function silhouette(draw: (width: number, height: number) => Shape, insets: Partial<Insets> = {}): Silhouette {
  return { insets: { ...PADDING, ...insets }, draw }
}

/** Pixels: however wide a card is, its rule ends here. */
const LONGEST_RULE = 4_000

/** Ticks of a rule along the lower edge, every 8 px, each fifth longer. */
function ruleTicks(width: number, height: number): string {
  let d = ''
  for (let x = 12, i = 0; x <= Math.min(width, LONGEST_RULE) - 12; x += 8, i++) d += `M${x + HALF} ${height - 1}v${i % 5 === 0 ? -6 : -3}`
  return d
}

export const SILHOUETTES = {
  /** Ink ground, the only dark card: what all of this is for. */
  slab: silhouette((w, h) => ({ d: round(w, h, [12, 12, 12, 12], 0), paint: 'ink', edged: false, details: [] })),
  /** The same shape, hollow and sunk: what it is not for. */
  hollow: silhouette((w, h) => ({ d: round(w, h, [12, 12, 12, 12]), paint: 'sunk', edged: true, details: [] })),
  /** The only drawn outline; card.ts draws it by state. */
  outline: silhouette((w, h) => ({ d: round(w, h, [7.25, 7.25, 7.25, 7.25], 0.75), paint: 'none', edged: false, details: [] })),
  /** All corners cut: something may break. */
  octagon: silhouette((w, h) => paper(polygon([[CUT, HALF], [w - CUT, HALF], [w - HALF, CUT], [w - HALF, h - CUT], [w - CUT, h - HALF], [CUT, h - HALF], [HALF, h - CUT], [HALF, CUT]])), { left: 14, right: 14 }),
  /** Square, a rule on top: settled, like a heading. */
  ruled: silhouette((w, h) => paper(round(w, h, [2, 2, 2, 2]), [{ d: `M2 0H${w - 2}A2 2 0 0 1 ${w} 2V3H0V2A2 2 0 0 1 2 0Z`, paint: 'ink' }]), { top: 12 }),
  /** A speech bubble whose tail is the sharp corner. */
  bubble: silhouette((w, h) => paper(round(w, h, [16, 16, 16, 2]))),
  /** The bubble answered by a step down: why, and why again. */
  steps: silhouette((w, h) => paper(`M${8 + HALF} ${HALF}H${w - 20}V8H${w - 10}V16H${w - HALF}V${h - 8 - HALF}A8 8 0 0 1 ${w - 8 - HALF} ${h - HALF}H${8 + HALF}A8 8 0 0 1 ${HALF} ${h - 8 - HALF}V${8 + HALF}A8 8 0 0 1 ${8 + HALF} ${HALF}Z`)),
  /** An arrow's edge, pointing at who waits. */
  arrow: silhouette((w, h) => paper(polygon([[HALF, HALF], [w - CUT, HALF], [w - HALF, h / 2], [w - CUT, h - HALF], [HALF, h - HALF]])), { right: 22 }),
  /** An arrow with a notched tail: the next move. */
  chevron: silhouette((w, h) => paper(polygon([[HALF, HALF], [w - 10, HALF], [w - HALF, h / 2], [w - 10, h - HALF], [HALF, h - HALF], [10, h / 2]])), { left: 20, right: 18 }),
  /** Both sides drawn in: pulled two ways. */
  waist: silhouette((w, h) => paper(polygon([[HALF, HALF], [w - HALF, HALF], [w - 8, h / 2], [w - HALF, h - HALF], [HALF, h - HALF], [8, h / 2]])), { left: 18, right: 18 }),
  /** A pennant: somebody raised it. */
  pennant: silhouette((w, h) => paper(polygon([[HALF, HALF], [w - HALF, HALF], [w - 12, h / 2], [w - HALF, h - HALF], [HALF, h - HALF]])), { right: 22 }),
  /** A measuring rule along the foot. */
  rule: silhouette((w, h) => paper(round(w, h, [2, 2, 2, 2]), [{ d: ruleTicks(w, h), paint: 'edge-line' }]), { bottom: 14 }),
  /** An engraved plate: corners cut round inwards. */
  plate: silhouette((w, h) => paper(`M8 ${HALF}H${w - 8}A8 8 0 0 0 ${w - HALF} 8V${h - 8}A8 8 0 0 0 ${w - 8} ${h - HALF}H8A8 8 0 0 0 ${HALF} ${h - 8}V8A8 8 0 0 0 8 ${HALF}Z`), { left: 14, right: 14 }),
  /** A ticket in two halves: give and get. */
  ticket: silhouette((w, h) => {
    const y = h - 32
    const d = `M${8 + HALF} ${HALF}H${w - 8 - HALF}A8 8 0 0 1 ${w - HALF} ${8 + HALF}V${y - 5}A5 5 0 0 0 ${w - HALF} ${y + 5}V${h - 8 - HALF}A8 8 0 0 1 ${w - 8 - HALF} ${h - HALF}H${8 + HALF}A8 8 0 0 1 ${HALF} ${h - 8 - HALF}V${y + 5}A5 5 0 0 0 ${HALF} ${y - 5}V${8 + HALF}A8 8 0 0 1 ${8 + HALF} ${HALF}Z`
    return paper(d, [{ d: `M12 ${Math.round(y) + HALF}H${w - 12}`, paint: 'edge-line' }])
  }, { bottom: 8, foot: 8 }),
  /** A page with its upper corner turned: a draft to be taken or left. */
  page: silhouette((w, h) => paper(polygon([[HALF, HALF], [w - FOLD, HALF], [w - HALF, FOLD], [w - HALF, h - HALF], [HALF, h - HALF]]), [{ d: `M${w - FOLD} ${HALF}V${FOLD}H${w - HALF}`, paint: 'edge-line' }])),
  /** Grey paper, its lower corner turned: there is more beneath. */
  folded: silhouette((w, h) => ({ d: polygon([[0, 0], [w, 0], [w, h - FOLD], [w - FOLD, h], [0, h]]), paint: 'context', edged: false, details: [{ d: polygon([[w, h - FOLD], [w - FOLD, h - FOLD], [w - FOLD, h]]), paint: 'fold' }] })),
  /** Plain paper. */
  paper: silhouette((w, h) => paper(round(w, h, [4, 4, 4, 4]))),
  /** Words on the ground itself. */
  bare: silhouette((w, h) => ({ d: round(w, h, [4, 4, 4, 4], 0), paint: 'none', edged: false, details: [] }), { top: 4, bottom: 4, left: 4, right: 4 }),
  /** The ground of a region. */
  region: silhouette((w, h) => ({ d: round(w, h, [12, 12, 12, 12]), paint: 'frame', edged: true, details: [] }), { top: 14, left: 24, right: 24 }),
} as const satisfies Record<string, Silhouette>

