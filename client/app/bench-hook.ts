// What a measuring program may ask of a board page that was opened with `?bench` in its address: `window.__bench`.
// Fetched only then; without it the object does not exist. Looks at the stage and its canvas, changes camera and
// selection and nothing else.
import { intersects, type Camera, type Rect, type ScreenPoint } from '../../shared/geometry/geometry.ts'
import type { TacitCanvas } from '../canvas/canvas.ts'
import { COMPACT_FROM } from '../cards/card.ts'
import type { TacitBoardStage } from './board-stage.ts'

/** About as many cards as people have in view when they work. */
const A_SCREENFUL = 100

export interface Bench {
  /** True once the visible cards are painted. */
  readonly ready: boolean
  count(): number
  /** Shows every card. */
  fit(): void
  /** Shows about 100 cards, no further away than their text can be read. */
  view100(): void
  camera(): Camera
  /** How many cards are in view. */
  visible(): number
  /** The card nearest to the middle, its centre in pixels of the window. */
  nearest(): { readonly id: string; readonly x: number; readonly y: number } | undefined
  /** Where a card lies on the board. */
  pos(id: string): { readonly x: number; readonly y: number } | undefined
  /** Selects k cards in view, those nearest to the middle; returns how many. */
  select(k: number): number
  clear(): void
}

declare global {
  interface Window { __bench?: Bench }
}

/** Hooks the window to this stage, which shows its board already. */
export async function startBench(stage: TacitBoardStage): Promise<void> {
  const canvas = stage.renderRoot.querySelector('tacit-canvas')
  if (canvas === null) return
  const bench = new StageBench(stage, canvas)
  window.__bench = bench
  await bench.becomeReady()
}

class StageBench implements Bench {
  ready = false
  readonly #stage: TacitBoardStage
  readonly #canvas: TacitCanvas

  constructor(stage: TacitBoardStage, canvas: TacitCanvas) {
    this.#stage = stage
    this.#canvas = canvas
  }

  /** Drawn, and then seen: the second frame begins when the first is painted. */
  async becomeReady(): Promise<void> {
    await this.#canvas.updateComplete
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    this.ready = true
  }

  count(): number {
    return this.#cards().length
  }

  fit(): void {
    this.#canvas.fitBoard()
  }

  view100(): void {
    const bounds = this.#cards().map((item) => item.bounds)
    const { size } = this.#canvas
    const middle = middleOf(bounds)
    if (middle === undefined) return
    // Halving the difference: the nearer the camera, the fewer are seen.
    let [far, near] = [COMPACT_FROM, 1]
    for (let step = 0; step < 12; step++) {
      const z = (far + near) / 2
      const seen = viewAt(middle, z, size)
      if (bounds.filter((one) => intersects(one, seen)).length > A_SCREENFUL) far = z
      else near = z
    }
    const { x, y } = viewAt(middle, near, size)
    this.#canvas.camera = { x, y, z: near }
  }

  camera(): Camera {
    const { x, y, z } = this.#canvas.camera
    return { x, y, z }
  }

  visible(): number {
    return this.#inView().length
  }

  nearest(): { id: string; x: number; y: number } | undefined {
    const [first] = this.#inView()
    return first === undefined ? undefined : { id: first.id, ...this.#canvas.clientPoint(first.at) }
  }

  pos(id: string): { x: number; y: number } | undefined {
    const card = this.#stage.session?.board.value.cards.get(id)
    return card === undefined || card.deleted ? undefined : { x: card.x, y: card.y }
  }

  select(k: number): number {
    const ids = this.#inView().slice(0, k).map(({ id }) => id)
    this.#canvas.select(ids)
    return ids.length
  }

  clear(): void {
    this.#canvas.select([])
  }

  #cards(): readonly { readonly id: string; readonly bounds: Rect }[] {
    return this.#canvas.items.filter(({ layer }) => layer !== 'ground')
  }

  /** Cards in view, nearest to the middle first, with the middle of each in screen pixels. */
  #inView(): readonly { readonly id: string; readonly at: ScreenPoint }[] {
    const { camera, size } = this.#canvas
    const seen = { x: camera.x, y: camera.y, width: size.width / camera.z, height: size.height / camera.z }
    const cards = this.#cards().filter(({ bounds }) => intersects(bounds, seen)).map(({ id, bounds }) => ({ id, at: { x: (bounds.x + bounds.width / 2 - camera.x) * camera.z, y: (bounds.y + bounds.height / 2 - camera.y) * camera.z } }))
    const away = ({ at }: { at: ScreenPoint }): number => Math.hypot(at.x - size.width / 2, at.y - size.height / 2)
    return cards.sort((a, b) => away(a) - away(b))
  }
}

function middleOf(bounds: readonly Rect[]): { readonly x: number; readonly y: number } | undefined {
  if (bounds.length === 0) return undefined
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return { x: middle(bounds.map(({ x }) => x)), y: middle(bounds.map(({ y }) => y)) }
}

function viewAt(middle: { readonly x: number; readonly y: number }, z: number, size: { readonly width: number; readonly height: number }): Rect {
  const width = size.width / z
  const height = size.height / z
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}
