// What the canvas calls itself and its items for people who do not see it.
export const words = {
  canvas: 'canvas',
  card: 'card',
  frame: 'frame',
  aimFrom: 'Choose what it rests on with the arrow keys, then press Enter. Escape leaves.',
} as const
