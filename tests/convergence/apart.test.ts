// Three people who are apart for hours: they edit and answer without the server, their pages die and open again from what
// the browser keeps, their disks fill up, replies get lost. In the end all have the same board, nothing is missing that a
// browser said it kept, and every answer is there once. One number makes a run; it is printed on failure.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rootMap } from '../../shared/board/document.ts'
import { Answers, Wanderer, type Fault } from './apart.ts'
import { seeded, seen, Server } from './wire.ts'

const RUNS = process.env['TACIT_LONG'] === undefined ? 20 : 1_000
const ONLY = process.env['TACIT_SEED']
const STEPS = 260
/** ms of one step: a run is some ten hours. */
const STEP_MS = 140_000

async function oneStep(one: Wanderer, random: () => number): Promise<void> {
  const chance = random()
  if (one.page === undefined) return one.open()
  if (chance < 0.34) return one.edit()
  if (chance < 0.42) return one.answer()
  if (chance < 0.62) for (let left = 4; left > 0; left--) one.say()
  else if (chance < 0.82) for (let left = 4; left > 0; left--) one.hear()
  else if (chance < 0.86) one.come()
  else if (chance < 0.91) one.leave()
  else if (chance < 0.95) one.die()
  else one.shelf.full = !one.shelf.full && random() < 0.4
}

/** Everybody is there, has room, and hears everything; answers are tried until they are through. */
async function comeTogether(people: readonly Wanderer[], server: Server): Promise<void> {
  for (const one of people) {
    one.shelf.full = false
    if (one.page === undefined) await one.open()
  }
  const isOver = (): boolean => people.every(({ page }) => page?.outbox.waiting.value.length === 0 && page.owed === 0)
  for (let round = 0; round < 60 && (round < 3 || !isOver()); round++) {
    for (const one of people) {
      one.come()
      for (let left = 12; left > 0; left--) {
        one.say()
        one.hear()
      }
      one.noteStored()
      if (one.isUp) void one.page?.outbox.deliver()
    }
    await vi.advanceTimersByTimeAsync(31_000)
  }
  server.settle()
}

/** One run; gives what went wrong. */
async function run(seed: number, fault: Fault): Promise<string[]> {
  const random = seeded(seed)
  const server = new Server()
  const answers = new Answers()
  const people = ['ana', 'bo', 'cy'].map((name) => new Wanderer(name, server, answers, random, fault))
  for (let step = 0; step < STEPS; step++) {
    const one = people[Math.floor(random() * people.length)]
    if (one === undefined) continue
    const doing = oneStep(one, random)
    await vi.advanceTimersByTimeAsync(random() < 0.2 ? STEP_MS : 20)
    await doing
  }
  await comeTogether(people, server)
  const problems = [...server.refusals, ...answers.problems]
  const boards = [server.board, ...people.flatMap(({ page }) => (page === undefined ? [] : [page.peer.board]))]
  if (new Set(boards.map(seen)).size > 1) problems.push(`they see different things:\n${boards.map(seen).join('\n')}`.slice(0, 4_000))
  for (const { name, promised, given } of people) problems.push(...lost(name, promised, given, server, answers))
  for (const one of people) one.die()
  return problems
}

function lost(name: string, promised: ReadonlySet<string>, given: readonly string[], server: Server, answers: Answers): string[] {
  const cards = rootMap(server.board, 'cards')
  const stored = answers.stored.filter(({ person }) => person === name).map(({ basis }) => basis)
  const arrived = stored.filter((basis) => given.includes(basis))
  return [
    ...[...promised].filter((card) => !cards.has(card)).map((card) => `${name}: the card ${card} was kept, and is lost`),
    ...given.filter((basis) => !stored.includes(basis)).map((basis) => `${name}: the answer "${basis}" was kept, and is lost`),
    ...(new Set(stored).size < stored.length ? [`${name}: an answer is there twice`] : []),
    ...(JSON.stringify(arrived) === JSON.stringify([...given].sort((a, b) => Number(a.split(' ')[2]) - Number(b.split(' ')[2]))) || new Set(stored).size < stored.length ? [] : [`${name}: the answers came in another order`]),
  ]
}

describe('three people apart for hours', () => {
  beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }) })
  afterEach(() => { vi.useRealTimers() })

  it('[AP1] lose nothing that was kept, see the same in the end, and every answer is there once, after the edits before it', async () => {
    const seeds = ONLY === undefined ? Array.from({ length: RUNS }, (_, at) => at + 1) : [Number(ONLY)]
    for (const seed of seeds) {
      const problems = await run(seed, 'none')
      if (problems.length > 0) expect.fail(`TACIT_SEED=${seed}: ${problems.slice(0, 12).join('\n')}`)
    }
  })

  it.each(['forgets', 'reuses', 'renames', 'hurries'] as const)('[AP2] the same runs catch one that %s', async (fault) => {
    let caught = 0
    for (let seed = 1; seed <= 25 && caught === 0; seed++) if ((await run(seed, fault)).length > 0) caught++
    expect(caught).toBe(1)
  })
})
