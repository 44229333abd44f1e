// One of six calm colours per person, the same in every browser: white text on each is readable, none is a state's hue.

/** The values of --p1 to --p6, for what cannot read a custom property (a caret, a canvas). */
export const PERSON_COLORS = ['#0b7a75', '#8a4e8e', '#2f6db5', '#4f7a1e', '#8a5a44', '#50606b'] as const

export function personColor(personId: string): (typeof PERSON_COLORS)[number] {
  let hash = 7
  for (let i = 0; i < personId.length; i++) hash = (Math.imul(hash, 31) + personId.charCodeAt(i)) >>> 0
  return PERSON_COLORS[hash % PERSON_COLORS.length] ?? PERSON_COLORS[0]
}
