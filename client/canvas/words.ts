// What the canvas calls itself for people who do not see it; its items have names of their own.
import { translated } from '../language/translated.ts'

export const words = translated('canvas.words', {
  canvas: 'canvas',
})
