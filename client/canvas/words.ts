// What the canvas calls itself for people who do not see it; its items have names of their own.
export const words = {
  canvas: 'canvas',
} as const
