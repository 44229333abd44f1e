// One of six calm colours for each person, the same on every screen: the server writes it into their presence.
// White text on each is readable, and none is the hue of a state.

export const PERSON_COLORS = ['#0b7a75', '#8a4e8e', '#2f6db5', '#4f7a1e', '#8a5a44', '#50606b'] as const
export type PersonColor = (typeof PERSON_COLORS)[number]

export function personColor(personId: string): PersonColor {
  let hash = 7
  for (let i = 0; i < personId.length; i++) hash = (Math.imul(hash, 31) + personId.charCodeAt(i)) >>> 0
  return PERSON_COLORS[hash % PERSON_COLORS.length] ?? PERSON_COLORS[0]
}
